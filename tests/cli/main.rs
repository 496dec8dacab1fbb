//! The real program, run as people and scripts run it.

mod answers;
mod catalogues;
mod program;
mod search;
mod usage;
