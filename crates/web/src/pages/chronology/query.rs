//! The filter of the chronology as it stands in the address: what was chosen, what was typed, and what was wrong with it.

use super::super::say::Say;
use practice::ids::EntryId;
use practice::views::chronology::{Choices, ChronologyView, Filter, Part};
use practice::views::lines::Named;
use practice::when::ApproxDate;

/// What the address asks for.
#[derive(Clone, Debug, Default)]
pub(super) struct Query {
    pub(super) filter: Filter,
    /// The part to show.
    pub(super) at: String,
    /// The row to show the part of, after something was recorded.
    pub(super) row: Option<EntryId>,
    /// Everything on one page.
    pub(super) whole: bool,
    from_typed: String,
    until_typed: String,
    from_wrong: String,
    until_wrong: String,
    choices: Option<Choices>,
}

/// The filter as the page shows it.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    pub(super) action: String,
    pub(super) selects: Vec<Select>,
    pub(super) from: Typed,
    pub(super) until: Typed,
    /// Whether anything is chosen or typed.
    pub(super) on: bool,
    /// What is shown, for paper and for those who do not open the filter.
    pub(super) says: String,
    /// Everything that is chosen, to go with another form.
    pub(super) hidden: Vec<(&'static str, String)>,
}

/// One list of choices.
#[derive(Clone, Debug)]
pub(super) struct Select {
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) every: String,
    pub(super) options: Vec<Choice>,
}

/// One choice.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) words: String,
    pub(super) chosen: bool,
}

/// A date that is typed.
#[derive(Clone, Debug)]
pub(super) struct Typed {
    pub(super) label: String,
    pub(super) value: String,
    pub(super) wrong: String,
}

/// The longest value of a field that is looked at.
const LONGEST: usize = 200;

