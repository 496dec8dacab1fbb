//! Runs hanvisa.

fn main() {}
