//! Where the catalogue and the settings come from, `check`, `schema` and `init`.

use std::fs;

use crate::program::{BROKEN, Folder, SMALL, command, command_at_home, hanvisa, ran, small};

#[test]
fn the_embedded_catalogue_has_no_errors() {
    let ran = hanvisa(&["check", "--format", "json", "--at", "2026-11-23"]);
    assert_eq!(ran.status, 0, "{}", ran.out);
    assert_eq!(ran.json()["errors"], 0);
}

#[test]
fn check_tells_everything_and_its_status_says_whether_it_is_bad() {
    let ran = small(&["check"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(
        ran.out.contains("Sjövik ligger i både Västby och Östby"),
        "{}",
        ran.out
    );
    let ran = hanvisa(&["check", BROKEN]);
    assert_eq!((ran.status, ran.err.as_str()), (1, ""));
    assert!(
        ran.out.contains("menade du `Europe/Stockholm`?"),
        "{}",
        ran.out
    );
    let json = hanvisa(&["check", BROKEN, "--format", "json"]).json();
    let fault = &json["faults"][1];
    assert_eq!(
        (&fault["line"], &fault["severity"]),
        (&3.into(), &"error".into())
    );
}

#[test]
fn a_catalogue_with_errors_answers_nothing() {
    for arguments in [["search", "snö"], ["show", "snorojning"]] {
        let ran = hanvisa(&[&["--catalogue", BROKEN], &arguments[..]].concat());
        let err = ran.fails();
        assert!(err.contains("katalog.toml:3:12"), "{err}");
        assert!(err.contains("fel: katalogen kan inte användas"), "{err}");
    }
    let err = hanvisa(&["--catalogue", "/nonexistent/katalog", "show", "x"]).fails();
    assert!(err.contains("/nonexistent/katalog finns inte"), "{err}");
}

#[test]
fn an_answer_is_that_of_the_files_as_they_are_now() {
    let home = Folder::new("copies");
    let text = fs::read_to_string(format!("{SMALL}/katalog.toml")).expect("the small catalogue");
    let write = |name: &str| home.write("katalog/katalog.toml", &text.replace("Snöröjning", name));
    let name = || {
        let arguments = ["show", "snorojning", "--catalogue", &home.join("katalog")];
        let answer = ran(command_at_home(home.path(), &arguments)).answers();
        answer.split_whitespace().next().map(str::to_owned)
    };
    let copies = || fs::read_dir(home.join(".cache/hanvisa")).map_or(0, Iterator::count);
    write("Förr");
    assert_eq!((name().as_deref(), copies()), (Some("Förr"), 1));
    write("Nu");
    assert_eq!((name().as_deref(), copies()), (Some("Nu"), 2));
    for copy in fs::read_dir(home.join(".cache/hanvisa")).expect("copies are kept here") {
        fs::write(copy.expect("a copy").path(), "damaged").expect("it can be written");
    }
    assert_eq!((name().as_deref(), copies()), (Some("Nu"), 2));
}

#[test]
fn a_search_keeps_its_index_and_answers_the_same_with_it_without_it_and_with_a_damaged_one() {
    let home = Folder::new("indexes");
    let search = |day: &str| {
        let arguments = ["search", "snö på gatan", "--explain", "--at", day];
        let catalogue = ["--catalogue", SMALL];
        ran(command_at_home(
            home.path(),
            &[&arguments[..], &catalogue[..]].concat(),
        ))
        .answers()
    };
    let indexes = || {
        let files = fs::read_dir(home.join(".cache/hanvisa")).expect("copies are kept here");
        let files = files.map(|file| file.expect("a file").path());
        files
            .filter(|file| file.extension().is_some_and(|ending| ending == "index"))
            .collect::<Vec<_>>()
    };
    let built = search("2026-11-23");
    assert_eq!(indexes().len(), 1);
    assert_eq!(search("2026-11-23"), built);
    assert_eq!(search("2026-11-24"), built, "nothing is different that day");
    assert_eq!(indexes().len(), 1);
    let file = indexes().remove(0);
    let whole = fs::read(&file).expect("an index");
    for at in [0, 20, 40, whole.len() / 2, whole.len() - 1] {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x55;
        for bytes in [&damaged[..], &whole[..at]] {
            fs::write(&file, bytes).expect("it can be written");
            assert_eq!(search("2026-11-23"), built, "damaged at {at}");
            let mended = fs::read(&file).expect("an index");
            assert!(mended == whole, "damaged at {at}, and kept anew");
        }
    }
}

#[test]
fn the_flag_goes_before_the_variable_before_the_settings_before_the_data_folder() {
    let home = Folder::new("order");
    let catalogue = |name: &str| {
        let text =
            fs::read_to_string(format!("{SMALL}/katalog.toml")).expect("the small catalogue");
        let file = home.write(
            &format!("{name}/katalog.toml"),
            &text.replace("Snöröjning", name),
        );
        file.strip_suffix("/katalog.toml")
            .expect("just written")
            .to_owned()
    };
    let (flag, variable, settings) = (
        catalogue("Flagga"),
        catalogue("Variabel"),
        catalogue("Inställd"),
    );
    let name = |arguments: &[&str], variable: Option<&str>| {
        let all = [&["show", "snorojning", "--at", "2026-11-23"], arguments].concat();
        let mut command = command_at_home(home.path(), &all);
        if let Some(path) = variable {
            command.env("HANVISA_CATALOGUE", path);
        }
        ran(command)
            .answers()
            .split_whitespace()
            .next()
            .map(str::to_owned)
    };
    assert_eq!(name(&[], None).as_deref(), Some("Snöröjning"));
    let data = catalogue(".local/share/hanvisa");
    assert!(data.ends_with("hanvisa"));
    if cfg!(target_os = "linux") {
        assert_eq!(name(&[], None).as_deref(), Some(".local/share/hanvisa"));
        home.write(
            ".config/hanvisa/config.toml",
            &format!("catalogue = {settings:?}\n"),
        );
        assert_eq!(name(&[], None).as_deref(), Some("Inställd"));
    }
    assert_eq!(name(&[], Some(&variable)).as_deref(), Some("Variabel"));
    assert_eq!(
        name(&["--catalogue", &flag], Some(&variable)).as_deref(),
        Some("Flagga")
    );
}

#[test]
fn the_settings_choose_language_and_municipality_and_flags_go_before() {
    let home = Folder::new("settings");
    let config = home.write(
        "egen.toml",
        "language = \"en\"\nmunicipality = \"Kvarnåsen\"\n",
    );
    let card = small(&["show", "snorojning", "--config", &config]).answers();
    assert!(card.contains("Västby · Mon 23 Nov 2026 10:42"), "{card}");
    let card = small(&[
        "show",
        "snorojning",
        "--config",
        &config,
        "--lang",
        "sv",
        "-m",
        "alla",
    ])
    .answers();
    assert!(
        card.contains("alla kommuner · mån 23 nov 2026 10.42"),
        "{card}"
    );
    let mut from_variable = command(&[
        "show",
        "snorojning",
        "--catalogue",
        SMALL,
        "--at",
        "2026-11-23",
    ]);
    from_variable.env("HANVISA_CONFIG", &config);
    assert!(
        ran(from_variable)
            .answers()
            .contains("Västby · Mon 23 Nov 2026")
    );
}

#[test]
fn an_unknown_setting_is_told_with_its_line_and_the_nearest_name() {
    let home = Folder::new("unknown");
    let config = home.write(
        "egen.toml",
        "# mina\nmunicipalty = \"nora\"\nmouse = \"ja\"\n",
    );
    let err = small(&["show", "snorojning", "--config", &config]).fails();
    assert!(err.contains("egen.toml:2:1"), "{err}");
    assert!(err.contains("municipality"), "{err}");
    assert!(err.contains("egen.toml:3:9"), "{err}");
    assert!(
        err.contains("fel: inställningarna kan inte användas"),
        "{err}"
    );
    let err = small(&["show", "x", "--config", "/nonexistent.toml"]).fails();
    assert!(err.contains("/nonexistent.toml finns inte"), "{err}");
}

#[test]
fn a_municipality_that_the_settings_misspell_is_told_with_its_line() {
    let home = Folder::new("misspelt");
    let config = home.write("egen.toml", "municipality = \"västbi\"\n");
    let err = small(&["show", "snorojning", "--config", &config]).fails();
    assert!(err.contains("egen.toml:1:16"), "{err}");
    assert!(err.contains("`vastby`"), "{err}");
}

#[test]
fn broken_settings_do_not_stand_in_the_way_of_help_or_of_checking_a_path() {
    let home = Folder::new("broken-settings");
    let config = home.write("egen.toml", "x = 1\n");
    assert!(
        hanvisa(&["--config", &config, "--help"])
            .answers()
            .contains("Användning:")
    );
    assert_eq!(hanvisa(&["--config", &config, "check", SMALL]).status, 0);
    assert_eq!(hanvisa(&["--config", &config, "schema"]).status, 0);
}

#[test]
fn a_user_without_a_home_has_the_embedded_catalogue() {
    let mut homeless = command(&["show", "snorojning", "--at", "2026-11-23"]);
    homeless.env_remove("HOME");
    assert!(ran(homeless).answers().starts_with("Snöröjning av gator"));
}

#[test]
fn init_writes_a_catalogue_that_passes_check_and_answers() {
    let home = Folder::new("init");
    let folder = home.join("ny katalog");
    let said = ran(command_at_home(home.path(), &["init", &folder])).answers();
    assert!(
        said.contains(&format!("hanvisa check '{folder}'")),
        "{said}"
    );
    assert_eq!(hanvisa(&["check", &folder]).status, 0);
    let arguments = ["show", "snorojning", "--at", "2014-09-01"];
    let own = hanvisa(&[&["--catalogue", &folder], &arguments[..]].concat()).answers();
    assert_eq!(own, hanvisa(&arguments).answers());
}

#[test]
fn init_overwrites_nothing() {
    let home = Folder::new("init-again");
    let file = home.write("mina.toml", "# mina egna\n");
    let err = hanvisa(&["init", &home.path().display().to_string()]).fails();
    assert!(err.contains("inget skrivs över"), "{err}");
    assert_eq!(
        fs::read_to_string(file).expect("still there"),
        "# mina egna\n"
    );
    assert_eq!(fs::read_dir(home.path()).expect("a folder").count(), 1);
}

#[test]
fn the_schema_is_a_schema() {
    let schema = hanvisa(&["schema"]).json();
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    assert!(jsonschema::meta::is_valid(&schema));
}
