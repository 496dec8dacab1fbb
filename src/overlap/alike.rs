//! Look-alikes as findings: two services, or two organisations, that may be one entered twice. An error in the catalogue,
//! not work done twice; it is told with all that speaks for it and against it.

use std::sync::Arc;

use crate::catalogue::{Catalogue, Confidence, FindingKind};
use crate::directory::Directory;

use super::draft::{Draft, OF_ORGANISATION};
use super::finding::{Evidence, Finding};
use super::lookalike::{Kind, Lookalike, Record, Records, Wording};

/// Finds the pairs that look like one entry, by what the texts of the catalogue say.
pub fn find(directory: &Directory, wording: &Arc<Wording>) -> Vec<Finding> {
    let mut records = Record::services(directory);
    records.extend(Record::organisations(directory));
    let records = Records::worded(records, wording);
    let pairs = records.lookalikes();
    pairs
        .into_iter()
        .map(|pair| finding(directory, &pair))
        .collect()
}

fn finding(directory: &Directory, pair: &Lookalike<'_>) -> Finding {
    let catalogue = directory.catalogue();
    let mut draft = Draft::new(FindingKind::Lookalike);
    draft.is_known(Confidence::Inferred);
    for record in [pair.left, pair.right] {
        about(&mut draft, directory, catalogue, record);
    }
    draft.evidence.push(Evidence::Alike {
        left: pair.left.name.clone(),
        right: pair.right.name.clone(),
        band: pair.band,
        score: pair.score,
        compared: pair.evidence.clone(),
    });
    let whose = match pair.left.kind {
        Kind::Service => None,
        Kind::Organisation => Some(OF_ORGANISATION.to_owned()),
    };
    let ids = [pair.left.id.clone(), pair.right.id.clone()];
    let told_by: Vec<String> = whose.into_iter().chain(ids).collect();
    draft.finding(directory, &told_by)
}

/// Takes in what an entry is and whom it concerns.
fn about(draft: &mut Draft, directory: &Directory, catalogue: &Catalogue, record: &Record) {
    match record.kind {
        Kind::Service => {
            let Some(service) = catalogue.find_service(&record.id) else {
                return;
            };
            draft.services.push(service);
            for duty in directory.duties(service) {
                draft.organisations.push(duty.organisation);
                draft.municipalities.extend(duty.municipalities);
            }
        }
        Kind::Organisation => {
            let Some(organisation) = catalogue.find_organisation(&record.id) else {
                return;
            };
            draft.organisations.push(organisation);
            draft.municipalities.extend(&catalogue[organisation].serves);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::catalogue::{Confidence, FindingKind};
    use crate::locale::{Language, Locale};
    use crate::overlap::tests::{DAY, directory, duty};
    use crate::overlap::{Words, findings, findings_and_lookalikes};

    const TWICE: &str = r#"
        [[service]]
        id = "plogning"
        name = "Snöröjning av gata"
        topic = "gata"
        also = ["snöplogen"]
        summary = "Plogar."
        responsible = [{ organisation = "forbundet", steps = ["contact"], confidence = "assumed" }]
        [[service]]
        id = "snorojning"
        name = "Gatusnöröjning"
        topic = "gata"
        also = ["snöplogen"]
        summary = "Plogar gatan."
        responsible = [{ organisation = "forbundet", steps = ["contact"], confidence = "assumed" }]
    "#;

    #[test]
    fn two_entries_that_look_like_one_are_found_with_what_speaks_for_it() {
        let water = duty("forbundet", "contact", "");
        let directory = directory(&[&water, TWICE], DAY);
        let found = findings_and_lookalikes(&directory);
        let alike = found.find("lookalike:plogning:snorojning").unwrap();
        assert_eq!(alike.kind, FindingKind::Lookalike);
        assert_eq!(alike.municipalities.len(), 3);
        // It is a guess by weights, about what one organisation has to do with.
        assert_eq!(alike.confidence, Confidence::Inferred);
        assert_eq!(alike.organisations.len(), 1);
        let locale = Locale::new(Language::Swedish);
        let words = Words {
            directory: &directory,
            locale: &locale,
        };
        let said = words.evidence(alike, None).concat();
        assert!(
            said.contains("”Snöröjning av gata” och ”Gatusnöröjning”"),
            "{said}"
        );
        assert!(said.contains("; andra ord +"), "{said}");
        // What is merely entered twice is no work done twice: the service's row carries no sign of it.
        assert!(!alike.is_about_work());
        assert!(
            findings(&directory)
                .find("lookalike:plogning:snorojning")
                .is_none()
        );
    }
}
