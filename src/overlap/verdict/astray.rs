//! Verdicts that hold on a day but meet no finding there: about an id that is misspelt, about what is no more, about what
//! is now part of another finding, or about bodies that others have succeeded. Nobody's decision is lost without a word.

use std::collections::BTreeSet;

use crate::catalogue::{FaultKind, nearest};
use crate::directory::Directory;
use crate::overlap::Findings;

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
            .map(|decision| told(decision, found, directory))
            .collect()
    }
}

/// What to say of a verdict that no finding has taken.
fn told(decision: &Decision, found: &Findings, directory: &Directory) -> FaultKind {
    let id = decision.finding.clone();
    let verdict = decision.verdict.word().to_owned();
    if let Some(whole) = found.find(&id) {
        return FaultKind::VerdictOnPart {
            id,
            verdict,
            whole: whole.id.to_string(),
        };
    }
    if let Some(Succession { gone, heirs, now }) = succession(&id, directory) {
        let now = found.find(&now).map(|one| one.id.to_string());
        return FaultKind::VerdictSucceeded {
            id,
            verdict,
            gone,
            heirs,
            now: now.unwrap_or_else(|| "none".to_owned()),
        };
    }
    let known = found.all().iter().map(|one| one.id.as_str());
    FaultKind::VerdictAstray {
        nearest: nearest(&id, known),
        id,
        verdict,
        day: directory.day().to_string(),
    }
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
