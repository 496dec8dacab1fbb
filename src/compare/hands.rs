//! What changed hands: steps of services that somebody had on the one day and somebody else has on the other.
//!
//! Only those of services and municipalities that are in both directories. What changed in the same way is told together.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{MunicipalityId, OrganisationId, ServiceId, Step, Steps};
use crate::directory::{Directory, Duty};

/// Steps that went from some hands to others, in the same way everywhere. Who has them both before and after is not among
/// either.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// Who had them and has them no longer.
    pub before: Vec<Holder>,
    /// Who has them and had them not.
    pub after: Vec<Holder>,
    /// Who has them all the time, where nobody lost them or nobody got them.
    pub beside: Vec<Holder>,
    /// The one case that all of it is about, when not all.
    pub condition: Option<String>,
    /// Which steps.
    pub steps: Steps,
    /// Where.
    pub municipalities: Vec<MunicipalityId>,
    /// Of which services.
    pub services: Vec<ServiceId>,
}

impl Handover {
    /// Whether the same have them as before, in other cases.
    pub fn is_only_other_cases(&self) -> bool {
        let who = |holders: &[Holder]| -> BTreeSet<Who> {
            holders.iter().map(|one| one.who.clone()).collect()
        };
        who(&self.before) == who(&self.after)
    }

    fn hands(&self) -> Hands {
        Hands {
            before: self.before.clone(),
            after: self.after.clone(),
            beside: self.beside.clone(),
        }
    }

    fn size(&self) -> usize {
        self.services.len() * self.municipalities.len()
    }
}

/// Who has a step, and in which case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Holder {
    /// Who.
    pub who: Who,
    /// The case, when not in all, and not the one case of the whole [`Handover`].
    pub condition: Option<String>,
}

/// Who has a step for a municipality.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// The municipality itself, so that "each its own" is one answer for all of them.
    Own,
    /// Somebody else.
    Other(OrganisationId),
}

/// From whom to whom.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Hands {
    before: Vec<Holder>,
    after: Vec<Holder>,
    beside: Vec<Holder>,
}

/// What went from whom to whom of a service: in which case, and which steps.
type Move = (Hands, Option<String>, Steps);

/// What changed hands, the pairs of hands with most of it first.
pub(super) fn changed(before: &Directory, after: &Directory) -> Vec<Handover> {
    let mut alike: BTreeMap<(Move, Vec<MunicipalityId>), Vec<ServiceId>> = BTreeMap::new();
    for &service in before.services() {
        let id = &before.catalogue()[service].id;
        let same = after.catalogue().find_service(id.as_str());
        if same.is_none_or(|same| !after.services().contains(&same)) {
            continue;
        }
        for (moved, municipalities) in of_service(before, after, id) {
            let services = alike.entry((moved, municipalities)).or_default();
            services.push(id.clone());
        }
    }
    let handover = |(((hands, condition, steps), municipalities), mut services): (_, Vec<_>)| {
        let Hands {
            before,
            after,
            beside,
        } = hands;
        services.sort();
        Handover {
            before,
            after,
            beside,
            condition,
            steps,
            municipalities,
            services,
        }
    };
    let mut found: Vec<Handover> = alike.into_iter().map(handover).collect();
    let mut weight: BTreeMap<Hands, usize> = BTreeMap::new();
    for one in &found {
        *weight.entry(one.hands()).or_default() += one.size();
    }
    found.sort_by_cached_key(|one| {
        let hands = one.hands();
        let whole = weight.get(&hands).copied().unwrap_or_default();
        let place = (one.condition.is_some(), Reverse(one.size()), one.steps);
        (Reverse(whole), hands, place, one.condition.clone())
    });
    found
}

/// What changed hands of one service, each with where.
fn of_service(
    before: &Directory,
    after: &Directory,
    service: &ServiceId,
) -> BTreeMap<Move, Vec<MunicipalityId>> {
    let mut found: BTreeMap<Move, Vec<MunicipalityId>> = BTreeMap::new();
    for municipality in before.catalogue().municipalities() {
        let id = &municipality.id;
        if after.catalogue().find_municipality(id.as_str()).is_none() {
            continue;
        }
        let (then, now) = (held(before, service, id), held(after, service, id));
        let mut moved: BTreeMap<(Hands, Option<String>), Vec<Step>> = BTreeMap::new();
        for (step, (then, now)) in Step::ALL.into_iter().zip(then.into_iter().zip(now)) {
            for hands in moves(&then, &now) {
                moved.entry(hands).or_default().push(step);
            }
        }
        for ((hands, condition), steps) in moved {
            let steps = steps.into_iter().collect();
            let places = found.entry((hands, condition, steps)).or_default();
            places.push(id.clone());
        }
    }
    found
}

/// From whom to whom a step went, case by case where the case is the same on both sides; the rest together.
fn moves(then: &BTreeSet<Holder>, now: &BTreeSet<Holder>) -> Vec<(Hands, Option<String>)> {
    let mut lost: BTreeSet<&Holder> = then.difference(now).collect();
    let mut got: BTreeSet<&Holder> = now.difference(then).collect();
    let conditions: BTreeSet<Option<String>> =
        lost.iter().map(|one| one.condition.clone()).collect();
    let mut moves = Vec::new();
    for condition in conditions {
        let of_it = |holders: &BTreeSet<&Holder>| -> Vec<Holder> {
            let same = holders.iter().filter(|one| one.condition == condition);
            same.map(|one| Holder {
                who: one.who.clone(),
                condition: None,
            })
            .collect()
        };
        let (before, after) = (of_it(&lost), of_it(&got));
        if !before.is_empty() && !after.is_empty() {
            lost.retain(|one| one.condition != condition);
            got.retain(|one| one.condition != condition);
            let beside = Vec::new();
            moves.push((
                Hands {
                    before,
                    after,
                    beside,
                },
                condition,
            ));
        }
    }
    let cloned = |holders: BTreeSet<&Holder>| holders.into_iter().cloned().collect::<Vec<_>>();
    let (before, after) = (cloned(lost), cloned(got));
    if before.is_empty() && after.is_empty() {
        return moves;
    }
    let beside = if before.is_empty() || after.is_empty() {
        cloned(then.intersection(now).collect())
    } else {
        Vec::new()
    };
    moves.push((
        Hands {
            before,
            after,
            beside,
        },
        None,
    ));
    moves
}

/// Who has each step of a service for a municipality, in the order of a matter's life.
fn held(
    directory: &Directory,
    service: &ServiceId,
    municipality: &MunicipalityId,
) -> Vec<BTreeSet<Holder>> {
    let catalogue = directory.catalogue();
    let service = catalogue.find_service(service.as_str());
    let municipality = catalogue.find_municipality(municipality.as_str());
    let Some((service, municipality)) = service.zip(municipality) else {
        return vec![BTreeSet::new(); Step::ALL.len()];
    };
    let duties: Vec<Duty<'_>> = directory.duties_for(service, municipality).collect();
    let own = catalogue[municipality].organisation;
    let holder = |duty: &Duty<'_>| Holder {
        who: if duty.organisation == own {
            Who::Own
        } else {
            Who::Other(catalogue[duty.organisation].id.clone())
        },
        condition: duty.responsibility.condition.clone(),
    };
    let of_step = |step: Step| -> BTreeSet<Holder> {
        let having = duties.iter().filter(|duty| duty.steps.contains(step));
        having.map(holder).collect()
    };
    Step::ALL.into_iter().map(of_step).collect()
}
