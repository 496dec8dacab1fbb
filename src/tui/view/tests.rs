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

// ── Every state ─────────────────────────────────────────────────────────────────────────────────────────────────────

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

/// The small catalogue with signs that are two columns wide, and letters made of several signs, in every sort of text.
fn wide() -> String {
    let wide = "下水道が詰まって臭いがする家の前の道路";
    let combining = "e\u{301}\u{302}\u{303}a\u{30a}o\u{308}";
    SMALL
        .replace(
            "name = \"Avloppsstopp och stopp i ledning\"",
            &format!("name = \"Avloppsstopp {combining}{wide}\""),
        )
        .replace(
            "name = \"Teknisk nämnd\"",
            &format!("name = \"{wide}技術\""),
        )
        .replace(
            "name = \"Nora kommun\"",
            &format!("name = \"{combining}{combining}{combining}\""),
        )
        .replace("name = \"Prov\"", &format!("name = \"🇸🇪{wide}\""))
        .replace(
            "name = \"Vatten och avlopp\"",
            &format!("name = \"{wide}\""),
        )
        .replace("name = \"VA\"", &format!("name = \"水{combining}\""))
        .replace("\"Gyttorp\"", &format!("\"Gyttorp\", \"g{wide}\""))
        .replace("name = \"Nora\"", &format!("name = \"Nora{wide}\""))
        .replace("Fara för liv, egendom eller miljö", &wide.repeat(3))
        .replace("Egen tomt?", &format!("{combining} {}?", wide.repeat(4)))
        .replace(
            "Både nämnden och kommunen plogar samma gångvägar.",
            &format!("{}{}", wide.repeat(5), combining.repeat(30)),
        )
}

/// Every small size, readable or not.
fn small_sizes() -> impl Iterator<Item = (u16, u16)> {
    (1..=45).flat_map(|width| (1..=15).map(move |height| (width, height)))
}

/// A sample of the others, up to 300 × 100.
fn large_sizes() -> impl Iterator<Item = (u16, u16)> {
    let widths = [46, 79, 80, 99, 100, 300];
    let heights = [10, 16, 24, 100];
    let sample = widths
        .into_iter()
        .flat_map(move |width| heights.into_iter().map(move |height| (width, height)));
    let flat = [(300, 1), (1, 100), (300, 9), (39, 100)];
    sample.chain(flat)
}

/// Whether more than the words "too small" is drawn.
fn is_readable((width, height): (u16, u16)) -> bool {
    width >= SMALLEST.0 && height >= SMALLEST.1
}

/// Of both, those that can be read.
fn readable_sizes() -> impl Iterator<Item = (u16, u16)> {
    let sizes = small_sizes().chain(large_sizes());
    sizes.filter(|&size| is_readable(size))
}

/// What must be true of every picture.
fn check(buffer: &Buffer, told: &str) {
    use unicode_width::UnicodeWidthStr;

    for y in buffer.area.top()..buffer.area.bottom() {
        for x in buffer.area.left()..buffer.area.right() {
            let symbol = buffer[(x, y)].symbol();
            assert!(!symbol.chars().any(char::is_control), "{told}: {symbol:?}");
            let end = usize::from(x) + symbol.width();
            assert!(
                end <= usize::from(buffer.area.right()),
                "{told}: {symbol} is cut by the edge"
            );
        }
    }
    let blank = rows(buffer).iter().all(String::is_empty);
    assert!(!blank, "{told}: nothing is drawn");
}

#[test]
fn every_size_draws_whatever_is_open_and_however_wide_the_letters_are() {
    for text in [SMALL.to_owned(), wide()] {
        let catalogue = catalogue(&text);
        for (name, strokes) in STATES {
            let mut operator = Operator::at(Beginning {
                catalogue: catalogue.clone(),
                ..beginning()
            });
            strokes(&mut operator);
            // What is too small to read is drawn in one way, whatever the state.
            let all = name == "services" || name == "help";
            let sizes = small_sizes().chain(large_sizes());
            let sizes = sizes.filter(|&size| all || is_readable(size));
            for (width, height) in sizes {
                operator.resizes(width, height);
                check(&operator.screen(), &format!("{name} at {width} × {height}"));
            }
        }
    }
}

#[test]
fn a_terminal_of_another_size_than_the_last_news_of_it_draws_too() {
    // Between a resize and its event the frame has one size and the model another.
    let sizes = [(1, 1), (3, 30), (40, 10), (41, 16), (80, 24), (120, 36)];
    for (name, strokes) in STATES {
        for (width, height) in sizes {
            let mut operator = Operator::on(width, height);
            strokes(&mut operator);
            for (width, height) in sizes {
                let buffer = operator.screen_of(Size::new(width, height));
                assert_eq!(buffer.area.as_size(), Size::new(width, height), "{name}");
            }
        }
    }
}

