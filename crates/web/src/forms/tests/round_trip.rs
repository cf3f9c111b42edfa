//! What is typed comes back as it was typed: fields to content to fields, for every kind.

use super::{Bench, with};
use crate::forms::kind;
use crate::forms::raw::Raw;
use practice::kinds::{Body, Kind};
use practice::label::Label;
use practice::source::{How, Who};
use practice::when::Happened;

/// A form of every kind with every field filled in.
fn full(bench: &Bench, kind: Kind) -> Raw {
    let f = &bench.family;
    let [marek, sara, lena, tomek, ines] = [f.marek, f.sara, f.lena, f.tomek, f.ines].map(|id| id.to_string());
    let [monitoring, earlier, calming, sleep] =
        [f.monitoring, f.earlier, f.calming, f.sleep].map(|id| id.to_string());
    let [plan, her_plan] = [f.id(101), f.id(102)].map(|id| id.to_string());
    let [note, relation, household] = [f.note, f.id(34), f.refuge].map(|id| id.to_string());
    let [decision, session, action, question] = [f.id(60), f.id(61), f.id(62), f.question].map(|id| id.to_string());
    let (told, passed) = (format!("told:{sara}"), format!("passed:{ines}"));
    let on = format!("child:{lena}");
    let pairs: Vec<(&str, &str)> = match kind {
        Kind::Behaviour => vec![
            ("actor", &marek),
            ("act", "czyta jej telefon co noc, „bo tak”"),
            ("targets", &sara),
            ("targets", &lena),
            ("title", "Phone"),
            ("categories", "monitoring_technology"),
            ("setting", "at home"),
            ("through", &lena),
            ("through-other", "the police\na court"),
            ("relationship", &relation),
            ("form", "standing_rule"),
            ("force", "undetermined"),
            ("usable", "agreed"),
            ("usable-wording", "He reads messages"),
            ("usable-on", "17 November 2026"),
            ("answers_effort-0-to", &calming),
            ("answers_effort-0-by", &sara),
            ("answers_effort-0-words", "It began that night"),
        ],
        Kind::Effort => vec![
            ("actor", &sara),
            ("act", "takes the children to the neighbour"),
            ("for_whom", &lena),
            ("for_whom", &tomek),
            ("answers-0-to", &monitoring),
            ("answers-0-by", "other"),
            ("answers-0-by-other", "class teacher"),
            ("answers-1-to", &earlier),
            ("categories", "hidden_money"),
            ("made_possible-0-person", &tomek),
            ("made_possible-0-what", "asleep by nine"),
            ("made_possible-1-what", "a quiet evening"),
            ("cost", "the neighbour talks"),
            ("obstacle", "he keeps the keys"),
            ("obstacle-behaviour", &monitoring),
            ("followed", "shouting"),
            ("safe_wording", "She plans the evenings"),
            ("wants_heard_by", "the school"),
        ],
        Kind::Impact => vec![
            ("on", &on),
            ("what", "لا تنام"),
            ("domains", "sleep_body"),
            ("from-0-to", &monitoring),
            ("from-0-pathway", "through_care"),
            ("from-0-by", &lena),
            ("from-1-to", &monitoring),
            ("from-1-pathway", "direct"),
            ("none_seen", "yes"),
            ("none_seen-by", "other"),
            ("none_seen-by-other", "health visitor"),
            ("none_seen-on", "8 September 2026"),
            ("none_seen-place", "clinic"),
            ("none_seen-coping", "draws"),
        ],
        Kind::Intersection => vec![
            ("factor", "migration"),
            ("whose", &sara),
            ("mechanism", "used_against"),
            ("what", "threatens with her papers"),
            ("behaviours-0-to", &monitoring),
        ],
        Kind::Unknown => vec![
            ("question", "Who watches Tomek on Saturdays?"),
            ("could_answer", &lena),
            ("safely", "alone, at school"),
            ("about", &tomek),
            ("behaviour", &monitoring),
            ("pathway", "through_daily_life"),
            ("answer", "Sara’s sister"),
            ("answered_in", &sleep),
        ],
        Kind::Person => vec![
            ("name", "Łucja Żółć-Wiśniewska"),
            ("known_as", "Łucja"),
            ("aliases", "Lucy\nLucja W."),
            ("born", "March 2027"),
            ("unborn", "yes"),
            ("gender", "girl"),
            ("pronouns", "she"),
            ("languages", "Polish\nEnglish"),
            ("capacity", "none yet"),
        ],
        Kind::Relationship => vec![
            ("from", &marek),
            ("kind", "former_partner"),
            ("to", &ines),
            ("period", "2009 to 2013"),
            ("remark", "They lived apart from 2012"),
        ],
        Kind::Household => vec![
            ("name", "Sara and the children"),
            ("people", &sara),
            ("people", &lena),
            ("members-0-person", &marek),
            ("members-0-period", "2014 to spring 2026"),
        ],
        Kind::RoleDecision => vec![
            ("person", &ines),
            ("role", "undetermined"),
            ("relationship", &relation),
            ("period", "2009 to 2013"),
            ("reason_why", "Nobody has asked her"),
            ("review", "15 January 2027"),
            ("open_questions", "Was she afraid of him?\nWho set the rules?"),
        ],
        Kind::LivingArrangement => vec![
            ("who", &lena),
            ("who", &tomek),
            ("with", &sara),
            ("with-other", "Her aunt in town"),
            ("household", &household),
            ("sure", "accounts_differ"),
            ("not_clear", "Marek says every weekend"),
            ("days", "Fridays after school until Sunday at six"),
            ("decided_by", "other"),
            ("decided_by-other", "the family court"),
            ("decided_how", "an order of 3 March"),
        ],
        Kind::ContactDetail => vec![
            ("whose", &sara),
            ("whose", &lena),
            ("detail_kind", "phone"),
            ("detail", "555 0134"),
            ("safely", "Text only, between nine and three"),
            ("never", "Never leave a message"),
            ("known_to_harm", "yes"),
        ],
        Kind::UseOfForce => vec![
            ("person", &sara),
            ("towards", &marek),
            ("answer_fear", "Sleeps in her clothes"),
            ("answer_of_another_pack", "kept"),
            ("behaviours-0-to", &monitoring),
            ("behaviours-0-by", &sara),
        ],
        Kind::Voice => vec![
            ("whose", &lena),
            ("said", "nie chcę, żeby przychodził"),
            ("language", "pl"),
            ("asked", "What is school like?"),
            ("alone", "no"),
            ("wants", "That he does not come to school"),
            ("worse", "If you ring him, he will come"),
            ("wants_heard_by", "her teacher, not Marek"),
            ("about", &monitoring),
            ("takes_back-context", "He had come on Sunday"),
            ("takes_back-entry", &sleep),
            ("pressure-0-to", &monitoring),
            ("pressure-0-by", &lena),
        ],
        Kind::DailyCare => vec![
            ("carer", &marek),
            ("children", &tomek),
            ("area", "meals"),
            ("does", "nothing"),
            ("decides", "what is bought"),
            ("changes", "nobody speaks at the table"),
            ("good", "cooks well on birthdays"),
            ("disrupted", "not asked"),
            ("disrupted_by-0-to", &monitoring),
            ("disrupted_by-0-words", "the phone rings through dinner"),
            ("disrupted_by-0-by", &sara),
        ],
        Kind::CareConcern => vec![
            ("carer", &sara),
            ("seen", "No breakfast on three mornings"),
            ("children-0-child", &lena),
            ("children-0-effect", "eats at the neighbour’s"),
            ("children-1-child", &tomek),
            ("part", "He keeps the card"),
            ("behaviours-0-to", &monitoring),
            ("help_wanted", "Vouchers that do not go through the account"),
            ("help_offered", "A leaflet"),
        ],
        Kind::Contact => vec![
            ("with", &marek),
            ("with-other", "the duty sergeant\nhis cousin"),
            ("means", "phone"),
            ("outcome", "refused"),
            ("what", "He put the phone down"),
            ("agency", "Northbridge police"),
            ("sector", "police"),
            ("purpose", "to ask him about Sunday"),
            ("could_overhear", "Nobody"),
            ("seen_alone", &sara),
            ("interpreter", "other"),
            ("interpreter-other", "his cousin"),
            ("interpreter-independent", "no"),
            ("interpreter-remark", "He brought him"),
            ("warned_before", "yes"),
            ("warned_before-said", "Not on a Friday"),
            ("asked_after", "no"),
        ],
        Kind::PartneringStep => vec![
            ("partner", &sara),
            ("step", "affirm"),
            ("done", "Told her what I wrote about the mornings"),
            ("answer", "Write about the school too"),
            ("about", &calming),
        ],
        Kind::SystemResponse => vec![
            ("agency", "Northbridge police"),
            ("sector", "police"),
            ("did", "closed the case after one call to him"),
            ("towards", &sara),
            ("effects-0-effect", "reinforced"),
            ("effects-0-by", &sara),
            ("effects-0-why", "He laughed about it"),
            ("effects-1-effect", "helped"),
            ("effects-1-by", "other"),
            ("effects-1-by-other", "the sergeant"),
            ("behaviours-0-to", &monitoring),
            ("efforts-0-to", &calming),
            ("efforts-0-by", &sara),
            ("followed", "He changed the locks"),
            ("followed-behaviour", &monitoring),
            ("used_through-0-to", &earlier),
        ],
        Kind::WorkerSafety => vec![
            ("about", &marek),
            ("know", "Follows workers to their cars"),
            ("todo", "Go in pairs"),
            ("until", "15 January 2027"),
            ("behaviours-0-to", &monitoring),
        ],
        Kind::Plan => vec![
            ("person", &marek),
            ("part", "change"),
            ("relationship", &relation),
            ("review", "15 December 2026"),
            ("copy-may", "yes"),
            ("copy-where", "at his sister’s"),
            ("response-0-on", "20 November 2026"),
            ("response-0-words", "Nie podpiszę"),
            ("response-0-language", "pl"),
            ("response-0-refused", "yes"),
            ("response-1-on", "December 2026"),
        ],
        Kind::Goal => vec![
            ("plan", &plan),
            ("aim", "repair"),
            ("behaviours", &monitoring),
            ("behaviours", &earlier),
            ("harms-0-child", &lena),
            ("harms-0-what", "gave up swimming"),
            ("harms-1-child", &tomek),
            ("harms-1-what", "does not ask for it"),
            ("expected", "pays the swimming club on the first of the month"),
            ("measure", "the club’s book"),
            ("until", "1 March 2027"),
            ("verified_by", &ines),
            ("verified_by-other", "the club\nprobation"),
            ("purpose", "so that she swims again"),
            ("services-0-service", "a programme for men"),
            ("services-0-how", "names what he did"),
            ("services-0-since", "November 2026"),
            ("services-0-came_of_it", "nothing can be said yet"),
            ("services-1-service", "debt advice"),
            ("reviewer", "other"),
            ("reviewer-other", "his probation worker"),
            ("consequence", "the court is told"),
            ("engage", "was beaten as a child"),
            ("response-0-on", "2026"),
            ("response-0-words", "No"),
            ("ended-on", "April 2027"),
            ("ended-why", "she left the club"),
        ],
        Kind::Support => vec![
            ("plan", &her_plan),
            ("wanted", "a key to my own door"),
            ("asked", "yes"),
            ("who_helps", &ines),
            ("agency", "Northbridge housing"),
            ("safely", "never by post"),
            ("stays", "a lock for the bedroom"),
            ("goes", "the same lock moves"),
            ("until", "1 December 2026"),
        ],
        Kind::ChildNeed => vec![
            ("child", &lena),
            ("need", "somebody to talk with at school"),
            ("who", "other"),
            ("who-other", "the school nurse"),
            ("until", "20 December 2026"),
        ],
        Kind::AgencyAction => vec![
            ("agency", "Northbridge police"),
            ("sector", "police"),
            ("action", "puts the bail terms in writing"),
            ("towards", &marek),
            ("until", "5 December 2026"),
            ("owner", "other"),
            ("owner-other", "Sergeant Hale"),
            ("session", &session),
            ("done-on", "4 December 2026"),
            ("done-what", "sent, and read to him"),
            ("hers_to_see", "yes"),
            ("told_before", "yes"),
            ("told_before-said", "not on a Friday"),
            ("asked_after", "no"),
        ],
        Kind::Chronology => vec![
            ("title", "For the conference"),
            ("purpose", "Child protection conference, 3 December"),
            ("lines-0-entry", &sleep),
            ("lines-0-analysis", "It began that autumn"),
            ("lines-0-place", "10"),
            ("lines-1-entry", &monitoring),
            ("lines-1-place", "20"),
        ],
        Kind::ToolResult => vec![
            ("about", &marek),
            ("tool", "DASH 2009"),
            ("result", "17 of 24 answered yes, “high”"),
            ("filled_by", "Northbridge police"),
            ("what_for", "The referral of 3 March"),
            ("not_known", "Nobody asked about the children"),
        ],
        Kind::ChangeReview => vec![
            ("person", &marek),
            ("held_by", &sara),
            ("held_by-other", "The facilitator"),
            ("reviewed-0-behaviour", &monitoring),
            ("reviewed-0-names", "partly"),
            ("reviewed-0-words", "I only looked once"),
            ("reviewed-0-words_language", "en"),
            ("reviewed-1-behaviour", &earlier),
            ("reviewed-1-names", "not_asked"),
            ("says_victim", "She is the one"),
            ("says_next", "I will ask first"),
            ("remark", "Calm"),
        ],
        Kind::Evidence => vec![
            ("person", &marek),
            ("of", "conduct"),
            ("seen", "fetches Lena as arranged"),
            ("behaviours-0-to", &monitoring),
            ("towards", &lena),
            ("agency", "School"),
        ],
        Kind::Decision => vec![
            ("test", "removal"),
            ("version", "1"),
            ("children", &lena),
            ("children", &tomek),
            ("proposal", "To their aunt, for a week"),
            ("main_reasons", "Marek reads her phone"),
            ("answer_together", "Sara takes them to the neighbour"),
            ("for_together-0-to", &calming),
            ("for_together-0-by", &sara),
            ("for_together-0-words", "every Friday"),
            ("against_together-0-to", &monitoring),
            ("missing_together", "What Tomek says"),
            ("missing_with_him", "Whether bail is possible"),
            ("asked_of_old", "Was it asked in an older version?"),
            ("answer_of_old", "It was"),
            ("dissent-0-by", "other"),
            ("dissent-0-by-other", "the duty manager"),
            ("dissent-0-words", "Too slow"),
            ("dissent-0-label", "staff"),
            ("urgent", "He had the key"),
            ("complete_by", "4 December 2026"),
            ("decided", "To their aunt"),
            ("as_proposed", "yes"),
            ("decided_on", "27 November 2026"),
            ("return_by", "1 January 2027"),
        ],
        Kind::SignOff => {
            vec![("of", &decision), ("revision", "3"), ("agrees", "no"), ("words", "Question four again")]
        }
        Kind::MappingSession => vec![
            ("purpose", "One map"),
            ("agenda", "His pattern\nWhat Sara does"),
            ("attendees-0-who", "other"),
            ("attendees-0-who-other", "Sergeant"),
            ("attendees-0-agency", "Police"),
            ("attendees-0-sector", "police"),
            ("attendees-1-who", &ines),
            ("material", &monitoring),
            ("material", &calming),
            ("consent", "Sara, alone, on Monday"),
            ("questions-0-unknown", &question),
            ("questions-0-action", &action),
            ("dissent-0-by", &sara),
            ("dissent-0-words", "Not on a Friday"),
            ("outcome", "Three actions"),
        ],
        Kind::Supervision => vec![
            ("supervision_reason", "regular"),
            ("worker", "Amira"),
            ("went_well", "Asked her alone"),
            ("answer_pivot", "He takes the keys"),
            ("answer_own_story", "That street"),
            ("agreed-0-what", "Ring the school"),
            ("agreed-0-who", "Amira"),
            ("agreed-0-day", "1 December 2026"),
            ("agreed-1-what", "Book the interpreter"),
            ("agreed-1-done", "20 November 2026"),
            ("about", &decision),
        ],
        _ => vec![("title", "Call"), ("text", "First line\nsecond line"), ("about", &lena), ("addendum_to", &note)],
    };
    // What stays with the team has no other label.
    let label = if kind.stays_with_team() { "staff" } else { "third_party" };
    let raw = Raw::from_pairs(pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())));
    let shared = [
        ("when", "Most weeks, 2024 to now"),
        ("label", label),
        ("known-0-how", told.as_str()),
        ("known-0-on", "17 November 2026"),
        ("known-0-words", "„On wszystko czyta”"),
        ("known-0-language", "pl"),
        ("known-0-label", "survivor_confidential"),
        ("known-1-how", &passed),
        ("known-1-whose", &lena),
        ("known-2-how", "record"),
        ("known-2-record", "Police log 4471"),
        ("known-2-whose", "other"),
        ("known-2-whose-other", "a neighbour"),
        ("known-3-how", "seen"),
        ("known-4-how", "told"),
        ("known-4-by", "class teacher"),
        ("disputed-0-by", &marek),
        ("disputed-0-words", "I never did"),
        ("disputed-0-on", "2026"),
    ];
    with(&raw, &shared)
}

