//! Posting somebody, and ending it, each from a day on: what the phone will hold then is counted before it is done.

use super::{Staff, holds};
use crate::state::{Phone, State, live, spawn, use_state};
use crate::text::Texts;
use crate::ui::{self, Busy, Field, Toast, field, picks, record_or_say, skeleton_rows};
use domain::commands::{Assign, EndAssignment};
use domain::id::{AssignmentId, TerritoryId};
use domain::records::{Assignment, User};
use domain::rules::holding::Posting;
use domain::time::{DateWindow, Moment};
use domain::{Command, Kind};
use jiff::ToSpan;
use jiff::civil::Date;
use leptos::prelude::*;

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// Another posting.
    New,
    /// The end of one.
    End(Assignment),
}

/// See the module.
pub fn sheet(
    t: Texts,
    staff: ReadSignal<Option<Staff>>,
    rep: &User,
    asking: RwSignal<bool>,
    asked: RwSignal<Asked>,
) -> AnyView {
    let rep = StoredValue::new(rep.clone());
    let title = move || {
        let name = rep.with_value(|rep| rep.name.clone());
        asked.with(|asked| match asked {
            Asked::New => (t.people.post_where)(&name),
            Asked::End(_) => (t.people.end_when)(&name),
        })
    };
    ui::sheet(t, asking, title, move || fields(t, staff, rep.get_value(), asking, asked.get_untracked()))
}

/// What is entered; cheap to copy.
#[derive(Clone, Copy)]
struct Form {
    t: Texts,
    state: State,
    staff: ReadSignal<Option<Staff>>,
    rep: StoredValue<User>,
    asked: StoredValue<Asked>,
    /// Made when the sheet opens: a double tap is one posting.
    id: AssignmentId,
    territory: RwSignal<Option<TerritoryId>>,
    from: RwSignal<String>,
    until: RwSignal<String>,
    asking: RwSignal<bool>,
    busy: Busy,
}

impl Form {
    /// What is thought about; none until it is whole.
    fn change(self) -> Option<Posting> {
        let until: Option<Date> = self.until.with(|text| text.parse::<Date>().ok());
        let posting = match self.asked.get_value() {
            Asked::End(posting) => return until.map(|until| Posting::Ends(posting, until)),
            Asked::New => self.from.with(|text| text.parse::<Date>().ok()).zip(self.territory.get()),
        };
        let (from, territory): (Date, TerritoryId) = posting?;
        // An end that is half typed is not the same as none.
        if self.until.with(|text| !text.is_empty()) && until.is_none_or(|until| until < from) {
            return None;
        }
        let rep = self.rep.get_value();
        let window = DateWindow { from, until };
        let (id, user, region) = (self.id, rep.id, rep.region);
        Some(Posting::New(Assignment { id, user, territory, region, window, changed_at: Moment(0) }))
    }

    fn save(self) {
        let Some(change) = untrack(|| self.change()) else { return };
        if !self.busy.take() {
            return;
        }
        let (t, state) = (self.t, self.state);
        let said = match &change {
            Posting::New(_) => t.people.posted,
            Posting::Ends(..) => t.people.ended,
        };
        let words = said(&self.rep.with_value(|rep| rep.name.clone()));
        let back = back(&change);
        spawn(async move {
            match Phone.record(command(&change)).await {
                Ok(()) => {
                    self.asking.try_set(false);
                    Toast::saved(words).with_undo(move || record_or_say(t, state, back.clone())).show(state);
                }
                Err(why) => Toast::not_recorded(t, &why).show(state),
            }
            self.busy.done();
        });
    }
}

fn command(change: &Posting) -> Command {
    match change {
        Posting::New(one) => {
            Assign { assignment: one.id, user: one.user, territory: one.territory, window: one.window }.into()
        }
        Posting::Ends(one, until) => EndAssignment { assignment: one.id, until: *until }.into(),
    }
}

