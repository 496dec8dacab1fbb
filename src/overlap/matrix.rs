//! Every service beside every municipality, or every organisation: who has it, and whether alone, together, twice or not
//! at all.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use crate::catalogue::{MunicipalityRef, OrganisationRef, ServiceRef, Step, Steps, TopicRef};
use crate::directory::{Directory, Duty};
use crate::referral::candidates;

use super::draft::by_id;
use super::parallel::clashes;
use super::unclear_entry::undecided;
use super::work::Work;

/// What stands above the columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// The municipalities, in the order of the catalogue.
    #[default]
    Municipality,
    /// The organisations that have a part in something, those with most services first.
    Organisation,
}

impl By {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Municipality, Self::Organisation];

    /// The word used in JSON and on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Organisation => "organisation",
        }
    }
}

/// What stands above a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// A municipality.
    Municipality(MunicipalityRef),
    /// An organisation.
    Organisation(OrganisationRef),
}

/// How the work of a cell is shared out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// One organisation has all of it.
    Sole,
    /// Several have different steps.
    Shared,
    /// Who has it depends on the case.
    Conditional,
    /// Several have the same step, or it is not decided who takes the first call.
    Double,
    /// Nobody has it.
    Gap,
    /// The organisation has no part in it.
    Outside,
}

impl Sign {
    /// Every sign.
    pub const ALL: [Self; 6] = [
        Self::Sole,
        Self::Shared,
        Self::Conditional,
        Self::Double,
        Self::Gap,
        Self::Outside,
    ];

    /// The word used in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Sole => "sole",
            Self::Shared => "shared",
            Self::Conditional => "conditional",
            Self::Double => "double",
            Self::Gap => "gap",
            Self::Outside => "outside",
        }
    }

    /// The sign itself, one that every terminal has.
    pub const fn glyph(self) -> &'static str {
        match self {
            Self::Sole => "•",
            Self::Shared => "+",
            Self::Conditional => "*",
            Self::Double => "≠",
            Self::Gap => "–",
            Self::Outside => " ",
        }
    }
}

/// A cell: who has a service, or what an organisation has of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// How the work is shared out.
    pub sign: Sign,
    /// Who has which steps: first whoever takes the call, then by id. In the column of an organisation only itself. Who
    /// only hears appeals has nothing to do with how the work is shared, and is not among them.
    pub parts: Vec<(OrganisationRef, Steps)>,
}

/// A row: a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which.
    pub service: ServiceRef,
    /// One cell for each column.
    pub cells: Vec<Cell>,
}

/// How many cells have which sign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally([usize; Sign::ALL.len()]);

#[expect(
    clippy::indexing_slicing,
    reason = "there is a number for each sign, and a sign is the number of its place among them"
)]
impl Tally {
    /// How many have this one.
    pub fn count(&self, sign: Sign) -> usize {
        self.0[sign as usize]
    }

    /// The signs of some cells.
    pub fn of<'c>(cells: impl Iterator<Item = &'c Cell>) -> Self {
        cells.fold(Self::default(), |mut tally, cell| {
            tally.0[cell.sign as usize] += 1;
            tally
        })
    }
}

/// The services of one topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Which topic.
    pub topic: TopicRef,
    /// Its services, by name.
    pub rows: Vec<Row>,
    /// The signs of each column.
    pub totals: Vec<Tally>,
}

/// Services beside municipalities or organisations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// What stands above.
    pub columns: Vec<Column>,
    /// The services, topic by topic in the order of the catalogue; topics without services are left out.
    pub groups: Vec<Group>,
    /// The signs of each column, in all groups.
    pub totals: Vec<Tally>,
}

