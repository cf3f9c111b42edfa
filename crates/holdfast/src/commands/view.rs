//! `holdfast view`: a view of a case, as codes or as sentences.

use crate::cli::{View, ViewFormat, Which};
use crate::commands::out;
use crate::config::Config;
use crate::exit::{Exit, Failure};
use crate::opening::{open_app, operator};
use crate::text;
use practice::views;

pub(crate) async fn run(config: &Config, args: &View) -> Result<Exit, Failure> {
    let app = open_app(config, &args.store).await?;
    let case = app.find_case(&operator(), &args.case).await.map_err(Failure::refused)?;
    let projection = app.operator_projection(&operator(), case).await.map_err(Failure::failed)?;
    let as_of = args.as_of.unwrap_or_else(|| app.today());
    let words = words::Words::new("en").map_err(Failure::failed)?;
    let text = match (args.view, args.format) {
        (Which::Map, ViewFormat::Json) => json(&views::map(&projection, app.pack(), as_of))?,
        (Which::Map, ViewFormat::Text) => text::map(&views::map(&projection, app.pack(), as_of), &words),
        (Which::Map, ViewFormat::Svg) => draw::picture(&views::map(&projection, app.pack(), as_of), &words),
        (Which::Gaps, ViewFormat::Svg) => {
            return Err(Failure::usage(
                "gaps are questions and have no picture: use --format text, or view the map",
            ));
        }
        (Which::Gaps, ViewFormat::Json) => json(&views::gaps(&projection, app.pack(), as_of))?,
        (Which::Gaps, ViewFormat::Text) => text::gaps(&views::gaps(&projection, app.pack(), as_of), &words),
    };
    out(&text)?;
    Ok(Exit::Fine)
}

fn json(view: &impl serde::Serialize) -> Result<String, Failure> {
    serde_json::to_string_pretty(view).map(|text| format!("{text}\n")).map_err(Failure::failed)
}
