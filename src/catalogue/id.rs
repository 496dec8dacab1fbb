//! Names for things: the ids that people write in a catalogue, and the handles the program uses once they are checked.
//!
//! A written id may be wrong; a handle cannot. Handles are made only while a [`Catalogue`](super::Catalogue) is linked,
//! so whoever holds one may ask the catalogue for the entry without a second look.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Declares the id newtype of one kind of entry and the handle that points at it.
macro_rules! entry_names {
    ($($(#[$doc:meta])* $id:ident, $handle:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $id(Box<str>);

        impl $id {
            pub(crate) fn new(text: &str) -> Self {
                Self(text.into())
            }

            /// The id as it is written in the files.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $id {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $id {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?}", self.0)
            }
        }

        #[doc = concat!("Points at one entry; its written id is a [`", stringify!($id), "`].")]
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        pub struct $handle(u32);

        impl $handle {
            /// The handle of the entry at this position.
            pub(crate) fn at(position: usize) -> Self {
                Self(u32::try_from(position).unwrap_or(u32::MAX))
            }

            /// The position of the entry among its kind, in catalogue order.
            pub fn position(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

entry_names! {
    /// The id of a source, such as `S12`.
    SourceId, SourceRef;
    /// The id of a topic, such as `trafik`.
    TopicId, TopicRef;
    /// The id of a municipality, such as `nora`.
    MunicipalityId, MunicipalityRef;
    /// The id of an organisation, such as `bkt`.
    OrganisationId, OrganisationRef;
    /// The id of a service, such as `snorojning`.
    ServiceId, ServiceRef;
    /// The id of a documented finding.
    FindingId, FindingRef;
}

/// Whether a text may be an id: letters a–z, digits and hyphens (capitals too, for sources such as `S12`).
pub fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 64
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_ascii_letters_digits_and_hyphens() {
        assert!(is_id("nerikes-brandkar"));
        assert!(is_id("S74b"));
        for wrong in ["", "hällefors", "två ord", "a_b", "a\u{1b}"] {
            assert!(!is_id(wrong), "{wrong:?}");
        }
    }
}
