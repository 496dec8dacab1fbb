//! What is different, in words: names on either side, hands, reasons.

use crate::catalogue::{MunicipalityId, OrganisationId, OrganisationKind, ServiceId};
use crate::directory::Directory;
use crate::locale::Locale;
use crate::overlap::{Evidence, Finding, NAMES, Words};

use super::findings::Solved;
use super::hands::{Handover, Holder, Who};
use super::why::{Absence, Why};

/// A full name of at most so many letters is said rather than the short one: `Teknisk nämnd`, but `BKT`.
const NAME: usize = 24;
/// More services than this in a heading are only counted.
const COUNTED: usize = 9;

/// Says what is different between two directories.
#[derive(Clone, Copy, Debug)]
pub struct Tale<'a> {
    /// Words for the first.
    pub before: Words<'a>,
    /// Words for the second.
    pub after: Words<'a>,
}

impl<'a> Tale<'a> {
    /// Says what is different between these.
    pub fn of(before: &'a Directory, after: &'a Directory, locale: &'a Locale) -> Self {
        let words = |directory| Words { directory, locale };
        Self {
            before: words(before),
            after: words(after),
        }
    }

    fn locale(&self) -> &'a Locale {
        self.after.locale
    }

    /// What an organisation was called, or is called where it was not there before.
    pub fn organisation_before(&self, id: &OrganisationId) -> &'a str {
        called(self.before.directory, id)
            .or_else(|| called(self.after.directory, id))
            .unwrap_or_default()
    }

    /// What an organisation is called, or was called where it is not there any more.
    pub fn organisation_after(&self, id: &OrganisationId) -> &'a str {
        let there = called(self.after.directory, id);
        there.unwrap_or_else(|| self.organisation_before(id))
    }

    /// What an organisation was called in full, with its short name.
    pub fn full_before(&self, id: &OrganisationId) -> String {
        let there = in_full(self.before.directory, id);
        there
            .or_else(|| in_full(self.after.directory, id))
            .unwrap_or_default()
    }

    /// What an organisation is called in full, with its short name.
    pub fn full_after(&self, id: &OrganisationId) -> String {
        let there = in_full(self.after.directory, id);
        there.unwrap_or_else(|| self.full_before(id))
    }

    /// The name of a municipality.
    pub fn municipality(&self, id: &MunicipalityId) -> &'a str {
        let name = |directory: &'a Directory| {
            let catalogue = directory.catalogue();
            let municipality = catalogue.find_municipality(id.as_str())?;
            Some(catalogue[municipality].name.as_str())
        };
        let there = name(self.after.directory).or_else(|| name(self.before.directory));
        there.unwrap_or_default()
    }

    /// The name of a service.
    pub fn service(&self, id: &ServiceId) -> &'a str {
        let name = |directory: &'a Directory| {
            let catalogue = directory.catalogue();
            let service = catalogue.find_service(id.as_str())?;
            Some(catalogue[service].name.as_str())
        };
        let there = name(self.after.directory).or_else(|| name(self.before.directory));
        there.unwrap_or_default()
    }

    /// The names of services, all of them, in the order of the alphabet.
    pub fn services(&self, ids: &[ServiceId]) -> Vec<&'a str> {
        let mut names: Vec<&str> = ids.iter().map(|id| self.service(id)).collect();
        names.sort_by_cached_key(|name| name.to_lowercase());
        names
    }

    /// The names of municipalities, in the order of the catalogue.
    pub fn municipalities(&self, ids: &[MunicipalityId]) -> String {
        let known = ids.iter().filter_map(|id| {
            let catalogue = self.after.directory.catalogue();
            catalogue.find_municipality(id.as_str())
        });
        self.after.municipalities(&known.collect::<Vec<_>>())
    }

    /// From whom to whom: `BKT → Teknisk nämnd`, `BKT → bara Nora kommun`.
    pub fn hands(&self, one: &Handover) -> String {
        let locale = self.locale();
        let places = one.municipalities.as_slice();
        let now = |id: &OrganisationId| self.organisation_after(id);
        let then = |id: &OrganisationId| self.organisation_before(id);
        let after = self.holders(&one.after, places, &now);
        if one.is_only_other_cases() {
            return locale.with("hands-other-cases", &[("who", &after)]);
        }
        let before = self.holders(&one.before, places, &then);
        let beside = self.holders(&one.beside, places, &now);
        let (before, after) = match (&*one.before, &*one.after, &*one.beside) {
            (_, _, []) => (before, after),
            (_, [], _) => (before, locale.with("hands-only", &[("names", &beside)])),
            _ => (beside, locale.with("hands-also", &[("names", &after)])),
        };
        locale.with("hands-between", &[("before", &before), ("after", &after)])
    }

    fn holders(
        &self,
        holders: &[Holder],
        places: &[MunicipalityId],
        name: &dyn Fn(&OrganisationId) -> &'a str,
    ) -> String {
        if holders.is_empty() {
            return self.locale().text("hands-nobody").into_owned();
        }
        let called = |holder: &Holder| {
            let who = match &holder.who {
                Who::Other(id) => name(id).to_owned(),
                Who::Own => self.own(places, "hands-each"),
            };
            match &holder.condition {
                None => who,
                Some(condition) => {
                    let known = [("name", who.as_str()), ("condition", condition.as_str())];
                    self.locale().with("hands-if", &known)
                }
            }
        };
        let names: Vec<String> = holders.iter().map(called).collect();
        self.after.listed(names.iter().map(String::as_str), NAMES)
    }

    /// What the municipalities are called where each has something itself: by name if there is only one.
    fn own(&self, places: &[MunicipalityId], several: &str) -> String {
        let catalogue = self.after.directory.catalogue();
        let only = match places {
            [only] => catalogue.find_municipality(only.as_str()),
            _ => None,
        };
        match only {
            Some(place) => self
                .after
                .organisation(catalogue[place].organisation)
                .to_owned(),
            None => self.locale().text(several).into_owned(),
        }
    }

    /// Why a finding is solved, a sentence each.
    pub fn whys(&self, solved: &Solved) -> Vec<String> {
        if solved.why.is_empty() {
            return vec![self.locale().text("why-unseen").into_owned()];
        }
        self.reasons(&solved.finding, &solved.why)
    }

    /// Reasons about a finding of the first directory, a sentence each.
    pub fn reasons(&self, finding: &Finding, reasons: &[Why]) -> Vec<String> {
        let catalogue = self.before.directory.catalogue();
        let places = finding.municipalities.iter();
        let places: Vec<MunicipalityId> = places.map(|&one| catalogue[one].id.clone()).collect();
        let reasons = reasons.iter();
        reasons.map(|one| self.why(one, &places)).collect()
    }

    fn why(&self, reason: &Why, places: &[MunicipalityId]) -> String {
        let locale = self.locale();
        match reason {
            Why::Absent {
                organisations,
                absence,
            } => self.absent(organisations, absence),
            Why::NoService(services) => locale.count("why-no-service", services.len(), &[]),
            Why::Alone(who) => locale.count(
                "why-alone",
                who.len(),
                &[("names", &self.everybody(who, places))],
            ),
            &Why::Straight {
                calls,
                straight,
                inferred,
                unknown,
                one_entrance,
            } => {
                let key = match (straight, inferred, unknown) {
                    (all, ..) if all == calls && calls == 1 => "why-straight-one",
                    (all, ..) if all == calls => "why-straight-all",
                    (_, all, _) if all == calls && calls == 1 => "why-straight-inferred-one",
                    (_, all, _) if all == calls => "why-straight-inferred-all",
                    (.., all) if all == calls => "why-straight-unknown",
                    (_, 0, 0) => "why-straight",
                    (_, 0, _) => "why-straight-some",
                    (_, _, 0) => "why-straight-inferred",
                    _ => "why-straight-some-inferred",
                };
                let known = [
                    ("straight", straight.to_string()),
                    ("calls", calls.to_string()),
                    ("inferred", inferred.to_string()),
                    ("unknown", unknown.to_string()),
                ];
                let way = locale.with_owned(key, known.into());
                let one = one_entrance;
                format!("{way} {}", self.why(&Why::Entrance { one, calls }, places))
            }
            Why::Entrance { one, calls } if one == calls => {
                locale.text("why-entrance-one").into_owned()
            }
            Why::Entrance { one, calls } => {
                let (one, calls) = (one.to_string(), calls.to_string());
                locale.with("why-entrance", &[("one", &one), ("calls", &calls)])
            }
            Why::Somebody(who) => {
                locale.with("why-somebody", &[("names", &self.everybody(who, places))])
            }
            Why::Together(organisations) => {
                let names = self.named(organisations, &|id| self.organisation_after(id));
                locale.with("why-together", &[("names", &names)])
            }
            Why::Agreed => locale.text("why-agreed").into_owned(),
            Why::OtherTime(period) => match (period.until, period.from) {
                (Some(until), _) if until < self.after.directory.day() => {
                    locale.with("why-until", &[("day", &until.to_string())])
                }
                (_, Some(from)) => locale.with("why-from", &[("day", &from.to_string())]),
                _ => locale.text("why-unseen").into_owned(),
            },
            Why::Unwritten => locale.text("why-unwritten").into_owned(),
        }
    }

    fn absent(&self, organisations: &[OrganisationId], absence: &Absence) -> String {
        let names = self.named(organisations, &|id| self.organisation_before(id));
        let names = names.as_str();
        let key = match absence {
            Absence::Succeeded(successor) => {
                let successor = self.organisation_after(successor);
                let known = [("names", names), ("successor", successor)];
                return self.locale().with("why-succeeded", &known);
            }
            Absence::Ended => "why-ended",
            Absence::NotYet => "why-not-yet",
            Absence::Unknown => "why-unknown",
        };
        self.locale().with(key, &[("names", names)])
    }

    fn named(
        &self,
        organisations: &[OrganisationId],
        name: &dyn Fn(&OrganisationId) -> &'a str,
    ) -> String {
        self.after.listed(organisations.iter().map(name), NAMES)
    }

    fn everybody(&self, who: &[Who], places: &[MunicipalityId]) -> String {
        let name = |who: &Who| match who {
            Who::Own => self.own(places, "hands-own"),
            Who::Other(id) => self.organisation_after(id).to_owned(),
        };
        let names: Vec<String> = who.iter().map(name).collect();
        self.after.listed(names.iter().map(String::as_str), NAMES)
    }
}

