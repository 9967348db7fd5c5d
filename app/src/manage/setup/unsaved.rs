//! Work that is not saved yet. It is kept on this device at each change, so that another screen, a reload or a closed tab
//! takes nothing with it, and the editor goes on with it when it is opened again. The editors of the set-up call it: routes,
//! display standards, products and shops.

use crate::state::{Phone, live, spawn};
use crate::text::Texts;
use crate::ui::{Icon, icon_small};
use leptos::prelude::*;
use leptos::serde_json;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What was left under a name; none while it is not known yet. It is read once.
pub fn left<T: DeserializeOwned + PartialEq + Send + Sync + 'static>(name: String) -> ReadSignal<Option<Option<T>>> {
    let name = StoredValue::new(name);
    live(&[], move |phone| async move { read(phone, name.get_value()).await })
}

/// The same at once.
pub async fn read<T: DeserializeOwned>(phone: Phone, name: String) -> Option<T> {
    serde_json::from_str(&phone.draft(name).await?).ok()
}

/// Keeps what is not saved at each change; what says nothing is forgotten.
pub fn keep<T: Serialize>(name: impl Fn() -> Option<String> + 'static, work: impl Fn() -> Option<T> + 'static) {
    let text = move || Some((name()?, work().and_then(|work| serde_json::to_string(&work).ok())));
    write(Box::new(text));
}

/// Boxed, so that it is compiled once and not for every editor.
fn write(text: Box<dyn Fn() -> Option<(String, Option<String>)>>) {
    Effect::new(move |before: Option<Option<(String, Option<String>)>>| {
        let now = text();
        // News of the records runs this too: what has been saved meanwhile must not be kept once more.
        if before.as_ref() == Some(&now) {
            return now;
        }
        // Only what this screen has kept is forgotten by it: until it is read, nothing is changed either.
        let kept = before.flatten().filter(|(_, work)| work.is_some());
        let is_kept = |name: &str| kept.as_ref().is_some_and(|(kept, _)| kept == name);
        if let Some((name, work)) = now.clone().filter(|(name, work)| work.is_some() || is_kept(name)) {
            spawn(async move { Phone.keep_draft(name, work).await });
        }
        now
    });
}

/// Forgets it once it is saved, whether or not the screen is still there.
pub async fn forget(name: String) {
    Phone.keep_draft(name, None).await;
}

/// Says that it is not saved, and lets it be thrown away; nothing while nothing is changed.
pub fn notice(
    t: Texts,
    changed: impl Fn() -> bool + Send + Sync + 'static,
    more: impl Fn() -> &'static str + Send + Sync + 'static,
    discard: impl Fn() + Send + Sync + Copy + 'static,
) -> AnyView {
    let changed = Memo::new(move |_| changed());
    let more = Memo::new(move |_| more());
    let line = move || {
        changed.get().then(|| {
            view! {
                <p class="grow">{icon_small(Icon::Pen)} {t.setup.unsaved} " " {more}</p>
                <button type="button" class="btn small" on:click=move |_| discard()>{t.setup.discard}</button>
            }
        })
    };
    view! { <div class="unsaved" class:on=changed role="status">{line}</div> }.into_any()
}
