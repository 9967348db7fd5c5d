//! Planning an event, or changing what it is called, when and where it is. Its guests stay as they are.

use crate::state::{Phone, State, spawn};
use crate::text::Texts;
use crate::ui::{self, Busy, Field, Toast};
use domain::commands::HoldEvent;
use domain::id::{DealerId, EventId, RegionId};
use domain::records::{Dealer, EventPremise, RecruitEvent};
use jiff::ToSpan;
use jiff::civil::Date;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What is entered.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    event: EventId,
    region: RegionId,
    name: String,
    place: String,
    day: Date,
    dealer: Option<DealerId>,
    premises: BTreeSet<EventPremise>,
    /// Whether it is new.
    fresh: bool,
}

impl Plan {
    /// A new one. People need a week to come; its number is made here, so that a double tap is one event.
    pub fn fresh(region: RegionId, today: Date) -> Self {
        let day = today.saturating_add(7.days());
        let (event, premises) = (Phone.new_id(), BTreeSet::new());
        Self { event, region, name: String::new(), place: String::new(), day, dealer: None, premises, fresh: true }
    }

    /// A known one.
    pub fn of(event: &RecruitEvent) -> Self {
        Self {
            event: event.id,
            region: event.region,
            name: event.name.clone(),
            place: event.place.clone(),
            day: event.day,
            dealer: event.dealer,
            premises: event.premises.clone(),
            fresh: false,
        }
    }

    fn command(&self) -> HoldEvent {
        HoldEvent {
            event: self.event,
            region: self.region,
            name: self.name.clone(),
            place: self.place.clone(),
            day: self.day,
            guests: Vec::new(),
            dealer: self.dealer,
            premises: Some(self.premises.clone()),
        }
    }
}

/// See the module. `known` is asked when the sheet opens, also for the dealers of the region; `then` is told which event was written down.
pub fn sheet(
    t: Texts,
    state: State,
    open: RwSignal<bool>,
    known: impl Fn() -> Option<(Plan, Vec<Dealer>)> + Send + Sync + 'static,
    then: Callback<EventId>,
) -> AnyView {
    ui::sheet(
        t,
        open,
        move || t.partner.event.when_where.to_owned(),
        move || match known() {
            Some((before, dealers)) => fields(t, state, open, (before, dealers), then),
            None => ().into_any(),
        },
    )
}

fn fields(
    t: Texts,
    state: State,
    open: RwSignal<bool>,
    (before, dealers): (Plan, Vec<Dealer>),
    then: Callback<EventId>,
) -> AnyView {
    let (name, place) = (RwSignal::new(before.name.clone()), RwSignal::new(before.place.clone()));
    let day = RwSignal::new(before.day.to_string());
    let (dealer, premises) = (RwSignal::new(before.dealer), RwSignal::new(before.premises.clone()));
    let busy = Busy::new();
    let save = move |_| {
        let Ok(day) = day.get_untracked().parse() else { return };
        if !busy.take() {
            return;
        }
        let before = before.clone();
        let (name, place) = (name.get_untracked(), place.get_untracked());
        let (dealer, premises) = (dealer.get_untracked(), premises.get_untracked());
        let after = Plan { name, place, day, dealer, premises, ..before.clone() };
        spawn(async move {
            match Phone.record(after.command().into()).await {
                Ok(()) if before.fresh => {
                    open.set(false);
                    Toast::saved(t.partner.event.planned).show(state);
                    then.run(before.event);
                }
                Ok(()) => {
                    open.set(false);
                    let back = before.clone();
                    Toast::saved(t.partner.event.changed)
                        .with_undo(move || ui::record_or_say(t, state, back.command()))
                        .show(state);
                    then.run(before.event);
                }
                Err(why) => Toast::not_recorded(t, &why).show(state),
            }
            busy.done();
        });
    };
    let text = |id, label| Field { id, kind: "text", mode: "text", complete: "off", label };
    let date = Field { id: "event-day", kind: "date", mode: "none", complete: "off", label: t.partner.event.day };
    let incomplete = move || name.with(|name| name.trim().is_empty()) || day.with(String::is_empty);
    let words = EventPremise::ALL.map(|premise| (t.partner.event.premise)(premise).to_owned()).to_vec();
    let picked = move |at: usize| premises.with(|premises| premises.contains(&EventPremise::ALL[at]));
    let pick = move |at: usize, holds: bool| {
        let premise = EventPremise::ALL[at];
        premises.update(|premises| match holds {
            true => premises.extend([premise]),
            false => premises.retain(|one| *one != premise),
        });
    };
    let names = dealers.iter().map(|dealer| dealer.name.clone()).collect();
    let ids = StoredValue::new(dealers.into_iter().map(|dealer| dealer.id).collect::<Vec<_>>());
    let chosen = move || ids.with_value(|ids| ids.iter().position(|id| dealer.get() == Some(*id)));
    let choose = move |at: usize| dealer.set(ids.with_value(|ids| ids.get(at).copied()));
    let asked = view! {
        {ui::field(text("event-title", t.partner.add.event_name), move || name.get(), move |text| name.set(text), || "")}
        {ui::field(text("event-place", t.partner.event.place), move || place.get(), move |text| place.set(text), || "")}
        {ui::field(date, move || day.get(), move |text| day.set(text), || "")}
        <p class="meta">{t.partner.event.dealer}</p>
        {ui::choice_buttons(t.partner.event.dealer.to_owned(), names, chosen, choose)}
        <p class="meta">{t.partner.event.premises}</p>
        {ui::picks(t.partner.event.premises.to_owned(), true, words, picked, pick)}
    };
    let act = view! {
        <button
            type="button"
            class="btn main"
            disabled=move || busy.get() || incomplete()
            on:click=save
        >
            {t.partner.save}
        </button>
    };
    ui::sheet_form(asked.into_any(), act.into_any())
}
