//! An entrance: one organisation that a caller may turn to, put together from all its parts in a service.

use super::{Moment, OnCall, on_call, opening};
use crate::catalogue::{
    Checked, Confidence, Contact, Opening, OrganisationRef, SourceRef, Step, UnitRef,
};
use crate::directory::{Directory, Duty};

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
    /// Whom to ring when it is closed: whoever is on call for the service, or else its own number for that.
    pub on_call: Vec<OnCall>,
    /// How well it is known that this is the one.
    pub confidence: Confidence,
    /// The organisation it took over from, where the catalogue still names that one.
    pub formerly: Option<OrganisationRef>,
    /// The steps it has of the service.
    pub steps: Vec<Step>,
    /// What to know about its part in the service.
    pub notes: Vec<String>,
    /// How fresh it is that this is the one, and how to reach it: the worse of both.
    pub checked: Checked,
    /// Where it is from that this is the one, and how to reach it.
    pub sources: Vec<SourceRef>,
}

impl Entrance {
    /// Whether a caller would be told the same.
    pub(super) fn tells_the_same_as(&self, other: &Self) -> bool {
        self.organisation == other.organisation
            && self.unit == other.unit
            && self.condition == other.condition
            && self.contact == other.contact
            && self.on_call == other.on_call
            && self.notes == other.notes
    }

    /// Takes over what the other knows less well. Both tell the same.
    pub(super) fn weaken(&mut self, other: Self) {
        self.confidence = self.confidence.max(other.confidence);
        self.checked = self.checked.min(other.checked);
        self.sources.extend(other.sources);
        self.sources.sort_unstable();
        self.sources.dedup();
        self.steps.extend(other.steps);
        self.steps.sort_unstable();
        self.steps.dedup();
    }
}

/// The entrances that candidates make. All parts that an organisation has in the same case are one entrance, unless
/// they have different numbers and nothing says which of them to ring.
pub(super) fn entrances(
    directory: &Directory,
    all: &[Duty<'_>],
    candidates: &[&Duty<'_>],
    moment: Moment,
) -> Vec<Entrance> {
    let doors = doors(directory, candidates);
    let on_call = on_call::of_service(directory, all);
    let open = |door: &Vec<&Duty<'_>>| entrance(directory, all, door, moment);
    let mut entrances: Vec<Entrance> = doors.iter().filter_map(open).collect();
    on_call::share(directory, &on_call, &mut entrances);
    entrances
}

/// The candidates sorted into doors that a caller may knock at: one for each organisation and case, and one for each
/// number where an organisation has several of its own for this.
pub fn doors<'a, 'd>(directory: &Directory, candidates: &[&'a Duty<'d>]) -> Vec<Vec<&'a Duty<'d>>> {
    let case = |duty: &Duty<'d>| (duty.organisation, duty.responsibility.condition.as_deref());
    let mut houses: Vec<Vec<&'a Duty<'d>>> = Vec::new();
    for &duty in candidates {
        let known = houses
            .iter_mut()
            .find(|house| house.first().is_some_and(|one| case(one) == case(duty)));
        match known {
            Some(house) => house.push(duty),
            None => houses.push(vec![duty]),
        }
    }
    let parted = |house: Vec<&'a Duty<'d>>| {
        let mut doors: Vec<(Option<String>, Vec<&'a Duty<'d>>)> = Vec::new();
        for duty in house {
            let number = own_number(directory, duty);
            let same =
                |known: &Option<String>| number.is_none() || known.is_none() || *known == number;
            match doors.iter_mut().find(|(known, _)| same(known)) {
                Some((known, door)) => {
                    door.push(duty);
                    *known = known.take().or(number);
                }
                None => doors.push((number, vec![duty])),
            }
        }
        doors.into_iter().map(|(_, door)| door)
    };
    houses.into_iter().flat_map(parted).collect()
}

/// The number for just this duty; that of its unit where the organisation has none to ring instead.
fn own_number(directory: &Directory, duty: &Duty<'_>) -> Option<String> {
    let own = directory.own_contact(duty);
    own.and_then(|own| own.phone.clone()).or_else(|| {
        let house = directory.contact(duty.organisation, None);
        let unit = directory.contact(duty.organisation, duty.unit).phone;
        unit.filter(|_| house.phone.is_none())
    })
}

/// All the parts behind one door as one entrance; none where there is no part.
fn entrance(
    directory: &Directory,
    all: &[Duty<'_>],
    door: &[&Duty<'_>],
    moment: Moment,
) -> Option<Entrance> {
    let catalogue = directory.catalogue();
    let first = *door.first()?;
    let condition = &first.responsibility.condition;
    // Several parts of one house: the house is what the caller needs.
    let same_unit = door.iter().all(|duty| duty.unit == first.unit);
    let unit = first.unit.filter(|_| same_unit);
    let contact = contact(directory, first.organisation, unit, door);
    let mut steps: Vec<Step> = all
        .iter()
        .filter(|duty| {
            duty.organisation == first.organisation && duty.responsibility.condition == *condition
        })
        .flat_map(|duty| duty.steps.iter())
        .collect();
    steps.sort_unstable();
    steps.dedup();
    let written = || door.iter().map(|duty| duty.responsibility);
    let notes = written().filter_map(|one| one.note.clone());
    let sources = written().flat_map(|one| one.sources.iter().copied());
    let checked = written().map(|one| catalogue.checked(one.verified, &one.sources));
    let how = contact
        .leads_anywhere()
        .then(|| catalogue.checked(contact.verified, &contact.sources));
    let mut sources: Vec<SourceRef> = sources.chain(contact.sources.iter().copied()).collect();
    sources.sort_unstable();
    sources.dedup();
    Some(Entrance {
        organisation: first.organisation,
        unit,
        condition: condition.clone(),
        opening: opening(directory, &contact, moment),
        on_call: Vec::new(),
        confidence: door.iter().map(|duty| known(duty)).max()?,
        formerly: door.iter().find_map(|duty| duty.formerly),
        steps,
        notes: without_repeats(notes.collect()),
        checked: checked.chain(how).min()?,
        sources,
        contact,
    })
}

/// How well it is known that somebody has a duty. That a successor answers for it follows from the catalogue; it does not
/// stand there.
fn known(duty: &Duty<'_>) -> Confidence {
    let written = duty.responsibility.confidence;
    match duty.formerly {
        Some(_) => written.max(Confidence::Inferred),
        None => written,
    }
}

/// How to reach what lies behind one door: what is given for just this, then the unit or the house.
fn contact(
    directory: &Directory,
    organisation: OrganisationRef,
    unit: Option<UnitRef>,
    door: &[&Duty<'_>],
) -> Contact {
    let own = door
        .iter()
        .filter_map(|duty| directory.own_contact(duty).cloned());
    // The unit's number, where the house has none.
    let units = door
        .iter()
        .map(|duty| directory.contact(organisation, duty.unit));
    let units = units
        .filter(|_| unit.is_none())
        .filter(|unit| unit.phone.is_some());
    let general = directory.contact(organisation, unit);
    let general = match &general.phone {
        None => units.fold(general, |general, unit| general.or(&unit)),
        Some(_) => general,
    };
    let own = own.reduce(|one, other| one.or(&other));
    own.map_or(general.clone(), |own| own.or(&general))
}

/// A list without what stands further up already.
fn without_repeats<T: PartialEq>(list: Vec<T>) -> Vec<T> {
    let mut kept: Vec<T> = Vec::new();
    for one in list {
        if !kept.contains(&one) {
            kept.push(one);
        }
    }
    kept
}
