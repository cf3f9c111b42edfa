//! The questions of the gaps view, and who could safely answer them. Put to the system, never to the survivor.

use crate::Words;
use practice::kinds::impact::Pathway;
use practice::pack::AgeBand;
use practice::views::gaps::{Ask, Gap, Question};

impl Words {
    /// What has not been asked, as a question.
    #[must_use]
    pub fn question(&self, gap: &Gap) -> String {
        match &gap.question {
            Question::NoChildren => self.say("question-no_children"),
            Question::NobodyCausesHarm => self.say("question-nobody_causes_harm"),
            Question::NobodyProtects => self.say("question-nobody_protects"),
            Question::ReviewPast { person, review, open } => {
                let open = self.list(open);
                self.say_with(
                    "question-review_past",
                    &[
                        ("person", person.name.as_str().into()),
                        ("date", self.day(*review).into()),
                        ("open", open.into()),
                    ],
                )
            }
            Question::NoBehaviour { person } => self.about("question-no_behaviour", "person", &person.name),
            Question::OtherFamily { person, partner } => self.say_with(
                "question-other_family",
                &[("person", person.name.as_str().into()), ("partner", partner.name.as_str().into())],
            ),
            Question::EarlierRelationships { person } => {
                self.about("question-earlier_relationships", "person", &person.name)
            }
            Question::NothingTowardsChildren { person } => {
                self.about("question-nothing_towards_children", "person", &person.name)
            }
            Question::HowOften { title, .. } => self.about("question-how_often", "title", title),
            Question::ForceUndetermined { person, title, .. } => self.say_with(
                "question-force_undetermined",
                &[("person", person.name.as_str().into()), ("title", title.as_str().into())],
            ),
            Question::EffectOnChild { child, title, category, age, .. } => {
                let args = [("child", child.name.as_str().into()), ("title", title.as_str().into())];
                // Of a baby one asks about sleep, feeding and settling, whatever the behaviour.
                if let Some(AgeBand::Infant | AgeBand::Unborn) = age {
                    return self.say_with("question-effect_on_child-infant", &args);
                }
                // A category may have a question of its own about a child: how does Ola sleep since?
                let own = category.as_ref().map(|code| format!("behaviour-{code}"));
                match own.filter(|key| self.has_attribute(key, "child")) {
                    Some(key) => self.say_attribute_with(&key, "child", &args),
                    None => self.say_with("question-effect_on_child", &args),
                }
            }
            Question::ByThisWay { title, pathway, survivor, .. } => {
                let title = ("title", title.as_str().into());
                match (pathway, survivor) {
                    (Pathway::Direct, _) => self.say_with("question-by_this_way-direct", &[title]),
                    (Pathway::ThroughCare, Some(survivor)) => self.say_with(
                        "question-by_this_way-through_care",
                        &[title, ("survivor", survivor.name.as_str().into())],
                    ),
                    (Pathway::ThroughCare, None) => {
                        self.say_with("question-by_this_way-through_care-anybody", &[title])
                    }
                    (Pathway::ThroughDailyLife, _) => {
                        self.say_with("question-by_this_way-through_daily_life", &[title])
                    }
                }
            }
            Question::NothingOnChild { child } => self.about("question-nothing_on_child", "child", &child.name),
            Question::AnswerTo { survivor, title, .. } => self.say_with(
                "question-answer_to",
                &[("survivor", survivor.name.as_str().into()), ("title", title.as_str().into())],
            ),
            Question::NoEfforts { survivor } => self.about("question-no_efforts", "survivor", &survivor.name),
            Question::OnlyYardstick { survivor } => {
                self.about("question-only_yardstick", "survivor", &survivor.name)
            }
            Question::WantsHeardBy { survivor } => {
                self.about("question-wants_heard_by", "survivor", &survivor.name)
            }
            Question::WhatItMadePossible { act, survivor, .. } => self.say_with(
                "question-what_it_made_possible",
                &[("survivor", survivor.name.as_str().into()), ("act", act.trim_end_matches('.').into())],
            ),
            Question::NoIntersections => self.say("question-no_intersections"),
            Question::NothingProtects { survivor } => {
                self.about("question-nothing_protects", "survivor", &survivor.name)
            }
            Question::NobodySpokeWith { person, agencies, own, only } => {
                let person = ("person", person.name.as_str().into());
                let mut tried = agencies.clone();
                if *own || !only.is_empty() {
                    tried.push(self.say("question-nobody_spoke_with-own"));
                }
                if tried.is_empty() {
                    self.say_with("question-nobody_spoke_with", &[person])
                } else if !only.is_empty() {
                    let args = [person, ("tried", self.list(&tried).into()), ("only", self.named(only).into())];
                    self.say_with("question-nobody_spoke_with-only", &args)
                } else {
                    let tried = self.list(&tried).into();
                    self.say_with("question-nobody_spoke_with-tried", &[person, ("tried", tried)])
                }
            }
            Question::WarnedAndAsked { person, happened, before, after, .. } => {
                let key = match (before, after) {
                    (true, _) => "question-warned_and_asked-after",
                    (false, true) => "question-warned_and_asked-before",
                    (false, false) => "question-warned_and_asked",
                };
                let when = self.when(happened);
                self.say_with(key, &[("person", person.name.as_str().into()), ("when", when.into())])
            }
            Question::NoDailyCare { carer } => self.about("question-no_daily_care", "carer", &carer.name),
            Question::CareAskedOfOne { carer, areas } => {
                let areas: Vec<String> = areas.iter().map(|area| self.care_area(area)).collect();
                self.say_with(
                    "question-care_asked_of_one",
                    &[("carer", carer.name.as_str().into()), ("areas", self.list(&areas).into())],
                )
            }
            Question::ConcernAlone { carer, seen, .. } => self.say_with(
                "question-concern_alone",
                &[("carer", carer.name.as_str().into()), ("seen", seen.trim_end_matches('.').into())],
            ),
            Question::NoWordsOf { child } => self.about("question-no_words_of", "child", &child.name),
            Question::NotSeenAlone { child } => self.about("question-not_seen_alone", "child", &child.name),
            Question::WhereChildLives { child } => self.about("question-where_child_lives", "child", &child.name),
            Question::NobodySureWhere { people, .. } => {
                self.say_with("question-nobody_sure_where", &[("people", self.list(people).into())])
            }
            Question::WhatAgenciesDid { title, record, .. } => self.say_with(
                "question-what_agencies_did",
                &[("title", title.as_str().into()), ("record", record.as_str().into())],
            ),
            Question::DidItHelp { says, .. } => {
                self.about("question-did_it_help", "says", says.trim_end_matches('.'))
            }
            Question::ForceOneSided { person, other, questions } => {
                let questions: Vec<String> = questions.iter().map(|code| self.force_question(code)).collect();
                self.say_with(
                    "question-force_one_sided",
                    &[
                        ("person", person.name.as_str().into()),
                        ("other", other.name.as_str().into()),
                        ("questions", self.list(&questions).into()),
                    ],
                )
            }
            Question::NoPartnering { survivor } => self.about("question-no_partnering", "survivor", &survivor.name),
            Question::HowKnown { says, .. } => self.about("question-how_known", "says", says),
            Question::LinkWithdrawn { says, .. } => self.about("question-link_withdrawn", "says", says),
            // Somebody's own question, in their words.
            Question::Recorded { question, .. } => question.clone(),
        }
    }

