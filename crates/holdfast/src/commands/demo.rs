//! `holdfast demo`: the invented family, in a throw-away data folder, signed in by itself.

use crate::cli::Demo;
use crate::commands::serve::{Listening, serve};
use crate::exit::{Exit, Failure};
use crate::opening::{app_over, open as open_store, operator};
use app::NewAccount;
use practice::permission::AccountRole;
use store::Unlock;

/// The invented family, in the same format as any import.
const FAMILY: &str = include_str!("../../../../demo/family.json");

pub(crate) async fn run(args: &Demo) -> Result<Exit, Failure> {
    if !args.listen.ip().is_loopback() {
        return Err(Failure::usage(format!(
            "{} is not a loopback address. The demo signs in by itself: keep it on 127.0.0.1",
            args.listen
        )));
    }
    let folder = tempfile::Builder::new().prefix("holdfast-demo-").tempdir().map_err(Failure::failed)?;
    let (data, key) = (folder.path().join("data"), folder.path().join("key"));
    make_demo_key(&key, &data)?;
    let app = app_over(open_store(store::Location::Folder(data.clone()), Unlock::KeyFile(key), true).await?)?;
    let mut random = [0_u8; 32];
    store::Random::fill(&crate::clock::SystemRandom, &mut random);
    let account = NewAccount {
        name: "Amira Nasser".to_owned(),
        sign_in: "amira".to_owned(),
        roles: [AccountRole::Practitioner, AccountRole::Supervisor].into_iter().collect(),
        // Nobody needs it: the demo signs in by itself. So nobody can guess it either.
        password: random.iter().map(|byte| format!("{byte:02x}")).collect::<String>().into(),
    };
    let account = app.account_create(&operator(), account).await.map_err(Failure::failed)?;
    app.import(&operator(), FAMILY.as_bytes(), account, false).await.map_err(Failure::failed)?;
    let config = web::WebConfig {
        demo: Some(account),
        zone: jiff::tz::TimeZone::system(),
        language: args.language.clone(),
        ..web::WebConfig::default()
    };
    let listening = Listening::at(args.listen).await?;
    crate::commands::out(&format!("{}/\n", listening.origin()))?;
    eprintln!("An invented family, in a folder that is deleted at the end. Stop with Ctrl+C.");
    if !args.no_open && open::that_detached(format!("{}/", listening.origin())).is_err() {
        eprintln!("No browser could be opened: open the address yourself.");
    }
    serve(listening, app, config).await?;
    Ok(Exit::Fine)
}

fn make_demo_key(key: &std::path::Path, data: &std::path::Path) -> Result<(), Failure> {
    store::write_new_key_file(key, data, &crate::clock::SystemRandom).map_err(Failure::failed)
}
