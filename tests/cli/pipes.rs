//! What is no ordinary file: a pipe that somebody names is read once, and one that merely lies about is not waited for.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use crate::program::{Folder, Ran, SMALL, command, ran};

/// A pipe into which nobody writes.
fn pipe(folder: &Folder, name: &str) {
    let made = Command::new("mkfifo").arg(folder.join(name)).status();
    assert!(made.expect("there is mkfifo").success());
}

/// Runs the program with a text on its standard input, which can be read but once.
fn fed(arguments: &[&str], text: &str) -> Ran {
    let mut command = command(arguments);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let mut input = child.stdin.take().expect("it takes input");
    // A program that does not read it has ended before.
    let _ = input.write_all(text.as_bytes());
    drop(input);
    let output = child.wait_with_output().expect("the program ends");
    Ran {
        status: output.status.code().expect("the program ends by itself"),
        out: String::from_utf8(output.stdout).expect("answers are UTF-8"),
        err: String::from_utf8(output.stderr).expect("errors are UTF-8"),
    }
}

fn small() -> String {
    fs::read_to_string(format!("{SMALL}/katalog.toml")).expect("the small catalogue")
}

const PLAN: &str = "[scenario]\nname = \"Egen plogning\"\nat = 2099-01-01\n[[move]]\nservices = [\"snorojning\"]\n\
    from = \"teknisk-namnd\"\nto = \"nora-kommun\"\n";

#[test]
fn a_pipe_among_the_files_of_a_catalogue_is_told_of_and_not_waited_for() {
    let folder = Folder::new("pipe-in-folder");
    folder.write("katalog.toml", &small());
    pipe(&folder, "mer.toml");
    let path = folder.path().display().to_string();
    let said = ran(command(&["check", &path])).out;
    assert!(said.contains("mer.toml är ingen vanlig fil"), "{said}");
    let err = ran(command(&["show", "parker", "--catalogue", &path])).fails();
    assert!(err.contains("mer.toml är ingen vanlig fil"), "{err}");
}

#[test]
fn a_pipe_in_place_of_the_verdicts_or_the_settings_is_not_waited_for() {
    let folder = Folder::new("pipe-as-verdicts");
    folder.write("katalog.toml", &small());
    pipe(&folder, "verdicts.toml");
    let path = folder.path().display().to_string();
    let err = ran(command(&["duplicates", "--catalogue", &path])).fails();
    assert!(err.contains("verdicts.toml är ingen vanlig fil"), "{err}");
    let verdict = ["verdict", "gap:parker", "resolved", "--catalogue", &path];
    let err = ran(command(&verdict)).fails();
    assert!(err.contains("verdicts.toml är ingen vanlig fil"), "{err}");

    let home = Folder::new("pipe-as-settings");
    fs::create_dir_all(home.join(".config/hanvisa")).expect("a folder can be made");
    pipe(&home, ".config/hanvisa/config.toml");
    let show = crate::program::command_at_home(home.path(), &["show", "snorojning"]);
    let err = ran(show).fails();
    assert!(err.contains("config.toml är ingen vanlig fil"), "{err}");
}

#[test]
fn what_a_link_leads_to_is_read() {
    let folder = Folder::new("linked");
    let real = folder.write("annat/fil.txt", &small());
    fs::create_dir_all(folder.join("katalog")).expect("a folder can be made");
    std::os::unix::fs::symlink(real, folder.join("katalog/katalog.toml")).expect("a link");
    let checked = ran(command(&["check", &folder.join("katalog")]));
    assert_eq!(checked.status, 0, "{checked:?}");
}

#[test]
fn a_scenario_or_a_catalogue_that_comes_through_a_pipe_is_read_once() {
    let said = fed(&["check", "/dev/stdin"], PLAN).answers();
    assert!(said.contains("Scenariot ”Egen plogning”"), "{said}");
    let said = fed(&["compare", "/dev/stdin"], PLAN).answers();
    assert!(said.contains("Egen plogning"), "{said}");
    let said = fed(&["check", "/dev/stdin"], &small());
    assert_eq!(said.status, 0, "{said:?}");
    let shown = fed(
        &["show", "snorojning", "--catalogue", "/dev/stdin"],
        &small(),
    );
    assert!(shown.answers().contains("Snöröjning"));
    let plan = "[scenario]\nname = \"Egna parker\"\nat = 2099-01-01\n[[add]]\nservices = [\"parker\"]\n\
        organisation = \"ostby-kommun\"\nsteps = [\"contact\"]\n";
    let folder = Folder::new("plan-beside-pipe");
    let plan = folder.write("plan.toml", plan);
    let said = fed(&["compare", &plan, "--catalogue", "/dev/stdin"], &small());
    assert!(said.answers().contains("Egna parker"));
}
