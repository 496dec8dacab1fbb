//! Everything the screen is drawn from. Nothing here reads a clock, a file or a key.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use ratatui::layout::Size;

use super::keymap::KeyMap;
use super::line::Line;
use super::view::layout::Regions;
use crate::catalogue::{Catalogue, MunicipalityRef, OrganisationRef, ServiceRef};
use crate::directory::Directory;
use crate::locale::Locale;
use crate::overlap::{Finding, Findings, findings};
use crate::referral::{Moment, Referral, resolve, resolve_everywhere};
use crate::search::{CallerPlace, Finder, Found};

/// A way to look at the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Services, and whom to ring about them.
    Services,
    /// Organisations, and what they do.
    Organisations,
}

impl View {
    /// Every view, in the order of Tab.
    pub const ALL: [Self; 2] = [Self::Services, Self::Organisations];

    /// The id of its name in the locale files.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Services => "view-services",
            Self::Organisations => "view-organisations",
        }
    }
}

/// What lies over the view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// Every key and what it does; typing filters.
    Help {
        /// What is looked for.
        filter: Line,
        /// The first line shown.
        scroll: usize,
    },
    /// The choice of the caller's municipality; typing looks for a place.
    Municipality {
        /// What is looked for.
        filter: Line,
        /// The selected row among those that fit.
        selected: usize,
    },
    /// Emergency and on-call numbers.
    Emergency {
        /// The selected row.
        selected: usize,
    },
}

/// One line of news, until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What to say.
    pub text: String,
    /// Whether something went wrong.
    pub is_fault: bool,
}

/// The selected row of a list and what is scrolled out above. The selection is the thing, not the row.
#[derive(Clone, Copy, Debug)]
pub struct Selection<T> {
    /// What is selected; none only in an empty list.
    pub selected: Option<T>,
    /// How many rows lie above the first one shown.
    pub offset: usize,
}

impl<T> Default for Selection<T> {
    fn default() -> Self {
        Self {
            selected: None,
            offset: 0,
        }
    }
}

impl<T: Copy + PartialEq> Selection<T> {
    /// The selected row.
    pub fn position(&self, rows: &[T]) -> Option<usize> {
        rows.iter().position(|row| Some(*row) == self.selected)
    }

    /// Selects the row so many rows further down, stopping at the ends.
    pub fn step(&mut self, rows: &[T], by: isize) {
        let at = self.position(rows).unwrap_or(0).saturating_add_signed(by);
        self.selected = rows.get(at.min(rows.len().saturating_sub(1))).copied();
    }

    /// Selects the first row.
    pub fn first(&mut self, rows: &[T]) {
        self.selected = rows.first().copied();
        self.offset = 0;
    }

    /// Keeps the selection in the list and in view.
    fn settle(&mut self, rows: &[T], height: usize) {
        if self.position(rows).is_none() {
            self.first(rows);
        }
        let at = self.position(rows).unwrap_or(0);
        let lowest = at.saturating_sub(height.saturating_sub(1));
        self.offset = self
            .offset
            .clamp(lowest, at)
            .min(rows.len().saturating_sub(height));
    }
}

/// The answers for a service: whom to turn to, municipality by municipality, the same answers together.
pub type Answers = Rc<Vec<(Vec<MunicipalityRef>, Referral)>>;

/// Everything the screen is drawn from.
#[derive(Debug)]
pub struct Model {
    /// The catalogue on the day shown.
    pub directory: Directory,
    /// What was found on that day.
    pub findings: Findings,
    /// The search.
    pub finder: Finder,
    /// The language.
    pub locale: Locale,
    /// The keys.
    pub keymap: KeyMap,
    /// The moment shown.
    pub moment: Moment,
    /// Whether another moment than now was asked for, so that the clock does not move it.
    pub pinned: bool,
    /// The caller's municipality as chosen; a place in the query goes before it.
    pub chosen: Option<CallerPlace>,
    /// What is typed.
    pub query: Line,
    /// The services that fit it.
    pub found: Found,
    /// The same as handles, row by row.
    pub services: Vec<ServiceRef>,
    /// The organisations that fit it.
    pub organisations: Vec<OrganisationRef>,
    /// The view shown.
    pub view: View,
    /// The selected service.
    pub service: Selection<ServiceRef>,
    /// The selected organisation.
    pub organisation: Selection<OrganisationRef>,
    /// Whether the card fills the body.
    pub card_open: bool,
    /// How many lines of the card are scrolled out above.
    pub card_scroll: usize,
    /// What lies over the view.
    pub overlay: Option<Overlay>,
    /// News, until the next key.
    pub notice: Option<Notice>,
    /// How many faults the changed files have, while the last good catalogue is shown.
    pub broken: Option<usize>,
    /// The size of the screen.
    pub size: Size,
    answers: RefCell<HashMap<ServiceRef, Answers>>,
}

