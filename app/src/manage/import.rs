//! 导入表格 (F105): a table is handed in, the server says what it would change and what is wrong with it, and only then is it
//! imported; what was imported can be taken back. All of it is the server's work, so it needs a network.

mod changes;
mod columns;
mod desk;
mod faults;
mod file;
mod past;

use crate::routes;
use crate::state::{Me, managed};
use crate::text::Texts;
use crate::ui::{self, Icon, Tab, icon, line_link, skeleton_rows};
use desk::{Desk, Got};
use domain::records::Role;
use domain::rules::import::Sort;
use leptos::prelude::*;
use sync::wire::ImportCheck;

/// `/settings/import`. A rep who comes here goes to their own page.
#[component]
pub fn Import() -> impl IntoView {
    managed(screen)
}

/// The way here from the settings.
pub fn row(t: Texts) -> AnyView {
    line_link(routes::IMPORT.to_owned(), icon(Icon::Download), t.import.title.to_owned(), t.import.row_more.into_any())
}

fn screen(t: Texts, me: Me) -> AnyView {
    let desk = Desk::new();
    let offset = me.offset;
    Effect::new(move |_| desk.ask_past());
    let head = move || {
        let (sentence, more) = desk.got.with(|got| sentence(t, got));
        ui::back_and_say(t, routes::SETTINGS, t.import.title, sentence, more)
    };
    let body = view! {
        {sorts(t, desk, me.role)}
        <div class="pad">{file::slot(t, desk)}{file::empty(t, desk)}</div>
        <div aria-live="polite">{move || desk.got.with(|got| found(t, desk, got))}</div>
        {past::past(t, desk, offset)}
    };
    let foot = move || match desk.got.with(|got| act(t, desk, got)) {
        Some(act) => ui::dock(t.import.act, act),
        None => ui::toasts(),
    };
    ui::frame(t, &me, Tab::Settings, head.into_any(), body.into_any(), foot.into_any())
}

fn sentence(t: Texts, got: &Got) -> (String, &'static str) {
    match got {
        Got::Checked(check) if check.new + check.changed + check.wrong == 0 && check.lacks.is_none() => {
            (t.import.nothing.to_owned(), "")
        }
        Got::Checked(check) => ((t.import.found)(check.new, check.changed, check.wrong), t.import.found_more),
        Got::Nothing | Got::Reading | Got::Offline | Got::Stale | Got::Unreadable(_) => {
            (t.import.head.to_owned(), t.import.head_more)
        }
    }
}

/// What the table holds. What the whole company shares is not a region's to change.
fn sorts(t: Texts, desk: Desk, role: Role) -> AnyView {
    let offered = Sort::ALL.into_iter().filter(|sort| *sort != Sort::Products || role.sees_all());
    let chips = offered
        .map(|sort| {
            let pressed = move || (desk.sort.get() == sort).to_string();
            view! {
                <button
                    type="button"
                    class="chip"
                    aria-pressed=pressed
                    disabled=move || desk.busy.get()
                    on:click=move |_| desk.choose(sort)
                >
                    {(t.import.sort)(sort)}
                </button>
            }
        })
        .collect_view();
    view! { <div class="chips wrap import-sorts" role="group" aria-label=t.import.what>{chips}</div> }.into_any()
}

fn found(t: Texts, desk: Desk, got: &Got) -> AnyView {
    let again = |words| {
        let again = view! {
            <button type="button" class="btn" on:click=move |_| desk.check(None)>{words}</button>
        };
        Some(again.into_any())
    };
    match got {
        Got::Nothing => ().into_any(),
        Got::Reading => view! { <p class="vh">{t.import.reading}</p>{skeleton_rows(4)} }.into_any(),
        Got::Offline => ui::empty(Icon::WifiOff, t.import.offline, t.import.offline_more, again(t.frame.again)),
        Got::Stale => ui::empty(Icon::Refresh, t.import.stale, t.import.stale_more, again(t.import.again)),
        Got::Unreadable(why) => ui::fault(t.import.unreadable, (t.import.unreadable_why)(*why), "", None),
        Got::Checked(check) => view! {
            {counts(t, check)}
            {columns::columns(t, desk, check)}
            {faults::faults(t, check)}
            {changes::twins(t, check)}
            {changes::changes(t, check)}
        }
        .into_any(),
    }
}

fn counts(t: Texts, check: &ImportCheck) -> AnyView {
    let numbers = [check.rows, check.new, check.changed, check.same, check.wrong];
    let each = t
        .import
        .counts
        .into_iter()
        .zip(numbers)
        .map(|(name, number)| view! { <div><dt>{name}</dt><dd>{number}</dd></div> })
        .collect_view();
    view! { <dl class="import-counts">{each}</dl> }.into_any()
}

/// The one bright act, once there is something to import.
fn act(t: Texts, desk: Desk, got: &Got) -> Option<AnyView> {
    let Got::Checked(check) = got else { return None };
    let rows = check.new + check.changed;
    let sort = desk.sort.get_untracked();
    let (words, plan) = ((t.import.import)(sort, rows, check.wrong), StoredValue::new(check.plan.clone()));
    (rows > 0).then(|| {
        view! {
            <button
                type="button"
                class="btn main wide"
                disabled=move || desk.busy.get()
                on:click=move |_| desk.import(t, plan.get_value())
            >
                {words}
            </button>
        }
        .into_any()
    })
}
