//! The chronology as plain text.

use super::Out;
use practice::kinds::pattern::Force;
use practice::views::chronology::{Beside, ChronologyView, Harm, Hold, Quiet, Row, What};
use practice::views::lines::{EffortLine, Envelope, ImpactLine, OnWhat};
use words::Words;

/// The chronology.
pub(crate) fn chronology(view: &ChronologyView, words: &Words) -> String {
    let mut out = Out { words, text: String::new() };
    out.key(0, "chron-title");
    if view.is_empty() {
        out.key(0, "chron-empty-title");
    }
    for group in &view.groups {
        if let Some(quiet) = &group.quiet_before {
            self::quiet(&mut out, &words.quiet_span(quiet), quiet);
        }
        out.text.push('\n');
        out.line(0, &words.slot(group.slot));
        for row in &group.rows {
            self::row(&mut out, row, view);
        }
    }
    if let Some(quiet) = &view.since {
        self::quiet(&mut out, &words.say("chron-since"), quiet);
    }
    out.text
}

fn quiet(out: &mut Out<'_>, span: &str, quiet: &Quiet) {
    let says = out.words.quiet(quiet);
    out.text.push('\n');
    out.line(0, span);
    out.line(1, &says);
}

fn row(out: &mut Out<'_>, row: &Row, view: &ChronologyView) {
    let words = out.words;
    out.line(1, &words.when(&row.happened));
    match &row.what {
        What::Harm(harm) => self::harm(out, harm, view),
        What::Hold(hold) => self::hold(out, hold),
        What::Effect(effect) => {
            self::effect(out, effect);
            out.key(2, "chron-no-link");
        }
        What::Agency(line) => {
            out.line(2, &words.did_head(line));
            for said in words.did(line) {
                out.line(3, &said);
            }
        }
    }
    if let Some(first) = row.envelopes().first() {
        out.known(2, first);
    }
}

fn harm(out: &mut Out<'_>, harm: &Harm, view: &ChronologyView) {
    let (words, line) = (out.words, &harm.behaviour);
    for after in &harm.after {
        out.line(2, &words.in_answer(after));
    }
    out.line(2, &format!("{}: {}", line.actor.name, line.act));
    if line.former_family {
        let names = super::names(words, &line.targets);
        out.line(3, &words.say_with("chron-another-family", &[("names", names.into())]));
    }
    if !line.through.is_empty() {
        let names = super::names(words, &line.through);
        out.line(3, &words.say_with("chron-through", &[("names", names.into())]));
    }
    for effect in &harm.effects {
        self::effect(out, effect);
        other_known(out, &effect.envelope, &line.envelope);
    }
    if !harm.not_asked.is_empty() {
        let names = super::names(words, &harm.not_asked);
        out.line(3, &words.say_with("chron-not-asked-of", &[("names", names.into())]));
    }
    for effort in &harm.efforts {
        self::effort(out, effort);
        other_known(out, &effort.envelope, &line.envelope);
    }
    for beside in &harm.elsewhere {
        out.line(3, &words.see_row(beside));
    }
    if line.force != Force::Control {
        out.line(3, &words.name(line.force));
    } else if harm.efforts.is_empty() && harm.elsewhere.is_empty() {
        let [_, _, hold] = words.chronology_heads(view);
        out.line(3, &format!("{hold}: {}", words.say("not-yet-asked")));
    }
    then(out, &harm.then);
}

fn hold(out: &mut Out<'_>, hold: &Hold) {
    let words = out.words;
    effort(out, &hold.effort);
    for answer in &hold.answers {
        out.line(3, &format!("{}: {}", words.say("chron-in-answer-to"), answer.what));
    }
    then(out, &hold.then);
}

fn effect(out: &mut Out<'_>, effect: &ImpactLine) {
    let words = out.words;
    let name = effect.on.as_ref().map(|on| on.name.as_str()).unwrap_or_default();
    let on = match effect.on_what {
        OnWhat::Child => name.to_owned(),
        OnWhat::Parenting => words.say_with("chron-effect-care", &[("name", name.into())]),
        OnWhat::FamilyFunctioning => words.say("chron-effect-home"),
    };
    out.line(3, &format!("{on}: {}", effect.what));
    if let Some(looked) = &effect.none_seen {
        out.line(4, &words.none_seen(looked));
    }
}

fn effort(out: &mut Out<'_>, effort: &EffortLine) {
    let words = out.words;
    out.line(3, &format!("{}: {}", effort.actor.name, effort.act));
    for made in &effort.made_possible {
        let what = words.made_possible(made);
        out.line(4, &words.say_with("page-made-possible", &[("what", what.into())]));
    }
    if let Some((followed, None)) = &effort.followed {
        out.line(4, &words.say_with("page-what-followed", &[("what", followed.into())]));
    }
}

/// How something is known and when it was, where that is otherwise than for the row.
fn other_known(out: &mut Out<'_>, envelope: &Envelope, row: &Envelope) {
    if envelope.known != row.known && !envelope.known.is_empty() {
        out.known(4, envelope);
    }
}

fn then(out: &mut Out<'_>, then: &[Beside]) {
    for beside in then {
        let said = out.words.what_followed(beside);
        out.line(3, &said);
    }
}
