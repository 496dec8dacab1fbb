//! A record made ready to be compared, and the comparison of two.

use super::common::{Common, Municipalities};
use super::contact;
use super::evidence::{Agreement, Evidence, Field};
use super::marks::Marks;
use super::name::Name;
use super::record::Record;
use super::weights::{self, MOST_FROM_WORDS, diluted};
use super::wording::{Phrase, Wording};
use super::words::Part;
use crate::catalogue::dialled;

/// The fields that hold one value each, which agree when it is the same.
pub const VALUES: [Field; 4] = [Field::Phone, Field::Email, Field::Web, Field::Address];
/// With fewer words than this on either side, it says nothing that none is shared.
const FEW_WORDS: usize = 3;

/// A record made ready to be compared.
#[derive(Debug)]
pub struct Entry<'c> {
    /// The record.
    pub record: Record<'c>,
    /// Its name.
    pub name: Option<Name>,
    /// What its name says.
    pub called: Option<Phrase>,
    /// Its other words, each once: what it says, and where it stands in the record.
    pub words: Vec<(Phrase, usize)>,
    /// Its numbers and addresses in one form each, in the order of [`VALUES`].
    pub values: [Option<String>; 4],
    /// What its topic says.
    pub topic: Vec<Part>,
    /// Which municipalities it is for, sorted.
    pub municipalities: Vec<u32>,
    /// What sets its name apart.
    pub marks: Marks,
}

/// All that can be told of a record by itself, once it is known what its texts say.
#[derive(Debug)]
pub struct Prepared {
    name: Option<Name>,
    called: Option<Phrase>,
    words: Vec<(Phrase, usize)>,
    values: [Option<String>; 4],
    topic: Vec<Part>,
    marks: Marks,
}

impl Prepared {
    /// Prepares a record; none where it has texts that are not known.
    pub fn new(record: &Record, wording: &Wording) -> Option<Self> {
        let value = |text: &Option<String>, plain: fn(&str) -> Option<String>| {
            text.as_deref().and_then(plain)
        };
        let (tokens, called) = wording.said(&record.name)?;
        let mut words = Vec::with_capacity(record.words.len());
        for (at, word) in record.words.iter().enumerate() {
            let (_, phrase) = wording.said(word)?;
            words.extend(
                phrase
                    .filter(|_| phrase != called)
                    .map(|phrase| (phrase, at)),
            );
        }
        words.sort_unstable();
        words.dedup_by_key(|(phrase, _)| *phrase);
        let topic = match &record.topic {
            Some(topic) => wording.words().parts_of(wording.said(topic)?.0),
            None => Vec::new(),
        };
        Some(Self {
            name: Name::new(wording.words(), &record.name, tokens),
            called,
            words,
            values: [
                value(&record.phone, dialled),
                value(&record.email, contact::email),
                value(&record.web, contact::web),
                value(&record.address, contact::address),
            ],
            topic,
            marks: Marks::of(&record.name),
        })
    }
}

impl<'c> Entry<'c> {
    /// Puts an entry together.
    pub fn new(
        record: Record<'c>,
        prepared: Prepared,
        municipalities: &mut Municipalities,
    ) -> Self {
        Self {
            name: prepared.name,
            called: prepared.called,
            words: prepared.words,
            values: prepared.values,
            topic: prepared.topic,
            municipalities: municipalities.numbers(&record.municipalities),
            marks: prepared.marks,
            record,
        }
    }
}

/// Compares two entries of one kind, field by field; what is missing in either is left out.
pub fn compare(left: &Entry, right: &Entry, common: &Common) -> Vec<Evidence> {
    let pair = Pair {
        left,
        right,
        common,
    };
    let mut found = Vec::with_capacity(8);
    found.extend(pair.name());
    found.extend(pair.words());
    found.extend(pair.topic());
    found.extend((0..VALUES.len()).filter_map(|at| pair.value(at)));
    found.extend(pair.municipalities());
    found.extend(pair.marks());
    found.extend(pair.told_apart());
    found.sort_by(Evidence::heaviest_first);
    found
}

