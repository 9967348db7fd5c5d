//! A card for what came back: what it was, why in a sentence, what is safe, and what can be done.
//! It stays until somebody puts it away (I8).

use super::deed::Deed;
use super::groups::Returned;
use crate::routes;
use crate::state::{Phone, spawn};
use crate::text::Texts;
use crate::ui::{Busy, Icon, icon};
use domain::{Command, Refusal};
use leptos::prelude::*;
use sync::client::RowState;

/// See the module.
pub fn card(t: Texts, item: &Returned, all: &[Returned]) -> AnyView {
    let what = what(t, item);
    let shop = if item.shop.is_empty() { String::new() } else { format!("{}{}", item.shop, t.frame.dot) };
    let mend = mend(t, item);
    let busy = Busy::new();
    let id = item.id;
    let put_away = move |_| {
        if busy.take() {
            spawn(async move {
                Phone.dismiss(id).await;
                busy.done();
            });
        }
    };
    view! {
        <section class="back">
            <h2>{icon(Icon::Refused)}{(t.outbox.refused)(&format!("{shop}{what}"))}</h2>
            <p>{why(t, item, all)} " " <b>{t.outbox.kept}</b></p>
            <div class="acts even">
                {mend}
                <button type="button" class="btn mid" disabled=move || busy.get() on:click=put_away>
                    {t.outbox.put_away}
                </button>
            </div>
        </section>
    }
    .into_any()
}

fn what(t: Texts, item: &Returned) -> String {
    Deed::of(item.command.as_ref()).words(t, 1)
}

fn why(t: Texts, item: &Returned, all: &[Returned]) -> String {
    match &item.state {
        RowState::Refused { reason } => reason.text(t.language),
        RowState::Blocked { by } => match all.iter().find(|other| other.id == *by) {
            Some(first) => (t.outbox.blocked_by)(&what(t, first), matches!(first.state, RowState::Quarantined { .. })),
            None => t.outbox.blocked.to_owned(),
        },
        RowState::Quarantined { why } => (t.frame.quarantine)(why).to_owned(),
        RowState::Conflict => t.outbox.conflict.to_owned(),
        RowState::Waiting | RowState::Applied { .. } => String::new(),
    }
}

/// The one thing that can be done about it, where there is one.
fn mend(t: Texts, item: &Returned) -> Option<AnyView> {
    let partner = item.partner.map(|partner| (routes::partner(partner), t.outbox.open));
    let (href, words) = match (&item.state, item.outlet, item.visit) {
        _ if partner.is_some() => partner?,
        (RowState::Refused { reason: Refusal::CodeTaken { .. } }, ..) => match item.command {
            Some(Command::AddOutlet(_)) => (routes::shop_again(item.id), t.outbox.other_code),
            Some(Command::AddProduct(_)) => (routes::product_again(item.id), t.outbox.other_code),
            _ => return None,
        },
        (RowState::Refused { reason: Refusal::VisitEnded | Refusal::VisitUnknown { .. } }, Some(outlet), _) => {
            (routes::outlet(outlet), t.outbox.visit_again)
        }
        (RowState::Refused { .. }, _, Some(visit)) => (routes::visit(visit), t.outbox.open),
        (_, Some(outlet), _) => (routes::outlet(outlet), t.outbox.open),
        _ => return None,
    };
    Some(view! { <a class="btn main mid" href=href>{words}</a> }.into_any())
}
