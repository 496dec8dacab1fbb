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
mod part;
mod separate;
mod stale;
mod unclear_entry;
pub mod verdict;
mod words;
mod work;

pub use chain::{Chain, End, chains};
pub use figures::{Arrival, Call, Calls, Figures, Way, figures};
pub use finding::{Basis, Evidence, Finding, Pairing, Reach, Value};
pub use found::Findings;
pub(crate) use part::{parted, whole};
pub(crate) use words::NAMES;
pub use words::{WayTold, Words, percent, verdict_sign};
use work::Work;

use std::sync::Arc;

use lookalike::Wording;

use crate::catalogue::ServiceRef;
use crate::directory::Directory;
use crate::threads::both;

/// The rules that look at one service at a time.
const OF_A_SERVICE: [fn(&Work<'_>) -> Vec<Finding>; 5] = [
    parallel::find,
    separate::find,
    unclear_entry::find,
    gap::find,
    conflict::of_service,
];

/// A rule that looks across services.
type OfTheDirectory = fn(&Directory) -> Vec<Finding>;

/// The rules that look across services, and whether what they find is about the work, see [`Finding::is_about_work`].
const OF_THE_DIRECTORY: [(OfTheDirectory, bool); 3] = [
    (chain::find, true),
    (conflict::of_organisations, true),
    (stale::find, false),
];

/// Everything found on the directory's day, worst first, but for look-alikes: they are about how the catalogue is
/// kept, and take longer to find than all the rest.
///
/// ```
/// use std::sync::Arc;
///
/// use hanvisa::catalogue::{FindingKind, Reading};
/// use hanvisa::directory::Directory;
/// use hanvisa::overlap::findings;
///
/// let catalogue = Reading::embedded().catalogue.ok_or("the shipped catalogue has faults")?;
/// let directory = Directory::at(Arc::new(catalogue), "2026-11-23".parse()?);
/// let hedges = directory.catalogue().find_service("hack-sikt").ok_or("no such service")?;
/// let findings = findings(&directory);
/// let twice = findings.of_service(hedges, None).find(|one| one.kind == FindingKind::Parallel);
/// let twice = twice.ok_or("nothing done twice")?;
/// let bodies: Vec<&str> = twice.organisations.iter().map(|&one| directory.brief(one)).collect();
/// assert_eq!(bodies, ["BMN", "TN"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn findings(directory: &Directory) -> Findings {
    together(directory, by_rules(directory))
}

/// Everything found on the directory's day, worst first, look-alikes too. Who asks about several days of a catalogue gets
/// to know its words once, see [`findings_and_lookalikes_by`].
pub fn findings_and_lookalikes(directory: &Directory) -> Findings {
    with_lookalikes(directory, || Arc::new(Wording::of(directory.catalogue())))
}

/// The same, given what the texts of this very catalogue say, see [`Wording::of`]. By what those of another say, compounds
/// might be taken apart otherwise.
pub fn findings_and_lookalikes_by(directory: &Directory, wording: &Arc<Wording>) -> Findings {
    with_lookalikes(directory, || Arc::clone(wording))
}

fn with_lookalikes(directory: &Directory, wording: impl FnOnce() -> Arc<Wording>) -> Findings {
    let alike = || alike::find(directory, &wording());
    let (mut all, by_rules) = both(alike, || by_rules(directory));
    all.extend(by_rules);
    together(directory, all)
}

/// What is found about the work of some services: of these, [`Findings::about_work`] tells the same as it does of
/// everything found, in the time that a few services take.
///
/// A rule that looks at one service at a time looks at these, and at those that people wrote of together with one of
/// them: what is found about the others may go into the same finding. How well the catalogue is kept is not asked.
pub fn findings_about(directory: &Directory, services: &[ServiceRef]) -> Findings {
    let mut wanted: Vec<ServiceRef> = services.to_vec();
    for written in directory.catalogue().findings() {
        if written.services.iter().any(|one| services.contains(one)) {
            wanted.extend(&written.services);
        }
    }
    let wanted = directory
        .services()
        .iter()
        .copied()
        .filter(|service| wanted.contains(service));
    let rules = OF_THE_DIRECTORY.iter().filter(|(_, of_work)| *of_work);
    together(directory, gathered(directory, wanted, rules))
}

/// What all rules find.
fn by_rules(directory: &Directory) -> Vec<Finding> {
    let services = directory.services().iter().copied();
    gathered(directory, services, OF_THE_DIRECTORY.iter())
}

fn gathered<'r>(
    directory: &Directory,
    services: impl Iterator<Item = ServiceRef>,
    rules: impl Iterator<Item = &'r (OfTheDirectory, bool)>,
) -> Vec<Finding> {
    let mut all = Vec::new();
    for service in services {
        let work = Work::of(directory, service);
        all.extend(OF_A_SERVICE.iter().flat_map(|rule| rule(&work)));
    }
    all.extend(rules.flat_map(|(rule, _)| rule(directory)));
    all
}

/// What has been found, together with what people have found themselves, in order.
fn together(directory: &Directory, all: Vec<Finding>) -> Findings {
    Findings::new(directory, documented::merged(directory, all))
}

#[cfg(test)]
pub(crate) mod tests;
