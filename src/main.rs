//! Runs hanvisa.

use std::process::ExitCode;

fn main() -> ExitCode {
    hanvisa::cli::run(&std::env::args_os().collect::<Vec<_>>())
}
