//! The sheet that asks for a leave, or changes one: the days, the territory if there are several, and the hand-over,
//! which can be drafted from what is open.

use super::back::{as_it_is, take_back};
use super::draft::lines;
use super::leaves::Leaves;
use crate::state::{Me, NotRecorded, Phone, State, spawn};
use crate::text::Texts;
use crate::ui::{Busy, Icon, Toast, choice_buttons, icon, sheet};
use domain::Command;
use domain::commands::{AskLeave, WithdrawLeave};
use domain::id::{LeaveId, TerritoryId};
use domain::limits::TEXT_CHARS;
use domain::records::Leave;
use domain::rules::handover::fill;
use domain::time::{DateWindow, Offset};
use jiff::Span;
use jiff::civil::Date;
use leptos::prelude::*;

/// What is being entered; cheap to copy.
#[derive(Clone, Copy)]
pub struct Form {
    /// The texts.
    pub t: Texts,
    /// The state of the app.
    pub state: State,
    /// Where days begin and end.
    pub offset: Offset,
    me: StoredValue<Me>,
    open: RwSignal<bool>,
    /// Made when the sheet opens, so that a double tap asks once.
    leave: RwSignal<Option<LeaveId>>,
    /// As it was before, if it is changed.
    before: StoredValue<Option<AskLeave>>,
    known: RwSignal<bool>,
    territory: RwSignal<Option<TerritoryId>>,
    from: RwSignal<String>,
    until: RwSignal<String>,
    brief: RwSignal<String>,
    filled: RwSignal<String>,
    wrong: RwSignal<String>,
    busy: Busy,
}

impl Form {
    /// Empty.
    pub fn new(t: Texts, state: State, me: &Me) -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            t,
            state,
            offset: me.offset,
            me: StoredValue::new(me.clone()),
            open: RwSignal::new(false),
            leave: RwSignal::new(None),
            before: StoredValue::new(None),
            known: RwSignal::new(false),
            territory: RwSignal::new(None),
            from: text(),
            until: text(),
            brief: text(),
            filled: text(),
            wrong: text(),
            busy: Busy::new(),
        }
    }

    /// Opens the sheet for a new leave, which begins tomorrow if nobody says otherwise.
    pub fn begin(self, territory: Option<TerritoryId>, today: Date) {
        let tomorrow = today.saturating_add(Span::new().days(1)).to_string();
        self.leave.set(Some(Phone.new_id()));
        self.before.set_value(None);
        self.known.set(false);
        self.territory.set(territory);
        self.from.set(tomorrow.clone());
        self.until.set(tomorrow);
        self.brief.set(String::new());
        self.show();
    }

    /// Opens the sheet for a leave that is asked for.
    pub fn edit(self, leave: &Leave) {
        self.leave.set(Some(leave.id));
        self.before.set_value(Some(as_it_is(leave)));
        self.known.set(true);
        self.territory.set(Some(leave.territory));
        self.from.set(leave.window.from.to_string());
        self.until.set(leave.window.until.unwrap_or(leave.window.from).to_string());
        self.brief.set(leave.brief.clone());
        self.show();
    }

    fn show(self) {
        self.filled.set(String::new());
        self.wrong.set(String::new());
        self.open.set(true);
    }

    /// Why something was not recorded, for a person.
    pub fn problem(self, error: NotRecorded) -> String {
        match error {
            NotRecorded::Refused(refusal) => refusal.text(self.t.language),
            NotRecorded::NotSaved(_) => self.t.visit.not_saved.to_owned(),
        }
    }

    /// The command, once the days are dates.
    fn command(self) -> Option<AskLeave> {
        let (from, until) = (self.from.get().parse::<Date>().ok()?, self.until.get().parse::<Date>().ok()?);
        Some(AskLeave {
            leave: self.leave.get()?,
            territory: self.territory.get()?,
            window: DateWindow { from, until: Some(until) },
            brief: self.brief.get(),
        })
    }

    fn save(self) {
        let Some(command) = untrack(|| self.command()) else { return };
        if !self.busy.take() {
            return;
        }
        let (t, leave, before) = (self.t, command.leave, self.before.get_value());
        spawn(async move {
            match Phone.record(Command::from(command)).await {
                Ok(()) => {
                    self.open.set(false);
                    let notice = match before {
                        None => {
                            let back = move || take_back(self, WithdrawLeave { leave }, t.away.is_withdrawn);
                            Toast::saved(t.away.asked).with_undo(back)
                        }
                        Some(before) => {
                            let back = move || take_back(self, before.clone(), t.away.as_before);
                            Toast::saved(t.away.changed).with_undo(back)
                        }
                    };
                    notice.show(self.state);
                }
                Err(error) => self.wrong.set(self.problem(error)),
            }
            self.busy.done();
        });
    }

    /// Drafts the hand-over. What was typed stays, and what is in there already is not added again.
    fn fill(self) {
        let Some(territory) = self.territory.get_untracked() else { return };
        let (t, me) = (self.t, self.me.get_value());
        spawn(async move {
            let lines = lines(t, Phone, &me, territory).await;
            let written = self.brief.get_untracked();
            let filled = fill(&written, &lines, TEXT_CHARS);
            let added = filled.text.lines().count() - written.trim_end().lines().count();
            let mut said = if lines.is_empty() { t.away.fill_none.to_owned() } else { (t.away.filled)(added) };
            if filled.left_out > 0 {
                said.push_str(&(t.away.left_out)(filled.left_out));
            }
            self.brief.set(filled.text);
            self.filled.set(said);
        });
    }
}