#[test]
fn whom_to_ring_is_in_view_at_every_size_that_can_be_read() {
    for (width, height) in readable_sizes() {
        for query in ["2lukt avlopp", "2snö", "2bmb", "3skolbuss"] {
            let mut operator = Operator::on(width, height);
            operator.types(query);
            let number = match operator.service().unwrap() {
                "avloppsstopp" => "0587-55 00 40",
                "snorojning" => "0587-00 00 07",
                "enskilt-avlopp" => "0581-00 00 02",
                "skolskjuts" => "0591-641 00",
                other => panic!("{query} finds {other}"),
            };
            assert!(
                operator.sees(number),
                "{query} at {width} × {height}:\n{}",
                operator.rows().join("\n")
            );
        }
    }
}

#[test]
fn what_the_window_for_a_verdict_asks_is_in_view_at_every_size_that_can_be_read() {
    let mut operator = Operator::new();
    operator.presses("f3 f8");
    for (strokes, told) in [
        ("", ["1   öppen", "4 ✓ löst"]),
        ("3", ["= avsiktlig", "får vara tom"]),
    ] {
        operator.types(strokes);
        for (width, height) in readable_sizes() {
            operator.resizes(width, height);
            for text in told {
                assert!(operator.sees(text), "{text} at {width} × {height}");
            }
        }
    }
}

#[test]
fn where_the_caller_lives_is_in_view_at_every_size_that_can_be_read() {
    for (width, height) in readable_sizes() {
        for (strokes, name) in [("2", "Nora"), ("snö grythyttan", "Hällefors")] {
            let mut operator = Operator::on(width, height);
            operator.types(strokes);
            let header = operator.rows().swap_remove(0);
            assert!(header.contains(name), "{width} × {height}: {header}");
        }
    }
}

#[test]
fn another_day_is_told_at_every_size_that_can_be_read() {
    for (width, height) in readable_sizes() {
        for day in ["2014-09-01", "2014-09-01T10:42"] {
            let mut operator = Operator::on(width, height);
            operator.types("snö grythyttan").presses("ctrl-d");
            operator.types(day).presses("enter");
            let header = operator.rows().swap_remove(0);
            assert!(header.contains("◆ visar"), "{width} × {height}: {header}");
            assert!(
                header.contains("1 sep 2014"),
                "{width} × {height}: {header}"
            );
        }
    }
}

#[test]
fn broken_files_are_told_of_in_one_line_that_is_not_cut() {
    for (language, end) in [
        (Language::Swedish, "Katalogen från sön 22 nov 23.59 visas."),
        (Language::English, "Shown as of Sun 22 Nov 23:59."),
    ] {
        let mut operator = Operator::at(Beginning {
            locale: Locale::new(language),
            size: Size::new(80, 24),
            ..beginning()
        });
        for faults in [1, 99] {
            operator.meets(Msg::Reread(Err(faulty(faults))));
            let footer = operator.rows().pop().unwrap();
            assert!(footer.ends_with(end), "{footer}");
        }
        operator.model.stale = None;
        for faults in [1, 99] {
            operator.meets(Msg::Decided(Err(faults)));
            let footer = operator.rows().pop().unwrap();
            assert!(footer.ends_with("hanvisa duplicates."), "{footer}");
        }
    }
}

#[test]
fn two_in_one_cell_of_the_table_are_counted_however_narrow_it_is() {
    for width in [80, 100, 120, 160, 200] {
        let mut operator = Operator::on(width, 50);
        operator.types("2plogning").presses("enter");
        let rows = operator.rows();
        let delivery = rows.iter().find(|row| row.contains("utförande")).unwrap();
        let told = delivery.matches("+1").count() + delivery.matches("+kommunen").count();
        assert_eq!(told, 2, "{width}: {delivery}");
    }
}

#[test]
fn a_card_has_no_two_empty_lines_below_each_other() {
    for query in [
        "2lukt avlopp",
        "2plogning",
        "klotter",
        "skolskjuts",
        "1gatubelysning",
    ] {
        let mut operator = Operator::on(120, 80);
        operator.types(query).presses("enter");
        let card = Regions::of(&operator.model).card;
        let rows = operator.rows();
        let shown = &rows[usize::from(card.y)..usize::from(card.bottom())];
        let last = shown.iter().rposition(|row| !row.is_empty()).unwrap();
        let doubled = shown[..last]
            .windows(2)
            .find(|two| two[0] == two[1] && two[0].is_empty());
        assert_eq!(doubled, None, "{query}: {shown:#?}");
    }
}

