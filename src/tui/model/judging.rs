//! Deciding about a finding: what the window asks, one question after the other, and what a decision does to the rest.

use chrono::NaiveDate;

use super::{FindingRow, Model};
use crate::catalogue::{FindingId, Verdict};
use crate::overlap::Finding;
use crate::overlap::verdict::{Decision, Decisions};
use crate::referral::{Moment, NoMoment};
use crate::tui::line::Line;

/// What the window asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// What has been decided.
    Verdict,
    /// Why.
    Note,
    /// The last day it holds.
    Until,
}

/// Why what is written is not the last day that a decision can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoLastDay {
    /// It is no day.
    NoDay,
    /// It lies before the day shown.
    Passed,
}

/// A decision while somebody is making it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judging {
    /// The finding it is about.
    pub finding: FindingId,
    /// What is asked now.
    pub asked: Asked,
    /// What is chosen.
    pub verdict: Verdict,
    /// Why, as written.
    pub note: Line,
    /// The last day it holds, as written.
    pub until: Line,
    /// What was wrong with that when it was last asked for.
    pub wrong: Option<NoLastDay>,
}

impl Judging {
    /// Begins with what has been decided so far.
    pub fn of(finding: &Finding) -> Self {
        Self {
            finding: finding.id.clone(),
            asked: Asked::Verdict,
            verdict: finding.decided,
            note: Line::default(),
            until: Line::default(),
            wrong: None,
        }
    }

    /// What is asked next; nothing more after the last question. Only what is meant to be so holds for a time.
    pub fn next(&self) -> Option<Asked> {
        match (self.asked, self.verdict) {
            (Asked::Verdict, _) => Some(Asked::Note),
            (Asked::Note, Verdict::Intended) => Some(Asked::Until),
            (Asked::Note | Asked::Until, _) => None,
        }
    }

    /// Chooses the verdict that a digit stands for, and goes on to the next question.
    pub(in crate::tui) fn choose(&mut self, digit: char) {
        let number = digit
            .to_digit(10)
            .and_then(|number| usize::try_from(number).ok());
        let at = number.and_then(|number| number.checked_sub(1));
        if let Some(&verdict) = at.and_then(|at| Verdict::ALL.get(at)) {
            self.verdict = verdict;
            self.asked = Asked::Note;
        }
    }

    /// Chooses the verdict so many rows further down; upwards from a line leads back to the question before.
    pub(in crate::tui) fn step(&mut self, by: isize) {
        self.asked = match self.asked {
            Asked::Verdict => {
                let mut all = Verdict::ALL.iter();
                let at = all.position(|one| *one == self.verdict).unwrap_or(0);
                let at = at.saturating_add_signed(by).min(Verdict::ALL.len() - 1);
                self.verdict = Verdict::ALL.get(at).copied().unwrap_or_default();
                Asked::Verdict
            }
            Asked::Note if by < 0 => Asked::Verdict,
            Asked::Until if by < 0 => Asked::Note,
            stays => stays,
        };
        self.wrong = None;
    }

    /// The line that is asked for.
    pub(in crate::tui) fn line_mut(&mut self) -> Option<&mut Line> {
        match self.asked {
            Asked::Verdict => None,
            Asked::Note => Some(&mut self.note),
            Asked::Until => Some(&mut self.until),
        }
    }

    /// Writes into the line that is asked for.
    pub(in crate::tui) fn write(&mut self, text: &str) {
        if let Some(line) = self.line_mut() {
            line.insert(text);
            self.wrong = None;
        }
    }

    /// The decision, when all is answered; who made it and when is not for the screen to say.
    ///
    /// # Errors
    /// When the last day is no day, or has passed `today`.
    pub(in crate::tui) fn decision(&self, today: NaiveDate) -> Result<Decision, NoLastDay> {
        let until = if self.verdict == Verdict::Intended {
            last_day(self.until.text(), today)?
        } else {
            None
        };
        let note = self.note.text().trim();
        Ok(Decision {
            finding: self.finding.to_string(),
            verdict: self.verdict,
            until,
            by: None,
            on: None,
            note: (!note.is_empty()).then(|| note.to_owned()),
        })
    }
}

/// The day that is written; an empty line is none.
fn last_day(written: &str, today: NaiveDate) -> Result<Option<NaiveDate>, NoLastDay> {
    if written.trim().is_empty() {
        return Ok(None);
    }
    match written.parse() {
        Err(NoMoment) => Err(NoLastDay::NoDay),
        Ok(Moment { day, .. }) if day < today => Err(NoLastDay::Passed),
        Ok(Moment { day, .. }) => Ok(Some(day)),
    }
}

impl Model {
    /// Lets decisions hold. Findings move in their list; what is selected stays selected.
    pub(in crate::tui) fn decide(&mut self, decisions: Decisions) {
        if self.decisions.is_none() && decisions.all().is_empty() {
            self.decisions = Some(decisions);
            return;
        }
        let selected = self.id_on(self.finding.selected);
        let aside = self.aside.as_ref();
        let before_aside = aside.and_then(|aside| self.id_on(aside.finding.selected));
        self.decisions = Some(decisions);
        self.inquiry.forget_decisions();
        self.finder.forget_findings();
        self.finding.selected = self.row_of(selected.as_ref());
        let back = self.row_of(before_aside.as_ref());
        if let Some(aside) = &mut self.aside {
            aside.finding.selected = back;
        }
        self.search();
    }

    /// The id of the finding on a row.
    fn id_on(&self, row: Option<FindingRow>) -> Option<FindingId> {
        match row? {
            FindingRow::Finding(at) => Some(self.findings().all().get(at)?.id.clone()),
            FindingRow::Kind(..) => None,
        }
    }

    /// The row of the finding with this id.
    fn row_of(&self, id: Option<&FindingId>) -> Option<FindingRow> {
        let id = id?;
        let mut all = self.findings().all().iter();
        let at = all.position(|one| one.id == *id)?;
        Some(FindingRow::Finding(at))
    }
}
