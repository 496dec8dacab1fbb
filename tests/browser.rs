//! The report in a real browser: it complains of nothing and asks for nothing. Needs Chromium; where there is none, or it
//! does not start, the test says so and passes.
//!
//! The page forbids itself to load or run anything, and a browser tells on its console when something tries. That it does
//! is seen first, on a page that tries.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test may stop where it stands, and say why it looked at nothing"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What Chromium is called on different systems.
const NAMES: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// A folder that is gone when the test is.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("hanvisa-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The first Chromium on the path.
fn chromium() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let places = NAMES
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    places.into_iter().find(|place| place.is_file())
}

/// What the browser makes of a page, and what it says on its console; none where it does not start.
fn opened(browser: &Path, page: &Path, home: &Path) -> Option<(String, Vec<String>)> {
    let arguments = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--enable-logging=stderr",
        "--dump-dom",
    ];
    let output = Command::new(browser)
        .args(arguments)
        .arg(format!("--user-data-dir={}", home.display()))
        .arg(format!("file://{}", page.display()))
        .stdin(Stdio::null())
        .output()
        .ok()?;
    let page = String::from_utf8_lossy(&output.stdout).into_owned();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let console = said.lines().filter(|line| line.contains(":CONSOLE"));
    let console = console.map(str::to_owned).collect();
    page.contains("</html>").then_some((page, console))
}

fn report(language: &str, path: &Path) {
    let done = Command::new(env!("CARGO_BIN_EXE_hanvisa"))
        .env_clear()
        .env("HOME", "/nonexistent")
        .args(["report", "--lang", language, "--at", "2026-11-23"])
        .args(["--from", "2014-09-01", "--output"])
        .arg(path)
        .output()
        .unwrap();
    assert!(done.status.success(), "{done:?}");
}

#[test]
fn a_browser_opens_the_report_without_a_word() {
    let Some(browser) = chromium() else {
        eprintln!("skipped: no Chromium is installed");
        return;
    };
    let folder = Folder::new("browser");
    let page = |name: &str| folder.0.join(name);
    report("sv", &page("sv.html"));
    report("en", &page("en.html"));
    let text = fs::read_to_string(page("sv.html")).unwrap();
    let nosy = text.replacen("<h1>", "<img src=\"https://nowhere.invalid/a.png\"><h1>", 1);
    fs::write(page("nosy.html"), nosy).unwrap();

    let open = |name: &str| opened(&browser, &page(name), &page("home"));
    let Some((_, console)) = open("nosy.html") else {
        eprintln!("skipped: {} does not start", browser.display());
        return;
    };
    assert!(
        !console.is_empty(),
        "the browser does not tell when a page loads something"
    );
    for (name, language) in [("sv.html", "sv"), ("en.html", "en")] {
        let (page, console) = open(name).unwrap();
        assert_eq!(console, [""; 0]);
        assert!(page.contains(&format!("<html lang=\"{language}\">")));
        assert!(page.contains("<table"));
    }
}
