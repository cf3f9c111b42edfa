//! Help that a person can use: every command says what it does, and nothing changes unnoticed.

use crate::place::{Place, err, out};

#[test]
fn every_command_has_help_that_says_what_it_does() {
    let place = Place::empty();
    let top = out(&place.run(&["--help"]));
    for command in [
        "demo", "init", "serve", "import", "cases", "export", "view", "verify", "backup", "restore", "user",
        "reindex", "schema",
    ] {
        assert!(top.contains(command), "{command} is not in the help");
        let help = place.run(&[command, "--help"]);
        assert!(help.status.success());
        let first = out(&help).lines().next().unwrap().to_owned();
        assert!(first.len() > 10, "{command}: {first}");
    }
    assert!(top.contains("Exit codes"));
}

#[test]
fn wrong_usage_ends_with_two_and_says_how_to_go_on() {
    let done = Place::empty().run(&["veiw"]);
    assert_eq!(done.status.code(), Some(2));
    assert!(err(&done).contains("view"), "{}", err(&done));
}

#[test]
fn the_published_schema_is_the_schema_of_the_types() {
    let printed = out(&Place::empty().run(&["schema"]));
    let published = crate::place::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas/holdfast-case-1.json"));
    let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    // As values: the order of keys is no part of a schema.
    let same = value(&printed) == value(&published);
    assert!(same, "run: cargo run -p holdfast -- schema > schemas/holdfast-case-1.json");
}

#[test]
fn the_published_description_of_the_json_interface_is_the_one_made_from_the_code() {
    let printed = out(&Place::empty().run(&["schema", "--openapi"]));
    let published = crate::place::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas/openapi-1.json"));
    let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    let same = value(&printed) == value(&published);
    assert!(same, "run: cargo run -p holdfast -- schema --openapi > schemas/openapi-1.json");
}
