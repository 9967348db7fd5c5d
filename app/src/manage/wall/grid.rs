//! The photos themselves: large, few at a time in the page, the one at hand with a ring. A tap opens, holding picks; with
//! a mouse or keys the photo comes to hand first.

use super::filter::Standing;
use super::hand::Wall;
use super::shelf::Shot;
use crate::manage::keys::{Wish, focused};
use crate::state::PhotoSize;
use crate::text::clock;
use crate::ui::{self, Icon, icon, icon_small, long_grid, picture};
use domain::id::PhotoId;
use domain::records::Ruling;
use leptos::ev::{MouseEvent, PointerEvent};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};
use std::sync::Arc;
use std::time::Duration;

/// A finger that rests so long picks.
const HOLD: Duration = Duration::from_millis(450);

/// See the module.
pub fn grid(wall: Wall) -> AnyView {
    let t = wall.t;
    let count = Memo::new(move |_| wall.shown.with(Vec::len));
    let read = Memo::new(move |_| wall.shelf.with(Option::is_some));
    let any = Memo::new(move |_| count.get() > 0);
    let hold = Hold { timer: StoredValue::new(None), over: StoredValue::new(false) };
    let at = move |place: usize| wall.shown.with(|shots| shots.get(place).cloned());
    follow(wall);
    let body = move || match (read.get(), any.get()) {
        (false, _) => ui::skeleton_rows(6),
        (true, true) => long_grid(t.wall.photos, count, wall.across, wall.place, at, move |place, shot| {
            tile(wall, hold, place, &shot)
        }),
        (true, false) => nothing(wall),
    };
    let earlier = move || {
        read.get().then(|| {
            view! {
                <div class="pad">
                    <button type="button" class="btn wide" on:click=move |_| wall.earlier()>
                        {icon(Icon::History)}
                        {t.manage.earlier}
                    </button>
                </div>
            }
        })
    };
    view! {
        <div class="scroll" inert=move || wall.large.get()>
            {earlier}
            {body}
        </div>
    }
    .into_any()
}

fn nothing(wall: Wall) -> AnyView {
    let t = wall.t;
    let any = wall.shelf.with(|shelf| shelf.as_ref().is_some_and(|shelf| !shelf.shots.is_empty()));
    let all_judged = wall.filter.with(|filter| filter.standing == Standing::ToJudge);
    match (any, all_judged) {
        (false, _) => ui::empty(Icon::Image, t.manage.none, t.manage.none_more, None),
        (true, true) => ui::empty(Icon::Server, t.wall.none, t.wall.none_more, None),
        (true, false) => ui::empty(Icon::Search, t.wall.no_match, t.wall.no_match_more, None),
    }
}

/// Keeps the photo at hand in sight, and the focus on it where the focus was on a photo or nowhere.
fn follow(wall: Wall) {
    Effect::new(move |before: Option<Option<PhotoId>>| {
        let id = wall.shot().map(|shot| shot.photo.id);
        let moved = before.is_some_and(|before| before.is_some() && before != id);
        match id {
            // Its block is drawn by then.
            Some(id) if moved => request_animation_frame(move || to_sight(id)),
            // A photo that is judged is drawn anew, and the focus went with the box that it was on.
            Some(id) if before.is_some() => request_animation_frame(move || refocus(id)),
            _ => {}
        }
        id
    });
    // Small again: the keyboard goes on where it was.
    Effect::new(move |before: Option<bool>| {
        let large = wall.large.get();
        if before == Some(true)
            && !large
            && let Some(shot) = untrack(|| wall.shot())
        {
            request_animation_frame(move || focus(shot.photo.id));
        }
        large
    });
}

fn name(id: PhotoId) -> String {
    format!("shot-{id}")
}

fn tile_of(id: PhotoId) -> Option<HtmlElement> {
    document().get_element_by_id(&name(id))?.dyn_into::<HtmlElement>().ok()
}

fn focus(id: PhotoId) {
    // It has a tabindex, so this cannot fail; without it the focus stays where it was.
    drop(tile_of(id).map(|tile| tile.focus()));
}

fn refocus(id: PhotoId) {
    if focused().is_none() {
        focus(id);
    }
}

