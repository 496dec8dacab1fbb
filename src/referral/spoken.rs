//! Opening hours as somebody says them aloud: `De öppnar måndag klockan 8.`

use chrono::{Datelike, NaiveDateTime, Timelike};

use super::Moment;
use super::words::is_midnight_after;
use crate::catalogue::Opening;
use crate::locale::{Language, Locale};

/// When they answer, as a sentence; none where nothing is known, and where they always do.
pub(super) fn opening_sentence(
    opening: Option<Opening>,
    moment: Moment,
    locale: &Locale,
) -> Option<String> {
    let now = moment.local()?;
    let at = |key: &str, time: &str| Some(locale.with(key, &[("time", time)]));
    match opening? {
        Opening::Open {
            closes: Some(closes),
        } if closes.date() == now.date() => at("sentence-open-until", &clock(closes, locale)),
        Opening::Open {
            closes: Some(closes),
        } if is_midnight_after(closes, now) => {
            Some(locale.text("sentence-open-until-midnight").into_owned())
        }
        Opening::Open { .. } => None,
        Opening::Closed { opens: None } => Some(locale.text("sentence-closed").into_owned()),
        Opening::Closed { opens: Some(opens) } if opens.date() == now.date() => {
            at("sentence-opens-today", &clock(opens, locale))
        }
        Opening::Closed { opens: Some(opens) } if Some(opens.date()) == now.date().succ_opt() => {
            at("sentence-opens-tomorrow", &clock(opens, locale))
        }
        Opening::Closed { opens: Some(opens) } => {
            let time = clock(opens, locale);
            let weekday = opens.weekday().number_from_monday();
            let weekday = locale.text(&format!("weekday-spoken-{weekday}"));
            if (opens.date() - now.date()).num_days() < 7 {
                let day = [("day", &*weekday), ("time", &time)];
                return Some(locale.with("sentence-opens-weekday", &day));
            }
            let month = locale.text(&format!("month-spoken-{}", opens.month()));
            let date = opens.day().to_string();
            let day = [
                ("day", &*weekday),
                ("date", &*date),
                ("month", &*month),
                ("time", &time),
            ];
            Some(locale.with("sentence-opens-date", &day))
        }
    }
}

/// A time of day as it is said: `8`, `13.30`; in English `8:00`.
fn clock(moment: NaiveDateTime, locale: &Locale) -> String {
    let (hour, minute) = (moment.hour(), moment.minute());
    match locale.language() {
        Language::Swedish if minute == 0 => hour.to_string(),
        Language::Swedish => format!("{hour}.{minute:02}"),
        Language::English => format!("{hour}:{minute:02}"),
    }
}