    fn about(&self, key: &str, name: &str, value: &str) -> String {
        self.say_with(key, &[(name, value.into())])
    }

    /// Somebody who could safely answer: "Ola, alone", "Nursery or school".
    #[must_use]
    pub fn asked(&self, ask: &Ask) -> String {
        match ask {
            Ask::Alone(person) => self.about("ask-alone", "person", &person.name),
            Ask::Person(person) => person.name.clone(),
            Ask::School => self.say("ask-school"),
            Ask::Health => self.say("ask-health"),
            Ask::Advocate => self.say("ask-advocate"),
            Ask::Team => self.say("ask-team"),
        }
    }

    /// Who could safely answer, in one line: "Safe to ask: Ola, alone; school". Nothing where nobody is named.
    #[must_use]
    pub fn safe_to_ask(&self, ask: &[Ask]) -> Option<String> {
        let mut people = ask.iter().map(|ask| self.asked(ask));
        let first = people.next()?;
        let who = people
            .fold(first, |line, next| self.say_with("ask-and", &[("line", line.into()), ("next", next.into())]));
        let team_only = matches!(ask, [Ask::Team]);
        Some(if team_only { who } else { self.about("ask-safe", "who", &who) })
    }

    /// What makes asking safe or unsafe, where somebody wrote it down.
    #[must_use]
    pub fn safely(&self, gap: &Gap) -> Option<String> {
        match &gap.question {
            Question::Recorded { safely, .. } => safely.clone(),
            _ => None,
        }
    }
}
