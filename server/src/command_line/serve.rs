//! `serve`: puts the parts of the server together, and takes them apart in the right order.

use super::Data;
use crate::account::{Accounts, Passwords, SecureCookies};
use crate::api::{self, AppState, Metrics, Parts};
use crate::clock::Clock;
use crate::photo;
use crate::reading::Readers;
use crate::site::SiteFolder;
use crate::sync::Writer;
use crate::webhook::{self, Sender};
use anyhow::Context;
use axum::serve::ListenerExt;
use clap::Args;
use domain::records::{Company, Record};
use domain::time::Offset;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use store::Store;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

/// How long requests that are being answered when the server stops may still take.
const FAREWELL: Duration = Duration::from_secs(4);
/// How often uploads that nobody came back to are looked for.
const TIDY_EVERY: Duration = Duration::from_secs(60 * 60);

/// How to serve.
#[derive(Clone, Debug, Args)]
pub struct Serve {
    /// The data
    #[command(flatten)]
    pub data: Data,
    /// Address and port; port 0 takes a free one. Only a reverse proxy with HTTPS should reach it from outside
    #[arg(long, env = "LIANYING_LISTEN", default_value = "127.0.0.1:3000")]
    pub listen: SocketAddr,
    /// The folder with the built app [default: LEPTOS_SITE_ROOT, or target/site]
    #[arg(long, env = "LIANYING_SITE")]
    pub site: Option<PathBuf>,
    /// Days after its last use that a session ends
    #[arg(long, env = "LIANYING_SESSION_DAYS", default_value_t = 30, value_parser = clap::value_parser!(u16).range(1..=3650))]
    pub session_days: u16,
    /// Days for which phones keep what the server has confirmed: as long as the oldest backup that may be restored
    #[arg(long, env = "LIANYING_KEEP_DAYS", default_value_t = 14, value_parser = clap::value_parser!(u16).range(3..=365))]
    pub keep_days: u16,
    /// Whether the session cookie is for HTTPS only
    #[arg(long, env = "LIANYING_SECURE_COOKIES", value_enum, default_value_t)]
    pub secure_cookies: SecureCookies,
    /// Whether to believe the last X-Forwarded-For: only where every request comes through a reverse proxy that writes it
    #[arg(long, env = "LIANYING_BEHIND_PROXY")]
    pub behind_proxy: bool,
    /// Whether /metrics answers others than this machine
    #[arg(long, env = "LIANYING_OPEN_METRICS")]
    pub open_metrics: bool,
    /// Whether webhooks may be sent to this machine and its private networks: whoever manages a region could then reach them
    #[arg(long, env = "LIANYING_WEBHOOKS_INSIDE")]
    pub webhooks_inside: bool,
}

/// A server that answers.
pub struct Running {
    /// Where.
    pub address: SocketAddr,
    /// Its parts.
    pub state: AppState,
    task: JoinHandle<std::io::Result<()>>,
}

/// Serves until told to stop.
pub async fn run(serve: Serve) -> anyhow::Result<()> {
    let running = start(&serve, Clock::system()).await?;
    println!("listening on http://{}", running.address);
    super::seed::say_demo_accounts(running.state.store.as_ref()).await?;

    told_to_stop().await?;
    tracing::info!("stopping");
    running.stop().await
}

/// Starts a server and comes back when it answers.
///
/// # Errors
/// In words for whoever typed the line.
pub async fn start(serve: &Serve, clock: Clock) -> anyhow::Result<Running> {
    let store: Arc<dyn Store> = Arc::new(serve.data.open_store().await?);
    let companies = store.all_of(domain::Kind::Company).await?;
    let offset = companies.iter().find_map(Company::from_any).map_or(Offset::CHINA, |company| company.offset);
    let passwords = tokio::task::spawn_blocking(Passwords::new).await??;
    let site = serve.site.clone().or_else(|| std::env::var_os("LEPTOS_SITE_ROOT").map(PathBuf::from));
    let site = SiteFolder::open(&site.unwrap_or_else(|| PathBuf::from("target/site")))?;
    site.compress();
    let state = AppState::new(Parts {
        writer: Writer::start(Arc::clone(&store), clock.clone(), offset).await?,
        store,
        clock,
        offset,
        accounts: Accounts::new(passwords, serve.session_days, serve.keep_days, serve.secure_cookies),
        photos: serve.data.open_photos()?,
        site,
        readers: Readers::default(),
        sender: Sender::new(serve.webhooks_inside)?,
        metrics: Metrics::default(),
        open_metrics: serve.open_metrics,
        behind_proxy: serve.behind_proxy,
        stopping: CancellationToken::new(),
    });
    let listener = TcpListener::bind(serve.listen).await;
    let listener = listener.with_context(|| format!("cannot listen on {}", serve.listen))?;
    let address = listener.local_addr()?;
    let router = api::router(&state).into_make_service_with_connect_info::<SocketAddr>();
    // An answer is written in one go; waiting for more would only delay it.
    let listener = listener.tap_io(|connection| {
        if let Err(error) = connection.set_nodelay(true) {
            tracing::debug!(%error, "a connection cannot be told to send at once");
        }
    });
    let serving = axum::serve(listener, router).with_graceful_shutdown(state.stopping.clone().cancelled_owned());
    let task = tokio::spawn(async move { serving.await });
    tokio::spawn(tidy(state.clone()));
    tokio::spawn(webhook::run(state.clone()));
    Ok(Running { address, state, task })
}

impl Running {
    /// Takes no more requests, finishes those that are being answered, and closes the data.
    ///
    /// # Errors
    /// When serving had failed.
    pub async fn stop(mut self) -> anyhow::Result<()> {
        self.state.stopping.cancel();
        match tokio::time::timeout(FAREWELL, &mut self.task).await {
            Ok(ended) => ended??,
            Err(_) => {
                tracing::warn!("some requests took too long to wait for");
                self.task.abort();
            }
        }
        self.state.writer.stop().await;
        self.state.store.close().await;
        Ok(())
    }
}

async fn tidy(state: AppState) {
    while !state.stopping.is_cancelled() {
        if let Err(error) = photo::give_up_expired(&state).await {
            tracing::warn!(why = %api::with_causes(&error), "old uploads could not be given up");
        }
        tokio::select! {
            () = state.stopping.cancelled() => {}
            () = tokio::time::sleep(TIDY_EVERY) => {}
        }
    }
}

async fn told_to_stop() -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate())?;
        tokio::select! {
            _ = terminate.recv() => Ok(()),
            pressed = tokio::signal::ctrl_c() => pressed,
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}
