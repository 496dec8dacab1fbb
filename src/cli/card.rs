//! The referral card as text: whom to ring first, then what to ask, where else to turn, who does what and how we know.

use crate::catalogue::{MunicipalityRef, NotHere, Service, ServiceRef, Urgency};
use crate::directory::Directory;
use crate::locale::Locale;
use crate::overlap::Findings;
use crate::referral::{self, Moment, Referral, resolve, resolve_everywhere};

use super::line::{Ink, Line, wrapped};

mod entrance;
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
        let answers = match self.municipality {
            Some(one) => {
                vec![(
                    vec![one],
                    resolve(self.directory, self.service, one, self.moment),
                )]
            }
            None => resolve_everywhere(self.directory, self.service, self.moment),
        };
        let mut lines = self.title();
        for (municipalities, referral) in &answers {
            lines.push(Line::default());
            if answers.len() > 1 {
                lines.push(Line::of(Ink::Strong, &self.names(municipalities)));
            }
            lines.extend(self.referral(municipalities, referral));
        }
        let sections = [
            self.about(),
            self.who_does_what(),
            self.found(),
            self.sources(&answers),
        ];
        for section in sections {
            if !section.is_empty() {
                lines.push(Line::default());
                lines.extend(section);
            }
        }
        lines
    }

    fn entry(&self) -> &Service {
        &self.directory.catalogue()[self.service]
    }

    /// The service's name with its topic, and for whom and when the answer is.
    fn title(&self) -> Vec<Line> {
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
        if self.entry().urgency == Urgency::Acute
            && let Some(emergency) = catalogue.emergencies().first()
        {
            let words = self
                .locale
                .with("cli-acute", &[("number", &emergency.number)]);
            for_whom = for_whom.and(Ink::Quiet, " · ").and(Ink::Caution, &words);
        }
        title.into_iter().chain([for_whom]).collect()
    }

    /// The answer: each entrance, or why there is none.
    fn referral(&self, municipalities: &[MunicipalityRef], referral: &Referral) -> Vec<Line> {
        let mut lines = Vec::new();
        match referral {
            Referral::Gap(gap) => {
                let words = self.locale.text(match gap {
                    referral::Gap::NoService => "cli-gap-no-service",
                    referral::Gap::Nobody => "cli-gap-nobody",
                    referral::Gap::OnlyAppeal => "cli-gap-only-appeal",
                });
                lines.extend(self.row("cli-label-gap", Ink::Caution, &words));
            }
            Referral::Unclear(_) => {
                let words = self.locale.text("cli-unclear");
                lines.extend(self.row("cli-label-unclear", Ink::Caution, &words));
            }
            Referral::One(_) | Referral::Conditional(_) => {}
        }
        for (number, entrance) in referral.entrances().iter().enumerate() {
            if number > 0 {
                lines.push(Line::default());
            }
            let several = referral.entrances().len() > 1;
            let unclear = matches!(referral, Referral::Unclear(_));
            if let Some(condition) = &entrance.condition {
                lines.extend(self.row("cli-label-if", Ink::Plain, condition));
            } else if several && !unclear {
                let words = self.locale.text("cli-otherwise");
                lines.extend(self.row("cli-label-otherwise", Ink::Plain, &words));
            }
            lines.extend(self.entrance(municipalities, entrance));
            if unclear {
                let kind = self.directory.catalogue()[entrance.organisation].kind;
                let kind = self.locale.text(&format!("kind-{}", kind.word()));
                let steps: Vec<_> = entrance
                    .steps
                    .iter()
                    .map(|step| self.locale.text(&format!("step-{}", step.word())))
                    .collect();
                let part = format!("{} ({kind})", steps.join(", "));
                lines.extend(self.row("cli-label-has", Ink::Plain, &part));
            }
        }
        lines
    }

    /// What to ask, where else to turn, and what the service is.
    fn about(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        lines.extend(self.list("cli-label-ask", &self.entry().ask));
        let elsewhere: Vec<_> = self
            .entry()
            .not_here
            .iter()
            .map(|not_here| self.elsewhere(not_here))
            .collect();
        lines.extend(self.list("cli-label-not-here", &elsewhere));
        if let Some(summary) = &self.entry().summary {
            lines.extend(self.row("cli-label-what", Ink::Plain, summary));
        }
        if !self.entry().law.is_empty() {
            lines.extend(self.row("cli-label-law", Ink::Quiet, &self.entry().law.join(", ")));
        }
        lines
    }

    /// `egen brunn → Bygg- och miljönämnden 0587-55 00 40`: with the number, so that nobody is sent on again.
    fn elsewhere(&self, not_here: &NotHere) -> String {
        let mut target = Vec::new();
        let mut named = not_here.instead.organisation();
        if let Some(service) = not_here.instead.service() {
            let entry = &self.directory.catalogue()[service];
            target.push(self.locale.with(
                "cli-other-service",
                &[("service", &entry.name), ("id", entry.id.as_str())],
            ));
            let known = self.municipality.filter(|_| named.is_none());
            if let Some(municipality) = known
                && let Referral::One(only) =
                    resolve(self.directory, service, municipality, self.moment)
            {
                target.push(self.directory.brief(only.organisation).to_owned());
                target.extend(only.contact.phone);
                named = None;
            }
        }
        if let Some(organisation) = named {
            let organisation = self
                .directory
                .answering(organisation)
                .unwrap_or(organisation);
            target.push(self.directory.name(organisation).to_owned());
            target.extend(self.directory.contact(organisation, None).phone);
        }
        format!("{} → {}", not_here.when, target.join(", "))
    }

    fn names(&self, municipalities: &[MunicipalityRef]) -> String {
        let catalogue = self.directory.catalogue();
        municipalities
            .iter()
            .map(|&one| &*catalogue[one].name)
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// A label with a text beside it, broken into lines.
    fn row(&self, label: &str, ink: Ink, text: &str) -> Vec<Line> {
        let room = self.width.saturating_sub(LABELS);
        let body = wrapped(text, room)
            .into_iter()
            .map(|line| Line::of(ink, &line))
            .collect();
        self.labelled(label, body)
    }

    /// A label with texts beside it, each on lines of its own.
    fn list(&self, label: &str, texts: &[String]) -> Vec<Line> {
        let room = self.width.saturating_sub(LABELS);
        let indented = |(number, line): (usize, String)| {
            let indent = if number == 0 { "" } else { "  " };
            Line::of(Ink::Plain, indent).and(Ink::Plain, &line)
        };
        let body = texts
            .iter()
            .flat_map(|text| {
                wrapped(text, room.saturating_sub(2))
                    .into_iter()
                    .enumerate()
            })
            .map(indented);
        self.labelled(label, body.collect())
    }

    /// A label in front of the first of some lines.
    fn labelled(&self, label: &str, lines: Vec<Line>) -> Vec<Line> {
        let label = self.locale.text(label);
        let head = |number: usize| match number {
            0 => Line::of(Ink::Label, &label).padded(LABELS),
            _ => Line::default().padded(LABELS),
        };
        lines
            .into_iter()
            .enumerate()
            .map(|(number, line)| head(number).then(line))
            .collect()
    }
}
