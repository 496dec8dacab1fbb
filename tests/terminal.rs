//! The real program in a real pseudo-terminal: what an operator sees, and how the terminal is left.
//!
//! What the program does is tested beside its code; this proves the way there and back: bytes of keys in, bytes of a
//! screen out, modes turned on and off.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that meets what it did not expect has failed"
)]

use std::sync::Arc;

use hanvisa::catalogue::Reading;
use hanvisa::directory::Directory;

#[path = "support/terminal.rs"]
#[allow(dead_code, reason = "every file of tests uses its part of it")]
mod terminal;

use terminal::{Surroundings, Terminal, copied, save, styles};

const SMALL: &str = include_str!("support/small.toml");

const ESC: &str = "\x1b";
const CTRL_C: &str = "\x03";
const CTRL_D: &str = "\x04";
const CTRL_L: &str = "\x0c";
const CTRL_S: &str = "\x13";
const CTRL_Y: &str = "\x19";
const CTRL_Z: &str = "\x1a";

/// The program on its first screen, as `hanvisa` alone starts it.
fn started() -> Terminal {
    let mut terminal = Surroundings::new().start();
    terminal.wait_for(&["Uppringare: alla kommuner"]);
    terminal.wait_for_findings();
    terminal
}

/// The row with the query.
fn query(terminal: &Terminal) -> String {
    let rows = terminal.rows();
    let row = rows.iter().find(|row| row.contains('❯'));
    row.unwrap_or_else(|| panic!("there is no query:\n{}", terminal.text()))
        .clone()
}

#[test]
fn the_first_screen_has_the_header_and_all_services() {
    let catalogue = Arc::new(Reading::embedded().catalogue.unwrap());
    let today = hanvisa::tui::now(catalogue.timezone()).day;
    let services = Directory::at(catalogue, today).services().len();
    let mut terminal = started();
    terminal.wait_for(&[
        "1 Lindesberg  2 Nora  3 Hällefors  4 Ljusnarsberg",
        "▸Tjänster",
        "Organisationer",
        "112 · jour F9",
        "Ctrl-K kommun",
        &format!("{services} av {services}"),
    ]);
    assert!(terminal.screen().alternate_screen());
    assert!(terminal.screen().bracketed_paste());
    assert!(terminal.is_raw());
    assert!(!terminal.text().contains("visar"), "today is no other day");
}

#[test]
fn what_the_caller_says_gives_the_municipality_and_the_number_to_ring() {
    let mut terminal = started();
    terminal.write("lukt avlopp gyttorp");
    terminal.wait_for(&["Uppringare: Nora (Gyttorp)", "RING", "0587-55 00 40"]);
    assert!(query(&terminal).contains("lukt avlopp gyttorp"));
}

#[test]
fn a_digit_chooses_the_municipality_and_the_rest_is_typed() {
    let mut terminal = started();
    terminal.write("2");
    terminal.wait_for(&["hänvisa · Bergslagen", "Uppringare: Nora"]);
    terminal.write("snö 2");
    terminal.wait("the query", |terminal| query(terminal).contains("❯ snö 2"));
    assert!(terminal.text().contains("Uppringare: Nora"));
}

#[test]
fn a_query_on_the_command_line_is_typed_already() {
    let mut terminal = Surroundings::new().arguments(&["snö"]).start();
    terminal.wait_for(&["❯ snö", "▌ Snö", "RING"]);
}

#[test]
fn the_copied_sentence_goes_through_the_terminal() {
    let mut terminal = Surroundings::new()
        .arguments(&["--at", "2026-11-23T10:42"])
        .start();
    terminal.wait_for(&["alla kommuner"]);
    terminal.write("2lukt avlopp");
    terminal.wait_for(&["❯ lukt avlopp", "0587-55 00 40"]);
    assert!(copied(terminal.raw()).is_empty());
    terminal.write(CTRL_Y);
    terminal.wait_for(&["Kopierat."]);
    let texts = copied(terminal.raw());
    let [sentence] = &texts[..] else {
        panic!("copied {texts:?}")
    };
    // Another moment than now is shown, and the sentence says so.
    let then = "Så här var det mån 23 nov 2026. Avloppsstopp";
    assert!(sentence.starts_with(then), "{sentence}");
    assert!(sentence.contains("0587-55 00 40"), "{sentence}");
}

