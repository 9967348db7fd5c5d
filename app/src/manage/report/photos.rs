//! The photos of a visit on paper: each beside the picture of its standard, with what was said of it.

use crate::manage::dossier::Dossier;
use crate::state::PhotoSize;
use crate::text::{Texts, clock};
use crate::trust;
use crate::ui::{drawn, picture, section};
use domain::records::{DisplayStandard, Photo, Ruling, Verdict};
use domain::time::Offset;
use leptos::prelude::*;

/// See the module.
pub fn photos(t: Texts, offset: Offset, dossier: &Dossier) -> Option<AnyView> {
    if dossier.photos.is_empty() {
        return None;
    }
    let rows = dossier.photos.iter().map(|photo| row(t, offset, dossier, photo)).collect_view();
    Some(
        view! {
            {section((t.report.photos)(dossier.photos.len()), "")}
            <ul class="report-photos">{rows}</ul>
        }
        .into_any(),
    )
}

fn row(t: Texts, offset: Offset, dossier: &Dossier, photo: &Photo) -> AnyView {
    let caption = dossier.caption(photo, t.language);
    let here = photo.received_at.is_some();
    let size = if here { PhotoSize::Original } else { PhotoSize::Thumbnail };
    let (verdict, wanted) = (dossier.verdict_on(photo), dossier.standard_of(photo));
    let trust =
        trust::of_photo(photo, &dossier.visit, &dossier.photos, dossier.outlet.as_ref(), dossier.fix_before.as_ref());
    let reference = wanted.and_then(|standard| {
        let reference = standard.reference.as_ref()?;
        let name = (t.report.standard)(standard.name.get(t.language));
        Some(view! {
            <figure>
                {picture(t, reference.hash.clone(), PhotoSize::Thumbnail, name.clone())}
                <figcaption>{name}</figcaption>
            </figure>
        })
    });
    let small = (!here).then(|| view! { <p class="meta">{t.report.small}</p> });
    view! {
        <li>
            <figure>
                <div class="seen">
                    {picture(t, photo.picture.hash.clone(), size, caption.clone())}
                    {drawn(&photo.picture, &photo.annotations)}
                </div>
                <figcaption>{caption}{t.frame.dot}{clock(photo.taken_at, offset)}</figcaption>
            </figure>
            {reference}
            <div class="said">
                {said(t, offset, photo, verdict, wanted)}
                <p class="meta">{trust::words(t, &trust)}</p>
                {small}
            </div>
        </li>
    }
    .into_any()
}

/// The verdict: what, why, what of the standard was missed, and who said so when.
fn said(
    t: Texts,
    offset: Offset,
    photo: &Photo,
    verdict: Option<&Verdict>,
    wanted: Option<&DisplayStandard>,
) -> AnyView {
    let ruling = match photo.ruling {
        Some(Ruling::Pass) => view! { <b>{t.manage.pass}</b> }.into_any(),
        Some(Ruling::Redo) => view! { <b class="owed">{t.frame.sent_back}</b> }.into_any(),
        None => view! { <span>{t.manage.to_judge}</span> }.into_any(),
    };
    let Some(verdict) = verdict else { return view! { <p>{ruling}</p> }.into_any() };
    let mut why: Vec<String> = verdict.reasons.iter().map(|reason| (t.frame.redo_reason)(*reason).to_owned()).collect();
    why.extend((!verdict.note.is_empty()).then(|| verdict.note.clone()));
    let missed = wanted.map(|standard| missed(t, standard, verdict)).filter(|missed| !missed.is_empty());
    let day = verdict.at.date(offset);
    let judged =
        (t.report.judged)(&verdict.judge_name, &format!("{} {}", (t.time.day)(day), clock(verdict.at, offset)));
    view! {
        <p>{ruling}</p>
        {(!why.is_empty()).then(|| view! { <p>{why.join(t.frame.comma)}</p> })}
        {missed.map(|missed| view! { <p>{(t.report.missed)(&missed.join(t.frame.list))}</p> })}
        <p class="meta">{judged}</p>
    }
    .into_any()
}

/// The points of the standard that were missed, in words.
fn missed(t: Texts, standard: &DisplayStandard, verdict: &Verdict) -> Vec<String> {
    let numbered = standard.points.iter().zip(1_u8..);
    let missed = numbered.filter(|(_, number)| verdict.points.contains(number));
    missed.map(|(point, _)| point.words.get(t.language).to_owned()).collect()
}
