//! The command line: what it is asked, and what it answers as text and as JSON.

pub mod faults;
