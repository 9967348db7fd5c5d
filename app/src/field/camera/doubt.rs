//! What the phone thinks of a picture that it has just kept (F31): said at the shelf, where it can be taken again.
//! A hint and never a wall. The picture is on the disk already; the shutter replaces it, one tap goes on with it.

use super::View;
use super::shoot::Shutter;
use crate::text::Texts;
use leptos::prelude::*;

/// What may be wrong with it.
pub fn words(t: Texts, shutter: Shutter) -> Option<String> {
    let doubts = shutter.doubts.get();
    let words: Vec<&str> = doubts.iter().map(|doubt| (t.camera.doubt)(*doubt)).collect();
    (!words.is_empty()).then(|| (t.camera.doubtful)(&words.join(t.frame.comma)))
}

/// The way on with it, in the place of what lies over the view: the shutter stays where it was.
pub fn instead_of(view: View, shutter: Shutter) -> Option<AnyView> {
    let t = view.desk.t;
    let doubtful = shutter.doubts.with(|doubts| !doubts.is_empty());
    doubtful.then(|| {
        view! {
            <button type="button" class="btn wide" on:click=move |_| shutter.use_it()>
                {t.camera.use_it}
            </button>
        }
        .into_any()
    })
}
