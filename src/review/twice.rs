//! Entries that are all but surely one, entered twice.

use std::sync::Arc;

use super::Review;
use crate::catalogue::{EntryKind, Fault, FaultKind};
use crate::overlap::lookalike::{Band, Kind, Record, Records, Wording};

impl Review<'_> {
    /// The pairs of services, and of organisations, that look so much alike that somebody must have entered them twice.
    /// Those that only may be one are found among the findings, and not warned of here.
    pub(super) fn entered_twice(&self) -> Vec<Fault> {
        let mut records = Record::services(&self.directory);
        records.extend(Record::organisations(&self.directory));
        // By the same words as the findings go by.
        let wording = Arc::new(Wording::of(self.catalogue));
        let records = Records::worded(records, &wording);
        let pairs = records.lookalikes();
        let sure = pairs.iter().filter(|pair| pair.band == Band::Sure);
        sure.map(|pair| {
            let entry = match pair.left.kind {
                Kind::Service => EntryKind::Service,
                Kind::Organisation => EntryKind::Organisation,
            };
            let kind = FaultKind::EnteredTwice {
                first: pair.left.id.clone(),
                second: pair.right.id.clone(),
            };
            Fault {
                other: self.origins.of(entry, &pair.left.id),
                ..self.warning(kind, entry, &pair.right.id)
            }
        })
        .collect()
    }
}
