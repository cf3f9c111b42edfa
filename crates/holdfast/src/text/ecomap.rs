//! The ecomap as plain text: who is around the family, and what each did.

use super::{Out, names};
use practice::views::EcomapView;
use words::Words;

/// The ecomap.
pub(crate) fn ecomap(view: &EcomapView, words: &Words) -> String {
    let mut out = Out { words, text: String::new() };
    out.key(0, "ecomap-title");
    out.line(0, &draw::ecomap::summary(view, words));
    for around in &view.around {
        out.text.push('\n');
        out.line(0, &format!("{}: {}", draw::ecomap::name(around, words), draw::ecomap::place(around, words)));
        for tie in &around.ties {
            let kind = words.say(draw::ecomap::tie_key(tie.kind));
            out.line(1, &if tie.what.is_empty() { kind } else { format!("{kind}: {}", tie.what) });
            if !tie.towards.is_empty() {
                out.line(2, &names(words, &tie.towards));
            }
            out.line(2, &words.when(&tie.happened));
            if !tie.known.is_empty() {
                out.line(2, &words.known_all(&tie.known));
            }
            for (effect, who, why) in &tie.judged {
                let effect = words.name(*effect);
                let line = match why {
                    Some(why) => words.say_with(
                        "ecomap-judged-why",
                        &[
                            ("effect", effect.into()),
                            ("who", who.name.as_str().into()),
                            ("why", why.as_str().into()),
                        ],
                    ),
                    None => words
                        .say_with("ecomap-judged", &[("effect", effect.into()), ("who", who.name.as_str().into())]),
                };
                out.line(2, &line);
            }
        }
    }
    out.text
}
