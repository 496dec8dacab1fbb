use super::super::fold::fold;
use super::super::stopwords::is_stop_word;
use super::super::{Document, Field, Index, Searcher};
use super::*;

fn asked(word: &str) -> Asked<'_> {
    Asked {
        word,
        dots: 0,
        dotted: false,
        typing: false,
    }
}

/// The name found first for a query, among these.
fn first(names: &[&str], query: &str) -> Option<String> {
    let documents = names.iter().map(|name| Document {
        fields: vec![(Field::Name, (*name).to_owned())],
    });
    let index = Index::build(documents);
    let found = index.search(&mut Searcher::new(), query, 1, &|_| true);
    let best = found.hits.first()?;
    names
        .get(best.document as usize)
        .map(|name| (*name).to_owned())
}

#[test]
fn every_line_says_something_and_means_something() {
    for (language, file) in LANGUAGES.iter().enumerate() {
        for line in file
            .text
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            let said = entry(language, line).unwrap_or_else(|| panic!("{line}"));
            assert!(said.meant().all(|meant| !fold(meant).is_empty()), "{line}");
        }
    }
}

#[test]
fn the_lists_are_sorted_and_folded() {
    for language in LANGUAGES {
        assert!(language.grammar.is_sorted(), "{}", language.code);
        for word in language.grammar {
            assert_eq!(fold(word), *word, "{}", language.code);
        }
    }
}

#[test]
fn a_word_is_found_in_any_of_its_forms() {
    for word in ["trottoar", "trottoaren", "trottoarerna"] {
        let found = Glossary::meanings(asked(word), |language| language == SWEDISH);
        assert!(!found.is_empty(), "{word}");
    }
}

#[test]
fn what_is_said_finds_what_is_meant() {
    let names = ["Sophämtning", "Förskoleplats", "Gångbana", "Bibliotek"];
    for (query, name) in [
        ("trash ", "Sophämtning"),
        ("kindergarten ", "Förskoleplats"),
        ("trottoaren ", "Gångbana"),
        ("kirjasto ", "Bibliotek"),
        ("مكتبة ", "Bibliotek"),
    ] {
        assert_eq!(first(&names, query).as_deref(), Some(name), "{query}");
    }
}

#[test]
fn a_word_of_the_catalogue_is_itself_before_it_means_another() {
    let names = ["Trottoar", "Gångbana"];
    assert_eq!(first(&names, "trottoar ").as_deref(), Some("Trottoar"));
}

#[test]
fn a_foreign_word_as_it_stands_goes_before_a_form_of_another_swedish_one() {
    let names = ["Buller", "Sophämtning"];
    assert_eq!(first(&names, "müll").as_deref(), Some("Sophämtning"));
    assert_eq!(first(&names, "muller").as_deref(), Some("Buller"));
}

#[test]
fn words_of_grammar_are_grammar_in_the_language_of_the_query_only() {
    let glossary = &mut Glossary::default();
    for (word, spoken) in [("when", "en"), ("nicht", "de"), ("gdzie", "pl")] {
        let bits = glossary.spoken(word);
        let has = |code: &str| {
            (0..LANGUAGES.len()).any(|at| bits >> at & 1 == 1 && LANGUAGES[at].code == code)
        };
        assert!(has(spoken) && !has("sv"), "{word}");
    }
    assert!(is_stop_word("och"));
}

#[test]
fn a_phrase_is_meant_with_its_dots_where_the_query_has_any() {
    let names = ["Halkbekämpning", "Gator"];
    assert_eq!(first(&names, "hal väg").as_deref(), Some("Halkbekämpning"));
    assert_eq!(first(&names, "hal vag").as_deref(), Some("Halkbekämpning"));
    assert_ne!(first(&names, "hål väg").as_deref(), Some("Halkbekämpning"));
}

#[test]
fn a_language_near_to_swedish_takes_no_swedish_grammar_for_its_own() {
    let norwegian = LANGUAGES
        .iter()
        .find(|language| language.code == "no")
        .unwrap();
    let shared = norwegian.grammar.iter().filter(|word| is_stop_word(word));
    assert_eq!(shared.count(), 0);
}
