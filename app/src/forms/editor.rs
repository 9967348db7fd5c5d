//! Editing a form beside the phone that shows it. What is edited is kept on this device until it is published, so that
//! a closed tab takes nothing with it.

mod about;
mod add;
mod answer;
mod begin;
mod checks;
mod condition;
mod desk;
mod details;
mod entries;
mod fields;
mod flawed;
mod formula;
mod photo;
mod publish;
mod question;
mod replaced;
mod step;

pub use desk::{Desk, Opened};

use super::{history, trial};
use crate::routes;
use crate::state::{Me, guarded, live};
use crate::text::Texts;
use crate::ui::{self, Icon, Tab, skeleton_rows};
use begin::{Begun, Held};
use domain::records::Purpose;
use domain::{Kind, Scope};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// `/settings/forms/:lineage`; with `?for=` a form that there is not yet, with `?in=` what some have of their own.
#[component]
pub fn FormPage() -> impl IntoView {
    let (params, query) = (use_params_map(), use_query_map());
    guarded(move |t, me| {
        let lineage = params.with(|params| params.get("lineage")).unwrap_or_default();
        let purpose = query.with(|query| query.get("for"));
        let scope = query.with(|query| query.get("in")).and_then(|scope| scope.parse().ok()).unwrap_or_default();
        screen(t, me, lineage, purpose.map(|word| routes::purpose(&word).unwrap_or_default()), scope)
    })
}

fn screen(t: Texts, me: Me, lineage: String, purpose: Option<Purpose>, scope: Scope) -> AnyView {
    let key = StoredValue::new(lineage);
    let held = live(&[Kind::Checklist, Kind::Product, Kind::DisplayStandard, Kind::Territory], move |phone| {
        let lineage = key.get_value();
        async move { begin::read(phone, lineage, scope).await }
    });
    // What is being edited is not taken away by a version that arrives meanwhile.
    let begun = Memo::new(move |before: Option<&Option<Option<Begun>>>| match before {
        Some(Some(Some(begun))) => Some(Some(begun.clone())),
        _ => held.with(|held| held.as_ref().map(|held| held.begin(&key.get_value(), purpose, scope))),
    });
    let me = StoredValue::new(me);
    let draw = move || match begun.get() {
        None => around(t, me, t.forms.title.to_owned(), skeleton_rows(6), ().into_any()),
        Some(None) => {
            around(t, me, t.forms.title.to_owned(), ui::empty(Icon::Task, t.forms.unknown, "", None), ().into_any())
        }
        Some(Some(begun)) => open(t, me, begun, held),
    };
    draw.into_any()
}

fn open(t: Texts, me: StoredValue<Me>, begun: Begun, held: ReadSignal<Option<Held>>) -> AnyView {
    let desk = Desk::new(t, me, begun, held);
    desk.keep_unpublished();
    desk.follow();
    let title = move || {
        let title = desk.list.with(|list| list.title.get(t.language).to_owned());
        if title.trim().is_empty() { t.forms.editor.untitled.to_owned() } else { title }
    };
    let past = RwSignal::new(false);
    let body = view! {
        <div class="formdesk">
            <section class="questions" aria-label=t.forms.editor.questions>
                <h2 class="qgroup">{t.forms.editor.questions}</h2>
                {about::about(desk)}
                <ol class="formlist">
                    <For each=move || desk.keys.get() key=Clone::clone children=move |key| question::question(desk, key)/>
                </ol>
                {add::add(desk)}
                {history::row(desk, past)}
            </section>
            <section class="onphone" aria-label=t.forms.preview>
                <h2>{t.forms.preview}</h2>
                {trial::phone(desk)}
            </section>
        </div>
        {history::sheet(desk, past)}
    };
    let head = (move || ui::back_and_say(t, routes::FORMS, t.forms.title, title(), "")).into_any();
    framed(t, me, head, body.into_any(), ui::dock(t.forms.title, publish::publish(desk, past)))
}

fn around(t: Texts, me: StoredValue<Me>, title: String, body: AnyView, foot: AnyView) -> AnyView {
    framed(t, me, ui::back_and_say(t, routes::FORMS, t.forms.title, title, ""), body, foot)
}

/// Wider than other screens: a phone stands beside the questions.
fn framed(t: Texts, me: StoredValue<Me>, head: AnyView, body: AnyView, foot: AnyView) -> AnyView {
    let tabs = me.with_value(|me| ui::tabs(t, me, Tab::Settings));
    view! {
        <div class="app">
            <a class="skip" href="#main" rel="external">{t.frame.to_content}</a>
            {tabs}
            <div class="screen">
                {head}
                <main class="page surf" id="main" tabindex="-1">{body}</main>
                {foot}
            </div>
        </div>
    }
    .into_any()
}
