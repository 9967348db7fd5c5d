//! Who is in, and what a screen shows before that is known or when nobody is.

use super::use_state;
use crate::text::Texts;
use crate::{routes, ui};
use domain::id::{DeviceId, UserId};
use domain::records::Role;
use domain::time::Offset;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

/// What is known about who is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The store of this phone is being opened; also all the server ever sees.
    Opening,
    /// It cannot be opened: recording is blocked, with the reason for whoever has to find out.
    Broken(String),
    /// Somebody, who has to show the PIN first (F113). Nothing of theirs is known until then.
    Locked,
    /// Somebody, who has to take a password of their own first.
    PasswordDue,
    /// Nobody.
    Out,
    /// Somebody. Stays so offline and after the session has expired.
    In(Me),
}

/// Whoever is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Me {
    /// Their id.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// This copy of the app.
    pub device: DeviceId,
    /// Where days begin and end.
    pub offset: Offset,
}

/// A screen for managers; a rep who comes here goes to their own page.
pub fn managed(screen: impl Fn(Texts, Me) -> AnyView + Send + Sync + 'static) -> AnyView {
    let navigate = StoredValue::new(use_navigate());
    guarded(move |t, me| {
        if me.role.manages() {
            return screen(t, me);
        }
        let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
        Effect::new(move |_| navigate.with_value(|go| go(routes::ME, replace.clone())));
        ui::skeleton_page(t)
    })
}

/// A screen for somebody who is in: before that a skeleton, without it the login.
pub fn guarded(screen: impl Fn(Texts, Me) -> AnyView + Send + Sync + 'static) -> AnyView {
    let state = use_state();
    // The server knows nobody who is in. Said where the compiler sees it, the screens are left out of its file.
    if cfg!(feature = "ssr") {
        return ui::skeleton_page(state.texts());
    }
    let path = use_location();
    let navigate = use_navigate();
    Effect::new(move |_| {
        if state.entry.with(|entry| *entry == Entry::Out) {
            let here = format!("{}{}", path.pathname.get_untracked(), path.search.get_untracked());
            navigate(&routes::login(&here), NavigateOptions { replace: true, ..NavigateOptions::default() });
        }
    });
    let screen = std::sync::Arc::new(screen);
    (move || {
        let t = state.texts();
        match state.entry.get() {
            Entry::In(me) => screen(t, me),
            Entry::Broken(code) => {
                let fault = ui::fault(t.frame.storage_broken, t.frame.storage_broken_more, code, None);
                ui::page_fault(t, fault)
            }
            Entry::Locked => crate::lock::lock_screen(t),
            Entry::PasswordDue => crate::parts::part_of(crate::parts::Far::PasswordDue, t),
            Entry::Opening | Entry::Out => ui::skeleton_page(t),
        }
    })
    .into_any()
}
