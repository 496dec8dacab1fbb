//! One service on the day, with who has a part in it sorted by municipality: what the rules look at.

use crate::catalogue::{MunicipalityRef, Service, ServiceRef};
use crate::directory::{Directory, Duty};

/// One service on the day. Made once and looked at by every rule, so that no rule searches all responsibilities for
/// every municipality.
#[derive(Debug)]
pub struct Work<'d> {
    /// The day's directory.
    pub directory: &'d Directory,
    /// The service.
    pub service: ServiceRef,
    duties: Vec<Duty<'d>>,
    /// The duties once more, those of one municipality after those of another.
    placed: Vec<Duty<'d>>,
    /// Where the duties of each municipality begin among those; one more than there are municipalities.
    starts: Vec<usize>,
}

impl<'d> Work<'d> {
    /// A service of the directory.
    pub fn of(directory: &'d Directory, service: ServiceRef) -> Self {
        let duties: Vec<Duty<'d>> = directory.duties(service).collect();
        let mut starts = vec![0; directory.catalogue().municipalities().len() + 1];
        let everywhere = || {
            duties.iter().flat_map(|duty| {
                let places = duty.municipalities.iter();
                places.map(move |place| (place.position(), *duty))
            })
        };
        for (place, _) in everywhere() {
            if let Some(of_place) = starts.get_mut(place + 1) {
                *of_place += 1;
            }
        }
        let mut all_before = 0;
        for start in &mut starts {
            *start += all_before;
            all_before = *start;
        }
        let mut placed: Vec<(usize, Duty<'d>)> = everywhere().collect();
        placed.sort_by_key(|(place, _)| *place);
        Self {
            directory,
            service,
            duties,
            placed: placed.into_iter().map(|(_, duty)| duty).collect(),
            starts,
        }
    }

    /// What the catalogue says of it.
    pub fn entry(&self) -> &'d Service {
        &self.directory.catalogue()[self.service]
    }

    /// Everybody's part in it.
    pub fn duties(&self) -> &[Duty<'d>] {
        &self.duties
    }

    /// Who has a part in it for a municipality.
    pub fn duties_for(&self, municipality: MunicipalityRef) -> &[Duty<'d>] {
        let place = municipality.position();
        match (self.starts.get(place), self.starts.get(place + 1)) {
            (Some(&start), Some(&end)) => self.placed.get(start..end).unwrap_or_default(),
            _ => &[],
        }
    }

    /// Every municipality with those who have a part in it there.
    pub fn places(&self) -> impl Iterator<Item = (MunicipalityRef, &[Duty<'d>])> {
        let municipalities = self.directory.catalogue().municipality_refs();
        municipalities.map(|one| (one, self.duties_for(one)))
    }
}
