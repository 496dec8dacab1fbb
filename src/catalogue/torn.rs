//! Finds the lines of a file that are no TOML, one mistake after the other, and takes them out.
//!
//! A parser that has lost its way reports the same mistake again on every line that follows. Here the first mistake is
//! told, its lines are blanked, and the file is parsed anew, until the rest makes sense: every mistake is told once,
//! and everything else in the file can still be checked. Blanking keeps every byte where it was, so places stay true.

use std::ops::Range;

use toml::de::{DeTable, Error};

use crate::untrusted;

mod place;
mod reason;

use place::{floor, line_end, line_start, lines_after, part, put, trimmed};
use reason::reason;

/// Files are parsed again for every mistake in them, up to this many mistakes …
const MOST_MISTAKES: usize = 100;
/// … and up to this many bytes in all, so that a very large broken file is refused in reasonable time.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// Some lines that are no TOML.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tear {
    /// What is wrong: a word of the messages, or the parser's own words.
    pub reason: String,
    /// What to point at.
    pub span: Range<usize>,
    /// The lines that were taken out.
    pub lines: Range<usize>,
    /// The entry they belong to, from its heading to the next.
    pub entry: Range<usize>,
}

/// The text with its torn lines blanked, and what was wrong with each.
///
/// What is left need not be TOML when there are too many mistakes.
pub(super) fn mend(text: &str) -> (String, Vec<Tear>) {
    let mut mended = text.to_owned();
    let mut tears: Vec<Tear> = Vec::new();
    let rounds = (MOST_BYTES / text.len().max(1)).clamp(1, MOST_MISTAKES);
    for _ in 0..rounds {
        let (_, errors) = DeTable::parse_recoverable(&mended);
        let Some(error) = errors.iter().min_by_key(|error| {
            // Of several at one place, an unclosed text explains the others.
            (start(error), !error.message().contains("string,"))
        }) else {
            return (mended, tears);
        };
        let tear = tear(&mended, error);
        if part(&mended, tear.lines.clone()).trim().is_empty() {
            // Nothing left to take out there: the parser cannot be helped.
            tears.push(tear);
            return (mended, tears);
        }
        if tear.reason == "unclosed-long-text" {
            // It swallowed what follows; mistakes found there were none.
            for later in tears.extract_if(.., |later| later.lines.start > tear.lines.start) {
                put(&mut mended, later.lines.clone(), part(text, later.lines));
            }
        }
        let blank: String = part(&mended, tear.lines.clone())
            .bytes()
            .map(|byte| if byte == b'\n' { '\n' } else { ' ' })
            .collect();
        put(&mut mended, tear.lines.clone(), &blank);
        tears.push(tear);
    }
    tears.sort_by_key(|tear| tear.span.start);
    (mended, tears)
}

fn start(error: &Error) -> usize {
    error.span().map_or(0, |span| span.start)
}

/// Where and what the mistake is that made the parser complain here.
fn tear(text: &str, error: &Error) -> Tear {
    let span = error.span().unwrap_or_default();
    let at = floor(text, span.start);
    let end = floor(text, span.end).max(at);
    let line = line_start(text, at);
    let message = error.message();
    if at >= text.trim_end().len() && message.starts_with("invalid multi-line") {
        let open = endless_text(text).unwrap_or(at);
        return unclosed(text, open, heading_before(text, open));
    }

    let above = |line: usize| {
        let above = heading_before(text, line.checked_sub(1)?)?;
        // A heading that stands in a list or a text which was never closed is none.
        opening(text, line_end(text, above), line).map(|_| above)
    };
    let heading = match heading_before(text, at) {
        Some(heading) if heading == line => above(line).or(Some(heading)),
        heading => heading,
    };
    let body = heading.map_or(0, |heading| line_end(text, heading));
    let entry = heading.unwrap_or(0)..next_heading(text, line_end(text, at));

    let starts_open = body < line && opening(text, body, line).is_some();
    if part(text, line..).trim_start().starts_with('[') && !starts_open {
        return torn_heading(text, line, message, entry);
    }
    let Some(open) = opening(text, body, at) else {
        return torn_line(text, at..end, message, entry);
    };
    let is_text = !part(text, open..).starts_with(['[', '{']);
    let gave_up = at >= text.trim_end().len() || (line > open && is_key(part(text, line..)));
    if !is_text && (gave_up || message.starts_with("unclosed")) {
        return unclosed(text, open, heading);
    }
    Tear {
        lines: line_start(text, open)..next_key(text, line_end(text, at)),
        ..torn_line(text, at..end, message, entry)
    }
}

