//! The two languages say the same things, and the code asks only for what they say.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::*;

/// Every message and attribute of a language, with the names of the arguments it mentions.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for text in language.messages() {
        let mut current = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let head = line.split('=').next().unwrap_or_default().trim();
            if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                assert!(
                    !found.contains_key(head),
                    "{head} is said twice in {}",
                    language.code()
                );
                current = head.to_owned();
            } else if let Some(attribute) = head.strip_prefix('.') {
                let message = current.split('.').next().unwrap_or_default();
                current = format!("{message}.{attribute}");
            }
            let arguments: &mut BTreeSet<String> = found.entry(current.clone()).or_default();
            for mention in line.split('$').skip(1) {
                arguments.insert(
                    mention
                        .chars()
                        .take_while(|c| c.is_alphanumeric() || *c == '_')
                        .collect(),
                );
            }
        }
    }
    found.remove("");
    found
}

fn rust_files(folder: &Path, into: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, into);
        } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("locale/tests.rs")
        {
            into.push(fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn every_message_file_parses_without_fault() {
    for language in Language::ALL {
        for text in language.messages() {
            if let Err((_, faults)) = FluentResource::try_new(text.to_owned()) {
                panic!("{}: {faults:?}", language.code());
            }
        }
    }
}

#[test]
fn both_languages_say_the_same_things_about_the_same_facts() {
    assert_eq!(messages(Language::Swedish), messages(Language::English));
}

#[test]
fn every_message_is_used_and_every_message_used_exists() {
    let mut code = Vec::new();
    rust_files(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut code,
    );
    let code = code.concat();
    let said = messages(Language::Swedish);
    for key in said.keys().map(|key| key.split('.').next().unwrap()) {
        // A key may be put together of its beginning and a word: `format!("step-{word}")`.
        let families = key.match_indices('-').map(|(end, _)| &key[..end]);
        let used = code.contains(&format!("\"{key}\""))
            || families
                .into_iter()
                .any(|family| code.contains(&format!("\"{family}-{{")));
        assert!(used, "nothing says {key}");
    }
    for call in [".text(\"", ".with(\"", ".count(\""] {
        for tail in code.split(call).skip(1) {
            let key = tail.split('"').next().unwrap();
            assert!(said.contains_key(key), "no language says {key}");
        }
    }
}

#[test]
fn the_program_speaks_swedish_unless_the_locale_is_english() {
    let ask = |pairs: &'static [(&str, &str)]| {
        Language::from_environment(|name| {
            pairs
                .iter()
                .find(|(n, _)| *n == name)
                .map(|(_, v)| (*v).to_owned())
        })
    };
    assert_eq!(ask(&[]), Language::Swedish);
    assert_eq!(ask(&[("LANG", "C")]), Language::Swedish);
    assert_eq!(ask(&[("LANG", "de_DE.UTF-8")]), Language::Swedish);
    assert_eq!(ask(&[("LANG", "en_GB.UTF-8")]), Language::English);
    assert_eq!(
        ask(&[("LANG", "en_GB.UTF-8"), ("LC_ALL", "sv_SE.UTF-8")]),
        Language::Swedish
    );
    assert_eq!(
        ask(&[("LANG", "sv_SE"), ("LC_MESSAGES", "en_US")]),
        Language::English
    );
    assert_eq!(ask(&[("LC_ALL", ""), ("LANG", "en_US")]), Language::English);
}

#[test]
fn the_digits_of_a_large_number_stand_in_groups() {
    let english = Locale::new(Language::English);
    assert_eq!(english.thousands(7), "7");
    assert_eq!(english.thousands(999), "999");
    assert_eq!(english.thousands(12_345_678), "12,345,678");
}
