//! What the screen and the command line ask: the services and organisations of a directory that fit what was typed.
//!
//! The finder turns a directory into documents for the index, and reads the filters: `@` and places choose the
//! caller's municipality, `#` an organisation, `!` what has findings.

use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::fold::fold;
use super::{Document, Field, Index, Query, Searcher};
use crate::catalogue::{Catalogue, MunicipalityRef, Organisation, OrganisationRef, ServiceRef};
use crate::directory::Directory;

/// How many words a place's name may have.
const LONGEST_PLACE: usize = 3;

/// A name shorter than this counts only with its own å, ä and ö: `stora` is a common word, Storå is a place.
const SHORTEST_WITHOUT_MARKS: usize = 6;

/// Finds services and organisations of one directory.
///
/// The indexes are built when they are first needed, so that a screen can be drawn before; [`Finder::prepare`] builds
/// them in a quiet moment.
#[derive(Debug)]
pub struct Finder {
    services: OnceCell<Index>,
    service_refs: Vec<ServiceRef>,
    organisations: OnceCell<Index>,
    organisation_refs: Vec<OrganisationRef>,
    /// Municipalities and places by their folded names.
    places: HashMap<String, NamedPlace>,
    with_findings: HashSet<ServiceRef>,
    service_searcher: RefCell<Searcher>,
    organisation_searcher: RefCell<Searcher>,
}

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

/// A service that fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The service.
    pub service: ServiceRef,
    /// How well it fits, 0–1000.
    pub score: u32,
    /// The field that fits best.
    pub field: Field,
}

/// What came of a query.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The services, best first; without words all that pass the filters, by name.
    pub hits: Vec<Hit>,
    /// How many services fit, shown or not.
    pub total: usize,
    /// Where the words say that the caller is.
    pub place: Option<CallerPlace>,
    /// Query words that nothing resembles.
    pub unmatched: Vec<String>,
    /// The nearest known words, when nothing fits well.
    pub suggestions: Vec<String>,
    /// Whether even the best hit is a guess.
    pub weak: bool,
    /// An organisation that the words name by a name it no longer has, or that no longer exists.
    pub former: Option<OrganisationRef>,
    /// The words that were looked for, without filters and places.
    pub words: String,
}

impl Found {
    /// The municipality that the words name.
    pub fn municipality(&self) -> Option<MunicipalityRef> {
        self.place.as_ref().map(|place| place.municipality)
    }
}

impl Finder {
    /// Reads a directory.
    pub fn new(directory: &Directory) -> Self {
        let catalogue = directory.catalogue();
        let mut service_refs = directory.services().to_vec();
        service_refs.sort_by_cached_key(|&service| alphabetical(&catalogue[service].name));
        let mut organisation_refs: Vec<_> = catalogue.organisation_refs().collect();
        organisation_refs.sort_by_cached_key(|&one| alphabetical(directory.name(one)));
        let places = places(catalogue);
        let documented = catalogue
            .findings()
            .iter()
            .filter(|finding| finding.period.contains(directory.day()));
        Self {
            services: OnceCell::new(),
            organisations: OnceCell::new(),
            service_refs,
            organisation_refs,
            places,
            with_findings: documented
                .flat_map(|finding| finding.services.iter().copied())
                .collect(),
            service_searcher: RefCell::default(),
            organisation_searcher: RefCell::default(),
        }
    }

    /// Builds the indexes, if nothing has needed them yet.
    pub fn prepare(&self, directory: &Directory) {
        self.service_index(directory);
        self.organisation_index(directory);
    }

    fn service_index(&self, directory: &Directory) -> &Index {
        let document = |&service: &ServiceRef| service_document(directory, service);
        self.services
            .get_or_init(|| Index::build(self.service_refs.iter().map(document)))
    }

    fn organisation_index(&self, directory: &Directory) -> &Index {
        let catalogue = directory.catalogue();
        let document =
            |&organisation: &OrganisationRef| organisation_document(&catalogue[organisation]);
        self.organisations
            .get_or_init(|| Index::build(self.organisation_refs.iter().map(document)))
    }

