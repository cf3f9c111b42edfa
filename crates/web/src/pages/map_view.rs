//! The pattern map put into words and lines for `map.html`: harm from the start of the line, the children in the middle,
//! the answer from its end, with equal weight on both sides.

use super::frame::{anchor, entry_href};
use super::lines::{Line, cell_href, new_href};
use super::map_words::{
    BandWords, CellWords, EffortWords, Former, FormerLink, GlanceCell, GlanceRow, Int, Kid, Letter, MadeWords,
    MapWords, OpenWay, PathWords, Sheet,
};
use super::say::Say;
use draw::rail::{self, Mark};
use draw::span::{self, Axis, Bar};
use practice::cast::PersonLine;
use practice::ids::EntryId;
use practice::kinds::impact::Pathway;
use practice::kinds::intersections::Mechanism;
use practice::kinds::pattern::{Force, Usable};
use practice::views::lines::{BehaviourLine, EffortLine, IntersectionLine};
use practice::views::map::{Band, Cell, MapView, Path};

/// The most children that fit side by side; more get the sheet again, by groups.
const SIDE_BY_SIDE: usize = 4;

/// The letters of the behaviours an entry is linked to.
pub(crate) fn letters(map: &MapView, to: &[EntryId]) -> Vec<Letter> {
    map.bands
        .iter()
        .filter(|band| to.contains(&band.behaviour.envelope.id))
        .map(|band| Letter {
            letter: band.letter.clone(),
            title: band.behaviour.title.clone(),
            anchor: anchor(band.behaviour.envelope.id),
        })
        .collect()
}

struct Maker<'a> {
    say: &'a Say<'a>,
    map: &'a MapView,
    axis: Option<Axis>,
    tick: Option<f64>,
    survivors: String,
}

/// Puts the map into words.
pub(crate) fn words(say: &Say<'_>, map: &MapView) -> MapWords {
    let axis = map.years.map(|(first, _)| Axis::new(first, map.as_of));
    let survivors = say.list(&map.survivors.iter().map(|person| person.name.clone()).collect::<Vec<_>>());
    // Where the former family ends: the end of its last bar.
    let tick = axis.and_then(|axis| {
        let ends = map.bands.iter().filter(|band| band.behaviour.former_family);
        ends.filter_map(|band| axis.bar(&band.behaviour.envelope.happened, true)).map(|bar| bar.to).reduce(f64::max)
    });
    Maker { say, map, axis, tick, survivors }.make()
}

