//! The figures to see first: how callers fare, how much was found, how much is only assumed.

use super::certainty::known;
use super::changes::together;
use super::document::{Bar, Bars, Block, Head, KeyFigure, Section, Table, Tone};
use super::telling::{Telling, capital, percent};
use crate::catalogue::{Confidence, FindingKind};
use crate::compare::subject;
use crate::overlap::{Basis, Figures, Finding, NAMES, figures};

/// The summary.
pub fn section(telling: &Telling<'_>) -> Section {
    let fare = figures(telling.directory);
    let (calls, hops, sent_round, one_entrance) = together(fare.iter().copied());
    let is_to_share = |one: &&Finding| one.kind == FindingKind::Separate;
    let (to_share, met): (Vec<_>, Vec<_>) = telling.open().partition(is_to_share);
    let (shared, settled): (Vec<_>, Vec<_>) = telling.decided().partition(is_to_share);
    let duties = known(telling, |_| true);
    let figure = |key: &str, value: String| KeyFigure {
        value,
        label: telling.text(key),
        before: None,
    };
    // Whoever has put an end to something should see that it is known.
    let findings = |key: &str, open: &[&Finding], decided: &[&Finding]| {
        let mut figure = figure(key, open.len().to_string());
        if !decided.is_empty() {
            let known = [("figure", figure.label.as_str())];
            figure.label = telling
                .locale
                .count("report-and-decided", decided.len(), &known);
        }
        figure
    };
    let key_figures = vec![
        findings("report-met-by-callers", &met, &settled),
        findings("report-to-share", &to_share, &shared),
        figure("report-mean-hops", mean(telling, hops, calls)),
        figure("report-sent-round", sent_round.to_string()),
        figure("report-one-entrance", percent(one_entrance, calls)),
        figure(
            "report-assumed",
            percent(
                duties[Confidence::Assumed as usize],
                duties.iter().sum::<usize>(),
            ),
        ),
    ];
    let row = |one: &Figures| {
        let place = &telling.directory.catalogue()[one.municipality];
        vec![
            place.name.clone(),
            one.services.to_string(),
            telling.words().decimal(one.mean_hops()),
            one.sent_round.to_string(),
            percent(one.one_entrance, one.services),
        ]
    };
    let mut section =
        Section::new("summary", telling.text("report-summary")).with(Block::Figures(key_figures));
    section.blocks.extend(decided(telling).map(Block::Text));
    section
        .with(Block::Quiet(telling.text("report-calls-are")))
        .with(Block::Bars(by_kind(telling)))
        .with(Block::Table(Table {
            caption: telling.text("report-figures-caption"),
            head: vec![
                Head::words(telling.text("report-municipality")),
                Head::number(telling.text("report-calls")),
                Head::number(telling.text("report-steps")),
                Head::number(telling.text("report-round")),
                Head::number(telling.text("report-one")),
            ],
            rows: fare.iter().map(row).collect(),
        }))
}

fn mean(telling: &Telling<'_>, part: usize, whole: usize) -> String {
    #[allow(clippy::cast_precision_loss, reason = "counts of calls are small")]
    let mean = part as f64 / whole.max(1) as f64;
    telling.words().decimal(mean)
}

/// Which findings people have put an end to, by name and with what they decided.
fn decided(telling: &Telling<'_>) -> Option<String> {
    let words = telling.words();
    let name = |one: &Finding| {
        let (name, verdict) = (subject(&words, one), words.verdict(one.decided));
        let known = [("name", name.as_str()), ("verdict", &verdict)];
        telling.locale.with("report-decided-name", &known)
    };
    let names: Vec<String> = telling.decided().map(name).collect();
    let listed = words.listed(names.iter().map(String::as_str), NAMES);
    let known = [("names", listed.as_str())];
    let locale = telling.locale;
    (!names.is_empty()).then(|| locale.count("report-decided-names", names.len(), &known))
}

/// How many open findings of each kind there are, by who found them, and how many people have put an end to.
fn by_kind(telling: &Telling<'_>) -> Bars {
    let bases = [
        (Tone::Strong, Basis::Documented),
        (Tone::Warm, Basis::Computed),
        (Tone::Faint, Basis::Illustrative),
    ];
    let bar = |kind: FindingKind| {
        let is_of_it = |one: &&Finding| one.kind == kind;
        let count = |&(_, basis): &(Tone, Basis)| {
            let all = telling.open().filter(is_of_it);
            all.filter(|one| one.basis == basis).count()
        };
        let decided = telling.decided().filter(is_of_it).count();
        Bar {
            label: capital(&telling.words().kind(kind)),
            parts: bases.iter().map(count).chain([decided]).collect(),
        }
    };
    let about_work = FindingKind::ALL
        .into_iter()
        .filter(|kind| !matches!(kind, FindingKind::Lookalike | FindingKind::Stale));
    let part =
        |(tone, basis): (Tone, Basis)| (tone, telling.text(&format!("basis-{}", basis.word())));
    let decided = (Tone::Calm, telling.text("report-decided-part"));
    Bars {
        caption: telling.text("report-by-kind"),
        subject: telling.text("report-kind"),
        bar: telling.text("report-bar"),
        parts: bases.map(part).into_iter().chain([decided]).collect(),
        rows: about_work.map(bar).filter(|bar| bar.length() > 0).collect(),
    }
}
