//! The referral card as text: what the card says, with places and colours for the command line.

use crate::catalogue::{MunicipalityRef, Service, ServiceRef};
use crate::directory::Directory;
use crate::locale::Locale;
use crate::overlap::Findings;
use crate::referral::{self, Moment, Row, Section, Tone};

use super::line::{Ink, Line, wrapped};

mod evidence;
mod steps;

/// How wide the column of labels is.
const LABELS: usize = 10;

/// A card about one service.
#[derive(Clone, Copy, Debug)]
pub struct Card<'a> {
    /// The day's directory.
    pub directory: &'a Directory,
    /// What was found on the day.
    pub findings: &'a Findings,
    /// The service.
    pub service: ServiceRef,
    /// The caller's municipality; none shows the answers of all.
    pub municipality: Option<MunicipalityRef>,
    /// The moment asked about.
    pub moment: Moment,
    /// The language.
    pub locale: &'a Locale,
    /// How wide it may be.
    pub width: usize,
}

impl Card<'_> {
    /// The whole card.
    pub fn lines(&self) -> Vec<Line> {
        let card = referral::Card::of(self.directory, self.service, self.municipality, self.moment);
        let mut lines = self.title(&card);
        for section in card.sections(self.directory, self.locale) {
            let drawn = match section {
                Section::Rows(rows) => self.rows(&rows),
                Section::WhoDoesWhat => self.who_does_what(&card.steps),
                Section::Findings => self.found(),
            };
            if !drawn.is_empty() {
                lines.push(Line::default());
                lines.extend(drawn);
            }
        }
        lines
    }

    fn entry(&self) -> &Service {
        &self.directory.catalogue()[self.service]
    }

    /// The service's name with its topic, and for whom and when the answer is.
    fn title(&self, card: &referral::Card) -> Vec<Line> {
        let catalogue = self.directory.catalogue();
        let name = Line::of(Ink::Strong, &self.entry().name);
        let topic = Line::of(Ink::Quiet, &catalogue[self.entry().topic].name);
        let room = self.width.saturating_sub(topic.width());
        let whom = match self.municipality {
            Some(one) => catalogue[one].name.clone(),
            None => self.locale.text("cli-everywhere").into_owned(),
        };
        let day = referral::day_words(self.moment.day, None, self.locale);
        let clock = self
            .moment
            .local()
            .map(|local| referral::clock(local, self.locale));
        let when = [Some(day), clock]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ");
        let title = if name.width() + 2 > room {
            vec![name, topic]
        } else {
            vec![name.padded(room).then(topic)]
        };
        let mut for_whom = Line::of(Ink::Quiet, &format!("{whom} · {when}"));
        if let Some(words) = card.emergency_words(self.locale) {
            for_whom = for_whom.and(Ink::Quiet, " · ").and(Ink::Caution, &words);
        }
        title.into_iter().chain([for_whom]).collect()
    }

    fn rows(&self, rows: &[Row]) -> Vec<Line> {
        let mut lines = Vec::new();
        for row in rows {
            // Cases stand apart, but for the first.
            if matches!(row, Row::Case(_)) && lines.len() > 1 {
                lines.push(Line::default());
            }
            lines.extend(self.row(row));
        }
        lines
    }

    fn row(&self, row: &Row) -> Vec<Line> {
        match row {
            Row::Heading(text) => self.broken(Ink::Strong, text),
            Row::Case(text) => self.broken(Ink::Label, text),
            Row::Paragraph(text) => self.broken(Ink::Plain, text),
            Row::Whom {
                label,
                name,
                way,
                opening,
            } => {
                let name = Line::of(Ink::Strong, name);
                let opening = opening
                    .as_ref()
                    .map(|(tone, words)| Line::of(ink(*tone), words));
                let way = way.as_ref().map(|way| Line::of(Ink::Strong, way));
                self.whom(label, name, [way, opening].into_iter().flatten().collect())
            }
            Row::OnCall {
                label,
                number,
                now,
                about,
            } => {
                let ink = if *now { Ink::Strong } else { Ink::Plain };
                let number = Line::of(ink, number).and(Ink::Plain, "  ");
                let room = self.width.saturating_sub(LABELS + number.width());
                let indent = Line::default().padded(number.width());
                let about = wrapped(about, room)
                    .into_iter()
                    .enumerate()
                    .map(|(row, text)| {
                        let before = if row == 0 { &number } else { &indent };
                        before.clone().and(Ink::Plain, &text)
                    });
                self.labelled(*label, about.collect())
            }
            Row::Text { label, tone, text } => {
                let lines = wrapped(text, self.width.saturating_sub(LABELS)).into_iter();
                let lines = lines.map(|line| Line::of(ink(*tone), &line));
                self.labelled(*label, lines.collect())
            }
            Row::Item { label, tone, text } => {
                let lines = wrapped(text, self.width.saturating_sub(LABELS + 2));
                let lines = lines.into_iter().enumerate().map(|(number, line)| {
                    let indent = if number == 0 { "" } else { "  " };
                    Line::of(ink(*tone), indent).and(ink(*tone), &line)
                });
                self.labelled(*label, lines.collect())
            }
        }
    }

    /// The name, the number and whether they answer: in one line where it fits.
    fn whom(&self, label: &'static str, name: Line, more: Vec<Line>) -> Vec<Line> {
        let beside = |line: Line, part: Line| line.and(Ink::Plain, "  ").then(part);
        let whole = more.iter().cloned().fold(name.clone(), beside);
        if LABELS + whole.width() <= self.width {
            return self.labelled(Some(label), vec![whole]);
        }
        let way = more.into_iter().reduce(beside);
        self.labelled(
            Some(label),
            [Some(name), way].into_iter().flatten().collect(),
        )
    }

    fn names(&self, municipalities: &[MunicipalityRef]) -> String {
        let catalogue = self.directory.catalogue();
        municipalities
            .iter()
            .map(|&one| &*catalogue[one].name)
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// A text over the whole width.
    fn broken(&self, ink: Ink, text: &str) -> Vec<Line> {
        let lines = wrapped(text, self.width).into_iter();
        lines.map(|line| Line::of(ink, &line)).collect()
    }

    /// A label in front of the first of some lines.
    fn labelled(&self, label: Option<&'static str>, lines: Vec<Line>) -> Vec<Line> {
        let label = label.map(|label| self.locale.text(label));
        let head = |number: usize| match &label {
            Some(label) if number == 0 => Line::of(Ink::Label, label).padded(LABELS),
            _ => Line::default().padded(LABELS),
        };
        lines
            .into_iter()
            .enumerate()
            .map(|(number, line)| head(number).then(line))
            .collect()
    }
}

