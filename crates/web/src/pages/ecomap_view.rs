//! The ecomap put into words: the drawing, and a row for each thing that somebody around the family did.

use super::frame::entry_href;
use super::say::Say;
use practice::views::EcomapView;
use practice::views::ecomap::{Around, Tie, TieKind};

/// One row: who, what, with whom, when, and in whose view it helped.
#[derive(Clone, Debug)]
pub(crate) struct TieRow {
    pub(crate) who: String,
    pub(crate) place: String,
    pub(crate) kind: String,
    pub(crate) class: &'static str,
    pub(crate) icon: &'static str,
    pub(crate) what: String,
    pub(crate) href: String,
    pub(crate) known: String,
    pub(crate) whom: String,
    pub(crate) when: String,
    pub(crate) judged: Vec<String>,
}

/// The rows, in the order of the ring.
pub(crate) fn rows(say: &Say<'_>, view: &EcomapView) -> Vec<TieRow> {
    view.around.iter().flat_map(|around| around.ties.iter().map(|tie| row(say, around, tie))).collect()
}

fn row(say: &Say<'_>, around: &Around, tie: &Tie) -> TieRow {
    let (class, icon) = match tie.kind {
        TieKind::Harm | TieKind::MadeWorse => ("harm", "arrow"),
        TieKind::Helped | TieKind::Protects => ("hold", "shield"),
        TieKind::Response | TieKind::Spoke | TieKind::Tried | TieKind::Related => ("open", "dot"),
    };
    TieRow {
        who: draw::ecomap::name(around, say.words),
        place: draw::ecomap::place(around, say.words),
        kind: say.t(draw::ecomap::tie_key(tie.kind)),
        class,
        icon,
        what: tie.what.clone(),
        href: entry_href(say.case, tie.id),
        known: say.known(&tie.known),
        whom: say.names(&tie.towards),
        when: match tie.happened {
            practice::when::Happened::NotKnown if tie.kind == TieKind::Related => String::new(),
            happened => say.words.when(&happened),
        },
        judged: tie
            .judged
            .iter()
            .map(|(effect, who, why)| {
                let effect = say.words.name(*effect);
                let args = [("effect", effect.into()), ("who", who.name.as_str().into())];
                match why {
                    Some(why) => {
                        let [effect, who] = args;
                        say.with("ecomap-judged-why", &[effect, who, ("why", why.as_str().into())])
                    }
                    None => say.with("ecomap-judged", &args),
                }
            })
            .collect(),
    }
}
