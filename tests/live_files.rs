//! Files that others edit while the program is open: what is whole is shown, what is not is said, and nothing flickers.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "a test that meets what it did not expect has failed"
)]

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

#[path = "support/terminal.rs"]
#[allow(dead_code, reason = "every file of tests uses its part of it")]
mod terminal;

use terminal::{Surroundings, Terminal, save};

const SMALL: &str = include_str!("support/small.toml");

const VERDICT: &str = "[[verdict]]\nfinding = \"snoskottning-dubbelt\"\nverdict = \"resolved\"\n";

/// The program on a folder with the small catalogue, a service looked for and selected.
fn started() -> (Terminal, PathBuf) {
    let surroundings = Surroundings::new();
    let folder = surroundings.home().join("katalog");
    fs::create_dir(&folder).unwrap();
    save(folder.join("katalog.toml"), SMALL);
    save(folder.join("verdicts.toml"), VERDICT);
    let mut terminal = surroundings
        .arguments(&["--catalogue", folder.to_str().unwrap()])
        .start();
    terminal
        .wait_for(&["Uppringare: alla kommuner"])
        .wait_for_findings();
    terminal.write("2plogning");
    terminal.wait_for(&["Uppringare: Nora", "❯ plogning", "▌ Snöröjning av gata"]);
    (terminal, folder)
}

fn renamed(name: &str) -> String {
    SMALL.replace("Snöröjning av gata", name)
}

/// Writes into a file as an editor does that keeps the file: what is there is cut off first.
fn write_in_place(file: &Path, text: &str) {
    let mut open = OpenOptions::new()
        .write(true)
        .truncate(true)
        .open(file)
        .unwrap();
    open.write_all(text.as_bytes()).unwrap();
}

/// Every picture since the service was found has it and the caller in it.
fn has_never_been_empty(terminal: &Terminal) {
    let pictures = terminal.pictures();
    let found = |picture: &&String| picture.contains("▌ Snöröjning");
    let since: Vec<_> = pictures.iter().skip_while(|one| !found(one)).collect();
    assert!(since.len() > 1);
    for picture in since {
        for text in ["Uppringare: Nora", "❯ plogning", "▌ Snöröjning", "RING"] {
            assert!(picture.contains(text), "without {text}:\n{picture}");
        }
    }
}

#[test]
fn a_file_that_stays_half_written_is_told_and_read_when_it_is_whole() {
    let (mut terminal, folder) = started();
    let file = folder.join("katalog.toml");
    let text = renamed("Snöröjning överallt");
    let half = text.find("[[service]]").unwrap() + 20;
    write_in_place(&file, &text[..half]);
    terminal.wait_for(&[
        "fel (hanvisa check). Katalogen från",
        "▌ Snöröjning av gata",
    ]);
    let mut open = OpenOptions::new().append(true).open(&file).unwrap();
    open.write_all(&text.as_bytes()[half..]).unwrap();
    terminal.wait_for(&["▌ Snöröjning överallt", "Katalogen är läst på nytt."]);
    write_in_place(&file, SMALL);
    terminal.wait_for(&["▌ Snöröjning av gata"]);
    has_never_been_empty(&terminal);
}

#[test]
fn many_files_that_change_at_once_are_read_together() {
    let (mut terminal, folder) = started();
    // As another branch has it: the same catalogue in several files, and its old file gone.
    let start = SMALL.find("[[service]]").unwrap();
    let (actors, services) = SMALL.split_at(start);
    let services = services.replace("Snöröjning av gata", "Snöröjning här");
    fs::remove_file(folder.join("katalog.toml")).unwrap();
    fs::write(folder.join("1-aktorer.toml"), actors).unwrap();
    for (number, service) in services.split("\n[[service]]").enumerate() {
        let head = if number == 0 { "" } else { "[[service]]" };
        fs::write(
            folder.join(format!("2-{number:02}.toml")),
            format!("{head}{service}\n"),
        )
        .unwrap();
    }
    terminal.wait_for(&["▌ Snöröjning här"]);
    has_never_been_empty(&terminal);
}

#[test]
fn what_vanishes_is_shown_as_it_was_and_read_again_when_it_returns() {
    let (mut terminal, folder) = started();
    let elsewhere = folder.with_extension("borta");
    fs::rename(&folder, &elsewhere).unwrap();
    terminal.wait_for(&[
        "Filerna går inte att nå. Katalogen från",
        "▌ Snöröjning av gata",
    ]);
    // However much else there is to say, it stays visible that an older catalogue is shown.
    terminal.write("\x19");
    terminal.wait_for(&["Kopierat.", "! katalogen från"]);
    // What was decided holds on: nobody has taken it back.
    terminal.write("\x1bOR").wait_for(&["▸Dubbelarbete"]);
    terminal
        .write("\x1b[B")
        .wait_for(&["Filerna går inte att nå."]);
    assert!(terminal.text().contains("löst"), "{}", terminal.text());
    terminal
        .write("\x1bOQ")
        .wait_for(&["▸Tjänster", "▌ Snöröjning av gata"]);
    save(elsewhere.join("katalog.toml"), &renamed("Snöröjning igen"));
    fs::rename(&elsewhere, &folder).unwrap();
    terminal.wait_for(&["▌ Snöröjning igen", "Katalogen är läst på nytt."]);
    terminal.wait_for_no("katalogen från");
    assert!(!terminal.text().contains("Bedömningarna är lästa"));
}

#[test]
fn a_share_that_does_not_answer_keeps_nobody_from_typing_or_leaving() {
    let surroundings = Surroundings::new();
    let file = surroundings.home().join("prov.toml");
    save(&file, SMALL);
    // What is named is read whatever it is: here a pipe that nobody writes to.
    let pipe = surroundings.home().join("share");
    nix::unistd::mkfifo(&pipe, nix::sys::stat::Mode::S_IRWXU).unwrap();
    let path = file.display().to_string();
    let mut terminal = surroundings.arguments(&["--catalogue", &path]).start();
    terminal.wait_for(&["Uppringare: alla kommuner", "Snöröjning av gata"]);
    fs::rename(pipe, &file).unwrap();
    // Opened as soon as the program begins to read it, and then it waits for what nobody writes.
    let held = OpenOptions::new().write(true).open(&file).unwrap();
    terminal.write("\x15lukt").wait_for(&["❯ lukt"]);
    for letter in ["a", "b", "c"] {
        terminal.press(letter);
    }
    terminal.write("\x03");
    let ended = terminal.end();
    ended.has_given_the_terminal_back();
    assert_eq!(ended.status.exit_code(), 0);
    drop(held);
}

#[test]
fn a_pipe_that_lies_in_the_folder_is_a_fault_and_not_waited_for() {
    let (mut terminal, folder) = started();
    let pipe = folder.join("a.toml");
    nix::unistd::mkfifo(&pipe, nix::sys::stat::Mode::S_IRWXU).unwrap();
    terminal.wait_for(&["hanvisa check", "▌ Snöröjning av gata"]);
    fs::remove_file(&pipe).unwrap();
    terminal.wait_for_no("hanvisa check");
}