    /// The services that fit a query line, at most so many.
    pub fn find(&self, directory: &Directory, text: &str, limit: usize) -> Found {
        let query = Query::parse(text);
        let catalogue = directory.catalogue();
        let (words, place) = self.read_place(&query);
        let wanted: Vec<OrganisationRef> = query
            .organisations
            .iter()
            .flat_map(|name| {
                catalogue
                    .organisation_refs()
                    .filter(|&one| is_called(&catalogue[one], name))
            })
            .collect();
        let at = query.municipalities.iter().any(|name| !name.is_empty());
        let municipality = place
            .as_ref()
            .filter(|_| at)
            .map(|place| place.municipality);
        let refs = &self.service_refs;
        let findings = &self.with_findings;
        let passes = |service: ServiceRef| {
            (query.organisations.is_empty()
                || wanted.iter().any(|&one| has_part(directory, service, one)))
                && municipality
                    .is_none_or(|one| directory.duties_for(service, one).next().is_some())
                && (!query.findings || findings.contains(&service))
        };
        let former = former(directory, words.trim());
        if words.trim().is_empty() {
            let all: Vec<ServiceRef> = refs
                .iter()
                .copied()
                .filter(|&service| passes(service))
                .collect();
            let hits = all
                .iter()
                .take(limit)
                .map(|&service| Hit {
                    service,
                    score: 0,
                    field: Field::Name,
                })
                .collect();
            return Found {
                hits,
                total: all.len(),
                place,
                former,
                words,
                ..Found::default()
            };
        }
        let accept = |document: u32| {
            refs.get(document as usize)
                .is_some_and(|&service| passes(service))
        };
        let found = self.service_index(directory).search(
            &mut self.service_searcher.borrow_mut(),
            &words,
            limit,
            &accept,
        );
        let hit = |hit: &super::EngineHit| {
            Some(Hit {
                service: *refs.get(hit.document as usize)?,
                score: hit.score,
                field: hit.field,
            })
        };
        Found {
            hits: found.hits.iter().filter_map(hit).collect(),
            total: found.total,
            place,
            unmatched: found.unmatched,
            suggestions: found.suggestions,
            weak: found.weak,
            former,
            words,
        }
    }

    /// The organisations that fit a query line; without words those that exist on the directory's day.
    pub fn find_organisations(&self, directory: &Directory, text: &str) -> Vec<OrganisationRef> {
        let query = Query::parse(text);
        let (words, place) = self.read_place(&query);
        let catalogue = directory.catalogue();
        let serves = |organisation: OrganisationRef| {
            place
                .as_ref()
                .is_none_or(|place| catalogue[organisation].serves.contains(&place.municipality))
        };
        let words = [words.trim(), &query.organisations.join(" ")].join(" ");
        if words.trim().is_empty() {
            let exists = |&one: &OrganisationRef| directory.exists(one) && serves(one);
            return self
                .organisation_refs
                .iter()
                .copied()
                .filter(exists)
                .collect();
        }
        let refs = &self.organisation_refs;
        let accept = |document: u32| {
            refs.get(document as usize)
                .is_some_and(|&organisation| serves(organisation))
        };
        let found = self.organisation_index(directory).search(
            &mut self.organisation_searcher.borrow_mut(),
            &words,
            refs.len(),
            &accept,
        );
        found
            .hits
            .iter()
            .filter_map(|hit| refs.get(hit.document as usize).copied())
            .collect()
    }

    /// The bytes of a service's text that the words found, for showing.
    pub fn highlight(&self, text: &str, words: &str) -> Vec<Range<usize>> {
        highlight(&self.services, &self.service_searcher, text, words)
    }

    /// The bytes of an organisation's text that the words found, for showing.
    pub fn highlight_organisation(&self, text: &str, words: &str) -> Vec<Range<usize>> {
        highlight(
            &self.organisations,
            &self.organisation_searcher,
            text,
            words,
        )
    }

