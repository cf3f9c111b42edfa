//! Why somebody was found, in words: never a figure.

use app::Why;
use words::{Arg, Words};

/// One sentence for each reason.
pub(crate) fn whys(words: &Words, whys: &[Why]) -> String {
    whys.iter().map(|why| one(words, why)).collect::<Vec<_>>().join(" ")
}

fn one(words: &Words, why: &Why) -> String {
    let key = format!("why-{}", why.code());
    match why {
        Why::AlsoCalled { name } => words.say_with(&key, &[("name", Arg::from(name.as_str()))]),
        Why::Begins { typed, name }
        | Why::StandsFor { typed, name }
        | Why::SoundsLike { typed, name }
        | Why::AlmostSpelt { typed, name } => {
            words.say_with(&key, &[("typed", Arg::from(typed.as_str())), ("name", Arg::from(name.as_str()))])
        }
        _ => words.say(&key),
    }
}
