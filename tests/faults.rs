//! Every fault a catalogue can have, beside the message it must give.
//!
//! `tests/faults/` holds broken files; beside each stands what is shown for it, in Swedish and in English. Each is read
//! together with `base.toml`, a small catalogue without faults, unless it begins with `# alone`; the files of a folder are
//! read together. `HANVISA_BLESS=1 cargo test --test faults` writes the messages anew: read them before keeping them.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop where it stands"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use hanvisa::catalogue::{Fault, FaultKind, Reading, Severity, TextFile};
use hanvisa::cli::faults::{json, render, summary};
use hanvisa::locale::{Language, Locale};
use proptest::prelude::*;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults")
}

fn text_file(path: &Path) -> TextFile {
    TextFile {
        name: path.file_name().unwrap().to_str().unwrap().to_owned(),
        text: fs::read_to_string(path).unwrap(),
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths
}

/// A fixture: its name without ending, and the files it is read from.
struct Fixture {
    path: PathBuf,
    files: Vec<TextFile>,
}

/// The files of all fixtures, each with the catalogue that it is read together with.
static FIXTURES: LazyLock<Vec<Fixture>> = LazyLock::new(|| {
    let base = text_file(&folder().join("base.toml"));
    let broken = entries(&folder())
        .into_iter()
        .filter(|path| path.is_dir() || path.extension().is_some_and(|ending| ending == "toml"))
        .filter(|path| !path.ends_with("base.toml"));
    broken
        .map(|path| {
            let own = if path.is_dir() {
                entries(&path).iter().map(|path| text_file(path)).collect()
            } else {
                vec![text_file(&path)]
            };
            let alone = own.iter().any(|file| file.text.starts_with("# alone"));
            let base = Some(base.clone()).filter(|_| !alone);
            Fixture {
                path,
                files: base.into_iter().chain(own).collect(),
            }
        })
        .collect()
});

fn read(fixture: &Fixture) -> Reading {
    Reading::of_texts(fixture.files.clone())
}

#[test]
fn the_base_catalogue_has_no_faults() {
    let reading = Reading::of_texts(vec![text_file(&folder().join("base.toml"))]);
    assert_eq!(reading.faults, []);
    assert!(reading.catalogue.is_some());
}

#[test]
fn every_broken_file_gives_the_message_that_stands_beside_it() {
    let bless = std::env::var_os("HANVISA_BLESS").is_some();
    let mut differing = Vec::new();
    for fixture in FIXTURES.iter() {
        let reading = read(fixture);
        for language in Language::ALL {
            let locale = Locale::new(language);
            let shown = format!(
                "{}\n{}\n",
                render(&reading, &locale, false),
                summary(&reading, &locale)
            );
            let beside = fixture
                .path
                .with_extension(format!("{}.txt", language.code()));
            if bless {
                fs::write(&beside, &shown).unwrap();
            } else if fs::read_to_string(&beside).unwrap_or_default() != shown {
                differing.push(format!("{}:\n{shown}", beside.display()));
            }
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

/// The errors that no text alone can have: they need a file system, and have tests of their own below.
const OF_FILES: [&str; 5] = [
    "fault-unreadable",
    "fault-too-large",
    "fault-too-much",
    "fault-not-text",
    "fault-no-files",
];

/// The errors of the settings' key map, which only the terminal program can judge; its own tests give each.
const OF_THE_KEYS: [&str; 6] = [
    "fault-no-keys",
    "fault-no-such-command",
    "fault-no-such-key",
    "fault-key-writes",
    "fault-key-conflict",
    "fault-no-way-out",
];

/// The errors of scenarios, which have tests of their own.
const OF_SCENARIOS: [&str; 8] = [
    "fault-nobody-serves",
    "fault-nothing-to-take",
    "fault-already-taken",
    "fault-already-has",
    "fault-moves-nowhere",
    "fault-not-there",
    "fault-past-day",
    "fault-changes-nothing",
];

/// The warnings that need a day to judge by; they come from the review.
const OF_THE_REVIEW: [&str; 17] = [
    "fault-verdict-astray",
    "fault-verdict-moved",
    "fault-verdict-never",
    "fault-verdict-on-part",
    "fault-verdict-succeeded",
    "fault-entrance-to-come",
    "fault-no-contact",
    "fault-no-phone",
    "fault-overdue",
    "fault-overdue-contact",
    "fault-unused-organisation",
    "fault-unused-source",
    "fault-unused-topic",
    "fault-shared-place",
    "fault-ended-in-use",
    "fault-entered-twice",
    "fault-no-summary",
];

#[test]
fn every_kind_of_fault_has_a_broken_file_that_gives_it() {
    let readings: Vec<_> = FIXTURES.iter().map(read).collect();
    let given: BTreeSet<_> = readings
        .iter()
        .flat_map(|reading| &reading.faults)
        .map(|fault| fault.kind.code())
        .collect();
    let without: Vec<_> = FaultKind::CODES
        .iter()
        .filter(|code| !given.contains(**code))
        .filter(|code| !OF_FILES.contains(code) && !OF_THE_REVIEW.contains(code))
        .filter(|code| !OF_THE_KEYS.contains(code) && !OF_SCENARIOS.contains(code))
        .collect();
    assert!(without.is_empty(), "no broken file gives {without:?}");
    let given_all_the_same: Vec<_> = OF_FILES
        .iter()
        .filter(|code| given.contains(**code))
        .collect();
    assert!(given_all_the_same.is_empty(), "{given_all_the_same:?}");
}

#[test]
fn every_message_has_a_title_without_gaps_in_both_languages() {
    for language in Language::ALL {
        let locale = Locale::new(language);
        for fixture in FIXTURES.iter() {
            for Fault { kind, .. } in read(fixture).faults {
                let texts = [
                    Some(kind.title(&locale)),
                    kind.expected(&locale),
                    kind.advice(&locale),
                    kind.other(&locale),
                ];
                for text in texts.into_iter().flatten() {
                    assert_ne!(text, kind.code());
                    assert!(!text.contains("{$") && !text.contains("  "), "{text}");
                    assert!(!text.ends_with('.') && !text.contains('\n'), "{text}");
                }
            }
        }
    }
}

#[test]
fn a_catalogue_with_errors_cannot_be_used_and_one_with_warnings_can() {
    for fixture in FIXTURES.iter() {
        let reading = read(fixture);
        assert!(!reading.faults.is_empty(), "{}", fixture.path.display());
        assert_eq!(
            reading.catalogue.is_some(),
            reading.count(Severity::Error) == 0,
            "{}",
            fixture.path.display()
        );
    }
}

#[test]
fn the_faults_of_all_files_come_at_once_in_the_order_of_the_files() {
    let many = FIXTURES
        .iter()
        .find(|fixture| fixture.path.ends_with("many"))
        .unwrap();
    let reading = read(many);
    let places: Vec<_> = reading
        .faults
        .iter()
        .map(|fault| fault.place.as_ref().unwrap())
        .map(|place| (place.file, place.span.start))
        .collect();
    assert!(places.is_sorted());
    let files: BTreeSet<_> = places.iter().map(|(file, _)| file).collect();
    assert_eq!(files, BTreeSet::from([&1, &2, &3]));
    assert!(places.len() >= 12, "{places:?}");
}

#[test]
fn one_mistake_gives_one_fault() {
    // Each of these holds as many mistakes as the number says.
    for (name, mistakes) in [
        ("missing-id", 1),
        ("no-name", 1),
        ("missing-key", 2),
        ("successor-loop", 1),
        ("syntax-unclosed-list", 2),
        ("syntax-unclosed-long-text", 1),
        ("syntax-unclosed-text", 2),
        ("syntax-heading", 1),
        ("syntax-duplicate-table", 2),
        ("unknown-key-misspelt", 2),
        ("wrong-type-single-brackets", 1),
    ] {
        let fixture = FIXTURES
            .iter()
            .find(|fixture| fixture.path.file_stem().unwrap() == name)
            .unwrap();
        let faults = read(fixture).faults;
        assert_eq!(faults.len(), mistakes, "{name}: {faults:#?}");
    }
}

#[test]
fn json_says_the_same_as_the_text() {
    let fixture = FIXTURES
        .iter()
        .find(|fixture| fixture.path.ends_with("duplicate-id.toml"))
        .unwrap();
    let locale = Locale::new(Language::English);
    let reading = read(fixture);
    let value = json(&reading, &locale);
    assert_eq!(value["errors"], 3);
    assert_eq!(value["warnings"], 0);
    let first = &value["faults"][0];
    assert_eq!(first["severity"], "error");
    assert_eq!(first["code"], "fault-duplicate-id");
    assert_eq!(first["message"], reading.faults[0].kind.title(&locale));
    assert_eq!(first["file"], "duplicate-id.toml");
    assert_eq!((&first["line"], &first["column"]), (&2.into(), &6.into()));
    assert_eq!(first["advice"], serde_json::Value::Null);
    assert_eq!(first["other"]["file"], "base.toml");
}

#[test]
fn colours_come_only_when_asked_for() {
    let locale = Locale::new(Language::Swedish);
    let reading = read(&FIXTURES[0]);
    assert!(!render(&reading, &locale, false).contains('\u{1b}'));
    assert!(render(&reading, &locale, true).contains("\u{1b}["));
}

#[test]
fn nothing_that_commands_a_terminal_is_shown() {
    let text = "[[service]]\nid = \"a\u{9b}2Jb\"\nname = \"x\u{202e}y\"\n\"k\u{200b}ey\" = 1\ntopic = \"\\u001b[2J\"\n";
    let file = TextFile {
        name: "fil\u{1b}]0;x\u{7}.toml".to_owned(),
        text: text.to_owned(),
    };
    let reading = Reading::of_texts(vec![file]);
    for language in Language::ALL {
        let locale = Locale::new(language);
        let shown = render(&reading, &locale, false).replace('\n', " ");
        assert!(!hanvisa::untrusted::hides_something(&shown), "{shown}");
        let shown = json(&reading, &locale).to_string();
        assert!(!hanvisa::untrusted::hides_something(&shown), "{shown}");
    }
}

#[test]
fn an_entry_without_anything_lacks_its_keys_and_nothing_follows_from_that() {
    let base = text_file(&folder().join("base.toml"));
    let tables = [
        "source",
        "topic",
        "municipality",
        "organisation",
        "group",
        "emergency",
        "service",
        "referral",
        "finding",
        "organisation.unit",
        "organisation.stated",
        "service.responsible",
        "service.stated",
    ];
    for table in tables {
        let parent = table
            .split_once('.')
            .map_or(String::new(), |(parent, _)| format!("[[{parent}]]\n"));
        let file = TextFile {
            name: "a.toml".to_owned(),
            text: format!("{parent}[[{table}]]\n"),
        };
        let reading = Reading::of_texts(vec![base.clone(), file]);
        let lacking = |fault: &Fault| matches!(fault.kind, FaultKind::MissingKey { .. });
        assert!(!reading.faults.is_empty(), "{table}");
        assert!(
            reading.faults.iter().all(lacking),
            "{table}: {:?}",
            reading.faults
        );
    }
}

#[test]
fn a_large_file_with_many_mistakes_is_refused_and_told() {
    let entry = "[[service]]\nid = \"a\nname = B\nalso = [\"x\"\ntopic = \"y\"\n";
    let file = TextFile {
        name: "a.toml".to_owned(),
        text: entry.repeat(3_000),
    };
    let reading = Reading::of_texts(vec![file]);
    assert!(reading.count(Severity::Error) >= 100);
    let told = render(&reading, &Locale::new(Language::Swedish), false);
    assert!(told.lines().count() > 100);
}

/// A folder for one test, empty.
fn empty_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("faults")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn codes(path: &Path) -> Vec<&'static str> {
    let reading = Reading::of_path(path);
    assert!(reading.catalogue.is_none());
    reading
        .faults
        .iter()
        .map(|fault| fault.kind.code())
        .collect()
}

#[test]
fn a_path_that_is_not_there_is_a_fault() {
    let path = empty_folder("nowhere").join("katalog");
    assert_eq!(codes(&path), ["fault-unreadable"]);
    let shown = render(
        &Reading::of_path(&path),
        &Locale::new(Language::Swedish),
        false,
    );
    assert!(
        shown.contains("katalog finns inte") && shown.contains("kontrollera sökvägen"),
        "{shown}"
    );
}

#[test]
fn a_folder_without_catalogue_files_is_a_fault() {
    let folder = empty_folder("empty");
    fs::write(folder.join("anteckningar.txt"), "hej").unwrap();
    fs::write(folder.join("verdicts.toml"), "").unwrap();
    assert_eq!(codes(&folder), ["fault-no-files"]);
}

#[test]
fn a_file_that_is_not_text_is_a_fault_beside_those_of_the_other_files() {
    let folder = empty_folder("latin-1");
    fs::write(folder.join("a.toml"), b"name = \"Sn\xf6r\xf6jning\"").unwrap();
    fs::copy(
        self::folder().join("not-served.toml"),
        folder.join("b.toml"),
    )
    .unwrap();
    fs::copy(self::folder().join("base.toml"), folder.join("c.toml")).unwrap();
    assert_eq!(codes(&folder), ["fault-not-text", "fault-not-served"]);
}

#[test]
fn a_file_that_is_far_too_large_is_a_fault_and_is_not_read() {
    let folder = empty_folder("large");
    let file = fs::File::create(folder.join("a.toml")).unwrap();
    // Sparse: it takes no room.
    file.set_len(65 * 1024 * 1024).unwrap();
    assert_eq!(codes(&folder), ["fault-too-large"]);
}

#[test]
fn files_that_are_too_large_together_are_a_fault_and_are_not_all_read() {
    let folder = empty_folder("large-together");
    for number in 0..9 {
        let file = fs::File::create(folder.join(format!("{number}.toml"))).unwrap();
        file.set_len(15 * 1024 * 1024).unwrap();
    }
    let told = codes(&folder);
    assert_eq!(told[0], "fault-too-much");
    assert!(!told.contains(&"fault-too-large"), "{told:?}");
}

#[cfg(unix)]
#[test]
fn links_that_lead_nowhere_and_to_themselves_are_told_as_such() {
    use std::os::unix::fs::symlink;
    let folder = empty_folder("links");
    symlink("nowhere.toml", folder.join("a.toml")).unwrap();
    symlink("b.toml", folder.join("b.toml")).unwrap();
    symlink(".", folder.join("c.toml")).unwrap();
    fs::copy(self::folder().join("base.toml"), folder.join("d.toml")).unwrap();
    assert_eq!(codes(&folder), ["fault-unreadable"; 3]);
    let reading = Reading::of_path(&folder);
    let shown = render(&reading, &Locale::new(Language::Swedish), false);
    for words in [
        "a.toml finns inte",
        "b.toml är en länk som leder till sig själv",
        "c.toml är en mapp och ingen fil",
    ] {
        assert!(shown.contains(words), "{shown}");
    }
}

#[test]
fn a_folder_that_is_named_like_a_file_is_a_fault() {
    let folder = empty_folder("named-like-a-file");
    fs::create_dir(folder.join("a.toml")).unwrap();
    assert_eq!(codes(&folder), ["fault-unreadable"]);
}

/// Every place lies in its file, between characters.
fn assert_places_hold(reading: &Reading) {
    for fault in &reading.faults {
        for place in [&fault.place, &fault.other].into_iter().flatten() {
            let text = &reading.files[place.file].text;
            assert!(text.get(place.span.clone()).is_some(), "{fault:?}");
        }
    }
}

fn read_and_show(files: Vec<TextFile>) {
    let reading = Reading::of_texts(files);
    assert_places_hold(&reading);
    assert_eq!(
        reading.catalogue.is_some(),
        reading.count(Severity::Error) == 0
    );
    for language in Language::ALL {
        let locale = Locale::new(language);
        let shown = render(&reading, &locale, false);
        assert!(!hanvisa::untrusted::hides_something(&shown));
        json(&reading, &locale);
    }
}

#[test]
fn every_place_of_every_broken_file_lies_in_its_file() {
    FIXTURES
        .iter()
        .for_each(|fixture| assert_places_hold(&read(fixture)));
}

/// A broken file with some of its bytes replaced, taken out, or another file's put in.
fn damaged() -> impl Strategy<Value = Vec<TextFile>> {
    let cut = (
        0..10_000usize,
        0..12usize,
        "[ -~\\n\"\\[\\]{}=,#'åäö\u{202e}\\\\]{0,4}",
    );
    (0..FIXTURES.len(), prop::collection::vec(cut, 1..6)).prop_map(|(number, cuts)| {
        let mut files = FIXTURES[number].files.clone();
        for (at, length, with) in cuts {
            let count = files.len();
            let text = &mut files[at % count].text;
            let boundary = |at: usize| {
                (0..=at)
                    .rev()
                    .find(|&at| text.is_char_boundary(at))
                    .unwrap()
            };
            let start = boundary(at % (text.len() + 1));
            let end = boundary((start + length).min(text.len())).max(start);
            text.replace_range(start..end, &with);
        }
        files
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_can_be_read_and_its_faults_shown(text in "\\PC{0,60}|([ -~\\n\t\"\\[\\]{}=,#'åäö]{0,20}){0,4}") {
        read_and_show(vec![TextFile { name: "a.toml".to_owned(), text }]);
    }

    #[test]
    fn any_damaged_catalogue_can_be_read_and_its_faults_shown(files in damaged()) {
        read_and_show(files);
    }
}

#[test]
fn a_file_that_cannot_be_read_is_the_only_thing_told() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in hanvisa::catalogue::EMBEDDED_FILES {
        fs::write(folder.path().join(name), text).unwrap();
    }
    // As an older editor saves it: ä is one byte.
    fs::write(folder.path().join("kommuner.toml"), b"# H\xe4llefors").unwrap();
    let reading = Reading::of_path(folder.path());
    assert!(reading.catalogue.is_none());
    let told: Vec<_> = reading
        .faults
        .iter()
        .map(|fault| fault.kind.code())
        .collect();
    assert_eq!(told, ["fault-not-text"]);
}
