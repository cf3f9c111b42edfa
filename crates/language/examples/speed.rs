//! Prints megabytes per second over a text file, with all rules and suggestions, on one core.
#![expect(clippy::print_stdout, reason = "the result goes to standard output")]

use std::io::Read as _;
use std::time::Instant;

use language::{Cast, Config, Person, Role, analyse};

fn main() {
    let mut text = String::new();
    let _ = std::io::stdin().read_to_string(&mut text);
    let person = |name: &str, role| Person { id: String::new(), name: name.to_owned(), aliases: Vec::new(), role };
    let cast = Cast {
        people: vec![
            person("Anna Ward", Role::Survivor),
            person("Mark Hale", Role::Perpetrator),
            person("Lily", Role::Child),
        ],
    };
    let start = Instant::now();
    let warm = analyse("Anna was slapped.", &cast, &Config::default());
    println!("first call {:.1} ms, {} finding", start.elapsed().as_secs_f64() * 1e3, warm.findings.len());
    let start = Instant::now();
    let mut findings = 0;
    let mut bytes = 0;
    while start.elapsed().as_secs_f64() < 3.0 {
        findings += analyse(&text, &cast, &Config::default()).findings.len();
        bytes += text.len();
    }
    println!("{:.1} MB/s, {findings} findings", bytes as f64 / 1e6 / start.elapsed().as_secs_f64());
}