#[test]
fn every_kind_reads_back_as_the_same_entry() {
    let bench = Bench::new();
    for &kind in kind::WITH_FORM {
        let typed = full(&bench, kind);
        let content = bench.read(kind, &typed).unwrap_or_else(|faults| panic!("{kind:?}: {faults:?}"));
        assert_eq!(content.body.kind(), kind);
        let again = kind::write(&content, &bench.words);
        assert_eq!(bench.read(kind, &again).unwrap(), content, "{kind:?}");
        let left: Vec<_> =
            typed.iter().filter(|(name, values)| again.unit(name).is_empty() && !values.is_empty()).collect();
        let units: Vec<_> =
            left.into_iter().filter(|(name, _)| !again.iter().any(|(known, _)| known == *name)).collect();
        assert!(units.is_empty(), "{kind:?} lost {units:?}");
    }
}

#[test]
fn every_entry_of_the_family_can_be_opened_and_sent_back_unchanged() {
    let bench = Bench::new();
    for seen in bench.projection.all() {
        let kind = seen.content.body.kind();
        let raw = kind::write(&seen.content, &bench.words);
        let again = bench.read(kind, &raw).unwrap_or_else(|faults| panic!("{kind:?}: {faults:?}"));
        let content = practice::entry::Content { pack: seen.content.pack.clone(), ..again };
        assert_eq!(content, seen.content);
    }
}

