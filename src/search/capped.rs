//! The search of a large index: looks only where something better than what is already found can still be.
//!
//! Each document worth showing has at least one query word in it. The words are taken in turn, the most telling first;
//! the vocabulary words that one may stand for are walked from the best down (`sources`), and their postings likewise,
//! since both are sorted by what they can be worth at most. Once even the best that may follow (every later query word
//! at its best, see [`rank::bound`](super::rank::bound)) falls short of the last of the top `limit`, nothing that follows
//! matters. Documents that an earlier word led to have been scored, or were short already, so what earlier words are
//! worth need not be added. When a list is long, what the other query words are worth in each document is worked out
//! beforehand (`grades`), so that only documents that may well come among the best are scored (`bounds`), and of those
//! that wait for it the likeliest first. Once the grades of all words are known and many lists are left, one pass over the
//! grades takes their place (`sweep`).
//! The outcome is the same as if every document had been scored; `reference` holds it to that.

mod bounds;
mod sources;
mod sweep;

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::cells::cell_of;
use super::grades::Grades;
use super::index::{AHEAD, Index};
use super::prepare::Prepared;
use super::rank::{Cell, Share};
use super::searcher::{Ranked, cut, keep_best, merge_joined, score};
use super::seen::Seen;
use super::uses::{List, Uses};
use bounds::Walk;
use sources::{Source, Sources, both};

/// From so many looks at other query words in documents on, their grades pay. Tests have few documents.
const GRADED_FROM: usize = if cfg!(test) { 2 } else { 64 };

/// Up to so many postings a list is sieved as a whole.
const SHORT: usize = if cfg!(test) { 3 } else { 48 };

/// How many documents are sieved at once: the more, the less the sieve knows of those just scored.
const AT_ONCE: usize = if cfg!(test) { 3 } else { 256 };

/// Most documents that wait to be scored while lists are walked.
const MOST_WAITING: usize = if cfg!(test) { 3 } else { 128 };

/// From so many on they are scored before the next list: the more is known of the best, the fewer lists follow.
const MANY_WAITING: usize = if cfg!(test) { 2 } else { 16 };

/// Buffers of the search.
#[derive(Debug, Default)]
pub struct Capped {
    met: Seen,
    /// Documents to be scored, each with the most that it can be worth.
    waiting: Vec<Ranked>,
    grades: Grades,
    /// How many documents passed the sieve since grades were last worked out.
    looks: usize,
    /// Documents that have enough of the first other word.
    likely: Vec<u32>,
    /// The same of a short list.
    short: Vec<u32>,
    halves: Vec<(u32, Cell, Cell)>,
    cells: Vec<Cell>,
    shares: Vec<Share>,
    sources: Sources,
    best: BinaryHeap<Reverse<Ranked>>,
}

/// What is asked of a search.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    /// Where.
    pub index: &'a Index,
    /// The query.
    pub prepared: &'a Prepared,
    /// What the query's vocabulary words are used for.
    pub uses: &'a Uses,
    /// How many documents.
    pub limit: usize,
    /// Which of them, by the caller's numbers.
    pub accept: &'a dyn Fn(u32) -> bool,
}

/// Postings of one list and class.
#[derive(Clone, Copy)]
struct Postings<'a> {
    /// The documents.
    numbers: &'a [u32],
    /// What each is worth to the query word at most.
    worth: u32,
    /// What each is worth by itself: less, of the half of a compound.
    own: u32,
    /// Where the grades of the other half are, if they are known.
    other: Option<usize>,
}

