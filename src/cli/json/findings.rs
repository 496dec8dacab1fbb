//! Findings, figures and the matrix as JSON.

use serde::Serialize;

use crate::catalogue::{FindingId, MunicipalityRef, OrganisationRef, ServiceRef, Status, Step};
use crate::overlap::matrix::{By, Column, Matrix, Sign, Tally};
use crate::overlap::{Chain, Evidence, Figures, Finding, Pairing, Words};

use super::OrganisationJson;

/// What `duplicates` prints.
#[derive(Debug, Serialize)]
pub struct Duplicates {
    /// The moment asked about.
    pub at: String,
    /// The id of the caller's municipality, if one is named.
    pub municipality: Option<String>,
    /// What is found, worst first.
    pub findings: Vec<FindingJson>,
    /// Figures to follow over time, for each municipality.
    pub figures: Vec<FiguresJson>,
}

/// A finding.
#[derive(Debug, Serialize)]
pub struct FindingJson {
    /// Its id.
    pub id: String,
    /// The ids of the computed findings that it stands for.
    pub computed: Vec<String>,
    /// Its kind: `parallel`, `unclear-entry`, `chain`, `gap`, `separate`, `conflict`, `lookalike` or `stale`.
    pub kind: &'static str,
    /// For double work, who does it: `municipality-and-joint`, `two-joint` or `other`.
    pub pairing: Option<&'static str>,
    /// The ids of the services; empty where it is about no single one.
    pub services: Vec<String>,
    /// The ids of the organisations.
    pub organisations: Vec<String>,
    /// The ids of the municipalities.
    pub municipalities: Vec<String>,
    /// How many live in those of them whose number is known.
    pub residents: Option<u64>,
    /// The step it is mostly about.
    pub step: Option<&'static str>,
    /// All the steps it is about.
    pub steps: Vec<&'static str>,
    /// What shows it, a sentence or two each.
    pub evidence: Vec<String>,
    /// The ways that callers are sent.
    pub chains: Vec<ChainJson>,
    /// The ids of the sources.
    pub sources: Vec<String>,
    /// `documented`, `illustrative` (an example) or `computed`.
    pub basis: &'static str,
    /// `documented`, `inferred` or `assumed`.
    pub confidence: &'static str,
    /// What could be done.
    pub suggestion: String,
    /// What people have decided: `open`, `investigating`, `intended` or `resolved`.
    pub verdict: &'static str,
    /// Who decided that, when and why; null where it is not a verdict that somebody wrote down.
    pub decision: Option<DecisionJson>,
}

/// A verdict that somebody wrote down, and that holds.
#[derive(Debug, Serialize)]
pub struct DecisionJson {
    /// In which role.
    pub by: Option<String>,
    /// The day it was decided.
    pub on: Option<String>,
    /// The last day it holds.
    pub until: Option<String>,
    /// Why.
    pub note: Option<String>,
}

/// The way of a call.
#[derive(Debug, Serialize)]
pub struct ChainJson {
    /// The ids of whom the caller speaks to, in turn. The first has the switchboard; of a general chain the municipality
    /// that comes first in the catalogue stands for all.
    pub bodies: Vec<String>,
    /// How many times the caller is sent on.
    pub hops: usize,
    /// How it ends: `handled`, `loop`, `dead-end`, `expired`, or `cut` where it is longer than it is followed.
    pub end: &'static str,
    /// `documented`, or `illustrative` where it was made up as an example.
    pub status: &'static str,
    /// `documented`, `inferred` where it follows from a referral for any service, or `assumed`.
    pub confidence: &'static str,
    /// The ids of the services that it was found for.
    pub services: Vec<String>,
    /// The ids of the municipalities whose callers go this way.
    pub municipalities: Vec<String>,
}

/// Figures of one municipality.
#[derive(Debug, Serialize)]
pub struct FiguresJson {
    /// Its id.
    pub municipality: String,
    /// How many services somebody takes calls about.
    pub services: usize,
    /// About how many of them it is known where the call goes.
    pub known: usize,
    /// About how many more it follows from a referral for any service.
    pub inferred: usize,
    /// About how many nobody has written it down.
    pub unknown: usize,
    /// About how many of those known and inferred the caller never gets to anybody who has a part in it.
    pub lost: usize,
    /// How many times a caller is sent on about a service, on average of those known and inferred who get there; null where
    /// there are none.
    pub mean_hops: Option<f64>,
    /// About how many services a caller is known to be sent on more than once.
    pub sent_round: usize,
    /// About how many more that follows from a referral for any service.
    pub sent_round_inferred: usize,
    /// How many services have exactly one entrance.
    pub one_entrance: usize,
    /// What share of them that is, 0–1.
    pub one_entrance_share: f64,
}