#[test]
fn a_paste_of_several_lines_is_one_line_and_presses_nothing() {
    let mut terminal = started();
    terminal.write("\x1b[200~lukt\navlopp\r\n2 gyttorp\x03\n\x1b[201~");
    terminal.wait_for(&["Uppringare: Nora (Gyttorp)"]);
    let row = query(&terminal);
    let words: Vec<_> = row.split_whitespace().skip(2).take(4).collect();
    assert_eq!(words[..3], ["lukt", "avlopp", "2"], "{row}");
    assert!(
        terminal.text().contains('▌'),
        "the list is still there, no card has been opened"
    );
}

#[test]
fn esc_never_ends_the_program() {
    let mut terminal = started();
    terminal.write("2snö");
    terminal.wait_for(&["Uppringare: Nora", "❯ snö"]);
    terminal.press("\r").press(ESC).press(ESC);
    terminal
        .wait_for_no("❯ snö")
        .wait_for(&["Uppringare: Nora"]);
    terminal.press(ESC).wait_for(&["alla kommuner"]);
    for _ in 0..10 {
        terminal.press(ESC);
    }
    terminal.write("snö").wait_for(&["❯ snö"]);
}

#[test]
fn the_screen_follows_the_size_of_the_terminal() {
    let mut terminal = started();
    terminal.write("2lukt avlopp").wait_for(&["❯ lukt avlopp"]);
    for (columns, rows) in [(80, 24), (200, 60), (40, 10), (120, 36)] {
        terminal.resize(columns, rows);
        terminal.wait(&format!("{columns} × {rows}"), |terminal| {
            let shown = terminal.rows();
            // The keys stand in the last row, the emergency number ends the first, the number to ring is in view.
            shown.last().unwrap().contains("Ctrl-Y kopiera")
                && shown[0].trim_end().ends_with("jour F9")
                && shown[0].trim_end().chars().count() == usize::from(columns) - 1
                && terminal.text().contains("0587-55 00 40")
        });
    }
}

#[test]
fn the_views_are_changed_with_tab_and_function_keys_and_a_day_is_chosen() {
    let mut terminal = started();
    // F3 and F4 as xterm sends them.
    terminal.write("\x1bOR");
    terminal.wait_for(&["▸Dubbelarbete", "DUBBELARBETE", "VARFÖR", "F6 tjänster"]);
    terminal.write("\t");
    terminal.wait_for(&["▸Matris", "TJÄNST × KOMMUN", "Ljusnarsberg", "≠ dubbelt"]);
    terminal.write("bygglov").wait_for(&["❯ bygglov"]);
    terminal.write("\x1b[C\r");
    terminal.wait_for(&["▸Tjänster", "Uppringare: Nora", "RING"]);
    terminal.press(ESC);
    terminal.wait_for(&["▸Matris", "Uppringare: alla kommuner", "❯ bygglov"]);
    terminal.write("\x1bOR").write(CTRL_D);
    terminal.wait_for(&["▸Dubbelarbete", "Vilken dag ska visas?"]);
    terminal.write("2014-09-01\r");
    terminal.wait_for(&["◆ visar mån 1 sep 2014"]);
    terminal.write(CTRL_D).wait_for(&["Vilken dag ska visas?"]);
    terminal.write("\r").wait_for_no("visar mån 1 sep 2014");
    terminal.write("\x1b[Z\x1b[Z");
    terminal.wait_for(&["▸Organisationer"]);
}

#[test]
fn what_was_found_about_a_service_is_marked_without_waiting_for_a_key() {
    let mut terminal = Surroundings::new().arguments(&["detaljplan"]).start();
    terminal.wait("the mark", |terminal| {
        let rows = terminal.rows();
        let row = rows.iter().find(|row| row.contains("▌ Detaljplan"));
        row.is_some_and(|row| row.contains('≠'))
    });
}

