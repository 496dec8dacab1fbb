//! Keys are told as the key map has them.

use super::*;

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
