//! How a shop stands against how often it is to be visited (F4): in time is quiet, late is owed.

use super::file::File;
use crate::text::Texts;
use domain::rules::frequency::Standing;
use leptos::prelude::*;

/// See the module.
pub fn rhythm(t: Texts, file: &File) -> Option<AnyView> {
    let rhythm = file.rhythm.as_ref()?;
    let mut words = vec![(t.brief.every)(rhythm.every)];
    words.extend(rhythm.gone.map(t.brief.gone));
    let stands = match rhythm.standing {
        Standing::Overdue(days) => Some(view! { <b class="owed">{(t.brief.over)(days)}</b> }.into_any()),
        Standing::InTime(days) => Some((t.brief.days_left)(days).into_any()),
        Standing::Free | Standing::Never => None,
    };
    let stands = stands.map(|stands| view! { {t.frame.comma} {stands} });
    Some(view! { <p class="meta rhythm">{words.join(t.frame.comma)}{stands}</p> }.into_any())
}
