//! Telephone numbers: the same is the same however it is written.

/// The digits to dial within Sweden: a number with the country's code, `+46` or `0046`, begins with the 0 that the code
/// stands for, whether that is written too (`+46 (0)587`) or not. One of another country begins with `00`. None where
/// there is no digit.
pub fn dialled(written: &str) -> Option<String> {
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let abroad = if written.trim_start().starts_with('+') {
        Some(digits.as_str())
    } else {
        digits.strip_prefix("00")
    };
    let dialled = match abroad.map(|abroad| (abroad, abroad.strip_prefix("46"))) {
        None => digits,
        Some((_, Some(national))) => format!("0{}", national.trim_start_matches('0')),
        Some((abroad, None)) => format!("00{abroad}"),
    };
    (!dialled.is_empty()).then_some(dialled)
}

/// Whether two numbers are one, however each is written.
pub fn is_same_number(one: &str, other: &str) -> bool {
    one == other || dialled(one) == dialled(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        for written in [
            "0587-55 00 40",
            "0587 550040",
            "(0587) 55 00 40",
            "(0)587-55 00 40",
            "+46 587 55 00 40",
            "+46587550040",
            "+46 (0)587-55 00 40",
            "+46 (0) 587 55 00 40",
            "+46 0587 55 00 40",
            "0046587550040",
            "0046 (0)587-550040",
        ] {
            assert_eq!(dialled(written).as_deref(), Some("0587550040"), "{written}");
            assert!(is_same_number(written, "0587-55 00 40"));
        }
        assert_eq!(dialled("112").as_deref(), Some("112"));
        assert!(is_same_number("113 13", "11313"));
        assert_eq!(dialled(" – "), None);
    }

    #[test]
    fn a_number_abroad_is_none_of_ours() {
        assert!(is_same_number("+47 22 12 34 56", "0047 22123456"));
        assert!(!is_same_number("+47 22 12 34 56", "022-12 34 56"));
        assert!(!is_same_number("+46 22 12 34 56", "+47 22 12 34 56"));
    }
}
