//! The page that checks a photo's proof: for anybody, with nothing but the two files, also without a network.

mod pick;
mod report;

pub use pick::proof_links;

use crate::routes;
use crate::state::{Checked, Entry, Phone, Unchecked, spawn, use_state};
use crate::text::Texts;
use crate::ui::{self, Icon, icon};
use leptos::prelude::*;
use pick::{Slot, drop_files, picked, slot};

/// What has been handed in and what came of it.
#[derive(Clone, Copy)]
struct Desk {
    /// The names of the files.
    photo: RwSignal<String>,
    proof: RwSignal<String>,
    result: RwSignal<Option<Result<Checked, Unchecked>>>,
    /// Goes up with every check: the answer to an older one is nobody's any more.
    round: RwSignal<u32>,
}

impl Desk {
    fn new() -> Self {
        Self {
            photo: RwSignal::new(String::new()),
            proof: RwSignal::new(String::new()),
            result: RwSignal::new(None),
            round: RwSignal::new(0),
        }
    }

    fn name(self, slot: Slot) -> RwSignal<String> {
        match slot {
            Slot::Photo => self.photo,
            Slot::Proof => self.proof,
        }
    }

    /// Looks at what the fields hold, and checks as soon as both are there.
    fn look(self) {
        let (photo, proof) = (picked(Slot::Photo), picked(Slot::Proof));
        let name = |file: &Option<leptos::web_sys::File>| file.as_ref().map(leptos::web_sys::File::name);
        self.photo.set(name(&photo).unwrap_or_default());
        self.proof.set(name(&proof).unwrap_or_default());
        self.round.update(|round| *round += 1);
        self.result.set(None);
        let (Some(photo), Some(proof)) = (photo, proof) else { return };
        let round = self.round.get_untracked();
        spawn(async move {
            let result = Phone.check_proof(proof, photo).await;
            if self.round.get_untracked() == round {
                self.result.set(Some(result));
            }
        });
    }
}

/// See the module.
#[component]
pub fn Verify() -> impl IntoView {
    let state = use_state();
    let desk = Desk::new();
    // The key of our own server is kept while there is a network, for the day when there is none.
    Effect::new(move |_| {
        if state.entry.with(|entry| !matches!(entry, Entry::Opening)) {
            spawn(async move { drop(Phone.server_key().await) });
        }
    });
    move || screen(state.texts(), desk)
}

fn screen(t: Texts, desk: Desk) -> AnyView {
    let head = move || {
        desk.result.with(|result| match result {
            None => t.evidence.head,
            Some(Ok(checked)) => report::sentence(t, checked),
            Some(Err(_)) => t.evidence.unreadable_head,
        })
    };
    let result = move || {
        desk.result.with(|result| match result {
            None => ().into_any(),
            Some(Ok(checked)) => report::report(t, checked),
            Some(Err(why)) => {
                let words = match why {
                    Unchecked::Proof => t.evidence.unreadable_proof,
                    Unchecked::Photo => t.evidence.unreadable_photo,
                    Unchecked::NoKeys => t.evidence.no_keys,
                };
                view! { <p class="pad hint">{words}</p> }.into_any()
            }
        })
    };
    ui::frame_bare(
        view! {
            <header class="say verify">
                <a class="ib" href=routes::HOME aria-label=t.frame.back>{icon(Icon::Back)}</a>
                <h1 aria-live="polite">{head}</h1>
            </header>
            <main
                class="page surf"
                id="main"
                tabindex="-1"
                on:dragover=move |event| event.prevent_default()
                on:drop=move |event| {
                    event.prevent_default();
                    drop_files(&event);
                    desk.look();
                }
            >
                <div class="pad verify-files">{slot(t, desk, Slot::Photo)}{slot(t, desk, Slot::Proof)}</div>
                {result}
                <section class="pad verify-limits">
                    <h2>{t.evidence.limits}</h2>
                    <p>{t.evidence.proves}</p>
                    <p>{t.evidence.proves_not}</p>
                </section>
            </main>
        }
        .into_any(),
    )
}
