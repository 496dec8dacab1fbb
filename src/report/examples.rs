//! What was made up as an example: it is counted beside what was found, never among it, and marked where it is listed.

use crate::locale::Locale;
use crate::overlap::{Basis, Finding};

/// How many findings there are that nobody made up, and the label of that number, with how many examples there are beside.
pub fn counted(locale: &Locale, key: &str, found: &[&Finding]) -> (usize, String) {
    let made_up = found.iter().filter(|one| is_made_up(one)).count();
    let count = found.len() - made_up;
    let label = locale.count(key, count, &[]);
    if made_up == 0 {
        return (count, label);
    }
    let known = [("label", label.as_str())];
    (
        count,
        locale.count("report-examples-beside", made_up, &known),
    )
}

/// Whether somebody made it up as an example.
pub fn is_made_up(finding: &Finding) -> bool {
    finding.basis == Basis::Illustrative
}

/// A name, with the mark of an example behind it where it is one.
pub fn marked(locale: &Locale, finding: &Finding, name: String) -> String {
    if is_made_up(finding) {
        return format!("{name} ({})", locale.text("basis-illustrative"));
    }
    name
}