/// What a model begins with.
#[derive(Debug)]
pub struct Beginning {
    /// The catalogue.
    pub catalogue: Arc<Catalogue>,
    /// The language.
    pub locale: Locale,
    /// The keys.
    pub keymap: KeyMap,
    /// The moment to show.
    pub moment: Moment,
    /// Whether that moment was asked for.
    pub pinned: bool,
    /// The caller's municipality, if it is known.
    pub municipality: Option<MunicipalityRef>,
    /// What is typed already.
    pub query: String,
    /// The size of the screen.
    pub size: Size,
}

impl Model {
    /// A model that shows the beginning.
    pub fn new(beginning: Beginning) -> Self {
        let directory = Directory::at(beginning.catalogue, beginning.moment.day);
        let findings = findings(&directory);
        let finder = Finder::new(&directory, findings.services());
        let chosen = beginning.municipality.map(|municipality| CallerPlace {
            municipality,
            place: None,
        });
        let mut model = Self {
            directory,
            findings,
            finder,
            locale: beginning.locale,
            keymap: beginning.keymap,
            moment: beginning.moment,
            pinned: beginning.pinned,
            chosen,
            query: Line::new(&beginning.query),
            found: Found::default(),
            services: Vec::new(),
            organisations: Vec::new(),
            view: View::Services,
            service: Selection::default(),
            organisation: Selection::default(),
            card_open: false,
            card_scroll: 0,
            overlay: None,
            notice: None,
            broken: None,
            size: beginning.size,
            answers: RefCell::default(),
        };
        model.search();
        model.settle();
        model
    }

    /// The catalogue behind the directory.
    pub fn catalogue(&self) -> &Catalogue {
        self.directory.catalogue()
    }

    /// Where the caller lives: what the query says, or what was chosen.
    pub fn caller(&self) -> Option<&CallerPlace> {
        self.found.place.as_ref().or(self.chosen.as_ref())
    }

    /// The caller's municipality.
    pub fn municipality(&self) -> Option<MunicipalityRef> {
        self.caller().map(|caller| caller.municipality)
    }

    /// Whom to turn to about a service: for the caller's municipality, or for all.
    pub fn answers(&self, service: ServiceRef) -> Answers {
        if let Some(known) = self.answers.borrow().get(&service) {
            return Rc::clone(known);
        }
        let answers = Rc::new(match self.municipality() {
            Some(municipality) => {
                vec![(
                    vec![municipality],
                    resolve(&self.directory, service, municipality, self.moment),
                )]
            }
            None => resolve_everywhere(&self.directory, service, self.moment),
        });
        self.answers
            .borrow_mut()
            .insert(service, Rc::clone(&answers));
        answers
    }

    /// What was found about how a service is done, that touches the caller's municipality; worst first.
    pub fn findings_about(&self, service: ServiceRef) -> impl Iterator<Item = &Finding> {
        self.findings.about_work(service, self.municipality())
    }

    /// Forgets answers: the municipality, the moment or the catalogue is another.
    pub(super) fn forget_answers(&mut self) {
        self.answers.borrow_mut().clear();
    }

    /// Looks for what is typed: always for services, whose words may name the caller's place; for organisations only
    /// where they are shown.
    pub(super) fn search(&mut self) {
        let before = self.municipality();
        let text = self.query.text();
        self.found = self.finder.find(&self.directory, text, usize::MAX);
        self.services = self.found.hits.iter().map(|hit| hit.service).collect();
        if self.view == View::Organisations {
            self.organisations = self.finder.find_organisations(&self.directory, text);
        }
        if self.municipality() != before {
            self.forget_answers();
        }
    }

    /// Does in a quiet moment what the first key would otherwise wait for.
    pub fn prepare(&self) {
        self.finder.prepare(&self.directory);
    }

    /// Looks for what is typed, and selects the best of it.
    pub(super) fn search_anew(&mut self) {
        self.search();
        self.service.first(&self.services);
        match self.view {
            View::Organisations => self.organisation.first(&self.organisations),
            // They are looked for when they are shown.
            View::Services => self.organisation = Selection::default(),
        }
        self.card_scroll = 0;
    }

    /// Shows another moment.
    pub(super) fn turn_to(&mut self, moment: Moment) {
        let another_day = moment.day != self.moment.day;
        self.moment = moment;
        self.forget_answers();
        if another_day {
            self.open(Arc::clone(self.directory.catalogue()));
        }
    }

