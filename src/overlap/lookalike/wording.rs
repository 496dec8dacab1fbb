//! What the texts of a collection say: taken apart into words, and those into parts, once, so that any choice of its
//! entries can be compared on any day without doing it again.

use std::collections::HashMap;

use super::words::{Part, Spoken, Token, Words};
use crate::catalogue::Catalogue;
use crate::search::intern::{Interner, QuickHash};
use crate::threads::in_halves;

/// A name or another word, whatever its form and order: texts that say the same have one number.
pub type Phrase = u32;

/// What the texts of a collection say. For a catalogue it is the same on any day, and worth keeping: to work it out takes
/// longer than to find all that is found with it.
#[derive(Debug, Default)]
pub struct Wording {
    words: Words,
    /// The texts as they are written, each once.
    texts: Interner,
    /// What each of them says.
    says: Vec<Says>,
    phrases: usize,
}

/// What a text says.
#[derive(Debug)]
struct Says {
    spoken: Spoken,
    /// None where it says nothing.
    phrase: Option<Phrase>,
}

impl Wording {
    /// What the texts of a catalogue say by which its services and organisations can be told apart, on any day.
    pub fn of(catalogue: &Catalogue) -> Self {
        let topics = catalogue.topics().iter().map(|topic| &topic.name);
        let services = catalogue.services().iter();
        let services =
            services.flat_map(|service| [&service.name].into_iter().chain(&service.also));
        let organisations = catalogue.organisations().iter().flat_map(|organisation| {
            let names = organisation.names.iter();
            let names = names.flat_map(|name| [Some(&name.name), name.short.as_ref()]);
            names.flatten().chain(&organisation.also)
        });
        let texts = services.chain(organisations).chain(topics);
        Self::of_texts(&texts.map(String::as_str).collect::<Vec<_>>())
    }

    /// What some texts say; by two threads where there are many.
    pub fn of_texts(texts: &[&str]) -> Self {
        let (mut words, spoken) = learnt(texts);
        words.take_all_apart();
        let parts = in_halves(&spoken, |spoken| {
            let (mut parts, mut ends, mut one) = (Vec::new(), Vec::new(), Vec::new());
            for text in spoken {
                words.put_parts_of(words.tokens(text), &mut one);
                parts.extend_from_slice(&one);
                ends.push(parts.len());
            }
            (parts, ends)
        });
        let parts = parts.iter().flat_map(|(parts, ends)| {
            let starts = [0].into_iter().chain(ends.iter().copied());
            let each = starts.zip(ends);
            each.map(|(start, &end)| parts.get(start..end).unwrap_or_default())
        });
        let mut numbers: HashMap<&[Part], Phrase, QuickHash> =
            HashMap::with_capacity_and_hasher(texts.len(), QuickHash::default());
        let mut known = Interner::with_capacity(texts.len());
        let mut says = Vec::with_capacity(texts.len());
        for ((text, spoken), parts) in texts.iter().zip(spoken).zip(parts) {
            if known.number(text, 0).1 {
                let next = Phrase::try_from(numbers.len()).unwrap_or(Phrase::MAX);
                let phrase = (!parts.is_empty()).then(|| *numbers.entry(parts).or_insert(next));
                says.push(Says { spoken, phrase });
            }
        }
        let phrases = numbers.len();
        Self {
            words,
            texts: known,
            says,
            phrases,
        }
    }

    /// The words of all texts.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// How many different things the texts say.
    pub fn phrases(&self) -> usize {
        self.phrases
    }

    /// The words of a text that say something, and what it says; none where the text is not known.
    pub fn said(&self, text: &str) -> Option<(&[Token], Option<Phrase>)> {
        let says = self.says.get(self.texts.find(text, 0)? as usize)?;
        Some((self.words.tokens(&says.spoken), says.phrase))
    }
}

/// Takes texts apart into words.
fn learnt(texts: &[&str]) -> (Words, Vec<Spoken>) {
    let halves = in_halves(texts, |texts| {
        let mut words = Words::with_capacity(texts.len());
        let spoken: Vec<Spoken> = texts.iter().map(|text| words.learn(text)).collect();
        (words, spoken)
    });
    let together = halves.into_iter().reduce(|(mut words, mut all), mut half| {
        let moved = words.take_in(&half.0);
        half.1.iter_mut().for_each(|text| text.move_by(moved));
        all.append(&mut half.1);
        (words, all)
    });
    together.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_say_the_same_are_one_phrase_however_they_are_written() {
        let wording = Wording::of_texts(&[
            "Snöröjning av gata",
            "gatusnöröjning",
            "Bygglov",
            "och",
            " ",
        ]);
        let phrase = |text: &str| wording.said(text).map(|(_, phrase)| phrase);
        assert_eq!(phrase("Snöröjning av gata"), phrase("gatusnöröjning"));
        assert_ne!(phrase("Bygglov"), phrase("gatusnöröjning"));
        // Where nothing but a word of grammar is written, it is what is said.
        assert_ne!(phrase("och"), phrase(" "));
        assert_eq!(phrase(" "), Some(None));
        assert_eq!(phrase("bygglov"), None, "this is not how it was written");
        assert_eq!(wording.phrases(), 3);
    }
}
