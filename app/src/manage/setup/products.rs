//! 产品: what is sold, as a list beside one of them. The marketing centre changes and adds them; a region reads.

mod form;
mod left;
mod page;

use super::super::split::split_in;
use crate::routes;
use crate::state::{Me, live, managed};
use crate::text::Texts;
use crate::ui::{self, Icon, Tab, icon, line_link, skeleton_rows};
use domain::Kind;
use domain::id::ProductId;
use domain::order::InOrder;
use domain::records::Product;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// What lies beside the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Beside {
    Nothing,
    New,
    One(ProductId),
}

/// `/settings/products`, one of them by `?product=`, a new one by `?product=new`.
#[component]
pub fn ProductsPage() -> impl IntoView {
    let query = use_query_map();
    let beside = Memo::new(move |_| {
        query.with(|query| match query.get_str("product") {
            Some(routes::NEW) => Beside::New,
            Some(id) => id.parse().map_or(Beside::Nothing, Beside::One),
            None => Beside::Nothing,
        })
    });
    managed(move |t, me| screen(t, &me, beside))
}

/// The way here from the settings.
pub fn row(t: Texts) -> AnyView {
    let (words, more) = (t.products.title.to_owned(), t.products.row_more.into_any());
    line_link(routes::PRODUCTS.to_owned(), icon(Icon::Copy), words, more)
}

fn screen(t: Texts, me: &Me, beside: Memo<Beside>) -> AnyView {
    let products = live(&[Kind::Product], |phone| async move {
        let mut products = phone.all::<Product>().await;
        products.order_by(|a, b| (!a.listed, &a.name.zh, &a.code).cmp(&(!b.listed, &b.name.zh, &b.code)));
        products
    });
    let may_change = me.role.sees_all();
    let any = move || beside.get() != Beside::Nothing;
    let detail = move || match beside.get() {
        Beside::One(id) => page::known(t, products, id, may_change),
        Beside::New if may_change => page::new(t, products),
        Beside::New | Beside::Nothing => ui::empty(Icon::Copy, t.products.pick, t.products.pick_more, None),
    };
    split_in(t, me, Tab::Settings, any, t.products.pick, list(t, products, beside, may_change), detail.into_any())
}

fn list(t: Texts, products: ReadSignal<Option<Vec<Product>>>, beside: Memo<Beside>, may_change: bool) -> AnyView {
    let sought = RwSignal::new(String::new());
    let sentence = move || {
        products.with(|products| {
            let sold = products.as_ref().map(|products| products.iter().filter(|product| product.listed).count());
            sold.map_or_else(|| t.products.title.to_owned(), t.products.head)
        })
    };
    let rows = move || {
        products.with(|products| {
            let Some(products) = products else { return skeleton_rows(6) };
            let found: Vec<AnyView> = sought.with(|sought| {
                let fits = products.iter().filter(|product| is_like(product, sought));
                fits.map(|product| row_of(t, product, beside)).collect()
            });
            if found.is_empty() {
                return ui::empty(Icon::Search, t.products.nothing, "", None);
            }
            view! { <ol>{found}</ol> }.into_any()
        })
    };
    let add = may_change.then(|| {
        view! {
            <section class="actbar" aria-label=t.products.title>
                <a class="btn" href=routes::new_product()>{icon(Icon::Plus)}{t.products.add}</a>
            </section>
        }
    });
    view! {
        <div
            class="list vlist"
            role=move || if beside.get() == Beside::Nothing { "main" } else { "complementary" }
            aria-label=t.products.title
            id=move || (beside.get() == Beside::Nothing).then_some("main")
            tabindex="-1"
        >
            <div class="bar">
                <a class="ib" href=routes::SETTINGS aria-label=t.frame.back>{icon(Icon::Back)}</a>
                <p class="meta grow cut">{t.manage.settings}</p>
            </div>
            <div class="say"><h1>{sentence}</h1></div>
            <div role="search" class="shopseek">{ui::find(t, t.products.search, sought)}</div>
            <div class="scroll">{rows}</div>
            {add}
        </div>
    }
    .into_any()
}

fn is_like(product: &Product, sought: &str) -> bool {
    let sought = sought.trim().to_lowercase();
    let texts = [&product.name.zh, &product.name.en, &product.code, &product.barcode];
    texts.iter().any(|text| text.to_lowercase().contains(&sought))
}

fn row_of(t: Texts, product: &Product, beside: Memo<Beside>) -> AnyView {
    let id = product.id;
    let price = product.case_price.yuan();
    let line = (t.products.line)(&product.code, product.millilitres, product.pieces_per_case, &price);
    let ended = (!product.listed).then(|| view! { <b class="owed">{t.products.ended}</b>{t.frame.dot} });
    view! {
        <li>
            <a
                class="vrow tall"
                href=routes::product(id)
                aria-current=move || (beside.get() == Beside::One(id)).then_some("true")
            >
                <span class="t cut">{product.name.get(t.language).to_owned()}</span>
                <span class="w">{ended}{line}</span>
            </a>
        </li>
    }
    .into_any()
}
