//! `compare` and `report`.

use std::fs;

use crate::program::{Folder, SMALL, command_at_home, hanvisa, ran};

const REFORM: [&str; 5] = ["compare", "--from", "2014-09-01", "--to", "2026-11-23"];

/// A scenario file that moves snow clearing in Nora to the municipality on a day that is far off, with more below it.
fn scenario(folder: &Folder, more: &str) -> String {
    let text = format!(
        "[scenario]\nname = \"Plogning i egen regi\"\nat = 2099-01-01\n[[move]]\nservices = [\"snorojning\"]\n\
         from = \"teknisk-namnd\"\nto = \"nora-kommun\"\n{more}"
    );
    folder.write("plan.toml", &text)
}

#[test]
fn what_changed_between_two_days_is_told_for_scripts() {
    let json = hanvisa(&[&REFORM[..], &["--format", "json"]].concat()).json();
    let hands = json["hands"].as_array().expect("a list");
    let of_snow = hands.iter().find(|one| {
        let services = one["services"].as_array().expect("a list");
        services.contains(&"snorojning".into())
    });
    let of_snow = of_snow.expect("snow clearing changed hands");
    assert_eq!(of_snow["before"][0]["organisation"], "bkt");
    assert_eq!(of_snow["after"][0]["organisation"], "teknisk-namnd");
    let solved = json["findings"]["solved"].as_array().expect("a list");
    let chain = solved
        .iter()
        .find(|one| one["id"] == "kedja-kommun-bmb-bkt");
    let why = chain.expect("the chain is solved")["why"].to_string();
    assert!(why.contains("Kedjan står inte längre i katalogen"), "{why}");
    let example = solved
        .iter()
        .find(|one| one["id"] == "badplats-brygga-och-vatten");
    assert_eq!(example.expect("it is gone")["basis"], "illustrative");
    assert_eq!(json["organisations"]["renamed"][0]["organisation"], "bmb");
    assert_eq!(json["figures"][0]["municipality"], "lindesberg");
}

#[test]
fn what_changed_can_be_read_as_text_and_as_markdown() {
    let text = hanvisa(&REFORM).answers();
    assert!(
        text.contains("\nLÖSTA FYND\n") && text.contains("\nBKT → Teknisk nämnd\n"),
        "{text}"
    );
    let markdown = hanvisa(&[&REFORM[..], &["--format", "markdown", "--lang", "en"]].concat());
    let markdown = markdown.answers();
    assert!(markdown.starts_with("# Bergslagen: 1 September 2014 and 23 November 2026\n"));
    assert!(markdown.contains("\n## Findings solved\n"), "{markdown}");
    assert!(markdown.contains("made-up example"), "{markdown}");
    assert!(text.contains("påhittat exempel"), "{text}");
}

#[test]
fn a_day_beside_itself_has_nothing_to_tell_and_that_is_done_all_the_same() {
    let same = ["compare", "--from", "2026-11-23", "--to", "2026-11-23"];
    assert!(hanvisa(&same).answers().contains("Ingenting skiljer."));
}

#[test]
fn what_people_have_decided_is_told_as_decided_and_never_as_solved() {
    let home = Folder::new("compare-decided");
    for id in ["samarbete-lon", "idrott-nora"] {
        let said = ["verdict", id, "intended", "--at", "2014-09-01"];
        ran(command_at_home(home.path(), &said)).answers();
    }
    let compare = |more: &[&str]| {
        let all = [&REFORM[..], more].concat();
        ran(command_at_home(home.path(), &all))
    };
    let json = compare(&["--format", "json"]).json();
    let of = |list: &str, id: &str| {
        let all = json["findings"][list].as_array().expect("a list").clone();
        all.into_iter().find(|one| one["id"] == id)
    };
    let left = of("remaining", "samarbete-lon").expect("it is still to be seen");
    assert_eq!(left["verdict"], "intended");
    assert!(of("solved", "samarbete-lon").is_none());
    assert!(of("solved", "idrott-nora").is_some());
    let text = compare(&[]).answers();
    let decided = text.split("AVGJORDA FYND").nth(1).expect("its heading");
    assert!(
        decided.contains("Lönehantering (var för sig): avsiktlig"),
        "{text}"
    );
}

