//! Why each service is found: which word of the query found which word of the catalogue, how, where, worth how much.

use std::io;

use crate::cli::json;
use crate::cli::line::{Ink, Line};
use crate::cli::output::Output;
use crate::directory::Directory;
use crate::locale::Locale;
use crate::search::{Explanation, Reason};

/// Prints the words with their weights, then each service with its reasons.
pub fn text(
    directory: &Directory,
    why: &Explanation,
    locale: &Locale,
    output: &mut Output,
) -> io::Result<()> {
    let words = why
        .words
        .iter()
        .map(|word| format!("{} {}", word.text, word.importance));
    let words = words.collect::<Vec<_>>().join(", ");
    let arguments = [("words", words.as_str()), ("language", why.language)];
    output.line(&Line::of(
        Ink::Quiet,
        &locale.with("cli-explain-words", &arguments),
    ))?;
    let catalogue = directory.catalogue();
    for hit in &why.hits {
        let service = &catalogue[hit.service];
        let line = Line::of(Ink::Strong, &service.name)
            .and(Ink::Plain, &format!("  {}  ", hit.score))
            .and(Ink::Quiet, service.id.as_str());
        output.line(&line)?;
        let rows: Vec<[String; 4]> = hit
            .reasons
            .iter()
            .map(|reason| row(why, reason, locale))
            .collect();
        let mut widths = [0; 3];
        for row in &rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(Line::of(Ink::Plain, cell).width());
            }
        }
        for [asked, found, how, worth] in rows {
            let [first, second, third] = widths;
            let line = Line::of(Ink::Plain, "    ")
                .then(Line::of(Ink::Label, &asked).padded(first + 2))
                .then(Line::of(Ink::Plain, &found).padded(second + 2))
                .then(Line::of(Ink::Plain, &how).padded(third + 2))
                .and(Ink::Quiet, &worth);
            output.line(&line)?;
        }
    }
    Ok(())
}

fn row(why: &Explanation, reason: &Reason, locale: &Locale) -> [String; 4] {
    [
        why.asked(reason).to_owned(),
        reason.found.clone(),
        reason.how(locale),
        reason.weight.to_string(),
    ]
}

/// The explanation as JSON.
pub fn json(directory: &Directory, why: &Explanation) -> json::Explanation {
    let catalogue = directory.catalogue();
    let words = why.words.iter().map(|word| json::AskedWord {
        word: word.text.clone(),
        importance: word.importance,
        unmatched: word.unmatched,
    });
    let reason = |reason: &Reason| json::Reason {
        word: why.asked(reason).to_owned(),
        found: reason.found.clone(),
        tier: reason.tier.code(),
        field: reason.field.code(),
        weight: reason.weight,
    };
    let hits = why.hits.iter().map(|hit| json::ExplainedHit {
        service: catalogue[hit.service].id.to_string(),
        score: hit.score,
        reasons: hit.reasons.iter().map(reason).collect(),
    });
    json::Explanation {
        language: why.language,
        words: words.collect(),
        hits: hits.collect(),
    }
}
