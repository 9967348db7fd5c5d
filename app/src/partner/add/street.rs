//! On the street: a name, the front, where it is (S32). Nothing else is asked before it is saved.

use super::form::{Form, Place};
use super::source::{more, names};
use crate::partner::snap::snap;
use crate::state::{PhotoSize, Shot};
use crate::ui::{Icon, icon, icon_small, picture};
use leptos::prelude::*;

/// The fields.
pub fn fields(form: Form) -> AnyView {
    view! {
        {front(form)}
        {names(form)}
        {move || whereabouts(form)}
        {more(form)}
    }
    .into_any()
}

fn front(form: Form) -> AnyView {
    let t = form.t;
    let shown = move || match form.shot.get() {
        Some(shot) => view! {
            <div class="frontshot">
                {picture(t, shot.picture.hash, PhotoSize::Thumbnail, t.partner.front.to_owned())}
                <button type="button" class="btn" on:click=move |_| form.shooting.set(true)>
                    {icon_small(Icon::Refresh)}
                    {t.partner.add.retake}
                </button>
            </div>
        }
        .into_any(),
        None => view! {
            <button type="button" class="btn wide front" on:click=move |_| form.shooting.set(true)>
                {icon(Icon::Camera)}
                {t.partner.add.take_front}
            </button>
        }
        .into_any(),
    };
    shown.into_any()
}

/// The camera over the form.
pub fn camera(form: Form) -> AnyView {
    let taken = Callback::new(move |shot: Shot| form.shot.set(Some(shot)));
    snap(form.t, form.shooting, form.t.partner.add.take_front, move || form.foot(), taken)
}

fn whereabouts(form: Form) -> AnyView {
    let t = form.t;
    let (which, words) = match form.fix.get() {
        Place::Measuring => (Icon::MapPin, t.partner.add.measuring.to_owned()),
        Place::Found(fix) => (Icon::Check, (t.partner.add.measured)(&(t.measure.distance)(fix.accuracy))),
        Place::Missing => (Icon::Warning, t.partner.add.no_position.to_owned()),
    };
    view! { <p class="meta where" role="status">{icon_small(which)}{words}</p> }.into_any()
}
