//! The last visit to a shop in one glance: points, the way they go, the photos and what became of them.

use super::file::File;
use super::rhythm;
use crate::field::names::slot_caption;
use crate::routes;
use crate::state::Me;
use crate::text::Texts;
use crate::ui::{self, Mark, SyncMark, photo_tile};
use domain::records::{Ruling, Visit};
use leptos::prelude::*;

/// See the module.
pub fn last_visit(t: Texts, me: &Me, file: &File) -> AnyView {
    let Some(visit) = file.visits.first() else {
        return view! {
            {ui::section(t.brief.last_visit, "")}
            <p class="meta pad">{t.brief.never}</p>
            {rhythm::rhythm(t, file)}
        }
        .into_any();
    };
    let when = (t.time.day)(visit.day);
    let who = if visit.rep == me.id { (t.brief.by_you)(&when) } else { (t.brief.by_other)(&when, &visit.rep_name) };
    view! {
        {ui::section(t.brief.last_visit, who)}
        <div class="before">
            {points(visit).map(|points| view! { <p class="fig">{points}<small>{t.frame.points}</small></p> })}
            <p class="meta">
                {compared(t, &file.visits)} <br/>
                {visit.stayed().map(|stayed| (t.brief.stayed)(&(t.time.minutes)(stayed)))}
            </p>
            {trend(t, file)}
        </div>
        {rhythm::rhythm(t, file)}
        {photos(t, visit, file)}
    }
    .into_any()
}

fn points(visit: &Visit) -> Option<u32> {
    visit.score.as_ref().map(|score| score.share.percent())
}

fn compared(t: Texts, visits: &[Visit]) -> Option<String> {
    let mut known = visits.iter().filter_map(points);
    let (last, before) = (known.next()?, known.next()?);
    Some(match last.cmp(&before) {
        std::cmp::Ordering::Greater => (t.brief.more)(last - before),
        std::cmp::Ordering::Less => (t.brief.less)(before - last),
        std::cmp::Ordering::Equal => t.brief.same.to_owned(),
    })
}

fn trend(t: Texts, file: &File) -> Option<AnyView> {
    let scores: Vec<u32> = file.visits.iter().rev().filter_map(points).collect();
    let pass = file.checklist.as_ref().map_or(85, |list| list.bands.pass.percent());
    let said: Vec<String> = scores.iter().map(u32::to_string).collect();
    ui::spark(&scores, Some(pass), (t.brief.trend)(&said.join(t.frame.list)))
}

fn photos(t: Texts, visit: &Visit, file: &File) -> Option<AnyView> {
    let photos = &file.photos;
    if photos.is_empty() {
        return None;
    }
    let tiles = photos
        .iter()
        .map(|photo| {
            let caption = slot_caption(t, file.checklist.as_ref(), &photo.item, &photo.slot);
            let mark = match (photo.ruling, photo.received_at) {
                (Some(Ruling::Redo), _) => Mark::SentBack,
                (Some(Ruling::Pass), _) => Mark::Passed,
                (None, Some(_)) => Mark::Sync(SyncMark::Server),
                (None, None) => Mark::Sync(SyncMark::Saved),
            };
            photo_tile(t, photo.picture.hash.clone(), caption, mark, None)
        })
        .collect_view();
    let class = if photos.len() > 3 { "strip many" } else { "strip" };
    let href = routes::visit(visit.id);
    Some(view! { <a class=class href=href aria-label=t.brief.see_visit>{tiles}</a> }.into_any())
}
