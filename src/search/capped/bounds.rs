//! What a document can score at most, from what is known of it before it is looked at.

use std::cmp::Reverse;
use std::sync::Arc;

use super::super::grades::{Grades, NAMED, Of, STEP};
use super::super::index::Index;
use super::super::prepare::{Entry, Prepared};
use super::super::rank;

/// The query word being walked, and what those that are walked later can add. What earlier ones add need not be known:
/// the documents that they are in have been scored, or were short already.
pub struct Walk {
    pub weight: u64,
    pub all: u64,
    /// The most that it is worth anywhere.
    pub most: u32,
    /// All later query words at their best.
    pub rest: Rest,
    /// The later query words, those whose grades pay most first.
    pub others: Vec<Other>,
    /// The query word itself: its grades tell whose names it stands in.
    pub own: Other,
    /// Of how many of these words the grades were asked for.
    graded: usize,
    sieve: Sieve,
    rough: Rough,
}

/// So many lists are held against one rough sieve.
const ONE_ROUGH: u32 = if cfg!(test) { 3 } else { 32 };

/// A sieve for every list that is still to come: those are worth no more than the one that it was set for.
#[derive(Default)]
struct Rough {
    /// As [`Sieve::named_least`],
    named_least: u8,
    /// and as [`Sieve::least`].
    least: u8,
    /// Whether nothing passes.
    none: bool,
    /// For how many lists it is good, before a better one pays.
    left: u32,
}

/// What lets documents pass, see [`Walk::set_sieve`].
#[derive(Default)]
struct Sieve {
    /// By how much the other words may fall short of their best, in sum, in the units of [`rank::adds`].
    slack: u64,
    /// What of that is lost where the word itself does not stand in the name.
    unnamed: u64,
    /// The least grade of the first of them in a document that passes, where it stands in the name,
    named_least: u8,
    /// and where it does not.
    least: u8,
}

/// A query word that another one's documents may have too.
pub struct Other {
    pub weight: u64,
    /// The most that it is worth anywhere.
    pub most: u32,
    /// What it stands for, by itself and together with others.
    pub entries: Vec<Arc<Entry>>,
    /// Where the grades of those are, once they are known.
    pub places: Vec<usize>,
    /// In how many documents those stand, in sum.
    postings: u64,
    /// What it adds, see [`rank::adds`].
    adds: (u64, u64),
}

/// What query words add to a score at most.
#[derive(Clone, Copy, Default)]
pub struct Rest {
    /// Weight × most.
    pub words: u64,
    /// Most, for the share of the name.
    name: u64,
}

impl std::iter::Sum for Rest {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, one| Self {
            words: sum.words + one.words,
            name: sum.name + one.name,
        })
    }
}

impl Walk {
    /// The walk of each query word, in the order of [`order`], with its place in the query.
    pub fn all(prepared: &Prepared) -> Vec<(usize, Self)> {
        let (order, most) = order(prepared);
        let words = |at: usize| prepared.words.get(at);
        let weight = |at: usize| words(at).map_or(0, |word| u64::from(word.weight));
        let rest = |at: &usize| -> Rest {
            let most = most.get(*at).map_or(0, |&most| u64::from(most));
            Rest {
                words: weight(*at) * most,
                name: most,
            }
        };
        let walk = |(turn, &at): (usize, &usize)| {
            let own = other_word(prepared, &most, at)?;
            let later = order.iter().skip(turn + 1);
            let others = later.clone();
            let others = others.filter_map(|&other| other_word(prepared, &most, other));
            let mut others: Vec<Other> = others.collect();
            others.sort_by_key(|other| Reverse(other.pays()));
            let walk = Self {
                weight: weight(at),
                most: most.get(at).copied().unwrap_or(0),
                all: (0..prepared.words.len()).map(weight).sum(),
                rest: later.map(rest).sum(),
                others,
                own,
                graded: 0,
                sieve: Sieve::default(),
                rough: Rough::default(),
            };
            Some((at, walk))
        };
        order.iter().enumerate().filter_map(walk).collect()
    }

    /// The most that a document scores that is worth so much to the query word, with what the others add.
    pub fn bound(&self, worth: u32, name_words: u8, rest: Rest) -> u32 {
        self.bound_named(worth, true, name_words, rest)
    }

    /// The same, where it is known whether the word stands in the name.
    pub fn bound_named(&self, worth: u32, named: bool, name_words: u8, rest: Rest) -> u32 {
        let worth = u64::from(worth);
        let name = if named { worth } else { 0 };
        rank::bound(
            self.weight * worth + rest.words,
            self.all,
            name + rest.name,
            name_words,
        )
    }

