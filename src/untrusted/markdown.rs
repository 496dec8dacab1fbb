//! The gate to Markdown: a text from outside that is nothing but text there, whoever renders it.

use super::plain;

/// A text as it is to stand in Markdown (`CommonMark`, and GitHub's tables and links): on one line, with every sign that
/// would mean something escaped, so that it can stand in a heading, a paragraph, a list or a cell of a table.
///
/// Addresses on the web do not become links. That of an e-mail stays text where the renderer heeds the escape; GitHub's
/// does not (it looks for `@` once the escapes are gone), and links to just the address that stands there.
pub fn escaped(text: &str) -> String {
    let text = plain(text);
    // Four spaces at the beginning would be code, two at the end a line break.
    let text = text.trim();
    let mut escaped = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let begins = escaped.is_empty();
        let before = text.get(..at).unwrap_or_default();
        // What begins an item of a list has a space behind it, or nothing.
        let stands_alone = || {
            let here = text.get(at..).unwrap_or_default();
            here.chars().nth(1).is_none_or(char::is_whitespace)
        };
        let is_number = || before.chars().all(|c| c.is_ascii_digit());
        let is_markup = match c {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '$'
            | '&' | '!' | '@' => true,
            '-' | '=' => begins,
            '+' => begins && stands_alone(),
            ')' => !begins && is_number() && stands_alone(),
            '.' => (!begins && is_number() && stands_alone()) || begins_address(before),
            // What looks like an address would be made a link.
            ':' => {
                let scheme = before.rsplit(|c: char| !c.is_ascii_alphanumeric()).next();
                let is_mail = |scheme: &str| ["mailto", "xmpp"].contains(&&*scheme.to_lowercase());
                let after = text.get(at..).unwrap_or_default();
                after.starts_with("://") || scheme.is_some_and(is_mail)
            }
            _ => false,
        };
        if is_markup {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Whether what stands before a dot ends with `www`, as a word of its own.
fn begins_address(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next();
    word.is_some_and(|word| word.eq_ignore_ascii_case("www"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_markup() {
        for (text, markup) in [
            ("<script>", "\\<script\\>"),
            ("[x](javascript:1)", "\\[x\\](javascript:1)"),
            ("a | b", "a \\| b"),
            ("1. ett", "1\\. ett"),
            ("1) ett", "1\\) ett"),
            ("år 2014. Sedan", "år 2014. Sedan"),
            ("kl. 8.30 (söndag)", "kl. 8.30 (söndag)"),
            ("0.9 steg", "0.9 steg"),
            ("1.", "1\\."),
            ("1)", "1\\)"),
            ("+", "\\+"),
            ("+0.4 steg", "+0.4 steg"),
            ("- punkt", "\\- punkt"),
            ("+ punkt", "\\+ punkt"),
            ("  - punkt", "\\- punkt"),
            ("===", "\\==="),
            ("    kod  ", "kod"),
            ("för- och nackdel", "för- och nackdel"),
            ("rad\n# ny", "rad \\# ny"),
            ("a `kod` \\", "a \\`kod\\` \\\\"),
            ("![x](https://a.b/c)", "\\!\\[x\\](https\\://a.b/c)"),
            ("&lt;", "\\&lt;"),
        ] {
            assert_eq!(escaped(text), markup);
        }
    }

    #[test]
    fn no_address_becomes_a_link() {
        for (text, markup) in [
            ("www.nora.se", "www\\.nora.se"),
            ("(Www.nora.se)", "(Www\\.nora.se)"),
            ("se www.nora.se.", "se www\\.nora.se."),
            ("http://nora.se", "http\\://nora.se"),
            ("HTTPS://nora.se", "HTTPS\\://nora.se"),
            ("info@nora.se", "info\\@nora.se"),
            ("mailto:info@nora.se", "mailto\\:info\\@nora.se"),
            // No addresses.
            ("awww.", "awww."),
            ("Telefon: 0587-55 00 40", "Telefon: 0587-55 00 40"),
        ] {
            assert_eq!(escaped(text), markup);
        }
    }
}
