//! The holdfast binary: one file per command, configuration, and the wiring of clock, randomness and environment.

mod backing_up;
mod cli;
mod clock;
mod commands;
mod config;
mod exit;
mod opening;
mod team;
mod text;
mod witnessing;
mod wording;

use clap::Parser;

fn main() -> std::process::ExitCode {
    let cli = cli::Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return exit::report(&exit::Failure::failed(format!("the program could not start: {error}"))),
    };
    match runtime.block_on(commands::run(cli)) {
        Ok(exit) => exit.into(),
        Err(failure) => exit::report(&failure),
    }
}
