//! Leaving out a stop (F6), and taking it up again.

use crate::state::{Phone, State, spawn};
use crate::text::Texts;
use crate::ui::{Busy, Toast};
use domain::Command;
use domain::commands::{SkipStop, UnskipStop};
use domain::id::SkipId;

/// Leaves a stop out, and says so with a way back; `then` runs once it is durable.
pub fn leave_out(t: Texts, state: State, command: SkipStop, shop: &str, busy: Busy, then: impl Fn() + 'static) {
    if !busy.take() {
        return;
    }
    let skip = command.skip;
    let words = (t.today.left_out)(shop);
    spawn(async move {
        match Phone.record(Command::from(command)).await {
            Ok(()) => {
                Phone.buzz();
                then();
                Toast::saved(words).with_undo(move || take_up(t, state, skip, Busy::new())).show(state);
            }
            Err(why) => Toast::not_recorded(t, &why).show(state),
        }
        busy.done();
    });
}

/// Puts a stop back on the route.
pub fn take_up(t: Texts, state: State, skip: SkipId, busy: Busy) {
    if !busy.take() {
        return;
    }
    spawn(async move {
        match Phone.record(Command::from(UnskipStop { skip })).await {
            Ok(()) => Toast::saved(t.today.taken_up).show(state),
            Err(why) => Toast::not_recorded(t, &why).show(state),
        }
        busy.done();
    });
}
