//! Verdicts that hold on a day but meet no finding there: about an id that is misspelt, about what is no more, about what
//! is now part of another finding, or about bodies that others have succeeded. Nobody's decision is lost without a word,
//! and nothing is said of one that has done its work: what was found on the day it was made and is found no more.

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::catalogue::{FaultKind, FindingId, nearest};
use crate::directory::Directory;
use crate::overlap::draft::OF_ORGANISATION;
use crate::overlap::lookalike::Wording;
use crate::overlap::{Finding, Findings, findings_and_lookalikes_by};

use super::{Decision, Decisions};

impl Decisions {
    /// What to say of each verdict that holds on the findings' day but that none of them has taken, by id, of each whose
    /// finding has become another since, and of each that never holds. The findings must be all of the day, look-alikes
    /// too.
    pub fn astray(&self, found: &Findings, directory: &Directory) -> Vec<FaultKind> {
        let earlier = Earlier::than(directory);
        let ids: BTreeSet<&str> = self.0.iter().map(|one| one.finding.as_str()).collect();
        let holding = ids
            .into_iter()
            .filter_map(|id| self.holding(id, directory.day()));
        let mut told: Vec<FaultKind> = holding
            .filter_map(|decision| match found.find(&decision.finding) {
                Some(met) if met.id.as_str() == decision.finding => moved(decision, met, &earlier),
                _ => told(decision, found, &earlier),
            })
            .collect();
        told.extend(self.0.iter().filter_map(never));
        told
    }
}

/// What was found on days before the one asked about, each worked out once.
struct Earlier<'d> {
    directory: &'d Directory,
    wording: OnceCell<Arc<Wording>>,
    found: RefCell<BTreeMap<NaiveDate, Rc<Findings>>>,
}

impl<'d> Earlier<'d> {
    fn than(directory: &'d Directory) -> Self {
        Self {
            directory,
            wording: OnceCell::new(),
            found: RefCell::default(),
        }
    }

    /// What was found on the day a verdict was made; none where that is not before the day asked about.
    fn when_made(&self, decision: &Decision) -> Option<Rc<Findings>> {
        let made = decision.on.filter(|made| *made < self.directory.day())?;
        if let Some(found) = self.found.borrow().get(&made) {
            return Some(Rc::clone(found));
        }
        let catalogue = self.directory.catalogue();
        let wording = || Arc::new(Wording::of(catalogue));
        let then = Directory::at(Arc::clone(catalogue), made);
        let found = findings_and_lookalikes_by(&then, self.wording.get_or_init(wording));
        let found = Rc::new(found);
        self.found.borrow_mut().insert(made, Rc::clone(&found));
        Some(found)
    }
}

/// What to say of a verdict that was to end before it was made: it never holds, and those before it do not either.
fn never(decision: &Decision) -> Option<FaultKind> {
    let (on, until) = (decision.on?, decision.until?);
    (until < on).then(|| FaultKind::VerdictNever {
        id: decision.finding.clone(),
        on: on.to_string(),
        until: until.to_string(),
    })
}

/// What to say of a verdict whose finding is another fact by now, though of the same bodies and service: it is about other
/// steps, or about other municipalities.
fn moved(decision: &Decision, met: &Finding, earlier: &Earlier) -> Option<FaultKind> {
    let then = earlier.when_made(decision)?;
    let was = then.find(&decision.finding)?;
    let other_steps = !was.steps.is_empty()
        && !met.steps.is_empty()
        && was.steps.intersection(met.steps).is_empty();
    let mut places = met.municipalities.iter();
    let other_places = !was.municipalities.is_empty()
        && !met.municipalities.is_empty()
        && !places.any(|place| was.municipalities.contains(place));
    if !other_steps && !other_places {
        return None;
    }
    Some(FaultKind::VerdictMoved {
        id: decision.finding.clone(),
        verdict: decision.verdict.word().to_owned(),
        on: decision.on?.to_string(),
    })
}

/// What to say of a verdict that no finding has taken; nothing where what it was about has ended since.
fn told(decision: &Decision, found: &Findings, earlier: &Earlier) -> Option<FaultKind> {
    let directory = earlier.directory;
    let id = decision.finding.clone();
    let verdict = decision.verdict.word().to_owned();
    if let Some(whole) = found.find(&id) {
        return Some(FaultKind::VerdictOnPart {
            id,
            verdict,
            whole: whole.id.to_string(),
        });
    }
    if let Some(Succession { gone, heirs, now }) = succession(&id, found, directory) {
        if now.is_none() && was_met(decision, earlier) {
            return None;
        }
        return Some(FaultKind::VerdictSucceeded {
            id,
            verdict,
            gone,
            heirs,
            now: now.unwrap_or_else(|| "none".to_owned()),
        });
    }
    if was_met(decision, earlier) {
        return None;
    }
    let known = found.all().iter().map(|one| one.id.as_str());
    Some(FaultKind::VerdictAstray {
        nearest: nearest(&id, known),
        id,
        verdict,
        day: directory.day().to_string(),
    })
}

/// Whether what a verdict is about was found on the day it was made.
fn was_met(decision: &Decision, earlier: &Earlier) -> bool {
    earlier.when_made(decision).is_some_and(|found| {
        let met = found.find(&decision.finding);
        met.is_some_and(|one| one.id.as_str() == decision.finding)
    })
}

/// Bodies in the id of a finding that others answer for on the day.
struct Succession {
    /// Who is gone, by name.
    gone: String,
    /// Who answers for them.
    heirs: String,
    /// The finding about these, where there is one.
    now: Option<String>,
}