impl Capped {
    /// Puts the best `limit` documents into `ranked`, best first; gives how many that were met fit, and whether that is all.
    pub fn search(&mut self, wanted: Wanted<'_>, ranked: &mut Vec<Ranked>) -> (usize, bool) {
        let Wanted {
            index,
            prepared,
            limit,
            ..
        } = wanted;
        self.met.clear(index.len());
        self.grades.begin();
        self.best.clear();
        ranked.clear();
        let mut exact = true;
        'words: for (at, mut walk) in Walk::all(prepared) {
            self.looks = 0;
            let most = walk.bound(walk.most, 1, walk.rest);
            if self.hopeless(most, limit) {
                exact = false;
                continue;
            }
            walk.take_kept(index, &mut self.grades);
            self.sources.of_word(index, prepared, at);
            loop {
                if self.full(limit)
                    && walk.is_graded()
                    && sweep::pays(&walk, self.sources.left(), index.len())
                {
                    // Later words need no walk: their grades are among those swept over.
                    exact &= walk.sweep(index, &self.grades, self.least(), &mut self.waiting);
                    exact &= self.score_waiting(wanted, ranked);
                    break 'words;
                }
                let Some(source) = self.sources.next(index) else {
                    break;
                };
                if self.hopeless(walk.bound(source.most, 1, walk.rest), limit) {
                    exact = false;
                    break;
                }
                exact &= self.walk(wanted, &mut walk, &source, ranked);
                if self.waiting.len() >= MANY_WAITING {
                    exact &= self.score_waiting(wanted, ranked);
                }
            }
            exact &= self.score_waiting(wanted, ranked);
        }
        let best = self
            .best
            .iter()
            .map(|ranked| ranked.0.score)
            .max()
            .unwrap_or(0);
        ranked.retain(|ranked| ranked.score >= cut(best, prepared));
        let total = ranked.len();
        keep_best(ranked, limit);
        (total, exact)
    }

    /// Walks one posting list, class by class; `false` when it was left before its end.
    fn walk(
        &mut self,
        wanted: Wanted<'_>,
        walk: &mut Walk,
        source: &Source,
        ranked: &mut Vec<Ranked>,
    ) -> bool {
        let row = wanted.index.postings(source.found.word);
        let other = self.other_half(wanted.index, source, row.numbers.len());
        if self.sieves(walk, other, wanted.limit) {
            let at_most = (source.most, wanted.index.name_words(0), self.least());
            if !walk.has_likely(&self.grades, row.numbers, at_most) {
                return row.numbers.is_empty();
            }
            if row.numbers.len() <= SHORT {
                return self.walk_short(wanted, walk, source, other, ranked);
            }
        }
        let (mut from, mut whole) = (0, true);
        while let Some(&class) = row.classes.get(from) {
            let own = source.own(wanted.index.class_weight(class));
            let worth = source.worth(own);
            // A later class is worth less, but its documents may have shorter names.
            if self.hopeless(walk.bound(worth, 1, walk.rest), wanted.limit) {
                return false;
            }
            let rest = row.classes.get(from..).unwrap_or_default();
            let to = from + rest.partition_point(|&other| other == class);
            let documents = Postings {
                numbers: row.numbers.get(from..to).unwrap_or_default(),
                worth,
                own,
                other,
            };
            whole &= self.walk_class(wanted, walk, documents, ranked);
            from = to;
        }
        whole
    }

    /// Walks a posting list that is too short to be gone through class by class: a half-typed word has two thousand of them.
    fn walk_short(
        &mut self,
        wanted: Wanted<'_>,
        walk: &mut Walk,
        source: &Source,
        other: Option<usize>,
        ranked: &mut Vec<Ranked>,
    ) -> bool {
        let index = wanted.index;
        let row = index.postings(source.found.word);
        let shortest = row.numbers.iter().min();
        let name_words = shortest.map_or(0, |&document| index.name_words(document));
        let mut likely = std::mem::take(&mut self.short);
        likely.clear();
        if walk.set_sieve(source.most, name_words, self.least()) {
            walk.sift(&self.grades, row.numbers, &mut likely);
        }
        let mut whole = likely.len() == row.numbers.len();
        let mut places = row.numbers.iter().zip(row.classes);
        for &document in &likely {
            let place = places.find(|(number, _)| **number == document);
            let own = source.own(place.map_or(0, |(_, &class)| index.class_weight(class)));
            let documents = Postings {
                numbers: &[document],
                worth: source.worth(own),
                own,
                other,
            };
            whole &= self.walk_class(wanted, walk, documents, ranked);
        }
        self.short = likely;
        whole
    }

    /// Whether there is something to sieve documents by.
    fn sieves(&self, walk: &Walk, other: Option<usize>, limit: usize) -> bool {
        // Of a single word a list says all that can be said before, but for whether it stands in the name.
        let alike = walk.others.is_empty() && walk.own.places.is_empty() && other.is_none();
        self.full(limit) && !alike
    }

    /// The least score of the best found so far.
    fn least(&self) -> u32 {
        self.best.peek().map_or(0, |last| last.0.score)
    }

    /// Where the grades of a compound's other half are, if they pay.
    fn other_half(&mut self, index: &Index, source: &Source, postings: usize) -> Option<usize> {
        let (entry, other) = self.sources.other_half(source)?;
        let pays = postings >= GRADED_FROM && other.postings <= 64 * postings as u64;
        if !pays {
            return None;
        }
        self.grades.place(index, entry, other.of)
    }

    /// Walks the documents of one class from the shortest name on.
    fn walk_class(
        &mut self,
        wanted: Wanted<'_>,
        walk: &mut Walk,
        postings: Postings<'_>,
        ranked: &mut Vec<Ranked>,
    ) -> bool {
        let index = wanted.index;
        let (mut numbers, mut whole) = (postings.numbers, true);
        // Documents are numbered by the length of their names, and what they can be worth depends on it.
        while let Some(&first) = numbers.first() {
            let name_words = index.name_words(first);
            let run = numbers.partition_point(|&other| index.name_words(other) <= name_words);
            let (run, later) = numbers.split_at_checked(run).unwrap_or_default();
            numbers = later;
            for some in run.chunks(AT_ONCE) {
                let some = Postings {
                    numbers: some,
                    ..postings
                };
                let mut likely = std::mem::take(&mut self.likely);
                let go_on = self.walk_some(wanted, walk, some, name_words, &mut likely, ranked);
                self.likely = likely;
                match go_on {
                    Some(all) => whole &= all,
                    None => return false,
                }
            }
        }
        whole
    }

    /// Walks documents of one class with names of one length; whether none was left out, or nothing when neither these
    /// nor any later one of the class can come among the best.
    fn walk_some(
        &mut self,
        wanted: Wanted<'_>,
        walk: &mut Walk,
        postings: Postings<'_>,
        name_words: u8,
        likely: &mut Vec<u32>,
        ranked: &mut Vec<Ranked>,
    ) -> Option<bool> {
        let Wanted { index, limit, .. } = wanted;
        let best = walk.bound(postings.worth, name_words, walk.rest);
        likely.clear();
        let least = self.least();
        let sieved = self.sieves(walk, postings.other, limit);
        if !sieved {
            likely.extend(postings.numbers);
        } else if walk.set_sieve(postings.worth, name_words, least) {
            walk.sift(&self.grades, postings.numbers, likely);
        }
        let mut whole = likely.len() == postings.numbers.len();
        if let Some(&first) = postings.numbers.first()
            && self.loses(best, first, limit)
        {
            return None;
        }
        for &document in &*likely {
            // Short, or equal at best; every later document of this class has a longer name or loses the tie.
            if self.loses(best, document, limit) {
                return None;
            }
            if sieved && !walk.passes(&self.grades, document) {
                whole = false;
                continue;
            }
            let worth = match postings.other.map(|at| self.grades.of(at, document)) {
                None => postings.worth,
                // Without its other half this is no compound.
                Some(0) => continue,
                Some(other) => postings.worth.min(both(postings.own, other)),
            };
            if self.met.has(document) {
                continue;
            }
            // This list gives the document `worth`, and the other query words what they have in it. Should that fall
            // short, a later list may still lead here by a word that stands in a weightier place; so the document has
            // not been met.
            let mut score = best;
            if self.full(limit) {
                self.looks += 1;
                let from = walk.graded_from(GRADED_FROM);
                if from.is_some_and(|from| self.looks >= from) {
                    self.looks = 0;
                    walk.grade(index, &mut self.grades);
                }
            }
            if sieved {
                let rest = walk.rest_in(&self.grades, document);
                let named = walk.is_named(&self.grades, document);
                score = walk.bound_named(worth, named, name_words, rest);
                if self.loses(score, document, limit) {
                    whole = false;
                    continue;
                }
            }
            self.waiting.push(Ranked {
                score,
                document: Reverse(document),
            });
            if !sieved || self.waiting.len() >= MOST_WAITING {
                whole &= self.score_waiting(wanted, ranked);
            }
        }
        Some(whole)
    }

    /// Scores the documents that wait, the likeliest first, as long as one can come among the best; whether that was all.
    /// After the likeliest have been scored, few of the others can.
    fn score_waiting(&mut self, wanted: Wanted<'_>, ranked: &mut Vec<Ranked>) -> bool {
        let mut waiting = std::mem::take(&mut self.waiting);
        waiting.sort_unstable_by(|one, other| other.cmp(one));
        let mut whole = true;
        for (at, likely) in waiting.iter().enumerate() {
            if at.is_multiple_of(AHEAD) {
                let coming = waiting.iter().skip(at).take(AHEAD);
                coming.for_each(|coming| wanted.index.ask_for_document(coming.document.0));
            }
            let document = likely.document.0;
            if self.loses(likely.score, document, wanted.limit) {
                whole = false;
                break;
            }
            if self.met.has(document) || !(wanted.accept)(wanted.index.number(document)) {
                continue;
            }
            self.met.add(document);
            let ranking = self.score(wanted, document);
            self.offer(ranking, wanted.limit);
            ranked.push(ranking);
        }
        waiting.clear();
        self.waiting = waiting;
        whole
    }

    /// Scores one document.
    fn score(&mut self, wanted: Wanted<'_>, document: u32) -> Ranked {
        let Wanted {
            index,
            prepared,
            uses,
            ..
        } = wanted;
        let mut cells = std::mem::take(&mut self.cells);
        self.cells_of(index, prepared, uses, document, &mut cells);
        let score = score(index, prepared, &cells, &mut self.shares, document);
        self.cells = cells;
        Ranked {
            score,
            document: Reverse(document),
        }
    }

    /// What each query word found in a document.
    pub fn cells_of(
        &mut self,
        index: &Index,
        prepared: &Prepared,
        uses: &Uses,
        document: u32,
        cells: &mut Vec<Cell>,
    ) {
        cells.clear();
        cells.resize(prepared.words.len(), Cell::NONE);
        self.halves.clear();
        self.halves.extend(
            prepared
                .halves()
                .map(|(words, _)| (words, Cell::NONE, Cell::NONE)),
        );
        let row = index.row(document);
        for ((&word, &class), &text) in row.numbers.iter().zip(row.classes).zip(row.texts) {
            for used in uses.of(word) {
                let cell = cell_of(index, used.found, class, text);
                match used.list {
                    List::Whole(at) => merge(cells, at, &cell),
                    List::Joined(at) => {
                        if let Some(join) = prepared.joins.get(usize::from(at)) {
                            merge_joined(cells, join.words, &cell);
                        }
                    }
                    List::Head(at) => {
                        if let Some((_, head, _)) = self.halves.get_mut(usize::from(at)) {
                            head.merge(&cell);
                        }
                    }
                    List::Tail(at) => {
                        if let Some((.., tail)) = self.halves.get_mut(usize::from(at)) {
                            tail.merge(&cell);
                        }
                    }
                }
            }
        }
        for (words, head, tail) in &self.halves {
            let both = Cell::parts(head, tail);
            if both.score > 0 {
                merge_joined(cells, *words, &both);
            }
        }
    }

    fn full(&self, limit: usize) -> bool {
        self.best.len() >= limit
    }

    /// Whether no document with at most this score can come among the best.
    fn hopeless(&self, bound: u32, limit: usize) -> bool {
        self.full(limit) && self.best.peek().is_none_or(|last| bound < last.0.score)
    }

    /// Whether a document with at most this score cannot come among the best, nor a later one.
    fn loses(&self, score: u32, document: u32, limit: usize) -> bool {
        let bound = Ranked {
            score,
            document: Reverse(document),
        };
        self.full(limit) && self.best.peek().is_some_and(|last| bound < last.0)
    }

    fn offer(&mut self, ranked: Ranked, limit: usize) {
        if self.full(limit) {
            if self.best.peek().is_none_or(|last| ranked < last.0) {
                return;
            }
            self.best.pop();
        }
        self.best.push(Reverse(ranked));
    }
}

fn merge(cells: &mut [Cell], at: u16, cell: &Cell) {
    if let Some(into) = cells.get_mut(usize::from(at)) {
        into.merge(cell);
    }
}
