//! What can be wrong with a catalogue, and where.
//!
//! A fault knows its facts; the words for it live in the locale files, one message for each kind.

use std::ops::Range;

use crate::locale::Locale;
use crate::untrusted;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// Where; none when it concerns the catalogue as a whole.
    pub place: Option<Place>,
    /// Another place that explains it: where an id was first given, say.
    pub other: Option<Place>,
}

/// A place in one of the files that were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which file, by its position in the reading.
    pub file: usize,
    /// Which bytes of it.
    pub span: Range<usize>,
}

/// How bad a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The catalogue cannot be used.
    Error,
    /// The catalogue can be used, but somebody should look.
    Warning,
}

impl Severity {
    /// The word used in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// What a responsibility of a service is found by among the [`Origins`](super::Origins), and with a key of it where that
/// is written: `from` or `until`. Only those of services are there of which some responsibility begins or ends.
pub fn duty_id(service: &str, position: usize, key: Option<&str>) -> String {
    format!("{service}/{position}/{}", key.unwrap_or_default())
}

/// What sort of entry an id belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    /// `[[source]]`
    Source,
    /// `[[topic]]`
    Topic,
    /// `[[municipality]]`
    Municipality,
    /// `[[organisation]]`
    Organisation,
    /// `[[group]]`
    Group,
    /// `[[service]]`
    Service,
    /// `[[finding]]`
    Finding,
    /// `[[service.responsible]]`, which has no id: `duty_id` makes one.
    Responsibility,
}

impl EntryKind {
    /// The name of the table in a file.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Topic => "topic",
            Self::Municipality => "municipality",
            Self::Organisation => "organisation",
            Self::Group => "group",
            Self::Service => "service",
            Self::Finding => "finding",
            Self::Responsibility => "responsible",
        }
    }

    /// The kind that a table holds.
    pub(super) fn of_table(word: &str) -> Option<Self> {
        let all = [
            Self::Source,
            Self::Topic,
            Self::Municipality,
            Self::Organisation,
            Self::Group,
            Self::Service,
            Self::Finding,
        ];
        all.into_iter().find(|kind| kind.word() == word)
    }
}

