//! Families for tests of the genogram: a case file of people and relationships, written in a few lines, or invented.

use practice::case::CaseFile;
use practice::clearance::Clearance;
use practice::entry::{Author, Change, Content, Revision};
use practice::event::{CaseEvent, Opened};
use practice::ids::{AccountId, CaseId, EntryId};
use practice::project::project;
use practice::text::Text;
use practice::views::{GenogramView, genogram};
use serde_json::{Value, json};
use uuid::Uuid;

/// A case file in the making.
pub(crate) struct Family {
    events: Vec<CaseEvent>,
    next: u128,
}

pub(crate) fn as_of() -> jiff::civil::Date {
    jiff::civil::date(2026, 11, 24)
}

fn author() -> Author {
    Author { id: AccountId(Uuid::from_u128(1)), name: Text::parse("Worker").expect("a name") }
}

impl Family {
    pub(crate) fn new() -> Self {
        let opened = Opened {
            case: CaseId(Uuid::from_u128(7)),
            author: author(),
            opened_at: "2026-01-01T09:00:00Z".parse().expect("a time"),
            reference: None,
            invented: true,
        };
        Self { events: vec![CaseEvent::Opened(opened)], next: 0x0193_5d00_0000_7000_8000_0000_0000_0000 }
    }

    pub(crate) fn add(&mut self, body: Value) -> EntryId {
        self.next += 1;
        let id = EntryId(Uuid::from_u128(self.next));
        let content: Content =
            serde_json::from_value(json!({ "label": "professional", "body": body })).expect("an entry");
        self.events.push(CaseEvent::Entry(Box::new(Revision {
            id,
            revision: 1,
            author: author(),
            recorded_at: "2026-01-01T10:00:00Z".parse().expect("a time"),
            reason: None,
            change: Change::Recorded(Box::new(content)),
        })));
        id
    }

    pub(crate) fn person(&mut self, name: &str, more: Value) -> EntryId {
        let mut person = json!({ "name": name });
        if let (Some(person), Some(more)) = (person.as_object_mut(), more.as_object()) {
            person.extend(more.clone());
        }
        self.add(json!({ "person": person }))
    }

    pub(crate) fn related(&mut self, from: EntryId, kind: &str, to: EntryId) -> EntryId {
        self.add(json!({ "relationship": { "kind": kind, "from": from, "to": to } }))
    }

    pub(crate) fn child(&mut self, parents: &[EntryId], name: &str, born: &str) -> EntryId {
        let child = self.person(name, json!({ "born": born }));
        for parent in parents {
            self.related(*parent, "parent", child);
        }
        child
    }

    pub(crate) fn role(&mut self, person: EntryId, role: &str) {
        self.add(json!({ "role_decision": { "person": person, "role": role } }));
    }

    pub(crate) fn harms(&mut self, actor: EntryId, title: &str, targets: &[EntryId]) {
        self.add(json!({ "behaviour": { "actor": actor, "act": title, "title": title, "targets": targets } }));
    }

    pub(crate) fn protects(&mut self, actor: EntryId, act: &str, whom: &[EntryId]) {
        self.add(json!({ "effort": { "actor": actor, "act": act, "for_whom": whom } }));
    }

    pub(crate) fn home(&mut self, name: &str, members: &[EntryId]) {
        let members: Vec<Value> = members.iter().map(|person| json!({ "person": person })).collect();
        self.add(json!({ "household": { "name": name, "members": members } }));
    }

    pub(crate) fn view(self) -> GenogramView {
        let file = CaseFile::fold(self.events).expect("it folds");
        genogram(&project(&file, &Clearance::whole()), as_of())
    }
}

