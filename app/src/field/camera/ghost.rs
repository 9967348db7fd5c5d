//! What is laid over the view: the reference picture of the standard, or this shop's photo of last time, faint,
//! with the words of what is wanted.

use super::View;
use crate::ui::{Icon, icon_small, overlay};
use leptos::prelude::*;

/// What is laid over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ghost {
    /// The standard.
    Standard,
    /// The photo of last time.
    Last,
    /// The photo of the shelf before it was put right.
    Before,
    /// Nothing.
    None,
}

fn reference(view: View) -> Option<String> {
    view.desk.backdrop.with_value(|backdrop| {
        let standard = backdrop.standards.get(&view.standard?)?;
        standard.reference.as_ref().map(|picture| picture.hash.clone())
    })
}

fn last_time(view: View) -> Option<String> {
    view.desk.backdrop.with_value(|backdrop| {
        view.slot.with_value(|slot| {
            let mut photos = backdrop.photos_before.iter();
            let photo = photos.find(|photo| photo.item == slot.item && photo.slot == slot.slot)?;
            Some(photo.picture.hash.clone())
        })
    })
}

/// What lies over the view when it opens: what the picture is to be held against.
pub fn first_ghost(view: View) -> Ghost {
    if view.pair.with_value(Option::is_some) {
        Ghost::Before
    } else if reference(view).is_some() {
        Ghost::Standard
    } else {
        Ghost::None
    }
}

/// The words and the faint picture.
pub fn ghost(view: View) -> AnyView {
    let t = view.desk.t;
    let shown = move || {
        let hash = match view.ghost.get() {
            Ghost::Standard => reference(view),
            Ghost::Last => last_time(view),
            Ghost::Before => view.pair.with_value(|photo| photo.as_ref().map(|photo| photo.picture.hash.clone())),
            Ghost::None => None,
        };
        hash.map(|hash| overlay(t, hash, "ghost"))
    };
    view! {
        {shown}
        {wanted(view)}
    }
    .into_any()
}

/// The points of the standard: the first at once, all of them at a tap.
fn wanted(view: View) -> Option<AnyView> {
    let t = view.desk.t;
    let (version, points) = view.desk.backdrop.with_value(|backdrop| {
        let standard = backdrop.standards.get(&view.standard?)?;
        let points: Vec<String> = standard.points.iter().map(|point| point.words.get(t.language).to_owned()).collect();
        Some((standard.version, points))
    })?;
    let first = points.first()?.clone();
    let all = RwSignal::new(false);
    let words = move || {
        if all.get() {
            (t.camera.standard)(version, &points.join(t.frame.list))
        } else {
            (t.camera.standard)(version, &first)
        }
    };
    Some(
        view! {
            <button
                type="button"
                class="ghosttag"
                aria-expanded=move || all.get().to_string()
                on:click=move |_| all.update(|all| *all = !*all)
            >
                {icon_small(Icon::Ghost)}
                <span>{words}</span>
            </button>
        }
        .into_any(),
    )
}

/// Which of them, as far as there are any.
pub fn ghost_switch(view: View) -> AnyView {
    let t = view.desk.t;
    let mut choices = Vec::new();
    if view.pair.with_value(Option::is_some) {
        choices.push((Ghost::Before, t.camera.over_before));
    }
    if reference(view).is_some() {
        choices.push((Ghost::Standard, t.camera.over_standard));
    }
    if last_time(view).is_some() {
        choices.push((Ghost::Last, t.camera.over_last));
    }
    if choices.is_empty() {
        return ().into_any();
    }
    choices.push((Ghost::None, t.camera.over_none));
    let buttons = choices
        .into_iter()
        .map(|(ghost, words)| {
            view! {
                <button
                    type="button"
                    role="radio"
                    aria-checked=move || (view.ghost.get() == ghost).to_string()
                    on:click=move |_| view.ghost.set(ghost)
                >
                    {words}
                </button>
            }
        })
        .collect_view();
    view! { <div class="src" role="radiogroup" aria-label=t.camera.over>{buttons}</div> }.into_any()
}
