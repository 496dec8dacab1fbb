//! What is drawn, through the production `draw`: pictures that hold glyphs and styles, and what must be true of
//! every picture.
//!
//! A picture that is meant to change is accepted with `INSTA_UPDATE=always cargo test --lib tui::view`, after a look at
//! what git then says has changed.

#![allow(
    clippy::unwrap_used,
    reason = "a test that meets what it did not expect has failed"
)]

use std::collections::BTreeSet;
use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Size;
use ratatui::style::{Color, Modifier};

use super::*;
use crate::locale::{Language, Locale};
use crate::tui::command::TABLE;
use crate::tui::message::Msg;
use crate::tui::model::Beginning;

use crate::tui::operator::{Operator, SMALL, beginning, catalogue, faulty, keymap, rows};

mod keys;
mod signs;
mod sizes;

// ── Pictures ────────────────────────────────────────────────────────────────────────────────────────────────────────

/// The letter of each style in a picture. Fixed, so that a change in one corner does not rename all the others.
const LETTERS: [(char, &str); 18] = [
    ('.', "plain"),
    ('-', "darkgray"),
    ('q', "gray"),
    ('B', "bold"),
    ('b', "bold gray"),
    ('c', "bold lightcyan"),
    ('s', "bold white on blue"),
    ('y', "bold lightyellow"),
    ('Y', "bold underlined lightyellow on blue"),
    ('g', "bold lightgreen"),
    ('o', "lightgreen"),
    ('w', "bold darkgray"),
    ('l', "lightyellow"),
    ('r', "bold lightred"),
    ('m', "lightmagenta"),
    ('E', "bold white on red"),
    ('D', "bold black on lightyellow"),
    ('R', "reversed"),
];

/// A style in words: `bold lightcyan on blue`.
fn style_words(cell: &Cell) -> String {
    let mut words: Vec<String> = cell
        .modifier
        .iter_names()
        .map(|(name, _)| name.to_lowercase())
        .collect();
    if cell.fg != Color::Reset {
        words.push(cell.fg.to_string().to_lowercase());
    }
    if cell.bg != Color::Reset {
        words.push(format!("on {}", cell.bg.to_string().to_lowercase()));
    }
    if words.is_empty() {
        words.push("plain".into());
    }
    words.join(" ")
}

/// The glyphs, then a map of the styles with a letter a cell, then what the letters mean.
fn picture(operator: &Operator) -> String {
    let buffer = operator.screen();
    let mut picture = rows(&buffer).join("\n");
    let mut used = BTreeSet::new();
    picture.push_str("\n\n── styles ──\n");
    for y in buffer.area.top()..buffer.area.bottom() {
        let letters: String = (buffer.area.left()..buffer.area.right())
            .map(|x| {
                let words = style_words(&buffer[(x, y)]);
                let known = LETTERS.iter().find(|(_, style)| *style == words);
                let letter = known.map_or('?', |(letter, _)| *letter);
                used.insert((letter, words));
                letter
            })
            .collect();
        picture.push_str(letters.trim_end_matches('.'));
        picture.push('\n');
    }
    for (letter, words) in used {
        write!(picture, "\n{letter} {words}").unwrap();
    }
    picture
}

/// Compares what an operator sees after some strokes with its pictures, on a wide screen and on a small one.
fn compare(name: &str, strokes: impl Fn(&mut Operator)) {
    for (width, height) in [(120, 36), (80, 24)] {
        let mut operator = Operator::on(width, height);
        strokes(&mut operator);
        insta::assert_snapshot!(format!("{name}_{width}x{height}"), picture(&operator));
    }
}

/// Compares on the small screen only, where the wide one would show nothing more.
fn compare_small(name: &str, operator: &Operator) {
    insta::assert_snapshot!(format!("{name}_80x24"), picture(operator));
}

#[test]
fn the_first_screen_shows_all_services_and_the_first_card() {
    compare("services", |_| {});
}

#[test]
fn the_organisations_stand_beside_the_card_of_the_selected_one() {
    compare("organisations", |operator| {
        operator.presses("f5 down down down");
    });
}

