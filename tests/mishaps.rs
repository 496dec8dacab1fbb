//! However the program ends, the terminal comes back: real mishaps, and rehearsed ones where no test could bring about a
//! real one.

// A release rehearses nothing.
#![cfg(all(unix, debug_assertions))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets what it did not expect has failed"
)]

use std::fs;
use std::path::Path;

#[path = "support/terminal.rs"]
#[allow(dead_code, reason = "every file of tests uses its part of it")]
mod terminal;

use terminal::{Ended, Surroundings, Terminal, save};

const SMALL: &str = include_str!("support/small.toml");

/// What somebody types, and nobody else may see: the first three words find something.
const TYPED: &str = "lukt avlopp gyttorp hemligheten";

/// Its first screen, with everything turned on that must be turned off again.
fn started(surroundings: Surroundings) -> Terminal {
    let mut terminal = surroundings.settings("mouse = true\n").start();
    terminal.wait_for(&["Uppringare: alla kommuner"]);
    terminal.wait_for_findings();
    assert!(terminal.screen().alternate_screen());
    assert!(terminal.screen().bracketed_paste());
    assert_ne!(
        terminal.screen().mouse_protocol_mode(),
        vt100::MouseProtocolMode::None
    );
    assert!(terminal.is_raw());
    terminal
}

fn rehearsing(mishap: &str) -> Surroundings {
    Surroundings::new().variable("HANVISA_REHEARSAL", mishap)
}

/// What is said on the shell's screen, as one line.
fn said(ended: &Ended) -> String {
    ended.screen.contents().replace('\n', "")
}

/// The reports in a folder.
fn reports(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "report"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

/// The only report that was left, which says what it should and nothing else.
#[track_caller]
fn report(home: &Path) -> String {
    let all = reports(&home.join(".local/state/hanvisa"));
    let [report] = &all[..] else {
        panic!("{} reports", all.len())
    };
    let table: toml::Table = report.parse().unwrap();
    assert_eq!(
        table["program"].as_str().unwrap(),
        concat!("hanvisa ", env!("CARGO_PKG_VERSION"))
    );
    assert!(
        table["where"].as_str().unwrap().contains(".rs:"),
        "{report}"
    );
    assert_eq!(table["terminal"].as_str(), Some("120 x 36"));
    assert_eq!(table["term"].as_str(), Some("xterm-256color"));
    let backtrace = table["backtrace"].as_str().unwrap();
    assert!(backtrace.contains("rehearsal::panics"), "{backtrace}");
    for word in TYPED.split(' ').chain(["Snöröjning", "Bergslagen", "Prov"]) {
        assert!(!report.contains(word), "{word}: {report}");
    }
    report.clone()
}

#[test]
fn a_panic_gives_the_terminal_back_and_leaves_a_report_without_what_was_typed() {
    for mishap in ["update", "view"] {
        let mut terminal = started(rehearsing(mishap));
        terminal.write(&format!("\x1b[200~{TYPED}\x1b[201~"));
        terminal.write("x");
        let ended = terminal.end();
        ended.has_given_the_terminal_back();
        assert_eq!(ended.status.exit_code(), 2);
        let said = said(&ended);
        assert!(
            said.contains("fel: programmet stannade av ett fel i sig självt"),
            "{said}"
        );
        assert!(said.contains("Ingenting är förlorat"), "{said}");
        assert!(said.contains(".local/state/hanvisa/hanvisa-"), "{said}");
        assert!(!said.contains("hemligheten"), "{said}");
        report(ended.home.path());
    }
}

#[test]
fn the_report_goes_where_there_is_room_and_without_any_the_place_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "where a folder should be").unwrap();
    let terminal = |temporary: &Path| {
        let mut terminal = rehearsing("update")
            .variable("LANG", "en_GB.UTF-8")
            .variable("XDG_STATE_HOME", file.to_str().unwrap())
            .variable("TMPDIR", temporary.to_str().unwrap())
            .start();
        terminal.wait_for(&["Caller: all municipalities"]);
        terminal.write("x");
        let ended = terminal.end();
        ended.has_given_the_terminal_back();
        said(&ended)
    };
    let told = terminal(folder.path());
    assert!(
        told.contains("error: the program stopped because of a fault of its own"),
        "{told}"
    );
    assert_eq!(reports(folder.path()).len(), 1, "{told}");
    let told = terminal(&file);
    assert!(told.contains("The report could not be kept."), "{told}");
    assert!(told.contains("rehearsal.rs:"), "{told}");
}

