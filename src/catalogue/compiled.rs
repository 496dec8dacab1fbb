//! The compiled form of a catalogue: what was read and checked once, in a form that is read again in a moment.
//!
//! It is the catalogue as `postcard` writes it, under a [seal](crate::sealed) with the sum of the texts it was made from.

use std::path::Path;
use std::{fmt, fs};

use twox_hash::XxHash3_128;

use super::Catalogue;
use super::read::{TextFile, catalogue_files, read_bytes};
use crate::sealed::{seal, unseal, unsealed};

/// The number of the form. It must change whenever the model does: a test holds it to that.
const FORM: u32 = 3;

/// What tells texts apart: two catalogues with the same sum have the same texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextSum(u128);

impl TextSum {
    /// The sum of a catalogue's texts, in their order.
    pub fn of(files: &[TextFile]) -> Self {
        let mut hasher = XxHash3_128::new();
        for file in files {
            add(&mut hasher, file.text.as_bytes());
        }
        Self(hasher.finish_128())
    }

    /// The sum of the texts at a path, which are not held meanwhile: enough to find a copy of what they say. None where
    /// something cannot be read, or is no file and can perhaps be read but once.
    pub fn at(path: &Path) -> Option<Self> {
        let mut hasher = XxHash3_128::new();
        let mut text = Vec::new();
        for file in catalogue_files(path).ok()? {
            if !fs::metadata(&file).ok()?.is_file() {
                return None;
            }
            read_bytes(&file, &mut text).ok()?;
            add(&mut hasher, &text);
        }
        Some(Self(hasher.finish_128()))
    }

    /// The sum of something else that was made from these texts, told apart by a sum of its own.
    pub fn with(self, other: u128) -> u128 {
        let mut hasher = XxHash3_128::new();
        hasher.write(&self.0.to_le_bytes());
        hasher.write(&other.to_le_bytes());
        hasher.finish_128()
    }
}

/// Adds a text, which ends where it does.
fn add(hasher: &mut XxHash3_128, text: &[u8]) {
    hasher.write(&(text.len() as u64).to_le_bytes());
    hasher.write(text);
}

impl fmt::Display for TextSum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// The compiled form of a catalogue that was read from texts with this sum; none for one that cannot be compiled.
pub fn compile(catalogue: &Catalogue, texts: TextSum) -> Option<Vec<u8>> {
    seal(
        postcard::to_extend(catalogue, unsealed()).ok()?,
        FORM,
        texts.0,
    )
}

/// The catalogue in a compiled form; none if it was made from other texts, by another program, or is not whole.
pub fn compiled(bytes: &[u8], texts: TextSum) -> Option<Catalogue> {
    let rest = unseal(bytes, FORM, texts.0)?;
    let (catalogue, left) = postcard::take_from_bytes(rest).ok()?;
    left.is_empty().then_some(catalogue)
}

/// Days in the compiled form: counted from the beginning of the calendar, not spelt out.
pub(super) mod day {
    use chrono::{Datelike, NaiveDate};
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

    #[expect(
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        reason = "serde calls it so"
    )]
    pub fn serialize<S: Serializer>(day: &Option<NaiveDate>, to: S) -> Result<S::Ok, S::Error> {
        day.map(|day| day.num_days_from_ce()).serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
        let known = |count| {
            NaiveDate::from_num_days_from_ce_opt(count)
                .ok_or_else(|| de::Error::custom("no such day"))
        };
        Option::<i32>::deserialize(from)?.map(known).transpose()
    }
}

