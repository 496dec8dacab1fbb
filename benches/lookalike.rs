//! How well entries entered twice are told from entries that only look it, and how fast.
//!
//! `cargo bench --bench lookalike` judges both halves of the pairs in `tests/lookalikes`; `-- tuning` or `-- heldout`
//! only one, `-- misses` also lists what was judged wrongly, and `-- shipped` what is found in the shipped catalogue.
//!
//! Each half is judged as one collection: all its entries are put together, what looks alike is searched for among all of
//! them, and a pair counts as found when somebody would be asked to look or it is held to be sure. Found beside the
//! labelled pairs are also pairs across them; they have no label and are not counted. For speed the best of several
//! rounds counts, since the machine may have other work.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use hanvisa::catalogue::Reading;
use hanvisa::directory::Directory;
use hanvisa::overlap::lookalike::{Band, Kind, Lookalike, Record, Records};

/// Two entries, and whether they are one.
struct Labelled {
    same: bool,
    difficulty: String,
    kind: String,
    left: Record<'static>,
    right: Record<'static>,
}

/// How often pairs were judged rightly and wrongly.
#[derive(Clone, Copy, Default)]
struct Score {
    found: f64,
    missed: f64,
    wrong: f64,
    left_alone: f64,
}

impl Score {
    fn add(&mut self, same: bool, told: bool) {
        *match (same, told) {
            (true, true) => &mut self.found,
            (true, false) => &mut self.missed,
            (false, true) => &mut self.wrong,
            (false, false) => &mut self.left_alone,
        } += 1.0;
    }

    fn precision(self) -> f64 {
        self.found / (self.found + self.wrong).max(1.0)
    }

    fn recall(self) -> f64 {
        self.found / (self.found + self.missed).max(1.0)
    }

    fn f1(self) -> f64 {
        2.0 * self.found / (2.0 * self.found + self.missed + self.wrong).max(1.0)
    }

    /// A kind has pairs of one sort only: then it says how many were judged rightly.
    fn right(self) -> f64 {
        let all = self.found + self.missed + self.wrong + self.left_alone;
        (self.found + self.left_alone) / all.max(1.0)
    }
}

fn read(file: &Path) -> Result<Vec<Labelled>, String> {
    let text =
        std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let lines = text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    let pair = |(number, line): (usize, &str)| {
        let columns: Vec<&str> = line.split('\t').collect();
        let [label, difficulty, kind, of, rest @ ..] = columns.as_slice() else {
            return Err(format!("{}: too few columns: {line}", file.display()));
        };
        let of = if *of == "service" {
            Kind::Service
        } else {
            Kind::Organisation
        };
        let (left, right) = rest.split_at(rest.len() / 2);
        Ok(Labelled {
            same: *label == "same",
            difficulty: (*difficulty).to_owned(),
            kind: (*kind).to_owned(),
            left: record(of, format!("{number:03}a"), left),
            right: record(of, format!("{number:03}b"), right),
        })
    };
    lines.skip(1).enumerate().map(pair).collect()
}

fn record(kind: Kind, id: String, columns: &[&str]) -> Record<'static> {
    let text = |at: usize| columns.get(at).copied().unwrap_or_default();
    let given = |at: usize| Some(text(at).to_owned()).filter(|text| !text.is_empty());
    let list = |at: usize| {
        let parts = text(at).split('|').filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect::<Vec<_>>()
    };
    Record {
        kind,
        id,
        name: text(0).to_owned(),
        words: list(1).into(),
        topic: given(2),
        phone: given(3),
        email: given(4),
        web: given(5),
        address: given(6),
        municipalities: list(7),
        others: Vec::new(),
    }
}

