//! Which findings are solved, new or left between two directories.
//!
//! A finding is left where one with the same id is there. It is left in other hands where one of the same kind is there
//! about the same services and the same municipalities: that a board has taken over from a federation does not by itself
//! solve what the two did twice. An id says neither where a finding is nor of which step: what is left of it in some
//! municipalities is parted from what is solved in others and from what is new there.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::catalogue::{FindingId, FindingKind};
use crate::directory::Directory;
use crate::overlap::{Basis, Finding, whole};

use super::Side;
use super::parts::{Parts, places};
use super::why::{Reasons, Why};

/// A finding of the first directory that is not in the second.
#[derive(Clone, Debug, PartialEq)]
pub struct Solved {
    /// The finding, in the first directory's handles.
    pub finding: Finding,
    /// Why it is not there; empty where the catalogue does not show it.
    pub why: Vec<Why>,
}

/// A finding of both directories.
#[derive(Clone, Debug, PartialEq)]
pub struct Remaining {
    /// As it was, in the first directory's handles.
    pub before: Finding,
    /// As it is, in the second's.
    pub after: Finding,
    /// Whether others are behind it than before, so that it has another id.
    pub is_moved: bool,
    /// Why the rules do not see it any more, though people still have it written down; empty where they do, or never did.
    pub why: Vec<Why>,
}

impl Remaining {
    /// Whether the same are behind it, the rules see what they saw, and people think of it what they thought.
    pub fn is_unchanged(&self) -> bool {
        !self.is_moved && self.why.is_empty() && !self.is_rejudged()
    }

    /// Whether people have decided something else about it since.
    pub fn is_rejudged(&self) -> bool {
        self.before.decided != self.after.decided
    }
}

/// The findings of two directories, set beside each other.
pub(super) struct Compared {
    pub solved: Vec<Solved>,
    pub new: Vec<Finding>,
    pub remaining: Vec<Remaining>,
}

/// Sets the findings of two directories beside each other; the first of all are the worst.
pub(super) fn compared(before: Side<'_>, after: Side<'_>) -> Compared {
    let about_work = |side: Side<'_>| -> Vec<Finding> {
        let all = side.findings.all().iter();
        all.filter(|one| one.is_about_work()).cloned().collect()
    };
    let (then, now) = (about_work(before), about_work(after));
    let (before, after) = (before.directory, after.directory);
    let reasons = Reasons::between(before, after);
    let marks = |directory, findings: &'_ [Finding]| -> Vec<Mark> {
        let all = findings.iter();
        all.map(|one| Mark::of(directory, one)).collect()
    };
    let (then_marks, now_marks) = (marks(before, &then), marks(after, &now));
    let pairs = Pairs::of(&then, &then_marks, &now, &now_marks);

    let (seen_then, seen_now) = (places(before, &then), places(after, &now));
    let mut remaining = Vec::new();
    let mut new = Vec::new();
    // By the rows of the first list, so that the worst come first.
    let mut gone: Vec<Option<Finding>> = (0..)
        .zip(&then)
        .map(|(row, old)| (!pairs.met.contains(&row)).then(|| old.clone()))
        .collect();
    for (came, partners) in now.iter().zip(&pairs.of_new) {
        if let [(row, false)] = partners[..]
            && let (Some(old), Some(place)) = (then.get(row), gone.get_mut(row))
            && let Some(parts) = Parts::of((old, before, &seen_then), (came, after, &seen_now))
        {
            remaining.extend(parts.left.map(|(old, came)| Remaining {
                why: unseen(&reasons, &old, &came),
                before: old,
                after: came,
                is_moved: false,
            }));
            new.extend(parts.came);
            *place = parts.gone;
            continue;
        }
        if partners.is_empty() {
            new.push(came.clone());
        }
        for &(row, is_moved) in partners {
            remaining.extend(then.get(row).map(|old| Remaining {
                before: old.clone(),
                after: came.clone(),
                is_moved,
                why: unseen(&reasons, old, came),
            }));
        }
    }
    let solved = gone.into_iter().flatten().map(|finding| {
        let why = reasons.why(&finding);
        Solved { finding, why }
    });
    Compared {
        solved: solved.collect(),
        new,
        remaining,
    }
}

/// What a finding is about, by the ids that mean the same in both directories.
pub(super) struct Mark<'d> {
    pub services: BTreeSet<&'d str>,
    pub places: BTreeSet<&'d str>,
}

impl<'d> Mark<'d> {
    pub fn of(directory: &'d Directory, finding: &Finding) -> Self {
        let catalogue = directory.catalogue();
        let services = finding.services.iter();
        let places = finding.municipalities.iter();
        Self {
            services: services.map(|&one| catalogue[one].id.as_str()).collect(),
            places: places.map(|&one| catalogue[one].id.as_str()).collect(),
        }
    }
}

