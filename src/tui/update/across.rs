//! From a service to what was found about it, from a finding to its services, and back: one key, both ways.

use super::caller::keep_place;
use crate::tui::model::{Model, Notice, Only, View};

/// Goes to the other side of what is selected, or back from there.
pub(super) fn across(model: &mut Model) {
    model.overlay = None;
    if model.look_back() {
        return;
    }
    keep_place(model);
    match other_side(model) {
        Ok(only) => {
            let caller = model.caller().cloned();
            model.look_aside(only, false, caller);
        }
        Err(key) => {
            model.notice = Some(Notice {
                text: model.locale.text(key).into_owned(),
                is_fault: true,
            });
        }
    }
}

/// What is on the other side of what is selected, or the id of what to say where there is nothing.
fn other_side(model: &Model) -> Result<Only, &'static str> {
    match model.view {
        View::Services | View::Matrix => {
            let service = if model.view == View::Matrix {
                model.grid.service()
            } else {
                model.service.selected
            };
            let service = service.ok_or("notice-nothing-selected")?;
            model.findings();
            let found = model.findings_about(service).next();
            found
                .map(|_| Only::AboutService(service))
                .ok_or("notice-no-findings")
        }
        View::Findings => {
            let finding = model.selected_finding().ok_or("notice-nothing-selected")?;
            if finding.services.is_empty() {
                return Err("notice-no-services");
            }
            let services = finding.services.iter().copied();
            let concerns = |&one: &_| finding.touches_about(one, model.municipality());
            let services = services.filter(concerns).collect();
            let of = Some(model.words().about(finding));
            Ok(Only::Services { services, of })
        }
        View::Organisations => {
            let organisation = model
                .organisation
                .selected
                .ok_or("notice-nothing-selected")?;
            let concerns = |one: &crate::overlap::Finding| {
                let of_caller = model.municipality();
                one.organisations.contains(&organisation)
                    && of_caller.is_none_or(|place| one.touches(place))
            };
            let mut all = model.findings().all().iter();
            let found = all.any(concerns);
            found
                .then_some(Only::About(organisation))
                .ok_or("notice-no-findings-of")
        }
    }
}