#[test]
fn a_window_too_small_to_read_says_so_and_recovers() {
    let mut terminal = Surroundings::new().size(20, 5).start();
    terminal.wait_for(&["litet", "40 × 10"]);
    terminal.write("2snö");
    terminal.resize(120, 36);
    terminal.wait_for(&["Uppringare: Nora", "❯ snö", "RING"]);
    terminal.resize(20, 5).wait_for(&["litet", "40 × 10"]);
}

#[test]
fn another_day_shows_who_was_responsible_then_and_says_so_at_the_top() {
    let mut terminal = Surroundings::new()
        .arguments(&["--at", "2014-09-01"])
        .start();
    terminal.wait_for(&["visar mån 1 sep 2014"]);
    terminal.write("2snöröjning");
    terminal.wait_for(&["Uppringare: Nora", "RING", "BKT"]);
}

#[test]
fn an_english_locale_gives_an_english_screen() {
    let mut terminal = Surroundings::new().variable("LANG", "en_GB.UTF-8").start();
    terminal.wait_for(&["Caller: all municipalities", "Services", "F1 help"]);
    assert!(!terminal.text().contains("Uppringare"));
}

#[test]
fn with_colours_there_are_colours_and_with_no_color_only_modifiers() {
    let seen = |surroundings: Surroundings| {
        let mut terminal = surroundings.start();
        terminal.wait_for(&["alla kommuner"]);
        terminal.write("2lukt avlopp").wait_for(&["0587-55 00 40"]);
        terminal.write("\x1b[20~").wait_for(&["Akut och jour"]);
        terminal
            .press(ESC)
            .write("\t")
            .wait_for(&["▸Dubbelarbete"])
            .write("\t")
            .wait_for(&["▸Matris"])
            .write("\t")
            .wait_for(&["▸Organisationer"]);
        terminal.write(CTRL_C);
        let ended = terminal.end();
        ended.has_given_the_terminal_back();
        styles(&ended.raw)
    };
    let is_modifier = |style: &String| {
        style
            .split(';')
            .all(|one| matches!(one, "" | "0" | "1" | "4" | "7" | "22" | "24" | "27"))
    };
    let coloured = seen(Surroundings::new());
    assert!(!coloured.iter().all(is_modifier), "{coloured:?}");
    let plain = seen(Surroundings::new().variable("NO_COLOR", "1"));
    let colours: Vec<_> = plain.iter().filter(|style| !is_modifier(style)).collect();
    assert!(colours.is_empty(), "{colours:?}");
    for modifier in ["1", "7"] {
        let used = |style: &String| style.split(';').any(|one| one == modifier);
        assert!(
            plain.iter().any(used),
            "bold and reverse still tell: {plain:?}"
        );
    }
}

#[test]
fn ctrl_c_ends_the_program_and_gives_the_terminal_back() {
    let mut terminal = started();
    terminal.write("snö").wait_for(&["❯ snö"]);
    terminal.write(CTRL_C);
    let ended = terminal.end();
    ended.has_given_the_terminal_back();
    assert_eq!(ended.status.exit_code(), 0);
    assert_eq!(ended.status.signal(), None);
    assert!(
        !ended.screen.contents().contains("hänvisa"),
        "nothing is left on the shell's screen: {}",
        ended.screen.contents()
    );
}

#[test]
fn a_program_told_to_end_gives_the_terminal_back() {
    for signal in ["TERM", "INT"] {
        let mut terminal = started();
        assert!(terminal.is_raw());
        terminal.signal(signal);
        let ended = terminal.end();
        ended.has_given_the_terminal_back();
        assert!(ended.status.signal().is_some(), "{:?}", ended.status);
    }
}

