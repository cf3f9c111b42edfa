//! The genogram as plain text: everybody, couples with their children, households, and every line of harm and protection.

use super::Out;
use draw::genogram::said;
use practice::views::GenogramView;
use practice::views::genogram::Why;
use practice::views::lines::Named;
use words::Words;

/// The genogram.
pub(crate) fn genogram(view: &GenogramView, words: &Words) -> String {
    let mut out = Out { words, text: String::new() };
    out.key(0, "genogram-title");
    out.line(0, &said::summary(view, words));
    out.text.push('\n');
    out.key(0, "people-everyone");
    for figure in &view.people {
        let age = words.age(figure.person.born, figure.person.unborn, view.as_of);
        let roles = figure.person.roles.iter().map(|role| words.name(*role));
        let more: Vec<String> = age.into_iter().chain(figure.person.capacity.clone()).chain(roles).collect();
        let line = if more.is_empty() {
            figure.full_name.clone()
        } else {
            format!("{}: {}", figure.full_name, more.join(", "))
        };
        out.line(1, &line);
    }
    out.text.push('\n');
    out.key(0, "people-relationships");
    for union in &view.unions {
        if union.partners.len() == 2 {
            out.line(1, &said::couple(view, union, words));
        }
        for child in &union.children {
            out.line(1, &said::child(view, union, child, words));
        }
    }
    for bond in &view.bonds {
        out.line(1, &words.related(bond.kind, view.name(bond.from), view.name(bond.to)));
    }
    if !view.homes.is_empty() {
        out.text.push('\n');
        out.key(0, "people-households");
        for home in &view.homes {
            out.line(1, &home.name);
            for member in &home.members {
                out.line(2, &said::member(member, words));
            }
        }
    }
    let harm = view.harm.iter().map(|line| (&line.from, &line.to, line.why.as_slice()));
    lines(&mut out, "people-harm-lines", harm);
    let hold = view.protection.iter().map(|line| (&line.from, &line.to, line.why.as_slice()));
    lines(&mut out, "people-hold-lines", hold);
    out.text
}

fn lines<'a>(out: &mut Out<'_>, key: &str, lines: impl Iterator<Item = (&'a Named, &'a Named, &'a [Why])>) {
    let mut lines = lines.peekable();
    if lines.peek().is_none() {
        return;
    }
    out.text.push('\n');
    out.key(0, key);
    for (from, to, why) in lines {
        let args = [("from", from.name.as_str().into()), ("to", to.name.as_str().into())];
        let words = out.words;
        out.line(1, &words.say_with("genogram-from-to", &args));
        if why.is_empty() {
            out.key(2, "not-yet-asked");
        }
        for why in why {
            out.line(2, &why.act);
            out.line(3, &words.when(&why.happened));
            out.line(3, &words.known_all(&why.known));
        }
    }
}
