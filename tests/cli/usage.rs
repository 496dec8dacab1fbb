//! Help, and what is said of command lines that make no sense.

use crate::program::{SMALL, command, hanvisa, ran, small};

#[test]
fn help_is_in_the_users_language_and_in_no_other() {
    let swedish = hanvisa(&["--help"]).answers();
    for word in [
        "Användning:",
        "Kommandon:",
        "Flaggor:",
        "Argument:",
        "Exempel:",
    ] {
        assert!(swedish.contains(word), "{word}");
    }
    let english = hanvisa(&["--help", "--lang", "en"]).answers();
    for word in ["Usage:", "Commands:", "Options:", "Arguments:", "Examples:"] {
        assert!(english.contains(word), "{word}");
        assert!(word == "Arguments:" || !swedish.contains(word), "{word}");
    }
    for command in [
        "search",
        "show",
        "duplicates",
        "matrix",
        "verdict",
        "check",
        "schema",
        "init",
        "completions",
        "man",
        "help",
    ] {
        for (language, heading) in [("sv", "Användning: hanvisa"), ("en", "Usage: hanvisa")] {
            let help = hanvisa(&[command, "--help", "--lang", language]).answers();
            assert!(help.contains(&format!("{heading} {command}")), "{help}");
            assert_eq!(
                help,
                hanvisa(&["help", command, "--lang", language]).answers()
            );
        }
    }
}

#[test]
fn the_environment_chooses_the_language() {
    let mut english = command(&["--help"]);
    english.env("LC_ALL", "en_GB.UTF-8");
    assert!(ran(english).answers().contains("Usage:"));
}

#[test]
fn every_mistake_on_the_command_line_is_told_in_swedish() {
    for (arguments, said) in [
        (
            &["--lung", "en"][..],
            "flaggan --lung finns inte\n  Menade du --lang?",
        ),
        (&["--lang", "de"], "”de” passar inte för --lang"),
        (&["search"], "det fattas något: <FRÅGA>"),
        (
            &["search", "--limit", "x", "y"],
            "”x” passar inte för --limit",
        ),
        (
            &["search", "--limit", "0", "y"],
            "”0” passar inte för --limit",
        ),
        (
            &["search", "y", "--format", "xml"],
            "Det kan vara: table, json, tsv",
        ),
        (&["show"], "det fattas något: <TJÄNST>"),
        (&["show", "x", "--at"], "--at <DATUM> saknar sitt värde"),
        (&["check", "a", "b"], "”b” är ett ord för mycket"),
        (
            &["man", "--at", "1", "--at", "2"],
            "--at <DATUM> står mer än en gång",
        ),
        (&["completions", "bsh"], "Menade du bash?"),
        (&["help", "visa"], "”visa” passar inte för"),
    ] {
        let err = hanvisa(arguments).fails();
        assert!(
            err.starts_with("fel: ") && err.contains(said),
            "{arguments:?}: {err}"
        );
        assert!(err.contains("Hjälp: hanvisa"), "{err}");
        for english in ["error", "Usage", "argument '", "value", "For more"] {
            assert!(!err.contains(english), "{err}");
        }
    }
}

#[test]
fn a_bad_date_says_how_a_date_is_written() {
    let err = hanvisa(&["show", "x", "--at", "2026-02-30"]).fails();
    assert!(err.contains("”2026-02-30” är inget datum"), "{err}");
    assert!(err.contains("2026-11-23T10:42"), "{err}");
}

#[test]
fn an_unknown_municipality_gets_the_nearest_name() {
    let err = hanvisa(&["show", "x", "--municipality", "norra"]).fails();
    assert!(
        err.contains("”norra”") && err.contains("Menade du nora?"),
        "{err}"
    );
    let err = hanvisa(&["show", "x", "--municipality", "Gytorp"]).fails();
    assert!(err.contains("Menade du Gyttorp (Nora)?"), "{err}");
    assert!(
        err.contains("lindesberg, nora, hallefors, ljusnarsberg"),
        "{err}"
    );
    let err = small(&["show", "x", "--municipality", "sjövik"]).fails();
    assert!(
        err.contains("Sjövik ligger i flera kommuner: Västby, Östby"),
        "{err}"
    );
}

#[test]
fn a_municipality_is_known_by_id_name_and_place() {
    for written in ["hallefors", "Hällefors", "HÄLLEFORS", "grythyttan"] {
        let card = hanvisa(&["show", "bygglov", "--at", "2026-11-23", "-m", written]).answers();
        assert!(
            card.contains("Hällefors · mån 23 nov 2026"),
            "{written}: {card}"
        );
    }
}

#[test]
fn without_a_terminal_the_program_names_search() {
    for arguments in [
        &[][..],
        &["snö"],
        &["snö", "på", "gatan"],
        &["hjälp", "search"],
    ] {
        let err = hanvisa(arguments).fails();
        assert!(err.contains("hanvisa search"), "{arguments:?}: {err}");
    }
    let err = hanvisa(&["--lang", "en"]).fails();
    assert!(err.contains("needs a terminal"), "{err}");
}

#[test]
fn completions_and_the_manual_are_printed() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = hanvisa(&["completions", shell]).answers();
        assert!(script.contains("municipality"), "{shell}");
    }
    let page = hanvisa(&["man"]).answers();
    for heading in [
        "NAMN",
        "KOMMANDON",
        "SLUTSTATUS",
        "MILJÖVARIABLER",
        "INSTÄLLNINGAR",
    ] {
        assert!(page.contains(&format!(".SH \"{heading}\"")), "{heading}");
    }
}

#[test]
fn flags_may_stand_before_the_command() {
    let before = hanvisa(&["--catalogue", SMALL, "--at", "2026-11-23", "show", "parker"]).answers();
    let after = hanvisa(&["show", "parker", "--catalogue", SMALL, "--at", "2026-11-23"]).answers();
    assert_eq!(before, after);
}

#[test]
fn no_heading_of_the_help_is_in_another_language() {
    for command in [
        "search",
        "show",
        "duplicates",
        "verdict",
        "compare",
        "report",
        "check",
    ] {
        let help = hanvisa(&[command, "--help"]).answers();
        assert!(
            !help.contains("Options:") && !help.contains("Arguments:"),
            "{help}"
        );
    }
}

#[test]
fn a_number_of_hits_that_cannot_be_is_answered_with_which_can() {
    let said = hanvisa(&["search", "-n", "0", "vatten"]).fails();
    assert!(said.contains("Skriv ett helt tal, 1 eller mer."), "{said}");
}