#[test]
fn three_questions_are_enough() {
    let bench = Bench::new();
    let f = &bench.family;
    let (marek, sara) = (f.marek.to_string(), f.sara.to_string());
    let raw = Raw::from([("actor", marek.as_str()), ("act", "reads her phone"), ("targets", &sara)]);
    let content = bench.read(Kind::Behaviour, &raw).unwrap();
    assert_eq!(
        (content.happened, content.label, content.sources.len()),
        (Happened::NotKnown, Label::Professional, 0)
    );
    let raw = Raw::from([("actor", sara.as_str()), ("act", "sings to them")]);
    assert!(bench.read(Kind::Effort, &raw).is_ok());
    let on = format!("child:{}", f.lena);
    assert!(bench.read(Kind::Impact, &Raw::from([("on", on.as_str()), ("what", "does not sleep")])).is_ok());
    assert!(bench.read(Kind::Unknown, &Raw::from([("question", "Who knows?")])).is_ok());
}

#[test]
fn what_could_endanger_her_is_kept_close_unless_somebody_decides() {
    let bench = Bench::new();
    let sara = bench.family.sara.to_string();
    let covert = bench
        .pack
        .effort
        .iter()
        .find(|category| category.label == Label::SurvivorConfidential)
        .expect("the pack knows covert efforts");
    let raw = Raw::from([("actor", sara.as_str()), ("act", "hides money"), ("categories", covert.code.as_str())]);
    assert_eq!(bench.read(Kind::Effort, &raw).unwrap().label, Label::SurvivorConfidential);
    let decided = with(&raw, &[("label", "professional")]);
    assert_eq!(bench.read(Kind::Effort, &decided).unwrap().label, Label::Professional);
}