impl Query {
    /// Reads the address. What names nothing in this chronology is left out: it shows everything, and says so.
    pub(super) fn read(pairs: &[(String, String)], say: &Say<'_>, view: &ChronologyView) -> Self {
        let one = |name: &str| -> String {
            let found = pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim());
            found.unwrap_or_default().chars().take(LONGEST).collect()
        };
        let choices = view.choices();
        let person = |named: &[Named], value: String| -> Option<EntryId> {
            let id = value.parse().ok()?;
            named.iter().any(|known| known.id == Some(id)).then_some(id)
        };
        let children: Vec<Named> =
            view.children.iter().map(|child| Named { id: Some(child.id), name: child.name.clone() }).collect();
        let source = Some(one("source")).filter(|key| choices.sources.iter().any(|known| known.key == *key));
        let agency = Some(one("agency")).filter(|name| choices.agencies.contains(name));
        let part = one("part");
        let (from_typed, until_typed) = (one("from"), one("until"));
        let typed = |text: &str| -> (Option<ApproxDate>, String) {
            match say.words.typed_date(text, say.as_of) {
                Ok(date) => (date, String::new()),
                Err(error) => {
                    let why = say.words.typed_error(&error);
                    (None, say.with("chron-filter-wrong", &[("why", why.into())]))
                }
            }
        };
        let ((from, from_wrong), (until, until_wrong)) = (typed(&from_typed), typed(&until_typed));
        Self {
            filter: Filter {
                person: person(&choices.people, one("person")),
                part: Part::ALL.into_iter().find(|known| known.code() == part),
                child: person(&children, one("child")),
                source,
                agency,
                from,
                until,
            },
            at: one("at"),
            row: one("row").parse().ok(),
            whole: one("all") == "yes",
            from_typed,
            until_typed,
            from_wrong,
            until_wrong,
            choices: Some(choices),
        }
    }

    /// Whether something was typed that is no date.
    pub(super) fn is_wrong(&self) -> bool {
        !self.from_wrong.is_empty() || !self.until_wrong.is_empty()
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        let id = |id: &Option<EntryId>| id.map(|id| id.to_string()).unwrap_or_default();
        let filter = &self.filter;
        [
            ("child", id(&filter.child)),
            ("person", id(&filter.person)),
            ("part", filter.part.map(|part| part.code().to_owned()).unwrap_or_default()),
            ("source", filter.source.clone().unwrap_or_default()),
            ("agency", filter.agency.clone().unwrap_or_default()),
            ("from", self.from_typed.clone()),
            ("until", self.until_typed.clone()),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect()
    }

    fn encoded(&self, more: &[(&str, &str)]) -> String {
        let mut out = form_urlencoded::Serializer::new(String::new());
        out.extend_pairs(self.pairs()).extend_pairs(more);
        out.finish()
    }

    /// The filter and a part.
    pub(super) fn address(&self, part: &str) -> String {
        self.encoded(&[("at", part)])
    }

    /// The filter, on one page.
    pub(super) fn address_of_all(&self) -> String {
        self.encoded(&[("all", "yes")])
    }

    /// The filter as the page shows it.
    pub(super) fn shown(&self, say: &Say<'_>, view: &ChronologyView, base: &str) -> Shown {
        let filter = &self.filter;
        let choices = self.choices.clone().unwrap_or_else(|| view.choices());
        let people = |people: &[Named], chosen: Option<EntryId>| -> Vec<Choice> {
            let choice = |named: &Named| Choice {
                value: named.id.map(|id| id.to_string()).unwrap_or_default(),
                words: named.name.clone(),
                chosen: named.id == chosen && chosen.is_some(),
            };
            people.iter().map(choice).collect()
        };
        let children: Vec<Named> =
            view.children.iter().map(|child| Named { id: Some(child.id), name: child.name.clone() }).collect();
        let select = |name: &'static str, label: &str, every: &str, options: Vec<Choice>| Select {
            name,
            label: say.t(label),
            every: say.t(every),
            options,
        };
        let parts = choices.parts.iter().map(|part| Choice {
            value: part.code().to_owned(),
            words: say.words.name(*part),
            chosen: filter.part == Some(*part),
        });
        let sources = choices.sources.iter().map(|source| Choice {
            value: source.key.clone(),
            words: say.words.source_choice(source),
            chosen: filter.source.as_ref() == Some(&source.key),
        });
        let agencies = choices.agencies.iter().map(|agency| Choice {
            value: agency.clone(),
            words: agency.clone(),
            chosen: filter.agency.as_ref() == Some(agency),
        });
        let selects: Vec<Select> = [
            select("child", "chron-filter-child", "chron-every-child", people(&children, filter.child)),
            select("person", "chron-filter-person", "chron-every-person", people(&choices.people, filter.person)),
            select("part", "chron-filter-part", "chron-every-part", parts.collect()),
            select("source", "chron-filter-source", "chron-every-source", sources.collect()),
            select("agency", "chron-filter-agency", "chron-every-agency", agencies.collect()),
        ]
        .into_iter()
        .filter(|select| !select.options.is_empty())
        .collect();
        let typed = |label: &str, value: &str, wrong: &str| Typed {
            label: say.t(label),
            value: value.to_owned(),
            wrong: wrong.to_owned(),
        };
        Shown {
            action: format!("{base}/chronology"),
            says: self.says(say, &selects),
            selects,
            from: typed("chron-filter-from", &self.from_typed, &self.from_wrong),
            until: typed("chron-filter-until", &self.until_typed, &self.until_wrong),
            on: !self.pairs().is_empty(),
            hidden: self.pairs(),
        }
    }

    /// "Shown here: Child: Ola, From: March 2024. This is not the whole chronology."
    fn says(&self, say: &Say<'_>, selects: &[Select]) -> String {
        if self.filter.is_empty() {
            return String::new();
        }
        let item = |name: &str, value: &str| {
            say.with("chron-shown-item", &[("name", name.into()), ("value", value.into())])
        };
        let chosen = selects.iter().flat_map(|select| {
            let chosen = select.options.iter().filter(|option| option.chosen);
            chosen.map(|option| item(&select.label, &option.words))
        });
        let dates = [("chron-filter-from", self.filter.from), ("chron-filter-until", self.filter.until)];
        let dates =
            dates.into_iter().filter_map(|(key, date)| Some(item(&say.t(key), &say.words.date_within(date?))));
        let list: Vec<String> = chosen.chain(dates).collect();
        say.with("chron-shown", &[("list", say.list(&list).into())])
    }
}
