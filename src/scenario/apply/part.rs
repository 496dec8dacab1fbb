//! One responsibility parted: what a scenario takes, and what it leaves.

use super::Taking;
use crate::catalogue::{MunicipalityRef, Period, Responsibility, Step, Steps};

/// Parts a responsibility into what is taken and what is left: the days before, other steps, other municipalities.
pub(super) fn part(
    one: Responsibility,
    taking: &Taking<'_>,
    kept: &mut Vec<Responsibility>,
    taken: &mut Vec<Responsibility>,
) {
    let is_taken = |step: &Step| taking.steps.is_none_or(|steps| steps.contains(*step));
    let steps: Steps = one.steps.iter().filter(is_taken).collect();
    let others: Steps = one.steps.iter().filter(|step| !is_taken(step)).collect();
    let named =
        |place: &MunicipalityRef| taking.municipalities.is_none_or(|all| all.contains(place));
    let (places, elsewhere): (Vec<_>, Vec<_>) =
        one.municipalities.iter().partition(|one| named(one));
    if steps.is_empty() || places.is_empty() {
        kept.push(one);
        return;
    }
    if one.period.from.is_none_or(|from| from < taking.day) {
        let until = taking.day.pred_opt();
        let period = Period {
            until,
            ..one.period
        };
        kept.push(Responsibility {
            period,
            ..one.clone()
        });
    }
    let period = Period {
        from: one.period.from.max(Some(taking.day)),
        ..one.period
    };
    if !others.is_empty() {
        kept.push(Responsibility {
            steps: others,
            period,
            ..one.clone()
        });
    }
    if !elsewhere.is_empty() {
        kept.push(Responsibility {
            steps,
            municipalities: elsewhere,
            period,
            ..one.clone()
        });
    }
    taken.push(Responsibility {
        steps,
        municipalities: places,
        period,
        ..one
    });
}
