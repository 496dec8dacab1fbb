//! What an entry of a catalogue is compared by.

use super::*;
use crate::overlap::tests::{DAY, directory, duty};

/// Two bodies with every sort of contact, the one to be succeeded by the other, and a service besides.
const TOLD: &str = r#"
    [[organisation]]
    id = "verket"
    kind = "company"
    names = [{ name = "Bolaget", short = "BB", until = 2016-12-31 }, { name = "Vattenverket", short = "VV", from = 2017-01-01 }]
    also = ["verket"]
    serves = ["ask", "bok"]
    until = 2030-12-31
    successor = "borrarna"
    contact = { phone = "0587-55 00 40", email = "vv@ask.example", web = "https://vv.example", address = "Storgatan 1" }
    [[organisation]]
    id = "borrarna"
    kind = "company"
    name = "Borrarna"
    contact = { phone = "0587-550040", email = "bb@ask.example", web = "https://vv.example", address = "Storgatan 2" }
    [[service]]
    id = "brunnar"
    name = "Brunnar"
    topic = "gata"
    also = ["brunn", "borra"]
    summary = "Brunnar."
    not_here = [{ when = "kranen", service = "vatten" }]
"#;

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// The entry with an id, of the services and organisations of a catalogue.
fn told(directory: &Directory, id: &str) -> Record<'static> {
    let mut all = Record::services(directory);
    all.extend(Record::organisations(directory));
    let of_the_id = all.into_iter().find(|record| record.id == id);
    let record = of_the_id.unwrap();
    Record {
        words: record.words.into_owned().into(),
        ..record
    }
}

#[test]
fn an_entry_is_compared_by_all_that_the_catalogue_says_of_it() {
    let responsible = duty("verket", "contact", "municipalities = [\"ask\", \"bok\"]");
    let directory = directory(&[TOLD, &responsible], DAY);
    let contact = Record {
        phone: text("0587-55 00 40"),
        email: text("vv@ask.example"),
        web: text("https://vv.example"),
        address: text("Storgatan 1"),
        ..Record::default()
    };
    let service = Record {
        words: words(&["brunn", "borra"]).into(),
        topic: text("Gata"),
        municipalities: words(&["Ask", "Bok"]),
        others: words(&["vatten"]),
        kind: Kind::Service,
        id: "brunnar".to_owned(),
        name: "Brunnar".to_owned(),
        ..contact.clone()
    };
    assert_eq!(told(&directory, "brunnar"), service);
    // Under the name of the day, and former ones among the other words.
    let organisation = Record {
        words: words(&["VV", "Bolaget", "BB", "verket"]).into(),
        municipalities: words(&["Ask", "Bok"]),
        others: words(&["borrarna"]),
        kind: Kind::Organisation,
        id: "verket".to_owned(),
        name: "Vattenverket".to_owned(),
        ..contact
    };
    assert_eq!(told(&directory, "verket"), organisation);
}

#[test]
fn a_service_has_of_several_bodies_what_all_of_them_give() {
    let responsible = [
        duty("verket", "contact", "municipalities = [\"ask\"]"),
        duty("borrarna", "contact", "municipalities = [\"bok\"]"),
    ]
    .concat();
    let service = told(&directory(&[TOLD, &responsible], DAY), "brunnar");
    // One number, however it is written, and one page; two mailboxes and two houses are none.
    assert_eq!(service.phone, text("0587-55 00 40"));
    assert_eq!(service.web, text("https://vv.example"));
    assert_eq!((service.email, service.address), (None, None));
}
