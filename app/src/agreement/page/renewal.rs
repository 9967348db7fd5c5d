//! An agreement that runs out is spoken of ninety, sixty and thirty days before (F54), with the way to the next one.

use super::book::{Book, Desk};
use crate::routes;
use crate::state::Phone;
use crate::ui::{Icon, icon};
use domain::rules::agreement::{days_left, reminder};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// See the module.
pub fn renewal(desk: Desk) -> AnyView {
    let navigate = use_navigate();
    let renew = Callback::new(move |()| {
        let Some(with) = untrack(|| desk.of(|book| book.agreement.candidate)) else { return };
        navigate(&routes::renew_agreement(Phone.new_id(), with, desk.id), NavigateOptions::default());
    });
    let content = move || desk.of(|book| card(desk, book, renew)).flatten();
    view! { <div class="renewal no-print">{content}</div> }.into_any()
}

fn card(desk: Desk, book: &Book, renew: Callback<()>) -> Option<AnyView> {
    let t = &desk.t.agreement.page;
    let left = days_left(&book.agreement, book.today);
    // What is over runs out no more.
    if left < 0 {
        return None;
    }
    let act = if let Some(next) = &book.after {
        view! {
            <p>{(t.renewing)(&next.number())}</p>
            <div class="acts">
                <a class="btn" href=routes::agreement(next.id)>
                    {t.open_renewal}
                </a>
            </div>
        }
        .into_any()
    } else {
        reminder(&book.agreement, book.today)?;
        view! {
            <p>{t.runs_out_more}</p>
            <div class="acts">
                <button type="button" class="btn" on:click=move |_| renew.run(())>
                    {t.renew}
                </button>
            </div>
        }
        .into_any()
    };
    Some(
        view! {
            <section class="fault owed">
                <h2>{icon(Icon::Clock)}{(t.runs_out)(left)}</h2>
                {act}
            </section>
        }
        .into_any(),
    )
}