impl Matrix {
    /// The matrix of the directory's day; for one municipality, where one is named, only what concerns it.
    pub fn of(directory: &Directory, by: By, municipality: Option<MunicipalityRef>) -> Self {
        let catalogue = directory.catalogue();
        let places: Vec<MunicipalityRef> = match municipality {
            Some(only) => vec![only],
            None => catalogue.municipality_refs().collect(),
        };
        let columns = match by {
            By::Municipality => places.iter().copied().map(Column::Municipality).collect(),
            By::Organisation => busy(directory, &places),
        };
        let mut services = directory.services().to_vec();
        services.sort_by_cached_key(|&one| (catalogue[one].name.to_lowercase(), one));
        let mut groups: Vec<Group> = catalogue
            .topic_refs()
            .map(|topic| Group {
                topic,
                rows: Vec::new(),
                totals: Vec::new(),
            })
            .collect();
        for service in services {
            let row = row(directory, service, &columns, &places);
            if let Some(group) = groups.get_mut(catalogue[service].topic.position()) {
                group.rows.push(row);
            }
        }
        groups.retain(|group| !group.rows.is_empty());
        for group in &mut groups {
            let rows: Vec<&Row> = group.rows.iter().collect();
            group.totals = totals(&rows, columns.len());
        }
        let rows: Vec<&Row> = groups.iter().flat_map(|group| &group.rows).collect();
        let totals = totals(&rows, columns.len());
        Self {
            columns,
            groups,
            totals,
        }
    }
}

fn totals(rows: &[&Row], columns: usize) -> Vec<Tally> {
    let column = |column: usize| Tally::of(rows.iter().filter_map(|row| row.cells.get(column)));
    (0..columns).map(column).collect()
}

/// The organisations that have a part in some service for one of the municipalities, those with most services first.
fn busy(directory: &Directory, places: &[MunicipalityRef]) -> Vec<Column> {
    let catalogue = directory.catalogue();
    let mut services: HashMap<OrganisationRef, usize> = HashMap::new();
    for &service in directory.services() {
        let duties = holders(directory.duties(service));
        let here = duties
            .into_iter()
            .filter(|duty| places.iter().any(|one| duty.municipalities.contains(one)));
        let mut organisations: Vec<OrganisationRef> = here.map(|duty| duty.organisation).collect();
        organisations.sort_unstable();
        organisations.dedup();
        for organisation in organisations {
            *services.entry(organisation).or_default() += 1;
        }
    }
    let mut busy: Vec<(OrganisationRef, usize)> = services.into_iter().collect();
    busy.sort_by_key(|&(one, count)| (Reverse(count), catalogue[one].id.as_str()));
    let busy = busy.into_iter().map(|(one, _)| one);
    busy.map(Column::Organisation).collect()
}

fn row(
    directory: &Directory,
    service: ServiceRef,
    columns: &[Column],
    places: &[MunicipalityRef],
) -> Row {
    let work = Work::of(directory, service);
    let mut own: HashMap<OrganisationRef, Vec<Duty<'_>>> = HashMap::new();
    for duty in &holders(work.duties().iter().copied()) {
        own.entry(duty.organisation).or_default().push(*duty);
    }
    let cells = columns.iter().map(|column| match *column {
        Column::Municipality(place) => Cell {
            sign: sign(work.directory, work.duties_for(place)),
            parts: parts(directory, work.duties_for(place)),
        },
        Column::Organisation(organisation) => {
            let own = own.get(&organisation).map_or(&[][..], Vec::as_slice);
            of_organisation(&work, organisation, own, places)
        }
    });
    let cells = cells.collect();
    Row { service, cells }
}

