//! What the screen and the command line ask: the services and organisations of a directory that fit what was typed.
//!
//! The finder asks the index, and applies the filters: `@` and places choose the caller's municipality, `#` an
//! organisation, `!` what has findings.

use std::cell::{OnceCell, RefCell};
use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use super::documents::{
    cases, organisation_document, service_texts, sum_of_organisations, sum_of_services,
};
use super::fold::fold;
use super::places::{CallerPlace, Places};
use super::{Document, Explanation, Field, Index, Matches, Query, Searcher, Store};
use crate::catalogue::{MunicipalityRef, Organisation, OrganisationRef, ServiceRef};
use crate::directory::Directory;

/// Finds services and organisations of one directory.
///
/// The indexes are built when they are first needed, so that a screen can be drawn before; [`Finder::prepare`] builds
/// them in a quiet moment. With a [`Store`] they are looked for there first, and kept there when they had to be built.
///
/// ```
/// use std::collections::HashSet;
/// use std::sync::Arc;
///
/// use hanvisa::catalogue::Reading;
/// use hanvisa::directory::Directory;
/// use hanvisa::search::Finder;
///
/// let catalogue = Reading::embedded().catalogue.ok_or("the shipped catalogue has faults")?;
/// let directory = Directory::at(Arc::new(catalogue), "2026-11-23".parse()?);
/// let catalogue = directory.catalogue();
/// let finder = Finder::new(&directory, HashSet::new());
/// let found = finder.find(&directory, "stopp i avloppet gyttorp", 5);
/// let best = found.hits.first().ok_or("nothing fits")?;
/// assert_eq!(catalogue[best.service].id.as_str(), "avloppsstopp");
/// let caller = found.municipality().ok_or("no place")?;
/// assert_eq!(catalogue[caller].name, "Nora");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Finder {
    services: OnceCell<Index>,
    service_refs: Vec<ServiceRef>,
    organisations: OnceCell<Index>,
    organisation_refs: Vec<OrganisationRef>,
    places: Places,
    store: Option<Arc<dyn Store>>,
    with_findings: OnceCell<HashSet<ServiceRef>>,
    service_searcher: RefCell<Searcher>,
    organisation_searcher: RefCell<Searcher>,
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
    /// Filters that mean nothing here, as typed: `@narnia`, `#foo`.
    pub unknown: Vec<String>,
}

impl Found {
    /// The municipality that the words name.
    pub fn municipality(&self) -> Option<MunicipalityRef> {
        self.place.as_ref().map(|place| place.municipality)
    }
}

impl Finder {
    /// Reads a directory. The filter `!` lets these services pass: those that something was found about.
    pub fn new(directory: &Directory, with_findings: HashSet<ServiceRef>) -> Self {
        let finder = Self::before_findings(directory);
        finder.let_pass(|| with_findings);
        finder
    }

    /// Reads a directory before it is known what is found in it. The filter `!` lets nothing pass until
    /// [`Finder::let_pass`] is called.
    pub fn before_findings(directory: &Directory) -> Self {
        let catalogue = directory.catalogue();
        let mut service_refs = directory.services().to_vec();
        service_refs.sort_by_cached_key(|&service| alphabetical(&catalogue[service].name));
        let mut organisation_refs: Vec<_> = catalogue.organisation_refs().collect();
        organisation_refs.sort_by_cached_key(|&one| alphabetical(directory.name(one)));
        let places = Places::of(catalogue);
        Self {
            services: OnceCell::new(),
            organisations: OnceCell::new(),
            service_refs,
            organisation_refs,
            places,
            store: None,
            with_findings: OnceCell::new(),
            service_searcher: RefCell::default(),
            organisation_searcher: RefCell::default(),
        }
    }

    /// The same, with a store for the indexes of this catalogue.
    #[must_use]
    pub fn with_store(self, store: Option<Arc<dyn Store>>) -> Self {
        Self { store, ..self }
    }

    /// Lets these services pass the filter `!`, if it is not known yet which do.
    pub fn let_pass(&self, with_findings: impl FnOnce() -> HashSet<ServiceRef>) {
        self.with_findings.get_or_init(with_findings);
    }

    /// Forgets which services pass the filter `!`: something else counts as found now.
    pub fn forget_findings(&mut self) {
        self.with_findings = OnceCell::new();
    }

    /// Builds the indexes, if nothing has needed them yet.
    pub fn prepare(&self, directory: &Directory) {
        self.service_index(directory);
        self.organisation_index(directory);
    }

    /// What is searched of each service: for judging the search, and for holding others to it.
    pub fn documents(&self, directory: &Directory) -> impl Iterator<Item = (ServiceRef, Document)> {
        self.texts(directory).map(|(service, texts)| {
            let texts = texts.into_iter();
            let fields = texts
                .map(|(field, text)| (field, text.to_owned()))
                .collect();
            (service, Document { fields })
        })
    }

