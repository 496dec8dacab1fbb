//! The answer for a call: whom to ring now, what next, and why.
//!
//! [`resolve`] never guesses: it gives exactly one first contact, or several told apart by their conditions, or it
//! says by name what is wrong. The rules are those of the catalogue's design: whoever has the step `contact` is rung
//! first; if nobody has it and a single organisation has any part but the appeal and the hours when it is closed, that
//! one is; an organisation that has ended is never offered.
//!
//! [`Card`] is all that is answered in a call as plain data. What is said of it in words, in the order in which it is
//! shown, are its [sections](Card::sections): the command line and the screen draw these and add nothing.

use crate::catalogue::{Contact, MunicipalityRef, Opening, ServiceRef, Step};
use crate::directory::{Directory, Duty};

mod card;
mod caveat;
mod entrance;
mod moment;
mod on_call;
mod rows;
mod sentence;
mod spoken;
mod week;
mod who;
mod words;

pub use card::{Answer, Card, Elsewhere};
pub use caveat::{Caveat, former_names, sign};
pub use entrance::{Entrance, doors};
pub use moment::{Moment, NoMoment};
pub use on_call::OnCall;
pub use rows::{Row, Section, Tone, checked_words, opening_row};
pub use sentence::sentence;
pub use week::week_words;
pub use who::{WhoDoesWhat, who_does_what};
pub use words::{clock, day_words, entrance_name, opening_words, organisation_with_unit};

/// Whom a caller should turn to.
#[derive(Clone, Debug, PartialEq)]
pub enum Referral {
    /// This one.
    One(Box<Entrance>),
    /// It depends: each has its condition; one without a condition comes last and stands for all other cases. Where
    /// there is none without, nobody has the other cases. Never empty.
    Conditional(Vec<Entrance>),
    /// The catalogue does not say who of these comes first. Never fewer than two.
    Unclear(Vec<Entrance>),
    /// Nobody; the numbers are those of whoever is on call all the same.
    Gap(Gap, Vec<OnCall>),
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
    /// Nobody but whoever answers when it is closed.
    OnlyOnCall,
}

impl Gap {
    /// The word used in JSON and in the ids of messages.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NoService => "no-service",
            Self::Nobody => "nobody",
            Self::OnlyAppeal => "only-appeal",
            Self::OnlyOnCall => "only-on-call",
        }
    }
}

impl Referral {
    /// The word used in JSON.
    pub const fn status(&self) -> &'static str {
        match self {
            Self::One(_) => "one",
            Self::Conditional(_) => "conditional",
            Self::Unclear(_) => "unclear",
            Self::Gap(..) => "gap",
        }
    }

    /// Those it names, whom to ring first foremost; empty only for a gap.
    pub fn entrances(&self) -> &[Entrance] {
        match self {
            Self::One(only) => std::slice::from_ref(only),
            Self::Conditional(several) | Self::Unclear(several) => several,
            Self::Gap(..) => &[],
        }
    }

    /// Whether there are cases that nobody has: conditions tell the entrances apart, and none of them has the rest.
    pub fn leaves_cases_out(&self) -> bool {
        matches!(self, Self::Conditional(several) if several.iter().all(|one| one.condition.is_some()))
    }
}

/// Whom a caller from a municipality should turn to about a service, at a moment on the directory's day.
///
/// ```
/// use std::sync::Arc;
///
/// use hanvisa::catalogue::Reading;
/// use hanvisa::directory::Directory;
/// use hanvisa::locale::{Language, Locale};
/// use hanvisa::referral::{Moment, resolve, sentence};
///
/// let catalogue = Reading::embedded().catalogue.ok_or("the shipped catalogue has faults")?;
/// let clearing = catalogue.find_service("snorojning").ok_or("no such service")?;
/// let nora = catalogue.find_municipality("nora").ok_or("no such municipality")?;
/// let directory = Directory::at(Arc::new(catalogue), "2014-09-01".parse()?);
/// let moment: Moment = "2014-09-01T10:00".parse().map_err(|_| "no moment")?;
/// let referral = resolve(&directory, clearing, nora, moment);
/// let locale = Locale::new(Language::Swedish);
/// assert_eq!(
///     sentence(&directory, clearing, &referral, moment, &locale),
///     "Snöröjning av gator: ring Bergslagens kommunalteknik, Gata och trafik på 0587-55 00 00."
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
        return Referral::Gap(Gap::NoService, Vec::new());
    }
    let duties: Vec<Duty<'_>> = directory.duties_for(service, municipality).collect();
    match candidates(&duties) {
        Ok(candidates) => judge(entrance::entrances(directory, &duties, &candidates, moment)),
        Err(gap) => Referral::Gap(gap, on_call::of_service(directory, &duties)),
    }
}

/// With whom a matter begins, of all who have a part in it: with those who have the step `contact`; if nobody has, with
/// all whose part is not only the appeal or the hours when it is closed. Where the step `contact` is there only in some
/// cases, all other cases begin with the only organisation that has such a part whatever the case.
///
/// # Errors
/// Why it begins with nobody.
pub fn candidates<'a, 'd>(duties: &'a [Duty<'d>]) -> Result<Vec<&'a Duty<'d>>, Gap> {
    let with = |wanted: &dyn Fn(Step) -> bool| -> Vec<&'a Duty<'d>> {
        let has = |duty: &&Duty<'d>| duty.steps.iter().any(wanted);
        duties.iter().filter(has).collect()
    };
    let mut first = with(&|step| step == Step::Contact);
    let others = with(&|step| !matches!(step, Step::Appeal | Step::OnCall));
    if first.is_empty() {
        return match others.is_empty() {
            false => Ok(others),
            true if duties.is_empty() => Err(Gap::Nobody),
            true if with(&|step| step == Step::OnCall).is_empty() => Err(Gap::OnlyAppeal),
            true => Err(Gap::OnlyOnCall),
        };
    }
    let in_all_cases = |duty: &&Duty<'d>| duty.responsibility.condition.is_none();
    if !first.iter().any(in_all_cases) {
        let rest: Vec<_> = others.into_iter().filter(in_all_cases).collect();
        let only = rest.first().map(|duty| duty.organisation);
        if rest.iter().all(|duty| Some(duty.organisation) == only) {
            first.extend(rest);
        }
    }
    Ok(first)
}

/// Whether conditions tell those that have them apart: no two the same, and at most one without, for all other cases.
pub fn tells_apart(conditions: &[Option<&str>]) -> bool {
    conditions.iter().enumerate().all(|(position, condition)| {
        conditions
            .iter()
            .skip(position + 1)
            .all(|other| other != condition)
    })
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
            (Self::Gap(..), Self::Gap(..)) => self == other,
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
        return entrances
            .pop()
            .map_or(Referral::Gap(Gap::Nobody, Vec::new()), |only| {
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
