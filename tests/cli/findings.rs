//! `duplicates` and `matrix`: what is found and who has what, for people, programs and spreadsheets.

use serde_json::{Value, json};

use crate::program::{Folder, SMALL, hanvisa, small};

/// The day the enquiry worked.
const THEN: &str = "2014-09-01";

fn keys(value: &Value) -> Vec<&str> {
    let object = value.as_object().expect("an object");
    object.keys().map(String::as_str).collect()
}

fn ids(duplicates: &Value) -> Vec<&str> {
    let findings = duplicates["findings"].as_array().expect("a list");
    findings
        .iter()
        .map(|finding| finding["id"].as_str().expect("an id"))
        .collect()
}

#[test]
fn duplicates_gives_scripts_every_key_of_the_contract() {
    let found = hanvisa(&["duplicates", "--at", THEN, "--format", "json"]).json();
    assert_eq!(found["at"], THEN);
    for finding in found["findings"].as_array().expect("a list") {
        let keys = keys(finding);
        for key in [
            "id",
            "kind",
            "services",
            "organisations",
            "municipalities",
            "step",
            "evidence",
            "sources",
            "confidence",
            "suggestion",
            "verdict",
        ] {
            assert!(keys.contains(&key), "{key}");
        }
        let evidence = finding["evidence"].as_array().expect("a list");
        assert!(!evidence.is_empty());
    }
    let clean = ids(&found)
        .iter()
        .position(|&id| id == "lokalvard-hallefors");
    let clean = &found["findings"][clean.expect("the cleaning of Hällefors")];
    assert_eq!(clean["kind"], "parallel");
    assert_eq!(clean["pairing"], "municipality-and-joint");
    assert_eq!(clean["organisations"], json!(["bkt", "hallefors-kommun"]));
    assert_eq!(clean["municipalities"], json!(["hallefors"]));
    assert_eq!(clean["step"], "delivery");
    assert_eq!(clean["sources"], json!(["S28", "S29"]));
    assert_eq!(clean["confidence"], "documented");
    assert_eq!(clean["verdict"], "open");
    assert_eq!(
        clean["evidence"][1],
        "BKT och Hällefors kommun har samma uppgift (handläggning och utförande) i Hällefors."
    );
}

#[test]
fn the_chain_of_2014_is_the_first_thing_found_and_is_drawn() {
    let arguments = ["duplicates", "--at", THEN, "--kind", "chain", "-m", "nora"];
    let found = hanvisa(&[&arguments[..], &["--format", "json"]].concat()).json();
    assert_eq!(ids(&found)[0], "kedja-kommun-bmb-bkt");
    let chain = &found["findings"][0]["chains"][0];
    assert_eq!(chain["hops"], 2);
    assert_eq!(chain["end"], "handled");
    assert_eq!(
        found["findings"][0]["evidence"][1],
        "Nora växel → BMB → BKT, 2 steg."
    );
    assert_eq!(found["figures"].as_array().map(Vec::len), Some(1));
}

