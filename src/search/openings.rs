//! How calls begin and end: `god morgon`, `vem pratar jag med om`, `kan ni hjälpa mig`.
//!
//! By itself each word may be what a call is about (`hjälp`, `prata`); in such a turn of phrase none is. They count as
//! grammar then, unless there is nothing else in the query.

use super::prepare::Prepared;
use super::tiers;

/// The turns of phrase, folded; the longer of two that begin alike first.
#[rustfmt::skip]
const TURNS: &[&str] = &[
    "ansvarar for", "ansvarig for", "ar det som ansvarar", "ar ansvarig", "behova hjalp med",
    "behover fa hjalp med", "behover hjalp med", "behover veta", "det ar bara det att", "det ar sa att",
    "fa information om", "fa lite hjalp med", "fa hjalp med", "fa prata med", "fa tala med", "fa reda pa",
    "fa veta", "god eftermiddag", "god formiddag", "god morgon", "god kvall", "god afton", "god dag",
    "ha en bra dag", "hamnat ratt", "hand om", "har fatt problem med", "har en fraga om", "har problem med",
    "har ett problem", "har ett arende", "har en fraga", "har hand om", "hjalp mig med", "hjalp mig",
    "hjalpa till med", "hjalpa oss med", "hjalpa mig med", "hjalpa oss", "hjalpa mig", "hur gar det till",
    "information om", "kan jag fa prata med", "kan jag prata med", "kommit till ratt", "kommit ratt",
    "kontakta nagon om", "kontaktar man", "kontaktar jag", "mitt namn ar", "prata med nagon som kan",
    "prata med nagon som", "prata med nagon om", "prata med nan om", "pratar jag med om", "pratar man med om",
    "pratar man med", "pratar jag med", "ratt person", "ringa till", "ringer angaende", "ringer jag till",
    "ringer for att", "ringer man om", "ringer jag om", "ringer man", "ringer om", "saken ar den att",
    "ska jag vanda mig till", "ska jag prata med om", "ska man vanda sig", "ska jag prata med",
    "ska jag vanda mig", "ska man prata med", "ska jag kontakta", "ska jag ringa om", "ska man ringa",
    "ska jag ringa", "ta reda pa", "tack for hjalpen", "tack pa forhand", "tala med nagon om", "talar jag med",
    "talar man med", "tar hand om", "ursakta att jag stor", "vad ska jag gora", "vad kan jag gora",
    "vad ska vi gora", "vander jag mig till", "vander man sig till", "vander man sig", "vander jag mig",
    "vilja veta", "vill veta",
];

impl Prepared {
    /// Weighs the words of such turns of phrase as grammar. `said` are all words in order, with their places.
    pub(super) fn weigh_openings(&mut self, said: &[(String, usize)]) {
        let mut idle = vec![false; self.words.len()];
        let mut at = 0;
        while at < said.len() {
            let length = TURNS.iter().find_map(|turn| {
                let mut here = said.iter().skip(at);
                let mut words = turn.split(' ');
                let same = words.all(|word| here.next().is_some_and(|(said, _)| word == said));
                same.then(|| turn.split(' ').count())
            });
            for (_, place) in said.get(at..at + length.unwrap_or(0)).unwrap_or_default() {
                if let Some(idle) = idle.get_mut(*place) {
                    *idle = true;
                }
            }
            at += length.unwrap_or(1);
        }
        let mut rest = self.words.iter().zip(&idle);
        if !rest.any(|(word, idle)| !word.stop && !idle) {
            return;
        }
        for (word, _) in self.words.iter_mut().zip(idle).filter(|(_, idle)| *idle) {
            word.weight = word.weight.min(tiers::STOP_WORD);
            word.stop = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fold::fold;
    use super::super::{Document, Field, Index, Searcher};
    use super::*;

    #[test]
    fn the_turns_are_folded_and_none_hides_a_longer_one() {
        for (at, turn) in TURNS.iter().enumerate() {
            assert_eq!(fold(turn), *turn);
            let hidden = TURNS
                .iter()
                .skip(at + 1)
                .find(|later| later.starts_with(&format!("{turn} ")));
            assert_eq!(hidden, None);
        }
    }

    #[test]
    fn what_a_call_is_about_comes_after_its_greeting() {
        let names = ["God man", "Prata om döden", "Lekplatser"];
        let first = |query: &str| {
            let documents = names.iter().map(|name| Document {
                fields: vec![(Field::Name, (*name).to_owned())],
            });
            let found = Index::build(documents).search(&mut Searcher::new(), query, 1, &|_| true);
            found.hits.first().map(|hit| names[hit.document as usize])
        };
        assert_eq!(
            first("god morgon vem pratar jag med om lekplats"),
            Some("Lekplatser")
        );
        assert_eq!(first("god man"), Some("God man"));
        assert_eq!(first("vem pratar jag med"), Some("Prata om döden"));
    }
}
