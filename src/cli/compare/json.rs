//! A comparison as scripts read it.

use serde_json::{Value, json};

use crate::catalogue::{MunicipalityId, OrganisationId, ServiceId, Step};
use crate::cli::json::rounded;
use crate::compare::{Comparison, Faring, Handover, Holder, Remaining, Solved, Tale, Who};
use crate::overlap::{Figures, Finding, Words};

/// The whole comparison; `names` are those of the two sides.
pub fn whole(comparison: &Comparison, tale: &Tale<'_>, names: [&str; 2]) -> Value {
    let bodies = &comparison.bodies;
    let name = |id: &OrganisationId| tale.organisation_after(id);
    json!({
        "from": { "name": names[0], "day": tale.before.directory.day().to_string() },
        "to": { "name": names[1], "day": tale.after.directory.day().to_string() },
        "figures": comparison.figures.iter().map(faring).collect::<Vec<_>>(),
        "findings": {
            "solved": comparison.solved.iter().map(|one| solved(tale, one)).collect::<Vec<_>>(),
            "new": comparison.new.iter().map(|one| finding(&tale.after, one)).collect::<Vec<_>>(),
            "remaining": comparison.remaining.iter().map(|one| remaining(tale, one)).collect::<Vec<_>>(),
        },
        "hands": comparison.hands.iter().map(|one| handover(tale, one)).collect::<Vec<_>>(),
        "organisations": {
            "ended": bodies.ended.iter().map(|one| json!({
                "organisation": one.organisation.as_str(),
                "name": tale.organisation_before(&one.organisation),
                "successor": one.successor.as_ref().map(OrganisationId::as_str),
            })).collect::<Vec<_>>(),
            "new": bodies.new.iter().map(|id| json!({
                "organisation": id.as_str(),
                "name": name(id),
            })).collect::<Vec<_>>(),
            "renamed": bodies.renamed.iter().map(|one| json!({
                "organisation": one.organisation.as_str(),
                "before": one.before,
                "after": one.after,
            })).collect::<Vec<_>>(),
            "serving_more": bodies.extended.iter().map(|one| json!({
                "organisation": one.organisation.as_str(),
                "name": name(&one.organisation),
                "municipalities": ids(&one.municipalities, MunicipalityId::as_str),
            })).collect::<Vec<_>>(),
        },
        "services": {
            "gone": ids(&comparison.services.gone, ServiceId::as_str),
            "new": ids(&comparison.services.new, ServiceId::as_str),
        },
        "municipalities": {
            "gone": ids(&comparison.municipalities.gone, MunicipalityId::as_str),
            "new": ids(&comparison.municipalities.new, MunicipalityId::as_str),
        },
    })
}

fn ids<T>(all: &[T], id: fn(&T) -> &str) -> Vec<&str> {
    all.iter().map(id).collect()
}

fn faring(one: &Faring) -> Value {
    let side = |figures: &Option<Figures>| {
        figures.as_ref().map(|one| {
            json!({
                "services": one.services,
                "known": one.known,
                "inferred": one.inferred,
                "unknown": one.unknown(),
                "lost": one.lost,
                "hops": one.hops,
                "mean_hops": one.mean_hops().map(rounded),
                "sent_round": one.sent_round,
                "sent_round_inferred": one.sent_round_inferred,
                "one_entrance": one.one_entrance,
                "one_entrance_share": rounded(one.one_entrance_share()),
            })
        })
    };
    json!({
        "municipality": one.municipality.as_str(),
        "before": side(&one.before),
        "after": side(&one.after),
    })
}

fn handover(tale: &Tale<'_>, one: &Handover) -> Value {
    let holders = |all: &[Holder]| -> Vec<Value> {
        all.iter()
            .map(|holder| {
                let (own, organisation) = match &holder.who {
                    Who::Own => (true, None),
                    Who::Other(id) => (false, Some(id.as_str())),
                };
                json!({
                    "own": own,
                    "organisation": organisation,
                    "condition": holder.condition,
                })
            })
            .collect()
    };
    json!({
        "services": ids(&one.services, ServiceId::as_str),
        "steps": one.steps.iter().map(Step::word).collect::<Vec<_>>(),
        "municipalities": ids(&one.municipalities, MunicipalityId::as_str),
        "condition": one.condition,
        "before": holders(&one.before),
        "after": holders(&one.after),
        "beside": holders(&one.beside),
        "words": tale.hands(one),
    })
}

fn finding(words: &Words<'_>, one: &Finding) -> Value {
    let catalogue = words.directory.catalogue();
    json!({
        "id": one.id.as_str(),
        "kind": one.kind.word(),
        "services": one.services.iter().map(|&it| catalogue[it].id.as_str()).collect::<Vec<_>>(),
        "organisations": one.organisations.iter().map(|&it| catalogue[it].id.as_str()).collect::<Vec<_>>(),
        "municipalities": one.municipalities.iter().map(|&it| catalogue[it].id.as_str()).collect::<Vec<_>>(),
        "evidence": words.evidence(one, None),
        "basis": one.basis.word(),
        "confidence": one.confidence.word(),
        "verdict": one.decided.word(),
    })
}

/// A finding with something more about it.
fn with(mut finding: Value, more: Value) -> Value {
    if let (Some(finding), Value::Object(more)) = (finding.as_object_mut(), more) {
        finding.extend(more);
    }
    finding
}

fn solved(tale: &Tale<'_>, one: &Solved) -> Value {
    let why = json!({ "why": tale.whys(one) });
    with(finding(&tale.before, &one.finding), why)
}

fn remaining(tale: &Tale<'_>, one: &Remaining) -> Value {
    let more = json!({
        "was": one.before.id.as_str(),
        "verdict_was": one.before.decided.word(),
        "other_hands": one.is_moved,
        "unseen_because": tale.reasons(&one.before, &one.why),
    });
    with(finding(&tale.after, &one.after), more)
}
