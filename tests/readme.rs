//! What README.md and data/README.md say is compared with the program: the picture, the keys, the numbers, every command
//! with its answer, and every example of a catalogue and of settings.
//!
//! `HANVISA_BLESS=1 cargo test --test readme` writes the picture, the keys, the numbers and the answers anew: look at them
//! before keeping them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop where it stands"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{NaiveDate, NaiveDateTime};
use hanvisa::catalogue::{
    Catalogue, Confidence, EMBEDDED_FILES, Reading, Severity, TextFile, schema,
};
use hanvisa::config::{self, Config};
use hanvisa::directory::Directory;
use hanvisa::locale::{Language, Locale};
use hanvisa::scenario::Scenario;
use hanvisa::tui::command::{Section, TABLE};
use hanvisa::tui::keymap::{Key, KeyMap};
use hanvisa::tui::message::Msg;
use hanvisa::tui::model::{Beginning, Model};
use hanvisa::tui::theme::Theme;
use hanvisa::tui::update::update;
use hanvisa::tui::view::draw;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Size;
use serde_json::Value as Json;
use toml::{Table, Value};

const README: &str = "README.md";
const KEEPING: &str = "data/README.md";

/// Somebody in Nora rings: the digit, then what they say.
const CALL: &str = "2lukt avlopp";

const SIZE: Size = Size::new(110, 30);

/// Monday 23 November 2026, 10.42.
fn moment() -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    day.and_hms_opt(10, 42, 0).unwrap()
}

fn embedded() -> Arc<Catalogue> {
    Arc::new(
        Reading::embedded()
            .catalogue
            .expect("the shipped catalogue has errors"),
    )
}

// ── The files ─────────────────────────────────────────────────────────────────────────────────────────────────────────

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text_of(file: &str) -> String {
    fs::read_to_string(root().join(file))
        .unwrap()
        .replace("\r\n", "\n")
}

/// Tests run side by side; only one at a time may write a file anew.
static WRITING: Mutex<()> = Mutex::new(());

/// Asserts that a file is as the program would make it; when blessing, makes it so.
fn assert_made(file: &str, make: impl Fn(&str) -> String) {
    let _only_one = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    let text = text_of(file);
    let anew = make(&text);
    if std::env::var_os("HANVISA_BLESS").is_some() {
        fs::write(root().join(file), anew).unwrap();
    } else if text != anew {
        let differing = anew
            .lines()
            .zip(text.lines())
            .find(|(made, text)| made != text);
        panic!(
            "{file} is not what the program gives; HANVISA_BLESS=1 cargo test --test readme writes it anew.\n\
             The first lines that differ, the program's before the file's: {differing:#?}"
        );
    }
}

/// The text with a part between its markers replaced.
fn with_part(text: &str, name: &str, part: &str) -> String {
    let marker = format!("<!-- made: {name} -->\n");
    let (before, rest) = text.split_once(&marker).expect(name);
    let (_, after) = rest.split_once("<!-- made -->").expect(name);
    format!("{before}{marker}{part}<!-- made -->{after}")
}

/// The blocks of a language in a file, each with its line and the line above it.
fn blocks(file: &str, language: &str) -> Vec<(String, String, String)> {
    let text = text_of(file);
    let lines: Vec<&str> = text.lines().collect();
    let begins = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| **line == format!("```{language}"));
    begins
        .map(|(at, _)| {
            let inside = lines[at + 1..].iter().take_while(|line| **line != "```");
            let block: String = inside.flat_map(|line| [*line, "\n"]).collect();
            let above = lines[..at].iter().rev().find(|line| !line.is_empty());
            let above = above.copied().unwrap_or_default().to_owned();
            (format!("{file}:{}", at + 2), above, block)
        })
        .collect()
}

// ── The picture, the keys, the numbers ────────────────────────────────────────────────────────────────────────────────

/// The screen after somebody has typed.
fn screen(typed: &str) -> String {
    let mut model = Model::new(Beginning {
        catalogue: embedded(),
        accessible: false,
        store: None,
        locale: Locale::new(Language::Swedish),
        keymap: KeyMap::new(&[]).unwrap(),
        moment: moment().into(),
        pinned: false,
        municipality: None,
        query: String::new(),
        size: SIZE,
    });
    for sign in typed.chars() {
        let key = KeyEvent::new(KeyCode::Char(sign), KeyModifiers::NONE);
        update(&mut model, Msg::Key(key));
    }
    model.prepare();
    let mut terminal = Terminal::new(TestBackend::new(SIZE.width, SIZE.height)).unwrap();
    let theme = Theme::named("dark").unwrap();
    terminal.draw(|frame| draw(&model, &theme, frame)).unwrap();
    let cells = terminal.backend().buffer().content();
    let rows = cells.chunks(SIZE.width.into()).map(|row| {
        let row: String = row.iter().map(ratatui::buffer::Cell::symbol).collect();
        format!("{}\n", row.trim_end())
    });
    rows.collect()
}

