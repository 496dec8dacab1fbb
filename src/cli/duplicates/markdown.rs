//! Findings as Markdown: a heading for each kind, a section for each finding.

use std::fmt::Write;

use super::Told;
use crate::catalogue::FindingKind;
use crate::overlap::Finding;
use crate::referral::day_words;
use crate::report::capital;
use crate::untrusted::markdown::escaped;

impl Told<'_> {
    /// All of it, kind by kind.
    pub(super) fn markdown(&self) -> String {
        let locale = self.words.locale;
        let directory = self.words.directory;
        let day = day_words(directory.day(), None, locale);
        let name = directory.catalogue().name();
        let title = locale.with("cli-markdown-title", &[("catalogue", name), ("day", &day)]);
        let mut text = format!("# {}\n", escaped(&title));
        for kind in FindingKind::ALL {
            let of_kind: Vec<&&Finding> =
                self.shown.iter().filter(|one| one.kind == kind).collect();
            if of_kind.is_empty() {
                continue;
            }
            let heading = capital(&self.words.kind(kind));
            let decided = of_kind.iter().filter(|one| one.is_silent()).count();
            let mut number = of_kind.len().to_string();
            if decided > 0 {
                let known = [("all", number.as_str())];
                number = locale.count("cli-markdown-decided", decided, &known);
            }
            // Writing to a text cannot fail.
            let _ = write!(text, "\n## {} ({})\n", escaped(&heading), escaped(&number));
            for finding in of_kind {
                text.push_str(&self.section(finding));
            }
        }
        text
    }

    fn section(&self, finding: &Finding) -> String {
        let mut text = format!("\n### {}\n\n", escaped(&self.services(finding)));
        for sentence in self.words.evidence(finding, None) {
            let _ = writeln!(text, "{}\n", escaped(&sentence));
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
            ("residents", self.residents(finding)),
            ("step", self.words.steps(finding.steps)),
            ("sources", self.words.sources(&finding.sources)),
            ("confidence", self.confidence(finding)),
            ("verdict", self.words.judged(finding)),
        ];
        for (column, value) in facts {
            if !value.is_empty() {
                let name = self.words.locale.text(&format!("column-{column}"));
                let _ = writeln!(text, "- {}: {}", escaped(&name), escaped(&value));
            }
        }
        let _ = writeln!(text, "- id: `{}`", finding.id);
        text
    }

    /// How many live where it touches somebody; empty where the catalogue does not say.
    fn residents(&self, finding: &Finding) -> String {
        let number = finding.reach.residents;
        let number = number.map(|number| self.words.locale.thousands(number));
        number.unwrap_or_default()
    }

    fn confidence(&self, finding: &Finding) -> String {
        let basis = self
            .words
            .locale
            .text(&format!("basis-{}", finding.basis.word()));
        format!("{}, {basis}", self.words.confidence(finding.confidence))
    }
}
