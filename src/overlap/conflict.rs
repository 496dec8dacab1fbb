//! Conflicting facts: different values are given for what should be one, by different publishers or in different records.
//!
//! What is stated for municipalities that nobody serves in common is not one fact: there each may well do it their way.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::catalogue::{
    Confidence, FindingKind, MunicipalityRef, OrganisationRef, SourceRef, Statement, Step, dialled,
    folded, is_same_number,
};
use crate::directory::{Directory, Duty};

use super::draft::{Draft, OF_ORGANISATION, by_id};
use super::finding::{Evidence, Finding, Value};
use super::work::Work;

/// With fewer digits than this a value that looks like a number may as well be the time of day: 08-16.
const SHORTEST_NUMBER: usize = 7;

/// Finds conflicting facts about one service.
pub fn of_service(work: &Work<'_>) -> Vec<Finding> {
    let related = |a: &Statement, b: &Statement| {
        shared_place(&a.municipalities, &b.municipalities) || shared_body(work, a, b)
    };
    let service = work.entry().id.to_string();
    let stated = &work.entry().stated;
    let mut found: Vec<Finding> = stated_differently(work.directory, stated, related)
        .into_iter()
        .map(|(told_by, mut draft)| {
            draft.services.push(work.service);
            for duty in work.duties() {
                if shared_place(duty.municipalities, &draft.municipalities) {
                    draft.organisations.push(duty.organisation);
                }
            }
            draft.finding(work.directory, &[service.clone(), told_by])
        })
        .collect();
    found.extend(on_call(work));
    found
}

/// Finds conflicting facts about organisations.
pub fn of_organisations(directory: &Directory) -> Vec<Finding> {
    let catalogue = directory.catalogue();
    let mut found = Vec::new();
    for organisation in directory.organisations() {
        let entry = &catalogue[organisation];
        for (told_by, mut draft) in stated_differently(directory, &entry.stated, |_, _| true) {
            draft.organisations.push(organisation);
            let told_by = [OF_ORGANISATION.to_owned(), entry.id.to_string(), told_by];
            found.push(draft.finding(directory, &told_by));
        }
    }
    found
}

/// What is stated with different values that hold on the day, where `related` says that two statements are of one fact.
fn stated_differently(
    directory: &Directory,
    stated: &[Statement],
    related: impl Fn(&Statement, &Statement) -> bool,
) -> Vec<(String, Draft)> {
    let mut by_fact: BTreeMap<String, Vec<&Statement>> = BTreeMap::new();
    for statement in stated {
        if statement.period.contains(directory.day()) {
            let fact = by_fact.entry(fact(&statement.what)).or_default();
            fact.push(statement);
        }
    }
    let mut found = Vec::new();
    for (fact, statements) in by_fact {
        let differs = |one: &&Statement| {
            statements
                .iter()
                .any(|other| plain(&one.value) != plain(&other.value) && related(one, other))
        };
        let differing: Vec<&Statement> = statements.iter().copied().filter(differs).collect();
        let Some(what) = differing.iter().map(|one| one.what.clone()).min() else {
            continue;
        };
        let mut draft = Draft::new(FindingKind::Conflict);
        let mut values: BTreeMap<String, (&String, Vec<SourceRef>)> = BTreeMap::new();
        for statement in &differing {
            draft.municipalities.extend(&statement.municipalities);
            draft.sources.extend(&statement.sources);
            let (value, sources) = values
                .entry(plain(&statement.value))
                .or_insert_with(|| (&statement.value, Vec::new()));
            // The same in another spelling: any will do, but always the same one.
            *value = (*value).min(&statement.value);
            sources.extend(&statement.sources);
        }
        if draft.sources.is_empty() {
            draft.is_known(Confidence::Assumed);
        }
        let catalogue = directory.catalogue();
        let value = |(value, mut sources): (&String, Vec<SourceRef>)| {
            by_id(&mut sources, |one| catalogue[one].id.as_str());
            Value {
                value: value.clone(),
                organisation: None,
                sources,
            }
        };
        draft.evidence.push(Evidence::Values {
            what: Some(what),
            values: values.into_values().map(value).collect(),
        });
        found.push((fact, draft));
    }
    found
}

