//! The answer for a call: whom to ring now, what next, and why.
//!
//! [`resolve`] never guesses: it gives exactly one first contact, or several told apart by their conditions, or it
//! says by name what is wrong. The rules are those of the catalogue's design: whoever has the step `contact` is rung
//! first; if nobody has it and a single organisation has any part but the appeal, that one is; an organisation that
//! has ended is never offered.

use chrono::NaiveDate;

use crate::catalogue::{
    Confidence, Contact, MunicipalityRef, Opening, OrganisationRef, ServiceRef, SourceRef, Step,
    UnitRef,
};
use crate::directory::{Directory, Duty};

mod caveat;
mod moment;
mod sentence;
mod week;
mod who;
mod words;

pub use caveat::{Caveat, former_names, sign};
pub use moment::{Moment, NoMoment};
pub use sentence::sentence;
pub use week::week_words;
pub use who::{WhoDoesWhat, who_does_what};
pub use words::{clock, day_words, entrance_name, opening_words, organisation_with_unit};

/// Whom a caller should turn to.
#[derive(Clone, Debug, PartialEq)]
pub enum Referral {
    /// This one.
    One(Box<Entrance>),
    /// It depends: each has its condition; one without a condition comes last and stands for all other cases.
    /// Never empty.
    Conditional(Vec<Entrance>),
    /// The catalogue does not say who of these comes first. Never fewer than two.
    Unclear(Vec<Entrance>),
    /// Nobody.
    Gap(Gap),
}

/// Why there is nobody to turn to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// The service does not exist on that day.
    NoService,
    /// Nobody is responsible in that municipality, though somebody may be in others.
    Nobody,
    /// Only an appeal has an address.
    OnlyAppeal,
}

/// One organisation that a caller may turn to, and all that is needed to do so.
#[derive(Clone, Debug, PartialEq)]
pub struct Entrance {
    /// Who.
    pub organisation: OrganisationRef,
    /// Which part of it.
    pub unit: Option<UnitRef>,
    /// The case it holds in.
    pub condition: Option<String>,
    /// How to reach it.
    pub contact: Contact,
    /// Whether it is open; none where no hours are known or no time was asked about.
    pub opening: Option<Opening>,
    /// How well it is known that this is the one.
    pub confidence: Confidence,
    /// The organisation it took over from, where the catalogue still names that one.
    pub formerly: Option<OrganisationRef>,
    /// The steps it has of the service.
    pub steps: Vec<Step>,
    /// Something to know.
    pub note: Option<String>,
    /// The day somebody last made sure.
    pub verified: Option<NaiveDate>,
    /// Where this is from.
    pub sources: Vec<SourceRef>,
}

impl Referral {
    /// The word used in JSON.
    pub const fn status(&self) -> &'static str {
        match self {
            Self::One(_) => "one",
            Self::Conditional(_) => "conditional",
            Self::Unclear(_) => "unclear",
            Self::Gap(_) => "gap",
        }
    }

    /// Those it names, whom to ring first foremost; empty only for a gap.
    pub fn entrances(&self) -> &[Entrance] {
        match self {
            Self::One(only) => std::slice::from_ref(only),
            Self::Conditional(several) | Self::Unclear(several) => several,
            Self::Gap(_) => &[],
        }
    }
}

/// Whom a caller from a municipality should turn to about a service, at a moment on the directory's day.
pub fn resolve(
    directory: &Directory,
    service: ServiceRef,
    municipality: MunicipalityRef,
    moment: Moment,
) -> Referral {
    if !directory.catalogue()[service]
        .period
        .contains(directory.day())
    {
        return Referral::Gap(Gap::NoService);
    }
    let duties: Vec<Duty<'_>> = directory.duties_for(service, municipality).collect();
    let candidates = match candidates(&duties) {
        Ok(candidates) => candidates,
        Err(gap) => return Referral::Gap(gap),
    };
    let entrances = merged(directory, &duties, &candidates, moment);
    judge(entrances)
}

/// With whom a matter begins, of all who have a part in it: with those who have the step `contact`; if nobody has, with
/// all whose part is not only the appeal or the hours when it is closed.
///
/// # Errors
/// Why it begins with nobody.
pub fn candidates<'a, 'd>(duties: &'a [Duty<'d>]) -> Result<Vec<&'a Duty<'d>>, Gap> {
    if duties.is_empty() {
        return Err(Gap::Nobody);
    }
    let with = |wanted: &dyn Fn(Step) -> bool| -> Vec<&'a Duty<'d>> {
        let has = |duty: &&Duty<'d>| duty.steps.iter().any(wanted);
        duties.iter().filter(has).collect()
    };
    let first = with(&|step| step == Step::Contact);
    if !first.is_empty() {
        return Ok(first);
    }
    let others = with(&|step| step != Step::Appeal && step != Step::OnCall);
    if others.is_empty() {
        return Err(Gap::OnlyAppeal);
    }
    Ok(others)
}

/// Whether conditions tell those that have them apart: no two the same, and at most one without, for all other cases.
pub fn tells_apart(conditions: &[Option<&str>]) -> bool {
    conditions
        .iter()
        .enumerate()
        .all(|(position, condition)| !conditions[position + 1..].contains(condition))
}

