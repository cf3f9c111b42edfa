//! Going through the questions: section by section, each saved as it is left. Which questions come next is worked out here, so
//! that it is the same with script and without. Recording it makes the interview; entries come after, one by one.

use super::answers::{self, asked_words, is_answer, key, key_of};
use super::fill_page::{self, Shown};
use super::{age, children, instrument, known_for, knows};
use crate::extract::{CaseAllowed, CaseRecord, Posted};
use crate::forms::desk::Desk;
use crate::forms::draft::{self, Found};
use crate::forms::fault::Fault;
use crate::forms::interview::kept;
use crate::forms::kind::{self, Kept};
use crate::forms::raw::Raw;
use crate::forms::reading::Reading;
use crate::forms::refused;
use crate::page::{html_with, see_other};
use crate::pages::frame::{base, entry_href};
use crate::problem::Fail;
use app::{DraftKey, Problem};
use axum::http::StatusCode;
use axum::response::Response;
use practice::entry::Content;
use practice::ids::{EntryId, OccasionId};
use practice::instrument::{ForWhom, Instrument, asked, proposals};
use practice::kinds::Body;
use practice::kinds::interview::Interview;
use practice::project::{Projection, Seen};
use practice::record::{Draft, Intent};
use practice::source::{How, Source, Who};
use practice::text::Text;
use std::collections::BTreeSet;
use std::sync::Arc;
use uuid::Uuid;

/// An interview being filled in.
#[derive(Debug)]
pub(crate) struct Filling {
    pub(crate) raw: Raw,
    pub(crate) instrument: Instrument,
    /// What it is called, in the language of the page.
    pub(crate) title: Text,
    pub(crate) person: EntryId,
    pub(crate) interview: EntryId,
    /// The interview as it is recorded, and its revision, where it is taken up again.
    pub(crate) stands: Option<(Interview, u32)>,
    pub(crate) draft: Uuid,
    pub(crate) version: u64,
    pub(crate) known: Arc<Projection>,
    pub(crate) children: Vec<EntryId>,
    /// The section shown, by its code.
    pub(crate) section: String,
    /// Questions that came to this section with what was answered just now.
    pub(crate) new: Vec<String>,
}

/// Where interviews are filled in.
pub(crate) fn here(desk: &Desk<'_>) -> String {
    format!("{}/interviews/ask", base(desk.read.case))
}

fn recorded(case: &CaseRecord, id: EntryId) -> Option<(&Seen, &Interview)> {
    let seen = case.projection.get(id).filter(|seen| !seen.withdrawn)?;
    match &seen.content.body {
        Body::Interview(interview) => Some((seen, interview)),
        _ => None,
    }
}

impl Filling {
    async fn of(case: &CaseRecord, allowed: &CaseAllowed, desk: &Desk<'_>, raw: Raw) -> Result<Self, Fail> {
        let instrument = instrument(case, raw.one("instrument")).await?;
        let person: EntryId = raw.one("person").parse().map_err(|_| Problem::not_found())?;
        if desk.scene.cast.get(person).is_none() {
            return Err(Problem::not_found().into());
        }
        let interview = raw.one("interview").parse().unwrap_or_else(|_| EntryId(case.state.app().new_id()));
        let stands = recorded(case, interview).map(|(seen, interview)| (interview.clone(), seen.revision));
        let known = known_for(case, &allowed.allowed, &instrument, person).await?;
        let title = Text::parse(&instrument.title.in_words(desk.words().locale()))
            .or_else(|_| Text::parse(instrument.code.as_str()))
            .map_err(|_| Problem::not_found())?;
        Ok(Self {
            title,
            draft: raw.one("draft").parse().unwrap_or(interview.0),
            version: raw.one("draft_version").parse().unwrap_or(0),
            section: raw.one("section").to_owned(),
            children: children(&desk.scene),
            new: Vec::new(),
            raw,
            instrument,
            person,
            interview,
            stands,
            known,
        })
    }

