//! The numbers of sources, given in the order in which a document first cites them. A number says nothing about how many
//! there are for a statement, and never comes from the case file.

use crate::document::{Run, SourceLine};
use practice::views::lines::Known;
use std::collections::HashMap;
use words::Words;

/// The sources cited so far.
pub(crate) struct Sources<'a> {
    words: &'a Words,
    numbers: HashMap<(String, Option<String>), usize>,
    lines: Vec<SourceLine>,
}

impl<'a> Sources<'a> {
    pub(crate) fn new(words: &'a Words) -> Self {
        Self { words, numbers: HashMap::new(), lines: Vec::new() }
    }

    /// The number of a source: the same account in the same words has one number in the whole document.
    pub(crate) fn number(&mut self, known: &Known) -> usize {
        let text = self.words.known(known);
        let quote = known.words.as_ref();
        let key = (text, quote.map(|quote| quote.words.to_string()));
        if let Some(number) = self.numbers.get(&key) {
            return *number;
        }
        let number = self.lines.len() + 1;
        let quote = quote.map(|quote| {
            let said = self.words.say_with("doc-quote", &[("words", quote.words.as_str().into())]);
            (said, quote.language.as_ref().map(ToString::to_string))
        });
        self.lines.push(SourceLine { text: key.0.clone(), quote });
        self.numbers.insert(key, number);
        number
    }

    /// The citations of a statement; where nobody said how it is known, that, in words.
    pub(crate) fn cite(&mut self, known: &[Known]) -> Vec<Run> {
        if known.is_empty() {
            return vec![Run::Text(" ".to_owned()), Run::Text(self.words.say("doc-no-source"))];
        }
        let mut runs = vec![Run::Text(" ".to_owned())];
        for known in known {
            let cite = Run::Cite(self.number(known));
            if !runs.contains(&cite) {
                runs.push(cite);
            }
        }
        runs
    }

    pub(crate) fn into_lines(self) -> Vec<SourceLine> {
        self.lines
    }
}
