//! The head of the list of shops: what is looked for, and of which kind.

use crate::field::outlets::Search;
use crate::state::{Lens, Only, Phone, spawn};
use crate::text::Texts;
use crate::ui::{Toast, find};
use domain::records::OutletClass;
use leptos::prelude::*;

/// The field.
pub fn seek(t: Texts, search: Search) -> AnyView {
    view! { <div class="seek">{find(t, t.outlets.search, search.looking.text)}</div> }.into_any()
}

/// All of them, some of them, and the classes.
pub fn chips(t: Texts, search: Search) -> AnyView {
    let (only, class) = (search.looking.only, search.looking.class);
    let all = move || only.get() == Only::All && class.get().is_none();
    let of_class = move |which: OutletClass| {
        let toggle = move || class.update(|class| *class = (*class != Some(which)).then_some(which));
        chip((t.frame.class)(which.letter()), move || class.get() == Some(which), toggle)
    };
    let overdue = move || {
        only.update(|only| *only = if *only == Only::Overdue { Only::All } else { Only::Overdue });
    };
    let near = move || match only.get_untracked() {
        Only::Near => only.set(Only::All),
        Only::All | Only::Overdue => look_around(t, search),
    };
    let everything = move || {
        only.set(Only::All);
        class.set(None);
    };
    view! {
        <div class="chips">
            {chip(t.outlets.all.to_owned(), all, everything)}
            {chip(t.outlets.overdue.to_owned(), move || only.get() == Only::Overdue, overdue)}
            {chip(t.outlets.near.to_owned(), move || only.get() == Only::Near, near)}
            {[OutletClass::A, OutletClass::B, OutletClass::C, OutletClass::D].map(of_class).collect_view()}
        </div>
    }
    .into_any()
}

fn chip(
    words: String,
    chosen: impl Fn() -> bool + Send + Sync + 'static,
    choose: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    view! {
        <button
            type="button"
            class="chip"
            aria-pressed=move || chosen().to_string()
            on:click=move |_| choose()
        >
            {words}
        </button>
    }
    .into_any()
}

/// Measures where the phone is, because somebody has asked what is near (F114), and looks there.
pub fn look_around(t: Texts, search: Search) {
    if !search.measuring.take() {
        return;
    }
    let state = search.state;
    spawn(async move {
        let fix = match Phone.position(|_| ()).await {
            Ok(fix) => Some(fix),
            Err(_) => Lens::fresh(state.fix.get_untracked(), Phone.now()),
        };
        match fix {
            Some(fix) => {
                state.fix.set(Some(fix));
                search.looking.from.set(Some(fix.position));
                search.looking.only.set(Only::Near);
            }
            None => Toast::failed(t.outlets.no_position).show(state),
        }
        search.measuring.done();
    });
}