/// A torn heading takes its entry with it: the keys below would go to the entry above.
fn torn_heading(text: &str, line: usize, message: &str, entry: Range<usize>) -> Tear {
    let end = line_end(text, line);
    let span = trimmed(text, line..end);
    let reason = match reason(message, "") {
        "duplicate-key" if is_whole_heading(part(text, span.clone())) => "duplicate-table",
        "control-character" => "control-character",
        _ => "heading",
    };
    Tear {
        reason: reason.to_owned(),
        span,
        lines: line..next_entry(text, end),
        entry,
    }
}

/// A list, table or long text that is never closed: where it opens is the mistake, not where the parser gave up.
fn unclosed(text: &str, open: usize, heading: Option<usize>) -> Tear {
    let end = line_end(text, open);
    let reason = match text.as_bytes().get(open) {
        Some(b'[') => "unclosed-list",
        Some(b'{') => "unclosed-table",
        _ => "unclosed-long-text",
    };
    Tear {
        reason: reason.to_owned(),
        span: trimmed(text, open..end),
        lines: line_start(text, open)..next_key(text, end),
        entry: heading.unwrap_or(0)..next_heading(text, end),
    }
}

/// A mistake that concerns no more than its line.
fn torn_line(text: &str, found: Range<usize>, message: &str, entry: Range<usize>) -> Tear {
    let line = line_start(text, found.start)..line_end(text, found.start);
    let written = part(text, line.clone());
    let quote = unclosed_quote(written);
    let reason = match reason(message, part(text, found.clone())) {
        "unclosed-text" if quote.is_none() => match part(text, found.start..).chars().next() {
            Some('}' | ']' | ',') => "no-value",
            _ => "control-character",
        },
        "bad-key" if has_colon(written) => "no-equals",
        reason => reason,
    };
    let rest = part(text, found.start..line.end);
    let up_to = |length: Option<usize>| found.start..found.start + length.unwrap_or(rest.len());
    let span = match reason {
        "unclosed-text" => trimmed(text, line.start + quote.unwrap_or(0)..line.end),
        "control-character" => up_to(rest.chars().next().map(char::len_utf8)),
        "leading-zero" => trimmed(text, up_to(rest.find([',', '}', ']', '#']))),
        "bad-key" | "no-equals" => {
            let key = written.find(['=', ':', '"', '\'']);
            trimmed(
                text,
                line.start..key.map_or(line.end, |length| line.start + length),
            )
        }
        "backslash" => {
            let sign = part(text, line.start..found.end.min(line.end)).rfind('\\');
            let sign = sign.map_or(found.start, |sign| line.start + sign);
            let shown = part(text, sign..line.end)
                .chars()
                .take(2)
                .map(char::len_utf8);
            sign..sign + shown.sum::<usize>()
        }
        _ => pointed(text, found.start, found.end),
    };
    let reason = untrusted::plain(reason).into_owned();
    Tear {
        reason,
        span,
        lines: line,
        entry,
    }
}

