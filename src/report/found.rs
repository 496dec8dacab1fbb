//! What was found about the work: what callers meet, kind by kind and by pair of organisations; the chains, drawn; and what
//! municipalities could do together.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{Block, Drawing, Entry, Head, Section, Table};
use super::telling::{Telling, capital};
use crate::catalogue::{Confidence, FindingKind, OrganisationKind, OrganisationRef, Verdict};
use crate::compare::subject;
use crate::overlap::{Basis, Finding, WayTold};

/// The kinds that callers meet, but for the chains, which have a section of their own.
const MET: [FindingKind; 4] = [
    FindingKind::Parallel,
    FindingKind::UnclearEntry,
    FindingKind::Gap,
    FindingKind::Conflict,
];

/// What callers meet, kind by kind, and between whom.
pub fn met_by_callers(telling: &Telling<'_>) -> Section {
    let mut section = Section::new("findings", telling.text("report-findings"));
    if let Some(pairs) = pairs(telling) {
        let told = Block::Quiet(telling.text("report-pairs-are"));
        section.blocks.extend([told, pairs]);
    }
    for kind in MET {
        let entries: Vec<Block> = of_kind(telling, kind).collect();
        if !entries.is_empty() {
            section.sections.push(Section {
                title: capital(&telling.words().kind(kind)),
                blocks: entries,
                ..Section::default()
            });
        }
    }
    if section.blocks.is_empty() && section.sections.is_empty() {
        section.blocks.push(nothing(telling));
    }
    section
}

/// The chains.
pub fn chains(telling: &Telling<'_>) -> Section {
    let mut section = Section::new("chains", telling.text("report-chains"));
    section
        .blocks
        .push(Block::Text(telling.text("report-chains-are")));
    let before = section.blocks.len();
    section.blocks.extend(of_kind(telling, FindingKind::Chain));
    if section.blocks.len() == before {
        section.blocks.push(nothing(telling));
    }
    section
}

/// What municipalities could do together: what people have pointed out in full, the rest in a table.
pub fn candidates(telling: &Telling<'_>) -> Section {
    let mut section = Section::new("candidates", telling.text("report-candidates"));
    let words = telling.words();
    let all = || {
        telling
            .open()
            .filter(|one| one.kind == FindingKind::Separate)
    };
    let (written, computed): (Vec<&Finding>, Vec<&Finding>) =
        all().partition(|one| one.basis != Basis::Computed);
    section
        .blocks
        .push(Block::Text(telling.text("report-candidates-are")));
    section.blocks.extend(
        written
            .into_iter()
            .map(|one| Block::Entry(entry(telling, one))),
    );
    let row = |one: &&Finding| {
        vec![
            subject(&words, one),
            words.steps(one.steps),
            words.municipalities(&one.municipalities),
        ]
    };
    if !computed.is_empty() {
        section.blocks.push(Block::Table(Table {
            caption: telling.text("report-candidates-more"),
            head: ["changes-services", "changes-steps", "changes-where"]
                .map(|key| Head::words(telling.text(key)))
                .into(),
            rows: computed.iter().map(row).collect(),
        }));
    }
    if all().next().is_none() {
        section.blocks = vec![nothing(telling)];
    }
    section
}

/// What people have decided that nothing more is to be done about, and what they said; none where there is nothing.
pub fn decided(telling: &Telling<'_>) -> Option<Section> {
    let entry = |one: &Finding| {
        let mut entry = entry(telling, one);
        entry.tags.insert(0, telling.words().kind(one.kind));
        Block::Entry(entry)
    };
    let entries: Vec<Block> = telling.decided().map(entry).collect();
    let mut section = Section::new("decided", telling.text("report-decided"))
        .with(Block::Text(telling.text("report-decided-are")));
    (!entries.is_empty()).then(|| {
        section.blocks.extend(entries);
        section
    })
}

fn nothing(telling: &Telling<'_>) -> Block {
    Block::Text(telling.text("report-nothing"))
}

/// The open findings of a kind as entries, worst first.
fn of_kind<'t>(telling: &'t Telling<'_>, kind: FindingKind) -> impl Iterator<Item = Block> + 't {
    let all = telling.open().filter(move |one| one.kind == kind);
    all.map(|one| Block::Entry(entry(telling, one)))
}

