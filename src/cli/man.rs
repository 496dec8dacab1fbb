//! `hanvisa man`: the manual page, made from the same declarations as the help and the key map.

use std::io;

use clap::Command;
use clap_mangen::Man;

use super::output::Output;
use super::{Outcome, args};
use crate::locale::Locale;
use crate::paths::Paths;

/// Prints the manual page as roff. `keys` are the keys of the terminal program and what they do.
///
/// # Errors
/// When it cannot be written.
pub fn run(keys: &[(String, String)], locale: &Locale, output: &mut Output) -> io::Result<Outcome> {
    output.text(&page(keys, locale)?)?;
    Ok(Outcome::Done)
}

/// The whole page.
fn page(keys: &[(String, String)], locale: &Locale) -> io::Result<String> {
    let mut command = args::command(locale);
    command.build();
    let mut page = Page {
        locale,
        text: String::new(),
    };
    let version = command.get_version().unwrap_or_default().to_owned();
    page.line(&format!(".TH HANVISA 1 \"\" \"hanvisa {version}\""));
    let about = command
        .get_about()
        .map(ToString::to_string)
        .unwrap_or_default();
    page.section("cli-man-name");
    page.line(&format!("hanvisa \\- {}", roff(&about)));
    page.section("cli-man-synopsis");
    page.verbatim(&locale.text("cli-usage"));
    page.section("cli-man-description");
    page.paragraph("cli-man-about");

    page.section("cli-heading-commands");
    for subcommand in command.get_subcommands() {
        page.subcommand(subcommand)?;
    }
    page.section("cli-heading-shared");
    let is_shared = |argument: &clap::Arg| argument.is_global_set();
    page.flags(
        Command::new("hanvisa").args(
            command
                .get_arguments()
                .filter(|one| is_shared(one))
                .cloned(),
        ),
    )?;

    if !keys.is_empty() {
        page.section("cli-man-keys");
        for (keys, what) in keys {
            page.entry(keys, what);
        }
    }
    page.section("cli-man-exit");
    for (status, key) in [
        ("0", "cli-exit-done"),
        ("1", "cli-exit-no"),
        ("2", "cli-exit-failed"),
    ] {
        page.entry(status, &locale.text(key));
    }
    page.section("cli-man-environment");
    for (name, key) in [
        ("HANVISA_CATALOGUE", "cli-variable-catalogue"),
        ("HANVISA_CONFIG", "cli-variable-config"),
        ("LC_ALL, LC_MESSAGES, LANG", "cli-variable-lang"),
        ("NO_COLOR", "cli-variable-no-color"),
    ] {
        page.entry(name, &locale.text(key));
    }
    if let Some(paths) = Paths::of_user() {
        page.section("cli-man-files");
        let config = paths.config_file();
        for (path, key) in [
            (config, "cli-file-config"),
            (paths.data, "cli-file-catalogue"),
            (paths.state, "cli-file-reports"),
        ] {
            page.entry(&path.display().to_string(), &locale.text(key));
        }
    }
    page.section("cli-man-settings");
    page.paragraph("cli-man-settings-about");
    page.verbatim(crate::config::DEFAULT);
    page.section("cli-man-examples");
    page.verbatim(&locale.text("cli-examples-only"));
    Ok(page.text)
}

/// A manual page as it grows.
struct Page<'l> {
    locale: &'l Locale,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn section(&mut self, heading: &str) {
        let heading = self
            .locale
            .text(heading)
            .trim_end_matches(':')
            .to_uppercase();
        self.line(&format!(".SH \"{}\"", roff(&heading)));
    }

    fn paragraph(&mut self, key: &str) {
        let text = roff(&self.locale.text(key));
        self.line(&text);
    }

    /// Lines that stay as they are.
    fn verbatim(&mut self, text: &str) {
        self.line(".nf");
        for line in text.lines() {
            self.line(&roff(line.trim_start()));
        }
        self.line(".fi");
    }

    /// A word and what it means.
    fn entry(&mut self, word: &str, meaning: &str) {
        self.line(".TP");
        self.line(&format!("\\fB{}\\fR", roff(word)));
        self.line(&roff(meaning));
    }

    fn subcommand(&mut self, command: &Command) -> io::Result<()> {
        let key = format!("cli-usage-{}", command.get_name());
        self.line(&format!(".SS \"{}\"", roff(&self.locale.text(&key))));
        let about = command
            .get_about()
            .map(ToString::to_string)
            .unwrap_or_default();
        self.line(&roff(&about));
        let own = command
            .get_arguments()
            .filter(|argument| !argument.is_global_set())
            .cloned();
        self.flags(Command::new("hanvisa").args(own))
    }

    /// What clap says of arguments and flags, without the headings it gives them.
    fn flags(&mut self, command: Command) -> io::Result<()> {
        let mut roff = Vec::new();
        Man::new(command.disable_help_flag(true).disable_version_flag(true))
            .render_options_section(&mut roff)?;
        for line in String::from_utf8_lossy(&roff).lines().filter(|line| {
            !line.starts_with(".SH") && !line.starts_with(".ie") && !line.starts_with(".el")
        }) {
            self.line(line);
        }
        Ok(())
    }
}

/// A text as roff takes it literally.
fn roff(text: &str) -> String {
    let escaped = text.replace('\\', "\\e").replace('-', "\\-");
    let lines = escaped.lines().map(|line| {
        let guard = if line.starts_with(['.', '\'']) {
            "\\&"
        } else {
            ""
        };
        format!("{guard}{}", line.replace('"', "\\(dq"))
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn the_keys_it_is_given_stand_in_it() {
        let keys = [("Ctrl-Y".to_owned(), "kopiera".to_owned())];
        let page = page(&keys, &Locale::new(Language::Swedish)).unwrap();
        assert!(
            page.contains(".SH \"TANGENTER\"\n.TP\n\\fBCtrl\\-Y\\fR\nkopiera\n"),
            "{page}"
        );
    }

    #[test]
    fn every_command_and_flag_stands_in_it() {
        for language in Language::ALL {
            let locale = Locale::new(language);
            let page = page(&[], &locale).unwrap();
            let command = args::command(&locale);
            for subcommand in command.get_subcommands() {
                assert!(page.contains(&format!("hanvisa {}", subcommand.get_name())));
            }
            for flag in command.get_arguments().filter_map(clap::Arg::get_long) {
                assert!(
                    page.contains(&format!("\\-\\-{flag}")) || flag == "version",
                    "{flag}"
                );
            }
        }
    }
}
