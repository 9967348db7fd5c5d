//! A person's own page: who they are here, how the app looks, what the phone holds, and the way out.

use super::{devices, install, leave, login, preferences, storage, update};
use crate::routes;
use crate::state::{Me, guarded, use_state};
use crate::text::Texts;
use crate::ui::{self, Tab};
use domain::Kind;
use domain::records::JourneyPlan;
use domain::{Index, rules::plan::is_walked_on};
use leptos::prelude::*;

/// See the module.
#[component]
pub fn MyPage() -> impl IntoView {
    guarded(|t, me| {
        let head = head(t, &me);
        let body = view! {
            {expired(t)}
            {lost(t)}
            {update::update_row(t)}
            <div class="group">{crate::team::row(t, me.role.manages())}{away(t, &me)}{office(t, &me)}</div>
            <div class="group">{preferences::preferences(t)}</div>
            <div class="group">{about_me(t)}{clock(t)}</div>
            <div class="group">{password(t)}</div>
            {crate::lock::security(t)}
            <div class="group">{storage::storage(t)}</div>
            <div class="pad">{install::install_hint(t)}</div>
            {devices::devices(t, &me)}
            <div class="group">{leave::leave(t)}</div>
            <p class="colophon">{(t.account.version)(env!("CARGO_PKG_VERSION"))}</p>
        };
        let here = if me.role.manages() { Tab::Settings } else { Tab::Me };
        ui::frame(t, &me, here, head, body.into_any(), ui::toasts())
    })
}

/// The way to one's leaves, or for whoever settles them to everybody's.
fn away(t: Texts, me: &Me) -> AnyView {
    let (href, more) = match me.role.manages() {
        true => (routes::AWAY, t.away.row_more_manager),
        false => (routes::MY_AWAY, t.away.row_more),
    };
    ui::line_link(href.to_owned(), ui::icon(ui::Icon::Person), t.away.title.to_owned(), more.into_any())
}

/// The ways to what a manager looks after: what is kept for a decision, everybody's phones, shops, people, forms and tables.
fn office(t: Texts, me: &Me) -> Option<AnyView> {
    let rows = || {
        let (kept, phones) = (crate::manage::quarantine_row(t), crate::manage::devices_row(t));
        (
            kept,
            phones,
            crate::manage::setup_row(t),
            crate::manage::people_row(t),
            crate::manage::planning_row(t),
            crate::manage::products_row(t),
            crate::manage::standards_row(t),
            crate::forms::row(t),
            crate::manage::import_row(t),
            crate::manage::export_row(t),
            crate::manage::tokens_row(t),
            crate::manage::webhooks_row(t),
        )
            .into_any()
    };
    me.role.manages().then(rows)
}

fn head(t: Texts, me: &Me) -> AnyView {
    let state = use_state();
    let (owner, offset) = (me.id, me.offset);
    let routes = crate::state::live(&[Kind::JourneyPlan], move |phone| async move {
        let today = phone.now().date(offset);
        let plans = phone.find::<JourneyPlan>(Index::PlansOf(owner)).await;
        plans.iter().filter(|plan| is_walked_on(plan, today)).map(|plan| plan.name.clone()).collect::<Vec<_>>()
    });
    let role = (t.frame.role)(me.role);
    let line = move || {
        let names = routes.get().unwrap_or_default().join(t.frame.list);
        if names.is_empty() { role.to_owned() } else { format!("{names}{}{role}", t.frame.dot) }
    };
    let initial: String = me.name.chars().take(1).collect();
    view! {
        <header class="me">
            <span class="av l" aria-hidden="true">{initial}</span>
            <div class="grow">
                <h1>{me.name.clone()}</h1>
                <p>{line}</p>
            </div>
            <span class="st quiet" hidden=move || !state.sync.with(|sync| sync.is_offline())>
                {ui::icon_small(ui::Icon::WifiOff)}
                {t.frame.offline}
            </span>
        </header>
    }
    .into_any()
}

/// The way to what is stored about them.
fn about_me(t: Texts) -> AnyView {
    ui::line_link(
        routes::MY_DATA.to_owned(),
        ui::icon(ui::Icon::Shield),
        t.account.data.to_owned(),
        t.account.data_why.into_any(),
    )
}

/// The way to another password.
fn password(t: Texts) -> AnyView {
    let href = routes::MY_PASSWORD.to_owned();
    ui::line_link(href, ui::icon(ui::Icon::Lock), t.password.title.to_owned(), t.password.row_more.into_any())
}

/// Whether the phone's clock is right, as the server measured it (F111).
fn clock(t: Texts) -> AnyView {
    let state = use_state();
    let off = Memo::new(move |_| state.sync.with(|sync| (sync.minutes_off(), sync.last_contact.is_some())));
    let words = move || match off.get() {
        (Some(minutes), _) => (t.account.clock_off)(minutes),
        (None, true) => t.account.clock_right.to_owned(),
        (None, false) => t.account.clock_unknown.to_owned(),
    };
    view! {
        <div class="line">
            {ui::icon(ui::Icon::Clock)}
            <span class="grow">
                <span class="t">{t.account.clock}</span>
                <span class="w">{words}</span>
            </span>
        </div>
    }
    .into_any()
}

fn expired(t: Texts) -> AnyView {
    let state = use_state();
    (move || {
        state.sync.with(|sync| sync.logged_out).then(|| {
            view! {
                <section class="fault owed">
                    <h2>{ui::icon(ui::Icon::Lock)}{t.account.expired}</h2>
                    <p>{t.account.expired_why}</p>
                    <div class="acts">{login::link(t)}</div>
                </section>
            }
        })
    })
    .into_any()
}

/// Work that was made here and is gone: said loudly, never quietly counted away (P3).
fn lost(t: Texts) -> AnyView {
    let state = use_state();
    (move || {
        let (lost, damaged, gone) = state.sync.with(|sync| (sync.lost, sync.damaged, sync.gone));
        let here =
            (lost + damaged > 0).then(|| ui::fault((t.account.lost)(lost, damaged), t.account.lost_more, "", None));
        let there = (gone > 0).then(|| ui::fault((t.account.gone)(gone), t.account.gone_more, "", None));
        (here, there)
    })
    .into_any()
}
