//! Who is responsible, how to reach them now, and where work is done twice.
pub mod catalogue;
pub mod directory;
pub mod locale;
pub mod referral;
pub mod search;
pub mod untrusted;
