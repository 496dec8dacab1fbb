//! Which findings are solved, new or left between two directories.
//!
//! A finding is left where one with the same id is there. It is left in other hands where one of the same kind is there
//! about the same services and the same municipalities: that a board has taken over from a federation does not by itself
//! solve what the two did twice.

use std::collections::BTreeSet;

use crate::catalogue::FindingKind;
use crate::directory::Directory;
use crate::overlap::{Basis, Finding};

use super::Side;
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
    let named: Vec<Vec<bool>> = beside(&then, &now, is_same);
    let (then_named, now_named) = met(&named, now.len());
    let likened: Vec<Vec<bool>> = then
        .iter()
        .zip(&then_named)
        .map(|(old, &is_named)| {
            let free = now.iter().zip(&now_named);
            free.map(|(new, &is_new_named)| {
                !is_named && !is_new_named && is_alike(before, old, after, new)
            })
            .collect()
        })
        .collect();
    let (then_likened, now_likened) = met(&likened, now.len());

    let mut remaining = Vec::new();
    for (column, new) in now.iter().enumerate() {
        for (row, old) in then.iter().enumerate() {
            let at = |table: &[Vec<bool>]| table[row][column];
            if at(&named) || at(&likened) {
                remaining.push(Remaining {
                    before: old.clone(),
                    after: new.clone(),
                    is_moved: !at(&named),
                    why: unseen(&reasons, old, new),
                });
            }
        }
    }
    let lone = |named: Vec<bool>, likened: Vec<bool>| {
        let pairs = named.into_iter().zip(likened);
        pairs.map(|(named, likened)| !named && !likened)
    };
    let solved = then.into_iter().zip(lone(then_named, then_likened));
    let new = now.into_iter().zip(lone(now_named, now_likened));
    Compared {
        solved: solved
            .filter(|(_, is_lone)| *is_lone)
            .map(|(finding, _)| Solved {
                why: reasons.why(&finding),
                finding,
            })
            .collect(),
        new: new
            .filter(|(_, is_lone)| *is_lone)
            .map(|(finding, _)| finding)
            .collect(),
        remaining,
    }
}

/// For every finding of the first list, which of the second are related to it.
fn beside(
    then: &[Finding],
    now: &[Finding],
    related: impl Fn(&Finding, &Finding) -> bool,
) -> Vec<Vec<bool>> {
    let row = |old: &Finding| now.iter().map(|new| related(old, new)).collect();
    then.iter().map(row).collect()
}

/// Which rows, and which of so many columns, have anything in them.
fn met(table: &[Vec<bool>], columns: usize) -> (Vec<bool>, Vec<bool>) {
    let rows = table.iter().map(|row| row.contains(&true)).collect();
    let column = |column: usize| table.iter().any(|row| row[column]);
    (rows, (0..columns).map(column).collect())
}

/// Why the rules do not see a finding any more that they saw and people wrote down.
fn unseen(reasons: &Reasons<'_>, old: &Finding, new: &Finding) -> Vec<Why> {
    let written = |one: &Finding| one.basis != Basis::Computed;
    if written(new) && !old.computed.is_empty() && new.computed.is_empty() {
        return reasons.why(old);
    }
    Vec::new()
}

/// Whether two findings have an id in common.
fn is_same(old: &Finding, new: &Finding) -> bool {
    let ids = |one: &Finding| -> BTreeSet<String> {
        let all = [&one.id].into_iter().chain(&one.computed);
        all.map(ToString::to_string).collect()
    };
    !ids(old).is_disjoint(&ids(new))
}

/// Whether two findings tell of the same, though with others behind it: the same kind, at least half of the services the
/// same, and a municipality and a step in common. Two conflicts about one service are about different facts.
fn is_alike(before: &Directory, old: &Finding, after: &Directory, new: &Finding) -> bool {
    let services = |directory: &Directory, finding: &Finding| -> BTreeSet<String> {
        let ids = finding.services.iter();
        ids.map(|&one| directory.catalogue()[one].id.to_string())
            .collect()
    };
    let places = |directory: &Directory, finding: &Finding| -> BTreeSet<String> {
        let ids = finding.municipalities.iter();
        ids.map(|&one| directory.catalogue()[one].id.to_string())
            .collect()
    };
    if old.kind != new.kind || old.kind == FindingKind::Conflict {
        return false;
    }
    let (then, now) = (services(before, old), services(after, new));
    let common = then.intersection(&now).count();
    let any_step = old.steps.is_empty() || new.steps.is_empty();
    common > 0
        && common * 2 >= then.union(&now).count()
        && !places(before, old).is_disjoint(&places(after, new))
        && (any_step || !old.steps.intersection(new.steps).is_empty())
}
