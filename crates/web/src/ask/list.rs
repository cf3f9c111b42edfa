//! The interviews of a case: questions for somebody, what was begun and is not recorded, what is recorded, and what risk tools
//! of other hands came to.

use super::fill::here;
use crate::extract::CaseRead;
use crate::forms::desk::Desk;
use crate::forms::raw::Raw;
use crate::page::{Page, html};
use crate::pages::drafts::read as read_draft;
use crate::pages::frame::{CaseFrame, Tab, base, entry_href};
use crate::pages::lines::new_href;
use crate::problem::Fail;
use askama::Template;
use axum::response::Response;
use practice::kinds::Kind;
use practice::views;

/// A set of questions, with the people it can be put to.
#[derive(Debug)]
pub(crate) struct Offer {
    pub(crate) title: String,
    pub(crate) about: String,
    pub(crate) whom: String,
    pub(crate) language: String,
    pub(crate) licence: String,
    pub(crate) people: Vec<Ask>,
    pub(crate) blank: String,
    pub(crate) carry: String,
}

/// Begin with somebody.
#[derive(Debug)]
pub(crate) struct Ask {
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) known: String,
}

/// One that is recorded.
#[derive(Debug)]
pub(crate) struct Recorded {
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) what: Vec<String>,
    pub(crate) go_on: String,
    pub(crate) confirm: String,
    pub(crate) chip: String,
}

#[derive(Debug, Template)]
#[template(path = "ask/list.html")]
struct ListPage {
    page: Page,
    frame: CaseFrame,
    title: String,
    begun: Vec<(String, String)>,
    recorded: Vec<Recorded>,
    offers: Vec<Offer>,
    results: Vec<Recorded>,
    add_result: String,
    compare: String,
    sets: bool,
}

/// GET /cases/{case}/interviews
pub(crate) async fn page(case: CaseRead) -> Result<Response, Fail> {
    let desk = Desk::new(&case);
    let (words, say) = (desk.words(), desk.say());
    let language = words.locale();
    let at = base(case.case);
    let instruments = case.state.app().instruments().await?;
    let cast = &desk.scene.cast;
    let offers = instruments
        .offered()
        .map(|instrument| {
            let code = instrument.code.as_str();
            let fits = |person: &&practice::cast::PersonLine| {
                instrument.for_whom.parts().iter().any(|part| person.roles.contains(part)) && !person.elsewhere
            };
            let ask = |person: &practice::cast::PersonLine| Ask {
                href: format!("{}?instrument={code}&person={}", here(&desk), person.id),
                name: person.name.clone(),
                known: format!("{at}/interviews/paper?instrument={code}&person={}&paper=known", person.id),
            };
            Offer {
                title: instrument.title.in_words(language),
                about: instrument.about.in_words(language),
                whom: words.say(&format!("interview-for-{}", instrument.for_whom.code())),
                language: instrument.title.of(language).1.to_owned(),
                licence: instrument.licence.clone().unwrap_or_default(),
                people: cast.people.iter().filter(fits).map(ask).collect(),
                blank: format!("{at}/interviews/paper?instrument={code}&paper=blank"),
                carry: format!("{at}/interviews/paper?instrument={code}&paper=carry"),
            }
        })
        .collect();
    let drafts = case.state.app().drafts(case.subject()).await?;
    let page = here(&desk);
    let begun = drafts
        .into_iter()
        .filter(|draft| draft.case == Some(case.case))
        .filter_map(|draft| {
            let content = read_draft(&draft.content);
            if content.page.split('?').next() != Some(page.as_str()) {
                return None;
            }
            let raw = Raw::from_pairs(content.fields);
            let person = raw.one("person").parse().ok().and_then(|id| desk.scene.name(id)).unwrap_or_default();
            let code = practice::text::Code::parse(raw.one("instrument")).ok();
            let title = code.and_then(|code| instruments.get(&code)).map(|i| i.title.in_words(language));
            let args = [
                ("title", title.unwrap_or_default().into()),
                ("name", person.into()),
                ("when", say.moment(draft.saved_at).into()),
            ];
            let said = words.say_with("interview-begun-line", &args);
            Some((format!("{page}?draft={}", draft.key.0), said))
        })
        .collect();
    let view = views::interviews(&case.projection, case.state.app().pack(), case.today);
    let told = words.tell_interviews(&view);
    let recorded = view
        .interviews
        .iter()
        .zip(&told.interviews)
        .map(|(line, told)| Recorded {
            href: entry_href(case.case, line.envelope.id),
            title: told.head.clone(),
            what: told.more.clone(),
            go_on: if line.finished { String::new() } else { format!("{page}?interview={}", line.envelope.id) },
            confirm: if line.answers.iter().any(|answer| answer.open) {
                format!("{at}/interviews/{}/confirm", line.envelope.id)
            } else {
                String::new()
            },
            chip: told.label.map(|label| say.chip(label)).unwrap_or_default(),
        })
        .collect();
    let results = view
        .tool_results
        .iter()
        .zip(&told.results)
        .map(|(line, told)| Recorded {
            href: entry_href(case.case, line.envelope.id),
            title: told.head.clone(),
            what: told.more.clone(),
            go_on: String::new(),
            confirm: String::new(),
            chip: told.label.map(|label| say.chip(label)).unwrap_or_default(),
        })
        .collect();
    let title = words.say("interview-title");
    html(&ListPage {
        page: case.page(title.clone()),
        frame: desk.frame(Tab::Interviews),
        title,
        begun,
        recorded,
        offers,
        results,
        add_result: new_href(case.case, Kind::ToolResult.code(), &[("then", "interviews".to_owned())]),
        compare: if view.side_by_side.is_empty() { String::new() } else { format!("{at}/interviews/side-by-side") },
        sets: case.subject().roles().iter().any(|role| *role != practice::permission::AccountRole::Practitioner),
    })
}
