//! The main navigation: tabs under the thumb on a phone, a rail at the left on a tablet. Which entries there are
//! goes by role.

use super::jump::{self, shortcut};
use super::{Icon, icon, logo};
use crate::routes;
use crate::state::{Me, live, use_state};
use crate::text::Texts;
use domain::records::Task;
use domain::{Index, Kind};
use leptos::prelude::*;

/// A place of the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// 今天.
    Today,
    /// 门店.
    Outlets,
    /// 任务.
    Tasks,
    /// 发件箱.
    Outbox,
    /// 我.
    Me,
    /// 现在, the manager's.
    Now,
    /// 拜访, the manager's.
    Visits,
    /// 伙伴, the manager's.
    Partners,
    /// 趋势, the manager's.
    Trends,
    /// 设置, the manager's.
    Settings,
}

/// See the module.
pub fn tabs(t: Texts, me: &Me, here: Tab) -> AnyView {
    let manages = me.role.manages();
    if manages {
        jump::listen();
    }
    let entry = move |tab: Tab, to: &'static str, which: Icon, words: &'static str, badge: Option<AnyView>| {
        view! {
            <a href=to aria-keyshortcuts=manages.then(|| shortcut(to)).flatten() aria-current=(tab == here).then_some("page") class:foot-link=tab == Tab::Settings>
                {icon(which)}
                {badge}
                <span>{words}</span>
            </a>
        }
    };
    let outbox = || Some(outbox_badge());
    let entries = if me.role.manages() {
        view! {
            {entry(Tab::Now, routes::NOW, Icon::MapPin, t.now.title, None)}
            {entry(Tab::Visits, routes::VISITS, Icon::Store, t.manage.visits, None)}
            {entry(Tab::Partners, routes::PARTNERS, Icon::Person, t.partner.title, None)}
            {entry(Tab::Trends, routes::TRENDS, Icon::Trend, t.trends.title, None)}
            {entry(Tab::Outbox, routes::OUTBOX, Icon::Outbox, t.frame.outbox, outbox())}
            {entry(Tab::Settings, routes::SETTINGS, Icon::Gear, t.manage.settings, None)}
        }
        .into_any()
    } else {
        view! {
            {entry(Tab::Today, routes::TODAY, Icon::Today, t.frame.today, None)}
            {entry(Tab::Outlets, routes::OUTLETS, Icon::Store, t.frame.outlets, None)}
            {entry(Tab::Tasks, routes::TASKS, Icon::Task, t.frame.tasks, Some(task_badge(me)))}
            {entry(Tab::Outbox, routes::OUTBOX, Icon::Outbox, t.frame.outbox, outbox())}
            {entry(Tab::Me, routes::ME, Icon::Person, t.frame.me, None)}
        }
        .into_any()
    };
    let class = if me.role.manages() { "rail" } else { "tabs" };
    view! { <nav class=class aria-label=t.frame.navigation>{logo()}{entries}</nav> }.into_any()
}

/// Open tasks, in crimson.
fn task_badge(me: &Me) -> AnyView {
    let owner = me.id;
    let open = live(&[Kind::Task], move |phone| async move {
        phone.find::<Task>(Index::TasksOf(owner)).await.iter().filter(|task| task.is_open()).count()
    });
    badge("badge", move || open.get().unwrap_or(0))
}

/// What the server does not have, or has sent back, in ochre.
fn outbox_badge() -> AnyView {
    let sync = use_state().sync;
    badge("badge o", move || sync.with(|sync| sync.waiting + sync.sent_back + sync.photos_waiting))
}

fn badge(class: &'static str, count: impl Fn() -> usize + Send + Sync + 'static) -> AnyView {
    let words = move || match count() {
        0 => String::new(),
        n @ 1..=99 => n.to_string(),
        _ => "99+".to_owned(),
    };
    view! { <span class=class>{words}</span> }.into_any()
}
