//! The account of somebody: the number they log in with, a new password, name and number, disabling and enabling, and what
//! was done to it before. All of it is the server's, so it is asked for and changed with a network only.

use super::add::{once, said, wrong_words};
use crate::state::{Me, NotDone, Phone, State, spawn, use_state};
use crate::text::Texts;
use crate::ui::{self, Busy, Field, Icon, Toast, field, icon, skeleton_rows};
use domain::id::UserId;
use domain::records::User;
use domain::rules::accounts::{login_number, person_name};
use domain::time::Offset;
use leptos::prelude::*;
use sync::wire::{AccountLine, FirstPassword, OfficePerson, PersonChange};

/// What is known of it.
#[derive(Clone, PartialEq)]
enum Known {
    Asking,
    Offline,
    /// They are not this manager's to look after.
    Nothing,
    Here(OfficePerson),
}

/// The account under the hands of a manager; cheap to copy.
#[derive(Clone, Copy)]
struct Desk {
    t: Texts,
    state: State,
    id: UserId,
    name: StoredValue<String>,
    known: RwSignal<Known>,
    changing: RwSignal<bool>,
    given: RwSignal<Option<FirstPassword>>,
    showing: RwSignal<bool>,
    /// What is wrong with what is changed; nothing at first.
    wrong: RwSignal<&'static str>,
    busy: Busy,
}

/// See the module.
pub fn account(t: Texts, me: &Me, user: &User) -> AnyView {
    let offset = me.offset;
    let desk = Desk {
        t,
        state: use_state(),
        id: user.id,
        name: StoredValue::new(user.name.clone()),
        known: RwSignal::new(Known::Asking),
        changing: RwSignal::new(false),
        given: RwSignal::new(None),
        showing: RwSignal::new(false),
        wrong: RwSignal::new(""),
        busy: Busy::new(),
    };
    Effect::new(move |_| desk.ask());
    let body = move || {
        desk.known.with(|known| match known {
            Known::Asking => skeleton_rows(2),
            Known::Offline => view! {
                <p class="words">{t.people.account.offline}</p>
                <button type="button" class="btn small" on:click=move |_| desk.ask()>{t.frame.again}</button>
            }
            .into_any(),
            Known::Nothing => view! { <p class="words">{t.people.account.not_allowed}</p> }.into_any(),
            Known::Here(person) => here(desk, offset, person),
        })
    };
    let name = move || desk.name.get_value();
    view! {
        <section class="account">
            <h2>{t.people.account.title}</h2>
            {body}
        </section>
        {ui::sheet(t, desk.changing, move || (t.people.account.change_of)(&name()), move || fields(desk))}
        {once(t, desk.showing, desk.given, name)}
    }
    .into_any()
}

impl Desk {
    fn ask(self) {
        let id = self.id;
        spawn(async move {
            let known = match Phone.ask::<Vec<OfficePerson>>("GET", "/api/v1/office/people").await {
                Err(NotDone::NoNetwork) => Known::Offline,
                Err(NotDone::Said(_)) => Known::Nothing,
                Ok(people) => people.into_iter().find(|one| one.user.id == id).map_or(Known::Nothing, Known::Here),
            };
            // The screen may have gone meanwhile.
            self.known.try_set(known);
        });
    }

    /// Opens the sheet for name and number.
    fn begin(self) {
        self.wrong.set("");
        self.changing.set(true);
    }

    fn change(self, change: PersonChange, done: fn(&str) -> String) {
        if !self.busy.take() {
            return;
        }
        let (t, path) = (self.t, format!("/api/v1/office/people/{}", self.id));
        let name = change.name.clone().unwrap_or_else(|| self.name.get_value());
        spawn(async move {
            match Phone.tell::<_, ()>("PATCH", &path, &change).await {
                Ok(()) => {
                    self.changing.try_set(false);
                    Toast::saved(done(&name)).show(self.state);
                    Phone.sync_now();
                    self.ask();
                }
                // In the sheet, if it is open: a notice would lie under it.
                Err(why) if self.changing.try_get_untracked() == Some(true) => {
                    self.wrong.try_set(wrong_words(t, why));
                }
                Err(why) => Toast::failed(wrong_words(t, why)).show(self.state),
            }
            self.busy.done();
        });
    }

    fn reset(self) {
        if !self.busy.take() {
            return;
        }
        let (t, path) = (self.t, format!("/api/v1/office/people/{}/password", self.id));
        spawn(async move {
            match Phone.ask::<FirstPassword>("POST", &path).await {
                Ok(given) => {
                    self.given.try_set(Some(given));
                    self.showing.try_set(true);
                    self.ask();
                }
                Err(why) => Toast::failed(wrong_words(t, why)).show(self.state),
            }
            self.busy.done();
        });
    }
}

