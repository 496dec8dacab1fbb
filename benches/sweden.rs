//! All of Sweden: a generated catalogue of 1 000 services, 290 municipalities and 400 organisations, from reading its
//! texts to every finding in it, with times and memory.
//!
//! `cargo bench --bench sweden`. The catalogue is the same each time. Each task runs in a process of its own, so that
//! the memory of one is not counted for another; `hanvisa` itself is started as a user starts it.

#![allow(
    clippy::indexing_slicing,
    reason = "a measurement may stop where it stands"
)]

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use hanvisa::cache::Cache;
use hanvisa::catalogue::{Catalogue, Severity, Texts};
use hanvisa::directory::Directory;
use hanvisa::overlap::findings;
use hanvisa::referral::{Moment, resolve};
use hanvisa::search::{Finder, Store};

const SERVICES: usize = 1_000;
const MUNICIPALITIES: usize = 290;
const ORGANISATIONS: usize = 400;
const TOPICS: usize = 25;

/// How often each task runs; the median is printed.
const RUNS: usize = 5;

/// What the tasks are called on the command line of the processes that carry them out.
const TASKS: [&str; 3] = ["texts", "copy", "findings"];

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(task) = arguments.iter().position(|one| one == "--task") {
        let [task, folder] = &arguments[task + 1..] else {
            return Err("--task TASK FOLDER".into());
        };
        return carry_out(task, Path::new(folder));
    }
    let home = tempfile::tempdir()?;
    let folder = home.path().join("sverige");
    let size = write(&folder)?;
    println!(
        "All of Sweden: {SERVICES} services, {MUNICIPALITIES} municipalities, {ORGANISATIONS} organisations"
    );
    println!(
        "  texts: {:.1} MB in {TOPICS} files and one",
        megabytes(size)
    );
    for task in TASKS {
        println!("{}", heading(task));
        let mut runs: Vec<Vec<(String, f64)>> = Vec::new();
        for _ in 0..RUNS {
            let output = Command::new(std::env::current_exe()?)
                .args(["--task", task])
                .arg(home.path())
                .stderr(Stdio::inherit())
                .output()?;
            if !output.status.success() {
                return Err(format!("{task}: {}", output.status).into());
            }
            runs.push(
                String::from_utf8(output.stdout)?
                    .lines()
                    .filter_map(figure)
                    .collect(),
            );
        }
        for (row, (what, _)) in runs[0].iter().enumerate() {
            let mut values: Vec<f64> = runs
                .iter()
                .filter_map(|run| Some(run.get(row)?.1))
                .collect();
            values.sort_by(f64::total_cmp);
            println!("  {what:<44} {:>10.1}", values[values.len() / 2]);
        }
    }
    program(home.path())
}

/// `what<tab>value`
fn figure(line: &str) -> Option<(String, f64)> {
    let (what, value) = line.split_once('\t')?;
    Some((what.to_owned(), value.parse().ok()?))
}

fn heading(task: &str) -> &'static str {
    match task {
        "texts" => "reading the texts (medians)",
        "copy" => "reading the compiled copy, and asking (medians)",
        _ => "finding (medians)",
    }
}

fn carry_out(task: &str, home: &Path) -> Result<(), Box<dyn Error>> {
    let folder = home.join("sverige");
    let cache = Cache::new(&home.join("copies"));
    let day = NaiveDate::from_ymd_opt(2026, 11, 23).ok_or("no such day")?;
    let time = |what: &str, begun: Instant| println!("{what}, ms\t{}", ms(begun.elapsed()));
    if task == "texts" {
        let begun = Instant::now();
        let texts = Texts::of_path(&folder);
        let sum = texts.sum().ok_or("a text cannot be read")?;
        let reading = texts.read();
        time("read, check and link", begun);
        if reading.count(Severity::Error) > 0 {
            return Err(format!("{:?}", reading.faults.first()).into());
        }
        let catalogue = reading.catalogue.ok_or("no catalogue")?;
        let responsibilities: usize = catalogue
            .services()
            .iter()
            .map(|one| one.responsibilities.len())
            .sum();
        println!("responsibilities\t{responsibilities}");
        println!("most memory, MiB\t{}", most_memory()?);
        let begun = Instant::now();
        cache.keep(&catalogue, sum)?;
        time("keep a compiled copy", begun);
        return Ok(());
    }
    let begun = Instant::now();
    let texts = Texts::of_path(&folder);
    let sum = texts.sum().ok_or("a text cannot be read")?;
    drop(texts);
    if task == "copy" {
        time("read the texts and take their sum", begun);
    }
    let catalogue: Arc<Catalogue> = Arc::new(cache.find(sum).ok_or("no copy was kept")?);
    if task == "copy" {
        time("… and the copy", begun);
    }
    let directory = Directory::at(Arc::clone(&catalogue), day);
    if task == "findings" {
        let begun = Instant::now();
        let found = findings(&directory);
        time("all findings", begun);
        println!("findings\t{}", found.all().len());
        println!("most memory, MiB\t{}", most_memory()?);
        return Ok(());
    }
    time("… and the day's directory", begun);
    let store: Arc<dyn Store> = Arc::new(cache.store(sum));
    let finder = Finder::before_findings(&directory).with_store(Some(store));
    let found = finder.find(&directory, "snöröjning gata", 10);
    time("… and the first answer", begun);
    println!("services found\t{}", found.total);
    let begun = Instant::now();
    let mut answered = 0;
    for service in catalogue.service_refs() {
        for municipality in catalogue.municipality_refs() {
            let referral = resolve(&directory, service, municipality, Moment::day(day));
            answered += usize::from(!referral.entrances().is_empty());
        }
    }
    time("every referral", begun);
    println!("referrals with somebody to ring\t{answered}");
    println!("most memory, MiB\t{}", most_memory()?);
    Ok(())
}

