//! No state by colour alone: signs and words say it too.

use super::*;

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