fn here(desk: Desk, offset: Offset, person: &OfficePerson) -> AnyView {
    let words = &desk.t.people.account;
    let number = person.number.as_deref().map_or_else(|| words.no_number.to_owned(), words.logs_in);
    let active = person.user.active;
    let set = move |active: bool, done: fn(&str) -> String| {
        desk.change(PersonChange { active: Some(active), ..PersonChange::default() }, done);
    };
    let leaving = if active {
        // What shuts somebody out is one fold away, with what it does in words.
        view! {
            <details class="lost-phone">
                <summary>{words.leaves}</summary>
                <p class="w">{words.disable_more}</p>
                <button
                    type="button"
                    class="btn mid"
                    disabled=move || desk.busy.get()
                    on:click=move |_| set(false, words.is_disabled)
                >
                    {icon(Icon::Lock)}
                    {words.disable}
                </button>
            </details>
        }
        .into_any()
    } else {
        view! {
            <p class="w">{words.enable_more}</p>
            <button
                type="button"
                class="btn mid"
                disabled=move || desk.busy.get()
                on:click=move |_| set(true, words.is_enabled)
            >
                {words.enable}
            </button>
        }
        .into_any()
    };
    let acts = active.then(|| {
        let no_number = person.number.is_none();
        view! {
            <div class="acts">
                <button type="button" class="btn" on:click=move |_| desk.begin()>
                    {icon(Icon::Pen)}
                    {words.change}
                </button>
                <button
                    type="button"
                    class="btn"
                    aria-describedby="reset-more"
                    disabled=move || no_number || desk.busy.get()
                    on:click=move |_| desk.reset()
                >
                    {icon(Icon::Lock)}
                    {words.reset}
                </button>
            </div>
            <p class="w" id="reset-more">{words.reset_more}</p>
        }
    });
    view! {
        <p class="words">
            {(!active).then(|| view! { <b class="owed">{words.disabled}</b>{desk.t.frame.dot} })}
            {number}
        </p>
        {acts}
        {leaving}
        {history(desk, offset, &person.changes)}
    }
    .into_any()
}

fn history(desk: Desk, offset: Offset, lines: &[AccountLine]) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let (t, now) = (desk.t, desk.state.clock.get_untracked());
    let line = |line: &AccountLine| {
        let when = t.time.when(line.at, now, offset);
        view! { <li class="w">{(t.people.account.line)(line.act, &line.by, &when)}</li> }
    };
    let lines = lines.iter().map(line).collect_view();
    Some(view! { <h3>{t.people.account.history}</h3><ul class="done">{lines}</ul> }.into_any())
}

/// Name and number, as they are.
fn fields(desk: Desk) -> AnyView {
    let words = &desk.t.people.account;
    let before = desk.known.with_untracked(|known| match known {
        Known::Here(person) => (person.user.name.clone(), person.number.clone().unwrap_or_default()),
        _ => <(String, String)>::default(),
    });
    let before = StoredValue::new(before);
    let (name, number) = before.get_value();
    let (name, number) = (RwSignal::new(name), RwSignal::new(number));
    // A number is left out where there was none; a name never.
    let right = move || {
        let number_right = number.with(|text| text.is_empty() || login_number(text).is_some());
        name.with(|text| person_name(text).is_some()) && number_right
    };
    let change = move || {
        before.with_value(|(old_name, old_number)| PersonChange {
            name: name.with_untracked(|text| person_name(text)).filter(|new| new != old_name),
            number: number.with_untracked(|text| login_number(text)).filter(|new| new != old_number),
            active: None,
        })
    };
    let entry = |id, kind, mode, label| Field { id, kind, mode, complete: "off", label };
    let name_wrong = move || if name.with(|text| person_name(text).is_some()) { "" } else { words.name_wrong };
    let number_wrong = move || match number.with(|text| text.is_empty() || login_number(text).is_some()) {
        true => "",
        false => words.number_wrong,
    };
    let asked = view! {
        {field(entry("person-name", "text", "text", words.name), move || name.get(), move |text| name.set(text), name_wrong)}
        {field(
            entry("person-number", "tel", "numeric", words.number),
            move || number.get(),
            move |text| number.set(text),
            number_wrong,
        )}
        {said(desk.wrong)}
    };
    let act = view! {
        <button
            type="button"
            class="btn main"
            disabled=move || desk.busy.get() || !right()
            on:click=move |_| desk.change(change(), words.changed)
        >
            {words.save}
        </button>
    };
    ui::sheet_form(asked.into_any(), act.into_any())
}
