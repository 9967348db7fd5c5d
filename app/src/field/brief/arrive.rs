//! Arriving: where the phone is, how sure it is of that, and the act. Far away or without a position a reason
//! is asked for, never more: it works anywhere, with or without a network.

use super::file::File;
use super::reason::{Reason, reason_sheet};
use crate::routes;
use crate::state::{Me, NoFix, NotRecorded, Phone, spawn, use_state};
use crate::text::{Texts, clock};
use crate::ui::{self, Busy, Icon, Toast, icon, icon_small, main_link};
use domain::commands::CheckIn;
use domain::geo::Fix;
use domain::id::{ChecklistId, VisitId};
use domain::records::{Outlet, TaskKind, VisitReason};
use domain::{Command, Refusal};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// An arrival that may happen. The visit's id is made here, when the brief is opened: a double tap is one visit.
#[derive(Clone, Copy)]
pub struct Arrival {
    visit: VisitId,
    place: RwSignal<Place>,
    busy: Busy,
    pub(super) asking: RwSignal<bool>,
}

/// What is known of where the phone is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Place {
    Measuring,
    Found(Fix),
    Missing(NoFix),
}

/// How long a tap waits for a measurement that is under way: so many times a tenth of a second.
const PATIENCE: u32 = 30;

impl Arrival {
    /// Makes the id and begins to measure.
    pub fn begin() -> Self {
        let arrival = Self {
            visit: Phone.new_id(),
            place: RwSignal::new(Place::Measuring),
            busy: Busy::new(),
            asking: RwSignal::new(false),
        };
        arrival.measure();
        arrival
    }

    fn measure(self) {
        let state = use_state();
        self.place.set(Place::Measuring);
        spawn(async move {
            let first = move |fix| {
                state.fix.set(Some(fix));
                self.place.set(Place::Found(fix));
            };
            let place = match Phone.position(first).await {
                Ok(fix) => {
                    state.fix.set(Some(fix));
                    Place::Found(fix)
                }
                Err(why) => Place::Missing(why),
            };
            self.place.set(place);
        });
    }

    /// The fix that there is now.
    pub(super) fn fix(self) -> Option<Fix> {
        match self.place.get() {
            Place::Found(fix) => Some(fix),
            _ => None,
        }
    }
}

/// What a check-in here has to name.
#[derive(Clone)]
pub(super) struct Plan {
    pub(super) outlet: Outlet,
    pub(super) checklist: Option<ChecklistId>,
    pub(super) planned: bool,
    pub(super) redo: bool,
}

impl Plan {
    fn of(file: &File) -> Self {
        Self {
            outlet: file.outlet.clone(),
            checklist: file.checklist.as_ref().map(|list| list.id),
            planned: file.planned,
            redo: file.tasks.iter().any(|task| matches!(task.kind, TaskKind::Redo { .. })),
        }
    }

    /// Whether the rep is asked why they came here at all.
    pub(super) const fn is_unplanned(&self) -> bool {
        !self.planned && !self.redo
    }
}

/// See the module.
pub fn dock(t: Texts, me: &Me, file: &File, arrival: Arrival, call: AnyView) -> AnyView {
    let state = use_state();
    let offset = me.offset;
    let plan = StoredValue::new(Plan::of(file));
    let check_in = check_in(t, plan, arrival);
    let act = match &file.open {
        Some(open) if open.visit.outlet == file.outlet.id => main_link(routes::visit(open.visit.id), t.brief.to_visit),
        Some(open) => main_link(routes::visit(open.visit.id), (t.brief.other_open)(&open.shop)),
        None if !file.outlet.open => view! { <p class="b">{t.brief.closed}</p> }.into_any(),
        None => {
            let been = file.visits.first().is_some_and(|visit| visit.day == file.today);
            let words = if been { t.brief.visit_again } else { t.brief.check_in };
            ui::main_button(words, move || arrival.busy.get(), move || check_in.run(None))
        }
    };
    let been = file.visits.first().filter(|visit| visit.day == file.today).map(|visit| {
        let when = (t.brief.done_today)(&clock(visit.check_in.at, offset));
        view! { <p class="meta under"><a class="link" href=routes::visit(visit.id)>{when}</a></p> }
    });
    let shop = file.outlet.position;
    let content = view! {
        <div class="fix">
            {icon(Icon::MapPin)}
            <div class="grow" role="status">{move || place(t, arrival, shop)}</div>
            {move || {
                state
                    .sync
                    .with(|sync| sync.is_offline())
                    .then(|| {
                        view! {
                            <span class="st quiet">
                                {icon_small(Icon::WifiOff)}
                                {t.frame.works_offline}
                            </span>
                        }
                    })
            }}
        </div>
        <div class="acts">{call}{act}</div>
        {been}
    };
    view! {
        {ui::dock_edge(t.brief.check_in, content.into_any())}
        {reason_sheet(t, arrival, plan, check_in)}
    }
    .into_any()
}

