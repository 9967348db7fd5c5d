//! Queries that stay true: run again when what they read has changed, showing the old answer meanwhile,
//! so that nothing flickers and nothing has to be refreshed by hand.

use super::{Phone, State, focus, use_state};
use domain::Kind;
use leptos::prelude::*;
use std::future::Future;
use std::pin::Pin;

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
    let ask = move |turn: Turn| {
        let asked = query(Phone);
        Box::pin(async move {
            let got = asked.await;
            if turn.is_mine() {
                let held = focus::held();
                set_answer.maybe_update(|old| {
                    let new = old.as_ref() != Some(&got);
                    if new {
                        *old = Some(got);
                    }
                    new
                });
                if let Some(held) = held {
                    focus::give_back(held);
                }
            }
        }) as Asked
    };
    ask_again(Box::new(follow), Box::new(ask));
    answer
}

type Asked = Pin<Box<dyn Future<Output = ()>>>;

/// What all queries share, boxed so that it is compiled once.
fn ask_again(follow: Box<dyn Fn()>, ask: Box<dyn Fn(Turn) -> Asked>) {
    let now = StoredValue::new(0_u32);
    Effect::new(move |_| {
        follow();
        let mine = now.get_value().wrapping_add(1);
        now.set_value(mine);
        leptos::task::spawn_local(ask(Turn { now, mine }));
    });
}

/// One time of asking. An answer that was overtaken, or whose screen is gone, is nobody's.
struct Turn {
    now: StoredValue<u32>,
    mine: u32,
}

impl Turn {
    fn is_mine(&self) -> bool {
        self.now.try_get_value() == Some(self.mine)
    }
}

/// Runs something to its end, whether or not its screen stays open.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    let boxed: Pin<Box<dyn Future<Output = ()>>> = Box::pin(future);
    leptos::task::spawn_local(boxed);
}
