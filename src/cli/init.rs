//! `hanvisa init`: writes the catalogue that the program carries to a folder, to be edited there.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use super::Outcome;
use super::failure::Failure;
use super::line::{Ink, Line};
use super::output::Output;
use crate::catalogue::{EMBEDDED_FILES, holds_toml};
use crate::locale::Locale;
use crate::paths::Paths;

/// Writes the files, and says what to do with them. Nothing that is there already is touched.
///
/// # Errors
/// When the folder holds TOML files, or cannot be written to.
pub fn run(folder: &Path, locale: &Locale, output: &mut Output) -> Result<Outcome, Failure> {
    if holds_toml(folder) {
        return Err(Failure::NotEmpty {
            folder: folder.to_owned(),
        });
    }
    let unwritable = |path: &Path, reason: io::Error| Failure::Unwritable {
        path: path.to_owned(),
        reason,
    };
    fs::create_dir_all(folder).map_err(|reason| unwritable(folder, reason))?;
    for (name, text) in EMBEDDED_FILES {
        let path = folder.join(name);
        let written = File::create_new(&path).and_then(|mut file| file.write_all(text.as_bytes()));
        written.map_err(|reason| unwritable(&path, reason))?;
    }
    let shown = folder.display().to_string();
    let words = locale.count("cli-init-done", EMBEDDED_FILES.len(), &[("folder", &shown)]);
    output.line(&Line::of(Ink::Strong, &words))?;
    output.line(&Line::default())?;
    let quoted = shell_word(&shown);
    for (key, command) in [
        ("cli-init-check", format!("hanvisa check {quoted}")),
        ("cli-init-try", format!("hanvisa --catalogue {quoted}")),
    ] {
        output.line(&Line::of(Ink::Plain, &locale.text(key)))?;
        output.line(&Line::of(Ink::Plain, "  ").and(Ink::Strong, &command))?;
    }
    let own = Paths::of_user();
    let is_own = own
        .as_ref()
        .is_some_and(|paths| fs::canonicalize(&paths.data).ok() == fs::canonicalize(folder).ok());
    if is_own {
        output.line(&Line::of(Ink::Plain, &locale.text("cli-init-in-use")))?;
    } else if let Some(paths) = own {
        let file = paths.config_file().display().to_string();
        let whole = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        let path = toml::Value::String(whole.display().to_string());
        let setting = format!("catalogue = {path}");
        output.line(&Line::of(
            Ink::Plain,
            &locale.with("cli-init-always", &[("file", &file)]),
        ))?;
        output.line(&Line::of(Ink::Plain, "  ").and(Ink::Strong, &setting))?;
    }
    Ok(Outcome::Done)
}

/// A path as it can be pasted into a shell.
fn shell_word(text: &str) -> String {
    let is_safe = |c: char| c.is_alphanumeric() || "/._-~+:@%".contains(c);
    if text.chars().all(is_safe) && !text.is_empty() {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_can_be_pasted_into_a_shell() {
        assert_eq!(shell_word("/srv/katalog-1"), "/srv/katalog-1");
        assert_eq!(shell_word("min katalog"), "'min katalog'");
        assert_eq!(shell_word("it's"), "'it'\\''s'");
    }
}