/// Two hubs of two partners each, half-siblings, grandparents, a stepfather, twins: the family that drawings get wrong.
pub(crate) fn two_hubs() -> GenogramView {
    let mut f = Family::new();
    let pauline = f.person("Pauline Pellow", json!({ "born": "1963", "pronouns": "she" }));
    let george = f.person("George Pellow", json!({ "born": "1958", "died": "2019-04", "pronouns": "he" }));
    let irena = f.person("Irena Malinowska", json!({ "born": "1965", "pronouns": "she" }));
    let craig = f.person("Craig Pellow", json!({ "born": "1987", "pronouns": "he" }));
    let leanne = f.person("Leanne Strick", json!({ "born": "1990", "pronouns": "she" }));
    let ewa = f.person("Ewa Malinowska", json!({ "born": "1992", "pronouns": "she" }));
    let marek = f.person("Marek Zieliński", json!({ "born": "1985", "pronouns": "he" }));
    let kasia = f.person("Katarzyna Malinowska", json!({ "known_as": "Kasia", "born": "1995", "pronouns": "she" }));
    let dean = f.person("Dean Pellow", json!({ "born": "1991", "gender": "non-binary", "pronouns": "they" }));
    f.add(json!({ "relationship": { "kind": "spouse", "from": george, "to": pauline } }));
    for child in [craig, dean] {
        f.related(pauline, "parent", child);
        f.related(george, "parent", child);
    }
    for child in [ewa, kasia] {
        f.related(irena, "parent", child);
    }
    let span = |from: &str, until: &str| json!({ "from": from, "until": until });
    f.add(json!({ "relationship": { "kind": "former_partner", "from": craig, "to": leanne, "period": span("2009", "2013") } }));
    f.add(json!({ "relationship": { "kind": "spouse", "from": craig, "to": ewa, "period": span("2014", "2026-06") } }));
    f.add(json!({ "relationship": { "kind": "former_partner", "from": marek, "to": ewa, "period": span("2010", "2012") } }));
    let finn = f.child(&[leanne, craig], "Finn", "2012-05");
    let ola = f.child(&[ewa, craig], "Ola", "2015-02-03");
    let kuba = f.child(&[ewa, craig], "Kuba", "2020-06-21");
    let jan = f.child(&[ewa, craig], "Jan", "2020-06-21");
    let maja = f.child(&[ewa, craig], "Maja", "2026-01-12");
    let tomek = f.child(&[ewa, marek], "Tomek", "2011-09-30");
    f.related(craig, "step_parent", tomek);
    for child in [ola, kuba, jan, maja, tomek] {
        f.role(child, "child");
    }
    f.role(craig, "perpetrator");
    f.role(ewa, "survivor");
    f.harms(craig, "Money", &[ewa, leanne]);
    f.harms(craig, "Nights and the phone", &[ewa]);
    f.harms(craig, "Questions on Saturdays", &[ola, tomek]);
    f.harms(craig, "Wakes the house", &[kuba, jan]);
    f.protects(ewa, "Lies down beside Kuba every night until he is asleep again", &[kuba, jan]);
    f.protects(ewa, "Tells Ola in plain words what each letter says", &[ola]);
    f.protects(kasia, "Brings food and letters", &[ewa]);
    f.home("Ewa and the children", &[ewa, ola, kuba, jan, maja, tomek]);
    f.home("Leanne’s household", &[leanne, finn]);
    f.home("Pauline and Craig", &[pauline, craig]);
    f.view()
}

/// What goes wrong on bad days: a child with two fathers in two households, a household of which nobody is sure, a name of
/// three hundred letters, an Arabic name, a dead grandmother, a child not yet born, and somebody recorded as his own
/// partner's father.
pub(crate) fn bad_day() -> GenogramView {
    let mut f = Family::new();
    let zofia = f.person("Zofia Nowak", json!({ "born": "1950", "died": "2020", "gender": "woman" }));
    let anna = f.person("Anna Nowak", json!({ "born": "1990-03-01", "gender": "woman" }));
    let omar = f.person("عمر بن عبد الرحمن", json!({ "born": "1988", "gender": "man" }));
    let long = f.person(&"Wilhelmina-Aleksandra ".repeat(14), json!({ "gender": "two-spirit" }));
    let piotr = f.person("Piotr Łąka", json!({ "pronouns": "he" }));
    let lukasz = f.person("Łukasz Źrebak", json!({ "pronouns": "he" }));
    f.related(zofia, "parent", anna);
    f.related(zofia, "parent", long);
    f.related(anna, "partner", omar);
    f.related(anna, "former_partner", piotr);
    let child = f.child(&[anna, omar, piotr], "Ania", "2016-01-31");
    f.child(&[anna, omar], "Adam", "2019-12-31");
    f.child(&[anna, omar], "Ewa", "2020-01-01");
    let unborn = f.person("Baby", json!({ "born": "2027-03", "unborn": true }));
    f.related(anna, "parent", unborn);
    // He is recorded as Anna's father and as her partner.
    f.related(lukasz, "parent", anna);
    f.related(lukasz, "spouse", anna);
    for person in [child, unborn] {
        f.role(person, "child");
    }
    f.role(omar, "perpetrator");
    f.role(anna, "survivor");
    f.role(piotr, "undetermined");
    f.harms(omar, "Takes the car keys", &[anna, child]);
    f.harms(piotr, "Does not bring her back", &[anna, child]);
    f.protects(anna, "Keeps a second key at the neighbour’s", &[child, unborn]);
    f.protects(long, "Fetches Ania from school", &[child]);
    f.home("Anna", &[anna, child, unborn]);
    f.home("Piotr", &[piotr, child]);
    f.add(json!({ "household": { "name": "The flat in town", "members": [
        { "person": omar, "period": { "from": "2024", "until": "not_known" } },
        { "person": long },
    ] } }));
    f.view()
}