#[test]
fn a_childs_own_words_are_the_childs_voice() {
    let bench = Bench::new();
    let f = &bench.family;
    let (on, told) = (format!("child:{}", f.lena), format!("told:{}", f.lena));
    let raw = Raw::from([("on", on.as_str()), ("what", "afraid"), ("known-0-how", &told)]);
    let source = |raw: &Raw| bench.read(Kind::Impact, raw).unwrap().sources.remove(0);
    assert_eq!(source(&raw).label, None);
    let words = with(&raw, &[("known-0-words", "He counts my messages")]);
    assert_eq!(source(&words).label, Some(Label::ChildVoice));
    assert_eq!(source(&with(&words, &[("known-0-label", "professional")])).label, Some(Label::Professional));
    assert_eq!(source(&words).how, How::ToldDirectly { by: Who::Person(f.lena) });
}

#[test]
fn names_of_every_script_and_length_come_through() {
    let bench = Bench::new();
    let long = "Wojciechowska-Przybyszewska ".repeat(11);
    for name in ["Łucja Żółć-Wiśniewska", "مريم بنت عبد الله", long.trim(), "Ọlá 李 “O’Neil”"]
    {
        let content = bench.read(Kind::Person, &Raw::from([("name", name)])).unwrap();
        let Body::Person(person) = &content.body else { panic!() };
        assert_eq!(person.name.as_str(), name);
        assert_eq!(kind::write(&content, &bench.words).one("name"), name);
    }
    assert!(long.trim().chars().count() > 300);
}

