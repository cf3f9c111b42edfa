//! The word list: every word that a rule or the engine knows, looked up once for each token.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use crate::data::{CLASSES, IRREGULAR};
use crate::morph::{self, form};

/// Number of a known word; 0 is any unknown word.
pub(crate) type WordId = u32;

/// A small fast hash (FNV-1a style, eight bytes at a time); keys are our own words, so no attack to fear.
#[derive(Default)]
pub(crate) struct WordHasher(u64);

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for c in &mut chunks {
            let n = c.try_into().map_or(0, u64::from_le_bytes);
            self.0 = (self.0.rotate_left(5) ^ n).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
        let mut last = [0_u8; 8];
        for (to, from) in last.iter_mut().zip(chunks.remainder()) {
            *to = *from;
        }
        self.0 = (self.0.rotate_left(5) ^ u64::from_le_bytes(last)).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

type Map<V> = HashMap<Box<str>, V, BuildHasherDefault<WordHasher>>;

macro_rules! core_classes {
    ($($name:ident = $n:literal),* $(,)?) => {
        /// Bits of the classes that the engine itself asks about.
        pub(crate) mod class {
            $(pub(crate) const $name: u64 = 1 << $n;)*
        }
        const CORE: &[(&str, u64)] = &[$((stringify!($name), class::$name)),*];
    };
}

core_classes! {
    BE = 0, HAVE = 1, MODAL = 2, NOT = 3, FILLER = 4, PREP = 5, DET = 6, CONJ = 7, CLAUSE = 8, SPEECH = 9,
    HARM = 10, CONTROL = 11, DAMAGE = 12, MOTHER = 13, FATHER = 14, PARTNER = 15, VICTIM = 16, PERP = 17,
    CHILD = 18, PAIR = 19, AGENCY = 20, RELATIVE = 21, TITLE = 22, POSS = 23, SHE = 24, HE = 25, THEY = 26,
    SELF = 27, ABBR = 28, CONTEXT = 29, COMMONNAME = 30, GET = 31, BENIGN = 32, DOUBT = 33, EFFORT = 34,
    BODY = 35, THING = 36, REJECT = 37, HYPO = 38, TIME = 39, VIOLENCE = 40, OWNVERB = 41, MODALNAME = 42,
    ACT = 43, ENGLISH = 44, ADVERB = 45, BENIGNOBJ = 46, PET = 47, OFFICIAL = 48, MIND = 49, SEXUAL = 50,
    MONITOR = 51, ECONOMIC = 52, ISOLATE = 53, THREAT = 54, PHYSICAL = 55, STALK = 56, SYSTEMS = 57, FOREIGN = 58, SOFT = 59, SIGN = 60, ACCIDENT = 61, WOMAN = 62, MAN = 63,
}

/// What is known about one word.
#[derive(Clone, Default, Debug)]
pub(crate) struct Word {
    pub(crate) bits: u64,
    pub(crate) lemma: WordId,
    pub(crate) form: u8,
    pub(crate) text: Box<str>,
}

/// Past and participle of an irregular verb.
fn irregular(verb: &str) -> Option<(&'static str, &'static str)> {
    static TABLE: std::sync::OnceLock<HashMap<&'static str, (&'static str, &'static str)>> =
        std::sync::OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let line = |l: &'static str| {
            let mut parts = l.split(' ');
            let base = parts.next()?;
            let past = parts.next()?;
            Some((base, (past, parts.next().unwrap_or(past))))
        };
        IRREGULAR.iter().filter_map(|l| line(l)).collect()
    });
    table.get(verb).copied()
}

/// All known words and classes.
#[derive(Debug)]
pub(crate) struct Lexicon {
    map: Map<WordId>,
    words: Vec<Word>,
    classes: BTreeMap<String, BTreeSet<WordId>>,
    near: Map<WordId>,
}

/// Words with a fixed number, for the engine's own use.
pub(crate) mod w {
    pub(crate) const S: u32 = 2;
    pub(crate) const AND: u32 = 3;
    pub(crate) const BY: u32 = 4;
    pub(crate) const TO: u32 = 6;
    pub(crate) const WHO: u32 = 7;
    pub(crate) const OR: u32 = 8;
    pub(crate) const THAT: u32 = 9;
    pub(crate) const HER: u32 = 10;
    pub(crate) const HIS: u32 = 11;
    pub(crate) const BUT: u32 = 13;
    pub(crate) const IT: u32 = 17;
    pub(crate) const HIM: u32 = 18;
    pub(crate) const OF: u32 = 21;
}

const FIXED: &[&str] = &[
    "", "not", "'s", "and", "by", "the", "to", "who", "or", "that", "her", "his", "both", "but", "a", "an", "no",
    "it", "him", "whom", "each", "of", "on", "had", "as",
];

