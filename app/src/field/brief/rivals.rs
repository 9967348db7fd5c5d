//! Competitors seen in a shop lately (F17): what to look for at the shelf.

use super::file::File;
use crate::field::visit::sighting_words;
use crate::text::Texts;
use crate::ui::section;
use domain::time::Offset;
use leptos::prelude::*;

/// See the module.
pub fn rivals(t: Texts, offset: Offset, file: &File) -> Option<AnyView> {
    (!file.sightings.is_empty()).then(|| {
        let rows = file.sightings.iter().map(|sighting| {
            let (what, more) = sighting_words(t, sighting);
            let when = (t.time.day)(sighting.at.date(offset));
            view! {
                <dt>{what}</dt>
                <dd>
                    {more} <span class="quiet">{t.frame.dot}{when}</span>
                </dd>
            }
        });
        let rows = rows.collect_view();
        view! {
            <div class="lined">{section(t.brief.rivals, "")}</div>
            <dl class="facts-list changed">{rows}</dl>
        }
        .into_any()
    })
}
