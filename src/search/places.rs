//! Where a caller says to be: municipalities and their places, recognised among the words of a query.

use std::collections::HashMap;

use super::Query;
use super::distance::Pattern;
use super::fold::fold;
use super::stopwords::{is_stop_word, is_weak_word};
use crate::catalogue::{Catalogue, MunicipalityRef};

/// How many words a place's name may have.
const LONGEST_PLACE: usize = 3;

/// A name shorter than this counts only with its own å, ä and ö: `stora` is a common word, Storå is a place.
const SHORTEST_WITHOUT_MARKS: usize = 6;

/// Shortest name that counts with a letter wrong, or without its marks, where no other word is meant.
const SHORTEST_MISSPELT: usize = 6;
const SHORTEST_UNMARKED: usize = 4;

/// Whether a folded word is, or nearly is, a word of what is searched, other than one that begins with this name.
pub(super) type IsAnother<'a> = dyn Fn(&str, &str) -> bool + 'a;

/// Where the caller says to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallerPlace {
    /// The municipality.
    pub municipality: MunicipalityRef,
    /// The place's name, where it was not the municipality's own.
    pub place: Option<String>,
}

/// A place with its name in small letters, as it is written.
#[derive(Clone, Debug)]
struct NamedPlace {
    name: String,
    caller: CallerPlace,
}

/// Municipalities and their places by folded name.
#[derive(Debug)]
pub(super) struct Places(HashMap<String, NamedPlace>);

impl Places {
    /// The places of a catalogue. A municipality's own name goes before a place of that name.
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        let mut places = HashMap::new();
        let named = |name: &str, caller: CallerPlace| {
            (
                fold(name),
                NamedPlace {
                    name: name.to_lowercase(),
                    caller,
                },
            )
        };
        for municipality in catalogue.municipality_refs() {
            for place in &catalogue[municipality].places {
                let caller = CallerPlace {
                    municipality,
                    place: Some(place.name.clone()),
                };
                let (key, place) = named(&place.name, caller);
                places.entry(key).or_insert(place);
            }
        }
        for municipality in catalogue.municipality_refs() {
            places.extend([named(
                &catalogue[municipality].name,
                CallerPlace {
                    municipality,
                    place: None,
                },
            )]);
        }
        Self(places)
    }

    /// Takes a place out of the words: the municipality that `@` or a place's name says the caller lives in.
    ///
    /// What stands after `@` goes before a place among the words, and the last place before the others. A place counts
    /// when it is written out, if need be with a letter wrong; half a name chooses nobody's municipality, except after
    /// `@`, where the only place that begins so is meant.
    pub(super) fn take_out_of(
        &self,
        query: &Query,
        is_another: &IsAnother,
    ) -> (String, Option<CallerPlace>) {
        let chosen = query
            .municipalities
            .iter()
            .rev()
            .find_map(|name| self.place_beginning(&fold(name)));
        let mut place = None;
        let words: Vec<&str> = query.words.split_whitespace().collect();
        let mut kept = Vec::with_capacity(words.len());
        let mut at = 0;
        let mut ends_with_place = false;
        while let Some(word) = words.get(at) {
            let found = (1..=LONGEST_PLACE.min(words.len() - at))
                .rev()
                .find_map(|length| {
                    let said = words.get(at..at + length)?.join(" ").to_lowercase();
                    let own = said.strip_suffix('s');
                    let place = self
                        .place_said(&said)
                        .or_else(|| self.place_said(own?))
                        .or_else(|| self.place_meant(&said, is_another))
                        .or_else(|| self.place_meant(own?, is_another));
                    place.map(|place| (place.clone(), length))
                });
            ends_with_place = found.is_some();
            if let Some((found, length)) = found {
                place = Some(found);
                at += length;
            } else {
                kept.push(*word);
                at += 1;
            }
        }
        // A space says that the last word is finished; so does a place behind it.
        let finished = query.words.ends_with(' ') || ends_with_place;
        let mut kept = kept.join(" ");
        if finished && !kept.is_empty() {
            kept.push(' ');
        }
        (kept, chosen.or(place))
    }

    /// Whether `@` with this name means some municipality.
    pub(super) fn knows(&self, name: &str) -> bool {
        let name = fold(name);
        self.0.keys().any(|known| known.starts_with(&name))
    }

    /// The place that somebody says, in small letters.
    fn place_said(&self, said: &str) -> Option<&CallerPlace> {
        let folded = fold(said);
        let place = self.0.get(&folded)?;
        (place.name == said || folded.chars().count() >= SHORTEST_WITHOUT_MARKS)
            .then_some(&place.caller)
    }

    /// The place that somebody who misspells it means: a letter wrong inside it, or its marks left out. Only where no
    /// other word is as near, and not by another ending (`hammare` is not Hammarn): a wrong municipality is worse than
    /// none.
    fn place_meant(&self, said: &str, is_another: &IsAnother) -> Option<&CallerPlace> {
        let said = fold(said);
        if said.contains(' ') || is_stop_word(&said) || is_weak_word(&said) {
            return None;
        }
        if let Some(place) = self.0.get(&said) {
            return (said.len() >= SHORTEST_UNMARKED && !is_another(&said, &said))
                .then_some(&place.caller);
        }
        let mut pattern = None;
        let mut near = self.0.iter().filter(|(name, _)| {
            name.len() >= SHORTEST_MISSPELT
                && name.len().abs_diff(said.len()) <= 1
                && name.as_bytes().first() == said.as_bytes().first()
                && name.as_bytes().last() == said.as_bytes().last()
                && pattern
                    .get_or_insert_with(|| Pattern::new(&said))
                    .distance(name)
                    .whole
                    == 1
        });
        let (name, place) = near.next()?;
        let only = near.all(|(_, other)| other.caller.municipality == place.caller.municipality);
        (only && !is_another(&said, name)).then_some(&place.caller)
    }

    fn place_beginning(&self, name: &str) -> Option<CallerPlace> {
        if let Some(place) = self.0.get(name) {
            return Some(place.caller.clone());
        }
        let mut beginning = self
            .0
            .iter()
            .filter(|(known, _)| known.starts_with(name))
            .map(|(_, place)| &place.caller);
        let first = beginning.next()?;
        beginning
            .all(|other| other.municipality == first.municipality)
            .then_some(CallerPlace {
                municipality: first.municipality,
                place: None,
            })
    }
}
