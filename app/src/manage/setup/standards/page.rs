//! One standard beside the list: its picture with the points, what each asks, and its name, classes and first day.

use super::draft::{CLASSES, Draft};
use super::left::{self, Left};
use super::{Book, board, picture, points};
use crate::manage::reach;
use crate::manage::setup::unsaved;
use crate::routes;
use crate::state::use_state;
use crate::text::Texts;
use crate::ui::{self, Field, Icon, icon, picks};
use domain::records::OutletClass;
use domain::rules::standard::newest;
use domain::time::Offset;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// See the module. A draft is begun once, with what was left of it on this device, and stays as it is when records change.
pub fn standard(t: Texts, offset: Offset, book: ReadSignal<Option<Book>>, lineage: String) -> AnyView {
    let state = use_state();
    let draft: RwSignal<Option<Draft>> = RwSignal::new(None);
    let screen = Owner::current().unwrap_or_default();
    let is_new = lineage == routes::NEW;
    let known = {
        let lineage = lineage.clone();
        Memo::new(move |_| {
            book.with(|book| {
                let all = newest(&book.as_ref()?.versions);
                Some(all.into_iter().find(|one| one.lineage == lineage))
            })
        })
    };
    let kept = StoredValue::new(left::name(&lineage));
    let left = unsaved::left::<Left>(kept.get_value());
    Effect::new(move |_| {
        let Some(first) = known.get().filter(|_| untrack(|| draft.get().is_none())) else { return };
        let Some(left) = left.get() else { return };
        if is_new || first.is_some() {
            let begun = screen.with(|| {
                let begun = Draft::of(t, state, offset, book, first, kept.get_value());
                begun.keep();
                begun
            });
            if let Some(left) = left {
                begun.go_on(left);
            }
            draft.set(Some(begun));
        }
    });
    (move || match draft.get() {
        Some(draft) => page(draft),
        None if known.with(|known| matches!(known, Some(None))) && !is_new => {
            ui::empty(Icon::Help, t.standards.unknown, "", None)
        }
        None => ui::skeleton_rows(4),
    })
    .into_any()
}

fn page(draft: Draft) -> AnyView {
    let t = draft.t;
    let navigate = StoredValue::new(use_navigate());
    let done = move |lineage: String| {
        let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
        navigate.with_value(|go| go(&routes::standard(&lineage), replace));
    };
    let title = move || {
        draft.before.with(|before| match before {
            Some(before) => before.name.get(t.language).to_owned(),
            None => t.standards.new.to_owned(),
        })
    };
    let version = move || {
        draft.before.with(|before| {
            before.as_ref().map(|one| (t.standards.version)(one.version, &(t.time.day)(one.from.date(draft.offset))))
        })
    };
    let more = move || match draft.is_overtaken() {
        true => t.setup.overtaken,
        false if draft.resumed.get() => t.setup.resumed,
        false => "",
    };
    view! {
        <div class="body">
            <div class="th">
                <a class="ib only-narrow" href=routes::STANDARDS aria-label=t.frame.back>{icon(Icon::Back)}</a>
                <div class="grow">
                    <h1>{title}</h1>
                    <p class="meta">{version}</p>
                </div>
            </div>
            <h2>{t.standards.picture}</h2>
            <div class="stdedit">
                <div>{board::board(draft)} {picture::choice(draft)}</div>
                <div>
                    <h3>{t.standards.points}</h3>
                    {points::points(draft)}
                </div>
            </div>
            {about(draft)}
        </div>
        {unsaved::notice(t, move || draft.is_changed(), more, move || draft.discard())}
        <section class="actbar" aria-label=t.standards.acts>
            <button
                type="button"
                class="btn main"
                disabled=move || !draft.can_publish()
                on:click=move |_| draft.publish(done)
            >
                {move || (t.standards.publish)(draft.version())}
            </button>
        </section>
    }
    .into_any()
}

/// Its name, its classes, its first day, and what follows.
fn about(draft: Draft) -> AnyView {
    let t = draft.t;
    let text = |id, label, signal: RwSignal<String>| {
        let entry = Field { id, kind: "text", mode: "text", complete: "off", label };
        ui::field(entry, move || signal.get(), move |text| signal.set(text), || "")
    };
    let names = CLASSES.map(|class| (t.frame.class)(class.letter())).to_vec();
    let picked = move |at: usize| draft.classes.with(|classes| classes.contains(&CLASSES[at]));
    let pick = move |at: usize, on: bool| {
        draft.classes.update(|classes| {
            let wanted = |class: &OutletClass| if *class == CLASSES[at] { on } else { classes.contains(class) };
            *classes = CLASSES.into_iter().filter(wanted).collect();
        });
    };
    let from = Field { id: "standard-from", kind: "date", mode: "none", complete: "off", label: t.standards.from };
    let wrong = move || if draft.first_day().is_none() { t.standards.from_past } else { "" };
    let places = Memo::new(move |_| draft.places());
    let follow = move || {
        let (forms, _) = draft.forms();
        let names: Vec<String> = forms.iter().map(|form| form.title.get(t.language).to_owned()).collect();
        if names.is_empty() { t.standards.no_forms.to_owned() } else { (t.standards.forms)(&names.join(t.frame.list)) }
    };
    view! {
        <div class="twofields">
            {text("standard-name", t.standards.name, draft.name)}
            {text("standard-english", t.standards.english, draft.english)}
            {ui::field(from, move || draft.from.get(), move |text| draft.from.set(text), wrong)}
            {reach::field(t, "standard-for", places, draft.role, move || draft.scope(), draft.reach)}
        </div>
        <h2>{t.standards.classes}</h2>
        {picks(t.standards.classes.to_owned(), true, names, picked, pick)}
        <p class="words">{follow} " " {t.standards.keeps}</p>
    }
    .into_any()
}