#[test]
fn only_what_concerns_a_municipality_is_told_where_one_is_named() {
    let text = hanvisa(&[&REFORM[..], &["--municipality", "hällefors"]].concat()).answers();
    assert!(
        text.contains("Lokalvård") && !text.contains("Kommunala tomter"),
        "{text}"
    );
}

#[test]
fn two_catalogues_are_compared_on_the_same_day() {
    let folder = Folder::new("compare-two");
    let text = fs::read_to_string(format!("{SMALL}/katalog.toml")).expect("the small catalogue");
    let other = folder.write(
        "andra/katalog.toml",
        &text.replace("name = \"Västby kommun\"", "name = \"Västby stad\""),
    );
    assert_ne!(fs::read_to_string(&other).expect("just written"), text);
    let said = hanvisa(&["compare", SMALL, &folder.join("andra")]).answers();
    assert!(
        said.contains("Västby kommun heter nu Västby stad."),
        "{said}"
    );
    let said = hanvisa(&["compare", SMALL, SMALL]).answers();
    assert!(said.contains("Ingenting skiljer."), "{said}");
}

#[test]
fn a_scenario_is_compared_with_the_catalogue_on_the_day_it_holds() {
    let folder = Folder::new("compare-scenario");
    let plan = scenario(&folder, "");
    let said = hanvisa(&["compare", &plan, "--format", "json"]).json();
    assert_eq!(said["from"]["day"], said["to"]["day"]);
    assert_eq!(said["to"]["name"], "Plogning i egen regi");
    assert_eq!(said["hands"][0]["after"][0]["own"], true);
    assert_eq!(
        said["hands"][0]["municipalities"],
        serde_json::json!(["nora"])
    );
    // A plan beside itself is no other plan.
    let said = hanvisa(&["compare", &plan, &plan]).answers();
    assert!(said.contains("Ingenting skiljer."), "{said}");
}

#[test]
fn a_scenario_may_be_written_in_any_way_that_toml_has() {
    let folder = Folder::new("compare-written");
    let entry =
        "[[move]]\nservices = [\"snorojning\"]\nfrom = \"teknisk-namnd\"\nto = \"nora-kommun\"\n";
    for head in [
        "[ scenario ]\nname = \"Plan\"\nat = 2099-01-01\n",
        "scenario = { name = \"Plan\", at = 2099-01-01 }\n",
    ] {
        let plan = folder.write("plan.toml", &format!("{head}{entry}"));
        let said = hanvisa(&["compare", &plan, "--format", "json"]).json();
        assert_eq!(said["to"]["name"], "Plan");
    }
    let broken = folder.write(
        "plan.toml",
        &format!("scenario = {{ name = \"Plan\", at = }}\n{entry}"),
    );
    let err = hanvisa(&["compare", &broken]).fails();
    assert!(
        err.contains("plan.toml:1:") && err.contains("scenariot kan inte användas"),
        "{err}"
    );
    let headless = folder.write("plan.toml", entry);
    let err = hanvisa(&["compare", &headless]).fails();
    assert!(err.contains("scenariot kan inte användas"), "{err}");
}

#[test]
fn what_is_wrong_with_a_scenario_is_told_with_its_line() {
    let folder = Folder::new("compare-wrong");
    let plan = scenario(
        &folder,
        "[[end]]\nservices = [\"snorojnig\"]\norganisation = \"bkt\"\n",
    );
    let err = hanvisa(&["compare", &plan]).fails();
    assert!(err.contains("plan.toml:9:13"), "{err}");
    assert!(err.contains("menade du `snorojning`?"), "{err}");
    assert!(err.contains("scenariot kan inte användas"), "{err}");
}

