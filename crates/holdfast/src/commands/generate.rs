//! `holdfast generate`: an invented agency with its cases, into a store or into case files.

use crate::cli::{Generate, ProfileName};
use crate::commands::{out, out_bytes};
use crate::config::Config;
use crate::exit::{Exit, Failure};
use crate::opening::{app_over, open_or_make, operator};
use app::{App, InventedAccount};
use invented::{Case, Profile, Recipe};
use practice::permission::{AccountRole, Relation};
use practice::text::Text;
use std::path::Path;
use std::sync::Arc;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

/// Cases that are made and taken in at the same time: enough that the writer has a group to commit, few enough to stay small.
const AT_ONCE: usize = 48;
/// How often progress is told, in cases.
const TELL: u64 = 1_000;
/// What to do after it was stopped.
const GO_ON: &str = "What was saved is whole; start it again with the same options, and it goes on";

pub(crate) async fn run(config: &Config, args: &Generate) -> Result<Exit, Failure> {
    let profile = match args.profile {
        ProfileName::Team => Profile::Team,
        ProfileName::Council => Profile::Council,
        ProfileName::State => Profile::State,
    };
    let many = match (args.cases, args.very_long) {
        (Some(many), _) => many,
        (None, Some(_)) => 0,
        (None, None) => profile.cases(),
    };
    if many == 0 && args.very_long.is_none() {
        return Err(Failure::usage("--cases 0 makes nothing: say how many, or add --very-long"));
    }
    let pack = words::base_pack().map_err(Failure::failed)?;
    let recipe = Recipe { seed: args.seed, profile, pack: Text::parse(&pack.stamp()).map_err(Failure::failed)? };
    match &args.out {
        Some(place) => files(&recipe, many, args.very_long, place),
        None => fill(config, args, Arc::new(recipe), many).await,
    }
}

/// Which case: one of many, or the very long one.
#[derive(Clone, Copy)]
enum Which {
    Number(u64),
    VeryLong(u64),
}

fn all(many: u64, very_long: Option<u64>) -> impl Iterator<Item = Which> {
    very_long.into_iter().map(Which::VeryLong).chain((0..many).map(Which::Number))
}

fn make(recipe: &Recipe, which: Which) -> Result<Case, Failure> {
    match which {
        Which::Number(n) => recipe.case(n),
        Which::VeryLong(entries) => recipe.very_long(entries),
    }
    .map_err(|broken| Failure::failed(format!("{broken}. This is a fault of Holdfast; please report the seed")))
}

/// One case into a file, several into a folder.
fn files(recipe: &Recipe, many: u64, very_long: Option<u64>, place: &Path) -> Result<Exit, Failure> {
    let text = |which| make(recipe, which)?.document.to_json().map_err(Failure::failed);
    let written = |path: &Path, error: &std::io::Error| {
        Failure::failed(format!(
            "{} cannot be written: {error}. Check the name, the permissions and the space",
            path.display()
        ))
    };
    if many.saturating_add(u64::from(very_long.is_some())) == 1 {
        for which in all(many, very_long) {
            let text = text(which)?;
            if place.as_os_str() == "-" {
                out_bytes(text.as_bytes())?;
            } else {
                std::fs::write(place, text).map_err(|error| written(place, &error))?;
            }
        }
        return Ok(Exit::Fine);
    }
    if place.as_os_str() == "-" || place.is_file() {
        return Err(Failure::usage(format!(
            "several cases go into a folder, and {} is none: name one with --out, or make one case",
            place.display()
        )));
    }
    std::fs::create_dir_all(place).map_err(|error| written(place, &error))?;
    for which in all(many, very_long) {
        let name = match which {
            Which::Number(n) => format!("case-{:06}.json", n.saturating_add(1)),
            Which::VeryLong(_) => "very-long.json".to_owned(),
        };
        let path = place.join(name);
        std::fs::write(&path, text(which)?).map_err(|error| written(&path, &error))?;
        out(&format!("{}\n", path.display()))?;
    }
    Ok(Exit::Fine)
}

/// Everything into a store, made where there is none.
async fn fill(config: &Config, args: &Generate, recipe: Arc<Recipe>, many: u64) -> Result<Exit, Failure> {
    let app = app_over(open_or_make(config, &args.store).await?)?;
    app.only_invented(&operator()).await.map_err(Failure::refused)?;
    let accounts = recipe.profile.staff().map(|colleague| {
        let role = if colleague.supervises { AccountRole::Supervisor } else { AccountRole::Practitioner };
        let name = Text::parse(&colleague.name).map_err(Failure::failed)?;
        Ok(InventedAccount { id: colleague.id, sign_in: colleague.sign_in, name, role })
    });
    let accounts = accounts.collect::<Result<Vec<_>, Failure>>()?;
    let new = app.invented_accounts(&operator(), accounts).await.map_err(Failure::refused)?;
    eprintln!("{new} accounts made; they have no password yet: holdfast user password NAME");
    let gate = Arc::new(Semaphore::new(AT_ONCE));
    let mut running: JoinSet<Result<bool, Failure>> = JoinSet::new();
    let (mut made, mut there) = (0_u64, 0_u64);
    let mut count = |taken: bool| {
        if taken {
            made = made.saturating_add(1)
        } else {
            there = there.saturating_add(1)
        }
        let both = made.saturating_add(there);
        if both.is_multiple_of(TELL) {
            eprintln!("{both} cases");
        }
    };
    for which in all(many, args.very_long) {
        let turn = gate.clone().acquire_owned().await.map_err(Failure::failed)?;
        while let Some(done) = running.try_join_next() {
            count(done.map_err(Failure::failed)??);
        }
        let (app, recipe) = (app.clone(), recipe.clone());
        running.spawn(async move {
            let _turn = turn;
            take_in(&app, recipe, which).await
        });
    }
    while let Some(done) = running.join_next().await {
        count(done.map_err(Failure::failed)??);
    }
    out(&format!("{made} cases made, {there} were there already\n"))?;
    Ok(Exit::Fine)
}

async fn take_in(app: &App, recipe: Arc<Recipe>, which: Which) -> Result<bool, Failure> {
    let case = tokio::task::spawn_blocking(move || make(&recipe, which)).await.map_err(Failure::failed)??;
    let relations = [(case.worker.id, Relation::Allocated), (case.supervisor.id, Relation::SupervisorOf)];
    app.invented_case(&operator(), case.document, &relations)
        .await
        .map_err(|problem| Failure::failed(format!("{problem}. {GO_ON}")))
}
