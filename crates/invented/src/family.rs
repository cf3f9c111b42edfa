//! An invented family: children, the parent who protects them, the one who causes harm, and everybody around them. Whoever has
//! which part does not follow from anybody's gender.

use crate::agency::id_at;
use crate::desk::{Broken, Desk};
use crate::dice::Dice;
use crate::names::{Culture, FamilyName, Given, Name};
use practice::ids::EntryId;
use practice::kinds::Body;
use practice::kinds::people::{
    Household, Member as Lives, Person, Relationship, RelationshipKind, Role, RoleDecision,
};
use practice::kinds::places::{ContactDetail, KnownToHarm};
use practice::label::Label;
use practice::text::{Code, Text};
use practice::when::{ApproxDate, Happened, Period, Until};
use uuid::Uuid;

/// Somebody of the family.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub(crate) id: EntryId,
    pub(crate) short: String,
    given: Given,
}

impl Member {
    /// "her" sister.
    pub(crate) fn own(&self) -> &'static str {
        match self.given {
            Given::Woman => "her",
            Given::Man => "his",
        }
    }
}

/// Everybody.
#[derive(Clone, Debug)]
pub(crate) struct People {
    pub(crate) children: Vec<Member>,
    pub(crate) harm: Member,
    pub(crate) survivor: Member,
    /// A former partner of the person who causes harm, in another family.
    pub(crate) former: Option<Member>,
    pub(crate) his_kin: Vec<Member>,
    pub(crate) friends: Vec<Member>,
    pub(crate) professionals: Vec<Member>,
}

impl Default for People {
    fn default() -> Self {
        let nobody = || Member { id: EntryId(Uuid::nil()), short: String::new(), given: Given::Woman };
        Self {
            children: Vec::new(),
            harm: nobody(),
            survivor: nobody(),
            former: None,
            his_kin: Vec::new(),
            friends: Vec::new(),
            professionals: Vec::new(),
        }
    }
}

/// Which of the given names the two adults have: survivor first.
fn adults(dice: &mut Dice) -> (Given, Given) {
    match dice.below(100) {
        0..=71 => (Given::Woman, Given::Man),
        72..=85 => (Given::Man, Given::Woman),
        86..=93 => (Given::Woman, Given::Woman),
        _ => (Given::Man, Given::Man),
    }
}

impl Desk {
    /// Records the family and who is who.
    pub(crate) fn family(&mut self, further: u64) -> Result<(), Broken> {
        let (hers, his) = adults(&mut self.dice);
        let culture = Culture::throw(&mut self.dice);
        let family = FamilyName::throw(&mut self.dice, culture);
        let his_family = if self.dice.percent(40) { family } else { self.any_family() };
        let children = match self.dice.below(100) {
            0..=34 => 1,
            35..=69 => 2,
            70..=88 => 3,
            _ => self.dice.between(4, 6),
        };
        for _ in 0..children {
            let given = Given::throw(&mut self.dice);
            let born = self.dice.between(20, 16 * 365);
            let child =
                self.person(given, if his_family == family { family } else { his_family }, Some(born), None)?;
            self.people.children.push(child);
        }
        self.people.harm = self.adult(his, his_family)?;
        self.people.survivor = self.adult(hers, family)?;
        let (survivor, harm) = (self.people.survivor.id, self.people.harm.id);
        let union = match self.dice.below(100) {
            0..=34 => RelationshipKind::Spouse,
            35..=59 => RelationshipKind::Partner,
            _ => RelationshipKind::FormerPartner,
        };
        let began = self.day_ago(400, 5_000);
        let period = Period { from: Some(ApproxDate::Year(began.year())), until: Until::Ongoing };
        self.related(union, harm, survivor, Some(period))?;
        let kind = match self.dice.below(100) {
            0..=81 => RelationshipKind::Parent,
            82..=95 => RelationshipKind::StepParent,
            _ => RelationshipKind::AdoptiveParent,
        };
        for child in self.people.children.clone() {
            self.related(RelationshipKind::Parent, survivor, child.id, None)?;
            self.related(kind, harm, child.id, None)?;
        }
        if self.dice.percent(35) {
            let elsewhere = self.any_family();
            let former = self.adult(hers, elsewhere)?;
            self.related(RelationshipKind::FormerPartner, former.id, harm, None)?;
            self.part(former.id, Role::Survivor, true)?;
            self.people.former = Some(former);
        }
        for _ in 0..further {
            self.somebody_else(his_family, family)?;
        }
        self.parts()?;
        let members = self.people.children.iter().map(|child| child.id).chain([survivor]);
        let members = members.map(|person| Lives { person, period: None }).collect();
        let name = Text::parse(&format!("{} and the children", self.people.survivor.short))?;
        self.add(
            Label::Professional,
            Happened::NotKnown,
            Vec::new(),
            Body::Household(Household { name, members }),
        )?;
        if self.dice.percent(50) {
            self.safe_contact()?;
        }
        Ok(())
    }

    fn any_family(&mut self) -> FamilyName {
        let culture = Culture::throw(&mut self.dice);
        FamilyName::throw(&mut self.dice, culture)
    }

    fn adult(&mut self, given: Given, family: FamilyName) -> Result<Member, Broken> {
        let days = self.dice.between(19 * 365, 52 * 365);
        let born = self.dice.percent(75).then_some(days);
        self.person(given, family, born, None)
    }

