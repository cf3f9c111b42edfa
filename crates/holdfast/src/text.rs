//! The map and the gaps as plain text: the same facts as the page and the JSON, for a terminal or a printer.

mod ecomap;
mod genogram;

pub(crate) use ecomap::ecomap;
pub(crate) use genogram::genogram;
use practice::kinds::impact::Pathway;
use practice::views::gaps::{Component, GapsView};
use practice::views::lines::{BehaviourLine, EffortLine, Envelope, ImpactLine, Named};
use practice::views::map::{Band, MapView, Path};
use words::Words;

mod chronology;
mod told;

pub(crate) use chronology::chronology;
pub(crate) use told::{child, sessions, tests, told};

/// Lines with an indent for each level.
struct Out<'a> {
    words: &'a Words,
    text: String,
}

impl Out<'_> {
    fn line(&mut self, level: usize, line: &str) {
        for part in line.lines() {
            self.text.push_str(&"  ".repeat(level));
            self.text.push_str(&words::unmarked(part));
            self.text.push('\n');
        }
    }

    fn key(&mut self, level: usize, key: &str) {
        let said = self.words.say(key);
        self.line(level, &said);
    }

    fn known(&mut self, level: usize, envelope: &Envelope) {
        let known = self.words.known_all(&envelope.known);
        self.line(level, &self.words.say_with("text-known", &[("known", known.into())]));
        for known in &envelope.known {
            if let Some(words) = &known.words {
                self.line(level, &self.words.say_with("text-quote", &[("words", words.words.as_str().into())]));
            }
        }
        for dispute in &envelope.disputed {
            self.line(level, &self.words.disputed(dispute));
        }
    }
}

fn names(words: &Words, people: &[Named]) -> String {
    words.list(&people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>())
}

/// The pattern map.
pub(crate) fn map(view: &MapView, words: &Words) -> String {
    let mut out = Out { words, text: String::new() };
    out.key(0, "map-title");
    for (key, people) in [
        ("case-children", &view.children),
        ("case-causes-harm", &view.perpetrators),
        ("case-protects", &view.survivors),
        ("case-undetermined", &view.undetermined),
    ] {
        if people.is_empty() {
            continue;
        }
        let list: Vec<String> = people
            .iter()
            .map(|person| match words.age(person.born, person.unborn, view.as_of) {
                Some(age) if key == "case-children" => format!("{} {age}", person.name),
                _ => person.name.clone(),
            })
            .collect();
        out.line(0, &format!("{}: {}", words.say(key), words.list(&list)));
    }
    if view.bands.is_empty() {
        out.key(0, "map-empty-title");
    }
    for band in &view.bands {
        self::band(&mut out, band, view);
    }
    if !view.other_impacts.is_empty() || !view.other_efforts.is_empty() {
        out.line(0, "");
        out.text.push('\n');
        out.key(0, "map-loose");
        for impact in &view.other_impacts {
            self::impact(&mut out, 1, impact, None);
        }
        for effort in &view.other_efforts {
            self::effort(&mut out, 1, effort);
        }
    }
    if !view.intersections.is_empty() {
        out.text.push('\n');
        out.key(0, "map-intersections");
        for line in &view.intersections {
            let factor = words.say(&format!("factor-{}", line.factor));
            let mechanism = words.name(line.mechanism);
            out.line(1, &format!("{mechanism}: {factor}, {}. {}", names(words, &line.whose), line.what));
            out.known(2, &line.envelope);
        }
    }
    out.text
}

fn band(out: &mut Out<'_>, band: &Band, view: &MapView) {
    let BehaviourLine { envelope, actor, act, title, targets, categories, usable, .. } = &band.behaviour;
    let words = out.words;
    out.text.push('\n');
    out.line(0, &format!("{}  {title}", band.letter));
    out.line(1, &format!("{}: {act}", actor.name));
    out.line(1, &words.say_with("page-to-whom", &[("names", names(words, targets).into())]));
    if band.behaviour.former_family {
        out.key(1, "map-former-title");
    }
    out.line(1, &words.when(&envelope.happened));
    if !categories.is_empty() {
        let said: Vec<String> = categories.iter().map(|code| words.say(&format!("behaviour-{code}"))).collect();
        out.line(1, &words.list(&said));
    }
    out.known(1, envelope);
    out.line(1, &words.usable(usable, &actor.name));
    for path in &band.paths {
        self::path(out, path, view, envelope.id);
    }
    if band.answers.is_empty() {
        out.line(1, &format!("{}: {}", words.say("page-what-protects"), words.say("not-yet-asked")));
    }
    for effort in &band.answers {
        self::effort(out, 1, effort);
    }
}

