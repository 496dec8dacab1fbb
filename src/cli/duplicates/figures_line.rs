//! The figures to follow over time, a line for each municipality under the table.

use std::io;

use crate::catalogue::MunicipalityRef;
use crate::cli::line::{Ink, Line};
use crate::cli::output::Output;
use crate::overlap::{Figures, Words, figures, percent};

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
        let share = percent(figures.one_entrance, figures.services);
        let (calls, known) = (figures.services.to_string(), figures.known.to_string());
        let inferred = figures.inferred.to_string();
        let lost = figures.lost.to_string();
        let mean = words.mean(figures.hops, figures.arriving());
        let arguments = [
            ("municipality", name.as_str()),
            ("calls", &calls),
            ("known", &known),
            ("inferred", &inferred),
            ("general", if figures.inferred > 0 { "yes" } else { "no" }),
            ("astray", if figures.lost > 0 { "yes" } else { "no" }),
            ("lost", &lost),
            ("hops", mean.as_deref().unwrap_or_default()),
            ("share", &share),
        ];
        let said = match mean {
            None if figures.lost > 0 => words.locale.with("cli-figures-lost", &arguments),
            None => words.locale.with("cli-figures-unknown", &arguments),
            Some(_) => words
                .locale
                .count("cli-figures", figures.sent_round, &arguments),
        };
        output.line(&Line::of(Ink::Plain, &said))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::locale::{Language, Locale};
    use crate::overlap::tests::directory;
    use crate::overlap::{Words, percent};

    #[test]
    fn halves_are_rounded_up_wherever_a_figure_is_told() {
        let directory = directory(&[], "2026-11-23");
        let locale = Locale::new(Language::Swedish);
        let words = Words {
            directory: &directory,
            locale: &locale,
        };
        assert_eq!(percent(5, 8), "63 %");
        assert_eq!(percent(1, 8), "13 %");
        assert_eq!(percent(0, 0), "–");
        assert_eq!(words.mean(1, 4).as_deref(), Some("0,3"));
        assert_eq!(words.mean(5, 4).as_deref(), Some("1,3"));
        assert_eq!(words.mean(0, 0), None);
    }
}
