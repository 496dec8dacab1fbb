//! What a finding says, in words: its evidence, its suggestion, the names of what it is about.

use crate::catalogue::{
    Confidence, FindingKind, MunicipalityRef, OrganisationKind, OrganisationRef, ServiceRef,
    SourceRef, Step, Steps, Verdict,
};
use crate::directory::Directory;
use crate::locale::{Language, Locale};

use super::finding::{Evidence, Finding, Pairing};
use super::matrix::Sign;

mod evidence;
mod ways;

pub use ways::WayTold;

/// More names than this in a row are counted instead of said.
pub(crate) const NAMES: usize = 6;
/// More services than this: their names are long.
const SERVICES: usize = 3;

/// Says the findings of one directory.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// The day's directory.
    pub directory: &'a Directory,
    /// The language.
    pub locale: &'a Locale,
}

/// A part of a whole in percent, without decimals, halves rounded up; of nothing it is none.
pub fn percent(part: usize, whole: usize) -> String {
    let rounded = (part * 100 + whole / 2).checked_div(whole);
    rounded.map_or_else(|| "–".to_owned(), |percent| format!("{percent} %"))
}

/// The sign of what people have decided; none while it is open.
pub fn verdict_sign(verdict: Verdict) -> Option<char> {
    match verdict {
        Verdict::Open => None,
        Verdict::Investigating => Some('◐'),
        Verdict::Intended => Some('='),
        Verdict::Resolved => Some('✓'),
    }
}

