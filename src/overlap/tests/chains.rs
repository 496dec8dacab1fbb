//! Chains: where callers are sent, and how that ends.

use super::*;
use crate::catalogue::FindingKind;

mod figures;
mod general;
mod made_up;

/// A referral from one to another; `more` says for what.
fn sends(from: &str, to: &str, more: &str) -> String {
    format!(
        "[[referral]]\norganisation = \"{from}\"\nto = \"{to}\"\nstatus = \"documented\"\n\
         sources = [\"K1\"]\n{more}\n"
    )
}

const VATTEN: &str = "services = [\"vatten\"]";

fn chains_said(service: &[String]) -> Vec<String> {
    said(&[&service.concat()])
}

#[test]
fn one_hop_from_the_switchboard_is_as_it_should_be_and_two_are_a_chain() {
    let once = [
        duty("forbundet", "contact delivery", ""),
        sends("ask-kommun", "forbundet", VATTEN),
    ];
    assert!(found(&once).is_empty());
    let twice = [
        duty("forbundet", "contact delivery", ""),
        sends("ask-kommun", "namnden", VATTEN),
        sends("namnden", "forbundet", VATTEN),
    ];
    assert_eq!(found(&twice), ["chain:vatten:namnden+forbundet"]);
    assert_eq!(
        chains_said(&twice),
        ["Ask växel → Nämnden → Förbundet, 2 steg."]
    );
}

#[test]
fn a_way_back_to_the_switchboard_says_that_it_goes_round_and_one_back_to_another_shows_it() {
    let way = |links: &[(&str, &str)]| {
        let mut service = vec![duty("forbundet", "contact delivery", "")];
        service.extend(links.iter().map(|(from, to)| sends(from, to, VATTEN)));
        found(&service)
    };
    let home = way(&[("ask-kommun", "namnden"), ("namnden", "ask-kommun")]);
    assert_eq!(home, ["chain:vatten:namnden+ask-kommun/loop"]);
    let round = way(&[
        ("ask-kommun", "namnden"),
        ("namnden", "forbundet"),
        ("forbundet", "namnden"),
    ]);
    assert_eq!(round, ["chain:vatten:namnden+forbundet+namnden"]);
}

#[test]
fn a_chain_that_goes_round_and_one_that_stops_are_said() {
    let round = [
        duty("forbundet", "contact delivery", ""),
        sends("ask-kommun", "forbundet", VATTEN),
        sends("forbundet", "ask-kommun", VATTEN),
    ];
    assert_eq!(
        chains_said(&round),
        ["Ask växel → Förbundet → Asks kommun (samtalet går runt), 2 steg."]
    );
    let stops = [
        duty("forbundet", "contact delivery", ""),
        sends("ask-kommun", "namnden", VATTEN),
    ];
    assert_eq!(
        chains_said(&stops),
        ["Ask växel → Nämnden (där tar det stopp), ett steg."]
    );
}

#[test]
fn a_hop_to_a_body_that_has_ended_is_found_and_its_successor_named() {
    let gone = [
        duty("forbundet", "contact delivery", ""),
        sends("ask-kommun", "gamla", VATTEN),
        "[[organisation]]\nid = \"gamla\"\nkind = \"federation\"\nname = \"Gamla\"\n\
         until = 2022-12-31\nsuccessor = \"forbundet\"\n"
            .to_owned(),
    ];
    assert_eq!(
        chains_said(&gone),
        ["Ask växel → Gamla (finns inte längre, Förbundet har tagit över), ett steg."]
    );
}

/// A federation that has ended, and what took over from it.
const ENDED: &str = "[[organisation]]\nid = \"gamla\"\nkind = \"federation\"\nname = \"Gamla\"\n\
                     until = 2022-12-31\nsuccessor = \"forbundet\"\n";

/// A second service, that the board has.
const SCHOOL: &str = "[[service]]\nid = \"skola\"\nname = \"Skola\"\ntopic = \"gata\"\n\
                      summary = \"Skola.\"\nresponsible = [{ organisation = \"namnden\", \
                      steps = [\"contact\"], verified = 2026-06-01, confidence = \"assumed\" }]\n";