/// A finding with everything that is known of it.
fn entry(telling: &Telling<'_>, finding: &Finding) -> Entry {
    let words = telling.words();
    let mut tags = vec![telling.text(&format!("basis-{}", finding.basis.word()))];
    // That what is documented is documented needs no saying.
    if finding.basis == Basis::Computed || finding.confidence == Confidence::Inferred {
        tags.push(words.confidence(finding.confidence));
    }
    if finding.decided != Verdict::Open {
        tags.push(words.judged(finding));
    }
    let drawing = |way: WayTold<'_>| {
        let hops = telling.locale.count("chain-hops", way.chain.hops(), &[]);
        let mut caption = vec![words.municipalities(&way.municipalities), hops];
        caption.extend(way.marks);
        let caption = [capital(&caption.join(", "))].into_iter();
        Drawing {
            caption: caption.chain(way.exceptions).collect::<Vec<_>>().join(". "),
            boxes: words.boxes_of_several(way.chain, &way.municipalities),
            end: words.end(way.chain),
        }
    };
    let chains = words.ways(finding, None).into_iter().map(drawing).collect();
    let texts = words.evidence_but_ways(finding);
    let mut places = capital(&words.municipalities(&finding.municipalities));
    if let Some(residents) = words.residents(finding) {
        places = format!("{places} · {residents}");
    }
    let mut facts = vec![(telling.text("report-municipalities"), places)];
    if !finding.organisations.is_empty() {
        facts.push((
            telling.text("report-organisations"),
            words.organisations(&finding.organisations),
        ));
    }
    facts.push((telling.text("report-suggestion"), words.suggestion(finding)));
    if !finding.sources.is_empty() {
        facts.push((
            telling.text("report-sources"),
            words.sources(&finding.sources),
        ));
    }
    Entry {
        title: subject(&words, finding),
        tags,
        texts,
        chains,
        facts,
    }
}

/// Who has part in a finding, the municipalities together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Party {
    Municipalities,
    Other(OrganisationRef),
}

/// How many open findings of which kind there are between which two; what was made up as an example is none.
fn pairs(telling: &Telling<'_>) -> Option<Block> {
    const KINDS: [FindingKind; 4] = [
        FindingKind::Parallel,
        FindingKind::UnclearEntry,
        FindingKind::Chain,
        FindingKind::Conflict,
    ];
    let directory = telling.directory;
    let party = |&one: &OrganisationRef| match directory.catalogue()[one].kind {
        OrganisationKind::Municipality => Party::Municipalities,
        _ => Party::Other(one),
    };
    let mut between: BTreeMap<(Party, Party), Vec<FindingKind>> = BTreeMap::new();
    for finding in telling
        .open()
        .filter(|one| one.basis != Basis::Illustrative && KINDS.contains(&one.kind))
    {
        // What was there then is not a party today.
        let there = finding.organisations.iter();
        let there = there.filter(|&&one| directory.exists(one));
        let parties: BTreeSet<Party> = there.map(party).collect();
        for &one in &parties {
            for &other in parties.iter().filter(|&&other| one < other) {
                between.entry((one, other)).or_default().push(finding.kind);
            }
        }
    }
    let words = telling.words();
    let name = |party: Party| match party {
        Party::Municipalities => telling.text("report-the-municipalities"),
        Party::Other(one) => words.organisation(one).to_owned(),
    };
    let mut rows: Vec<(usize, String, [usize; KINDS.len()])> = between
        .into_iter()
        .map(|((one, other), found)| {
            let both = format!("{} – {}", name(one), name(other));
            let counts = KINDS.map(|kind| found.iter().filter(|one| **one == kind).count());
            (found.len(), both, counts)
        })
        .collect();
    rows.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let number = |n: usize| {
        if n == 0 {
            "–".to_owned()
        } else {
            n.to_string()
        }
    };
    let row = |(all, both, counts): (usize, String, [usize; KINDS.len()])| {
        let counts = counts.into_iter().map(number);
        let cells = [both].into_iter().chain(counts);
        cells.chain([all.to_string()]).collect()
    };
    let kinds = KINDS.map(|kind| Head::number(capital(&words.kind(kind))));
    let mut head = vec![Head::words(telling.text("report-pair"))];
    head.extend(kinds);
    head.push(Head::number(telling.text("report-all")));
    (!rows.is_empty()).then(|| {
        Block::Table(Table {
            caption: telling.text("report-pairs"),
            head,
            rows: rows.into_iter().map(row).collect(),
        })
    })
}
