//! How fast a key is answered, beside the matchers that one could use instead, on the same entries in the same run.
//!
//! `cargo bench --bench search` measures 200 to 100 000 entries; `-- 1000000` (any sizes) measures others, `-- alone`
//! leaves the others out, `-- slowest` prints the slowest keys, `-- "only=lukt avlopp"` types nothing else. A key's answer
//! is the fifty best entries with the first forty highlighted. Queries are typed letter by letter and deleted again; each
//! round starts with a cold searcher, and of the rounds the quickest counts, since the machine may have other work.
//! `-- cold` starts each key with one, as if every state of the line were pasted: what is typed profits from what was.
//! frizbee is given both as it comes and with one typo allowed, which is nearer to what this search does.

#![allow(
    clippy::indexing_slicing,
    reason = "a measurement may stop where it stands"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use hanvisa::search::{Document, Field, Index, Searcher};
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Utf32Str, Utf32String};

const HITS: usize = 50;
const VISIBLE: usize = 40;

/// Most common first, as in running Swedish.
const COMMON: &[&str] = &[
    "och",
    "i",
    "av",
    "på",
    "för",
    "till",
    "med",
    "från",
    "vid",
    "om",
    "gata",
    "avgift",
    "kommun",
    "skola",
    "vatten",
    "bygg",
    "avfall",
    "plats",
    "anmälan",
    "tillstånd",
    "hjälp",
    "barn",
    "väg",
    "hus",
    "mark",
    "snöröjning",
    "bygglov",
    "sophämtning",
    "avlopp",
    "lukt",
    "färdtjänst",
    "skolskjuts",
    "brandkår",
    "trottoar",
    "gatubelysning",
    "lekplats",
];

/// Parts that compounds are made of.
const PARTS: &[&str] = &[
    "snö",
    "sop",
    "skol",
    "bygg",
    "vatten",
    "avlopps",
    "gatu",
    "väg",
    "brand",
    "miljö",
    "hälso",
    "tomt",
    "mark",
    "plan",
    "trafik",
    "park",
    "fritids",
    "kultur",
    "bad",
    "hem",
    "omsorgs",
    "äldre",
    "barn",
    "förskole",
    "bibliotek",
    "avgifts",
    "tillstånds",
    "tillsyns",
    "lov",
    "bostads",
    "hyres",
    "energi",
    "värme",
    "el",
    "fjärr",
    "bredbands",
    "återvinnings",
    "slam",
    "brunns",
    "grus",
    "salt",
    "halk",
    "is",
    "skridsko",
    "idrotts",
    "förenings",
    "bidrags",
    "närings",
    "livsmedels",
    "alkohol",
    "tobaks",
    "djur",
    "hund",
    "skade",
    "buller",
    "luft",
    "radon",
    "grund",
    "yt",
    "dag",
    "spill",
    "dricks",
    "mätar",
    "ledning",
    "pump",
    "station",
    "central",
    "kontor",
    "nämnd",
    "styrelse",
    "förvaltning",
    "enhet",
    "handläggar",
];

/// Last parts.
const ENDS: &[&str] = &[
    "ning",
    "plats",
    "avgift",
    "tillstånd",
    "anmälan",
    "kontroll",
    "tjänst",
    "hjälp",
    "väg",
    "hus",
    "bil",
    "karta",
    "register",
    "ansökan",
    "plan",
    "lov",
    "skydd",
    "rådgivning",
    "hämtning",
    "röjning",
    "hall",
    "gård",
    "kort",
    "mätning",
    "bidrag",
    "stöd",
    "skötsel",
    "belysning",
    "skatt",
    "jour",
    "anslutning",
    "ledning",
    "brunn",
    "ägare",
    "granne",
    "resa",
];

/// Inflections, the plain form most often.
const FORMS: &[&str] = &["", "", "", "en", "ar", "arna", "s", "et"];

/// Numbers that look random and are the same everywhere (splitmix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A rank up to `most`, each doubling of rank as likely: Zipf's law with exponent 1.
    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss
    )]
    fn rank(&mut self, most: f64) -> usize {
        let part = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        (most.ln() * part).exp() as usize - 1
    }
}

