//! One product beside the list: its fields, each with what is wrong with it under it, or to be read only.

use super::form::{Form, amount, count};
use super::left::{self, Typed, texts};
use crate::manage::setup::taken::{self, Back};
use crate::manage::setup::unsaved;
use crate::routes;
use crate::state::{Phone, use_state};
use crate::text::Texts;
use crate::ui::{self, Field, Icon, icon};
use domain::Command;
use domain::id::{CommandId, ProductId};
use domain::measure::Share;
use domain::records::Product;
use domain::rules::barcode::is_mistyped;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// A product that is known. The fields are filled once, and stay as they are typed when the record changes.
pub fn known(t: Texts, products: ReadSignal<Option<Vec<Product>>>, id: ProductId, may_change: bool) -> AnyView {
    let state = use_state();
    let form: RwSignal<Option<Form>> = RwSignal::new(None);
    let screen = Owner::current().unwrap_or_default();
    let one = Memo::new(move |_| {
        products.with(|products| Some(products.as_ref()?.iter().find(|product| product.id == id).cloned()))
    });
    let left = unsaved::left::<Typed>(left::name(Some(id), None));
    Effect::new(move |_| {
        let first = one.get().flatten().filter(|_| untrack(|| form.get().is_none()));
        if let Some((product, left)) = first.zip(left.get()) {
            form.set(Some(screen.with(|| Form::of(t, state, products, Some(product), left, id))));
        }
    });
    (move || match form.get() {
        Some(form) if may_change => page(form),
        Some(_) => facts(t, one),
        None if one.with(|one| matches!(one, Some(None))) => ui::empty(Icon::Help, t.products.unknown, "", None),
        None => ui::skeleton_rows(4),
    })
    .into_any()
}

/// A new one, gone on with if it was begun.
pub fn new(t: Texts, products: ReadSignal<Option<Vec<Product>>>) -> AnyView {
    let (state, id) = (use_state(), Phone.new_id());
    let from = taken::named();
    let (left, back) = (unsaved::left::<Typed>(left::name(None, from)), taken::back(from));
    (move || match (left.get(), back.get()) {
        (Some(left), Some(back)) => page(again(Form::of(t, state, products, None, left, id), from, back)),
        _ => ui::skeleton_rows(4),
    })
    .into_any()
}

/// With what came back, unless it was begun again before.
fn again(form: Form, from: Option<CommandId>, back: Option<Back>) -> Form {
    let Some(Back { command: Command::AddProduct(add), code }) = back else { return form };
    if !form.resumed.get_untracked() {
        form.write(texts(&add.product));
        form.resumed.set(true);
    }
    form.again(from, code)
}

fn page(form: Form) -> AnyView {
    let t = form.t;
    form.keep();
    let more = move || match form.is_overtaken() {
        true => t.setup.overtaken,
        false if form.resumed.get() => t.setup.resumed,
        false => "",
    };
    let navigate = StoredValue::new(use_navigate());
    let added = move || {
        let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
        navigate.with_value(|go| go(&routes::product(form.id), replace));
    };
    let name = move || {
        form.before.with(|before| match before {
            Some(before) => before.name.get(t.language).to_owned(),
            None => t.products.new.to_owned(),
        })
    };
    let listed = move || form.before.with(|before| before.as_ref().map(|before| before.listed));
    let ended = move || {
        (listed() == Some(false)).then(|| view! { <p class="words"><b class="owed">{t.products.ended_more}</b></p> })
    };
    let list = move || {
        let (words, to) = match listed()? {
            true => (t.products.end, false),
            false => (t.products.again, true),
        };
        Some(view! { <button type="button" class="btn" on:click=move |_| form.list(to)>{words}</button> })
    };
    view! {
        <div class="body">
            {head(t, name)}
            {ended}
            {fields(form)}
        </div>
        {unsaved::notice(t, move || form.is_changed(), more, move || form.discard())}
        <section class="actbar" aria-label=t.products.acts>
            <button type="button" class="btn main" disabled=move || !form.can_save() on:click=move |_| form.save(added)>
                {move || if form.is_new() { t.products.save_new } else { t.products.save }}
            </button>
            <span class="grow"></span>
            {list}
        </section>
    }
    .into_any()
}

