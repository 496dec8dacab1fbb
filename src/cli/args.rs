//! The command line as it is declared: commands, arguments and flags, every word of their help from the locale.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};
use clap_complete::Shell;
use unicode_width::UnicodeWidthStr;

use super::output::Color;
use super::request::Written;
use crate::catalogue::{FindingKind, Verdict};
use crate::locale::{Language, Locale};
use crate::overlap::matrix::By;

/// The names of the commands, in the order of the help.
pub const COMMANDS: [&str; 13] = [
    "search",
    "show",
    "duplicates",
    "matrix",
    "verdict",
    "check",
    "compare",
    "report",
    "schema",
    "init",
    "completions",
    "man",
    "help",
];

/// The whole command line.
pub fn command(locale: &Locale) -> Command {
    let words = |key: &str| locale.text(key).into_owned();
    let json_or_text = || format_flag(locale, "cli-format-text", &["text", "json"]);
    let subcommands = [
        subcommand(locale, "search", "cli-search", "cli-usage-search")
            .arg(query(locale).required(true))
            .arg(
                flag("limit", &words("cli-value-count"), words("cli-limit"))
                    .short('n')
                    .help_heading(words("cli-heading-options"))
                    .value_parser(value_parser!(u32).range(1..)),
            )
            .arg(format_flag(
                locale,
                "cli-format-search",
                &["table", "json", "tsv"],
            ))
            .arg(
                Arg::new("explain")
                    .long("explain")
                    .help(words("cli-explain"))
                    .help_heading(words("cli-heading-options"))
                    .action(ArgAction::SetTrue),
            ),
        subcommand(locale, "show", "cli-show", "cli-usage-show")
            .arg(
                argument("service", locale, "cli-value-service", "cli-show-service")
                    .required(true)
                    .num_args(1..),
            )
            .arg(json_or_text()),
        duplicates(locale),
        matrix(locale),
        verdict(locale),
        subcommand(locale, "check", "cli-check", "cli-usage-check")
            .arg(path_argument(
                "path",
                locale,
                "cli-value-path",
                "cli-check-path",
            ))
            .arg(json_or_text()),
        compare(locale),
        report(locale),
        subcommand(locale, "schema", "cli-schema", "cli-usage-schema").arg(
            argument("of", locale, "cli-value-format", "cli-schema-of")
                .value_parser(PossibleValuesParser::new(Written::WORDS))
                .hide_possible_values(true),
        ),
        subcommand(locale, "init", "cli-init", "cli-usage-init").arg(
            path_argument("folder", locale, "cli-value-folder", "cli-init-folder").required(true),
        ),
        subcommand(
            locale,
            "completions",
            "cli-completions",
            "cli-usage-completions",
        )
        .arg(
            argument("shell", locale, "cli-value-shell", "cli-completions-shell")
                .required(true)
                .value_parser(value_parser!(Shell))
                .hide_possible_values(true),
        ),
        subcommand(locale, "man", "cli-man", "cli-usage-man"),
        subcommand(locale, "help", "cli-help-command", "cli-usage-help").arg(
            argument("command", locale, "cli-value-command", "cli-help-which")
                .value_parser(PossibleValuesParser::new(COMMANDS))
                .hide_possible_values(true),
        ),
    ];
    dressed(Command::new("hanvisa"), locale, "cli-usage")
        .about(words("cli-about"))
        .after_help(words("cli-examples"))
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(words("cli-heading-commands"))
        .subcommand_value_name(words("cli-value-command"))
        .arg(query(locale))
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .help(words("cli-version"))
                .help_heading(words("cli-heading-options"))
                .action(ArgAction::Version),
        )
        .args(shared_flags(locale))
        .subcommands(subcommands)
}

fn duplicates(locale: &Locale) -> Command {
    let kinds = FindingKind::ALL.map(FindingKind::word);
    let organisation = flag(
        "organisation",
        &locale.text("cli-value-organisation"),
        locale.text("cli-organisation").into_owned(),
    );
    subcommand(
        locale,
        "duplicates",
        "cli-duplicates",
        "cli-usage-duplicates",
    )
    .arg(choice("kind", locale, "cli-value-kind", "cli-kind", &kinds))
    .arg(organisation.help_heading(locale.text("cli-heading-options").into_owned()))
    .arg(format_flag(
        locale,
        "cli-format-duplicates",
        &["table", "json", "csv", "markdown"],
    ))
}

fn matrix(locale: &Locale) -> Command {
    let columns = By::ALL.map(By::word);
    subcommand(locale, "matrix", "cli-matrix", "cli-usage-matrix")
        .arg(choice("by", locale, "cli-value-by", "cli-by", &columns))
        .arg(format_flag(
            locale,
            "cli-format-matrix",
            &["table", "json", "csv"],
        ))
}

fn compare(locale: &Locale) -> Command {
    let places = path_argument(
        "places",
        locale,
        "cli-value-catalogue",
        "cli-compare-places",
    );
    subcommand(locale, "compare", "cli-compare", "cli-usage-compare")
        .arg(places.num_args(0..=2))
        .args([
            day_flag("from", locale, "cli-compare-from"),
            day_flag("to", locale, "cli-compare-to"),
        ])
        .arg(format_flag(
            locale,
            "cli-format-compare",
            &["text", "json", "markdown"],
        ))
}

