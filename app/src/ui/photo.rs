//! Photos: square, the caption on a dark foot, the state at the lower right, never over the top where shop signs are.

use super::{Icon, SyncMark, icon};
use crate::state::{Phone, PhotoSize, PictureUrl, spawn};
use crate::text::Texts;
use leptos::prelude::*;

/// What a tile says at its lower right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A sync state.
    Sync(SyncMark),
    /// Judged and good.
    Passed,
    /// Judged and sent back.
    SentBack,
}

/// A picture by its hash: from this phone if it has it, else from the server; a plain word where neither works.
pub fn picture(t: Texts, hash: String, size: PhotoSize, alt: String) -> AnyView {
    pictured(t, hash, size, alt, "")
}

/// A picture laid over something: when it cannot be shown, there is nothing to say.
pub fn overlay(t: Texts, hash: String, class: &'static str) -> AnyView {
    pictured(t, hash, PhotoSize::Thumbnail, String::new(), class)
}

fn pictured(t: Texts, hash: String, size: PhotoSize, alt: String, class: &'static str) -> AnyView {
    // The address is kept as long as the picture is shown: dropping it gives the bytes behind it free.
    let url = RwSignal::new(None::<PictureUrl>);
    let away = RwSignal::new(false);
    Effect::new(move |_| {
        let hash = hash.clone();
        spawn(async move {
            let found = Phone.photo_url(hash, size).await;
            url.set(Some(found));
        });
    });
    (move || {
        if away.get() && alt.is_empty() {
            return ().into_any();
        }
        if away.get() {
            return view! { <span class="away">{t.frame.photo_away}</span> }.into_any();
        }
        let src = url.with(|url| url.as_ref().map(|url| url.text().to_owned()));
        match src {
            None => ().into_any(),
            Some(src) => {
                view! { <img class=class src=src alt=alt.clone() decoding="async" on:error=move |_| away.set(true)/> }
                    .into_any()
            }
        }
    })
    .into_any()
}

/// A tile that opens something.
pub fn photo_tile(t: Texts, hash: String, caption: String, mark: Mark, open: Option<Callback<()>>) -> AnyView {
    let bad = mark == Mark::SentBack;
    let (class, which, words) = match mark {
        Mark::Sync(state) => (state.class(), state.icon(), state.word(t)),
        Mark::Passed => ("server", Icon::Server, (t.frame.band)(domain::records::Band::Pass)),
        Mark::SentBack => ("refused", Icon::Refused, t.frame.sent_back),
    };
    let corner = view! { <span class=format!("mk {class}") role="img" aria-label=words>{icon(which)}</span> };
    let inside = view! {
        {picture(t, hash, PhotoSize::Thumbnail, caption.clone())}
        {corner}
        <span class="cap" aria-hidden="true">{caption}</span>
    };
    let class = if bad { "tile bad" } else { "tile" };
    match open {
        Some(open) => {
            view! { <button type="button" class=class on:click=move |_| open.run(())>{inside}</button> }.into_any()
        }
        None => view! { <div class=class>{inside}</div> }.into_any(),
    }
}
