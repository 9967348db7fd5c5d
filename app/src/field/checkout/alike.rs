//! Photos that look like one this phone has seen before (F38): both side by side before leaving, while the shelf is still
//! there. Never a wall: the rep takes it again, or says why it is kept.

use crate::field::visit::{Desk, step_of};
use crate::routes;
use crate::state::{NotRecorded, Phone, State, live, spawn, use_state};
use crate::ui::{self, Busy, Icon, Mark, SyncMark, Toast, choice_buttons, photo_tile};
use domain::commands::KeepPhoto;
use domain::id::{PhotoId, VisitId};
use domain::order::InOrder;
use domain::records::{Outlet, Photo};
use domain::rules::picture::nearest;
use domain::{Command, Kind};
use leptos::prelude::*;

/// A photo of this visit and the earlier one that it looks like.
#[derive(Clone, Debug, PartialEq)]
struct Pair {
    photo: Photo,
    other: Photo,
    /// The shop of the other.
    shop: String,
}

/// See the module.
pub fn alike(desk: Desk) -> AnyView {
    let id = desk.id;
    let state = use_state();
    let pairs = live(&[Kind::Photo], move |phone| async move { pairs(phone, id).await });
    (move || {
        let pairs = pairs.get().filter(|pairs| !pairs.is_empty())?;
        let t = desk.t;
        let open = pairs.iter().filter(|pair| pair.photo.kept_because.is_empty()).count();
        let class = if open > 0 { "fault owed" } else { "fault calm" };
        let cards = pairs.into_iter().map(|pair| card(desk, state, pair)).collect_view();
        Some(view! {
            <section class=class>
                <h2>{ui::icon(Icon::Copy)}{(t.checkout.alike)(open)}</h2>
                {cards}
            </section>
        })
    })
    .into_any()
}

/// Of two photos that look alike the later one is asked about.
async fn pairs(phone: Phone, visit: VisitId) -> Vec<Pair> {
    let all = phone.all::<Photo>().await;
    let mut mine: Vec<&Photo> = all.iter().filter(|photo| photo.visit == visit).collect();
    mine.order_by_key(|photo| photo.taken_at);
    let mut pairs = Vec::new();
    for photo in mine {
        let earlier = all.iter().filter(|other| (other.taken_at, other.id) < (photo.taken_at, photo.id));
        let Some((other, _)) = nearest(photo, earlier) else { continue };
        let shop = phone.get::<Outlet>(other.outlet).await.map(|outlet| outlet.name).unwrap_or_default();
        pairs.push(Pair { photo: photo.clone(), other: other.clone(), shop });
    }
    pairs
}

fn card(desk: Desk, state: State, pair: Pair) -> AnyView {
    let t = desk.t;
    let Pair { photo, other, shop } = pair;
    let offset = desk.me.with_value(|me| me.offset);
    let day = (t.time.day)(other.taken_at.date(offset));
    let here = desk.with_list(|list| crate::field::names::slot_caption(t, Some(list), &photo.item, &photo.slot));
    let mark = |photo: &Photo| Mark::Sync(if photo.received_at.is_some() { SyncMark::Server } else { SyncMark::Saved });
    let again = routes::camera(desk.id, step_of(desk, &photo.item), &photo.item, &photo.slot);
    let kept = photo.kept_because.clone();
    let busy = Busy::new();
    let foot = if kept.is_empty() {
        view! {
            {reasons(desk, state, busy, photo.id)}
            <div class="acts"><a class="btn" href=again>{t.visit.retake}</a></div>
        }
        .into_any()
    } else {
        let photo = photo.id;
        view! {
            <div class="acts">
                <p class="grow small">{(t.checkout.kept)(&kept)}</p>
                <button type="button" class="btn" on:click=move |_| keep(desk, state, busy, photo, String::new())>
                    {t.frame.undo}
                </button>
            </div>
        }
        .into_any()
    };
    view! {
        <div class="strip">
            {photo_tile(t, photo.picture.hash.clone(), here, mark(&photo), None)}
            {photo_tile(t, other.picture.hash.clone(), format!("{day} {shop}"), mark(&other), None)}
        </div>
        {foot}
    }
    .into_any()
}

/// Why it is kept, at a tap.
fn reasons(desk: Desk, state: State, busy: Busy, photo: PhotoId) -> AnyView {
    let t = desk.t;
    choice_buttons(
        t.checkout.keep_because.to_owned(),
        t.checkout.keep_reasons.map(str::to_owned).to_vec(),
        || None,
        move |at| keep(desk, state, busy, photo, t.checkout.keep_reasons[at].to_owned()),
    )
}

fn keep(desk: Desk, state: State, busy: Busy, photo: PhotoId, because: String) {
    if !busy.take() {
        return;
    }
    let command = KeepPhoto { photo, visit: desk.id, because };
    spawn(async move {
        match Phone.record(Command::from(command)).await {
            Ok(()) => {}
            Err(NotRecorded::Refused(refusal)) => Toast::failed(refusal.text(desk.t.language)).show(state),
            Err(NotRecorded::NotSaved(_)) => Toast::failed(desk.t.visit.not_saved).show(state),
        }
        busy.done();
    });
}