/// The word of a rank: the commonest are real words, the rest compounds of two and three parts in all their forms.
fn word(rank: usize) -> String {
    if let Some(word) = COMMON.get(rank) {
        return (*word).to_owned();
    }
    let mut number = (rank - COMMON.len()) as u64;
    // Neighbouring ranks should not be neighbouring words.
    number = number.wrapping_mul(2_654_435_761) % 4_294_967_291;
    let mut take = |list: &[&'static str]| {
        let chosen = list[usize::try_from(number % list.len() as u64).unwrap_or(0)];
        number /= list.len() as u64;
        chosen
    };
    let (end, form, first, second) = (take(ENDS), take(FORMS), take(PARTS), take(PARTS));
    if rank < 4000 {
        format!("{first}{end}{form}")
    } else {
        format!("{first}{second}{end}{form}")
    }
}

/// An entry: a name of three to five words, and three phrases that callers use for it; about 97 bytes.
fn entries(count: usize) -> Vec<(String, Vec<String>)> {
    let mut dice = Dice(count as u64);
    #[allow(clippy::cast_precision_loss)]
    let words = 50.0 * (count as f64).powf(0.7);
    let mut text = |words_in_it: usize| {
        let mut text = String::new();
        for _ in 0..words_in_it {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&word(dice.rank(words)));
        }
        text
    };
    (0..count)
        .map(|number| {
            let name = text(3 + number % 2);
            let mut letters = name.chars();
            let name = letters
                .next()
                .map(|c| c.to_uppercase().chain(letters).collect())
                .unwrap_or_default();
            (name, vec![text(2), text(1), text(2)])
        })
        .collect()
}

/// What is typed: whole words, half words, misspelt, without dots, joined and parted, and a sentence.
fn queries() -> Vec<String> {
    let only: Vec<String> = std::env::args()
        .filter_map(|arg| arg.strip_prefix("only=").map(str::to_owned))
        .collect();
    if !only.is_empty() {
        return only;
    }
    let mut queries: Vec<String> = [
        "snöröjning",
        "lukt avlopp",
        "bygglåv",
        "skolbussarna",
        "fardtjanst",
        "sophämtning avgift",
        "snö röjning gata",
        "brndkr",
        "vattenledningen läcker",
        "gatubelysnig trasig",
        "tillstånd för alkohol",
        "vem plogar vägen till skolan",
    ]
    .map(str::to_owned)
    .into();
    queries.extend(
        [50, 300, 900, 2500, 6000].map(|rank| format!("{} {}", word(rank), word(rank / 7))),
    );
    queries
}

/// Every state of the query line while a query is typed and deleted again.
fn keys(query: &str) -> Vec<&str> {
    let ends: Vec<usize> = query
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .collect();
    let deleted = ends.iter().rev().skip(1);
    ends.iter()
        .chain(deleted)
        .filter_map(|&end| query.get(..end))
        .collect()
}

/// Answers one key; tells how many rows were marked, so that nothing is optimised away.
trait Engine {
    fn name(&self) -> &'static str;
    /// Forgets what was typed.
    fn start(&mut self);
    fn key(&mut self, query: &str) -> usize;
}

struct Ours<'a> {
    index: &'a Index,
    names: &'a [String],
    searcher: Searcher,
}

impl Engine for Ours<'_> {
    fn name(&self) -> &'static str {
        "hanvisa"
    }

    fn start(&mut self) {
        self.searcher = Searcher::new();
    }

    fn key(&mut self, query: &str) -> usize {
        let found = self
            .index
            .search(&mut self.searcher, query, HITS, &|_| true);
        let shown = found
            .hits
            .iter()
            .take(VISIBLE)
            .filter_map(|hit| self.names.get(hit.document as usize));
        shown
            .map(|name| self.index.highlight(&mut self.searcher, name, query).len())
            .sum()
    }
}

struct Frizbee<'a> {
    lines: &'a [String],
    typos: u16,
}

