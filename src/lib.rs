//! Who is responsible, how to reach them now, and where work is done twice.
pub mod catalogue;
pub mod locale;
pub mod untrusted;
