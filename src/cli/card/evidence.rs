//! What was found about the service.

use super::Card;
use crate::cli::line::{Ink, Line, wrapped};
use crate::overlap::{Basis, Finding, Words};

impl Card<'_> {
    /// What was found about how the service is done.
    pub(super) fn found(&self) -> Vec<Line> {
        let found = self.findings.about_work(self.service, self.municipality);
        found.flat_map(|finding| self.finding(finding)).collect()
    }

    fn finding(&self, finding: &Finding) -> Vec<Line> {
        let words = Words {
            directory: self.directory,
            locale: self.locale,
        };
        let kind = words.kind(finding.kind).to_uppercase();
        let mut head = Line::of(Ink::Caution, &format!("≠ {kind}"));
        if let Some(decided) = words.signed_verdict(finding.decided) {
            head = head.and(Ink::Quiet, &format!("  {decided}"));
        }
        if finding.basis == Basis::Illustrative {
            head = head.and(
                Ink::Quiet,
                &format!("  {}", self.locale.text("cli-illustrative")),
            );
        }
        let evidence = words.evidence_about(finding, self.service, self.municipality);
        let evidence = evidence.into_iter();
        let suggestion = format!("→ {}", words.suggestion(finding));
        let room = self.width.saturating_sub(2);
        let body = evidence
            .chain([suggestion])
            .flat_map(|text| wrapped(&text, room));
        let body = body.map(|line| Line::of(Ink::Plain, "  ").and(Ink::Plain, &line));
        [head].into_iter().chain(body).collect()
    }
}
