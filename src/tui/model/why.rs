//! Why the selected service stands where it does among those found.

use super::{Model, View};
use crate::catalogue::ServiceRef;
use crate::search::{ExplainedHit, Explanation};

/// Why a service is found.
#[derive(Clone, Copy, Debug)]
pub struct Why<'m> {
    /// The explanation of the whole answer.
    pub explanation: &'m Explanation,
    /// Its part about the service.
    pub hit: &'m ExplainedHit,
    /// How many services stand before it.
    pub before: usize,
}

/// Why nothing can be explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unexplained {
    /// The view shows no services.
    NoServices,
    /// No service is selected.
    NothingSelected,
    /// No word is typed that services are looked for with: all of them are there, by name.
    NothingSaid,
    /// The service is shown for another reason than what is typed.
    NotFound,
}

impl Model {
    /// Why the selected service is found.
    ///
    /// # Errors
    /// Why that cannot be said.
    pub fn why(&self) -> Result<Why<'_>, Unexplained> {
        let service = self.service_at_hand()?;
        if self.found.words.trim().is_empty() {
            return Err(Unexplained::NothingSaid);
        }
        let explanation = self.explanation.get_or_init(|| {
            let text = self.query.text();
            self.finder.explain(&self.directory, text, usize::MAX).1
        });
        let mut hits = explanation.hits.iter().enumerate();
        let (before, hit) = hits
            .find(|(_, hit)| hit.service == service)
            .ok_or(Unexplained::NotFound)?;
        Ok(Why {
            explanation,
            hit,
            before,
        })
    }

    /// Whether there is a service and something typed, so that [`Model::why`] has an answer to look for.
    pub fn can_say_why(&self) -> bool {
        self.service_at_hand().is_ok() && !self.found.words.trim().is_empty()
    }

    fn service_at_hand(&self) -> Result<ServiceRef, Unexplained> {
        let service = match self.view {
            View::Services => self.service.selected,
            View::Matrix => self.grid.service(),
            View::Findings | View::Organisations => return Err(Unexplained::NoServices),
        };
        service.ok_or(Unexplained::NothingSelected)
    }
}
