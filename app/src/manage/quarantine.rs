//! What the server may not simply apply and keeps for a manager (P21, P22): a list of matters beside one of them.
//! It is read and decided like everything else, so also without a network.

mod detail;
mod shelf;

use super::split::split;
use crate::routes;
use crate::state::{Me, Phone, guarded, live, use_state};
use crate::text::Texts;
use crate::ui::{self, Icon, SyncMark, chip, icon, line_link};
use domain::Kind;
use domain::id::QuarantineId;
use domain::records::Quarantine as Kept;
use domain::time::Offset;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};
use shelf::{Matter, Shelf};

/// `/quarantine`, and `/quarantine/:id` for one matter.
#[component]
pub fn Quarantine() -> impl IntoView {
    let navigate = StoredValue::new(use_navigate());
    let params = use_params_map();
    let picked =
        Memo::new(move |_| params.with(|params| params.get("id").and_then(|id| id.parse::<QuarantineId>().ok())));
    guarded(move |t, me| {
        if me.role.manages() {
            return screen(t, me, picked);
        }
        let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
        Effect::new(move |_| navigate.with_value(|go| go(routes::OUTBOX, replace.clone())));
        ui::skeleton_page(t)
    })
}

/// The way here from the visits, while something waits.
pub fn way(t: Texts) -> AnyView {
    let waiting = live(&[Kind::Quarantine], shelf::count);
    (move || {
        let count = waiting.get().unwrap_or_default();
        (count > 0).then(|| view! { <a class="btn small" href=routes::QUARANTINE>{(t.quarantine.way)(count)}</a> })
    })
    .into_any()
}

/// What waits, the oldest first.
pub(super) async fn waiting(phone: Phone, offset: Offset) -> Vec<Matter> {
    shelf::read(phone, offset).await.waiting
}

/// The way here from one's own page.
pub fn row(t: Texts) -> AnyView {
    line_link(
        routes::QUARANTINE.to_owned(),
        icon(Icon::Shield),
        t.quarantine.title.to_owned(),
        t.quarantine.row_more.into_any(),
    )
}

fn screen(t: Texts, me: Me, picked: Memo<Option<QuarantineId>>) -> AnyView {
    let offset = me.offset;
    let found = live(shelf::KINDS, move |phone| shelf::read(phone, offset));
    let any = move || picked.get().is_some();
    let matter = Memo::new(move |_| {
        let id = picked.get()?;
        found.with(|shelf| {
            let shelf = shelf.as_ref()?;
            let all = shelf.waiting.iter().chain(&shelf.settled);
            // Parts that were decided may stand under another first one: whichever holds the named part is meant.
            all.clone()
                .find(|matter| matter.id == id)
                .or_else(|| shelf.settled.iter().find(|matter| matter.parts.iter().any(|part| part.id == id)))
                .cloned()
        })
    });
    // Not what was read itself: a reason that is being typed stays when something on the shelf changes.
    let loaded = Memo::new(move |_| found.with(Option::is_some));
    let waits = Memo::new(move |_| found.with(|shelf| shelf.as_ref().is_some_and(|shelf| !shelf.waiting.is_empty())));
    let body = move || match (picked.get(), loaded.get()) {
        (None, _) if waits.get() => ui::empty(Icon::Shield, t.quarantine.pick, t.quarantine.pick_more, None),
        (None, _) => ().into_any(),
        (Some(_), false) => ui::skeleton_rows(4),
        (Some(_), true) => {
            let says = move || {
                matter.with(|matter| match matter {
                    Some(matter) => detail::detail(t, offset, matter),
                    None => ui::empty(Icon::Help, t.quarantine.unknown, "", None),
                })
            };
            view! {
                {says}
                {detail::acts(t, matter)}
            }
            .into_any()
        }
    };
    split(t, &me, any, t.quarantine.pick, list(t, offset, found, picked).into_any(), body.into_any())
}

fn list(t: Texts, offset: Offset, found: ReadSignal<Option<Shelf>>, picked: Memo<Option<QuarantineId>>) -> AnyView {
    let head = move || {
        let (sentence, more) = found.with(|shelf| match shelf.as_ref().map(|shelf| shelf.waiting.len()) {
            None => (String::new(), ""),
            Some(0) => (t.quarantine.none.to_owned(), t.quarantine.none_more),
            Some(n) => ((t.quarantine.head)(n), t.quarantine.head_more),
        });
        view! {
            <div class="bar">
                <a class="ib" href=routes::VISITS aria-label=t.frame.back>{icon(Icon::Back)}</a>
                <p class="meta grow cut">{t.quarantine.title}</p>
            </div>
            <div class="say">
                // An empty heading would be read out as one.
                {(!sentence.is_empty()).then(|| view! { <h1>{sentence}</h1> })}
                <p>{more}</p>
            </div>
        }
    };
    let rows = move || {
        found.with(|shelf| {
            let Some(shelf) = shelf else { return ui::skeleton_rows(6) };
            let settled = (!shelf.settled.is_empty()).then(|| {
                view! {
                    {ui::section(t.quarantine.settled, "")}
                    <ol>{shelf.settled.iter().map(|matter| line(t, offset, matter, picked)).collect_view()}</ol>
                }
            });
            view! {
                <ol>{shelf.waiting.iter().map(|matter| line(t, offset, matter, picked)).collect_view()}</ol>
                {settled}
            }
            .into_any()
        })
    };
    view! {
        <div
            class="list vlist"
            role=move || if picked.get().is_some() { "complementary" } else { "main" }
            aria-label=t.quarantine.title
            id=move || picked.get().is_none().then_some("main")
            tabindex="-1"
        >
            {head}
            <div class="scroll">{rows}</div>
        </div>
    }
    .into_any()
}

fn line(t: Texts, offset: Offset, matter: &Matter, picked: Memo<Option<QuarantineId>>) -> Option<AnyView> {
    let first = matter.first()?;
    let id = matter.id;
    let state = use_state();
    let came = first.received_at;
    let what: Vec<String> = matter.deeds().into_iter().map(|(deed, count)| deed.words(t, count)).collect();
    let title = if matter.shop.is_empty() { first.rep_name.clone() } else { matter.shop.clone() };
    let (mark, words) = standing(t, matter, first);
    Some(
        view! {
            <li>
                <a
                    class="vrow"
                    href=routes::quarantine(id)
                    aria-current=move || (picked.get() == Some(id)).then_some("true")
                >
                    <span class="t cut">{title}</span>
                    <span class="w">{move || t.time.when(came, state.clock.get(), offset)}</span>
                    <span class="w cut">{first.rep_name.clone()}{t.frame.dot}{what.join(t.frame.list)}</span>
                    {chip(mark, words)}
                </a>
            </li>
        }
        .into_any(),
    )
}

fn standing(t: Texts, matter: &Matter, kept: &Kept) -> (SyncMark, String) {
    match &kept.reviewed {
        None => (SyncMark::Refused, (t.quarantine.things)(matter.parts.len())),
        Some(reviewed) if kept.is_accepted() => (SyncMark::Server, (t.quarantine.accepted_by)(&reviewed.by_name)),
        Some(reviewed) => (SyncMark::Refused, (t.quarantine.returned_by)(&reviewed.by_name)),
    }
}
