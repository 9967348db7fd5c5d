//! Where a visit is filled in. Every answer is a command at once; it counts as saved when the phone says that it is
//! on the disk, and until then it stays here, also when the phone cannot save it (P4).

mod entered;
mod gone;

pub use entered::Saving;

use super::book::{Backdrop, Book};
use super::task::TaskSheet;
use crate::state::Me;
use crate::text::Texts;
use domain::id::{OutletId, TerritoryId, VisitId};
use domain::records::{Answer, AnswerValue, Attendance, Checklist, Item, ItemKey, Product, Visit, VisitReason};
use domain::rules::carry;
use domain::rules::score::{Answers, is_answered};
use domain::time::Moment;
use entered::Entered;
use gone::Gone;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// See the module; cheap to copy.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The texts.
    pub t: Texts,
    /// Who fills it in.
    pub me: StoredValue<Me>,
    /// Which visit.
    pub id: VisitId,
    /// What the records say.
    pub book: Book,
    /// What an answer does not change.
    pub backdrop: StoredValue<Arc<Backdrop>>,
    /// The name of the shop.
    pub shop: StoredValue<String>,
    /// When the visit began.
    pub begun: Moment,
    /// The answers, those that are being saved included.
    pub answers: Memo<Answers>,
    /// Whether everything is on the disk.
    pub saving: RwSignal<Saving>,
    /// What is wrong with an answer, in words.
    pub wrong: RwSignal<BTreeMap<ItemKey, String>>,
    /// Questions that stand open although they are answered.
    pub unfolded: RwSignal<BTreeSet<ItemKey>>,
    /// The note for the check-out, and whether its sheet is open.
    pub note: RwSignal<String>,
    /// See [`Desk::note`].
    pub noting: RwSignal<bool>,
    /// The sheet that leaves a task.
    pub tasks: TaskSheet,
    gone: Memo<Gone>,
    entered: RwSignal<BTreeMap<ItemKey, Entered>>,
    draining: StoredValue<bool>,
    /// Filled in for trial: nothing is recorded.
    trial: bool,
}

impl Desk {
    /// Begins with the visit as it is.
    pub fn new(t: Texts, me: Me, visit: &Visit, backdrop: Backdrop, book: Book) -> Self {
        let last = visit.answers.values().map(|answer| answer.at).max().unwrap_or(visit.check_in.at);
        let entered: RwSignal<BTreeMap<ItemKey, Entered>> = RwSignal::new(BTreeMap::new());
        let answers = entered::shown_over_records(book, entered);
        let shop = StoredValue::new(backdrop.outlet.as_ref().map(|outlet| outlet.name.clone()).unwrap_or_default());
        let backdrop = StoredValue::new(Arc::new(backdrop));
        let gone = Memo::new(move |_| {
            answers.with(|answers| backdrop.with_value(|backdrop| gone::through(&backdrop.list, answers)))
        });
        let desk = Self {
            t,
            me: StoredValue::new(me),
            id: visit.id,
            book,
            shop,
            backdrop,
            begun: visit.check_in.at,
            answers,
            saving: RwSignal::new(Saving::Saved(last)),
            wrong: RwSignal::new(BTreeMap::new()),
            unfolded: RwSignal::new(BTreeSet::new()),
            note: RwSignal::new(String::new()),
            noting: RwSignal::new(false),
            tasks: TaskSheet::new(),
            gone,
            entered,
            draining: StoredValue::new(false),
            trial: false,
        };
        desk.forget_what_the_records_show();
        desk
    }

    /// A form that is filled in for trial (F27): the same questions, of no visit, and nothing is recorded. It begins
    /// with what was answered before the form was changed.
    pub fn trial(t: Texts, me: Me, list: Checklist, products: Vec<Product>, answers: Answers) -> Self {
        let visit = Visit { answers, ..nobody(&me, &list) };
        let products = products.into_iter().map(|product| (product.id, product)).collect();
        let backdrop = Backdrop { products, ..Backdrop::alone(list) };
        let desk = Self::new(t, me, &visit, backdrop, Book::of(visit.clone()));
        Self { trial: true, ..desk }
    }

    /// Whether it is filled in for trial: then there is no shop to photograph, and nothing can be left there.
    pub const fn is_trial(self) -> bool {
        self.trial
    }

    /// The checklist.
    pub fn with_list<T>(self, read: impl FnOnce(&Checklist) -> T) -> T {
        self.backdrop.with_value(|backdrop| read(&backdrop.list))
    }

    /// One of its questions.
    pub fn item(self, key: &ItemKey) -> Option<Item> {
        self.with_list(|list| list.item(key).cloned())
    }

    /// The answer to a question: given, or computed.
    pub fn value(self, key: &ItemKey) -> Option<AnswerValue> {
        if let Some(computed) = self.gone.with(|gone| gone.computed.get(key).cloned()) {
            return Some(computed);
        }
        self.answers.with(|answers| answers.get(key).map(|answer| answer.value.clone()))
    }

    /// Whether a question has all it asks for.
    pub fn is_answered(self, item: &Item) -> bool {
        self.answers.with(|answers| is_answered(item, answers.get(&item.key).map(|answer| &answer.value)))
    }

    /// Whether the rep said that it is as it was last time (F25).
    pub fn is_confirmed(self, key: &ItemKey) -> bool {
        self.answers.with(|answers| answers.get(key).is_some_and(|answer| answer.confirmed))
    }

    /// What was answered last time, if one tap can say that it still is so (F25).
    pub fn offered(self, item: &Item) -> Option<AnswerValue> {
        self.backdrop.with_value(|backdrop| {
            let last = backdrop.before.as_ref().and_then(|visit| visit.answers.get(&item.key));
            carry::offered(item, last).cloned()
        })
    }

    /// Takes an answer, or takes it back, and begins to save it.
    pub fn answer(self, item: &ItemKey, value: Option<AnswerValue>) {
        self.enter(item, Entered::waiting(value, false));
    }

    /// Takes over what was answered last time: the rep looked, and it still is so (F25).
    pub fn confirm(self, item: &Item) {
        if let Some(value) = self.offered(item) {
            self.enter(&item.key, Entered::waiting(Some(value), true));
        }
    }

    fn given(self, key: &ItemKey) -> Option<Answer> {
        self.answers.with_untracked(|answers| answers.get(key).cloned())
    }
}

/// The visit that a trial has in the place of one.
fn nobody(me: &Me, list: &Checklist) -> Visit {
    let at = Moment::default();
    Visit {
        id: VisitId(uuid::Uuid::nil()),
        outlet: OutletId(uuid::Uuid::nil()),
        territory: TerritoryId(uuid::Uuid::nil()),
        rep: me.id,
        rep_name: me.name.clone(),
        device: me.device,
        checklist: list.id,
        reason: VisitReason::Planned,
        day: at.date(me.offset),
        check_in: Attendance { at, fix: None, distance: None, exception: None },
        check_out: None,
        answers: BTreeMap::new(),
        score: None,
        odd: Vec::new(),
        forgotten: None,
        confirmed: None,
        companions: Vec::new(),
        note: String::new(),
        photos: 0,
    }
}
