//! Reads the lists of names: `women: Katarzyna(Kasia)=Katarina` is a name, what people go by, and another spelling.

/// The names of one culture.
#[derive(Debug, Default)]
pub(super) struct Lists {
    pub(super) women: Vec<GivenName>,
    pub(super) men: Vec<GivenName>,
    pub(super) family: Vec<String>,
}

/// A given name.
#[derive(Debug)]
pub(super) struct GivenName {
    pub(super) name: String,
    pub(super) short: Option<String>,
    pub(super) spelt: Vec<String>,
}

impl Lists {
    /// Reads a list; lines that begin with `#` say what it is.
    pub(super) fn read(text: &str) -> Self {
        let mut lists = Self::default();
        for (group, names) in text.lines().filter_map(|line| line.split_once(": ")) {
            for name in names.split_whitespace() {
                match group {
                    "women" => lists.women.push(GivenName::read(name)),
                    "men" => lists.men.push(GivenName::read(name)),
                    "family" => lists.family.push(name.replace('_', " ")),
                    _ => {}
                }
            }
        }
        lists
    }
}

impl GivenName {
    fn read(text: &str) -> Self {
        let mut spellings = text.split('=');
        let first = spellings.next().unwrap_or_default();
        let (name, short) = match first.split_once('(') {
            Some((name, short)) => (name, Some(short.trim_end_matches(')').to_owned())),
            None => (first, None),
        };
        Self { name: name.to_owned(), short, spelt: spellings.map(str::to_owned).collect() }
    }
}