/// How the work for one municipality is shared out.
fn sign(directory: &Directory, duties: &[Duty<'_>]) -> Sign {
    let work: Vec<Duty<'_>> = duties.iter().copied().filter(does_work).collect();
    let Some(first) = work.first() else {
        return Sign::Gap;
    };
    let doors = candidates(duties).unwrap_or_default();
    if !undecided(directory, &doors).is_empty() || !clashes(duties).is_empty() {
        return Sign::Double;
    }
    if doors
        .iter()
        .any(|duty| duty.responsibility.condition.is_some())
    {
        return Sign::Conditional;
    }
    if work
        .iter()
        .any(|duty| duty.organisation != first.organisation)
    {
        return Sign::Shared;
    }
    Sign::Sole
}

/// Whether a duty is more than hearing appeals.
fn does_work(duty: &Duty<'_>) -> bool {
    !duty.steps.without(Step::Appeal).is_empty()
}

/// The duties of those who do more of the work than hearing appeals, somewhere.
fn holders<'d>(duties: impl Iterator<Item = Duty<'d>>) -> Vec<Duty<'d>> {
    let duties: Vec<Duty<'d>> = duties.collect();
    let holds = |one: &Duty<'_>| {
        let mut all = duties.iter();
        all.any(|duty| duty.organisation == one.organisation && does_work(duty))
    };
    duties.iter().copied().filter(holds).collect()
}

