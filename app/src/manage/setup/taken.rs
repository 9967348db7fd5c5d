//! A code that is taken. The next free one of its row is offered under the field; and what the server sent back because of
//! its code is opened again in the form that it was written in, so that nothing of it is typed twice. Shops and products
//! use it.

use crate::routes;
use crate::state::{Phone, live};
use crate::text::Texts;
use domain::code::free_like;
use domain::id::CommandId;
use domain::{Command, Refusal};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use std::collections::BTreeSet;
use sync::client::RowState;

/// What came back.
#[derive(Clone, Debug, PartialEq)]
pub struct Back {
    /// What was to be done.
    pub command: Command,
    /// The code that is taken.
    pub code: String,
}

/// Which command came back, if the address names one.
pub fn named() -> Option<CommandId> {
    use_query_map().with_untracked(|query| query.get_str(routes::FROM).and_then(|id| id.parse().ok()))
}

/// What came back; none while it is not known yet. It is read once.
pub fn back(named: Option<CommandId>) -> ReadSignal<Option<Option<Back>>> {
    live(&[], move |phone| read(phone, named))
}

async fn read(phone: Phone, named: Option<CommandId>) -> Option<Back> {
    let id = named?;
    let line = phone.outbox(0).await.into_iter().find(|line| line.row.id == id)?;
    let RowState::Refused { reason: Refusal::CodeTaken { code } } = line.row.state else { return None };
    Some(Back { command: line.body?.command, code })
}

/// Under the field: the next code that is free, in the place of one that is taken.
pub fn offer(t: Texts, code: RwSignal<String>, taken: Memo<BTreeSet<String>>) -> AnyView {
    let free = Memo::new(move |_| {
        let typed = code.with(|code| code.trim().to_owned());
        taken.with(|taken| if taken.contains(&typed) { free_like(&typed, |code| taken.contains(code)) } else { None })
    });
    (move || {
        free.get().map(|free| {
            let words = (t.setup.take_code)(&free);
            view! {
                <button type="button" class="btn mid" on:click=move |_| code.set(free.clone())>{words}</button>
            }
        })
    })
    .into_any()
}
