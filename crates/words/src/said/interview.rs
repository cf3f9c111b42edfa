//! What somebody answered, in lines.

use crate::Words;
use practice::kinds::interview::Said as Answered;
use practice::source::Who;
use practice::text::Text;

impl Words {
    /// What was answered, line by line. `name` says what to call somebody.
    #[must_use]
    pub fn said_lines(&self, said: &Answered, name: &dyn Fn(&Who) -> String) -> Vec<String> {
        let asked = |key: &str, text: &Option<Text>| {
            text.as_ref().map(|text| self.say_with(key, &[("what", text.as_str().into())]))
        };
        match said {
            Answered::Text(text) | Answered::Number(text) => vec![text.to_string()],
            Answered::Words(quote) => {
                vec![self.say_with("interview-quoted", &[("words", quote.words.as_str().into())])]
            }
            Answered::Chosen(chosen) => chosen.iter().map(|one| one.words.to_string()).collect(),
            Answered::YesNo(yes) => vec![self.say(if *yes { "form-yes" } else { "form-no" })],
            Answered::On(date) => vec![self.date(*date)],
            Answered::Somebody(who) => vec![name(who)],
            Answered::Care(care) => [
                asked("interview-care-does", &care.does),
                asked("interview-care-decides", &care.decides),
                asked("interview-care-good", &care.good),
                asked("interview-care-changes", &care.changes),
            ]
            .into_iter()
            .flatten()
            .collect(),
        }
    }
}
