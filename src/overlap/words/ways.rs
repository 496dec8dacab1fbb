//! The ways that callers are sent, in words: each way once, with the services for which it is not so everywhere.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{Confidence, MunicipalityRef, ServiceRef};
use crate::overlap::chain::{Chain, End, LONGEST};
use crate::overlap::draft::by_id;
use crate::overlap::finding::{Basis, Evidence, Finding};

use super::Words;

/// No more than so many groups of services are named that are sent a way from fewer municipalities; the others are counted.
const EXCEPTIONS: usize = 3;

/// A way that callers are sent, as it is told of a finding.
#[derive(Clone, Debug)]
pub struct WayTold<'f> {
    /// The way.
    pub chain: &'f Chain,
    /// Whose callers: of the services that are sent so from most municipalities.
    pub municipalities: Vec<MunicipalityRef>,
    /// What has to be said with it, where it is not as well known as the finding that it shows or not of all its services:
    /// that it was made up, that it follows from a referral for any service, which services.
    pub marks: Vec<String>,
    /// For which services it is not so in all these municipalities, or so in others: a sentence each.
    pub exceptions: Vec<String>,
    /// Where among the evidence it comes first.
    pub(super) at: usize,
}

/// Services that are sent a way from the same municipalities.
type Group = (Vec<MunicipalityRef>, Vec<ServiceRef>);