#[test]
fn the_screen_is_drawn_anew_on_demand_without_asking_the_terminal_anything() {
    let mut terminal = started();
    let asked = |terminal: &Terminal| terminal.raw().windows(4).any(|four| four == b"\x1b[6n");
    let drawn = |terminal: &Terminal| {
        let raw = String::from_utf8_lossy(terminal.raw()).into_owned();
        raw.matches("Tjänster").count()
    };
    let before = drawn(&terminal);
    terminal.press(CTRL_L);
    assert!(drawn(&terminal) > before, "every cell is written again");
    assert!(!asked(&terminal), "an answer that is late would end it");
}

#[cfg(target_os = "linux")]
#[test]
fn a_program_put_aside_gives_the_terminal_back_and_takes_it_again() {
    let mut terminal = started();
    terminal.write("2snö").wait_for(&["❯ snö"]);
    terminal.write(CTRL_Z);
    terminal.wait_for_stop();
    assert!(!terminal.is_raw());
    terminal.wait("the shell's screen", |terminal| {
        !terminal.screen().alternate_screen() && !terminal.screen().hide_cursor()
    });
    terminal.signal("CONT");
    terminal.wait_for(&["Uppringare: Nora", "❯ snö"]);
    assert!(terminal.screen().alternate_screen());
    assert!(terminal.is_raw());
    terminal.write("röj").wait_for(&["❯ snöröj"]);
    terminal.write(CTRL_C);
    let ended = terminal.end();
    ended.has_given_the_terminal_back();
    assert_eq!(ended.status.exit_code(), 0);
}

#[test]
fn without_a_terminal_it_says_so_and_names_the_command_that_needs_none() {
    let output = Surroundings::new().without_terminal();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("terminal"), "{said}");
    assert!(said.contains("hanvisa search"), "{said}");
    assert!(!said.contains('\x1b'), "{said:?}");
}

/// A catalogue whose text comes when the test says so: a pipe that nobody has written to yet.
fn slow_catalogue(surroundings: &Surroundings) -> std::path::PathBuf {
    let pipe = surroundings.home().join("katalog.toml");
    nix::unistd::mkfifo(&pipe, nix::sys::stat::Mode::S_IRWXU).unwrap();
    pipe
}

#[test]
fn while_a_catalogue_is_being_read_one_can_type_already() {
    let surroundings = Surroundings::new();
    let pipe = slow_catalogue(&surroundings);
    let path = pipe.display().to_string();
    let mut terminal = surroundings.arguments(&["--catalogue", &path]).start();
    terminal.wait_for(&["Läser katalogen", "Ctrl-C sluta"]);
    terminal.write("2snm\x7fö").wait_for(&["❯ 2snö"]);
    std::fs::write(&pipe, SMALL).unwrap();
    terminal.wait_for(&["Uppringare: Nora", "❯ snö", "Snöröjning av gata"]);
    assert!(!terminal.text().contains("Läser katalogen"));
}

#[test]
fn whoever_does_not_want_to_wait_gets_the_terminal_back() {
    let surroundings = Surroundings::new();
    let path = slow_catalogue(&surroundings).display().to_string();
    let mut terminal = surroundings.arguments(&["--catalogue", &path]).start();
    terminal.wait_for(&["Läser katalogen"]);
    terminal.write(CTRL_C);
    let ended = terminal.end();
    assert!(ended.status.success());
    assert!(!ended.screen.alternate_screen());
    assert_eq!(ended.modes, ended.modes_before);
}

#[test]
fn changed_files_are_read_again_and_broken_ones_keep_the_last_good_catalogue() {
    let surroundings = Surroundings::new();
    let folder = surroundings.home().join("katalog");
    std::fs::create_dir(&folder).unwrap();
    let file = folder.join("katalog.toml");
    save(&file, SMALL);
    let mut terminal = surroundings
        .arguments(&["--catalogue", folder.to_str().unwrap()])
        .start();
    terminal.wait_for(&["Uppringare: alla kommuner", "Snöröjning av gata"]);
    terminal.write("2plogning");
    terminal.wait_for(&["Uppringare: Nora", "❯ plogning", "▌ Snöröjning av gata"]);

    let renamed = SMALL.replace("Snöröjning av gata", "Snöröjning överallt");
    save(&file, &renamed);
    terminal.wait_for(&["▌ Snöröjning överallt", "Katalogen är läst på nytt."]);
    assert!(query(&terminal).contains("plogning"));
    assert!(terminal.text().contains("Uppringare: Nora"));

    save(&file, &format!("{renamed}\n[[service]\n"));
    terminal.wait_for(&["fel (hanvisa check). Katalogen från"]);
    assert!(terminal.text().contains("▌ Snöröjning överallt"));

    save(&file, SMALL);
    terminal.wait_for(&["▌ Snöröjning av gata", "Katalogen är läst på nytt."]);
    terminal.press("\x1b[B").wait_for_no("(hanvisa check)");
}

