//! The figures to see first: how callers fare, how much was found, how much is only assumed.

use super::certainty::known;
use super::changes::together;
use super::document::{Bar, Bars, Block, Head, KeyFigure, Section, Table, Tone};
use super::telling::{Telling, capital, percent};
use crate::catalogue::{Confidence, FindingKind};
use crate::overlap::{Basis, Figures, figures};

/// The summary.
pub fn section(telling: &Telling<'_>) -> Section {
    let fare = figures(telling.directory);
    let (calls, hops, sent_round, one_entrance) = together(fare.iter().copied());
    let of_kind = |kind: FindingKind| {
        let all = telling.findings.all().iter();
        all.filter(|one| one.kind == kind).count()
    };
    let to_share = of_kind(FindingKind::Separate);
    let about_work = telling.findings.all().iter();
    let about_work = about_work.filter(|one| one.is_about_work()).count();
    let duties = known(telling, |_| true);
    let figure = |key: &str, value: String| KeyFigure {
        value,
        label: telling.text(key),
        before: None,
    };
    let key_figures = vec![
        figure("report-met-by-callers", (about_work - to_share).to_string()),
        figure("report-to-share", to_share.to_string()),
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
    Section::new("summary", telling.text("report-summary"))
        .with(Block::Figures(key_figures))
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

/// How many findings of each kind there are, by who found them.
fn by_kind(telling: &Telling<'_>) -> Bars {
    let bases = [
        (Tone::Strong, Basis::Documented),
        (Tone::Warm, Basis::Computed),
        (Tone::Faint, Basis::Illustrative),
    ];
    let bar = |kind: FindingKind| {
        let count = |basis: Basis| {
            let all = telling.findings.all().iter();
            all.filter(|one| one.kind == kind && one.basis == basis)
                .count()
        };
        Bar {
            label: capital(&telling.words().kind(kind)),
            parts: bases.iter().map(|(_, basis)| count(*basis)).collect(),
        }
    };
    let about_work = FindingKind::ALL
        .into_iter()
        .filter(|kind| !matches!(kind, FindingKind::Lookalike | FindingKind::Stale));
    let part =
        |(tone, basis): (Tone, Basis)| (tone, telling.text(&format!("basis-{}", basis.word())));
    Bars {
        caption: telling.text("report-by-kind"),
        subject: telling.text("report-kind"),
        bar: telling.text("report-bar"),
        parts: bases.map(part).into(),
        rows: about_work.map(bar).filter(|bar| bar.length() > 0).collect(),
    }
}
