//! Rows as a file that a spreadsheet opens right: with a mark that says it is UTF-8, the separator that programs in the
//! language expect, and no text that would be run as a formula.

use crate::locale::Language;
use crate::untrusted;

/// Says that the file is UTF-8; without it, Excel shows å as Ã¥.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// What a spreadsheet takes for the beginning of a formula, wide forms included. That guards telephone numbers as well:
/// of `+46 587 …` a spreadsheet would make a number without its sign.
/// See <https://owasp.org/www-community/attacks/CSV_Injection>.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// The rows as a file.
pub fn written<const COLUMNS: usize>(
    rows: impl Iterator<Item = [String; COLUMNS]>,
    language: Language,
) -> String {
    listed(rows.map(Vec::from), language)
}

/// The same, for rows whose number of columns is not known before.
pub fn listed(rows: impl Iterator<Item = Vec<String>>, language: Language) -> String {
    let separator = match language {
        // Where the decimal sign is a comma, it cannot part columns.
        Language::Swedish => ";",
        Language::English => ",",
    };
    let mut text = String::from(BYTE_ORDER_MARK);
    for row in rows {
        let cells: Vec<String> = row.iter().map(|value| cell(value)).collect();
        text.push_str(&cells.join(separator));
        text.push_str("\r\n");
    }
    text
}

/// A value on one line, quoted where it must be.
fn cell(value: &str) -> String {
    let value = untrusted::plain(value);
    let value = value.replace(['\n', '\r'], " ");
    let guard = if value.trim_start().starts_with(FORMULA) {
        "'"
    } else {
        ""
    };
    if value.contains([';', ',', '"', '\t']) || !guard.is_empty() {
        return format!("\"{guard}{}\"", value.replace('"', "\"\""));
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_opens_right_in_either_language() {
        let row = ["Råttor".to_owned(), "a;b \"c\", d\ne".to_owned()];
        assert_eq!(
            written([row.clone()].into_iter(), Language::Swedish),
            "\u{feff}Råttor;\"a;b \"\"c\"\", d e\"\r\n"
        );
        assert_eq!(
            written([row].into_iter(), Language::English),
            "\u{feff}Råttor,\"a;b \"\"c\"\", d e\"\r\n"
        );
    }

    #[test]
    fn nothing_in_a_catalogue_is_run_as_a_formula() {
        for dangerous in [
            "=HYPERLINK(\"http://x\")",
            "+1",
            "-1+2",
            "@SUM(A1)",
            " =1",
            "＝1",
        ] {
            assert!(cell(dangerous).starts_with("\"'"), "{dangerous}");
        }
        assert_eq!(cell("0587-55 00 40"), "0587-55 00 40");
        assert_eq!(cell("+46 587-55 00 40"), "\"'+46 587-55 00 40\"");
        for hidden in ["\t=1", "\r=1", "\n=1", "\u{a0}=1", "\u{3000}+1"] {
            assert!(cell(hidden).starts_with("\"'"), "{hidden:?}");
        }
    }
}
