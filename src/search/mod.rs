//! Search that finds what callers say.
//!
//! The words of a query are matched against the *vocabulary* of the documents, a few thousand distinct words, never
//! against each document; then the postings of what fits are walked. Nothing here knows of terminals or clocks, and the
//! engine not of catalogues either: documents are texts in fields, and come out as numbers. Only `finder`, with
//! `documents` and `places`, knows that they are the services of a directory.
//!
//! One idea a file, in the order in which a query meets them: [`query`] parts the line into words and filters, `fold`
//! makes words plain, `prepare` keeps what is known from the last key (`letters` from the beginning), `sense` tells the language, `glossary` and
//! `meaning` what is meant by words that the catalogue lacks, `phrases` finds those of several words, `openings` those that say
//! nothing, `expand` says which
//! vocabulary words a query word may stand for (`forms` surely, with `stem` and `compound`; `slips` for want of better,
//! with `distance` and `subsequence`), [`tiers`] how much each way counts, `weigh` how much each word, `rank` what a
//! document is worth, `capped` how few of them need to be looked at (`reach` and `grades` tell by what, `seen` which have been), `explain` why it stands where it does (`told` in words), and
//! `highlight` which letters to show as found. `store` is where finished indexes are kept, which `flat` lays out.

mod capped;
mod cells;
mod compound;
pub(crate) mod distance;
mod documents;
mod expand;
mod explain;
mod finder;
#[cfg(test)]
mod first_place;
mod flat;
pub mod fold;
mod forms;
mod found;
mod glossary;
mod grades;
mod highlight;
mod index;
pub(crate) mod intern;
mod letters;
mod meaning;
mod openings;
mod phrases;
mod places;
mod prepare;
pub mod query;
mod rank;
mod reach;
#[cfg(test)]
mod reference;
mod searcher;
mod seen;
mod sense;
mod slips;
pub(crate) mod stem;
pub(crate) mod stopwords;
mod store;
mod subsequence;
mod suggest;
mod table;
pub mod tiers;
mod told;
mod uses;
mod vocabulary;
mod weigh;

pub use explain::{AskedWord, ExplainedHit, Explanation, Reason};
pub use finder::{Finder, Found, Hit};
pub use found::{EngineHit, Found as Matches, WordId, WordMatch};
pub use glossary::read_ahead;
pub use index::{Document, Index, SCORE_ALL_UP_TO};
pub use places::CallerPlace;
pub use prepare::MOST_WORDS;
pub use query::{LONGEST_TEXT, MOST_FILTERS, Query};
pub use searcher::Searcher;
pub use store::{INDEX_FORM, Store};
pub use tiers::{Field, Tier};
