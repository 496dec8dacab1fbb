//! Every state at every size: nothing fails, and what matters is in view.

use super::*;

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