/// How a tone looks.
const fn ink(tone: Tone) -> Ink {
    match tone {
        Tone::Plain => Ink::Plain,
        Tone::Quiet => Ink::Quiet,
        Tone::Caution | Tone::Closed => Ink::Caution,
        Tone::Open => Ink::Good,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::catalogue::Reading;
    use crate::locale::Language;
    use crate::overlap;

    #[test]
    fn the_card_of_every_service_says_all_that_there_is_to_say() {
        let catalogue = Arc::new(Reading::embedded().catalogue.unwrap());
        let moment: Moment = "2026-11-23T17:42".parse().unwrap();
        let directory = Directory::at(Arc::clone(&catalogue), moment.day);
        let findings = overlap::findings(&directory);
        let locale = Locale::new(Language::Swedish);
        for &service in directory.services() {
            for municipality in [None, catalogue.find_municipality("nora")] {
                let card = Card {
                    directory: &directory,
                    findings: &findings,
                    service,
                    municipality,
                    moment,
                    locale: &locale,
                    width: 500,
                };
                let drawn: Vec<String> = card
                    .lines()
                    .iter()
                    .map(|line| line.painted(false))
                    .collect();
                let drawn = drawn.join("\n");
                let told = referral::Card::of(&directory, service, municipality, moment);
                for section in told.sections(&directory, &locale) {
                    let Section::Rows(rows) = section else {
                        continue;
                    };
                    for text in rows.iter().flat_map(Row::texts) {
                        assert!(drawn.contains(text), "{text} is not in\n{drawn}");
                    }
                }
            }
        }
    }
}
