//! Addresses in one form each, so that the same is the same however it was written.

use crate::search::fold::fold;

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
    fn an_address_is_the_same_however_it_is_written() {
        for written in ["https://www.nora.se/", "nora.se", "NORA.se/#top"] {
            assert_eq!(web(written).as_deref(), Some("nora.se"), "{written}");
        }
        assert_eq!(email(" Kommun@Nora.se ").as_deref(), Some("kommun@nora.se"));
        assert_eq!(address("Hyttvägen 4"), address("HYTTVÄGEN 4,"));
        assert_eq!((web(" "), email(""), address(", ")), (None, None, None));
    }
}
