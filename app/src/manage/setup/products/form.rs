//! One product: its fields, each with what is wrong with it under it, and ending it or selling it again.

use crate::field::{fen, fen_text};
use crate::routes;
use crate::state::{Phone, State, spawn, use_state};
use crate::text::Texts;
use crate::ui::{self, Busy, Field, Icon, Toast, icon, record_or_say};
use domain::commands::{AddProduct, ChangeProduct, product_fits};
use domain::id::ProductId;
use domain::language::Words;
use domain::limits::MONEY_MOST;
use domain::measure::{Money, Share};
use domain::records::Product;
use domain::rules::barcode::is_mistyped;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// What is typed; cheap to copy. Numbers and amounts stay texts until they are right.
#[derive(Clone, Copy)]
struct Form {
    t: Texts,
    state: State,
    products: ReadSignal<Option<Vec<Product>>>,
    /// As it was when it was read into the fields; none for a new one.
    before: RwSignal<Option<Product>>,
    /// The number of a new one, made once: a double tap is one product.
    id: ProductId,
    code: RwSignal<String>,
    name: RwSignal<String>,
    english: RwSignal<String>,
    barcode: RwSignal<String>,
    millilitres: RwSignal<String>,
    pieces: RwSignal<String>,
    case_price: RwSignal<String>,
    retail_price: RwSignal<String>,
    busy: Busy,
}

/// A product that is known. The fields are filled once, and stay as they are typed when the record changes.
pub fn known(t: Texts, products: ReadSignal<Option<Vec<Product>>>, id: ProductId, may_change: bool) -> AnyView {
    let state = use_state();
    let form: RwSignal<Option<Form>> = RwSignal::new(None);
    let screen = Owner::current().unwrap_or_default();
    let one =
        move || products.with(|products| Some(products.as_ref()?.iter().find(|product| product.id == id).cloned()));
    Effect::new(move |_| {
        if let Some(Some(product)) = one().filter(|_| untrack(|| form.get().is_none())) {
            form.set(Some(screen.with(|| Form::of(t, state, products, Some(product), id))));
        }
    });
    let unknown = Memo::new(move |_| matches!(one(), Some(None)));
    (move || match form.get() {
        Some(form) if may_change => page(form),
        Some(form) => facts(form),
        None if unknown.get() => ui::empty(Icon::Help, t.products.unknown, "", None),
        None => ui::skeleton_rows(4),
    })
    .into_any()
}

/// A new one.
pub fn new(t: Texts, products: ReadSignal<Option<Vec<Product>>>) -> AnyView {
    page(Form::of(t, use_state(), products, None, Phone.new_id()))
}

impl Form {
    fn of(
        t: Texts,
        state: State,
        products: ReadSignal<Option<Vec<Product>>>,
        before: Option<Product>,
        id: ProductId,
    ) -> Self {
        let text = |read: fn(&Product) -> String| RwSignal::new(before.as_ref().map(read).unwrap_or_default());
        Self {
            t,
            state,
            products,
            id,
            code: text(|product| product.code.clone()),
            name: text(|product| product.name.zh.clone()),
            english: text(|product| product.name.en.clone()),
            barcode: text(|product| product.barcode.clone()),
            millilitres: text(|product| product.millilitres.to_string()),
            pieces: text(|product| product.pieces_per_case.to_string()),
            case_price: text(|product| fen_text(product.case_price)),
            retail_price: text(|product| fen_text(product.retail_price)),
            before: RwSignal::new(before),
            busy: Busy::new(),
        }
    }

    /// The product as it is typed; none while something in it does not hold.
    fn product(self) -> Option<Product> {
        let text = |signal: RwSignal<String>| signal.with(|text| text.trim().to_owned());
        let product = Product {
            id: self.id,
            code: text(self.code),
            name: Words::new(text(self.name), text(self.english)),
            barcode: text(self.barcode),
            millilitres: count(self.millilitres)?,
            pieces_per_case: count(self.pieces)?,
            case_price: amount(self.case_price)?,
            retail_price: amount(self.retail_price)?,
            listed: self.before.with(|before| before.as_ref().is_none_or(|before| before.listed)),
        };
        (product_fits(&product).is_ok() && !self.code_is_taken()).then_some(product)
    }

    /// Whether another product has the code: a table that is imported finds products by it.
    fn code_is_taken(self) -> bool {
        let code = self.code.with(|code| code.trim().to_owned());
        self.products.with(|products| {
            let mut others = products.iter().flatten().filter(|product| product.id != self.id);
            others.any(|other| other.code == code)
        })
    }

