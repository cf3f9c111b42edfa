//! `holdfast serve`: the real thing. Ready when the address is printed; ends cleanly on Ctrl+C and SIGTERM.

use crate::backing_up::{keep_backing_up, retention, shipper};
use crate::cli::{PlaceArgs, Serve};
use crate::clock::SystemClock;
use crate::commands::out;
use crate::config::Config;
use crate::exit::{Exit, Failure};
use crate::opening::{app_with, open_or_make};
use crate::witnessing::keep_witnessing;
use crate::wording::Engine;
use app::App;
use std::net::SocketAddr;
use store::Clock as _;
use tokio::net::TcpListener;

/// Where pages are served when nothing else is said.
const DEFAULT: ([u8; 4], u16) = ([127, 0, 0, 1], 8080);

/// How large an attached file may be when nothing else is said.
const LARGEST_FILE: u64 = 50_000_000;

pub(crate) async fn run(config: &Config, args: &Serve) -> Result<Exit, Failure> {
    let address = args.listen.or(config.server.listen).unwrap_or_else(|| SocketAddr::from(DEFAULT));
    let engine = config.wording.pack.as_deref().map(Engine::with_pack).transpose()?.unwrap_or_default();
    let store = open_or_make(config, &args.store).await?;
    let backing_up =
        match args.backup.as_ref().or(config.backup.place.as_ref().filter(|_| config.backup.while_serving)) {
            Some(place) => {
                let place = PlaceArgs { place: Some(place.clone()), keys_place: None };
                let pulse = web::BackupPulse::new(SystemClock.now_micros());
                let shipper = shipper(config, &place, &args.backup_to)?;
                Some((keep_backing_up(store.clone(), shipper, pulse.clone()), pulse))
            }
            None => None,
        };
    let witnessing = config.server.witness.clone().map(|folder| keep_witnessing(store.clone(), folder));
    let app = app_with(store, engine)?;
    // Files that nobody recorded an entry for, and what is left of uploads that broke off.
    app.sweep_files().await.map_err(Failure::failed)?;
    app.finish_taking_out().await.map_err(Failure::failed)?;
    app.set_keys_kept_days(retention(config).keys_days);
    // A store from before people were indexed.
    app.index_people().await.map_err(Failure::failed)?;
    let listening = Listening::at(address).await?;
    let mut hosts = config.server.hosts.clone();
    hosts.push(listening.address.to_string());
    if listening.address.ip().is_loopback() {
        hosts.push(format!("localhost:{}", listening.address.port()));
    }
    let web = web::WebConfig {
        hosts,
        behind_tls: config.server.behind_tls,
        exit_to: config.server.exit_to.clone(),
        largest_file: config.server.largest_file_mb.map_or(LARGEST_FILE, |mb| u64::from(mb) * 1_000_000),
        zone: jiff::tz::TimeZone::system(),
        language: args.language.clone().or_else(|| config.server.language.clone()),
        backup: backing_up.as_ref().map(|(_, pulse)| pulse.clone()),
        ..web::WebConfig::default()
    };
    if !app.has_accounts().await.map_err(Failure::failed)? {
        let token = app.first_run_token().await.map_err(Failure::failed)?;
        eprintln!("First run: make the first account at {}/first-run?token={token}", listening.origin());
    }
    out(&format!("{}/\n", listening.origin()))?;
    let served = serve(listening, app, web).await;
    if let Some((stop, task)) = witnessing {
        drop(stop);
        let _ended = task.await;
    }
    if let Some(((stop, task), _)) = backing_up {
        drop(stop);
        let _ended = task.await;
    }
    served.map(|()| Exit::Fine)
}

/// A listener, bound before anything is promised.
pub(crate) struct Listening {
    listener: TcpListener,
    address: SocketAddr,
}

impl Listening {
    pub(crate) async fn at(address: SocketAddr) -> Result<Self, Failure> {
        let busy = |error: std::io::Error| {
            Failure::failed(format!("{address} cannot be listened on: {error}. Choose another with --listen"))
        };
        let listener = TcpListener::bind(address).await.map_err(busy)?;
        let address = listener.local_addr().map_err(Failure::failed)?;
        Ok(Self { listener, address })
    }

    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }
}

/// Serves until told to stop; open requests are answered first.
pub(crate) async fn serve(listening: Listening, app: App, config: web::WebConfig) -> Result<(), Failure> {
    let state = web::WebState::new(app, config).map_err(|error| Failure::usage(error.to_string()))?;
    let router = web::router(state);
    axum::serve(listening.listener, router)
        .with_graceful_shutdown(told_to_stop())
        .await
        .map_err(|error| Failure::failed(format!("serving ended: {error}")))
}

async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => {
            let _ = interrupt.await;
        }
    }
}