#[test]
fn where_a_body_has_ended_only_what_its_successor_has_is_sent_there_whatever_it_is_about() {
    let to_the_ended = sends("ask-kommun", "gamla", "");
    let text = [
        &duty("forbundet", "contact delivery", ""),
        SCHOOL,
        &to_the_ended,
        ENDED,
    ]
    .concat();
    let here = directory(&[&text], DAY);
    let found = findings(&here);
    let gone = found.find("chain:gamla/expired").unwrap();
    let water = here.catalogue().find_service("vatten").unwrap();
    assert_eq!(gone.services, [water]);
    // Nobody wrote that calls about school go there: where they go nobody has written down.
    assert_eq!(
        (figures(&here)[0].inferred, figures(&here)[0].unknown()),
        (1, 1)
    );
}

#[test]
fn bodies_that_all_send_callers_to_each_other_are_told_of_all_the_same() {
    for status in ["illustrative", "documented"] {
        // It comes to an end, and says that it did not count to the end.
        let found = of_all_to_each_other(VATTEN, status);
        assert!(found.all().len() < 1_000);
        let all = found.all().iter().flat_map(|one| &one.evidence);
        let uncounted = all.filter(|one| matches!(one, Evidence::MoreWays { at_least: true, .. }));
        assert_eq!(uncounted.count(), 1);
        // It does so too where none of them is written of this service; then it leads to nobody who has a part in it.
        let found = of_all_to_each_other("", status);
        let is_chain = |one: &Finding| one.kind == FindingKind::Chain;
        assert!(!found.all().iter().any(is_chain));
    }
}

/// What is found where twelve bodies send callers to each other, and somebody else has the service.
fn of_all_to_each_other(services: &str, status: &str) -> Findings {
    let bodies: Vec<String> = (0..12).map(|number| format!("kropp{number}")).collect();
    let sends_on = |from: &str, to: &str| sends(from, to, services).replace("documented", status);
    let mut text = vec![duty("forbundet", "handling", "municipalities = [\"ask\"]")];
    for body in &bodies {
        text.push(format!(
            "[[organisation]]\nid = \"{body}\"\nkind = \"company\"\nname = \"{body}\"\n"
        ));
        let others = bodies.iter().filter(|to| *to != body);
        text.extend(others.map(|to| sends_on(body, to)));
    }
    text.push(sends_on("ask-kommun", "kropp0"));
    findings(&directory(&[&text.concat()], DAY))
}

/// A way of so many steps from Ask's switchboard, to the federation.
fn a_way_of(steps: usize) -> Vec<String> {
    let mut text = vec![duty("forbundet", "contact", "")];
    let mut from = "ask-kommun".to_owned();
    for number in 1..steps {
        let to = format!("kropp{number}");
        text.push(sends(&from, &to, VATTEN));
        text.push(format!(
            "[[organisation]]\nid = \"{to}\"\nkind = \"company\"\nname = \"{to}\"\n"
        ));
        from = to;
    }
    // What belongs to the service stands before what does not.
    text.push(sends(&from, "forbundet", VATTEN));
    text
}

#[test]
fn a_way_that_is_longer_than_it_is_followed_is_cut_and_says_so() {
    let id = |steps| found(&a_way_of(steps)).concat();
    assert!(id(8).ends_with("+kropp7+forbundet"), "{}", id(8));
    assert!(id(9).ends_with("+kropp8/cut"), "{}", id(9));
    let told = chains_said(&a_way_of(9)).concat();
    assert!(
        told.ends_with("(vägen är längre än 8 steg), 8 steg."),
        "{told}"
    );
}

#[test]
fn where_there_are_more_ways_than_are_told_of_the_others_are_counted() {
    let mut text = vec![duty("forbundet", "contact", "")];
    for number in 0..40 {
        let body = format!("kropp{number:02}");
        text.push(sends("ask-kommun", &body, VATTEN));
        text.push(sends(&body, "forbundet", VATTEN));
        text.push(format!(
            "[[organisation]]\nid = \"{body}\"\nkind = \"company\"\nname = \"{body}\"\n"
        ));
    }
    let told = chains_said(&text);
    assert_eq!(told.len(), 33);
    let more = "I Ask finns 8 vägar till för Vatten, som inte räknas upp här.";
    assert_eq!(told.iter().filter(|one| *one == more).count(), 1);
}

