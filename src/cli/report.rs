//! `hanvisa report`: writes the report for the steering group to a file.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::{Builder, NamedTempFile};

use super::Outcome;
use super::failure::Failure;
use super::line::{Ink, Line};
use super::load::{self, Question};
use super::output::Output;
use crate::compare::Side;
use crate::directory::Directory;
use crate::locale::Locale;
use crate::overlap::verdict::kept::led_to;
use crate::report::{html, markdown, report};

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Html,
    Markdown,
}

impl Form {
    /// The form that a file's name asks for.
    fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "html" | "htm" => Some(Self::Html),
            "md" | "markdown" => Some(Self::Markdown),
            _ => None,
        }
    }
}

/// Writes the report; there is a whole one at the path afterwards, or what was there before.
///
/// # Errors
/// When the day or the file's name says nothing, or the file cannot be written.
pub fn run(
    question: &Question,
    path: &Path,
    from: Option<&str>,
    locale: &Locale,
    output: &mut Output,
) -> Result<Outcome, Failure> {
    let refused = |key: &str, advice: &str| Failure::Usage {
        what: locale.with(key, &[("path", &path.display().to_string())]),
        advice: vec![locale.text(advice).into_owned()],
    };
    let Some(form) = Form::of(path) else {
        return Err(refused("error-report-form", "error-report-form-advice"));
    };
    // A link stays a link: what it leads to is replaced.
    let target = &led_to(path);
    if std::fs::metadata(target).is_ok_and(|there| !there.is_file()) {
        return Err(refused("error-report-place", "error-report-place-advice"));
    }
    if question.municipality_is_given && question.municipality.is_some() {
        return Err(refused("error-report-all", "error-report-all-advice"));
    }
    let from = from.map(|written| load::moment_of("--from", written));
    let from = from.transpose()?.map(|moment| moment.day);
    load::in_order(from, Some(question.moment.day), locale)?;
    let directory = question.directory();
    let since = from.map(|day| Directory::at(Arc::clone(&question.catalogue), day));
    let found = question.findings_and_lookalikes(&directory)?;
    let found_then = since.as_ref().map(|then| question.findings(then));
    let found_then = found_then.transpose()?;
    let since = since.as_ref().zip(found_then.as_ref());
    let since = since.map(|(directory, findings)| Side {
        directory,
        findings,
    });
    let now = Side {
        directory: &directory,
        findings: &found,
    };
    let whole = report(now, since, locale);
    let text = match form {
        Form::Html => html::render(&whole),
        Form::Markdown => markdown::render(&whole),
    };
    write_whole(target, &text).map_err(|reason| Failure::Unwritable {
        path: path.to_owned(),
        reason,
    })?;
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let shown = absolute.display().to_string();
    let words = locale.with("cli-report-done", &[("path", &shown)]);
    output.line(&Line::of(Ink::Strong, &words))?;
    Ok(Outcome::Done)
}

/// Writes a file that is there whole or not at all.
fn write_whole(path: &Path, text: &str) -> std::io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    let mut file: NamedTempFile<File> = beside(&folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// A new file in a folder, which others may read if the user's files usually may be.
fn beside(folder: &Path) -> std::io::Result<NamedTempFile<File>> {
    let mut builder = Builder::new();
    builder.prefix(".hanvisa-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The system takes away what the user's own mask forbids.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}
