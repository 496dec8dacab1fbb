//! What keys, pastes, time and changed files do, told as an operator would.

#![allow(
    clippy::unwrap_used,
    reason = "a test that meets what it did not expect has failed"
)]

use proptest::prelude::*;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use ratatui::layout::Size;

use super::*;
use crate::catalogue::Reading;
use crate::locale::{Language, Locale};
use crate::referral::Moment;
use crate::tui::command::TABLE;
use crate::tui::model::Beginning;
use crate::tui::view::layout::Regions;

use crate::tui::message::Reread;
use crate::tui::operator::{Operator, SMALL, beginning, catalogue, faulty, key, keymap, moment};

mod anything;
mod call;
mod caller;
mod changes;
mod copying;
mod emergency;
mod help;
mod keys;
mod moving;

/// In front of the shipped catalogue.
fn in_bergslagen() -> Operator {
    Operator::at(Beginning {
        catalogue: std::sync::Arc::new(Reading::embedded().catalogue.unwrap()),
        ..beginning()
    })
}

fn copied(operator: &mut Operator) -> String {
    match operator.press("ctrl-y") {
        Some(Effect::Copy(text)) => text,
        other => panic!("nothing was copied but {other:?}"),
    }
}

/// The small catalogue with a service and a municipality written before all others, so that every handle moves.
fn moved() -> String {
    let service = "[[service]]\nid = \"ny\"\nname = \"Alldeles ny\"\ntopic = \"va\"\n\n[[service]]\n\
                   id = \"avloppsstopp\"";
    let municipality = "[[municipality]]\nid = \"orebro\"\nname = \"Örebro\"\norganisation = \"nora-kommun\"\n\n\
                        [[municipality]]\nid = \"lindesberg\"";
    let organisation = "[[organisation]]\nid = \"forst\"\nkind = \"agency\"\nname = \"Först\"\n\n\
                        [[organisation]]\nid = \"lindesberg-kommun\"";
    SMALL
        .replace("[[service]]\nid = \"avloppsstopp\"", service)
        .replace("[[municipality]]\nid = \"lindesberg\"", municipality)
        .replace("[[organisation]]\nid = \"lindesberg-kommun\"", organisation)
}

/// A catalogue with next to nothing in it.
const TINY: &str = "
[catalogue]
name = \"Nästan tom\"
timezone = \"Europe/Stockholm\"
country = \"SE\"

[[municipality]]
id = \"nora\"
name = \"Nora\"
organisation = \"nora-kommun\"

[[organisation]]
id = \"nora-kommun\"
kind = \"municipality\"
name = \"Nora kommun\"
serves = [\"nora\"]
";