fn to_sight(id: PhotoId) {
    let Some(tile) = tile_of(id) else { return };
    let (here, around) = (tile.get_bounding_client_rect(), tile.closest(".scroll").ok().flatten());
    let Some(around) = around.map(|around| around.get_bounding_client_rect()) else { return };
    if here.top() < around.top() {
        tile.scroll_into_view_with_bool(true);
    } else if here.bottom() > around.bottom() {
        tile.scroll_into_view_with_bool(false);
    }
    let elsewhere = |active: &Element| active.tag_name() != "BODY" && active.closest(".shot").ok().flatten().is_none();
    if !document().active_element().as_ref().is_some_and(elsewhere) {
        focus(id);
    }
}

/// A finger that rests on a photo.
#[derive(Clone, Copy)]
struct Hold {
    timer: StoredValue<Option<TimeoutHandle>>,
    /// It rested long enough: the click that follows is none.
    over: StoredValue<bool>,
}

impl Hold {
    fn begin(self, wall: Wall, place: usize) {
        self.end();
        self.over.set_value(false);
        let picks = move || {
            self.over.set_value(true);
            wall.pick(place);
        };
        self.timer.set_value(set_timeout_with_handle(picks, HOLD).ok());
    }

    fn end(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }
}

fn tile(wall: Wall, hold: Hold, place: usize, shot: &Arc<Shot>) -> AnyView {
    let t = wall.t;
    let (id, photo) = (shot.photo.id, &shot.photo);
    let caption = shot.slot.as_ref().map_or(photo.slot.as_str(), |words| words.get(t.language)).to_owned();
    let facts =
        [photo.rep_name.clone(), (t.time.day)(photo.taken_at.date(wall.offset)), clock(photo.taken_at, wall.offset)];
    let at_hand = move || wall.place.get() == Some(place);
    let picked = Memo::new(move |_| wall.picks.with(|picks| picks.contains(&id)));
    let click = move |event: MouseEvent| {
        if hold.over.get_value() {
            hold.over.set_value(false);
            return;
        }
        let finger = event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "touch");
        let was_at_hand = wall.place.get_untracked() == Some(place);
        if event.shift_key() {
            wall.reach(place);
        } else if event.ctrl_key() || event.meta_key() || wall.picks.with_untracked(|picks| finger && !picks.is_empty())
        {
            wall.pick(place);
        } else if finger || was_at_hand {
            wall.take(place);
            wall.act(Wish::Large);
            return;
        }
        wall.take(place);
    };
    let down = move |event: PointerEvent| {
        if event.pointer_type() == "touch" {
            hold.begin(wall, place);
        }
    };
    let tag = match () {
        () if shot.audit => Some(t.wall.audit),
        () if !photo.twins.is_empty() => Some(t.wall.alike),
        () => None,
    };
    view! {
        <div
            class="shot"
            class:on=at_hand
            role="option"
            id=name(id)
            tabindex=move || if at_hand() { "0" } else { "-1" }
            aria-selected=move || picked.get().to_string()
            aria-posinset=(place + 1).to_string()
            aria-setsize=move || wall.shown.with(Vec::len).to_string()
            on:click=click
            on:pointerdown=down
            on:pointerup=move |_| hold.end()
            on:pointercancel=move |_| hold.end()
            on:contextmenu=move |event| {
                if hold.over.get_value() {
                    event.prevent_default();
                }
            }
        >
            <span class="im">{picture(t, photo.picture.hash.clone(), PhotoSize::Thumbnail, caption.clone())}</span>
            {standing(wall, shot)}
            {tag.map(|words| view! { <span class="note tag owed">{words}</span> })}
            <span class="tick" aria-hidden="true">{icon_small(Icon::Check)}</span>
            <span class="cp">
                <b class="cut">{shot.shop.clone()}</b>
                <span class="cut">{facts.join(t.frame.dot)}</span>
            </span>
        </div>
    }
    .into_any()
}

/// What was decided about it, or why nothing can be yet.
fn standing(wall: Wall, shot: &Shot) -> Option<AnyView> {
    let t = wall.t;
    let (class, which, words) = if shot.photo.open_appeal().is_some() {
        ("owed", Icon::Help, t.manage.appealed)
    } else {
        match shot.photo.ruling {
            Some(Ruling::Pass) => ("server", Icon::Server, t.manage.pass),
            Some(Ruling::Redo) => ("refused", Icon::Refused, t.frame.sent_back),
            None if !shot.ended => ("quiet", Icon::Clock, t.manage.in_shop),
            None => return None,
        }
    };
    Some(view! { <span class="v"><span class=class>{icon_small(which)}</span>{words}</span> }.into_any())
}
