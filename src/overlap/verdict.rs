//! Verdicts: what people have decided about findings, who in which role, when and why.
//!
//! They are kept in a file of their own beside the catalogue. A verdict is added at its end and none is ever taken away.
//! What else stands in the file stays as it is.
//!
//! Like everything else, what is decided is asked for on a day. On that day the last verdict about a finding holds that
//! had been made by then, the day it was made among them, until it expires, its last day among them. So on a day before
//! anybody decided anything the finding is as open as it was, and one verdict expiring does not bring back the one
//! before it. A verdict that does not say when it was made is as old as the one before it, or has always been there. Where
//! no verdict holds, what the catalogue itself says of a documented finding does.

use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::Deserialize;
use toml_edit::{Date, Datetime, Document, Item, Table, Value, value};

use crate::catalogue::{At, Day, Fault, Verdict, read_as, schema_of};
use crate::untrusted;

use super::finding::Finding;

mod astray;
pub mod kept;

/// The name of the file.
pub const FILE: &str = "verdicts.toml";

/// What some editors put before the text of a file.
const MARK: &str = "\u{feff}";

/// What somebody decided about a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The id of the finding.
    pub finding: String,
    /// What was decided.
    pub verdict: Verdict,
    /// The last day it holds; none means until somebody decides otherwise.
    pub until: Option<NaiveDate>,
    /// In which role: no person is named.
    pub by: Option<String>,
    /// The day it was decided, from which it holds.
    pub on: Option<NaiveDate>,
    /// Why, and by which agreement.
    pub note: Option<String>,
}

/// All decisions, in the order they were made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions(Vec<Decision>);

/// The file as people write it.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct WrittenFile {
    #[serde(default)]
    verdict: Vec<WrittenDecision>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct WrittenDecision {
    finding: At<String>,
    verdict: At<Verdict>,
    until: Option<At<Day>>,
    by: Option<String>,
    on: Option<At<Day>>,
    note: Option<String>,
}

/// What people wrote, made safe to show; several lines stay several.
fn plain(text: String) -> String {
    if untrusted::hides_something(&text) {
        untrusted::plain(&text).into_owned()
    } else {
        text
    }
}

impl Decisions {
    /// Reads the text of the file.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(text: &str) -> Result<Self, Vec<Fault>> {
        let (written, faults) = read_as::<WrittenFile>(text, schema_of::<WrittenFile>);
        if !faults.is_empty() {
            return Err(faults);
        }
        let decision = |written: WrittenDecision| Decision {
            finding: written.finding.value,
            verdict: written.verdict.value,
            until: written.until.map(|day| day.value.0),
            by: written.by.map(plain),
            on: written.on.map(|day| day.value.0),
            note: written.note.map(plain),
        };
        Ok(Self(written.verdict.into_iter().map(decision).collect()))
    }

    /// All of them, in the order they were made.
    pub fn all(&self) -> &[Decision] {
        &self.0
    }

    /// The decision about a finding that holds on a day: of those made by then the last, unless it has expired. One about something that the finding has taken in
    /// is about that part alone, and leaves the whole as it is.
    pub fn about(&self, finding: &Finding, day: NaiveDate) -> Option<&Decision> {
        self.holding(finding.id.as_str(), day)
    }

    /// The decision about a finding of this id that holds on a day.
    fn holding(&self, id: &str, day: NaiveDate) -> Option<&Decision> {
        let about = |decision: &&Decision| decision.finding == id;
        let mut made = None;
        let dated = self.0.iter().filter(about).map(|decision| {
            made = decision.on.or(made);
            (made, decision)
        });
        let by_then = dated.filter(|(made, _)| made.is_none_or(|made| made <= day));
        // Of those made on one day, the one that was written last.
        let (_, last) = by_then.max_by_key(|(made, _)| *made)?;
        last.until.is_none_or(|until| day <= until).then_some(last)
    }
}

