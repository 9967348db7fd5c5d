//! What is being edited, and how it is changed. Every change goes through here, and what takes something out can be
//! undone without undoing what was done since.

use super::begin::{Begun, Held, draft_key};
use crate::manage::places::Places;
use crate::manage::reach::usual;
use crate::state::{Me, Phone, State, spawn, use_state};
use crate::text::Texts;
use crate::ui::{Busy, Toast};
use domain::Scope;
use domain::id::ChecklistId;
use domain::records::{Checklist, Item, ItemKey};
use domain::rules::form::{Flaw, flaws};
use leptos::prelude::*;
use leptos::serde_json;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

/// What stands open in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// The form as a whole.
    About,
    /// A question.
    Item(ItemKey),
}

/// See the module; cheap to copy.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The texts.
    pub t: Texts,
    /// Who edits.
    pub me: StoredValue<Me>,
    /// For notices.
    pub state: State,
    /// The form as it is now.
    pub list: RwSignal<Checklist>,
    /// As it was published last.
    pub before: RwSignal<Checklist>,
    /// Its versions, products and standards.
    pub held: ReadSignal<Option<Held>>,
    /// What stands open, if anything.
    pub open: RwSignal<Option<Opened>>,
    /// The questions in order.
    pub keys: Memo<Vec<ItemKey>>,
    /// What keeps it from being filled in.
    pub flaws: Memo<Vec<Flaw>>,
    /// Whether anything is not published yet.
    pub changed: Memo<bool>,
    /// From which day it is used.
    pub from: RwSignal<String>,
    /// For whom it is to be published, if somebody has said.
    pub picked: RwSignal<Option<Scope>>,
    /// What regions and territories are called.
    pub places: Memo<Places>,
    /// The version that somebody has published in place of the one that this began with.
    pub replaced: Memo<Option<Checklist>>,
    /// Whether it is being published.
    pub busy: Busy,
}

impl Desk {
    /// Begins. A new form is open where its title is written.
    pub fn new(t: Texts, me: StoredValue<Me>, begun: Begun, held: ReadSignal<Option<Held>>) -> Self {
        let fresh = begun.before.version == 0 && begun.list == begun.before;
        let (list, before) = (RwSignal::new(begun.list), RwSignal::new(begun.before));
        let today = Phone.now().date(me.with_value(|me| me.offset));
        let picked = RwSignal::new(None);
        let places =
            Memo::new(move |_| held.with(|held| held.as_ref().map(|held| held.places.clone()).unwrap_or_default()));
        let replaced = Memo::new(move |_| {
            let scope = for_whom(picked, before, places, me);
            let newest = held.with(|held| held.as_ref()?.newest(scope).cloned())?;
            before.with(|before| (newest.from, newest.version) > (before.from, before.version)).then_some(newest)
        });
        Self {
            t,
            me,
            state: use_state(),
            list,
            before,
            held,
            open: RwSignal::new(fresh.then_some(Opened::About)),
            keys: Memo::new(move |_| list.with(|list| list.items.iter().map(|item| item.key.clone()).collect())),
            flaws: Memo::new(move |_| list.with(flaws)),
            changed: Memo::new(move |_| list.with(|list| before.with(|before| list != before))),
            from: RwSignal::new(today.to_string()),
            picked,
            places,
            replaced,
            busy: Busy::new(),
        }
    }

    /// For whom it is published.
    pub fn scope(self) -> Scope {
        for_whom(self.picked, self.before, self.places, self.me)
    }

    /// Whether there is anything to publish: changes, or other people.
    pub fn is_new(self) -> bool {
        self.changed.get() || self.picked.get().is_some_and(|scope| self.before.with(|before| before.scope != scope))
    }

    /// Where nothing was changed, a version that somebody publishes is what is seen.
    pub fn follow(self) {
        Effect::new(move |_| {
            if let Some(newest) = self.replaced.get().filter(|_| !self.changed.get()) {
                self.before.set(newest.clone());
                self.list.set(newest);
            }
        });
    }

