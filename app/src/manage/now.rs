//! The manager's first screen (F88, F89, S9): what is not as it should be, the most urgent first, and beside it the day:
//! its figures, who walks and how much of it is still on their phones, and the stops on a sketch of the region. It reads
//! the same records as everything else, and what the phones have told the server of themselves.

mod book;
mod figures;
mod inbox;
mod keys;
mod list;
mod map;
mod marks;
mod phones;
mod reps;

use crate::routes;
use crate::state::{Me, guarded, live, use_state};
use crate::text::{Texts, clock};
use crate::ui::{self, Icon, Tab, icon};
use book::Book;
use domain::rules::now::{Exception, Freshness, inbox as ranked};
use domain::time::{Moment, Offset};
use jiff::civil::Date;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use phones::Said;

/// What all parts of the screen look at; cheap to copy.
#[derive(Clone, Copy)]
struct Desk {
    t: Texts,
    offset: Offset,
    today: Memo<Date>,
    book: ReadSignal<Option<Book>>,
    said: RwSignal<Option<Said>>,
    now: RwSignal<Moment>,
    /// When the server last answered.
    answered: Memo<Option<Moment>>,
}

impl Desk {
    /// What has to be seen to; none before the records were read.
    fn exceptions(self) -> Memo<Option<Vec<Exception>>> {
        Memo::new(move |_| {
            let now = self.now.get();
            self.book.with(|book| {
                let book = book.as_ref()?;
                Some(self.said.with(|said| ranked(&book.field, said.as_ref().map(|said| &said.phones), now)))
            })
        })
    }

    /// How much of the day has come; none while nothing is known of the phones.
    fn freshness(self) -> Memo<Option<Freshness>> {
        Memo::new(move |_| {
            let now = self.now.get();
            self.book
                .with(|book| self.said.with(|said| Some(book.as_ref()?.field.freshness(&said.as_ref()?.phones, now))))
        })
    }

    /// As of when the figures are, as people say it: when this device last heard of the server.
    fn as_of(self) -> String {
        let at = self.answered.get().or_else(|| self.said.with(|said| said.as_ref().map(|said| said.at)));
        (self.t.now.as_of)(&at.map_or_else(|| "–".to_owned(), |at| clock(at, self.offset)))
    }
}

/// `/now`. A rep who comes here goes to the day.
#[component]
pub fn Now() -> impl IntoView {
    let navigate = StoredValue::new(use_navigate());
    guarded(move |t, me| {
        if me.role.manages() {
            return screen(t, &me);
        }
        let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
        Effect::new(move |_| navigate.with_value(|go| go(routes::TODAY, replace.clone())));
        ui::skeleton_page(t)
    })
}

fn screen(t: Texts, me: &Me) -> AnyView {
    let offset = me.offset;
    let state = use_state();
    let now = state.clock;
    let today = Memo::new(move |_| now.get().date(offset));
    let book = live(book::KINDS, move |phone| {
        let today = today.get();
        async move { book::read(phone, offset, today).await }
    });
    let answered = Memo::new(move |_| state.sync.with(|sync| sync.last_contact));
    let desk = Desk { t, offset, today, book, said: RwSignal::new(None), now, answered };
    phones::ask_on(desk.said);
    keys::listen(desk);
    view! {
        <div class="app">
            <a class="skip" href="#main" rel="external">{t.frame.to_content}</a>
            {ui::tabs(t, me, Tab::Now)}
            <div class="screen">
                {head(desk)}
                <main class="split wide" id="main" tabindex="-1">
                    {inbox::inbox(desk)}
                    <div class="today">
                        {figures::figures(desk)}
                        {reps::reps(desk)}
                        {map::map(desk)}
                    </div>
                </main>
                {ui::toasts()}
            </div>
        </div>
    }
    .into_any()
}

fn head(desk: Desk) -> AnyView {
    let t = desk.t;
    let fresh = desk.freshness();
    let phones = move || {
        fresh.with(|fresh| match fresh {
            None => t.now.phones_unknown.to_owned(),
            Some(fresh) => (t.now.phones)(fresh.told, fresh.all),
        })
    };
    let lacks = move || {
        fresh.with(|fresh| {
            let fresh = fresh.as_ref().filter(|fresh| !fresh.from.is_empty())?;
            let what = (t.now.holds)(fresh.commands, fresh.photos);
            Some(view! { <b class="owed">{(t.now.lacks)(&fresh.from.join(t.frame.list), &what)}</b> })
        })
    };
    view! {
        <header class="th now-head">
            <div class="grow">
                <h1>{t.now.title}</h1>
                <p class="meta">{move || (t.time.weekday)(desk.today.get())}</p>
            </div>
            <p class="asof">
                {icon(Icon::Clock)}
                <span>{move || desk.as_of()}{t.frame.comma}{phones}" "{lacks}</span>
            </p>
            {super::quarantine::way(t)}
            {super::away::way(t, desk.offset)}
            <button type="button" class="ib" aria-label=t.now.refresh on:click=move |_| phones::ask(desk.said)>
                {icon(Icon::Refresh)}
            </button>
        </header>
    }
    .into_any()
}
