//! The card in words, row by row, in the order in which it is shown. Whoever draws it chooses places and colours, not
//! words: the command line and the screen say the same.

use super::{Card, Moment, opening_words};
use crate::catalogue::{Catalogue, Checked, Opening, is_same_number};
use crate::directory::Directory;
use crate::locale::Locale;

mod answer;
mod words;

use words::Words;

/// A part of the card, with a gap before it. One that has nothing to show is left out.
#[derive(Clone, Debug, PartialEq)]
pub enum Section {
    /// Rows below each other.
    Rows(Vec<Row>),
    /// The table of [`Card::steps`].
    WhoDoesWhat,
    /// The place for what was found about the service, which is not known here.
    Findings,
}

/// A row: what is said, to be broken into as many lines as it takes. Labels are the ids of messages.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// What the rows below it are about.
    Heading(String),
    /// The case that the rows below it hold in.
    Case(String),
    /// Whom to turn to.
    Whom {
        /// What to do.
        label: &'static str,
        /// Who.
        name: String,
        /// The number or address.
        way: Option<String>,
        /// Whether they answer.
        opening: Option<(Tone, String)>,
    },
    /// A number for when it is closed.
    OnCall {
        /// What it is; only before the first of several.
        label: Option<&'static str>,
        /// The number.
        number: String,
        /// Whether it is the one to ring now.
        now: bool,
        /// Who answers, and when.
        about: String,
    },
    /// A text behind a label, or behind none.
    Text {
        /// The label.
        label: Option<&'static str>,
        /// What sort of text.
        tone: Tone,
        /// The text.
        text: String,
    },
    /// One of several texts behind a label, told from the next by its further lines.
    Item {
        /// The label; only before the first.
        label: Option<&'static str>,
        /// What sort of text.
        tone: Tone,
        /// The text.
        text: String,
    },
    /// A text over the whole width.
    Paragraph(String),
}

/// What sort of thing a text is, and thereby how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Ordinary.
    Plain,
    /// For whoever wants to know more.
    Quiet,
    /// To look out for.
    Caution,
    /// Open.
    Open,
    /// Closed.
    Closed,
}

impl Row {
    fn text(label: &'static str, tone: Tone, text: impl Into<String>) -> Self {
        Self::Text {
            label: Some(label),
            tone,
            text: text.into(),
        }
    }

    fn more(tone: Tone, text: impl Into<String>) -> Self {
        Self::Text {
            label: None,
            tone,
            text: text.into(),
        }
    }

    /// Rows of several texts, of which the first has the label.
    fn list(label: &'static str, tone: Tone, texts: Vec<String>) -> Vec<Self> {
        let row = |(position, text)| Self::Item {
            label: (position == 0).then_some(label),
            tone,
            text,
        };
        texts.into_iter().enumerate().map(row).collect()
    }
}

#[cfg(test)]
impl Row {
    /// Every text of the row, for tests of those who draw it.
    pub(crate) fn texts(&self) -> Vec<&str> {
        match self {
            Self::Heading(text)
            | Self::Case(text)
            | Self::Paragraph(text)
            | Self::Text { text, .. }
            | Self::Item { text, .. } => vec![text],
            Self::OnCall { number, about, .. } => vec![number, about],
            Self::Whom {
                name, way, opening, ..
            } => {
                let way = way.iter().map(String::as_str);
                let opening = opening.iter().map(|(_, words)| words.as_str());
                [name.as_str()]
                    .into_iter()
                    .chain(way)
                    .chain(opening)
                    .collect()
            }
        }
    }
}

impl Card {
    /// The number to ring first where there is danger: `AKUT, vid fara ring 112`; none where that is the answer anyway.
    pub fn emergency_words(&self, locale: &Locale) -> Option<String> {
        let number = self.emergency.as_ref()?;
        let answers = self.answers.iter();
        let mut entrances = answers.flat_map(|one| one.referral.entrances());
        let is_answer = entrances.any(|one| {
            let phone = one.contact.phone.as_deref();
            phone.is_some_and(|phone| is_same_number(phone, number))
        });
        (!is_answer).then(|| locale.with("card-acute", &[("number", number)]))
    }

    /// The card in words, in the order in which it is shown.
    pub fn sections(&self, directory: &Directory, locale: &Locale) -> Vec<Section> {
        let words = Words {
            card: self,
            directory,
            locale,
        };
        let mut sections: Vec<Section> = words.answers().into_iter().map(Section::Rows).collect();
        sections.extend([
            Section::Rows(words.questions()),
            Section::Rows(words.summary()),
            Section::WhoDoesWhat,
            Section::Findings,
            Section::Rows(words.stated()),
            Section::Rows(words.background()),
        ]);
        sections.retain(|section| !matches!(section, Section::Rows(rows) if rows.is_empty()));
        sections
    }
}

/// Whether they answer, with its sign: `● öppet till 12.00`; none where nothing is known.
pub fn opening_row(
    opening: Option<Opening>,
    moment: Moment,
    locale: &Locale,
) -> Option<(Tone, String)> {
    let words = opening_words(opening, moment, locale)?;
    Some(match opening? {
        Opening::Open { .. } => (Tone::Open, format!("● {words}")),
        Opening::Closed { .. } => (Tone::Closed, format!("○ {words}")),
    })
}

/// How fresh something is: when somebody made sure, which is to look out for where it was too long ago; or of which day
/// the source is.
pub fn checked_words(
    catalogue: &Catalogue,
    checked: Checked,
    moment: Moment,
    locale: &Locale,
) -> (Tone, String) {
    let with = |key: &str, day: chrono::NaiveDate| locale.with(key, &[("day", &day.to_string())]);
    match checked {
        Checked::Never => (Tone::Quiet, locale.text("checked-never").into_owned()),
        Checked::Published(day) => (Tone::Quiet, with("checked-published", day)),
        Checked::Verified(day) if catalogue.is_overdue(day, moment.day) => {
            (Tone::Caution, with("checked-overdue", day))
        }
        Checked::Verified(day) => (Tone::Quiet, with("checked-verified", day)),
    }
}
