//! What is in the hand of whoever plans: the routes as they are drawn, the stop that is picked, and the acts with both.
//! A tap, a drag and a key end in the same acts.

use super::book::{Book, Findings, Shop};
use super::left;
use crate::manage::setup::unsaved;
use crate::state::{Phone, State, spawn};
use crate::text::Texts;
use crate::ui::{Busy, Toast, record_or_say};
use domain::id::{OutletId, PlanId, UserId};
use domain::records::{OutletClass, Weeks};
use domain::rules::load::VisitTime;
use domain::rules::plan::monday_of;
use domain::rules::planner::{Fresh, Planner, back};
use domain::rules::tour::shorten;
use jiff::ToSpan;
use jiff::civil::Date;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A stop that is picked: the shop, and the day on which it is; none while it is on no route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// The shop.
    pub shop: OutletId,
    /// The day.
    pub day: Option<Date>,
}

/// What the screen is made of; cheap to copy.
#[derive(Clone, Copy)]
pub struct Desk {
    pub t: Texts,
    pub state: State,
    pub book: ReadSignal<Option<Book>>,
    pub rep: Memo<Option<UserId>>,
    pub time: ReadSignal<Option<VisitTime>>,
    /// The first day of the change, as it is typed.
    pub from: RwSignal<String>,
    /// Which week from that day on is looked at.
    pub week: RwSignal<u32>,
    pub drawn: RwSignal<Option<Planner>>,
    /// What was planned and not saved when the screen was opened, by rep.
    pub left: ReadSignal<Option<BTreeMap<UserId, Planner>>>,
    /// Whose of it is gone on with.
    pub resumed: RwSignal<Option<UserId>>,
    /// What is drawn was saved and is not among the records yet.
    pub settled: RwSignal<bool>,
    pub held: RwSignal<Option<Held>>,
    /// It is being dragged: nothing may appear that would move it under the pointer.
    pub dragged: RwSignal<bool>,
    /// Which of the shops on no route are listed.
    pub class: RwSignal<Option<OutletClass>>,
    /// The route whose name and walker are looked at, and whether they are.
    pub changing: RwSignal<Option<PlanId>>,
    pub asking: RwSignal<bool>,
    pub busy: Busy,
}

/// Draws the routes anew whenever the rep, the day or the records change, unless something has been changed by hand. What
/// was left half planned is drawn first.
pub fn follow(desk: Desk) {
    let begun = StoredValue::new(BTreeSet::<UserId>::new());
    Effect::new(move |before: Option<Option<(UserId, Date)>>| {
        let key = desk.rep.get().zip(desk.first_day());
        if let Some((rep, day)) = key {
            let is_first = begun.try_update_value(|begun| begun.insert(rep)).unwrap_or_default();
            let today = desk.book.with_untracked(|book| book.as_ref().map_or(day, |book| book.today));
            let left = desk.left.with_untracked(|left| left.as_ref()?.get(&rep).cloned()).filter(|_| is_first);
            if let Some(left) = left {
                let left = if left.first_day() < today { left.put_off(day) } else { left };
                let from = left.first_day();
                desk.settled.set(false);
                desk.held.set(None);
                desk.resumed.set(Some(rep));
                desk.drawn.set(Some(left));
                desk.from.set(from.to_string());
                return Some((rep, from));
            }
        }
        let fresh = desk.book.with(|book| {
            let (book, (rep, from)) = book.as_ref().zip(key)?;
            Some(Planner::of(rep, from, &book.plans))
        });
        if before.flatten() != key || !untrack(|| desk.is_changed()) {
            desk.settled.set(false);
            desk.held.set(None);
            desk.drawn.set(fresh);
        }
        key
    });
}

impl Desk {
    /// The first day of the change; none while none is typed, or one that has gone by.
    pub fn first_day(self) -> Option<Date> {
        let day: Date = self.from.with(|text| text.parse().ok())?;
        let today = self.book.with(|book| book.as_ref().map(|book| book.today))?;
        (day >= today).then_some(day)
    }

    /// The days of the week that is looked at.
    pub fn days(self) -> Vec<Date> {
        let Some(first) = self.first_day() else { return Vec::new() };
        let monday = monday_of(first).saturating_add((7 * i64::from(self.week.get())).days());
        (0..7).map(|day| monday.saturating_add(day.days())).collect()
    }

    /// Whether there is something to save.
    pub fn is_changed(self) -> bool {
        !self.settled.get() && self.drawn.with(|drawn| drawn.as_ref().is_some_and(Planner::is_changed))
    }

    /// The name of the rep.
    pub fn name(self) -> String {
        let rep = self.rep.get();
        self.book.with(|book| {
            let reps = book.iter().flat_map(|book| &book.reps);
            reps.filter(|one| Some(one.id) == rep).map(|one| one.name.clone()).next().unwrap_or_default()
        })
    }

