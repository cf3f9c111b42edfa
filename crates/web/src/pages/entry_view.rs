//! Everything about one entry: its facts as rows, and its history.

use super::frame::entry_href;
use super::lines::Line;
use super::say::Say;
use practice::entry::Content;
use practice::ids::{EntryId, OccasionId};
use practice::kinds::document::AttachedFile;
use practice::kinds::impact::ImpactOn;
use practice::kinds::people::{Household, Member};
use practice::kinds::{Behaviour, Body, Effort, Impact, Intersection, Unknown};
use practice::project::Seen;
use practice::source::{Link, Who};
use practice::text::Code;
use practice::views::lines::Reader;
use practice::views::overview::says;
use words::Words;

/// One row: a name and its values.
#[derive(Clone, Debug)]
pub(crate) struct Fact {
    pub(crate) name: String,
    pub(crate) values: Vec<Line>,
}

/// One step of the history.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    pub(crate) when: String,
    pub(crate) what: String,
    pub(crate) who: String,
    pub(crate) reason: String,
    /// What it said then, where it says something else now; else empty.
    pub(crate) was: String,
}

impl Fact {
    /// Its values in words, without links.
    pub(crate) fn says(&self) -> Vec<String> {
        let says = |line: &Line| {
            if line.known.is_empty() { line.text.clone() } else { format!("{}\n{}", line.text, line.known) }
        };
        self.values.iter().map(says).collect()
    }
}

/// The facts of an entry, being put together.
pub(super) struct Facts<'a> {
    pub(super) say: &'a Say<'a>,
    pub(super) reader: &'a Reader<'a>,
    pub(super) rows: Vec<Fact>,
}

/// What must be read before the entry itself: words that are taken back come with what was going on around them.
pub(crate) fn leads(say: &Say<'_>, body: &Body) -> String {
    match body {
        Body::Voice(voice) => voice
            .takes_back
            .as_ref()
            .map(|takes_back| say.with("entry-taken-back", &[("context", takes_back.context.as_str().into())]))
            .unwrap_or_default(),
        _ => String::new(),
    }
}

