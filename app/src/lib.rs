//! The screens of Lianying.
//!
//! [`App`] is the whole client. The server renders it as a skeleton, because everything that a screen shows is
//! on the phone: `field` are the rep's screens, `partner` and `agreement` everybody's about partners, `manage`, `board` and `forms` the manager's, `account` and `team` everybody's,
//! `lock` keeps others out, `parts` says which screens come in a file of their own, `evidence` anybody's, logged in or not. They are built from the kit in `ui`, say what stands in `text`, and see the phone through `state`.
#![recursion_limit = "256"]

mod account;
mod agreement;
mod board;
mod evidence;
mod field;
mod forms;
mod lock;
mod manage;
mod marking;
mod partner;
mod parts;
mod routes;
#[cfg(feature = "ssr")]
mod shell;
mod state;
mod team;
mod text;
mod trust;
mod ui;

#[cfg(feature = "ssr")]
pub use agreement::{Compared, OnRecord, compare_page};
#[cfg(feature = "ssr")]
pub use shell::{Assets, neutral_shell, shell};
pub use ui::SPRITE;

use leptos::prelude::*;
use leptos_router::components::Router;

/// The client.
#[component]
pub fn App() -> impl IntoView {
    state::provide_state();
    view! {
        <Router>
            <routes::Screens/>
        </Router>
    }
}
