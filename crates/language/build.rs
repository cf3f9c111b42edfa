//! Turns rules/*.toml and lexicon/*.toml into static tables, and refuses rules without enough examples.
#![expect(
    clippy::panic,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a build script reads cargo's variables and reports by stopping the build"
)]

use std::fmt::Write as _;
use std::{env, fs, path::Path};

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    rule: Vec<Rule>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    id: String,
    name: String,
    family: String,
    level: String,
    fix: String,
    what: String,
    why: String,
    ask: String,
    rewrite: String,
    #[serde(default)]
    traps: Vec<String>,
    #[serde(default)]
    gaps: String,
    #[serde(default)]
    engine: String,
    #[serde(default)]
    who: String,
    #[serde(default)]
    options: Vec<String>,
    #[serde(default)]
    patterns: Vec<String>,
    #[serde(default)]
    nursery: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    #[serde(default)]
    unless_near: Vec<String>,
    bad: Vec<String>,
    good: Vec<String>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct LexiconFile {
    #[serde(default)]
    irregular: Vec<String>,
    #[serde(default)]
    class: std::collections::BTreeMap<String, Class>,
    #[serde(default)]
    phrase: std::collections::BTreeMap<String, String>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Class {
    #[serde(default)]
    words: String,
    #[serde(default)]
    verbs: String,
    #[serde(default)]
    nouns: String,
    #[serde(default)]
    include: String,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct CategoryFile {
    behaviour: Vec<Category>,
    effort: Vec<Category>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Category {
    code: String,
    #[serde(default)]
    verbs: String,
    #[serde(default)]
    with: String,
    #[serde(default)]
    to: String,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct NameFile {
    she: String,
    he: String,
}

/// First names as evidence for pronouns, from names.toml; sorted for looking up.
fn names(out: &mut String) {
    let path = "names.toml";
    println!("cargo:rerun-if-changed={path}");
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let file: NameFile = toml::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"));
    for (name, list) in [("SHE", file.she), ("HE", file.he)] {
        let sorted: std::collections::BTreeSet<&str> = list.split_whitespace().collect();
        let sorted: Vec<&str> = sorted.into_iter().collect();
        let _ = writeln!(out, "pub(crate) static {name}: &[&str] = &{sorted:?};");
    }
}

/// The codes of suggestions, from categories.toml.
fn categories(out: &mut String) {
    let path = "categories.toml";
    println!("cargo:rerun-if-changed={path}");
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let file: CategoryFile = toml::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"));
    for (name, list) in [("BEHAVIOURS", file.behaviour), ("EFFORTS", file.effort)] {
        let _ = writeln!(out, "pub(crate) static {name}: &[StaticCategory] = &[");
        for c in list {
            assert!(!c.verbs.is_empty() || !c.with.is_empty(), "{path}: {} has neither verbs nor words", c.code);
            let _ = writeln!(
                out,
                "StaticCategory {{ code: {:?}, verbs: {:?}, with: {:?}, to_child: {} }},",
                c.code,
                c.verbs,
                c.with,
                c.to == "child"
            );
        }
        out.push_str("];\n");
    }
}

fn files(dir: &str) -> Vec<(String, String)> {
    println!("cargo:rerun-if-changed={dir}");
    let mut all: Vec<_> = fs::read_dir(dir)
        .unwrap_or_else(|e| panic!("{dir}: {e}"))
        .map(|f| f.expect("directory entry").path())
        .filter(|p| p.extension().is_some_and(|e| e == "toml"))
        .collect();
    all.sort();
    all.into_iter()
        .map(|p| {
            println!("cargo:rerun-if-changed={}", p.display());
            let text = fs::read_to_string(&p).unwrap_or_else(|e| panic!("{}: {e}", p.display()));
            (p.display().to_string(), text)
        })
        .collect()
}

fn list(out: &mut String, name: &str, items: &[String]) {
    let _ = write!(out, "{name}: &{items:?}, ");
}

fn main() {
    let mut out = String::new();
    let mut ids = std::collections::BTreeSet::new();
    out.push_str("pub(crate) static RULES: &[StaticRule<'static>] = &[\n");
    for (path, text) in files("rules") {
        let file: RuleFile = toml::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"));
        for r in file.rule {
            assert!(ids.insert(r.id.clone()), "{path}: the id {} is used twice; choose a new one", r.id);
            assert!(
                r.bad.len() >= 4 && r.good.len() >= 4,
                "{path}: {} needs at least four bad and four good examples (it has {} and {})",
                r.id,
                r.bad.len(),
                r.good.len()
            );
            out.push_str("StaticRule { ");
            for (k, v) in [
                ("id", &r.id),
                ("name", &r.name),
                ("family", &r.family),
                ("level", &r.level),
                ("fix", &r.fix),
                ("what", &r.what),
                ("why", &r.why),
                ("ask", &r.ask),
                ("rewrite", &r.rewrite),
                ("gaps", &r.gaps),
                ("engine", &r.engine),
                ("who", &r.who),
            ] {
                let _ = write!(out, "{k}: {v:?}, ");
            }
            list(&mut out, "traps", &r.traps);
            list(&mut out, "options", &r.options);
            list(&mut out, "patterns", &r.patterns);
            list(&mut out, "nursery", &r.nursery);
            list(&mut out, "unless", &r.unless);
            list(&mut out, "unless_near", &r.unless_near);
            list(&mut out, "bad", &r.bad);
            list(&mut out, "good", &r.good);
            out.push_str("},\n");
        }
    }
    out.push_str("];\n");
    let mut classes = String::from("pub(crate) static CLASSES: &[StaticClass] = &[\n");
    let mut phrases = String::from("pub(crate) static PHRASES: &[(&str, &str)] = &[\n");
    let mut irregular = String::from("pub(crate) static IRREGULAR: &[&str] = &[\n");
    for (path, text) in files("lexicon") {
        let file: LexiconFile = toml::from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"));
        for (name, c) in file.class {
            let _ = writeln!(
                classes,
                "StaticClass {{ name: {name:?}, words: {:?}, verbs: {:?}, nouns: {:?}, include: {:?} }},",
                c.words, c.verbs, c.nouns, c.include
            );
        }
        for (name, p) in file.phrase {
            let _ = writeln!(phrases, "({name:?}, {p:?}),");
        }
        for i in file.irregular {
            let _ = writeln!(irregular, "{i:?},");
        }
    }
    for mut part in [classes, phrases, irregular] {
        part.push_str("];\n");
        out.push_str(&part);
    }
    categories(&mut out);
    names(&mut out);
    let dir = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&dir).join("data.rs"), out).expect("write the tables");
}
