//! The people of all cases in the index: found by tokens, in the cases of the one who asks, and gone with their case.

use store::{Append, IndexChange, PersonCard, PersonQuery, Store, StreamId};
use uuid::Uuid;

use crate::support::{Place, append, event, uuid};

const AMINA: Uuid = Uuid::from_u128(91);
const BEN: Uuid = Uuid::from_u128(92);

fn person(case: u128, person: u128, card: &str, facts: &[&str]) -> IndexChange {
    let facts = facts.iter().map(|fact| fact.as_bytes().to_vec()).collect();
    IndexChange::Person { case: uuid(case), person: uuid(person), card: card.into(), facts }
}

fn works(case: u128, account: Uuid, relation: &str) -> IndexChange {
    IndexChange::Allocate { case: uuid(case), account, relation: relation.into() }
}

/// Two cases: Amina works the first, Ben both.
fn index() -> Vec<IndexChange> {
    vec![
        person(1, 11, "Ola", &["ola 2014", "ola n"]),
        person(1, 12, "Kuba", &["kuba 2016"]),
        person(2, 21, "Ola again", &["ola 2014", "ola n"]),
        works(1, AMINA, "allocated"),
        works(1, BEN, "supervisor_of"),
        works(2, BEN, "allocated"),
    ]
}

fn query(facts: &[&str]) -> PersonQuery {
    let facts = facts.iter().map(|fact| (fact.as_bytes().to_vec(), 1)).collect();
    PersonQuery { facts, each: 10, enough: 10, most: 10 }
}

fn said(cards: &[PersonCard]) -> Vec<(String, String)> {
    let text = |card: &PersonCard| String::from_utf8(card.card.clone()).unwrap();
    cards.iter().map(|card| (text(card), card.relation.clone())).collect()
}

fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(card, relation)| ((*card).to_owned(), (*relation).to_owned())).collect()
}

/// With the append that they follow from.
async fn recorded(store: &Store) {
    let entry = Append { index: index(), ..append(StreamId::case(uuid(1)), 0, vec![event("opened")]) };
    store.append(entry).await.unwrap();
}

#[tokio::test]
async fn people_are_found_in_the_cases_of_the_one_who_asks() {
    let (_place, store) = Place::new().await;
    recorded(&store).await;
    let hers = store.people_of(AMINA, 5).await.unwrap().unwrap();
    assert_eq!(said(&hers), pairs(&[("Ola", "allocated"), ("Kuba", "allocated")]));
    assert_eq!(store.people_of(BEN, 1).await.unwrap(), None, "more cases than are read one by one");
    assert_eq!(store.people_of(BEN, 2).await.unwrap().unwrap().len(), 3);
    assert!(store.people_of(uuid(93), 5).await.unwrap().unwrap().is_empty(), "a stranger");

    let ola = query(&["ola 2014", "ola n"]);
    assert_eq!(said(&store.people_like(AMINA, ola.clone()).await.unwrap()), pairs(&[("Ola", "allocated")]));
    let his = store.people_like(BEN, ola.clone()).await.unwrap();
    assert_eq!(said(&his), pairs(&[("Ola again", "allocated"), ("Ola", "supervisor_of")]));
    assert!(store.people_like(uuid(93), ola.clone()).await.unwrap().is_empty());
    assert_eq!(store.people_like_anywhere(ola.clone()).await.unwrap().len(), 2);
    // Somebody else's people take no room: with room for one, Amina still finds hers.
    let narrow = PersonQuery { each: 1, enough: 1, most: 1, ..ola };
    assert_eq!(said(&store.people_like(AMINA, narrow).await.unwrap()), pairs(&[("Ola", "allocated")]));
    // The control: a fact that is nobody's.
    assert!(store.people_like(BEN, query(&["ola 2015"])).await.unwrap().is_empty());
    let best = store.people_like(BEN, query(&["kuba 2016", "ola n", "ola 2014"])).await.unwrap();
    assert_eq!(best.last().map(|card| card.card.as_slice()), Some(b"Kuba".as_slice()), "most facts first");
}

#[tokio::test]
async fn people_change_with_the_append_and_come_out_the_same_when_rebuilt() {
    let (_place, store) = Place::new().await;
    recorded(&store).await;
    let case = StreamId::case(uuid(1));
    let change = vec![
        person(1, 11, "Ola Nowak", &["nowak 2014", "nowak 2014"]),
        IndexChange::PersonGone { case: uuid(1), person: uuid(12) },
    ];
    let again = |expected| Append { index: change.clone(), ..append(case, expected, vec![event("revised")]) };
    store.append(again(7)).await.unwrap_err();
    assert_eq!(
        store.people_like(AMINA, query(&["ola n"])).await.unwrap().len(),
        1,
        "a refused append changes nothing"
    );
    store.append(again(1)).await.unwrap();
    assert!(store.people_like(AMINA, query(&["ola n"])).await.unwrap().is_empty(), "old facts are gone");
    assert_eq!(store.people_like(AMINA, query(&["nowak 2014"])).await.unwrap().len(), 1);
    let (cards, tokens) = store.people_all().await.unwrap();
    assert_eq!((cards.len(), tokens.len()), (2, 3));

    store.index_drop().await.unwrap();
    assert_eq!(store.people_all().await.unwrap(), (Vec::new(), Vec::new()));
    let rebuilt =
        vec![person(2, 21, "Ola again", &["ola n", "ola 2014"]), person(1, 11, "Ola Nowak", &["nowak 2014"])];
    store.index_put(rebuilt).await.unwrap();
    assert_eq!(store.people_all().await.unwrap(), (cards, tokens));
    store.index_put(vec![IndexChange::PeopleGone { case: uuid(1) }]).await.unwrap();
    assert_eq!(store.people_all().await.unwrap().1.len(), 2);
    assert!(store.people_in(uuid(1)).await.unwrap().is_empty());
    assert_eq!(store.people_in(uuid(2)).await.unwrap().len(), 1);
}

#[tokio::test]
async fn nothing_of_a_name_lies_in_the_tables_and_nothing_stays_of_a_deleted_case() {
    let (place, store) = Place::new().await;
    recorded(&store).await;
    let raw = place.raw();
    let (_, cards) = raw.query("SELECT ciphertext FROM person", &[]);
    let text = format!("{cards:?}");
    assert!(cards.len() == 3 && !text.contains("Ola") && !text.contains("79, 108, 97"), "{text}");
    // The control: with the key it is there.
    assert!(said(&store.people_in(uuid(1)).await.unwrap()).iter().any(|(card, _)| card == "Ola"));
    store.shred(uuid(1)).await.unwrap();
    let about =
        |table: &str| raw.count(&format!("SELECT count(*) FROM {table} WHERE case_id = $1"), &[(&uuid(1)).into()]);
    assert_eq!((about("person"), about("person_token")), (0, 0));
    let (left, tokens) = store.people_all().await.unwrap();
    assert_eq!((left.len(), tokens.len()), (1, 2), "the other case keeps its people");
    assert!(store.index_put(index()).await.is_ok());
    assert_eq!((about("person"), about("person_token")), (0, 0), "nothing is put back");
    assert!(store.verify(None).await.unwrap().findings.is_empty());
}