    fn texts<'d>(
        &self,
        directory: &'d Directory,
    ) -> impl Iterator<Item = (ServiceRef, Vec<(Field, &'d str)>)> {
        let cases = cases(directory.catalogue());
        let refs = self.service_refs.iter().copied();
        refs.map(move |service| {
            let cases = cases.get(&service).map_or(&[][..], Vec::as_slice);
            (service, service_texts(directory, service, cases))
        })
    }

    fn service_index(&self, directory: &Directory) -> &Index {
        self.services.get_or_init(|| {
            self.kept(
                || sum_of_services(directory, &self.service_refs),
                self.service_refs.len(),
                || Index::build_borrowed(self.texts(directory).map(|(_, texts)| texts)),
            )
        })
    }

    fn organisation_index(&self, directory: &Directory) -> &Index {
        let catalogue = directory.catalogue();
        let document =
            |&organisation: &OrganisationRef| organisation_document(&catalogue[organisation]);
        self.organisations.get_or_init(|| {
            self.kept(
                || sum_of_organisations(&self.organisation_refs),
                self.organisation_refs.len(),
                || Index::build(self.organisation_refs.iter().map(document)),
            )
        })
    }

    /// The index that is kept under a number, or else the one that is built, which is kept under it then.
    fn kept(&self, number: impl Fn() -> u128, documents: usize, make: impl Fn() -> Index) -> Index {
        let Some(store) = &self.store else {
            return make();
        };
        let number = number();
        let mut found = None;
        store.find(number, &mut |bytes| found = Index::read(bytes, documents));
        found.unwrap_or_else(|| {
            let built = make();
            store.keep(number, &|after| built.write(after));
            built
        })
    }

    /// The services that fit a query line, at most so many.
    pub fn find(&self, directory: &Directory, text: &str, limit: usize) -> Found {
        self.look(directory, text, limit).0
    }

    /// [`Finder::find`], with the reasons why each service stands where it does.
    pub fn explain(&self, directory: &Directory, text: &str, limit: usize) -> (Found, Explanation) {
        let (found, matches) = self.look(directory, text, limit);
        let index = self.service_index(directory);
        let searcher = self.service_searcher.borrow();
        let service = |document: u32| self.service_refs.get(document as usize).copied();
        let explanation = if found.words.trim().is_empty() {
            Explanation::default()
        } else {
            Explanation::of(index, &searcher, &matches, service)
        };
        (found, explanation)
    }

    fn look(&self, directory: &Directory, text: &str, limit: usize) -> (Found, Matches) {
        let query = Query::parse(text);
        let (words, place) = self.parted(directory, &query);
        let wanted: Vec<OrganisationRef> = query
            .organisations
            .iter()
            .flat_map(|name| self.organisations_called(directory, name))
            .collect();
        let unknown = self.unknown(directory, &query);
        let at = query.municipalities.iter().any(|name| !name.is_empty());
        let municipality = place
            .as_ref()
            .filter(|_| at)
            .map(|place| place.municipality);
        let refs = &self.service_refs;
        let findings = self.with_findings.get();
        let passes = |service: ServiceRef| {
            (query.organisations.is_empty()
                || wanted.iter().any(|&one| has_part(directory, service, one)))
                && municipality
                    .is_none_or(|one| directory.duties_for(service, one).next().is_some())
                && (!query.findings || findings.is_some_and(|all| all.contains(&service)))
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
            let found = Found {
                hits,
                total: all.len(),
                place,
                former,
                words,
                unknown,
                ..Found::default()
            };
            return (found, Matches::default());
        }
        let accept = |document: u32| {
            refs.get(document as usize)
                .is_some_and(|&service| passes(service))
        };
        let mut matches = self.service_index(directory).search(
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
        let found = Found {
            hits: matches.hits.iter().filter_map(hit).collect(),
            total: matches.total,
            place,
            unmatched: std::mem::take(&mut matches.unmatched),
            suggestions: std::mem::take(&mut matches.suggestions),
            weak: matches.weak,
            former,
            words,
            unknown,
        };
        (found, matches)
    }

    /// The words of a query line without the place that they name, and that place.
    fn parted(&self, directory: &Directory, query: &Query) -> (String, Option<CallerPlace>) {
        let vocabulary = || &self.service_index(directory).vocabulary;
        self.places.take_out_of(query, &|word, name| {
            vocabulary().has_another_like(word, name)
        })
    }

    /// The filters of a query line that mean nothing here, as typed: `@narnia`, `#foo`.
    fn unknown(&self, directory: &Directory, query: &Query) -> Vec<String> {
        let places = query.municipalities.iter();
        let places = places
            .filter(|name| !self.places.knows(name))
            .map(|name| format!("@{name}"));
        let organisations = query.organisations.iter();
        let organisations = organisations
            .filter(|name| self.organisations_called(directory, name).next().is_none())
            .map(|name| format!("#{name}"));
        places.chain(organisations).collect()
    }

    /// The organisations that a `#` in a query line may mean.
    pub fn organisations_called(
        &self,
        directory: &Directory,
        name: &str,
    ) -> impl Iterator<Item = OrganisationRef> {
        let catalogue = directory.catalogue();
        let refs = self.organisation_refs.iter().copied();
        refs.filter(move |&one| is_called(&catalogue[one], name))
    }

    /// The organisations that fit a query line; without words those that exist on the directory's day.
    pub fn find_organisations(&self, directory: &Directory, text: &str) -> Vec<OrganisationRef> {
        let query = Query::parse(text);
        let (words, place) = self.parted(directory, &query);
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
    let mut key = String::with_capacity(name.len());
    for letter in name.to_lowercase().chars() {
        match letter {
            'å' => key.push('{'),
            'ä' | 'æ' => key.push('|'),
            'ö' | 'ø' => key.push('}'),
            _ if letter.is_ascii_alphanumeric() => key.push(letter),
            _ if letter.is_ascii() => {}
            other => key.push_str(&fold(other.encode_utf8(&mut [0; 4]))),
        }
    }
    key
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
mod kept_tests;
#[cfg(test)]
mod tests;
