//! Overdue shops that no route of the day leads to (F4): the worst few, and the way to the others. They are looked for
//! once the route stands: going through thousands of shops must not keep anybody from the next one.

use super::View;
use crate::field::overdue::{Lateness, Suspect};
use crate::field::shop::metres_to;
use crate::routes;
use crate::state::{Lens, Phone, live, use_state};
use crate::text::Texts;
use crate::ui::{Icon, class_letter, icon_small};
use domain::Kind;
use domain::geo::Position;
use domain::id::OutletId;
use domain::order::InOrder;
use domain::records::Outlet;
use futures_util::future::join_all;
use jiff::civil::Date;
use leptos::prelude::*;
use std::cmp::Reverse;
use std::time::Duration;

/// A shop that is overdue and on no list today.
#[derive(Clone, Debug, PartialEq)]
struct Late {
    outlet: Outlet,
    days: u32,
    last: Option<Date>,
}

/// How many are shown.
const SHOWN: usize = 5;
/// How many shops are read at a time.
const AT_A_TIME: usize = 16;

/// See the module.
pub fn late(t: Texts, view: View) -> AnyView {
    let state = use_state();
    let stands = RwSignal::new(false);
    Effect::new(move |asked: Option<bool>| {
        let drawn = view.day.with(Option::is_some);
        if drawn && asked != Some(true) {
            // After the frame that shows the route.
            request_animation_frame(move || {
                set_timeout(
                    move || {
                        // Nobody waits for it on a screen that is gone.
                        let _ = stands.try_set(true);
                    },
                    Duration::ZERO,
                );
            });
        }
        drawn || asked == Some(true)
    });
    let on_list = Memo::new(move |_| {
        view.day.with(|day| {
            let day = day.as_ref()?;
            let stops: Vec<OutletId> = day.rows.iter().map(|row| row.stop.outlet).collect();
            Some((day.date, stops))
        })
    });
    let found = live(&[Kind::LastVisit, Kind::Frequency], move |phone| {
        let wanted = if stands.get() { on_list.get() } else { None };
        let here = Lens::fresh(state.fix.get_untracked(), phone.now()).map(|fix| fix.position);
        async move {
            match wanted {
                Some((date, stops)) => worst(phone, date, &stops, here).await,
                None => Vec::new(),
            }
        }
    });
    (move || found.with(|found| found.as_deref().filter(|found| !found.is_empty()).map(|found| group(t, found))))
        .into_any()
}

/// The most overdue first, the nearest among equals. Shops are read only as long as one of those left could be worse.
async fn worst(phone: Phone, date: Date, on_list: &[OutletId], here: Option<Position>) -> Vec<Late> {
    let lateness = Lateness::read(phone, date).await;
    let suspects: Vec<Suspect> =
        lateness.suspects().into_iter().filter(|suspect| !on_list.contains(&suspect.outlet)).collect();
    let mut found: Vec<Late> = Vec::new();
    for some in suspects.chunks(AT_A_TIME) {
        let worse = |late: &Late| some.first().is_some_and(|suspect| suspect.most >= late.days);
        if found.get(SHOWN - 1).is_some_and(|late| !worse(late)) {
            break;
        }
        let read = join_all(some.iter().map(|suspect| phone.get::<Outlet>(suspect.outlet))).await;
        let late = read.into_iter().flatten().filter(|outlet| outlet.open).map(|outlet| Late {
            days: lateness.days(outlet.id, outlet.class),
            last: lateness.last(outlet.id).map(|last| last.day),
            outlet,
        });
        found.extend(late.filter(|late| late.days > 0));
        let metres = |late: &Late| here.map_or(0, |here| here.metres_to(late.outlet.position));
        found.order_by_key(|late| (Reverse(late.days), metres(late), late.outlet.id));
    }
    found.truncate(SHOWN);
    found
}

fn group(t: Texts, found: &[Late]) -> AnyView {
    view! {
        <div class="sec"><h2>{t.today.off_route}</h2></div>
        <div class="group">
            {found.iter().map(|late| row(t, late)).collect_view()}
            <a class="line" href=routes::OVERDUE>
                <span class="grow link">{t.today.all_overdue}</span>
                <span class="quiet">{icon_small(Icon::ChevronRight)}</span>
            </a>
        </div>
    }
    .into_any()
}

fn row(t: Texts, late: &Late) -> AnyView {
    let state = use_state();
    let position = late.outlet.position;
    let distance = move || metres_to(state, position).map(t.measure.distance);
    let last = late.last.map(|day| format!("{}{}", t.frame.dot, (t.today.last)(&(t.time.day)(day))));
    view! {
        <a class="line" href=routes::outlet(late.outlet.id)>
            <span class="grow">
                <span class="name">
                    <span class="t cut">{late.outlet.name.clone()}</span>
                    {class_letter(late.outlet.class)}
                </span>
                <span class="w"><b class="owed">{(t.today.overdue)(late.days)}</b>{last}</span>
            </span>
            <span class="val">{distance}</span>
        </a>
    }
    .into_any()
}
