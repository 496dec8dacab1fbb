//! Bytes that are kept for a later start: under a seal that says what they were made from, and that they are whole.
//!
//! What is kept is a copy, never an original. The seal carries the version of the program that made it, the number of its
//! form, the sum of what it was made from and its own sum, and what does not fit in any of these is not used. Everything is
//! little-endian:
//!
//! | bytes | what |
//! |---|---|
//! | a few | `hanvisa`, the program's version and a zero |
//! | 4 | the number of the form |
//! | 16 | the sum of what it was made from |
//! | 16 | the sum of the rest |
//! | … | the rest |

use twox_hash::XxHash3_128;

const MARK: &[u8] = concat!("hanvisa ", env!("CARGO_PKG_VERSION"), "\0").as_bytes();

/// How many bytes a seal has.
pub const SEAL: usize = MARK.len() + size_of::<u32>() + 2 * size_of::<u128>();

/// Room for a seal, to write what it goes before after it.
pub fn unsealed() -> Vec<u8> {
    vec![0; SEAL]
}

/// Puts the seal in the room that was left for it by [`unsealed`]; none where there is no such room.
pub fn seal(mut bytes: Vec<u8>, form: u32, made_from: u128) -> Option<Vec<u8>> {
    let rest = bytes.get(SEAL..)?;
    let seal = [
        MARK,
        &form.to_le_bytes(),
        &made_from.to_le_bytes(),
        &XxHash3_128::oneshot(rest).to_le_bytes(),
    ]
    .concat();
    bytes.splice(..SEAL, seal);
    Some(bytes)
}

/// What is under a seal; none if it was made from something else, by another program, or is not whole.
pub fn unseal(bytes: &[u8], form: u32, made_from: u128) -> Option<&[u8]> {
    let rest = bytes
        .strip_prefix(MARK)?
        .strip_prefix(form.to_le_bytes().as_slice())?
        .strip_prefix(made_from.to_le_bytes().as_slice())?;
    let (sum, rest) = rest.split_first_chunk::<{ size_of::<u128>() }>()?;
    (u128::from_le_bytes(*sum) == XxHash3_128::oneshot(rest)).then_some(rest)
}
