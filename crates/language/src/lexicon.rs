//! The word list: every word that a rule or the engine knows, looked up once for each token.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher as _, BuildHasherDefault, Hasher};
use std::sync::Arc;

use crate::data::{CLASSES, IRREGULAR};
use crate::morph::{self, form};
use crate::words::{Set, Words};

/// Number of a known word; 0 is any unknown word.
pub(crate) type WordId = u32;

/// A small fast hash (FNV-1a style, eight bytes at a time); keys are our own words, so no attack to fear.
#[derive(Default)]
pub(crate) struct WordHasher(u64);

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
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
    fn write_u64(&mut self, n: u64) {
        self.0 = (self.0.rotate_left(5) ^ n).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = WordHasher::default();
    hasher.write(bytes);
    hasher.write(&bytes.len().to_le_bytes());
    hasher.finish()
}

/// Words of at most this many bytes, which are most, are looked up as one number.
const SHORT: usize = 8;

/// No known word is longer.
const LONG: usize = 24;

/// One in each byte.
const EACH: u64 = u64::from_le_bytes([1; SHORT]);

/// The highest bit of each byte.
const HIGH: u64 = u64::from_le_bytes([0x80; SHORT]);

/// A short word's bytes as one number.
fn short(text: &str) -> Option<u64> {
    let mut buffer = [0_u8; SHORT];
    buffer.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
    Some(u64::from_le_bytes(buffer))
}

/// About how many words the lists hold, so that the table grows once.
const WORDS: usize = 12_000;

/// About how many sets of words the rules name.
const SETS: usize = 6000;

/// About how many misspellings are known.
const MISSPELLINGS: usize = 20_000;

/// The longest word whose misspellings are known.
const MISSPELT: usize = 19;

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
    /// How often it is met among ten thousand words of a record.
    often: u16,
    pub(crate) text: Box<str>,
}

