//! What was entered and is not in the records yet, and how it gets there.

use super::super::book::Book;
use super::Desk;
use crate::state::{NotRecorded, Phone, spawn};
use domain::Command;
use domain::commands::AnswerItem;
use domain::records::{Answer, AnswerValue, ItemKey};
use domain::rules::score::Answers;
use domain::time::Moment;
use leptos::prelude::*;
use std::collections::BTreeMap;

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
pub(super) struct Entered {
    value: Option<AnswerValue>,
    confirmed: bool,
    state: EnteredState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum EnteredState {
    Waiting,
    Saved,
    Refused,
}

impl Entered {
    pub(super) const fn waiting(value: Option<AnswerValue>, confirmed: bool) -> Self {
        Self { value, confirmed, state: EnteredState::Waiting }
    }

    fn says_the_same(&self, answer: Option<&Answer>) -> bool {
        let said = answer.map(|answer| (&answer.value, answer.confirmed));
        said == self.value.as_ref().map(|value| (value, self.confirmed))
    }
}

/// The answers of the records, with what was entered since over them.
pub(super) fn shown_over_records(book: Book, entered: RwSignal<BTreeMap<ItemKey, Entered>>) -> Memo<Answers> {
    Memo::new(move |_| {
        let mut answers = book.visit.with(|visit| {
            visit.as_ref().and_then(Option::as_ref).map(|visit| visit.answers.clone()).unwrap_or_default()
        });
        entered.with(|entered| {
            for (item, entered) in entered {
                match &entered.value {
                    Some(value) => {
                        let answer =
                            Answer { value: value.clone(), at: Moment::default(), confirmed: entered.confirmed };
                        answers.insert(item.clone(), answer);
                    }
                    None => {
                        answers.remove(item);
                    }
                }
            }
        });
        answers
    })
}

impl Desk {
    pub(super) fn enter(self, item: &ItemKey, entered: Entered) {
        if entered.says_the_same(self.given(item).as_ref()) {
            return;
        }
        self.wrong.update(|wrong| drop(wrong.remove(item)));
        self.entered.update(|all| drop(all.insert(item.clone(), entered)));
        self.save_pending();
    }

    /// Saves what waits, one answer after the other. While one is being written, later ones for the same
    /// question replace each other: nobody needs every number a stepper passes through.
    pub fn save_pending(self) {
        if self.draining.get_value() {
            return;
        }
        if self.trial {
            return;
        }
        self.draining.set_value(true);
        self.saving.set(Saving::Running);
        spawn(async move {
            while let Some((item, entered)) = self.next_waiting() {
                let Entered { value, confirmed, .. } = entered.clone();
                let command = AnswerItem { visit: self.id, item: item.clone(), value, confirmed };
                match Phone.record(Command::from(command)).await {
                    Ok(()) => {
                        self.saving.set(Saving::Saved(Phone.now()));
                        self.settle(&item, &entered, EnteredState::Saved);
                    }
                    Err(NotRecorded::Refused(refusal)) => {
                        self.wrong.update(|wrong| drop(wrong.insert(item.clone(), refusal.text(self.t.language))));
                        self.settle(&item, &entered, EnteredState::Refused);
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

    fn next_waiting(self) -> Option<(ItemKey, Entered)> {
        self.entered
            .try_with_untracked(|entered| {
                let waiting = entered.iter().find(|(_, entered)| entered.state == EnteredState::Waiting);
                waiting.map(|(item, entered)| (item.clone(), entered.clone()))
            })
            .flatten()
    }

    /// Notes what became of an answer, unless another one has taken its place meanwhile.
    fn settle(self, item: &ItemKey, settled: &Entered, state: EnteredState) {
        self.entered.update(|all| {
            if let Some(entered) = all.get_mut(item).filter(|entered| *entered == settled) {
                entered.state = state;
            }
        });
    }

    /// What the records show need not be remembered here. An answer leaves when they show it, not when it was
    /// saved: in between the old one would flash up.
    pub(super) fn forget_what_the_records_show(self) {
        Effect::new(move |_| {
            self.book.visit.with(|visit| {
                let Some(Some(visit)) = visit else { return };
                self.entered.maybe_update(|all| {
                    let before = all.len();
                    all.retain(|item, entered| {
                        entered.state != EnteredState::Saved || !entered.says_the_same(visit.answers.get(item))
                    });
                    all.len() != before
                });
            });
            self.entered.track();
        });
    }
}
