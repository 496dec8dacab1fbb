//! Mishaps on demand, so that tests can see how the program bears them. There is none of it in a release.
//!
//! The variable `HANVISA_REHEARSAL` names the mishap. Those that are panics speak of what was typed, as a careless panic
//! would: the tests see to it that such words go no further.

use std::io;

/// The variable that names a mishap.
const VARIABLE: &str = "HANVISA_REHEARSAL";

/// Panics with these words if that is what is rehearsed.
///
/// # Panics
/// If that is what is rehearsed.
pub fn panics(mishap: &str, words: &str) {
    assert!(!is_rehearsed(mishap), "a rehearsal in the midst of {words}");
}

/// Fails as a terminal that cannot be read does, if that is what is rehearsed.
///
/// # Errors
/// If that is what is rehearsed.
pub fn fails(mishap: &str) -> io::Result<()> {
    if is_rehearsed(mishap) {
        return Err(io::Error::from(io::ErrorKind::UnexpectedEof));
    }
    Ok(())
}

fn is_rehearsed(mishap: &str) -> bool {
    std::env::var_os(VARIABLE).is_some_and(|named| named == mishap)
}
