//! The real program, run as people and scripts run it.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test whose surroundings are amiss should stop there"
)]

mod amiss;
mod answers;
mod catalogues;
mod compare;
mod findings;
mod hostile;
#[cfg(unix)]
mod pipes;
mod plans;
mod program;
mod search;
mod usage;
mod verdicts;
