//! The bar at the foot of a visit: what is at hand, why it goes back, and the two verdicts.

use super::asking::asked;
use super::bench::Bench;
use super::keys::{self, Wish};
use crate::ui::{Icon, icon};
use leptos::prelude::*;

/// See the module.
pub fn verdict_bar(bench: Bench) -> AnyView {
    keys::listen(bench.asking.open, Callback::new(move |wish| bench.act(wish)));
    let t = bench.t;
    let dead = move || !bench.can_judge();
    let press = move |wish| {
        bench.act(wish);
    };
    view! {
        <section class="verdict" aria-label=t.manage.judge>
            {move || bench.asking.open.get().then(|| asked(t, bench.asking, Callback::new(press)))}
            <div class="what">{move || at_hand(bench)}</div>
            <button
                type="button"
                class="btn sq"
                aria-label=t.frame.undo
                disabled=move || !bench.can_undo()
                on:click=move |_| press(Wish::Undo)
            >
                {icon(Icon::Undo)}
                <kbd class="kbd">"U"</kbd>
            </button>
            <button type="button" class="btn again" disabled=dead on:click=move |_| press(Wish::Redo)>
                {icon(Icon::Refused)}
                {t.manage.redo}
                <kbd class="kbd">"F"</kbd>
            </button>
            <button type="button" class="btn pass" disabled=dead on:click=move |_| press(Wish::Pass)>
                {icon(Icon::Server)}
                {t.manage.pass}
                <kbd class="kbd">"P"</kbd>
            </button>
        </section>
    }
    .into_any()
}

/// What is at hand, and how much is left.
fn at_hand(bench: Bench) -> AnyView {
    let t = bench.t;
    let view = bench.dossier.with(|dossier| {
        let dossier = dossier.as_ref()?;
        let photo = bench.photo(dossier)?;
        let number = dossier.photos.iter().position(|other| other.id == photo.id).map_or(1, |at| at + 1);
        let waiting = dossier.photos.iter().filter(|photo| photo.ruling.is_none()).count();
        let head = match waiting {
            _ if dossier.visit.is_open() => t.manage.not_yet.to_owned(),
            0 => t.manage.all_judged.to_owned(),
            n => (t.manage.waiting)(u32::try_from(n).unwrap_or(u32::MAX)),
        };
        let mut facts = vec![dossier.caption(&photo, t.language), (t.manage.photo_of)(number, dossier.photos.len())];
        facts.extend(dossier.verdict_on(&photo).map(|verdict| bench.judged_words(verdict)));
        let appeal = photo.open_appeal().map(|appeal| {
            let words = (t.manage.appeal)(&photo.rep_name, &appeal.because);
            view! { <span class="owed b">{words}</span> }
        });
        Some(view! {
            <b>{head}</b>
            <span>{facts.join(t.frame.dot)}</span>
            {appeal}
        })
    });
    view.into_any()
}