/// Whether two entries can come to be looked at, judged by all that could speak for them: most pairs cannot, and need no
/// evidence written down.
pub fn may_reach(score: f64, left: &Entry, right: &Entry, common: &Common) -> bool {
    let pair = Pair {
        left,
        right,
        common,
    };
    let known = |entry: &Entry, phrase: Option<Phrase>| {
        phrase.is_some_and(|phrase| {
            entry
                .words
                .binary_search_by_key(&phrase, |word| word.0)
                .is_ok()
        })
    };
    let same = |(left, right): (&Option<String>, &Option<String>)| left.is_some() && left == right;
    let values = VALUES.iter().zip(left.values.iter().zip(&right.values));
    let values: f64 = values
        .filter(|(_, values)| same(*values))
        .map(|(field, _)| pair.weight(*field, Agreement::Same))
        .sum();
    // These two are quickly compared, so that it need not be supposed that they agree.
    let compared = |field, agreement: Option<Agreement>| {
        agreement.map_or(0.0, |agreement| pair.weight(field, agreement))
    };
    let rest = values
        + compared(Field::Topic, shared(&left.topic, &right.topic))
        + compared(
            Field::Municipalities,
            shared(&left.municipalities, &right.municipalities),
        );
    // A tenth for rounding.
    let may = |name: f64, words: f64| name + words + rest + 0.1 >= score;
    if !may(weights::most_from_name(left.record.kind), MOST_FROM_WORDS) {
        return false;
    }
    let words = left
        .words
        .iter()
        .any(|(phrase, _)| known(right, Some(*phrase)));
    let words = if words { MOST_FROM_WORDS } else { 0.0 };
    if !may(weights::most_from_name(left.record.kind), words) {
        return false;
    }
    let name = match (&left.name, &right.name) {
        (Some(one), Some(other)) => {
            let called = known(left, right.called) || known(right, left.called);
            let called = if called {
                pair.weight(Field::Name, Agreement::CalledBoth)
            } else {
                f64::MIN
            };
            pair.named(one, other).1.max(called)
        }
        _ => 0.0,
    };
    may(name, words)
}

/// How far two lists agree; none where either is empty.
fn shared<T: PartialEq>(left: &[T], right: &[T]) -> Option<Agreement> {
    if left.is_empty() || right.is_empty() {
        None
    } else if left == right {
        Some(Agreement::Same)
    } else if left.iter().any(|one| right.contains(one)) {
        Some(Agreement::Some)
    } else {
        Some(Agreement::Different)
    }
}

/// Two entries side by side.
struct Pair<'e> {
    left: &'e Entry<'e>,
    right: &'e Entry<'e>,
    common: &'e Common,
}

