//! What the card says of the service itself: what to ask, what is stated about it, and where all is from.

use super::{Row, Tone};
use crate::catalogue::{Catalogue, MunicipalityRef, OrganisationKind, SourceRef, Statement};
use crate::directory::Directory;
use crate::locale::Locale;
use crate::referral::{Card, Elsewhere};

/// What the words are about, and in which language.
pub(super) struct Words<'a> {
    pub(super) card: &'a Card,
    pub(super) directory: &'a Directory,
    pub(super) locale: &'a Locale,
}

impl Words<'_> {
    pub(super) fn say(&self, key: &str) -> String {
        self.locale.text(key).into_owned()
    }

    pub(super) fn catalogue(&self) -> &Catalogue {
        self.directory.catalogue()
    }

    pub(super) fn names(&self, municipalities: &[MunicipalityRef]) -> String {
        let name = |&one: &MunicipalityRef| self.catalogue()[one].name.as_str();
        let names: Vec<_> = municipalities.iter().map(name).collect();
        names.join(", ")
    }

    pub(super) fn source_ids(&self, sources: &[SourceRef]) -> String {
        let id = |&one: &SourceRef| self.catalogue()[one].id.to_string();
        let ids: Vec<String> = sources.iter().map(id).collect();
        self.locale
            .count("source-ids", ids.len(), &[("ids", &ids.join(", "))])
    }

    /// What to ask, and where to turn when it is something else.
    pub(super) fn questions(&self) -> Vec<Row> {
        let asked = self.catalogue()[self.card.service].ask.clone();
        let elsewhere = self.card.elsewhere.iter().map(|one| self.elsewhere(one));
        let mut rows = Row::list("label-ask", Tone::Plain, asked);
        rows.extend(Row::list(
            "label-not-here",
            Tone::Plain,
            elsewhere.collect(),
        ));
        rows
    }

    /// `egen brunn → Enskilt avlopp: BMN 0587-55 00 40`: with the number, so that nobody is sent on again.
    fn elsewhere(&self, elsewhere: &Elsewhere) -> String {
        let service = elsewhere
            .service
            .map(|one| self.catalogue()[one].name.clone());
        let who = elsewhere.organisation.map(|one| {
            // The short name of a municipality's own administration is that of the municipality.
            let own = self.catalogue()[one].kind == OrganisationKind::Municipality;
            let name = match service {
                Some(_) if !own => self.directory.brief(one),
                _ => self.directory.name(one),
            };
            let said = [Some(name), elsewhere.phone.as_deref()];
            said.into_iter().flatten().collect::<Vec<_>>().join(" ")
        });
        let target: Vec<String> = [service, who].into_iter().flatten().collect();
        format!("{} → {}", elsewhere.when, target.join(": "))
    }

    pub(super) fn summary(&self) -> Vec<Row> {
        let summary = &self.catalogue()[self.card.service].summary;
        summary.iter().cloned().map(Row::Paragraph).collect()
    }

    /// What publishers state; that they differ only where they do.
    pub(super) fn stated(&self) -> Vec<Row> {
        let stated = &self.card.stated;
        if stated.is_empty() {
            return Vec::new();
        }
        let contradicts =
            |one: &Statement, other: &Statement| one.what == other.what && one.value != other.value;
        let differ = stated
            .iter()
            .any(|one| stated.iter().any(|other| contradicts(one, other)));
        let heading = if differ {
            "label-stated-differently"
        } else {
            "label-stated"
        };
        // The same value is told once, with all who state it.
        let mut told: Vec<(&Statement, Vec<SourceRef>)> = Vec::new();
        for one in stated {
            let same = |known: &&mut (&Statement, Vec<SourceRef>)| {
                (&known.0.what, &known.0.value) == (&one.what, &one.value)
            };
            match told.iter_mut().find(same) {
                Some((_, sources)) => {
                    let new = one.sources.iter().filter(|one| !sources.contains(one));
                    let new: Vec<SourceRef> = new.copied().collect();
                    sources.extend(new);
                }
                None => told.push((one, one.sources.clone())),
            }
        }
        let row = |(one, sources): (&Statement, Vec<SourceRef>)| {
            let sources = match sources.as_slice() {
                [] => String::new(),
                sources => format!(" ({})", self.source_ids(sources)),
            };
            Row::Paragraph(format!("{}: {}{sources}", one.what, one.value))
        };
        let heading = Row::Heading(self.say(heading));
        [heading]
            .into_iter()
            .chain(told.into_iter().map(row))
            .collect()
    }

    /// Law and sources.
    pub(super) fn background(&self) -> Vec<Row> {
        let law = &self.catalogue()[self.card.service].law;
        let mut rows = Vec::new();
        if !law.is_empty() {
            rows.push(Row::text("label-law", Tone::Quiet, law.join(", ")));
        }
        let sources = &self.card.sources;
        let titles = sources
            .iter()
            .map(|&one| source_words(self.catalogue(), one));
        rows.extend(Row::list("label-sources", Tone::Quiet, titles.collect()));
        if sources.is_empty() {
            rows.push(Row::text(
                "label-sources",
                Tone::Caution,
                self.say("card-no-source"),
            ));
        }
        rows
    }
}

/// A source with its id, and the day it was published: `S7 Kommunens webbplats (2026-06-01)`.
fn source_words(catalogue: &Catalogue, source: SourceRef) -> String {
    let source = &catalogue[source];
    let day = source.published.map(|day| format!(" ({day})"));
    format!("{} {}{}", source.id, source.title, day.unwrap_or_default())
}