/// Who has which steps, first whoever takes the call.
fn parts(directory: &Directory, duties: &[Duty<'_>]) -> Vec<(OrganisationRef, Steps)> {
    let catalogue = directory.catalogue();
    let mut parts: Vec<(OrganisationRef, Steps)> = Vec::new();
    for duty in duties {
        let steps = duty.steps;
        match parts.iter_mut().find(|(one, _)| *one == duty.organisation) {
            Some((_, known)) => *known = known.union(steps),
            None => parts.push((duty.organisation, steps)),
        }
    }
    parts.retain(|(_, steps)| !steps.without(Step::Appeal).is_empty());
    let doors = candidates(duties).unwrap_or_default();
    let mut doors: Vec<OrganisationRef> = doors.iter().map(|duty| duty.organisation).collect();
    by_id(&mut doors, |one| catalogue[one].id.as_str());
    parts.sort_by_key(|(one, _)| (!doors.contains(one), catalogue[*one].id.as_str()));
    parts
}

/// What an organisation has of a service, and the weightiest sign of the municipalities it has it for.
fn of_organisation(
    work: &Work<'_>,
    organisation: OrganisationRef,
    own: &[Duty<'_>],
    places: &[MunicipalityRef],
) -> Cell {
    let here = |one: &&MunicipalityRef| places.contains(one);
    let steps = own
        .iter()
        .filter(|duty| duty.municipalities.iter().any(|one| here(&one)))
        .map(|duty| duty.steps)
        .reduce(Steps::union);
    let Some(steps) = steps else {
        return Cell {
            sign: Sign::Outside,
            parts: Vec::new(),
        };
    };
    let its_places: BTreeSet<MunicipalityRef> = own
        .iter()
        .filter(|duty| does_work(duty))
        .flat_map(|duty| duty.municipalities)
        .filter(here)
        .copied()
        .collect();
    let signs = its_places
        .into_iter()
        .map(|place| own_sign(work.directory, work.duties_for(place), organisation));
    let sign = signs.max().unwrap_or(Sign::Outside);
    let parts = match sign {
        Sign::Outside => Vec::new(),
        _ => vec![(organisation, steps)],
    };
    Cell { sign, parts }
}

/// How an organisation shares its part of the work for one municipality: what others do twice is not its double work.
fn own_sign(directory: &Directory, duties: &[Duty<'_>], organisation: OrganisationRef) -> Sign {
    let doors = candidates(duties).unwrap_or_default();
    let is_own = |duty: &Duty<'_>| duty.organisation == organisation;
    let unclear = undecided(directory, &doors).into_iter().any(is_own);
    let double = || {
        clashes(duties)
            .iter()
            .any(|clash| clash.organisations.contains(&organisation))
    };
    if unclear || double() {
        return Sign::Double;
    }
    match sign(directory, duties) {
        Sign::Sole if duties.iter().any(|duty| is_own(duty) && does_work(duty)) => Sign::Sole,
        Sign::Conditional => Sign::Conditional,
        _ => Sign::Shared,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{directory, duty};
    use super::*;

    const DAY: &str = "2026-11-23";

    /// The rows as text: a sign for each column.
    fn signs(service: &[String], by: By) -> Vec<String> {
        let directory = directory(&[&service.concat()], DAY);
        let matrix = Matrix::of(&directory, by, None);
        let rows = matrix.groups.iter().flat_map(|group| &group.rows);
        rows.map(|row| row.cells.iter().map(|cell| cell.sign.glyph()).collect())
            .collect()
    }

    #[test]
    fn a_cell_says_whether_the_work_is_done_alone_together_twice_or_not_at_all() {
        let service = [
            duty("ask-kommun", "contact delivery", ""),
            duty("forbundet", "delivery", "municipalities = [\"bok\"]"),
            duty("bok-kommun", "contact", ""),
        ];
        assert_eq!(signs(&service, By::Municipality), ["•+–"]);
        let double = duty("namnden", "delivery", "municipalities = [\"bok\"]");
        let depends = duty("alm-kommun", "contact", "condition = \"på gatan\"");
        let service = [&service[..], &[double, depends]].concat();
        assert_eq!(signs(&service, By::Municipality), ["•≠*"]);
    }

    #[test]
    fn an_appeal_elsewhere_takes_nothing_from_whoever_does_the_work() {
        let service = [
            duty("kommunerna", "contact decision", ""),
            duty("namnden", "appeal", ""),
        ];
        assert_eq!(signs(&service, By::Municipality), ["•••"]);
    }

    #[test]
    fn who_only_hears_appeals_holds_nothing_of_the_work() {
        let service = [
            duty("ask-kommun", "contact decision", ""),
            duty("namnden", "appeal", ""),
        ];
        let directory = directory(&[&service.concat()], DAY);
        let matrix = Matrix::of(&directory, By::Municipality, None);
        let parts = matrix.groups[0].rows[0].cells.iter();
        let parts: Vec<usize> = parts.map(|cell| cell.parts.len()).collect();
        assert_eq!(parts, [1, 0, 0]);
        assert_eq!(signs(&service, By::Organisation), ["•"]);
    }

    #[test]
    fn the_column_of_an_organisation_is_about_its_own_part() {
        let service = [
            duty("namnden", "contact handling", ""),
            duty(
                "forbundet",
                "delivery",
                "municipalities = [\"ask\", \"bok\"]",
            ),
            duty("ask-kommun", "delivery", ""),
            "[[service]]\nid = \"ljus\"\nname = \"Ljus\"\ntopic = \"gata\"\nsummary = \"L.\"\n"
                .to_owned(),
            duty("namnden", "contact", ""),
        ];
        // The board has most services. It shares the water with two that do the same in Ask.
        assert_eq!(signs(&service, By::Organisation), ["•  ", "+≠≠"]);
    }

    #[test]
    fn a_municipality_has_a_matrix_of_its_own() {
        let service = [
            duty("kommunerna", "contact", ""),
            duty("forbundet", "delivery", "municipalities = [\"ask\"]"),
        ]
        .concat();
        let directory = directory(&[&service], DAY);
        let bok = directory.catalogue().find_municipality("bok");
        let matrix = Matrix::of(&directory, By::Organisation, bok);
        let only = directory
            .catalogue()
            .find_organisation("bok-kommun")
            .unwrap();
        assert_eq!(matrix.columns, [Column::Organisation(only)]);
        let matrix = Matrix::of(&directory, By::Municipality, bok);
        assert_eq!(matrix.totals.len(), 1);
        assert_eq!(matrix.totals[0].count(Sign::Sole), 1);
    }

    #[test]
    fn whoever_takes_the_call_is_named_first() {
        let service = [
            duty("ask-kommun", "delivery", ""),
            duty("forbundet", "contact", ""),
        ]
        .concat();
        let directory = directory(&[&service], DAY);
        let matrix = Matrix::of(&directory, By::Municipality, None);
        let catalogue = directory.catalogue();
        let named: Vec<_> = matrix.groups[0].rows[0].cells[0]
            .parts
            .iter()
            .map(|(one, _)| catalogue[*one].id.as_str())
            .collect();
        assert_eq!(named, ["forbundet", "ask-kommun"]);
    }
}