#[test]
fn the_findings_stand_under_their_kinds_beside_what_shows_the_selected_one() {
    compare("findings", |operator| {
        operator.presses("f3");
    });
}

#[test]
fn the_matrix_lays_services_beside_municipalities() {
    compare("matrix", |operator| {
        operator.presses("f4 down down right");
    });
}

#[test]
fn the_matrix_lays_services_beside_organisations() {
    compare("matrix_of_organisations", |operator| {
        operator.presses("f4 f7 right");
    });
}

#[test]
fn the_matrix_of_one_municipality_says_who_has_which_steps() {
    let mut operator = Operator::on(80, 24);
    operator.types("2").presses("f4");
    compare_small("matrix_of_a_municipality", &operator);
}

#[test]
fn the_window_for_the_day_says_how_to_write_it() {
    let mut operator = Operator::on(80, 24);
    operator
        .presses("ctrl-d")
        .types("2014-13-01")
        .presses("enter");
    compare_small("date", &operator);
}

#[test]
fn the_window_for_a_verdict_shows_the_choices_and_then_asks_why_and_until_when() {
    let mut operator = Operator::on(80, 24);
    operator.presses("f3 f8 down down");
    compare_small("verdict", &operator);
    operator.presses("enter").types("avtal 12/2026");
    compare_small("verdict_why", &operator);
    operator.presses("enter").types("i maj").presses("enter");
    compare_small("verdict_until", &operator);
}

#[test]
fn an_open_finding_fills_the_screen() {
    let mut operator = Operator::on(80, 24);
    operator.presses("f3 enter");
    compare_small("finding", &operator);
}

#[test]
fn a_look_aside_says_what_it_shows_and_how_to_get_back() {
    let mut operator = Operator::on(80, 24);
    operator.types("2plogning").presses("f6");
    compare_small("findings_of_a_service", &operator);
}

#[test]
fn a_call_shows_whom_to_ring_beside_what_the_caller_said() {
    compare("call", |operator| {
        operator.types("2lukt avlopp");
    });
}

#[test]
fn an_open_card_fills_the_screen() {
    compare("card", |operator| {
        operator.types("2lukt avlopp").presses("enter");
    });
}

#[test]
fn the_help_lists_the_keys() {
    compare("help", |operator| {
        operator.presses("f1");
    });
}

#[test]
fn the_emergency_window_lists_the_numbers() {
    compare("emergency", |operator| {
        operator.types("2").presses("f9 down");
    });
}

#[test]
fn the_window_of_reasons_says_why_the_selected_service_is_found() {
    compare("why", |operator| {
        operator.types("2stopp i avloppet qxqxqx").presses("f12");
    });
    let mut operator = Operator::on(80, 24);
    operator.types("stopp i avloppet qxqxqx");
    operator.resizes(44, 12).presses("f12");
    insta::assert_snapshot!("why_44x12", picture(&operator));
}

#[test]
fn the_municipality_window_lists_municipalities_with_their_digits() {
    let mut operator = Operator::on(80, 24);
    operator.types("2").presses("ctrl-k");
    compare_small("municipality", &operator);
    operator.types("g");
    compare_small("municipality_by_place", &operator);
}

#[test]
fn where_nothing_fits_the_card_says_what_to_try() {
    let mut operator = Operator::on(80, 24);
    operator.types("qxqxqx");
    compare_small("nothing_found", &operator);
}

#[test]
fn a_former_name_is_answered_with_who_took_over() {
    compare("former_name", |operator| {
        operator.types("2bmb");
    });
}

#[test]
fn the_card_of_an_ended_organisation_names_its_successor() {
    let mut operator = Operator::on(80, 24);
    operator.presses("f5").types("bkt");
    operator.presses("enter");
    compare_small("ended_organisation", &operator);
}

#[test]
fn another_day_than_today_is_said_so_at_the_top() {
    for (width, height) in [(120, 36), (80, 24)] {
        let mut operator = Operator::on_day("2014-09-01");
        operator.resizes(width, height).types("2snö");
        insta::assert_snapshot!(format!("other_day_{width}x{height}"), picture(&operator));
    }
}

#[test]
fn an_unclear_entrance_shows_everybody_with_their_reasons() {
    let mut operator = Operator::on(80, 24);
    operator.types("2klotter").presses("enter");
    compare_small("unclear", &operator);
}