impl Words<'_> {
    /// The kind of a finding: `dubbelarbete`.
    pub fn kind(&self, kind: FindingKind) -> String {
        self.locale
            .text(&format!("finding-{}", kind.word()))
            .into_owned()
    }

    /// What a finding is about: its services, the first of many; the way of a chain about many; who is part of it, where
    /// it is about no service or about the catalogue.
    pub fn about(&self, finding: &Finding) -> String {
        if finding.services.is_empty() || !finding.is_about_work() {
            return self.organisations(&finding.organisations);
        }
        let way = finding.evidence.iter().find_map(|evidence| match evidence {
            Evidence::Chain { chain, .. } => Some(self.boxes_of_several(chain, &[])),
            _ => None,
        });
        if let Some(way) = way.filter(|_| finding.services.len() > 2) {
            return way.join(" → ");
        }
        let catalogue = self.directory.catalogue();
        let names = finding.services.iter().take(2);
        let mut names: Vec<&str> = names.map(|&one| catalogue[one].name.as_str()).collect();
        let others = finding.services.len() - names.len();
        if others > 0 {
            names.truncate(1);
            let names = names.concat();
            return self
                .locale
                .count("overlap-and-more", others + 1, &[("names", &names)]);
        }
        self.listed(names.into_iter(), NAMES)
    }

    /// What shows a finding, a sentence or two each; of ways that callers are sent those of the municipality, if one is
    /// named.
    pub fn evidence(
        &self,
        finding: &Finding,
        municipality: Option<MunicipalityRef>,
    ) -> Vec<String> {
        let mut ways = self.ways(finding, municipality).into_iter().peekable();
        let mut said = Vec::new();
        for (at, evidence) in finding.evidence.iter().enumerate() {
            if let Some(way) = ways.next_if(|way| way.at == at) {
                said.push(self.way_line(way.chain, &way.municipalities, &way.marks));
                said.extend(way.exceptions);
            } else if is_told_alone(evidence, municipality) {
                said.push(self.shown(evidence));
            }
        }
        said
    }

    /// The same without the ways that callers are sent, for where they are drawn.
    pub fn evidence_but_ways(&self, finding: &Finding) -> Vec<String> {
        let all = finding.evidence.iter();
        let told = all.filter(|one| is_told_alone(one, None));
        told.map(|one| self.shown(one)).collect()
    }

    /// What shows it of one of its services: ways that callers are sent only where they are sent so about this one, and
    /// from the municipality if one is named.
    pub fn evidence_about(
        &self,
        finding: &Finding,
        service: ServiceRef,
        municipality: Option<MunicipalityRef>,
    ) -> Vec<String> {
        let said = |evidence: &Evidence| match evidence {
            Evidence::Chain {
                chain,
                municipalities,
                ..
            } => {
                let places = municipality.map_or_else(|| municipalities.clone(), |one| vec![one]);
                let marks = self.marks(finding, chain, Some(service), &[]);
                let is_of_it = evidence.is_way_of(service, municipality);
                is_of_it.then(|| self.way_line(chain, &places, &marks))
            }
            Evidence::MoreWays { service: other, .. } if *other != service => None,
            Evidence::Counted { .. } => None,
            _ => is_told_alone(evidence, municipality).then(|| self.shown(evidence)),
        };
        finding.evidence.iter().filter_map(said).collect()
    }

    /// What could be done: what the catalogue suggests, or what helps against the kind.
    pub fn suggestion(&self, finding: &Finding) -> String {
        if let Some(written) = &finding.suggestion {
            return written.clone();
        }
        let key = match (finding.kind, finding.pairing()) {
            (FindingKind::Parallel, Some(pairing)) => format!("suggest-{}", pairing.word()),
            (kind, _) => format!("suggest-{}", kind.word()),
        };
        self.locale.text(&key).into_owned()
    }

    /// Which sort of bodies does the same work.
    pub fn pairing(&self, pairing: Pairing) -> String {
        self.locale
            .text(&format!("pairing-{}", pairing.word()))
            .into_owned()
    }

    /// What an organisation is called beside others: its short name, but a municipality's in full, because the short one
    /// is the place: `Nora kommun`.
    pub fn organisation(&self, organisation: OrganisationRef) -> &str {
        match self.directory.catalogue()[organisation].kind {
            OrganisationKind::Municipality => self.directory.name(organisation),
            _ => self.directory.brief(organisation),
        }
    }

    /// How well something is known.
    pub fn confidence(&self, confidence: Confidence) -> String {
        self.locale
            .text(&format!("confidence-{}", confidence.word()))
            .into_owned()
    }

    /// What people have decided.
    pub fn verdict(&self, verdict: Verdict) -> String {
        self.locale
            .text(&format!("verdict-{}", verdict.word()))
            .into_owned()
    }

    /// The same with its sign; none while nothing has been decided.
    pub fn signed_verdict(&self, verdict: Verdict) -> Option<String> {
        let sign = verdict_sign(verdict)?;
        Some(format!("{sign} {}", self.verdict(verdict)))
    }

    /// What people have decided, by whom, until when and why.
    pub fn judged(&self, finding: &Finding) -> String {
        let mut said = vec![self.verdict(finding.decided)];
        if let Some(decision) = &finding.decision {
            said.extend(decision.by.clone());
            if let Some(until) = decision.until {
                let day = until.to_string();
                said.push(self.locale.with("verdict-until", &[("day", &day)]));
            }
            said.extend(decision.note.clone());
        }
        said.join(", ")
    }

    /// How the work of a cell is shared out.
    pub fn sign(&self, sign: Sign) -> String {
        self.locale
            .text(&format!("sign-{}", sign.word()))
            .into_owned()
    }

    /// A mean with one decimal, halves rounded up: `0,8` in Swedish. None of nothing.
    pub fn mean(&self, sum: usize, of: usize) -> Option<String> {
        let tenths = (sum * 10 + of / 2).checked_div(of)?;
        let sign = self.decimal_sign();
        Some(format!("{}{sign}{}", tenths / 10, tenths % 10))
    }

    fn decimal_sign(&self) -> char {
        match self.locale.language() {
            Language::Swedish => ',',
            Language::English => '.',
        }
    }

    /// The names of services, as one would say them; of many only the first.
    pub fn services(&self, services: &[ServiceRef]) -> String {
        let catalogue = self.directory.catalogue();
        self.listed(
            services.iter().map(|&one| catalogue[one].name.as_str()),
            SERVICES,
        )
    }

    /// The names of all services, separated by commas.
    pub fn every_service(&self, services: &[ServiceRef]) -> String {
        let catalogue = self.directory.catalogue();
        joined(services.iter().map(|&one| catalogue[one].name.as_str()))
    }

    /// What all organisations are called, separated by commas.
    pub fn every_organisation(&self, organisations: &[OrganisationRef]) -> String {
        joined(organisations.iter().map(|&one| self.organisation(one)))
    }

    /// The names of all municipalities, separated by commas.
    pub fn every_municipality(&self, municipalities: &[MunicipalityRef]) -> String {
        let catalogue = self.directory.catalogue();
        joined(
            municipalities
                .iter()
                .map(|&one| catalogue[one].name.as_str()),
        )
    }

    /// What organisations are called, as one would say them: `BKT, BMB och Nora kommun`. All municipalities together are
    /// `kommunerna själva`.
    pub fn organisations(&self, organisations: &[OrganisationRef]) -> String {
        let municipalities = self.directory.catalogue().municipalities();
        let is_own =
            |one: &OrganisationRef| municipalities.iter().any(|town| town.organisation == *one);
        let own = organisations.iter().filter(|one| is_own(one)).count();
        let together = own > 1 && own == municipalities.len();
        let themselves = self.locale.text("overlap-municipalities");
        let mut names: Vec<&str> = organisations
            .iter()
            .filter(|one| !together || !is_own(one))
            .map(|&one| self.organisation(one))
            .collect();
        if together {
            names.push(&themselves);
        }
        self.listed(names.into_iter(), NAMES)
    }

    /// How many live in the municipalities of a finding, where that is known of any.
    pub fn residents(&self, finding: &Finding) -> Option<String> {
        let residents = self.locale.thousands(finding.reach.residents?);
        let known = [("residents", residents.as_str())];
        Some(self.locale.with("finding-residents", &known))
    }

    /// The names of municipalities, in the order of the catalogue.
    pub fn municipalities(&self, municipalities: &[MunicipalityRef]) -> String {
        let catalogue = self.directory.catalogue();
        if municipalities.len() > 1 && municipalities.len() == catalogue.municipalities().len() {
            return self.locale.text("overlap-everywhere").into_owned();
        }
        let mut municipalities = municipalities.to_vec();
        municipalities.sort_unstable();
        self.listed(
            municipalities
                .iter()
                .map(|&one| catalogue[one].name.as_str()),
            NAMES,
        )
    }

    /// The names of steps.
    pub fn steps(&self, steps: Steps) -> String {
        let name = |step: Step| {
            self.locale
                .text(&format!("step-{}", step.word()))
                .into_owned()
        };
        let names: Vec<String> = steps.iter().map(name).collect();
        self.listed(names.iter().map(String::as_str), Step::ALL.len())
    }

    /// The written ids of sources: `S1, S35`.
    pub fn sources(&self, sources: &[SourceRef]) -> String {
        let catalogue = self.directory.catalogue();
        joined(sources.iter().map(|&one| catalogue[one].id.as_str()))
    }

    /// `A, B och C`; of more than so many only the first, and how many more.
    pub(crate) fn listed<'t>(
        &self,
        names: impl ExactSizeIterator<Item = &'t str>,
        most: usize,
    ) -> String {
        let all = names.len();
        let mut names: Vec<&str> = names.take(most).collect();
        if all > most {
            let shown = names.join(", ");
            return self
                .locale
                .count("overlap-and-more", all - most, &[("names", &shown)]);
        }
        let Some(last) = names.pop() else {
            return String::new();
        };
        if names.is_empty() {
            return last.to_owned();
        }
        self.locale.with(
            "overlap-and",
            &[("names", &names.join(", ")), ("last", last)],
        )
    }
}

/// Whether a piece of evidence is told by itself, and to whom asks about a municipality, if one is named. Ways are told
/// with all that is known of them.
fn is_told_alone(evidence: &Evidence, municipality: Option<MunicipalityRef>) -> bool {
    match evidence {
        Evidence::Chain { .. } => false,
        Evidence::MoreWays { municipalities, .. } => {
            municipality.is_none_or(|one| municipalities.contains(&one))
        }
        _ => true,
    }
}

fn joined<'t>(names: impl Iterator<Item = &'t str>) -> String {
    names.collect::<Vec<_>>().join(", ")
}
