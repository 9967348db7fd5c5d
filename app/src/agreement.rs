//! The three-party agreement: writing it with a warning where its ground meets another's, signing it on the glass,
//! reading it, and comparing a paper with what is on record.

#[cfg(feature = "ssr")]
mod compare;
mod draft;
mod page;
mod promised;
mod rows;
mod scanned;

#[cfg(feature = "ssr")]
pub use compare::{Compared, OnRecord, compare_page};
pub use draft::DraftPage;
pub use page::{AgreementPage, look};
pub use promised::promised;
pub use rows::agreements_of;
pub use scanned::ScannedPage;

use crate::routes;
use crate::text::Texts;
use crate::ui::{self, Icon};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;

/// An id from the address.
fn parameter<T: std::str::FromStr>(params: Memo<ParamsMap>, name: &str) -> Option<T> {
    params.with(|params| params.get(name)).and_then(|text| text.parse().ok())
}

/// The address names an agreement that is not on this phone.
fn unknown(t: Texts) -> AnyView {
    let back = view! { <a class="btn" href=routes::PARTNERS>{t.frame.back}</a> }.into_any();
    let body = ui::empty(Icon::Note, t.agreement.unknown, t.agreement.unknown_more, Some(back));
    ui::frame_bare(
        view! {
            {ui::back_bar(t, routes::PARTNERS, t.agreement.title, ().into_any())}
            <main class="page" id="main" tabindex="-1">{body}</main>
        }
        .into_any(),
    )
}
