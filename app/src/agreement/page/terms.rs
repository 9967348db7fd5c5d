//! What was agreed, readable on one screen, and the same on paper.

use super::book::{Book, Desk};
use crate::text::{Texts, long_day};
use crate::ui::section;
use domain::id::ProductId;
use domain::records::{Agreement, Ground, GroundOutlet, Party, Product};
use domain::rules::agreement::standing;
use domain::time::Offset;
use leptos::prelude::*;

/// See the module.
pub fn terms(desk: Desk) -> AnyView {
    let t = desk.t;
    let offset = desk.me.with_value(|me| me.offset);
    let list = move || desk.of(|book| facts(t, offset, book));
    let stands = move || {
        desk.of(|book| {
            let stands = (t.agreement.standing)(standing(&book.agreement, book.today));
            (t.agreement.page.printed)(stands, &long_day(t, book.today))
        })
    };
    view! {
        <section class="paper">
            <h2 class="print-only title">{t.agreement.page.document}</h2>
            <p class="print-only stands">{stands}</p>
            <div class="no-print">{section(t.agreement.page.terms, "")}</div>
            <dl class="facts-list">{list}</dl>
        </section>
    }
    .into_any()
}

fn facts(t: Texts, offset: Offset, book: &Book) -> AnyView {
    let words = &t.agreement.page;
    let agreement = &book.agreement;
    let terms = &agreement.terms;
    let mut facts = vec![
        (words.number, agreement.number()),
        (words.manufacturer, book.manufacturer.get(t.language).to_owned()),
        (words.dealer, agreement.dealer_name.clone()),
        (words.partner, agreement.candidate_name.clone()),
        (words.kind, (t.agreement.alliance_type)(terms.alliance_type).to_owned()),
        (words.ground, ground_words(t, &terms.ground)),
        (words.channels, list(t, terms.ground.channels.clone(), t.agreement.all_channels)),
        (words.coverage, coverage(t, agreement)),
        (words.products, list(t, products(t, book, &terms.products), t.agreement.all_products)),
        (words.prices, prices(t, book)),
        (words.term, (t.agreement.days)(&long_day(t, terms.from), &long_day(t, terms.until))),
        (words.cycle, (words.every)(terms.cycle_days)),
    ];
    let written = [(words.exception, &terms.exception), (words.more, &terms.more)];
    facts.extend(written.into_iter().filter(|(_, text)| !text.is_empty()).map(|(label, text)| (label, text.clone())));
    let signed = agreement.ground_signed.as_ref();
    facts.extend(signed.map(|signed| {
        let day = long_day(t, signed.at.date(offset));
        (words.boundary, (words.boundary_by)(&signed.name, &day))
    }));
    facts.extend(book.before.as_ref().map(|old| (words.renews, old.number())));
    // On a screen one reads what is particular to this agreement; a paper has to say the rest as well.
    let prints = |label: &str| match label {
        label if label == words.ground => Some(words.exclusive),
        label if label == words.prices && !terms.prices.is_empty() => Some(words.unpriced),
        _ => None,
    };
    let rows = facts.into_iter().map(|(label, text)| {
        view! {
            <div class="clause">
                <dt>{label}</dt>
                <dd class="written">
                    {text} {prints(label).map(|words| view! { <p class="print-only">{words}</p> })}
                </dd>
            </div>
        }
    });
    rows.collect_view().into_any()
}

/// Names in a row, or that it is all of them.
fn list(t: Texts, names: Vec<String>, all: &str) -> String {
    if names.is_empty() { all.to_owned() } else { names.join(t.frame.list) }
}

/// A ground in words.
pub fn ground_words(t: Texts, ground: &Ground) -> String {
    let names =
        |shops: &[GroundOutlet]| shops.iter().map(|shop| shop.name.as_str()).collect::<Vec<_>>().join(t.frame.list);
    let areas = ground.areas.iter().map(|area| format!("{} {}", area.name, area.code)).collect::<Vec<_>>();
    let mut words = vec![(t.agreement.ground_type)(ground.ground_type).to_owned()];
    if !areas.is_empty() {
        words.push(areas.join(t.frame.list));
    }
    if !ground.outlets.is_empty() {
        words.push((t.agreement.page.with_shops)(&names(&ground.outlets)));
    }
    if !ground.without.is_empty() {
        words.push((t.agreement.page.without_shops)(&names(&ground.without)));
    }
    words.join(t.frame.dot)
}

fn coverage(t: Texts, agreement: &Agreement) -> String {
    let side = |party: Party| {
        let lines = agreement.terms.coverage.iter().filter(|line| line.by == party);
        let classes: Vec<&str> = lines.map(|line| line.class.letter()).collect();
        (!classes.is_empty())
            .then(|| (t.agreement.page.covers)(&(t.frame.class)(&classes.join("")), (t.agreement.party)(party)))
    };
    [side(Party::Dealer), side(Party::SubDistributor)].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

fn name(t: Texts, products: &[Product], id: ProductId) -> String {
    let product = products.iter().find(|product| product.id == id);
    product.map(|product| product.name.get(t.language).to_owned()).unwrap_or_default()
}

fn products(t: Texts, book: &Book, ids: &[ProductId]) -> Vec<String> {
    ids.iter().map(|id| name(t, &book.products, *id)).collect()
}

fn prices(t: Texts, book: &Book) -> String {
    let prices = &book.agreement.terms.prices;
    if prices.is_empty() {
        return t.agreement.page.list_prices.to_owned();
    }
    let lines =
        prices.iter().map(|line| (t.agreement.page.price)(&name(t, &book.products, line.product), &line.price.yuan()));
    lines.collect::<Vec<_>>().join("\n")
}
