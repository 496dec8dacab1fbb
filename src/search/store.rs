//! Where finished indexes are kept for a later start. The finder says what it wants; where that lies is for others to know.

use std::fmt::Debug;

pub use super::index::FORM as INDEX_FORM;

/// A place for finished indexes of one catalogue. What cannot be kept or found is built.
pub trait Store: Debug + Send + Sync {
    /// Calls `read` with what is kept under a number, if it is whole.
    fn find(&self, number: u128, read: &mut dyn FnMut(&[u8]));

    /// Keeps under a number what `write` writes after what it is given.
    fn keep(&self, number: u128, write: &dyn Fn(Vec<u8>) -> Vec<u8>);
}