/// What takes it back. A posting is ended and never deleted: one that was new ends before it begins, and one that would
/// have gone on for good goes on in another.
fn back(change: &Posting) -> Command {
    match change {
        Posting::New(one) => {
            EndAssignment { assignment: one.id, until: one.window.from.saturating_sub(1.day()) }.into()
        }
        Posting::Ends(one, until) => match one.window.until {
            Some(until) => EndAssignment { assignment: one.id, until }.into(),
            None => Assign {
                assignment: Phone.new_id(),
                user: one.user,
                territory: one.territory,
                window: DateWindow { from: until.saturating_add(1.day()), until: None },
            }
            .into(),
        },
    }
}

fn fields(t: Texts, staff: ReadSignal<Option<Staff>>, rep: User, asking: RwSignal<bool>, asked: Asked) -> AnyView {
    let today = staff.with_untracked(|staff| staff.as_ref().map(|staff| staff.today)).unwrap_or_default();
    let is_new = asked == Asked::New;
    let until = if is_new { String::new() } else { today.to_string() };
    let form = Form {
        t,
        state: use_state(),
        staff,
        rep: StoredValue::new(rep),
        asked: StoredValue::new(asked),
        id: Phone.new_id(),
        territory: RwSignal::new(None),
        from: RwSignal::new(today.saturating_add(1.day()).to_string()),
        until: RwSignal::new(until),
        asking,
        busy: Busy::new(),
    };
    let date = |id, label| Field { id, kind: "date", mode: "none", complete: "off", label };
    let text = |signal: RwSignal<String>| (move || signal.get(), move |text| signal.set(text));
    let ((from, set_from), (last, set_last)) = (text(form.from), text(form.until));
    let label = if is_new { t.people.until } else { t.people.last_day };
    let begins = is_new.then(|| {
        view! {
            {territories(form)}
            {field(date("posting-from", t.people.first_day), from, set_from, || "")}
        }
    });
    let asked = view! {
        {begins}
        {field(date("posting-until", label), last, set_last, || "")}
        {preview(form)}
    };
    let act = view! {
        <button
            type="button"
            class="btn main"
            disabled=move || form.busy.get() || form.change().is_none()
            on:click=move |_| form.save()
        >
            {if is_new { t.people.post_there } else { t.people.end_then }}
        </button>
    };
    ui::sheet_form(asked.into_any(), act.into_any())
}

/// The territories of the rep's region.
fn territories(form: Form) -> AnyView {
    let t = form.t;
    let region = form.rep.with_value(|rep| rep.region);
    let known = form.staff.with_untracked(|staff| {
        let known = staff.iter().flat_map(|staff| &staff.territories).filter(|one| one.region == region);
        known.map(|one| (one.id, one.name.get(t.language).to_owned())).collect::<Vec<_>>()
    });
    let (ids, names): (Vec<TerritoryId>, Vec<String>) = known.into_iter().unzip();
    let ids = StoredValue::new(ids);
    let picked = move |at: usize| ids.with_value(|ids| form.territory.get() == ids.get(at).copied());
    let pick = move |at: usize, _: bool| form.territory.set(ids.with_value(|ids| ids.get(at).copied()));
    picks(t.setup.territory.to_owned(), false, names, picked, pick)
}

/// What the phone will hold.
fn preview(form: Form) -> AnyView {
    let t = form.t;
    let change = Memo::new(move |_| form.change());
    let both = live(&[Kind::Assignment, Kind::Outlet], move |phone| {
        let asked = form.staff.get().zip(change.get());
        let rep = form.rep.get_value();
        async move {
            match asked {
                Some((staff, change)) => Some(holds::read(phone, &staff, &rep, &change).await),
                None => None,
            }
        }
    });
    let body = move || {
        let day = (t.time.day)(change.get()?.first_day());
        both.with(|both| {
            Some(match both {
                Some(Some(both)) => view! {
                    <h3>{(t.people.holds)(&day)}</h3>
                    {holds::table(t, both)}
                    <p class="meta">{t.people.holds_more}</p>
                }
                .into_any(),
                _ => skeleton_rows(2),
            })
        })
    };
    view! { <div class="holding">{body}</div> }.into_any()
}
