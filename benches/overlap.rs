//! How long it takes to find everything: over the shipped catalogue, then and now, and over a made-up country.
//!
//! Prints medians over several runs; `cargo bench --bench overlap`. The country has 290 municipalities, 400 organisations
//! and 1 000 services: municipalities in regions that share a federation and a board, services of every sort.

use std::error::Error;
use std::fmt::Write as _;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use hanvisa::catalogue::{Catalogue, Reading, TextFile};
use hanvisa::directory::Directory;
use hanvisa::overlap::lookalike::Wording;
use hanvisa::overlap::matrix::{By, Matrix};
use hanvisa::overlap::{figures, findings, findings_and_lookalikes, findings_and_lookalikes_by};

/// How often each is measured.
const RUNS: usize = 21;

/// How many municipalities the country has, how many share a region, and how many services there are.
const MUNICIPALITIES: usize = 290;
const REGION: usize = 6;
const SERVICES: usize = 1_000;

fn main() -> Result<(), Box<dyn Error>> {
    let shipped = Arc::new(
        Reading::embedded()
            .catalogue
            .ok_or("the shipped catalogue has faults")?,
    );
    for day in ["2014-09-01", "2026-11-23"] {
        measure(&format!("shipped catalogue, {day}"), &shipped, day)?;
    }
    let reading = Reading::of_texts(vec![TextFile {
        name: "country.toml".to_owned(),
        text: country(),
    }]);
    let country = Arc::new(
        reading
            .catalogue
            .ok_or_else(|| format!("{:?}", reading.faults.first()))?,
    );
    measure("a country", &country, "2026-11-23")
}

fn measure(what: &str, catalogue: &Arc<Catalogue>, day: &str) -> Result<(), Box<dyn Error>> {
    let directory = Directory::at(Arc::clone(catalogue), day.parse()?);
    let count = findings(&directory).all().len();
    println!(
        "{what}: {} services, {} municipalities, {} organisations",
        directory.services().len(),
        catalogue.municipalities().len(),
        directory.organisations().count(),
    );
    report(&format!("all {count} findings"), || {
        black_box(findings(&directory));
    });
    let count = findings_and_lookalikes(&directory).all().len();
    report(&format!("all {count}, look-alikes too"), || {
        black_box(findings_and_lookalikes(&directory));
    });
    let wording = Arc::new(Wording::of(catalogue));
    report("the same, the texts known", || {
        black_box(findings_and_lookalikes_by(&directory, &wording));
    });
    report("figures", || {
        black_box(figures(&directory));
    });
    for (by, name) in [
        (By::Municipality, "matrix by municipality"),
        (By::Organisation, "matrix by organisation"),
    ] {
        report(name, || {
            black_box(Matrix::of(&directory, by, None));
        });
    }
    Ok(())
}

fn report(what: &str, mut run: impl FnMut()) {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let begun = Instant::now();
            run();
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    let median = times.get(RUNS / 2).copied().unwrap_or_default();
    println!("  {what:30} {median:>10.2?}");
}

/// A country: every third service shared in each region, every seventh done by a board too, some with gaps and
/// conditions, and calls sent from a switchboard over the board to the federation.
fn country() -> String {
    let mut text = String::from(
        "[catalogue]\nname = \"Landet\"\ntimezone = \"Europe/Stockholm\"\ncountry = \"SE\"\n\
         [[topic]]\nid = \"allt\"\nname = \"Allt\"\n",
    );
    let regions = MUNICIPALITIES.div_ceil(REGION);
    // Writing to a text cannot fail.
    for one in 0..MUNICIPALITIES {
        let _ = write!(
            text,
            "[[municipality]]\nid = \"m{one}\"\nname = \"Ort {one}\"\norganisation = \"k{one}\"\nresidents = {}\n\
             [[organisation]]\nid = \"k{one}\"\nkind = \"municipality\"\nname = \"Kommun {one}\"\nserves = [\"m{one}\"]\n\
             [[referral]]\norganisation = \"k{one}\"\nto = \"n{}\"\nmunicipalities = [\"m{one}\"]\n\
             status = \"illustrative\"\n",
            1_000 + one * 37,
            one / REGION,
        );
    }
    for region in 0..regions {
        let members: Vec<String> = (region * REGION..((region + 1) * REGION).min(MUNICIPALITIES))
            .map(|one| format!("\"m{one}\""))
            .collect();
        let members = members.join(", ");
        let _ = write!(
            text,
            "[[organisation]]\nid = \"f{region}\"\nkind = \"federation\"\nname = \"Förbund {region}\"\n\
             serves = [{members}]\n\
             [[organisation]]\nid = \"n{region}\"\nkind = \"joint-board\"\nname = \"Nämnd {region}\"\n\
             serves = [{members}]\n\
             [[referral]]\norganisation = \"n{region}\"\nto = \"f{region}\"\nmunicipalities = [{members}]\n\
             status = \"illustrative\"\n",
        );
    }
    let list = |letter: char, count: usize| {
        let ids: Vec<String> = (0..count).map(|one| format!("\"{letter}{one}\"")).collect();
        ids.join(", ")
    };
    for (id, letter, count) in [
        ("kommuner", 'k', MUNICIPALITIES),
        ("forbund", 'f', regions),
        ("namnder", 'n', regions),
    ] {
        let _ = write!(
            text,
            "[[group]]\nid = \"{id}\"\nname = \"{id}\"\norganisations = [{}]\n",
            list(letter, count)
        );
    }
    for service in 0..SERVICES {
        let _ = write!(
            text,
            "[[service]]\nid = \"s{service}\"\nname = \"Tjänst {service}\"\ntopic = \"allt\"\nsummary = \"Tjänst.\"\n\
             shareable = {}\n",
            service % 5 == 0
        );
        let mut duty = |who: &str, steps: &str, more: &str| {
            let _ = write!(
                text,
                "[[service.responsible]]\norganisation = \"{who}\"\nsteps = [{steps}]\n{more}"
            );
        };
        match service % 3 {
            0 => duty("forbund", "\"contact\", \"handling\", \"delivery\"", ""),
            1 => duty("kommuner", "\"contact\", \"handling\", \"delivery\"", ""),
            _ => {
                duty("kommuner", "\"contact\", \"decision\"", "");
                duty("forbund", "\"handling\", \"delivery\"", "");
            }
        }
        if service % 7 == 0 {
            duty("namnder", "\"handling\", \"supervision\"", "");
        }
        if service % 11 == 0 {
            duty("namnder", "\"contact\"", "condition = \"på gatan\"\n");
        }
    }
    text
}
