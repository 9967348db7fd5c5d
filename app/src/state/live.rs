//! Queries that stay true: run again when what they read has changed, showing the old answer meanwhile,
//! so that nothing flickers and nothing has to be refreshed by hand.

use super::{Phone, State, use_state};
use domain::Kind;
use leptos::prelude::*;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

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
                set_answer.maybe_update(|old| {
                    let new = old.as_ref() != Some(&got);
                    if new {
                        *old = Some(got);
                    }
                    new
                });
            }
        }) as Asked
    };
    ask_again(Box::new(follow), Rc::new(ask));
    answer
}

type Asked = Pin<Box<dyn Future<Output = ()>>>;
type Ask = Rc<dyn Fn(Turn) -> Asked>;

/// What all queries share, boxed so that it is compiled once.
///
/// Another question overtakes the one before. The same question is asked once more after its answer if something has
/// changed meanwhile: while photos go out something changes all the time, and an answer that is dropped for the next
/// one would never come.
fn ask_again(follow: Box<dyn Fn()>, ask: Ask) {
    let now = StoredValue::new(0_u32);
    let flight = StoredValue::new(Flight::Over);
    let put = {
        let ask = Rc::clone(&ask);
        move || {
            let turn = Turn { now, mine: now.get_value().wrapping_add(1) };
            now.set_value(turn.mine);
            flight.set_value(Flight::Asked);
            // Here what the question reads is followed.
            leptos::task::spawn_local(keep_asking(ask(turn), Rc::clone(&ask), turn, flight));
        }
    };
    Effect::new(move |_| put());
    Effect::new(move |before: Option<()>| {
        follow();
        if before.is_none() {
            return;
        }
        let turn = Turn { now, mine: now.get_value() };
        match flight.get_value() {
            Flight::Over => {
                flight.set_value(Flight::Asked);
                let asked = untrack(|| ask(turn));
                leptos::task::spawn_local(keep_asking(asked, Rc::clone(&ask), turn, flight));
            }
            Flight::Asked | Flight::Stale => flight.set_value(Flight::Stale),
        }
    });
}

/// How the question stands.
#[derive(Clone, Copy, PartialEq)]
enum Flight {
    /// Asked, and nothing has changed since.
    Asked,
    /// Asked, and something has changed since.
    Stale,
    /// Answered.
    Over,
}

async fn keep_asking(first: Asked, ask: Ask, turn: Turn, flight: StoredValue<Flight>) {
    first.await;
    while turn.is_mine() && flight.try_get_value() == Some(Flight::Stale) {
        flight.set_value(Flight::Asked);
        untrack(|| ask(turn)).await;
    }
    if turn.is_mine() {
        flight.set_value(Flight::Over);
    }
}

/// One question. Its answer is nobody's when another was asked since, or when its screen is gone.
#[derive(Clone, Copy)]
struct Turn {
    now: StoredValue<u32>,
    mine: u32,
}

impl Turn {
    fn is_mine(self) -> bool {
        self.now.try_get_value() == Some(self.mine)
    }
}

/// Runs something to its end, whether or not its screen stays open.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    let boxed: Pin<Box<dyn Future<Output = ()>>> = Box::pin(future);
    leptos::task::spawn_local(boxed);
}