#[test]
fn a_screen_too_small_to_read_says_how_large_it_must_be_and_nothing_else() {
    for (width, height) in [(39, 24), (120, 9)] {
        let operator = Operator::on(width, height);
        let text = operator.rows().join(" ");
        assert!(text.contains("Fönstret är för litet"), "{text}");
        assert!(text.contains("40 × 10"), "{text}");
        assert!(!text.contains("Avloppsstopp"), "{text}");
    }
    assert!(Operator::on(40, 10).sees("Avloppsstopp"));
}

// ── No state by colour alone ────────────────────────────────────────────────────────────────────────────────────────

fn in_mono(strokes: impl Fn(&mut Operator)) -> Operator {
    let mut operator = Operator::new();
    operator.theme = Theme::named("mono").unwrap();
    strokes(&mut operator);
    operator
}

/// The row of the list on which a text stands.
fn row_with(operator: &Operator, text: &str) -> String {
    let list = Regions::of(&operator.model).list;
    let width = usize::from(list.width);
    let rows = operator.rows();
    let shown = rows
        .iter()
        .skip(list.y.into())
        .map(|row| row.chars().take(width).collect::<String>());
    let found = shown
        .into_iter()
        .find(|row| row.contains(text))
        .unwrap_or_else(|| panic!("no row has {text}: {rows:#?}"));
    found.trim_end().to_owned()
}

#[test]
fn the_mono_theme_puts_no_colour_on_any_cell_of_any_screen() {
    for (name, strokes) in STATES {
        for (width, height) in [(120, 36), (80, 24), (20, 5)] {
            let mut operator = in_mono(strokes);
            operator.resizes(width, height);
            for cell in operator.screen().content() {
                let colours = (cell.fg, cell.bg, cell.underline_color);
                assert_eq!(
                    colours,
                    (Color::Reset, Color::Reset, Color::Reset),
                    "{name}"
                );
            }
        }
    }
}

#[test]
fn open_closed_urgent_and_found_twice_are_told_by_signs_and_words_without_colours() {
    let operator = in_mono(|operator| {
        operator.types("2");
    });
    let open = row_with(&operator, "Avloppsstopp");
    assert!(open.contains("● öppet") && open.contains('!'), "{open}");
    let closed = row_with(&operator, "Enskilt avlopp");
    assert!(
        closed.contains("○ 13.00") && !closed.contains('●'),
        "{closed}"
    );
    let double = row_with(&operator, "Snöröjning");
    assert!(double.ends_with("≠2"), "{double}");

    let operator = in_mono(|operator| {
        operator.types("2snö");
    });
    assert!(operator.sees("≠ DUBBELARBETE"));
    let operator = in_mono(|operator| {
        operator.types("2enskilt avlopp");
    });
    assert!(operator.sees("○ stängt, öppnar 13.00"));
    let operator = in_mono(|operator| {
        operator.types("2klotter");
    });
    assert!(row_with(&operator, "Klotter").contains("oklart vem"));
    assert!(operator.sees("OKLART"));
    let operator = in_mono(|operator| {
        operator.types("1badplats");
    });
    assert!(row_with(&operator, "Badplats").contains("ingen"));
    assert!(operator.sees("LUCKA"));
}

#[test]
fn closed_until_another_day_is_a_word() {
    let mut operator = Operator::at(Beginning {
        moment: crate::tui::operator::moment("2026-11-23T17:00"),
        ..beginning()
    });
    operator.theme = Theme::named("mono").unwrap();
    operator.types("2");
    let row = row_with(&operator, "Avloppsstopp");
    assert!(row.contains("○ stängt"), "{row}");
    assert!(operator.sees("○ stängt, öppnar i morgon 08.00"));
}

#[test]
fn the_number_to_ring_is_in_view_on_the_smallest_screen_when_it_is_closed_too() {
    for time in ["2026-11-23T10:42", "2026-11-23T17:00", "2026-11-21T12:00"] {
        let mut operator = Operator::at(Beginning {
            moment: crate::tui::operator::moment(time),
            ..beginning()
        });
        operator.types("2stopp avlopp");
        operator.resizes(40, 10);
        let number = operator
            .rows()
            .iter()
            .position(|row| row.contains("0587-55 00 40"));
        assert!(number.is_some(), "{time}: {:#?}", operator.rows());
    }
}

#[test]
fn the_selected_row_and_the_shown_view_carry_a_sign() {
    let operator = in_mono(|operator| {
        operator.presses("down");
    });
    let marked: Vec<_> = operator
        .rows()
        .into_iter()
        .filter(|row| row.contains('▌'))
        .collect();
    assert!(
        matches!(&marked[..], [row] if row.contains("Badplats")),
        "{marked:?}"
    );
    assert!(operator.sees("▸Tjänster") && !operator.sees("▸Organisationer"));
}

