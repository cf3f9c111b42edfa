//! The base pack and its words.

use super::words;
use crate::base_pack;

#[test]
fn every_code_of_the_base_pack_has_its_words() {
    let words = words();
    let pack = base_pack().expect("the base pack can be read");
    assert!(!pack.behaviour.is_empty() && !pack.effort.is_empty() && !pack.impact.is_empty());
    for category in &pack.behaviour {
        let key = format!("behaviour-{}", category.code);
        let _ = words.say(&key);
        for attribute in ["definition", "example", "ask"] {
            let _ = words.say_attribute(&key, attribute);
        }
    }
    for category in &pack.effort {
        let key = format!("effort-{}", category.code);
        let _ = words.say(&key);
        let _ = words.say(&format!("effort-group-{}", category.group));
        for attribute in ["definition", "example", "ask"] {
            let _ = words.say_attribute(&key, attribute);
        }
    }
    for domain in &pack.impact {
        let key = format!("impact-{}", domain.code);
        let _ = words.say(&key);
        for attribute in ["definition", "ask"] {
            let _ = words.say_attribute(&key, attribute);
        }
        for age in ["unborn", "infant", "early", "middle", "teen"] {
            let asked = domain.ages.is_empty() || domain.ages.iter().any(|band| band.code() == age);
            assert_eq!(words.has_attribute(&key, age), asked, "{key}.{age}");
        }
    }
    for factor in &pack.factor {
        let key = format!("factor-{}", factor.code);
        let _ = words.say(&key);
        for attribute in ["definition", "example", "ask"] {
            let _ = words.say_attribute(&key, attribute);
        }
    }
    for visit in &pack.visit {
        let key = format!("visit-{}", visit.code);
        let _ = words.say(&key);
        for attribute in ["definition", "example", "ask"] {
            let _ = words.say_attribute(&key, attribute);
        }
    }
    assert_eq!(words.missing(), Vec::<String>::new());
}

#[test]
fn the_yardstick_is_only_leaving_police_and_orders() {
    let pack = base_pack().expect("the base pack can be read");
    let yardstick: Vec<&str> = pack.effort.iter().filter(|e| e.yardstick).map(|e| e.code.as_str()).collect();
    assert_eq!(yardstick, ["left", "called_police", "court_order"]);
    assert!(pack.effort.len() > 10 * yardstick.len());
}