/// Declares the kinds of fault: the name, whether it is an error or a warning, the message in the locale files,
/// and the facts that the message may mention.
macro_rules! fault_kinds {
    ($($(#[$doc:meta])* $severity:ident $name:ident $key:literal { $($field:ident),* };)*) => {
        /// The kinds of fault, with the facts that their messages mention.
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "the fields are the arguments of the message, named as in the locale files")]
        pub enum FaultKind {
            $($(#[$doc])* $name { $($field: String),* },)*
        }

        impl FaultKind {
            /// The message's id in the locale files; also the fault's code in JSON.
            pub const fn code(&self) -> &'static str {
                match self { $(Self::$name { .. } => $key,)* }
            }

            /// Whether it stops the catalogue from being used.
            pub const fn severity(&self) -> Severity {
                match self { $(Self::$name { .. } => Severity::$severity,)* }
            }

            /// Every code there is.
            pub const CODES: &[&str] = &[$($key),*];

            fn facts(&self) -> Vec<(&'static str, String)> {
                match self { $(Self::$name { $($field),* } => vec![$((stringify!($field), fact($field))),*],)* }
            }
        }
    };
}

fault_kinds! {
    /// The file or folder cannot be read.
    Error Unreadable "fault-unreadable" { path, reason };
    /// The file is too large to be a catalogue file.
    Error TooLarge "fault-too-large" { path, megabytes };
    /// The files are too large together.
    Error TooMuch "fault-too-much" { path, megabytes };
    /// The file is no UTF-8 text.
    Error NotText "fault-not-text" { path };
    /// The folder holds no TOML file.
    Error NoFiles "fault-no-files" { path };
    /// The file is no TOML.
    Error Syntax "fault-syntax" { reason };
    /// A key that the format does not know.
    Error UnknownKey "fault-unknown-key" { key, table, nearest };
    /// A key that must be there.
    Error MissingKey "fault-missing-key" { key, table };
    /// A value of another type than the key takes.
    Error WrongType "fault-wrong-type" { key, expected, found };
    /// A word that is not among those the key takes.
    Error UnknownWord "fault-unknown-word" { key, value, allowed, nearest };
    /// A number outside what the key takes.
    Error OutOfRange "fault-out-of-range" { key, value, least, most };
    /// A list that must hold something.
    Error EmptyList "fault-empty-list" { key, format };
    /// A text that must say something.
    Error EmptyText "fault-empty-text" { key };
    /// An id that is not written as ids are.
    Error BadId "fault-bad-id" { id };
    /// An id that another entry already has.
    Error DuplicateId "fault-duplicate-id" { id, table };
    /// An id that nothing has.
    Error UnknownId "fault-unknown-id" { id, table, nearest };
    /// A unit that the organisation does not have.
    Error UnknownUnit "fault-unknown-unit" { unit, organisation, nearest };
    /// A period that ends before it begins.
    Error Backwards "fault-backwards" { from, until };
    /// A period that lies wholly outside the organisation's life.
    Error OutsideLife "fault-outside-life" { organisation, from, until };
    /// A responsibility for a municipality that the organisation does not serve.
    Error NotServed "fault-not-served" { organisation, municipality };
    /// Opening hours that cannot be read.
    Error BadHours "fault-bad-hours" { hours, reason };
    /// A time zone that does not exist.
    Error BadTimezone "fault-bad-timezone" { timezone, nearest };
    /// A country whose holidays are not known.
    Error BadCountry "fault-bad-country" { country };
    /// An organisation without a name.
    Error NoName "fault-no-name" { organisation };
    /// `name` or `short` beside `names`.
    Error TwoNames "fault-two-names" { organisation, key };
    /// Names whose periods overlap.
    Error NamesOverlap "fault-names-overlap" { first, second };
    /// Contacts of one organisation or unit that hold on the same day.
    Error ContactsOverlap "fault-contacts-overlap" {};
    /// An id twice in one list.
    Error NamedTwice "fault-named-twice" { id };
    /// Organisations that succeed each other in a ring.
    Error SuccessorLoop "fault-successor-loop" { ring };
    /// A successor for an organisation that has not ended.
    Error SuccessorWithoutEnd "fault-successor-without-end" { organisation };
    /// An organisation that serves nobody.
    Error ServesNobody "fault-serves-nobody" { organisation };
    /// Documented, but by no source.
    Error NoSource "fault-no-source" { key };
    /// `not_here` that names neither organisation nor service.
    Error NotHereWhere "fault-not-here-where" {};
    /// `not_here` that leads back to the service itself.
    Error NotHereSelf "fault-not-here-self" { service };
    /// A referral from an organisation to itself.
    Error ReferralToSelf "fault-referral-to-self" { organisation };
    /// A scenario gives several a responsibility for a municipality that none of them serves.
    Error NobodyServes "fault-nobody-serves" { organisations, municipality };
    /// A scenario takes what the organisation does not have, or has only in other steps or municipalities.
    Error NothingToTake "fault-nothing-to-take" { organisation, service, day, elsewhere };
    /// A scenario takes what an entry above has taken.
    Error AlreadyTaken "fault-already-taken" { organisation, service };
    /// A scenario adds what the organisation has.
    Error AlreadyHas "fault-already-has" { organisation, service, day };
    /// A scenario moves something to whoever has it.
    Error MovesNowhere "fault-moves-nowhere" { organisation };
    /// A scenario names an organisation that is not there on the day.
    Error NotThere "fault-not-there" { organisation, from, until, day };
    /// A scenario changes something on a day that has been.
    Error PastDay "fault-past-day" { day, today };
    /// A scenario without entries.
    Error ChangesNothing "fault-changes-nothing" {};
    /// No `[catalogue]` in any file.
    Error NoSettings "fault-no-settings" {};
    /// `[catalogue]` in two files.
    Error TwoSettings "fault-two-settings" {};
    /// No municipality in any file.
    Error NoMunicipality "fault-no-municipality" {};
    /// A command that the program does not have, in the key map.
    Error NoSuchCommand "fault-no-such-command" { command, nearest };
    /// A key that no keyboard has.
    Error NoSuchKey "fault-no-such-key" { key };
    /// A letter without Ctrl, which belongs to the query.
    Error KeyWrites "fault-key-writes" { key };
    /// One key for two commands.
    Error KeyConflict "fault-key-conflict" { key, first, second };
    /// A command with a list of keys in which there is none.
    Error NoKeys "fault-no-keys" { command };
    /// A command without keys that one cannot do without.
    Error NoWayOut "fault-no-way-out" { command };
    /// A municipality without anybody to ring first for a service that has somebody elsewhere.
    Warning NoContact "fault-no-contact" { service, municipalities };
    /// An organisation that callers are sent to but that has no number.
    Warning NoPhone "fault-no-phone" { organisation };
    /// Not verified within the review period.
    Warning Overdue "fault-overdue" { count, all };
    /// A contact not verified within the review period.
    Warning OverdueContact "fault-overdue-contact" { organisation, verified };
    /// An organisation that nothing refers to.
    Warning UnusedOrganisation "fault-unused-organisation" { organisation };
    /// A source that nothing refers to.
    Warning UnusedSource "fault-unused-source" { source };
    /// A topic without services.
    Warning UnusedTopic "fault-unused-topic" { topic };
    /// A phone number that cannot be dialled.
    Warning Undialable "fault-undialable" { number };
    /// A place that lies in two municipalities.
    Warning SharedPlace "fault-shared-place" { place, first, second };
    /// The same responsibility twice.
    Warning TwiceTheSame "fault-twice-the-same" { organisation };
    /// Two entries that are all but surely one.
    Warning EnteredTwice "fault-entered-twice" { first, second };
    /// An organisation that ended without a successor, though others still refer to it today.
    Warning EndedInUse "fault-ended-in-use" { organisation, service };
    /// A verdict about what no finding is on the day.
    Warning VerdictAstray "fault-verdict-astray" { id, verdict, day, nearest };
    /// A verdict about what is now part of another finding.
    Warning VerdictOnPart "fault-verdict-on-part" { id, verdict, whole };
    /// A verdict about what bodies did that others have succeeded.
    Warning VerdictSucceeded "fault-verdict-succeeded" { id, verdict, gone, heirs, now };
    /// A verdict whose finding has become another fact since it was made.
    Warning VerdictMoved "fault-verdict-moved" { id, verdict, on };
    /// A verdict that ends before it was made.
    Warning VerdictNever "fault-verdict-never" { id, on, until };
    /// A service that has one entrance, and on a day to come has none, or several that nothing tells apart.
    Warning EntranceToCome "fault-entrance-to-come" { service, municipalities, day, how };
    /// A service without a summary.
    Warning NoSummary "fault-no-summary" { service };
    /// Control characters or the like in a text.
    Warning HiddenCharacters "fault-hidden-characters" { characters };
}

impl FaultKind {
    /// Whether something is missing, rather than wrong: it may stand in lines that could not be read.
    pub(super) const fn is_absence(&self) -> bool {
        matches!(
            self,
            Self::MissingKey { .. }
                | Self::NoName { .. }
                | Self::NoSource { .. }
                | Self::NotHereWhere { .. }
                | Self::NoSummary { .. }
        )
    }

    /// Whether it is that something is not there which may stand in another file.
    pub(super) const fn is_reference(&self) -> bool {
        matches!(
            self,
            Self::UnknownId { .. }
                | Self::UnknownUnit { .. }
                | Self::NoSettings { .. }
                | Self::NoMunicipality { .. }
        )
    }

    /// What is wrong, in the user's language.
    pub fn title(&self, locale: &Locale) -> String {
        locale.with_owned(self.code(), self.facts())
    }

    /// An attribute of the message, where it has something to say.
    fn attribute(&self, locale: &Locale, name: &str) -> Option<String> {
        locale
            .attribute(self.code(), name, self.facts())
            .filter(|text| !text.is_empty())
    }

    /// What was expected at the place; empty where the title says it all.
    pub fn expected(&self, locale: &Locale) -> Option<String> {
        self.attribute(locale, "expected")
    }

    /// What the other place of the fault says.
    pub fn other(&self, locale: &Locale) -> Option<String> {
        self.attribute(locale, "other")
    }

    /// What to do about it: above all the nearest valid name.
    pub fn advice(&self, locale: &Locale) -> Option<String> {
        match self {
            Self::UnknownKey { nearest, .. }
            | Self::NoSuchCommand { nearest, .. }
            | Self::UnknownWord { nearest, .. }
            | Self::UnknownId { nearest, .. }
            | Self::UnknownUnit { nearest, .. }
            | Self::VerdictAstray { nearest, .. }
            | Self::BadTimezone { nearest, .. }
                if !nearest.is_empty() =>
            {
                Some(locale.with("fault-did-you-mean", &[("nearest", &fact(nearest))]))
            }
            _ => self.attribute(locale, "advice"),
        }
    }
}

/// A fact as a message may show it: without hidden characters, and not longer than a message should be.
fn fact(text: &str) -> String {
    const LONGEST: usize = 300;
    let mut shown: String = untrusted::plain(text).chars().take(LONGEST).collect();
    if shown.len() < text.len() && text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

/// The name most like a misspelt one, if any is like enough; empty otherwise.
///
/// Likeness is Jaro-Winkler, as in other programs that suggest a name; below 0.75 a suggestion misleads.
pub(crate) fn nearest<'a>(wrong: &str, valid: impl IntoIterator<Item = &'a str>) -> String {
    let wrong = wrong.to_lowercase();
    valid
        .into_iter()
        .map(|name| (strsim::jaro_winkler(&wrong, &name.to_lowercase()), name))
        .filter(|(likeness, _)| *likeness > 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, name)| name.to_owned())
        .unwrap_or_default()
}