/// Which findings of the one list are which of the other, by their positions. Only what has an id, or a kind and a
/// service, in common is ever set beside each other.
struct Pairs {
    /// For every finding of the second list those of the first that it is, and whether others are behind it.
    of_new: Vec<Vec<(usize, bool)>>,
    /// Those of the first list that are any of the second.
    met: HashSet<usize>,
}

impl Pairs {
    fn of(then: &[Finding], then_marks: &[Mark], now: &[Finding], now_marks: &[Mark]) -> Self {
        let mut by_id: HashMap<&str, Vec<usize>> = HashMap::new();
        for (row, old) in then.iter().enumerate() {
            for id in ids(old) {
                by_id.entry(id).or_default().push(row);
            }
        }
        let named = |new: &Finding| -> Vec<(usize, bool)> {
            let rows = ids(new).filter_map(|id| by_id.get(id)).flatten();
            let rows: BTreeSet<usize> = rows.copied().collect();
            rows.into_iter().map(|row| (row, false)).collect()
        };
        let mut of_new: Vec<Vec<(usize, bool)>> = now.iter().map(named).collect();
        let mut met = HashSet::new();
        met.extend(of_new.iter().flatten().map(|(row, _)| *row));
        same_whole(then, now, &mut of_new, &mut met);

        let mut by_service: HashMap<(FindingKind, &str), Vec<usize>> = HashMap::new();
        let free = then.iter().zip(then_marks).enumerate();
        for (row, (old, mark)) in free.filter(|(row, _)| !met.contains(row)) {
            for service in &mark.services {
                by_service.entry((old.kind, service)).or_default().push(row);
            }
        }
        for (partners, (new, mark)) in of_new.iter_mut().zip(now.iter().zip(now_marks)) {
            if !partners.is_empty() {
                continue;
            }
            let services = mark.services.iter();
            let rows = services.filter_map(|service| by_service.get(&(new.kind, *service)));
            let rows: BTreeSet<usize> = rows.flatten().copied().collect();
            let alike = rows.into_iter().filter(|&row| {
                let old = then.get(row).zip(then_marks.get(row));
                old.is_some_and(|old| is_alike(old, (new, mark)))
            });
            partners.extend(alike.map(|row| (row, true)));
        }
        met.extend(of_new.iter().flatten().map(|(row, _)| *row));
        Self { of_new, met }
    }
}

/// Sets what is left over on either side beside what tells of the same fact in more or in fewer municipalities: people
/// have written down a part of it since, or have done so no longer.
fn same_whole(
    then: &[Finding],
    now: &[Finding],
    of_new: &mut [Vec<(usize, bool)>],
    met: &mut HashSet<usize>,
) {
    let lone: Vec<bool> = of_new.iter().map(Vec::is_empty).collect();
    let met_before = met.clone();
    for (row, old) in then.iter().enumerate() {
        let was_met = met_before.contains(&row);
        for ((new, partners), &is_lone) in now.iter().zip(of_new.iter_mut()).zip(&lone) {
            if (is_lone || !was_met)
                && old.kind == new.kind
                && wholes(old).any(|id| wholes(new).any(|other| id == other))
            {
                partners.push((row, false));
                met.insert(row);
            }
        }
    }
}

/// Why the rules do not see a finding any more that they saw and people wrote down.
fn unseen(reasons: &Reasons<'_>, old: &Finding, new: &Finding) -> Vec<Why> {
    let written = |one: &Finding| one.basis != Basis::Computed;
    if written(new) && !old.computed.is_empty() && new.computed.is_empty() {
        return reasons.why(old);
    }
    Vec::new()
}

/// The id of a finding and those that it stands for.
fn ids(finding: &Finding) -> impl Iterator<Item = &str> {
    let all = [&finding.id].into_iter().chain(&finding.computed);
    all.map(FindingId::as_str)
}

/// The same, and of what it stands for a part of the id of the whole.
pub(super) fn wholes(finding: &Finding) -> impl Iterator<Item = &str> {
    ids(finding).map(whole)
}

/// Whether two findings tell of the same, though with others behind it: the same kind, at least half of the services the
/// same, and a municipality and a step in common. Two conflicts about one service are about different facts.
fn is_alike((old, then): (&Finding, &Mark<'_>), (new, now): (&Finding, &Mark<'_>)) -> bool {
    if old.kind != new.kind || old.kind == FindingKind::Conflict {
        return false;
    }
    let common = then.services.intersection(&now.services).count();
    let any_step = old.steps.is_empty() || new.steps.is_empty();
    common > 0
        && common * 2 >= then.services.union(&now.services).count()
        && !then.places.is_disjoint(&now.places)
        && (any_step || !old.steps.intersection(new.steps).is_empty())
}
