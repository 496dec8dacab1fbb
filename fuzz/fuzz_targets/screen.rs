//! A catalogue whose every text is hostile, drawn at any size after any keys, in every theme: nothing reaches a cell that
//! commands a terminal or hides in it, and what is copied is as clean.
#![no_main]

use std::sync::Arc;

use arbitrary::Arbitrary;
use hanvisa::catalogue::{Reading, TextFile};
use hanvisa::compare::Side;
use hanvisa::directory::Directory;
use hanvisa::locale::{Language, Locale};
use hanvisa::overlap::findings_and_lookalikes;
use hanvisa::report;
use hanvisa::tui::keymap::KeyMap;
use hanvisa::tui::message::{Effect, Msg, Reread, Stale, Why};
use hanvisa::tui::model::{Beginning, Model};
use hanvisa::tui::theme::Theme;
use hanvisa::tui::update::update;
use hanvisa::tui::view;
use hanvisa::untrusted::hides_something;
use libfuzzer_sys::fuzz_target;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Size;

const HOSTILE: &str = include_str!("../../tests/support/hostile.toml");
const THEMES: [&str; 4] = ["dark", "light", "contrast", "mono"];
const MOMENTS: [&str; 3] = ["2014-09-01T09:00", "2020-12-31T23:59", "2026-11-23T10:42"];

#[derive(Arbitrary, Debug)]
enum Stroke<'t> {
    Sign(char),
    Ctrl(u8),
    Function(u8),
    Enter,
    Esc,
    Tab,
    Up,
    Down,
    PageDown,
    Left,
    Right,
    Backspace,
    Paste(&'t str),
    Resize(u8, u8),
    Click(u8, u8),
    Wheel(i8),
    Clock(u8),
    Reread(u8),
}

#[derive(Arbitrary, Debug)]
struct Sitting<'t> {
    harm: &'t str,
    width: u8,
    height: u8,
    theme: u8,
    english: bool,
    strokes: Vec<Stroke<'t>>,
}

fuzz_target!(|sitting: Sitting<'_>| {
    // As TOML writes it, so that it is the text that harms and not the file that breaks.
    let written = serde_json::to_string(sitting.harm).unwrap_or_default();
    let written = written.trim_matches('"').replace('\u{7f}', "\\u007f");
    let reading = Reading::of_texts(vec![TextFile {
        name: "ond.toml".to_owned(),
        text: HOSTILE.replace("HARM", &written),
    }]);
    let Some(catalogue) = reading.catalogue.map(Arc::new) else {
        return;
    };
    let locale = || {
        Locale::new(if sitting.english {
            Language::English
        } else {
            Language::Swedish
        })
    };
    let theme =
        Theme::named(THEMES[usize::from(sitting.theme) % THEMES.len()]).expect("a shipped theme");
    let moment = |at: u8| {
        MOMENTS[usize::from(at) % MOMENTS.len()]
            .parse()
            .expect("a moment")
    };
    let mut terminal = Terminal::new(TestBackend::new(
        sitting.width.into(),
        sitting.height.into(),
    ))
    .expect("a screen");
    let mut model = Model::new(Beginning {
        catalogue: Arc::clone(&catalogue),
        store: None,
        accessible: false,
        locale: locale(),
        keymap: KeyMap::new(&[]).expect("the preset"),
        moment: moment(2),
        pinned: false,
        municipality: None,
        query: sitting.harm.to_owned(),
        size: Size::new(sitting.width.into(), sitting.height.into()),
    });
    model.prepare();
    for stroke in sitting.strokes.iter().take(64) {
        let key = |code, held| Msg::Key(KeyEvent::new(code, held));
        let plain = |code| key(code, KeyModifiers::NONE);
        let is_esc = matches!(stroke, Stroke::Esc);
        let msg = match stroke {
            Stroke::Sign(sign) => plain(KeyCode::Char(*sign)),
            Stroke::Ctrl(letter) => key(
                KeyCode::Char(char::from(b'a' + letter % 26)),
                KeyModifiers::CONTROL,
            ),
            Stroke::Function(number) => plain(KeyCode::F(number % 13)),
            Stroke::Enter => plain(KeyCode::Enter),
            Stroke::Esc => plain(KeyCode::Esc),
            Stroke::Tab => plain(KeyCode::Tab),
            Stroke::Up => plain(KeyCode::Up),
            Stroke::Down => plain(KeyCode::Down),
            Stroke::PageDown => plain(KeyCode::PageDown),
            Stroke::Left => plain(KeyCode::Left),
            Stroke::Right => plain(KeyCode::Right),
            Stroke::Backspace => plain(KeyCode::Backspace),
            Stroke::Paste(text) => Msg::Paste((*text).to_owned()),
            Stroke::Resize(width, height) => {
                terminal
                    .backend_mut()
                    .resize((*width).into(), (*height).into());
                Msg::Resize(Size::new((*width).into(), (*height).into()))
            }
            Stroke::Click(column, row) => Msg::Click {
                column: (*column).into(),
                row: (*row).into(),
            },
            Stroke::Wheel(rows) => Msg::Wheel((*rows).into()),
            Stroke::Clock(at) => Msg::Clock(moment(*at)),
            Stroke::Reread(faults) if faults % 2 == 0 => Msg::Reread(Ok(Reread::of(Arc::clone(&catalogue)))),
            Stroke::Reread(faults) => Msg::Reread(Err(Stale {
                why: match faults % 3 {
                    0 => Why::Gone,
                    1 => Why::Unattended,
                    _ => Why::Faults(usize::from(*faults)),
                },
                read_at: moment(*faults),
            })),
        };
        match update(&mut model, msg) {
            Some(Effect::Copy(text)) => {
                assert!(!hides_something(&text), "the clipboard gets {text:?}");
            }
            Some(Effect::Quit) => assert!(!is_esc, "Esc ended the program"),
            _ => {}
        }
        draw(&mut terminal, &model, &theme);
    }
    draw(&mut terminal, &model, &theme);
    if let Ok(day) = "2026-11-23".parse() {
        let directory = Directory::at(catalogue, day);
        let findings = findings_and_lookalikes(&directory);
        let now = Side {
            directory: &directory,
            findings: &findings,
        };
        let document = report::report(now, None, &locale());
        for page in [
            report::html::render(&document),
            report::markdown::render(&document),
        ] {
            assert!(!hides_something(&page), "the report hides something");
            assert!(!page.contains("<script>"), "a text became markup");
        }
    }
});

fn draw(terminal: &mut Terminal<TestBackend>, model: &Model, theme: &Theme) {
    terminal
        .draw(|frame| view::draw(model, theme, frame))
        .expect("a frame");
    for cell in terminal.backend().buffer().content() {
        assert!(
            !hides_something(cell.symbol()),
            "a cell holds {:?}",
            cell.symbol()
        );
        assert!(
            !cell.symbol().contains(['\n', '\r', '\t']),
            "a cell breaks the line"
        );
    }
}