#[test]
fn findings_can_be_asked_for_by_kind_organisation_and_municipality() {
    let of = |arguments: &[&str]| {
        let json = ["--format", "json", "--at", "2026-11-23"];
        let all = [&["duplicates"], arguments, &json].concat();
        let found = small(&all[..all.len() - 2]).json();
        ids(&found)
            .iter()
            .map(|&id| id.to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(of(&["--kind", "gap"]), ["gap:belysning", "gap:parker"]);
    assert_eq!(
        of(&["--kind", "unclear-entry"]),
        ["unclear-entry:parker:gatunamnden"]
    );
    assert!(of(&["-m", "vastby", "--kind", "gap"]).is_empty());
    // The federation is answered for by its successor; any of its names will do.
    let board = of(&["--organisation", "gf"]);
    assert!(board.contains(&"unclear-entry:parker:gatunamnden".to_owned()));
    assert_eq!(board, of(&["--organisation", "Gatunämnden"]));
}

#[test]
fn nothing_found_is_a_no_and_an_unknown_organisation_gets_the_nearest() {
    let none = small(&["duplicates", "--kind", "chain"]);
    assert_eq!((none.status, none.out.as_str()), (1, ""));
    assert_eq!(none.err, "Inget sådant hittades.\n");
    let said = small(&["duplicates", "--organisation", "lampservis"]).fails();
    assert!(said.contains("”lampservis”"), "{said}");
    assert!(said.contains("Menade du lampservice?"), "{said}");
    let said = small(&["duplicates", "--kind", "dubbel"]).fails();
    assert!(said.contains("parallel"), "{said}");
}

#[test]
fn the_table_says_what_who_where_and_ends_with_the_figures() {
    let table = small(&["duplicates"]).answers();
    let lines: Vec<&str> = table.lines().collect();
    let gap: Vec<&str> = lines
        .iter()
        .filter(|line| line.ends_with("gap:belysning"))
        .flat_map(|line| line.split("  ").map(str::trim))
        .filter(|cell| !cell.is_empty())
        .collect();
    assert_eq!(gap, ["≠ lucka", "Gatubelysning", "Östby", "gap:belysning"]);
    assert_eq!(
        lines[lines.len() - 2],
        "Västby: för 1 av 3 tjänster är vägen känd, och den som ringer skickas vidare 0,0 gånger i snitt; 33 % av tjänsterna har en enda ingång"
    );
}

#[test]
fn a_spreadsheet_opens_it_right_in_either_language() {
    let swedish = hanvisa(&["duplicates", "--kind", "parallel", "--format", "csv"]).answers();
    assert!(
        swedish.starts_with("\u{feff}Id;Slag;Tjänster;Organisationer;"),
        "{swedish}"
    );
    assert!(swedish.lines().all(|line| line.matches(';').count() >= 11));
    assert!(swedish.ends_with("\r\n"));
    let english = small(&["matrix", "--format", "csv", "--lang", "en"]).answers();
    assert_eq!(
        english,
        "\u{feff}Topic,Service,Id,Västby,Östby\r\n\
         Gator,Gatubelysning,belysning,\"Lampservice, Västby kommun (depends)\",gap\r\n\
         Gator,Parker,parker,\"GN, Västby kommun (double)\",gap\r\n\
         Gator,Snöröjning,snorojning,Västby kommun (sole),GN (sole)\r\n"
    );
}

#[test]
fn markdown_has_a_heading_for_each_kind() {
    let text = small(&["duplicates", "--format", "markdown"]).answers();
    assert!(
        text.starts_with("# Liten: fynd mån 23 nov 2026\n"),
        "{text}"
    );
    assert!(text.contains("\n## Lucka (2)\n"), "{text}");
    assert!(text.contains("- Förslag: Låt en göra det.\n"), "{text}");
    assert!(text.contains("- id: `dubbla-parker`\n"), "{text}");
}

/// A catalogue whose every text tries to be something else than text.
fn hostile(folder: &Folder, harm: &str) -> String {
    let text = include_str!("../support/hostile.toml").replace("HARM", harm);
    folder.write("ond.toml", &text)
}

#[test]
fn no_text_of_a_catalogue_is_markup_in_markdown() {
    let folder = Folder::new("hostile-markdown");
    let harm = "www.a.se https://a.se x@a.se | `c` <b> [x](y) ![z](å)";
    let path = hostile(&folder, harm);
    let arguments = ["duplicates", "--format", "markdown", "--catalogue", &path];
    let text = hanvisa(&[&arguments[..], &["--at", "2026-11-23"]].concat()).answers();
    let harmless =
        "www\\.a.se https\\://a.se x\\@a.se \\| \\`c\\` \\<b\\> \\[x\\](y) \\!\\[z\\](å)";
    assert!(text.contains(&format!("### Vatten {harmless}")), "{text}");
    assert!(
        !text.contains("www.") && !text.contains(" <b>") && !text.contains("https:"),
        "{text}"
    );
}

/// The cells of a spreadsheet, row by row, as RFC 4180 reads them.
fn cells(text: &str, separator: char) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut letters = text.chars().peekable();
    let mut is_quoted = false;
    while let Some(c) = letters.next() {
        match c {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => is_quoted = !is_quoted,
            c if c == separator && !is_quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => {
                assert_eq!(letters.next(), Some('\n'), "{text}");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    assert!(!is_quoted && cell.is_empty() && row.is_empty(), "{text}");
    rows
}

#[test]
fn no_text_of_a_catalogue_is_a_formula_or_breaks_a_row_in_a_spreadsheet() {
    let folder = Folder::new("hostile-csv");
    for (harm, shown) in [
        (r"=1+1", "'=1+1"),
        (r"+46 587-55 00 40", "'+46 587-55 00 40"),
        (r"-2", "'-2"),
        (r"@SUM(A1)", "'@SUM(A1)"),
        (r"\t=1", "'=1"),
        (r"\r=1", "'=1"),
        (r"\n=1", "'=1"),
        (r"\u00a0=1", "'=1"),
        ("＝1", "'＝1"),
        // Nothing to run, but much to break.
        (r#"a;b,c \"d\" \r\n\te"#, "a;b,c \"d\"    e"),
        (r"\u200b=1", "\u{fffd}=1"),
    ] {
        let first = |line: &str| {
            let bare = line.replace(" HARM", "");
            if bare == line {
                return bare;
            }
            bare.replacen('"', "\"HARM ", 1)
        };
        let lines = include_str!("../support/hostile.toml").lines().map(first);
        let text = lines.collect::<Vec<_>>().join("\n").replace("HARM", harm);
        let path = folder.write("ond.toml", &text);
        for (language, separator) in [("sv", ';'), ("en", ',')] {
            for command in ["duplicates", "matrix"] {
                let asked = ["--format", "csv", "--at", "2026-11-23", "--lang", language];
                let said = hanvisa(&[&[command, "--catalogue", &path][..], &asked].concat());
                let rows = cells(&said.answers(), separator);
                assert!(rows.len() > 2);
                assert!(
                    rows.iter().all(|row| row.len() == rows[0].len()),
                    "{rows:?}"
                );
                for cell in rows.iter().flatten() {
                    let begins = cell.trim_start();
                    assert!(!begins.starts_with(['=', '+', '-', '@', '＝']), "{cell:?}");
                    assert!(!cell.contains(['\t', '\r', '\n']), "{cell:?}");
                }
                let mut all = rows.iter().flatten();
                assert!(
                    all.any(|cell| cell.starts_with(shown.trim_end())),
                    "{rows:?}"
                );
            }
        }
    }
}

#[test]
fn the_matrix_lays_services_beside_municipalities() {
    let table = small(&["matrix"]).answers();
    assert_eq!(
        table,
        "               Västby            Östby

Gator          •1 *1 ≠1          •1 –2
Gatubelysning  * Lampservice +1  –
Parker         ≠ GN +1           –
Snöröjning     • Västby kommun   • GN

Alla           •1 *1 ≠1          •1 –2

• ensam   + delat   * beror på   ≠ dubbelt   – lucka
"
    );
}

#[test]
fn the_matrix_lays_services_beside_organisations_too() {
    let by = small(&["matrix", "--by", "organisation", "--format", "json"]).json();
    assert_eq!(by["by"], "organisation");
    let columns: Vec<_> = by["columns"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|column| column["id"].as_str().expect("an id"))
        .collect();
    assert_eq!(columns, ["vastby-kommun", "gatunamnden", "lampservice"]);
    let row = &by["topics"][0]["services"][2];
    assert_eq!(row["service"], "snorojning");
    let signs: Vec<_> = row["cells"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|cell| cell["sign"].as_str().expect("a sign"))
        .collect();
    assert_eq!(signs, ["sole", "sole", "outside"]);
    assert_eq!(
        row["cells"][0]["who"][0],
        json!({
            "organisation": "vastby-kommun", "name": "Västby kommun", "short": "Västby kommun",
            "steps": ["contact", "delivery"],
        })
    );
    assert_eq!(
        by["totals"][2],
        json!({"column": "lampservice", "sole": 0, "shared": 0, "conditional": 1, "double": 0, "gap": 0})
    );
    let one = small(&["matrix", "-m", "ostby", "--format", "json"]).json();
    assert_eq!(one["columns"], json!([{"id": "ostby", "name": "Östby"}]));
}

#[test]
fn who_asks_for_a_body_that_is_no_more_is_told_who_took_over() {
    let arguments = ["--organisation", "BKT", "--at", "2026-11-23"];
    let said = hanvisa(&[&["duplicates"][..], &arguments].concat());
    assert_eq!(
        said.err,
        "BKT finns inte längre, Teknisk nämnd har tagit över\n"
    );
    let then = ["duplicates", "--organisation", "BKT", "--at", "2014-09-01"];
    hanvisa(&then).answers();
}

#[test]
fn markdown_says_how_many_live_where_a_finding_touches_somebody() {
    let folder = Folder::new("residents");
    let text =
        std::fs::read_to_string(format!("{SMALL}/katalog.toml")).expect("the small catalogue");
    let known = text
        .replace("id = \"vastby\"\n", "id = \"vastby\"\nresidents = 12345\n")
        .replace("id = \"ostby\"\n", "id = \"ostby\"\nresidents = 1000\n");
    let path = folder.write("katalog.toml", &known);
    let told = hanvisa(&["duplicates", "--format", "markdown", "--catalogue", &path]).answers();
    assert!(told.contains("\n- Invånare: 1 000\n"), "{told}");
    let report = folder.join("rapport.md");
    hanvisa(&["report", "-o", &report, "--catalogue", &path]).answers();
    let told = std::fs::read_to_string(&report).expect("the report");
    assert!(told.contains("Östby · 1 000 invånare"), "{told}");
}
