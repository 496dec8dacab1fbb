//! What the card says of whom to turn to.

use super::{Row, Tone, Words, checked_words, opening_row};
use crate::catalogue::{Opening, OrganisationKind, Step};
use crate::referral::{
    Answer, Caveat, Entrance, Gap, OnCall, Referral, entrance_name, former_names,
    organisation_with_unit, sentence, week_words,
};

impl Words<'_> {
    /// The answers, each with its municipalities above it where there are several.
    pub(super) fn answers(&self) -> Vec<Vec<Row>> {
        let answers = &self.card.answers;
        answers
            .iter()
            .map(|answer| {
                let heading = || Row::Heading(self.names(&answer.municipalities));
                let heading = (answers.len() > 1).then(heading);
                let rows = self.answer(answer);
                heading.into_iter().chain(rows).collect()
            })
            .collect()
    }

    fn answer(&self, answer: &Answer) -> Vec<Row> {
        let mut rows = Vec::new();
        match &answer.referral {
            Referral::One(only) => rows.extend(self.entrance(only)),
            Referral::Conditional(several) => {
                for one in several {
                    rows.push(Row::Case(sentence::case_words(one, self.locale)));
                    rows.extend(self.entrance(one));
                }
                if answer.referral.leaves_cases_out() {
                    rows.push(Row::Case(self.say("card-otherwise")));
                    let words = self.say("card-otherwise-nobody");
                    rows.push(Row::text("label-gap", Tone::Caution, words));
                }
            }
            Referral::Unclear(several) => {
                let words = self.say("card-unclear");
                rows.push(Row::text("label-unclear", Tone::Caution, words));
                for one in several {
                    rows.extend(
                        one.condition
                            .iter()
                            .map(|_| Row::Case(sentence::case_words(one, self.locale))),
                    );
                    rows.extend(self.entrance(one));
                    rows.push(Row::more(Tone::Quiet, self.part(one)));
                }
            }
            Referral::Gap(gap, on_call) => {
                rows.push(Row::text("label-gap", Tone::Caution, self.gap(*gap)));
                rows.extend(self.on_call(on_call, None));
            }
        }
        rows
    }

    fn gap(&self, gap: Gap) -> String {
        self.say(match gap {
            Gap::NoService => "card-no-service",
            Gap::Nobody => "card-gap",
            Gap::OnlyAppeal => "card-only-appeal",
            Gap::OnlyOnCall => "card-only-on-call",
        })
    }

    /// What part somebody has: `har handläggning, beslut`.
    fn part(&self, entrance: &Entrance) -> String {
        let step = |step: &Step| self.say(&format!("step-{}", step.word()));
        let steps: Vec<_> = entrance.steps.iter().map(step).collect();
        self.locale
            .with("card-has-steps", &[("steps", &steps.join(", "))])
    }

    /// One entrance: who, on which number, whether they answer, who does when not, and what one should know.
    fn entrance(&self, entrance: &Entrance) -> Vec<Row> {
        let mut rows = vec![self.whom(entrance)];
        let contact = &entrance.contact;
        let kind = self.catalogue()[entrance.organisation].kind;
        if contact.phone.is_none() && kind != OrganisationKind::Private {
            rows.push(Row::more(Tone::Caution, self.say("card-no-number")));
        }
        rows.extend(self.on_call(&entrance.on_call, entrance.opening));
        rows.extend(self.hours(entrance));
        if let Some(formerly) = entrance.formerly {
            let names = [
                ("old", self.directory.brief(formerly)),
                ("new", self.directory.name(entrance.organisation)),
            ];
            let words = self.locale.with("card-took-over", &names);
            rows.push(Row::text("label-new", Tone::Caution, words));
        }
        let notes = entrance.notes.iter().chain(&contact.note).cloned();
        rows.extend(Row::list("label-note", Tone::Plain, notes.collect()));
        rows.extend(ways(entrance));
        rows.extend(self.how_we_know(entrance));
        rows
    }

    fn whom(&self, entrance: &Entrance) -> Row {
        let contact = &entrance.contact;
        let (label, way) = match (&contact.phone, &contact.email) {
            (Some(phone), _) => ("label-ring", Some(phone)),
            (None, Some(email)) => ("label-write", Some(email)),
            (None, None) => (
                "label-turn-to",
                contact.web.as_ref().or(contact.address.as_ref()),
            ),
        };
        Row::Whom {
            label,
            name: entrance_name(self.directory, entrance),
            way: way.cloned(),
            opening: opening_row(entrance.opening, self.card.moment, self.locale),
        }
    }

    /// The numbers for when it is closed. Who answers is said where it is somebody else.
    fn on_call(&self, numbers: &[OnCall], opening: Option<Opening>) -> Vec<Row> {
        let now = matches!(opening, Some(Opening::Closed { .. }));
        let mut rows = Vec::new();
        for one in numbers {
            let mut about: Vec<String> = Vec::new();
            let is_other = !self.card.answers.iter().any(|answer| {
                let mut entrances = answer.referral.entrances().iter();
                entrances.any(|entrance| entrance.organisation == one.organisation)
            });
            if is_other {
                let name = organisation_with_unit(self.directory, one.organisation, one.unit);
                about.push(name);
            }
            about.extend(one.condition.clone());
            let about = match (about.is_empty(), &one.note) {
                (true, None) => self.say("card-on-call"),
                (true, Some(note)) => note.clone(),
                (false, None) => about.join(", "),
                (false, Some(note)) => format!("{}. {note}", about.join(", ")),
            };
            rows.push(Row::OnCall {
                label: rows.is_empty().then_some("label-on-call"),
                number: one.number.clone(),
                now,
                about,
            });
        }
        rows
    }

    /// When it is open in the week of the day, where only a day was asked about.
    fn hours(&self, entrance: &Entrance) -> Option<Row> {
        let moment = self.card.moment;
        let hours = entrance.contact.hours.as_ref();
        let hours = hours.filter(|_| moment.time.is_none())?;
        let words = week_words(hours, self.catalogue(), moment.day, self.locale)?;
        Some(Row::text("label-hours", Tone::Quiet, words))
    }

    /// What is not documented, what callers still call them, how fresh it is and where it is from.
    fn how_we_know(&self, entrance: &Entrance) -> Vec<Row> {
        let caveats = [
            Caveat::of_responsibility(entrance),
            Caveat::of_number(&entrance.contact),
        ];
        let (assumed, inferred): (Vec<Caveat>, Vec<Caveat>) = caveats
            .into_iter()
            .flatten()
            .partition(|caveat| caveat.is_assumed());
        let mut rows: Vec<Row> = assumed
            .iter()
            .map(|caveat| Row::more(Tone::Caution, caveat.words(self.locale)))
            .collect();
        let mut quiet: Vec<String> = Vec::new();
        // Where a successor answers, the notice above has said the old name already.
        let formerly = match entrance.formerly {
            Some(_) => Vec::new(),
            None => former_names(self.directory, self.card.service, entrance.organisation),
        };
        if !formerly.is_empty() {
            let names = formerly.join(", ");
            quiet.push(self.locale.with("formerly", &[("names", &names)]));
        }
        quiet.extend(inferred.iter().map(|caveat| caveat.words(self.locale)));
        let (tone, checked) = checked_words(
            self.catalogue(),
            entrance.checked,
            self.card.moment,
            self.locale,
        );
        if tone == Tone::Quiet {
            quiet.push(checked);
        } else {
            rows.push(Row::more(tone, checked));
        }
        if !entrance.sources.is_empty() {
            quiet.push(self.source_ids(&entrance.sources));
        }
        if !quiet.is_empty() {
            rows.push(Row::more(Tone::Quiet, quiet.join(" · ")));
        }
        rows
    }
}

/// The ways to reach them that the first row has not said.
fn ways(entrance: &Entrance) -> Option<Row> {
    let contact = &entrance.contact;
    let ways = [
        &contact.phone,
        &contact.email,
        &contact.web,
        &contact.address,
    ];
    let ways: Vec<&str> = ways
        .into_iter()
        .flatten()
        .skip(1)
        .map(String::as_str)
        .collect();
    (!ways.is_empty()).then(|| Row::more(Tone::Plain, ways.join(" · ")))
}
