//! Surroundings and files that are amiss: a clear answer, in little memory, and nothing lost.

use std::fs;
use std::process::Command;

use crate::program::{Folder, Ran, SMALL, command, command_at_home, hanvisa, ran};

/// So many levels would break any reader that calls itself for each.
const DEEP: usize = 100_000;

/// The memory that a mistake may cost, in kilobytes of addresses.
const MEMORY: usize = 2_000_000;

/// Runs a command of the shell where `$0` is the program.
fn in_shell(script: &str, arguments: &[&str]) -> Ran {
    let plain = command(arguments);
    let mut shell = Command::new("/bin/sh");
    shell
        .args(["-c", script])
        .arg(plain.get_program())
        .args(arguments)
        .env_clear()
        .env("HOME", "/nonexistent")
        .env("LANG", "sv_SE.UTF-8");
    ran(shell)
}

/// Runs it with no more memory than a mistake may cost.
fn frugally(arguments: &[&str]) -> Ran {
    in_shell(
        &format!("ulimit -v {MEMORY} 2> /dev/null; exec \"$0\" \"$@\""),
        arguments,
    )
}

/// The small catalogue's text.
fn small_text() -> String {
    fs::read_to_string(format!("{SMALL}/katalog.toml")).expect("the small catalogue")
}

/// Texts whose lists and tables lie in each other without end.
fn deep() -> Vec<String> {
    let both = |open: &str, inner: &str, close: &str| {
        format!("a = {}{inner}{}\n", open.repeat(DEEP), close.repeat(DEEP))
    };
    vec![
        both("[", "", "]"),
        both("[", "", ""),
        both("{a=", "1", "}"),
        both("{a=", "", ""),
        both("[{a=", "1", "}]"),
        format!("{}\n", "[".repeat(DEEP)),
        format!("[{}a]\n", "a.".repeat(DEEP)),
        format!("{}a = 1\n", "a.".repeat(DEEP)),
    ]
}

#[test]
fn what_is_nested_without_end_is_told_and_ends_nothing() {
    let folder = Folder::new("deep");
    for text in deep() {
        let file = folder.write("djup.toml", &text);
        let checked = frugally(&["check", &file]);
        assert_eq!(checked.status, 1, "{}", checked.err);
        let told = frugally(&["--config", &file, "search", "snö"]).fails();
        assert!(
            told.contains("fel: inställningarna kan inte användas"),
            "{told}"
        );
        let scenario = ["compare", "--catalogue", SMALL, "--scenario", &file];
        frugally(&scenario).fails();
        folder.write("katalog/katalog.toml", &small_text());
        let verdicts = folder.write("katalog/verdicts.toml", &text);
        let catalogue = folder.join("katalog");
        let judge = [
            "verdict",
            "gap:parker",
            "resolved",
            "--catalogue",
            &catalogue,
        ];
        frugally(&judge).fails();
        assert_eq!(fs::read_to_string(verdicts).expect("as it was"), text);
    }
}

#[test]
fn a_file_that_is_too_large_is_told_with_the_limit_before_it_costs_memory() {
    let folder = Folder::new("huge");
    let file = folder.write("katalog.toml", &small_text());
    let huge = fs::OpenOptions::new()
        .write(true)
        .open(&file)
        .expect("it is there");
    // Sparse: the disk holds nothing of it.
    huge.set_len(200 * 1024 * 1024).expect("it can grow");
    for too_large in [file.as_str(), "/dev/zero"] {
        if fs::metadata(too_large).is_err() {
            continue;
        }
        for arguments in [&["search", "snö"][..], &["check"]] {
            let ran = frugally(&[arguments, &["--catalogue", too_large]].concat());
            assert_ne!(ran.status, 0);
            let told = format!("{}{}", ran.out, ran.err);
            assert!(told.contains("högst 16 MB"), "{told}");
        }
    }
    let million = format!(
        "{}{}",
        small_text(),
        "[[topic]]\nid = \"x\"\n".repeat(1_000_000)
    );
    let file = folder.write("miljon.toml", &million);
    let told = frugally(&["check", &file]).out;
    assert!(told.contains("högst 16 MB"), "{told}");
}

#[test]
fn a_large_file_of_nothing_is_read_as_if_it_were_not_there() {
    let folder = Folder::new("nothing");
    let blank = |filling: &str| {
        let room = 15 * 1024 * 1024;
        folder.write(
            "katalog.toml",
            &(small_text() + &filling.repeat(room / filling.len())),
        )
    };
    for filling in ["\n", " ", "# tomt\n", "\r\n"] {
        let file = blank(filling);
        let ran = frugally(&["show", "snorojning", "--catalogue", &file]);
        assert!(ran.answers().starts_with("Snöröjning"), "{filling:?}");
    }
}

