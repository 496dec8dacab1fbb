//! Where work is done twice, where nobody answers, where callers are sent round: what the catalogue shows of it on a day.
//!
//! One small rule a file. Most look at one service at a time, as a `Work`; some at the whole [`Directory`]. A rule
//! compares conditions and dates before it calls anything double, and different organisations on different steps share
//! the work: no rule speaks of that. What people have found themselves goes together with what the rules find, so that
//! one fact is one [`Finding`].

mod alike;
mod chain;
mod conflict;
mod documented;
mod draft;
mod figures;
mod finding;
mod found;
mod gap;
pub mod lookalike;
pub mod matrix;
mod parallel;
mod separate;
mod stale;
mod unclear_entry;
pub mod verdict;
mod words;
mod work;

pub use chain::{Chain, End, chains};
pub use figures::{Call, Calls, Figures, Way, figures};
pub use finding::{Basis, Evidence, Finding, Pairing, Reach, Value};
pub use found::Findings;
pub(crate) use words::NAMES;
pub use words::{Words, percent};
use work::Work;

use crate::directory::Directory;

/// The rules that look at one service at a time.
const OF_A_SERVICE: [fn(&Work<'_>) -> Vec<Finding>; 5] = [
    parallel::find,
    separate::find,
    unclear_entry::find,
    gap::find,
    conflict::of_service,
];

/// The rules that look across services.
const OF_THE_DIRECTORY: [fn(&Directory) -> Vec<Finding>; 3] =
    [chain::find, conflict::of_organisations, stale::find];

/// Everything found on the directory's day, worst first, but for look-alikes: they are about how the catalogue is
/// kept, and take longer to find than all the rest.
pub fn findings(directory: &Directory) -> Findings {
    found(directory, Vec::new())
}

/// Everything found on the directory's day, worst first, look-alikes too.
pub fn findings_and_lookalikes(directory: &Directory) -> Findings {
    found(directory, alike::find(directory))
}

fn found(directory: &Directory, mut all: Vec<Finding>) -> Findings {
    for &service in directory.services() {
        let work = Work::of(directory, service);
        all.extend(OF_A_SERVICE.iter().flat_map(|rule| rule(&work)));
    }
    all.extend(OF_THE_DIRECTORY.iter().flat_map(|rule| rule(directory)));
    Findings::new(directory, documented::merged(directory, all))
}

#[cfg(test)]
pub(crate) mod tests;