    /// What was answered so far, as an interview that is not recorded.
    pub(crate) fn so_far(&self, desk: &Desk<'_>) -> (Interview, Vec<Fault>) {
        let stands = self.stands.as_ref().map(|(interview, _)| interview);
        let (answers, skipped, mut faults) =
            answers::read(&self.instrument, &self.raw, &self.children, stands, desk.tools());
        let mut reading = Reading::new(&self.raw, desk.tools());
        let team = self.instrument.for_whom == ForWhom::Team;
        let with = stands.map_or_else(|| if team { Vec::new() } else { vec![self.person] }, |i| i.with.clone());
        let about = stands.map_or_else(|| if team { vec![self.person] } else { Vec::new() }, |i| i.about.clone());
        let interview = Interview {
            instrument: self.instrument.code.clone(),
            version: self.instrument.version,
            title: self.title.clone(),
            with,
            about,
            alone: reading.yes_or_no("alone"),
            could_overhear: reading.text("could_overhear"),
            interpreter: reading.text("interpreter"),
            answers,
            skipped,
            kept: kept(&mut reading),
            finished: self.raw.one("do") == "finish",
        };
        faults.append(&mut reading.faults);
        (interview, faults)
    }

    /// The questions that are asked now: section, key, words.
    pub(crate) fn asked_now<'a>(
        &'a self,
        desk: &Desk<'_>,
        so_far: &Interview,
    ) -> Vec<practice::instrument::Asked<'a>> {
        let known = |kind, code: Option<&practice::text::Code>| knows(&self.known, &desk.scene, kind, code);
        asked(&self.instrument, so_far, &self.children, age(&desk.scene, self.person), &known)
    }

    /// The sections in which something is asked now.
    pub(crate) fn sections<'a>(
        asked: &[practice::instrument::Asked<'a>],
    ) -> Vec<&'a practice::instrument::Section> {
        let mut sections: Vec<&practice::instrument::Section> = Vec::new();
        for question in asked {
            if !sections.iter().any(|section| section.code == question.section.code) {
                sections.push(question.section);
            }
        }
        sections
    }

    /// The words of answers given just now are kept as they were asked.
    fn keep_words(&mut self, desk: &Desk<'_>) {
        let (so_far, _) = self.so_far(desk);
        for answer in &so_far.answers {
            let key = key(&answer.question, answer.about);
            if let Some(question) = self.instrument.question(&answer.question) {
                self.raw.set_if_blank(&format!("a-{key}"), asked_words(question, answer.about, desk.tools()));
            }
        }
        let typed: BTreeSet<String> = self
            .raw
            .iter()
            .filter(|(name, values)| name.starts_with("q-") && values.iter().any(|v| !v.trim().is_empty()))
            .map(|(name, _)| key_of(name).to_owned())
            .collect();
        let gone: Vec<String> = self
            .raw
            .iter()
            .map(|(name, _)| name.to_owned())
            .filter(|name| name.starts_with("a-") && !typed.contains(key_of(name)))
            .collect();
        gone.iter().for_each(|name| self.raw.remove(name));
    }

    fn fields(&self) -> Raw {
        let mut raw = self.raw.clone();
        for gone in ["do", "go", "shown", "draft_version", "csrf"] {
            raw.remove(gone);
        }
        raw.set("interview", self.interview.to_string());
        raw.set("draft", self.draft.to_string());
        raw.set("section", self.section.clone());
        raw
    }

    async fn save(&mut self, desk: &Desk<'_>) -> bool {
        let saved = draft::save(desk.read, self.draft, self.version + 1, &here(desk), &self.fields()).await;
        if let Ok(version) = saved {
            self.version = version;
        }
        saved.is_ok()
    }
}

