//! Which of the two views is shown. It stays as it was left.

use super::Desk;
use crate::state::{Phone, spawn};
use crate::ui::choice_buttons;
use leptos::prelude::*;

/// Where it is kept.
const KEY: &str = "tasks:view";

/// How tasks are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// By what has to be done.
    List,
    /// By urgent and important.
    Board,
}

impl View {
    const ALL: [Self; 2] = [Self::List, Self::Board];

    const fn name(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Board => "board",
        }
    }
}

/// The view that was left; none until the phone has said.
pub fn kept() -> RwSignal<Option<View>> {
    let chosen = RwSignal::new(None);
    Effect::new(move |_| {
        spawn(async move {
            let kept = Phone.draft(KEY.to_owned()).await.unwrap_or_default();
            let view = View::ALL.into_iter().find(|view| view.name() == kept).unwrap_or(View::List);
            chosen.try_update(|chosen| *chosen = chosen.or(Some(view)));
        });
    });
    chosen
}

/// The switch between the two.
pub fn switch(desk: Desk, chosen: RwSignal<Option<View>>) -> AnyView {
    let t = desk.t;
    let words = vec![t.tasks.as_list.to_owned(), t.tasks.as_board.to_owned()];
    let choose = move |index: usize| {
        let Some(view) = View::ALL.get(index).copied() else { return };
        chosen.set(Some(view));
        spawn(Phone.keep_draft(KEY.to_owned(), Some(view.name().to_owned())));
    };
    let at = move || chosen.get().and_then(|chosen| View::ALL.iter().position(|view| *view == chosen));
    view! { <div class="views">{choice_buttons(t.tasks.view.to_owned(), words, at, choose)}</div> }.into_any()
}
