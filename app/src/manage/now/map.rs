//! Today's stops on a sketch of the region: no streets, one line for each rep in the order of their route. A touch
//! means the nearest stop, because stops of one street lie closer together than a finger is wide; for everybody who does
//! not point, the same stops are a list below.

use super::Desk;
use super::book::Book;
use super::marks::{FILLS, fill, leads_to, sample, shape, words};
use crate::ui;
use domain::rules::now::{nearest, plot};
use domain::rules::today::StopState;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;
use leptos_router::hooks::use_navigate;

/// The sheet.
const WIDTH: i32 = 708;
const HEIGHT: i32 = 376;
const MARGIN: i32 = 36;
/// How far from a stop a touch may be, in pixels of the screen: half of what a finger needs.
const REACH: f64 = 24.0;

/// What is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
struct Sheet {
    tours: Vec<Tour>,
    stops: usize,
    unplaced: usize,
}

/// The way of one rep.
#[derive(Clone, Debug, PartialEq)]
struct Tour {
    name: String,
    marks: Vec<Mark>,
    /// The stop beside which the name stands: where they are, or where they last were.
    at: usize,
}

/// One stop.
#[derive(Clone, Debug, PartialEq)]
struct Mark {
    place: (i32, i32),
    fill: &'static str,
    href: String,
    been: bool,
}

/// See the module.
pub fn map(desk: Desk) -> AnyView {
    let t = desk.t;
    let sheet = Memo::new(move |_| desk.book.with(|book| book.as_ref().map(sheet)));
    let navigate = StoredValue::new(use_navigate());
    let open = move |event: MouseEvent| {
        let href = sheet.with_untracked(|sheet| sheet.as_ref().and_then(|sheet| touched(sheet, &event)));
        if let Some(href) = href {
            navigate.with_value(|go| go(&href, leptos_router::NavigateOptions::default()));
        }
    };
    let drawn = move || {
        sheet.with(|sheet| {
            let sheet = sheet.as_ref().filter(|sheet| !sheet.tours.is_empty())?;
            let label = (t.now.map_label)(sheet.stops, sheet.tours.len());
            let unplaced = (sheet.unplaced > 0).then(|| view! { <span>{(t.now.unplaced)(sheet.unplaced)}</span> });
            let legend = FILLS.map(|fill| view! { <span>{sample(0, fill)}{words(t, fill)}</span> });
            Some(view! {
                <svg
                    class="map"
                    viewBox=format!("0 0 {WIDTH} {HEIGHT}")
                    role="img"
                    aria-label=label
                    on:click=open
                >
                    {sheet.tours.iter().enumerate().map(|(rep, tour)| way(rep, tour)).collect_view()}
                    {sheet.tours.iter().enumerate().map(|(rep, tour)| stops(rep, tour)).collect_view()}
                </svg>
                <p class="map-legend">{legend.into_iter().collect_view()}{unplaced}</p>
            })
        })
    };
    view! {
        <section class="sheet-map">
            {ui::section(t.now.map, "")}
            {drawn}
            {super::list::list(desk)}
        </section>
    }
    .into_any()
}

fn sheet(book: &Book) -> Sheet {
    let days: Vec<_> = book.field.now().collect();
    let all = days.iter().flat_map(|day| &day.stops);
    let known = all.clone().filter_map(|stop| book.shops.get(&stop.outlet)).map(|shop| shop.position);
    let positions: Vec<_> = known.collect();
    let mut places = plot(&positions, WIDTH, HEIGHT, MARGIN).into_iter();
    let tours = days.iter().map(|day| {
        let stops = day.stops.iter().filter(|stop| book.shops.contains_key(&stop.outlet));
        let marks: Vec<Mark> = stops
            .zip(places.by_ref())
            .map(|(stop, place)| Mark {
                place,
                fill: fill(&book.field, stop),
                href: leads_to(stop),
                been: matches!(stop.state, StopState::Open(_) | StopState::Done(_)),
            })
            .collect();
        let here = marks.iter().position(|mark| mark.fill == "n");
        let at = here.or_else(|| marks.iter().rposition(|mark| mark.been)).unwrap_or_default();
        Tour { name: day.name.clone(), marks, at }
    });
    let tours = tours.collect();
    let stops = all.count();
    Sheet { tours, stops, unplaced: stops - positions.len() }
}

/// The line: firm where they have been, dashed where they are to go.
fn way(rep: usize, tour: &Tour) -> AnyView {
    let line = |marks: &[Mark]| {
        let mut path = String::new();
        for (i, Mark { place: (x, y), .. }) in marks.iter().enumerate() {
            path.push_str(&format!("{}{x} {y}", if i == 0 { "M" } else { "L" }));
        }
        path
    };
    // What comes after the last stop that was walked is still to come, whatever was left out before it.
    let walked = tour.marks.iter().rposition(|mark| mark.been).map_or(0, |last| last + 1);
    let (before, after) = (tour.marks.get(..walked), tour.marks.get(walked.saturating_sub(1)..));
    let class = format!("way r{}", rep % 3);
    view! {
        <path class=format!("{class} ahead") d=line(after.unwrap_or_default())></path>
        <path class=class d=line(before.unwrap_or_default())></path>
    }
    .into_any()
}

fn stops(rep: usize, tour: &Tour) -> AnyView {
    let marks = tour.marks.iter().map(|mark| {
        let (x, y) = mark.place;
        let r = if mark.fill == "n" { 8 } else { 6 };
        view! { <path class=mark.fill d=shape(rep, x, y, r)></path> }
    });
    let name = tour.marks.get(tour.at).map(|mark| {
        let (x, y) = mark.place;
        // Near the right edge the name stands at the left of its stop.
        let (dx, anchor) = if x > WIDTH - 120 { (-14, "end") } else { (14, "start") };
        view! {
            <text x=(x + dx).to_string() y=(y - 8).to_string() text-anchor=anchor>{tour.name.clone()}</text>
        }
    });
    view! { <g>{marks.collect_view()}{name}</g> }.into_any()
}

/// Where the stop leads that a touch means.
fn touched(sheet: &Sheet, event: &MouseEvent) -> Option<String> {
    let drawn = event.current_target()?.dyn_into::<Element>().ok()?.get_bounding_client_rect();
    let scale = f64::from(WIDTH) / drawn.width().max(1.0);
    // Pixels of a screen are few enough for an i32.
    let on_sheet = |at: i32, edge: f64| ((f64::from(at) - edge) * scale).round() as i32;
    let touched = (on_sheet(event.client_x(), drawn.left()), on_sheet(event.client_y(), drawn.top()));
    let marks: Vec<&Mark> = sheet.tours.iter().flat_map(|tour| &tour.marks).collect();
    let places: Vec<(i32, i32)> = marks.iter().map(|mark| mark.place).collect();
    let meant = nearest(&places, touched, (REACH * scale).round() as i32)?;
    marks.get(meant).map(|mark| mark.href.clone())
}
