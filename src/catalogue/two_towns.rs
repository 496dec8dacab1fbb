//! Two towns with a municipality each: what small catalogues in tests begin with.

use super::{Catalogue, Reading, TextFile};

/// A catalogue, a topic, and two towns; Asks kommun answers letters, and nobody has a number.
pub(crate) const TWO_TOWNS: &str = r#"
    [catalogue]
    name = "Prov"
    timezone = "Europe/Stockholm"
    country = "SE"
    [[topic]]
    id = "gata"
    name = "Gata"
    [[municipality]]
    id = "ask"
    name = "Ask"
    organisation = "ask-kommun"
    [[municipality]]
    id = "bok"
    name = "Bok"
    organisation = "bok-kommun"
    [[organisation]]
    id = "ask-kommun"
    kind = "municipality"
    name = "Asks kommun"
    serves = ["ask"]
    contact = { email = "kommun@ask.example" }
    [[organisation]]
    id = "bok-kommun"
    kind = "municipality"
    name = "Boks kommun"
    serves = ["bok"]
"#;

/// The two towns and what else these parts say.
pub(crate) fn of_two_towns(parts: &[&str]) -> Catalogue {
    without_faults(&[&[TWO_TOWNS], parts].concat().concat())
}

/// The catalogue of a text that must be free of faults.
pub(crate) fn without_faults(text: &str) -> Catalogue {
    let name = "prov.toml".to_owned();
    let Reading {
        catalogue, faults, ..
    } = Reading::of_texts(vec![TextFile {
        name,
        text: text.to_owned(),
    }]);
    catalogue.unwrap_or_else(|| panic!("{faults:#?}\n{text}"))
}