fn judge(half: &str, show_misses: bool) -> Result<(), String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/lookalikes/{half}.tsv"));
    let pairs = read(&file)?;
    let all = pairs.iter().flat_map(|pair| [&pair.left, &pair.right]);
    let records = Records::new(all.cloned().collect());
    let told = records.lookalikes();
    let bands: BTreeMap<(&str, &str), Band> = told
        .iter()
        .map(|pair| ((pair.left.id.as_str(), pair.right.id.as_str()), pair.band))
        .collect();
    let (mut overall, mut sure) = (Score::default(), Score::default());
    let mut difficulties: BTreeMap<&str, Score> = BTreeMap::new();
    let mut kinds: BTreeMap<(bool, &str), Score> = BTreeMap::new();
    let mut misses = Vec::new();
    for (at, pair) in pairs.iter().enumerate() {
        let (one, other) = (pair.left.id.as_str(), pair.right.id.as_str());
        let band = bands
            .get(&(one, other))
            .or_else(|| bands.get(&(other, one)));
        let band = band.copied().unwrap_or(Band::No);
        let found = band != Band::No;
        overall.add(pair.same, found);
        sure.add(pair.same, band == Band::Sure);
        difficulties
            .entry(&pair.difficulty)
            .or_default()
            .add(pair.same, found);
        kinds
            .entry((pair.same, &pair.kind))
            .or_default()
            .add(pair.same, found);
        if found != pair.same || (band == Band::Sure && !pair.same) {
            misses.extend(records.compare(2 * at, 2 * at + 1));
        }
    }
    println!(
        "{half}: {} pairs, {} of them one entered twice",
        pairs.len(),
        overall.found + overall.missed
    );
    let line = |name: &str, score: Score| {
        let (precision, recall) = (score.precision(), score.recall());
        println!(
            "  {name:<24}{precision:>10.3}{recall:>10.3}{:>10.3}",
            score.f1()
        );
    };
    println!(
        "  {:<24}{:>10}{:>10}{:>10}",
        "", "precision", "recall", "F1"
    );
    line("look or sure", overall);
    line("sure alone", sure);
    for (name, score) in &difficulties {
        line(name, *score);
    }
    // F1 of a kind takes its pairs for the ones to find: those that are one, or those that are rightly left alone.
    println!(
        "  {:<24}{:>10}{:>10}{:>10}",
        "by kind", "pairs", "right", "F1"
    );
    for ((same, kind), score) in &kinds {
        let count = score.found + score.missed + score.wrong + score.left_alone;
        let right = score.right();
        let name = format!("{} {kind}", if *same { "=" } else { "≠" });
        println!(
            "  {name:<24}{count:>10}{right:>10.3}{:>10.3}",
            2.0 * right / (1.0 + right)
        );
    }
    println!(
        "  {} pairs found beside the labelled ones",
        told.len() - count(overall.found + overall.wrong)
    );
    if show_misses {
        misses.iter().for_each(explain);
    }
    Ok(())
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn count(number: f64) -> usize {
    number as usize
}

fn explain(pair: &Lookalike) {
    println!(
        "  {:?} {:.1}  {} – {}",
        pair.band, pair.score, pair.left.name, pair.right.name
    );
    for evidence in &pair.evidence {
        let (field, agreement) = (evidence.field, evidence.agreement);
        let shared = evidence
            .shared_by
            .map(|holders| format!(" (shared by {holders})"))
            .unwrap_or_default();
        let values = format!("{} | {}", evidence.left, evidence.right);
        println!(
            "    {:>+6.1}  {field:?} {agreement:?}: {values}{shared}",
            evidence.weight
        );
    }
}

fn shipped() -> Result<Directory, String> {
    let catalogue = Reading::embedded()
        .catalogue
        .ok_or("the shipped catalogue has faults")?;
    let day = "2026-11-23".parse().map_err(|error| format!("{error}"))?;
    Ok(Directory::at(Arc::new(catalogue), day))
}

/// A catalogue of this size in the manner of the shipped one: its entries again and again under other places, each with
/// a number of its own or of a switchboard.
fn enlarged<'c>(records: &[Record<'c>], size: usize) -> Vec<Record<'c>> {
    let places = [
        "Aspeå",
        "Björkby",
        "Ceder",
        "Dalen",
        "Ekhult",
        "Fura",
        "Granåsen",
        "Hassel",
        "Idegran",
        "Jolster",
    ];
    let copy = |at: usize| {
        let (record, round) = (records.get(at % records.len())?, at / records.len());
        let place = places.get(round % places.len())?;
        let number = if at.is_multiple_of(3) { round } else { at };
        Some(Record {
            id: format!("{}-{round}", record.id),
            name: if round == 0 {
                record.name.clone()
            } else {
                format!("{} {place}", record.name)
            },
            phone: Some(format!("0580-{number:05}")),
            municipalities: vec![(*place).to_owned()],
            ..record.clone()
        })
    };
    (0..size).filter_map(copy).collect()
}

fn time(what: &str, records: &[Record]) {
    let mut best = Duration::MAX;
    let mut found = 0;
    for _ in 0..20 {
        let records = records.to_vec();
        let start = Instant::now();
        let known = Records::new(records);
        found = black_box(known.lookalikes()).len();
        best = best.min(start.elapsed());
    }
    let milliseconds = best.as_secs_f64() * 1000.0;
    println!(
        "  {what:<40}{:>8} entries{milliseconds:>10.1} ms{found:>8} found",
        records.len()
    );
}

fn main() -> Result<(), String> {
    let asked: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with("--"))
        .collect();
    let wants = |word: &str| asked.iter().any(|asked| asked == word);
    let halves = ["tuning", "heldout"];
    let some = halves.iter().any(|half| wants(half));
    for half in halves.iter().filter(|half| wants(half) || !some) {
        judge(half, wants("misses"))?;
    }
    let directory = shipped()?;
    let services = Record::services(&directory);
    let organisations = Record::organisations(&directory);
    let both: Vec<Record> = services.iter().chain(&organisations).cloned().collect();
    if wants("shipped") {
        Records::new(both.clone())
            .lookalikes()
            .iter()
            .for_each(explain);
    }
    println!("time, with everything prepared anew");
    time("the shipped catalogue", &both);
    let mut large = enlarged(&services, 1000);
    time("1000 services", &large);
    large.extend(enlarged(&organisations, 400));
    time("1000 services and 400 organisations", &large);
    Ok(())
}