#[test]
fn a_plan_for_a_day_that_has_been_is_refused_unless_another_day_is_asked_about() {
    let folder = Folder::new("compare-past");
    let plan = folder.write(
        "plan.toml",
        "[scenario]\nname = \"Prov\"\nat = 2024-01-01\n[[end]]\nservices = [\"snorojning\"]\n\
         organisation = \"teknisk-namnd\"\n",
    );
    let err = hanvisa(&["compare", &plan]).fails();
    assert!(
        err.contains("2024-01-01 har redan varit") && err.contains("plan.toml:3:6"),
        "{err}"
    );
    let said = hanvisa(&["compare", &plan, "--at", "2024-01-01"]).answers();
    assert!(said.contains("Teknisk nämnd → ingen"), "{said}");
}

#[test]
fn the_day_that_a_plan_is_compared_on_stands_in_the_title() {
    let folder = Folder::new("compare-day");
    let plan = scenario(&folder, "");
    let said = hanvisa(&["compare", &plan, "--format", "json"]).json();
    let day = said["to"]["day"].as_str().expect("a day").to_owned();
    let year = day.split('-').next().expect("a year").to_owned();
    let text = hanvisa(&["compare", &plan]).answers();
    let title = text.lines().next().expect("a title");
    assert!(
        title.contains("Plogning i egen regi") && title.contains(&year),
        "{title}"
    );
}

#[test]
fn check_takes_a_scenario_for_what_it_is() {
    let folder = Folder::new("check-scenario");
    let plan = scenario(&folder, "");
    let said = hanvisa(&["check", &plan]).answers();
    assert!(
        said.contains("Scenariot ”Plogning i egen regi” är felfritt"),
        "{said}"
    );
    let wrong = scenario(
        &folder,
        "[[end]]\nservices = [\"snorojnig\"]\norganisation = \"bkt\"\n",
    );
    let said = hanvisa(&["check", &wrong]);
    assert_eq!((said.status, said.err.as_str()), (1, ""));
    assert!(said.out.contains("plan.toml:9:13"), "{}", said.out);
    assert!(
        said.out
            .ends_with("Scenariot kan inte användas förrän det är rättat.\n"),
        "{}",
        said.out
    );
    let json = hanvisa(&["check", &wrong, "--format", "json"]);
    assert!(json.out.contains("\"errors\": 1"), "{}", json.out);
}

#[test]
fn days_that_contradict_each_other_are_refused() {
    let folder = Folder::new("compare-backwards");
    let report = folder.path().join("r.html").display().to_string();
    for arguments in [
        &["compare", "--from", "2026-11-23", "--to", "2014-09-01"][..],
        &["compare", "--from", "2026-11-23", "--at", "2014-09-01"],
        &[
            "report",
            "-o",
            &report,
            "--from",
            "2026-11-23",
            "--at",
            "2014-09-01",
        ],
    ] {
        let said = hanvisa(arguments).fails();
        assert!(
            said.contains("2026-11-23 kommer efter 2014-09-01"),
            "{said}"
        );
    }
    assert!(!folder.path().join("r.html").exists());
    let both = [
        "compare",
        "--from",
        "2014-09-01",
        "--to",
        "2020-01-01",
        "--at",
        "2021-01-01",
    ];
    let said = hanvisa(&both).fails();
    assert!(said.contains("--at och --to"), "{said}");
}

#[test]
fn nothing_to_compare_or_no_day_is_told() {
    assert!(hanvisa(&["compare"]).fails().contains("inget att jämföra"));
    let err = hanvisa(&["compare", "--from", "igår"]).fails();
    assert!(err.contains("--from: ”igår” är inget datum"), "{err}");
    hanvisa(&["compare", SMALL, SMALL, SMALL]).fails();
}

