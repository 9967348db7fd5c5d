//! The task that tells: it wakes after commits and from time to time, looks what has happened, and sends what is due. All of
//! it stands in the store, so a restart goes on where it was.

use super::gather::gather;
use super::target::may_be_sent_to;
use crate::api::{ApiError, AppState, with_causes};
use domain::rules::webhook::{is_given_up, wait_after};
use futures::future::join_all;
use reqwest::Url;
use std::collections::BTreeMap;
use std::time::Duration;
use store::{MessageRow, Tried, WebhookRow};
use tokio::sync::broadcast::error::RecvError;

/// How often it is looked for what is due, commits or not.
const EVERY: Duration = Duration::from_secs(15);
/// After a commit others come: so long it waits for them.
const GATHERING: Duration = Duration::from_secs(1);
/// Messages that are sent in one round, those to different programs at the same time.
const A_ROUND: u32 = 100;

/// Runs until the server stops.
pub async fn run(state: AppState) {
    let mut news = state.writer.news();
    loop {
        tokio::select! {
            () = state.stopping.cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
            heard = news.recv() => match heard {
                Err(RecvError::Closed) => return,
                Ok(_) | Err(RecvError::Lagged(_)) => tokio::time::sleep(GATHERING).await,
            },
        }
        // Whatever came meanwhile is looked at in this round too.
        news = news.resubscribe();
        tokio::select! {
            () = state.stopping.cancelled() => return,
            done = round(&state) => if let Err(error) = done {
                tracing::warn!(why = %with_causes(&error), "others could not be told");
            },
        }
    }
}

/// Looks what has happened, and sends what is due.
///
/// # Errors
/// When the store fails; then nothing is lost, and the next round goes on.
pub async fn round(state: &AppState) -> Result<(), ApiError> {
    let _turn = state.sender.turn.lock().await;
    let hooks: BTreeMap<_, WebhookRow> =
        state.store.webhooks().await?.into_iter().map(|hook| (hook.id, hook)).collect();
    for hook in hooks.values() {
        gather(state, hook).await?;
    }
    let mut by_hook: BTreeMap<_, Vec<MessageRow>> = BTreeMap::new();
    for message in state.store.due_messages(state.clock.now(), A_ROUND).await? {
        by_hook.entry(message.webhook).or_default().push(message);
    }
    let mut told = Vec::with_capacity(by_hook.len());
    for (id, messages) in by_hook {
        if let Some(hook) = hooks.get(&id) {
            told.push(tell(state, hook, messages));
        }
    }
    join_all(told).await.into_iter().collect()
}

/// Sends the messages of one program, one after the other. Where the first does not get through the others wait with it:
/// whoever is down is not asked a hundred times.
async fn tell(state: &AppState, hook: &WebhookRow, messages: Vec<MessageRow>) -> Result<(), ApiError> {
    let url = Url::parse(&hook.url).ok().filter(|url| may_be_sent_to(url, state.sender.inside));
    for message in messages {
        let now = state.clock.now();
        let status = match &url {
            Some(url) => state.sender.send(url, &hook.secret, &message, now).await,
            None => None,
        };
        let through = status.is_some_and(|status| (200..300).contains(&status));
        let again_at = (!through).then(|| now.plus(wait_after(message.tries + 1)));
        let gives_up = !through && hook.failing_since.is_some_and(|since| is_given_up(since, now));
        let tried = Tried { n: message.n, webhook: hook.id, at: now, status, again_at, gives_up };
        state.store.note_try(&tried).await?;
        if gives_up {
            tracing::warn!(webhook = %hook.id, "nothing got through for days: it is not told any more");
        }
        if !through {
            break;
        }
    }
    Ok(())
}
