//! What changed: the sections about a [`Comparison`], for the report and for `hanvisa compare`.

use super::document::{Block, Entry, Head, KeyFigure, Section, Table};
use super::examples;
use super::fares::{self, Together};
use super::telling::{capital, percent};
use crate::catalogue::FindingKind;
use crate::compare::{
    Comparison, Ended, Faring, Handover, Remaining, Renamed, Solved, Tale, subject,
};
use crate::locale::Locale;
use crate::overlap::{Figures, Finding, Words};

/// Where the share of calls whose way is known differs by so many hundredths, the steps are not of the same calls.
const OTHER_CALLS: usize = 5;

/// The sections about a comparison: figures, findings, hands, bodies. Where nothing is different, one says so.
pub fn sections(comparison: &Comparison, tale: &Tale<'_>) -> Vec<Section> {
    let telling = Changes {
        comparison,
        tale,
        locale: tale.after.locale,
    };
    if comparison.is_empty() {
        let nothing = telling.text("changes-none");
        let section = Section::new("", telling.text("changes-figures"));
        return vec![
            section
                .with(Block::Text(nothing))
                .with(telling.figures_table()),
        ];
    }
    [
        Some(telling.figures()),
        telling.solved(),
        telling.new_findings(),
        telling.remaining(),
        telling.unseen(),
        telling.decided(),
        telling.hands(),
        telling.bodies(),
        telling.services(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

struct Changes<'a> {
    comparison: &'a Comparison,
    tale: &'a Tale<'a>,
    locale: &'a Locale,
}

impl Changes<'_> {
    fn text(&self, key: &str) -> String {
        self.locale.text(key).into_owned()
    }

    fn figures(&self) -> Section {
        let all = |side: fn(&Faring) -> Option<Figures>| {
            Together::of(self.comparison.figures.iter().filter_map(side))
        };
        let (then, now) = (all(|one| one.before), all(|one| one.after));
        let comparison = self.comparison;
        let kept = comparison.remaining.iter();
        let gone = comparison.solved.iter().map(|one| &one.finding);
        let before = kept.clone().map(|one| &one.before).chain(gone);
        let after = kept.map(|one| &one.after).chain(&comparison.new);
        let (decided_then, open_then): (Vec<_>, Vec<_>) = before.partition(|one| one.is_silent());
        let (decided_now, open_now): (Vec<_>, Vec<_>) = after.partition(|one| one.is_silent());
        let figure = |key: &str, before: String, value: String| KeyFigure {
            label: self.text(key),
            before: Some(before).filter(|before| *before != value),
            value,
        };
        let findings = |key: &str, then: &[&Finding], now: &[&Finding]| {
            let (then, _) = examples::counted(self.locale, key, then);
            let (now, label) = examples::counted(self.locale, key, now);
            KeyFigure {
                label,
                before: (then != now).then(|| then.to_string()),
                value: now.to_string(),
            }
        };
        let figures = vec![
            figure(
                "report-way-known",
                percent(then.known, then.calls),
                percent(now.known, now.calls),
            ),
            figure(
                "report-way-inferred",
                percent(then.inferred, then.calls),
                percent(now.inferred, now.calls),
            ),
            figure(
                "report-way-unknown",
                percent(then.unknown(), then.calls),
                percent(now.unknown(), now.calls),
            ),
            figure(
                "report-mean-hops",
                then.mean(&self.tale.before),
                now.mean(&self.tale.after),
            ),
            figure(
                "report-sent-round",
                then.sent_round.to_string(),
                now.sent_round.to_string(),
            ),
            figure(
                "report-sent-round-inferred",
                then.sent_round_inferred.to_string(),
                now.sent_round_inferred.to_string(),
            ),
            figure(
                "report-one-entrance",
                percent(then.one_entrance, then.calls),
                percent(now.one_entrance, now.calls),
            ),
            findings("report-findings-about-work", &open_then, &open_now),
            findings("report-findings-decided", &decided_then, &decided_now),
        ];
        let mut section =
            Section::new("", self.text("changes-figures")).with(Block::Figures(figures));
        let share = |all: Together| percent(all.told(), all.calls);
        let hundredths = |all: Together| all.told() * 100 / all.calls.max(1);
        if hundredths(then).abs_diff(hundredths(now)) >= OTHER_CALLS {
            let known = [("then", share(then)), ("now", share(now))];
            let differs = self
                .locale
                .with_owned("changes-known-differs", known.into());
            section.blocks.push(Block::Text(differs));
        }
        section
            .with(Block::Quiet(self.text("report-calls-are")))
            .with(self.figures_table())
    }

    fn figures_table(&self) -> Block {
        let row = |one: &Faring| {
            let side = |words: &Words<'_>, figures: Option<Figures>| {
                let none = || std::array::from_fn(|_| "–".to_owned());
                figures.map_or_else(none, |one| fares::cells(words, &one))
            };
            let then = side(&self.tale.before, one.before);
            let mut cells = side(&self.tale.after, one.after);
            for (now, then) in cells.iter_mut().zip(then) {
                if *now != then {
                    *now = format!("{then} → {now}");
                }
            }
            (self.tale.municipality(&one.municipality).to_owned(), cells)
        };
        let rows: Vec<_> = self.comparison.figures.iter().map(row).collect();
        Block::Table(fares::table(self.locale, &rows))
    }

    fn solved(&self) -> Option<Section> {
        let entry = |one: &Solved| {
            let mut entry = Self::entry(&self.tale.before, &one.finding);
            entry
                .facts
                .push((self.text("changes-why"), self.tale.whys(one).join(" ")));
            Block::Entry(entry)
        };
        let blocks = self.comparison.solved.iter().map(entry).collect();
        self.section("changes-solved", blocks)
    }

    fn new_findings(&self) -> Option<Section> {
        let entry = |one: &Finding| Block::Entry(Self::entry(&self.tale.after, one));
        let open = self.comparison.new.iter().filter(|one| !one.is_silent());
        self.section("changes-new", open.map(entry).collect())
    }

    fn remaining(&self) -> Option<Section> {
        let open = self.open_remaining(false);
        let (same, changed): (Vec<_>, Vec<_>) = open.partition(|one| one.is_unchanged());
        let mut blocks: Vec<Block> = changed.into_iter().map(|one| self.left(one)).collect();
        let same: Vec<&Finding> = same.into_iter().map(|one| &one.after).collect();
        if !same.is_empty() {
            let (_, count) = examples::counted(self.locale, "changes-the-same", &same);
            blocks.push(Block::Quiet(format!("{count}:")));
            blocks.push(Block::List(self.by_kind(&same)));
        }
        self.section("changes-remaining", blocks)
    }

    /// A finding that is left, as an entry with what is different about it.
    fn left(&self, one: &Remaining) -> Block {
        let mut entry = Self::entry(&self.tale.after, &one.after);
        if one.is_moved {
            let (before, after) = (&self.tale.before, &self.tale.after);
            let who = [
                before.organisations(&one.before.organisations),
                after.organisations(&one.after.organisations),
            ];
            entry
                .facts
                .push((self.text("changes-other-hands"), who.join(" → ")));
        }
        if !one.why.is_empty() {
            let why = self.tale.reasons(&one.before, &one.why).join(" ");
            entry.facts.push((self.text("changes-why"), why));
        }
        if one.is_rejudged() {
            let (before, after) = (&self.tale.before, &self.tale.after);
            let decided = [before.judged(&one.before), after.judged(&one.after)];
            entry
                .facts
                .push((self.text("changes-rejudged"), decided.join(" → ")));
        }
        Block::Entry(entry)
    }

    /// What people have written down and the catalogue does not show any more: it is solved when somebody says so.
    fn unseen(&self) -> Option<Section> {
        let mut blocks: Vec<Block> = self
            .open_remaining(true)
            .map(|one| self.left(one))
            .collect();
        if !blocks.is_empty() {
            blocks.insert(0, Block::Quiet(self.text("changes-unseen-are")));
        }
        self.section("changes-unseen", blocks)
    }

    /// What is left and nobody has put an end to, of that the part that the catalogue does not show any more or the rest.
    fn open_remaining(&self, unseen: bool) -> impl Iterator<Item = &Remaining> {
        let all = self.comparison.remaining.iter();
        all.filter(move |one| !one.after.is_silent() && one.why.is_empty() != unseen)
    }

    /// What is still to be seen, but people have put an end to: by name, with what they decided.
    fn decided(&self) -> Option<Section> {
        let comparison = self.comparison;
        let left = comparison.remaining.iter().map(|one| &one.after);
        let decided = left.chain(&comparison.new).filter(|one| one.is_silent());
        let words = &self.tale.after;
        let line = |one: &Finding| {
            let known = [
                (
                    "name",
                    examples::marked(self.locale, one, subject(words, one)),
                ),
                ("kind", words.kind(one.kind)),
                ("verdict", words.judged(one)),
            ];
            self.locale.with_owned("changes-decided-line", known.into())
        };
        let lines: Vec<String> = decided.map(line).collect();
        if lines.is_empty() {
            return None;
        }
        let told = Block::Quiet(self.text("changes-decided-are"));
        self.section("changes-decided", vec![told, Block::List(lines)])
    }

    /// What findings of the second directory are about, a line for each kind.
    fn by_kind(&self, findings: &[&Finding]) -> Vec<String> {
        let words = &self.tale.after;
        let line = |kind: FindingKind| {
            let of_kind = findings.iter().filter(|one| one.kind == kind);
            let marked = |one: &&Finding| examples::marked(self.locale, one, subject(words, one));
            let subjects: Vec<String> = of_kind.map(marked).collect();
            let name = capital(&words.kind(kind));
            (!subjects.is_empty()).then(|| format!("{name}: {}", subjects.join("; ")))
        };
        FindingKind::ALL.into_iter().filter_map(line).collect()
    }

    /// A finding as an entry: its kind and subject, what shows it, and whether people had put an end to it.
    fn entry(words: &Words<'_>, finding: &Finding) -> Entry {
        let mut tags = vec![words.kind(finding.kind)];
        if examples::is_made_up(finding) {
            tags.push(words.locale.text("basis-illustrative").into_owned());
        }
        if finding.is_silent() {
            tags.push(words.verdict(finding.decided));
        }
        Entry {
            title: subject(words, finding),
            tags,
            texts: words.evidence(finding, None),
            ..Entry::default()
        }
    }

    fn hands(&self) -> Option<Section> {
        let mut parts: Vec<(String, Vec<&Handover>)> = Vec::new();
        for one in &self.comparison.hands {
            let hands = self.tale.hands(one);
            match parts.iter_mut().find(|(known, _)| *known == hands) {
                Some((_, all)) => all.push(one),
                None => parts.push((hands, vec![one])),
            }
        }
        let row = |one: &Handover| {
            let services = self.tale.services(&one.services).join(", ");
            let services = match &one.condition {
                None => services,
                Some(case) => {
                    let known = [("name", services.as_str()), ("condition", case.as_str())];
                    self.locale.with("hands-if", &known)
                }
            };
            let steps = self.tale.after.steps(one.steps);
            vec![
                services,
                steps,
                self.tale.municipalities(&one.municipalities),
            ]
        };
        let head = |keys: &[&str]| keys.iter().map(|key| Head::words(self.text(key))).collect();
        let columns = ["changes-services", "changes-steps", "changes-where"];
        let whole = |all: &[&Handover]| -> usize { all.iter().map(|one| one.services.len()).sum() };
        // What went from some hands to others only once needs no heading of its own.
        let (many, few): (Vec<_>, Vec<_>) = parts.into_iter().partition(|(_, all)| whole(all) > 1);
        let part = |(hands, all): (String, Vec<&Handover>)| {
            let caption = self.locale.count("changes-moved", whole(&all), &[]);
            Section::new("", hands).with(Block::Table(Table {
                caption,
                head: head(&columns),
                rows: all.into_iter().map(row).collect(),
            }))
        };
        let mut sections: Vec<Section> = many.into_iter().map(part).collect();
        let single = |(hands, all): (String, Vec<&Handover>)| {
            let rows = all.into_iter().map(row);
            let with_hands = move |mut row: Vec<String>| {
                row.insert(1, hands.clone());
                row
            };
            rows.map(with_hands).collect::<Vec<_>>()
        };
        let rows: Vec<Vec<String>> = few.into_iter().flat_map(single).collect();
        if !rows.is_empty() {
            let title = self.text("changes-single");
            let caption = self.locale.count("changes-moved", rows.len(), &[]);
            let [service, steps, places] = columns;
            sections.push(Section::new("", title).with(Block::Table(Table {
                caption,
                head: head(&[service, "changes-between-whom", steps, places]),
                rows,
            })));
        }
        (!sections.is_empty()).then(|| Section {
            title: self.text("changes-hands"),
            sections,
            ..Section::default()
        })
    }

    fn bodies(&self) -> Option<Section> {
        let bodies = &self.comparison.bodies;
        let ended = |one: &Ended| {
            let name = self.tale.full_before(&one.organisation);
            match &one.successor {
                None => self.locale.with("why-ended", &[("names", &name)]),
                Some(successor) => {
                    let successor = self.tale.full_after(successor);
                    let known = [("names", name.as_str()), ("successor", &successor)];
                    self.locale.with("why-succeeded", &known)
                }
            }
        };
        let renamed = |one: &Renamed| {
            let known = [("old", one.before.as_str()), ("new", one.after.as_str())];
            self.locale.with("changes-renamed", &known)
        };
        let lines = bodies.ended.iter().map(ended);
        let lines = lines.chain(bodies.renamed.iter().map(renamed));
        let new = bodies.new.iter().map(|id| {
            let name = self.tale.full_after(id);
            self.locale.with("changes-new-body", &[("name", &name)])
        });
        let extended = bodies.extended.iter().map(|one| {
            let name = self.tale.full_after(&one.organisation);
            let places = self.tale.municipalities(&one.municipalities);
            let known = [("name", name.as_str()), ("municipalities", &places)];
            self.locale.with("changes-serves-more", &known)
        });
        let all: Vec<String> = lines.chain(new).chain(extended).collect();
        let blocks = if all.is_empty() {
            Vec::new()
        } else {
            vec![Block::List(all)]
        };
        self.section("changes-bodies", blocks)
    }

    fn services(&self) -> Option<Section> {
        let turnover = &self.comparison.services;
        let list = |key: &str, ids: &[crate::catalogue::ServiceId]| {
            let names = self.tale.services(ids).into_iter();
            let line = |name: &str| self.locale.with(key, &[("name", name)]);
            names.map(line).collect::<Vec<_>>()
        };
        let mut all = list("changes-gone-service", &turnover.gone);
        all.extend(list("changes-new-service", &turnover.new));
        let places = &self.comparison.municipalities;
        for (key, ids) in [
            ("changes-gone-service", &places.gone),
            ("changes-new-service", &places.new),
        ] {
            let names = ids.iter().map(|id| self.tale.municipality(id));
            all.extend(names.map(|name| self.locale.with(key, &[("name", name)])));
        }
        let blocks = if all.is_empty() {
            Vec::new()
        } else {
            vec![Block::List(all)]
        };
        self.section("changes-turnover", blocks)
    }

    fn section(&self, title: &str, blocks: Vec<Block>) -> Option<Section> {
        (!blocks.is_empty()).then(|| Section {
            title: self.text(title),
            blocks,
            ..Section::default()
        })
    }
}