#[test]
fn the_picture_is_what_the_program_draws() {
    let picture = format!("```text\n{}```\n", screen(CALL));
    assert_made(README, |text| with_part(text, "picture", &picture));
}

#[test]
fn the_keys_are_those_of_the_command_table_and_the_key_map() {
    let locale = Locale::new(Language::English);
    let keymap = KeyMap::new(&[]).unwrap();
    let mut table = String::from("| key | what it does | name in `[keys]` |\n|---|---|---|\n");
    for section in Section::ALL {
        writeln!(table, "| **{}** | | |", locale.text(section.title())).unwrap();
        for entry in TABLE.iter().filter(|entry| entry.section == section) {
            let keys = keymap.keys(entry.command).iter().map(Key::to_string);
            let keys = keys.collect::<Vec<_>>().join(", ");
            let what = locale.text(entry.text);
            writeln!(table, "| {keys} | {what} | `{}` |", entry.name).unwrap();
        }
    }
    assert_made(README, |text| with_part(text, "keys", &table));
}

#[test]
fn the_numbers_are_those_of_the_shipped_catalogue() {
    let directory = Directory::at(embedded(), moment().date());
    let catalogue = directory.catalogue();
    let duties = || {
        let services = directory.services().iter();
        services.flat_map(|&service| directory.duties(service))
    };
    let known = |confidence| {
        let of_it = |duty: &_| is(duty, confidence);
        duties().filter(of_it).count()
    };
    let sentence = format!(
        "It has {} services and {} organisations for {} municipalities. Of the {} entries that say who does what on {},\n\
         {} are documented, {} follow from sources and {} are assumed.\n",
        catalogue.services().len(),
        catalogue.organisations().len(),
        catalogue.municipalities().len(),
        duties().count(),
        moment().date(),
        known(Confidence::Documented),
        known(Confidence::Inferred),
        known(Confidence::Assumed),
    );
    assert_made(README, |text| with_part(text, "numbers", &sentence));
}

fn is(duty: &hanvisa::directory::Duty<'_>, confidence: Confidence) -> bool {
    duty.responsibility.confidence == confidence
}

// ── The command line ──────────────────────────────────────────────────────────────────────────────────────────────────

/// The words of a command line; double quotes hold several together.
fn words(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    parts
        .flat_map(|(at, part)| match at % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        })
        .collect()
}

/// Runs the program where nobody has settings or a catalogue of their own. Its status, and what it says.
fn hanvisa(arguments: &[String]) -> (i32, String) {
    let mut process = Process::new(env!("CARGO_BIN_EXE_hanvisa"));
    let nobody = root().join("nobody");
    let surroundings = [
        ("HOME", nobody.as_os_str()),
        ("LANG", "sv_SE.UTF-8".as_ref()),
    ];
    process.env_clear().envs(surroundings).current_dir(root());
    let output = process
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let complained = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.is_empty() || complained.is_empty(),
        "{said}{complained}"
    );
    (output.status.code().unwrap(), said + &complained)
}

/// The text with the answer to every `$ hanvisa …` of its `console` blocks as the program gives it.
fn with_answers(text: &str) -> String {
    let mut made = String::new();
    let mut inside = false;
    for line in text.lines() {
        let is_answer = inside && !line.starts_with("$ ") && line != "```";
        inside = line == "```console" || inside && line != "```";
        if is_answer {
            continue;
        }
        made.push_str(line);
        made.push('\n');
        if let Some(command) = line.strip_prefix("$ hanvisa ").filter(|_| inside) {
            made.push_str(&hanvisa(&words(command)).1);
        }
    }
    made
}

#[test]
fn every_command_gives_the_answer_that_stands_below_it() {
    for file in [README, KEEPING] {
        assert_made(file, with_answers);
    }
}

#[test]
fn every_json_example_is_part_of_the_answer_to_the_command_above_it() {
    for (place, above, block) in blocks(README, "json") {
        let command = above
            .strip_prefix("<!-- $ hanvisa ")
            .and_then(|rest| rest.strip_suffix(" -->"))
            .unwrap_or_else(|| panic!("{place}: no command stands above it"));
        let (_, answer) = hanvisa(&words(command));
        let whole: Json = serde_json::from_str(&answer).unwrap();
        let part: Json = serde_json::from_str(&block).unwrap();
        assert_part(&part, &whole, &place);
    }
}

