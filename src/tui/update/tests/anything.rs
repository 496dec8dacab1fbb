//! What holds whatever happens.

use super::*;

/// Something that can happen to the program.
#[derive(Clone, Debug)]
enum Stroke {
    /// A key written as in the key map.
    Key(String),
    /// Any key a terminal can send.
    Any(KeyCode, KeyModifiers, KeyEventKind),
    Paste(String),
    Resize(u16, u16),
    Wheel(i32),
    Click(u16, u16),
    Clock(&'static str),
    Reread(usize),
}

const MOMENTS: [&str; 4] = [
    "2026-11-23T10:43",
    "2026-11-23T12:30",
    "2014-09-01T09:00",
    "1999-12-31T23:59",
];

fn stroke() -> impl Strategy<Value = Stroke> {
    let preset: std::collections::BTreeMap<String, Vec<String>> =
        toml::from_str(crate::tui::keymap::PRESET).unwrap();
    let commands: Vec<String> = preset.into_values().flatten().collect();
    let signs: Vec<String> = "abcdeghiklmnoprstuvyåäö 0123456789?!@#BÖ日"
        .chars()
        .map(String::from)
        .collect();
    let words = vec![
        "gyttorp",
        "@nora ",
        "#bkt",
        " ! ",
        "snö",
        "bmb",
        "e\u{301}",
        "两千",
        "\u{1b}[2J",
        "\n",
    ];
    let codes = prop_oneof![
        any::<char>().prop_map(KeyCode::Char),
        (0..=255_u8).prop_map(KeyCode::F),
        Just(KeyCode::Esc),
        Just(KeyCode::Enter),
        Just(KeyCode::Insert),
        Just(KeyCode::Null),
        Just(KeyCode::BackTab),
        Just(KeyCode::Menu),
    ];
    let kinds = prop_oneof![
        4 => Just(KeyEventKind::Press),
        1 => Just(KeyEventKind::Repeat),
        1 => Just(KeyEventKind::Release),
    ];
    prop_oneof![
        10 => prop::sample::select(commands).prop_map(Stroke::Key),
        10 => prop::sample::select(signs).prop_map(Stroke::Key),
        3 => prop::sample::select(words).prop_map(|word| Stroke::Paste(word.into())),
        1 => any::<String>().prop_map(Stroke::Paste),
        2 => (codes, 0..=0b11_1111_u8, kinds)
            .prop_map(|(code, held, kind)| Stroke::Any(code, KeyModifiers::from_bits_truncate(held), kind)),
        2 => (0..=130_u16, 0..=40_u16).prop_map(|(width, height)| Stroke::Resize(width, height)),
        1 => any::<i32>().prop_map(Stroke::Wheel),
        1 => (0..=130_u16, 0..=40_u16).prop_map(|(column, row)| Stroke::Click(column, row)),
        1 => prop::sample::select(&MOMENTS[..]).prop_map(Stroke::Clock),
        1 => (0..4_usize).prop_map(Stroke::Reread),
    ]
}

/// What must hold of a model whatever has happened to it.
fn sound(model: &Model) -> Result<(), String> {
    let list = Regions::of(model).list;
    let head = match model.view {
        View::Matrix => crate::tui::view::matrix::head_lines(list.height),
        _ => 0,
    };
    let height = usize::from(list.height.saturating_sub(head));
    let lists = match model.view {
        View::Services => (
            model.service.position(&model.services),
            model.service.selected.is_some(),
            model.service.offset,
            model.services.len(),
        ),
        View::Organisations => (
            model.organisation.position(&model.organisations),
            model.organisation.selected.is_some(),
            model.organisation.offset,
            model.organisations.len(),
        ),
        View::Matrix => (
            model.grid.row.position(&model.grid.rows),
            model.grid.row.selected.is_some(),
            model.grid.row.offset,
            model.grid.rows.len(),
        ),
        View::Findings => (
            model.finding.position(&model.finding_rows),
            model.finding.selected.is_some(),
            model.finding.offset,
            model.finding_rows.len(),
        ),
    };
    if model.view == View::Matrix
        && model.grid.column.position(&model.grid.columns).is_none()
        && !model.grid.columns.is_empty()
    {
        return Err("no column is selected".into());
    }
    if model.finding.selected.is_some_and(|row| !row.is_finding()) {
        return Err("a heading is selected".into());
    }
    match lists {
        (None, false, _, 0) => {}
        (None, _, _, length) => return Err(format!("no row of {length} is selected")),
        (Some(at), _, offset, _) if height > 0 && !(offset..offset + height).contains(&at) => {
            return Err(format!(
                "row {at} is out of view: {height} rows from {offset}"
            ));
        }
        (Some(_), _, offset, length) if height > 0 && offset + height > length.max(height) => {
            return Err(format!(
                "rows are left empty: {height} from {offset} of {length}"
            ));
        }
        (Some(_), ..) => {}
    }
    if model.query.text().chars().count() > 256 {
        return Err("the query is too long to be searched".into());
    }
    let (selected, length) = match &model.overlay {
        Some(Overlay::Municipality { filter, selected }) => {
            (*selected, model.municipalities_called(filter.text()).len())
        }
        Some(Overlay::Emergency { selected }) => (*selected, model.numbers().len()),
        _ => (0, 1),
    };
    if selected >= length.max(1) {
        return Err(format!(
            "row {selected} of {length} is selected in the window"
        ));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_happens_nothing_panics_esc_never_ends_and_the_selection_stays_in_view(
        strokes in prop::collection::vec(stroke(), 1..60)
    ) {
        let catalogues = [SMALL.to_owned(), moved(), TINY.to_owned()].map(|text| catalogue(&text));
        let mut operator = Operator::at(Beginning { catalogue: catalogues[0].clone(), ..beginning() });
        for stroke in strokes {
            let ends = match &stroke {
                Stroke::Key(written) => matches!(written.as_str(), "ctrl-c" | "ctrl-q"),
                Stroke::Any(code, held, kind) => {
                    *kind != KeyEventKind::Release
                        && matches!(code, KeyCode::Char('c' | 'q' | 'C' | 'Q'))
                        && *held - KeyModifiers::SHIFT == KeyModifiers::CONTROL
                }
                _ => false,
            };
            let msg = match stroke.clone() {
                Stroke::Key(written) => Msg::Key(key(&written)),
                Stroke::Any(code, held, kind) => Msg::Key(KeyEvent { kind, ..KeyEvent::new(code, held) }),
                Stroke::Paste(text) => Msg::Paste(text),
                Stroke::Resize(width, height) => Msg::Resize(Size::new(width, height)),
                Stroke::Wheel(rows) => Msg::Wheel(rows),
                Stroke::Click(column, row) => Msg::Click { column, row },
                Stroke::Clock(text) => Msg::Clock(moment(text)),
                Stroke::Reread(at) => {
                    Msg::Reread(catalogues.get(at).cloned().map(Reread::of).ok_or(faulty(1)))
                }
            };
            let effect = operator.meets(msg);
            prop_assert_eq!(effect == Some(Effect::Quit), ends, "{:?}", stroke);
            prop_assert_eq!(sound(&operator.model), Ok(()), "after {:?}", stroke);
        }
        operator.screen();
    }
}

#[test]
fn every_command_of_the_table_can_be_asked_for_in_every_state() {
    let states = [
        "ctrl-home",
        "enter",
        "f1",
        "ctrl-k",
        "f9",
        "f5",
        "f5 enter",
        "f3",
        "f3 enter",
        "f3 f6",
        "f5 f6",
        "f4",
        "f4 f7",
        "f4 ctrl-home",
        "f4 enter",
        "ctrl-d",
        "s n ö f12",
    ];
    for entry in TABLE {
        for state in states {
            for size in [(120, 36), (80, 24), (40, 10), (3, 3)] {
                let mut operator = Operator::on(size.0, size.1);
                operator.presses(state);
                let command = entry.command;
                let effect = obey(&mut operator.model, command);
                operator.model.settle();
                assert_eq!(
                    effect == Some(Effect::Quit),
                    command == Command::Quit,
                    "{command:?}"
                );
                assert_eq!(sound(&operator.model), Ok(()), "{command:?} in {state}");
            }
        }
    }
}
