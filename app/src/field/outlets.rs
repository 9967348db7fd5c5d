//! The list of shops, found by name, pinyin initials, code, owner or phone. Thousands are kept as short rows,
//! and only as many are drawn as somebody looks at.

use super::shop::metres_to;
use crate::routes;
use crate::state::{Me, guarded, live, use_state};
use crate::text::Texts;
use crate::ui::{self, Icon, Tab, class_letter, icon, icon_button, skeleton_rows};
use domain::Kind;
use domain::geo::Position;
use domain::id::OutletId;
use domain::records::{Outlet, OutletClass};
use leptos::prelude::*;
use std::sync::Arc;

/// See the module.
#[component]
pub fn Outlets() -> impl IntoView {
    guarded(screen)
}

/// Rows drawn at first, and with each step further.
const PAGE: usize = 50;

/// What the list shows and searches of a shop.
#[derive(Debug, PartialEq)]
struct Row {
    id: OutletId,
    name: String,
    class: OutletClass,
    address: String,
    position: Position,
    /// Everything that is searched, in lower case.
    words: String,
}

impl Row {
    fn of(outlet: Outlet) -> Self {
        let words =
            [&*outlet.name, &outlet.initials, &outlet.code, &outlet.owner, &outlet.phone].join("\n").to_lowercase();
        Self {
            id: outlet.id,
            name: outlet.name,
            class: outlet.class,
            address: outlet.address,
            position: outlet.position,
            words,
        }
    }
}

/// What is looked for.
#[derive(Clone, Copy)]
struct Search {
    text: RwSignal<String>,
    class: RwSignal<Option<OutletClass>>,
    shown: RwSignal<usize>,
}

impl Search {
    fn finds(self, row: &Row) -> bool {
        self.class.get().is_none_or(|class| class == row.class)
            && self.text.with(|text| text.split_whitespace().all(|word| row.words.contains(&word.to_lowercase())))
    }
}

type Shops = Arc<Vec<Row>>;

fn screen(t: Texts, me: Me) -> AnyView {
    let shops = live(&[Kind::Outlet], |phone| async move {
        let mut rows: Vec<Row> =
            phone.all::<Outlet>().await.into_iter().filter(|outlet| outlet.open).map(Row::of).collect();
        rows.sort_unstable_by(|a, b| a.class.cmp(&b.class).then_with(|| a.name.cmp(&b.name)));
        Shops::new(rows)
    });
    let search = Search { text: RwSignal::new(String::new()), class: RwSignal::new(None), shown: RwSignal::new(PAGE) };
    // Another search begins at the top again.
    Effect::new(move |_| {
        search.text.track();
        search.class.track();
        search.shown.set(PAGE);
    });
    let found = Memo::new(move |_| {
        let shops = shops.get()?;
        let found: Vec<usize> = (0..shops.len()).filter(|index| search.finds(&shops[*index])).collect();
        Some(found)
    });
    let body = move || match (shops.get(), found.get()) {
        (Some(shops), _) if shops.is_empty() => ui::empty(Icon::Store, t.outlets.empty, t.outlets.empty_more, None),
        (Some(_), Some(found)) if found.is_empty() => {
            ui::empty(Icon::Search, (t.outlets.nothing)(search.text.get().trim()), t.outlets.nothing_more, None)
        }
        (Some(shops), Some(found)) => list(t, &shops, &found, search),
        _ => skeleton_rows(8),
    };
    let sentence = move || {
        let count = found.with(|found| found.as_ref().map(Vec::len));
        let searched = search.class.with(Option::is_some) || search.text.with(|text| !text.trim().is_empty());
        match count {
            None => String::new(),
            Some(n) if searched => (t.outlets.found)(n),
            Some(n) => (t.outlets.count)(n),
        }
    };
    let head = view! {
        <header class="say"><h1>{sentence}</h1></header>
        // A live region inside the heading would take its name away.
        <p class="vh" role="status">{sentence}</p>
        <div role="search">{seek(t, search)}{classes(t, search)}</div>
    };
    ui::frame(t, &me, Tab::Outlets, head.into_any(), body.into_any(), ui::toasts())
}

fn seek(t: Texts, search: Search) -> AnyView {
    let clear = move || {
        let empty = search.text.with(String::is_empty);
        (!empty).then(|| icon_button(Icon::Close, t.frame.clear, move || search.text.set(String::new())))
    };
    view! {
        <div class="seek">
            <label class="find">
                {icon(Icon::Search)}
                <input
                    type="search"
                    autocomplete="off"
                    enterkeyhint="search"
                    placeholder=t.outlets.search
                    aria-label=t.outlets.search
                    prop:value=move || search.text.get()
                    on:input=move |event| search.text.set(event_target_value(&event))
                />
                {clear}
            </label>
        </div>
    }
    .into_any()
}

fn classes(t: Texts, search: Search) -> AnyView {
    let chip = move |class: Option<OutletClass>| {
        let words = class.map_or_else(|| t.outlets.all.to_owned(), |class| (t.frame.class)(class.letter()));
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || (search.class.get() == class).to_string()
                on:click=move |_| search.class.set(class)
            >
                {words}
            </button>
        }
    };
    let choices = [None, Some(OutletClass::A), Some(OutletClass::B), Some(OutletClass::C), Some(OutletClass::D)];
    view! { <div class="chips">{choices.map(chip).collect_view()}</div> }.into_any()
}

fn list(t: Texts, shops: &Shops, found: &[usize], search: Search) -> AnyView {
    let shown = search.shown.get().min(found.len());
    let rows = found[..shown].iter().map(|index| row(t, &shops[*index])).collect_view();
    let left = found.len() - shown;
    let more = (left > 0).then(|| {
        view! {
            <div class="pad">
                <button type="button" class="btn wide" on:click=move |_| search.shown.update(|shown| *shown += 2 * PAGE)>
                    {(t.outlets.more)(left.min(2 * PAGE))}
                </button>
            </div>
        }
    });
    view! {
        <div class="group">{rows}</div>
        {more}
    }
    .into_any()
}

fn row(t: Texts, row: &Row) -> AnyView {
    let state = use_state();
    let position = row.position;
    let distance = move || metres_to(state, position).map(t.measure.distance);
    view! {
        <a class="outlet" href=routes::outlet(row.id)>
            <span class="grow">
                <span class="name">
                    <span class="cut">{row.name.clone()}</span>
                    {class_letter(row.class)}
                </span>
                <span class="w cut">{row.address.clone()}</span>
            </span>
            <span class="end">{distance}</span>
        </a>
    }
    .into_any()
}
