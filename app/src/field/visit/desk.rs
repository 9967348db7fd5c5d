//! Where a visit is filled in. Every answer is a command at once; it counts as saved when the phone says that it is
//! on the disk, and until then it stays here, also when the phone cannot save it (P4).

use super::book::{Backdrop, Book};
use crate::state::{Me, NotRecorded, Phone, spawn};
use crate::text::Texts;
use domain::Command;
use domain::commands::AnswerItem;
use domain::id::VisitId;
use domain::records::{Answer, AnswerValue, Checklist, Item, ItemKey, Visit};
use domain::rules::score::{Answers, asked, is_answered, open_items};
use domain::time::Moment;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Whether everything is on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// It is, since then.
    Saved(Moment),
    /// A write is under way.
    Running,
    /// A write has failed; what was entered is still here.
    Failed,
}

/// An answer that the records do not show yet.
#[derive(Clone, Debug, PartialEq)]
struct Entered {
    value: Option<AnswerValue>,
    state: EnteredState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum EnteredState {
    Waiting,
    Saved,
    Refused,
}

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
    entered: RwSignal<BTreeMap<ItemKey, Entered>>,
    draining: StoredValue<bool>,
}

impl Desk {
    /// Begins with the visit as it is.
    pub fn new(t: Texts, me: Me, visit: &Visit, backdrop: Backdrop, book: Book) -> Self {
        let last = visit.answers.values().map(|answer| answer.at).max().unwrap_or(visit.check_in.at);
        let entered: RwSignal<BTreeMap<ItemKey, Entered>> = RwSignal::new(BTreeMap::new());
        let answers = Memo::new(move |_| {
            let mut answers = book.visit.with(|visit| {
                visit.as_ref().and_then(Option::as_ref).map(|visit| visit.answers.clone()).unwrap_or_default()
            });
            entered.with(|entered| {
                for (item, entered) in entered {
                    match &entered.value {
                        Some(value) => {
                            answers.insert(item.clone(), Answer { value: value.clone(), at: Moment::default() });
                        }
                        None => {
                            answers.remove(item);
                        }
                    }
                }
            });
            answers
        });
        let desk = Self {
            t,
            me: StoredValue::new(me),
            id: visit.id,
            book,
            shop: StoredValue::new(backdrop.outlet.as_ref().map(|outlet| outlet.name.clone()).unwrap_or_default()),
            backdrop: StoredValue::new(Arc::new(backdrop)),
            begun: visit.check_in.at,
            answers,
            saving: RwSignal::new(Saving::Saved(last)),
            wrong: RwSignal::new(BTreeMap::new()),
            unfolded: RwSignal::new(BTreeSet::new()),
            note: RwSignal::new(String::new()),
            noting: RwSignal::new(false),
            entered,
            draining: StoredValue::new(false),
        };
        desk.forget_what_the_records_show();
        desk
    }

    /// The checklist.
    pub fn with_list<T>(self, read: impl FnOnce(&Checklist) -> T) -> T {
        self.backdrop.with_value(|backdrop| read(&backdrop.list))
    }

    /// One of its questions.
    pub fn item(self, key: &ItemKey) -> Option<Item> {
        self.with_list(|list| list.item(key).cloned())
    }

    /// The answer to a question.
    pub fn value(self, key: &ItemKey) -> Option<AnswerValue> {
        self.answers.with(|answers| answers.get(key).map(|answer| answer.value.clone()))
    }

    /// Whether a question has all it asks for.
    pub fn is_answered(self, item: &Item) -> bool {
        self.answers.with(|answers| is_answered(item, answers.get(&item.key).map(|answer| &answer.value)))
    }

    /// The questions that are asked, in order.
    pub fn asked(self) -> Vec<Item> {
        self.answers.with(|answers| self.with_list(|list| asked(list, answers).into_iter().cloned().collect()))
    }

    /// Required questions that are open, in order.
    pub fn open_items(self) -> Vec<ItemKey> {
        self.answers.with(|answers| self.with_list(|list| open_items(list, answers)))
    }

    /// Takes an answer, or takes it back, and begins to save it.
    pub fn answer(self, item: &ItemKey, value: Option<AnswerValue>) {
        if self.answers.with_untracked(|answers| answers.get(item).map(|answer| &answer.value) == value.as_ref()) {
            return;
        }
        self.wrong.update(|wrong| drop(wrong.remove(item)));
        let entered = Entered { value, state: EnteredState::Waiting };
        self.entered.update(|all| drop(all.insert(item.clone(), entered)));
        self.save_pending();
    }

    /// Saves what waits, one answer after the other. While one is being written, later ones for the same
    /// question replace each other: nobody needs every number a stepper passes through.
    pub fn save_pending(self) {
        if self.draining.get_value() {
            return;
        }
        self.draining.set_value(true);
        self.saving.set(Saving::Running);
        spawn(async move {
            while let Some((item, value)) = self.next_waiting() {
                let command = AnswerItem { visit: self.id, item: item.clone(), value: value.clone() };
                match Phone.record(Command::from(command)).await {
                    Ok(()) => {
                        self.saving.set(Saving::Saved(Phone.now()));
                        self.settle(&item, value.as_ref(), EnteredState::Saved);
                    }
                    Err(NotRecorded::Refused(refusal)) => {
                        self.wrong.update(|wrong| drop(wrong.insert(item.clone(), refusal.text(self.t.language))));
                        self.settle(&item, value.as_ref(), EnteredState::Refused);
                        self.saving.set(Saving::Saved(Phone.now()));
                    }
                    Err(NotRecorded::NotSaved(_)) => {
                        self.saving.set(Saving::Failed);
                        break;
                    }
                }
            }
            self.draining.set_value(false);
        });
    }

    fn next_waiting(self) -> Option<(ItemKey, Option<AnswerValue>)> {
        self.entered
            .try_with_untracked(|entered| {
                let waiting = entered.iter().find(|(_, entered)| entered.state == EnteredState::Waiting);
                waiting.map(|(item, entered)| (item.clone(), entered.value.clone()))
            })
            .flatten()
    }

    /// Notes what became of an answer, unless another one has taken its place meanwhile.
    fn settle(self, item: &ItemKey, value: Option<&AnswerValue>, state: EnteredState) {
        self.entered.update(|all| {
            if let Some(entered) = all.get_mut(item).filter(|entered| entered.value.as_ref() == value) {
                entered.state = state;
            }
        });
    }

    /// What the records show need not be remembered here. An answer leaves when they show it, not when it was
    /// saved: in between the old one would flash up.
    fn forget_what_the_records_show(self) {
        Effect::new(move |_| {
            self.book.visit.with(|visit| {
                let Some(Some(visit)) = visit else { return };
                self.entered.maybe_update(|all| {
                    let before = all.len();
                    all.retain(|item, entered| {
                        let shown = visit.answers.get(item).map(|answer| &answer.value) == entered.value.as_ref();
                        entered.state != EnteredState::Saved || !shown
                    });
                    all.len() != before
                });
            });
            self.entered.track();
        });
    }
}
