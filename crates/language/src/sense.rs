//! What a verb means with the words beside it: where it names no act of one person against another after all.

use crate::block::Block;
use crate::lexicon::class;
use crate::token::Kind;

/// "child benefit", "as a child": the word names nobody of the case.
pub(crate) fn no_person(block: &Block<'_>, t: usize) -> bool {
    let word = |k: usize| block.lexicon.word(block.id(k)).text.as_ref();
    matches!(word(t), "child")
        && (matches!(word(t + 1), "benefit" | "maintenance" | "support" | "seat" | "tax" | "protection")
            || t >= 2 && word(t - 1) == "a" && word(t - 2) == "as")
}

/// "cut down", "came across as", "wound him up": another meaning than the verb alone.
pub(crate) fn particle(block: &Block<'_>, verb: usize) -> bool {
    let word = |k: usize| block.lexicon.word(block.id(k)).text.as_ref();
    match word(verb) {
        "cut" | "cuts" | "cutting" => matches!(word(verb + 1), "down" | "back"),
        "fail" | "fails" | "failed" | "failing" => true,
        "blame" | "blames" | "blamed" => block.mentions.at(verb + 1).is_none(),
        "got" | "gets" | "get" | "getting" => {
            matches!(
                word(verb + 1),
                "down" | "into" | "up" | "on" | "it" | "home" | "a" | "an" | "the" | "flustered" | "frustrated"
            )
        }
        "have" | "has" | "had" => (verb + 1..verb + 4).any(|k| {
            matches!(
                word(k),
                "dinner"
                    | "tea"
                    | "dynamic"
                    | "relationship"
                    | "bond"
                    | "tiff"
                    | "row"
                    | "argument"
                    | "spat"
                    | "barney"
                    | "words"
                    | "fight"
                    | "problem"
                    | "problems"
                    | "habit"
                    | "history"
            )
        }),
        "sign" | "signs" | "signed" => (verb + 1..verb + 4).any(|k| matches!(word(k), "agreement" | "undertaking")),
        "lost" | "lose" | "loses" | "losing" => true,
        "step" | "steps" | "stepped" | "stepping" => word(verb + 1) == "up",
        "return" | "returns" => (verb + 1..verb + 4).any(|k| word(k) == "calls"),
        "wait" | "waits" | "waited" | "waiting" => word(verb + 1) == "until",
        "turn" | "turns" | "turned" | "turning" => {
            word(verb + 1) == "up" && matches!(word(verb + 2), "sober" | "to" | "for" | "every" | "early" | "late")
        }
        // how somebody treats, reacts, is: nothing that anybody could see
        "treat" | "treats" | "treated" | "react" | "reacts" | "reacted" | "buy" | "buys" | "bought" | "book"
        | "books" | "booked" | "notify" | "notified" | "serve" | "served" => {
            !(verb + 1..verb + 5).any(|k| matches!(word(k), "tracker" | "knife" | "like" | "camera" | "gun"))
        }
        "placed" | "places" | "place" => (verb + 1..verb + 5).any(|k| word(k) == "risk"),
        "open" | "opens" | "opened" => (verb + 1..verb + 5).any(|k| matches!(word(k), "bottle" | "can" | "beer")),
        "let" | "lets" | "letting" => word(verb + 1) == "go" || (verb + 1..verb + 5).any(|k| word(k) == "down"),
        "struck" | "strikes" | "lashed" | "lashes" | "hit" | "hits" => {
            word(verb + 1) == "out" && word(verb + 2) != "at"
        }
        // "has limited insight": no verb here
        "limited" => matches!(word(verb + 1), "insight" | "understanding" | "contact" | "motivation" | "awareness"),
        "refused" | "refuses" | "refuse" | "refusing" | "declined" => {
            (verb + 1..verb + 5).any(|k| matches!(word(k), "statement" | "comment" | "interview"))
        }
        "came" | "comes" | "come" => matches!(word(verb + 1), "across" | "away" | "to" | "with" | "off" | "out"),
        "go" | "goes" | "went" | "going" | "gone" => {
            !matches!(word(verb + 1), "through" | "into" | "for" | "round" | "over" | "on")
        }
        "move" | "moves" | "moved" | "moving" => block.bits(verb + 1) & (class::ADVERB | class::PREP) != 0,
        // a noun or a preposition in the form of a verb: "cut to scalp", "following the arrest"
        "following" => block.bits(verb + 1) & class::DET != 0 || block.kind(verb + 1) == Kind::Number,
        "counts" | "count" | "counted" => matches!(word(verb + 1), "it" | "on" | "as"),
        "keeps" | "keep" | "kept" => {
            matches!(word(verb + 1), "it" | "to" | "up")
                || (verb + 1..verb + 4)
                    .any(|k| matches!(word(k), "appointment" | "appointments" | "promise" | "letter"))
        }
        "hurt" | "hurts" | "hurting" => matches!(word(verb + 1), "too" | "and" | "inside" | "as"),
        "holds" | "hold" | "held" | "holding" => (verb + 1..verb + 5).any(|k| {
            matches!(
                word(k),
                "job"
                    | "post"
                    | "position"
                    | "role"
                    | "view"
                    | "views"
                    | "licence"
                    | "office"
                    | "down"
                    | "back"
                    | "baby"
            )
        }),
        "made" | "makes" | "make" | "making" => (verb + 1..verb + 4).any(|k| {
            matches!(
                word(k),
                "peace"
                    | "amends"
                    | "progress"
                    | "contributions"
                    | "contribution"
                    | "tea"
                    | "contact"
                    | "sense"
                    | "friends"
                    | "lunch"
                    | "breakfast"
                    | "dinner"
                    | "toast"
            )
        }),
        // an excuse, and no act that anybody could see
        "took" | "takes" | "take" | "taken" | "taking" => {
            matches!(word(verb + 1), "it" | "charge" | "care" | "part" | "place" | "up" | "on" | "responsibility")
                || word(verb + 1) == "in" && word(verb + 2) == "his"
        }
        "put" | "puts" | "putting" => {
            word(verb + 2) == "before"
                || matches!(word(verb + 2), "work" | "effort" | "hours")
                || word(verb + 3) == "back"
                || word(verb + 1) == "it" && word(verb + 2) == "down"
                || word(verb + 1) == "a" && word(verb + 3) == "on" && word(verb + 4) == "it"
        }
        "handed" | "hands" | "hand" | "gave" | "gives" | "given" | "give" | "paid" | "pays" | "returned"
        | "brought" => word(verb + 1) == "back" || word(verb + 2) == "back" || word(verb + 3) == "back",
        // "decides what she eats", and not "decided to go"
        "decide" | "decides" | "decided" | "deciding" | "choose" | "chooses" | "chose" | "chosen" | "picks"
        | "picked" | "approve" | "approves" | "approved" => !decides(block, verb),
        // what is planned is not done, and what has been stopped is not going on
        "plan" | "plans" | "planned" | "intends" | "intended" | "hopes" | "hoped" | "wants" | "wanted"
        | "wishes" | "agreed" | "agrees" | "promised" | "promises" | "offered" | "offers" => word(verb + 1) == "to",
        "stop" | "stops" | "stopped" | "ceased" | "quit" => block.form(verb + 1) & crate::morph::form::ING != 0,
        "cooperated" | "coped" | "struggles" | "struggled" => true,
        "wind" | "winds" | "wound" | "winding" => word(verb + 1) == "up" || word(verb + 2) == "up",
        "ask" | "asked" | "asks" => (verb + 1..verb + 5).any(|k| matches!(word(k), "forgiveness" | "pardon")),
        _ => false,
    }
}

