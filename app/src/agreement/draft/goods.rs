//! Which products, and what a case of them costs the partner where that was agreed.

use super::form::Form;
use super::ground::{chip, toggled};
use crate::field::{fen, fen_text};
use crate::ui::{choice_buttons, section};
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

fn price(form: Form, product: &Product) -> AnyView {
    let t = form.t;
    let id = product.id;
    let agreed = form.terms.with_untracked(|terms| {
        let line = terms.prices.iter().find(|line| line.product == id);
        line.map(|line| fen_text(line.price)).unwrap_or_default()
    });
    let text = RwSignal::new(agreed);
    let read = move || text.with(|text| fen(text).ok().filter(|money| money.is_none_or(|money| money.0 <= MONEY_MOST)));
    let typed = move |event| {
        text.set(event_target_value(&event));
        let Some(money) = untrack(read) else { return };
        form.terms.update(|terms| {
            set_price(&mut terms.prices, PriceLine { product: id, price: money.unwrap_or_default() }, money)
        });
    };
    let field = format!("price-{id}");
    let (error, note) = (format!("{field}-error"), format!("{field}-note"));
    let described = format!("{note} {error}");
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
            <label for=field>{(t.agreement.draft.price_of)(product.name.get(t.language))}</label>
            <p class="note" id=note>{(t.agreement.draft.list_price)(&product.case_price.yuan())}</p>
            <p class="err" id=error hidden=move || read().is_some()>{t.visit.bad_number}</p>
        </div>
    }
    .into_any()
}

fn set_price(prices: &mut Vec<PriceLine>, line: PriceLine, money: Option<Money>) {
    prices.retain(|known| known.product != line.product);
    if money.is_some() {
        prices.push(line);
        prices.order_by_key(|line| line.product);
    }
}
