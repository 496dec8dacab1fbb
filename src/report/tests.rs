//! The report of the shipped catalogue, and of one that means harm.

use std::sync::{Arc, LazyLock};

use super::document::Block;
use super::*;
use crate::catalogue::{Catalogue, Reading, TextFile};
use crate::directory::Directory;
use crate::locale::Language;
use crate::overlap::findings;
use crate::overlap::verdict::Decisions;

static SHIPPED: LazyLock<Arc<Catalogue>> =
    LazyLock::new(|| Arc::new(Reading::embedded().catalogue.unwrap()));

fn on(day: &str) -> Directory {
    Directory::at(SHIPPED.clone(), day.parse().unwrap())
}

fn whole(directory: &Directory, since: &Directory, language: Language) -> Document {
    judged(directory, since, &Decisions::default(), language)
}

fn judged(
    directory: &Directory,
    since: &Directory,
    decisions: &Decisions,
    language: Language,
) -> Document {
    let found = [since, directory].map(|one| findings(one).judged(decisions));
    let side = |directory, findings| Side {
        directory,
        findings,
    };
    let since = side(since, &found[0]);
    report(
        side(directory, &found[1]),
        Some(since),
        &Locale::new(language),
    )
}

fn shipped(language: Language) -> Document {
    let since = on("2014-09-01");
    whole(&on("2026-11-23"), &since, language)
}

/// The document of a catalogue whose every text tries to be markup.
fn hostile() -> Document {
    const HARM: &str = "</td><script>alert(1)</script><img src=x onerror=alert(1)> ![a](https://x.example/a) | b `c` \\\"";
    let text = include_str!("../../tests/support/hostile.toml").replace("HARM", HARM);
    let file = TextFile {
        name: "ond.toml".to_owned(),
        text,
    };
    let reading = Reading::of_texts(vec![file]);
    let faults = reading.faults;
    let catalogue = Arc::new(reading.catalogue.unwrap_or_else(|| panic!("{faults:#?}")));
    let on = |day: &str| Directory::at(catalogue.clone(), day.parse().unwrap());
    let since = on("2014-09-01");
    whole(&on("2026-11-23"), &since, Language::Swedish)
}

/// What of a Markdown text could be markup: all but what is escaped.
fn unescaped(text: &str) -> String {
    let mut letters = text.chars();
    let mut bare = String::new();
    while let Some(c) = letters.next() {
        if c == '\\' {
            letters.next();
        } else {
            bare.push(c);
        }
    }
    bare
}

/// Every section, the parts of sections included.
fn every<'d>(sections: &'d [Section], into: &mut Vec<&'d Section>) {
    for section in sections {
        into.push(section);
        every(&section.sections, into);
    }
}

#[test]
fn the_same_catalogue_and_day_give_the_same_bytes() {
    for language in Language::ALL {
        let (one, other) = (shipped(language), shipped(language));
        assert_eq!(html::render(&one), html::render(&other));
        assert_eq!(markdown::render(&one), markdown::render(&other));
    }
}

#[test]
fn every_section_has_something_to_say_and_every_row_a_cell_for_each_column() {
    for language in Language::ALL {
        let document = shipped(language);
        let mut all = Vec::new();
        every(&document.sections, &mut all);
        assert!(all.len() > 20);
        for section in all {
            assert!(!section.title.is_empty());
            assert!(
                !section.blocks.is_empty() || !section.sections.is_empty(),
                "{}",
                section.title
            );
            for block in &section.blocks {
                match block {
                    Block::Table(table) => {
                        assert!(!table.rows.is_empty(), "{}", table.caption);
                        assert!(table.rows.iter().all(|row| row.len() == table.head.len()));
                    }
                    Block::Bars(bars) => {
                        assert!(
                            bars.rows
                                .iter()
                                .all(|bar| bar.parts.len() == bars.parts.len())
                        );
                    }
                    Block::HeatMap(map) => {
                        let rows = map.groups.iter().flat_map(|group| &group.rows);
                        assert!(rows.clone().count() > 200);
                        for (_, cells) in rows {
                            assert_eq!(cells.len(), map.columns.len());
                            assert!(cells.iter().all(|cell| cell.sign < map.signs.len()));
                        }
                    }
                    _ => {}
                }
            }
        }
    }
}

#[test]
fn the_page_loads_nothing_and_runs_nothing() {
    for document in [
        shipped(Language::Swedish),
        shipped(Language::English),
        hostile(),
    ] {
        let page = html::render(&document);
        for way_out in [
            "<script",
            "<iframe",
            "<object",
            "<embed",
            "<form",
            "src=",
            "@import",
            "url(",
            "javascript:",
        ] {
            // What a catalogue writes may mention one, but only as text.
            let as_markup = page.match_indices(way_out).any(|(at, _)| {
                let inside = page[..at].rfind('<').map(|open| &page[open..at]);
                way_out.starts_with('<') || inside.is_some_and(|tag| !tag.contains('>'))
            });
            assert!(!as_markup, "{way_out}");
        }
        // The only link that is no place on the page is the icon that there is not.
        let links = page.split("href=\"").skip(1);
        assert!(
            links
                .clone()
                .all(|link| link.starts_with('#') || link.starts_with("data:,"))
        );
    }
}