fn path(out: &mut Out<'_>, path: &Path, view: &MapView, behaviour: practice::ids::EntryId) {
    let words = out.words;
    let name = words.name(path.pathway);
    if path.is_unasked() {
        out.line(1, &format!("{name}: {}", words.say("not-yet-asked")));
        return;
    }
    out.line(1, &name);
    for carried in &path.carried {
        self::impact(out, 2, carried, Some((behaviour, path.pathway)));
    }
    for cell in &path.cells {
        let child = view.children.iter().find(|child| child.id == cell.child);
        let child = child.map(|child| child.name.as_str()).unwrap_or_default();
        if cell.impacts.is_empty() {
            out.line(2, &format!("{child}: {}", words.say("not-yet-asked")));
        }
        for impact in &cell.impacts {
            self::impact(out, 2, impact, Some((behaviour, path.pathway)));
        }
    }
}

/// One effect, and by whom it is connected with this behaviour.
fn impact(out: &mut Out<'_>, level: usize, line: &ImpactLine, by: Option<(practice::ids::EntryId, Pathway)>) {
    let words = out.words;
    let on = line.on.as_ref().map_or_else(|| words.name(line.on_what), |on| on.name.clone());
    out.line(level, &format!("{on}: {}", line.what));
    if let Some(looked) = &line.none_seen {
        out.line(level + 1, &words.none_seen(looked));
        if let Some(coping) = &looked.coping {
            out.line(level + 1, coping);
        }
    }
    out.known(level + 1, &line.envelope);
    let link = by.and_then(|(to, way)| line.from.iter().find(|link| link.to == to && link.pathway == Some(way)));
    if let Some(said) = link.and_then(|link| words.connection(link)) {
        out.line(level + 1, &said);
    }
}

fn effort(out: &mut Out<'_>, level: usize, line: &EffortLine) {
    let words = out.words;
    out.line(level, &format!("{}: {}", line.actor.name, line.act));
    if !line.for_whom.is_empty() {
        out.line(level + 1, &words.say_with("text-for", &[("names", names(words, &line.for_whom).into())]));
    }
    for made in &line.made_possible {
        let what = words.made_possible(made);
        out.line(level + 1, &words.say_with("page-made-possible", &[("what", what.into())]));
    }
    let said = [("page-cost", line.cost.clone())]
        .into_iter()
        .chain([("page-obstacle", line.obstacle.as_ref().map(|(what, _)| what.clone()))])
        .chain([("page-what-followed", line.followed.as_ref().map(|(what, _)| what.clone()))]);
    for (key, what) in said {
        if let Some(what) = what {
            out.line(level + 1, &words.say_with(key, &[("what", what.into())]));
        }
    }
    out.known(level + 1, &line.envelope);
}

/// What nobody has asked yet.
pub(crate) fn gaps(view: &GapsView, words: &Words) -> String {
    let mut out = Out { words, text: String::new() };
    for component in [
        Component::People,
        Component::Pattern,
        Component::TowardsChildren,
        Component::Efforts,
        Component::Impact,
        Component::Intersections,
    ] {
        let mut gaps = view.of(component).peekable();
        if gaps.peek().is_none() {
            continue;
        }
        if !out.text.is_empty() {
            out.text.push('\n');
        }
        let name = words.name(component);
        out.line(0, &name);
        for gap in gaps {
            out.line(1, &words.question(gap));
            for more in [words.safe_to_ask(&gap.ask), words.safely(gap)].into_iter().flatten() {
                out.line(2, &more);
            }
        }
    }
    out.text
}
