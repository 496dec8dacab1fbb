//! What is left when the program itself fails: a report for whoever mends it, with nothing in it of what was typed or of
//! what the catalogue says.

use std::any::Any;
use std::backtrace::Backtrace;
use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write};
use std::panic::{PanicHookInfo, set_hook};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;

use chrono::Utc;
use directories::BaseDirs;

use crate::paths::{Paths, keep_newest, make_private};
use crate::tui;

/// So many reports are kept; when one more comes, the oldest goes.
const KEPT: usize = 20;

/// How the names of reports begin and end.
const NAME: [&str; 2] = ["hanvisa-", "report"];

/// What the standard library says of a slip, before anything that is not the program's own.
const SLIPS: &[&str] = &[
    "index out of bounds: the len is ",
    "range start index ",
    "range end index ",
    "slice index starts at ",
    "called `Result::unwrap()` on an `Err` value",
    "assertion `left == right` failed",
    "assertion `left != right` failed",
    "already borrowed",
    "already mutably borrowed",
];

/// That a thread of the program has panicked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Crash {
    /// Where in the program.
    pub place: String,
    /// The report; none where no file could be written.
    pub report: Option<PathBuf>,
}

/// The crash that came last.
static LAST: Mutex<Option<Crash>> = Mutex::new(None);

/// The crash that came last, whichever thread it was in.
pub fn last() -> Crash {
    let last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    last.clone().unwrap_or_default()
}

/// Makes a panic of any thread leave a report and say nothing by itself: whoever waits for the thread tells the user.
pub fn report_panics() {
    set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        let text = report(info, &place, &Backtrace::force_capture());
        let crash = Crash {
            place,
            report: keep(&text),
        };
        *LAST.lock().unwrap_or_else(PoisonError::into_inner) = Some(crash);
    }));
}

/// The report, written as TOML is.
fn report(info: &PanicHookInfo<'_>, place: &str, backtrace: &Backtrace) -> String {
    // Without a terminal, asking for its size would start another program to find out.
    let size = io::stdout().is_terminal().then(tui::size);
    let size = size.and_then(Result::ok).map_or_else(
        || "none".to_owned(),
        |size| format!("{} x {}", size.width, size.height),
    );
    let term = std::env::var("TERM").unwrap_or_default();
    let term: String = term
        .chars()
        .filter(|sign| sign.is_ascii_graphic() && !"\"\\".contains(*sign))
        .take(40)
        .collect();
    let mut text = format!(
        "program = \"{} {}\"\nsystem = \"{} {}\"\n",
        env!("CARGO_PKG_NAME"),
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH
    );
    let when = Utc::now().format("%Y-%m-%dT%H:%M:%SZ");
    let thread = thread::current();
    let thread = thread.name().unwrap_or("without a name");
    let what = words(info.payload());
    let lines = write!(
        text,
        "when = {when}\nthread = '{thread}'\nwhat = '{what}'\nwhere = '{place}'\nterminal = \"{size}\"\nterm = \"{term}\"\n\
         backtrace = '''\n{backtrace}'''\n"
    );
    debug_assert!(lines.is_ok(), "a text can always be written to");
    text
}

/// What a panic says, as far as it cannot quote anything: what stands in the program's own text, and what the standard
/// library says of a slip up to the first quotation.
fn words(payload: &dyn Any) -> String {
    if let Some(words) = payload.downcast_ref::<&'static str>() {
        return (*words).replace('\'', "`");
    }
    let all = payload.downcast_ref::<String>().map_or("", String::as_str);
    let slip = |known: &&'static str| Some((*known, all.strip_prefix(*known)?));
    let Some((known, rest)) = SLIPS.iter().find_map(slip) else {
        return "(words that could quote something are left out)".to_owned();
    };
    let numbers = rest
        .chars()
        .take_while(|sign| sign.is_ascii_alphanumeric() || *sign == ' ');
    if known.ends_with(' ') {
        known.chars().chain(numbers).collect()
    } else {
        known.to_owned()
    }
}

/// Writes a report where the user's other files live, or else where files are temporary; where it then is.
fn keep(text: &str) -> Option<PathBuf> {
    let own = || {
        let state = Paths::of_user()?.state;
        BaseDirs::new()?.home_dir().is_dir().then_some(())?;
        make_private(&state).ok()?;
        let file = write_in(&state, text).ok()?;
        // That there are too many of them is no reason to have none.
        let _ = keep_newest(&state, NAME[1], KEPT);
        Some(file)
    };
    own().or_else(|| write_in(&std::env::temp_dir(), text).ok())
}

fn write_in(folder: &Path, text: &str) -> io::Result<PathBuf> {
    let mut file = tempfile::Builder::new()
        .prefix(NAME[0])
        .suffix(&format!(".{}", NAME[1]))
        .tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    let (_, path) = file.keep().map_err(|kept| kept.error)?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_panic_quotes_is_left_out() {
        let said = |words: &str| super::words(&words.to_owned());
        assert_eq!(
            said("index out of bounds: the len is 3 but the index is 5"),
            "index out of bounds: the len is 3 but the index is 5"
        );
        assert_eq!(
            said("range end index 9 out of range for slice of length 4"),
            "range end index 9 out of range for slice of length 4"
        );
        for quoting in [
            "called `Result::unwrap()` on an `Err` value: Utf8(\"anna\")",
            "end byte index 3 is not a char boundary; it is inside 'ö' (bytes 2..4) of `anna`",
            "index out of bounds: the len is 3 but \"anna\" is at 5",
            "assertion `left == right` failed: anna\n  left: 1\n right: 2",
            "anna",
        ] {
            assert!(!said(quoting).contains("anna"), "{quoting}");
        }
        assert_eq!(words(&"the program's own"), "the program`s own");
    }
}