#[test]
fn headings_go_down_one_level_at_a_time_and_tables_name_their_rows_and_columns() {
    let page = html::render(&shipped(Language::Swedish));
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"sv\">"));
    let levels: Vec<u32> = page
        .match_indices("<h")
        .filter_map(|(at, _)| page[at + 2..].chars().next()?.to_digit(10))
        .collect();
    assert_eq!(levels.first(), Some(&1));
    assert!(
        levels.windows(2).all(|two| two[1] <= two[0] + 1),
        "{levels:?}"
    );
    let count = |sign: &str| page.matches(sign).count();
    assert_eq!(count("<table"), count("<caption"));
    assert_eq!(count("<th>"), 0);
    assert_eq!(count("<svg"), count("<title>") - 1);
    assert_eq!(count("<svg"), count("<desc>"));
}

#[test]
fn no_text_of_a_catalogue_is_markup() {
    let page = html::render(&hostile());
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(!page.contains("<script>") && !page.contains("<img"));
    let text = markdown::render(&hostile());
    assert!(text.contains("\\<script\\>"));
    let markup = unescaped(&text);
    for sign in ["<", "`", "[", "!["] {
        assert!(!markup.contains(sign), "{sign}");
    }
    // No cell of a table was broken in two: every row has as many bars that are not escaped as its head.
    let bars = |line: &str| unescaped(line).matches('|').count();
    let mut head = 0;
    for line in text.lines() {
        if !line.starts_with('|') {
            head = 0;
        } else if head == 0 {
            head = bars(line);
        } else {
            assert_eq!(bars(line), head, "{line}");
        }
    }
}

#[test]
fn the_report_says_what_the_reorganisation_solved_and_why() {
    let text = markdown::render(&shipped(Language::Swedish));
    for said in [
        "Vad som har ändrats sedan 1 september 2014",
        "72 tjänster: växeln → BMB → BKT",
        "BKT finns inte längre; Teknisk nämnd har tagit över. Kedjan står inte längre i katalogen",
        "BKT → Teknisk nämnd",
        "Bergslagens miljö- och byggnämnd heter nu Bygg- och miljönämnden.",
    ] {
        assert!(text.contains(said), "{said}");
    }
}

/// The figure of the summary with this in its label.
fn number(document: &Document, label: &str) -> usize {
    let mut figures = document.sections[0]
        .blocks
        .iter()
        .flat_map(|block| match block {
            Block::Figures(figures) => figures.as_slice(),
            _ => &[],
        });
    let one = figures.find(|one| one.label.contains(label)).unwrap();
    one.value.parse().unwrap()
}

/// How many entries a section holds, its parts and the rows of its tables included, but for made-up examples.
fn held(document: &Document, anchors: &[&str]) -> usize {
    let sections = document.sections.iter();
    let named = sections.filter(|one| anchors.contains(&one.anchor));
    let parts = named.flat_map(|one| [one].into_iter().chain(&one.sections));
    let blocks = parts.flat_map(|one| &one.blocks);
    let count = |block: &Block| match block {
        Block::Entry(one) => usize::from(!one.tags.iter().any(|tag| tag == "påhittat exempel")),
        Block::Table(table) if table.caption.starts_with("Fler tjänster") => table.rows.len(),
        _ => 0,
    };
    blocks.map(count).sum()
}

#[test]
fn the_first_figures_count_what_is_open_and_say_by_name_what_is_decided() {
    const MET: &str = "fynd som den som ringer kan märka av";
    const DECIDED: &str = "fynd om arbetet: avsiktlig";
    const SHARE: &str = "fynd om sådant som kommunerna sköter var för sig men kan göra tillsammans";
    let (since, day) = (on("2014-09-01"), on("2026-11-23"));
    let verdict = "[[verdict]]\nfinding = \"parallel:hack-sikt:bmb+teknisk-namnd\"\nverdict = \"intended\"\nby = \"Styrgruppen\"\n";
    let before = shipped(Language::Swedish);
    let decisions = Decisions::read(verdict).unwrap();
    let after = judged(&day, &since, &decisions, Language::Swedish);
    // The catalogue itself says that one is resolved.
    assert_eq!(number(&before, DECIDED), 1);
    assert_eq!(number(&after, DECIDED), 2);
    assert_eq!(number(&before, MET), number(&after, MET) + 1);
    for document in [&before, &after] {
        assert_eq!(
            number(document, MET),
            held(document, &["findings", "chains"])
        );
        assert_eq!(number(document, SHARE), held(document, &["candidates"]));
        assert_eq!(number(document, DECIDED), held(document, &["decided"]));
    }
    let text = markdown::render(&after);
    // They are counted beside, and no pair of bodies has any for them.
    assert!(
        text.contains("kan märka av (+ 3 påhittade exempel)"),
        "{text}"
    );
    assert!(text.contains("Skymmande häck eller träd vid gata (avsiktlig)"));
    assert!(text.contains("avsiktlig, Styrgruppen"));
    assert!(text.contains("2 fynd är avgjorda och räknas för sig"));
    // What has changed since says so too, and calls it neither solved nor open.
    assert!(
        text.contains("Skymmande häck eller träd vid gata (dubbelarbete): avsiktlig, Styrgruppen")
    );
}
