//! Reads a changed catalogue in a thread of its own: a large one takes a while, and the last good one can be asked
//! meanwhile.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;
use std::time::Duration;

use crate::catalogue::{Catalogue, Reading, Severity};

/// How often it is looked whether the reading is done.
const GLANCE: Duration = Duration::from_millis(50);

/// What reading gives: the catalogue, or how many faults there are in it.
type Outcome = Result<Arc<Catalogue>, usize>;

/// A catalogue that is being read again, or none.
#[derive(Debug, Default)]
pub struct Rereading {
    under_way: Option<Receiver<Outcome>>,
    /// Whether the files have changed since the reading began.
    again: bool,
}

impl Rereading {
    /// The files have changed: reads them, as soon as no earlier reading is under way any more.
    pub fn begin(&mut self, path: &Path) {
        if self.under_way.is_some() {
            self.again = true;
            return;
        }
        let (done, outcome) = channel();
        let path = path.to_owned();
        thread::spawn(move || {
            let reading = Reading::of_path(&path);
            let faults = reading.count(Severity::Error);
            // Whoever asked may have left meanwhile.
            let _ = done.send(reading.catalogue.map(Arc::new).ok_or(faults));
        });
        self.under_way = Some(outcome);
    }

    /// What has been read, once it is there. What changed while it was being read is read next.
    pub fn outcome(&mut self, path: &Path) -> Option<Outcome> {
        let outcome = match self.under_way.as_ref()?.try_recv() {
            Err(TryRecvError::Empty) => return None,
            Ok(outcome) => Some(outcome),
            // A reader that fell over takes nothing from the catalogue that is shown.
            Err(TryRecvError::Disconnected) => None,
        };
        self.under_way = None;
        if std::mem::take(&mut self.again) {
            self.begin(path);
        }
        outcome
    }

    /// How long it is until the next look; none while nothing is being read.
    pub fn patience(&self) -> Option<Duration> {
        self.under_way.as_ref().map(|_| GLANCE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wait(rereading: &mut Rereading, path: &Path) -> Outcome {
        loop {
            if let Some(outcome) = rereading.outcome(path) {
                return outcome;
            }
            thread::yield_now();
        }
    }

    #[test]
    fn what_changes_during_a_reading_is_read_afterwards() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("katalog.toml");
        let mut rereading = Rereading::default();
        assert!(rereading.outcome(&file).is_none() && rereading.patience().is_none());
        std::fs::write(&file, "[[service]\n").unwrap();
        rereading.begin(&file);
        rereading.begin(&file);
        rereading.begin(&file);
        assert!(wait(&mut rereading, &file).is_err());
        assert!(rereading.patience().is_some());
        assert!(wait(&mut rereading, &file).is_err());
        assert!(rereading.patience().is_none());
    }
}