#[test]
fn while_a_changed_catalogue_is_being_read_the_last_one_answers() {
    let surroundings = Surroundings::new();
    let file = surroundings.home().join("prov.toml");
    save(&file, SMALL);
    // The changed text comes when the test says so.
    let pipe = slow_catalogue(&surroundings);
    let path = file.display().to_string();
    let whole = surroundings.home().join("hel.toml");
    let mut terminal = surroundings.arguments(&["--catalogue", &path]).start();
    terminal.wait_for(&["Uppringare: alla kommuner", "Snöröjning av gata"]);
    std::fs::rename(pipe, &file).unwrap();
    // Opens when somebody has begun to read.
    let changed = std::fs::OpenOptions::new().write(true).open(&file).unwrap();
    terminal.write("2plogning");
    terminal.wait_for(&["Uppringare: Nora", "❯ plogning", "▌ Snöröjning av gata"]);
    let renamed = SMALL.replace("Snöröjning av gata", "Snöröjning överallt");
    save(&whole, &renamed);
    std::fs::rename(whole, &file).unwrap();
    drop(changed);
    terminal.wait_for(&["▌ Snöröjning överallt", "Katalogen är läst på nytt."]);
}

#[test]
fn a_verdict_is_written_beside_the_catalogue_and_what_others_write_there_is_read() {
    let surroundings = Surroundings::new();
    let folder = surroundings.home().join("katalog");
    std::fs::create_dir(&folder).unwrap();
    save(folder.join("katalog.toml"), SMALL);
    let file = folder.join("verdicts.toml");
    let before = "# Beslut på mötet i maj.\n";
    save(&file, before);
    let mut terminal = surroundings
        .arguments(&["--catalogue", folder.to_str().unwrap()])
        .start();
    terminal.wait_for(&["Uppringare: alla kommuner"]);
    terminal.write("\x1bORplogning");
    terminal.wait_for(&["▸Dubbelarbete", "❯ plogning", "F8 bedöm"]);
    terminal.write("\x1b[19~").wait_for(&["Vad är bestämt?"]);
    terminal.write("3").wait_for(&["Varför"]);
    terminal.write("avtal 12\r").wait_for(&["Till och med"]);
    terminal.write("2999-12-31\r");
    terminal.wait_for(&[
        "Bedömningen står i",
        "verdicts.toml",
        "avsiktlig, till 2999-12-31",
    ]);
    let text = std::fs::read_to_string(&file).unwrap();
    let entry = text.strip_prefix(before).unwrap();
    for line in [
        "[[verdict]]",
        "finding = \"snoskottning-dubbelt\"",
        "verdict = \"intended\"",
        "until = 2999-12-31",
        "note = \"avtal 12\"",
    ] {
        assert!(entry.lines().any(|one| one == line), "{line}: {entry}");
    }
    assert!(
        entry.contains("\non = 2"),
        "the day it was decided: {entry}"
    );
    assert!(!entry.contains("\nby ="), "no person is named: {entry}");

    let resolved = text.replace("intended", "resolved");
    save(&file, &resolved);
    terminal.wait_for(&["löst, till 2999-12-31", "Bedömningarna är lästa på nytt."]);
    save(&file, "verdict = 3\n");
    terminal.wait_for(&["löst, till 2999-12-31", "fel och är inte lästa."]);
    terminal.write(CTRL_S).wait_for(&["Vad är bestämt?"]);
    terminal.write("1\r").wait_for(&["för filen har fel."]);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "verdict = 3\n");
}

