//! One visit: head, photos, answers beside their targets, how it went, the standard, and the verdict at the foot.

use super::answers::answers;
use super::bench::Bench;
use super::beside::{beside, own_entry};
use super::day_list::times;
use super::dossier::{Dossier, dossier};
use super::photos::photos;
use super::standard::standard;
use super::trace::trace;
use super::twins::odd_about;
use super::verdict::verdict_bar;
use crate::field::{CompanionDraft, companion_sheet};
use crate::routes;
use crate::state::{Me, live};
use crate::text::Texts;
use crate::ui::{self, Icon, icon};
use domain::Kind;
use domain::id::VisitId;
use domain::time::Offset;
use leptos::prelude::*;

/// See the module.
pub fn visit_detail(t: Texts, me: &Me, id: VisitId) -> AnyView {
    let offset = me.offset;
    super::viewing::note(me, id);
    let found = live(
        &[Kind::Visit, Kind::Photo, Kind::Verdict, Kind::Outlet, Kind::Sighting, Kind::Task],
        move |phone| async move { dossier(phone, id).await },
    );
    let known = Signal::derive(move || found.get().flatten());
    let bench = Bench::new(t, me, known);
    let companion = CompanionDraft::new();
    let whose = me.clone();
    let body = move || {
        found.with(|found| match found {
            None => ui::skeleton_rows(6),
            Some(None) => ui::empty(Icon::Help, t.manage.unknown, t.manage.unknown_more, None),
            Some(Some(dossier)) => page(t, offset, dossier, bench, own_entry(t, &whose, &dossier.visit, companion)),
        })
    };
    let has_photos =
        Memo::new(move |_| known.with(|dossier| dossier.as_ref().is_some_and(|dossier| !dossier.photos.is_empty())));
    view! {
        <div class="body">{body}</div>
        {move || has_photos.get().then(|| verdict_bar(bench))}
        {companion_sheet(t, id, companion)}
    }
    .into_any()
}

fn page(t: Texts, offset: Offset, dossier: &Dossier, bench: Bench, own: AnyView) -> AnyView {
    let visit = &dossier.visit;
    let at_hand = bench.photo(dossier);
    let name = dossier.outlet.as_ref().map(|outlet| outlet.name.clone()).unwrap_or_default();
    let mut facts = vec![visit.rep_name.clone(), format!("{} {}", (t.time.day)(visit.day), times(t, offset, visit))];
    facts.extend(dossier.outlet.as_ref().map(|outlet| (t.frame.class)(outlet.class.letter())));
    let score = visit.score.as_ref().map(|score| {
        view! {
            <p class="fig">
                {score.share.percent()}
                <small>{t.frame.points}</small>
            </p>
        }
    });
    let pick = Callback::new(move |photo| bench.pick(photo));
    let shown = at_hand.as_ref().map(|photo| photo.id);
    view! {
        <div class="th">
            <a class="ib only-narrow" href=routes::VISITS aria-label=t.frame.back>{icon(Icon::Back)}</a>
            <div class="grow">
                <h1>{name}</h1>
                <p class="meta">{facts.join(t.frame.dot)}</p>
            </div>
            {score}
        </div>
        {shown.map(|_| photos(t, offset, dossier, shown, pick))}
        {at_hand.as_ref().and_then(|photo| odd_about(t, offset, dossier, photo))}
        <div class="cols">
            {answers(t, dossier)}
            <div>
                {trace(t, offset, dossier)}
                {beside(t, offset, dossier)}
                {own}
                <a class="btn small" href=routes::report(visit.id)>{t.report.open}</a>
                {at_hand.as_ref().map(|photo| standard(t, offset, dossier, photo, bench.asking))}
            </div>
        </div>
    }
    .into_any()
}
