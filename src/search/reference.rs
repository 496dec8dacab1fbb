//! The search as one would explain it: every document read anew, every word of it held against the query, everything
//! scored and sorted. Slow and obvious; the tests hold the fast search to it.

use std::cmp::Reverse;

use proptest::prelude::*;

use super::fold::{each_word, fold};
use super::phrases::MOST_JOINS;
use super::prepare::{Kept, Prepared};
use super::rank::{self, Class, Share};
use super::stopwords::is_stop_word;
use super::{Document, Field, Index, LONGEST_TEXT, MOST_WORDS, Matches, Searcher, tiers};

/// A document number with its score, 0–1 000 000.
type Scored = (u32, u32);

/// The best `limit` documents, best first.
fn search(
    documents: &[Document],
    index: &Index,
    words: &str,
    limit: usize,
    accept: &dyn Fn(u32) -> bool,
) -> Vec<Scored> {
    let prepared = Kept::default().prepare(index, words);
    let mut scored: Vec<(u32, u8, String, u32)> = (0..)
        .zip(documents)
        .filter(|(number, _)| accept(*number))
        .map(|(number, document)| {
            let name = document
                .fields
                .iter()
                .find(|(field, _)| *field == Field::Name);
            let name = name.map_or("", |(_, name)| name);
            (
                score(document, index, &prepared),
                content_words(name),
                fold(name),
                number,
            )
        })
        .filter(|(score, ..)| *score > 0)
        .collect();
    scored.sort_by(|one, other| {
        (other.0, &one.1, &one.2, one.3).cmp(&(one.0, &other.1, &other.2, other.3))
    });
    let best = scored.first().map_or(0, |first| first.0);
    let least = super::searcher::cut(best, &prepared);
    scored.retain(|(score, ..)| *score >= least);
    scored
        .into_iter()
        .take(limit)
        .map(|(score, _, _, number)| (number, score))
        .collect()
}

fn content_words(text: &str) -> u8 {
    fold(text)
        .split(' ')
        .filter(|word| !word.is_empty() && !is_stop_word(word))
        .count() as u8
}

/// The best that something found in a document.
#[derive(Clone, Copy)]
struct Best {
    score: u32,
    class: usize,
    text: u8,
    texts: u64,
}

const NOTHING: Best = Best {
    score: 0,
    class: usize::MAX,
    text: 63,
    texts: 0,
};

impl Best {
    /// The better of two; of two that are worth the same the one in the weightier place, then in the earlier text.
    fn or(self, other: Self) -> Self {
        let key = |best: Self| (Reverse(best.score), best.class, best.text);
        let better = if key(other) < key(self) { other } else { self };
        Self {
            texts: self.texts | other.texts,
            ..better
        }
    }
}

