//! Help in a team (S66): who asks for what, taking it and settling it; and asking.

use super::desk::Desk;
use crate::state::Phone;
use crate::ui::{self, choice_buttons, select, skeleton_rows};
use domain::Command;
use domain::commands::{AskHelp, SettleHelp, TakeHelp};
use domain::id::{HelpId, OutletId};
use domain::records::Help;
use leptos::prelude::*;

/// Who asks for what.
pub fn help(desk: Desk) -> AnyView {
    let t = desk.t;
    let rows = move || {
        desk.book.with(|book| {
            let Some(book) = book else { return skeleton_rows(1) };
            if book.helps.is_empty() {
                return view! { <p class="meta pad">{t.team.no_help}</p> }.into_any();
            }
            let rows = book.helps.iter().map(|help| row(desk, help));
            view! { <ul class="group callers">{rows.collect_view()}</ul> }.into_any()
        })
    };
    view! {
        {ui::section(t.team.help, "")}
        {rows}
    }
    .into_any()
}

fn row(desk: Desk, help: &Help) -> AnyView {
    let t = desk.t;
    let offset = desk.me.with_value(|me| me.offset);
    let who = (t.team.asked_by)(&help.asked_by_name, &(t.time.day)(help.asked_at.date(offset)));
    let urgent = (help.urgent && help.settled.is_none()).then(|| view! { <b class="tag returned">{t.team.urgent}</b> });
    let shop = (!help.outlet_name.is_empty()).then(|| format!("{}{}", help.outlet_name, t.frame.dot));
    let state = match (&help.settled, &help.taken) {
        (Some(_), _) => view! { <b class="received">{t.team.is_settled}</b> }.into_any(),
        (None, Some(taken)) => (t.team.taken_by)(&taken.by_name).into_any(),
        (None, None) => view! { <b class="owed">{t.team.waits}</b> }.into_any(),
    };
    view! {
        <li class="call">
            <p class="t">{urgent}{help.what.clone()}</p>
            <p class="w">{shop}{who}{t.frame.dot}{state}</p>
            {help.settled.is_none().then(|| acts(desk, help))}
        </li>
    }
    .into_any()
}

fn acts(desk: Desk, help: &Help) -> AnyView {
    let t = desk.t;
    let id = help.id;
    let mine = desk.is_me(help.asked_by);
    let taken = help.taken.as_ref().map(|taken| desk.is_me(taken.by));
    let take = move |take: bool| Command::from(TakeHelp { help: id, take });
    let button = |words: &'static str, act: Command, said: &'static str, back: Option<Command>| {
        let what = help.what.clone();
        view! {
            <button
                type="button"
                class="btn small"
                aria-label=format!("{words}{}{what}", t.frame.colon)
                disabled=move || desk.busy.get()
                on:click=move |_| desk.record(act.clone(), said, back.clone())
            >
                {words}
            </button>
        }
    };
    let offered =
        (!mine && taken.is_none()).then(|| button(t.team.take, take(true), t.team.is_taken, Some(take(false))));
    let given = (taken == Some(true)).then(|| button(t.team.give_back, take(false), t.team.is_given, Some(take(true))));
    let may = mine || taken == Some(true) || desk.manages();
    let settled = may.then(|| button(t.team.settle, SettleHelp { help: id }.into(), t.team.is_settled, None));
    view! { <div class="acts">{offered}{given}{settled}</div> }.into_any()
}

/// Asking.
pub fn fields(desk: Desk) -> AnyView {
    let t = desk.t;
    // Made when the sheet opens: a double tap is one call.
    let id: HelpId = Phone.new_id();
    let (what, urgent) = (RwSignal::new(String::new()), RwSignal::new(false));
    let outlet: RwSignal<Option<OutletId>> = RwSignal::new(None);
    // The sheet may be open before everything is read.
    let territory = Memo::new(move |_| {
        desk.book.with(|book| book.as_ref().and_then(|book| book.people.first()?.territories.first().copied()))
    });
    let shops = Memo::new(move |_| {
        desk.book.with(|book| {
            let shops = book.iter().flat_map(|book| &book.shops).map(|(id, name)| (id.to_string(), name.clone()));
            std::iter::once((String::new(), t.team.no_shop.to_owned())).chain(shops).collect::<Vec<_>>()
        })
    });
    let command = move || {
        let (territory, what) = (territory.get()?, what.get().trim().to_owned());
        let outlet = outlet.get();
        (!what.is_empty()).then(|| AskHelp { help: id, territory, outlet, what, urgent: urgent.get() })
    };
    let ask = move |_| {
        if let Some(command) = untrack(command) {
            desk.record(command, t.team.is_asked, Some(Command::from(SettleHelp { help: id })));
        }
    };
    let how = move |at: usize| urgent.set(at == 1);
    let chosen = move || outlet.get().map(|id| id.to_string()).unwrap_or_default();
    let asked = view! {
        {move || territory.get().is_none().then(|| view! { <p class="meta">{t.team.nowhere}</p> })}
        {ui::area("help-what", t.team.need, what)}
        {move || select("help-shop", t.team.shop, shops.get(), chosen, move |id| outlet.set(id.parse().ok()))}
        {choice_buttons(t.team.urgency.to_owned(), t.team.urgencies.map(str::to_owned).to_vec(), move || Some(usize::from(urgent.get())), how)}
    };
    let act = view! {
        <button
            type="button"
            class="btn main"
            disabled=move || desk.busy.get() || command().is_none()
            on:click=ask
        >
            {t.team.ask}
        </button>
    };
    ui::sheet_form(asked.into_any(), act.into_any())
}
