//! One person: where a rep is posted, changing that, and their day; and the account of whoever it is.

use super::posting::{Asked, sheet};
use super::{Staff, account, day, days};
use crate::routes;
use crate::state::Me;
use crate::text::Texts;
use crate::ui::{self, Icon, icon};
use domain::id::UserId;
use domain::records::{Assignment, Role, User};
use leptos::prelude::*;

/// See the module.
pub fn person(t: Texts, me: &Me, staff: ReadSignal<Option<Staff>>, id: UserId) -> AnyView {
    let rep = Memo::new(move |_| {
        staff.with(|staff| staff.as_ref().map(|staff| staff.people.iter().find(|one| one.id == id).cloned()))
    });
    let me = me.clone();
    (move || match rep.get() {
        None => ui::skeleton_rows(4),
        Some(None) => ui::empty(Icon::Help, t.people.unknown, "", None),
        Some(Some(rep)) => page(t, &me, staff, &rep),
    })
    .into_any()
}

fn page(t: Texts, me: &Me, staff: ReadSignal<Option<Staff>>, rep: &User) -> AnyView {
    let (asking, asked) = (RwSignal::new(false), RwSignal::new(Asked::New));
    let ask = move |what: Asked| {
        asked.set(what);
        asking.set(true);
    };
    let id = rep.id;
    let postings = move || {
        staff.with(|staff| {
            let staff = staff.as_ref()?;
            let rows: Vec<AnyView> = staff.postings_of(id).into_iter().map(|one| posted(t, staff, one, ask)).collect();
            Some(match rows.is_empty() {
                true => view! { <p class="words"><b class="owed">{t.people.nowhere}</b></p> }.into_any(),
                false => view! { <ul class="postings">{rows}</ul> }.into_any(),
            })
        })
    };
    let walks = rep.active && rep.role == Role::Rep;
    let work = walks.then(|| {
        view! {
            <h2>{t.people.postings}</h2>
            {postings}
            <h2>{(t.people.day)(&rep.name)}</h2>
            {day::day(t, me, rep)}
        }
    });
    let acts = walks.then(|| {
        view! {
            <section class="actbar" aria-label=t.people.acts>
                <button type="button" class="btn main" on:click=move |_| ask(Asked::New)>{t.people.post}</button>
            </section>
            {sheet(t, staff, rep, asking, asked)}
        }
    });
    view! {
        <div class="body">
            <div class="th">
                <a class="ib only-narrow" href=routes::PEOPLE aria-label=t.frame.back>{icon(Icon::Back)}</a>
                <div class="grow">
                    <h1>{rep.name.clone()}</h1>
                    <p class="meta">{(t.frame.role)(rep.role)}</p>
                </div>
            </div>
            {work}
            {account::account(t, me, rep)}
        </div>
        {acts}
    }
    .into_any()
}

fn posted(
    t: Texts,
    staff: &Staff,
    posting: &Assignment,
    ask: impl Fn(Asked) + Send + Sync + Copy + 'static,
) -> AnyView {
    let place = staff.place(t, posting).to_owned();
    let label = (t.people.end_of)(&place);
    let one = StoredValue::new(posting.clone());
    view! {
        <li>
            <span class="grow">
                <span class="t">{place}</span>
                <span class="w">{days(t, posting.window)}</span>
            </span>
            <button
                type="button"
                class="btn small"
                aria-label=label
                on:click=move |_| ask(Asked::End(one.get_value()))
            >
                {t.people.end}
            </button>
        </li>
    }
    .into_any()
}
