//! The stops of the map as a list: by rep, in the order of the route, each with how far it has come.

use super::Desk;
use super::marks::{badge, fill, leads_to, sample, words};
use domain::rules::now::Day;
use leptos::prelude::*;

/// See the module.
pub fn list(desk: Desk) -> AnyView {
    let t = desk.t;
    let days = Memo::new(move |_| {
        desk.book.with(|book| {
            let book = book.as_ref()?;
            let fills = |day: &Day| day.stops.iter().map(|stop| fill(&book.field, stop)).collect::<Vec<_>>();
            let names = |day: &Day| {
                let shop = |stop: &domain::rules::today::Stop| book.shops.get(&stop.outlet);
                let name = |stop| shop(stop).map_or_else(|| t.now.some_shop.to_owned(), |shop| shop.name.clone());
                day.stops.iter().map(name).collect::<Vec<_>>()
            };
            Some(book.field.now().map(|day| (day.clone(), names(day), fills(day))).collect::<Vec<_>>())
        })
    });
    let body = move || {
        days.with(|days| {
            let days = days.as_ref().filter(|days| !days.is_empty())?;
            let of = days.iter().enumerate().map(|(rep, (day, names, fills))| {
                let stops = day.stops.iter().zip(names).zip(fills).map(|((stop, name), fill)| {
                    view! {
                        <li>
                            <a class="line" href=leads_to(stop)>
                                {sample(rep, fill)}
                                <span class="grow t cut">{name.clone()}</span>
                                <span class="val">{words(t, fill)}</span>
                            </a>
                        </li>
                    }
                });
                view! {
                    <h3 class="who">{badge(rep)}{day.name.clone()}</h3>
                    <ol>{stops.collect_view()}</ol>
                }
            });
            Some(of.collect_view())
        })
    };
    // Around what is drawn anew, so that it stays open.
    view! {
        <details class="stops">
            <summary>{t.now.list}</summary>
            {body}
        </details>
    }
    .into_any()
}