/// The program itself, started by a user with this home: first without a copy, then with one.
fn program(home: &Path) -> Result<(), Box<dyn Error>> {
    let start = || -> Result<Duration, Box<dyn Error>> {
        let begun = Instant::now();
        let output = Command::new(env!("CARGO_BIN_EXE_hanvisa"))
            .args([
                "search",
                "snöröjning",
                "gata",
                "--limit",
                "1",
                "--catalogue",
            ])
            .arg(home.join("sverige"))
            .env("HOME", home)
            .env_remove("XDG_CACHE_HOME")
            .output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into());
        }
        Ok(begun.elapsed())
    };
    println!("hanvisa search, the whole process");
    println!("  {:<44} {:>10.1}", "the first start, ms", ms(start()?));
    let mut later = (0..RUNS * 2)
        .map(|_| start())
        .collect::<Result<Vec<_>, _>>()?;
    later.sort_unstable();
    println!("  {:<44} {:>10.1}", "a later start, ms", ms(later[RUNS]));
    Ok(())
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

#[expect(clippy::cast_precision_loss, reason = "a figure to look at")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

/// The most memory that this process has had, in MiB.
fn most_memory() -> Result<f64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes: f64 = line
        .ok_or("no VmHWM")?
        .trim()
        .trim_end_matches(" kB")
        .parse()?;
    Ok(kilobytes / 1024.0)
}

// ── The catalogue ─────────────────────────────────────────────────────────────────────────────────────────────────────

const HEADS: [&str; 20] = [
    "Nor", "Söder", "Väster", "Öster", "Ling", "Häll", "Gran", "Björk", "Ek", "Al", "Ljung",
    "Sten", "Malm", "Dal", "Lund", "Åker", "Mora", "Lind", "Karls", "Kungs",
];
const TAILS: [&str; 15] = [
    "by", "köping", "stad", "berg", "fors", "vik", "torp", "ås", "sjö", "hamn", "ryd", "näs",
    "lunda", "holm", "bro",
];
const TASKS_OF_SWEDEN: [&str; 25] = [
    "snöröjning",
    "sandning",
    "sophämtning",
    "slamtömning",
    "bygglov",
    "rivningslov",
    "förskola",
    "fritidshem",
    "skolskjuts",
    "hemtjänst",
    "färdtjänst",
    "bostadsanpassning",
    "avloppsstopp",
    "vattenläcka",
    "gatubelysning",
    "parkering",
    "lekplats",
    "badplats",
    "bibliotek",
    "serveringstillstånd",
    "livsmedelskontroll",
    "eldningsförbud",
    "skadedjur",
    "budgetrådgivning",
    "försörjningsstöd",
];
const OF_WHAT: [&str; 40] = [
    "gata",
    "gångväg",
    "torg",
    "skolgård",
    "park",
    "villa",
    "flerbostadshus",
    "fritidshus",
    "företag",
    "förening",
    "barn",
    "ungdom",
    "äldre",
    "anhörig",
    "nyanländ",
    "student",
    "restaurang",
    "kiosk",
    "lantbruk",
    "industri",
    "centrum",
    "landsbygd",
    "skärgård",
    "tätort",
    "by",
    "sjö",
    "å",
    "skog",
    "kyrkogård",
    "idrottsplats",
    "hamn",
    "bro",
    "tunnel",
    "busshållplats",
    "järnväg",
    "marknad",
    "loppis",
    "konsert",
    "valår",
    "sommar",
];