/// GET /cases/{case}/interviews/ask
pub(crate) async fn page(case: CaseRecord, allowed: CaseAllowed) -> Result<Response, Fail> {
    let desk = Desk::new(&case);
    if let Ok(key) = case.query("draft").parse::<Uuid>()
        && let Some(found) = draft::load(&case, key).await?
    {
        let mut filling = Filling::of(&case, &allowed, &desk, found.raw.clone()).await?;
        filling.version = found.version;
        filling.draft = key;
        filling.new = case.query("new").split(',').map(str::to_owned).filter(|key| !key.is_empty()).collect();
        return answer(&desk, &filling, StatusCode::OK, Some(&found), &[], false);
    }
    let mut raw = Raw::default();
    if let Ok(id) = case.query("interview").parse::<EntryId>() {
        // Taken up again: what is recorded, in fields.
        let (seen, interview) = recorded(&case, id).ok_or_else(Problem::not_found)?;
        raw = kind::write(&seen.content, desk.words());
        answers::write(interview, &mut raw, desk.words());
        raw.set("instrument", interview.instrument.as_str());
        let person = interview.with.first().or_else(|| interview.about.first()).ok_or_else(Problem::not_found)?;
        raw.set("person", person.to_string());
        raw.set("interview", id.to_string());
        let draft = Uuid::new_v5(&id.0, format!("answers {}", seen.revision).as_bytes());
        raw.set("draft", draft.to_string());
        if let Some(found) = draft::load(&case, draft).await? {
            let mut filling = Filling::of(&case, &allowed, &desk, found.raw.clone()).await?;
            (filling.version, filling.draft) = (found.version, draft);
            return answer(&desk, &filling, StatusCode::OK, Some(&found), &[], false);
        }
    } else if case.query("instrument").is_empty() || case.query("person").is_empty() {
        return Ok(see_other(&format!("{}/interviews", base(case.case))));
    } else {
        raw.set("instrument", case.query("instrument"));
        raw.set("person", case.query("person"));
        raw.set("when", words::unmarked(&desk.words().day(case.today)));
    }
    let filling = Filling::of(&case, &allowed, &desk, raw).await?;
    answer(&desk, &filling, StatusCode::OK, None, &[], false)
}

/// POST /cases/{case}/interviews/ask
pub(crate) async fn send(case: CaseRecord, allowed: CaseAllowed, posted: Posted) -> Result<Response, Fail> {
    let desk = Desk::new(&case);
    let raw = Raw::from_pairs(posted.pairs());
    if !raw.has("instrument") || !raw.has("person") {
        return Ok(see_other(&format!("{}/interviews", base(case.case))));
    }
    let mut filling = Filling::of(&case, &allowed, &desk, raw).await?;
    filling.keep_words(&desk);
    let (so_far, faults) = filling.so_far(&desk);
    let does = filling.raw.one("do").to_owned();
    if !faults.is_empty() && !matches!(does.as_str(), "later") {
        filling.save(&desk).await;
        let section = section_of(&filling, &faults);
        filling.section = section.unwrap_or(filling.section.clone());
        return answer(&desk, &filling, StatusCode::UNPROCESSABLE_ENTITY, None, &faults, false);
    }
    match does.as_str() {
        "later" => {
            draft::save(&case, filling.draft, filling.version + 1, &here(&desk), &filling.fields()).await?;
            Ok(see_other(&format!("{}/interviews", base(case.case))))
        }
        "record" | "finish" => record(&case, &desk, filling, so_far).await,
        _ => {
            go_on(&mut filling, &desk, &so_far);
            if filling.save(&desk).await {
                let new = filling.new.join(",");
                return Ok(see_other(&format!("{}?draft={}&new={new}#questions", here(&desk), filling.draft)));
            }
            answer(&desk, &filling, StatusCode::OK, None, &[], true)
        }
    }
}

