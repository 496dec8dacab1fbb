//! Findings as Markdown: a heading for each kind, a section for each finding.

use std::fmt::Write;

use super::Told;
use crate::catalogue::FindingKind;
use crate::overlap::Finding;
use crate::referral::day_words;
use crate::untrusted;

impl Told<'_> {
    /// All of it, kind by kind.
    pub(super) fn markdown(&self) -> String {
        let locale = self.words.locale;
        let directory = self.words.directory;
        let day = day_words(directory.day(), None, locale);
        let name = directory.catalogue().name();
        let title = locale.with("cli-markdown-title", &[("catalogue", name), ("day", &day)]);
        let mut text = format!("# {}\n", plain(&title));
        for kind in FindingKind::ALL {
            let of_kind: Vec<&&Finding> =
                self.shown.iter().filter(|one| one.kind == kind).collect();
            if of_kind.is_empty() {
                continue;
            }
            let heading = capitalised(&self.words.kind(kind));
            let decided = of_kind.iter().filter(|one| one.is_silent()).count();
            let mut number = of_kind.len().to_string();
            if decided > 0 {
                let known = [("all", number.as_str())];
                number = locale.count("cli-markdown-decided", decided, &known);
            }
            // Writing to a text cannot fail.
            let _ = write!(text, "\n## {} ({})\n", plain(&heading), plain(&number));
            for finding in of_kind {
                text.push_str(&self.section(finding));
            }
        }
        text
    }

    fn section(&self, finding: &Finding) -> String {
        let mut text = format!("\n### {}\n\n", plain(&self.services(finding)));
        for sentence in self.words.evidence(finding, None) {
            let _ = writeln!(text, "{}\n", plain(&sentence));
        }
        let facts = [
            ("suggestion", self.words.suggestion(finding)),
            (
                "organisations",
                self.words.every_organisation(&finding.organisations),
            ),
            (
                "municipalities",
                self.words.every_municipality(&finding.municipalities),
            ),
            ("step", self.words.steps(finding.steps)),
            ("sources", self.words.sources(&finding.sources)),
            ("confidence", self.confidence(finding)),
            ("verdict", self.words.judged(finding)),
        ];
        for (column, value) in facts {
            if !value.is_empty() {
                let name = self.words.locale.text(&format!("column-{column}"));
                let _ = writeln!(text, "- {}: {}", plain(&name), plain(&value));
            }
        }
        let _ = writeln!(text, "- id: `{}`", finding.id);
        text
    }

    fn confidence(&self, finding: &Finding) -> String {
        let basis = self
            .words
            .locale
            .text(&format!("basis-{}", finding.basis.word()));
        format!("{}, {basis}", self.words.confidence(finding.confidence))
    }
}

/// The text with a capital first.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// The text as Markdown shows it: on one line, with what would mean something to Markdown or HTML made harmless.
fn plain(text: &str) -> String {
    let text = untrusted::plain(text);
    let mut written = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => written.push(' '),
            '<' => written.push_str("&lt;"),
            '&' => written.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' => {
                written.push('\\');
                written.push(c);
            }
            other => written.push(other),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_the_catalogue_cannot_become_markup() {
        assert_eq!(
            plain("a *b* <img> [x](y)\nc | d"),
            "a \\*b\\* &lt;img> \\[x\\](y) c \\| d"
        );
    }
}