#[test]
fn labels_are_careful_where_nobody_chose() {
    let bench = Bench::new();
    let label_of = |kind: Kind| {
        let mut raw = full(&bench, kind);
        raw.remove("label");
        bench.read(kind, &raw).unwrap().label
    };
    assert_eq!(label_of(Kind::ContactDetail), Label::Sealed);
    assert_eq!(label_of(Kind::UseOfForce), Label::Staff);
    assert_eq!(label_of(Kind::WorkerSafety), Label::Staff);
    assert_eq!(label_of(Kind::Voice), Label::ChildVoice, "Lena is a child");
    let mut hers = full(&bench, Kind::Voice);
    hers.remove("label");
    hers.set("whose", bench.family.sara.to_string());
    assert_eq!(bench.read(Kind::Voice, &hers).unwrap().label, Label::Professional);
    let sealed_off = with(&Raw::default(), &[("label", "professional")]);
    let mut decided = full(&bench, Kind::ContactDetail);
    decided.set("label", sealed_off.one("label"));
    assert_eq!(bench.read(Kind::ContactDetail, &decided).unwrap().label, Label::Professional);
}

#[test]
fn one_form_on_daily_care_is_an_entry_for_each_adult_of_whom_something_is_said() {
    let bench = Bench::new();
    let f = &bench.family;
    let [marek, sara, lena] = [f.marek, f.sara, f.lena].map(|id| id.to_string());
    let both = Raw::from([
        ("area", "meals"),
        ("children", lena.as_str()),
        ("when", "2026"),
        ("carer", sara.as_str()),
        ("does", "cooks, every day"),
        ("adult1-carer", marek.as_str()),
        ("adult1-good", "bakes on birthdays"),
        ("adult1-disrupted_by-0-to", ""),
    ]);
    let entries: Vec<_> = crate::forms::daily_care::parts(&both)
        .into_iter()
        .map(|(_, part)| bench.read(Kind::DailyCare, &part).unwrap())
        .collect();
    let [Body::DailyCare(hers), Body::DailyCare(his)] = [&entries[0].body, &entries[1].body] else { panic!() };
    assert_eq!((hers.carer, his.carer, entries.len()), (f.sara, f.marek, 2));
    assert_eq!(his.good.as_ref().unwrap().as_str(), "bakes on birthdays");
    assert_eq!((&hers.area, &entries[0].happened), (&his.area, &entries[1].happened), "asked once for both");
    let empty = Raw::from([("carer", sara.as_str()), ("adult1-carer", marek.as_str())]);
    assert_eq!(crate::forms::daily_care::parts(&empty).len(), 1, "an empty form is told what it lacks, once");
}

