//! What lies on the desk: which table, what the server said of it, and what was imported before.

use super::file;
use crate::state::{Phone, State, spawn, use_state};
use crate::text::Texts;
use crate::ui::{Busy, Toast};
use domain::id::ImportId;
use domain::rules::import::{Field, Sort};
use leptos::prelude::*;
use sync::limits::IMPORT_BYTES;
use sync::wire::{Hindrance, ImportAnswer, ImportCheck, ImportEntry, ImportUndone, Unreadable};

/// What the server said.
#[derive(Clone, PartialEq)]
pub(super) enum Got {
    /// Nothing was handed in.
    Nothing,
    /// It is being read.
    Reading,
    /// The server was not reached.
    Offline,
    /// It cannot be read.
    Unreadable(Unreadable),
    /// Something has changed since the dry run.
    Stale,
    /// What it would change.
    Checked(Box<ImportCheck>),
}

/// Why the last one that was to be taken back could not be.
pub(super) type Hindered = Option<(ImportId, Vec<Hindrance>, u32)>;

/// See the module.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub sort: RwSignal<Sort>,
    /// The name of the file.
    pub file: RwSignal<String>,
    pub got: RwSignal<Got>,
    pub past: RwSignal<Option<Vec<ImportEntry>>>,
    pub hindered: RwSignal<Hindered>,
    pub busy: Busy,
    /// What somebody has said that the columns are.
    columns: RwSignal<Option<String>>,
    /// Goes up with every file and every choice: the answer to an older one is nobody's any more.
    round: RwSignal<u32>,
    state: State,
}

impl Desk {
    pub fn new() -> Self {
        Self {
            sort: RwSignal::new(Sort::Outlets),
            file: RwSignal::new(String::new()),
            got: RwSignal::new(Got::Nothing),
            past: RwSignal::new(None),
            hindered: RwSignal::new(None),
            busy: Busy::new(),
            columns: RwSignal::new(None),
            round: RwSignal::new(0),
            state: use_state(),
        }
    }

    /// Takes the file for a table of another sort.
    pub fn choose(self, sort: Sort) {
        self.sort.set(sort);
        self.check(None);
    }

    /// What lies in the field is new: it is read at once.
    pub fn look(self) {
        self.file.set(file::picked().map(|file| file.name()).unwrap_or_default());
        self.check(None);
    }

    /// Says what the columns are, and has it read again.
    pub fn name_columns(self, fields: &[Option<Field>]) {
        let names: Vec<&str> = fields.iter().map(|field| field.map(Field::name).unwrap_or_default()).collect();
        self.check(Some(names.join(",")));
    }

    /// Has the file read by the server; nothing is written.
    pub fn check(self, columns: Option<String>) {
        self.round.update(|round| *round += 1);
        self.columns.set(columns.clone());
        let Some(file) = file::picked() else {
            self.got.set(Got::Nothing);
            return;
        };
        if file.size() > IMPORT_BYTES as f64 {
            self.got.set(Got::Unreadable(Unreadable::TooLarge));
            return;
        }
        self.got.set(Got::Reading);
        let (sort, round) = (self.sort.get_untracked(), self.round.get_untracked());
        spawn(async move {
            let answer = Phone.hand_in(sort, file, columns, None).await;
            if self.round.try_get_untracked() == Some(round) {
                self.take(answer);
            }
        });
    }

    fn take(self, answer: Option<ImportAnswer>) {
        self.got.set(match answer {
            None => Got::Offline,
            Some(ImportAnswer::Unreadable { why }) => Got::Unreadable(why),
            Some(ImportAnswer::Stale) => Got::Stale,
            Some(ImportAnswer::Checked(check)) => Got::Checked(check),
            Some(ImportAnswer::Done(_)) => Got::Nothing,
        });
    }

    /// Imports what was shown.
    pub fn import(self, t: Texts, plan: String) {
        let Some(file) = file::picked() else { return };
        if !self.busy.take() {
            return;
        }
        let (sort, columns) = (self.sort.get_untracked(), self.columns.get_untracked());
        spawn(async move {
            let answer = Phone.hand_in(sort, file, columns, Some(plan)).await;
            if let Some(ImportAnswer::Done(entry)) = &answer {
                let id = entry.id;
                let words = (t.import.done)(entry.new, entry.changed);
                let undo = move || spawn(self.take_back(t, id));
                Toast::saved(words).with_undo(undo).show(self.state);
                file::clear();
                self.file.set(String::new());
                self.ask_past();
            }
            self.take(answer);
            self.busy.done();
        });
    }

    /// Takes an import back.
    pub fn undo(self, t: Texts, id: ImportId) {
        if !self.busy.take() {
            return;
        }
        spawn(async move {
            self.take_back(t, id).await;
            self.busy.done();
        });
    }

    /// The same from a notice, which may outlive the screen.
    async fn take_back(self, t: Texts, id: ImportId) {
        self.hindered.try_set(None);
        match Phone.undo_import(id).await {
            Some(ImportUndone::Done) => Toast::saved(t.import.undone).show(self.state),
            Some(ImportUndone::Hindered { by, count }) => {
                if self.hindered.try_set(Some((id, by, count))).is_some() {
                    Toast::failed((t.import.hindered)(count)).show(self.state);
                }
            }
            None => Toast::failed(t.import.not_undone).show(self.state),
        }
        self.ask_past();
    }

    /// Asks what was imported before.
    pub fn ask_past(self) {
        spawn(async move {
            let past = Phone.imports().await;
            // The screen may have gone meanwhile.
            self.past.try_set(past);
        });
    }
}
