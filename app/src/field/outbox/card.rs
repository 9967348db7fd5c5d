//! A command that came back: what, why in one sentence, what is safe, and what can be done.

use super::group::Card;
use crate::state::{Phone, spawn};
use crate::text::Texts;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use sync::client::RowState;

/// See the module.
pub fn card(t: Texts, card: &Card) -> AnyView {
    let what = card.what.words(t, 1);
    let subject = if card.title.is_empty() { what } else { format!("{}{}{what}", card.title, t.frame.dot) };
    let why = match &card.state {
        RowState::Refused { reason } => reason.text(t.language),
        RowState::Quarantined { why } => (t.frame.quarantine)(why).to_owned(),
        RowState::Blocked { .. } => t.outbox.blocked.to_owned(),
        RowState::Conflict => t.outbox.conflict.to_owned(),
        RowState::Waiting | RowState::Applied { .. } => String::new(),
    };
    let command = card.command;
    view! {
        <section class="back">
            <h3>{icon(Icon::Refused)}{(t.outbox.refused)(&subject)}</h3>
            <p>{why}" "<b>{t.outbox.kept}</b></p>
            <div class="acts even">
                {card.link.clone().map(|link| view! { <a class="btn main mid" href=link>{t.outbox.open}</a> })}
                <button type="button" class="btn mid" on:click=move |_| spawn(async move { Phone.dismiss(command).await })>
                    {t.outbox.put_away}
                </button>
            </div>
        </section>
    }
    .into_any()
}
