//! Nothing here: one sentence, one act, at most a small drawing.

use super::{Icon, icon};
use leptos::prelude::*;

/// See the module.
pub fn empty(which: Icon, sentence: impl Into<String>, more: impl Into<String>, act: Option<AnyView>) -> AnyView {
    let more = more.into();
    view! {
        <div class="empty">
            {icon(which)}
            <h2>{sentence.into()}</h2>
            {(!more.is_empty()).then(|| view! { <p>{more}</p> })}
            {act}
        </div>
    }
    .into_any()
}
