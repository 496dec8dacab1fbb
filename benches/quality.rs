//! How well the search finds what callers say, beside the matchers that one could use instead, over the same text.
//!
//! `cargo bench --bench quality` reads `tests/queries/tuning.tsv`; `-- FILE…` reads others, `-- misses` also lists what
//! did not come first, `-- alone` leaves the others out. A query file has the columns query, expected service (several: `a|b`), municipality, difficulty
//! and kind. The program is asked as the operator asks it: through its finder, on the catalogue that it carries. Each
//! other matcher gets the same text as one line a service: everything, or (marked "short") only name and everyday words,
//! where matchers that score whole lines do better.

use std::collections::HashSet;
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use hanvisa::catalogue::Reading;
use hanvisa::directory::Directory;
use hanvisa::search::{Field, Finder, Hit};
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};

/// A service: its id and its texts.
type Service = (String, Vec<(Field, String)>);

/// The day that is asked about; any on which the shipped catalogue's organisations exist will do.
const TODAY: NaiveDate = match NaiveDate::from_ymd_opt(2026, 11, 23) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// A query with the services that would be right, its difficulty and kind.
struct Asked {
    query: String,
    expected: Vec<String>,
    difficulty: String,
    kind: String,
}

/// How often the right service came where.
#[derive(Clone, Copy, Default)]
struct Score {
    queries: f64,
    first: f64,
    three: f64,
    reciprocal: f64,
}

impl Score {
    fn add(&mut self, place: Option<usize>) {
        self.queries += 1.0;
        self.first += f64::from(u8::from(place == Some(0)));
        self.three += f64::from(u8::from(place.is_some_and(|place| place < 3)));
        self.reciprocal += place.map_or(0.0, |place| {
            1.0 / f64::from(u32::try_from(place + 1).unwrap_or(u32::MAX))
        });
    }

    fn line(&self) -> String {
        let percent = |part: f64| 100.0 * part / self.queries.max(1.0);
        let (first, three) = (percent(self.first), percent(self.three));
        format!(
            "{:>7}{first:>9.1}{three:>9.1}{:>8.3}",
            self.queries,
            self.reciprocal / self.queries.max(1.0)
        )
    }
}

/// Every service of the catalogue with what the program searches of it.
fn services(finder: &Finder, directory: &Directory) -> Vec<Service> {
    let catalogue = directory.catalogue();
    finder
        .documents(directory)
        .map(|(service, document)| (catalogue[service].id.to_string(), document.fields))
        .collect()
}

fn asked(file: &Path) -> Vec<Asked> {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let read = |line: &str| {
        let mut columns = line.split('\t').map(str::to_owned);
        let (query, expected) = (columns.next()?, columns.next()?);
        let difficulty = columns.nth(1).unwrap_or_default();
        let kind = columns.next().unwrap_or_default();
        Some(Asked {
            query,
            expected: expected.split('|').map(str::to_owned).collect(),
            difficulty,
            kind,
        })
    };
    text.lines().skip(1).filter_map(read).collect()
}

/// Best first, at most ten.
type Engine<'a> = (String, Box<dyn FnMut(&str) -> Vec<usize> + 'a>);

fn ours<'a>(finder: &'a Finder, directory: &'a Directory, services: &'a [Service]) -> Engine<'a> {
    let places: HashMap<&str, usize> = services
        .iter()
        .map(|(id, _)| id.as_str())
        .zip(0..)
        .collect();
    let search = move |query: &str| {
        let found = finder.find(directory, query, 10);
        let id = |hit: &Hit| {
            places
                .get(directory.catalogue()[hit.service].id.as_str())
                .copied()
        };
        found.hits.iter().filter_map(id).collect()
    };
    ("hanvisa".to_owned(), Box::new(search))
}

fn best<S: Ord + Copy>(mut scored: Vec<(S, usize)>) -> Vec<usize> {
    scored.sort_by_key(|&(score, at)| (std::cmp::Reverse(score), at));
    scored.into_iter().take(10).map(|(_, at)| at).collect()
}

