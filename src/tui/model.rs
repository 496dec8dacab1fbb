//! Everything the screen is drawn from. Nothing here reads a clock, a file or a key.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use ratatui::layout::Size;

use super::keymap::KeyMap;
use super::line::Line;
use super::message::Stale;
use super::view::layout::Regions;
use super::view::matrix::{Columns, head_lines};
use crate::catalogue::{Catalogue, FindingId, MunicipalityRef, OrganisationRef, ServiceRef};
use crate::directory::Directory;
use crate::locale::Locale;
use crate::overlap::lookalike::Wording;
use crate::overlap::verdict::Decisions;
use crate::referral::{Moment, Referral, resolve, resolve_everywhere};
use crate::search::{CallerPlace, Explanation, Finder, Found, Query, Store};

mod aside;
mod findings;
mod grid;
mod judging;
mod numbers;
mod selection;
mod why;

pub use aside::{Aside, Only};
pub use findings::{FindingRow, Inquiry};
pub use grid::{Grid, GridRow};
pub use judging::{Asked, Judging, NoLastDay};
pub use numbers::Number;
pub use selection::Selection;
pub use why::{Unexplained, Why};

/// A way to look at the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Services, and whom to ring about them.
    Services,
    /// What was found about the work: double work and the like.
    Findings,
    /// Services beside municipalities or organisations.
    Matrix,
    /// Organisations, and what they do.
    Organisations,
}

impl View {
    /// Every view, in the order of Tab.
    pub const ALL: [Self; 4] = [
        Self::Services,
        Self::Findings,
        Self::Matrix,
        Self::Organisations,
    ];

    /// The id of its name in the locale files.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Services => "view-services",
            Self::Findings => "view-findings",
            Self::Matrix => "view-matrix",
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
    /// The choice of the day shown.
    Date {
        /// What is typed.
        line: Line,
        /// Whether it was no day when it was last asked for.
        is_wrong: bool,
    },
    /// Emergency and on-call numbers.
    Emergency {
        /// The selected row.
        selected: usize,
    },
    /// Why the selected service is found.
    Why {
        /// The first line of the reasons shown.
        scroll: usize,
    },
    /// What has been decided about a finding.
    Verdict(Judging),
}

/// One line of news, until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What to say.
    pub text: String,
    /// Whether something went wrong.
    pub is_fault: bool,
}

/// The answers for a service: whom to turn to, municipality by municipality, the same answers together.
pub type Answers = Rc<Vec<(Vec<MunicipalityRef>, Referral)>>;

/// Everything the screen is drawn from.
#[derive(Debug)]
pub struct Model {
    /// The catalogue on the day shown.
    pub directory: Directory,
    /// The search.
    pub finder: Finder,
    /// Where the indexes of the catalogue are kept; none of one that was read since the start.
    store: Option<Arc<dyn Store>>,
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
    /// The findings that fit it, under the headings of their kinds.
    pub finding_rows: Vec<FindingRow>,
    /// The view shown.
    pub view: View,
    /// The selected service.
    pub service: Selection<ServiceRef>,
    /// The selected organisation.
    pub organisation: Selection<OrganisationRef>,
    /// The selected finding.
    pub finding: Selection<FindingRow>,
    /// The matrix, and the cursor in it.
    pub grid: Grid,
    /// The look aside that is shown, if one is.
    pub aside: Option<Aside>,
    /// Whether the card fills the body.
    pub card_open: bool,
    /// How many lines of the card are scrolled out above.
    pub card_scroll: usize,
    /// What lies over the view.
    pub overlay: Option<Overlay>,
    /// The window with questions that it lies over, if it does.
    pub beneath: Option<Overlay>,
    /// News, until the next key.
    pub notice: Option<Notice>,
    /// Why the last good catalogue is shown, while the files say something else.
    pub stale: Option<Stale>,
    /// What people have decided; none until it has been read.
    pub decisions: Option<Decisions>,
    /// How many faults the file of decisions has, while the last good ones hold.
    pub broken_decisions: Option<usize>,
    /// Whether the terminal's cursor stands on what is selected.
    pub accessible: bool,
    /// The size of the screen.
    pub size: Size,
    /// Why what is found is found, once somebody has asked.
    explanation: OnceCell<Explanation>,
    answers: RefCell<HashMap<ServiceRef, Answers>>,
    inquiry: Inquiry,
}

