//! Decisions: each question with its answer, what speaks for and against it, and what is missing. Nothing in it recommends.

use super::Made;
use super::tell::Teller;
use crate::document::{Block, Paragraph};
use crate::told;
use practice::kinds::Kind;
use practice::views::{self, lines::Reader};

pub(super) fn blocks(teller: &mut Teller<'_>, made: Made<'_>) -> Vec<Block> {
    let view = views::tests(teller.projection, teller.pack, teller.as_of);
    let names = teller.words.names_of(&teller.cast, None);
    let asked = |decision: &&views::decisions::DecisionView| made.of.is_none_or(|of| decision.envelope.id == of);
    let mut blocks = Vec::new();
    for decision in view.decisions.iter().filter(asked) {
        let told = teller.words.tell_decision(decision, teller.pack, &names, made.zone, true);
        blocks.push(Block::Heading(1, told.title.clone()));
        let (projection, sources) = (teller.projection, &mut teller.sources);
        let reader = Reader::new(projection, teller.as_of);
        // Each piece of evidence with its sources; a signature is its own.
        let mut cite = |id| match projection.get(id) {
            Some(seen) if seen.content.body.kind() != Kind::SignOff => sources.cite(&reader.envelope(seen).known),
            _ => Vec::new(),
        };
        blocks.extend(told::blocks(&told, 2, &mut cite));
    }
    if blocks.is_empty() {
        blocks.push(Block::Paragraph(Paragraph::open(teller.t("doc-no-decision"))));
    }
    blocks
}
