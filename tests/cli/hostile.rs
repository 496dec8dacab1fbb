//! A catalogue whose every text is hostile, through every output there is: what the program writes is compared byte by
//! byte with what may be written.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use hanvisa::untrusted::hides_something;
use serde_json::Value;

use crate::program::{Folder, Ran, hanvisa};

/// Every text of the catalogue has HARM in it.
const HOSTILE: &str = include_str!("../support/hostile.toml");

/// What each text tries, as TOML writes it.
const HARMS: &[&str] = &[
    // Commands to a terminal: clear, title, clipboard, hyperlink, device attributes, a C1 introducer, bell, backspace.
    r"\u001b[2J\u001b]0;titel\u0007\u001b]52;c;ZWxha3Q=\u001b\\\u001b]8;;https://x.example\u001b\\\u001b[c",
    r"\u009b31m\u0090q\u009c\u0007\b\b\b\u007f\u0000",
    r"\r\n\u2028\u2029\t\u000b\u000c\u0085",
    // What turns the direction round, hides, or piles up.
    r"\u202e\u2066gnp.exe\u2069\u200b\u200d\ufeff\u00ad\U000E0041\uFE0F",
    r"\u0301\u0301 a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
    // What is markup, a formula or a command elsewhere.
    r"</td></script><script>alert(1)</script><img src=x onerror=alert(1)>&amp;",
    "![a](javascript:alert(1)) [b](https://x.example) `c` | d <https://y.example> www.z.example",
    r#"=HYPERLINK(\"https://x.example\")"#,
    "+1 | -1 | @SUM(A1) ; rm -rf / $(reboot) `reboot`",
    "{$name} { $x -> *[a] b } %s %n {}",
];

/// Every command that shows something of a catalogue, in every form it can write.
const COMMANDS: &[&[&str]] = &[
    &["search", "vatten"],
    &["search", "vatten", "--explain"],
    &["search", "vatten", "--format", "json"],
    &["search", "vatten", "--format", "tsv"],
    &["search", "vatten", "--municipality", "ask"],
    &["show", "vatten"],
    &["show", "avlopp", "--municipality", "bok"],
    &["show", "avlopp", "--format", "json"],
    &["duplicates"],
    &["duplicates", "--format", "json"],
    &["duplicates", "--format", "csv"],
    &["duplicates", "--format", "markdown"],
    &["matrix"],
    &["matrix", "--format", "csv"],
    &["matrix", "--format", "json"],
    &["check"],
    &["check", "--format", "json"],
    &["compare", "--from", "2014-09-01", "--to", "2026-11-23"],
    &[
        "compare",
        "--from",
        "2014-09-01",
        "--to",
        "2026-11-23",
        "--format",
        "json",
    ],
    &[
        "compare",
        "--from",
        "2014-09-01",
        "--to",
        "2026-11-23",
        "--format",
        "markdown",
    ],
];

/// Files that `report` writes.
const REPORTS: &[&str] = &["rapport.html", "rapport.md"];

/// What was written about the catalogue with a harm in its texts.
struct Written {
    harm: &'static str,
    by: String,
    ran: Ran,
}

/// What came of each command over each harm.
static OUTPUTS: LazyLock<Vec<Written>> = LazyLock::new(|| {
    let folder = Folder::new("ond");
    let mut all = Vec::new();
    for (number, &harm) in HARMS.iter().enumerate() {
        let path = folder.write(&format!("{number}.toml"), &HOSTILE.replace("HARM", harm));
        let catalogue = ["--catalogue", path.as_str()];
        for command in COMMANDS {
            all.push(Written {
                harm,
                by: command.join(" "),
                ran: hanvisa(&[*command, &catalogue].concat()),
            });
        }
        for &report in REPORTS {
            let file = folder.join(report);
            let command = ["report", "--from", "2014-09-01", "--output", &file];
            let ran = hanvisa(&[&command[..], &catalogue].concat());
            let out = std::fs::read_to_string(&file).expect("the report");
            all.push(Written {
                harm,
                by: report.to_owned(),
                ran: Ran { out, ..ran },
            });
        }
    }
    all
});

/// The text without the line breaks that end its lines and a byte order mark at its start, which spreadsheets want.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.strip_prefix('\u{feff}').unwrap_or(text).lines()
}

/// What of a Markdown text could be markup: all but what is escaped.
fn bare(text: &str) -> String {
    let mut signs = text.chars();
    let mut bare = String::new();
    while let Some(sign) = signs.next() {
        if sign == '\\' {
            signs.next();
        } else {
            bare.push(sign);
        }
    }
    bare
}

#[test]
fn no_text_of_a_catalogue_commands_or_deceives_whoever_reads_any_output() {
    for Written { harm, by, ran } in &*OUTPUTS {
        assert!(matches!(ran.status, 0 | 1), "{by} with {harm}: {ran:?}");
        for line in lines(&ran.out).chain(lines(&ran.err)) {
            assert!(
                !hides_something(&line.replace('\t', " ")),
                "{by} with {harm}: {line:?}"
            );
        }
    }
}

#[test]
fn json_is_one_value_whatever_the_texts_are_and_tables_keep_their_columns() {
    for Written { harm, by, ran } in &*OUTPUTS {
        if by.ends_with("json") {
            assert!(
                serde_json::from_str::<Value>(&ran.out).is_ok(),
                "{by} with {harm}: {ran:?}"
            );
        }
        if by.ends_with("tsv") {
            let columns = ran.out.lines().map(|row| row.split('\t').count());
            let columns: BTreeSet<usize> = columns.collect();
            assert_eq!(columns.len(), 1, "{by} with {harm}: {}", ran.out);
        }
    }
}

#[test]
fn no_text_becomes_markup_in_a_page_or_a_formula_in_a_spreadsheet() {
    for Written { harm, by, ran } in &*OUTPUTS {
        let out = &ran.out;
        if by.ends_with("html") {
            for markup in ["<script", "<img", "href=\"javascript:", "src=\"http"] {
                assert!(!out.contains(markup), "{by} with {harm}: {markup}");
            }
        }
        if by.ends_with("markdown") || by.ends_with("md") {
            for markup in [
                "<script",
                "<img",
                "](javascript:",
                "](https://x.example)",
                "<https://y",
            ] {
                assert!(!bare(out).contains(markup), "{by} with {harm}: {markup}");
            }
        }
        if by.ends_with("csv") {
            for cell in lines(out).flat_map(|row| row.split(';')) {
                let begins = cell.trim_start_matches('"').chars().next();
                assert!(
                    !begins.is_some_and(|first| "=+-@".contains(first)),
                    "{by} with {harm}: {cell}"
                );
            }
        }
    }
}

#[test]
fn check_tells_of_every_text_that_hides_something() {
    let texts = HOSTILE.lines().filter(|line| !line.starts_with('#'));
    let written: usize = texts.map(|line| line.matches("HARM").count()).sum();
    for harm in &HARMS[..5] {
        let told = OUTPUTS
            .iter()
            .find(|one| one.harm == *harm && one.by == "check --format json");
        let told: Value =
            serde_json::from_str(&told.expect("what check says").ran.out).expect("JSON");
        let faults = told["faults"].as_array().expect("a list");
        let hidden = faults
            .iter()
            .filter(|fault| fault["code"] == "fault-hidden-characters");
        assert_eq!(hidden.count(), written, "with {harm}");
    }
}
