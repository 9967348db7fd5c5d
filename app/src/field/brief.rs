//! What to know before entering a shop, on one screen: the last visit, its photos, what is owed there, what has changed
//! since the one before, what competitors do. The dock checks in.

mod arrive;
mod changed;
mod file;
mod last;
mod reason;
mod rhythm;
mod rivals;

use super::names::slot_name;
use super::shop::reach_buttons;
use crate::routes;
use crate::state::{Me, guarded, live};
use crate::text::Texts;
use crate::ui::{self, Icon, class_letter, icon, line_link, skeleton_rows};
use domain::Kind;
use domain::id::OutletId;
use domain::records::{Task, TaskKind};
use file::File;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// See the module.
#[component]
pub fn Brief() -> impl IntoView {
    let params = use_params_map();
    guarded(move |t, me| match params.with(|params| params.get("id").and_then(|id| id.parse().ok())) {
        Some(id) => screen(t, &me, id),
        None => unknown(t),
    })
}

const KINDS: &[Kind] =
    &[Kind::Outlet, Kind::Visit, Kind::Task, Kind::Photo, Kind::JourneyPlan, Kind::Checklist, Kind::Sighting];

fn screen(t: Texts, me: &Me, id: OutletId) -> AnyView {
    let whose = me.clone();
    let query = use_query_map();
    let file = live(KINDS, move |phone| {
        let purpose = query.with(|query| query.get("for").as_deref().and_then(routes::purpose));
        file::read(phone, whose.clone(), id, purpose)
    });
    let arrival = arrive::Arrival::begin();
    let me = me.clone();
    let content = move || match file.get() {
        None => view! {
            {ui::back_bar(t, routes::TODAY, "", ().into_any())}
            <main class="page surf" id="main" tabindex="-1">{skeleton_rows(5)}</main>
        }
        .into_any(),
        Some(None) => unknown(t),
        Some(Some(file)) => brief(t, &me, &file, arrival),
    };
    ui::frame_bare(content.into_any())
}

fn brief(t: Texts, me: &Me, file: &File, arrival: arrive::Arrival) -> AnyView {
    let outlet = &file.outlet;
    let place = match file.stop {
        Some((number, of)) => (t.brief.stop_of)(number, of),
        None => t.brief.off_route.to_owned(),
    };
    let supply = match &file.supplier {
        file::Supplier::SubDistributor(name) => (t.brief.by_sub_distributor)(name),
        file::Supplier::Dealer(name) => (t.brief.by_dealer)(name),
        file::Supplier::Nobody => t.brief.open_supply.to_owned(),
    };
    let owner = if outlet.owner.is_empty() { String::new() } else { (t.brief.owner)(&outlet.owner) + t.frame.dot };
    // A manager comes to a shop from the stops of the day.
    let back = if me.role.manages() && !outlet.partner { routes::NOW.to_owned() } else { routes::before(Some(outlet)) };
    view! {
        <header>
            <div class="bar">
                <a class="ib" href=back aria-label=t.frame.back>{icon(Icon::Back)}</a>
                <p class="meta grow cut">{place}</p>
            </div>
            <div class="shophead">
                <h1>{outlet.name.clone()}</h1>
                <p class="sub">
                    {class_letter(outlet.class)}
                    <span>{owner}{supply}</span>
                </p>
            </div>
        </header>
        <main class="page surf" id="main" tabindex="-1">
            <div class="group open">
                {last::last_visit(t, me, file)}
                {file.tasks.iter().map(|task| owed(t, file, task)).collect_view()}
                {changed::changed(t, file)}
                {rivals::rivals(t, me.offset, file)}
                {about(t, file)}
            </div>
        </main>
        {arrive::dock(t, me, file, arrival, reach_buttons(t, outlet, false))}
    }
    .into_any()
}

/// Something open at this shop, the reason first.
fn owed(t: Texts, file: &File, task: &Task) -> AnyView {
    let late = super::tasks::days_late(task, file.today);
    let due = match late {
        0 => (t.brief.due)(&(t.time.day)(task.due)),
        days => (t.brief.overdue)(days),
    };
    let (title, who, glyph) = match &task.kind {
        TaskKind::Redo { reasons, item, slot, .. } => {
            let what = slot_name(t, file.checklist.as_ref(), item, slot);
            let why: Vec<&str> = reasons.iter().map(|reason| (t.frame.redo_reason)(*reason)).collect();
            let glyph = view! { <span class="refused">{icon(Icon::Refused)}</span> }.into_any();
            let mut who = format!("{}{}{}", task.asked_by_name, t.frame.colon, why.join(t.frame.list));
            if let Some(missed) = super::tasks::missed(t, task) {
                who = format!("{who}{}{missed}", t.frame.dot);
            }
            ((t.brief.redo)(&what), who, glyph)
        }
        TaskKind::FollowUp { what } => {
            let glyph = view! { <span class="owed">{icon(Icon::Clock)}</span> }.into_any();
            (what.clone(), task.asked_by_name.clone(), glyph)
        }
    };
    let class = if late > 0 { "owed b" } else { "" };
    let second = view! {
        {who}
        {t.frame.dot}
        <span class=class>{due}</span>
    };
    line_link(routes::TASKS.to_owned(), glyph, title, second.into_any())
}

fn about(t: Texts, file: &File) -> AnyView {
    let outlet = &file.outlet;
    view! {
        <details class="fold">
            <summary>{t.brief.about}</summary>
            <dl class="facts-list">
                <dt>{t.brief.address}</dt>
                <dd>{outlet.address.clone()}</dd>
                <dt>{t.brief.trade}</dt>
                <dd>{outlet.channel.clone()}</dd>
                <dt>{t.brief.code}</dt>
                <dd>{outlet.code.clone()}</dd>
            </dl>
        </details>
    }
    .into_any()
}

/// Not on this phone: it may have gone to somebody else.
fn unknown(t: Texts) -> AnyView {
    let act = view! { <a class="btn" href=routes::OUTLETS>{t.today.empty_act}</a> }.into_any();
    view! {
        {ui::back_bar(t, routes::TODAY, t.frame.outlets, ().into_any())}
        <main class="page" id="main" tabindex="-1">
            {ui::empty(Icon::Store, t.brief.unknown, t.brief.unknown_more, Some(act))}
        </main>
    }
    .into_any()
}