/// "decides what she eats", "approves the shopping list": somebody's everyday life, decided for them.
pub(crate) fn decides(block: &Block<'_>, verb: usize) -> bool {
    let word = |k: usize| block.lexicon.word(block.id(k)).text.as_ref();
    let lemma = block.lexicon.word(block.lexicon.word(block.id(verb)).lemma).text.as_ref();
    matches!(lemma, "decide" | "dictate" | "choose" | "pick" | "approve")
        && (matches!(word(verb + 1), "what" | "when" | "who" | "which" | "how" | "where" | "whether")
            || lemma == "approve"
                && (verb + 1..verb + 5).any(|k| {
                    matches!(
                        word(k),
                        "shopping" | "list" | "outfit" | "clothes" | "clothing" | "friends" | "spending"
                    )
                }))
}

/// "torn up two application forms": what is broken like this is somebody else's unless the words say otherwise.
pub(crate) fn breaks(block: &Block<'_>, verb: usize) -> bool {
    let lemma = block.lexicon.word(block.lexicon.word(block.id(verb)).lemma).text.as_ref();
    matches!(
        lemma,
        "tear" | "rip" | "smash" | "shred" | "slash" | "torch" | "trash" | "wreck" | "destroy" | "sabotage"
    )
}

/// "drove past", "parks outside": coming near, where the place or the person is named.
pub(crate) fn looms(block: &Block<'_>, verb: usize, end: usize) -> bool {
    let word = |k: usize| block.lexicon.word(block.id(k)).text.as_ref();
    let lemma = block.lexicon.word(block.lexicon.word(block.id(verb)).lemma).text.as_ref();
    matches!(lemma, "drive" | "park" | "sit" | "wait" | "stand" | "circle" | "loiter" | "walk" | "cycle")
        && (verb + 1..(verb + 4).min(end)).any(|k| {
            matches!(word(k), "past" | "outside" | "by" | "alongside" | "behind" | "opposite" | "round" | "around")
                && (k + 1..(k + 5).min(end)).any(|t| {
                    matches!(
                        word(t),
                        "unit"
                            | "house"
                            | "home"
                            | "flat"
                            | "school"
                            | "work"
                            | "office"
                            | "gate"
                            | "gates"
                            | "shop"
                            | "nursery"
                            | "salon"
                            | "surgery"
                            | "address"
                            | "property"
                            | "building"
                            | "road"
                            | "street"
                            | "refuge"
                            | "window"
                            | "hospital"
                            | "church"
                            | "gym"
                            | "her"
                            | "him"
                            | "them"
                            | "drive"
                    )
                })
        })
}

/// "collected Sky", "showed me the garden": everyday care, unless words of harm stand in the same clause.
pub(crate) fn everyday(block: &Block<'_>, verb: usize) -> bool {
    let word = |k: usize| block.lexicon.word(block.id(k)).text.as_ref();
    let lemma = block.lexicon.word(block.lexicon.word(block.id(verb)).lemma).text.as_ref();
    match lemma {
        "bring" | "collect" | "fetch" | "carry" | "show" | "walk" | "feed" | "dress" | "bath" => {
            !(verb + 1..verb + 5).any(|k| matches!(word(k), "knife" | "gun" | "weapon" | "bat" | "back"))
        }
        "take" => {
            let child = block.mentions.at(verb + 1);
            child.is_some_and(|m| {
                m.roles & crate::cast::role::C != 0
                    && !m.poss
                    && matches!(word(m.end), "swimming" | "fishing" | "camping" | "out" | "shopping")
            })
        }
        "change" => (verb + 1..verb + 4).any(|k| matches!(word(k), "nappy" | "nappies" | "diaper")),
        "leave" => (verb + 1..verb + 5).any(|k| word(k) == "off"),
        _ => false,
    }
}
