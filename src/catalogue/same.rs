//! When two texts that people wrote say the same, however they are spelt.

use unicode_normalization::UnicodeNormalization;

/// What joins or ends words, whatever is said.
const ENDINGS: [char; 6] = ['.', ',', ':', ';', '!', '?'];

/// A text as it is compared with others that may be meant to say the same: in small letters without marks, one blank between words and none beside a sign. The signs
/// stay, for `< 10 m` is not `> 10 m` and `1,5` is not `1-5`; but not those that only end a word or set it off.
pub fn folded(text: &str) -> String {
    let letters: Vec<char> = text
        .nfkd()
        .flat_map(char::to_lowercase)
        .filter(|&c| !unicode_normalization::char::is_combining_mark(c))
        .map(|c| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '"' | '\'' | '‘' | '’' | '“' | '”' | '«' | '»' | '(' | ')' | '[' | ']' => ' ',
            other => other,
        })
        .collect();
    let mut folded = String::new();
    let mut blank = false;
    for (position, &c) in letters.iter().enumerate() {
        let ends = || {
            let next = letters.get(position + 1);
            ENDINGS.contains(&c) && next.is_none_or(|next| !next.is_alphanumeric())
        };
        if c.is_whitespace() || ends() {
            blank = true;
            continue;
        }
        let between_words = c.is_alphanumeric() && folded.ends_with(char::is_alphanumeric);
        if blank && between_words {
            folded.push(' ');
        }
        folded.push(c);
        blank = false;
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_makes_no_difference_but_signs_and_words_do() {
        for (one, other) in [
            ("centrala Nora", "Centrala  Nora "),
            ("på gatan", "På gatan."),
            ("Telefon (växel)", "telefon växel"),
        ] {
            assert_eq!(folded(one), folded(other));
        }
        for (one, other) in [
            ("< 10 m", "> 10 m"),
            ("1,5", "1-5"),
            ("på gatan", "på tomten"),
        ] {
            assert_ne!(folded(one), folded(other));
        }
    }
}