/// Months in the compiled form: their number.
pub(super) mod months {
    use chrono::Months;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
    pub fn serialize<S: Serializer>(months: &Months, to: S) -> Result<S::Ok, S::Error> {
        months.as_u32().serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Months, D::Error> {
        u32::deserialize(from).map(Months::new)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Hours, Opening, Reading, Texts};
    use super::*;
    use crate::sealed::SEAL as HEAD;

    fn shipped() -> (Catalogue, TextSum, Vec<u8>) {
        let reading = Reading::embedded();
        let texts = TextSum::of(&reading.files);
        let catalogue = reading.catalogue.unwrap();
        let bytes = compile(&catalogue, texts).unwrap();
        (catalogue, texts, bytes)
    }

    #[test]
    fn a_compiled_catalogue_says_what_the_texts_said() {
        let (catalogue, texts, bytes) = shipped();
        let again = compiled(&bytes, texts).unwrap();
        assert_eq!(format!("{again:?}"), format!("{catalogue:?}"));
        let christmas = "2026-12-25T10:00:00".parse().unwrap();
        let hours = Hours::parse("Mo-Su 08:00-16:00; PH off").unwrap();
        assert!(matches!(
            hours.at(christmas, again.holidays()),
            Some(Opening::Closed { .. })
        ));
    }

    #[test]
    fn it_is_not_used_for_other_texts() {
        let (_, _, bytes) = shipped();
        let other = TextFile {
            name: "katalog.toml".into(),
            text: "# other".into(),
        };
        assert!(compiled(&bytes, TextSum::of(&[other])).is_none());
    }

    #[test]
    fn texts_parted_elsewhere_are_other_texts() {
        let file = |text: &str| TextFile {
            name: String::new(),
            text: text.into(),
        };
        let one = TextSum::of(&[file("ab"), file("c")]);
        let other = TextSum::of(&[file("a"), file("bc")]);
        assert_ne!(one, other);
    }

    #[test]
    fn texts_have_the_same_sum_whether_they_are_held_or_not() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(TextSum::at(&folder.path().join("none")), None);
        for (name, text) in [("b.toml", "b = 1"), ("a.toml", "# å"), ("other", "c")] {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let sum = TextSum::at(folder.path());
        assert!(sum.is_some());
        assert_eq!(sum, Texts::of_path(folder.path()).sum());
        fs::write(folder.path().join("a.toml"), "# ä").unwrap();
        assert_ne!(sum, TextSum::at(folder.path()));
        fs::create_dir(folder.path().join("c.toml")).unwrap();
        assert_eq!(TextSum::at(folder.path()), None);
    }

    #[test]
    fn a_damaged_one_is_not_used() {
        let (_, texts, bytes) = shipped();
        for cut in [
            0,
            1,
            HEAD - 1,
            HEAD,
            HEAD + 1,
            bytes.len() / 2,
            bytes.len() - 1,
        ] {
            assert!(compiled(&bytes[..cut], texts).is_none(), "cut at {cut}");
        }
        for at in (0..bytes.len()).step_by(bytes.len() / 500) {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            assert!(compiled(&damaged, texts).is_none(), "one bit at {at}");
        }
        let longer = [bytes.as_slice(), b"\0"].concat();
        assert!(compiled(&longer, texts).is_none());
    }

    /// One of every kind of entry, with every key.
    const EVERYTHING: &str = r#"
        catalogue = { name = "Allt", timezone = "Europe/Stockholm", country = "SE", review_after_months = 12 }
        source = [{ id = "S1", title = "Källa", address = "https://example.se", published = 2014-09-01, read = 2026-06-01 }]
        topic = [{ id = "va", name = "Vatten" }]
        emergency = [{ number = "112", name = "SOS", when = "Fara", sources = ["S1"] }]
        group = [{ id = "alla", name = "Alla", organisations = ["nora-kommun"] }]
        [[municipality]]
        id = "nora"
        name = "Nora"
        residents = 10000
        organisation = "nora-kommun"
        places = ["Gyttorp", { name = "Ås", confidence = "assumed" }]
        sources = ["S1"]
        [[organisation]]
        id = "bkt"
        kind = "federation"
        names = [{ name = "Kommunalteknik", short = "BKT", until = 2016-12-31 }, { name = "Förbundet", from = 2017-01-01 }]
        serves = ["nora"]
        from = 2003-01-01
        until = 2022-12-31
        successor = "nora-kommun"
        also = ["tekniska"]
        summary = "Gator."
        sources = ["S1"]
        confidence = "documented"
        stated = [{ what = "snö", value = "5 cm", municipalities = ["nora"], from = 2010-01-01, sources = ["S1"] }]
        unit = [{ id = "va", name = "VA", also = ["vatten"], contact = { phone = "0587-55 00 40" } }]
        [organisation.contact]
        phone = "0587-55 00 40"
        email = "bkt@example.se"
        web = "https://example.se"
        address = "Storgatan"
        hours = "Mo-Fr 08:00-16:00; PH off"
        on_call = "019-14 76 42"
        on_call_note = "Akut"
        note = "Lunch"
        from = 2010-01-01
        until = 2020-01-01
        verified = 2019-01-01
        confidence = "inferred"
        sources = ["S1"]
        [[organisation]]
        id = "nora-kommun"
        kind = "municipality"
        name = "Nora kommun"
        seat = "nora"
        serves = ["nora"]
        [[service]]
        id = "snorojning"
        name = "Snöröjning"
        topic = "va"
        also = ["plogning"]
        summary = "Plogar."
        ask = ["Vilken gata?"]
        not_here = [{ when = "egen väg", organisation = "nora-kommun", service = "sandning" }]
        urgency = "prompt"
        law = ["väglagen"]
        shareable = true
        from = 2000-01-01
        until = 2030-01-01
        sources = ["S1"]
        stated = [{ what = "snö", value = "4 cm", sources = ["S1"] }]
        [[service]]
        id = "sandning"
        name = "Sandning"
        topic = "va"
        summary = "Sandar."
        responsible = [{ organisation = "nora-kommun", steps = ["contact"] }]
        [[service]]
        id = "plogning"
        name = "Plogning"
        topic = "va"
        summary = "Plogar."
        [[service.responsible]]
        organisation = "bkt"
        unit = "va"
        steps = ["contact", "delivery"]
        municipalities = ["nora"]
        from = 2003-01-01
        until = 2022-12-31
        condition = "gata"
        confidence = "assumed"
        sources = ["S1"]
        verified = 2020-01-01
        note = "Ring."
        contact = { phone = "0587-55 00 40" }
        [[referral]]
        organisation = "nora-kommun"
        to = "bkt"
        services = ["snorojning"]
        municipalities = ["nora"]
        from = 2003-01-01
        until = 2016-12-31
        reason = "Sakfrågan"
        status = "documented"
        sources = ["S1"]
        [[finding]]
        id = "dubbelt"
        kind = "parallel"
        services = ["snorojning"]
        organisations = ["bkt"]
        municipalities = ["nora"]
        step = "delivery"
        statement = "Två plogar."
        suggestion = "En plog."
        status = "illustrative"
        verdict = "intended"
        from = 2003-01-01
        until = 2016-12-31
        sources = ["S1"]
    "#;

    /// The form of everything as it stood when [`FORM`] was last raised. Has the model changed, or the holidays that the
    /// library knows? Raise [`FORM`], so that no older copy is taken for a newer one, and put the new sum here.
    #[test]
    fn a_changed_form_has_a_new_number() {
        let file = TextFile {
            name: "allt.toml".into(),
            text: EVERYTHING.into(),
        };
        let reading = Reading::of_texts(vec![file]);
        assert_eq!(reading.faults, []);
        let bytes = compile(&reading.catalogue.unwrap(), TextSum(0)).unwrap();
        let sum = XxHash3_128::oneshot(&bytes[HEAD..]);
        assert_eq!(
            (FORM, format!("{sum:x}").as_str()),
            (3, "e63391241a4cddeb207e14f32edaa62b")
        );
    }
}