/// The section shown next: the one that was asked for; the same, where the answers brought more questions to it; else the next.
fn go_on(filling: &mut Filling, desk: &Desk<'_>, so_far: &Interview) {
    let asked = filling.asked_now(desk, so_far);
    let sections = Filling::sections(&asked);
    let go = filling.raw.one("go").to_owned();
    let shown: BTreeSet<String> = filling.raw.all("shown").map(str::to_owned).collect();
    let came: Vec<String> = asked
        .iter()
        .filter(|asked| asked.section.code.as_str() == filling.section)
        .map(|asked| key(&asked.question.code, asked.about))
        .filter(|key| !shown.contains(key))
        .collect();
    let at = sections.iter().position(|section| section.code.as_str() == filling.section);
    let next = if !go.is_empty() {
        Some(go)
    } else if !came.is_empty() && at.is_some() {
        filling.new = came;
        Some(filling.section.clone())
    } else {
        let next = at.map_or(0, |at| at + 1);
        sections.get(next).map(|section| section.code.to_string()).or(Some("end".to_owned()))
    };
    filling.section = next.unwrap_or_default();
}

/// The section in which the first fault stands.
fn section_of(filling: &Filling, faults: &[Fault]) -> Option<String> {
    let fault = faults.iter().find(|fault| is_answer(&fault.field))?;
    let code = key_of(&fault.field).split("-c-").next()?.to_owned();
    filling
        .instrument
        .questions()
        .find(|(_, q)| q.code.as_str() == code)
        .map(|(section, _)| section.code.to_string())
}

fn answer(
    desk: &Desk<'_>,
    filling: &Filling,
    status: StatusCode,
    found: Option<&Found>,
    faults: &[Fault],
    unsaved: bool,
) -> Result<Response, Fail> {
    html_with(status, &fill_page::page(desk, &Shown { filling, found, faults, unsaved }))
}

/// Records the interview, or says anew what is recorded of it.
async fn record(
    case: &CaseRecord,
    desk: &Desk<'_>,
    mut filling: Filling,
    so_far: Interview,
) -> Result<Response, Fail> {
    let mut reading = Reading::new(&filling.raw, desk.tools());
    let happened = reading.when("when");
    let label = reading.choice("label");
    let faults = reading.faults;
    if !faults.is_empty() {
        filling.save(desk).await;
        "end".clone_into(&mut filling.section);
        return answer(desk, &filling, StatusCode::UNPROCESSABLE_ENTITY, None, &faults, false);
    }
    let told = so_far.with.first().map(|person| Source {
        how: How::ToldDirectly { by: Who::Person(*person) },
        on: happened.begins(),
        words: None,
        label: None,
    });
    let label = label.unwrap_or(filling.instrument.label);
    let envelope = crate::forms::envelope::Envelope {
        happened,
        sources: told.into_iter().collect(),
        disputes: Vec::new(),
        label: Some(label),
    };
    let more = !proposals(&filling.instrument, &so_far, &desk.scene.cast).is_empty();
    let kept = Kept { occasion: Some(OccasionId(filling.interview.0)), ..Kept::default() };
    let content: Content = kind::content(Body::Interview(so_far), envelope, &kept, desk.tools());
    let intent = match &filling.stands {
        Some((_, base)) => Intent::Revise {
            base: *base,
            content: Box::new(content),
            reason: Text::parse(&words::unmarked(&desk.words().say("interview-reason-went-on"))).ok(),
        },
        None => Intent::Record(Box::new(content)),
    };
    let id = filling.interview;
    let drafts = vec![Draft { id, intent }];
    match case.state.app().record(&case.record, drafts, Some(DraftKey(filling.draft))).await {
        Ok(_) if more => Ok(see_other(&format!("{}/interviews/{id}/confirm?done=recorded", base(case.case)))),
        Ok(_) => Ok(see_other(&format!("{}?done=recorded", entry_href(case.case, id)))),
        Err(error) => {
            let faults = refused::faults(error, desk.words(), &case.state.config().zone)?;
            filling.save(desk).await;
            "end".clone_into(&mut filling.section);
            answer(desk, &filling, StatusCode::UNPROCESSABLE_ENTITY, None, &faults, false)
        }
    }
}
