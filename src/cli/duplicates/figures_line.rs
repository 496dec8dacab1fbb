//! The figures to follow over time, a line for each municipality under the table.

use std::io;

use crate::catalogue::MunicipalityRef;
use crate::cli::line::{Ink, Line};
use crate::cli::output::Output;
use crate::overlap::{Figures, Words, figures};

/// Prints how often callers are sent on and how many services have one entrance: for the municipality, or for each.
pub fn print(
    words: &Words<'_>,
    municipality: Option<MunicipalityRef>,
    output: &mut Output,
) -> io::Result<()> {
    output.line(&Line::default())?;
    let shown = |figures: &Figures| municipality.is_none_or(|one| figures.municipality == one);
    for figures in figures(words.directory).into_iter().filter(shown) {
        let name = &words.directory.catalogue()[figures.municipality].name;
        let hops = words.decimal(figures.mean_hops());
        let share = format!("{:.0}", figures.one_entrance_share() * 100.0);
        let said = words.locale.count(
            "cli-figures",
            figures.sent_round,
            &[("municipality", name), ("hops", &hops), ("share", &share)],
        );
        output.line(&Line::of(Ink::Plain, &said))?;
    }
    Ok(())
}
