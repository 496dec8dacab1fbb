//! hanvisa (Swedish *hänvisa*, to refer): who is responsible for a public service, how to reach them now, and where
//! work is done twice.
//!
//! # The map
//!
//! One way through; nothing flows back:
//!
//! ```text
//! TOML ──catalogue──▶ Catalogue ──at(day)──▶ Directory ─┬─ search ───▶ services ─────┐
//!        (read, check)  (all time)           (one day)  ├─ referral ─▶ whom to ring ─┼─▶ cli  or  tui
//!                                                       └─ overlap ──▶ findings ─────┘
//! ```
//!
//! * [`catalogue`]: what the files say, for all time at once: the format, reading with every fault told, checking.
//! * [`directory`]: the catalogue on one day. It alone knows that an ended organisation is answered for by its successor.
//! * [`referral`]: the answer for a call: one first contact, several told apart by conditions, or a named fault; open or
//!   closed; the sentence to read out.
//! * [`overlap`]: where work is done twice, where nobody answers and where callers are sent round, from the catalogue
//!   itself, one small rule a file; and what may have been entered twice.
//! * [`compare`]: what is different between two days or two catalogues: what changed hands, which findings are solved and
//!   why.
//! * [`scenario`]: a catalogue as it would be if responsibilities moved, to be compared with the real one.
//! * [`report`]: all of it for people who never open a terminal, as HTML or Markdown.
//! * [`search`]: from what a caller says to the services that fit, with filters and places.
//! * [`review`]: warnings about a catalogue that need a day to judge by, for `hanvisa check`; it asks the referral whom to
//!   ring, and the overlap what is entered twice.
//! * [`cli`]: the command line, one file a command; its exit status says how it went. With [`config`], the settings,
//!   [`paths`], where files live, [`cache`], catalogues read before and the indexes they are searched by, and [`session`],
//!   where the catalogue comes from.
//! * [`tui`]: the terminal program. An Elm heart; the runtime alone touches the world.
//! * `rehearsal`, in debug builds only: mishaps on demand, for the tests of how they are borne.
//! * [`locale`], [`untrusted`] and [`sealed`] serve all of them: the words in two languages, the gate that text from outside
//!   passes before it can reach a terminal, or Markdown, and the seal on what is kept for a later start. So does
//!   `threads`, for work that several do at once.
//!
//! The catalogue, the directory, the referral, the findings and the search know nothing of terminals, clocks or files
//! being watched: day and time come in as arguments.
//!
//! # An example
//!
//! ```
//! use std::sync::Arc;
//! use hanvisa::catalogue::Reading;
//! use hanvisa::directory::Directory;
//! use hanvisa::referral::{Moment, Referral, resolve};
//!
//! let reading = Reading::embedded();
//! let catalogue = Arc::new(reading.catalogue.ok_or("the shipped catalogue has faults")?);
//! let day = "2014-09-01".parse()?;
//! let directory = Directory::at(Arc::clone(&catalogue), day);
//! let service = catalogue.find_service("snorojning").ok_or("no such service")?;
//! let nora = catalogue.find_municipality("nora").ok_or("no such municipality")?;
//! let Referral::One(entrance) = resolve(&directory, service, nora, Moment::day(day)) else {
//!     return Err("not one first contact".into());
//! };
//! assert_eq!(directory.brief(entrance.organisation), "BKT");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
// What a test may do is in .clippy.toml, too.
#![cfg_attr(
    test,
    allow(
        clippy::string_slice,
        clippy::cast_possible_truncation,
        clippy::manual_is_multiple_of,
        clippy::single_range_in_vec_init,
        clippy::type_complexity,
        clippy::unnecessary_wraps,
        clippy::case_sensitive_file_extension_comparisons
    )
)]

pub mod cache;
pub mod catalogue;
pub mod cli;
pub mod compare;
pub mod config;
pub mod directory;
pub mod locale;
pub mod overlap;
pub mod paths;
pub mod referral;
#[cfg(debug_assertions)]
pub mod rehearsal;
pub mod report;
pub mod review;
pub mod scenario;
pub mod sealed;
pub mod search;
pub mod session;
mod threads;
pub mod tui;
pub mod untrusted;