/// What one document is worth.
fn score(document: &Document, index: &Index, prepared: &Prepared) -> u32 {
    let mut next_text = 1;
    let mut named = false;
    let classes: Vec<Class> = rank::classes();
    let mut words = vec![NOTHING; prepared.words.len()];
    let mut halves = vec![(NOTHING, NOTHING); prepared.halves().count()];
    for (field, text) in &document.fields {
        let content = usize::from(content_words(text));
        let bit = match field {
            Field::Name if !named => {
                named = true;
                0
            }
            _ if !(2..=8).contains(&content) || next_text > 62 => 63,
            _ => {
                next_text += 1;
                next_text - 1
            }
        };
        let place = field.weight() * tiers::text_length(content) / 1000;
        let class = classes
            .iter()
            .position(|class| (class.field, class.weight) == (*field, place))
            .unwrap();
        for (word, dots) in words_of(text) {
            let worth = |matches: &[super::expand::Match]| {
                let same =
                    |n: u32| index.vocabulary.word(n) == word && index.vocabulary.dots(n) == dots;
                let found = matches.iter().find(|found| same(found.word));
                found.map_or(NOTHING, |found| Best {
                    score: u32::from(found.weight) * place,
                    class,
                    text: bit,
                    texts: 1 << bit,
                })
            };
            for (best, asked) in words.iter_mut().zip(&prepared.words) {
                *best = best.or(worth(&asked.entry.expansion.matches));
            }
            for (half, (_, parts)) in halves.iter_mut().zip(prepared.halves()) {
                *half = (half.0.or(worth(&parts.head)), half.1.or(worth(&parts.tail)));
            }
            for join in &prepared.joins {
                for (at, best) in words.iter_mut().enumerate() {
                    if join.words >> at & 1 == 1 {
                        *best = best.or(worth(&join.entry.expansion.matches));
                    }
                }
            }
        }
    }
    for ((bits, _), (head, tail)) in prepared.halves().zip(halves) {
        if head.score > 0 && tail.score > 0 {
            let percent = tiers::parts_percent(head.texts, tail.texts);
            let both = Best {
                score: (head.score + tail.score) * percent / 200,
                texts: head.texts | tail.texts,
                ..head
            };
            let chosen = (0..).zip(&mut words);
            for (_, best) in chosen.filter(|(at, _)| bits >> at & 1 == 1) {
                *best = best.or(both);
            }
        }
    }
    let shares: Vec<Share> = words
        .iter()
        .zip(&prepared.words)
        .map(|(best, word)| Share {
            weight: word.weight,
            score: best.score,
            texts: best.texts,
            text: best.text,
            text_words: classes.get(best.class).map_or(0, |class| class.words),
        })
        .collect();
    if shares.iter().all(|share| share.score == 0) {
        return 0;
    }
    rank::score(&shares, name_words(document))
}

fn name_words(document: &Document) -> u8 {
    document
        .fields
        .iter()
        .find(|(field, _)| *field == Field::Name)
        .map_or(0, |(_, name)| content_words(name))
}

/// The words of a text, and those written with hyphens as one.
fn words_of(text: &str) -> Vec<(String, u64)> {
    let mut words = Vec::new();
    let mut chain: Vec<(String, u64)> = Vec::new();
    let mut end = usize::MAX;
    let close = |chain: &mut Vec<(String, u64)>, words: &mut Vec<(String, u64)>| {
        if chain.len() > 1 {
            let mut joined = (String::new(), 0);
            for (word, dots) in chain.iter() {
                joined.1 |= dots << joined.0.len();
                joined.0 += word;
            }
            words.push(joined);
        }
        chain.clear();
    };
    each_word(text, |word| {
        if text.get(end..word.range.start) != Some("-") {
            close(&mut chain, &mut words);
        }
        chain.push((word.folded.to_owned(), word.dots));
        words.push((word.folded.to_owned(), word.dots));
        end = word.range.end;
        true
    });
    close(&mut chain, &mut words);
    words
}

const WORDS: &[&str] = &[
    "snö",
    "snöröjning",
    "röjning",
    "gata",
    "gatan",
    "gator",
    "skola",
    "skolskjuts",
    "skjuts",
    "buss",
    "skolbuss",
    "av",
    "och",
    "lov",
    "löv",
    "bygglov",
    "marklov",
    "bygga",
    "sopor",
    "sopbil",
    "bil",
    "bilen",
    "hämtning",
    "sophämtning",
    "e-faktura",
    "faktura",
    "vatten",
    "avlopp",
    "stopp",
    "avloppsstopp",
    "inte",
    "snor",
    "snar",
];

fn word() -> impl Strategy<Value = String> {
    proptest::sample::select(WORDS).prop_map(str::to_owned)
}

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(word(), 1..5).prop_map(|words| words.join(" "))
}

fn document() -> impl Strategy<Value = Document> {
    let field = proptest::sample::select(&Field::ALL[..]);
    (text(), proptest::collection::vec((field, text()), 0..6)).prop_map(|(name, others)| {
        let fields = std::iter::once((Field::Name, name)).chain(others).collect();
        Document { fields }
    })
}

