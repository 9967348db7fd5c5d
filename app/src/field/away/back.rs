//! Taking back what was just said of a leave: the one asked for is withdrawn, the changed or withdrawn one is asked for
//! as it was.

use super::ask::Form;
use crate::state::{Phone, spawn};
use crate::ui::Toast;
use domain::Command;
use domain::commands::AskLeave;
use domain::records::Leave;

/// The act that asks for a leave as it is now; later it undoes a change.
pub fn as_it_is(leave: &Leave) -> AskLeave {
    AskLeave { leave: leave.id, territory: leave.territory, window: leave.window, brief: leave.brief.clone() }
}

/// Carries out the act that takes something back, and says so.
pub fn take_back(form: Form, act: impl Into<Command>, done: &'static str) {
    let act = act.into();
    spawn(async move {
        match Phone.record(act).await {
            Ok(()) => Toast::saved(done).show(form.state),
            Err(why) => Toast::not_recorded(form.t, &why).show(form.state),
        }
    });
}
