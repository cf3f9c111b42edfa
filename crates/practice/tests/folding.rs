//! Folding and linking: whatever is recorded folds, in any division, and comes back from a file as it was.

use crate::invent::{Choices, case, id, revision};
use practice::case::{CaseFile, FoldError};
use practice::clearance::Clearance;
use practice::entry::Change;
use practice::event::{CaseEvent, Removed};
use practice::format::CaseDocument;
use practice::ids::EntryId;
use practice::label::Label;
use practice::project::project;
use practice::record::{At, Draft, Intent, Recorded, Refusal, record, record_all};
use practice::text::Text;
use proptest::prelude::*;

pub(crate) fn removed(file: &CaseFile, id: EntryId) -> Removed {
    Removed {
        id,
        kind: file.entry(id).unwrap().kind(),
        labels: file.labels_needed(id),
        author: crate::invent::author(1),
        at: "2026-02-01T10:00:00Z".parse().unwrap(),
        reason: Text::parse("about another family").unwrap(),
    }
}

fn numbers() -> impl Strategy<Value = Vec<u16>> {
    prop::collection::vec(any::<u16>(), 20..300)
}

proptest! {
    #[test]
    fn folding_at_once_and_step_by_step_is_the_same(numbers in numbers(), at in any::<prop::sample::Index>()) {
        let events = case(&mut Choices::new(&numbers));
        let whole = CaseFile::fold(events.clone()).unwrap();
        let at = 1 + at.index(events.len());
        let (first, rest) = events.split_at(at);
        let mut steps = CaseFile::fold(first.to_vec()).unwrap();
        for event in rest {
            steps.apply(event.clone()).unwrap();
        }
        prop_assert_eq!(whole, steps);
    }

    #[test]
    fn the_journal_gives_back_what_it_was_given(numbers in numbers()) {
        for event in case(&mut Choices::new(&numbers)) {
            let payload = event.encode().unwrap();
            prop_assert_eq!(CaseEvent::decode(event.tag(), event.version(), &payload).unwrap(), event);
        }
    }

    #[test]
    fn a_file_comes_back_as_it_was(numbers in numbers()) {
        let file = CaseFile::fold(case(&mut Choices::new(&numbers))).unwrap();
        let text = CaseDocument::of(&file).to_json().unwrap();
        let document: CaseDocument = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(document.to_json().unwrap(), text);
        let events = document.entries.into_iter().map(|revision| CaseEvent::Entry(Box::new(revision)));
        let again = CaseFile::fold(std::iter::once(CaseEvent::Opened(document.case)).chain(events)).unwrap();
        prop_assert_eq!(again, file);
    }

    /// Taken out, it is gone in the same way whether the file was folded before or is folded anew without what it said; and
    /// the fact travels with the file.
    #[test]
    fn what_is_taken_out_leaves_the_fact_and_nothing_else(numbers in numbers(), at in any::<prop::sample::Index>()) {
        let events = case(&mut Choices::new(&numbers));
        let mut step = CaseFile::fold(events.clone()).unwrap();
        let gone = step.entries().nth(at.index(step.len())).unwrap().0;
        let fact = removed(&step, gone);
        step.apply(CaseEvent::Removed(Box::new(fact.clone()))).unwrap();
        prop_assert!(step.entry(gone).is_none() && step.entries().all(|(id, _)| id != gone));
        prop_assert_eq!(step.removed(gone), Some(&fact));
        let kept = events.iter().filter(|e| !matches!(e, CaseEvent::Entry(revision) if revision.id == gone));
        let anew = kept.cloned().chain([CaseEvent::Removed(Box::new(fact))]);
        prop_assert_eq!(&CaseFile::fold(anew).unwrap(), &step);
        // Nothing of it comes back.
        let back = revision(gone, 1, 900, Change::Relabelled(Label::Staff));
        let refused = step.apply(CaseEvent::Entry(Box::new(back)));
        prop_assert_eq!(refused, Err(FoldError::Removed { entry: gone }));
        let text = CaseDocument::of(&step).to_json().unwrap();
        let document: CaseDocument = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(document.to_json().unwrap(), text);
        let lost = document.problems().into_iter().any(|p| p.message.contains(&gone.to_string()) && p.message.contains("no entry"));
        prop_assert!(!lost, "links to it are no fault");
        // Those who have every label still see what needed it; and no view stumbles.
        let whole = project(&step, &Clearance::whole());
        prop_assert_eq!(whole.all().count(), step.len());
        prop_assert!(whole.removed(gone).is_some());
        prop_assert!(crate::withheld::bytes(&whole, &crate::withheld::pack()).len() > 2);
    }

    #[test]
    fn an_event_that_does_not_fit_changes_nothing(numbers in numbers(), at in any::<prop::sample::Index>()) {
        let mut file = CaseFile::fold(case(&mut Choices::new(&numbers))).unwrap();
        let before = file.clone();
        let entry = id(at.index(file.len()));
        let present = file.entry(entry).unwrap().revision();
        for wrong in [present, present + 2] {
            let event = revision(entry, wrong, 900, Change::Relabelled(Label::Staff));
            let error = file.apply(CaseEvent::Entry(Box::new(event))).unwrap_err();
            prop_assert_eq!(error, FoldError::OutOfOrder { entry, expected: present + 1, found: wrong });
            prop_assert_eq!(&file, &before);
        }
        let nobody = revision(id(990), 1, 900, Change::Reinstated);
        prop_assert_eq!(file.apply(CaseEvent::Entry(Box::new(nobody))), Err(FoldError::NotRecorded { entry: id(990) }));
        prop_assert_eq!(&file, &before);
    }

    /// No link is ever lost or invented: for whoever may see everything, the projection has just the links of the file.
    #[test]
    fn the_whole_clearance_sees_every_link(numbers in numbers()) {
        let file = CaseFile::fold(case(&mut Choices::new(&numbers))).unwrap();
        let seen = project(&file, &Clearance::whole());
        let lost: Vec<_> = file.entries().filter(|(id, _)| seen.get(*id).is_none()).map(|(_, e)| &e.content).collect();
        prop_assert!(lost.is_empty(), "{lost:?}");
        for (id, entry) in file.entries() {
            prop_assert_eq!(&seen.get(id).unwrap().content, &entry.content);
        }
    }

    /// For anybody else, every link that is seen leads to an entry that is seen.
    #[test]
    fn no_link_leads_out_of_a_projection(numbers in numbers(), labels in 0_u8..0x80) {
        let labels =
            Label::ALL.into_iter().enumerate().filter(|(n, _)| labels & (1 << n) != 0).map(|(_, l)| l).collect();
        let file = CaseFile::fold(case(&mut Choices::new(&numbers))).unwrap();
        let seen = project(&file, &Clearance { labels, ..Clearance::whole() });
        for entry in seen.all() {
            for link in entry.content.references() {
                prop_assert!(seen.get(link.to).is_some(), "{} of {}", link.path, entry.id);
            }
            for old in entry.history.iter().filter_map(|revision| revision.content.as_ref()) {
                for link in old.references() {
                    prop_assert!(seen.get(link.to).is_some(), "{} of an old {}", link.path, entry.id);
                }
            }
        }
    }

    /// Recording the entries of a case one after the other gives the same as recording them in one sitting, and recording
    /// all of them again gives nothing new.
    #[test]
    fn a_sitting_is_recorded_once(numbers in numbers()) {
        let events = case(&mut Choices::new(&numbers));
        let first = CaseFile::fold(events[..1].to_vec()).unwrap();
        let drafts: Vec<Draft> = events
            .iter()
            .filter_map(|event| match event {
                CaseEvent::Entry(revision) => match &revision.change {
                    Change::Recorded(content) => {
                        Some(Draft { id: revision.id, intent: Intent::Record(content.clone()) })
                    }
                    _ => None,
                },
                _ => None,
            })
            .collect();
        let at = At { author: crate::invent::author(1), now: "2026-02-01T10:00:00Z".parse().unwrap() };
        // The invented entries need not keep every rule of recording; those that do not are refused either way.
        let mut one_by_one = first.clone();
        let mut good = Vec::new();
        for draft in drafts {
            if let Ok(Recorded::New(revision)) = record(&one_by_one, &draft, &at) {
                one_by_one.apply(CaseEvent::Entry(revision)).unwrap();
                good.push(draft);
            }
        }
        let mut sitting = first.clone();
        for recorded in record_all(&first, &good, &at).unwrap() {
            let Recorded::New(revision) = recorded else { panic!("nothing was there before") };
            sitting.apply(CaseEvent::Entry(revision)).unwrap();
        }
        prop_assert_eq!(&sitting, &one_by_one);
        let again = record_all(&sitting, &good, &at).unwrap();
        let known = again.iter().all(|recorded| *recorded == Recorded::Already { revision: 1 });
        prop_assert!(known);
        // An id that names nothing is refused, whatever the kind.
        for draft in good.iter().take(5) {
            let Intent::Record(content) = &draft.intent else { continue };
            if content.references().iter().any(|link| link.to != draft.id) {
                let alone = Draft { id: id(991), intent: draft.intent.clone() };
                let refused = record(&first, &alone, &at).unwrap_err();
                prop_assert!(matches!(refused, Refusal::NoSuchEntry { .. }), "{refused:?}");
            }
        }
    }
}

#[test]
fn a_case_begins_with_its_opening_and_only_once() {
    assert_eq!(CaseFile::fold(Vec::new()), Err(FoldError::NotOpened));
    let opening = crate::invent::opened;
    let later = revision(id(1), 1, 1, Change::Reinstated);
    assert_eq!(CaseFile::fold(vec![CaseEvent::Entry(Box::new(later))]), Err(FoldError::NotOpened));
    assert_eq!(CaseFile::fold(vec![opening(), opening()]), Err(FoldError::OpenedTwice));
}
