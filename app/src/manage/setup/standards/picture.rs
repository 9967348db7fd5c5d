//! Where the picture of a standard comes from: a file of this tablet, whose bytes travel like a photo's, or a photo of
//! a visit that was passed.

use super::draft::Draft;
use crate::state::{Phone, PhotoSize, live, spawn};
use crate::ui::{self, Icon, Toast, icon_small, picture, skeleton_rows};
use domain::commands::PictureFrom;
use domain::order::InOrder;
use domain::records::{Photo, Ruling, Visit};
use domain::time::Offset;
use domain::{Index, Kind};
use futures_util::future::join_all;
use jiff::ToSpan;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlInputElement;

/// The visits of so many days are looked through.
const DAYS: i64 = 14;
/// So many photos are offered.
const OFFERED: usize = 24;

/// See the module.
pub fn choice(draft: Draft) -> AnyView {
    let t = draft.t;
    let choosing = RwSignal::new(false);
    let take = move |event: leptos::ev::Event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(file) = field.as_ref().and_then(HtmlInputElement::files).and_then(|files| files.get(0)) else {
            return;
        };
        spawn(async move {
            match Phone.shot_from_file(file, Vec::new()).await {
                Ok(shot) => {
                    draft.reference.try_set(Some(shot.picture));
                    draft.picture.try_set(Some(PictureFrom::Here(shot.thumbnail)));
                }
                Err(_) => Toast::failed(t.standards.no_file).show(draft.state),
            }
        });
    };
    view! {
        <div class="acts">
            <label class="btn small">
                {icon_small(Icon::Image)}
                {t.standards.own}
                <input class="vh" type="file" accept="image/*" on:change=take/>
            </label>
            <button type="button" class="btn small" on:click=move |_| choosing.set(true)>
                {icon_small(Icon::Camera)}
                {t.standards.from_wall}
            </button>
        </div>
        {ui::sheet(t, choosing, move || t.standards.passed.to_owned(), move || photos(draft, choosing))}
    }
    .into_any()
}

fn photos(draft: Draft, choosing: RwSignal<bool>) -> AnyView {
    let t = draft.t;
    let offset = draft.offset;
    let photos = live(&[Kind::Photo], move |phone| passed(phone, offset));
    let tiles = move || {
        photos.with(|photos| match photos {
            None => skeleton_rows(3),
            Some(photos) if photos.is_empty() => ui::empty(Icon::Image, t.standards.passed_none, "", None),
            Some(photos) => {
                let tiles = photos.iter().map(|photo| tile(draft, choosing, photo)).collect_view();
                view! { <div class="stdpassed">{tiles}</div> }.into_any()
            }
        })
    };
    view! { <div class="sheet-body pad">{tiles}</div> }.into_any()
}

fn tile(draft: Draft, choosing: RwSignal<bool>, photo: &Photo) -> AnyView {
    let t = draft.t;
    let words = (t.standards.passed_of)(&(t.time.day)(photo.taken_at.date(draft.offset)));
    let (id, reference) = (photo.id, photo.picture.clone());
    let choose = move |_| {
        draft.reference.set(Some(reference.clone()));
        draft.picture.set(Some(PictureFrom::Photo(id)));
        choosing.set(false);
    };
    view! {
        <button type="button" class="tile" on:click=choose>
            {picture(t, photo.picture.hash.clone(), PhotoSize::Thumbnail, words)}
        </button>
    }
    .into_any()
}

/// The photos of the last days that were passed and lie on the server, the newest first.
async fn passed(phone: Phone, offset: Offset) -> Vec<Photo> {
    let today = phone.now().date(offset);
    let days = (0..DAYS).map(|back| today.saturating_sub(back.days()));
    let visits = join_all(days.map(|day| phone.find::<Visit>(Index::VisitsOn(day)))).await;
    let visits = visits.into_iter().flatten().filter(|visit| visit.photos > 0);
    let photos = join_all(visits.map(|visit| phone.find::<Photo>(Index::PhotosOf(visit.id)))).await;
    let good = |photo: &Photo| photo.ruling == Some(Ruling::Pass) && photo.received_at.is_some();
    let mut photos: Vec<Photo> = photos.into_iter().flatten().filter(good).collect();
    photos.order_by_key(|photo| std::cmp::Reverse((photo.taken_at, photo.id)));
    photos.truncate(OFFERED);
    photos
}
