//! Names over time: what an organisation was called on a day.

use super::*;

const RENAMED: &str = r#"
    [[organisation]]
    id = "bolaget"
    kind = "company"
    names = [
      { name = "Första bolaget", short = "F", from = 2003-01-01, until = 2009-12-31 },
      { name = "Andra bolaget", from = 2012-01-01, until = 2016-12-31 },
      { name = "Tredje bolaget", short = "T", from = 2017-01-01, until = 2020-12-31 },
    ]
"#;

fn name_on(on: &str) -> (String, String) {
    let directory = directory(&[RENAMED], on);
    let company = directory.catalogue().find_organisation("bolaget").unwrap();
    (
        directory.name(company).to_owned(),
        directory.brief(company).to_owned(),
    )
}

fn names(name: &str, brief: &str) -> (String, String) {
    (name.to_owned(), brief.to_owned())
}

#[test]
fn an_organisation_is_called_what_it_was_called_on_the_day() {
    assert_eq!(name_on("2009-12-31"), names("Första bolaget", "F"));
    assert_eq!(name_on("2017-01-01"), names("Tredje bolaget", "T"));
}

#[test]
fn without_a_short_name_the_whole_name_stands_for_it() {
    assert_eq!(
        name_on("2014-09-01"),
        names("Andra bolaget", "Andra bolaget")
    );
}

#[test]
fn where_no_name_is_known_for_the_day_the_next_one_is_used_and_after_all_of_them_the_last() {
    assert_eq!(name_on("1990-01-01").0, "Första bolaget");
    assert_eq!(name_on("2011-01-01").0, "Andra bolaget");
    assert_eq!(name_on("2030-01-01").0, "Tredje bolaget");
}

#[test]
fn its_other_names_stay_known() {
    let directory = directory(&[RENAMED], "2014-09-01");
    let company = directory.catalogue().find_organisation("bolaget").unwrap();
    let others: Vec<_> = directory.catalogue()[company]
        .other_names_on(directory.day())
        .map(|name| name.name.as_str())
        .collect();
    assert_eq!(others, ["Första bolaget", "Tredje bolaget"]);
}
