//! What this phone carries for others: loading a file with its code, and how far each parcel has come. Of what is inside
//! only a manager's screen shows more than its cover.

use crate::state::{Carried, NotLoaded, Phone, spawn, use_state};
use crate::text::Texts;
use crate::ui::{self, Busy, Icon, SyncMark, Toast, icon, icon_small, mark};
use domain::time::Offset;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{File, HtmlInputElement};

const FILE: &str = "parcel-file";
const CODE: &str = "parcel-code";

/// The form that takes a file and its code.
pub fn load(t: Texts) -> AnyView {
    let state = use_state();
    let (name, code) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let wrong = RwSignal::new("");
    let busy = Busy::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(file) = picked().filter(|_| !code.with_untracked(|code| code.trim().is_empty())) else {
            wrong.set(t.parcel.no_file);
            return;
        };
        if !busy.take() {
            return;
        }
        wrong.set("");
        let typed = code.get_untracked();
        spawn(async move {
            match Phone.load_parcel(file, typed).await {
                Ok(parcel) => {
                    Toast::saved((t.parcel.loaded)(&parcel.cover.author_name)).show(state);
                    clear();
                    name.try_set(String::new());
                    code.try_set(String::new());
                }
                Err(why) => {
                    wrong.try_set((t.parcel.not_loaded)(why));
                    if why == NotLoaded::NoCode {
                        focus();
                    }
                }
            }
            busy.done();
        });
    };
    let words = move || name.with(|name| if name.is_empty() { t.parcel.file_more.to_owned() } else { name.clone() });
    let look = move |_| name.set(picked().map(|file| file.name()).unwrap_or_default());
    let entry = ui::Field { id: CODE, kind: "text", mode: "text", complete: "off", label: t.parcel.code };
    view! {
        <form class="pad parcel" novalidate on:submit=submit>
            <label class="file">
                {icon(Icon::Outbox)}
                <span class="grow">
                    <span class="t">{t.parcel.file}</span>
                    <span class="w">{words}</span>
                </span>
                <input class="vh" id=FILE type="file" on:change=look/>
            </label>
            {ui::field(entry, move || code.get(), move |text| code.set(text), || "")}
            <div role="alert">
                {move || {
                    let wrong = wrong.get();
                    (!wrong.is_empty()).then(|| view! { <p class="wrong">{icon_small(Icon::Warning)}{wrong}</p> })
                }}
            </div>
            <button
                type="submit"
                class="btn wide"
                aria-busy=move || busy.get().then_some("true")
                disabled=move || busy.get()
            >
                {move || if busy.get() { t.parcel.loading } else { t.parcel.load }}
            </button>
        </form>
    }
    .into_any()
}

fn input(id: &str) -> Option<HtmlInputElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

fn picked() -> Option<File> {
    input(FILE)?.files()?.get(0)
}

fn clear() {
    if let Some(input) = input(FILE) {
        input.set_value("");
    }
}

fn focus() {
    // Without the focus the words above say what is wrong all the same.
    drop(input(CODE).map(|input| input.focus()));
}

/// One parcel: whose, of when, how far. `inside` is what only a manager is shown.
pub fn carried(t: Texts, parcel: &Carried, offset: Offset, inside: Option<AnyView>) -> AnyView {
    let state = use_state();
    let (cover, progress) = (&parcel.cover, &parcel.progress);
    let (commands, photos) = (cover.commands as usize, cover.photos.len());
    let (at, contents) = (cover.made_at, (t.parcel.contents)(commands, photos));
    let made = move || (t.parcel.made)(&t.time.when(at, state.clock.get(), offset), &contents);
    let there = (t.parcel.there)(progress.commands(), commands, progress.photos(cover), photos);
    let (which, standing) = match progress.stuck {
        _ if progress.is_done(cover) => (SyncMark::Server, t.parcel.done),
        Some(why) => (SyncMark::Refused, (t.parcel.stuck)(why)),
        None => (SyncMark::Saved, t.parcel.waits),
    };
    let remove = progress.may_go(cover).then(|| {
        let id = cover.id;
        view! {
            <button
                type="button"
                class="btn text"
                aria-label=(t.parcel.remove)(&cover.author_name)
                on:click=move |_| spawn(async move { Phone.remove_parcel(id).await })
            >
                {t.parcel.put_away}
            </button>
        }
    });
    view! {
        <li class="parcel-row">
            {mark(which)}
            <div class="grow">
                <h3 class="t">{(t.parcel.of)(&cover.author_name)}</h3>
                <p class="w">{made}</p>
                <p>{there}</p>
                <p class="w" class:bad=progress.stuck.is_some() && !progress.is_done(cover)>{standing}</p>
                {inside}
                {remove}
            </div>
        </li>
    }
    .into_any()
}
