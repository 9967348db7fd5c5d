//! Who walks today: how far each has come, when their phone was last heard of, and what is still on it. The one who has
//! not been heard from longest comes first.

use super::Desk;
use super::marks::{badge, fill};
use crate::ui::{self, Icon, icon_small};
use domain::id::UserId;
use domain::order::InOrder;
use domain::rules::now::Heard;
use domain::time::Moment;
use leptos::prelude::*;

/// One rep.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    /// Which shape is theirs.
    place: usize,
    name: String,
    fills: Vec<&'static str>,
    done: usize,
    doubts: usize,
    phone: Told,
    /// It is to be asked after.
    loud: bool,
    number: Option<String>,
}

/// What is known of a phone.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Told {
    /// There is no network to ask.
    Unknown,
    /// There never was one.
    Never,
    /// So it is.
    Here(Heard),
}

/// See the module.
pub fn reps(desk: Desk) -> AnyView {
    let t = desk.t;
    let rows = Memo::new(move |_| rows(desk));
    let body = move || {
        rows.with(|rows| match rows {
            None => ui::skeleton_rows(4),
            Some(rows) if rows.is_empty() => ui::empty(Icon::Person, t.now.nobody, t.now.nobody_more, None),
            Some(rows) => {
                let rows = rows.iter().map(|one| row(desk, one)).collect_view();
                view! { <ol class="reps">{rows}</ol> }.into_any()
            }
        })
    };
    view! {
        <section>
            {ui::section(t.now.reps, t.now.worst_first)}
            {body}
        </section>
    }
    .into_any()
}

fn rows(desk: Desk) -> Option<Vec<Row>> {
    let now = desk.now.get();
    desk.book.with(|book| {
        let field = &book.as_ref()?.field;
        let mut rows: Vec<Row> = desk.said.with(|said| {
            let told = |rep: UserId| match said {
                None => Told::Unknown,
                Some(said) => said.phones.get(&rep).map_or(Told::Never, |heard| Told::Here(*heard)),
            };
            let walking = field.now().enumerate();
            let row = walking.map(|(place, day)| {
                let phone = told(day.rep);
                let doubtful = field.visits_now().filter(|seen| seen.rep == day.rep && !seen.low.is_empty());
                Row {
                    place,
                    name: day.name.clone(),
                    fills: day.stops.iter().map(|stop| fill(field, stop)).collect(),
                    done: day.done(),
                    doubts: doubtful.count(),
                    phone,
                    loud: matches!(phone, Told::Here(heard) if day.is_silent(&heard, now, field.offset)),
                    number: said.as_ref().and_then(|said| said.numbers.get(&day.rep).cloned()),
                }
            });
            row.collect()
        });
        let last = |row: &Row| match row.phone {
            Told::Here(heard) => heard.last,
            Told::Unknown | Told::Never => Moment::default(),
        };
        rows.order_by_key(|row| (!row.loud, last(row)));
        Some(rows)
    })
}

fn row(desk: Desk, row: &Row) -> AnyView {
    let t = desk.t;
    let when = move |at: Moment| t.time.when(at, desk.now.get(), desk.offset);
    let last = match row.phone {
        Told::Unknown => t.now.last_unknown.into_any(),
        Told::Never => t.now.never.into_any(),
        Told::Here(heard) => (move || (t.now.last)(&when(heard.last))).into_any(),
    };
    let holds = match row.phone {
        Told::Here(heard) if heard.owes() => {
            let words = (t.now.holds)(heard.commands, heard.photos);
            let oldest = heard.oldest.map(|at| {
                format!("{}{}", t.frame.comma, (t.now.oldest)(&t.time.when(at, desk.now.get_untracked(), desk.offset)))
            });
            view! { <b class="owed">{words}{oldest}</b> }.into_any()
        }
        Told::Here(_) => t.now.all_sent.into_any(),
        Told::Unknown | Told::Never => ().into_any(),
    };
    let doubts = (row.doubts > 0).then(|| format!("{}{}", t.frame.dot, (t.now.doubts)(row.doubts)));
    let call = row.number.clone().filter(|_| row.loud).map(|number| {
        view! {
            <a class="btn small" href=format!("tel:{number}") rel="external">
                {icon_small(Icon::Phone)}
                {(t.now.call)(&row.name)}
            </a>
        }
    });
    let segments = row.fills.iter().map(|fill| view! { <i class=*fill></i> }).collect_view();
    view! {
        <li class:loud=row.loud>
            {badge(row.place)}
            <span class="t cut">{row.name.clone()}</span>
            <span class="segs" aria-hidden="true">{segments}</span>
            <span class="of">{(t.now.stops)(row.done, row.fills.len())}</span>
            <span class="w">{last}{doubts}</span>
            <span class="holds">{holds}</span>
            {call}
        </li>
    }
    .into_any()
}
