//! A new version of the app: offered only when no visit is open, so that nobody loses their place (P9).

use crate::state::{Entry, Phone, live, use_state};
use crate::text::Texts;
use crate::ui::{Icon, icon};
use domain::Index;
use domain::Kind;
use domain::records::Visit;
use leptos::prelude::*;

/// A row with the offer, or why it waits; nothing when there is no new version.
pub fn update_row(t: Texts) -> AnyView {
    let state = use_state();
    let open = live(&[Kind::Visit], move |phone| {
        let entry = state.entry.get_untracked();
        async move {
            let Entry::In(me) = entry else { return false };
            let visits = phone.find::<Visit>(Index::VisitsOn(phone.now().date(me.offset))).await;
            visits.iter().any(|visit| visit.rep == me.id && visit.is_open())
        }
    });
    (move || {
        (state.update.get() && open.get().is_some()).then(|| {
            let waits = open.get() == Some(true);
            view! {
                <div class="group">
                    <div class="line">
                        {icon(Icon::Download)}
                        <span class="grow">
                            <span class="t">{t.account.update}</span>
                            <span class="w">{if waits { t.account.update_waits } else { t.account.update_why }}</span>
                        </span>
                        {(!waits)
                            .then(|| {
                                view! {
                                    <button type="button" class="btn small" on:click=move |_| Phone.apply_update()>
                                        {t.account.update_act}
                                    </button>
                                }
                            })}
                    </div>
                </div>
            }
        })
    })
    .into_any()
}
