//! Ways that somebody made up as examples: they take nothing from what is known.

use super::*;

#[test]
fn an_example_takes_nothing_from_what_is_documented() {
    let example =
        |from: &str, to: &str| sends(from, to, VATTEN).replace("documented", "illustrative");
    let of = |more: &str, example: &str| {
        let text = [&duty("forbundet", "contact delivery", ""), more, example].concat();
        let directory = directory(&[&text], DAY);
        let found = findings(&directory);
        let known = found
            .all()
            .iter()
            .filter(|one| one.basis == Basis::Computed);
        let ids: Vec<String> = known.map(|one| one.id.to_string()).collect();
        (ids, figures(&directory))
    };
    for services in [VATTEN, ""] {
        let known =
            sends("ask-kommun", "namnden", services) + &sends("namnden", "forbundet", services);
        let alone = of(&known, "");
        assert_eq!(alone.0.len(), 1);
        // Behind its end, and beside its beginning.
        assert_eq!(of(&known, &example("forbundet", "bok-kommun")), alone);
        assert_eq!(of(&known, &example("ask-kommun", "alm-kommun")), alone);
        assert_eq!(of(&known, &example("namnden", "forbundet")), alone);
    }
}

#[test]
fn an_example_of_what_a_source_describes_too_is_told_once() {
    let twice = [
        duty("forbundet", "contact delivery", ""),
        sends("ask-kommun", "namnden", VATTEN),
        sends("ask-kommun", "namnden", VATTEN).replace("documented", "illustrative"),
        sends("namnden", "forbundet", VATTEN),
    ];
    assert_eq!(found(&twice), ["chain:vatten:namnden+forbundet"]);
}

#[test]
fn a_chain_that_a_source_only_illustrates_is_no_better_known_than_that() {
    let twice = [
        duty("forbundet", "contact delivery", ""),
        sends("ask-kommun", "namnden", VATTEN),
        sends("namnden", "forbundet", VATTEN).replace("documented", "illustrative"),
    ]
    .concat();
    let found = findings(&directory(&[&twice], DAY));
    let chain = found
        .all()
        .iter()
        .find(|one| one.id.as_str().ends_with("/example"));
    let chain = chain.unwrap();
    assert_eq!(chain.basis, Basis::Illustrative);
    assert_eq!(chain.confidence, Confidence::Assumed);
}

#[test]
fn what_is_made_up_about_one_switchboard_makes_no_example_of_another() {
    let service = [
        duty("forbundet", "contact", ""),
        sends("ask-kommun", "namnden", VATTEN),
        sends("bok-kommun", "namnden", VATTEN).replace("documented", "illustrative"),
        sends("namnden", "forbundet", VATTEN),
    ];
    let directory = directory(&[&service.concat()], DAY);
    let found = findings(&directory);
    let known = found.find("chain:vatten:namnden+forbundet").unwrap();
    let example = found
        .find("chain:vatten:namnden+forbundet/example")
        .unwrap();
    assert_eq!(
        (known.basis, known.confidence),
        (Basis::Computed, Confidence::Documented)
    );
    assert_eq!(
        (example.basis, example.confidence),
        (Basis::Illustrative, Confidence::Assumed)
    );
    assert_eq!(
        (known.municipalities.len(), example.municipalities.len()),
        (1, 1)
    );
}

#[test]
fn a_made_up_chain_is_no_part_of_a_documented_finding() {
    let text = [
        duty("forbundet", "contact", ""),
        duty("namnden", "handling", ""),
        sends("ask-kommun", "namnden", VATTEN),
        sends("namnden", "forbundet", VATTEN).replace("documented", "illustrative"),
        "[[finding]]\nid = \"kedja\"\nkind = \"chain\"\nstatement = \"Så är det.\"\n\
         services = [\"vatten\"]\norganisations = [\"ask-kommun\", \"namnden\", \"forbundet\"]\n\
         status = \"documented\"\nsources = [\"K2\"]\n"
            .to_owned(),
    ]
    .concat();
    let found = findings(&directory(&[&text], DAY));
    let known = found.find("kedja").unwrap();
    assert_eq!(known.evidence.len(), 1);
    let example = found
        .find("chain:vatten:namnden+forbundet/example")
        .unwrap();
    assert_eq!(example.basis, Basis::Illustrative);
}