#[test]
fn of_very_many_entries_every_one_is_judged() {
    let folder = Folder::new("many");
    let many: usize = 30_000;
    let sources = (0..many).map(|at| format!("[[source]]\nid = \"X{at}\"\ntitle = \"x\"\n"));
    let text = small_text() + &sources.collect::<String>();
    let file = folder.write("katalog.toml", &text);
    let checked = frugally(&["check", &file, "--format", "json"]);
    assert_eq!(checked.status, 0);
    let faults = checked.json()["faults"].as_array().expect("a list").clone();
    let unused: Vec<_> = faults
        .iter()
        .filter(|fault| {
            fault["code"] == "fault-unused-source" && fault["line"].as_u64() > Some(100)
        })
        .collect();
    assert!(unused.len() >= many, "{}", unused.len());
}

#[test]
fn what_no_text_has_is_told_with_its_place() {
    let folder = Folder::new("nul");
    let text = small_text().replacen("name = \"", "name = \"\0", 1);
    let file = folder.write("nul.toml", &text);
    let told = hanvisa(&["check", &file]).out;
    assert!(
        told.contains("osynligt tecken") && told.contains("nul.toml:"),
        "{told}"
    );
    assert!(!told.contains('\0'));
}

#[test]
fn a_home_that_cannot_be_written_loses_nothing_but_what_would_be_kept_there() {
    // Nobody, not even root, can make a folder here.
    let home = std::path::Path::new("/proc/self");
    if !home.exists() {
        return;
    }
    let arguments = ["show", "snorojning", "--catalogue", SMALL];
    assert!(
        ran(command_at_home(home, &arguments))
            .answers()
            .contains("Snöröjning")
    );
    let judge = [
        "verdict",
        "lokalvard-hallefors",
        "resolved",
        "--at",
        "2014-09-01",
    ];
    let told = ran(command_at_home(home, &judge)).fails();
    assert!(told.contains("/proc/self/.local/share/hanvisa"), "{told}");
}

#[test]
fn a_full_disk_leaves_the_verdicts_as_they_were() {
    let folder = Folder::new("full");
    folder.write("katalog.toml", &small_text());
    let before = format!(
        "# {}\n[[verdict]]\nfinding = \"gap:parker\"\nverdict = \"investigating\"\n",
        "anteckning ".repeat(200)
    );
    let verdicts = folder.write("verdicts.toml", &before);
    let catalogue = folder.path().display().to_string();
    let judge = [
        "verdict",
        "gap:parker",
        "resolved",
        "--catalogue",
        &catalogue,
    ];
    // A file may not grow beyond some blocks of 512 bytes: the system refuses to write, as on a full disk.
    let told = in_shell("trap '' XFSZ; ulimit -f 2; exec \"$0\" \"$@\"", &judge).fails();
    assert!(told.contains("verdicts.toml går inte att skriva"), "{told}");
    assert_eq!(fs::read_to_string(&verdicts).expect("still there"), before);
    let left: Vec<_> = fs::read_dir(folder.path())
        .expect("a folder")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("UTF-8")
        })
        .filter(|name| name.contains(".new"))
        .collect();
    assert_eq!(left, [""; 0]);
    assert_eq!(hanvisa(&judge).status, 0);
    let after = fs::read_to_string(&verdicts).expect("still there");
    assert!(
        after.starts_with(&before) && after.contains("resolved"),
        "{after}"
    );
}

#[test]
fn an_answer_that_finds_a_full_disk_says_so() {
    if fs::metadata("/dev/full").is_err() {
        return;
    }
    let ran = in_shell("exec \"$0\" \"$@\" > /dev/full", &["show", "snorojning"]);
    assert!(
        ran.fails()
            .contains("fel: svaret går inte att skriva ut: det finns ingen plats kvar")
    );
}

#[test]
fn a_locale_without_letters_still_gets_swedish_in_utf_8() {
    for (name, value) in [("LANG", "C"), ("LC_ALL", "POSIX"), ("LC_ALL", "C")] {
        let mut plain = command(&["show", "snorojning", "--catalogue", SMALL]);
        plain.env_remove("LANG").env(name, value);
        let told = ran(plain).answers();
        assert!(told.starts_with("Snöröjning"), "{told}");
    }
}
