//! What the photo at hand is held against: the standard's picture with its points, and the same slot last time.

use super::dossier::Dossier;
use crate::state::PhotoSize;
use crate::text::Texts;
use crate::ui::picture;
use domain::records::Photo;
use domain::time::Offset;
use leptos::prelude::*;

/// See the module.
pub fn standard(t: Texts, offset: Offset, dossier: &Dossier, photo: &Photo) -> AnyView {
    let verdict = dossier.verdict_on(photo);
    let wanted = dossier.standard_of(photo).map(|standard| {
        let points = standard
            .points
            .iter()
            .zip(1_u8..)
            .map(|(point, number)| {
                let missed = verdict.is_some_and(|verdict| verdict.points.contains(&number));
                view! { <li class=if missed { "pt bad" } else { "pt" }>{point.words.get(t.language).to_owned()}</li> }
            })
            .collect_view();
        let name = (t.manage.standard)(standard.name.get(t.language));
        let figure = standard.reference.as_ref().map(|reference| {
            view! { <figure>{picture(t, reference.hash.clone(), PhotoSize::Thumbnail, name.clone())}</figure> }
        });
        view! {
            <h2>{name.clone()}<small>{(t.manage.version)(standard.version)}</small></h2>
            {figure}
            <ol class="pts-list">{points}</ol>
        }
    });
    let last = dossier.last_of(photo).map(|last| {
        let day = (t.time.day)(last.taken_at.date(offset));
        view! {
            <h2>{t.manage.last_time}<small>{day.clone()}</small></h2>
            <figure>{picture(t, last.picture.hash.clone(), PhotoSize::Thumbnail, day)}</figure>
        }
    });
    view! { <div class="std">{wanted}{last}</div> }.into_any()
}