impl Engine for Frizbee<'_> {
    fn name(&self) -> &'static str {
        if self.typos == 0 {
            "frizbee"
        } else {
            "frizbee, 1 typo"
        }
    }

    fn start(&mut self) {}

    fn key(&mut self, query: &str) -> usize {
        let config = frizbee::Config::default().max_typos(Some(self.typos));
        let mut matcher = frizbee::Matcher::from_query(query, &config);
        let found = matcher.match_list(self.lines);
        let shown = found
            .iter()
            .take(VISIBLE)
            .filter_map(|hit| Some((self.lines.get(hit.index as usize)?, hit.index)));
        shown
            .filter_map(|(line, index)| matcher.match_one_indices(line, index))
            .map(|hit| hit.indices.len())
            .sum()
    }
}

struct Nucleo<'a> {
    lines: &'a [Utf32String],
    matcher: nucleo_matcher::Matcher,
}

impl Engine for Nucleo<'_> {
    fn name(&self) -> &'static str {
        "nucleo-matcher"
    }

    fn start(&mut self) {}

    fn key(&mut self, query: &str) -> usize {
        let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
        let lines = (0_u32..).zip(self.lines);
        let mut found: Vec<(u32, u32)> = lines
            .filter_map(|(at, line)| Some((pattern.score(line.slice(..), &mut self.matcher)?, at)))
            .collect();
        found.sort_unstable_by_key(|&(score, at)| (std::cmp::Reverse(score), at));
        let mut marked = Vec::new();
        for line in found
            .iter()
            .take(VISIBLE)
            .filter_map(|(_, at)| self.lines.get(*at as usize))
        {
            let line: Utf32Str = line.slice(..);
            pattern.indices(line, &mut self.matcher, &mut marked);
        }
        marked.len()
    }
}

struct Skim<'a> {
    lines: &'a [String],
    matcher: SkimMatcherV2,
}

impl Engine for Skim<'_> {
    fn name(&self) -> &'static str {
        "SkimMatcherV2"
    }

    fn start(&mut self) {}

    fn key(&mut self, query: &str) -> usize {
        let lines = (0_usize..).zip(self.lines);
        let mut found: Vec<(i64, usize)> = lines
            .filter_map(|(at, line)| Some((self.matcher.fuzzy_match(line, query)?, at)))
            .collect();
        found.sort_unstable_by_key(|&(score, at)| (std::cmp::Reverse(score), at));
        let shown = found
            .iter()
            .take(VISIBLE)
            .filter_map(|(_, at)| self.lines.get(*at));
        shown
            .filter_map(|line| self.matcher.fuzzy_indices(line, query))
            .map(|(_, marked)| marked.len())
            .sum()
    }
}

/// How many times everything is typed, `-- rounds=15`: more of them for a profiler.
fn rounds() -> usize {
    let given = std::env::args().find_map(|arg| arg.strip_prefix("rounds=")?.parse().ok());
    given.unwrap_or(15)
}

/// Median and 99th percentile of the quickest answers to each key.
fn measure(
    engine: &mut dyn Engine,
    queries: &[String],
    patience: Duration,
) -> (Duration, Duration, usize) {
    let keys: Vec<Vec<&str>> = queries.iter().map(|query| keys(query)).collect();
    let mut quickest: Vec<Vec<Option<Duration>>> =
        keys.iter().map(|keys| vec![None; keys.len()]).collect();
    let cold = std::env::args().any(|arg| arg == "cold");
    let begun = Instant::now();
    for round in 0..rounds() {
        for (keys, quickest) in keys.iter().zip(&mut quickest) {
            if begun.elapsed() > patience && (round > 0 || begun.elapsed() > patience * 4) {
                break;
            }
            engine.start();
            for (key, quickest) in keys.iter().zip(quickest) {
                if cold {
                    engine.start();
                }
                let start = Instant::now();
                black_box(engine.key(key));
                let took = start.elapsed();
                *quickest = Some(quickest.map_or(took, |before| before.min(took)));
            }
        }
    }
    let mut times: Vec<Duration> = quickest.iter().flatten().flatten().copied().collect();
    times.sort_unstable();
    let at = |percent: usize| {
        times.get((times.len() * percent / 100).min(times.len().saturating_sub(1)))
    };
    if std::env::args().any(|arg| arg == "slowest") {
        let mut slow: Vec<(Option<Duration>, &str)> = quickest
            .iter()
            .flatten()
            .copied()
            .zip(keys.iter().flatten().copied())
            .collect();
        slow.sort_unstable();
        println!("{:?}", slow.iter().rev().take(12).collect::<Vec<_>>());
    }
    (
        at(50).copied().unwrap_or_default(),
        at(99).copied().unwrap_or_default(),
        times.len(),
    )
}