    /// Takes a place out of the words: the municipality that `@` or a place's name says the caller lives in.
    ///
    /// The last place wins. A place counts when it is written out; half a name chooses nobody's municipality, except
    /// after `@`, where the only place that begins so is meant.
    fn read_place(&self, query: &Query) -> (String, Option<CallerPlace>) {
        let mut place = query
            .municipalities
            .iter()
            .rev()
            .find_map(|name| self.place_beginning(&fold(name)));
        let words: Vec<&str> = query.words.split_whitespace().collect();
        let mut kept = Vec::with_capacity(words.len());
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let found = (1..=LONGEST_PLACE.min(words.len() - at))
                .rev()
                .find_map(|length| {
                    let said = words.get(at..at + length)?.join(" ").to_lowercase();
                    let genitive = said
                        .strip_suffix('s')
                        .and_then(|stem| self.place_said(stem));
                    self.place_said(&said)
                        .or(genitive)
                        .map(|place| (place.clone(), length))
                });
            if let Some((found, length)) = found {
                place = Some(found);
                at += length;
            } else {
                kept.push(*word);
                at += 1;
            }
        }
        // A space says that the last word is finished; so does a place behind it.
        let finished = query.words.ends_with(' ') || kept.last() != words.last();
        let mut kept = kept.join(" ");
        if finished && !kept.is_empty() {
            kept.push(' ');
        }
        (kept, place)
    }

    /// The place that somebody says, in small letters.
    fn place_said(&self, said: &str) -> Option<&CallerPlace> {
        let folded = fold(said);
        let place = self.places.get(&folded)?;
        (place.name == said || folded.chars().count() >= SHORTEST_WITHOUT_MARKS)
            .then_some(&place.caller)
    }

    fn place_beginning(&self, name: &str) -> Option<CallerPlace> {
        if let Some(place) = self.places.get(name) {
            return Some(place.caller.clone());
        }
        let mut beginning = self
            .places
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

fn highlight(
    index: &OnceCell<Index>,
    searcher: &RefCell<Searcher>,
    text: &str,
    words: &str,
) -> Vec<Range<usize>> {
    // Before the first search nothing has been found that could be shown.
    let Some(index) = index.get().filter(|_| !words.trim().is_empty()) else {
        return Vec::new();
    };
    index.highlight(&mut searcher.borrow_mut(), text, words)
}

/// A key that sorts as a Swedish phone book does: å, ä and ö last, capitals and other marks overlooked.
fn alphabetical(name: &str) -> String {
    let lower = name.to_lowercase();
    let letters = lower.chars().map(|letter| match letter {
        'å' => "{".to_owned(),
        'ä' | 'æ' => "|".to_owned(),
        'ö' | 'ø' => "}".to_owned(),
        other => fold(other.encode_utf8(&mut [0; 4])),
    });
    letters.collect()
}

/// Municipalities and their places by folded name. A municipality's own name goes before a place of that name.
fn places(catalogue: &Catalogue) -> HashMap<String, NamedPlace> {
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
    places
}

fn service_document(directory: &Directory, service: ServiceRef) -> Document {
    let catalogue = directory.catalogue();
    let entry = &catalogue[service];
    let mut fields = vec![
        (Field::Name, entry.name.clone()),
        (Field::Topic, catalogue[entry.topic].name.clone()),
    ];
    fields.extend(entry.also.iter().map(|word| (Field::Also, word.clone())));
    fields.extend(
        entry
            .summary
            .iter()
            .map(|text| (Field::Summary, text.clone())),
    );
    fields.extend(entry.ask.iter().map(|text| (Field::Ask, text.clone())));
    let mut seen: HashSet<OrganisationRef> = HashSet::new();
    for duty in directory.duties(service) {
        // Callers say BKT long after it ended: every body that has had this task is a way to find it.
        for organisation in [duty.organisation, duty.responsibility.organisation] {
            if seen.insert(organisation) {
                fields.extend(organisation_words(&catalogue[organisation]));
            }
        }
        let unit = duty
            .unit
            .and_then(|unit| catalogue[duty.organisation].unit_at(unit));
        fields.extend(unit.map(|unit| (Field::Organisation, unit.name.clone())));
    }
    for responsibility in &entry.responsibilities {
        if seen.insert(responsibility.organisation) {
            fields.extend(organisation_words(&catalogue[responsibility.organisation]));
        }
    }
    Document { fields }
}

fn organisation_words(organisation: &Organisation) -> impl Iterator<Item = (Field, String)> {
    let names = organisation
        .names
        .iter()
        .flat_map(|name| name.short.iter().chain([&name.name]));
    names
        .chain(&organisation.also)
        .map(|word| (Field::Organisation, word.clone()))
}

fn organisation_document(organisation: &Organisation) -> Document {
    let mut fields: Vec<(Field, String)> = Vec::new();
    for name in &organisation.names {
        fields.push((Field::Name, name.name.clone()));
        fields.extend(name.short.iter().map(|short| (Field::Name, short.clone())));
    }
    fields.extend(
        organisation
            .also
            .iter()
            .map(|word| (Field::Also, word.clone())),
    );
    for unit in &organisation.units {
        fields.push((Field::Also, unit.name.clone()));
        fields.extend(unit.also.iter().map(|word| (Field::Also, word.clone())));
    }
    fields.extend(
        organisation
            .summary
            .iter()
            .map(|text| (Field::Summary, text.clone())),
    );
    Document { fields }
}

/// Whether an organisation has a part in a service: on the directory's day, or ever if it no longer exists.
fn has_part(directory: &Directory, service: ServiceRef, organisation: OrganisationRef) -> bool {
    if directory.exists(organisation) {
        return directory
            .duties(service)
            .any(|duty| duty.organisation == organisation);
    }
    let written = &directory.catalogue()[service].responsibilities;
    written
        .iter()
        .any(|responsibility| responsibility.organisation == organisation)
}

/// Whether a name, perhaps half-typed, is one of the organisation's: its id, a short name, a full name, an everyday word.
fn is_called(organisation: &Organisation, name: &str) -> bool {
    let name = fold(name);
    let own = |known: &str| fold(known).starts_with(&name);
    own(organisation.id.as_str())
        || organisation
            .names
            .iter()
            .any(|known| own(&known.name) || known.short.as_deref().is_some_and(own))
        || organisation.also.iter().any(|known| own(known))
}

/// The organisation that the words name exactly, by a name that is not its name on the directory's day.
fn former(directory: &Directory, words: &str) -> Option<OrganisationRef> {
    let said = fold(words);
    if said.is_empty() {
        return None;
    }
    let catalogue = directory.catalogue();
    let is = |known: &str| fold(known) == said;
    let says =
        |name: &crate::catalogue::Name| is(&name.name) || name.short.as_deref().is_some_and(is);
    let named_today = |one: OrganisationRef| {
        directory.exists(one) && says(catalogue[one].name_on(directory.day()))
    };
    if catalogue.organisation_refs().any(named_today) {
        return None;
    }
    catalogue.organisation_refs().find(|&one| {
        catalogue[one].names.iter().any(says)
            && (!directory.exists(one) || !says(catalogue[one].name_on(directory.day())))
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::catalogue::Reading;

    fn directory() -> Directory {
        let catalogue = Arc::new(Reading::embedded().catalogue.unwrap());
        Directory::at(catalogue, "2026-11-23".parse().unwrap())
    }

    fn municipality_of(text: &str) -> Option<String> {
        let directory = directory();
        let found = Finder::new(&directory).find(&directory, text, 10);
        found
            .municipality()
            .map(|one| directory.catalogue()[one].id.to_string())
    }

    #[test]
    fn a_place_tells_the_callers_municipality() {
        assert_eq!(
            municipality_of("lukt avlopp gyttorp").as_deref(),
            Some("nora")
        );
        assert_eq!(
            municipality_of("KOPPARBERG snö").as_deref(),
            Some("ljusnarsberg")
        );
        assert_eq!(municipality_of("hällefors").as_deref(), Some("hallefors"));
        assert_eq!(municipality_of("hallefors").as_deref(), Some("hallefors"));
        assert_eq!(municipality_of("@nor snö").as_deref(), Some("nora"));
    }

    #[test]
    fn a_common_word_is_no_place_only_because_its_marks_are_missing() {
        assert_eq!(municipality_of("stora sopor"), None);
        assert_eq!(
            municipality_of("sopor storå").as_deref(),
            Some("lindesberg")
        );
        assert_eq!(municipality_of("gyttorpsvägen"), None);
    }

    #[test]
    fn the_words_of_a_place_are_not_looked_for() {
        let directory = directory();
        let finder = Finder::new(&directory);
        let with = finder.find(&directory, "lukt avlopp gyttorp", 5);
        let without = finder.find(&directory, "lukt avlopp ", 5);
        assert_eq!(with.hits, without.hits);
        assert!(!with.hits.is_empty());
    }

    #[test]
    fn without_words_everything_that_passes_the_filters_is_shown() {
        let directory = directory();
        let finder = Finder::new(&directory);
        let all = finder.find(&directory, "", usize::MAX);
        assert_eq!(all.total, directory.services().len());
        let of_the_board = finder.find(&directory, "#bmb", usize::MAX);
        assert!(
            of_the_board.total > 10 && of_the_board.total < all.total,
            "{}",
            of_the_board.total
        );
        let with_findings = finder.find(&directory, "!", usize::MAX);
        assert!(with_findings.total > 0 && with_findings.total < all.total);
    }

    #[test]
    fn a_former_name_is_recognised_and_a_current_one_is_not() {
        let directory = directory();
        let finder = Finder::new(&directory);
        let former = |text: &str| {
            finder
                .find(&directory, text, 1)
                .former
                .map(|one| directory.catalogue()[one].id.to_string())
        };
        assert_eq!(former("bmb").as_deref(), Some("bmb"));
        assert_eq!(former("BKT").as_deref(), Some("bkt"));
        assert_eq!(former("trafikverket"), None);
        assert_eq!(former("snö"), None);
    }
}