/// How often words are met, counted over the invented passages of `tests`: which of the words that a pattern needs is the rarest.
const FREQUENT: &str = include_str!("../frequent.txt");

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
#[derive(Debug, Clone)]
pub(crate) struct Lexicon {
    /// Short words, by their bytes as one number; a word never ends with a zero byte.
    short: HashMap<u64, WordId, BuildHasherDefault<WordHasher>>,
    /// Longer words.
    map: Map<WordId>,
    words: Vec<Word>,
    classes: BTreeMap<String, Words>,
    /// Named phrases that have been read.
    pub(crate) phrases: BTreeMap<&'static str, crate::pattern::Node>,
    /// Sets of words that patterns have named, by what is written there.
    pub(crate) sets: Map<Arc<Set>>,
    /// All sets, by the hash of their words.
    all_sets: HashMap<u64, Arc<Set>, BuildHasherDefault<WordHasher>>,
    /// How many sets there are.
    pub(crate) set_count: usize,
    /// Verbs that patterns have named, with their forms.
    lemmas: Map<Arc<[(WordId, u8)]>>,
    /// Misspellings by their hash.
    near: HashMap<u64, WordId, BuildHasherDefault<WordHasher>>,
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
        let mut lexicon = Self {
            short: HashMap::with_capacity_and_hasher(WORDS, BuildHasherDefault::default()),
            map: Map::default(),
            words: Vec::with_capacity(WORDS),
            classes: BTreeMap::new(),
            phrases: BTreeMap::new(),
            sets: HashMap::with_capacity_and_hasher(SETS / 2, BuildHasherDefault::default()),
            all_sets: HashMap::with_capacity_and_hasher(SETS, BuildHasherDefault::default()),
            set_count: 0,
            lemmas: HashMap::with_capacity_and_hasher(SETS / 5, BuildHasherDefault::default()),
            near: HashMap::default(),
        };
        for word in FIXED {
            lexicon.intern(word);
        }
        for (word, often) in FREQUENT.lines().filter_map(|line| line.split_once(' ')) {
            let id = lexicon.intern(word);
            if let Some(word) = lexicon.words.get_mut(id as usize) {
                word.often = often.parse().unwrap_or(0);
            }
        }
        for class in CLASSES {
            let mut ids: Vec<WordId> = class.words.split_whitespace().map(|w| lexicon.intern(w)).collect();
            for verb in class.verbs.split_whitespace() {
                ids.extend(lexicon.intern_lemma(verb).iter().map(|(id, _)| *id));
            }
            for noun in class.nouns.split_whitespace() {
                ids.extend(lexicon.add_forms(noun, &morph::noun_forms(noun)).iter().map(|(id, _)| *id));
            }
            lexicon.classes.entry(class.name.to_owned()).or_default().extend(ids);
        }
        for _ in 0..3 {
            for class in CLASSES {
                for other in class.include.split_whitespace() {
                    let more = lexicon.classes.get(other).cloned().unwrap_or_default();
                    lexicon.classes.entry(class.name.to_owned()).or_default().extend(more.iter());
                }
            }
        }
        for (name, bit) in CORE {
            let ids = lexicon.classes.get(&name.to_ascii_lowercase()).cloned().unwrap_or_default();
            for id in ids.iter() {
                if let Some(word) = lexicon.words.get_mut(id as usize) {
                    word.bits |= bit;
                }
            }
        }
        lexicon
    }

    fn add_forms(&mut self, lemma: &str, forms: &[(String, u8)]) -> Arc<[(WordId, u8)]> {
        let lemma = self.intern(lemma);
        let forms: Arc<[_]> = forms.iter().map(|(text, f)| (self.intern(text), *f)).collect();
        self.tell_forms(lemma, &forms);
        forms
    }

    fn tell_forms(&mut self, lemma: WordId, forms: &[(WordId, u8)]) {
        for (id, f) in forms {
            if let Some(word) = self.words.get_mut(*id as usize) {
                word.form |= f;
                if word.lemma == 0 || *f & form::NOUN == 0 {
                    word.lemma = lemma;
                }
            }
        }
    }

    /// Adds a word if it is new and gives its number.
    pub(crate) fn intern(&mut self, text: &str) -> WordId {
        let next = WordId::try_from(self.words.len()).unwrap_or(0);
        let id = match short(text) {
            Some(key) => *self.short.entry(key).or_insert(next),
            None => match self.map.get(text) {
                Some(id) => *id,
                None => *self.map.entry(text.into()).or_insert(next),
            },
        };
        if id == next {
            self.words.push(Word { text: text.into(), ..Word::default() });
        }
        id
    }

    /// Adds all forms of a verb (and the plural of the same word as a noun).
    pub(crate) fn intern_lemma(&mut self, lemma: &str) -> Arc<[(WordId, u8)]> {
        if let Some(forms) = self.lemmas.get(lemma).map(Arc::clone) {
            self.tell_forms(self.id(lemma), &forms);
            return forms;
        }
        let forms = self.add_forms(lemma, &morph::verb_forms(lemma, irregular(lemma)));
        self.lemmas.insert(lemma.into(), Arc::clone(&forms));
        forms
    }

    /// The set of these words.
    pub(crate) fn set(&mut self, words: Words) -> Arc<Set> {
        let key = BuildHasherDefault::<WordHasher>::default().hash_one(&words);
        if let Some(known) = self.all_sets.get(&key).filter(|set| *set.words() == words) {
            return Arc::clone(known);
        }
        let often = words.iter().map(|id| usize::from(self.word(id).often)).sum();
        let set = Arc::new(Set::new(words, often, self.set_count));
        self.set_count += 1;
        self.all_sets.insert(key, Arc::clone(&set));
        set
    }

    /// The members of a class.
    pub(crate) fn class(&self, name: &str) -> Option<&Words> {
        self.classes.get(name)
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// Number of a word given in lower case.
    pub(crate) fn id(&self, lower: &str) -> WordId {
        let found = match short(lower) {
            Some(key) => self.short.get(&key),
            None => self.map.get(lower),
        };
        found.copied().unwrap_or(0)
    }

    /// Number of a word as written that starts at this byte of the text.
    pub(crate) fn look_up_at(&self, text: &str, start: usize, raw: &str) -> WordId {
        let here = text.as_bytes().get(start..start + SHORT).and_then(|w| <[u8; SHORT]>::try_from(w).ok());
        let Some(here) = here.filter(|_| (1..=SHORT).contains(&raw.len())) else { return self.look_up(raw) };
        // the word's bytes as one number
        let key = u64::from_le_bytes(here) & u64::MAX >> (8 * (SHORT - raw.len()));
        if key & HIGH != 0 {
            return self.look_up(raw);
        }
        // 'A' and above reach the highest bit with the first sum, what lies above 'Z' with the second
        let capital = (key + EACH * 0x3f) & !(key + EACH * 0x25) & HIGH;
        self.short.get(&(key | capital >> 2)).copied().unwrap_or(0)
    }

    /// Number of a word as written.
    pub(crate) fn look_up(&self, raw: &str) -> WordId {
        let bytes = raw.as_bytes();
        let mut buffer = [0_u8; LONG];
        let Some(lower) = buffer.get_mut(..bytes.len()) else { return 0 };
        for (to, from) in lower.iter_mut().zip(bytes) {
            *to = from.to_ascii_lowercase();
        }
        match std::str::from_utf8(lower) {
            Ok(lower) if raw.is_ascii() => self.id(lower),
            _ => self.id(&raw.to_lowercase()),
        }
    }

    /// The word, or an empty one.
    pub(crate) fn word(&self, id: WordId) -> &Word {
        self.words.get(id as usize).unwrap_or(EMPTY.get_or_init(Word::default))
    }

    /// Class bits of a word.
    pub(crate) fn bits(&self, id: WordId) -> u64 {
        self.words.get(id as usize).map_or(0, |w| w.bits)
    }

    /// Class bits of a word and the forms that it can be.
    pub(crate) fn facts(&self, id: WordId) -> (u64, u8) {
        self.words.get(id as usize).map_or((0, 0), |w| (w.bits, w.form))
    }

    /// Prepares the repair of single typing errors in words of harm and control: one letter missing or two swapped.
    pub(crate) fn prepare_repairs(&mut self) {
        let strong = class::HARM | class::CONTROL | class::VIOLENCE;
        let meant = self.words.iter().zip(0_u32..).filter(|(word, _)| {
            word.bits & strong != 0 && (7..=MISSPELT).contains(&word.text.len()) && word.text.is_ascii()
        });
        let mut near = HashMap::with_capacity_and_hasher(MISSPELLINGS, BuildHasherDefault::default());
        let mut variant = Vec::with_capacity(MISSPELT + 1);
        for (word, id) in meant {
            let bytes = word.text.as_bytes();
            for i in 1..bytes.len() {
                let (head, tail) = bytes.split_at(i);
                let mut put = |parts: [&[u8]; 3]| {
                    variant.clear();
                    for part in parts {
                        variant.extend_from_slice(part);
                    }
                    near.entry(hash(&variant)).or_insert(id);
                };
                // a letter is missing, doubled, or has changed places with the next
                put([head, tail.get(1..).unwrap_or(&[]), &[]]);
                put([head, tail.get(..1).unwrap_or(&[]), tail]);
                if let [one, two, rest @ ..] = tail {
                    put([head, &[*two, *one], rest]);
                }
            }
        }
        self.near = near;
    }

    /// The word that an unknown word was probably meant to be.
    pub(crate) fn repair(&self, raw: &str) -> Option<WordId> {
        if raw.len() < 6 || raw.len() > MISSPELT + 1 || !raw.bytes().all(|b| b.is_ascii_lowercase()) {
            return None;
        }
        self.near.get(&hash(raw.as_bytes())).copied()
    }
}

static EMPTY: std::sync::OnceLock<Word> = std::sync::OnceLock::new();
