//! A look aside: from a service to what was found about it, from a finding to its services, and the way back.

use super::{FindingRow, Model, Selection, View};
use crate::catalogue::{OrganisationRef, ServiceRef};
use crate::search::CallerPlace;
use crate::tui::line::Line;

/// What a look aside shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Only {
    /// The findings about a service.
    AboutService(ServiceRef),
    /// The findings that an organisation is part of.
    About(OrganisationRef),
    /// Some services, and what they have in common.
    Services {
        /// Which.
        services: Vec<ServiceRef>,
        /// What the finding is about, or nothing where they come from elsewhere.
        of: Option<String>,
    },
}

impl Only {
    /// The view that shows it.
    pub fn view(&self) -> View {
        match self {
            Self::AboutService(_) | Self::About(_) => View::Findings,
            Self::Services { .. } => View::Services,
        }
    }
}

/// A look aside, and where it leads back to.
#[derive(Clone, Debug)]
pub struct Aside {
    /// What it shows.
    pub only: Only,
    /// Whether it began with the card open, so that closing the card leads back.
    pub opened: bool,
    view: View,
    query: Line,
    chosen: Option<CallerPlace>,
    service: Selection<ServiceRef>,
    pub(super) finding: Selection<FindingRow>,
    card_open: bool,
    card_scroll: usize,
}

impl Model {
    /// Looks aside. The query rests meanwhile: it says nothing about what is shown.
    pub(in crate::tui) fn look_aside(
        &mut self,
        only: Only,
        opened: bool,
        caller: Option<CallerPlace>,
    ) {
        let view = only.view();
        self.aside = Some(Aside {
            only,
            opened,
            view: self.view,
            query: std::mem::take(&mut self.query),
            chosen: std::mem::replace(&mut self.chosen, caller),
            service: self.service,
            finding: self.finding,
            card_open: self.card_open,
            card_scroll: self.card_scroll,
        });
        self.view = view;
        self.card_open = opened;
        self.card_scroll = 0;
        self.forget_answers();
        self.search();
        match view {
            View::Findings => self.select_first_finding(),
            _ => self.service.first(&self.services),
        }
    }

    /// Goes back to where the look aside began. Whether there was one.
    pub(in crate::tui) fn look_back(&mut self) -> bool {
        let Some(aside) = self.aside.take() else {
            return false;
        };
        self.view = aside.view;
        self.query = aside.query;
        self.chosen = aside.chosen;
        self.service = aside.service;
        self.finding = aside.finding;
        self.card_open = aside.card_open;
        self.card_scroll = aside.card_scroll;
        self.forget_answers();
        self.search();
        true
    }
}
