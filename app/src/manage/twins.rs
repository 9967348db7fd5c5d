//! What is odd about the photo at hand: another photo that is the same picture, beside it (F38), and what its phone
//! had doubted (F31). Both are for the manager to look at and decide nothing by themselves.

use super::dossier::Dossier;
use crate::routes;
use crate::state::{Phone, PhotoSize};
use crate::text::Texts;
use crate::ui::{Icon, icon, picture};
use domain::records::{Outlet, Photo};
use domain::time::Offset;
use leptos::prelude::*;

/// A photo that looks like one of the visit, and its shop.
#[derive(Clone, Debug, PartialEq)]
pub struct Like {
    /// The photo.
    pub(super) photo: Photo,
    /// The name of its shop.
    pub(super) shop: String,
}

/// The photos that those of a visit look like, as far as this device holds them.
pub async fn likes(phone: Phone, photos: &[Photo]) -> Vec<Like> {
    let mut likes: Vec<Like> = Vec::new();
    for twin in photos.iter().flat_map(|photo| &photo.twins) {
        if likes.iter().any(|like| like.photo.id == twin.photo) {
            continue;
        }
        let Some(photo) = phone.get::<Photo>(twin.photo).await else { continue };
        let shop = phone.get::<Outlet>(photo.outlet).await.map(|outlet| outlet.name).unwrap_or_default();
        likes.push(Like { photo, shop });
    }
    likes
}

/// See the module.
pub fn odd_about(t: Texts, offset: Offset, dossier: &Dossier, photo: &Photo) -> Option<AnyView> {
    let doubts: Vec<&str> = photo.look.doubts.iter().map(|doubt| (t.camera.doubt)(*doubt)).collect();
    let doubted = (!doubts.is_empty()).then(|| view! { <p>{(t.manage.doubted)(&doubts.join(t.frame.comma))}</p> });
    let like = photo.twins.first().map(|twin| {
        let held = dossier.likes.iter().find(|like| like.photo.id == twin.photo);
        match held {
            Some(like) => beside(t, offset, like),
            // Of a territory that is not theirs: said, and not shown.
            None => view! { <p>{t.manage.like_elsewhere}</p> }.into_any(),
        }
    });
    let kept = (!photo.kept_because.is_empty()).then(|| view! { <p>{(t.checkout.kept)(&photo.kept_because)}</p> });
    (doubted.is_some() || like.is_some()).then(|| {
        view! {
            <section class="fault owed odd">
                <h2>{icon(Icon::Copy)}{t.manage.odd}</h2>
                {doubted}
                {like}
                {kept}
            </section>
        }
        .into_any()
    })
}

fn beside(t: Texts, offset: Offset, like: &Like) -> AnyView {
    let photo = &like.photo;
    let day = (t.time.day)(photo.taken_at.date(offset));
    let words = (t.manage.like)(&photo.rep_name, &day, &like.shop);
    let size = if photo.received_at.is_some() { PhotoSize::Original } else { PhotoSize::Thumbnail };
    view! {
        <p>{words.clone()}</p>
        <a class="tile" href=routes::visit(photo.visit)>{picture(t, photo.picture.hash.clone(), size, words)}</a>
    }
    .into_any()
}
