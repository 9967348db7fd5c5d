//! What a person sets about the lock, on their own page: the PIN, how long they may be away, and locking now.

use super::ask::{Aim, Asking, asking_sheet};
use crate::routes;
use crate::state::{Phone, PinSet, spawn, use_state};
use crate::text::Texts;
use crate::ui::{Icon, choice_buttons, icon, line_link, section};
use domain::limits::LOCK_AFTER_MINUTES;
use leptos::prelude::*;

/// See the module. Nothing where the browser makes no keys, because then there is nothing to lock with.
pub fn security(t: Texts) -> AnyView {
    let state = use_state();
    let asking = Asking::new();
    let known = Memo::new(move |_| state.pin.get().map(|pin| (pin.set, pin.recoverable)));
    let rows = move || {
        let (set, recoverable) = known.get()?;
        let rows = match (set, recoverable) {
            (true, _) => with_pin(t, asking),
            (false, true) => row(Icon::Lock, t.lock.set, t.lock.set_why, move || asking.begin(Aim::Set)),
            (false, false) => {
                line_link(routes::login_again(), icon(Icon::Lock), t.lock.set.to_owned(), t.lock.set_first.into_any())
            }
        };
        Some(view! { {section(t.lock.security, "")}<div class="group">{rows}</div> })
    };
    view! {
        {rows}
        {asking_sheet(t, asking)}
    }
    .into_any()
}

fn with_pin(t: Texts, asking: Asking) -> AnyView {
    let state = use_state();
    let chosen = move || {
        let after = state.pin.get().map(|PinSet { after, .. }| after);
        LOCK_AFTER_MINUTES.iter().position(|minutes| Some(*minutes) == after)
    };
    let choose = move |index: usize| spawn(async move { Phone.lock_after(LOCK_AFTER_MINUTES[index]).await });
    let minutes = LOCK_AFTER_MINUTES.map(t.lock.minutes).to_vec();
    view! {
        {row(Icon::Lock, t.lock.now, t.lock.now_why, || Phone.lock())}
        <div class="set">
            <h2>{t.lock.after}</h2>
            {choice_buttons(t.lock.after.to_owned(), minutes, chosen, choose)}
        </div>
        {row(Icon::Refresh, t.lock.change, t.lock.change_why, move || asking.begin(Aim::Change))}
        {row(Icon::Close, t.lock.off, t.lock.off_why, move || asking.begin(Aim::Off))}
    }
    .into_any()
}

fn row(which: Icon, title: &'static str, why: &'static str, act: impl Fn() + Send + 'static) -> AnyView {
    view! {
        <button type="button" class="line" on:click=move |_| act()>
            {icon(which)}
            <span class="grow">
                <span class="t">{title}</span>
                <span class="w">{why}</span>
            </span>
        </button>
    }
    .into_any()
}