impl Lexicon {
    /// Reads the compiled word lists.
    pub(crate) fn new() -> Self {
        let mut lexicon =
            Self { map: Map::default(), words: Vec::new(), classes: BTreeMap::new(), near: Map::default() };
        for word in FIXED {
            lexicon.intern(word);
        }
        for class in CLASSES {
            let mut ids = BTreeSet::new();
            for word in class.words.split_whitespace() {
                ids.insert(lexicon.intern(word));
            }
            for verb in class.verbs.split_whitespace() {
                lexicon.add_forms(verb, &morph::verb_forms(verb, irregular(verb)), &mut ids);
            }
            for noun in class.nouns.split_whitespace() {
                lexicon.add_forms(noun, &morph::noun_forms(noun), &mut ids);
            }
            lexicon.classes.entry(class.name.to_owned()).or_default().extend(ids);
        }
        for _ in 0..3 {
            for class in CLASSES {
                for other in class.include.split_whitespace() {
                    let more = lexicon.classes.get(other).cloned().unwrap_or_default();
                    lexicon.classes.entry(class.name.to_owned()).or_default().extend(more);
                }
            }
        }
        for (name, bit) in CORE {
            let ids = lexicon.classes.get(&name.to_ascii_lowercase()).cloned().unwrap_or_default();
            for id in ids {
                if let Some(word) = lexicon.words.get_mut(id as usize) {
                    word.bits |= bit;
                }
            }
        }
        lexicon
    }

    fn add_forms(&mut self, lemma: &str, forms: &[(String, u8)], ids: &mut BTreeSet<WordId>) {
        let lemma = self.intern(lemma);
        for (text, f) in forms {
            let id = self.intern(text);
            ids.insert(id);
            if let Some(word) = self.words.get_mut(id as usize) {
                word.form |= f;
                if word.lemma == 0 || *f & form::NOUN == 0 {
                    word.lemma = lemma;
                }
            }
        }
    }

    /// Adds a word if it is new and gives its number.
    pub(crate) fn intern(&mut self, text: &str) -> WordId {
        if let Some(id) = self.map.get(text) {
            return *id;
        }
        let id = WordId::try_from(self.words.len()).unwrap_or(0);
        self.words.push(Word { text: text.into(), ..Word::default() });
        self.map.insert(text.into(), id);
        id
    }

    /// Adds all forms of a verb (and the plural of the same word as a noun).
    pub(crate) fn intern_lemma(&mut self, lemma: &str) -> BTreeSet<WordId> {
        let mut ids = BTreeSet::new();
        self.add_forms(lemma, &morph::verb_forms(lemma, irregular(lemma)), &mut ids);
        ids
    }

    /// The members of a class.
    pub(crate) fn class(&self, name: &str) -> Option<&BTreeSet<WordId>> {
        self.classes.get(name)
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// Number of a word given in lower case.
    pub(crate) fn id(&self, lower: &str) -> WordId {
        self.map.get(lower).copied().unwrap_or(0)
    }

    /// Number of a word as written.
    pub(crate) fn look_up(&self, raw: &str) -> WordId {
        let mut buffer = [0_u8; 24];
        let bytes = raw.as_bytes();
        let Some(lower) = buffer.get_mut(..bytes.len()) else { return 0 };
        let mut ascii = 0_u8;
        for (to, from) in lower.iter_mut().zip(bytes) {
            *to = from.to_ascii_lowercase();
            ascii |= from;
        }
        if ascii & 0x80 != 0 {
            return self.id(&raw.to_lowercase());
        }
        std::str::from_utf8(lower).map_or(0, |s| self.id(s))
    }

    /// The word, or an empty one.
    pub(crate) fn word(&self, id: WordId) -> &Word {
        self.words.get(id as usize).unwrap_or(EMPTY.get_or_init(Word::default))
    }

    /// Class bits of a word.
    pub(crate) fn bits(&self, id: WordId) -> u64 {
        self.words.get(id as usize).map_or(0, |w| w.bits)
    }

    /// Forms that a word can be.
    pub(crate) fn form(&self, id: WordId) -> u8 {
        self.words.get(id as usize).map_or(0, |w| w.form)
    }

    /// Prepares the repair of single typing errors in words of harm and control: one letter missing or two swapped.
    pub(crate) fn prepare_repairs(&mut self) {
        let strong = class::HARM | class::CONTROL | class::VIOLENCE;
        let mut near = Map::default();
        for (n, word) in self.words.iter().enumerate() {
            if word.bits & strong == 0 || word.text.len() < 7 || !word.text.is_ascii() {
                continue;
            }
            let bytes = word.text.as_bytes();
            let id = WordId::try_from(n).unwrap_or(0);
            for i in 1..bytes.len() {
                let mut shorter = bytes.to_vec();
                shorter.remove(i);
                let mut swapped = bytes.to_vec();
                if i + 1 < swapped.len() {
                    swapped.swap(i, i + 1);
                }
                let mut doubled = bytes.to_vec();
                if let Some(b) = bytes.get(i) {
                    doubled.insert(i, *b);
                }
                for variant in [shorter, swapped, doubled] {
                    if let Ok(text) = String::from_utf8(variant)
                        && !self.map.contains_key(text.as_str())
                    {
                        near.entry(text.into_boxed_str()).or_insert(id);
                    }
                }
            }
        }
        self.near = near;
    }

    /// The word that an unknown word was probably meant to be.
    pub(crate) fn repair(&self, raw: &str) -> Option<WordId> {
        if raw.len() < 6 || raw.len() > 20 || !raw.bytes().all(|b| b.is_ascii_lowercase()) {
            return None;
        }
        self.near.get(raw).copied()
    }
}

static EMPTY: std::sync::OnceLock<Word> = std::sync::OnceLock::new();
