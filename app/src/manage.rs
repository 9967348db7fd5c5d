//! The manager's screens: visits as a list beside one visit, judged photo by photo.
//! They read the same replica as a rep's screens, so a manager too can judge without a network.

mod answers;
mod asked;
mod asking;
mod away;
mod bench;
mod beside;
mod day_list;
mod devices;
mod dossier;
mod export;
mod import;
pub(crate) mod keys;
mod line;
mod now;
mod parcels;
mod photos;
pub mod places;
mod quarantine;
pub mod reach;
mod report;
mod settings;
mod setup;
mod split;
mod standard;
mod tokens;
mod trace;
mod trends;
mod twins;
mod verdict;
mod viewing;
mod visit_detail;
mod wall;
mod webhooks;

pub use away::Away;
pub use devices::{Devices, row as devices_row};
pub use export::{Export, row as export_row};
pub use import::{Import, row as import_row};
pub use now::Now;
pub use parcels::Parcels;
pub use quarantine::{Quarantine, row as quarantine_row};
pub use report::Report;
pub use settings::Settings;
pub use setup::{
    PeoplePage, ProductsPage, RoutesPage, ShopsPage, StandardsPage, people_row, planning_row, products_row,
    row as setup_row, standards_row,
};
pub use split::split_in;
pub use tokens::{Tokens, row as tokens_row};
pub use trends::Trends;
pub use wall::ReviewWall;
pub use webhooks::{Webhooks, row as webhooks_row};

use crate::routes;
use crate::state::{Me, guarded};
use crate::text::Texts;
use crate::ui;
use domain::id::VisitId;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use leptos_router::{NavigateOptions, params::ParamsMap};

/// `/visits`: the list, and beside it an invitation to pick one. A rep who comes here goes to the day.
#[component]
pub fn Visits() -> impl IntoView {
    let navigate = StoredValue::new(use_navigate());
    guarded(move |t, me| {
        if me.role.manages() {
            review(t, me, Memo::new(|_| None))
        } else {
            let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
            Effect::new(move |_| navigate.with_value(|go| go(routes::TODAY, replace.clone())));
            ui::skeleton_page(t)
        }
    })
}

/// The visit that an address names.
#[must_use]
pub fn named_visit(params: Memo<ParamsMap>) -> Memo<Option<VisitId>> {
    Memo::new(move |_| params.with(|params| params.get("id").and_then(|id| id.parse().ok())))
}

/// The list beside a visit. Which of the two a narrow screen shows, and which is what the page is about, goes by
/// the address: where nothing is picked the list is.
pub fn review(t: Texts, me: Me, picked: Memo<Option<VisitId>>) -> AnyView {
    let (offset, whose) = (me.offset, me.clone());
    let any = move || picked.get().is_some();
    let list = day_list::day_list(t, offset, picked);
    let pick = t.manage.pick;
    let detail = move || match picked.get() {
        Some(id) => visit_detail::visit_detail(t, &me, id),
        None => ui::empty(ui::Icon::Store, t.manage.pick, t.manage.pick_more, None),
    };
    split::split(t, &whose, any, pick, list.into_any(), detail.into_any())
}
