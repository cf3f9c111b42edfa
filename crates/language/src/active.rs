//! A passive said again with its doer: "Mum was grabbed by the arm" becomes "… grabbed Mum by the arm".

use crate::block::Block;
use crate::lexicon::class;
use crate::morph::form;
use crate::token::Kind;

/// The past of verbs whose participle is another word.
const PAST: [(&str, &str); 26] = [
    ("beaten", "beat"),
    ("bitten", "bit"),
    ("broken", "broke"),
    ("chosen", "chose"),
    ("driven", "drove"),
    ("drawn", "drew"),
    ("forbidden", "forbade"),
    ("frozen", "froze"),
    ("given", "gave"),
    ("gone", "went"),
    ("hidden", "hid"),
    ("known", "knew"),
    ("overthrown", "overthrew"),
    ("rung", "rang"),
    ("seen", "saw"),
    ("shaken", "shook"),
    ("sworn", "swore"),
    ("stolen", "stole"),
    ("stricken", "struck"),
    ("taken", "took"),
    ("thrown", "threw"),
    ("torn", "tore"),
    ("withdrawn", "withdrew"),
    ("woken", "woke"),
    ("worn", "wore"),
    ("written", "wrote"),
];

/// What was done to whom, in the order verb, patient, rest; nothing where the words do not lend themselves to it: several
/// verbs, no patient, a negation. Only words that stand in the text are used.
pub(crate) fn said(block: &Block<'_>, first: usize, end: usize) -> Option<String> {
    let harm = class::HARM | class::DAMAGE;
    let mut verbs = (first..end).filter(|t| block.bits(*t) & harm != 0 && block.form(*t) & form::PP != 0);
    let verb = verbs.next()?;
    if verbs.next().is_some() || (first..end).any(|t| block.bits(t) & class::NOT != 0) {
        return None;
    }
    let aux = class::BE | class::GET | class::HAVE | class::FILLER | class::ADVERB;
    let mut patient = verb;
    while patient > first && (block.bits(patient - 1) & aux != 0 || block.kind(patient - 1) == Kind::Number) {
        patient -= 1;
    }
    if patient == first
        || block.bits(first) & (class::CLAUSE | class::CONJ | class::PREP) != 0
        || (first..patient).any(|t| block.kind(t) != Kind::Word)
    {
        return None;
    }
    let participle = block.slice(verb, verb + 1).to_lowercase();
    let past = PAST.iter().find(|(p, _)| *p == participle).map_or(participle.as_str(), |(_, past)| past);
    let whom = block.slice(first, patient);
    let whom = match whom.to_lowercase().as_str() {
        "she" => "her".to_owned(),
        "he" => "him".to_owned(),
        "they" => "them".to_owned(),
        // "Her phone", "The door": no longer at the start
        _ if block.bits(first) & (class::DET | class::POSS) != 0
            || block.mentions.at(first).is_none() && whom.chars().nth(1).is_some_and(char::is_lowercase) =>
        {
            let mut letters = whom.chars();
            letters.next().map_or_else(String::new, |c| c.to_lowercase().chain(letters).collect())
        }
        _ => whom.to_owned(),
    };
    let rest = block.slice(verb + 1, end).trim_end_matches(['.', ',', ';', ' ']);
    let gap = if rest.is_empty() { "" } else { " " };
    Some(format!("{past} {whom}{gap}{rest}"))
}
