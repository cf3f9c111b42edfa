//! Who is spoken of where: names, role words and pronouns tied to the people of the case.

use crate::cast::{Names, People, role};
use crate::lexicon::{Lexicon, class, w};
use crate::morph::form;
use crate::segment::Sentence;
use crate::token::{Kind, Token, flag};

/// How somebody is mentioned.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum How {
    Name,
    Word,
    Pronoun,
}

/// One mention.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mention {
    pub(crate) first: usize,
    pub(crate) end: usize,
    pub(crate) people: People,
    pub(crate) roles: u16,
    pub(crate) how: How,
    pub(crate) poss: bool,
    /// By a name and not by a family word such as mum.
    pub(crate) proper: bool,
    /// Can be the subject of a clause.
    pub(crate) subject: bool,
    /// End, people and roles of the list that starts here ("Lily and Tom").
    pub(crate) list_end: usize,
    pub(crate) list_people: People,
    pub(crate) list_roles: u16,
}

/// The mentions of a block and where they lie.
#[derive(Default, Debug)]
pub(crate) struct Mentions {
    pub(crate) all: Vec<Mention>,
    /// For each token, number of its mention plus one.
    pub(crate) at: Vec<u32>,
}

impl Mentions {
    /// The mention that covers a token.
    pub(crate) fn at(&self, token: usize) -> Option<&Mention> {
        let n = self.at.get(token).copied().unwrap_or(0).checked_sub(1)?;
        self.all.get(n as usize)
    }

    fn put(&mut self, m: Mention) {
        self.all.push(m);
        let n = u32::try_from(self.all.len()).unwrap_or(0);
        for t in m.first..m.end {
            if let Some(slot) = self.at.get_mut(t) {
                *slot = n;
            }
        }
    }
}

/// What the finder works on.
pub(crate) struct Finder<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) names: &'a Names,
}

