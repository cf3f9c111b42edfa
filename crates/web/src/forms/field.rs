//! What a form shows: fields with their words, what is chosen and what is wrong. Templates print it and decide nothing.

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Control {
    /// One line of text.
    Line,
    /// Several lines of text.
    Area,
    /// One of many, in a list.
    Select,
    /// One of a few, all in view.
    Radios,
    /// Any of several.
    Checks,
    /// Any of a few, side by side: names of people.
    Chips,
    /// Not shown: it is sent as it is.
    Hidden,
}

/// What is typed into a field of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Nature {
    /// Words: two versions can stand one after the other.
    #[default]
    Words,
    /// One thing on each line.
    Lines,
    /// A date, or a time: two versions cannot both be meant.
    Date,
}

/// One choice of a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Choice {
    /// What is sent.
    pub(crate) value: String,
    /// What it says.
    pub(crate) words: String,
    /// What it means; may be empty.
    pub(crate) hint: String,
    /// An example and the question to ask; may be empty.
    pub(crate) more: Vec<String>,
    /// The heading it stands under; empty for none.
    pub(crate) group: String,
    /// Whether it is chosen.
    pub(crate) chosen: bool,
}

/// The choices of one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ChoiceGroup {
    /// The heading; empty for none.
    pub(crate) title: String,
    /// Its choices.
    pub(crate) choices: Vec<Choice>,
    /// Whether one of them is chosen.
    pub(crate) open: bool,
}

/// A line of the wording check beneath a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quiet {
    /// The words.
    pub(crate) quote: String,
    /// What they do.
    pub(crate) what: String,
    /// The question.
    pub(crate) ask: String,
    /// The page of the rule, and its name.
    pub(crate) help: String,
    pub(crate) name: String,
}

/// One field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field {
    /// Its name, and its id on the page.
    pub(crate) name: String,
    /// The question.
    pub(crate) label: String,
    /// What helps to answer it; may be empty.
    pub(crate) hint: String,
    /// What is wrong with it; may be empty.
    pub(crate) error: String,
    /// How it is filled in.
    pub(crate) control: Control,
    /// What is typed, for text.
    pub(crate) nature: Nature,
    /// What was typed, for text.
    pub(crate) value: String,
    /// What can be chosen, under headings.
    pub(crate) groups: Vec<ChoiceGroup>,
    /// How many lines an area shows.
    pub(crate) rows: u8,
    /// The first thing to fill in.
    pub(crate) first: bool,
    /// What the wording check says of it: quiet lines beneath it, never a fault.
    pub(crate) quiet: Vec<Quiet>,
    /// How a phone's keyboard and the browser's memory treat it.
    pub(crate) autocomplete: &'static str,
}

impl Field {
    /// Whether it is one line of text; and so on for the other controls, as templates ask.
    pub(crate) fn is_line(&self) -> bool {
        self.control == Control::Line
    }

    /// See [`Control::Area`].
    pub(crate) fn is_area(&self) -> bool {
        self.control == Control::Area
    }

    /// See [`Control::Select`].
    pub(crate) fn is_select(&self) -> bool {
        self.control == Control::Select
    }

    /// See [`Control::Radios`].
    pub(crate) fn is_radios(&self) -> bool {
        self.control == Control::Radios
    }

    /// See [`Control::Chips`].
    pub(crate) fn is_chips(&self) -> bool {
        self.control == Control::Chips
    }

    /// See [`Control::Hidden`].
    pub(crate) fn is_hidden(&self) -> bool {
        self.control == Control::Hidden
    }

    /// Whether its choices come with definitions, examples and questions of the pack.
    pub(crate) fn is_codes(&self) -> bool {
        self.control == Control::Checks
            && self.groups.iter().flat_map(|group| &group.choices).any(|c| !c.more.is_empty())
    }

    /// The ids that describe it, for `aria-describedby`.
    pub(crate) fn described_by(&self) -> String {
        let mut ids = Vec::new();
        if !self.hint.is_empty() {
            ids.push(format!("{}-hint", self.name));
        }
        if !self.error.is_empty() {
            ids.push(format!("{}-error", self.name));
        }
        ids.join(" ")
    }

