//! Something failed: what, what is safe, what to do; the code last and small.

use super::{Icon, icon};
use leptos::prelude::*;

/// See the module.
pub fn fault(
    what: impl Into<String>,
    more: impl Into<String>,
    code: impl Into<String>,
    acts: Option<AnyView>,
) -> AnyView {
    let code = code.into();
    view! {
        <section class="fault" role="alert">
            <h2>{icon(Icon::Warning)}{what.into()}</h2>
            <p>{more.into()}</p>
            {acts.map(|acts| view! { <div class="acts">{acts}</div> })}
            {(!code.is_empty()).then(|| view! { <code>{code}</code> })}
        </section>
    }
    .into_any()
}