fn micros(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e6
}

fn size(count: usize) {
    let entries = entries(count);
    let names: Vec<String> = entries.iter().map(|(name, _)| name.clone()).collect();
    let lines: Vec<String> = entries
        .iter()
        .map(|(name, also)| format!("{name}, {}", also.join(", ")))
        .collect();
    let bytes = lines.iter().map(String::len).sum::<usize>() / count.max(1);
    let document = |(name, also): &(String, Vec<String>)| {
        let name = std::iter::once((Field::Name, name.clone()));
        Document {
            fields: name
                .chain(also.iter().map(|text| (Field::Also, text.clone())))
                .collect(),
        }
    };
    let mut built = Duration::MAX;
    let mut index = Index::build([]);
    for _ in 0..if count > 10_000 { 1 } else { 5 } {
        let documents: Vec<Document> = entries.iter().map(document).collect();
        let start = Instant::now();
        index = Index::build(documents);
        built = built.min(start.elapsed());
    }
    drop(entries);
    #[allow(clippy::cast_precision_loss)]
    let mib = index.memory() as f64 / f64::from(1 << 20);
    println!(
        "\n{count} entries of {bytes} bytes, {} words; index built in {built:.1?}, {mib:.1} MiB",
        index.words()
    );
    let wide: Vec<Utf32String> = lines
        .iter()
        .map(|line| Utf32String::from(line.as_str()))
        .collect();
    let mut engines: Vec<Box<dyn Engine + '_>> = vec![
        Box::new(Ours {
            index: &index,
            names: &names,
            searcher: Searcher::new(),
        }),
        Box::new(Frizbee {
            lines: &lines,
            typos: 0,
        }),
        Box::new(Frizbee {
            lines: &lines,
            typos: 1,
        }),
        Box::new(Nucleo {
            lines: &wide,
            matcher: nucleo_matcher::Matcher::new(nucleo_matcher::Config::DEFAULT),
        }),
        Box::new(Skim {
            lines: &lines,
            matcher: SkimMatcherV2::default(),
        }),
    ];
    let queries = queries();
    let mut ours = None;
    println!(
        "{:<18}{:>12}{:>12}{:>10}{:>10}{:>7}",
        "", "median µs", "p99 µs", "× ours", "× ours", "keys"
    );
    let alone = std::env::args().any(|arg| arg == "alone");
    for engine in engines.iter_mut().take(if alone { 1 } else { 5 }) {
        let patience = Duration::from_secs(if ours.is_none() { 20 } else { 4 });
        let (median, p99, keys) = measure(engine.as_mut(), &queries, patience);
        let (median, p99) = (micros(median), micros(p99));
        let (our_median, our_p99) = *ours.get_or_insert((median, p99));
        let (times, tail) = (median / our_median, p99 / our_p99);
        println!(
            "{:<18}{median:>12.1}{p99:>12.1}{times:>10.1}{tail:>10.1}{keys:>7}",
            engine.name()
        );
    }
}

fn main() {
    let sizes: Vec<usize> = std::env::args()
        .skip(1)
        .filter_map(|arg| arg.parse().ok())
        .collect();
    let sizes = if sizes.is_empty() {
        vec![200, 1_000, 10_000, 100_000]
    } else {
        sizes
    };
    for count in sizes {
        size(count);
    }
}