impl Words<'_> {
    /// The ways that show a finding, each once: those of the municipality, if one is named.
    pub fn ways<'f>(
        &self,
        finding: &'f Finding,
        municipality: Option<MunicipalityRef>,
    ) -> Vec<WayTold<'f>> {
        let mut met: Vec<&Chain> = Vec::new();
        let mut told = Vec::new();
        for (at, evidence) in finding.evidence.iter().enumerate() {
            let Evidence::Chain { chain, .. } = evidence else {
                continue;
            };
            if !met.iter().any(|one| one.is_same_way(chain)) {
                met.push(chain);
                told.extend(
                    self.way(finding, chain, municipality)
                        .map(|way| WayTold { at, ..way }),
                );
            }
        }
        told
    }

    /// A way that shows a finding, with everybody who is sent so; none where nobody from the municipality is.
    fn way<'f>(
        &self,
        finding: &'f Finding,
        chain: &'f Chain,
        municipality: Option<MunicipalityRef>,
    ) -> Option<WayTold<'f>> {
        let groups = self.groups(finding, chain);
        let mut services: Vec<ServiceRef> = groups
            .iter()
            .flat_map(|(_, services)| services)
            .copied()
            .collect();
        self.by_id(&mut services);
        let (municipalities, exceptions) = match municipality {
            None => {
                let ((everywhere, _), others) = groups.split_first()?;
                (everywhere.clone(), self.exceptions(everywhere, others))
            }
            Some(one) => {
                let is_here = |(places, _): &Group| places.contains(&one);
                let (here, elsewhere): (Vec<Group>, Vec<Group>) =
                    groups.into_iter().partition(is_here);
                here.first()?;
                let elsewhere = elsewhere.into_iter().flat_map(|(_, services)| services);
                let mut elsewhere: Vec<ServiceRef> = elsewhere.collect();
                self.by_id(&mut elsewhere);
                let but = (!elsewhere.is_empty())
                    .then(|| self.exception("chain-not-in", &elsewhere, &[one]));
                (vec![one], but.into_iter().collect())
            }
        };
        Some(WayTold {
            chain,
            municipalities,
            marks: self.marks(finding, chain, None, &services),
            exceptions,
            at: 0,
        })
    }

    /// The services that are sent a way, together those that are so from the same municipalities: first those from most.
    fn groups(&self, finding: &Finding, way: &Chain) -> Vec<Group> {
        let mut places: BTreeMap<Option<ServiceRef>, BTreeSet<MunicipalityRef>> = BTreeMap::new();
        for evidence in &finding.evidence {
            if let Evidence::Chain {
                chain,
                services,
                municipalities,
            } = evidence
                && chain.is_same_way(way)
            {
                let none = services.is_empty().then_some(None);
                for service in services.iter().copied().map(Some).chain(none) {
                    places.entry(service).or_default().extend(municipalities);
                }
            }
        }
        let mut groups: BTreeMap<BTreeSet<MunicipalityRef>, Vec<ServiceRef>> = BTreeMap::new();
        for (service, municipalities) in places {
            groups.entry(municipalities).or_default().extend(service);
        }
        let mut groups: Vec<Group> = groups
            .into_iter()
            .map(|(places, mut services)| {
                self.by_id(&mut services);
                (places.into_iter().collect(), services)
            })
            .collect();
        let catalogue = self.directory.catalogue();
        groups.sort_by_cached_key(|(places, services)| {
            let first = services.first().map(|&one| catalogue[one].id.as_str());
            (Reverse((places.len(), services.len())), first)
        });
        groups
    }

    /// For which services a way is not the one from just these municipalities; of many groups only the first.
    fn exceptions(&self, everywhere: &[MunicipalityRef], others: &[Group]) -> Vec<String> {
        let told = |(places, services): &Group| {
            let missing = everywhere.iter().filter(|one| !places.contains(one));
            let missing: Vec<MunicipalityRef> = missing.copied().collect();
            let is_within = places.iter().all(|one| everywhere.contains(one));
            if is_within && missing.len() < places.len() {
                self.exception("chain-not-in", services, &missing)
            } else {
                self.exception("chain-only-in", services, places)
            }
        };
        let mut said: Vec<String> = others.iter().take(EXCEPTIONS).map(told).collect();
        let rest = others.iter().skip(EXCEPTIONS);
        let rest: usize = rest.map(|(_, services)| services.len()).sum();
        if rest > 0 {
            said.push(self.locale.count("chain-only-in-some", rest, &[]));
        }
        said
    }

    fn exception(&self, key: &str, services: &[ServiceRef], places: &[MunicipalityRef]) -> String {
        let (names, places) = (self.services(services), self.municipalities(places));
        self.locale
            .with(key, &[("names", &names), ("where", &places)])
    }

    fn by_id(&self, services: &mut Vec<ServiceRef>) {
        let catalogue = self.directory.catalogue();
        by_id(services, |one| catalogue[one].id.as_str());
    }

    /// What has to be said with a way that shows a finding of one of its services, or else of all that are sent so.
    pub(super) fn marks(
        &self,
        finding: &Finding,
        chain: &Chain,
        service: Option<ServiceRef>,
        services: &[ServiceRef],
    ) -> Vec<String> {
        let text = |key: &str| self.locale.text(key).into_owned();
        let mut marks = Vec::new();
        if chain.status.is_example() && finding.basis == Basis::Documented {
            marks.push(text("basis-illustrative"));
        }
        let is_inferred = chain.confidence == Confidence::Inferred;
        if is_inferred && (service.is_some() || !chain.general) {
            marks.push(text("chain-inferred"));
        }
        if service.is_none() && *services != finding.services {
            let names = self.services(services);
            marks.push(self.locale.with("chain-about", &[("names", &names)]));
        }
        marks
    }

    /// The bodies of a chain as a line of boxes: `Nora växel → BMB → BKT`. A call that goes round ends with the body it
    /// comes back to.
    pub fn boxes(&self, chain: &Chain, municipality: MunicipalityRef) -> Vec<String> {
        let name = self.directory.catalogue()[municipality].name.as_str();
        let switchboard = self
            .locale
            .with("chain-switchboard", &[("municipality", name)]);
        let onward = chain.onward().map(|one| self.organisation(one).to_owned());
        [switchboard].into_iter().chain(onward).collect()
    }

    /// The same for callers from several municipalities, whichever switchboard they come to.
    pub fn boxes_of_several(
        &self,
        chain: &Chain,
        municipalities: &[MunicipalityRef],
    ) -> Vec<String> {
        if let [only] = municipalities {
            return self.boxes(chain, *only);
        }
        let switchboard = self.locale.text("chain-switchboards").into_owned();
        let onward = chain.onward().map(|one| self.organisation(one).to_owned());
        [switchboard].into_iter().chain(onward).collect()
    }

    /// How a chain ends, where that is not at somebody who takes care of it.
    pub fn end(&self, chain: &Chain) -> Option<String> {
        let key = match chain.end {
            End::Handled => return None,
            End::Loop(_) => "chain-loop",
            End::DeadEnd => "chain-dead-end",
            End::Expired(None) => "chain-expired",
            End::Cut => {
                let most = LONGEST.to_string();
                return Some(self.locale.with("chain-cut", &[("most", &most)]));
            }
            End::Expired(Some(successor)) => {
                let name = self.organisation(successor);
                return Some(self.locale.with("chain-succeeded", &[("name", name)]));
            }
        };
        Some(self.locale.text(key).into_owned())
    }

    /// A way as a sentence: whose callers, the boxes, how it ends, how many steps, and what has to be said with it.
    pub(super) fn way_line(
        &self,
        chain: &Chain,
        municipalities: &[MunicipalityRef],
        marks: &[String],
    ) -> String {
        let mut line = self.boxes_of_several(chain, municipalities).join(" → ");
        if municipalities.len() != 1 {
            line = format!("{}: {line}", self.municipalities(municipalities));
        }
        let end = self.end(chain).map(|end| format!(" ({end})"));
        let end = end.unwrap_or_default();
        let hops = self.locale.count("chain-hops", chain.hops(), &[]);
        let told: Vec<&str> = [hops.as_str()]
            .into_iter()
            .chain(marks.iter().map(String::as_str))
            .collect();
        format!("{line}{end}, {}.", told.join(", "))
    }
}