/// A query word: known, cut short, with a letter gone or swapped, without dots, or anything.
fn query_word() -> impl Strategy<Value = String> {
    (word(), 0..9_u8, 0..12_usize).prop_map(|(word, slip, at)| {
        let mut letters: Vec<char> = word.chars().collect();
        let at = at % letters.len();
        match slip {
            0 => letters.truncate(at + 1),
            1 => {
                letters.remove(at);
            }
            2 => letters.swap(at, 0),
            3 => letters.insert(at, 'x'),
            4 => return fold(&word),
            _ => {}
        }
        letters.into_iter().collect()
    })
}

fn query() -> impl Strategy<Value = String> {
    (proptest::collection::vec(query_word(), 1..5), any::<bool>())
        .prop_map(|(words, finished)| words.join(" ") + if finished { " " } else { "" })
}

fn outcome(found: &Matches) -> Vec<Scored> {
    found
        .hits
        .iter()
        .map(|hit| (hit.document, hit.score))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn both_fast_ways_find_what_the_slow_one_finds(
        documents in proptest::collection::vec(document(), 0..40), query in query(), limit in 1..12_usize, every in 1..4_u32,
    ) {
        let accept = |number: u32| number % every == 0;
        for all_up_to in [usize::MAX, 0] {
            let index = Index::build_scoring_all_up_to(all_up_to, documents.clone());
            let expected = search(&documents, &index, &query, limit, &accept);
            let found = index.search(&mut Searcher::new(), &query, limit, &accept);
            let expected: Vec<Scored> = expected.into_iter().map(|(number, score)| (number, score / 1000)).collect();
            prop_assert_eq!(outcome(&found), expected, "{:?} {}", &query, all_up_to);
        }
    }

    #[test]
    fn typing_and_deleting_finds_what_typing_afresh_finds(
        documents in proptest::collection::vec(document(), 1..30), query in query(), limit in 1..12_usize,
    ) {
        for all_up_to in [usize::MAX, 0] {
            let index = Index::build_scoring_all_up_to(all_up_to, documents.clone());
            let mut searcher = Searcher::new();
            let ends: Vec<usize> = (0..=query.len()).filter(|&end| query.is_char_boundary(end)).collect();
            for &end in ends.iter().chain(ends.iter().rev()) {
                let words = &query[..end];
                let kept = index.search(&mut searcher, words, limit, &|_| true);
                let afresh = index.search(&mut Searcher::new(), words, limit, &|_| true);
                prop_assert_eq!(kept, afresh, "{:?}", words);
                for text in ["Snöröjning av gator", "e-faktura"] {
                    let kept = index.highlight(&mut searcher, text, words);
                    prop_assert_eq!(kept, index.highlight(&mut Searcher::new(), text, words));
                }
            }
        }
    }

    #[test]
    fn however_long_a_query_a_bounded_number_of_words_is_considered(
        documents in proptest::collection::vec(document(), 1..8), query in proptest::collection::vec(query_word(), 0..200),
        other in any::<String>(),
    ) {
        let index = Index::build(documents);
        for words in [query.join(" "), other] {
            let prepared = Kept::default().prepare(&index, &words);
            prop_assert!(prepared.text.len() <= LONGEST_TEXT);
            prop_assert!(prepared.words.len() <= MOST_WORDS);
            prop_assert!(prepared.joins.len() <= MOST_JOINS);
        }
    }

    #[test]
    fn any_query_is_answered(words in any::<String>(), texts in proptest::collection::vec(any::<String>(), 0..8)) {
        let documents = texts.into_iter().map(|text| Document { fields: vec![(Field::Name, text)] });
        let index = Index::build(documents);
        let found = index.search(&mut Searcher::new(), &words, 10, &|_| true);
        prop_assert!(found.hits.len() <= found.total);
    }
}
