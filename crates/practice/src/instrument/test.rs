//! When a question is asked: a small closed expression over earlier answers and over what the case knows, in the words of
//! XLSForm's `relevant`: `${q} = 'yes' and not(selected(${m}, 'a'))`, and our own `known('behaviour', 'economic_control')`.

use super::shown::Given;
use crate::ids::EntryId;
use crate::kinds::Kind;
use crate::text::Code;
use serde::{Deserialize, Serialize};

/// How deep brackets may go.
const DEEPEST: usize = 40;

/// A condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Test {
    written: String,
    node: Node,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Node {
    Answered(Code),
    Is(Code, String),
    Selected(Code, String),
    Number(Code, Order, i64),
    Known(Kind, Option<Code>),
    Not(Box<Node>),
    All(Vec<Node>),
    Any(Vec<Node>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Less,
    AtMost,
    More,
    AtLeast,
}

/// Why a condition cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "the condition “{written}” cannot be read at “{at}”: write ${{question}} = 'answer', selected(${{question}}, 'answer'), a number with < or >, and, or, not(…)"
)]
pub struct TestError {
    /// The condition.
    pub written: String,
    /// From where on it cannot be read.
    pub at: String,
}

impl TryFrom<String> for Test {
    type Error = TestError;

    fn try_from(written: String) -> Result<Self, TestError> {
        Self::parse(&written)
    }
}

impl From<Test> for String {
    fn from(test: Test) -> Self {
        test.written
    }
}

impl Test {
    /// Reads a condition.
    ///
    /// # Errors
    /// With the place from which on it cannot be read.
    pub fn parse(written: &str) -> Result<Self, TestError> {
        let mut reader = Reader { rest: written, depth: 0 };
        match reader.any().filter(|_| reader.rest.trim().is_empty()) {
            Some(node) => Ok(Self { written: written.to_owned(), node }),
            None => {
                let at = reader.rest.trim().chars().take(30).collect();
                Err(TestError { written: written.to_owned(), at })
            }
        }
    }

    /// Whether it holds. `about` is the child of whom the question is asked.
    #[must_use]
    pub fn holds(
        &self,
        given: &dyn Given,
        about: Option<EntryId>,
        known: &dyn Fn(Kind, Option<&Code>) -> bool,
    ) -> bool {
        self.node.holds(given, about, known)
    }

    /// The questions it asks about, each with the answers it compares with.
    #[must_use]
    pub fn asks(&self) -> Vec<(&Code, Option<&str>)> {
        let mut out = Vec::new();
        self.node.asks(&mut out);
        out
    }
}

impl Node {
    fn holds(
        &self,
        given: &dyn Given,
        about: Option<EntryId>,
        known: &dyn Fn(Kind, Option<&Code>) -> bool,
    ) -> bool {
        match self {
            Self::Answered(code) => !given.values(code, about).is_empty(),
            Self::Is(code, value) => {
                let values = given.values(code, about);
                if value.is_empty() { values.is_empty() } else { values.iter().any(|said| said == value) }
            }
            Self::Selected(code, value) => given.values(code, about).iter().any(|said| said == value),
            Self::Number(code, order, than) => {
                given.values(code, about).first().and_then(|said| said.trim().parse::<i64>().ok()).is_some_and(
                    |said| match order {
                        Order::Less => said < *than,
                        Order::AtMost => said <= *than,
                        Order::More => said > *than,
                        Order::AtLeast => said >= *than,
                    },
                )
            }
            Self::Known(kind, code) => known(*kind, code.as_ref()),
            Self::Not(node) => !node.holds(given, about, known),
            Self::All(nodes) => nodes.iter().all(|node| node.holds(given, about, known)),
            Self::Any(nodes) => nodes.iter().any(|node| node.holds(given, about, known)),
        }
    }

    fn asks<'a>(&'a self, out: &mut Vec<(&'a Code, Option<&'a str>)>) {
        match self {
            Self::Answered(code) | Self::Number(code, ..) => out.push((code, None)),
            Self::Is(code, value) | Self::Selected(code, value) => {
                out.push((code, Some(value.as_str()).filter(|value| !value.is_empty())));
            }
            Self::Known(..) => {}
            Self::Not(node) => node.asks(out),
            Self::All(nodes) | Self::Any(nodes) => nodes.iter().for_each(|node| node.asks(out)),
        }
    }
}

