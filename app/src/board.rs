//! Partners as a manager sees them: what waits for a decision first, then the pipeline as a board, when agreements run
//! out, and whose ground is whose. All of it is read from the tablet's own records, with or without a network.

mod calendar;
mod columns;
mod compare;
mod grounds;
mod inbox;

use crate::routes;
use crate::state::{Me, live, use_state};
use crate::text::Texts;
use crate::ui::{self, Icon, Tab, icon_small, skeleton_rows};
use domain::Kind;
use domain::order::InOrder;
use domain::records::{Agreement, Candidate, CandidateStage};
use inbox::matters;
use jiff::civil::Date;
use leptos::prelude::*;
use std::sync::Arc;

/// What the views share.
#[derive(Clone, Debug, PartialEq)]
struct Region {
    candidates: Vec<Candidate>,
    agreements: Vec<Agreement>,
    today: Date,
}

/// Which of them is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Inbox,
    Pipeline,
    Calendar,
    Grounds,
}

impl Look {
    const ALL: [Self; 4] = [Self::Inbox, Self::Pipeline, Self::Calendar, Self::Grounds];

    fn words(self, t: Texts) -> &'static str {
        match self {
            Self::Inbox => t.board.inbox,
            Self::Pipeline => t.board.pipeline,
            Self::Calendar => t.board.calendar,
            Self::Grounds => t.board.ground,
        }
    }
}

/// The manager's screen at `/partners`.
pub fn board(t: Texts, me: &Me) -> AnyView {
    let offset = me.offset;
    let region = live(&[Kind::Candidate, Kind::Agreement], move |phone| async move {
        let mut candidates = phone.all::<Candidate>().await;
        candidates.order_by_key(|candidate| {
            let due = candidate.next.as_ref().map(|next| next.due);
            (due.is_none(), due, std::cmp::Reverse(candidate.touched_at))
        });
        let agreements = phone.all::<Agreement>().await;
        Arc::new(Region { candidates, agreements, today: phone.now().date(offset) })
    });
    let look = RwSignal::new(Look::Inbox);
    let (sought, compared) = (RwSignal::new(String::new()), RwSignal::new(Vec::new()));
    let comparing = RwSignal::new(false);
    let head = move || {
        let said = region.with(|region| region.as_ref().map(|region| sentence(t, region)));
        let (sentence, more) = said.unwrap_or_default();
        ui::say(sentence, more)
    };
    let chip = move |which: Look| {
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || (look.get() == which).to_string()
                on:click=move |_| look.set(which)
            >
                {which.words(t)}
            </button>
        }
    };
    let body = move || {
        let Some(region) = region.get() else { return skeleton_rows(6) };
        match look.get() {
            Look::Inbox => inbox::inbox(t, offset, &region),
            Look::Pipeline => columns::columns(t, region, sought, compared),
            Look::Calendar => calendar::calendar(t, &region),
            Look::Grounds => grounds::grounds(t, &region),
        }
    };
    let compare = move || {
        let count = compared.with(Vec::len);
        (look.get() == Look::Pipeline && count >= 2).then(|| {
            let words = (t.board.compare)(count);
            ui::dock(
                t.board.comparison,
                view! {
                    <div class="acts">{ui::main_button(words, || false, move || comparing.set(true))}</div>
                }
                .into_any(),
            )
        })
    };
    // Outside of what is drawn anew with every record that changes: whoever types keeps their place.
    let search = move || {
        (look.get() == Look::Pipeline)
            .then(|| view! { <div class="seek" role="search">{ui::find(t, t.partner.search, sought)}</div> })
    };
    view! {
        <div class="app">
            <a class="skip" href="#main" rel="external">{t.frame.to_content}</a>
            {ui::tabs(t, me, Tab::Partners)}
            <div class="screen">
                {head}
                <nav class="chips" aria-label=t.partner.title>
                    {Look::ALL.map(chip).collect_view()}{alliance(t)}{events(t)}{exports(t)}
                </nav>
                {search}
                <main class="page surf partners" id="main" tabindex="-1">{body}</main>
                {move || compare().unwrap_or_else(ui::toasts)}
                {compare::sheet(t, offset, comparing, compared)}
            </div>
        </div>
    }
    .into_any()
}

fn sentence(t: Texts, region: &Region) -> (String, String) {
    let waiting = matters(region).iter().filter(|matter| matter.decide).count();
    let members = region.candidates.iter().filter(|candidate| candidate.stage == CandidateStage::Member).count();
    let moving = region.candidates.iter().filter(|candidate| candidate.stage < CandidateStage::Member).count();
    let said = if waiting == 0 { t.board.head_none.to_owned() } else { (t.board.head)(waiting) };
    (said, (t.board.sum)(moving, members))
}

fn alliance(t: Texts) -> AnyView {
    view! { <a class="chip" href=crate::routes::ALLIANCE>{t.partner.alliance.title}</a> }.into_any()
}

fn events(t: Texts) -> AnyView {
    view! { <a class="chip" href=routes::EVENTS>{t.partner.event.title}</a> }.into_any()
}

/// The lists as files; made by the server, so they are there when it is.
fn exports(t: Texts) -> AnyView {
    let state = use_state();
    let entry = |to: &'static str, words: &'static str| {
        view! {
            <a class="chip" href=to rel="external" download>
                {icon_small(Icon::Download)}
                {words}
            </a>
        }
    };
    (move || {
        state.sync.with(|sync| sync.online == Some(true)).then(|| {
            view! {
                {entry("/api/v1/export/candidates.csv", t.board.export)}
                {entry("/api/v1/export/agreements.csv", t.board.export_agreements)}
            }
        })
    })
    .into_any()
}
