//! Light and zoom, where this phone's camera has them (F28). Where it has not, nothing stands in their place.

use super::View;
use crate::state::{Lens, LensAbilities, spawn};
use crate::text::Texts;
use crate::ui::{Icon, icon};
use leptos::prelude::*;
use std::rc::Rc;

/// How near a shelf is brought, tap by tap.
const STEPS: [f64; 3] = [1.0, 2.0, 4.0];

/// Keeps the light on. A flash would light the glass of a fridge and nothing behind it.
pub fn light_button(
    t: Texts,
    lens: StoredValue<Option<Rc<Lens>>, LocalStorage>,
    abilities: RwSignal<LensAbilities>,
) -> Option<AnyView> {
    let on = RwSignal::new(false);
    let turn = move |_| {
        let Some(lens) = lens.get_value() else { return };
        let wanted = !on.get_untracked();
        spawn(async move {
            if lens.light(wanted).await {
                on.set(wanted);
            }
        });
    };
    abilities.get().torch.then(|| {
        view! {
            <button
                type="button"
                class="ib"
                aria-label=t.camera.light
                aria-pressed=move || on.get().to_string()
                on:click=turn
            >
                {icon(Icon::Flash)}
            </button>
        }
        .into_any()
    })
}

/// Brings the shelf nearer, step by step, and then back.
pub fn zoom_button(view: View) -> AnyView {
    let t = view.desk.t;
    let most = view.abilities.get().zoom;
    let times = RwSignal::new(1.0);
    let nearer = move |_| {
        let Some(lens) = view.lens.get_value() else { return };
        let now = times.get_untracked();
        let next = STEPS.into_iter().find(|step| *step > now && *step <= most).unwrap_or(1.0);
        spawn(async move {
            if lens.zoom(next).await {
                times.set(next);
            }
        });
    };
    if most < STEPS[1] {
        return view! { <span></span> }.into_any();
    }
    view! {
        <button type="button" class="zoom" aria-label=move || (t.camera.zoom)(times.get()) on:click=nearer>
            {move || format!("{}×", times.get())}
        </button>
    }
    .into_any()
}
