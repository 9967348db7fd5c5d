//! A form that there is not yet. What was begun for a purpose and never published is gone on with.

use crate::routes;
use crate::state::{Phone, spawn};
use crate::text::Texts;
use domain::id::ChecklistId;
use domain::records::{Checklist, Purpose};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

const PURPOSES: [Purpose; 4] = [Purpose::Shop, Purpose::Inspection, Purpose::Interview, Purpose::Service];

/// One way for each purpose.
pub fn fresh(t: Texts) -> AnyView {
    let navigate = use_navigate();
    let chips = PURPOSES.map(|purpose| {
        let navigate = navigate.clone();
        let begin = move |_| {
            let navigate = navigate.clone();
            spawn(async move {
                let lineage = lineage(purpose).await;
                navigate(&routes::new_form(&lineage, purpose), Default::default());
            });
        };
        view! { <button type="button" class="chip" on:click=begin>{(t.forms.purpose)(purpose)}</button> }
    });
    view! {
        <div class="sec"><h2>{t.forms.new_form}</h2></div>
        <div class="chips wrap">{chips.into_iter().collect_view()}</div>
    }
    .into_any()
}

/// What its versions will have in common.
async fn lineage(purpose: Purpose) -> String {
    let key = format!("form-begun:{purpose:?}");
    let begun = Phone.draft(key.clone()).await;
    let published = Phone.all::<Checklist>().await;
    if let Some(begun) = begun.filter(|begun| published.iter().all(|list| list.lineage != *begun)) {
        return begun;
    }
    let lineage = Phone.new_id::<ChecklistId>().to_string();
    Phone.keep_draft(key, Some(lineage.clone())).await;
    lineage
}