#[test]
fn a_gap_says_that_nobody_is_responsible() {
    let mut operator = Operator::on(80, 24);
    operator.types("1badplats").presses("enter");
    compare_small("gap", &operator);
}

#[test]
fn a_conditional_answer_says_the_condition_first() {
    let mut operator = Operator::on(80, 24);
    operator.types("1gatubelysning").presses("enter");
    compare_small("conditional", &operator);
}

#[test]
fn without_a_municipality_differing_answers_stand_below_each_other() {
    compare("every_municipality", |operator| {
        operator.types("skolbuss");
    });
}

#[test]
fn double_work_stands_on_the_row_and_on_the_card() {
    compare("double_work", |operator| {
        operator.types("2plogning");
    });
}

#[test]
fn broken_files_are_told_of_in_the_last_line() {
    let mut operator = Operator::on(80, 24);
    operator.meets(Msg::Reread(Err(faulty(2))));
    compare_small("broken_files", &operator);
}

#[test]
fn the_screen_speaks_english() {
    let mut operator = Operator::at(Beginning {
        locale: Locale::new(Language::English),
        ..beginning()
    });
    operator.types("2snö");
    insta::assert_snapshot!("english_120x36", picture(&operator));
}

/// What can be on the screen, each by the strokes that bring it there.
pub(super) const STATES: [(&str, fn(&mut Operator)); 28] = [
    ("services", |_| {}),
    ("a call", |operator| {
        operator.types("2lukt avlopp");
    }),
    ("news", |operator| {
        operator.types("2bmb");
    }),
    ("nothing found", |operator| {
        operator.types("qxqxqx");
    }),
    ("card", |operator| {
        operator.types("2snö").presses("enter");
    }),
    ("scrolled card", |operator| {
        operator.types("klotter").presses("enter ctrl-end");
    }),
    ("last row", |operator| {
        operator.presses("ctrl-end");
    }),
    ("organisations", |operator| {
        operator.presses("f5 down down down down");
    }),
    ("organisation card", |operator| {
        operator.presses("f5").types("bkt").presses("enter");
    }),
    ("findings", |operator| {
        operator.presses("f3");
    }),
    ("finding card", |operator| {
        operator.presses("f3 down enter pgdn");
    }),
    ("matrix", |operator| {
        operator.presses("f4");
    }),
    ("matrix of organisations", |operator| {
        operator.presses("f4 f7 end ctrl-end");
    }),
    ("matrix of a municipality", |operator| {
        operator.types("2").presses("f4 ctrl-home enter");
    }),
    ("opened cell", |operator| {
        operator.presses("f4 down end enter");
    }),
    ("date", |operator| {
        operator.presses("ctrl-d").types("2014-13").presses("enter");
    }),
    ("findings of a service", |operator| {
        operator.types("2snö").presses("f6");
    }),
    ("services of a finding", |operator| {
        operator.presses("f3 f6");
    }),
    ("help", |operator| {
        operator.presses("f1 pgdn");
    }),
    ("municipality", |operator| {
        operator.presses("ctrl-k").types("g");
    }),
    ("emergency", |operator| {
        operator.presses("f9 down down");
    }),
    ("why", |operator| {
        operator
            .types("2stopp i avloppet qxqxqx")
            .presses("f12 pgdn");
    }),
    ("verdict", |operator| {
        operator.presses("f3 f8 down");
    }),
    ("verdict and why", |operator| {
        operator.presses("f3 f8").types("4");
        operator.pastes(&"avtal 日本 e\u{301} ".repeat(40));
    }),
    ("verdict until a day", |operator| {
        operator.presses("f3 f8").types("3").pastes("avtalet 日本");
        operator.presses("enter").types("2014-13").presses("enter");
    }),
    ("broken verdicts", |operator| {
        operator.meets(Msg::Decided(Err(12)));
    }),
    ("broken files", |operator| {
        operator.meets(Msg::Reread(Err(faulty(12))));
    }),
    ("long query", |operator| {
        operator.pastes(&"snö 日本 e\u{301} ".repeat(40));
    }),
];