/// The answer for every municipality, municipalities with the same answer together, in catalogue order.
///
/// Answers are the same when a caller would be told the same. How well it is known may differ from municipality to
/// municipality; then the weakest is said of all.
pub fn resolve_everywhere(
    directory: &Directory,
    service: ServiceRef,
    moment: Moment,
) -> Vec<(Vec<MunicipalityRef>, Referral)> {
    let mut answers: Vec<(Vec<MunicipalityRef>, Referral)> = Vec::new();
    for municipality in directory.catalogue().municipality_refs() {
        let referral = resolve(directory, service, municipality, moment);
        match answers
            .iter_mut()
            .find(|(_, known)| known.tells_the_same_as(&referral))
        {
            Some((municipalities, known)) => {
                municipalities.push(municipality);
                known.weaken(referral);
            }
            None => answers.push((vec![municipality], referral)),
        }
    }
    answers
}

impl Referral {
    fn tells_the_same_as(&self, other: &Self) -> bool {
        let (ours, theirs) = (self.entrances(), other.entrances());
        match (self, other) {
            (Self::Gap(ours), Self::Gap(theirs)) => ours == theirs,
            _ => {
                std::mem::discriminant(self) == std::mem::discriminant(other)
                    && ours.len() == theirs.len()
                    && ours
                        .iter()
                        .zip(theirs)
                        .all(|(ours, theirs)| ours.tells_the_same_as(theirs))
            }
        }
    }

    /// Takes over what the other knows less well. Both tell the same.
    fn weaken(&mut self, other: Self) {
        match (self, other) {
            (Self::One(ours), Self::One(theirs)) => ours.weaken(*theirs),
            (
                Self::Conditional(ours) | Self::Unclear(ours),
                Self::Conditional(theirs) | Self::Unclear(theirs),
            ) => {
                ours.iter_mut()
                    .zip(theirs)
                    .for_each(|(ours, theirs)| ours.weaken(theirs));
            }
            _ => {}
        }
    }
}

impl Entrance {
    fn tells_the_same_as(&self, other: &Self) -> bool {
        self.organisation == other.organisation
            && self.unit == other.unit
            && self.condition == other.condition
            && self.contact == other.contact
            && self.note == other.note
    }

    fn weaken(&mut self, other: Self) {
        self.confidence = self.confidence.max(other.confidence);
        self.verified = self.verified.min(other.verified);
        self.sources.extend(other.sources);
        self.sources.sort_unstable();
        self.sources.dedup();
        self.steps.extend(other.steps);
        self.steps.sort_unstable();
        self.steps.dedup();
    }
}

/// One entrance for each organisation and condition among the candidates.
fn merged(
    directory: &Directory,
    all: &[Duty<'_>],
    candidates: &[&Duty<'_>],
    moment: Moment,
) -> Vec<Entrance> {
    let mut entrances: Vec<Entrance> = Vec::new();
    for duty in candidates {
        let written = duty.responsibility;
        let known = entrances.iter_mut().find(|known| {
            known.organisation == duty.organisation && known.condition == written.condition
        });
        if let Some(known) = known {
            if known.unit != duty.unit {
                // Two doors of one house: the house is what the caller needs.
                known.unit = None;
                known.contact = directory.contact(duty.organisation, None);
                known.opening = opening(directory, &known.contact, moment);
            }
            known.confidence = known.confidence.max(written.confidence);
            continue;
        }
        let same = |other: &&Duty<'_>| {
            other.organisation == duty.organisation
                && other.responsibility.condition == written.condition
        };
        let mut steps: Vec<Step> = all
            .iter()
            .filter(same)
            .flat_map(|duty| duty.steps.iter())
            .collect();
        steps.sort_unstable();
        steps.dedup();
        let contact = directory.contact_for(duty);
        entrances.push(Entrance {
            organisation: duty.organisation,
            unit: duty.unit,
            condition: written.condition.clone(),
            opening: opening(directory, &contact, moment),
            contact,
            // That a successor answers for it follows from the catalogue; it does not stand there.
            confidence: duty.formerly.map_or(written.confidence, |_| {
                written.confidence.max(Confidence::Inferred)
            }),
            formerly: duty.formerly,
            steps,
            note: written.note.clone(),
            verified: written.verified,
            sources: written.sources.clone(),
        });
    }
    entrances
}

/// Whether a contact is open at a moment; none where no hours are known or no time was asked about.
pub fn opening(directory: &Directory, contact: &Contact, moment: Moment) -> Option<Opening> {
    let hours = contact.hours.as_ref()?;
    hours.at(moment.local()?, directory.catalogue().holidays())
}

/// One, several that conditions tell apart, or unclear.
fn judge(mut entrances: Vec<Entrance>) -> Referral {
    let conditions: Vec<Option<&str>> = entrances
        .iter()
        .map(|entrance| entrance.condition.as_deref())
        .collect();
    if conditions == [None] {
        return entrances.pop().map_or(Referral::Gap(Gap::Nobody), |only| {
            Referral::One(Box::new(only))
        });
    }
    if !tells_apart(&conditions) {
        return Referral::Unclear(entrances);
    }
    entrances.sort_by_key(|entrance| entrance.condition.is_none());
    Referral::Conditional(entrances)
}

#[cfg(test)]
mod tests;