    /// What is said of the routes as they are drawn.
    pub fn findings(self) -> Findings {
        let key = self.rep.get().zip(self.first_day());
        self.book.with(|book| {
            self.drawn.with(|drawn| match (book, drawn, key) {
                (Some(book), Some(drawn), Some((rep, from))) => book.findings(rep, from, drawn),
                _ => Findings::default(),
            })
        })
    }

    /// A shop as it is known.
    pub fn shop(self, id: OutletId) -> Option<Shop> {
        self.book.with_untracked(|book| book.as_ref()?.shop(id).cloned())
    }

    /// Picks a stop, or lets it go.
    pub fn pick(self, shop: OutletId, day: Option<Date>) {
        let this = Some(Held { shop, day });
        self.held.update(|held| *held = if *held == this { None } else { this });
    }

    /// Takes a stop up with the pointer.
    pub fn drag(self, shop: OutletId, day: Option<Date>) {
        self.dragged.set(true);
        self.held.set(Some(Held { shop, day }));
    }

    /// Puts down what was dragged, wherever it is now.
    pub fn put_down(self) {
        self.dragged.set(false);
        self.held.set(None);
    }

    /// Puts the stop that is picked on a day, before another one or at the end.
    pub fn put(self, to: Date, before: Option<OutletId>) {
        let Some(held) = self.held.get_untracked() else { return };
        let Some(shop) = self.shop(held.shop) else { return };
        let region = self.book.with_untracked(|book| book.as_ref()?.region(shop.territory));
        let (Some(region), Some(first)) = (region, untrack(|| self.first_day())) else { return };
        if to < first {
            return;
        }
        let name = (self.t.planning.new_route)(usize::from(to.weekday().to_monday_zero_offset().unsigned_abs()));
        let fresh = Fresh { plan: Phone.new_id::<PlanId>(), region, name };
        let stop = (shop.id, shop.territory);
        self.drawn.update(|drawn| {
            let Some(drawn) = drawn else { return };
            match held.day {
                Some(from) => drawn.move_stop(stop, (from, to), before, fresh),
                None => drawn.put(stop, to, before, Weeks::Every, fresh),
            }
        });
        self.held.set(Some(Held { day: Some(to), ..held }));
        self.focus();
    }

    /// Takes the stop that is picked off its route.
    pub fn take_off(self) {
        let Some(Held { shop, day: Some(day) }) = self.held.get_untracked() else { return };
        self.drawn.update(|drawn| {
            if let Some(drawn) = drawn {
                drawn.take_off(shop, day);
            }
        });
        self.held.set(None);
    }

    /// The stop that is picked and the one before or after it change places.
    pub fn shift(self, later: bool) {
        let Some(Held { shop, day: Some(day) }) = self.held.get_untracked() else { return };
        self.drawn.update(|drawn| {
            if let Some(drawn) = drawn {
                drawn.shift(shop, day, later);
            }
        });
        self.focus();
    }

    /// Puts the stops of a day in the order of the shortest way.
    pub fn shorten(self, day: Date) {
        let stops = self.drawn.with_untracked(|drawn| drawn.as_ref().map(|drawn| drawn.stops(day))).unwrap_or_default();
        let placed: Vec<_> = stops.iter().filter_map(|stop| self.shop(*stop)).collect();
        let positions: Vec<_> = placed.iter().map(|shop| shop.position).collect();
        let order: Vec<OutletId> = shorten(None, &positions).into_iter().map(|at| placed[at].id).collect();
        self.drawn.update(|drawn| {
            if let Some(drawn) = drawn {
                drawn.order(day, &order);
            }
        });
    }

    /// Forgets what was changed.
    pub fn discard(self) {
        let key = untrack(|| self.rep.get().zip(self.first_day()));
        let fresh = self.book.with_untracked(|book| {
            let (book, (rep, from)) = book.as_ref().zip(key)?;
            Some(Planner::of(rep, from, &book.plans))
        });
        self.held.set(None);
        self.resumed.set(None);
        self.drawn.set(fresh);
    }

    /// Records it.
    pub fn save(self) {
        let command = self.drawn.with_untracked(|drawn| drawn.as_ref()?.command(|| Phone.new_id()));
        let Some(command) = command else { return };
        if !self.busy.take() {
            return;
        }
        let (t, state, rep) = (self.t, self.state, command.rep);
        let before = self.book.with_untracked(|book| book.as_ref().map(|book| book.plans.clone())).unwrap_or_default();
        let undo = back(&command, &before, || Phone.new_id());
        let words = (t.planning.saved)(&untrack(|| self.name()), &(t.time.day)(command.from));
        spawn(async move {
            match Phone.record(command.into()).await {
                Ok(()) => {
                    unsaved::forget(left::name(rep)).await;
                    self.settled.try_set(true);
                    self.held.try_set(None);
                    let undo = move || undo.iter().for_each(|one| record_or_say(t, state, one.clone()));
                    Toast::saved(words).with_undo(undo).show(state);
                }
                Err(why) => Toast::not_recorded(t, &why).show(state),
            }
            self.busy.done();
        });
    }
}
