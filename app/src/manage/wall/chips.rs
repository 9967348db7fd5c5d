//! The filters: how photos stand as chips with counts, the sides from which they are picked as wheels of the device, each
//! choice with how many it would leave.

use super::filter::{Side, Standing};
use super::hand::Wall;
use crate::text::Texts;
use crate::ui::{Icon, icon_small};
use leptos::prelude::*;

/// See the module.
pub fn chips(wall: Wall) -> AnyView {
    let standings = Standing::ALL.map(|standing| chip(wall, standing));
    let sides = Side::ALL.map(|side| wheel(wall, side));
    view! {
        <div class="chips sift" role="search" aria-label=wall.t.wall.filters>
            {standings.collect_view()}
            {sides.collect_view()}
        </div>
    }
    .into_any()
}

const fn words(t: Texts, standing: Standing) -> &'static str {
    match standing {
        Standing::ToJudge => t.manage.to_judge,
        Standing::ToAudit => t.wall.audit,
        Standing::Appealed => t.manage.appeals,
        Standing::Alike => t.wall.alike,
        Standing::Passed => t.manage.pass,
        Standing::SentBack => t.manage.sent_back,
        Standing::All => t.manage.all,
    }
}

/// What a side is called, and its choice of all.
const fn names(t: Texts, side: Side) -> (&'static str, &'static str) {
    match side {
        Side::Area => (t.wall.area, t.wall.any_area),
        Side::Rep => (t.wall.rep, t.wall.any_rep),
        Side::Class => (t.wall.class, t.wall.any_class),
        Side::Standard => (t.wall.standard, t.wall.any_standard),
        Side::Trust => (t.wall.trust, t.wall.any_trust),
    }
}

fn chip(wall: Wall, standing: Standing) -> AnyView {
    let t = wall.t;
    let count = Memo::new(move |_| {
        let filter = wall.filter.get();
        wall.shelf.with(|shelf| {
            let shots = shelf.iter().flat_map(|shelf| &shelf.shots);
            shots.filter(|shot| filter.would_keep(t, shot, standing)).count()
        })
    });
    let pressed = move || wall.filter.with(|filter| filter.standing == standing).to_string();
    view! {
        <button
            type="button"
            class="chip"
            aria-pressed=pressed
            on:click=move |_| wall.filter.update(|filter| filter.standing = standing)
        >
            {words(t, standing)}
            <b>{move || count.get()}</b>
        </button>
    }
    .into_any()
}

fn wheel(wall: Wall, side: Side) -> AnyView {
    let t = wall.t;
    let (name, any) = names(t, side);
    let choices = Memo::new(move |_| {
        let filter = wall.filter.get();
        wall.shelf.with(|shelf| {
            let shots = shelf.iter().flat_map(|shelf| &shelf.shots).map(AsRef::as_ref);
            filter.choices(t, side, shots)
        })
    });
    let picked = Memo::new(move |_| wall.filter.with(|filter| filter.picked(side).map(str::to_owned)));
    let options = move || {
        let options = choices.get().into_iter().map(|choice| {
            let key = choice.key.clone();
            let chosen = move || picked.with(|picked| picked.as_deref() == Some(key.as_str()));
            view! { <option value=choice.key prop:selected=chosen>{(t.wall.choice)(&choice.words, choice.count)}</option> }
        });
        options.collect_view()
    };
    view! {
        <span class="chip wheel" class:on=move || picked.with(Option::is_some)>
            <select
                aria-label=name
                on:change=move |event| wall.filter.update(|filter| filter.pick(side, event_target_value(&event)))
            >
                <option value="" prop:selected=move || picked.with(Option::is_none)>{any}</option>
                {options}
            </select>
            {icon_small(Icon::ChevronDown)}
        </span>
    }
    .into_any()
}
