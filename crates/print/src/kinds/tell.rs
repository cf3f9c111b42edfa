//! What all documents tell in the same way: who it is about, a statement with its sources, what stands against it.

use super::DocumentKind;
use crate::document::{Fact, Item, Paragraph};
use crate::sources::Sources;
use jiff::civil::Date;
use practice::cast::{Cast, PersonLine};
use practice::kinds::people::Role;
use practice::label::Labels;
use practice::pack::Pack;
use practice::project::Projection;
use practice::views::gaps::Gap;
use practice::views::lines::{EffortLine, Envelope, ImpactLine, Linked, Named};
use words::{Arg, Words};

/// Tells the views of one projection in one language.
pub(super) struct Teller<'a> {
    pub(super) projection: &'a Projection,
    pub(super) pack: &'a Pack,
    pub(super) words: &'a Words,
    pub(super) as_of: Date,
    pub(super) cast: Cast,
    pub(super) sources: Sources<'a>,
}

impl<'a> Teller<'a> {
    pub(super) fn new(projection: &'a Projection, pack: &'a Pack, words: &'a Words, as_of: Date) -> Self {
        let cast = Cast::of(projection, as_of);
        Self { projection, pack, words, as_of, cast, sources: Sources::new(words) }
    }

    pub(super) fn t(&self, key: &str) -> String {
        self.words.say(key)
    }

