//! A finding that is in other places on the second day, or of other steps: what of it is left, gone and new.

use std::collections::{BTreeSet, HashMap};

use crate::directory::Directory;
use crate::overlap::{Basis, Finding, parted, whole};

use super::findings::{Mark, wholes};

/// A finding of one id on two days that is not in the same places, or not of the same steps: what is left of it, what is
/// gone and what came.
pub struct Parts {
    pub left: Option<(Finding, Finding)>,
    pub gone: Option<Finding>,
    pub came: Option<Finding>,
}

impl Parts {
    /// The parts; none where nothing is gone and nothing came, or people have written down where it is, or it is one but
    /// as a whole. `seen_then` and `seen_now` say where its fact is seen in all: people may have written down a part of it
    /// on one of the days.
    pub fn of(
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
pub type Places<'d> = HashMap<String, BTreeSet<&'d str>>;

/// Where each fact of some findings is seen in all.
pub fn places<'d>(directory: &'d Directory, findings: &[Finding]) -> Places<'d> {
    let mut places: Places<'d> = HashMap::new();
    for finding in findings {
        let own = Mark::of(directory, finding).places;
        for id in wholes(finding) {
            places.entry(id.to_owned()).or_default().extend(&own);
        }
    }
    places
}