#[test]
fn a_report_is_written_whole_and_the_program_says_where() {
    let folder = Folder::new("report");
    for (name, begins) in [
        ("rapport.html", "<!DOCTYPE html><html lang=\"sv\">"),
        ("rapport.md", "# Ansvar och dubbelarbete: Bergslagen\n"),
    ] {
        let path = folder.write(name, "gammalt");
        let report = [
            "report",
            "--output",
            &path,
            "--at",
            "2026-11-23",
            "--from",
            "2014-09-01",
        ];
        let said = hanvisa(&report).answers();
        assert_eq!(said, format!("Rapporten är skriven till {path}\n"));
        let text = fs::read_to_string(&path).expect("it was written");
        assert!(text.starts_with(begins));
        assert!(text.contains("Vad som har ändrats sedan 1 september 2014"));
        hanvisa(&report).answers();
        assert_eq!(fs::read_to_string(&path).expect("it was written"), text);
    }
    // Nothing is left beside them.
    assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 2);
}

#[test]
fn a_report_that_cannot_be_written_is_told() {
    let folder = Folder::new("no-report");
    let path = |name: &str| folder.join(name);
    let report = |path: &str| hanvisa(&["report", "--output", path]).fails();
    assert!(report(&path("rapport.pdf")).contains("varken en HTML-fil eller en Markdown-fil"));
    assert!(report(&path("ingen/rapport.html")).contains("mappen finns inte"));
    fs::create_dir(path("mapp.html")).expect("a folder can be made");
    assert!(report(&path("mapp.html")).contains("går inte att skriva"));
    let all = hanvisa(&[
        "report",
        "--output",
        &path("nora.html"),
        "--municipality",
        "nora",
    ]);
    assert!(all.fails().contains("alla kommuner"));
    // Only the folder is there.
    assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 1);
}

#[test]
fn the_format_of_a_scenario_is_printed() {
    let schema = hanvisa(&["schema", "scenario"]).json();
    assert_eq!(schema["title"], "hanvisa scenario");
    assert!(schema["properties"]["move"].is_object());
    assert_eq!(
        hanvisa(&["schema"]).json(),
        hanvisa(&["schema", "catalogue"]).json()
    );
}

#[test]
fn a_figure_means_the_same_wherever_scripts_read_it() {
    let day = "2014-09-01";
    let found = hanvisa(&["duplicates", "--at", day, "--format", "json"]).json();
    let compared = ["compare", "--from", day, "--to", day, "--format", "json"];
    let compared = hanvisa(&compared).json();
    let known = &compared["figures"][0]["after"];
    let own = &found["figures"][0];
    assert_eq!(own["municipality"], compared["figures"][0]["municipality"]);
    let (own, known) = (own.as_object(), known.as_object());
    for (key, value) in known.expect("figures") {
        let told = own.expect("figures").get(key);
        assert!(
            told.is_none_or(|told| told == value),
            "{key}: {value} {told:?}"
        );
    }
    let share = known.expect("figures")["one_entrance_share"].as_f64();
    assert!(share.is_some_and(|share| share < 1.0));
}

#[cfg(unix)]
#[test]
fn a_report_is_written_through_a_link_and_never_in_place_of_a_folder_or_a_pipe() {
    let folder = Folder::new("report-link");
    let real = folder.write("riktig.md", "gammal");
    let link = folder.join("lank.md");
    std::os::unix::fs::symlink(&real, &link).expect("a link");
    hanvisa(&["report", "-o", &link, "--catalogue", SMALL]).answers();
    let kept = fs::symlink_metadata(&link).expect("the link is there");
    assert!(kept.file_type().is_symlink());
    assert!(
        fs::read_to_string(&real)
            .expect("the report")
            .starts_with("# ")
    );
    fs::create_dir_all(folder.join("mapp.md")).expect("a folder can be made");
    let made = std::process::Command::new("mkfifo")
        .arg(folder.join("ror.md"))
        .status();
    assert!(made.expect("there is mkfifo").success());
    for name in ["mapp.md", "ror.md"] {
        let err = hanvisa(&["report", "-o", &folder.join(name), "--catalogue", SMALL]).fails();
        assert!(err.contains("är ingen vanlig fil"), "{err}");
    }
}
