//! Making an account, and the sheet in which a password that was just made is said this once.

use super::Staff;
use crate::state::{Me, NotDone, Phone, spawn};
use crate::text::Texts;
use crate::ui::{self, Busy, Field, Icon, field, icon_small, picks, select};
use domain::id::RegionId;
use domain::records::Role;
use domain::rules::accounts::{login_number, may_give, person_name};
use leptos::prelude::*;
use sync::wire::{FirstPassword, NewPerson, ProblemCode};

/// See the module.
pub fn sheet(t: Texts, me: &Me, staff: ReadSignal<Option<Staff>>, adding: RwSignal<bool>) -> AnyView {
    let role = me.role;
    let (given, showing) = (RwSignal::new(None::<FirstPassword>), RwSignal::new(false));
    let made = RwSignal::new(String::new());
    let done = Callback::new(move |(name, password): (String, FirstPassword)| {
        made.set(name);
        adding.set(false);
        given.set(Some(password));
        showing.set(true);
    });
    let title = move || t.people.account.add_title.to_owned();
    view! {
        {ui::sheet(t, adding, title, move || fields(t, role, staff, done))}
        {once(t, showing, given, move || made.get())}
    }
    .into_any()
}

fn fields(t: Texts, mine: Role, staff: ReadSignal<Option<Staff>>, done: Callback<(String, FirstPassword)>) -> AnyView {
    let (words, wrong, busy) = (&t.people.account, RwSignal::new(""), Busy::new());
    let (name, number, tried) = (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(false));
    let home = staff.with_untracked(|staff| staff.as_ref().and_then(|staff| staff.home));
    let (role, region) = (RwSignal::new(Role::Rep), RwSignal::new(home));
    let make = move |_| {
        tried.set(true);
        let new = name.with_untracked(|text| person_name(text)).zip(number.with_untracked(|text| login_number(text)));
        let Some(((name, number), region)) = new.zip(region.get_untracked()) else { return };
        if !busy.take() {
            return;
        }
        wrong.set("");
        let person = NewPerson { name, number, role: role.get_untracked(), region };
        spawn(async move {
            match Phone.tell::<_, FirstPassword>("POST", "/api/v1/office/people", &person).await {
                Ok(password) => {
                    Phone.sync_now();
                    // The screen may have gone meanwhile; then the list offers a new password.
                    done.try_run((person.name, password));
                }
                Err(why) => {
                    wrong.try_set(wrong_words(t, why));
                }
            }
            busy.done();
        });
    };
    let entry = |id, kind, mode, label| Field { id, kind, mode, complete: "off", label };
    let name_wrong = move || match tried.get() && name.with(|text| person_name(text).is_none()) {
        true => words.name_wrong,
        false => "",
    };
    let number_wrong = move || match tried.get() && number.with(|text| login_number(text).is_none()) {
        true => words.number_wrong,
        false => "",
    };
    let asked = view! {
        {field(entry("new-name", "text", "text", words.name), move || name.get(), move |text| name.set(text), name_wrong)}
        {field(
            entry("new-number", "tel", "numeric", words.number),
            move || number.get(),
            move |text| number.set(text),
            number_wrong,
        )}
        {roles(t, mine, role)}
        {mine.sees_all().then(|| regions(t, staff, region))}
        <p class="meta">{words.add_more}</p>
        {said(wrong)}
    };
    let act = view! {
        <button type="button" class="btn main" disabled=move || busy.get() on:click=make>{words.make}</button>
    };
    ui::sheet_form(asked.into_any(), act.into_any())
}

/// The roles that may be given, where there is a choice.
fn roles(t: Texts, mine: Role, role: RwSignal<Role>) -> Option<AnyView> {
    let offered = may_give(mine);
    let names = offered.iter().map(|one| (t.frame.role)(*one).to_owned()).collect();
    let picked = move |at: usize| offered.get(at) == Some(&role.get());
    let pick = move |at: usize, _: bool| {
        if let Some(one) = offered.get(at) {
            role.set(*one);
        }
    };
    (offered.len() > 1).then(|| picks(t.people.account.role.to_owned(), false, names, picked, pick))
}

fn regions(t: Texts, staff: ReadSignal<Option<Staff>>, region: RwSignal<Option<RegionId>>) -> AnyView {
    let options = staff.with_untracked(|staff| {
        let known = staff.iter().flat_map(|staff| &staff.regions);
        known.map(|one| (one.id.to_string(), one.name.get(t.language).to_owned())).collect()
    });
    let choose = move |id: String| {
        if let Ok(id) = id.parse() {
            region.set(Some(id));
        }
    };
    let chosen = move || region.get().map(|id| id.to_string()).unwrap_or_default();
    select("new-region", t.people.account.region, options, chosen, choose)
}

/// The password of somebody, said this once: whoever closes the sheet has noted it.
pub fn once(
    t: Texts,
    showing: RwSignal<bool>,
    given: RwSignal<Option<FirstPassword>>,
    name: impl Fn() -> String + Send + Sync + 'static,
) -> AnyView {
    let words = &t.people.account;
    // What was closed in whatever way is forgotten here too.
    Effect::new(move |_| {
        if !showing.get() {
            given.set(None);
        }
    });
    let content = move || {
        let known = given.get_untracked();
        let (number, password) = known.map(|known| (known.number, known.password)).unwrap_or_default();
        let asked = view! {
            <p class="words">{words.once}</p>
            <dl class="facts-list secret">
                <dt>{words.number}</dt>
                <dd>{number}</dd>
                <dt>{words.password}</dt>
                <dd><code>{password}</code></dd>
            </dl>
        };
        let act = view! {
            <button type="button" class="btn main" on:click=move |_| showing.set(false)>{words.noted}</button>
        };
        ui::sheet_form(asked.into_any(), act.into_any())
    };
    ui::sheet(t, showing, move || (words.password_of)(&name()), content)
}

/// What is wrong with what a sheet asked for, in the sheet: a notice would lie under it.
pub fn said(wrong: RwSignal<&'static str>) -> AnyView {
    let shown = move || {
        let words = wrong.get();
        (!words.is_empty()).then(|| view! { <p class="err">{icon_small(Icon::Warning)}{words}</p> })
    };
    view! { <div class="field" role="alert">{shown}</div> }.into_any()
}

/// Why it was not done, in words.
pub fn wrong_words(t: Texts, why: NotDone) -> &'static str {
    let words = &t.people.account;
    match why {
        NotDone::Said(ProblemCode::Conflict | ProblemCode::Throttled) => words.taken,
        NotDone::Said(ProblemCode::Forbidden | ProblemCode::NotFound) => words.not_allowed,
        NotDone::NoNetwork => words.offline,
        NotDone::Said(_) => words.failed,
    }
}
