//! `holdfast import`: case files, and by way of `import_rows` spreadsheets and notes. All of a file or nothing; every fault is named.

use crate::cli::Import;
use crate::commands::{import_rows, out};
use crate::config::Config;
use crate::exit::{Exit, Failure};
use crate::opening::{open_app, operator};
use std::io::Read;
use std::path::Path;

/// How many faults are printed in full.
const SHOWN: usize = 200;

pub(crate) async fn run(config: &Config, args: &Import) -> Result<Exit, Failure> {
    if let Some(case) = &args.case {
        return import_rows::run(config, args, case).await;
    }
    if let Some(file) = args.files.iter().find(|file| import_rows::is_old_record(file)) {
        return Err(Failure::usage(format!(
            "{} is no case file. Say which case it belongs to: --case CASE (see them all with: holdfast cases)",
            file.display()
        )));
    }
    let app = open_app(config, &args.store).await?;
    let to = app.account_for_import(args.allocate_to.as_deref()).await.map_err(Failure::refused)?;
    let mut exit = Exit::Fine;
    for path in &args.files {
        let name = path.display();
        let bytes = read(path)?;
        match app.import(&operator(), &bytes, to, args.dry_run).await {
            Ok(cases) => {
                for case in cases {
                    out(&format!("case {} {}\n", case.case, case.outcome))?;
                }
            }
            Err(error) => {
                eprintln!("{name}: {error}. Nothing of this file was imported.");
                for problem in error.problems.iter().take(SHOWN) {
                    eprintln!("  {}: {}", problem.path, problem.message);
                }
                if error.problems.len() > SHOWN {
                    eprintln!("  … and {} more", error.problems.len() - SHOWN);
                }
                exit = Exit::Refused;
            }
        }
    }
    if args.dry_run {
        eprintln!("This was a dry run: nothing was changed.");
    }
    Ok(exit)
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map_err(Failure::failed)?;
        return Ok(bytes);
    }
    std::fs::read(path).map_err(|error| {
        Failure::usage(format!("{} cannot be read: {error}. Check the name and the permissions", path.display()))
    })
}
