//! What was found on the day shown, worked out once and when it is first needed, and the rows of its view.

use std::cell::OnceCell;
use std::sync::Arc;

use super::{Model, Only};
use crate::catalogue::{FindingKind, OrganisationRef, ServiceRef};
use crate::directory::Directory;
use crate::overlap::lookalike::Wording;
use crate::overlap::verdict::Decisions;
use crate::overlap::{Finding, Findings, Words, findings_and_lookalikes_by};
use crate::search::Query;
use crate::search::fold::fold;

/// The findings of a directory's day, worked out when they are first needed, and what is known of its catalogue on any day.
#[derive(Debug, Default)]
pub struct Inquiry {
    /// What the texts of the catalogue say, on any day.
    wording: OnceCell<Arc<Wording>>,
    /// As they were found.
    found: OnceCell<Findings>,
    /// As people have judged them, where they have.
    judged: OnceCell<Findings>,
    /// For each finding, the folded words it can be looked for with, each after a space.
    texts: OnceCell<Vec<String>>,
}

/// A row of the view of findings. A finding is its position among those of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingRow {
    /// The heading of a kind, with how many of it fit.
    Kind(FindingKind, usize),
    /// A finding.
    Finding(usize),
}

impl FindingRow {
    /// Whether it can be selected.
    pub fn is_finding(&self) -> bool {
        matches!(self, Self::Finding(_))
    }
}

impl Inquiry {
    /// Nothing found yet, in a catalogue of which it may be known what its texts say.
    pub(super) fn knowing(wording: Option<Arc<Wording>>) -> Self {
        Self {
            wording: wording.map(OnceCell::from).unwrap_or_default(),
            ..Self::default()
        }
    }

    fn of(&self, directory: &Directory, decisions: Option<&Decisions>) -> &Findings {
        let wording = || Arc::new(Wording::of(directory.catalogue()));
        let found = self.found.get_or_init(|| {
            findings_and_lookalikes_by(directory, self.wording.get_or_init(wording))
        });
        match decisions.filter(|decisions| !decisions.all().is_empty()) {
            Some(decisions) => self.judged.get_or_init(|| found.clone().judged(decisions)),
            None => found,
        }
    }

    /// Forgets what was found, for another day of the same catalogue.
    pub(super) fn forget_day(&mut self) {
        *self = Self {
            wording: std::mem::take(&mut self.wording),
            ..Self::default()
        };
    }

    /// Forgets what people have decided, and everything that is told in the order it gave.
    pub(super) fn forget_decisions(&mut self) {
        self.judged = OnceCell::new();
        self.texts = OnceCell::new();
    }
}

impl Model {
    /// What was found on the day shown, worked out now if it has not been.
    pub fn findings(&self) -> &Findings {
        self.inquiry.of(&self.directory, self.decisions.as_ref())
    }

    /// Whether the findings of the day are worked out, so that they can be drawn.
    pub fn has_findings(&self) -> bool {
        self.inquiry.found.get().is_some()
    }

    /// What was found about the work of a service, for the caller; nothing until the findings are worked out.
    pub fn findings_about(&self, service: ServiceRef) -> impl Iterator<Item = &Finding> {
        let known = self.has_findings().then(|| self.findings()).into_iter();
        let municipality = self.municipality();
        known.flat_map(move |findings| findings.about_work(service, municipality))
    }

    /// The finding on the selected row.
    pub fn selected_finding(&self) -> Option<&Finding> {
        match self.finding.selected? {
            FindingRow::Finding(at) => self.findings().all().get(at),
            FindingRow::Kind(..) => None,
        }
    }

    /// How many findings fit.
    pub fn fitting_findings(&self) -> usize {
        let rows = self.finding_rows.iter();
        rows.filter(|row| row.is_finding()).count()
    }

    /// The findings that fit what is typed and concern the caller, kind by kind, worst first.
    pub(super) fn look_for_findings(&self) -> Vec<FindingRow> {
        let findings = self.findings();
        let looked_for = LookedFor::of(self);
        let fitting: Vec<(usize, FindingKind)> = findings
            .all()
            .iter()
            .enumerate()
            .filter(|(at, finding)| looked_for.fits(self, *at, finding))
            .map(|(at, finding)| (at, finding.kind))
            .collect();
        let mut rows = Vec::with_capacity(fitting.len() + FindingKind::ALL.len());
        for kind in FindingKind::ALL {
            let of_kind = || fitting.iter().filter(|(_, one)| *one == kind);
            let count = of_kind().count();
            if count > 0 {
                rows.push(FindingRow::Kind(kind, count));
                rows.extend(of_kind().map(|(at, _)| FindingRow::Finding(*at)));
            }
        }
        rows
    }

