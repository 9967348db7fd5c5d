//! One matter: who, when, why, what is in it, and the decision.

use super::shelf::Matter;
use crate::field::{Deed, plain_words};
use crate::routes;
use crate::state::{Phone, State, spawn, use_state};
use crate::text::Texts;
use crate::ui::{self, Busy, Icon, Toast, icon};
use domain::Command;
use domain::commands::{Decision, ReviewQuarantine};
use domain::id::{QuarantineId, UserId};
use domain::limits::TEXT_CHARS;
use domain::records::Quarantine;
use domain::time::Offset;
use leptos::prelude::*;

/// See the module.
pub fn detail(t: Texts, offset: Offset, matter: &Matter) -> AnyView {
    let Some(first) = matter.first() else { return ui::empty(Icon::Help, t.quarantine.unknown, "", None) };
    let name = first.rep_name.clone();
    let title = if matter.shop.is_empty() { name.clone() } else { matter.shop.clone() };
    let state = use_state();
    let (made, came) = (first.captured_at, first.received_at);
    let when = move || {
        let now = state.clock.get();
        (t.quarantine.times)(&t.time.when(made, now, offset), &t.time.when(came, now, offset))
    };
    let unread = (!matter.is_acceptable()).then(|| view! { <p class="meta">{t.quarantine.unreadable}</p> });
    view! {
        <div class="body">
            <div class="th">
                <a class="ib only-narrow" href=routes::QUARANTINE aria-label=t.frame.back>{icon(Icon::Back)}</a>
                <div class="grow">
                    <h1>{title}</h1>
                    <p class="meta">{name.clone()}{t.frame.dot}{when}</p>
                </div>
            </div>
            <p class="words">{(t.quarantine.why)(&first.why, &name)}</p>
            {unread}
            <h2>{t.quarantine.says}</h2>
            <ul class="kept-parts">{matter.parts.iter().map(|part| piece(t, matter, part)).collect_view()}</ul>
            {outcome(t, first)}
        </div>
    }
    .into_any()
}

/// What a part says, and the picture that came with it.
fn piece(t: Texts, matter: &Matter, part: &Quarantine) -> AnyView {
    let command = part.command.as_deref();
    let item = match command {
        Some(Command::AnswerItem(command)) => matter.items.iter().find(|item| item.key == command.item),
        _ => None,
    };
    let title = match item {
        Some(item) => item.title.get(t.language).to_owned(),
        None => Deed::of(command).words(t, 1),
    };
    let words = match command {
        Some(Command::AnswerItem(command)) => match (item, &command.value) {
            (Some(item), Some(value)) => plain_words(t, item, value),
            (Some(_), None) => t.quarantine.taken_back.to_owned(),
            (None, _) => String::new(),
        },
        Some(Command::LeaveTask(command)) => command.what.clone(),
        Some(Command::CloseTask(command)) => command.words.clone(),
        Some(Command::CheckOut(command)) => command.note.clone(),
        Some(Command::SkipStop(command)) => command.note.clone(),
        Some(Command::AskLeave(command)) => command.brief.clone(),
        _ => String::new(),
    };
    let photo = command.and_then(Command::photo).map(|(_, thumbnail)| {
        view! { <img src=format!("data:image/jpeg;base64,{thumbnail}") alt=t.quarantine.photo/> }
    });
    view! {
        <li>
            <span class="t">{title}</span>
            {(!words.is_empty()).then(|| view! { <span class="w">{words}</span> })}
            {photo}
        </li>
    }
    .into_any()
}

fn outcome(t: Texts, first: &Quarantine) -> Option<AnyView> {
    let reviewed = first.reviewed.as_ref()?;
    let words = match &reviewed.decision {
        Decision::Return { because } => {
            format!(
                "{}{}{}",
                (t.quarantine.returned_by)(&reviewed.by_name),
                t.frame.dot,
                (t.quarantine.reason)(because)
            )
        }
        Decision::Accept | Decision::Rehome { .. } => (t.quarantine.accepted_by)(&reviewed.by_name),
    };
    Some(view! { <p class="words"><b>{words}</b></p> }.into_any())
}

/// What is decided with.
#[derive(Clone, Copy)]
struct Bench {
    t: Texts,
    state: State,
    busy: Busy,
    matter: Memo<Option<Matter>>,
    name: StoredValue<String>,
}

