//! An explanation in words, for the command line and the screen: how a word was found, and where it stands.

use super::explain::{ExplainedHit, Explanation, Reason};
use super::tiers::{Field, Tier};
use crate::locale::Locale;

impl Reason {
    /// How the word was found and where it stands, in words: `annan form, i namnet`.
    pub fn how(&self, locale: &Locale) -> String {
        let how = locale.text(tier(self.tier));
        let place = locale.text(field(self.field));
        format!("{how}, {place}")
    }
}

impl Explanation {
    /// The query word of a reason, as typed.
    pub fn asked(&self, reason: &Reason) -> &str {
        self.words
            .get(reason.asked)
            .map_or("", |word| word.text.as_str())
    }

    /// The words of the query in their order, each with what it found in a service.
    pub fn by_word<'e>(
        &'e self,
        hit: &'e ExplainedHit,
    ) -> impl Iterator<Item = (&'e super::AskedWord, Vec<&'e Reason>)> {
        self.words.iter().enumerate().map(|(at, word)| {
            let reasons = hit.reasons.iter().filter(|reason| reason.asked == at);
            (word, reasons.collect())
        })
    }
}

/// The id of how a word was found.
const fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Exact => "tier-exact",
        Tier::Stem => "tier-stem",
        Tier::Meaning => "tier-meaning",
        Tier::Joined => "tier-joined",
        Tier::Prefix | Tier::StemPrefix => "tier-prefix",
        Tier::Parts => "tier-parts",
        Tier::Typo | Tier::StemTypo => "tier-typo",
        Tier::PrefixTypo => "tier-prefix-typo",
        Tier::CompoundEnd => "tier-compound-end",
        Tier::BeginsWith => "tier-begins-with",
        Tier::EndsWith => "tier-ends-with",
        Tier::SharedStart => "tier-shared-start",
        Tier::Subsequence => "tier-subsequence",
    }
}

/// The id of where a word stands.
const fn field(field: Field) -> &'static str {
    match field {
        Field::Name => "field-name",
        Field::Also => "field-also",
        Field::Referred => "field-referred",
        Field::Topic => "field-topic",
        Field::Organisation => "field-organisation",
        Field::Place => "field-place",
        Field::Summary => "field-summary",
        Field::Ask => "field-ask",
    }
}