    /// Whether the word itself may stand in a document's name.
    pub fn is_named(&self, grades: &Grades, document: u32) -> bool {
        let places = &self.own.places;
        places.is_empty() || places.iter().any(|&at| grades.look(at, document).1)
    }

    /// The word whose grades come next: the first of the others, the word itself, then the rest of the others.
    fn next_graded(&mut self) -> Option<&mut Other> {
        let own = usize::from(!self.others.is_empty());
        match self.graded {
            at if at == own => Some(&mut self.own),
            at => self.others.get_mut(at - usize::from(at > own)),
        }
    }

    /// From how many documents on that nothing rules out the grades of one more word pay; none when all are known.
    pub fn graded_from(&mut self, least: usize) -> Option<usize> {
        // Whether the word itself stands in names tells less than what another is worth.
        let own = self.graded == usize::from(!self.others.is_empty());
        let share = if own { 1024 } else { 8192 };
        let postings = self.next_graded()?.postings;
        Some(least + usize::try_from(postings / share).unwrap_or(usize::MAX))
    }

    /// Takes the grades that the index keeps, as long as it keeps those of the next word. Not those that are left from
    /// the last key: what is told of a query would depend on what was typed before it.
    pub fn take_kept(&mut self, index: &Index, grades: &mut Grades) {
        while let Some(next) = self.next_graded()
            && next.entries.iter().all(|entry| !entry.grades.is_empty())
        {
            self.grade(index, grades);
        }
    }

    /// Makes the grades of one more word known, if there is room for them.
    pub fn grade(&mut self, index: &Index, grades: &mut Grades) {
        if let Some(word) = self.next_graded() {
            let entries = word.entries.iter();
            let places = entries.map(|entry| grades.place(index, entry, Of::Whole));
            let places: Option<Vec<usize>> = places.collect();
            word.places = places.unwrap_or_default();
            self.graded += 1;
        }
    }

    /// Sets what documents must have of the other query words to score as much as this, when they are worth so much to
    /// this one and have names of this length; `false` when none can. This takes one comparison a document, where a bound
    /// takes several divisions.
    pub fn set_sieve(&mut self, worth: u32, name_words: u8, score: u32) -> bool {
        let worth = u64::from(worth);
        let (word, name) = rank::adds(self.weight, self.all, name_words);
        let unnamed = worth * name;
        let mut all = worth * word + unnamed;
        for other in &mut self.others {
            other.adds = rank::adds(other.weight, self.all, name_words);
            all += (other.adds.0 + other.adds.1) * u64::from(other.most);
        }
        let Some(slack) = all.checked_sub(rank::needs(score, self.all, name_words)) else {
            return false;
        };
        let (mut named_least, mut least) = (0, 0);
        if let Some(first) = self.others.first() {
            let (word, name) = first.adds;
            let needed = ((word + name) * u64::from(first.most)).saturating_sub(slack);
            let steps = |adds: u64| needed.div_ceil((adds * u64::from(STEP)).max(1));
            let grade = |adds: u64| u8::try_from(steps(adds)).unwrap_or(u8::MAX);
            (named_least, least) = (grade(word + name), grade(word));
        }
        self.sieve = Sieve {
            slack,
            unnamed,
            named_least,
            least,
        };
        true
    }

    /// Whether a document of a list can score as much as this, when the list and all that follow are worth so much at
    /// most and no name is shorter. Of thousands of lists few can, and this takes a few steps each.
    pub fn has_likely(
        &mut self,
        grades: &Grades,
        documents: &[u32],
        (worth, name_words, score): (u32, u8, u32),
    ) -> bool {
        if self.rough.left == 0 {
            let none = !self.set_sieve(worth, name_words, score);
            self.rough = Rough {
                named_least: self.sieve.named_least,
                least: self.sieve.least,
                none,
                left: ONE_ROUGH,
            };
        }
        self.rough.left -= 1;
        let places = self.others.first().map_or(&[][..], |other| &other.places);
        let enough = |place: usize, document: u32| {
            let grade = grades.column(place).get(document as usize);
            grade.is_none_or(|&grade| {
                let named = grade & NAMED != 0;
                let Rough {
                    named_least, least, ..
                } = self.rough;
                grade & !NAMED >= if named { named_least } else { least }
            })
        };
        let mut documents = documents.iter();
        match places {
            _ if self.rough.none => false,
            [] => true,
            [place] => documents.any(|&document| enough(*place, document)),
            _ => documents.any(|&document| places.iter().any(|&place| enough(place, document))),
        }
    }

