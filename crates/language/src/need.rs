//! What a pattern needs at the least: words that must be there, words that can start it.

use std::sync::Arc;

use crate::lexicon::Lexicon;
use crate::pattern::Node;
use crate::words::{Set, Words};

/// Words of which every match must hold one, and how far from the start it can lie.
pub(crate) type Required = (Arc<Set>, usize);

/// Longest run of tokens that nodes can take up; fillers in between come on top.
pub(crate) fn longest(nodes: &[Node]) -> usize {
    let of_one = |n: &Node| match n {
        Node::Mention { .. } => 6,
        Node::Gap { max, .. } => usize::from(*max),
        Node::Any(any) => any.longest,
        Node::Open | Node::Close | Node::Start | Node::End | Node::Not(_) => 0,
        _ => 1,
    };
    nodes.iter().map(of_one).sum()
}

/// Sets of words of which every match must hold one each, in the order in which a match meets them.
pub(crate) fn required(nodes: &[Node]) -> impl Iterator<Item = (&Arc<Set>, usize)> {
    let mut at = 0;
    nodes.iter().filter_map(move |node| {
        let here = at;
        at += longest(std::slice::from_ref(node));
        match node {
            Node::Set(set) => Some((set, here)),
            Node::Any(any) => any.required.as_ref().map(|(set, far)| (set, here + far)),
            _ => None,
        }
    })
}

/// Words of which one is in every match of one of these sequences: the rarest set of each together.
pub(crate) fn required_of(of: &[Vec<Node>], lexicon: &mut Lexicon) -> Option<Required> {
    let rarest =
        |seq: &Vec<Node>| required(seq).min_by_key(|(set, _)| set.cost).map(|(set, far)| (Arc::clone(set), far));
    if let [one] = of {
        return rarest(one).filter(|(set, _)| !set.words().is_empty());
    }
    let sets = of.iter().map(rarest).collect::<Option<Vec<_>>>()?;
    let far = sets.iter().map(|(_, far)| *far).max().unwrap_or(0);
    let union: Words = sets.iter().flat_map(|(set, _)| set.words().iter()).collect();
    (!union.is_empty()).then(|| (lexicon.set(union), far))
}

/// With what a match can start.
#[derive(Clone, Debug)]
pub(crate) struct First {
    /// These words.
    pub(crate) words: Arc<Set>,
    /// Somebody who is mentioned.
    pub(crate) mention: bool,
}

/// With what a match can start, if it cannot start with anything.
pub(crate) fn first(nodes: &[Node], lexicon: &mut Lexicon) -> Option<First> {
    let (node, rest) = nodes.split_first()?;
    match node {
        Node::Set(set) => Some(First { words: Arc::clone(set), mention: false }),
        Node::Mention { .. } => Some(First { words: lexicon.set(Words::default()), mention: true }),
        Node::Open | Node::Close | Node::Not(_) | Node::Start => first(rest, lexicon),
        Node::Any(any) if any.optional => {
            let after = first(rest, lexicon);
            first_of(&[any.first.clone(), after], lexicon)
        }
        Node::Any(any) => any.first.clone(),
        _ => None,
    }
}

/// All of these together.
pub(crate) fn first_of(parts: &[Option<First>], lexicon: &mut Lexicon) -> Option<First> {
    if let [one] = parts {
        return one.clone();
    }
    let mut words = Words::default();
    let mut mention = false;
    for part in parts {
        let part = part.as_ref()?;
        words.extend(part.words.words().iter());
        mention |= part.mention;
    }
    Some(First { words: lexicon.set(words), mention })
}
