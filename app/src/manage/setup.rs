//! The shops of the region as a manager looks after them: a list beside one shop, what is known of it, and whose it is.
//! Read and changed like everything else, so also without a network.

mod add;
mod list;
mod people;
mod planning;
mod products;
mod relocate;
mod shop;
mod standards;
mod taken;
mod unsaved;

pub use people::{PeoplePage, row as people_row, said};
pub use planning::{RoutesPage, row as planning_row};
pub use products::{ProductsPage, row as products_row};
pub use standards::{StandardsPage, row as standards_row};

use super::split::split_in;
use crate::field::outlets::find::{Row, Shops};
use crate::routes;
use crate::state::{Me, Phone, guarded, live};
use crate::text::Texts;
use crate::ui::{self, Icon, Tab, icon, line_link};
use domain::Kind;
use domain::id::{OutletId, TerritoryId};
use domain::order::InOrder;
use domain::records::{Assignment, JourneyPlan, Outlet, Territory, User};
use domain::rules::relocation::Ground;
use futures_util::future::join4;
use jiff::civil::Date;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use std::collections::BTreeSet;
use std::sync::Arc;

/// `/settings/shops`, one of them by `?shop=`, so that the list stays as it is beside another one.
#[component]
pub fn ShopsPage() -> impl IntoView {
    let navigate = StoredValue::new(use_navigate());
    let query = use_query_map();
    let picked = Memo::new(move |_| query.with(|query| query.get_str("shop").and_then(|id| id.parse().ok())));
    let adding = Memo::new(move |_| query.with(|query| query.get_str("shop") == Some(routes::NEW)));
    guarded(move |t, me| {
        if me.role.manages() {
            return screen(t, &me, picked, adding);
        }
        let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
        Effect::new(move |_| navigate.with_value(|go| go(routes::OUTLETS, replace.clone())));
        ui::skeleton_page(t)
    })
}

/// The way here from the settings.
pub fn row(t: Texts) -> AnyView {
    line_link(routes::SHOPS.to_owned(), icon(Icon::Store), t.setup.title.to_owned(), t.setup.row_more.into_any())
}

/// Who works where, as this device knows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Office {
    /// By name.
    territories: Vec<Territory>,
    users: Vec<User>,
    postings: Vec<Assignment>,
    plans: Vec<JourneyPlan>,
    today: Date,
}

impl Office {
    async fn read(phone: Phone, today: Date) -> Self {
        let (mut territories, users, postings, plans) =
            join4(phone.all::<Territory>(), phone.all::<User>(), phone.all::<Assignment>(), phone.all::<JourneyPlan>())
                .await;
        territories.order_by_key(|territory| (territory.region, territory.name.zh.clone(), territory.id));
        Self { territories, users, postings, plans, today }
    }

    /// For the rules.
    fn ground(&self) -> Ground<'_> {
        Ground { users: &self.users, postings: &self.postings, plans: &self.plans, today: self.today }
    }

    /// The name of a territory.
    fn place(&self, t: Texts, id: TerritoryId) -> String {
        let found = self.territories.iter().find(|territory| territory.id == id);
        found.map(|territory| territory.name.get(t.language).to_owned()).unwrap_or_default()
    }

    /// Who works in a territory, in words.
    fn reps(&self, t: Texts, id: TerritoryId) -> String {
        let names: Vec<String> = self.ground().reps(id).iter().map(|rep| rep.name.clone()).collect();
        if names.is_empty() { t.setup.nobody.to_owned() } else { names.join(t.frame.list) }
    }
}

/// What the screen is made of; cheap to copy.
#[derive(Clone, Copy)]
pub struct Desk {
    t: Texts,
    office: ReadSignal<Option<Office>>,
    shops: ReadSignal<Option<Shops>>,
    picked: Memo<Option<OutletId>>,
    /// A new one is being written down.
    adding: Memo<bool>,
    /// Those that are ticked.
    chosen: RwSignal<BTreeSet<OutletId>>,
    /// Those that are about to be moved; none while nothing is.
    moving: RwSignal<Vec<OutletId>>,
    asking: RwSignal<bool>,
}

impl Desk {
    /// Whether something lies beside the list.
    fn any(self) -> bool {
        self.adding.get() || self.picked.get().is_some()
    }

    /// Opens the sheet in which it is said where shops go.
    fn ask_where(self, shops: Vec<OutletId>) {
        self.moving.set(shops);
        self.asking.set(true);
    }
}

fn screen(t: Texts, me: &Me, picked: Memo<Option<OutletId>>, adding: Memo<bool>) -> AnyView {
    let offset = me.offset;
    let kinds = &[Kind::Territory, Kind::User, Kind::Assignment, Kind::JourneyPlan];
    let office = live(kinds, move |phone| Office::read(phone, phone.now().date(offset)));
    let shops = live(&[Kind::Outlet], |phone| async move {
        let shops = phone.all::<Outlet>().await.into_iter().filter(|outlet| !outlet.partner);
        let mut rows: Vec<Arc<Row>> = shops.map(|outlet| Arc::new(Row::of(outlet))).collect();
        rows.order_by(|a, b| (!a.open, a.class, &a.name).cmp(&(!b.open, b.class, &b.name)));
        Shops::new(rows)
    });
    let (chosen, moving, asking) = (RwSignal::default(), RwSignal::default(), RwSignal::new(false));
    let desk = Desk { t, office, shops, picked, adding, chosen, moving, asking };
    let any = move || desk.any();
    let detail = move || match picked.get() {
        Some(id) => shop::shop(desk, offset, id),
        None if adding.get() => add::add(desk),
        None => ui::empty(Icon::Store, t.setup.pick, t.setup.pick_more, None),
    };
    let both = split_in(t, me, Tab::Settings, any, t.setup.pick, list::list(desk), detail.into_any());
    // Beside both, because a narrow screen hides the one or the other.
    view! { {both}{relocate::sheet(desk)} }.into_any()
}