/// The facts of an entry, in the order in which they are asked.
pub(crate) fn facts(say: &Say<'_>, reader: &Reader<'_>, seen: &Seen) -> Vec<Fact> {
    let mut facts = Facts { say, reader, rows: Vec::new() };
    match &seen.content.body {
        Body::Behaviour(body) => facts.behaviour(body),
        Body::Effort(body) => facts.effort(body),
        Body::Impact(body) => facts.impact(body),
        Body::Intersection(body) => facts.intersection(body),
        Body::Unknown(body) => facts.unknown(body),
        Body::Note(note) => {
            facts.text("text", Some(note.text.to_string()));
            facts.people("about", &note.about);
            facts.entries("addendum-to", note.addendum_to.as_slice());
        }
        Body::Document(document) => {
            facts.text("what-it-is", document.what.as_ref().map(ToString::to_string));
            facts.whos("from-whom", document.from.as_slice());
            facts.people("about", &document.about);
            facts.file(&document.file);
        }
        Body::Visit(visit) => {
            facts.text("visit-kind", Some(say.words.visit_kind(&visit.kind)));
            facts.whos("present", &visit.present);
            facts.text("could-overhear", visit.could_overhear.as_ref().map(ToString::to_string));
            facts.text("interpreter", visit.interpreter.as_ref().map(ToString::to_string));
            facts.people("seen-alone", &visit.seen_alone);
            facts.text("remark", visit.remark.as_ref().map(ToString::to_string));
        }
        Body::Person(person) => {
            facts.text("name", Some(person.name.to_string()));
            facts.text("known-as", person.known_as.as_ref().map(ToString::to_string));
            facts.texts("aliases", person.aliases.iter().map(ToString::to_string).collect());
            facts.text(
                if person.unborn { "expected" } else { "born" },
                person.born.as_ref().map(|date| say.words.date(*date)),
            );
            facts.text("died", person.died.as_ref().map(|date| say.words.date(*date)));
            facts.text("gender", person.gender.as_ref().map(ToString::to_string));
            facts.text("pronouns", person.pronouns.as_ref().map(ToString::to_string));
            facts.texts("languages", person.languages.iter().map(ToString::to_string).collect());
            facts.text("capacity", person.capacity.as_ref().map(ToString::to_string));
        }
        Body::Relationship(r) => {
            let (from, to) = (reader.person(r.from).name, reader.person(r.to).name);
            facts.text("relationship", Some(say.related(r.kind, &from, &to)));
            facts.people("from", &[r.from, r.to]);
            facts.text("period", r.period.as_ref().map(|period| say.words.period(period)));
            facts.text("remark", r.remark.as_ref().map(ToString::to_string));
        }
        Body::Household(household) => {
            facts.text("name", Some(household.name.to_string()));
            let members: Vec<EntryId> = household.members.iter().map(|member| member.person).collect();
            facts.people("members", &members);
            facts.texts("members-period", member_times(say, reader, household));
        }
        Body::RoleDecision(decision) => {
            facts.people("person", &[decision.person]);
            facts.text("role", Some(say.words.name(decision.role)));
            facts.text("reason", decision.reason.as_ref().map(ToString::to_string));
            facts.entries("relationship", decision.relationship.as_slice());
            facts.text("period", decision.period.as_ref().map(|period| say.words.period(period)));
            facts.text("review", decision.review.map(|day| say.words.day(day)));
            facts.texts("open-questions", decision.open_questions.iter().map(ToString::to_string).collect());
        }
        Body::LivingArrangement(body) => facts.living_arrangement(body),
        Body::ContactDetail(body) => facts.contact_detail(body),
        Body::UseOfForce(body) => facts.use_of_force(body),
        Body::Voice(body) => facts.voice(body),
        Body::DailyCare(body) => facts.daily_care(body),
        Body::CareConcern(body) => facts.care_concern(body),
        Body::Contact(body) => facts.contact(body),
        Body::PartneringStep(body) => facts.partnering_step(body),
        Body::SystemResponse(body) => facts.system_response(body),
        Body::WorkerSafety(body) => facts.worker_safety(body),
        Body::Plan(body) => facts.plan(body),
        Body::Goal(body) => facts.goal(body),
        Body::Support(body) => facts.support(body),
        Body::ChildNeed(body) => facts.child_need(body),
        Body::AgencyAction(body) => facts.agency_action(body),
        Body::ChangeReview(body) => facts.change_review(body),
        Body::Evidence(body) => facts.evidence(body),
        Body::Chronology(body) => facts.chronology(body),
        Body::Interview(body) => facts.interview(body),
        Body::ToolResult(body) => facts.tool_result(body),
        Body::Decision(body) => facts.decision(body),
        Body::SignOff(body) => facts.sign_off(body),
        Body::MappingSession(body) => facts.mapping_session(body),
        Body::Supervision(body) => facts.supervision(body),
    }
    facts.envelope(seen);
    facts.rows
}

/// From when until when somebody lived in a household, for those for whom that is said.
fn member_times(say: &Say<'_>, reader: &Reader<'_>, household: &Household) -> Vec<String> {
    let time = |member: &Member| {
        member.period.as_ref().map(|time| say.says(&reader.person(member.person).name, &say.words.period(time)))
    };
    household.members.iter().filter_map(time).collect()
}