/// The text of the file with a decision at its end, and every byte that stood there before as it was: its line endings,
/// a byte order mark, a list in brackets. None where the text is not such a file.
pub fn added(text: &str, decision: &Decision) -> Option<String> {
    let entry = entry(decision)?;
    let body = text.strip_prefix(MARK).unwrap_or(text);
    let file = Document::parse(body).ok()?;
    let mut after = text.to_owned();
    match file.get("verdict") {
        None | Some(Item::ArrayOfTables(_)) => {
            let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
            if !body.is_empty() && !body.ends_with('\n') {
                after.push_str(line_end);
            }
            if !body.is_empty() {
                after.push_str(line_end);
            }
            let written = format!("[[verdict]]\n{entry}");
            after.push_str(&written.replace('\n', line_end));
        }
        Some(listed) => {
            let array = listed.as_array()?;
            let inline = entry.into_inline_table().to_string();
            let (place, written) = match array.iter().last() {
                // Parted from the one before it as that one is from what stands before it, were it a line of its own.
                Some(entry_before) => {
                    let end = entry_before.span()?.end;
                    if has_remark(body.get(end..array.span()?.end)?) {
                        return after_remark(text, text.len() - body.len() + end, &inline);
                    }
                    let before = entry_before
                        .decor()
                        .prefix()
                        .and_then(|raw| match raw.span() {
                            Some(span) => body.get(span),
                            None => raw.as_str(),
                        });
                    let gap = before.filter(|gap| !gap.is_empty() && gap.trim().is_empty());
                    let written = format!(",{}{}", gap.unwrap_or(" "), inline.trim());
                    (entry_before.span()?.end, written)
                }
                None => (array.span()?.start + 1, inline.trim().to_owned()),
            };
            let place = text.len() - body.len() + place;
            let (before, rest) = text.split_at_checked(place)?;
            after = [before, &written, rest].concat();
        }
    }
    Some(after)
}

/// Whether people have written something behind an entry, on its line.
fn has_remark(rest: &str) -> bool {
    rest.lines().next().is_some_and(|line| line.contains('#'))
}

/// A list with another entry on a line of its own, below the line on which the one before it ends: what people have written
/// behind that one stays with it.
fn after_remark(text: &str, end: usize, entry: &str) -> Option<String> {
    let rest = text.get(end..)?;
    let line = rest.lines().next()?;
    let behind = line.split('#').next()?;
    let (before, below) = (text.get(..end)?, rest.get(line.len()..)?);
    let line_end = if below.starts_with("\r\n") {
        "\r\n"
    } else {
        "\n"
    };
    let begin = before.rfind('\n').map_or(0, |at| at + 1);
    let indent: String = before
        .get(begin..)?
        .chars()
        .take_while(|c| c.is_whitespace())
        .collect();
    let (comma, last) = if behind.contains(',') {
        ("", ",")
    } else {
        (",", "")
    };
    Some(format!(
        "{before}{comma}{line}{line_end}{indent}{}{last}{below}",
        entry.trim()
    ))
}

/// What a decision says, key by key.
fn entry(decision: &Decision) -> Option<Table> {
    let mut table = Table::new();
    table.insert("finding", on_one_line(&decision.finding));
    table.insert("verdict", value(decision.verdict.word()));
    let texts = [("by", &decision.by), ("note", &decision.note)];
    for (key, day) in [("until", decision.until), ("on", decision.on)] {
        if let Some(day) = day {
            table.insert(key, value(date(day)?));
        }
    }
    for (key, text) in texts {
        if let Some(text) = text {
            table.insert(key, on_one_line(text));
        }
    }
    Some(table)
}

/// A text in quotation marks on one line, even where it has several: how the lines of the file end is no part of it.
fn on_one_line(text: &str) -> Item {
    if !text.contains(['\n', '\r']) {
        return value(text);
    }
    // What JSON escapes, TOML reads; but a delete may not stand as it is.
    let quoted = serde_json::to_string(text).ok();
    let quoted = quoted.map(|quoted| quoted.replace('\u{7f}', "\\u007f"));
    let one_line = quoted.and_then(|quoted| quoted.parse::<Value>().ok());
    one_line.map_or_else(|| value(text), value)
}

fn date(day: NaiveDate) -> Option<Datetime> {
    Some(Datetime {
        date: Some(Date {
            year: u16::try_from(day.year()).ok()?,
            month: u8::try_from(day.month()).ok()?,
            day: u8::try_from(day.day()).ok()?,
        }),
        time: None,
        offset: None,
    })
}

#[cfg(test)]
mod tests;