impl Bench {
    /// Decides about the parts one after the other: each is a command of its own, and what does not hold stays.
    fn decide(self, decision: Decision) {
        if !self.busy.take() {
            return;
        }
        let (t, state, name) = (self.t, self.state, self.name.get_value());
        let parts: Vec<QuarantineId> =
            self.matter.with_untracked(|matter| matter.iter().flat_map(|m| &m.parts).map(|part| part.id).collect());
        spawn(async move {
            let mut refused = None;
            for quarantine in parts {
                let review = ReviewQuarantine { quarantine, decision: decision.clone() };
                if let Err(why) = Phone.record(Command::from(review)).await {
                    refused = Some(why);
                    break;
                }
            }
            match (refused, decision) {
                (Some(why), _) => Toast::not_recorded(t, &why).show(state),
                (None, Decision::Return { .. }) => Toast::saved((t.quarantine.returned)(&name)).show(state),
                (None, _) => Toast::saved((t.quarantine.accepted)(&name)).show(state),
            }
            self.busy.done();
        });
    }
}

/// What can be decided about a matter.
#[derive(Clone, PartialEq)]
struct Choices {
    waits: bool,
    acceptable: bool,
    rep_name: String,
    stand_ins: Vec<(UserId, String)>,
}

impl Choices {
    fn about(matter: &Matter) -> Option<Self> {
        let first = matter.first()?;
        (first.waits() || matter.went_back()).then(|| Self {
            waits: first.waits(),
            acceptable: matter.is_acceptable(),
            rep_name: first.rep_name.clone(),
            stand_ins: matter.stand_ins.clone(),
        })
    }
}

/// The decision. It is drawn anew when there is something else to decide, not when another part of the matter arrives: a
/// reason is being typed here.
pub fn acts(t: Texts, matter: Memo<Option<Matter>>) -> impl IntoView {
    let choices = Memo::new(move |_| matter.with(|matter| matter.as_ref().and_then(Choices::about)));
    move || choices.get().map(|choices| buttons(t, matter, &choices))
}

fn buttons(t: Texts, matter: Memo<Option<Matter>>, choices: &Choices) -> AnyView {
    let (waits, name) = (choices.waits, &choices.rep_name);
    let (busy, state) = (Busy::new(), use_state());
    let bench = Bench { t, state, busy, matter, name: StoredValue::new(name.clone()) };
    let words = move || {
        let count = matter.with(|matter| matter.as_ref().map_or(0, |matter| matter.parts.len()));
        if waits { (t.quarantine.accept)(count) } else { t.quarantine.accept_after_all.to_owned() }
    };
    let accept = choices.acceptable.then(|| {
        view! {
            <p class="meta wide">{(t.quarantine.accept_more)(name)}</p>
            <button
                type="button"
                class="btn main"
                aria-busy=move || busy.get().then_some("true")
                disabled=move || busy.get()
                on:click=move |_| bench.decide(Decision::Accept)
            >
                {words}
            </button>
        }
    });
    let others = (waits && !choices.stand_ins.is_empty()).then(|| stand_ins(t, &choices.stand_ins, bench));
    view! {
        <div class="actbar kept-acts">
            {accept}
            {others}
            {waits.then(|| give_back(t, name, bench))}
        </div>
    }
    .into_any()
}

fn stand_ins(t: Texts, people: &[(UserId, String)], bench: Bench) -> AnyView {
    let busy = bench.busy;
    let buttons = people.iter().map(|(user, name)| {
        let to = *user;
        view! {
            <button
                type="button"
                class="btn mid"
                disabled=move || busy.get()
                on:click=move |_| bench.decide(Decision::Rehome { to })
            >
                {(t.quarantine.rehome_to)(name)}
            </button>
        }
    });
    view! { <div class="kept-rehome" role="group" aria-label=t.quarantine.rehome>{buttons.collect_view()}</div> }
        .into_any()
}

fn give_back(t: Texts, name: &str, bench: Bench) -> AnyView {
    let busy = bench.busy;
    let because = RwSignal::new(String::new());
    let ready = move || because.with(|because| !because.trim().is_empty());
    let send = move |_| {
        if ready() {
            bench.decide(Decision::Return { because: because.get_untracked() });
        }
    };
    let field = ui::field(
        ui::Field { id: "kept-because", kind: "text", mode: "text", complete: "off", label: t.quarantine.because },
        move || because.get(),
        move |text| because.set(text.chars().take(TEXT_CHARS).collect()),
        || "",
    );
    view! {
        <div class="kept-back">
            {field}
            <p class="meta">{(t.quarantine.because_more)(name)}</p>
            <button type="button" class="btn mid" disabled=move || busy.get() || !ready() on:click=send>
                {icon(Icon::Refused)}
                {t.quarantine.give_back}
            </button>
        </div>
    }
    .into_any()
}