/// What a finding is about, as a heading: its services; how many they are, with the way that callers about all of them
/// are sent; or the organisations where it is about no single service.
pub fn subject(words: &Words<'_>, finding: &Finding) -> String {
    match finding.services.len() {
        0 => words.organisations(&finding.organisations),
        few if few <= COUNTED => words.services(&finding.services),
        many => {
            let services = words.locale.count("subject-services", many, &[]);
            let is_way = |one: &Evidence| matches!(one, Evidence::Chain { .. });
            if finding.evidence.iter().any(is_way) {
                return format!("{services}: {}", words.about(finding));
            }
            services
        }
    }
}

/// What an organisation is called on the directory's day, if the directory knows it: in full where that is short enough.
fn called<'a>(directory: &'a Directory, id: &OrganisationId) -> Option<&'a str> {
    let catalogue = directory.catalogue();
    let organisation = catalogue.find_organisation(id.as_str())?;
    let name = directory.name(organisation);
    let is_municipality = catalogue[organisation].kind == OrganisationKind::Municipality;
    if is_municipality || name.chars().count() <= NAME {
        return Some(name);
    }
    Some(directory.brief(organisation))
}

/// `Bergslagens kommunalteknik (BKT)`, if the directory knows the organisation.
fn in_full(directory: &Directory, id: &OrganisationId) -> Option<String> {
    let catalogue = directory.catalogue();
    let organisation = catalogue.find_organisation(id.as_str())?;
    let (name, brief) = (directory.name(organisation), directory.brief(organisation));
    let is_municipality = catalogue[organisation].kind == OrganisationKind::Municipality;
    if is_municipality || name == brief {
        return Some(name.to_owned());
    }
    Some(format!("{name} ({brief})"))
}
