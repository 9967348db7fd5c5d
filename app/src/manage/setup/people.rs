//! The people of the region as a manager looks after them: who works where and until when, beside one of them with the day
//! as that rep's phone has it and their account. A posting says what the phone will hold before it is made (F102); accounts
//! are the server's and need a network.

mod account;
mod add;
mod day;
mod holds;
mod person;
mod posting;

pub use add::said;

use super::super::split::split_in;
use crate::routes;
use crate::state::{Me, live, managed};
use crate::text::Texts;
use crate::ui::{self, Icon, Tab, icon, icon_small, line_link, skeleton_rows};
use domain::Kind;
use domain::id::{RegionId, UserId};
use domain::order::InOrder;
use domain::records::{Assignment, Region, Role, Territory, User};
use domain::rules::accounts::may_look_after;
use domain::time::{DateWindow, Offset};
use futures_util::future::join4;
use jiff::civil::Date;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// `/settings/people`, one of them by `?who=`.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let query = use_query_map();
    let picked = Memo::new(move |_| query.with(|query| query.get_str("who").and_then(|id| id.parse().ok())));
    managed(move |t, me| screen(t, &me, picked))
}

/// The way here from the settings.
pub fn row(t: Texts) -> AnyView {
    line_link(routes::PEOPLE.to_owned(), icon(Icon::Person), t.people.title.to_owned(), t.people.row_more.into_any())
}

/// Who is posted where, as this device knows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Staff {
    /// The reps, and whoever else one looks after; by name, those who are disabled last.
    people: Vec<User>,
    regions: Vec<Region>,
    /// Where the one who looks belongs.
    home: Option<RegionId>,
    territories: Vec<Territory>,
    postings: Vec<Assignment>,
    today: Date,
    offset: Offset,
}

impl Staff {
    /// The postings of somebody that are not over, the earliest first. One that was taken back before it began is none.
    fn postings_of(&self, user: UserId) -> Vec<&Assignment> {
        let goes_on =
            |window: &DateWindow| window.until.is_none_or(|until| until >= self.today && until >= window.from);
        let mine = self.postings.iter().filter(|posting| posting.user == user && goes_on(&posting.window));
        let mut mine: Vec<&Assignment> = mine.collect();
        mine.order_by_key(|posting| (posting.window.from, posting.id));
        mine
    }

    fn place<'a>(&'a self, t: Texts, posting: &Assignment) -> &'a str {
        let found = self.territories.iter().find(|territory| territory.id == posting.territory);
        found.map_or("", |territory| territory.name.get(t.language))
    }
}

/// From which day to which.
fn days(t: Texts, window: DateWindow) -> String {
    match window.until {
        Some(until) => (t.people.from_until)(&(t.time.day)(window.from), &(t.time.day)(until)),
        None => (t.people.from)(&(t.time.day)(window.from)),
    }
}

fn screen(t: Texts, me: &Me, picked: Memo<Option<UserId>>) -> AnyView {
    let (offset, mine) = (me.offset, me.id);
    let staff = live(&[Kind::User, Kind::Territory, Kind::Assignment], move |phone| async move {
        let (users, regions, mut territories, postings) =
            join4(phone.all::<User>(), phone.all::<Region>(), phone.all::<Territory>(), phone.all::<Assignment>())
                .await;
        let me = users.iter().find(|user| user.id == mine).cloned();
        let shown = |user: &User| user.role == Role::Rep || me.as_ref().is_some_and(|me| may_look_after(me, user));
        let mut people: Vec<User> = users.into_iter().filter(shown).collect();
        people.order_by(|a, b| (!a.active, &a.name, a.id).cmp(&(!b.active, &b.name, b.id)));
        territories.order_by(|a, b| (&a.name.zh, a.id).cmp(&(&b.name.zh, b.id)));
        let home = me.map(|me| me.region);
        Staff { people, regions, home, territories, postings, today: phone.now().date(offset), offset }
    });
    let any = move || picked.get().is_some();
    let whose = me.clone();
    let detail = move || match picked.get() {
        Some(id) => person::person(t, &whose, staff, id),
        None => ui::empty(Icon::Person, t.people.pick, t.people.pick_more, None),
    };
    let adding = RwSignal::new(false);
    let both = split_in(t, me, Tab::Settings, any, t.people.pick, list(t, staff, picked, adding), detail.into_any());
    // Beside both, because a narrow screen hides the one or the other.
    view! { {both}{add::sheet(t, me, staff, adding)} }.into_any()
}

fn list(t: Texts, staff: ReadSignal<Option<Staff>>, picked: Memo<Option<UserId>>, adding: RwSignal<bool>) -> AnyView {
    let sentence = move || {
        staff.with(|staff| {
            let reps = |one: &Staff| one.people.iter().filter(|user| user.active && user.role == Role::Rep).count();
            staff.as_ref().map_or_else(|| t.people.title.to_owned(), |one| (t.people.head)(reps(one)))
        })
    };
    let rows = move || {
        staff.with(|staff| {
            let Some(staff) = staff else { return skeleton_rows(4) };
            let rows = staff.people.iter().map(|user| {
                let id = user.id;
                view! {
                    <li>
                        <a
                            class="vrow"
                            href=routes::person(id)
                            aria-current=move || (picked.get() == Some(id)).then_some("true")
                        >
                            <span class="t cut">{user.name.clone()}</span>
                            <span class="w">{about(t, staff, user)}</span>
                        </a>
                    </li>
                }
            });
            view! { <ol>{rows.collect_view()}</ol> }.into_any()
        })
    };
    view! {
        <div
            class="list vlist"
            role=move || if picked.get().is_some() { "complementary" } else { "main" }
            aria-label=t.people.title
            id=move || picked.get().is_none().then_some("main")
            tabindex="-1"
        >
            <div class="bar">
                <a class="ib" href=routes::SETTINGS aria-label=t.frame.back>{icon(Icon::Back)}</a>
                <p class="meta grow cut">{t.manage.settings}</p>
                <button type="button" class="btn small" on:click=move |_| adding.set(true)>
                    {icon_small(Icon::Plus)}
                    {t.people.account.add}
                </button>
            </div>
            <div class="say"><h1>{sentence}</h1></div>
            <div class="scroll">{rows}</div>
        </div>
    }
    .into_any()
}

/// What stands under a name: where a rep is posted, what anybody else does.
fn about(t: Texts, staff: &Staff, user: &User) -> AnyView {
    if !user.active {
        return t.people.account.disabled.into_any();
    }
    if user.role != Role::Rep {
        return (t.frame.role)(user.role).into_any();
    }
    let postings = staff.postings_of(user.id);
    let words: Vec<String> =
        postings.iter().map(|one| format!("{}{}{}", staff.place(t, one), t.frame.dot, days(t, one.window))).collect();
    let nowhere = words.is_empty().then(|| view! { <b class="owed">{t.people.nowhere}</b> });
    (nowhere, words.join(t.frame.list)).into_any()
}
