//! The photos of a visit: the one at hand large, the others beside it. Arrow keys move.

use super::dossier::Dossier;
use crate::evidence::proof_links;
use crate::state::PhotoSize;
use crate::text::{Texts, clock};
use crate::trust;
use crate::ui::{Icon, drawn, icon, picture};
use domain::id::PhotoId;
use domain::order::InOrder;
use domain::records::{Capture, Photo, Ruling};
use domain::time::Offset;
use leptos::prelude::*;

/// See the module. The one at hand comes first.
pub fn photos(
    t: Texts,
    offset: Offset,
    dossier: &Dossier,
    at_hand: Option<PhotoId>,
    pick: Callback<PhotoId>,
) -> AnyView {
    let mut order: Vec<&Photo> = dossier.photos.iter().collect();
    order.order_by_key(|photo| Some(photo.id) != at_hand);
    let tiles = order
        .into_iter()
        .map(|photo| {
            let (id, large) = (photo.id, Some(photo.id) == at_hand);
            let caption = dossier.caption(photo, t.language);
            let mut facts = clock(photo.taken_at, offset);
            if photo.redo_of.is_some() {
                facts = format!("{}{}{facts}", t.manage.retaken, t.frame.dot);
            }
            if photo.received_at.is_none() {
                facts = format!("{facts}{}{}", t.frame.comma, t.manage.thumbnail_only);
            }
            let size = if large && photo.received_at.is_some() { PhotoSize::Original } else { PhotoSize::Thumbnail };
            let (class, which, words) = corner(t, photo);
            view! {
                <button
                    type="button"
                    class=if photo.ruling == Some(Ruling::Redo) { "tile bad" } else { "tile" }
                    aria-pressed=if large { "true" } else { "false" }
                    on:click=move |_| pick.run(id)
                >
                    {picture(t, photo.picture.hash.clone(), size, caption.clone())}
                    {large.then(|| drawn(&photo.picture, &photo.annotations))}
                    <span class=format!("mk {class}") role="img" aria-label=words>{icon(which)}</span>
                    <span class="cap">{caption}<span>{facts}</span></span>
                </button>
            }
        })
        .collect_view();
    let shown = dossier.photos.iter().find(|photo| Some(photo.id) == at_hand && photo.received_at.is_some());
    let proof = shown.map(|photo| proof_links(t, &photo.picture.hash));
    let trusted = dossier.photos.iter().find(|photo| Some(photo.id) == at_hand).map(|photo| trusted(t, dossier, photo));
    view! {
        <div class="photos">{tiles}</div>
        {trusted}
        {proof}
    }
    .into_any()
}

/// How far the photo's own position can be believed, in the words of the check-in's, and whether it came from an album
/// (F28, F110).
fn trusted(t: Texts, dossier: &Dossier, photo: &Photo) -> AnyView {
    let (visit, outlet) = (&dossier.visit, dossier.outlet.as_ref());
    let trust = trust::of_photo(photo, visit, &dossier.photos, outlet, dossier.fix_before.as_ref());
    let words = trust::words(t, &trust);
    let (class, words) = match photo.capture {
        Capture::Camera => (trust::class(trust.level), words),
        Capture::File => ("owed", format!("{}{}{words}", t.camera.from_album, t.frame.dot)),
    };
    let about = (t.trust.of_photo)(&dossier.caption(photo, t.language));
    view! { <ol class="tl of-photo" aria-label=about><li class=class>{words}</li></ol> }.into_any()
}

/// What a tile says at its corner: the verdict, else whether the bytes are here.
fn corner(t: Texts, photo: &Photo) -> (&'static str, Icon, &'static str) {
    if photo.open_appeal().is_some() {
        return ("owed", Icon::Help, t.manage.appealed);
    }
    match (photo.ruling, photo.received_at) {
        (Some(Ruling::Pass), _) => ("server", Icon::Server, t.manage.pass),
        (Some(Ruling::Redo), _) => ("refused", Icon::Refused, t.frame.sent_back),
        (None, None) => ("sending", Icon::Sending, t.frame.sending),
        (None, Some(_)) => ("owed", Icon::Eye, t.manage.to_judge),
    }
}
