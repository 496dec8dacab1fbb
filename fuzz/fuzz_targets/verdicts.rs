//! Any text read as the file of verdicts, and one decision after another added to it: what stood there stands there
//! still, and what was added is read back.
#![no_main]

use arbitrary::Arbitrary;
use chrono::NaiveDate;
use hanvisa::catalogue::Verdict;
use hanvisa::overlap::verdict::{Decision, Decisions, added};
use hanvisa::untrusted::plain;
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
struct Made<'t> {
    finding: &'t str,
    verdict: u8,
    by: Option<&'t str>,
    note: Option<&'t str>,
    until: Option<u16>,
}

#[derive(Arbitrary, Debug)]
struct Kept<'t> {
    text: &'t str,
    made: Vec<Made<'t>>,
}

fuzz_target!(|kept: Kept<'_>| {
    let mut text = kept.text.to_owned();
    let Ok(mut earlier) = Decisions::read(&text) else {
        return;
    };
    for made in kept.made.iter().take(8) {
        let day = |number: u16| NaiveDate::from_num_days_from_ce_opt(730_120 + i32::from(number));
        let decision = Decision {
            finding: made.finding.to_owned(),
            verdict: Verdict::ALL[usize::from(made.verdict) % Verdict::ALL.len()],
            until: made.until.and_then(day),
            by: made.by.map(|by| plain(by).into_owned()),
            on: None,
            note: made.note.map(|note| plain(note).into_owned()),
        };
        let Some(longer) = added(&text, &decision) else {
            // A file that writes its verdicts in another way than as tables is left alone.
            return;
        };
        let now =
            Decisions::read(&longer).unwrap_or_else(|faults| panic!("{longer:?}: {faults:?}"));
        assert_eq!(
            now.all().split_last(),
            Some((&decision, earlier.all())),
            "{longer:?}"
        );
        text = longer;
        earlier = now;
    }
});
