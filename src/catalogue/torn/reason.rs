//! What is wrong with a line that is no TOML, as a word of the messages: from what the parser says of it.

/// The word for a mistake, from the parser's message and what stands at the place.
pub(super) fn reason<'a>(message: &'a str, found: &str) -> &'a str {
    let says = |words: &str| message.starts_with(words);
    if [
        "string values must be quoted",
        "invalid float",
        "invalid boolean",
        "missing value",
        "invalid value",
    ]
    .into_iter()
    .any(says)
    {
        return match found.trim() {
            "" => "no-value",
            text if text.contains(['“', '”', '„', '»', '«', '’', '‘', '´', '`']) => {
                "curly-quotes"
            }
            word if is_yes_or_no(word) => "no-boolean",
            _ => "unquoted",
        };
    }
    let known = [
        ("missing opening quote", "unopened-text"),
        ("extra `=`", "extra-equals"),
        ("extra assignment", "extra-equals"),
        ("unexpected `=`", "extra-equals"),
        ("missing key for inline table", "no-key"),
        ("invalid inline table element", "no-key"),
        ("keys cannot be multi-line", "bad-key"),
        ("`_` may only go", "bad-number"),
        ("integers with a radix", "bad-number"),
        ("radix must be", "bad-number"),
        ("redundant", "bad-number"),
        ("unexpected sign", "bad-number"),
        ("integer number", "bad-number"),
        ("floating-point number", "bad-number"),
        ("cannot recurse", "too-deep"),
        ("recursion limit", "too-deep"),
        ("missing table open", "heading"),
        ("unclosed table", "heading"),
        ("missing array opening", "trailing"),
        ("missing inline table opening", "trailing"),
        ("missing comment start", "trailing"),
        ("invalid multi-line", "control-character"),
        ("invalid basic string", "unclosed-text"),
        ("invalid literal string", "unclosed-text"),
        ("key with no value", "no-equals"),
        ("missing assignment", "no-equals"),
        ("duplicate key", "duplicate-key"),
        ("missing comma", "no-comma"),
        ("extra comma", "extra-comma"),
        ("unclosed array", "unclosed-list"),
        ("unclosed inline table", "unclosed-table"),
        ("unexpected key or value", "trailing"),
        ("unexpected content", "trailing"),
        ("missing escaped value", "backslash"),
        ("too few unicode", "backslash"),
        ("invalid escape", "backslash"),
        ("carriage return", "carriage-return"),
        ("invalid comment character", "control-character"),
        ("cannot extend value", "no-table"),
        ("invalid key-value pair", "no-key"),
        ("invalid unquoted key", "bad-key"),
        ("unquoted keys cannot be empty", "bad-key"),
    ];
    if let Some((_, word)) = known.into_iter().find(|(words, _)| says(words)) {
        return word;
    }
    if says("invalid date") || says("invalid time") || says("unexpected leading zero") {
        let after_year = found.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_date = found.len() - after_year.len() == 4
            && after_year.starts_with('-')
            && !found.starts_with('0');
        return if is_date { "no-date" } else { "leading-zero" };
    }
    message
}

fn is_yes_or_no(word: &str) -> bool {
    let words = ["ja", "nej", "yes", "no", "true", "false"];
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::super::mend;
    use super::*;

    #[test]
    fn what_the_parser_says_is_said_in_words_of_the_messages() {
        // The parser's own words, as of toml 1.1.
        for message in [
            "missing opening quote, expected `\"`",
            "extra `=`, expected nothing",
            "extra assignment between key-value pairs",
            "unexpected `=` in array",
            "missing key for inline table element",
            "invalid inline table element",
            "keys cannot be multi-line basic strings",
            "`_` may only go between digits",
            "integers with a radix cannot be signed",
            "radix must be lowercase",
            "redundant numeric sign",
            "unexpected sign",
            "integer number overflowed",
            "floating-point number overflowed",
            "cannot recurse further; max recursion depth met",
            "recursion limit",
            "missing table open",
            "unclosed table",
            "unclosed array table",
            "missing array opening",
            "missing inline table opening",
            "missing comment start",
            "unexpected content between comment and newline",
            "missing value for key",
        ] {
            assert!(!reason(message, "x").contains(' '), "{message}");
        }
        let (_, tears) = mend("a = 1\nname = sv\"\n");
        assert_eq!(tears[0].reason, "unopened-text");
    }
}