/// What `matrix` prints.
#[derive(Debug, Serialize)]
pub struct MatrixJson {
    /// The moment asked about.
    pub at: String,
    /// What stands above the columns: `municipality` or `organisation`.
    pub by: &'static str,
    /// The columns.
    pub columns: Vec<ColumnJson>,
    /// The services, topic by topic.
    pub topics: Vec<TopicJson>,
    /// The signs of each column, in all topics.
    pub totals: Vec<TotalJson>,
}

/// A column.
#[derive(Debug, Serialize)]
pub struct ColumnJson {
    /// The id of the municipality or organisation.
    pub id: String,
    /// Its name on the day.
    pub name: String,
}

/// The services of a topic.
#[derive(Debug, Serialize)]
pub struct TopicJson {
    /// Its id.
    pub topic: String,
    /// Its heading.
    pub name: String,
    /// Its services, by name.
    pub services: Vec<RowJson>,
    /// The signs of each column.
    pub totals: Vec<TotalJson>,
}

/// A service.
#[derive(Debug, Serialize)]
pub struct RowJson {
    /// Its id.
    pub service: String,
    /// Its name.
    pub name: String,
    /// One cell for each column.
    pub cells: Vec<CellJson>,
}

/// A cell.
#[derive(Debug, Serialize)]
pub struct CellJson {
    /// The id of the column.
    pub column: String,
    /// `sole`, `shared`, `conditional`, `double`, `gap`, or `outside` where the organisation has no part in it.
    pub sign: &'static str,
    /// Who has which steps, first whoever takes the call.
    pub who: Vec<PartJson>,
}

/// What somebody has of a service.
#[derive(Debug, Serialize)]
pub struct PartJson {
    /// Who.
    #[serde(flatten)]
    pub organisation: OrganisationJson,
    /// Which steps.
    pub steps: Vec<&'static str>,
}

/// How many cells of a column have which sign.
#[derive(Debug, Serialize)]
pub struct TotalJson {
    /// The id of the column.
    pub column: String,
    /// How many one organisation has alone.
    pub sole: usize,
    /// How many several share.
    pub shared: usize,
    /// How many depend on the case.
    pub conditional: usize,
    /// How many are double or unclear.
    pub double: usize,
    /// How many nobody has.
    pub gap: usize,
}

/// Puts findings into these shapes.
#[derive(Clone, Debug)]
pub struct FindingsWriter<'a> {
    /// Says what they say.
    pub words: Words<'a>,
    /// The moment asked about.
    pub at: String,
    /// The caller's municipality.
    pub municipality: Option<MunicipalityRef>,
}