#[test]
fn a_chain_that_a_source_describes_for_no_service_says_so_and_is_inferred_for_each() {
    let text = [
        duty("forbundet", "contact", ""),
        sends("ask-kommun", "namnden", ""),
        sends("namnden", "forbundet", ""),
        "[[finding]]\nid = \"kedja\"\nkind = \"chain\"\nstatement = \"Så är det.\"\n\
         organisations = [\"ask-kommun\", \"namnden\", \"forbundet\"]\n\
         status = \"documented\"\nsources = [\"K2\"]\n"
            .to_owned(),
    ]
    .concat();
    assert_eq!(
        said(&[&text]),
        [
            "Så är det.",
            "Ask växel → Nämnden → Förbundet, 2 steg.",
            "Källan nämner ingen tjänst; katalogen räknar fram en.",
        ]
    );
    let directory = directory(&[&text], DAY);
    let locale = Locale::new(Language::Swedish);
    let words = Words {
        directory: &directory,
        locale: &locale,
    };
    let found = findings(&directory);
    let chain = found.find("kedja").unwrap();
    assert_eq!(
        words.evidence_about(chain, directory.services()[0], None)[1],
        "Ask växel → Nämnden → Förbundet, 2 steg, följer av en allmän hänvisning."
    );
}

#[test]
fn a_way_that_ends_differently_in_two_municipalities_is_two_findings() {
    let ask = "municipalities = [\"ask\"]";
    let service = [
        duty("namnden", "contact", ask),
        duty("forbundet", "delivery", ask),
        duty("bok-kommun", "contact", ""),
        duty("alm-kommun", "contact", ""),
        sends("ask-kommun", "namnden", VATTEN),
        sends("bok-kommun", "namnden", VATTEN),
        sends("alm-kommun", "namnden", VATTEN),
        sends("namnden", "forbundet", VATTEN),
    ];
    let mut ids = found(&service);
    ids.sort();
    assert_eq!(
        ids,
        [
            "chain:vatten:namnden+forbundet",
            "chain:vatten:namnden+forbundet/dead-end"
        ]
    );
    let mut said = chains_said(&service);
    said.sort();
    assert_eq!(
        said,
        [
            "Ask växel → Nämnden → Förbundet, 2 steg.",
            "Bok och Alm: växeln → Nämnden → Förbundet (där tar det stopp), 2 steg.",
        ]
    );
}

#[test]
fn a_way_back_to_one_switchboard_is_not_the_way_on_from_another() {
    let service = [
        duty("ask-kommun", "handling", ""),
        duty("ask-kommun", "delivery", "municipalities = [\"ask\"]"),
        duty("bok-kommun", "contact", ""),
        duty("alm-kommun", "contact", ""),
        sends(
            "ask-kommun",
            "forbundet",
            "services = [\"vatten\"]\nmunicipalities = [\"ask\"]",
        ),
        sends("bok-kommun", "forbundet", VATTEN),
        sends(
            "forbundet",
            "ask-kommun",
            "services = [\"vatten\"]\nmunicipalities = [\"ask\", \"bok\"]",
        ),
    ];
    let mut said = chains_said(&service);
    said.sort();
    assert_eq!(
        said,
        [
            "Ask växel → Förbundet → Asks kommun (samtalet går runt), 2 steg.",
            "Bok växel → Förbundet → Asks kommun (där tar det stopp), 2 steg.",
        ]
    );
}

/// Two services that the federation has, but school only in Ask, and a way to it over the board from Ask and Bok.
fn of_two_services() -> String {
    [
        duty("forbundet", "contact", ""),
        "[[service]]\nid = \"skola\"\nname = \"Skola\"\ntopic = \"gata\"\nsummary = \"Skola.\"\n"
            .to_owned(),
        duty("forbundet", "contact", "municipalities = [\"ask\"]"),
        duty("bok-kommun", "contact", ""),
        sends("ask-kommun", "namnden", ""),
        sends("bok-kommun", "namnden", ""),
        sends("namnden", "forbundet", ""),
    ]
    .concat()
}

