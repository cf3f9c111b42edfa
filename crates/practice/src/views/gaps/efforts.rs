//! Efforts (component 3): the full range of what each survivor does, and what it made possible.

use super::{Ask, Component, Gap, Question, named, targets};
use crate::kinds::Body;
use crate::pack::Pack;
use crate::text::Code;
use crate::views::lines::Reader;
use crate::views::map::MapView;

pub(super) fn efforts(reader: &Reader<'_>, map: &MapView, pack: &Pack, found: &mut Vec<Gap>) {
    let all = reader.efforts();
    for survivor in &map.survivors {
        let own: Vec<_> = all.iter().filter(|effort| effort.actor.id == Some(survivor.id)).collect();
        let alone = vec![Ask::Alone(named(survivor))];
        let mut gap = |question| found.push(Gap { component: Component::Efforts, question, ask: alone.clone() });
        let partnered = reader
            .projection
            .current()
            .any(|seen| matches!(&seen.content.body, Body::PartneringStep(step) if step.with == survivor.id));
        if !partnered {
            gap(Question::NoPartnering { survivor: named(survivor) });
        }
        if own.is_empty() {
            gap(Question::NoEfforts { survivor: named(survivor) });
        } else {
            let yardstick = |code: &Code| pack.effort(code).is_some_and(|category| category.yardstick);
            let coded: Vec<_> = own.iter().filter(|effort| !effort.categories.is_empty()).collect();
            if !coded.is_empty()
                && coded.len() == own.len()
                && coded.iter().all(|effort| effort.categories.iter().all(yardstick))
            {
                gap(Question::OnlyYardstick { survivor: named(survivor) });
            }
            if own.iter().all(|effort| effort.wants_heard_by.is_none()) {
                gap(Question::WantsHeardBy { survivor: named(survivor) });
            }
        }
        for band in &map.bands {
            if targets(band, survivor.id) && band.answers.is_empty() {
                gap(Question::AnswerTo {
                    survivor: named(survivor),
                    behaviour: band.behaviour.envelope.id,
                    title: band.behaviour.title.clone(),
                });
            }
        }
        for effort in own {
            if effort.made_possible.is_empty() {
                gap(Question::WhatItMadePossible {
                    effort: effort.envelope.id,
                    act: effort.act.clone(),
                    survivor: named(survivor),
                });
            }
        }
    }
}
