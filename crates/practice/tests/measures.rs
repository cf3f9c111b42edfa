//! Measures of the demo family: what is recorded is there with its days, and what is taken out is not there yet.

use practice::case::CaseFile;
use practice::clearance::{Audience, Clearance};
use practice::event::CaseEvent;
use practice::format::CaseDocument;
use practice::kinds::Kind;
use practice::label::Label;
use practice::pack::Pack;
use practice::project::project;
use practice::views::measures::{Fact, Measure, MeasuresView, State, measures};

fn family(without: &[Kind]) -> CaseFile {
    let document: CaseDocument = serde_json::from_str(include_str!("../../../demo/family.json")).unwrap();
    let gone: Vec<_> = document
        .entries
        .iter()
        .filter(|step| step.content().is_some_and(|content| without.contains(&content.body.kind())))
        .map(|step| step.id)
        .collect();
    let entries = document.entries.into_iter().filter(|step| !gone.contains(&step.id));
    let entries = entries.map(|revision| CaseEvent::Entry(Box::new(revision)));
    CaseFile::fold(std::iter::once(CaseEvent::Opened(document.case)).chain(entries)).unwrap()
}

fn of(case: &CaseFile, clearance: &Clearance) -> MeasuresView {
    let pack = Pack::parse(include_str!("../../../packs/base/pack.toml")).unwrap();
    measures(&project(case, clearance), &pack)
}

fn fact(view: &MeasuresView, measure: Measure) -> Fact {
    *view.facts.iter().find(|fact| fact.measure == measure).unwrap()
}

#[test]
fn what_is_recorded_is_there_with_its_days() {
    let view = of(&family(&[]), &Clearance::whole());
    assert_eq!(view.facts.iter().map(|fact| fact.measure).collect::<Vec<_>>(), Measure::ALL);
    for measure in [
        Measure::HarmNamed,
        Measure::Behaviours,
        Measure::BehaviourToChild,
        Measure::Efforts,
        Measure::EffortsBeyond,
        Measure::HarmPlan,
        Measure::HarmGoals,
        Measure::ChangeLookedAt,
        Measure::Sessions,
    ] {
        let fact = fact(&view, measure);
        assert_eq!(fact.state, State::There, "{measure:?}");
        assert!(
            view.opened <= fact.first.unwrap()
                && fact.first <= fact.last
                && fact.last.unwrap() <= view.last_recorded
        );
    }
}

#[test]
fn what_is_taken_out_is_not_there_yet_and_nothing_else_changes() {
    let whole = of(&family(&[]), &Clearance::whole());
    for (gone, changes) in [
        (&[Kind::Effort][..], &[Measure::Efforts, Measure::EffortsBeyond][..]),
        (&[Kind::Goal], &[Measure::HarmGoals]),
        (&[Kind::ChangeReview, Kind::Evidence], &[Measure::ChangeLookedAt]),
        (&[Kind::Supervision], &[Measure::Supervision]),
        (&[Kind::DailyCare], &[Measure::EachParentsCare]),
        (&[Kind::Intersection], &[Measure::Intersections]),
    ] {
        let view = of(&family(gone), &Clearance::whole());
        for (was, is) in whole.facts.iter().zip(&view.facts) {
            if changes.contains(&was.measure) {
                assert!(was.state != State::NotYet, "{:?} would show nothing", was.measure);
                assert_eq!((is.state, is.first), (State::NotYet, None), "{:?} without {gone:?}", is.measure);
            } else {
                assert_eq!(was, is, "without {gone:?}");
            }
        }
    }
    let nobody = of(&family(&[Kind::RoleDecision]), &Clearance::whole());
    for measure in [Measure::EachChildsEffects, Measure::EachParentsCare] {
        assert_eq!(fact(&nobody, measure).state, State::DoesNotApply, "there is nobody it could be about");
    }
}

#[test]
fn what_a_reader_may_not_have_is_not_counted() {
    let labels = [Label::Professional].into_iter().collect();
    let few = of(&family(&[]), &Clearance { labels, audience: Audience::Team });
    // Supervision and worker safety are the team's own matter.
    assert_eq!(fact(&few, Measure::Supervision).state, State::NotYet);
    assert_eq!(fact(&few, Measure::WorkerSafety).state, State::NotYet);
    let whole = of(&family(&[]), &Clearance::whole());
    assert_eq!(fact(&whole, Measure::Supervision).state, State::There, "the control");
}