    /// Adds the documents that have enough of the first of the other query words.
    pub fn sift(&self, grades: &Grades, documents: &[u32], into: &mut Vec<u32>) {
        let places = self.others.first().map_or(&[][..], |other| &other.places);
        let (named_least, least) = (self.sieve.named_least, self.sieve.least);
        let enough = |column: &[u8], document: u32| {
            let grade = column.get(document as usize);
            grade.is_none_or(|&grade| {
                let least = if grade & NAMED == 0 {
                    least
                } else {
                    named_least
                };
                grade & !NAMED >= least
            })
        };
        match *places {
            [] => into.extend(documents),
            [place] => {
                let column = grades.column(place);
                into.extend(
                    documents
                        .iter()
                        .filter(|&&document| enough(column, document)),
                );
            }
            [one, other] => {
                let (one, other) = (grades.column(one), grades.column(other));
                let either = |&&document: &&u32| enough(one, document) || enough(other, document);
                into.extend(documents.iter().filter(either));
            }
            _ => {
                let any = |&&document: &&u32| {
                    places
                        .iter()
                        .any(|&place| enough(grades.column(place), document))
                };
                into.extend(documents.iter().filter(any));
            }
        }
    }

    /// Whether a document has enough of the other query words.
    pub fn passes(&self, grades: &Grades, document: u32) -> bool {
        let mut slack = self.sieve.slack;
        let known = self.others.iter().filter(|other| !other.places.is_empty());
        for other in known {
            let (most, named) = other.at_most(grades, document);
            let (word, name) = other.adds;
            let best = (word + name) * u64::from(other.most);
            let has = (word + if named { name } else { 0 }) * u64::from(most);
            match slack.checked_sub(best - has) {
                Some(left) => slack = left,
                None => return false,
            }
        }
        slack >= self.sieve.unnamed || self.is_named(grades, document)
    }

    /// What the other query words add to a document at most.
    pub fn rest_in(&self, grades: &Grades, document: u32) -> Rest {
        let others = self.others.iter().map(|other| {
            let (most, named) = other.at_most(grades, document);
            Rest {
                words: other.weight * u64::from(most),
                name: if named { u64::from(most) } else { 0 },
            }
        });
        others.sum()
    }
}

impl Other {
    /// What its grades rule out for the work that they take: a half-typed word in hundreds of thousands of documents comes
    /// after a finished one that counts as much.
    fn pays(&self) -> u64 {
        self.weight * u64::from(self.most) * 1000 / (self.postings + 50_000)
    }

    /// What it is worth in a document at most, and whether it may stand in the name.
    pub fn at_most(&self, grades: &Grades, document: u32) -> (u32, bool) {
        let told = self.places.iter().map(|&at| grades.look(at, document));
        let told = told.reduce(|one, other| (one.0.max(other.0), one.1 || other.1));
        // What is not known yet is the most that it can be.
        let (most, named) = told.unwrap_or((self.most, true));
        (most.min(self.most), named)
    }
}

/// The query words in the order in which they are walked, and by their place in the query the most that each is worth.
///
/// Any order finds the same; the sooner the top fills with good documents, and the less the later words can add, the
/// sooner it ends. So rare words go before common ones, and weighty before light ones: grammar comes last, when nothing
/// is left that it could lift into the top.
fn order(prepared: &Prepared) -> (Vec<usize>, Vec<u32>) {
    let mut costs = Vec::with_capacity(prepared.words.len());
    let mut tops = Vec::with_capacity(prepared.words.len());
    for (at, word) in prepared.words.iter().enumerate() {
        let joined = prepared.joins_of(at).map(|join| &join.entry.reach);
        let reaches = std::iter::once(&word.entry.reach).chain(joined);
        let (postings, top) = reaches.fold((0_u64, 0), |(postings, top), reach| {
            (postings + reach.walked, top.max(reach.most))
        });
        let weight = u64::from(word.weight.max(1));
        costs.push((postings * 1_000_000 / weight, at));
        tops.push(top);
    }
    costs.sort_unstable();
    (costs.into_iter().map(|(_, at)| at).collect(), tops)
}

/// A query word beside the one that is walked.
fn other_word(prepared: &Prepared, most: &[u32], at: usize) -> Option<Other> {
    let word = prepared.words.get(at)?;
    let joined = prepared.joins_of(at).map(|join| &join.entry);
    let entries: Vec<Arc<Entry>> = std::iter::once(&word.entry)
        .chain(joined)
        .cloned()
        .collect();
    Some(Other {
        weight: u64::from(word.weight),
        most: most.get(at).copied().unwrap_or(0),
        postings: entries.iter().map(|entry| entry.reach.postings).sum(),
        entries,
        places: Vec::new(),
        adds: (0, 0),
    })
}
