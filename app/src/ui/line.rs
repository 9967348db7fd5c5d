//! Rows and the headings between them: full width with hairlines, the reason first in the second line.

use super::{Icon, icon_small};
use leptos::prelude::*;

/// A row that leads somewhere.
pub fn line_link(href: String, start: AnyView, title: String, second: AnyView) -> AnyView {
    view! {
        <a class="line" href=href>
            {start}
            <span class="grow">
                <span class="t">{title}</span>
                <span class="w">{second}</span>
            </span>
            <span class="quiet">{icon_small(Icon::ChevronRight)}</span>
        </a>
    }
    .into_any()
}

/// A heading with a fact at its right.
pub fn section(title: impl Into<String>, fact: impl Into<String>) -> AnyView {
    view! {
        <div class="sec">
            <h2>{title.into()}</h2>
            <span>{fact.into()}</span>
        </div>
    }
    .into_any()
}