#[test]
fn verdicts_on_the_embedded_catalogue_are_kept_with_the_data_of_the_user() {
    let surroundings = Surroundings::new();
    let folder = surroundings.home().join(".local/share/hanvisa");
    std::fs::create_dir_all(&folder).unwrap();
    let entry = "[[verdict]]\nfinding = \"lokalvard-hallefors\"\nverdict = \"resolved\"\n";
    save(folder.join("verdicts.toml"), entry);
    let mut terminal = surroundings.arguments(&["--at", "2014-09-01"]).start();
    terminal.wait_for(&["alla kommuner"]);
    terminal.write("\x1bORlokalvård");
    terminal.wait_for(&["❯ lokalvård", "✓ "]);
    terminal.write(CTRL_S).wait_for(&["Vad är bestämt?"]);
    terminal.write("2\r").wait_for(&["Bedömningen står i"]);
    let text = std::fs::read_to_string(folder.join("verdicts.toml")).unwrap();
    assert!(text.starts_with(entry), "{text}");
    assert!(text.contains("verdict = \"investigating\""), "{text}");
}

#[test]
fn a_catalogue_cannot_command_the_terminal() {
    let surroundings = Surroundings::new();
    let file = surroundings.home().join("elak.toml");
    // Written as TOML escapes, which editors and greps overlook.
    let evil = SMALL
        .replace("Snöröjning av gata", "Snö\\u001b]0;ägd\\u0007\\u001b[2J")
        .replace("name = \"Prov\"", "name = \"Prov\\u009b31m\\u202e\"");
    save(&file, &evil);
    let mut terminal = surroundings
        .arguments(&["--catalogue", file.to_str().unwrap(), "plogning"])
        .start();
    terminal.wait_for(&["▌ Snö"]);
    terminal.write(CTRL_Y).wait_for(&["Kopierat."]);
    let sentence = copied(terminal.raw()).concat();
    assert!(
        !sentence
            .chars()
            .any(|sign| sign.is_control() && sign != '\n'),
        "{sentence:?}"
    );
    terminal.write(CTRL_C);
    let raw = String::from_utf8(terminal.end().raw).unwrap();
    assert!(!raw.contains("\x1b]0;") && !raw.contains('\x07'));
    assert!(!raw.contains('\u{9b}') && !raw.contains('\u{202e}'));
}

#[test]
fn a_terminal_nobody_has_heard_of_will_do_and_one_that_obeys_nothing_will_not() {
    for (name, value) in [("TERM", "okänd-9000"), ("TERM", ""), ("LC_ALL", "C")] {
        let mut terminal = Surroundings::new().variable(name, value).start();
        terminal.wait_for(&["Uppringare: alla kommuner", "Tjänster"]);
        terminal.write(CTRL_C);
        terminal.end().has_given_the_terminal_back();
    }
    let terminal = Surroundings::new().variable("TERM", "dumb").start();
    let ended = terminal.end();
    ended.has_given_the_terminal_back();
    assert_eq!(ended.status.exit_code(), 2);
    let said = String::from_utf8(ended.raw).unwrap();
    assert!(
        said.contains("hanvisa search") && !said.contains('\x1b'),
        "{said:?}"
    );
}

#[test]
fn the_cursor_of_the_terminal_stands_on_what_is_selected_where_that_is_wanted() {
    let surroundings = Surroundings::new().settings("accessible = true\n");
    let mut terminal = surroundings.start();
    terminal
        .wait_for(&["Uppringare: alla kommuner"])
        .wait_for_findings();
    for _ in 0..3 {
        terminal.press("\x1b[B");
        let (row, column) = terminal.screen().cursor_position();
        let cell = terminal.screen().cell(row, column).unwrap();
        assert_eq!(cell.contents(), "▌", "{}", terminal.text());
        assert!(!terminal.screen().hide_cursor());
    }
}
