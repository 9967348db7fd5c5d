//! What the photo at hand is held against: its standard with the points, the same slot last time, its pair of before and
//! after, and what is odd about it.

use super::hand::Wall;
use crate::manage::dossier::{Dossier, dossier};
use crate::manage::standard::standard;
use crate::manage::twins::{Like, odd_about};
use crate::state::{PhotoSize, live};
use crate::text::Texts;
use crate::ui::picture;
use domain::Kind;
use domain::records::Photo;
use leptos::prelude::*;

/// The visit of the photo at hand, read anew only for another visit.
pub fn around(wall: Wall) -> ReadSignal<Option<Option<Dossier>>> {
    let visit = Memo::new(move |_| wall.shot().map(|shot| shot.photo.visit));
    live(&[Kind::Visit, Kind::Photo, Kind::Verdict, Kind::Outlet], move |phone| {
        let visit = visit.get();
        async move {
            match visit {
                Some(visit) => dossier(phone, visit).await,
                None => None,
            }
        }
    })
}

/// See the module. Empty until the visit of the photo at hand was read.
pub fn rail(wall: Wall, around: ReadSignal<Option<Option<Dossier>>>) -> AnyView {
    let (t, offset) = (wall.t, wall.offset);
    let about = move || {
        let shot = wall.shot()?;
        around.with(|around| {
            let dossier = around.as_ref()?.as_ref()?;
            let photo = dossier.photos.iter().find(|photo| photo.id == shot.photo.id)?;
            Some(view! {
                {standard(t, offset, dossier, photo, wall.asking)}
                {pair_of(dossier, photo).map(|(before, after)| pair(t, before, after))}
                {odd_about(t, offset, dossier, photo)}
            })
        })
    };
    view! { <div class="held-against">{about}</div> }.into_any()
}

/// The photo that the one at hand looks like, if this device may show it.
pub fn like<'a>(dossier: &'a Dossier, photo: &Photo) -> Option<&'a Like> {
    let twin = photo.twins.first()?;
    dossier.likes.iter().find(|like| like.photo.id == twin.photo)
}

/// The same shelf before and after it was put right (F33), whichever of the two is at hand.
fn pair_of<'a>(dossier: &'a Dossier, photo: &'a Photo) -> Option<(&'a Photo, &'a Photo)> {
    let find = |wanted: &dyn Fn(&Photo) -> bool| dossier.photos.iter().find(|other| wanted(other));
    match photo.before {
        Some(before) => find(&|other| other.id == before).map(|before| (before, photo)),
        None => find(&|other| other.before == Some(photo.id)).map(|after| (photo, after)),
    }
}

/// One photo over the other, with a border that is moved.
fn pair(t: Texts, before: &Photo, after: &Photo) -> AnyView {
    let cut = RwSignal::new(50_u32);
    let size = |photo: &Photo| if photo.received_at.is_some() { PhotoSize::Original } else { PhotoSize::Thumbnail };
    let shown = |photo: &Photo, words: &str| picture(t, photo.picture.hash.clone(), size(photo), words.to_owned());
    view! {
        <section class="pair">
            <h2>{t.wall.pair}</h2>
            <div class="both" style=("--cut", move || format!("{}%", cut.get()))>
                <div>{shown(before, t.wall.before)}</div>
                <div class="over">{shown(after, t.wall.after)}</div>
                <span class="tag" aria-hidden="true">{t.wall.before}</span>
                <span class="tag" aria-hidden="true">{t.wall.after}</span>
            </div>
            <input
                type="range"
                min="0"
                max="100"
                aria-label=t.wall.pair_move
                prop:value=move || cut.get().to_string()
                on:input=move |event| cut.set(event_target_value(&event).parse().unwrap_or(50))
            />
        </section>
    }
    .into_any()
}