fn place(t: Texts, arrival: Arrival, shop: domain::geo::Position) -> AnyView {
    let state = use_state();
    let again = move || {
        view! {
            <button type="button" class="ib" aria-label=t.brief.measure_again on:click=move |_| arrival.measure()>
                {icon(Icon::Refresh)}
            </button>
        }
    };
    let (words, more, again) = match arrival.place.get() {
        Place::Measuring => (t.brief.measuring.to_owned(), t.brief.measuring_why.to_owned(), None),
        Place::Missing(NoFix::Denied) => (t.brief.no_fix.to_owned(), t.brief.fix_denied.to_owned(), Some(again())),
        Place::Missing(NoFix::NotFound) => (t.brief.no_fix.to_owned(), t.brief.no_fix_why.to_owned(), Some(again())),
        Place::Found(fix) => {
            let distance = (t.measure.distance)(fix.position.metres_to(shop));
            let minutes = (state.clock.get().since(fix.measured_at) / 60_000).max(0);
            let when = (t.time.ago)(minutes);
            ((t.brief.from_shop)(&distance), (t.brief.accuracy)(fix.accuracy, &when), Some(again()))
        }
    };
    view! {
        <div class="row">
            <div class="grow">
                <b>{words}</b>
                <p class="meta">{more}</p>
            </div>
            {again}
        </div>
    }
    .into_any()
}

/// The act: with the reasons that were given, or none yet.
fn check_in(t: Texts, plan: StoredValue<Plan>, arrival: Arrival) -> Callback<Option<Reason>> {
    let state = use_state();
    let navigate = use_navigate();
    Callback::new(move |given: Option<Reason>| {
        if !arrival.busy.take() {
            return;
        }
        // As it is when it is tapped: while the phone measures, the brief may be drawn anew.
        let Some(plan) = plan.try_get_value() else { return arrival.busy.done() };
        let navigate = navigate.clone();
        spawn(async move {
            let waits = || arrival.place.try_get_untracked() == Some(Place::Measuring);
            for _ in 0..PATIENCE {
                if !waits() {
                    break;
                }
                Phone.sleep(100).await;
            }
            let fix = match arrival.place.try_get_untracked() {
                Some(Place::Found(fix)) => Some(fix),
                _ => None,
            };
            let asks = plan.is_unplanned() || CheckIn::needs_reason(fix.as_ref(), &plan.outlet);
            if asks && given.is_none() {
                arrival.busy.done();
                arrival.asking.set(true);
                return;
            }
            match go_in(arrival.visit, &plan, fix, given.unwrap_or_default()).await {
                Ok(()) => {
                    Phone.buzz();
                    let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
                    navigate(&routes::visit(arrival.visit), options);
                }
                Err(NotRecorded::Refused(refusal)) => Toast::failed(refusal.text(t.language)).show(state),
                Err(NotRecorded::NotSaved(_)) => Toast::failed(t.visit.not_saved).show(state),
            }
            arrival.busy.done();
        });
    })
}

async fn go_in(visit: VisitId, plan: &Plan, fix: Option<Fix>, given: Reason) -> Result<(), NotRecorded> {
    let checklist = plan.checklist.ok_or(NotRecorded::Refused(Refusal::ChecklistUnknown))?;
    let reason = match (plan.planned, plan.redo) {
        (true, _) => VisitReason::Planned,
        (false, true) => VisitReason::Redo,
        (false, false) => VisitReason::Unplanned(given.why_here),
    };
    let exception = Some(given.why_far).filter(|why| !why.is_empty());
    let command = CheckIn { visit, outlet: plan.outlet.id, checklist, reason, fix, exception };
    Phone.record(Command::from(command)).await
}
