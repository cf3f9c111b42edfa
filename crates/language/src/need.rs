//! What a pattern needs at the least: words that must be there, words that can start it.

use crate::pattern::Node;
use crate::words::Words;

/// Longest run of tokens that nodes can take up; fillers in between come on top.
fn longest(nodes: &[Node]) -> usize {
    let of_one = |n: &Node| match n {
        Node::Mention { .. } => 6,
        Node::Gap { max, .. } => usize::from(*max),
        Node::Any { of, .. } => of.iter().map(|s| longest(s)).max().unwrap_or(0),
        Node::Open | Node::Close | Node::Start | Node::End | Node::Not(_) => 0,
        _ => 1,
    };
    nodes.iter().map(of_one).sum()
}

/// How often a set is met: small words of the language are met everywhere.
pub(crate) fn cost(set: &Words, common: &Words) -> usize {
    set.len() + 60 * set.shared(common)
}

/// Sets of words of which every match must hold one each, and how far from the start each can lie.
pub(crate) fn required(nodes: &[Node], before: usize, common: &Words) -> Vec<(Words, usize)> {
    let mut all = Vec::new();
    let mut at = before;
    for node in nodes {
        match node {
            Node::Set(set) => all.push((set.words().clone(), at)),
            Node::Any { of, optional: false, .. } => {
                let smallest = of
                    .iter()
                    .map(|seq| required(seq, at, common).into_iter().min_by_key(|(set, _)| cost(set, common)));
                if let Some(sets) = smallest.collect::<Option<Vec<_>>>() {
                    let far = sets.iter().map(|(_, far)| *far).max().unwrap_or(at);
                    let union: Words = sets.iter().flat_map(|(set, _)| set.iter()).collect();
                    if !union.is_empty() {
                        all.push((union, far));
                    }
                }
            }
            _ => {}
        }
        at += longest(std::slice::from_ref(node));
    }
    all
}

/// With what a match can start.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct First {
    /// These words.
    pub(crate) words: Words,
    /// Somebody who is mentioned.
    pub(crate) mention: bool,
}

/// With what a match can start, if it cannot start with anything.
pub(crate) fn first(nodes: &[Node]) -> Option<First> {
    let (node, rest) = nodes.split_first()?;
    match node {
        Node::Set(set) => Some(First { words: set.words().clone(), mention: false }),
        Node::Mention { .. } => Some(First { words: Words::default(), mention: true }),
        Node::Open | Node::Close | Node::Not(_) | Node::Start => first(rest),
        Node::Any { of, optional, .. } => {
            let mut all = First::default();
            for part in of.iter().map(|seq| first(seq)).chain(optional.then(|| first(rest))) {
                let part = part?;
                all.words.extend(part.words.iter());
                all.mention |= part.mention;
            }
            Some(all)
        }
        _ => None,
    }
}

/// Words with which a match can start, if it can start with nothing else.
pub(crate) fn first_words(nodes: &[Node]) -> Option<Words> {
    first(nodes).filter(|f| !f.mention).map(|f| f.words)
}