    fn is_new(self) -> bool {
        self.before.with(Option::is_none)
    }

    fn can_save(self) -> bool {
        let after = self.product();
        !self.busy.get() && after.is_some() && self.before.with(|before| *before != after)
    }

    fn save(self, added: impl Fn() + 'static) {
        let Some(after) = untrack(|| self.product()) else { return };
        if !self.busy.take() {
            return;
        }
        let (t, state) = (self.t, self.state);
        let before = self.before.get_untracked();
        let name = after.name.get(t.language).to_owned();
        spawn(async move {
            let (command, words) = match &before {
                Some(before) => (ChangeProduct::between(before, &after).into(), (t.products.saved)(&name)),
                None => (AddProduct { product: after.clone() }.into(), (t.products.added)(&name)),
            };
            match Phone.record(command).await {
                Ok(()) => {
                    self.before.try_set(Some(after.clone()));
                    let toast = Toast::saved(words);
                    match before {
                        Some(before) => {
                            let undo = move || {
                                record_or_say(t, state, ChangeProduct::between(&after, &before));
                                self.fill(&before);
                            };
                            toast.with_undo(undo).show(state);
                        }
                        None => {
                            toast.show(state);
                            added();
                        }
                    }
                }
                Err(why) => Toast::not_recorded(t, &why).show(state),
            }
            self.busy.done();
        });
    }

    /// Ends it, or sells it again. What is typed beside it stays.
    fn list(self, listed: bool) {
        let Some(before) = self.before.get_untracked() else { return };
        let after = Product { listed, ..before.clone() };
        let (there, back) = (ChangeProduct::between(&before, &after), ChangeProduct::between(&after, &before));
        let (t, state) = (self.t, self.state);
        let words = (t.products.saved)(after.name.get(t.language));
        spawn(async move {
            match Phone.record(there.into()).await {
                Ok(()) => {
                    self.before.try_set(Some(after.clone()));
                    let undo = move || {
                        record_or_say(t, state, back.clone());
                        self.before.try_set(Some(before.clone()));
                    };
                    Toast::saved(words).with_undo(undo).show(state);
                }
                Err(why) => Toast::not_recorded(t, &why).show(state),
            }
        });
    }

    /// The fields as a product has them. The screen may have gone meanwhile.
    fn fill(self, product: &Product) {
        self.name.try_set(product.name.zh.clone());
        self.english.try_set(product.name.en.clone());
        self.barcode.try_set(product.barcode.clone());
        self.millilitres.try_set(product.millilitres.to_string());
        self.pieces.try_set(product.pieces_per_case.to_string());
        self.case_price.try_set(fen_text(product.case_price));
        self.retail_price.try_set(fen_text(product.retail_price));
        self.before.try_set(Some(product.clone()));
    }
}

fn count(text: RwSignal<String>) -> Option<u32> {
    text.with(|text| text.trim().parse().ok()).filter(|count| *count > 0)
}

fn amount(text: RwSignal<String>) -> Option<Money> {
    let money = text.with(|text| fen(text).ok())?.unwrap_or_default();
    (0..=MONEY_MOST).contains(&money.0).then_some(money)
}

fn page(form: Form) -> AnyView {
    let t = form.t;
    let navigate = StoredValue::new(use_navigate());
    let added = move || {
        let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
        navigate.with_value(|go| go(&routes::product(form.id), replace));
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
            {head(form)}
            {ended}
            {fields(form)}
        </div>
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

fn head(form: Form) -> AnyView {
    let t = form.t;
    let name = move || {
        form.before.with(|before| match before {
            Some(before) => before.name.get(t.language).to_owned(),
            None => t.products.new.to_owned(),
        })
    };
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
    view! {
        {code}
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
fn facts(form: Form) -> AnyView {
    let t = form.t;
    let rows = move || {
        form.before.get().map(|product| {
            let row = |label: &'static str, value: String| view! { <dt>{label}</dt><dd>{value}</dd> };
            view! {
                {row(t.products.code, product.code.clone())}
                {row(t.products.barcode, product.barcode.clone())}
                {row(t.products.millilitres, product.millilitres.to_string())}
                {row(t.products.pieces, product.pieces_per_case.to_string())}
                {row(t.products.case_price, fen_text(product.case_price))}
                {row(t.products.retail_price, fen_text(product.retail_price))}
            }
        })
    };
    view! {
        <div class="body">
            {head(form)}
            <dl class="facts-list shopfacts">{rows}</dl>
            <p class="meta">{t.products.centre_only}</p>
        </div>
    }
    .into_any()
}