fn peers<'a>(lines: &'a [String], which: &str) -> Vec<Engine<'a>> {
    let skim = SkimMatcherV2::default();
    let skim = move |query: &str| {
        best(
            (0..)
                .zip(lines)
                .filter_map(|(at, line)| Some((skim.fuzzy_match(line, query)?, at)))
                .collect(),
        )
    };
    let mut matcher = nucleo_matcher::Matcher::new(nucleo_matcher::Config::DEFAULT);
    let nucleo = move |query: &str| {
        let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
        let mut buffer = Vec::new();
        let mut scored = Vec::new();
        for (at, line) in (0..).zip(lines) {
            let line = nucleo_matcher::Utf32Str::new(line, &mut buffer);
            scored.extend(pattern.score(line, &mut matcher).map(|score| (score, at)));
        }
        best(scored)
    };
    let frizbee = move |query: &str| {
        let config = frizbee::Config::default()
            .max_typos(Some(2))
            .casing(frizbee::CaseMatching::Ignore);
        let found = frizbee::Matcher::from_query(query, &config).match_list(lines);
        found
            .iter()
            .take(10)
            .map(|hit| hit.index as usize)
            .collect()
    };
    vec![
        (
            format!("SkimMatcherV2{which}"),
            Box::new(skim) as Box<dyn FnMut(&str) -> Vec<usize>>,
        ),
        (format!("nucleo-matcher{which}"), Box::new(nucleo)),
        (format!("frizbee, 2 typos{which}"), Box::new(frizbee)),
    ]
}

fn line(texts: &[(Field, String)], only: &[Field]) -> String {
    let texts = texts.iter().filter(|(field, _)| only.contains(field));
    texts
        .map(|(_, text)| text.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Some(catalogue) = Reading::embedded().catalogue else {
        eprintln!("the catalogue in data/bergslagen has faults");
        std::process::exit(1);
    };
    let directory = Directory::at(Arc::new(catalogue), TODAY);
    let finder = Finder::new(&directory, HashSet::new());
    let services = services(&finder, &directory);
    let lines: Vec<String> = services
        .iter()
        .map(|(_, texts)| line(texts, &Field::ALL))
        .collect();
    let short: Vec<String> = services
        .iter()
        .map(|(_, texts)| line(texts, &[Field::Name, Field::Also]))
        .collect();
    let mut files: Vec<PathBuf> = std::env::args().skip(1).map(PathBuf::from).collect();
    files.retain(|file| file.extension().is_some());
    if files.is_empty() {
        files.push(root.join("tests/queries/tuning.tsv"));
    }
    let alone = std::env::args().any(|arg| arg == "alone");
    let list_misses = std::env::args().any(|arg| arg == "misses");
    for file in &files {
        let asked = asked(file);
        println!(
            "\n{}: {} queries, {} services",
            file.display(),
            asked.len(),
            services.len()
        );
        println!(
            "{:<26}{:>7}{:>9}{:>9}{:>8}",
            "", "queries", "first %", "three %", "MRR"
        );
        let engines = [ours(&finder, &directory, &services)]
            .into_iter()
            .chain(peers(&lines, ""))
            .chain(peers(&short, ", short"))
            .take(if alone { 1 } else { usize::MAX });
        for (number, (name, mut search)) in engines.enumerate() {
            let mut all = Score::default();
            let mut parts: BTreeMap<String, Score> = BTreeMap::new();
            for asked in &asked {
                let found = search(&asked.query);
                let right = |at: &usize| {
                    services
                        .get(*at)
                        .is_some_and(|(id, _)| asked.expected.contains(id))
                };
                let place = found.iter().position(right);
                all.add(place);
                parts
                    .entry(format!("  difficulty {}", asked.difficulty))
                    .or_default()
                    .add(place);
                parts
                    .entry(format!("  {}", asked.kind))
                    .or_default()
                    .add(place);
                if number == 0 && list_misses && place != Some(0) {
                    let first = found
                        .first()
                        .and_then(|at| services.get(*at))
                        .map_or("nothing", |(id, _)| id);
                    let place = place.map_or("-".to_owned(), |place| (place + 1).to_string());
                    println!(
                        "  {place:>3}  {} → {}, not {first}",
                        asked.query,
                        asked.expected.join("|")
                    );
                }
            }
            println!("{name:<26}{}", all.line());
            if number == 0 || files.len() == 1 && list_misses {
                for (part, score) in parts.iter().filter(|(part, _)| !part.trim().is_empty()) {
                    println!("{part:<26}{}", score.line());
                }
            }
        }
    }
}