fn head(t: Texts, name: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    view! {
        <div class="th">
            <a class="ib only-narrow" href=routes::PRODUCTS aria-label=t.frame.back>{icon(Icon::Back)}</a>
            <h1 class="grow">{name}</h1>
        </div>
    }
    .into_any()
}

fn fields(form: Form) -> AnyView {
    let t = form.t;
    let line = |id, mode, label, signal: RwSignal<String>, wrong: fn(Form) -> &'static str| {
        let entry = Field { id, kind: "text", mode, complete: "off", label };
        ui::field(entry, move || signal.get(), move |text| signal.set(text), move || wrong(form))
    };
    // Whatever is empty in a new one is not wrong yet.
    fn begun(text: RwSignal<String>) -> bool {
        text.with(|text| !text.trim().is_empty())
    }
    let code = form.is_new().then(|| {
        line("product-code", "text", t.products.code, form.code, |form| {
            if form.code_is_taken() { form.t.products.code_taken } else { "" }
        })
    });
    let margin = move || {
        let (pieces, case, piece) = (count(form.pieces)?, amount(form.case_price)?, amount(form.retail_price)?);
        let sold = piece.0.checked_mul(i64::from(pieces)).filter(|sold| *sold > 0 && case.0 > 0)?;
        Some(match sold - case.0 {
            left if left > 0 => (t.products.margin)(Share::of(left, sold).percent()),
            _ => t.products.no_margin.to_owned(),
        })
    };
    let offer = form.is_new().then(|| taken::offer(t, form.code, Memo::new(move |_| form.codes())));
    view! {
        {code}
        {offer}
        <div class="twofields">
            {line("product-name", "text", t.products.name, form.name, |_| "")}
            {line("product-english", "text", t.products.english, form.english, |_| "")}
            {line("product-barcode", "numeric", t.products.barcode, form.barcode, |form| {
                if form.barcode.with(|code| is_mistyped(code.trim())) { form.t.products.barcode_wrong } else { "" }
            })}
            {line("product-ml", "numeric", t.products.millilitres, form.millilitres, |form| {
                if begun(form.millilitres) && count(form.millilitres).is_none() { form.t.products.count_wrong } else { "" }
            })}
            {line("product-pieces", "numeric", t.products.pieces, form.pieces, |form| {
                if begun(form.pieces) && count(form.pieces).is_none() { form.t.products.count_wrong } else { "" }
            })}
            {line("product-case", "decimal", t.products.case_price, form.case_price, |form| {
                if amount(form.case_price).is_none() { form.t.products.price_wrong } else { "" }
            })}
            {line("product-retail", "decimal", t.products.retail_price, form.retail_price, |form| {
                if amount(form.retail_price).is_none() { form.t.products.price_wrong } else { "" }
            })}
        </div>
        <p class="meta" role="status">{margin}</p>
    }
    .into_any()
}

/// The same to be read only.
fn facts(t: Texts, one: Memo<Option<Option<Product>>>) -> AnyView {
    let name = move || one.get().flatten().map(|product| product.name.get(t.language).to_owned()).unwrap_or_default();
    let rows = move || {
        one.get().flatten().map(|product| {
            let row = |label: &'static str, value: String| view! { <dt>{label}</dt><dd>{value}</dd> };
            view! {
                {row(t.products.code, product.code.clone())}
                {row(t.products.barcode, product.barcode.clone())}
                {row(t.products.millilitres, product.millilitres.to_string())}
                {row(t.products.pieces, product.pieces_per_case.to_string())}
                {row(t.products.case_price, product.case_price.yuan())}
                {row(t.products.retail_price, product.retail_price.yuan())}
            }
        })
    };
    view! {
        <div class="body">
            {head(t, name)}
            <dl class="facts-list shopfacts">{rows}</dl>
            <p class="meta">{t.products.centre_only}</p>
        </div>
    }
    .into_any()
}
