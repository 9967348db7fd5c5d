//! Which products, and what a case of them costs the partner where that was agreed.

use super::form::Form;
use super::ground::{chip, toggled};
use crate::field::{fen, fen_text};
use crate::ui::{choice_buttons, section};
use domain::id::ProductId;
use domain::limits::MONEY_MOST;
use domain::measure::Money;
use domain::order::InOrder;
use domain::records::{PriceLine, Product};
use leptos::prelude::*;

/// See the module.
pub fn goods(form: Form) -> AnyView {
    let t = &form.t.agreement.draft;
    // An empty list means all: whether the person is choosing is kept apart from what they have chosen.
    let some = RwSignal::new(form.terms.with_untracked(|terms| !terms.products.is_empty()));
    let choose = move |at: usize| {
        some.set(at == 1);
        if at == 0 {
            form.terms.update(|terms| terms.products.clear());
        }
    };
    let names = vec![t.goods_all.to_owned(), t.goods_some.to_owned()];
    view! {
        {section(t.goods, "")}
        <div class="pad tight">{choice_buttons(t.goods.to_owned(), names, move || Some(usize::from(some.get())), choose)}</div>
        {move || some.get().then(|| chips(form))}
        {prices(form)}
    }
    .into_any()
}

fn chips(form: Form) -> AnyView {
    let t = form.t;
    let products = form.source.with_value(|source| source.products.clone());
    let chips = products.into_iter().map(|product| {
        let id = product.id;
        let on = move || form.terms.with(|terms| terms.products.contains(&id));
        let toggle = move || {
            form.terms.update(|terms| {
                toggled(&mut terms.products, id);
                terms.products.in_order();
            });
        };
        chip(product.name.get(t.language).to_owned(), on, toggle)
    });
    view! { <div class="chips wrap" role="group" aria-label=t.agreement.draft.goods>{chips.collect_view()}</div> }
        .into_any()
}

/// Folded until somebody wants it, or while there are some.
fn prices(form: Form) -> AnyView {
    let t = &form.t.agreement.draft;
    let begun = form.terms.with_untracked(|terms| !terms.prices.is_empty());
    let count = move || {
        let count = form.terms.with(|terms| terms.prices.len());
        (count > 0).then(|| count.to_string())
    };
    let offered = Memo::new(move |_| form.terms.with(|terms| terms.products.clone()));
    let rows = move || {
        let offered = offered.get();
        form.source.with_value(|source| {
            let products = source.products.iter().filter(|product| offered.is_empty() || offered.contains(&product.id));
            products.map(|product| price(form, product)).collect_view()
        })
    };
    view! {
        <details class="prices" open=begun>
            <summary class="line">
                <span class="grow">
                    <span class="t">{t.prices}</span>
                    <span class="w">{t.prices_more}</span>
                </span>
                <span class="val">{count}</span>
            </summary>
            <div class="pad">{rows}</div>
        </details>
    }
    .into_any()
}

/// Which price of a case.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    /// What the partner pays.
    Partner,
    /// What the dealer pays.
    Dealer,
    /// What a shop pays.
    Shop,
}

/// The price for the partner, and once there is one those before and after it.
fn price(form: Form, product: &Product) -> AnyView {
    let (t, id) = (form.t, product.id);
    let name = product.name.get(t.language).to_owned();
    let agreed = Memo::new(move |_| form.terms.with(|terms| terms.prices.iter().any(|line| line.product == id)));
    let words = &t.agreement.draft;
    let (dealer, shop) = ((words.ex_works_of)(&name), (words.shop_price_of)(&name));
    let rest = move || {
        agreed.get().then(|| {
            view! {
                <div class="twofields">
                    {money(form, id, Of::Dealer, dealer.clone(), t.agreement.draft.chain_more.to_owned())}
                    {money(form, id, Of::Shop, shop.clone(), t.agreement.draft.chain_more.to_owned())}
                </div>
            }
        })
    };
    view! {
        {money(form, id, Of::Partner, (words.price_of)(&name), (words.list_price)(&product.case_price.yuan()))}
        {rest}
    }
    .into_any()
}

fn money(form: Form, id: ProductId, of: Of, label: String, note: String) -> AnyView {
    let t = form.t;
    let agreed = form.terms.with_untracked(|terms| {
        let line = terms.prices.iter().find(|line| line.product == id);
        line.and_then(|line| read_price(line, of)).map(fen_text).unwrap_or_default()
    });
    let text = RwSignal::new(agreed);
    let read = move || text.with(|text| fen(text).ok().filter(|money| money.is_none_or(|money| money.0 <= MONEY_MOST)));
    let typed = move |event| {
        text.set(event_target_value(&event));
        let Some(money) = untrack(read) else { return };
        form.terms.update(|terms| set_price(&mut terms.prices, id, of, money));
    };
    let field = match of {
        Of::Partner => format!("price-{id}"),
        Of::Dealer => format!("ex-works-{id}"),
        Of::Shop => format!("shop-price-{id}"),
    };
    let (error, explained) = (format!("{field}-error"), format!("{field}-note"));
    let described = format!("{explained} {error}");
    view! {
        <div class="field">
            <input
                id=field.clone()
                inputmode="decimal"
                autocomplete="off"
                placeholder=" "
                prop:value=move || text.get()
                aria-invalid=move || read().is_none().then_some("true")
                aria-describedby=described
                on:input=typed
            />
            <label for=field>{label}</label>
            <p class="note" id=explained>{note}</p>
            <p class="err" id=error hidden=move || read().is_some()>{t.visit.bad_number}</p>
        </div>
    }
    .into_any()
}

const fn read_price(line: &PriceLine, of: Of) -> Option<Money> {
    match of {
        Of::Partner => Some(line.price),
        Of::Dealer => line.ex_works,
        Of::Shop => line.shop,
    }
}

/// Without a price for the partner there is no line.
fn set_price(prices: &mut Vec<PriceLine>, id: ProductId, of: Of, money: Option<Money>) {
    let known = prices.iter_mut().find(|line| line.product == id);
    match (of, money, known) {
        (Of::Partner, None, _) => prices.retain(|line| line.product != id),
        (Of::Partner, Some(price), Some(line)) => line.price = price,
        (Of::Partner, Some(price), None) => {
            prices.push(PriceLine { product: id, price, ex_works: None, shop: None });
            prices.order_by_key(|line| line.product);
        }
        (Of::Dealer, money, Some(line)) => line.ex_works = money,
        (Of::Shop, money, Some(line)) => line.shop = money,
        (Of::Dealer | Of::Shop, _, None) => {}
    }
}