/// Puts those in the place of ended bodies who answer for them, in an id such as `parallel:lokalvard:bkt+bmb`. None where
/// nobody in it has ended, or nobody answers.
fn succession(id: &str, found: &Findings, directory: &Directory) -> Option<Succession> {
    let catalogue = directory.catalogue();
    let (mut gone, mut heirs) = (Vec::new(), Vec::new());
    let now = with_bodies(id, |word| {
        let heir = (|| {
            let body = catalogue.find_organisation(word)?;
            let heir = directory.answering(body).filter(|heir| *heir != body)?;
            gone.push(directory.brief(body).to_owned());
            heirs.push(directory.brief(heir).to_owned());
            Some(catalogue[heir].id.to_string())
        })();
        heir.unwrap_or_else(|| word.to_owned())
    });
    if gone.is_empty() {
        return None;
    }
    heirs.sort();
    heirs.dedup();
    let same = |other: &str| with_bodies(other, str::to_owned) == now;
    let ids = found.all().iter().map(|one| one.id.as_str());
    let computed = found.all().iter().flat_map(|one| &one.computed);
    let mut ids = ids.chain(computed.map(FindingId::as_str));
    Some(Succession {
        gone: gone.join(", "),
        heirs: heirs.join(", "),
        now: ids.find(|other| same(other)).and_then(|other| {
            let met = found.find(other)?;
            Some(met.id.to_string())
        }),
    })
}

/// The id of a finding with each of its bodies told otherwise, each once and sorted, so that it does not matter in which
/// order the ids of others would stand. Where a service stands in it and where a body does depends on the kind.
fn with_bodies(id: &str, mut told: impl FnMut(&str) -> String) -> String {
    let parts: Vec<&str> = id.split(':').collect();
    let last = parts.len().saturating_sub(1);
    let of_organisation = parts.get(1) == Some(&OF_ORGANISATION);
    let is_body = |at: usize| match parts.first() {
        Some(&("parallel" | "unclear-entry")) => at == last && at > 1,
        Some(&"chain") => at == last && at > 0,
        Some(&"stale") => at > 0,
        Some(&"lookalike") => of_organisation && at > 1,
        Some(&"conflict") => of_organisation && at == 2,
        _ => false,
    };
    let part = |(at, part): (usize, &&str)| {
        if !is_body(at) {
            return (*part).to_owned();
        }
        // Behind a slash stands how a way ends.
        let (bodies, end) = part.split_at(part.find('/').unwrap_or(part.len()));
        let mut words: Vec<String> = bodies.split('+').map(&mut told).collect();
        words.sort();
        words.dedup();
        words.join("+") + end
    };
    let parts: Vec<String> = parts.iter().enumerate().map(part).collect();
    parts.join(":")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::overlap::findings_and_lookalikes;
    use crate::overlap::tests::{DAY, directory, duty};

    /// Two services that look like one, which somebody has in Ask from 2025 on.
    fn alike() -> String {
        let service = |id: &str| {
            let named = format!(
                "[[service]]\nid = \"{id}\"\nname = \"Snöröjning\"\ntopic = \"gata\"\nsummary = \"S.\"\n"
            );
            let from = "municipalities = [\"ask\"]\nfrom = 2025-01-01";
            named + &duty("forbundet", "contact", from)
        };
        service("plogning") + &service("snorojning")
    }

    #[test]
    fn what_was_in_no_place_when_it_was_judged_is_no_other_fact_in_the_first_it_comes_to() {
        let directory = directory(&[&alike()], DAY);
        let found = findings_and_lookalikes(&directory);
        let id = "lookalike:plogning:snorojning";
        assert_eq!(found.find(id).unwrap().municipalities.len(), 1);
        let text =
            format!("[[verdict]]\nfinding = \"{id}\"\nverdict = \"intended\"\non = 2024-06-01\n");
        let told = Decisions::read(&text).unwrap().astray(&found, &directory);
        assert!(told.is_empty(), "{told:?}");
    }

    #[test]
    fn bodies_stand_in_an_id_where_its_kind_has_them_and_nothing_else_is_one() {
        for (id, told) in [
            // Those who do the same work, or whom one does not know which to ring, stand last.
            ("parallel:vatten:bkt+alm", "parallel:vatten:<alm>+<bkt>"),
            ("parallel:vatten", "parallel:vatten"),
            ("unclear-entry:vatten:bkt", "unclear-entry:vatten:<bkt>"),
            ("unclear-entry:vatten", "unclear-entry:vatten"),
            // How a way ends is no body, and whose way it is not either.
            (
                "chain:vatten:bkt+alm/nobody",
                "chain:vatten:<alm>+<bkt>/nobody",
            ),
            ("chain:bkt+alm/round", "chain:<alm>+<bkt>/round"),
            ("stale:bkt", "stale:<bkt>"),
            // Two services, or two bodies.
            ("lookalike:bkt:alm", "lookalike:bkt:alm"),
            (
                "lookalike:organisation:bkt:alm",
                "lookalike:organisation:<bkt>:<alm>",
            ),
            // A fact of a service, or of a body.
            ("conflict:vatten:avgift", "conflict:vatten:avgift"),
            (
                "conflict:organisation:bkt:avgift",
                "conflict:organisation:<bkt>:avgift",
            ),
            ("gap:vatten", "gap:vatten"),
            // What people have written may be called what a kind is called.
            ("chain", "chain"),
            ("stale", "stale"),
        ] {
            assert_eq!(with_bodies(id, |body| format!("<{body}>")), told);
        }
    }
}