    /// Where the error summary leads: the field, or its first choice.
    pub(crate) fn target(&self) -> String {
        match self.control {
            Control::Line | Control::Area | Control::Select | Control::Hidden => self.name.clone(),
            Control::Radios | Control::Checks | Control::Chips => format!("{}-c0-0", self.name),
        }
    }

    /// Whether something is filled in or wrong.
    pub(crate) fn is_used(&self) -> bool {
        !self.value.is_empty()
            || !self.error.is_empty()
            || self.groups.iter().flat_map(|group| &group.choices).any(|c| c.chosen && !c.value.is_empty())
    }

    /// Whether one of its choices is made from the beginning.
    fn is_preset(&self) -> bool {
        self.control == Control::Radios && self.error.is_empty()
    }

    /// What it says now, in words: for comparing two versions.
    pub(crate) fn says(&self) -> String {
        match self.control {
            Control::Line | Control::Area | Control::Hidden => self.value.clone(),
            Control::Select | Control::Radios | Control::Checks | Control::Chips => self
                .groups
                .iter()
                .flat_map(|group| &group.choices)
                .filter(|choice| choice.chosen && !choice.value.is_empty())
                .map(|choice| choice.words.clone())
                .collect::<Vec<_>>()
                .join("\n"),
        }
    }
}

/// A row of a list, or a few fields that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// What it is; empty for none.
    pub(crate) title: String,
    /// Its fields.
    pub(crate) fields: Vec<Field>,
}

/// A part of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Section {
    /// Its heading; empty for none.
    pub(crate) title: String,
    /// What helps to fill it in; may be empty.
    pub(crate) hint: String,
    /// Folded away until it is wanted.
    pub(crate) folds: bool,
    /// Folds, but stands open.
    pub(crate) open: bool,
    /// Its rows.
    pub(crate) rows: Vec<Row>,
    /// The list that a button adds another row to; empty for none.
    pub(crate) list: String,
    /// Stands beside the next that does, where there is room: the same questions about two people.
    pub(crate) beside: bool,
    /// What the button says; empty: "Add another".
    pub(crate) button: String,
}

impl Section {
    /// The part that is always in view.
    pub(crate) fn plain(fields: Vec<Field>) -> Self {
        let rows = vec![Row { title: String::new(), fields }];
        Self {
            title: String::new(),
            hint: String::new(),
            folds: false,
            open: true,
            rows,
            list: String::new(),
            beside: false,
            button: String::new(),
        }
    }

    /// A part that folds, and opens by itself where something in it is wrong.
    pub(crate) fn folded(title: String, hint: String, fields: Vec<Field>) -> Self {
        let open = fields.iter().any(|field| !field.error.is_empty());
        let rows = vec![Row { title: String::new(), fields }];
        Self { title, hint, folds: true, open, rows, list: String::new(), beside: false, button: String::new() }
    }

    /// A part that folds, and stands open where something in it is wrong or filled in.
    pub(crate) fn folding(title: String, hint: String, fields: Vec<Field>) -> Self {
        let open = fields.iter().any(|field| !field.is_preset() && field.is_used());
        let section = Self::folded(title, hint, fields);
        Self { open: section.open || open, ..section }
    }

    /// "More detail": see [`Section::folding`].
    pub(crate) fn detail(title: String, fields: Vec<Field>) -> Self {
        Self::folding(title, String::new(), fields)
    }

    /// Whether something in it is wrong.
    pub(crate) fn has_fault(&self) -> bool {
        self.fields().any(|field| !field.error.is_empty())
    }

    /// All fields.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &Field> {
        self.rows.iter().flat_map(|row| &row.fields)
    }
}

/// Chooses the first of some choices, where none is chosen.
pub(crate) fn first_chosen(mut choices: Vec<Choice>, is_chosen: bool) -> Vec<Choice> {
    if !is_chosen && let Some(first) = choices.first_mut() {
        first.chosen = true;
    }
    choices
}
