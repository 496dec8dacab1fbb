//! Shows what is wrong with a catalogue: to people with the line it stands on, to programs as JSON.

use std::cell::OnceCell;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Padding, Renderer, Snippet};
use serde_json::{Value, json};
use unicode_width::UnicodeWidthChar;

use crate::catalogue::{Fault, FaultPlace, Lines, Reading, Severity, TextFile};
use crate::locale::Locale;
use crate::untrusted;

/// How many columns of a line are shown; a longer one is cut around what is pointed at.
const LINE_WIDTH: usize = 100;
/// How many columns before the place are kept when a line is cut.
const BEFORE: usize = 30;
/// The sign that stands where a line was cut.
const CUT: char = '…';

/// Every fault as people read it: what is wrong, the line underlined, what was expected, what to do.
///
/// Ends with a line break unless it is empty. Colours are the terminal's own sixteen.
pub fn render(reading: &Reading, locale: &Locale, color: bool) -> String {
    // Lines are cut here, around the place; the renderer would cut them by what labels need.
    let renderer = if color {
        Renderer::styled().hyperlink(false)
    } else {
        Renderer::plain()
    }
    .term_width(usize::from(u16::MAX));
    let places = Places::of(reading);
    let mut text = String::new();
    for fault in &reading.faults {
        if !text.is_empty() {
            text.push('\n');
        }
        for line in renderer.render(&[group(fault, &places, locale)]).lines() {
            // The renderer announces each excerpt that has no file name of its own; the name stands above it already.
            if !is_bare_announcement(line) {
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    text
}

/// Whether a line holds only the sign for "in another file", apart from colours.
fn is_bare_announcement(line: &str) -> bool {
    let mut inside = false;
    let bare = line.chars().filter(|&c| {
        let was_inside = inside;
        inside = c == '\u{1b}' || (inside && c != 'm');
        !(was_inside || inside || c == ' ')
    });
    bare.eq(":::".chars())
}

/// How many errors and warnings there are, and whether the catalogue can be used, in a sentence or two.
pub fn summary(reading: &Reading, locale: &Locale) -> String {
    let (errors, warnings) = (
        reading.count(Severity::Error),
        reading.count(Severity::Warning),
    );
    let errors_text = locale.count("fault-summary-errors", errors, &[]);
    let warnings_text = locale.count("fault-summary-warnings", warnings, &[]);
    let counts = [("errors", &*errors_text), ("warnings", &*warnings_text)];
    match (errors, warnings) {
        (0, 0) => locale.text("fault-summary-none").into_owned(),
        (0, _) => locale.with("fault-summary-usable", &counts),
        (_, 0) => locale.count("fault-summary-stopped", errors, &counts),
        _ => locale.count("fault-summary", errors, &counts),
    }
}

/// Every fault as JSON: `{"errors", "warnings", "faults": [{"severity", "code", "message", "file", "line", "column", …}]}`.
///
/// Lines and columns count from 1, columns in characters. What a fault does not have is null.
pub fn json(reading: &Reading, locale: &Locale) -> Value {
    let places = Places::of(reading);
    let faults: Vec<Value> = reading
        .faults
        .iter()
        .map(|fault| fault_json(fault, &places, locale))
        .collect();
    json!({
        "errors": reading.count(Severity::Error),
        "warnings": reading.count(Severity::Warning),
        "faults": faults,
    })
}

fn fault_json(fault: &Fault, places: &Places<'_>, locale: &Locale) -> Value {
    let place = fault.place.as_ref().and_then(|place| places.locate(place));
    let other = fault.other.as_ref().and_then(|place| places.locate(place));
    json!({
        "severity": fault.kind.severity().word(),
        "code": fault.kind.code(),
        "message": fault.kind.title(locale),
        "file": place.as_ref().map(|place| untrusted::plain(&place.file.name)),
        "line": place.as_ref().map(|place| place.start.0),
        "column": place.as_ref().map(|place| place.start.1),
        "end_line": place.as_ref().map(|place| place.end.0),
        "end_column": place.as_ref().map(|place| place.end.1),
        "expected": fault.kind.expected(locale),
        "advice": fault.kind.advice(locale),
        "other": other.map(|other| json!({
            "file": untrusted::plain(&other.file.name),
            "line": other.start.0,
            "column": other.start.1,
            "message": fault.kind.other(locale),
        })),
    })
}

/// A place with its lines and columns.
struct Located<'r> {
    file: &'r TextFile,
    start: (usize, usize),
    end: (usize, usize),
}

/// The files that faults point into; the lines of each are looked up when the first one does.
struct Places<'r>(Vec<(&'r TextFile, OnceCell<Lines<'r>>)>);

impl<'r> Places<'r> {
    fn of(reading: &'r Reading) -> Self {
        let files = reading.files.iter();
        Self(files.map(|file| (file, OnceCell::new())).collect())
    }

    fn locate(&self, place: &FaultPlace) -> Option<Located<'r>> {
        let (file, lines) = self.0.get(place.file)?;
        let lines = lines.get_or_init(|| Lines::of(&file.text));
        Some(Located {
            file,
            start: lines.line_and_column(place.span.start),
            end: lines.line_and_column(place.span.end),
        })
    }
}

fn group(fault: &Fault, places: &Places<'_>, locale: &Locale) -> Group<'static> {
    let level = match fault.kind.severity() {
        Severity::Error => Level::ERROR.with_name(locale.text("fault-error-level").into_owned()),
        Severity::Warning => {
            Level::WARNING.with_name(locale.text("fault-warning-level").into_owned())
        }
    };
    let mut group = Group::with_title(level.primary_title(fault.kind.title(locale)));
    if let Some(place) = &fault.place {
        let expected = fault.kind.expected(locale);
        group = pointed(group, place, AnnotationKind::Primary, expected, places);
    }
    if let Some(place) = &fault.other {
        let other = fault.kind.other(locale);
        group = pointed(
            group.element(Padding),
            place,
            AnnotationKind::Context,
            other,
            places,
        );
    }
    if let Some(advice) = fault.kind.advice(locale) {
        let level = Level::HELP.with_name(locale.text("fault-advice-level").into_owned());
        group = group.element(level.message(advice));
    }
    group
}

/// The group with one more place: file, line and column, and the line with the place underlined.
fn pointed(
    group: Group<'static>,
    place: &FaultPlace,
    kind: AnnotationKind,
    label: Option<String>,
    places: &Places<'_>,
) -> Group<'static> {
    let Some(Located { file, start, .. }) = places.locate(place) else {
        return group;
    };
    let (line, span) = shown_line(&file.text, &place.span);
    let origin = Origin::path(untrusted::plain(&file.name).into_owned())
        .line(start.0)
        .char_column(start.1);
    let snippet = Snippet::source(line)
        .line_start(start.0)
        .annotation(kind.span(span).label(label));
    group.element(origin).element(snippet)
}

/// The line a place begins on, safe to show and cut around the place, and where the place is in it.
///
/// Every character stands for itself or for one other, so that what is underlined stays under its sign. A place that
/// goes on over several lines is underlined to the end of its first.
fn shown_line(text: &str, span: &Range<usize>) -> (String, Range<usize>) {
    let above = text.get(..span.start).unwrap_or(text);
    let line_start = above.rfind('\n').map_or(0, |end| end + 1);
    let rest = text.get(line_start..).unwrap_or_default();
    let line = rest.split('\n').next().unwrap_or_default();
    let line = line.strip_suffix('\r').unwrap_or(line);
    let inner = above.len() - line_start..span.end.saturating_sub(line_start).min(line.len());

    let width = |c: char| c.width().unwrap_or(1).max(1);
    let columns: usize = line.chars().map(width).sum();
    let before = line.char_indices().take_while(|(at, _)| *at < inner.start);
    let before: usize = before.map(|(_, c)| width(c)).sum();
    let first = if columns > LINE_WIDTH {
        before.saturating_sub(BEFORE)
    } else {
        0
    };

    let mut shown = String::new();
    let mut place = None;
    let mut end = 0;
    let mut column = 0;
    // The gate lets a sign through for each sign.
    let harmless = untrusted::plain(line);
    for ((at, c), harmless) in line.char_indices().zip(harmless.chars()) {
        let begins = column;
        column += width(c);
        if begins < first {
            continue;
        }
        if shown.is_empty() && at > 0 {
            shown.push(CUT);
        }
        if begins >= first + LINE_WIDTH {
            shown.push(CUT);
            break;
        }
        if at == inner.start {
            place = Some(shown.len());
        }
        shown.push(harmless);
        if at < inner.end {
            end = shown.len();
        }
    }
    let place = place.unwrap_or(shown.len());
    (shown, place..end.max(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is underlined when the bytes between two bars are pointed at.
    fn underlined(marked: &str) -> (String, String) {
        let start = marked.find('|').unwrap();
        let end = marked.rfind('|').unwrap() - 1;
        let (line, place) = shown_line(&marked.replace('|', ""), &(start..end));
        let part = line[place].to_owned();
        (line, part)
    }

    #[test]
    fn what_is_underlined_is_what_was_pointed_at() {
        for (marked, line, part) in [
            ("a\nname = |\"x\"|\nb", "name = \"x\"", "\"x\""),
            ("åäö\t= |'ö'|\r\n", "åäö = 'ö'", "'ö'"),
            (
                "x = |\"a\u{1b}[2J\u{202e}b\"| # c",
                "x = \"a�[2J�b\" # c",
                "\"a�[2J�b\"",
            ),
            ("x = |{ a = 1,\n b = 2 }|", "x = { a = 1,", "{ a = 1,"),
            ("x = ||", "x = ", ""),
            ("||", "", ""),
        ] {
            assert_eq!(underlined(marked), (line.to_owned(), part.to_owned()));
        }
    }

    #[test]
    fn a_very_long_line_is_cut_around_the_place() {
        let marked = format!("{}|här|{}", "å".repeat(100_000), "ö".repeat(100_000));
        let (line, part) = underlined(&marked);
        assert_eq!(part, "här");
        assert_eq!(line.chars().count(), LINE_WIDTH + 2);
        assert!(line.starts_with("…å") && line.ends_with("ö…"));
    }

    #[test]
    fn a_very_long_place_is_underlined_as_far_as_it_is_shown() {
        let marked = format!("name = |\"{}\"|", "x".repeat(100_000));
        let (line, part) = underlined(&marked);
        assert_eq!(line, format!("name = {part}…"));
    }
}
