//! The photo at hand as large as the screen allows, beside the one that it looks like. The keys go on working.

use super::hand::Wall;
use super::rail::{like, rail};
use crate::manage::dossier::Dossier;
use crate::manage::keys::Wish;
use crate::state::PhotoSize;
use crate::ui::{Icon, drawn, icon, picture};
use domain::records::Photo;
use leptos::html::Button;
use leptos::prelude::*;

/// See the module.
pub fn large(wall: Wall, around: ReadSignal<Option<Option<Dossier>>>) -> AnyView {
    (move || wall.large.get().then(|| opened(wall, around))).into_any()
}

fn opened(wall: Wall, around: ReadSignal<Option<Option<Dossier>>>) -> AnyView {
    let t = wall.t;
    let close: NodeRef<Button> = NodeRef::new();
    Effect::new(move |_| {
        // A button can always be focused.
        drop(close.get().map(|close| close.focus()));
    });
    let photos = move || {
        let shot = wall.shot()?;
        let caption = shot.slot.as_ref().map_or(shot.photo.slot.as_str(), |words| words.get(t.language)).to_owned();
        let beside = around.with(|around| {
            let like = like(around.as_ref()?.as_ref()?, &shot.photo)?;
            let day = (t.time.day)(like.photo.taken_at.date(wall.offset));
            Some(figure(wall, &like.photo, (t.manage.like)(&like.photo.rep_name, &day, &like.shop)))
        });
        let words = [shot.shop.clone(), caption, shot.photo.rep_name.clone()].join(t.frame.dot);
        Some(view! {
            {figure(wall, &shot.photo, words)}
            {beside}
        })
    };
    view! {
        <section class="large" aria-label=t.wall.large>
            <button type="button" class="ib" aria-label=t.wall.small node_ref=close on:click=move |_| wall.act(Wish::Close)>
                {icon(Icon::Close)}
            </button>
            <div class="side-by-side">{photos}</div>
            <div class="only-narrow">{rail(wall, around)}</div>
        </section>
    }
    .into_any()
}

/// The small picture lies under the large one, which may be on its way.
fn figure(wall: Wall, photo: &Photo, words: String) -> AnyView {
    let (t, hash) = (wall.t, &photo.picture.hash);
    let ratio = format!("{} / {}", photo.picture.width, photo.picture.height.max(1));
    let whole = photo.received_at.is_some().then(|| {
        view! { <span class="whole">{picture(t, hash.clone(), PhotoSize::Original, String::new())}</span> }
    });
    view! {
        <figure>
            <div class="im" style=("--ratio", ratio)>
                {picture(t, hash.clone(), PhotoSize::Thumbnail, words.clone())}
                {whole}
                {drawn(&photo.picture, &photo.annotations)}
            </div>
            <figcaption>{words}</figcaption>
        </figure>
    }
    .into_any()
}