impl Facts<'_> {
    pub(super) fn row(&mut self, key: &str, values: Vec<Line>) {
        if !values.is_empty() {
            self.rows.push(Fact { name: self.say.t(&format!("page-fact-{key}")), values });
        }
    }

    pub(super) fn text(&mut self, key: &str, text: Option<String>) {
        self.texts(key, text.into_iter().collect());
    }

    pub(super) fn texts(&mut self, key: &str, texts: Vec<String>) {
        let values = texts.into_iter().map(|text| Line { text, ..Line::default() }).collect();
        self.row(key, values);
    }

    /// The file of a document: what it is, how long, and how it is recognised.
    fn file(&mut self, file: &AttachedFile) {
        let say = self.say;
        self.text("file-type", Some(say.words.media_type(file.media_type.as_str())));
        self.text("file-size", Some(say.words.file_size(file.size)));
        self.text("file-name", Some(file.original_name.to_string()));
        self.text("file-hash", Some(file.blake3.to_string()));
        let details = if file.details_removed { "attached-details-removed" } else { "attached-details-kept" };
        if file.media_type.as_str().starts_with("image/") {
            self.text("file-details", Some(say.t(details)));
        }
    }

    pub(super) fn people(&mut self, key: &str, ids: &[EntryId]) {
        let values = ids
            .iter()
            .map(|id| Line::link(entry_href(self.say.case, *id), self.reader.person(*id).name, ""))
            .collect();
        self.row(key, values);
    }

    pub(super) fn whos(&mut self, key: &str, whos: &[Who]) {
        self.texts(key, whos.iter().map(|who| self.reader.who(who).name).collect());
    }

    pub(super) fn entries(&mut self, key: &str, ids: &[EntryId]) {
        let links: Vec<Link> = ids.iter().map(|to| Link { to: *to, basis: None }).collect();
        self.links(key, &links);
    }

    /// Links say how the connection is known: what a court contests.
    pub(super) fn links(&mut self, key: &str, links: &[Link]) {
        let values = links
            .iter()
            .map(|link| {
                let basis = link
                    .basis
                    .as_ref()
                    .map(|basis| self.say.basis(&self.reader.who(&basis.by).name, basis.words.as_ref()));
                self.linked(link.to, basis.unwrap_or_default())
            })
            .collect();
        self.row(key, values);
    }

    pub(super) fn linked(&self, to: EntryId, remark: String) -> Line {
        let seen = self.reader.projection.get(to);
        if self.reader.projection.removed(to).is_some() {
            let text = self.say.t("keeping-removed-title");
            return Line { gone: true, ..Line::link(entry_href(self.say.case, to), text, "") };
        }
        let text = seen.map(|seen| says(self.reader, &seen.content.body)).unwrap_or_default();
        let gone = seen.is_some_and(|seen| seen.withdrawn);
        let known = if gone { self.say.t("page-link-withdrawn") } else { remark };
        Line { gone, ..Line::link(entry_href(self.say.case, to), text, known) }
    }

    pub(super) fn codes(&mut self, key: &str, codes: &[Code], name: fn(&Words, &Code) -> String) {
        let words = codes.iter().map(|code| name(self.say.words, code)).collect();
        self.texts(key, words);
    }

    fn behaviour(&mut self, b: &Behaviour) {
        self.people("actor", &[b.actor]);
        self.text("act", Some(b.act.to_string()));
        self.people("targets", &b.targets);
        self.codes("categories", &b.categories, Words::behaviour_category);
        self.text("setting", b.setting.as_ref().map(ToString::to_string));
        self.whos("through", &b.through);
        self.text("form", Some(self.say.words.name(b.form)));
        self.text("force", Some(self.say.words.name(b.force)));
        self.links("answers-effort", &b.answers_effort);
        let name = self.reader.person(b.actor).name;
        self.text("usable", Some(self.say.words.usable(&b.usable_with_actor, &name)));
    }

    fn effort(&mut self, e: &Effort) {
        self.people("actor", &[e.actor]);
        self.text("act", Some(e.act.to_string()));
        self.people("for-whom", &e.for_whom);
        self.links("answers", &e.answers);
        self.codes("categories", &e.categories, Words::effort_category);
        let made = e.made_possible.iter().map(|made| match made.person {
            Some(person) => self.say.says(&self.reader.person(person).name, made.what.as_str()),
            None => made.what.to_string(),
        });
        self.texts("made-possible", made.collect());
        self.text("cost", e.cost.as_ref().map(ToString::to_string));
        for (key, consequence) in [("obstacle", &e.obstacle), ("followed", &e.followed)] {
            let Some(consequence) = consequence else { continue };
            let mut values = vec![Line { text: consequence.what.to_string(), ..Line::default() }];
            values.extend(consequence.behaviour.map(|id| self.linked(id, String::new())));
            self.row(key, values);
        }
        self.text("safe-wording", e.safe_wording.as_ref().map(ToString::to_string));
        self.text("wants-heard-by", e.wants_heard_by.as_ref().map(ToString::to_string));
    }

    fn impact(&mut self, i: &Impact) {
        match i.on {
            ImpactOn::Child(id) => self.people("on-child", &[id]),
            ImpactOn::Parenting(id) => self.people("on-parenting", &[id]),
            ImpactOn::FamilyFunctioning => self.text("on", Some(self.say.t("page-on-family"))),
        }
        self.text("what", Some(i.what.to_string()));
        self.codes("domains", &i.domains, Words::impact_domain);
        let values = i
            .from
            .iter()
            .map(|link| {
                let mut remarks = vec![self.say.pathway(link.pathway, "")];
                remarks.extend(
                    link.basis.as_ref().map(|b| self.say.basis(&self.reader.who(&b.by).name, b.words.as_ref())),
                );
                self.linked(link.behaviour, remarks.join(". "))
            })
            .collect();
        self.row("from-behaviour", values);
        if let Some(none) = &i.none_seen {
            let mut parts = vec![self.reader.who(&none.by).name];
            parts.extend(none.on.as_ref().map(|date| self.say.words.date(*date)));
            parts.extend(none.place.as_ref().map(ToString::to_string));
            self.text("none-seen", Some(parts.join(", ")));
            self.text("coping", none.coping.as_ref().map(ToString::to_string));
        }
    }

    fn intersection(&mut self, i: &Intersection) {
        self.codes("factor", std::slice::from_ref(&i.factor), Words::factor);
        self.people("whose", &i.whose);
        self.text("mechanism", Some(self.say.words.name(i.mechanism)));
        self.text("what", Some(i.what.to_string()));
        self.links("behaviours", &i.behaviours);
    }

    fn unknown(&mut self, u: &Unknown) {
        self.text("question", Some(u.question.to_string()));
        self.whos("could-answer", u.could_answer.as_slice());
        self.text("safely", u.safely.as_ref().map(ToString::to_string));
        self.people("about", &u.about);
        self.entries("about-behaviour", u.behaviour.as_slice());
        self.text("answer", u.answer.as_ref().map(ToString::to_string));
        self.entries("answered-in", &u.answered_in);
    }

    fn envelope(&mut self, seen: &Seen) {
        let envelope = self.reader.envelope(seen);
        if !matches!(seen.content.body, Body::Person(_) | Body::Relationship(_) | Body::Household(_)) {
            self.text("when", Some(self.say.words.when(&envelope.happened)));
            let known = if envelope.known.is_empty() {
                vec![Line {
                    text: self.say.t("not-yet-asked"),
                    href: format!("{}/revise", entry_href(self.say.case, seen.id)),
                    ..Line::default()
                }]
            } else {
                envelope
                    .known
                    .iter()
                    .map(|known| {
                        let quote =
                            known.words.as_ref().map(|quote| format!("“{}”", quote.words)).unwrap_or_default();
                        Line { text: self.say.known(std::slice::from_ref(known)), known: quote, ..Line::default() }
                    })
                    .collect()
            };
            self.row("known", known);
        }
        let disputed = envelope.disputed.iter().map(|disputed| self.say.words.disputed(disputed)).collect();
        self.texts("disputed", disputed);
        if let Some(OccasionId(id)) = seen.content.occasion.filter(|occasion| occasion.0 != seen.id.0) {
            self.entries("occasion", &[EntryId(id)]);
        }
        self.text("label", Some(self.say.words.name(envelope.label)));
    }
}

/// The history, last step first.
pub(crate) fn history(say: &Say<'_>, reader: &Reader<'_>, seen: &Seen) -> Vec<Step> {
    let now = full(reader, &seen.content);
    let steps = seen.history.iter().rev().map(|step| {
        let was = step.content.as_ref().map(|content| full(reader, content)).filter(|was| *was != now);
        Step {
            when: say.moment(step.recorded_at),
            what: say.words.changed(step.what),
            who: step.author.name.to_string(),
            reason: step.reason.as_ref().map(ToString::to_string).unwrap_or_default(),
            was: was.unwrap_or_default(),
        }
    });
    steps.collect()
}

/// What an entry said, in full.
fn full(reader: &Reader<'_>, content: &Content) -> String {
    match &content.body {
        Body::Note(note) => format!("{}\n\n{}", note.title, note.text),
        body => says(reader, body),
    }
}
