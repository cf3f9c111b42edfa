//! What the pages of a case say: the words of one language, for one case on one day.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use practice::cast::PersonLine;
use practice::ids::{CaseId, EntryId};
use practice::kinds::impact::Pathway;
use practice::kinds::people::RelationshipKind;
use practice::label::Label;
use practice::text::Text;
use practice::views::lines::{IntersectionLine, Known, KnownHow, Looked, Named};
use practice::views::map::{Band, MapView};
use words::{Arg, Words};

/// The words, with what every sentence of a case needs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Say<'a> {
    /// The language.
    pub(crate) words: &'a Words,
    /// The clock of the agency.
    pub(crate) zone: &'a TimeZone,
    /// The case.
    pub(crate) case: CaseId,
    /// The day the page is made for.
    pub(crate) as_of: Date,
}

impl Say<'_> {
    /// The words of a key.
    pub(crate) fn t(&self, key: &str) -> String {
        self.words.say(key)
    }

    /// The words of a key, with what goes into them.
    pub(crate) fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.say_with(key, args)
    }

    /// "Ola, Kuba and Maja"; nothing for nobody.
    pub(crate) fn list(&self, names: &[String]) -> String {
        if names.is_empty() { String::new() } else { self.words.list(names) }
    }

    /// The names of people in a line.
    pub(crate) fn names(&self, people: &[Named]) -> String {
        self.list(&people.iter().map(|person| person.name.clone()).collect::<Vec<_>>())
    }

    /// How old somebody is; nothing where that is not known.
    pub(crate) fn age(&self, person: &PersonLine) -> String {
        self.words.age(person.born, person.unborn, self.as_of).unwrap_or_default()
    }

    /// "Born March 2015", "Expected in March 2027"; nothing where that is not known.
    pub(crate) fn born(&self, person: &PersonLine) -> String {
        let Some(born) = person.born else {
            return self.age(person);
        };
        let key = if person.unborn { "page-expected" } else { "page-born" };
        self.with(key, &[("date", self.words.date_within(born).into())])
    }

    /// When something was recorded.
    pub(crate) fn moment(&self, at: Timestamp) -> String {
        self.words.moment(at, self.zone)
    }

    /// How something is known; nothing where nobody said so.
    pub(crate) fn known(&self, known: &[Known]) -> String {
        if known.is_empty() { String::new() } else { self.words.known_all(known) }
    }

    /// Who may see it, where that is fewer than all who work the case; else nothing.
    pub(crate) fn chip(&self, label: Label) -> String {
        if label == Label::Professional { String::new() } else { self.words.name(label) }
    }

    /// "Name: what".
    pub(crate) fn says(&self, name: &str, what: &str) -> String {
        self.with("page-says", &[("name", name.into()), ("what", what.into())])
    }

    /// Who looked and saw none yet, and how the child copes.
    pub(crate) fn looked(&self, looked: &Looked) -> String {
        let said = self.words.none_seen(looked);
        match &looked.coping {
            Some(how) => format!("{said} {}", self.with("page-copes", &[("how", how.into())])),
            None => said,
        }
    }

    /// A way, with whose care it goes through where that is known.
    pub(crate) fn pathway(&self, pathway: Pathway, survivors: &str) -> String {
        if pathway == Pathway::ThroughCare && !survivors.is_empty() {
            return self.with("pathway-through_care-of", &[("survivor", survivors.into())]);
        }
        self.words.name(pathway)
    }

    /// What has not been asked about a way, within a sentence that names the way.
    pub(crate) fn open_way(&self, pathway: Pathway, survivors: &str) -> String {
        match pathway {
            Pathway::Direct => self.t("page-open-direct"),
            Pathway::ThroughCare if survivors.is_empty() => self.t("page-open-care"),
            Pathway::ThroughCare => self.with("page-open-care-named", &[("name", survivors.into())]),
            Pathway::ThroughDailyLife => self.t("page-open-home"),
        }
    }

    /// The factor of an intersection, with whose it is.
    pub(crate) fn factor_of(&self, line: &IntersectionLine) -> String {
        let factor = self.words.factor(&line.factor);
        if line.whose.is_empty() { factor } else { self.says(&self.names(&line.whose), &factor) }
    }

    /// How two people are related.
    pub(crate) fn related(&self, kind: RelationshipKind, from: &str, to: &str) -> String {
        self.words.related(kind, from, to)
    }

    /// Who makes a connection, and in which words.
    pub(crate) fn basis(&self, by: &str, words: Option<&Text>) -> String {
        match words {
            Some(words) => self.with("connection-words", &[("by", by.into()), ("words", words.as_str().into())]),
            None => self.with("connection", &[("by", by.into())]),
        }
    }

    /// Whether the words of a source are those of this person.
    pub(crate) fn is_from(known: &Known, person: EntryId) -> bool {
        let named = match &known.how {
            KnownHow::ToldDirectly { by } => Some(by),
            KnownHow::ToldByAnother { whose, .. } | KnownHow::InRecord { whose, .. } => whose.as_ref(),
            KnownHow::SeenByRecorder { .. } | KnownHow::FromNote { .. } | KnownHow::TakenFromNote { .. } => None,
        };
        named.is_some_and(|named| named.id == Some(person))
    }

    /// The map in a few sentences: what is done, what was done before, whom it reaches, what answers it.
    pub(crate) fn map_summary(&self, map: &MapView) -> String {
        let mut sentences: Vec<String> = Vec::new();
        for person in &map.perpetrators {
            let own = || map.bands.iter().filter(|band| band.behaviour.actor.id == Some(person.id));
            let here: Vec<&Band> = own().filter(|band| !band.behaviour.former_family).collect();
            let before: Vec<&Band> = own().filter(|band| band.behaviour.former_family).collect();
            let name = || ("name", Arg::from(&person.name));
            if !here.is_empty() {
                sentences.push(self.with("page-map-does", &[name(), ("titles", self.titles(&here).into())]));
            }
            if !before.is_empty() {
                let mut to: Vec<String> = Vec::new();
                for target in before.iter().flat_map(|band| &band.behaviour.targets) {
                    if !to.contains(&target.name) {
                        to.push(target.name.clone());
                    }
                }
                let args = [name(), ("titles", self.titles(&before).into()), ("names", self.list(&to).into())];
                sentences.push(self.with("page-map-before", &args));
            }
        }
        let (reached, open): (Vec<_>, Vec<_>) =
            map.children.iter().partition(|child| map.bands.iter().any(|band| band.reaches(child.id)));
        let names = |people: &[&PersonLine]| self.list(&people.iter().map(|p| p.name.clone()).collect::<Vec<_>>());
        if !reached.is_empty() {
            sentences.push(self.with("page-map-reaches", &[("children", names(&reached).into())]));
        }
        if !open.is_empty() {
            sentences.push(self.with("page-map-not-asked", &[("children", names(&open).into())]));
        }
        for survivor in &map.survivors {
            let by = |band: &&Band| band.answers.iter().any(|effort| effort.actor.id == Some(survivor.id));
            let answered: Vec<&Band> = map.bands.iter().filter(by).collect();
            let here = map.bands.iter().filter(|band| !band.behaviour.former_family).count();
            if answered.len() > 1 && answered.len() == here {
                sentences.push(self.with("page-map-answers-all", &[("names", (&survivor.name).into())]));
            } else if !answered.is_empty() {
                let args = [("names", (&survivor.name).into()), ("titles", self.titles(&answered).into())];
                sentences.push(self.with("page-map-answers", &args));
            }
        }
        sentences.join(" ")
    }

    fn titles(&self, bands: &[&Band]) -> String {
        self.list(&bands.iter().map(|band| band.behaviour.title.clone()).collect::<Vec<_>>())
    }
}