/// Writes the catalogue to a folder; how many bytes it has.
fn write(folder: &Path) -> Result<usize, Box<dyn Error>> {
    fs::create_dir(folder)?;
    let mut size = 0;
    let mut file = |name: String, text: String| {
        size += text.len();
        fs::write(folder.join(name), text)
    };
    file("katalog.toml".into(), actors()?)?;
    for topic in 0..TOPICS {
        file(format!("tjanster-{topic:02}.toml"), services(topic)?)?;
    }
    Ok(size)
}

fn municipality_name(number: usize) -> String {
    format!(
        "{}{}",
        HEADS[number % HEADS.len()],
        TAILS[number / HEADS.len()]
    )
}

/// Municipalities run some things together: each with its neighbours, in joint bodies of two to five.
fn joint_bodies() -> Vec<Vec<usize>> {
    let count = ORGANISATIONS - MUNICIPALITIES;
    (0..count)
        .map(|body| {
            let first = body * MUNICIPALITIES / count;
            (first..(first + 2 + body % 4).min(MUNICIPALITIES)).collect()
        })
        .collect()
}

fn actors() -> Result<String, std::fmt::Error> {
    let mut text = String::from(
        "[catalogue]\nname = \"Sverige\"\ntimezone = \"Europe/Stockholm\"\ncountry = \"SE\"\nreview_after_months = 12\n\n\
         [[source]]\nid = \"S1\"\ntitle = \"Kommunernas webbplatser\"\npublished = 2026-06-01\n\n",
    );
    for topic in 0..TOPICS {
        writeln!(
            text,
            "[[topic]]\nid = \"amne-{topic}\"\nname = \"Ämne {topic}\"\n"
        )?;
    }
    for number in 0..MUNICIPALITIES {
        let name = municipality_name(number);
        writeln!(
            text,
            "[[municipality]]\nid = \"k{number}\"\nname = \"{name}\"\norganisation = \"o{number}\"\nresidents = {}\n\
             places = [\"{name}s kyrkby\", \"Norra {name}\", \"Södra {name}\"]\n\n\
             [[organisation]]\nid = \"o{number}\"\nkind = \"municipality\"\nname = \"{name}s kommun\"\nshort = \"{name}\"\n\
             serves = [\"k{number}\"]\n\
             contact = {{ phone = \"0{}-{} 00\", hours = \"Mo-Fr 08:00-16:{:02}; PH off\", sources = [\"S1\"] }}\n",
            2_000 + number * 97 % 90_000,
            100 + number,
            100 + number * 7 % 900,
            number % 60,
        )?;
    }
    for (number, members) in joint_bodies().into_iter().enumerate() {
        let serves: Vec<String> = members.iter().map(|one| format!("\"k{one}\"")).collect();
        writeln!(
            text,
            "[[organisation]]\nid = \"g{number}\"\nkind = \"joint-board\"\nname = \"{}nämnden\"\nserves = [{}]\n\
             contact = {{ phone = \"0900-{} 00\", sources = [\"S1\"] }}\n",
            municipality_name(members[0]),
            serves.join(", "),
            100 + number,
        )?;
    }
    Ok(text)
}

fn services(topic: usize) -> Result<String, std::fmt::Error> {
    let joint = joint_bodies();
    let mut text = String::new();
    for service in (topic..SERVICES).step_by(TOPICS) {
        let (task, what) = (TASKS_OF_SWEDEN[topic], OF_WHAT[service / TOPICS]);
        writeln!(
            text,
            "[[service]]\nid = \"t{service}\"\nname = \"{task} {what}\"\ntopic = \"amne-{topic}\"\n\
             also = [\"{what}{task}\", \"fråga om {task}\", \"hjälp med {what}\"]\n\
             summary = \"Den som behöver {task} för {what} vänder sig hit.\"\nshareable = {}\nsources = [\"S1\"]\n",
            service % 6 == 0,
        )?;
        // One service in five is run together where there is a joint body; one in forty of those twice.
        let shared: Vec<usize> = if service % 5 == 0 {
            joint.iter().flatten().copied().collect()
        } else {
            Vec::new()
        };
        if service % 5 == 0 {
            for body in 0..joint.len() {
                writeln!(
                    text,
                    "[[service.responsible]]\norganisation = \"g{body}\"\nsteps = [\"contact\", \"handling\"]\nsources = [\"S1\"]\n"
                )?;
            }
        }
        for municipality in 0..MUNICIPALITIES {
            if shared.contains(&municipality) && !(service + municipality).is_multiple_of(40) {
                continue;
            }
            // Here and there nobody is named.
            if (service * 7 + municipality).is_multiple_of(500) {
                continue;
            }
            writeln!(
                text,
                "[[service.responsible]]\norganisation = \"o{municipality}\"\nsteps = [\"contact\", \"handling\", \"delivery\"]\nsources = [\"S1\"]\n"
            )?;
        }
    }
    Ok(text)
}