/// Where the lines of a text begin, so that many places in it are found without counting from its start each time.
#[derive(Debug)]
pub struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// Looks through a text once.
    pub fn of(text: &'t str) -> Self {
        let ends = text.match_indices('\n');
        let starts = [0]
            .into_iter()
            .chain(ends.map(|(end, _)| end + 1))
            .collect();
        Self { text, starts }
    }

    /// The line and the column of a byte, counted from 1, the column in characters.
    pub fn line_and_column(&self, byte: usize) -> (usize, usize) {
        let byte = byte.min(self.text.len());
        let line = self.starts.partition_point(|&start| start <= byte);
        let start = line.checked_sub(1).and_then(|at| self.starts.get(at));
        let before = start.and_then(|&start| self.text.get(start..byte));
        (line, before.unwrap_or_default().chars().count() + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_id_gets_the_nearest_one() {
        assert_eq!(nearest("bmbb", ["bkt", "bmb", "nora-kommun"]), "bmb");
        assert_eq!(nearest("zzz", ["bkt", "bmb"]), "");
    }

    #[test]
    fn a_column_counts_characters_not_bytes() {
        assert_eq!(
            Lines::of("a\nåäö = 1").line_and_column("a\nåäö".len()),
            (2, 4)
        );
        assert_eq!(Lines::of("a").line_and_column(99), (1, 2));
    }
}
