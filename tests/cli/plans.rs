//! `check` of scenarios: from when they hold, whom they leave without anybody, and what is wrong with them.

use crate::program::{Folder, Ran, hanvisa};

/// What `check` says of a scenario over the embedded catalogue.
fn checked(name: &str, entries: &str) -> Ran {
    let folder = Folder::new(name);
    let text = format!("[scenario]\nname = \"Plan\"\nat = 2099-01-01\n{entries}");
    let plan = folder.write("plan.toml", &text);
    hanvisa(&["check", &plan])
}

const SNOW: &str =
    "[[move]]\nservices = [\"snorojning\"]\nfrom = \"teknisk-namnd\"\nto = \"nora-kommun\"\n";

#[test]
fn the_first_day_is_told_and_the_last_where_it_is_another() {
    let one = checked("plan-one-day", SNOW).answers();
    assert!(
        one.contains("är felfritt och gäller från 2099-01-01. Det ändrar"),
        "{one}"
    );
    let later = "[[end]]\nservices = [\"lokalvard\"]\norganisation = \"hallefors-kommun\"\nsteps = [\"delivery\"]\nat = 2099-07-01\n";
    let two = checked("plan-two-days", &format!("{SNOW}{later}")).answers();
    assert!(
        two.contains("gäller från 2099-01-01; allt gäller från 2099-07-01. Det ändrar"),
        "{two}"
    );
}

#[test]
fn a_plan_that_leaves_nobody_with_a_service_is_warned_of() {
    let end = "[[end]]\nservices = [\"sophamtning\"]\norganisation = \"teknisk-namnd\"\n";
    let said = checked("plan-that-ends", end).answers();
    assert!(
        said.contains("varning: ingen att ringa först om sophamtning"),
        "{said}"
    );
    assert!(
        said.contains("går att använda och gäller från 2099-01-01"),
        "{said}"
    );
}

#[test]
fn a_gap_that_a_plan_leaves_is_found_on_its_day() {
    let folder = Folder::new("plan-gap");
    let text = "[scenario]\nname = \"Plan\"\nat = 2099-01-01\n[[end]]\nservices = [\"sophamtning\"]\norganisation = \"teknisk-namnd\"\n";
    let plan = folder.write("plan.toml", text);
    let json = hanvisa(&["compare", &plan, "--format", "json"]).json();
    let new = json["findings"]["new"].to_string();
    assert!(new.contains("gap:sophamtning"), "{new}");
}

#[test]
fn of_a_municipality_that_is_not_there_only_that_is_told() {
    for entry in [
        "[[add]]\nservices = [\"bygglov\"]\norganisation = \"bmb\"\nsteps = [\"contact\"]\nmunicipalities = [\"paris\"]\n",
        "[[end]]\nservices = [\"bygglov\"]\norganisation = \"bmb\"\nmunicipalities = [\"paris\"]\n",
        "[[move]]\nservices = [\"bygglov\"]\nfrom = \"bmb\"\nto = \"nora-kommun\"\nmunicipalities = [\"paris\"]\n",
    ] {
        let ran = checked("plan-paris", entry);
        assert_eq!(ran.status, 1);
        assert!(
            ran.out.contains("ingen kommun med id `paris`"),
            "{}",
            ran.out
        );
        assert!(ran.out.contains("\nEtt fel."), "{}", ran.out);
    }
}

#[test]
fn a_plan_without_services_is_told_nothing_of_referrals() {
    let end = "[[end]]\nservices = []\norganisation = \"bmb\"\n";
    let said = checked("plan-without-services", end).out;
    assert!(said.contains("listan `services` är tom"), "{said}");
    assert!(
        said.contains("råd: skriv vilka tjänster det gäller\n"),
        "{said}"
    );
}
