//! One organisation on the card: whom to ring, whether they answer, who is on call, and how well that is known.

use super::Card;
use crate::catalogue::{Confidence, MunicipalityRef, Opening, OrganisationKind, Step};
use crate::cli::answer;
use crate::cli::line::{Ink, Line, wrapped};
use crate::referral::{
    Caveat, Entrance, entrance_name, former_names, opening_words, organisation_with_unit, sign,
    week_words,
};

use super::LABELS;

impl Card<'_> {
    /// All that is needed to reach one organisation.
    pub(super) fn entrance(
        &self,
        municipalities: &[MunicipalityRef],
        entrance: &Entrance,
    ) -> Vec<Line> {
        let mut lines = self.whom(entrance);
        lines.extend(self.week(entrance));
        lines.extend(self.on_call(municipalities, entrance));
        let contact = &entrance.contact;
        let kind = self.directory.catalogue()[entrance.organisation].kind;
        if let Some(email) = contact.email.as_ref().filter(|_| contact.phone.is_some()) {
            lines.extend(self.row("cli-label-email", Ink::Plain, email));
        }
        if let Some(web) = contact
            .web
            .as_ref()
            .filter(|_| kind != OrganisationKind::Private)
        {
            lines.extend(self.row("cli-label-web", Ink::Plain, web));
        }
        if let Some(formerly) = entrance.formerly {
            let names = [
                ("old", self.directory.brief(formerly)),
                ("new", self.directory.name(entrance.organisation)),
            ];
            let words = self.locale.with("cli-took-over", &names);
            lines.extend(self.row("cli-label-new", Ink::Caution, &words));
        }
        for note in [&entrance.note, &contact.note].into_iter().flatten() {
            lines.extend(self.row("cli-label-note", Ink::Plain, note));
        }
        lines.extend(self.before_relying(entrance));
        lines.push(
            Line::default()
                .padded(LABELS)
                .then(self.how_we_know(entrance)),
        );
        lines
    }

    /// The name, the number and whether they answer: in one line where it fits.
    fn whom(&self, entrance: &Entrance) -> Vec<Line> {
        let contact = &entrance.contact;
        let name = Line::of(Ink::Strong, &entrance_name(self.directory, entrance));
        let (label, way) = match (&contact.phone, &contact.email) {
            (Some(phone), _) => ("cli-label-ring", Some(phone)),
            (None, Some(email)) => ("cli-label-write", Some(email)),
            (None, None) => ("cli-label-turn-to", None),
        };
        let Some(way) = way else {
            return self.labelled(label, vec![name]);
        };
        let mut way = Line::of(Ink::Strong, way);
        if let Some(opening) = self.opening(entrance) {
            way = way.and(Ink::Plain, "  ").then(opening);
        }
        if LABELS + name.width() + 2 + way.width() <= self.width {
            return self.labelled(label, vec![name.and(Ink::Plain, "  ").then(way)]);
        }
        self.labelled(label, vec![name, way])
    }

    /// When it is open in the week of the day, where only a day was asked about.
    fn week(&self, entrance: &Entrance) -> Vec<Line> {
        let hours = entrance.contact.hours.as_ref();
        let words = hours
            .filter(|_| self.moment.time.is_none())
            .and_then(|hours| {
                let catalogue = self.directory.catalogue();
                week_words(hours, catalogue, self.moment.day, self.locale)
            });
        words.map_or(Vec::new(), |words| {
            self.row("cli-label-hours", Ink::Quiet, &words)
        })
    }

    /// `● öppet till 12.00`
    fn opening(&self, entrance: &Entrance) -> Option<Line> {
        let words = opening_words(entrance.opening, self.moment, self.locale)?;
        Some(match entrance.opening? {
            Opening::Open { .. } => Line::of(Ink::Good, &format!("● {words}")),
            Opening::Closed { .. } => Line::of(Ink::Caution, &format!("○ {words}")),
        })
    }

    /// The number for when it is closed: the organisation's own, or that of whoever is on call for the service.
    fn on_call(&self, municipalities: &[MunicipalityRef], entrance: &Entrance) -> Vec<Line> {
        let closed = matches!(entrance.opening, Some(Opening::Closed { .. }));
        let ink = if closed { Ink::Strong } else { Ink::Plain };
        let contact = &entrance.contact;
        if let Some(number) = &contact.on_call {
            let when = self.locale.text("cli-on-call-when");
            let note = contact.on_call_note.as_deref().unwrap_or(&when);
            let number = Line::of(ink, number).and(Ink::Plain, "  ");
            let room = self.width.saturating_sub(LABELS + number.width());
            let indent = Line::default().padded(number.width());
            let notes = wrapped(note, room)
                .into_iter()
                .enumerate()
                .map(|(row, text)| {
                    let before = if row == 0 {
                        number.clone()
                    } else {
                        indent.clone()
                    };
                    before.and(Ink::Plain, &text)
                });
            return self.labelled("cli-label-on-call", notes.collect());
        }
        let Some(&municipality) = municipalities.first() else {
            return Vec::new();
        };
        let duties = self.directory.duties_for(self.service, municipality);
        let others = duties.filter(|duty| {
            duty.steps.contains(Step::OnCall) && duty.organisation != entrance.organisation
        });
        let numbers: Vec<Line> = others
            .filter_map(|duty| {
                let reach = self.directory.contact_for(&duty);
                let number = reach.on_call.or(reach.phone)?;
                let name = organisation_with_unit(self.directory, duty.organisation, duty.unit);
                Some(Line::of(ink, &number).and(Ink::Plain, &format!("  {name}")))
            })
            .collect();
        self.labelled("cli-label-on-call", numbers)
    }

    /// What callers may still call it, and whether the number is documented.
    fn before_relying(&self, entrance: &Entrance) -> Option<Line> {
        let formerly = former_names(self.directory, self.service, entrance.organisation);
        let mut line = Line::default().padded(LABELS);
        let caveat = Caveat::of_number(&entrance.contact);
        // Where a successor answers, the notice above has said the old name already.
        let says_formerly = !formerly.is_empty() && entrance.formerly.is_none();
        if says_formerly {
            let words = self
                .locale
                .with("formerly", &[("names", &formerly.join(", "))]);
            line = line.and(Ink::Quiet, &words);
        }
        if let Some(caveat) = caveat {
            let gap = if says_formerly { " · " } else { "" };
            line = line
                .and(Ink::Quiet, gap)
                .and(Ink::Caution, &caveat.words(self.locale));
        }
        (says_formerly || caveat.is_some()).then_some(line)
    }

    /// Whether it is documented, when somebody last made sure, and the sources' ids.
    fn how_we_know(&self, entrance: &Entrance) -> Line {
        let catalogue = self.directory.catalogue();
        let mut line = Line::default();
        if entrance.confidence != Confidence::Documented {
            let word = self
                .locale
                .text(&format!("confidence-{}", entrance.confidence.word()));
            let sign = sign(entrance.confidence);
            line = line
                .and(Ink::Caution, &format!("{sign} {word}"))
                .and(Ink::Quiet, " · ");
        }
        line = match answer::verified(entrance) {
            None => line.and(Ink::Quiet, &self.locale.text("cli-unverified")),
            Some(day) if catalogue.is_overdue(day, self.moment.day) => line.and(
                Ink::Caution,
                &self
                    .locale
                    .with("cli-verified-overdue", &[("day", &day.to_string())]),
            ),
            Some(day) => line.and(
                Ink::Quiet,
                &self
                    .locale
                    .with("cli-verified", &[("day", &day.to_string())]),
            ),
        };
        let ids: Vec<_> = answer::sources(entrance)
            .into_iter()
            .map(|source| catalogue[source].id.to_string())
            .collect();
        if ids.is_empty() {
            return line;
        }
        let count = ids.len();
        let words = self
            .locale
            .count("cli-source-ids", count, &[("ids", &ids.join(", "))]);
        line.and(Ink::Quiet, &format!(" · {words}"))
    }
}