#[test]
fn another_day_good_news_and_bad_news_are_told_by_signs_and_words_without_colours() {
    let mut operator = Operator::on_day("2014-09-01");
    operator.theme = Theme::named("mono").unwrap();
    assert!(
        operator.rows()[0].contains("visar mån 1 sep 2014"),
        "{}",
        operator.rows()[0]
    );
    operator.meets(Msg::Copied(Ok(())));
    assert!(operator.rows()[35].contains("✓ Kopierat."));
    operator.meets(Msg::Copied(Err("trasigt".into())));
    assert!(operator.rows()[35].contains("! Det gick inte att kopiera"));
}

#[test]
fn what_was_found_is_marked_letter_by_letter_on_the_row() {
    let mut operator = Operator::new();
    operator.types("enskilt");
    let buffer = operator.screen();
    let rows = rows(&buffer);
    let list = Regions::of(&operator.model).list;
    let (y, row) = rows
        .iter()
        .enumerate()
        .skip(list.y.into())
        .find(|(_, row)| row.contains("Enskilt avlopp"))
        .unwrap();
    let start = row.chars().take_while(|&sign| sign != 'E').count();
    let marked: String = (start..start + "Enskilt avlopp".len())
        .map(|x| &buffer[(u16::try_from(x).unwrap(), u16::try_from(y).unwrap())])
        .filter(|cell| cell.modifier.contains(Modifier::UNDERLINED))
        .map(Cell::symbol)
        .collect();
    assert_eq!(marked, "Enskilt");
}

// ── Keys come from the key map ──────────────────────────────────────────────────────────────────────────────────────

/// The rows of the help from its beginning to its end.
fn whole_help(operator: &mut Operator) -> Vec<String> {
    operator.model.overlay = Some(Overlay::Help {
        filter: crate::tui::line::Line::default(),
        scroll: 0,
    });
    let mut rows = operator.rows();
    let mut last = Vec::new();
    while last != operator.rows() {
        last = operator.rows();
        rows.extend(last.clone());
        operator.presses("pgdn");
    }
    rows
}

#[test]
fn the_help_lists_every_command_with_all_its_keys() {
    let keymaps = [
        keymap(&[]),
        keymap(&[("copy", &["f10", "alt-x"]), ("open", &["f11"])]),
    ];
    for keymap in keymaps {
        let mut operator = Operator::new();
        operator.model.keymap = keymap;
        let rows = whole_help(&mut operator);
        for entry in TABLE {
            let what = operator.model.locale.text(entry.text);
            let first = what.split(',').next().unwrap();
            let row = rows.iter().find(|row| row.contains(first));
            let row = row.unwrap_or_else(|| panic!("{} is not in the help", entry.name));
            let keys = operator.model.keymap.keys(entry.command);
            let keys: Vec<_> = keys.iter().map(ToString::to_string).collect();
            assert!(row.contains(&keys.join("  ")), "{keys:?} in {row}");
        }
    }
}

/// Whether a key's name stands on the screen as a word of its own. Arrows are no words: a card has its own.
fn shows_key(rows: &[String], key: &str) -> bool {
    let is_rest = |sign: char| sign.is_whitespace() || ".,:;()│".contains(sign);
    rows.iter()
        .any(|row| row.split(is_rest).any(|word| word == key))
}

#[test]
fn a_key_that_is_changed_changes_wherever_it_is_shown() {
    for (name, strokes) in STATES {
        let mut operator = Operator::new();
        strokes(&mut operator);
        let before = operator.rows();
        for entry in TABLE {
            let old = keymap(&[]).first_key(entry.command);
            operator.model.keymap = keymap(&[(entry.name, &["f24"])]);
            let after = operator.rows();
            let told = format!("{} in {name}", entry.name);
            if old.chars().count() > 1 {
                assert!(!shows_key(&after, &old), "{told}: {old} is still shown");
                assert_eq!(shows_key(&after, "F24"), shows_key(&before, &old), "{told}");
            }
        }
    }
}

#[test]
fn the_last_line_names_the_keys_that_matter_now() {
    let footer = |strokes: fn(&mut Operator)| {
        let mut operator = Operator::new();
        strokes(&mut operator);
        operator.rows().pop().unwrap()
    };
    let first = footer(|_| {});
    for words in ["Enter kort", "Ctrl-Y kopiera", "Ctrl-K kommun", "F1 hjälp"] {
        assert!(first.contains(words), "{words}: {first}");
    }
    let typed = footer(|operator| {
        operator.types("snö");
    });
    assert!(
        typed.contains("Esc rensa") && !first.contains("Esc"),
        "{typed}"
    );
    let card = footer(|operator| {
        operator.presses("enter");
    });
    assert!(card.contains("Esc tillbaka"), "{card}");
    let window = footer(|operator| {
        operator.presses("ctrl-k");
    });
    assert!(window.contains("Enter välj"), "{window}");
}