#[test]
fn use_of_force_asks_the_same_of_both_and_turns_them_round() {
    let bench = Bench::new();
    let f = &bench.family;
    let [marek, sara] = [f.marek, f.sara].map(|id| id.to_string());
    let both = Raw::from([
        ("person", sara.as_str()),
        ("towards", marek.as_str()),
        ("answer_fear", "afraid of the keys"),
        ("other-answer_fear", "of nothing, he says"),
    ]);
    let entries: Vec<_> = crate::forms::use_of_force::parts(&both)
        .into_iter()
        .map(|(_, part)| bench.read(Kind::UseOfForce, &part).unwrap().body)
        .collect();
    let [Body::UseOfForce(hers), Body::UseOfForce(his)] = &entries[..] else { panic!("{entries:?}") };
    assert_eq!((hers.person, hers.towards), (his.towards, his.person));
    assert_eq!(his.answers[0].answer.as_str(), "of nothing, he says");
}

#[test]
fn a_chronology_is_arranged_by_the_places_given_and_what_is_ticked_follows() {
    let bench = Bench::new();
    let f = &bench.family;
    let [sleep, monitoring, calming] = [f.sleep, f.monitoring, f.calming].map(|id| id.to_string());
    let raw = Raw::from([
        ("title", "t"),
        ("purpose", "p"),
        ("lines-0-entry", sleep.as_str()),
        ("lines-0-place", "30"),
        ("lines-1-entry", monitoring.as_str()),
        ("lines-1-place", "5"),
        ("lines-1-analysis", "first"),
        ("add", calming.as_str()),
    ]);
    let order = |raw: &Raw| {
        let Body::Chronology(chronology) = bench.read(Kind::Chronology, raw).unwrap().body else { panic!() };
        chronology.lines.iter().map(|line| line.entry).collect::<Vec<_>>()
    };
    assert_eq!(order(&raw), [f.monitoring, f.sleep, f.calming]);
    let arranged = crate::forms::chronology::arranged(&raw, &bench.scene);
    assert_eq!(order(&arranged), order(&raw), "arranging changes nothing but the page");
    assert_eq!((arranged.one("lines-0-analysis"), arranged.has("add")), ("first", false));
    let mut out = arranged;
    out.set("lines-0-out", "yes");
    assert_eq!(order(&out), [f.sleep, f.calming]);
}

