//! Change over time: what the person who harms says of each behaviour from review to review, what is seen and by whom, with
//! attendance, certificates and apologies apart.

use super::tell::Teller;
use crate::document::Block;
use crate::told;
use practice::views;

pub(super) fn blocks(teller: &Teller<'_>) -> Vec<Block> {
    let view = views::change(teller.projection, teller.pack, teller.as_of);
    told::blocks(&teller.words.tell_change(&view), 1, &mut told::uncited)
}
