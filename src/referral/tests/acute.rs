//! What cannot wait: the number to ring first where there is danger.

use super::*;

const ALARM: &str = "[[emergency]]\nnumber = \"112\"\nname = \"SOS\"\nwhen = \"Vid fara.\"\n\
                     [[organisation]]\nid = \"sos\"\nkind = \"agency\"\nname = \"SOS\"\ncontact = { phone = \"112\" }\n";
const ACUTE: &str = "urgency = \"acute\"\n";

/// What the card for Ask says of danger, where this is said of the service and these have a part in it.
fn danger(urgency: &str, duties: &[String], alarm: &str) -> Option<String> {
    let parts = [&[urgency.to_owned()], duties, &[alarm.to_owned()]].concat();
    let call = Call::new(&parts, "2020-06-01");
    let ask = call.directory.catalogue().find_municipality("ask");
    let card = Card::of(&call.directory, call.service(), ask, call.moment);
    card.emergency_words(&Locale::new(Language::Swedish))
}

#[test]
fn where_there_is_danger_the_emergency_number_is_told_unless_it_is_the_answer() {
    let board = duty("namnden", &["contact"], "");
    assert_eq!(
        danger(ACUTE, std::slice::from_ref(&board), ALARM).as_deref(),
        Some("AKUT, vid fara ring 112")
    );
    assert_eq!(danger("", std::slice::from_ref(&board), ALARM), None);
    assert_eq!(danger(ACUTE, &[board], ""), None);
    assert_eq!(danger(ACUTE, &[duty("sos", &["contact"], "")], ALARM), None);
}
