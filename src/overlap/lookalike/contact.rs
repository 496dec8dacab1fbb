//! Numbers and addresses in one form each, so that the same is the same however it was written.

use crate::search::fold::fold;

/// The digits of a number, with the country code +46 or 0046 as the 0 that is dialled within Sweden.
pub fn phone(text: &str) -> Option<String> {
    let digits: String = text
        .split(['(', ')'])
        .enumerate()
        // "+46 (0)587": the 0 in brackets is left out after a country code.
        .filter(|(part, digits)| *part == 0 || digits.trim() != "0")
        .flat_map(|(_, part)| part.chars())
        .filter(char::is_ascii_digit)
        .collect();
    let text = text.trim_start();
    let national = if text.starts_with('+') {
        digits.strip_prefix("46")
    } else {
        digits.strip_prefix("0046")
    };
    let digits = national.map_or(digits.clone(), |rest| format!("0{rest}"));
    (!digits.is_empty()).then_some(digits)
}

/// An e-mail address without spaces and capitals.
pub fn email(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let text = text.strip_prefix("mailto:").unwrap_or(&text);
    (!text.is_empty()).then(|| text.to_owned())
}

/// A web address without scheme, `www.`, final slash and what follows `#`.
pub fn web(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let text = text
        .split_once("://")
        .map_or(text.as_str(), |(_, rest)| rest);
    let text = text.strip_prefix("www.").unwrap_or(text);
    let text = text.split('#').next().unwrap_or(text);
    let text = text.trim_end_matches('/');
    (!text.is_empty()).then(|| text.to_owned())
}

/// A place to go to, folded.
pub fn address(text: &str) -> Option<String> {
    let text = fold(text);
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        for written in [
            "0587-55 00 40",
            "0587 550040",
            "+46 587 55 00 40",
            "+46 (0)587-55 00 40",
            "0046587550040",
        ] {
            assert_eq!(phone(written).as_deref(), Some("0587550040"), "{written}");
        }
        assert_eq!(phone("112").as_deref(), Some("112"));
        assert_eq!(phone(" – "), None);
    }

    #[test]
    fn an_address_is_the_same_however_it_is_written() {
        for written in ["https://www.nora.se/", "nora.se", "NORA.se/#top"] {
            assert_eq!(web(written).as_deref(), Some("nora.se"), "{written}");
        }
        assert_eq!(email(" Kommun@Nora.se ").as_deref(), Some("kommun@nora.se"));
        assert_eq!(address("Hyttvägen 4"), address("HYTTVÄGEN 4,"));
        assert_eq!((web(" "), email(""), address(", ")), (None, None, None));
    }
}