/// Where the long text begins that was never closed: the first that swallowed a heading, or else the last.
fn endless_text(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if let Some(mark) = long_text(text, at) {
            match part(text, at + mark.len()..).split_once(mark) {
                Some((inside, _)) if !inside.lines().any(is_heading) => {
                    at += mark.len() + inside.len() + mark.len();
                }
                _ => return Some(at),
            }
            continue;
        }
        match byte {
            b'#' => at = line_end(text, at),
            b'"' | b'\'' => at += quoted(part(text, at..line_end(text, at))),
            _ => at += 1,
        }
    }
    None
}

/// The three quotes with which a long text begins here, if one does.
fn long_text(text: &str, at: usize) -> Option<&str> {
    let mark = text.get(at..at + 3)?;
    ["\"\"\"", "'''"].contains(&mark).then_some(mark)
}

/// Whether a line looks like `key: value`, as other formats have it.
fn has_colon(line: &str) -> bool {
    line.split_once(':')
        .is_some_and(|(key, _)| !key.is_empty() && !key.contains(['=', '"', '\'', '{', '[']))
}

/// The span itself, or the nearest thing to point at where it is empty.
fn pointed(text: &str, at: usize, end: usize) -> Range<usize> {
    if !part(text, at..end).trim().is_empty() {
        return trimmed(text, at..end);
    }
    let word = part(text, at..line_end(text, at))
        .split(char::is_whitespace)
        .next()
        .map_or(0, str::len);
    if word > 0 {
        return at..at + word;
    }
    let line = trimmed(text, line_start(text, at)..line_end(text, at));
    if line.is_empty() { at..at } else { line }
}

/// The outermost list, table or long text that is still open at `to`, reading from `from`.
fn opening(text: &str, from: usize, to: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut open = Vec::new();
    let mut at = from;
    while let Some(byte) = bytes.get(at).filter(|_| at < to) {
        if let Some(mark) = long_text(text, at) {
            let inside = at + mark.len();
            match part(text, inside..).find(mark) {
                Some(length) if inside + length < to => at = inside + length + mark.len(),
                _ => return open.first().copied().or(Some(at)),
            }
            continue;
        }
        match byte {
            b'#' => at = line_end(text, at),
            b'"' | b'\'' => at += quoted(part(text, at..line_end(text, at))),
            b'[' | b'{' => {
                open.push(at);
                at += 1;
            }
            b']' | b'}' => {
                open.pop();
                at += 1;
            }
            _ => at += 1,
        }
    }
    open.first().copied()
}

/// How many bytes a text takes that begins here with its quote; to the end of the line where it is not closed.
fn quoted(line: &str) -> usize {
    let bytes = line.as_bytes();
    let quote = bytes.first().copied();
    let mut at = 1;
    while at < bytes.len() {
        match bytes.get(at).copied() {
            Some(b'\\') if quote == Some(b'"') => at += 2,
            byte if byte == quote => return at + 1,
            _ => at += 1,
        }
    }
    line.len()
}

/// Where the text begins that is not closed on its line.
fn unclosed_quote(line: &str) -> Option<usize> {
    let mut at = 0;
    while let Some(offset) = part(line, at..).find(['"', '\'', '#']) {
        at += offset;
        let rest = part(line, at..);
        if rest.starts_with('#') {
            return None;
        }
        let length = quoted(rest);
        let is_closed = length > 1 && part(rest, ..length).ends_with(part(rest, ..1));
        if !is_closed {
            return Some(at);
        }
        at += length;
    }
    None
}

fn heading_before(text: &str, at: usize) -> Option<usize> {
    let mut line = line_start(text, at);
    loop {
        if is_heading(part(text, line..)) {
            return Some(line);
        }
        line = line_start(text, line.checked_sub(1)?);
    }
}

fn next_heading(text: &str, end: usize) -> usize {
    lines_after(text, end)
        .find(|&line| is_heading(part(text, line..)))
        .unwrap_or(text.len())
}