/// Reads a condition from left to right.
struct Reader<'a> {
    rest: &'a str,
    depth: usize,
}

impl<'a> Reader<'a> {
    fn eat(&mut self, token: &str) -> bool {
        let rest = self.rest.trim_start();
        match rest.strip_prefix(token) {
            Some(after) => {
                self.rest = after;
                true
            }
            None => false,
        }
    }

    /// A word that stands alone: `and`, `or`.
    fn word(&mut self, word: &str) -> bool {
        let rest = self.rest.trim_start();
        let alone =
            rest.strip_prefix(word).filter(|after| !after.starts_with(|c: char| c.is_alphanumeric() || c == '_'));
        match alone {
            Some(after) => {
                self.rest = after;
                true
            }
            None => false,
        }
    }

    fn any(&mut self) -> Option<Node> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let mut nodes = vec![self.all()?];
        while self.word("or") {
            nodes.push(self.all()?);
        }
        self.depth -= 1;
        if nodes.len() == 1 { nodes.pop() } else { Some(Node::Any(nodes)) }
    }

    fn all(&mut self) -> Option<Node> {
        let mut nodes = vec![self.one()?];
        while self.word("and") {
            nodes.push(self.one()?);
        }
        if nodes.len() == 1 { nodes.pop() } else { Some(Node::All(nodes)) }
    }

    fn one(&mut self) -> Option<Node> {
        if self.word("not") {
            let inner = self.eat("(").then(|| self.any()).flatten()?;
            return self.eat(")").then(|| Node::Not(Box::new(inner)));
        }
        if self.word("selected") {
            let code = self.eat("(").then(|| self.question()).flatten()?;
            let value = self.eat(",").then(|| self.value()).flatten()?;
            return self.eat(")").then_some(Node::Selected(code, value));
        }
        if self.word("answered") {
            let code = self.eat("(").then(|| self.question()).flatten()?;
            return self.eat(")").then_some(Node::Answered(code));
        }
        if self.word("known") {
            let kind = self.eat("(").then(|| self.value()).flatten()?;
            let code = if self.eat(",") { Some(Code::parse(&self.value()?).ok()?) } else { None };
            let kind = Kind::from_code(&kind)?;
            return self.eat(")").then_some(Node::Known(kind, code));
        }
        if self.eat("(") {
            let inner = self.any()?;
            return self.eat(")").then_some(inner);
        }
        let code = self.question()?;
        for (token, order) in
            [("<=", Order::AtMost), (">=", Order::AtLeast), ("<", Order::Less), (">", Order::More)]
        {
            if self.eat(token) {
                return Some(Node::Number(code, order, self.value()?.parse().ok()?));
            }
        }
        if self.eat("!=") {
            let value = self.value()?;
            return Some(Node::Not(Box::new(Node::Is(code, value))));
        }
        self.eat("=").then(|| self.value()).flatten().map(|value| Node::Is(code, value))
    }

    fn question(&mut self) -> Option<Code> {
        let name = self.eat("${").then(|| self.rest.split_once('}')).flatten()?;
        let code = Code::parse(&code_of(name.0.trim())).ok()?;
        self.rest = name.1;
        Some(code)
    }

    /// Something in quotes, or a number.
    fn value(&mut self) -> Option<String> {
        let rest = self.rest.trim_start();
        for quote in ['\'', '"'] {
            if let Some(inside) = rest.strip_prefix(quote) {
                let (value, after) = inside.split_once(quote)?;
                self.rest = after;
                return Some(if value.is_empty() { String::new() } else { code_of(value) });
            }
        }
        let end = rest.find(|c: char| !(c.is_ascii_digit() || c == '-')).unwrap_or(rest.len());
        let (number, after) = rest.split_at_checked(end)?;
        self.rest = after;
        number.parse::<i64>().ok().map(|number| number.to_string())
    }
}

/// A name of another tool as a code of ours: small letters, digits, underscores.
#[must_use]
pub(crate) fn code_of(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' }).collect()
}
