

pub mod search;