/// See the module.
pub fn ask_sheet(form: Form, leaves: ReadSignal<Option<Leaves>>) -> AnyView {
    let t = form.t;
    let title = move || if form.known.get() { t.away.sheet_edit } else { t.away.sheet_new }.to_owned();
    sheet(t, form.open, title, move || {
        let places = leaves.with_untracked(|leaves| leaves.as_ref().map(|leaves| leaves.territories.clone()));
        let wrong = move || form.wrong.get();
        let ready = move || form.command().is_some() && !form.busy.get();
        view! {
            <div class="sheet-body pad">
                <div class="two">
                    {day("leave-from", t.away.from, form.from, move || None)}
                    {day("leave-until", t.away.until, form.until, move || Some(form.from.get()))}
                </div>
                {place(form, places.unwrap_or_default())}
                <div class="field">
                    <textarea
                        id="leave-brief"
                        rows="6"
                        placeholder=" "
                        maxlength=TEXT_CHARS.to_string()
                        aria-describedby="leave-brief-note"
                        prop:value=move || form.brief.get()
                        on:input=move |event| form.brief.set(event_target_value(&event))
                    ></textarea>
                    <label for="leave-brief">{t.away.brief}</label>
                    <p class="note" id="leave-brief-note">{t.away.brief_more}</p>
                </div>
                <div class="acts">
                    <button type="button" class="btn mid" on:click=move |_| form.fill()>{icon(Icon::Task)}{t.away.fill}</button>
                </div>
                <p class="small" role="status">{move || form.filled.get()}</p>
                <p class="sheet-wrong" role="alert">{wrong}</p>
            </div>
            <div class="dock edge">
                <div class="acts">
                    <button
                        type="button"
                        class="btn main"
                        aria-busy=move || form.busy.get().then_some("true")
                        disabled=move || !ready()
                        on:click=move |_| form.save()
                    >
                        {t.away.save}
                    </button>
                </div>
            </div>
        }
        .into_any()
    })
}

fn day(
    id: &'static str,
    label: &'static str,
    value: RwSignal<String>,
    min: impl Fn() -> Option<String> + Send + Sync + 'static,
) -> AnyView {
    view! {
        <div class="field">
            <input
                id=id
                type="date"
                placeholder=" "
                min=min
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
            <label for=id>{label}</label>
        </div>
    }
    .into_any()
}

/// From which territory. A leave that is asked for stays where it is: another one is another leave.
fn place(form: Form, places: Vec<(TerritoryId, domain::Words)>) -> Option<AnyView> {
    if places.len() < 2 || form.known.get_untracked() {
        return None;
    }
    let t = form.t;
    let names = places.iter().map(|(_, name)| name.get(t.language).to_owned()).collect();
    let places = StoredValue::new(places);
    let at = move || {
        let here = form.territory.get();
        places.with_value(|places| places.iter().position(|(id, _)| Some(*id) == here))
    };
    let choose = move |index: usize| {
        form.territory.set(places.with_value(|places| places.get(index).map(|(id, _)| *id)));
    };
    Some(choice_buttons(t.away.where_from.to_owned(), names, at, choose))
}