/// Asserts that an answer holds all that an example shows of it; lists may go on.
fn assert_part(part: &Json, whole: &Json, place: &str) {
    match (part, whole) {
        (Json::Object(part), Json::Object(whole)) => {
            for (key, value) in part {
                let found = whole
                    .get(key)
                    .unwrap_or_else(|| panic!("{place}: there is no {key}"));
                assert_part(value, found, &format!("{place}: {key}"));
            }
        }
        (Json::Array(part), Json::Array(whole)) => {
            assert!(
                part.len() <= whole.len(),
                "{place}: there are only {}",
                whole.len()
            );
            for (part, whole) in part.iter().zip(whole) {
                assert_part(part, whole, place);
            }
        }
        _ => assert_eq!(part, whole, "{place}"),
    }
}

#[test]
fn the_commands_for_a_fresh_clone_are_run_by_the_ci() {
    let (_, _, first) = blocks(README, "sh").swap_remove(0);
    let commands: Vec<_> = first
        .lines()
        .map(|line| line.split('#').next().unwrap().trim())
        .collect();
    assert_eq!(commands, ["cargo run --release", "cargo test"]);
    let run = text_of(".ci/run");
    assert!(run.contains(" cargo test\n") && run.contains("--test run_command"));
}

// ── Examples of a catalogue and of settings ───────────────────────────────────────────────────────────────────────────

/// What a block of TOML is an example of.
enum Example {
    /// A catalogue by itself.
    Catalogue(String),
    /// Something to write into a catalogue.
    Fragment(String),
    /// The settings.
    Settings(String),
    /// A scenario over the shipped catalogue.
    Scenario(String),
}

fn examples(file: &str) -> Vec<(String, Example)> {
    let kind = |block: String| {
        if block.starts_with("# config.toml") {
            Example::Settings(block)
        } else if block.contains("[scenario]\n") {
            Example::Scenario(block)
        } else if block.contains("[catalogue]\n") {
            Example::Catalogue(block)
        } else {
            Example::Fragment(block)
        }
    };
    let blocks = blocks(file, "toml").into_iter();
    let examples: Vec<_> = blocks
        .map(|(place, _, block)| (place, kind(block)))
        .collect();
    assert!(!examples.is_empty(), "{file} has no examples");
    examples
}

/// The one whole catalogue in a file.
fn whole_catalogue(file: &str) -> String {
    let wholes = examples(file)
        .into_iter()
        .filter_map(|(_, example)| match example {
            Example::Catalogue(text) => Some(text),
            _ => None,
        });
    let mut wholes: Vec<_> = wholes.collect();
    assert_eq!(wholes.len(), 1, "{file}");
    wholes.swap_remove(0)
}

fn read(place: &str, text: String) -> Reading {
    Reading::of_texts(vec![TextFile {
        name: place.to_owned(),
        text,
    }])
}

/// Writes one table of a catalogue over another: entries with the same id become one, others are added.
fn write_over(below: &mut Table, above: Table) {
    for (key, value) in above {
        match (below.get_mut(&key), value) {
            (Some(Value::Table(below)), Value::Table(above)) => write_over(below, above),
            (Some(Value::Array(below)), Value::Array(above)) if above.iter().all(has_id) => {
                for entry in above {
                    let same = below
                        .iter_mut()
                        .find(|known| known.get("id") == entry.get("id"));
                    match (same, entry) {
                        (Some(Value::Table(below)), Value::Table(above)) => {
                            write_over(below, above);
                        }
                        (_, entry) => below.push(entry),
                    }
                }
            }
            (_, value) => {
                below.insert(key, value);
            }
        }
    }
}

fn has_id(entry: &Value) -> bool {
    entry.get("id").is_some()
}

/// TOML as editors hold it against a schema: a day is a text.
fn as_json(value: &Value) -> Json {
    match value {
        Value::Table(table) => table
            .iter()
            .map(|(key, value)| (key.clone(), as_json(value)))
            .collect(),
        Value::Array(list) => list.iter().map(as_json).collect(),
        Value::Datetime(day) => day.to_string().into(),
        Value::String(text) => text.clone().into(),
        Value::Integer(number) => (*number).into(),
        Value::Float(number) => (*number).into(),
        Value::Boolean(truth) => (*truth).into(),
    }
}

