//! The reps of the region as a manager posts them: who works where and until when, beside one of them with the day as
//! that rep's phone has it. A change says what the phone will hold before it is made (F102).

mod day;
mod holds;
mod person;
mod posting;

use super::super::split::split_in;
use crate::routes;
use crate::state::{Me, guarded, live};
use crate::text::Texts;
use crate::ui::{self, Icon, Tab, icon, line_link, skeleton_rows};
use domain::Kind;
use domain::id::UserId;
use domain::order::InOrder;
use domain::records::{Assignment, Role, Territory, User};
use domain::time::{DateWindow, Offset};
use futures_util::future::join3;
use jiff::civil::Date;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

/// `/settings/people`, one of them by `?who=`.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let navigate = StoredValue::new(use_navigate());
    let query = use_query_map();
    let picked = Memo::new(move |_| query.with(|query| query.get_str("who").and_then(|id| id.parse().ok())));
    guarded(move |t, me| {
        if me.role.manages() {
            return screen(t, &me, picked);
        }
        let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
        Effect::new(move |_| navigate.with_value(|go| go(routes::ME, replace.clone())));
        ui::skeleton_page(t)
    })
}

/// The way here from the settings.
pub fn row(t: Texts) -> AnyView {
    line_link(routes::PEOPLE.to_owned(), icon(Icon::Person), t.people.title.to_owned(), t.people.row_more.into_any())
}

/// Who is posted where, as this device knows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Staff {
    /// By name.
    reps: Vec<User>,
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
    let offset = me.offset;
    let staff = live(&[Kind::User, Kind::Territory, Kind::Assignment], move |phone| async move {
        let (users, mut territories, postings) =
            join3(phone.all::<User>(), phone.all::<Territory>(), phone.all::<Assignment>()).await;
        let mut reps: Vec<User> = users.into_iter().filter(|user| user.active && user.role == Role::Rep).collect();
        reps.order_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
        territories.order_by(|a, b| (&a.name.zh, a.id).cmp(&(&b.name.zh, b.id)));
        Staff { reps, territories, postings, today: phone.now().date(offset), offset }
    });
    let any = move || picked.get().is_some();
    let whose = me.clone();
    let detail = move || match picked.get() {
        Some(id) => person::person(t, &whose, staff, id),
        None => ui::empty(Icon::Person, t.people.pick, t.people.pick_more, None),
    };
    split_in(t, me, Tab::Settings, any, t.people.pick, list(t, staff, picked), detail.into_any())
}

fn list(t: Texts, staff: ReadSignal<Option<Staff>>, picked: Memo<Option<UserId>>) -> AnyView {
    let sentence = move || {
        staff.with(|staff| {
            staff.as_ref().map_or_else(|| t.people.title.to_owned(), |one| (t.people.head)(one.reps.len()))
        })
    };
    let rows = move || {
        staff.with(|staff| {
            let Some(staff) = staff else { return skeleton_rows(4) };
            let rows = staff.reps.iter().map(|rep| {
                let postings = staff.postings_of(rep.id);
                let words: Vec<String> = postings
                    .iter()
                    .map(|one| format!("{}{}{}", staff.place(t, one), t.frame.dot, days(t, one.window)))
                    .collect();
                let nowhere = words.is_empty().then(|| view! { <b class="owed">{t.people.nowhere}</b> });
                let id = rep.id;
                view! {
                    <li>
                        <a
                            class="vrow"
                            href=routes::person(id)
                            aria-current=move || (picked.get() == Some(id)).then_some("true")
                        >
                            <span class="t cut">{rep.name.clone()}</span>
                            <span class="w">{nowhere}{words.join(t.frame.list)}</span>
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
            </div>
            <div class="say"><h1>{sentence}</h1></div>
            <div class="scroll">{rows}</div>
        </div>
    }
    .into_any()
}