impl Maker<'_> {
    fn make(&self) -> MapWords {
        let Self { say, map, .. } = self;
        let kids: Vec<Kid> = map.children.iter().map(|child| self.kid(child)).collect();
        let formers: Vec<Former> =
            map.bands.iter().filter(|band| band.behaviour.former_family).map(|band| self.former(band)).collect();
        let actors = say.list(&map.perpetrators.iter().map(|person| person.name.clone()).collect::<Vec<_>>());
        MapWords {
            is_empty: map.bands.is_empty(),
            lede: say.map_summary(map),
            glance_head: if actors.is_empty() {
                say.t("page-what-is-done")
            } else {
                self.named("page-what-does", &actors)
            },
            axis: self
                .axis
                .map_or_else(String::new, |axis| span::axis(&axis, &say.t("page-now"), &say.t("page-axis"))),
            rows: map.bands.iter().map(|band| self.glance(band, &kids)).collect(),
            way_direct: say.pathway(Pathway::Direct, &self.survivors),
            way_care: say.pathway(Pathway::ThroughCare, &self.survivors),
            way_home: say.pathway(Pathway::ThroughDailyLife, &self.survivors),
            hold_head: self.hold_head(),
            sheets: self.sheets(&kids),
            has_former: !formers.is_empty(),
            formers,
            ints: map.intersections.iter().map(|line| self.intersection(line)).collect(),
            add_intersection: new_href(say.case, "intersection", &[("then", "map".to_owned())]),
            tools: map
                .tool_results
                .iter()
                .map(|result| Line::new(say, &result.envelope, format!("{}: {}", result.tool, result.result)))
                .collect(),
            other_efforts: map.other_efforts.iter().map(|effort| self.loose_effort(effort)).collect(),
            other_impacts: map
                .other_impacts
                .iter()
                .map(|impact| {
                    let line = Line::impact(say, impact);
                    let name = impact.on.as_ref().map(|on| on.name.clone()).unwrap_or_default();
                    if name.is_empty() { line } else { Line { text: say.says(&name, &line.text), ..line } }
                })
                .collect(),
            kids,
        }
    }

    fn loose_effort(&self, effort: &EffortLine) -> Line {
        let line = Line::effort(self.say, effort);
        Line { text: self.say.says(&effort.actor.name, &line.text), ..line }
    }

    fn named(&self, key: &str, name: &str) -> String {
        self.say.with(key, &[("name", name.into())])
    }

    fn hold_head(&self) -> String {
        if self.survivors.is_empty() {
            self.say.t("page-what-protects")
        } else {
            self.named("page-what-does", &self.survivors)
        }
    }

    fn kid(&self, child: &PersonLine) -> Kid {
        Kid { id: child.id, name: child.name.clone(), age: self.say.age(child) }
    }

    fn bars(&self, behaviour: &BehaviourLine) -> Vec<Bar> {
        let Some(axis) = self.axis else {
            return Vec::new();
        };
        let related = self.related(behaviour).into_iter().map(|former| (former, true));
        related
            .chain([(behaviour, behaviour.former_family)])
            .filter_map(|(line, former)| axis.bar(&line.envelope.happened, former))
            .collect()
    }

    /// Behaviours of the same person and the same kind in another family.
    fn related(&self, behaviour: &BehaviourLine) -> Vec<&BehaviourLine> {
        if behaviour.former_family {
            return Vec::new();
        }
        self.map
            .bands
            .iter()
            .map(|band| &band.behaviour)
            .filter(|other| {
                other.former_family
                    && other.actor == behaviour.actor
                    && other.categories.iter().any(|code| behaviour.categories.contains(code))
            })
            .collect()
    }

    fn glance(&self, band: &Band, kids: &[Kid]) -> GlanceRow {
        let behaviour = &band.behaviour;
        let label = self.say.words.when(&behaviour.envelope.happened);
        let former = behaviour.former_family && !kids.iter().any(|kid| band.reaches(kid.id));
        GlanceRow {
            letter: band.letter.clone(),
            title: behaviour.title.clone(),
            anchor: anchor(behaviour.envelope.id),
            span: span::span(&self.bars(behaviour), self.tick, Some(&label)),
            cells: if former { Vec::new() } else { kids.iter().map(|kid| self.glance_cell(band, kid)).collect() },
            elsewhere: if former { self.to(behaviour) } else { String::new() },
        }
    }

    fn glance_cell(&self, band: &Band, kid: &Kid) -> GlanceCell {
        let asked = cells_of(band, kid.id).any(|cell| !cell.impacts.is_empty());
        let (mark, key) = match (band.reaches(kid.id), asked) {
            (true, _) => (Mark::Hit, "page-glance-harmed"),
            (false, true) => (Mark::NoneSeen, "page-glance-none-seen"),
            (false, false) => (Mark::Open, "not-yet-asked"),
        };
        let answered = band.is_answered_for(kid.id);
        let mut words = vec![self.say.t(key)];
        if answered {
            let args = [("names", (&self.survivors).into()), ("child", (&kid.name).into())];
            words.push(self.say.with("page-glance-acts", &args));
        }
        GlanceCell { svg: rail::glance(mark, answered), words: words.join(", ") }
    }

    fn to(&self, behaviour: &BehaviourLine) -> String {
        self.say.with("page-to-whom", &[("names", self.say.names(&behaviour.targets).into())])
    }

    fn former(&self, band: &Band) -> Former {
        let behaviour = &band.behaviour;
        Former {
            anchor: anchor(behaviour.envelope.id),
            letter: band.letter.clone(),
            title: behaviour.title.clone(),
            line: Line::new(self.say, &behaviour.envelope, &behaviour.act),
            when: self.say.words.when(&behaviour.envelope.happened),
            to: self.to(behaviour),
        }
    }

    fn sheets(&self, kids: &[Kid]) -> Vec<Sheet> {
        let here: Vec<&Band> = self.map.bands.iter().filter(|band| !band.behaviour.former_family).collect();
        let mut actors: Vec<&str> = Vec::new();
        for band in &here {
            if !actors.contains(&band.behaviour.actor.name.as_str()) {
                actors.push(&band.behaviour.actor.name);
            }
        }
        let groups: Vec<&[Kid]> = if kids.is_empty() {
            vec![&[]]
        } else {
            // Groups of even size: five children make three and two, not four and one.
            let sheets = kids.len().div_ceil(SIDE_BY_SIDE);
            kids.chunks(kids.len().div_ceil(sheets)).collect()
        };
        let mut sheets = Vec::new();
        for actor in &actors {
            for (n, group) in groups.iter().enumerate() {
                let head = self.named("page-what-does", actor);
                let names: Vec<String> = group.iter().map(|kid| kid.name.clone()).collect();
                let title = if groups.len() > 1 {
                    self.say
                        .with("page-sheet", &[("head", (&head).into()), ("children", self.say.list(&names).into())])
                } else {
                    head.clone()
                };
                let own = here.iter().filter(|band| band.behaviour.actor.name == **actor);
                let bands = own.map(|band| self.band(band, group, n)).collect();
                sheets.push(Sheet { title, harm_head: head, kids: group.to_vec(), bands });
            }
        }
        sheets
    }

    fn band(&self, band: &Band, kids: &[Kid], sheet: usize) -> BandWords {
        let say = self.say;
        let behaviour = &band.behaviour;
        let id = behaviour.envelope.id;
        let (asked, open): (Vec<&Path>, Vec<&Path>) = band.paths.iter().partition(|path| !path.is_unasked());
        let harm = behaviour.force == Force::Control;
        BandWords {
            letter: band.letter.clone(),
            title: behaviour.title.clone(),
            // An anchor stands once on a page.
            anchor: if sheet == 0 { anchor(id) } else { format!("{}-{sheet}", anchor(id)) },
            line: Line::new(say, &behaviour.envelope, &behaviour.act),
            when: say.words.when(&behaviour.envelope.happened),
            span: span::span(&self.bars(behaviour), self.tick, None),
            formers: self.related(behaviour).into_iter().map(|former| self.former_link(former)).collect(),
            to: self.to(behaviour),
            force: if harm { String::new() } else { say.words.name(behaviour.force) },
            disputed: behaviour.envelope.disputed.iter().map(|disputed| say.words.disputed(disputed)).collect(),
            answers_effort: self.replies(behaviour),
            usable: say.words.usable(&behaviour.usable, &behaviour.actor.name),
            usable_icon: match behaviour.usable {
                Usable::No => "lock",
                Usable::Known { .. } => "page",
                Usable::Agreed { .. } => "check",
            },
            paths: asked.into_iter().map(|path| self.path(band, path, kids)).collect(),
            open: open.into_iter().filter(|_| harm).map(|path| self.open_way(band, path)).collect(),
            hold_head: say.with(
                "page-answer-to",
                &[("name", self.survivors.as_str().into()), ("letter", (&band.letter).into())],
            ),
            efforts: band.answers.iter().map(|effort| self.effort(band, effort, sheet)).collect(),
            add_effort: new_href(say.case, "effort", &[("behaviour", id.to_string()), ("then", "map".to_owned())]),
            hold_rail: rail::hold(&kids.iter().map(|kid| band.is_answered_for(kid.id)).collect::<Vec<_>>()),
            made: kids.iter().enumerate().filter_map(|(n, kid)| self.made(band, n, kid)).collect(),
        }
    }

    fn former_link(&self, former: &BehaviourLine) -> FormerLink {
        let args = [
            ("names", self.say.names(&former.targets).into()),
            ("title", (&former.title).into()),
            ("when", self.say.words.when(&former.envelope.happened).into()),
        ];
        FormerLink { anchor: anchor(former.envelope.id), words: self.say.with("page-former-too", &args) }
    }

    /// "After Ewa did this": the efforts for which this behaviour was the answer.
    fn replies(&self, behaviour: &BehaviourLine) -> Vec<String> {
        let efforts = self.map.bands.iter().flat_map(|band| &band.answers).chain(&self.map.other_efforts);
        let mut replies: Vec<String> = Vec::new();
        for effort in efforts.filter(|effort| behaviour.answers_effort.contains(&effort.envelope.id)) {
            let said = self.say.says(&effort.actor.name, &effort.act);
            let words = self.say.with("page-followed-after", &[("effort", said.into())]);
            if !replies.contains(&words) {
                replies.push(words);
            }
        }
        replies
    }

    fn path(&self, band: &Band, path: &Path, kids: &[Kid]) -> PathWords {
        let id = band.behaviour.envelope.id;
        let cells: Vec<(usize, &Kid, Option<&Cell>)> = kids
            .iter()
            .enumerate()
            .map(|(n, kid)| (n, kid, path.cells.iter().find(|cell| cell.child == kid.id)))
            .collect();
        let marks: Vec<Mark> = cells.iter().map(|(_, _, cell)| mark(*cell)).collect();
        let name = self.say.pathway(path.pathway, &self.survivors);
        PathWords {
            class: rail::class(path.pathway),
            rail: rail::harm(path.pathway, &marks),
            carried: path.carried.iter().map(|impact| Line::impact(self.say, impact)).collect(),
            cells: cells
                .iter()
                .map(|(n, kid, cell)| CellWords {
                    column: n + 1,
                    name: kid.name.clone(),
                    lines: cell.iter().flat_map(|c| &c.impacts).map(|i| Line::impact(self.say, i)).collect(),
                    ask: cell_href(self.say.case, id, path.pathway, Some(kid.id)),
                    about: self.say.with(
                        "page-cell-about",
                        &[
                            ("title", (&band.behaviour.title).into()),
                            ("way", (&name).into()),
                            ("child", (&kid.name).into()),
                        ],
                    ),
                })
                .collect(),
            slot: format!(
                "add-{}-{}-{}",
                id,
                path.pathway.code(),
                kids.first().map_or(0, |kid| kid.id.0.as_u128())
            ),
            name,
        }
    }

    fn open_way(&self, band: &Band, path: &Path) -> OpenWay {
        let id = band.behaviour.envelope.id;
        OpenWay {
            href: cell_href(self.say.case, id, path.pathway, None),
            name: self.say.pathway(path.pathway, &self.survivors),
            question: self.say.open_way(path.pathway, &self.survivors),
        }
    }

    fn effort(&self, band: &Band, effort: &EffortLine, sheet: usize) -> EffortWords {
        let id = effort.envelope.id;
        let first = self.map.bands.iter().find(|b| b.answers.iter().any(|e| e.envelope.id == id));
        let first = sheet == 0 && first.is_some_and(|b| b.behaviour.envelope.id == band.behaviour.envelope.id);
        let followed =
            effort.followed.as_ref().map(|(what, _)| self.say.with("page-what-followed", &[("what", what.into())]));
        EffortWords { line: Line::effort(self.say, effort), followed: followed.unwrap_or_default(), first }
    }

    fn made(&self, band: &Band, n: usize, kid: &Kid) -> Option<MadeWords> {
        let for_kid = |effort: &&EffortLine| effort.for_whom.iter().any(|person| person.id == Some(kid.id));
        let what: Vec<String> = band
            .answers
            .iter()
            .flat_map(|effort| &effort.made_possible)
            .filter(|made| made.person.as_ref().and_then(|person| person.id) == Some(kid.id))
            .map(|made| made.what.clone())
            .collect();
        let effort = band.answers.iter().find(for_kid);
        if what.is_empty() && effort.is_none() {
            return None;
        }
        Some(MadeWords {
            column: n + 1,
            name: kid.name.clone(),
            what,
            ask: effort
                .map(|effort| format!("{}/revise?then=map", entry_href(self.say.case, effort.envelope.id)))
                .unwrap_or_default(),
            about: self.say.with("page-made-possible-for", &[("child", (&kid.name).into())]),
        })
    }

    fn intersection(&self, line: &IntersectionLine) -> Int {
        let (class, icon) = match line.mechanism {
            Mechanism::Barrier => ("sys", "door"),
            Mechanism::Protects => ("hold", "shield"),
            _ => ("harm", "arrow"),
        };
        let to: Vec<EntryId> = line.behaviours.iter().map(|link| link.to).collect();
        Int {
            class,
            icon,
            mechanism: self.say.words.name(line.mechanism),
            head: self.say.factor_of(line),
            line: Line::new(self.say, &line.envelope, &line.what),
            with: self.say.t(if line.mechanism == Mechanism::Protects {
                "page-int-answers"
            } else {
                "page-int-with"
            }),
            letters: letters(self.map, &to),
        }
    }
}

fn cells_of(band: &Band, child: EntryId) -> impl Iterator<Item = &Cell> {
    band.paths.iter().flat_map(|path| &path.cells).filter(move |cell| cell.child == child)
}

fn mark(cell: Option<&Cell>) -> Mark {
    let impacts = cell.map(|cell| cell.impacts.as_slice()).unwrap_or_default();
    if impacts.iter().any(|impact| impact.none_seen.is_none()) {
        Mark::Hit
    } else if impacts.is_empty() {
        Mark::Open
    } else {
        Mark::NoneSeen
    }
}