fn assert_fits_schema(place: &str, table: &Table) {
    let options = jsonschema::options().should_validate_formats(true);
    let validator = options.build(&schema()).unwrap();
    let json = as_json(&Value::Table(table.clone()));
    let faults: Vec<_> = validator
        .iter_errors(&json)
        .map(|fault| fault.to_string())
        .collect();
    assert_eq!(faults, [""; 0], "{place}");
}

#[test]
fn every_example_of_a_catalogue_can_be_read_and_fits_the_schema() {
    let shipped = || {
        let mut whole = Table::new();
        for (_, text) in EMBEDDED_FILES {
            write_over(&mut whole, text.parse().unwrap());
        }
        whole
    };
    for (file, base) in [
        (README, whole_catalogue(README).parse().unwrap()),
        (KEEPING, shipped()),
    ] {
        let without = read(file, toml::to_string(&base).unwrap());
        for (place, example) in examples(file) {
            let (text, known) = match example {
                Example::Settings(_) | Example::Scenario(_) => continue,
                Example::Catalogue(text) => (text, 0),
                Example::Fragment(text) => {
                    let mut whole = base.clone();
                    write_over(
                        &mut whole,
                        text.parse()
                            .unwrap_or_else(|fault| panic!("{place}: {fault}")),
                    );
                    (toml::to_string(&whole).unwrap(), without.faults.len())
                }
            };
            let table = text
                .parse()
                .unwrap_or_else(|fault| panic!("{place}: {fault}"));
            assert_fits_schema(&place, &table);
            let reading = read(&place, text);
            assert_eq!(reading.count(Severity::Error), 0, "{:#?}", reading.faults);
            assert_eq!(reading.faults.len(), known, "{:#?}", reading.faults);
        }
    }
}

#[test]
fn the_catalogue_of_the_readme_passes_its_check_without_warnings() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("katalog.toml"), whole_catalogue(README)).unwrap();
    let path = folder.path().display().to_string();
    let check = ["check", &path, "--at", "2026-11-23"].map(str::to_owned);
    assert_eq!(hanvisa(&check), (0, "Katalogen är felfri.\n".to_owned()));
}

#[test]
fn another_region_can_start_as_the_page_says() {
    let folder = tempfile::tempdir().unwrap();
    let region: PathBuf = folder.path().join("var-region");
    let path = region.display().to_string();
    let run = |arguments: &[&str]| {
        hanvisa(
            &arguments
                .iter()
                .map(|&word| word.to_owned())
                .collect::<Vec<_>>(),
        )
    };
    assert_eq!(run(&["init", &path]).0, 0);
    assert_eq!(run(&["check", &path]).0, 0);
    for entry in fs::read_dir(&region).unwrap() {
        fs::remove_file(entry.unwrap().path()).unwrap();
    }
    fs::write(region.join("katalog.toml"), whole_catalogue(KEEPING)).unwrap();
    let (status, said) = run(&["check", &path, "--at", "2026-11-23"]);
    assert_eq!((status, said.as_str()), (0, "Katalogen är felfri.\n"));
    let (status, said) = run(&["--catalogue", &path, "search", "trasig", "lampa"]);
    assert_eq!(status, 0, "{said}");
}

#[test]
fn every_example_of_settings_can_be_used() {
    let mut settings = 0;
    for (place, example) in examples(README) {
        let Example::Settings(text) = example else {
            continue;
        };
        let file = TextFile {
            name: place.clone(),
            text,
        };
        let config = Config::of_text(Path::new("config.toml"), file);
        let config = config.unwrap_or_else(|reading| panic!("{:#?}", reading.faults));
        assert!(KeyMap::new(&config.keys).is_ok(), "{place}");
        settings += 1;
    }
    assert!(settings > 0);
}

#[test]
fn every_example_of_a_scenario_can_be_tried_on_the_shipped_catalogue() {
    let mut scenarios = 0;
    for (place, example) in examples(README) {
        let Example::Scenario(text) = example else {
            continue;
        };
        let file = TextFile { name: place, text };
        let scenario = Scenario::of_text(file, &embedded(), None);
        scenario.unwrap_or_else(|reading| panic!("{:#?}", reading.faults));
        scenarios += 1;
    }
    assert!(scenarios > 0);
}

#[test]
fn every_setting_is_told() {
    let readme = text_of(README);
    let settings = config::DEFAULT.lines().filter_map(|line| {
        let (key, _) = line.trim_start_matches("# ").split_once(" = ")?;
        key.bytes().all(|b| b.is_ascii_lowercase()).then_some(key)
    });
    let untold: Vec<_> = settings
        .filter(|key| *key != "copy" && !readme.contains(&format!("| `{key}` |")))
        .collect();
    assert!(untold.is_empty(), "{untold:?}");
}
