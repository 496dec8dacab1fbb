//! Understands the municipality that somebody named, by its id, its name or a place in it, and the organisation.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::failure::Failure;
use crate::catalogue::{Catalogue, MunicipalityRef, OrganisationRef};

/// The words that stand for no municipality in particular.
const EVERYWHERE: [&str; 2] = ["alla", "all"];

/// How many names to suggest at most.
const SUGGESTIONS: usize = 2;

/// A name that stands for a municipality.
struct Sign<'c> {
    name: &'c str,
    municipality: MunicipalityRef,
}

/// The municipality with this id or name, or with a place of this name; none for `alla`.
///
/// Case and accents do not matter: whoever writes *hallefors* means Hällefors.
///
/// # Errors
/// When there is none, or when the place lies in several.
pub fn find(catalogue: &Catalogue, written: &str) -> Result<Option<MunicipalityRef>, Failure> {
    let wanted = folded(written);
    let called = |sign: &Sign<'_>| folded(sign.name) == wanted;
    if let Some(sign) = own_names(catalogue).find(called) {
        return Ok(Some(sign.municipality));
    }
    if EVERYWHERE.contains(&wanted.as_str()) {
        return Ok(None);
    }
    let mut found: Vec<_> = places(catalogue).filter(called).collect();
    found.dedup_by_key(|sign| sign.municipality);
    match found.as_slice() {
        [only] => Ok(Some(only.municipality)),
        [] => Err(Failure::Municipality {
            written: written.to_owned(),
            nearest: nearest(catalogue, &wanted),
            all: catalogue
                .municipalities()
                .iter()
                .map(|one| one.id.to_string())
                .collect(),
        }),
        [first, ..] => Err(Failure::SharedPlace {
            place: first.name.to_owned(),
            municipalities: found
                .iter()
                .map(|sign| catalogue[sign.municipality].name.clone())
                .collect(),
        }),
    }
}

/// The organisation with this id, or with this name, short or long, of any time.
///
/// # Errors
/// When there is none.
pub fn organisation(catalogue: &Catalogue, written: &str) -> Result<OrganisationRef, Failure> {
    let wanted = folded(written);
    let names = |one: OrganisationRef| {
        let entry = &catalogue[one];
        let names = entry.names.iter();
        let names = names.flat_map(|name| [Some(name.name.as_str()), name.short.as_deref()]);
        let mut names: Vec<&str> = names.flatten().collect();
        names.push(entry.id.as_str());
        names
    };
    let id = catalogue
        .organisation_refs()
        .find(|&one| folded(catalogue[one].id.as_str()) == wanted);
    let called = || {
        let is_called = |one: &OrganisationRef| names(*one).iter().any(|&it| folded(it) == wanted);
        catalogue.organisation_refs().find(is_called)
    };
    id.or_else(called).ok_or_else(|| {
        let likeness = |one: OrganisationRef| {
            let names = names(one).into_iter();
            let alike = names.map(|name| strsim::jaro_winkler(&folded(name), &wanted));
            alike.fold(0.0, f64::max)
        };
        let mut nearest: Vec<(f64, &str)> = catalogue
            .organisation_refs()
            .map(|one| (likeness(one), catalogue[one].id.as_str()))
            .filter(|(likeness, _)| *likeness > 0.75)
            .collect();
        nearest.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        let nearest = nearest.into_iter().take(SUGGESTIONS);
        Failure::Organisation {
            written: written.to_owned(),
            nearest: nearest.map(|(_, id)| id.to_owned()).collect(),
        }
    })
}

/// The id of the municipality that was most likely meant; empty where none is like it.
pub fn nearest_id(catalogue: &Catalogue, written: &str) -> String {
    let nearest = ranked(catalogue, &folded(written)).next();
    nearest
        .map(|sign| catalogue[sign.municipality].id.to_string())
        .unwrap_or_default()
}

/// The most similar names: `nora`, or `gyttorp (Nora)` for a place.
fn nearest(catalogue: &Catalogue, wanted: &str) -> Vec<String> {
    let mut suggestions: Vec<String> = Vec::new();
    for sign in ranked(catalogue, wanted) {
        let municipality = &catalogue[sign.municipality];
        let own = sign.name == municipality.name || sign.name == municipality.id.as_str();
        let suggestion = if own {
            municipality.id.to_string()
        } else {
            format!("{} ({})", sign.name, municipality.name)
        };
        if !suggestions.contains(&suggestion) {
            suggestions.push(suggestion);
        }
    }
    suggestions.truncate(SUGGESTIONS);
    suggestions
}

/// Every name that is like the wanted one, most alike first; the limit is that of other suggestions.
fn ranked<'c>(catalogue: &'c Catalogue, wanted: &str) -> impl Iterator<Item = Sign<'c>> {
    let mut found: Vec<_> = own_names(catalogue)
        .chain(places(catalogue))
        .map(|sign| (strsim::jaro_winkler(wanted, &folded(sign.name)), sign))
        .filter(|(likeness, _)| *likeness > 0.8)
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.into_iter().map(|(_, sign)| sign)
}

fn own_names(catalogue: &Catalogue) -> impl Iterator<Item = Sign<'_>> {
    catalogue.municipality_refs().flat_map(move |municipality| {
        let entry = &catalogue[municipality];
        [entry.id.as_str(), entry.name.as_str()].map(|name| Sign { name, municipality })
    })
}

fn places(catalogue: &Catalogue) -> impl Iterator<Item = Sign<'_>> {
    catalogue.municipality_refs().flat_map(move |municipality| {
        let places = catalogue[municipality].places.iter();
        places.map(move |place| Sign {
            name: &place.name,
            municipality,
        })
    })
}

/// Lower case without accents.
pub fn folded(text: &str) -> String {
    text.trim()
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}
