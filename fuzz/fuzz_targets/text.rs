//! Any text: every place lies on letters and gives the quoted words.
#![no_main]

use language::{Cast, Config, Person, Role, analyse};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let person = |name: &str, role| Person { name: name.to_owned(), role, ..Person::default() };
    let people = vec![person("Anna", Role::Survivor), person("Mark", Role::Perpetrator), person("Tom", Role::Child)];
    let report = analyse(text, &Cast { people }, &Config { explain: true, ..Config::default() });
    for f in &report.findings {
        assert_eq!(text.get(f.span.byte_start..f.span.byte_end), Some(f.quote.as_str()));
    }
});
