//! The figures to see first: how callers fare, how much was found, how much is only assumed.

use super::certainty::known;
use super::document::{Bar, Bars, Block, KeyFigure, Section, Tone};
use super::examples;
use super::fares::{self, Together};
use super::telling::{Telling, capital, percent};
use crate::catalogue::FindingKind;
use crate::compare::subject;
use crate::overlap::{Basis, Figures, Finding, NAMES, figures};

/// The summary.
pub fn section(telling: &Telling<'_>) -> Section {
    let fare = figures(telling.directory);
    let all = Together::of(fare.iter().copied());
    let is_to_share = |one: &&Finding| one.kind == FindingKind::Separate;
    let (to_share, met): (Vec<_>, Vec<_>) = telling.open().partition(is_to_share);
    let [documented, inferred, assumed] = known(telling, |_| true);
    let figure = |key: &str, value: String| KeyFigure {
        value,
        label: telling.text(key),
        before: None,
    };
    let counted = |key: &str, found: &[&Finding]| {
        let (value, label) = examples::counted(telling.locale, key, found);
        KeyFigure {
            value: value.to_string(),
            label,
            before: None,
        }
    };
    let decided_ones: Vec<&Finding> = telling.decided().collect();
    let key_figures = vec![
        counted("report-met-by-callers", &met),
        counted("report-to-share", &to_share),
        counted("report-findings-decided", &decided_ones),
        figure("report-way-known", percent(all.known, all.calls)),
        figure("report-way-inferred", percent(all.inferred, all.calls)),
        figure("report-way-unknown", percent(all.unknown(), all.calls)),
        figure("report-mean-hops", all.mean(&telling.words())),
        figure("report-sent-round", all.sent_round.to_string()),
        figure(
            "report-sent-round-inferred",
            all.sent_round_inferred.to_string(),
        ),
        figure("report-one-entrance", percent(all.one_entrance, all.calls)),
        figure(
            "report-assumed",
            percent(assumed, documented + inferred + assumed),
        ),
    ];
    let row = |one: &Figures| {
        let place = &telling.directory.catalogue()[one.municipality];
        (place.name.clone(), fares::cells(&telling.words(), one))
    };
    let rows: Vec<_> = fare.iter().map(row).collect();
    let mut section =
        Section::new("summary", telling.text("report-summary")).with(Block::Figures(key_figures));
    section.blocks.extend(decided(telling).map(Block::Text));
    section
        .with(Block::Quiet(telling.text("report-calls-are")))
        .with(Block::Bars(by_kind(telling)))
        .with(Block::Table(fares::table(telling.locale, &rows)))
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
