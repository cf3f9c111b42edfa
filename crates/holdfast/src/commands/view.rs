//! `holdfast view`: a view of a case, as codes or as sentences.

use crate::cli::{View, ViewFormat, Which};
use crate::commands::out;
use crate::config::Config;
use crate::exit::{Exit, Failure};
use crate::opening::{open_app, operator};
use crate::text;
use practice::cast::Cast;
use practice::kinds::people::Role;
use practice::views;

pub(crate) async fn run(config: &Config, args: &View) -> Result<Exit, Failure> {
    let app = open_app(config, &args.store).await?;
    let case = app.find_case(&operator(), &args.case).await.map_err(Failure::refused)?;
    let projection = app.operator_projection(&operator(), case).await.map_err(Failure::failed)?;
    let as_of = args.as_of.unwrap_or_else(|| app.today());
    let words = words::Words::new("en").map_err(Failure::failed)?;
    let (pack, format) = (app.pack(), args.format);
    let text = match args.view {
        Which::Map if format == ViewFormat::Svg => draw::picture(&views::map(&projection, pack, as_of), &words),
        Which::Map => say(format, &views::map(&projection, pack, as_of), |view| text::map(view, &words))?,
        Which::Gaps => say(format, &views::gaps(&projection, pack, as_of), |view| text::gaps(view, &words))?,
        Which::Genogram if format == ViewFormat::Svg => {
            draw::genogram(&views::genogram(&projection, as_of), &words).svg
        }
        Which::Genogram => say(format, &views::genogram(&projection, as_of), |view| text::genogram(view, &words))?,
        Which::Ecomap if format == ViewFormat::Svg => {
            draw::ecomap::ecomap(&views::ecomap(&projection, pack, as_of), &words).svg
        }
        Which::Ecomap => say(format, &views::ecomap(&projection, pack, as_of), |view| text::ecomap(view, &words))?,
        Which::Chronology => {
            let view = views::chronology(&projection, pack, as_of);
            say(format, &view, |view| text::chronology(view, &words))?
        }
        Which::Visibility => {
            let view = views::visibility(&projection, pack, as_of);
            say(format, &view, |view| text::told(&words.tell_visibility(view), &words))?
        }
        Which::Responses => {
            let view = views::responses(&projection, pack, as_of);
            say(format, &view, |view| text::told(&words.tell_responses(view), &words))?
        }
        Which::Measures => {
            let view = views::measures(&projection, pack);
            say(format, &view, |view| text::told(&words.tell_measures(view), &words))?
        }
        Which::Change => {
            let view = views::change(&projection, pack, as_of);
            say(format, &view, |view| text::told(&words.tell_change(view), &words))?
        }
        Which::Care => {
            let view = views::care(&projection, pack, as_of);
            say(format, &view, |view| text::told(&words.tell_care(view), &words))?
        }
        Which::Force => {
            let view = views::force(&projection, pack, as_of);
            say(format, &view, |view| text::told(&words.tell_force(view), &words))?
        }
        Which::Plan => {
            let view = views::plan(&projection, pack, as_of);
            say(format, &view, |view| text::told(&words.tell_plan(view), &words))?
        }
        Which::EffortsWithHim => {
            let view = views::efforts_with_him(&projection, pack, as_of);
            say(format, &view, |view| text::told(&words.tell_efforts_with_him(view), &words))?
        }
        Which::Intersections => {
            let view = views::intersections(&projection, pack, as_of);
            say(format, &view, |view| text::told(&words.tell_intersections(view), &words))?
        }
        Which::Tests => {
            let view = views::tests(&projection, pack, as_of);
            say(format, &view, |view| text::tests(view, pack, &Cast::of(&projection, as_of), &words))?
        }
        Which::Sessions => {
            let view = views::sessions(&projection, as_of);
            say(format, &view, |view| text::sessions(view, &words))?
        }
        Which::Supervision => {
            let view = views::supervision(&projection, pack, as_of);
            say(format, &view, |view| text::told(&words.tell_supervision(view, &jiff::tz::TimeZone::UTC), &words))?
        }
        Which::Interviews => {
            let view = views::interviews(&projection, pack, as_of);
            say(format, &view, |view| text::told(&words.tell_interviews(view).told(&words), &words))?
        }
        Which::Child => {
            let children = Cast::of(&projection, as_of);
            let all: Vec<_> = children
                .with(Role::Child)
                .filter_map(|child| views::child(&projection, pack, as_of, child.id))
                .collect();
            say(format, &all, |all| {
                all.iter().map(|view| text::child(view, &words)).collect::<Vec<_>>().join("\n")
            })?
        }
    };
    out(&text)?;
    Ok(Exit::Fine)
}

/// A view in the form that was asked for. Only the map and the drawings have a picture.
fn say<V: serde::Serialize>(
    format: ViewFormat,
    view: &V,
    text: impl FnOnce(&V) -> String,
) -> Result<String, Failure> {
    match format {
        ViewFormat::Text => Ok(text(view)),
        ViewFormat::Json => {
            serde_json::to_string_pretty(view).map(|text| format!("{text}\n")).map_err(Failure::failed)
        }
        ViewFormat::Svg => Err(Failure::usage(
            "only the map, the genogram and the ecomap have a picture: use --format text or json, or view the map",
        )),
    }
}
