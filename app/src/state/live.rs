//! Queries that stay true: run again when what they read has changed, showing the old answer meanwhile,
//! so that nothing flickers and nothing has to be refreshed by hand.

use super::{Phone, State, use_state};
use domain::Kind;
use leptos::prelude::*;
use std::future::Future;

/// Runs a query now and whenever one of the kinds changes. `None` until the first answer.
///
/// Signals that the closure reads before its future begins are followed too.
/// On the server nothing runs: the answer stays `None`.
pub fn live<T, Fut>(kinds: &'static [Kind], query: impl Fn(Phone) -> Fut + 'static) -> ReadSignal<Option<T>>
where
    T: PartialEq + Send + Sync + 'static,
    Fut: Future<Output = T> + 'static,
{
    let state = use_state();
    run(move || state.follow(kinds), query)
}

/// The same for what has been sent and what has not.
pub fn live_outbox<T, Fut>(query: impl Fn(Phone) -> Fut + 'static) -> ReadSignal<Option<T>>
where
    T: PartialEq + Send + Sync + 'static,
    Fut: Future<Output = T> + 'static,
{
    let State { outbox_changed, .. } = use_state();
    run(move || outbox_changed.track(), query)
}

fn run<T, Fut>(follow: impl Fn() + 'static, query: impl Fn(Phone) -> Fut + 'static) -> ReadSignal<Option<T>>
where
    T: PartialEq + Send + Sync + 'static,
    Fut: Future<Output = T> + 'static,
{
    let (answer, set_answer) = signal(None);
    let turn = StoredValue::new(0_u32);
    Effect::new(move |_| {
        follow();
        let mine = turn.get_value().wrapping_add(1);
        turn.set_value(mine);
        let asked = query(Phone);
        spawn(async move {
            let got = asked.await;
            // An answer that was overtaken, or whose screen is gone, is nobody's.
            if turn.try_get_value() == Some(mine) {
                set_answer.maybe_update(|old| {
                    let new = old.as_ref() != Some(&got);
                    if new {
                        *old = Some(got);
                    }
                    new
                });
            }
        });
    });
    answer
}

/// Runs something to its end, whether or not its screen stays open.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    leptos::task::spawn_local(future);
}