    fn person(
        &mut self,
        given: Given,
        family: FamilyName,
        days_old: Option<u64>,
        capacity: Option<&str>,
    ) -> Result<Member, Broken> {
        let name = Name::throw(&mut self.dice, given, family);
        let born = days_old.map(|days| {
            let day = self.ago(days);
            match self.dice.below(10) {
                0..=6 => ApproxDate::Day(day),
                7..=8 => ApproxDate::Month(day.year(), day.month()),
                _ => ApproxDate::Year(day.year()),
            }
        });
        let aliases = match name.other_spelling(&mut self.dice) {
            Some(other) if self.dice.percent(30) => vec![Text::parse(&other)?],
            _ => Vec::new(),
        };
        let language = name.culture.language(&mut self.dice);
        let languages = language.into_iter().chain(["English"]).map(Text::parse).collect::<Result<_, _>>()?;
        let body = Person {
            name: Text::parse(&name.full())?,
            known_as: name.known_as.map(Text::parse).transpose()?,
            aliases,
            born,
            unborn: false,
            died: None,
            gender: None,
            pronouns: None,
            languages,
            capacity: capacity.map(Text::parse).transpose()?,
        };
        let id = self.add(Label::Professional, Happened::NotKnown, Vec::new(), Body::Person(body))?;
        Ok(Member { id, short: name.short().to_owned(), given })
    }

    /// A relative, a friend, or somebody of an agency.
    fn somebody_else(&mut self, his: FamilyName, hers: FamilyName) -> Result<(), Broken> {
        let given = Given::throw(&mut self.dice);
        let (survivor, harm) = (self.people.survivor.id, self.people.harm.id);
        match self.dice.below(100) {
            0..=29 => {
                let one = self.person(given, his, None, None)?;
                self.related(RelationshipKind::Kin, one.id, harm, None)?;
                self.part(one.id, Role::Kin, false)?;
                self.people.his_kin.push(one);
            }
            30..=49 => {
                let one = self.person(given, hers, None, None)?;
                self.related(RelationshipKind::Sibling, one.id, survivor, None)?;
                self.part(one.id, Role::Kin, false)?;
                self.people.friends.push(one);
            }
            50..=69 => {
                let family = self.any_family();
                let one = self.person(given, family, None, Some("Neighbour"))?;
                self.related(RelationshipKind::Friend, one.id, survivor, None)?;
                self.people.friends.push(one);
            }
            _ => {
                let family = self.any_family();
                let capacities =
                    ["Teacher", "Health visitor", "Police officer", "Midwife", "Advocate", "Probation officer"];
                let capacity = self.dice.pick(&capacities).copied().unwrap_or("Teacher");
                let one = self.person(given, family, None, Some(capacity))?;
                self.part(one.id, Role::Professional, false)?;
                self.people.professionals.push(one);
            }
        }
        Ok(())
    }

    fn related(
        &mut self,
        kind: RelationshipKind,
        from: EntryId,
        to: EntryId,
        period: Option<Period>,
    ) -> Result<(), Broken> {
        let body = Relationship { kind, from, to, period, remark: None };
        self.add(Label::Professional, Happened::NotKnown, Vec::new(), Body::Relationship(body)).map(drop)
    }

    fn parts(&mut self) -> Result<(), Broken> {
        for child in self.people.children.clone() {
            self.part(child.id, Role::Child, false)?;
        }
        let (survivor, harm) = (self.people.survivor.id, self.people.harm.id);
        if self.dice.percent(8) {
            for person in [harm, survivor] {
                self.part(person, Role::Undetermined, true)?;
            }
            if self.dice.percent(40) {
                return Ok(());
            }
        }
        self.part(harm, Role::Perpetrator, true)?;
        self.part(survivor, Role::Survivor, true)
    }

    fn part(&mut self, person: EntryId, role: Role, reasoned: bool) -> Result<(), Broken> {
        let open = role == Role::Undetermined;
        let body = RoleDecision {
            person,
            role,
            relationship: None,
            period: None,
            reason: if reasoned { Some(self.say("role_reason")?) } else { None },
            review: open.then(|| self.ahead(21)),
            open_questions: if open {
                vec![self.say("open_question")?, self.say("open_question")?]
            } else {
                Vec::new()
            },
        };
        self.add(Label::Professional, Happened::NotKnown, Vec::new(), Body::RoleDecision(body)).map(drop)
    }

    /// How the survivor is reached safely. Sealed.
    fn safe_contact(&mut self) -> Result<(), Broken> {
        let number = format!("07700 900{:03}", self.dice.below(1_000));
        let body = ContactDetail {
            whose: vec![self.people.survivor.id],
            kind: Code::parse("phone")?,
            detail: Text::parse(&number)?,
            safely: Some(self.say("safely")?),
            never: None,
            known_to_harm: if self.dice.percent(60) { KnownToHarm::No } else { KnownToHarm::NotAsked },
        };
        self.add(Label::Sealed, Happened::NotKnown, Vec::new(), Body::ContactDetail(body)).map(drop)
    }
}

/// The id of a case.
pub(crate) fn case_id(millis: u64, dice: &mut Dice) -> practice::ids::CaseId {
    practice::ids::CaseId(id_at(millis, dice))
}