/// The next heading that is not of a part of the same entry.
fn next_entry(text: &str, end: usize) -> usize {
    lines_after(text, end)
        .find(|&line| {
            let heading = part(text, line..line_end(text, line));
            is_heading(heading) && !heading.contains('.')
        })
        .unwrap_or(text.len())
}

/// The next line that begins something new.
fn next_key(text: &str, end: usize) -> usize {
    lines_after(text, end)
        .find(|&line| is_key(part(text, line..)))
        .unwrap_or(text.len())
}

/// Whether a line looks like `[[service]]` or `[catalogue]`.
fn is_heading(line: &str) -> bool {
    let name = line.trim_start_matches([' ', '\t']);
    let name = name.strip_prefix("[[").or_else(|| name.strip_prefix('['));
    name.is_some_and(|name| {
        name.trim_start_matches(' ')
            .starts_with(|c: char| c.is_ascii_alphabetic())
    })
}

/// Whether a heading has its brackets: `[catalogue]` or `[[service]]`, perhaps with a comment after.
fn is_whole_heading(line: &str) -> bool {
    let line = line.split('#').next().unwrap_or_default().trim_end();
    let double = line.starts_with("[[");
    line.ends_with(']') && double == line.ends_with("]]")
}

/// Whether a line looks like `key = value` or a heading.
fn is_key(line: &str) -> bool {
    let line = line.lines().next().unwrap_or_default();
    let is_word = |key: &str| {
        !key.is_empty()
            && key
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
    };
    is_heading(line)
        || line
            .split_once('=')
            .is_some_and(|(key, _)| is_word(key.trim()))
}

/// Ids that stand in lines that were taken out, each with the table above it if that is known.
pub(super) fn lost_ids<'t>(text: &'t str, tear: &Tear) -> Vec<(&'t str, &'t str)> {
    let mut table = table_name(part(text, tear.entry.start..));
    let mut ids = Vec::new();
    for line in part(text, tear.lines.clone()).lines() {
        if line.trim_start().starts_with('[') {
            table = table_name(line);
        }
        for (at, id) in line.match_indices("id") {
            let before = part(line, ..at);
            let starts = !before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '-');
            let value = part(line, at + id.len()..).trim_start();
            let value = value.strip_prefix('=');
            if let Some(value) = value.filter(|_| starts) {
                let value = value.trim_start().trim_start_matches(['"', '\'', '“', '”']);
                let mut id = value.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
                ids.push((table, id.next().unwrap_or_default()));
            }
        }
    }
    ids
}

/// The name in a heading, however torn: `service` in `[[service`.
pub(super) fn table_name(line: &str) -> &str {
    let line = line.lines().next().unwrap_or_default();
    line.trim_matches(|c: char| !c.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is pointed at, and why, mistake by mistake.
    fn told(text: &str) -> Vec<(String, &str)> {
        let (_, tears) = mend(text);
        let told = tears.into_iter();
        told.map(|tear| (tear.reason, part(text, tear.span)))
            .collect()
    }

    #[test]
    fn a_long_text_that_ends_is_not_taken_for_the_one_that_does_not() {
        for mark in ["\"\"\"", "'''"] {
            let text = format!(
                "# {mark}\n[[a]]\nwhole = {mark}\nett \" [två]\n{mark}\nsign = '#'\n\
                 torn = {mark}\nett\n[[b]]\nid = \"b\"\n"
            );
            assert_eq!(
                told(&text),
                [("unclosed-long-text".to_owned(), mark)],
                "{text}"
            );
            // What it swallowed is whole.
            assert!(mend(&text).0.ends_with("\n[[b]]\nid = \"b\"\n"));
        }
    }

    #[test]
    fn a_list_that_holds_long_texts_is_open_until_it_is_closed() {
        let text = "[a]\nlist = [\n  \"\"\"\n] one\n\"\"\",\n  'two', # ]\nkey = 1\n";
        assert_eq!(told(text), [("unclosed-list".to_owned(), "[")]);
    }
}
