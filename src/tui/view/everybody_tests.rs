//! The screen for everybody: for whoever hears it, enlarges it, or sees no colours.

#![allow(
    clippy::unwrap_used,
    reason = "a test that meets what it did not expect has failed"
)]

use std::collections::BTreeSet;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;
use ratatui::style::{Color, Style};

use super::tests::STATES;
use super::*;
use crate::tui::model::Beginning;
use crate::tui::operator::{Operator, beginning, rows};

#[test]
fn the_cursor_stands_on_what_is_selected_where_somebody_goes_by_it() {
    for (width, height) in [(120, 36), (80, 24)] {
        let mut operator = Operator::at(Beginning {
            accessible: true,
            size: Size::new(width, height),
            ..beginning()
        });
        for view in ["f2", "f5", "f4"] {
            operator.presses(view).presses("ctrl-home");
            for _ in 0..3 {
                operator.presses("down");
                let row = operator.at_cursor();
                assert!(row.starts_with('▌'), "{view}: {row}");
            }
        }
        operator.presses("f2 ctrl-home").types("badplats");
        let row = operator.at_cursor();
        assert!(row.starts_with("▌ Badplats"), "{row}");
        operator.presses("enter");
        let card = operator.at_cursor();
        assert!(card.trim_start().starts_with("Badplats"), "{card}");
        operator.presses("esc ctrl-k down");
        let row = operator.at_cursor();
        assert!(row.starts_with('▌') && row.contains("Nora"), "{row}");
        operator.presses("esc ctrl-d");
        assert!(
            !operator.at_cursor().starts_with('▌'),
            "a day is being written"
        );
    }
}

#[test]
fn every_theme_shows_the_same_signs_and_words() {
    for (name, strokes) in STATES {
        let mut operator = Operator::new();
        strokes(&mut operator);
        let shown = |theme: &str| {
            let mut terminal = Terminal::new(TestBackend::new(120, 36)).unwrap();
            let theme = Theme::named(theme).unwrap();
            let drawn = terminal.draw(|frame| draw(&operator.model, &theme, frame));
            rows(drawn.unwrap().buffer)
        };
        let mono = shown("mono");
        for theme in Theme::NAMES {
            assert_eq!(shown(theme), mono, "{name} in {theme}");
        }
    }
}

#[test]
fn whatever_a_colour_says_a_sign_or_a_word_says_too() {
    // Each meaning in a colour of its own, and what the text in it must have.
    let told: [(&str, &[&str]); 6] = [
        ("open", &["●", "✓"]),
        ("closed", &["○"]),
        ("error", &["!", "–"]),
        (
            "finding",
            &["≠", "DUBBELARBETE", "OKLAR", "LUCKA", "×", "?"],
        ),
        ("emergency", &["112"]),
        ("other_day", &["◆"]),
    ];
    let theme = Theme {
        open: Style::new().fg(Color::Indexed(0)),
        closed: Style::new().fg(Color::Indexed(1)),
        error: Style::new().fg(Color::Indexed(2)),
        finding: Style::new().fg(Color::Indexed(3)),
        emergency: Style::new().fg(Color::Indexed(4)),
        other_day: Style::new().fg(Color::Indexed(5)),
        ..Theme::default()
    };
    let mut seen = BTreeSet::new();
    let mut silent = Vec::new();
    let another_day: (&str, fn(&mut Operator)) = ("another day", |operator| {
        operator
            .presses("ctrl-d")
            .types("2014-09-01")
            .presses("enter");
    });
    for (name, strokes) in STATES.into_iter().chain([another_day]) {
        let mut operator = Operator::new();
        strokes(&mut operator);
        let mut terminal = Terminal::new(TestBackend::new(120, 36)).unwrap();
        let drawn = terminal.draw(|frame| draw(&operator.model, &theme, frame));
        let buffer = drawn.unwrap().buffer.clone();
        for y in 0..36 {
            for (at, (role, signs)) in told.iter().enumerate() {
                let colour = Color::Indexed(u8::try_from(at).unwrap());
                let text: String = (0..120)
                    .filter(|&x| buffer[(x, y)].fg == colour)
                    .map(|x| buffer[(x, y)].symbol())
                    .collect();
                if text.trim().is_empty() {
                    continue;
                }
                seen.insert(*role);
                if !signs.iter().any(|sign| text.contains(sign)) {
                    silent.push(format!("{name}: {role}: {text}"));
                }
            }
        }
    }
    assert!(silent.is_empty(), "only by a colour: {silent:#?}");
    assert_eq!(seen.len(), told.len(), "{seen:?}");
}
