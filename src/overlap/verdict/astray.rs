//! Verdicts that hold on a day but meet no finding there: about an id that is misspelt, about what is no more, about what
//! is now part of another finding, or about bodies that others have succeeded. Nobody's decision is lost without a word,
//! and nothing is said of one that has done its work: what was found on the day it was made and is found no more.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::catalogue::{FaultKind, nearest};
use crate::directory::Directory;
use crate::overlap::{Findings, findings_and_lookalikes};

use super::{Decision, Decisions};

impl Decisions {
    /// What to say of each verdict that holds on the findings' day but that none of them has taken, by id. The findings
    /// must be all of the day, look-alikes too.
    pub fn astray(&self, found: &Findings, directory: &Directory) -> Vec<FaultKind> {
        let ids: BTreeSet<&str> = self.0.iter().map(|one| one.finding.as_str()).collect();
        let is_met = |id: &str| found.find(id).is_some_and(|one| one.id.as_str() == id);
        ids.into_iter()
            .filter(|id| !is_met(id))
            .filter_map(|id| self.holding(id, directory.day()))
            .filter_map(|decision| told(decision, found, directory))
            .collect()
    }
}

/// What to say of a verdict that no finding has taken; nothing where what it was about has ended since.
fn told(decision: &Decision, found: &Findings, directory: &Directory) -> Option<FaultKind> {
    let id = decision.finding.clone();
    let verdict = decision.verdict.word().to_owned();
    if let Some(whole) = found.find(&id) {
        return Some(FaultKind::VerdictOnPart {
            id,
            verdict,
            whole: whole.id.to_string(),
        });
    }
    if let Some(Succession { gone, heirs, now }) = succession(&id, directory) {
        let now = found.find(&now).map(|one| one.id.to_string());
        if now.is_none() && was_met(decision, directory) {
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
    if was_met(decision, directory) {
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
fn was_met(decision: &Decision, directory: &Directory) -> bool {
    let made = decision.on.filter(|made| *made < directory.day());
    made.is_some_and(|made| {
        let then = Directory::at(Arc::clone(directory.catalogue()), made);
        let found = findings_and_lookalikes(&then);
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
    /// The id with these in their place.
    now: String,
}

/// Puts those in the place of ended bodies who answer for them, in an id such as `parallel:lokalvard:bkt+bmb`. None where
/// nobody in it has ended, or nobody answers.
fn succession(id: &str, directory: &Directory) -> Option<Succession> {
    let catalogue = directory.catalogue();
    let (mut gone, mut heirs) = (Vec::new(), Vec::new());
    let mut succeeded = |word: &str| {
        let body = catalogue.find_organisation(word)?;
        let heir = directory.answering(body).filter(|heir| *heir != body)?;
        gone.push(directory.brief(body).to_owned());
        heirs.push(directory.brief(heir).to_owned());
        Some(catalogue[heir].id.to_string())
    };
    let parts: Vec<String> = id
        .split(':')
        .map(|part| {
            // Behind a slash stands how a way ends.
            let (bodies, end) = part.split_at(part.find('/').unwrap_or(part.len()));
            let words = bodies.split('+').map(|word| {
                let heir = succeeded(word);
                heir.unwrap_or_else(|| word.to_owned())
            });
            let mut words: Vec<String> = words.collect();
            words.dedup();
            words.join("+") + end
        })
        .collect();
    heirs.sort();
    heirs.dedup();
    (!gone.is_empty()).then(|| Succession {
        gone: gone.join(", "),
        heirs: heirs.join(", "),
        now: parts.join(":"),
    })
}
