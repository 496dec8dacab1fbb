//! Which of two documents comes first, and why: the judgements that the weights in [`super::tiers`] are there to give.

use super::{Document, Field, Index, Searcher};

/// A document with this name and these everyday words.
fn named(name: &str, also: &[&str]) -> Document {
    let also = also.iter().map(|word| (Field::Also, (*word).to_owned()));
    let name = std::iter::once((Field::Name, name.to_owned()));
    Document {
        fields: name.chain(also).collect(),
    }
}

/// The number of the document that a query finds first.
fn first(documents: Vec<Document>, query: &str) -> Option<u32> {
    let index = Index::build(documents);
    let found = index.search(&mut Searcher::new(), query, 1, &|_| true);
    found.hits.first().map(|hit| hit.document)
}

#[test]
fn a_phrase_counts_as_one_however_many_everyday_words_stand_before_it() {
    let many = |word: &str| -> Vec<String> { (0..90).map(|n| format!("{word}{n}")).collect() };
    let with = |last: [&'static str; 2]| {
        let words = many("ord");
        let words: Vec<&str> = words.iter().map(String::as_str).chain(last).collect();
        named("Namn", &words)
    };
    let apart = with(["kallt kaffe", "stor lägenhet"]);
    let together = with(["kallt lägenhet", "stor kaffe"]);
    assert_eq!(first(vec![apart, together], "kallt i lägenhet "), Some(1));
}

#[test]
fn a_word_that_is_all_of_an_everyday_text_beats_one_in_passing_in_a_longer_name() {
    let fee = named("Avgift för förskola och fritids", &[]);
    let place = named("Plats hos kommunen", &["förskola"]);
    assert_eq!(first(vec![fee, place], "förskola "), Some(1));
}

#[test]
fn grammar_before_a_word_does_not_make_another_word_of_it() {
    let school = named("Utbildning", &[]);
    let picture = named("Bild", &[]);
    assert_eq!(first(vec![school, picture], "ut bilder "), Some(1));
    let moving = named("Utflytt", &[]);
    let flat = named("Flytt", &[]);
    assert_eq!(first(vec![moving, flat], "ut flytt "), Some(0));
}

#[test]
fn a_word_that_every_call_has_counts_little_as_an_owner_too() {
    let nurse = named("Barnskötare", &[]);
    let fee = named("Avgift", &["dagis avgift"]);
    let place = named("Plats", &["dagis barnskötare"]);
    assert_eq!(first(vec![nurse, place, fee], "barns avgift "), Some(2));
}
