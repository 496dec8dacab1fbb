//! The foot of the card: what people have found about the service, and where all this is from.

use super::Card;
use crate::catalogue::{FindingRef, MunicipalityRef, SourceRef, Status};
use crate::cli::answer;
use crate::cli::line::{Ink, Line, wrapped};
use crate::referral::Referral;

impl Card<'_> {
    /// What people have found about the service.
    pub(super) fn findings(&self) -> Vec<Line> {
        let found = answer::findings(self.directory, self.service, self.municipality);
        found
            .into_iter()
            .flat_map(|finding| self.finding(finding))
            .collect()
    }

    fn finding(&self, finding: FindingRef) -> Vec<Line> {
        let finding = &self.directory.catalogue()[finding];
        let kind = self
            .locale
            .text(&format!("finding-{}", finding.kind.word()));
        let mut head = Line::of(Ink::Caution, &format!("≠ {}", kind.to_uppercase()));
        if finding.status == Status::Illustrative {
            head = head.and(
                Ink::Quiet,
                &format!("  {}", self.locale.text("cli-illustrative")),
            );
        }
        let suggestion = finding.suggestion.as_ref();
        let texts = [
            Some(finding.statement.clone()),
            suggestion.map(|text| format!("→ {text}")),
        ];
        let room = self.width.saturating_sub(2);
        let body = texts
            .into_iter()
            .flatten()
            .flat_map(|text| wrapped(&text, room));
        let body = body.map(|line| Line::of(Ink::Plain, "  ").and(Ink::Plain, &line));
        [head].into_iter().chain(body).collect()
    }

    /// The titles of every source that the answer rests on.
    pub(super) fn sources(&self, answers: &[(Vec<MunicipalityRef>, Referral)]) -> Vec<Line> {
        let mut all: Vec<SourceRef> = Vec::new();
        let entrances = answers
            .iter()
            .flat_map(|(_, referral)| referral.entrances());
        for source in entrances
            .flat_map(answer::sources)
            .chain(self.entry().sources.clone())
        {
            if !all.contains(&source) {
                all.push(source);
            }
        }
        all.sort();
        let titles: Vec<_> = all
            .into_iter()
            .map(|source| {
                let source = &self.directory.catalogue()[source];
                let day = source
                    .published
                    .map(|day| format!(" ({day})"))
                    .unwrap_or_default();
                format!("{} {}{day}", source.id, source.title)
            })
            .collect();
        self.list("cli-label-sources", &titles)
    }
}
