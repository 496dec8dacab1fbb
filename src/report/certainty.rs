//! How well all of it is known: what sources say, what follows from them, what is only assumed, what nobody has made sure of
//! in time, and the sources themselves.

use std::collections::BTreeSet;

use super::document::{Bar, Bars, Block, Head, Section, Table, Tone};
use super::telling::{Telling, day};
use crate::catalogue::{Confidence, FindingKind, ServiceRef, SourceRef};
use crate::overlap::Evidence;
use crate::referral::candidates;

const CONFIDENCE: [(Confidence, Tone); 3] = [
    (Confidence::Documented, Tone::Calm),
    (Confidence::Inferred, Tone::Mild),
    (Confidence::Assumed, Tone::Warm),
];

/// How many responsibilities for such services are documented, follow from sources, or are assumed.
pub fn known(telling: &Telling<'_>, is_meant: impl Fn(ServiceRef) -> bool) -> [usize; 3] {
    let services = telling.directory.services().iter().copied();
    let services = services.filter(|&one| is_meant(one));
    let duties = services.flat_map(|one| telling.directory.duties(one));
    let confidences: Vec<Confidence> = duties.map(|duty| duty.responsibility.confidence).collect();
    CONFIDENCE.map(|(wanted, _)| confidences.iter().filter(|one| **one == wanted).count())
}

/// How well it is known who does what, topic by topic, and the services whose first contact is assumed.
pub fn section(telling: &Telling<'_>) -> Section {
    let catalogue = telling.directory.catalogue();
    let bar = |topic: crate::catalogue::TopicRef| Bar {
        label: catalogue[topic].name.clone(),
        parts: known(telling, |service| catalogue[service].topic == topic).into(),
    };
    let bars = Bars {
        caption: telling.text("report-known"),
        subject: telling.text("report-topic"),
        bar: telling.text("report-bar"),
        parts: CONFIDENCE
            .map(|(confidence, tone)| (tone, telling.words().confidence(confidence)))
            .into(),
        rows: catalogue
            .topic_refs()
            .map(bar)
            .filter(|bar| bar.length() > 0)
            .collect(),
    };
    let row = |topic: crate::catalogue::TopicRef| {
        let services = telling.directory.services().iter().copied();
        let mut names: Vec<&str> = services
            .filter(|&one| catalogue[one].topic == topic && is_assumed(telling, one))
            .map(|one| catalogue[one].name.as_str())
            .collect();
        names.sort_by_cached_key(|name| name.to_lowercase());
        let cells = vec![
            catalogue[topic].name.clone(),
            names.len().to_string(),
            names.join(", "),
        ];
        (!names.is_empty()).then_some(cells)
    };
    let rows: Vec<Vec<String>> = catalogue.topic_refs().filter_map(row).collect();
    let mut section = Section::new("certainty", telling.text("report-certainty"))
        .with(Block::Text(telling.text("report-certainty-is")))
        .with(Block::Bars(bars));
    if !rows.is_empty() {
        section.blocks.push(Block::Table(Table {
            caption: telling.text("report-assumed-contacts"),
            head: vec![
                Head::words(telling.text("report-topic")),
                Head::number(telling.text("report-number")),
                Head::words(telling.text("changes-services")),
            ],
            rows,
        }));
    }
    section
}

/// Whether it is only assumed somewhere who takes the first call.
fn is_assumed(telling: &Telling<'_>, service: ServiceRef) -> bool {
    let directory = telling.directory;
    directory.catalogue().municipality_refs().any(|place| {
        let duties: Vec<_> = directory.duties_for(service, place).collect();
        let doors = candidates(&duties).unwrap_or_default();
        doors
            .iter()
            .any(|duty| duty.responsibility.confidence == Confidence::Assumed)
    })
}

/// What nobody has made sure of in time, organisation by organisation.
pub fn upkeep(telling: &Telling<'_>) -> Section {
    let words = telling.words();
    let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
    let stale = telling.findings.all().iter();
    for finding in stale.filter(|one| one.kind == FindingKind::Stale) {
        for evidence in &finding.evidence {
            if let Evidence::Unverified {
                organisation,
                never,
                overdue,
                all,
                oldest,
            } = evidence
            {
                let oldest = oldest.map(|day| day.to_string());
                rows.push((
                    never + overdue,
                    vec![
                        words.organisation(*organisation).to_owned(),
                        all.to_string(),
                        never.to_string(),
                        overdue.to_string(),
                        oldest.unwrap_or_else(|| "–".to_owned()),
                    ],
                ));
            }
        }
    }
    rows.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let section = Section::new("upkeep", telling.text("report-upkeep"));
    if rows.is_empty() {
        return section.with(Block::Text(telling.text("report-nothing")));
    }
    let months = telling.directory.catalogue().review_after().as_u32();
    let about = telling
        .locale
        .count("report-upkeep-is", months as usize, &[]);
    section.with(Block::Text(about)).with(Block::Table(Table {
        caption: telling.text("report-to-verify"),
        head: vec![
            Head::words(telling.text("report-organisation")),
            Head::number(telling.text("changes-services")),
            Head::number(telling.text("report-never")),
            Head::number(telling.text("report-overdue")),
            Head::number(telling.text("report-oldest")),
        ],
        rows: rows.into_iter().map(|(_, row)| row).collect(),
    }))
}

/// The sources that the day's responsibilities and findings rest on.
pub fn sources(telling: &Telling<'_>) -> Section {
    let catalogue = telling.directory.catalogue();
    let mut used: BTreeSet<SourceRef> = BTreeSet::new();
    for &service in telling.directory.services() {
        used.extend(&catalogue[service].sources);
        for duty in telling.directory.duties(service) {
            used.extend(&duty.responsibility.sources);
        }
    }
    for finding in telling.findings.all() {
        used.extend(&finding.sources);
    }
    let row = |one: SourceRef| {
        let source = &catalogue[one];
        let told = |day_of: Option<chrono::NaiveDate>| {
            day_of.map_or_else(|| "–".to_owned(), |one| day(telling.locale, one))
        };
        vec![
            source.id.to_string(),
            source.title.clone(),
            source.address.clone().unwrap_or_else(|| "–".to_owned()),
            told(source.published),
        ]
    };
    let section = Section::new("sources", telling.text("report-sources"));
    if used.is_empty() {
        return section.with(Block::Text(telling.text("report-nothing")));
    }
    section.with(Block::Table(Table {
        caption: telling.text("report-sources-are"),
        head: [
            "report-id",
            "report-source",
            "report-address",
            "report-published",
        ]
        .map(|key| Head::words(telling.text(key)))
        .into(),
        rows: used.into_iter().map(row).collect(),
    }))
}
