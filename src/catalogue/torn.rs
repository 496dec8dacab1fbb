//! Finds the lines of a file that are no TOML, one mistake after the other, and takes them out.
//!
//! A parser that has lost its way reports the same mistake again on every line that follows. Here the first mistake is
//! told, its lines are blanked, and the file is parsed anew, until the rest makes sense: every mistake is told once,
//! and everything else in the file can still be checked. Blanking keeps every byte where it was, so places stay true.

use std::ops::Range;

use toml::de::{DeTable, Error};

use crate::untrusted;

mod reason;

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
        if mended[tear.lines.clone()].trim().is_empty() {
            // Nothing left to take out there: the parser cannot be helped.
            tears.push(tear);
            return (mended, tears);
        }
        if tear.reason == "unclosed-long-text" {
            // It swallowed what follows; mistakes found there were none.
            for later in tears.extract_if(.., |later| later.lines.start > tear.lines.start) {
                mended.replace_range(later.lines.clone(), &text[later.lines]);
            }
        }
        let blank: String = mended[tear.lines.clone()]
            .bytes()
            .map(|byte| if byte == b'\n' { '\n' } else { ' ' })
            .collect();
        mended.replace_range(tear.lines.clone(), &blank);
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
    if text[line..].trim_start().starts_with('[') && !starts_open {
        return torn_heading(text, line, message, entry);
    }
    let Some(open) = opening(text, body, at) else {
        return torn_line(text, at..end, message, entry);
    };
    let is_text = !text[open..].starts_with(['[', '{']);
    let gave_up = at >= text.trim_end().len() || (line > open && is_key(&text[line..]));
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
        "duplicate-key" if is_whole_heading(&text[span.clone()]) => "duplicate-table",
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
    let written = &text[line.clone()];
    let quote = unclosed_quote(written);
    let reason = match reason(message, &text[found.clone()]) {
        "unclosed-text" if quote.is_none() => match text[found.start..].chars().next() {
            Some('}' | ']' | ',') => "no-value",
            _ => "control-character",
        },
        "bad-key" if has_colon(written) => "no-equals",
        reason => reason,
    };
    let rest = &text[found.start..line.end.max(found.start)];
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
            let sign = text[line.start..found.end.min(line.end)].rfind('\\');
            let sign = sign.map_or(found.start, |sign| line.start + sign);
            let shown = text[sign..line.end].chars().take(2).map(char::len_utf8);
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
    while at < bytes.len() {
        match bytes[at] {
            b'#' => at = line_end(text, at),
            quote @ (b'"' | b'\'') if bytes[at..].starts_with(&[quote; 3]) => {
                let inner = at + 3;
                let Some(length) = text[inner..].find(&text[at..inner]) else {
                    return Some(at);
                };
                let mut lines = text[inner..inner + length].lines();
                if lines.any(is_heading) {
                    return Some(at);
                }
                at = inner + length + 3;
            }
            b'"' | b'\'' => at += quoted(&text[at..line_end(text, at)]),
            _ => at += 1,
        }
    }
    None
}

/// Whether a line looks like `key: value`, as other formats have it.
fn has_colon(line: &str) -> bool {
    line.split_once(':')
        .is_some_and(|(key, _)| !key.is_empty() && !key.contains(['=', '"', '\'', '{', '[']))
}

/// The span itself, or the nearest thing to point at where it is empty.
fn pointed(text: &str, at: usize, end: usize) -> Range<usize> {
    if !text[at..end].trim().is_empty() {
        return trimmed(text, at..end);
    }
    let word = text[at..line_end(text, at)]
        .split(char::is_whitespace)
        .next()
        .map_or(0, str::len);
    if word > 0 {
        return at..at + word;
    }
    let line = trimmed(text, line_start(text, at)..line_end(text, at));
    if line.is_empty() { at..at } else { line }
}

fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let inner = text[span.clone()].trim_end();
    let start = span.start + (inner.len() - inner.trim_start().len());
    start..span.start + inner.len()
}

/// The outermost list, table or long text that is still open at `to`, reading from `from`.
fn opening(text: &str, from: usize, to: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut open = Vec::new();
    let mut at = from;
    while at < to {
        let rest = &bytes[at..];
        match bytes[at] {
            b'#' => at = line_end(text, at),
            quote @ (b'"' | b'\'') if rest.starts_with(&[quote; 3]) => {
                let mark = &text[at..at + 3];
                match text[at + 3..].find(mark) {
                    Some(length) if at + 3 + length < to => at += length + 6,
                    _ => return open.first().copied().or(Some(at)),
                }
            }
            b'"' | b'\'' => at += quoted(&text[at..line_end(text, at)]),
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
    while let Some(quote) = line[at..].find(['"', '\'', '#']).map(|offset| at + offset) {
        if line[quote..].starts_with('#') {
            return None;
        }
        let length = quoted(&line[quote..]);
        let is_closed = length > 1 && line[..quote + length].ends_with(&line[quote..=quote]);
        if !is_closed {
            return Some(quote);
        }
        at = quote + length;
    }
    None
}

/// The start of the line that the byte is on.
fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// The end of the line that the byte is on, before its line break.
fn line_end(text: &str, at: usize) -> usize {
    text[at..]
        .find('\n')
        .map_or(text.len(), |length| at + length)
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(0)
}

/// The starts of the lines after the one that ends here.
fn lines_after(text: &str, end: usize) -> impl Iterator<Item = usize> {
    text[end..]
        .match_indices('\n')
        .map(move |(offset, _)| end + offset + 1)
}

fn heading_before(text: &str, at: usize) -> Option<usize> {
    let mut line = line_start(text, at);
    loop {
        if is_heading(&text[line..]) {
            return Some(line);
        }
        line = line_start(text, line.checked_sub(1)?);
    }
}

fn next_heading(text: &str, end: usize) -> usize {
    lines_after(text, end)
        .find(|&line| is_heading(&text[line..]))
        .unwrap_or(text.len())
}

/// The next heading that is not of a part of the same entry.
fn next_entry(text: &str, end: usize) -> usize {
    lines_after(text, end)
        .find(|&line| {
            let heading = &text[line..line_end(text, line)];
            is_heading(heading) && !heading.contains('.')
        })
        .unwrap_or(text.len())
}

/// The next line that begins something new.
fn next_key(text: &str, end: usize) -> usize {
    lines_after(text, end)
        .find(|&line| is_key(&text[line..]))
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
    let mut table = table_name(&text[tear.entry.start..]);
    let mut ids = Vec::new();
    for line in text[tear.lines.clone()].lines() {
        if line.trim_start().starts_with('[') {
            table = table_name(line);
        }
        for (at, _) in line.match_indices("id") {
            let starts =
                !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '-');
            let value = line[at + 2..].trim_start().strip_prefix('=');
            if let Some(value) = value.filter(|_| starts) {
                let value = value.trim_start().trim_start_matches(['"', '\'', '“', '”']);
                let length = value
                    .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
                    .unwrap_or(value.len());
                ids.push((table, &value[..length]));
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
