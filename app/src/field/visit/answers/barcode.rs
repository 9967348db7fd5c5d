//! A code on a piece or a case (F20): read with the camera where the browser can, typed where it cannot. What is
//! known of it is said under the field.

use super::scan::scan_view;
use super::write::{Written, give, line, plain};
use crate::field::visit::Desk;
use crate::field::visit::question::anchor;
use crate::state::{CodeReader, Phone, live, spawn};
use crate::ui::{Field, Icon, icon_small};
use domain::Kind;
use domain::records::{AnswerValue, Item, Product};
use domain::rules::barcode::is_mistyped;
use leptos::prelude::*;
use std::rc::Rc;

/// The reader of this browser, once it has been found.
pub(super) type Reader = StoredValue<Option<Rc<CodeReader>>, LocalStorage>;

/// See the module.
pub fn barcode(desk: Desk, item: &Item) -> AnyView {
    let t = desk.t;
    let key = item.key.clone();
    let begun = match untrack(|| desk.value(&key)) {
        Some(AnswerValue::Barcode(code)) => code,
        _ => String::new(),
    };
    let id = format!("{}-code", anchor(&key));
    let written = Written::new(begun, move |text| {
        let code: String = text.split_whitespace().collect();
        give(desk, &key, (!code.is_empty()).then_some(AnswerValue::Barcode(code)))
    });
    let reader: Reader = StoredValue::new_local(None);
    let can_scan = find_reader(reader);
    let scanning = RwSignal::new(false);
    let scan = move || {
        can_scan.get().then(|| {
            view! {
                <button type="button" class="btn small" on:click=move |_| scanning.set(true)>
                    {icon_small(Icon::Camera)}
                    {t.beside.scan}
                </button>
            }
        })
    };
    let take = Callback::new(move |code: String| written.put(code));
    view! {
        {line(desk, id, Field { mode: "numeric", ..plain(t.visit.barcode) }, None, written)}
        <div class="sofar" role="status">{about(desk, item)}</div>
        {scan}
        {move || scanning.get().then(|| scan_view(t, reader, scanning, take))}
    }
    .into_any()
}

fn find_reader(reader: Reader) -> ReadSignal<bool> {
    let (found, set_found) = signal(false);
    Effect::new(move |_| {
        spawn(async move {
            let known = Phone.code_reader().await.map(Rc::new);
            let is_there = known.is_some();
            // The question may be folded by now; then nobody asks for it.
            if reader.try_update_value(|slot| *slot = known).is_some() {
                set_found.set(is_there);
            }
        });
    });
    found
}

/// Whose code it is, what is wrong with it, or where to look for one.
fn about(desk: Desk, item: &Item) -> AnyView {
    let t = desk.t;
    let key = item.key.clone();
    let code = Memo::new(move |_| match desk.value(&key) {
        Some(AnswerValue::Barcode(code)) => code,
        _ => String::new(),
    });
    let ours = live(&[Kind::Product], |phone| async move { phone.all::<Product>().await });
    (move || {
        code.with(|code| {
            let name = ours.with(|ours| {
                let product = ours.iter().flatten().find(|product| !code.is_empty() && product.barcode == *code);
                product.map(|product| product.name.get(t.language).to_owned())
            });
            match name {
                Some(name) => view! { <b>{(t.beside.code_ours)(&name)}</b> }.into_any(),
                None if is_mistyped(code) => view! { <b class="owed">{t.beside.code_mistyped}</b> }.into_any(),
                None => t.visit.barcode_hint.into_any(),
            }
        })
    })
    .into_any()
}
