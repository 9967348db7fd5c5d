//! What is owed: photos that were sent back, with the photo and the reason, and what was left to be done. As a list,
//! or on the board of what is urgent and what is important (F9); a tap on a task says all of it and closes it (F14).

mod appeal;
mod board;
mod close;
mod list;
mod owed;
mod place;
mod proof;
mod sheet;
mod view;
mod words;

use crate::routes;
use crate::state::{Me, State, guarded, live, use_state};
use crate::text::Texts;
use crate::ui::{self, Icon, Tab, skeleton_rows};
use domain::id::TaskId;
use domain::records::Quadrant;
use domain::time::Offset;
use leptos::prelude::*;
use owed::{Owed, Row};
use view::View;
pub use words::{days_late, missed};

/// See the module.
#[component]
pub fn Tasks() -> impl IntoView {
    guarded(screen)
}

/// What every part of the screen has at hand; cheap to copy.
#[derive(Clone, Copy)]
struct Desk {
    t: Texts,
    state: State,
    offset: Offset,
    owed: ReadSignal<Option<Owed>>,
    /// Whose sheet is open.
    open: RwSignal<bool>,
    at_hand: RwSignal<Option<TaskId>>,
    /// Which quarter of the board is open.
    quarter: RwSignal<Option<Quadrant>>,
}

impl Desk {
    /// Opens the sheet of a task.
    fn show(self, task: TaskId) {
        self.at_hand.set(Some(task));
        self.open.set(true);
    }

    /// The open task whose sheet is shown.
    fn row(self) -> Option<Row> {
        let task = self.at_hand.get()?;
        self.owed.with(|owed| owed.as_ref()?.open.iter().find(|row| row.task.id == task).cloned())
    }
}

/// What stands under the head.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Loading,
    Nothing,
    In(View),
}

fn screen(t: Texts, me: Me) -> AnyView {
    let whose = me.clone();
    let desk = Desk {
        t,
        state: use_state(),
        offset: me.offset,
        owed: live(owed::KINDS, move |phone| owed::read(t, phone, whose.clone())),
        open: RwSignal::new(false),
        at_hand: RwSignal::new(None),
        quarter: RwSignal::new(None),
    };
    let chosen = view::kept();
    let sentence = move || {
        desk.owed.with(|owed| {
            let Some(owed) = owed else { return ui::say("", "") };
            let redo = owed.open.iter().filter(|row| row.is_redo()).count();
            match (owed.open.len(), redo) {
                (0, _) => ui::say(t.tasks.none, t.tasks.none_more),
                (all, 0) => ui::say((t.tasks.head)(all), ""),
                (all, redo) => ui::say((t.tasks.head_redo)(redo, all - redo), ""),
            }
        })
    };
    let shown = Memo::new(move |_| {
        desk.owed.with(|owed| match (owed, chosen.get()) {
            (Some(owed), Some(_)) if owed.open.is_empty() && owed.closed.is_empty() => Shown::Nothing,
            (Some(_), Some(view)) => Shown::In(view),
            (None, _) | (_, None) => Shown::Loading,
        })
    });
    let body = move || match shown.get() {
        Shown::Loading => skeleton_rows(5),
        Shown::Nothing => ui::empty(Icon::Task, t.tasks.none, t.tasks.none_more, None),
        Shown::In(View::List) => list::list(desk),
        Shown::In(View::Board) => {
            (move || desk.owed.with(|owed| owed.as_ref().map(|owed| board::board(desk, owed)))).into_any()
        }
    };
    let body = view! {
        {view::switch(desk, chosen)}
        {body}
        {sheet::task_sheet(desk)}
    };
    // The bright act leads to the most urgent one; with nothing owed there is none.
    let foot = move || {
        let first = desk.owed.with(|owed| owed.as_ref().and_then(|owed| owed.open.first().cloned()));
        match first {
            None => ui::toasts(),
            Some(row) => ui::dock(t.tasks.to_shop, next(t, &row)),
        }
    };
    ui::frame(t, &me, Tab::Tasks, sentence.into_any(), body.into_any(), foot.into_any())
}

/// The dock: the most urgent one, and the way to its shop.
fn next(t: Texts, row: &Row) -> AnyView {
    view! {
        <h2>{row.shop.clone()}</h2>
        <p class="because">{row.title(t)}</p>
        <div class="acts">{ui::main_link(routes::outlet(row.task.outlet), t.tasks.to_shop)}</div>
    }
    .into_any()
}