impl Pair<'_> {
    fn weight(&self, field: Field, agreement: Agreement) -> f64 {
        weights::weight(self.left.record.kind, field, agreement)
    }

    fn evidence(&self, field: Field, agreement: Agreement, left: &str, right: &str) -> Evidence {
        Evidence {
            field,
            left: left.to_owned(),
            right: right.to_owned(),
            agreement,
            shared_by: None,
            weight: tenths(self.weight(field, agreement)),
        }
    }

    /// The names, or a name among the other's words where that explains more.
    fn name(&self) -> Option<Evidence> {
        let (left, right) = (self.left.name.as_ref()?, self.right.name.as_ref()?);
        let (agreement, weight) = self.named(left, right);
        let plain = Evidence {
            weight: tenths(weight),
            ..self.evidence(Field::Name, agreement, &left.shown, &right.shown)
        };
        let called = self.called().filter(|called| called.weight > plain.weight);
        Some(called.unwrap_or(plain))
    }

    /// How the names agree, and what that weighs.
    fn named(&self, left: &Name, right: &Name) -> (Agreement, f64) {
        let like = left.compare(right, self.common.wording.words(), &self.common.rarity);
        let full = self.weight(Field::Name, like.agreement);
        let weight = match like.agreement {
            Agreement::Part => full * like.shared,
            Agreement::Contrast => full * (1.0 - like.shared),
            _ => full,
        };
        (like.agreement, weight)
    }

    /// One name, or each, among the other's words.
    fn called(&self) -> Option<Evidence> {
        let says = |by: &Entry, name: &Entry| {
            let name = name.called?;
            let (_, at) = by.words.iter().find(|(phrase, _)| *phrase == name)?;
            Some((
                by.record.words.get(*at)?.clone(),
                self.common.phrase_holders(name),
            ))
        };
        let (left, right) = (says(self.left, self.right), says(self.right, self.left));
        let (name, other) = (&self.left.record.name, &self.right.record.name);
        let (agreement, left, right, holders) = match (left, right) {
            (Some((_, one)), Some((_, two))) => (
                Agreement::CalledBoth,
                name.clone(),
                other.clone(),
                one.max(two),
            ),
            (Some((word, holders)), None) => (Agreement::CalledOne, word, other.clone(), holders),
            (None, Some((word, holders))) => (Agreement::CalledOne, name.clone(), word, holders),
            (None, None) => return None,
        };
        let weight = diluted(self.weight(Field::Name, agreement), holders);
        Some(Evidence {
            shared_by: Some(holders),
            weight: tenths(weight),
            ..self.evidence(Field::Name, agreement, left.trim(), right.trim())
        })
    }

    fn words(&self) -> Option<Evidence> {
        let (left, right) = (&self.left.words, &self.right.words);
        let word = |entry: &Entry, at: usize| {
            entry
                .record
                .words
                .get(at)
                .map(|word| word.trim().to_owned())
        };
        let mut shared: Vec<_> = left
            .iter()
            .filter_map(|(phrase, at)| {
                let other = right
                    .binary_search_by_key(phrase, |(other, _)| *other)
                    .ok()?;
                Some((*phrase, *at, right.get(other)?.1))
            })
            .collect();
        shared.sort_unstable_by_key(|(_, at, _)| *at);
        if shared.is_empty() {
            let names = left
                .iter()
                .any(|(phrase, _)| Some(*phrase) == self.right.called)
                || right
                    .iter()
                    .any(|(phrase, _)| Some(*phrase) == self.left.called);
            let few = left.len().min(right.len()) < FEW_WORDS;
            return (!names && !few).then(|| {
                let all = |entry: &Entry| entry.record.words.join(", ");
                self.evidence(
                    Field::Words,
                    Agreement::Different,
                    &all(self.left),
                    &all(self.right),
                )
            });
        }
        // One word in common may be chance even where it is the only one.
        let all = shared.len() > 1 && shared.len() == left.len().min(right.len());
        let agreement = if all {
            Agreement::Same
        } else {
            Agreement::Some
        };
        let each = self.weight(Field::Words, agreement);
        let weigh = |phrase| diluted(each, self.common.phrase_holders(phrase));
        let weight: f64 = shared.iter().map(|(phrase, ..)| weigh(*phrase)).sum();
        let list = |words: &mut dyn Iterator<Item = Option<String>>| {
            words.flatten().collect::<Vec<_>>().join(", ")
        };
        Some(Evidence {
            field: Field::Words,
            left: list(&mut shared.iter().map(|(_, at, _)| word(self.left, *at))),
            right: list(&mut shared.iter().map(|(_, _, at)| word(self.right, *at))),
            agreement,
            shared_by: shared
                .iter()
                .map(|(phrase, ..)| self.common.phrase_holders(*phrase))
                .min(),
            weight: tenths(weight.min(MOST_FROM_WORDS)),
        })
    }

    fn topic(&self) -> Option<Evidence> {
        let agreement = shared(&self.left.topic, &self.right.topic)?;
        let shown = |entry: &Entry| entry.record.topic.clone().unwrap_or_default();
        Some(self.evidence(
            Field::Topic,
            agreement,
            &shown(self.left),
            &shown(self.right),
        ))
    }

    fn value(&self, at: usize) -> Option<Evidence> {
        let field = *VALUES.get(at)?;
        let (left, right) = (
            self.left.values.get(at)?.as_ref()?,
            self.right.values.get(at)?.as_ref()?,
        );
        let shown = |entry: &Entry| {
            let record = &entry.record;
            let texts = [&record.phone, &record.email, &record.web, &record.address];
            let text = texts.get(at).and_then(|text| text.as_deref());
            text.unwrap_or_default().trim().to_owned()
        };
        let agreement = if left == right {
            Agreement::Same
        } else {
            Agreement::Different
        };
        let evidence = self.evidence(field, agreement, &shown(self.left), &shown(self.right));
        if left != right {
            return Some(evidence);
        }
        let holders = self.common.value_holders(at, left);
        Some(Evidence {
            shared_by: Some(holders),
            weight: tenths(diluted(self.weight(field, agreement), holders)),
            ..evidence
        })
    }

    fn municipalities(&self) -> Option<Evidence> {
        let agreement = shared(&self.left.municipalities, &self.right.municipalities)?;
        let shown = |entry: &Entry| entry.record.municipalities.join(", ");
        Some(self.evidence(
            Field::Municipalities,
            agreement,
            &shown(self.left),
            &shown(self.right),
        ))
    }

    fn marks(&self) -> Vec<Evidence> {
        let clashes = self.left.marks.clashes(&self.right.marks);
        let evidence = clashes.into_iter().map(|clash| {
            let agreement = if clash.one_sided {
                Agreement::Part
            } else {
                Agreement::Different
            };
            self.evidence(clash.field, agreement, &clash.left, &clash.right)
        });
        evidence.collect()
    }

    fn told_apart(&self) -> Option<Evidence> {
        let (left, right) = (&self.left.record, &self.right.record);
        let sends_on =
            |one: &Record, other: &Record| one.id != other.id && one.others.contains(&other.id);
        (sends_on(left, right) || sends_on(right, left)).then(|| {
            self.evidence(
                Field::ToldApart,
                Agreement::Different,
                left.name.trim(),
                right.name.trim(),
            )
        })
    }
}

/// Rounded to tenths, so that what is shown adds up to the score.
fn tenths(weight: f64) -> f64 {
    (weight * 10.0).round() / 10.0
}
