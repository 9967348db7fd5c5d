//! What the photo at hand is held against: the standard's picture with its points, and the same slot last time. A point that
//! the photo misses is tapped on the picture: it asks for the redo and goes along with it.

use super::asking::Asking;
use super::dossier::Dossier;
use crate::state::PhotoSize;
use crate::text::Texts;
use crate::ui::picture;
use domain::records::{DisplayStandard, Photo, PhotoRef, StandardPoint};
use domain::time::Offset;
use leptos::prelude::*;

/// See the module.
pub fn standard(t: Texts, offset: Offset, dossier: &Dossier, photo: &Photo, asking: Asking) -> AnyView {
    let judged = dossier.verdict_on(photo).map(|verdict| verdict.points.clone()).unwrap_or_default();
    let wanted = dossier.standard_of(photo).map(|standard| asks(t, standard, &judged, asking));
    let last = dossier.last_of(photo).map(|last| {
        let day = (t.time.day)(last.taken_at.date(offset));
        view! {
            <h2>{t.manage.last_time}<small>{day.clone()}</small></h2>
            <figure>{picture(t, last.picture.hash.clone(), PhotoSize::Thumbnail, day)}</figure>
        }
    });
    view! { <div class="std">{wanted}{last}</div> }.into_any()
}

/// What it asks; `judged` are the points that the verdict that stands names.
fn asks(t: Texts, standard: &DisplayStandard, judged: &[u8], asking: Asking) -> AnyView {
    let points = || standard.points.iter().zip(1_u8..).map(|(point, number)| (point, number, judged.contains(&number)));
    let list = points().map(|(point, number, judged)| {
        let missed = move || judged || asking.missed.with(|missed| missed.contains(&number));
        view! { <li class="pt" class:bad=missed>{point.words.get(t.language).to_owned()}</li> }
    });
    let name = (t.manage.standard)(standard.name.get(t.language));
    let figure = standard.reference.as_ref().map(|reference| {
        let marks = points().map(|(point, number, judged)| mark(t, point, number, judged, asking)).collect_view();
        figure(t, reference, name.clone(), marks.into_any())
    });
    view! {
        <h2>{name.clone()}<small>{(t.manage.version)(standard.version)}</small></h2>
        {figure}
        <ol class="pts-list">{list.collect_view()}</ol>
    }
    .into_any()
}

/// In the shape of the picture, so that the points lie where they were drawn.
fn figure(t: Texts, reference: &PhotoRef, name: String, marks: AnyView) -> AnyView {
    let ratio = format!("{} / {}", reference.width.max(1), reference.height.max(1));
    view! {
        <figure class="marked" style=("--ratio", ratio)>
            {picture(t, reference.hash.clone(), PhotoSize::Thumbnail, name)}
            <div role="group" aria-label=t.manage.missed>{marks}</div>
        </figure>
    }
    .into_any()
}

fn mark(t: Texts, point: &StandardPoint, number: u8, judged: bool, asking: Asking) -> AnyView {
    let percent = |at: u16| format!("{}.{}%", at / 10, at % 10);
    let pressed = Memo::new(move |_| asking.missed.with(|missed| missed.contains(&number)));
    view! {
        <button
            type="button"
            class="stdmark"
            class:bad=judged
            style=("--x", percent(point.at.0))
            style=("--y", percent(point.at.1))
            aria-label=(t.manage.point)(number, point.words.get(t.language))
            aria-pressed=move || pressed.get().to_string()
            on:click=move |_| asking.point(number)
        >
            <span>{number}</span>
        </button>
    }
    .into_any()
}