    /// Shows a catalogue: the same one on another day, or a new one. What is selected stays selected by its id.
    pub(super) fn open(&mut self, catalogue: Arc<Catalogue>) {
        let old = Arc::clone(self.directory.catalogue());
        self.directory = Directory::at(catalogue, self.moment.day);
        let new = self.directory.catalogue();
        let service = self
            .service
            .selected
            .and_then(|service| new.find_service(old[service].id.as_str()));
        let organisation = self
            .organisation
            .selected
            .and_then(|one| new.find_organisation(old[one].id.as_str()));
        self.chosen = self.chosen.take().and_then(|caller| {
            let municipality = new.find_municipality(old[caller.municipality].id.as_str())?;
            Some(CallerPlace {
                municipality,
                ..caller
            })
        });
        self.service.selected = service;
        self.organisation.selected = organisation;
        self.findings = findings(&self.directory);
        self.finder = Finder::new(&self.directory, self.findings.services());
        self.forget_answers();
        self.search();
    }

    /// Brings selection and scrolling into what the screen can show. Called after every change.
    pub(super) fn settle(&mut self) {
        let regions = Regions::of(self);
        let height = usize::from(regions.list.height);
        self.service.settle(&self.services, height);
        // The list of a view that is not shown may be that of another catalogue.
        if self.view == View::Organisations {
            self.organisation.settle(&self.organisations, height);
        }
        self.settle_overlay();
        if self.card_scroll > 0 {
            let lines = super::view::card_length(self, regions.card.width);
            self.card_scroll = self
                .card_scroll
                .min(lines.saturating_sub(usize::from(regions.card.height)));
        }
    }
}

impl Model {
    /// Keeps the selected row of a window among its rows, and its scrolling above its end.
    fn settle_overlay(&mut self) {
        let rows = match &self.overlay {
            None => return,
            Some(Overlay::Help { filter, .. }) => super::view::help_scrolls(self, filter) + 1,
            Some(Overlay::Municipality { filter, .. }) => {
                self.municipalities_called(filter.text()).len()
            }
            Some(Overlay::Emergency { .. }) => self.numbers().len(),
        };
        if let Some(
            Overlay::Help { scroll: at, .. }
            | Overlay::Municipality { selected: at, .. }
            | Overlay::Emergency { selected: at },
        ) = &mut self.overlay
        {
            *at = (*at).min(rows.saturating_sub(1));
        }
    }
}

/// An emergency or on-call number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The number.
    pub number: String,
    /// Who answers.
    pub name: String,
    /// When to ring.
    pub when: String,
}

impl Number {
    /// Somebody else, or another part of somebody, answers the same number.
    fn also(&mut self, name: &str, when: &str) {
        let is_known = self.name.contains(name) || name.starts_with(self.name.as_str());
        for (known, new) in [
            (&mut self.name, Some(name).filter(|_| !is_known)),
            (&mut self.when, Some(when)),
        ] {
            match new {
                Some(new) if known.is_empty() => new.clone_into(known),
                Some(new) if !known.contains(new) => *known = format!("{known} · {new}"),
                _ => {}
            }
        }
    }
}

impl Model {
    /// Emergency numbers, then everybody's on-call numbers on the day, those for the caller's municipality only.
    pub fn numbers(&self) -> Vec<Number> {
        let catalogue = self.catalogue();
        let mut numbers: Vec<Number> = catalogue
            .emergencies()
            .iter()
            .map(|one| Number {
                number: one.number.clone(),
                name: one.name.clone(),
                when: one.when.clone(),
            })
            .collect();
        for organisation in self.directory.organisations() {
            let serves = |municipality| catalogue[organisation].serves.contains(&municipality);
            if !self.municipality().is_none_or(serves) {
                continue;
            }
            let entry = &catalogue[organisation];
            let units = entry
                .units
                .iter()
                .filter_map(|unit| entry.unit(&unit.id))
                .map(Some);
            for unit in std::iter::once(None).chain(units) {
                let contact = self.directory.contact(organisation, unit);
                let Some(number) = contact.on_call else {
                    continue;
                };
                let name =
                    crate::referral::organisation_with_unit(&self.directory, organisation, unit);
                let when = contact.on_call_note.unwrap_or_default();
                match numbers.iter_mut().find(|known| known.number == number) {
                    Some(known) => known.also(&name, &when),
                    None => numbers.push(Number { number, name, when }),
                }
            }
        }
        numbers
    }

    /// The municipalities that fit what is looked for, by name or by a place; the places that fit beside them.
    pub fn municipalities_called(&self, filter: &str) -> Vec<(MunicipalityRef, Vec<&str>)> {
        let wanted = crate::search::fold::fold(filter);
        let catalogue = self.catalogue();
        let fits = |name: &str| crate::search::fold::fold(name).starts_with(&wanted);
        let called = |municipality: MunicipalityRef| {
            let entry = &catalogue[municipality];
            let places: Vec<&str> = if wanted.is_empty() {
                Vec::new()
            } else {
                entry
                    .places
                    .iter()
                    .map(|place| place.name.as_str())
                    .filter(|name| fits(name))
                    .collect()
            };
            (fits(&entry.name) || !places.is_empty()).then_some((municipality, places))
        };
        catalogue.municipality_refs().filter_map(called).collect()
    }
}
