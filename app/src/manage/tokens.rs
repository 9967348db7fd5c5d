//! Tokens for other programs: who reads what, and when last; making one, which is said once, and revoking it. All of it is
//! the server's, so it needs a network.

mod make;

pub use make::scopes;

use super::asked::{Asked, have_done};
use super::places::Places;
use crate::routes;
use crate::state::{Me, NotDone, Phone, managed, spawn, use_state};
use crate::text::Texts;
use crate::ui::{self, Busy, Icon, Tab, icon, line_link};
use domain::time::Offset;
use futures_util::future::join;
use leptos::prelude::*;
use sync::wire::{MadeToken, TokenEntry};

/// What the screen is made of; cheap to copy.
#[derive(Clone, Copy)]
struct Desk {
    t: Texts,
    known: RwSignal<Asked<Vec<TokenEntry>>>,
    places: RwSignal<Places>,
    adding: RwSignal<bool>,
    /// What was just made, with its name.
    made: RwSignal<Option<(String, MadeToken)>>,
    showing: RwSignal<bool>,
    busy: Busy,
}

/// `/settings/tokens`. A rep who comes here goes to their own page.
#[component]
pub fn Tokens() -> impl IntoView {
    managed(move |t, me| screen(t, &me))
}

/// The way here from the settings.
pub fn row(t: Texts) -> AnyView {
    line_link(routes::TOKENS.to_owned(), icon(Icon::Server), t.tokens.title.to_owned(), t.tokens.row_more.into_any())
}

impl Desk {
    fn ask(self) {
        spawn(async move {
            let asked = Phone.ask::<Vec<TokenEntry>>("GET", "/api/v1/tokens");
            let (found, places) = join(asked, Places::read()).await;
            // The screen may have gone meanwhile.
            self.places.try_set(places);
            self.known.try_set(Asked::of(found.ok().map(|mut tokens| {
                // Those in use come first.
                tokens.sort_by_key(|token| token.revoked_at.is_some());
                tokens
            })));
        });
    }
}

fn screen(t: Texts, me: &Me) -> AnyView {
    let desk = Desk {
        t,
        known: RwSignal::new(Asked::Asking),
        places: RwSignal::new(Places::default()),
        adding: RwSignal::new(false),
        made: RwSignal::new(None),
        showing: RwSignal::new(false),
        busy: Busy::new(),
    };
    let offset = me.offset;
    Effect::new(move |_| desk.ask());
    let head = move || {
        let open = desk
            .known
            .with(|known| known.here().map(|tokens| tokens.iter().filter(|token| token.revoked_at.is_none()).count()));
        let sentence = match open {
            Some(0) => t.tokens.none.to_owned(),
            Some(open) => (t.tokens.head)(open),
            None => t.tokens.title.to_owned(),
        };
        ui::back_and_say(t, routes::SETTINGS, t.tokens.title, sentence, t.tokens.head_more)
    };
    let list = move || {
        desk.known.with(|known| {
            known.draw(
                t,
                (t.tokens.offline, t.tokens.offline_more),
                move || desk.ask(),
                |tokens| {
                    let rows = desk
                        .places
                        .with(|places| tokens.iter().map(|token| entry(desk, offset, places, token)).collect_view());
                    view! { <ul class="group devices">{rows}</ul> }.into_any()
                },
            )
        })
    };
    let body = view! {
        {list}
        <p class="pad">
            // The server's page: nothing for the router.
            <a class="btn text" rel="external" href="/api">{t.tokens.described}</a>
        </p>
        {make::sheet(desk)}
        {make::once(desk)}
    };
    let foot = move || match desk.known.with(|known| known.here().is_some()) {
        true => ui::dock(t.tokens.add, add(desk)),
        false => ui::toasts(),
    };
    ui::frame(t, me, Tab::Settings, head.into_any(), body.into_any(), foot.into_any())
}

fn add(desk: Desk) -> AnyView {
    view! {
        <button type="button" class="btn main wide" on:click=move |_| desk.adding.set(true)>
            {desk.t.tokens.add}
        </button>
    }
    .into_any()
}

fn entry(desk: Desk, offset: Offset, places: &Places, token: &TokenEntry) -> AnyView {
    let t = desk.t;
    let now = use_state().clock.get_untracked();
    let when = |at| t.time.when(at, now, offset);
    let reads: Vec<String> = token.scopes.iter().map(|scope| places.words(t, *scope)).collect();
    let used = token.last_used.map_or_else(|| t.tokens.unused.to_owned(), |at| (t.tokens.used)(&when(at)));
    let made = (t.tokens.made)(&token.by, &when(token.created_at));
    let end = match token.revoked_at {
        Some(at) => view! { <p class="w"><b>{(t.tokens.revoked)(&when(at))}</b></p> }.into_any(),
        None => revoke(desk, token),
    };
    view! {
        <li class="device">
            {icon(Icon::Server)}
            <div class="grow">
                <h2 class="t">{token.name.clone()}</h2>
                <p class="w">{reads.join(t.frame.list)}</p>
                <p class="w">{made}{t.frame.dot}{used}</p>
                {end}
            </div>
        </li>
    }
    .into_any()
}

/// What cannot be taken back is one fold away, with what it does in words.
fn revoke(desk: Desk, token: &TokenEntry) -> AnyView {
    let (t, state) = (desk.t, use_state());
    let (path, name) = (format!("/api/v1/tokens/{}", token.id), token.name.clone());
    let label = (t.tokens.revoke_of)(&name);
    let take_away = move |_| {
        let words = ((t.tokens.done)(&name), t.tokens.not_done);
        have_done(state, desk.busy, ("DELETE", path.clone()), words, move || desk.ask());
    };
    view! {
        <details class="lost-phone">
            <summary>{t.tokens.acts}</summary>
            <p class="w">{t.tokens.revoke_more}</p>
            <button
                type="button"
                class="btn mid"
                aria-label=label
                disabled=move || desk.busy.get()
                on:click=take_away
            >
                {icon(Icon::Lock)}
                {t.tokens.revoke}
            </button>
        </details>
    }
    .into_any()
}

/// Why it was not done, in words.
fn wrong_words(t: Texts, why: NotDone) -> &'static str {
    match why {
        NotDone::Said(sync::wire::ProblemCode::Conflict) => t.tokens.too_many,
        NotDone::NoNetwork | NotDone::Said(_) => t.tokens.not_done,
    }
}