    pub(super) fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.say_with(key, args)
    }

    /// "Ola, Kuba and Maja"; nothing for nobody.
    pub(super) fn list(&self, names: &[String]) -> String {
        if names.is_empty() { String::new() } else { self.words.list(names) }
    }

    pub(super) fn names(&self, people: &[Named]) -> String {
        self.list(&people.iter().map(|person| person.name.clone()).collect::<Vec<_>>())
    }

    pub(super) fn lines<'b>(&self, people: impl IntoIterator<Item = &'b PersonLine>) -> String {
        self.list(&people.into_iter().map(|person| person.name.clone()).collect::<Vec<_>>())
    }

    /// Who protects, as a list; nothing for nobody.
    pub(super) fn survivors(&self) -> String {
        self.lines(self.cast.survivors())
    }

    /// Who causes harm, as a list; nothing for nobody.
    pub(super) fn perpetrators(&self) -> String {
        self.lines(self.cast.with(Role::Perpetrator))
    }

    /// A name with the age, where that is known.
    pub(super) fn aged(&self, person: &PersonLine) -> String {
        match self.words.age(person.born, person.unborn, self.as_of) {
            Some(age) => self.with("name-and-age", &[("name", (&person.name).into()), ("age", age.into())]),
            None => person.name.clone(),
        }
    }

    pub(super) fn title(&self, kind: DocumentKind) -> String {
        let children = self.lines(self.cast.with(Role::Child));
        let key = format!("doc-title-{}", kind.code());
        if children.is_empty() {
            return self.t(&key);
        }
        self.with("doc-title-about", &[("document", self.t(&key).into()), ("children", children.into())])
    }

    pub(super) fn notice(&self) -> Vec<String> {
        let harm = self.perpetrators();
        let mut lines = vec![self.t("doc-notice")];
        if harm.is_empty() {
            lines.push(self.t("doc-notice-unchecked-nobody"));
        } else {
            lines.push(self.with("doc-notice-unchecked", &[("name", harm.into())]));
        }
        lines.push(self.t("doc-notice-holds"));
        if self.projection.invented {
            lines.push(self.t("invented-family"));
        }
        lines
    }

    pub(super) fn running(&self, kind: DocumentKind) -> String {
        let document = self.t(&format!("doc-title-{}", kind.code()));
        self.with("doc-running", &[("document", document.into())])
    }

    pub(super) fn facts(&self, labels: &Labels) -> Vec<Fact> {
        let children: Vec<String> = self.cast.with(Role::Child).map(|child| self.aged(child)).collect();
        let holds: Vec<String> = labels.iter().map(|label| self.words.name(label)).collect();
        let all = [
            ("doc-children", if children.is_empty() { self.t("not-yet-asked") } else { children.join("; ") }),
            ("doc-causes-harm", self.perpetrators()),
            ("doc-protects", self.survivors()),
            ("doc-undetermined", self.lines(self.cast.with(Role::Undetermined))),
            ("doc-reference", self.projection.reference.as_ref().map(ToString::to_string).unwrap_or_default()),
            ("doc-as-of", self.words.day(self.as_of)),
            ("doc-holds", holds.join("; ")),
        ];
        all.into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(key, text)| Fact { name: self.t(key), text })
            .collect()
    }

    /// A statement with its sources.
    pub(super) fn stated(&mut self, text: String, envelope: &Envelope) -> Paragraph {
        Paragraph::plain(text).and(self.sources.cite(&envelope.known))
    }

    /// Who says it is not so.
    pub(super) fn disputes(&self, envelope: &Envelope) -> Vec<Paragraph> {
        envelope.disputed.iter().map(|dispute| Paragraph::quiet(self.words.disputed(dispute))).collect()
    }

    /// An effect: what was seen, from whom it is known, who connects it with the behaviour.
    pub(super) fn impact(&mut self, impact: &ImpactLine, link: Option<&Linked>) -> Vec<Paragraph> {
        let mut out = vec![self.stated(impact.what.clone(), &impact.envelope)];
        if let Some(looked) = &impact.none_seen {
            let mut said = self.words.none_seen(looked);
            if let Some(how) = &looked.coping {
                let copes = self.with("page-copes", &[("how", how.as_str().into())]);
                said = self.with("doc-and-then", &[("first", said.into()), ("then", copes.into())]);
            }
            out.push(Paragraph::quiet(said));
        }
        out.extend(link.and_then(|link| self.words.connection(link)).map(Paragraph::quiet));
        out.extend(self.disputes(&impact.envelope));
        out
    }

    /// An effort with all that belongs to it, as an item of a list. `name` puts who did it before it.
    pub(super) fn effort(&mut self, effort: &EffortLine, name: bool) -> Item {
        let act = if name { self.says(&effort.actor.name, &effort.act) } else { effort.act.clone() };
        let mut out = vec![self.stated(act, &effort.envelope)];
        let mut more = Vec::new();
        let when = self.words.when(&effort.envelope.happened);
        more.push(self.with("doc-when", &[("when", when.into())]));
        if !effort.for_whom.is_empty() {
            more.push(self.with("doc-for-whom", &[("names", self.names(&effort.for_whom).into())]));
        }
        for made in &effort.made_possible {
            let what = self.words.made_possible(made);
            more.push(self.with("doc-made-possible", &[("what", what.into())]));
        }
        let rest = [
            ("doc-cost", effort.cost.as_ref()),
            ("doc-obstacle", effort.obstacle.as_ref().map(|(what, _)| what)),
            ("doc-followed", effort.followed.as_ref().map(|(what, _)| what)),
        ];
        for (key, what) in rest {
            more.extend(what.map(|what| self.with(key, &[("what", what.as_str().into())])));
        }
        out.extend(more.into_iter().map(Paragraph::quiet));
        out.extend(self.disputes(&effort.envelope));
        Item(out)
    }

    /// "Name: what".
    pub(super) fn says(&self, name: &str, what: &str) -> String {
        self.with("page-says", &[("name", name.into()), ("what", what.into())])
    }

    /// A question nobody has answered, and who could safely be asked.
    pub(super) fn gap(&self, gap: &Gap) -> Item {
        let mut out = vec![Paragraph::open(self.words.question(gap))];
        out.extend(
            [self.words.safe_to_ask(&gap.ask), self.words.safely(gap)].into_iter().flatten().map(Paragraph::quiet),
        );
        Item(out)
    }

    /// "Not yet asked."
    pub(super) fn unasked(&self) -> Paragraph {
        Paragraph::open(self.t("not-yet-asked"))
    }
}
