//! The bar at the foot: what a verdict would be about, why it goes back, and the acts in reach of the thumb.

use super::hand::Wall;
use crate::manage::asking::asked;
use crate::manage::keys::Wish;
use crate::ui::{Icon, icon};
use leptos::prelude::*;

/// See the module.
pub fn bar(wall: Wall) -> AnyView {
    let t = wall.t;
    let dead = move || !wall.can_judge();
    let one = Memo::new(move |_| {
        let here = wall.shot().map(|shot| shot.photo.id);
        wall.picks.with(|picks| here.is_some_and(|here| picks.contains(&here)))
    });
    view! {
        <section class="verdict" aria-label=t.manage.judge>
            {move || wall.asking.open.get().then(|| asked(t, wall.asking, Callback::new(move |wish| wall.act(wish))))}
            <div class="what">{move || meant(wall)}</div>
            <button
                type="button"
                class="btn sq"
                aria-label=t.frame.undo
                disabled=move || !wall.can_undo()
                on:click=move |_| wall.act(Wish::Undo)
            >
                {icon(Icon::Undo)}
                <kbd class="kbd">"U"</kbd>
            </button>
            <button
                type="button"
                class="btn sq"
                aria-label=t.wall.pick
                aria-pressed=move || one.get().to_string()
                on:click=move |_| wall.act(Wish::Pick)
            >
                {icon(Icon::Check)}
                <kbd class="kbd">"X"</kbd>
            </button>
            <button type="button" class="btn again" disabled=dead on:click=move |_| wall.act(Wish::Redo)>
                {icon(Icon::Refused)}
                {t.manage.redo}
                <kbd class="kbd">"F"</kbd>
            </button>
            <button type="button" class="btn pass" disabled=dead on:click=move |_| wall.act(Wish::Pass)>
                {icon(Icon::Server)}
                {t.manage.pass}
                <kbd class="kbd">"P"</kbd>
            </button>
        </section>
    }
    .into_any()
}

/// So many picked, or the photo at hand.
fn meant(wall: Wall) -> AnyView {
    let t = wall.t;
    let picked = wall
        .picks
        .with(|picks| wall.shown.with(|shots| shots.iter().filter(|shot| picks.contains(&shot.photo.id)).count()));
    if picked > 0 {
        return view! {
            <b role="status">{(t.wall.picked)(picked)}</b>
            <span class="acts">
                <button type="button" class="btn text" on:click=move |_| wall.act(Wish::PickAll)>{t.wall.pick_all}</button>
                <button type="button" class="btn text" on:click=move |_| wall.picks.update(std::collections::BTreeSet::clear)>
                    {t.wall.pick_none}
                </button>
            </span>
        }
        .into_any();
    }
    let Some(shot) = wall.shot() else { return ().into_any() };
    let place = wall.place.get().map_or(1, |place| place + 1);
    let slot = shot.slot.as_ref().map_or(shot.photo.slot.as_str(), |words| words.get(t.language)).to_owned();
    let mut facts = vec![slot, (t.manage.photo_of)(place, wall.shown.with(Vec::len))];
    if !shot.ended {
        facts.push(t.manage.not_yet.to_owned());
    }
    let appeal = shot.photo.open_appeal().map(|appeal| (t.manage.appeal)(&shot.photo.rep_name, &appeal.because));
    let more = appeal.or_else(|| shot.audit.then(|| t.wall.audit_more.to_owned()));
    view! {
        <b class="cut">{shot.shop.clone()}</b>
        <span>{facts.join(t.frame.dot)}</span>
        {more.map(|words| view! { <span class="owed b">{words}</span> })}
    }
    .into_any()
}
