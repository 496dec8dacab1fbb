//! Which findings are solved, new or left between two directories.
//!
//! A finding is left where one with the same id is there. It is left in other hands where one of the same kind is there
//! about the same services and the same municipalities: that a board has taken over from a federation does not by itself
//! solve what the two did twice. An id says neither where a finding is nor of which step: what is left of it in some
//! municipalities is parted from what is solved in others and from what is new there.

use std::collections::{BTreeSet, HashMap};

use crate::catalogue::{FindingId, FindingKind};
use crate::directory::Directory;
use crate::overlap::{Basis, Finding, parted, whole};

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
    let mut gone: Vec<Option<Finding>> = then
        .iter()
        .zip(&pairs.is_met)
        .map(|(old, is_met)| (!is_met).then(|| old.clone()))
        .collect();
    for (came, partners) in now.iter().zip(&pairs.of_new) {
        if let [(row, false)] = partners[..]
            && let Some(parts) =
                Parts::of((&then[row], before, &seen_then), (came, after, &seen_now))
        {
            remaining.extend(parts.left.map(|(old, came)| Remaining {
                why: unseen(&reasons, &old, &came),
                before: old,
                after: came,
                is_moved: false,
            }));
            new.extend(parts.came);
            gone[row] = parts.gone;
            continue;
        }
        if partners.is_empty() {
            new.push(came.clone());
        }
        for &(row, is_moved) in partners {
            remaining.push(Remaining {
                before: then[row].clone(),
                after: came.clone(),
                is_moved,
                why: unseen(&reasons, &then[row], came),
            });
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

/// A finding of one id on two days that is not in the same places, or not of the same steps: what is left of it, what is
/// gone and what came.
struct Parts {
    left: Option<(Finding, Finding)>,
    gone: Option<Finding>,
    came: Option<Finding>,
}

impl Parts {
    /// The parts; none where nothing is gone and nothing came, or people have written down where it is, or it is one but
    /// as a whole. `seen_then` and `seen_now` say where its fact is seen in all: people may have written down a part of it
    /// on one of the days.
    fn of(
        (old, before, seen_then): (&Finding, &Directory, &Places<'_>),
        (new, after, seen_now): (&Finding, &Directory, &Places<'_>),
    ) -> Option<Self> {
        let is_written = |one: &Finding| one.basis != Basis::Computed;
        if is_written(old) || is_written(new) {
            return None;
        }
        let seen = |places: &Places<'_>, one: &Finding| -> BTreeSet<String> {
            let known = places.get(whole(one.id.as_str())).into_iter().flatten();
            known.map(|&place| place.to_owned()).collect()
        };
        let owned = |mark: Mark<'_>| -> BTreeSet<String> {
            mark.places.into_iter().map(str::to_owned).collect()
        };
        let (then, now) = (owned(Mark::of(before, old)), owned(Mark::of(after, new)));
        let (still, already) = (seen(seen_now, old), seen(seen_then, new));
        let is_other_step = !old.steps.is_empty()
            && !new.steps.is_empty()
            && old.steps.intersection(new.steps).is_empty();
        let is_elsewhere = !then.is_empty()
            && !now.is_empty()
            && then.is_disjoint(&still)
            && now.is_disjoint(&already);
        if is_other_step || is_elsewhere {
            return Some(Self {
                left: None,
                gone: Some(old.clone()),
                came: Some(new.clone()),
            });
        }
        let (gone, came) = (&then - &still, &now - &already);
        if gone.is_empty() && came.is_empty() {
            return None;
        }
        let part = |finding: &Finding, directory: &Directory, places: &BTreeSet<String>| {
            let find = |id: &String| directory.catalogue().find_municipality(id);
            let places: Vec<_> = places.iter().filter_map(find).collect();
            parted(finding, &places, directory).map(|parts| parts.inside)
        };
        let left = |finding: &Finding, directory: &Directory, gone: &BTreeSet<String>, all| {
            let part = part(finding, directory, &(all - gone))?;
            let id = finding.id.clone();
            Some(Finding { id, ..part })
        };
        Some(Self {
            left: Some((
                left(old, before, &gone, &then)?,
                left(new, after, &came, &now)?,
            )),
            gone: part(old, before, &gone),
            came: part(new, after, &came),
        })
    }
}

/// In which municipalities a fact is seen in all, by the id of the whole.
type Places<'d> = HashMap<String, BTreeSet<&'d str>>;

fn places<'d>(directory: &'d Directory, findings: &[Finding]) -> Places<'d> {
    let mut places: Places<'d> = HashMap::new();
    for finding in findings {
        let own = Mark::of(directory, finding).places;
        for id in wholes(finding) {
            places.entry(id.to_owned()).or_default().extend(&own);
        }
    }
    places
}

/// What a finding is about, by the ids that mean the same in both directories.
struct Mark<'d> {
    services: BTreeSet<&'d str>,
    places: BTreeSet<&'d str>,
}

impl<'d> Mark<'d> {
    fn of(directory: &'d Directory, finding: &Finding) -> Self {
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
    /// Whether a finding of the first list is any of the second.
    is_met: Vec<bool>,
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
        let mut is_met = vec![false; then.len()];
        for &(row, _) in of_new.iter().flatten() {
            is_met[row] = true;
        }
        same_whole(then, now, &mut of_new, &mut is_met);

        let mut by_service: HashMap<(FindingKind, &str), Vec<usize>> = HashMap::new();
        let free = then.iter().zip(then_marks).enumerate();
        for (row, (old, mark)) in free.filter(|(row, _)| !is_met[*row]) {
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
            let alike = rows
                .into_iter()
                .filter(|&row| is_alike((&then[row], &then_marks[row]), (new, mark)));
            partners.extend(alike.map(|row| (row, true)));
        }
        for &(row, _) in of_new.iter().flatten() {
            is_met[row] = true;
        }
        Self { of_new, is_met }
    }
}

/// Sets what is left over on either side beside what tells of the same fact in more or in fewer municipalities: people
/// have written down a part of it since, or have done so no longer.
fn same_whole(
    then: &[Finding],
    now: &[Finding],
    of_new: &mut [Vec<(usize, bool)>],
    is_met: &mut [bool],
) {
    let lone: Vec<bool> = of_new.iter().map(Vec::is_empty).collect();
    let was_met = is_met.to_vec();
    for (row, old) in then.iter().enumerate() {
        for ((new, partners), &is_lone) in now.iter().zip(of_new.iter_mut()).zip(&lone) {
            if (is_lone || !was_met[row])
                && old.kind == new.kind
                && wholes(old).any(|id| wholes(new).any(|other| id == other))
            {
                partners.push((row, false));
                is_met[row] = true;
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
fn wholes(finding: &Finding) -> impl Iterator<Item = &str> {
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
