//! Other programs that are told of what happens: which, whether it gets through, and the last messages; adding one, sending
//! a message again, and removing one. All of it is the server's, so it needs a network.

mod make;

use super::asked::{Asked, have_done};
use super::places::Places;
use crate::routes;
use crate::state::{Me, Phone, State, managed, spawn, use_state};
use crate::text::Texts;
use crate::ui::{self, Busy, Icon, Tab, icon, line_link};
use domain::time::{Moment, Offset};
use futures_util::future::join;
use leptos::prelude::*;
use sync::wire::{MadeWebhook, MessageEntry, WebhookEntry};

/// What the screen is made of; cheap to copy.
#[derive(Clone, Copy)]
struct Desk {
    t: Texts,
    state: State,
    offset: Offset,
    known: RwSignal<Asked<Vec<WebhookEntry>>>,
    places: RwSignal<Places>,
    adding: RwSignal<bool>,
    made: RwSignal<Option<MadeWebhook>>,
    showing: RwSignal<bool>,
    busy: Busy,
}

/// `/settings/webhooks`. A rep who comes here goes to their own page.
#[component]
pub fn Webhooks() -> impl IntoView {
    managed(move |t, me| screen(t, &me))
}

/// The way here from the settings.
pub fn row(t: Texts) -> AnyView {
    let title = t.webhooks.title.to_owned();
    line_link(routes::WEBHOOKS.to_owned(), icon(Icon::Outbox), title, t.webhooks.row_more.into_any())
}

impl Desk {
    fn ask(self) {
        spawn(async move {
            let asked = Phone.ask::<Vec<WebhookEntry>>("GET", "/api/v1/webhooks");
            let (found, places) = join(asked, Places::read()).await;
            // The screen may have gone meanwhile.
            self.places.try_set(places);
            self.known.try_set(Asked::of(found.ok()));
        });
    }

    /// Has the server do something, says so and looks again.
    fn act(self, method: &'static str, path: String, done: &'static str) {
        let words = (done.to_owned(), self.t.tokens.not_done);
        have_done(self.state, self.busy, (method, path), words, move || self.ask());
    }

    fn when(self, at: Moment) -> String {
        self.t.time.when(at, self.state.clock.get_untracked(), self.offset)
    }
}

fn screen(t: Texts, me: &Me) -> AnyView {
    let desk = Desk {
        t,
        state: use_state(),
        offset: me.offset,
        known: RwSignal::new(Asked::Asking),
        places: RwSignal::new(Places::default()),
        adding: RwSignal::new(false),
        made: RwSignal::new(None),
        showing: RwSignal::new(false),
        busy: Busy::new(),
    };
    Effect::new(move |_| desk.ask());
    let head = move || {
        let sentence = desk
            .known
            .with(|known| known.here().map_or_else(|| t.webhooks.title.to_owned(), |hooks| sentence(t, hooks)));
        ui::back_and_say(t, routes::SETTINGS, t.webhooks.title, sentence, t.webhooks.head_more)
    };
    let list = move || {
        desk.known.with(|known| {
            known.draw(
                t,
                (t.webhooks.offline, t.tokens.offline_more),
                move || desk.ask(),
                |hooks| {
                    let rows = hooks.iter().map(|hook| entry(desk, hook)).collect_view();
                    view! { <ul class="group devices">{rows}</ul> }.into_any()
                },
            )
        })
    };
    let body = view! {
        {list}
        {make::sheet(desk)}
        {make::once(desk)}
    };
    let foot = move || match desk.known.with(|known| known.here().is_some()) {
        true => {
            let add = view! {
                <button type="button" class="btn main wide" on:click=move |_| desk.adding.set(true)>
                    {t.webhooks.add}
                </button>
            };
            ui::dock(t.webhooks.add, add.into_any())
        }
        false => ui::toasts(),
    };
    ui::frame(t, me, Tab::Settings, head.into_any(), body.into_any(), foot.into_any())
}

fn sentence(t: Texts, hooks: &[WebhookEntry]) -> String {
    let failing = hooks.iter().filter(|hook| hook.failing_since.is_some() || hook.disabled_at.is_some()).count();
    match (failing, hooks.len()) {
        (0, 0) => t.webhooks.none.to_owned(),
        (0, all) => (t.webhooks.head)(all),
        (failing, _) => (t.webhooks.failing)(failing),
    }
}

fn entry(desk: Desk, hook: &WebhookEntry) -> AnyView {
    let t = desk.t;
    let words = &t.webhooks;
    let events: Vec<&str> = hook.events.iter().map(|event| (words.event)(*event)).collect();
    let scopes: Vec<String> =
        desk.places.with(|places| hook.scopes.iter().map(|scope| places.words(t, *scope)).collect());
    let made = (t.tokens.made)(&hook.by, &desk.when(hook.created_at));
    let path = format!("/api/v1/webhooks/{}", hook.id);
    let trouble = match (hook.disabled_at, hook.failing_since) {
        (Some(at), _) => {
            let enable = format!("{path}/enable");
            view! {
                <p><b class="owed">{(words.disabled)(&desk.when(at))}</b></p>
                <button
                    type="button"
                    class="btn mid"
                    disabled=move || desk.busy.get()
                    on:click=move |_| desk.act("POST", enable.clone(), words.enabled)
                >
                    {words.enable}
                </button>
            }
            .into_any()
        }
        (None, Some(at)) => view! { <p><b class="owed">{(words.failing_since)(&desk.when(at))}</b></p> }.into_any(),
        (None, None) => ().into_any(),
    };
    let messages = hook.messages.iter().map(|one| message(desk, &path, one)).collect_view();
    let none = hook.messages.is_empty().then(|| view! { <p class="w">{words.messages_none}</p> });
    view! {
        <li class="device">
            {icon(Icon::Outbox)}
            <div class="grow">
                <h2 class="t">{hook.url.clone()}</h2>
                <p class="w">{events.join(t.frame.list)}{t.frame.dot}{scopes.join(t.frame.list)}</p>
                <p class="w">{made}</p>
                {trouble}
                <details class="lost-phone">
                    <summary>{words.messages}</summary>
                    {none}
                    <ul class="told">{messages}</ul>
                </details>
                <details class="lost-phone">
                    <summary>{words.acts}</summary>
                    <p class="w">{words.remove_more}</p>
                    <button
                        type="button"
                        class="btn mid"
                        disabled=move || desk.busy.get()
                        on:click=move |_| desk.act("DELETE", path.clone(), words.removed)
                    >
                        {icon(Icon::Lock)}
                        {words.remove}
                    </button>
                </details>
            </div>
        </li>
    }
    .into_any()
}

fn message(desk: Desk, path: &str, message: &MessageEntry) -> AnyView {
    let words = &desk.t.webhooks;
    let (event, when) = ((words.event)(message.event), desk.when(message.at));
    let became = match (message.next_at, message.status) {
        (None, status) => (words.through)(status.unwrap_or_default()),
        (Some(_), _) if message.tries == 0 => words.queued.to_owned(),
        (Some(at), status) => (words.waiting)(status, &desk.when(at)),
    };
    let label = (words.resend_of)(event, &when);
    let resend = format!("{path}/messages/{}/resend", message.n);
    view! {
        <li>
            <span class="grow">
                <span class="t">{event}</span>
                <span class="w">{when}{desk.t.frame.dot}{became}</span>
            </span>
            <button
                type="button"
                class="btn small"
                aria-label=label
                disabled=move || desk.busy.get()
                on:click=move |_| desk.act("POST", resend.clone(), words.resent)
            >
                {words.resend}
            </button>
        </li>
    }
    .into_any()
}
