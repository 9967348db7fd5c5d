//! 导出 (F106): every list as text or as a workbook, and photos as one archive, of the days that are asked for. The server
//! writes them, so it needs a network.

use crate::routes;
use crate::state::{Me, Phone, guarded, use_state};
use crate::text::Texts;
use crate::ui::{self, Field, Icon, Tab, icon, icon_small, line_link};
use jiff::ToSpan;
use jiff::civil::Date;
use leptos::prelude::*;

/// The lists, as the server calls them, and whether they are asked for from day to day.
const LISTS: [(&str, bool); 8] = [
    ("visits", true),
    ("tasks", true),
    ("outlets", false),
    ("dealers", false),
    ("sub-distributors", false),
    ("products", false),
    ("candidates", false),
    ("agreements", false),
];

/// `/settings/export`.
#[component]
pub fn Export() -> impl IntoView {
    guarded(screen)
}

/// The way here from the settings.
pub fn row(t: Texts) -> AnyView {
    line_link(routes::EXPORT.to_owned(), icon(Icon::Download), t.export.title.to_owned(), t.export.row_more.into_any())
}

fn screen(t: Texts, me: Me) -> AnyView {
    let today = Phone.now().date(me.offset);
    let (from, to) = (RwSignal::new(today.first_of_month().to_string()), RwSignal::new(today.to_string()));
    let window = move || format!("?from={}&to={}", from.get(), to.get());
    let state = use_state();
    let online = move || state.sync.with(|sync| sync.online != Some(false));
    let head = ui::back_and_say(t, routes::SETTINGS, t.export.title, t.export.head.to_owned(), t.export.head_more);
    let files = move || {
        if !online() {
            return ui::empty(Icon::WifiOff, t.export.offline, t.export.offline_more, None);
        }
        let [with_days, whole] = [true, false].map(|days| {
            let of = LISTS.iter().enumerate().filter(move |(_, (_, with))| *with == days);
            of.map(|(at, (name, _))| list(t, t.export.lists[at], name, days.then(&window).unwrap_or_default()))
                .collect_view()
        });
        view! {
            {ui::section(t.export.of_days, "")}
            <div class="pad">{days(t, today, from, to)}</div>
            <ul class="group">{with_days}{photos(t, window())}</ul>
            {ui::section(t.export.whole, "")}
            <ul class="group">{whole}</ul>
        }
        .into_any()
    };
    ui::frame(t, &me, Tab::Settings, head, files.into_any(), ui::toasts())
}

/// The days, and two that are asked for most.
fn days(t: Texts, today: Date, from: RwSignal<String>, to: RwSignal<String>) -> AnyView {
    let field = |id, label| Field { id, kind: "date", mode: "none", complete: "off", label };
    let this = today.first_of_month();
    let last = this.saturating_sub(1.month());
    let month = move |words: &'static str, first: Date, end: Date| {
        let (first, end) = (first.to_string(), end.to_string());
        let (begins, ends) = (first.clone(), end.clone());
        let chosen = move || from.with(|from| *from == begins) && to.with(|to| *to == ends);
        let choose = move |_| {
            from.set(first.clone());
            to.set(end.clone());
        };
        view! { <button type="button" class="chip" aria-pressed=move || chosen().to_string() on:click=choose>{words}</button> }
    };
    view! {
        <div class="chips">
            {month(t.export.this_month, this, today)}
            {month(t.export.last_month, last, last.last_of_month())}
        </div>
        <div class="two">
            {ui::field(field("export-from", t.export.from), move || from.get(), move |day| from.set(day), || "")}
            {ui::field(field("export-to", t.export.to), move || to.get(), move |day| to.set(day), || "")}
        </div>
    }
    .into_any()
}

fn list(t: Texts, words: &'static str, name: &str, window: String) -> AnyView {
    let file = |ending: &'static str, kind: &'static str| {
        let href = format!("/api/v1/export/{name}.{ending}{window}");
        download(href, kind, (t.export.as_file)(words, kind))
    };
    view! {
        <li class="line">
            <span class="grow t">{words}</span>
            {file("xlsx", "Excel")}
            {file("csv", "CSV")}
        </li>
    }
    .into_any()
}

fn photos(t: Texts, window: String) -> AnyView {
    let href = format!("/api/v1/export/photos.zip{window}");
    view! {
        <li class="line">
            <span class="grow">
                <span class="t">{t.export.photos}</span>
                <span class="w">{t.export.photos_more}</span>
            </span>
            {download(href, "ZIP", (t.export.as_file)(t.export.photos, "ZIP"))}
        </li>
    }
    .into_any()
}

fn download(href: String, kind: &'static str, said: String) -> AnyView {
    view! {
        <a class="chip" href=href rel="external" download aria-label=said>
            {icon_small(Icon::Download)}
            {kind}
        </a>
    }
    .into_any()
}