impl Finder<'_> {
    fn lower(&self, t: usize) -> Option<String> {
        let t = self.tokens.get(t)?;
        (matches!(t.kind, Kind::Word | Kind::Number))
            .then(|| self.text.get(t.start as usize..t.end as usize).unwrap_or("").to_lowercase())
    }

    fn bits(&self, t: usize) -> u64 {
        self.tokens.get(t).map_or(0, |t| t.bits)
    }

    fn id(&self, t: usize) -> u32 {
        self.tokens.get(t).map_or(0, |t| t.id)
    }

    fn name(&self, i: usize, sentence: &Sentence) -> Option<(usize, People, bool)> {
        let token = self.tokens.get(i)?;
        if !self.text.as_bytes().get(token.start as usize).is_some_and(|head| self.names.may_start_with(*head)) {
            return None;
        }
        let raw = self.text.get(token.start as usize..token.end as usize)?;
        if !self.names.may_start(raw) {
            return None;
        }
        let list = if token.has(flag::CAP) || !raw.is_ascii() {
            self.names.by_first.get(raw.to_lowercase().as_str())?
        } else {
            self.names.by_first.get(raw)?
        };
        for alias in list {
            if alias.capital && !self.named(i, sentence) {
                continue;
            }
            let mut t = i + 1;
            let mut fits = true;
            for part in &alias.rest {
                // "Mr. Hale": a stop after a title
                if self.tokens.get(t).is_some_and(|x| x.kind == Kind::Stop) && self.bits(i) & class::TITLE != 0 {
                    t += 1;
                }
                while self.tokens.get(t).is_some_and(|x| matches!(x.kind, Kind::Open | Kind::Close)) {
                    t += 1;
                }
                if self.lower(t).as_deref() != Some(part.as_str()) || t >= sentence.end {
                    fits = false;
                    break;
                }
                t += 1;
            }
            if fits {
                // a surname that follows belongs to the name
                while alias.rest.is_empty()
                    && self.tokens.get(t).is_some_and(|x| x.has(flag::CAP) && x.id == 0 && x.is_word())
                    && t < sentence.end
                    && self.tokens.get(t - 1).is_some_and(|x| x.has(flag::CAP))
                    && !self.tokens.get(t).is_some_and(|x| x.has(flag::UPPER))
                    && t < i + 3
                {
                    t += 1;
                }
                return Some((t, alias.people, alias.proper));
            }
        }
        None
    }

    /// Whether a capital letter makes a common word a name here.
    fn named(&self, i: usize, sentence: &Sentence) -> bool {
        let Some(token) = self.tokens.get(i) else { return false };
        if !token.has(flag::CAP) {
            return false;
        }
        let next = self.bits(i + 1);
        let next_form = self.tokens.get(i + 1).map_or(0, |t| t.form);
        let opening = i == sentence.first || self.tokens.get(i - 1).is_some_and(|t| !t.is_word());
        if self.bits(i) & class::MODALNAME != 0 {
            let after_name =
                i > 0 && self.bits(i - 1) & (class::TITLE | class::PREP | class::CONJ | class::CLAUSE) != 0;
            let verb_next = next & (class::HAVE | class::BE) != 0
                && self.lexicon.word(self.id(i + 1)).text.as_ref() != "be"
                || next_form & (form::PAST | form::S) != 0
                || next & class::MODAL != 0
                || self.id(i + 1) == w::S;
            let number = self.tokens.get(i + 1).is_some_and(|t| t.kind == Kind::Number)
                || i > 0 && self.tokens.get(i - 1).is_some_and(|t| t.kind == Kind::Number);
            return !number && (verb_next || after_name && next & (class::SHE | class::HE) == 0);
        }
        if opening {
            // "Mark the form": a command, not a name
            return next & class::DET == 0;
        }
        true
    }

    /// Finds all mentions but pronouns.
    pub(crate) fn find(&self, sentences: &[Sentence], out: &mut Mentions) {
        out.all.clear();
        out.at.clear();
        out.at.resize(self.tokens.len(), 0);
        let interesting = class::MOTHER
            | class::FATHER
            | class::PARTNER
            | class::VICTIM
            | class::PERP
            | class::CHILD
            | class::PAIR
            | class::AGENCY
            | class::RELATIVE
            | class::SHE
            | class::HE
            | class::THEY
            | class::SELF
            | class::WOMAN
            | class::MAN;
        for s in sentences {
            let mut i = s.first;
            while i < s.end {
                let Some(token) = self.tokens.get(i) else { break };
                if !token.is_word() || token.has(flag::TAIL) {
                    i += 1;
                    continue;
                }
                if !self.names.by_first.is_empty()
                    && let Some((end, people, proper)) = self.name(i, s)
                {
                    self.add(out, i, end, people, self.names.roles_of(people), How::Name);
                    if let Some(m) = out.all.last_mut() {
                        m.proper = proper;
                    }
                    i = end;
                    continue;
                }
                let bits = self.bits(i);
                if bits & interesting != 0 {
                    let end = self.word_mention(i, bits, out);
                    i = end.max(i + 1);
                    continue;
                }
                i += 1;
            }
        }
    }

    fn add(&self, out: &mut Mentions, first: usize, end: usize, people: People, roles: u16, how: How) {
        let poss = how != How::Pronoun
            && self.id(end) == w::S
            && self.tokens.get(end).is_some_and(|t| t.has(flag::TAIL))
            && {
                let next = self.bits(end + 1);
                next & (class::DET | class::NOT | class::FILLER | class::PREP) == 0
                    && self.tokens.get(end + 1).is_some_and(|t| !matches!(t.kind, Kind::Stop | Kind::Comma))
            };
        let det = |b: usize| self.bits(b) & class::DET != 0 && self.bits(b) & class::CLAUSE == 0;
        let before = first.checked_sub(1).map_or(0, |b| if det(b) { b.saturating_sub(1) } else { b });
        let next = self.tokens.get(end).map_or(0, |t| t.form);
        let verb_next =
            next & (form::PAST | form::S) != 0 || self.bits(end) & (class::BE | class::HAVE | class::MODAL) != 0;
        let clause = first > 0 && self.bits(before) & class::CLAUSE != 0 && verb_next;
        // "in each Mark had threatened her", "when she asked for one he stood on it"
        let counted = matches!(how, How::Name | How::Pronoun)
            && first.checked_sub(1).is_some_and(|b| self.bits(b) & class::DET != 0)
            && first.checked_sub(1).is_some_and(|b| {
                matches!(self.lexicon.word(self.id(b)).text.as_ref(), "each" | "one" | "both" | "another" | "some")
            });
        let subject = clause
            || counted && verb_next
            || !poss && {
                let b = self.bits(before);
                let f = self.tokens.get(before).map_or(0, |t| t.form);
                first == 0
                    || b & class::PREP == 0
                        && (f & !form::NOUN == 0
                            || b & (class::SPEECH | class::BE | class::MODAL | class::CLAUSE | class::CONJ) != 0)
                    || self.tokens.get(before).is_some_and(|t| !t.is_word())
            };
        out.put(Mention {
            first,
            end,
            people,
            roles,
            how,
            poss,
            proper: false,
            subject,
            list_end: end,
            list_people: people,
            list_roles: roles,
        });
    }

    fn word_mention(&self, i: usize, bits: u64, out: &mut Mentions) -> usize {
        let joined = self.tokens.get(i + 1).is_some_and(|t| t.has(flag::JOINED));
        let next_joined = joined && !matches!(self.lexicon.word(self.id(i + 1)).text.as_ref(), "s");
        let adults = role::S | role::P | role::UNKNOWN;
        if bits & (class::MOTHER | class::FATHER) != 0 {
            if next_joined {
                self.add(out, i, i + 1, 0, role::OTHER, How::Word);
                return i + 1;
            }
            let mother = bits & class::MOTHER != 0;
            let (own, other) = if mother {
                (self.names.mothers, self.names.fathers)
            } else {
                (self.names.fathers, self.names.mothers)
            };
            let sign = if mother { -1 } else { 1 };
            let adult = self.names.with_role(adults);
            let by_gender = self.by_gender(adult, sign);
            let people = if own != 0 {
                own
            } else if by_gender.count_ones() == 1 {
                by_gender
            } else if other != 0 && (adult & !other).count_ones() == 1 {
                adult & !other
            } else {
                0
            };
            let roles = if people == 0 { role::UNKNOWN } else { self.names.roles_of(people) };
            self.add(out, i, i + 1, people, roles, How::Word);
        } else if bits & class::VICTIM != 0 {
            let people = self.names.with_role(role::S);
            self.add(out, i, i + 1, people, role::S, How::Word);
        } else if bits & (class::WOMAN | class::MAN) != 0 {
            // "Female had a cut lip": in a log, the one adult it can be; "a man", "male on male" are anybody
            let before = i.checked_sub(1);
            let bare = before.is_none_or(|b| {
                !self.tokens.get(b).is_some_and(Token::is_word)
                    || matches!(self.lexicon.word(self.id(b)).text.as_ref(), "the" | "and")
            });
            let next_bits = self.bits(i + 1);
            let next_form = self.tokens.get(i + 1).map_or(0, |t| t.form);
            let acts = next_form & (form::PAST | form::S) != 0
                || next_bits & (class::BE | class::HAVE | class::MODAL | class::ADVERB | class::FILLER) != 0
                || matches!(
                    self.lexicon.word(self.id(i + 1)).text.as_ref(),
                    "calm" | "upset" | "tearful" | "intoxicated"
                );
            let patient = bits & class::WOMAN != 0 && bits & class::MAN != 0;
            let people = if patient {
                self.names.with_role(role::S)
            } else {
                self.by_gender(self.names.with_role(adults), if bits & class::WOMAN != 0 { -1 } else { 1 })
            };
            if bare && (acts || patient) && people.count_ones() == 1 {
                self.add(out, i, i + 1, people, self.names.roles_of(people), How::Word);
            }
        } else if bits & class::PERP != 0 {
            let people = self.names.with_role(role::P);
            self.add(out, i, i + 1, people, role::P, How::Word);
        } else if bits & class::PARTNER != 0 {
            self.add(out, i, i + 1, 0, role::UNKNOWN, How::Word);
        } else if bits & class::CHILD != 0 {
            let all = self.names.with_role(role::C);
            self.add(out, i, i + 1, all, role::C, How::Word);
        } else if bits & class::PAIR != 0 {
            if self.id(i + 1) != w::OF {
                let people = self.names.with_role(adults);
                self.add(out, i, i + 1, people, role::PAIR, How::Word);
            }
        } else if bits & class::RELATIVE != 0 {
            self.add(out, i, i + 1, 0, role::OTHER, How::Word);
        } else if bits & class::SELF != 0 {
            self.add(out, i, i + 1, 0, role::SELF, How::Pronoun);
        } else if bits & class::AGENCY != 0 {
            // "a chair was broken" is no conference chair
            let before = i.checked_sub(1).map_or("", |b| self.lexicon.word(self.id(b)).text.as_ref());
            let furniture = self.lexicon.word(self.id(i)).text.as_ref() == "chair"
                && matches!(before, "a" | "kitchen" | "dining" | "her" | "his" | "high" | "garden");
            if !furniture {
                self.add(out, i, i + 1, 0, role::AGENCY, How::Word);
            }
        } else {
            self.add(out, i, i + 1, 0, role::UNKNOWN, How::Pronoun);
        }
        i + 1
    }

    fn by_gender(&self, among: People, sign: i32) -> People {
        self.names
            .gender
            .iter()
            .enumerate()
            .filter(|(n, g)| among & (1 << n) != 0 && **g * sign > 0)
            .fold(0, |p, (n, _)| p | 1 << n)
    }

    /// Joins lists such as "Lily and Tom" into one mention.
    pub(crate) fn join(&self, out: &mut Mentions) {
        for n in (0..out.all.len().saturating_sub(1)).rev() {
            let (Some(a), Some(b)) = (out.all.get(n).copied(), out.all.get(n + 1).copied()) else { continue };
            if a.poss || a.roles & role::SELF != 0 || b.how == How::Pronoun && a.how == How::Pronoun {
                continue;
            }
            let mut t = a.end;
            let mut and = false;
            while t < b.first {
                let joiner = self.tokens.get(t).is_some_and(|x| {
                    x.id == w::AND || x.id == w::OR || matches!(x.kind, Kind::Comma | Kind::Slash)
                });
                and |= self.tokens.get(t).is_some_and(|x| x.id == w::AND || x.id == w::OR || x.kind == Kind::Slash)
                    || b.list_end > b.end;
                if !joiner
                    && self.bits(t) & class::DET == 0
                    && self.bits(t) & (class::SHE | class::HE | class::THEY) == 0
                {
                    and = false;
                    break;
                }
                t += 1;
            }
            if t != b.first || !and || b.first == a.end {
                continue;
            }
            let people = a.people | b.list_people;
            let mut roles = a.roles | b.list_roles;
            if roles & role::S != 0 && roles & role::P != 0
                || roles & role::UNKNOWN != 0
                    && roles & (role::S | role::P | role::C) == 0
                    && a.people != 0
                    && b.list_people != 0
            {
                roles = role::PAIR;
            }
            if let Some(a) = out.all.get_mut(n) {
                a.list_end = b.list_end;
                a.list_people = people;
                a.list_roles = roles;
            }
        }
    }
}