    /// Keeps what is not published, at each change.
    pub fn keep_unpublished(self) {
        Effect::new(move |_| {
            let (name, text) = self.list.with(|list| {
                let text = self.changed.get().then(|| serde_json::to_string(list).ok()).flatten();
                (draft_key(&list.lineage, list.scope), text)
            });
            spawn(async move { Phone.keep_draft(name, text).await });
        });
    }

    /// Reads a question.
    pub fn read<T>(self, key: &ItemKey, read: impl FnOnce(&Item) -> T) -> Option<T> {
        self.list.with(|list| list.item(key).map(read))
    }

    /// Changes a question.
    pub fn item(self, key: &ItemKey, change: impl FnOnce(&mut Item)) {
        self.list.update(|list| {
            if let Some(item) = list.items.iter_mut().find(|item| &item.key == key) {
                change(item);
            }
        });
    }

    /// Reads the questions before one.
    pub fn earlier<T>(self, key: &ItemKey, read: impl FnOnce(&[Item]) -> T) -> T {
        self.list.with(|list| {
            let at = list.items.iter().position(|item| &item.key == key).unwrap_or(list.items.len());
            read(&list.items[..at])
        })
    }

    /// What a question is called.
    pub fn title_of(self, item: &Item) -> String {
        let title = item.title.get(self.t.language);
        if title.trim().is_empty() { self.t.forms.new_question.to_owned() } else { title.to_owned() }
    }

    /// Puts a question one place on; the keyboard goes with it.
    pub fn shift(self, key: &ItemKey, by: isize) {
        self.list.update(|list| {
            let Some(at) = list.items.iter().position(|item| &item.key == key) else { return };
            if let Some(to) = at.checked_add_signed(by).filter(|to| *to < list.items.len()) {
                list.items.swap(at, to);
            }
        });
    }

    /// Takes a question out.
    pub fn remove(self, key: &ItemKey) {
        let Some(at) = self.list.with_untracked(|list| list.items.iter().position(|item| &item.key == key)) else {
            return;
        };
        let mut gone = None;
        self.list.update(|list| gone = Some(list.items.remove(at)));
        self.open.set(None);
        let Some(gone) = gone else { return };
        let back = move || {
            self.list.update(|list| {
                if list.item(&gone.key).is_none() {
                    list.items.insert(at.min(list.items.len()), gone.clone());
                }
            });
        };
        Toast::saved(self.t.forms.removed).with_undo(back).show(self.state);
    }

    /// A key that no question of any version has had: answers are compared over versions by it. Two managers who add a
    /// question at the same time do not meet on one key either.
    pub fn free_key(self) -> ItemKey {
        let drawn = Phone.new_id::<ChecklistId>().to_string();
        // The last letters are the random ones.
        let drawn = &drawn[drawn.len() - 6..];
        let used = |key: &ItemKey| {
            self.list.with_untracked(|list| list.item(key).is_some())
                || self.held.with_untracked(|held| {
                    held.iter().flat_map(|held| &held.versions).any(|version| version.item(key).is_some())
                })
        };
        let mut number = 1_usize;
        loop {
            let key = ItemKey(format!("q{number}-{drawn}"));
            if !used(&key) {
                return key;
            }
            number += 1;
        }
    }

    /// Opens something and takes the keyboard to it, once it is drawn.
    pub fn go_to(self, opened: Opened) {
        let id = match &opened {
            Opened::About => "form-title-zh".to_owned(),
            Opened::Item(key) => row_id(key),
        };
        self.open.set(Some(opened));
        focus(id);
    }
}

fn for_whom(
    picked: RwSignal<Option<Scope>>,
    before: RwSignal<Checklist>,
    places: Memo<Places>,
    me: StoredValue<Me>,
) -> Scope {
    let before = before.with(|before| before.scope);
    picked.get().unwrap_or_else(|| places.with(|places| usual(places, me.with_value(|me| me.role), before)))
}

/// The id of a question's row on the page.
pub fn row_id(key: &ItemKey) -> String {
    format!("form-{}", key.0)
}

/// Takes the keyboard to an element, once what has changed is drawn.
pub fn focus(id: String) {
    request_animation_frame(move || {
        let element = document().get_element_by_id(&id);
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            // It is a button or a field, so this cannot fail; if it did, the keyboard stays where it was.
            drop(element.focus());
        }
    });
}