/// What a model begins with.
#[derive(Debug)]
pub struct Beginning {
    /// The catalogue.
    pub catalogue: Arc<Catalogue>,
    /// Where its indexes are kept, if anywhere.
    pub store: Option<Arc<dyn Store>>,
    /// Whether the terminal's cursor stands on what is selected.
    pub accessible: bool,
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
        let store = beginning.store;
        let finder = Finder::before_findings(&directory).with_store(store.clone());
        let chosen = beginning.municipality.map(|municipality| CallerPlace {
            municipality,
            place: None,
        });
        let mut model = Self {
            directory,
            finder,
            store,
            locale: beginning.locale,
            keymap: beginning.keymap,
            moment: beginning.moment,
            pinned: beginning.pinned,
            chosen,
            query: Line::new(&beginning.query),
            found: Found::default(),
            services: Vec::new(),
            organisations: Vec::new(),
            finding_rows: Vec::new(),
            view: View::Services,
            service: Selection::default(),
            organisation: Selection::default(),
            finding: Selection::default(),
            grid: Grid::default(),
            aside: None,
            card_open: false,
            card_scroll: 0,
            overlay: None,
            beneath: None,
            notice: None,
            stale: None,
            decisions: None,
            broken_decisions: None,
            accessible: beginning.accessible,
            size: beginning.size,
            explanation: OnceCell::new(),
            answers: RefCell::default(),
            inquiry: Inquiry::default(),
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

    /// Forgets answers: the municipality, the moment or the catalogue is another.
    pub(super) fn forget_answers(&mut self) {
        self.answers.borrow_mut().clear();
    }

    /// Looks for what is typed: always for services, whose words may name the caller's place; for what other views
    /// show only where they are shown.
    pub(super) fn search(&mut self) {
        let before = self.municipality();
        let text = self.query.text();
        if Query::parse(text).findings {
            self.finder.let_pass(|| self.findings().services());
        }
        self.found = self.finder.find(&self.directory, text, usize::MAX);
        self.explanation = OnceCell::new();
        self.services = match &self.aside {
            Some(Aside {
                only: Only::Services { services, .. },
                ..
            }) => services.clone(),
            _ => self.found.hits.iter().map(|hit| hit.service).collect(),
        };
        match self.view {
            View::Services => {}
            View::Findings => self.finding_rows = self.look_for_findings(),
            View::Matrix => self.lay_out_grid(),
            View::Organisations => {
                self.organisations = self.finder.find_organisations(&self.directory, text);
            }
        }
        if self.municipality() != before {
            self.forget_answers();
        }
    }

    /// Does in a quiet moment what the first key would otherwise wait for. Whether there is more to draw now.
    pub fn prepare(&self) -> bool {
        self.finder.prepare(&self.directory);
        let is_news = !self.has_findings();
        self.findings();
        is_news
    }

    /// Looks for what is typed, and selects the best of it.
    pub(super) fn search_anew(&mut self) {
        self.aside = None;
        self.search();
        self.service.first(&self.services);
        // What a view shows is looked for when it is shown.
        self.organisation = Selection::default();
        self.finding = Selection::default();
        if self.view == View::Matrix {
            self.select_best_in_grid();
        }
        self.card_scroll = 0;
    }

    /// Shows another moment.
    pub(super) fn turn_to(&mut self, moment: Moment) {
        let another_day = moment.day != self.moment.day;
        self.moment = moment;
        self.forget_answers();
        if another_day {
            self.open(Arc::clone(self.directory.catalogue()), None);
        }
    }

    /// Shows a catalogue: the same one on another day, or a new one, with what its texts say where that is known. What is
    /// selected stays selected by its id.
    pub(super) fn open(&mut self, catalogue: Arc<Catalogue>, wording: Option<Arc<Wording>>) {
        let old = Arc::clone(self.directory.catalogue());
        let finding = self.selected_finding().map(|finding| finding.id.clone());
        self.directory = Directory::at(catalogue, self.moment.day);
        let new = self.directory.catalogue();
        if Arc::ptr_eq(&old, new) {
            self.inquiry.forget_day();
        } else {
            self.store = None;
            self.inquiry = Inquiry::knowing(wording);
        }
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
        self.grid.carry_over(&old, new);
        self.service.selected = service;
        self.organisation.selected = organisation;
        self.finder = Finder::before_findings(&self.directory).with_store(self.store.clone());
        self.aside = None;
        let same = |id: FindingId| {
            let mut all = self.findings().all().iter();
            all.position(|one| one.is_called(id.as_str()))
        };
        self.finding.selected = finding.and_then(same).map(FindingRow::Finding);
        self.forget_answers();
        self.search();
    }

    /// Brings selection and scrolling into what the screen can show. Called after every change.
    pub(super) fn settle(&mut self) {
        let regions = Regions::of(self);
        let height = usize::from(regions.list.height);
        self.service.settle(&self.services, height);
        // The list of a view that is not shown may be that of another catalogue.
        match self.view {
            View::Services => {}
            View::Findings => self.settle_findings(height),
            View::Matrix => {
                let columns = Columns::of(self, regions.list.width.into());
                let head = usize::from(head_lines(regions.list.height));
                let height = height.saturating_sub(head);
                self.settle_grid(height, &columns.widths, columns.room);
            }
            View::Organisations => self.organisation.settle(&self.organisations, height),
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
            None | Some(Overlay::Date { .. } | Overlay::Verdict(_)) => return,
            Some(Overlay::Help { filter, .. }) => super::view::help_scrolls(self, filter) + 1,
            Some(Overlay::Municipality { filter, .. }) => {
                self.municipalities_called(filter.text()).len()
            }
            Some(Overlay::Emergency { .. }) => self.numbers().len(),
            Some(Overlay::Why { .. }) => super::view::why_scrolls(self) + 1,
        };
        if let Some(
            Overlay::Help { scroll: at, .. }
            | Overlay::Municipality { selected: at, .. }
            | Overlay::Emergency { selected: at }
            | Overlay::Why { scroll: at },
        ) = &mut self.overlay
        {
            *at = (*at).min(rows.saturating_sub(1));
        }
    }
}