#[test]
fn nothing_is_said_of_a_service_in_a_municipality_that_takes_the_call_itself() {
    let here = directory(&[&of_two_services()], DAY);
    let catalogue = here.catalogue();
    let find = |id: &str| catalogue.find_service(id).unwrap();
    let (water, school) = (find("vatten"), find("skola"));
    let [ask, bok] = ["ask", "bok"].map(|id| catalogue.find_municipality(id).unwrap());
    let found = findings(&here);
    let chain = found.find("chain:namnden+forbundet").unwrap();
    assert_eq!(chain.services.len() * chain.municipalities.len(), 4);
    // Calls about water from both, about school from Ask alone.
    for (service, place, is_sent) in [
        (water, ask, true),
        (water, bok, true),
        (school, ask, true),
        (school, bok, false),
    ] {
        assert_eq!(chain.touches_about(service, Some(place)), is_sent);
        let told: Vec<_> = found.about_work(service, Some(place)).collect();
        assert_eq!(told.len(), usize::from(is_sent));
    }
    assert!(chain.touches_about(school, None));
    assert_eq!(chain.reach.callers, 3);
    let locale = Locale::new(Language::Swedish);
    let words = Words {
        directory: &here,
        locale: &locale,
    };
    assert_eq!(
        words.evidence_about(chain, school, None),
        ["Ask växel → Nämnden → Förbundet, 2 steg, följer av en allmän hänvisning."]
    );
    assert_eq!(
        words.evidence(chain, None),
        [
            "Ask och Bok: växeln → Nämnden → Förbundet, 2 steg.",
            "Skola: bara i Ask.",
        ]
    );
    assert_eq!(
        words.evidence(chain, Some(bok)),
        [
            "Bok växel → Nämnden → Förbundet, 2 steg.",
            "Skola: inte i Bok.",
        ]
    );
    assert_eq!(
        words.evidence(chain, Some(ask)),
        ["Ask växel → Nämnden → Förbundet, 2 steg."]
    );
}

#[test]
fn of_services_that_are_sent_a_way_from_few_municipalities_only_some_are_named() {
    let mut text = vec![duty("forbundet", "contact", "")];
    let places = ["ask", "bok", "alm"];
    let mut services = Vec::new();
    for (number, own) in (1..7).enumerate() {
        // Each of the subsets of the three municipalities has a service of its own.
        let in_them = (0..3).filter(|bit| own & (1 << bit) != 0);
        let in_them: Vec<String> = in_them.map(|bit| format!("\"{}\"", places[bit])).collect();
        services.push(format!(
            "[[service]]\nid = \"s{number}\"\nname = \"S{number}\"\ntopic = \"gata\"\n\
             summary = \"S.\"\nresponsible = [{{ organisation = \"forbundet\", \
             steps = [\"contact\"], municipalities = [{}], verified = 2026-06-01, \
             confidence = \"assumed\" }}]\n",
            in_them.join(", ")
        ));
    }
    text.extend(services);
    text.extend(places.map(|place| sends(&format!("{place}-kommun"), "namnden", "")));
    text.push(sends("namnden", "forbundet", ""));
    let told = chains_said(&text);
    assert_eq!(
        told[..2],
        [
            "alla kommuner: växeln → Nämnden → Förbundet, 2 steg.",
            "S2: inte i Alm.",
        ]
    );
    assert_eq!(told[4], "3 tjänster till: bara i en del av kommunerna.");
}

#[test]
fn what_people_wrote_of_one_municipality_leaves_in_the_others_the_services_that_are_sent_so_there()
{
    let note = "[[finding]]\nid = \"anteckning\"\nkind = \"chain\"\nstatement = \"Så är det.\"\n\
                municipalities = [\"ask\"]\nstatus = \"documented\"\nsources = [\"K2\"]\n\
                organisations = [\"ask-kommun\", \"namnden\", \"forbundet\"]\n";
    let here = directory(&[&of_two_services(), note], DAY);
    let found = findings(&here);
    let services = |id: &str| found.find(id).unwrap().services.len();
    assert_eq!(services("anteckning"), 2);
    assert_eq!(services("chain:namnden+forbundet"), 1);
}