/// Different numbers to ring when it is closed, for the same service, municipality and case.
fn on_call(work: &Work<'_>) -> Option<Finding> {
    let is_on_call = |duty: &&Duty<'_>| duty.steps.contains(Step::OnCall);
    // Numbers are copied out of the catalogue: not where there is nothing to compare.
    if work.duties().iter().filter(is_on_call).count() < 2 {
        return None;
    }
    let mut draft = Draft::new(FindingKind::Conflict);
    let mut values: BTreeMap<(Option<String>, OrganisationRef), Value> = BTreeMap::new();
    for (municipality, duties) in work.places() {
        let numbers: Vec<(&Duty<'_>, String, Vec<SourceRef>)> = duties
            .iter()
            .filter(is_on_call)
            .filter_map(|duty| {
                let contact = work.directory.contact_for(duty);
                let number = contact.on_call.or(contact.phone)?;
                Some((duty, number, contact.sources))
            })
            .collect();
        for (duty, number, sources) in &numbers {
            let condition = &duty.responsibility.condition;
            let differs = numbers.iter().any(|(other, theirs, _)| {
                other.responsibility.condition == *condition && !is_same_number(theirs, number)
            });
            if !differs {
                continue;
            }
            draft.rests_on(duty);
            draft.organisations.push(duty.organisation);
            draft.municipalities.push(municipality);
            let place = (dialled(number), duty.organisation);
            values.entry(place).or_insert_with(|| Value {
                value: number.clone(),
                organisation: Some(duty.organisation),
                sources: sources.clone(),
            });
        }
    }
    if values.is_empty() {
        return None;
    }
    draft.services.push(work.service);
    draft.steps = [Step::OnCall].into_iter().collect();
    let catalogue = work.directory.catalogue();
    let mut values: Vec<Value> = values.into_values().collect();
    values.sort_by_key(|one| {
        let organisation = one.organisation.map(|body| catalogue[body].id.as_str());
        (dialled(&one.value), organisation)
    });
    draft.evidence.push(Evidence::Values { what: None, values });
    let told_by = [work.entry().id.to_string(), Step::OnCall.word().to_owned()];
    Some(draft.finding(work.directory, &told_by))
}

fn shared_place(a: &[MunicipalityRef], b: &[MunicipalityRef]) -> bool {
    a.iter().any(|one| b.contains(one))
}

/// Whether somebody has a part in the service where one is stated and where the other is.
fn shared_body(work: &Work<'_>, a: &Statement, b: &Statement) -> bool {
    let serves = |statement: &Statement| {
        let duties = work.duties().iter();
        let there =
            duties.filter(|duty| shared_place(duty.municipalities, &statement.municipalities));
        let bodies: Vec<OrganisationRef> = there.map(|duty| duty.organisation).collect();
        bodies
    };
    let (ours, theirs) = (serves(a), serves(b));
    ours.iter().any(|one| theirs.contains(one))
}

/// A value as it is compared: the number to dial where it is one.
fn plain(value: &str) -> String {
    let is_number = value.trim_start().starts_with(['+', '0', '('])
        && value
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_whitespace() || "+-–()/".contains(c))
        && value.chars().filter(char::is_ascii_digit).count() >= SHORTEST_NUMBER;
    let number = is_number.then(|| dialled(value)).flatten();
    number.unwrap_or_else(|| folded(value))
}

/// A fact as an id can hold it: its words, and behind a slash the numbers of its signs, so that `< 10 m` and `> 10 m` do not
/// share one. A hyphen is as good as a blank.
fn fact(what: &str) -> String {
    let signs = folded(what);
    let signs = signs
        .chars()
        .filter(|c| !c.is_alphanumeric() && *c != ' ' && *c != '-');
    let signs: Vec<String> = signs.map(|c| format!("u{:x}", u32::from(c))).collect();
    let parts = [slug(what), signs.join("-")];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("/")
}

/// A text as an id can hold it: small letters a–z where there are such, digits, and `-` between.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.nfkd().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !unicode_normalization::char::is_combining_mark(c)
            && !slug.is_empty()
            && !slug.ends_with('-')
        {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}
