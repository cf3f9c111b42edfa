//! Prints megabytes per second over a text file, with all rules and suggestions, on one core.
#![expect(clippy::print_stdout, reason = "the result goes to standard output")]

use std::io::Read as _;
use std::time::{Duration, Instant};

use language::{Cast, Config, Person, Role, analyse};

/// Processor time of this thread where the system tells it, so that other work on the machine does not count.
fn used(since: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|t| t.split(' ').next().and_then(|n| n.parse().ok()));
    nanos.map_or_else(|| since.elapsed(), Duration::from_nanos)
}

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
    let begin = Instant::now();
    let before = used(begin);
    let warm = analyse("Anna was slapped.", &cast, &Config::default());
    let first = used(begin).saturating_sub(before);
    println!("first call {:.1} ms, {} finding", first.as_secs_f64() * 1e3, warm.findings.len());
    let before = used(begin);
    let (mut findings, mut bytes) = (0, 0);
    let mut spent = Duration::ZERO;
    while spent < Duration::from_millis(1500) {
        findings += analyse(&text, &cast, &Config::default()).findings.len();
        bytes += text.len();
        spent = used(begin).saturating_sub(before);
    }
    println!("{:.1} MB/s, {findings} findings", bytes as f64 / 1e6 / spent.as_secs_f64());
}