    /// The words each finding can be looked for with: its kind, what it is about, who, and what shows it.
    fn finding_texts(&self) -> &[String] {
        self.inquiry.texts.get_or_init(|| {
            let words = self.words();
            let findings = self.findings().all().iter();
            findings.map(|one| text_of(&words, one)).collect()
        })
    }

    /// Says the findings of the day.
    pub fn words(&self) -> Words<'_> {
        Words {
            directory: &self.directory,
            locale: &self.locale,
        }
    }

    /// Selects the first finding.
    pub(super) fn select_first_finding(&mut self) {
        self.finding.offset = 0;
        self.finding.selected = self.selectable_findings().first().copied();
    }

    /// The rows that can be selected.
    pub(crate) fn selectable_findings(&self) -> Vec<FindingRow> {
        let rows = self.finding_rows.iter().copied();
        rows.filter(FindingRow::is_finding).collect()
    }

    /// Keeps the selected finding among those that fit and in view, with its heading where it is the first below it.
    pub(super) fn settle_findings(&mut self, height: usize) {
        if self.finding.position(&self.finding_rows).is_none() {
            self.select_first_finding();
        }
        let at = self.finding.position(&self.finding_rows).unwrap_or(0);
        let rows = self.finding_rows.len();
        let is_first = at > 0
            && self
                .finding_rows
                .get(at - 1)
                .is_some_and(|above| !above.is_finding());
        if is_first && height > 1 {
            self.finding.scroll_to(at - 1, rows, height);
        }
        self.finding.scroll_to(at, rows, height);
    }
}

/// The folded words of a finding, each after a space.
fn text_of(words: &Words<'_>, finding: &Finding) -> String {
    let catalogue = words.directory.catalogue();
    let mut parts = vec![words.kind(finding.kind), finding.id.to_string()];
    // What is not about work names every service of an organisation.
    if finding.is_about_work() {
        let services = finding.services.iter();
        parts.extend(services.map(|&one| catalogue[one].name.clone()));
    }
    for &one in &finding.organisations {
        parts.push(words.directory.name(one).to_owned());
        parts.push(words.directory.brief(one).to_owned());
    }
    parts.extend(words.evidence(finding, None));
    let folded = fold(&parts.join(" "));
    let words = folded
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.flat_map(|word| [" ", word]).collect()
}

/// What the findings must have to fit.
struct LookedFor {
    /// Folded words, each the beginning of a word of the finding.
    words: Vec<String>,
    /// For each `#` of the query, the organisations it may mean.
    organisations: Vec<Vec<OrganisationRef>>,
    /// The services that the words find.
    services: Vec<ServiceRef>,
}

impl LookedFor {
    fn of(model: &Model) -> Self {
        let query = Query::parse(model.query.text());
        let folded = fold(&model.found.words);
        let words = folded
            .split(|sign: char| !sign.is_alphanumeric())
            .filter(|word| !word.is_empty());
        let words: Vec<String> = words.map(|word| format!(" {word}")).collect();
        let hits = model.found.hits.iter().map(|hit| hit.service);
        Self {
            services: if words.is_empty() || model.found.weak {
                Vec::new()
            } else {
                hits.collect()
            },
            words,
            organisations: query
                .organisations
                .iter()
                .map(|name| {
                    model
                        .finder
                        .organisations_called(&model.directory, name)
                        .collect()
                })
                .collect(),
        }
    }

    fn fits(&self, model: &Model, at: usize, finding: &Finding) -> bool {
        let concerns = model.municipality().is_none_or(|one| finding.touches(one));
        if !concerns {
            return false;
        }
        if let Some(aside) = &model.aside {
            return match &aside.only {
                Only::AboutService(service) => {
                    finding.is_about_work() && finding.touches_about(*service, model.municipality())
                }
                Only::About(organisation) => finding.organisations.contains(organisation),
                Only::Services { .. } => true,
            };
        }
        let involves = |named: &Vec<OrganisationRef>| {
            let mut involved = finding.organisations.iter();
            involved.any(|one| named.contains(one))
        };
        if !self.organisations.iter().all(involves) {
            return false;
        }
        if self.words.is_empty() {
            return true;
        }
        let about = || {
            let mut services = finding.services.iter();
            finding.is_about_work() && services.any(|one| self.services.contains(one))
        };
        let says = |text: &String| self.words.iter().all(|word| text.contains(word));
        about() || model.finding_texts().get(at).is_some_and(says)
    }
}
