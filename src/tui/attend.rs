//! Reads changed files again in a thread of its own: a share that does not answer keeps nobody from typing.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread;
use std::time::Duration;

use super::message::{Msg, Reread, Stale, Why};
use super::watch::Watch;
use crate::catalogue::{Reading, Severity};
use crate::overlap::verdict::{Decisions, kept};
use crate::referral::Moment;

/// How often the files are looked at, and how often it is asked what was seen.
pub const EVERY: Duration = Duration::from_secs(1);

/// What was seen in the files.
#[derive(Debug)]
enum Seen {
    /// A whole catalogue.
    Catalogue(Reread),
    /// Why there is none.
    None(Why),
    /// What people have decided, or how many faults that has.
    Decided(Result<Decisions, usize>),
}

/// Attends to the files for as long as it is there.
#[derive(Debug)]
pub struct Attendant {
    /// None when the thread is gone.
    seen: Option<Receiver<Seen>>,
    /// When the catalogue that is shown was read.
    read_at: Moment,
    /// The thread ends when this does.
    _stop: Sender<()>,
}

impl Attendant {
    /// Begins to attend to a catalogue and to the verdicts about it; the catalogue was read at this moment.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn begin(
        catalogue: Option<Watch>,
        verdicts: Option<Watch>,
        read_at: Moment,
    ) -> io::Result<Self> {
        let (sender, seen) = channel();
        let (stop, stopped) = channel::<()>();
        let mut files = Files {
            catalogue,
            verdicts,
        };
        thread::Builder::new()
            .name("rereading".into())
            .spawn(move || {
                while stopped.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
                    if files
                        .look()
                        .into_iter()
                        .any(|one| sender.send(one).is_err())
                    {
                        return;
                    }
                }
            })?;
        Ok(Self {
            seen: Some(seen),
            read_at,
            _stop: stop,
        })
    }

    /// What has been seen since it was asked last, oldest first; the moment is now.
    pub fn news(&mut self, now: Moment) -> Option<Msg> {
        let stale = |why, read_at| Some(Msg::Reread(Err(Stale { why, read_at })));
        match self.seen.as_ref()?.try_recv() {
            Ok(Seen::Catalogue(read)) => {
                self.read_at = now;
                Some(Msg::Reread(Ok(read)))
            }
            Ok(Seen::None(why)) => stale(why, self.read_at),
            Ok(Seen::Decided(read)) => Some(Msg::Decided(read)),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => {
                self.seen = None;
                stale(Why::Unattended, self.read_at)
            }
        }
    }
}

/// The files that are attended to.
struct Files {
    catalogue: Option<Watch>,
    verdicts: Option<Watch>,
}

impl Files {
    fn look(&mut self) -> Vec<Seen> {
        let mut seen = Vec::new();
        let mut is_gone = false;
        if let Some(watch) = &mut self.catalogue {
            let has_changed = watch.has_changed();
            is_gone = watch.is_gone();
            if has_changed {
                seen.extend(catalogue(watch, is_gone));
            }
        }
        // Where the catalogue is gone its verdicts are gone with it: nobody has taken them back.
        if let Some(watch) = &mut self.verdicts
            && !is_gone
            && watch.has_changed()
        {
            let read = kept::read(watch.path());
            let read = read.map_err(|reading| reading.count(Severity::Error));
            seen.extend(watch.is_as_read().then_some(Seen::Decided(read)));
        }
        seen
    }
}

/// What the files of a catalogue say; nothing while they change.
fn catalogue(watch: &Watch, is_gone: bool) -> Option<Seen> {
    if is_gone {
        return Some(Seen::None(Why::Gone));
    }
    let reading = Reading::of_path(watch.path());
    #[cfg(debug_assertions)]
    crate::rehearsal::panics("rereader", &format!("{:?}", reading.files));
    if !watch.is_as_read() {
        return None;
    }
    let faults = reading.count(Severity::Error);
    let seen = match reading.catalogue {
        Some(read) => Seen::Catalogue(Reread::of(Arc::new(read))),
        None => Seen::None(Why::Faults(faults)),
    };
    Some(seen)
}