fn report(locale: &Locale) -> Command {
    let words = |key: &str| locale.text(key).into_owned();
    let output = flag(
        "output",
        &words("cli-value-file"),
        words("cli-report-output"),
    );
    subcommand(locale, "report", "cli-report", "cli-usage-report")
        .arg(
            output
                .short('o')
                .help_heading(words("cli-heading-options"))
                .value_parser(value_parser!(PathBuf))
                .required(true),
        )
        .arg(day_flag("from", locale, "cli-report-from"))
}

fn verdict(locale: &Locale) -> Command {
    let words = |key: &str| locale.text(key).into_owned();
    let own = |name: &'static str, value: &str, help: &str| {
        flag(name, &words(value), words(help)).help_heading(words("cli-heading-options"))
    };
    subcommand(locale, "verdict", "cli-verdict", "cli-usage-verdict")
        .arg(argument("id", locale, "cli-value-id", "cli-verdict-id").required(true))
        .arg(
            argument("verdict", locale, "cli-value-verdict", "cli-verdict-which")
                .required(true)
                .value_parser(PossibleValuesParser::new(
                    Verdict::ALL.map(Verdict::word).to_vec(),
                ))
                .hide_possible_values(true),
        )
        .arg(own("until", "cli-value-moment", "cli-verdict-until"))
        .arg(own("by", "cli-value-role", "cli-verdict-by"))
        .arg(own("note", "cli-value-text", "cli-verdict-note"))
}

/// Gives a command its help in the user's language, headings included.
fn dressed(command: Command, locale: &Locale, usage: &'static str) -> Command {
    let heading = locale.text("cli-heading-usage");
    let template =
        format!("{{about-with-newline}}\n{heading} {{usage}}\n\n{{all-args}}{{after-help}}");
    let under = format!("\n{}", " ".repeat(heading.width() + 1));
    command
        .help_template(template)
        .override_usage(locale.text(usage).replace('\n', &under))
        .disable_help_flag(true)
        .max_term_width(100)
}

fn subcommand(
    locale: &Locale,
    name: &'static str,
    about: &'static str,
    usage: &'static str,
) -> Command {
    dressed(Command::new(name), locale, usage).about(locale.text(about).into_owned())
}

fn argument(name: &'static str, locale: &Locale, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name)
        .value_name(locale.text(value).into_owned())
        .help(locale.text(help).into_owned())
        .help_heading(locale.text("cli-heading-arguments").into_owned())
}

fn path_argument(
    name: &'static str,
    locale: &Locale,
    value: &'static str,
    help: &'static str,
) -> Arg {
    argument(name, locale, value, help).value_parser(value_parser!(PathBuf))
}

fn query(locale: &Locale) -> Arg {
    argument("query", locale, "cli-value-query", "cli-query").num_args(1..)
}

fn flag(name: &'static str, value: &str, help: String) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(value.to_owned())
        .help(help)
        .hide_possible_values(true)
}

/// A flag whose value is one of these words.
fn choice(
    name: &'static str,
    locale: &Locale,
    value: &'static str,
    help: &'static str,
    words: &[&'static str],
) -> Arg {
    let said = words.join(", ");
    flag(
        name,
        &locale.text(value),
        locale.with(help, &[("words", &said)]),
    )
    .help_heading(locale.text("cli-heading-options").into_owned())
    .value_parser(PossibleValuesParser::new(words.to_vec()))
}

fn format_flag(locale: &Locale, help: &'static str, formats: &'static [&'static str]) -> Arg {
    flag(
        "format",
        &locale.text("cli-value-format"),
        locale.text(help).into_owned(),
    )
    .help_heading(locale.text("cli-heading-options").into_owned())
    .value_parser(PossibleValuesParser::new(formats))
}

fn day_flag(name: &'static str, locale: &Locale, help: &'static str) -> Arg {
    let value = locale.text("cli-value-moment");
    flag(name, &value, locale.text(help).into_owned())
        .help_heading(locale.text("cli-heading-options").into_owned())
}

fn shared_flags(locale: &Locale) -> Vec<Arg> {
    let words = |key: &str| locale.text(key).into_owned();
    let path = words("cli-value-path");
    let languages = Language::ALL.map(Language::code);
    let flags = [
        flag(
            "municipality",
            &words("cli-value-municipality"),
            words("cli-municipality"),
        )
        .short('m'),
        flag("at", &words("cli-value-moment"), words("cli-at")),
        flag("catalogue", &path, words("cli-catalogue")).value_parser(value_parser!(PathBuf)),
        flag("config", &path, words("cli-config")).value_parser(value_parser!(PathBuf)),
        flag("lang", &words("cli-value-language"), words("cli-lang"))
            .value_parser(PossibleValuesParser::new(languages)),
        flag("color", &words("cli-value-color"), words("cli-color"))
            .value_parser(PossibleValuesParser::new(Color::WORDS)),
        Arg::new("help")
            .long("help")
            .short('h')
            .help(words("cli-help"))
            .action(ArgAction::Help),
    ];
    let heading = words("cli-heading-shared");
    flags
        .map(|flag| flag.global(true).help_heading(heading.clone()))
        .into()
}