/// Fields into which anything may be typed.
const FREE: [&str; 14] = [
    "act",
    "what",
    "question",
    "remark",
    "title",
    "text",
    "said",
    "detail",
    "seen",
    "know",
    "done",
    "did",
    "not_clear",
    "agency",
];

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 150, failure_persistence: None, ..Default::default() })]

    /// Content to fields to content, for every kind, whatever was typed and whatever was left out.
    #[test]
    fn whatever_can_be_read_comes_back_as_the_same_entry(
        kind in proptest::sample::select(kind::WITH_FORM.to_vec()),
        left_out in proptest::collection::vec(0_u8..100, 48),
        typed in "\\PC{0,40}",
    ) {
        let bench = Bench::new();
        let whole = full(&bench, kind);
        let mut raw = Raw::default();
        for (n, (name, values)) in whole.iter().enumerate() {
            // One field in eight is left out.
            if left_out[n % left_out.len()] < 12 {
                continue;
            }
            for value in values {
                let value = if FREE.contains(&name) { format!("{value} {typed}") } else { value.clone() };
                raw.push(name, value);
            }
        }
        if let Ok(content) = bench.read(kind, &raw) {
            let again = kind::write(&content, &bench.words);
            proptest::prop_assert_eq!(bench.read(kind, &again).unwrap(), content);
        } else {
            // What cannot be read lacks something; the whole form lacks nothing.
            proptest::prop_assert!(bench.read(kind, &whole).is_ok());
        }
    }
}
