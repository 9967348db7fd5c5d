//! A sheet from below: a native dialog, so that focus stays in it, goes back where it was, and Esc closes it.

use super::{Icon, icon};
use crate::text::Texts;
use leptos::html::Dialog;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlDialogElement;

/// Shows `content` while `open` is set. The content is built anew each time it opens.
pub fn sheet(
    t: Texts,
    open: RwSignal<bool>,
    title: impl Fn() -> String + Send + Sync + 'static,
    content: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    frame(t, open, Box::new(title), Box::new(content))
}

/// Boxed, so that it is compiled once and not for every sheet.
fn frame(
    t: Texts,
    open: RwSignal<bool>,
    title: Box<dyn Fn() -> String + Send + Sync>,
    content: Box<dyn Fn() -> AnyView + Send + Sync>,
) -> AnyView {
    let node: NodeRef<Dialog> = NodeRef::new();
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        let dialog: &HtmlDialogElement = &dialog;
        match (open.get(), dialog.open()) {
            // Fails only for a dialog that is not in the page, and then there is nothing to show.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    // A tap beside the sheet hits the dialog itself: its content fills the rest.
    let beside = move |event: leptos::ev::MouseEvent| {
        let hit = event.target().is_some_and(|target| target.dyn_ref::<HtmlDialogElement>().is_some());
        if hit {
            open.set(false);
        }
    };
    view! {
        <dialog class="sheet" node_ref=node on:close=move |_| open.set(false) on:click=beside aria-labelledby="sheet-title">
            {move || {
                open.get()
                    .then(|| {
                        view! {
                            <div class="grip"></div>
                            <div class="sheet-head">
                                <h2 id="sheet-title">{title()}</h2>
                                <button
                                    type="button"
                                    class="ib"
                                    aria-label=t.frame.close
                                    on:click=move |_| open.set(false)
                                >
                                    {icon(Icon::Close)}
                                </button>
                            </div>
                            {content()}
                        }
                    })
            }}
        </dialog>
    }
    .into_any()
}

/// What a sheet asks, which scrolls, above the act that stays in reach of the thumb.
pub fn sheet_form(asked: AnyView, act: AnyView) -> AnyView {
    view! {
        <div class="sheet-in">
            <div class="sheet-body pad">{asked}</div>
            <div class="dock edge">
                <div class="acts">{act}</div>
            </div>
        </div>
    }
    .into_any()
}