#[test]
fn a_terminal_that_cannot_be_read_is_given_back_and_the_reason_told() {
    let mut terminal = started(rehearsing("read"));
    terminal.write("x");
    let ended = terminal.end();
    ended.has_given_the_terminal_back();
    assert_eq!(ended.status.exit_code(), 2);
    let said = said(&ended);
    assert!(
        said.contains("fel: terminalen går inte att använda längre"),
        "{said}"
    );
    assert!(reports(&ended.home.path().join(".local/state/hanvisa")).is_empty());
}

#[test]
fn a_catalogue_whose_reading_fails_is_not_waited_for() {
    let surroundings = rehearsing("reader");
    let pipe = surroundings.home().join("katalog.toml");
    nix::unistd::mkfifo(&pipe, nix::sys::stat::Mode::S_IRWXU).unwrap();
    let path = pipe.display().to_string();
    let mut terminal = surroundings
        .settings("mouse = true\n")
        .arguments(&["--catalogue", &path])
        .start();
    terminal.wait_for(&["Läser katalogen"]);
    fs::write(&pipe, SMALL).unwrap();
    let ended = terminal.end();
    ended.has_given_the_terminal_back();
    assert_eq!(ended.status.exit_code(), 2);
    assert!(said(&ended).contains("fel: programmet stannade av ett fel i sig självt"));
    assert!(report(ended.home.path()).contains("thread = 'reading'"));
}

#[test]
fn a_copy_whose_keeping_fails_is_nothing_to_the_user() {
    let surroundings = rehearsing("keeper");
    let file = surroundings.home().join("katalog.toml");
    save(&file, SMALL);
    let path = file.display().to_string();
    let mut terminal = started(surroundings.arguments(&["--catalogue", &path]));
    terminal.write("2plogning");
    terminal.wait_for(&["Uppringare: Nora", "❯ plogning", "▌ Snöröjning av gata"]);
    terminal.write("\x03");
    let ended = terminal.end();
    ended.has_given_the_terminal_back();
    assert_eq!(ended.status.exit_code(), 0);
    assert_eq!(said(&ended).trim(), "");
    assert!(report(ended.home.path()).contains("thread = 'keeping'"));
}

#[test]
fn files_whose_reading_again_fails_are_told_to_be_read_no_more() {
    let surroundings = rehearsing("rereader");
    let file = surroundings.home().join("katalog.toml");
    save(&file, SMALL);
    let path = file.display().to_string();
    let mut terminal = started(surroundings.arguments(&["--catalogue", &path]));
    save(
        &file,
        &SMALL.replace("Snöröjning av gata", "Snöröjning överallt"),
    );
    terminal.wait_for(&["Filerna läses inte om längre. Katalogen från"]);
    terminal.write("2plogning");
    terminal.wait_for(&["Uppringare: Nora", "❯ plogning", "▌ Snöröjning av gata"]);
    terminal.wait_for(&["Filerna läses inte om längre."]);
    terminal.write("\x03");
    let ended = terminal.end();
    ended.has_given_the_terminal_back();
    assert!(report(ended.home.path()).contains("thread = 'rereading'"));
}

#[test]
fn a_command_that_panics_says_so_and_has_no_answer() {
    let output = rehearsing("reader")
        .arguments(&["search", "hemligheten"])
        .without_terminal();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.starts_with("fel: programmet stannade av ett fel i sig självt\n"),
        "{said}"
    );
    assert!(
        !said.contains("hemligheten") && !said.contains("panicked"),
        "{said}"
    );
}

#[test]
fn a_terminal_that_is_closed_ends_the_program() {
    for surroundings in [Surroundings::new(), Surroundings::new().ignoring_hang_up()] {
        let terminal = started(surroundings);
        let status = terminal.hang_up();
        // By the signal, or because a frame could not be written just then.
        assert!(!status.success(), "{status:?}");
    }
}