impl FindingsWriter<'_> {
    /// Findings and figures.
    pub fn duplicates(&self, findings: &[&Finding], figures: &[Figures]) -> Duplicates {
        let shown = |figures: &&Figures| {
            self.municipality
                .is_none_or(|one| figures.municipality == one)
        };
        Duplicates {
            at: self.at.clone(),
            municipality: self.municipality.map(|one| self.place(one)),
            findings: findings.iter().map(|one| self.finding(one)).collect(),
            figures: figures
                .iter()
                .filter(shown)
                .map(|one| self.figures(one))
                .collect(),
        }
    }

    fn finding(&self, finding: &Finding) -> FindingJson {
        let catalogue = self.words.directory.catalogue();
        FindingJson {
            id: finding.id.to_string(),
            computed: finding.computed.iter().map(FindingId::to_string).collect(),
            kind: finding.kind.word(),
            pairing: finding.pairing().map(Pairing::word),
            services: finding
                .services
                .iter()
                .map(|&one| catalogue[one].id.to_string())
                .collect(),
            organisations: finding
                .organisations
                .iter()
                .map(|&one| self.body(one))
                .collect(),
            municipalities: finding
                .municipalities
                .iter()
                .map(|&one| self.place(one))
                .collect(),
            residents: finding.reach.residents,
            step: finding.step.map(Step::word),
            steps: finding.steps.iter().map(Step::word).collect(),
            evidence: self.words.evidence(finding, self.municipality),
            chains: finding
                .evidence
                .iter()
                .filter_map(|evidence| match evidence {
                    Evidence::Chain {
                        chain,
                        services,
                        municipalities,
                    } => Some(self.chain(chain, services, municipalities)),
                    _ => None,
                })
                .collect(),
            sources: finding
                .sources
                .iter()
                .map(|&one| catalogue[one].id.to_string())
                .collect(),
            basis: finding.basis.word(),
            confidence: finding.confidence.word(),
            suggestion: self.words.suggestion(finding),
            verdict: finding.decided.word(),
            decision: finding.decision.as_ref().map(|decision| DecisionJson {
                by: decision.by.clone(),
                on: decision.on.map(|day| day.to_string()),
                until: decision.until.map(|day| day.to_string()),
                note: decision.note.clone(),
            }),
        }
    }

    fn chain(
        &self,
        chain: &Chain,
        services: &[ServiceRef],
        municipalities: &[MunicipalityRef],
    ) -> ChainJson {
        let catalogue = self.words.directory.catalogue();
        let first = chain.bodies.first().copied();
        ChainJson {
            bodies: first
                .into_iter()
                .chain(chain.onward())
                .map(|one| self.body(one))
                .collect(),
            hops: chain.hops(),
            end: chain.end.word(),
            status: match chain.status {
                Status::Documented => "documented",
                Status::Illustrative => "illustrative",
            },
            confidence: chain.confidence.word(),
            services: services
                .iter()
                .map(|&one| catalogue[one].id.to_string())
                .collect(),
            municipalities: municipalities.iter().map(|&one| self.place(one)).collect(),
        }
    }

    fn figures(&self, figures: &Figures) -> FiguresJson {
        FiguresJson {
            municipality: self.place(figures.municipality),
            services: figures.services,
            known: figures.known,
            inferred: figures.inferred,
            unknown: figures.unknown(),
            lost: figures.lost,
            mean_hops: figures.mean_hops().map(rounded),
            sent_round: figures.sent_round,
            sent_round_inferred: figures.sent_round_inferred,
            one_entrance: figures.one_entrance,
            one_entrance_share: rounded(figures.one_entrance_share()),
        }
    }

    fn place(&self, municipality: MunicipalityRef) -> String {
        self.words.directory.catalogue()[municipality]
            .id
            .to_string()
    }

    fn body(&self, organisation: OrganisationRef) -> String {
        self.words.directory.catalogue()[organisation]
            .id
            .to_string()
    }
}

/// To thousandths, which is more than the figures are worth.
pub fn rounded(figure: f64) -> f64 {
    (figure * 1000.0).round() / 1000.0
}

/// The matrix as JSON.
pub fn matrix(words: &Words<'_>, matrix: &Matrix, by: By, at: String) -> MatrixJson {
    let directory = words.directory;
    let catalogue = directory.catalogue();
    let columns: Vec<ColumnJson> = matrix
        .columns
        .iter()
        .map(|column| match *column {
            Column::Municipality(one) => ColumnJson {
                id: catalogue[one].id.to_string(),
                name: catalogue[one].name.clone(),
            },
            Column::Organisation(one) => ColumnJson {
                id: catalogue[one].id.to_string(),
                name: directory.name(one).to_owned(),
            },
        })
        .collect();
    let totals = |tallies: &[Tally]| {
        let columns = columns.iter().zip(tallies);
        columns
            .map(|(column, tally)| total(column, tally))
            .collect()
    };
    let part = |organisation: OrganisationRef, steps: Vec<&'static str>| PartJson {
        organisation: OrganisationJson {
            organisation: catalogue[organisation].id.to_string(),
            name: directory.name(organisation).to_owned(),
            short: directory.brief(organisation).to_owned(),
        },
        steps,
    };
    let topics = matrix.groups.iter().map(|group| TopicJson {
        topic: catalogue[group.topic].id.to_string(),
        name: catalogue[group.topic].name.clone(),
        services: group
            .rows
            .iter()
            .map(|row| RowJson {
                service: catalogue[row.service].id.to_string(),
                name: catalogue[row.service].name.clone(),
                cells: columns
                    .iter()
                    .zip(&row.cells)
                    .map(|(column, cell)| CellJson {
                        column: column.id.clone(),
                        sign: cell.sign.word(),
                        who: cell
                            .parts
                            .iter()
                            .map(|(one, steps)| part(*one, steps.iter().map(Step::word).collect()))
                            .collect(),
                    })
                    .collect(),
            })
            .collect(),
        totals: totals(&group.totals),
    });
    let topics = topics.collect();
    let totals = totals(&matrix.totals);
    MatrixJson {
        at,
        by: by.word(),
        columns,
        topics,
        totals,
    }
}

fn total(column: &ColumnJson, tally: &Tally) -> TotalJson {
    TotalJson {
        column: column.id.clone(),
        sole: tally.count(Sign::Sole),
        shared: tally.count(Sign::Shared),
        conditional: tally.count(Sign::Conditional),
        double: tally.count(Sign::Double),
        gap: tally.count(Sign::Gap),
    }
}
