//! Single shops beside the areas, and shops inside them that are somebody else's: found by a few letters, in or out with
//! a tap.

use super::form::Form;
use super::source::Shop;
use crate::ui::{self, Icon, choice_buttons, icon_small, sheet};
use domain::records::{Ground, GroundOutlet};
use domain::rules::areas::name_of;
use leptos::prelude::*;

/// So many are shown: whoever wants others types more.
const SHOWN: usize = 30;

/// Which of the two lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Theirs, outside the areas.
    In,
    /// Not theirs, inside them.
    Out,
}

impl Side {
    const fn list(self, ground: &Ground) -> &Vec<GroundOutlet> {
        match self {
            Self::In => &ground.outlets,
            Self::Out => &ground.without,
        }
    }

    const fn list_mut(self, ground: &mut Ground) -> &mut Vec<GroundOutlet> {
        match self {
            Self::In => &mut ground.outlets,
            Self::Out => &mut ground.without,
        }
    }
}

/// The row that opens the list, and the list.
pub fn shops_row(form: Form, side: Side) -> AnyView {
    let t = form.t;
    let words = &t.agreement.draft;
    let (title, more) = match side {
        Side::In => (words.shops_in, words.shops_in_more),
        Side::Out => (words.shops_out, words.shops_out_more),
    };
    let open = RwSignal::new(false);
    let names = move || {
        form.terms.with(|terms| {
            let names: Vec<&str> = side.list(&terms.ground).iter().map(|shop| shop.name.as_str()).collect();
            if names.is_empty() { more.to_owned() } else { names.join(t.frame.list) }
        })
    };
    let count = move || {
        let count = form.terms.with(|terms| side.list(&terms.ground).len());
        (count > 0).then(|| (words.shops)(count))
    };
    view! {
        <button type="button" class="line" on:click=move |_| open.set(true)>
            <span class="grow">
                <span class="t">{title}</span>
                <span class="w">{names}</span>
            </span>
            <span class="val">{count}</span>
            <span class="quiet">{icon_small(Icon::ChevronRight)}</span>
        </button>
        {sheet(t, open, move || title.to_owned(), move || content(form, side, open))}
    }
    .into_any()
}

fn content(form: Form, side: Side, open: RwSignal<bool>) -> AnyView {
    let t = form.t;
    let text = RwSignal::new(String::new());
    let codes = form.source.with_value(|source| all_codes(&source.shops));
    let area = RwSignal::new(codes.first().cloned().unwrap_or_default());
    let found = Memo::new(move |_| text.with(|text| find(form, side, text)));
    let rows = move || {
        let (shops, more) = found.get();
        let rows = shops.into_iter().map(|shop| row(form, side, area, shop)).collect_view();
        view! {
            {rows}
            {(more > 0).then(|| view! { <p class="pad meta">{(t.agreement.draft.more_shops)(more)}</p> })}
        }
    };
    view! {
        <div class="sheet-body pad">
            <label class="find">
                {ui::icon(Icon::Search)}
                <input
                    type="search"
                    autocomplete="off"
                    placeholder=t.agreement.draft.find_shop
                    aria-label=t.agreement.draft.find_shop
                    prop:value=move || text.get()
                    on:input=move |event| text.set(event_target_value(&event))
                />
            </label>
            {(side == Side::In && codes.len() > 1).then(|| where_they_lie(form, codes, area))}
            <div class="picks">{rows}</div>
        </div>
        <div class="dock edge">
            <div class="acts">{ui::main_button(t.agreement.draft.shops_done, || false, move || open.set(false))}</div>
        </div>
    }
    .into_any()
}

fn all_codes(shops: &[Shop]) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for code in shops.iter().flat_map(|shop| &shop.areas) {
        if !codes.contains(code) {
            codes.push(code.clone());
        }
    }
    codes
}

/// A territory may cover several areas: the phone cannot know in which of them a shop lies, and the person can.
fn where_they_lie(form: Form, codes: Vec<String>, area: RwSignal<String>) -> AnyView {
    let t = &form.t.agreement.draft;
    let names = codes.iter().map(|code| name_of(code).unwrap_or(code).to_owned()).collect();
    let codes = StoredValue::new(codes);
    let chosen = move || area.with(|area| codes.with_value(|codes| codes.iter().position(|code| code == area)));
    let choose = move |at: usize| area.set(codes.with_value(|codes| codes.get(at).cloned()).unwrap_or_default());
    view! {
        <p class="meta apart">{t.shop_area}</p>
        {choice_buttons(t.shop_area.to_owned(), names, chosen, choose)}
    }
    .into_any()
}

/// Those in the list first, then those that have all the words; and how many more there are.
fn find(form: Form, side: Side, text: &str) -> (Vec<Shop>, usize) {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    form.source.with_value(|source| {
        let picked = |shop: &&Shop| {
            form.terms.with_untracked(|terms| side.list(&terms.ground).iter().any(|known| known.outlet == shop.id))
        };
        let fits = |shop: &&Shop| words.iter().all(|word| shop.words.contains(word));
        let (mut first, rest): (Vec<&Shop>, Vec<&Shop>) = source.shops.iter().filter(fits).partition(picked);
        first.extend(rest);
        let more = first.len().saturating_sub(SHOWN);
        (first.into_iter().take(SHOWN).cloned().collect(), more)
    })
}

fn row(form: Form, side: Side, area: RwSignal<String>, shop: Shop) -> AnyView {
    let (name, address) = (shop.name.clone(), shop.address.clone());
    let shop = StoredValue::new(shop);
    let on = move || {
        shop.with_value(|shop| {
            form.terms.with(|terms| side.list(&terms.ground).iter().any(|one| one.outlet == shop.id))
        })
    };
    let toggle = move |_| {
        let shop = shop.get_value();
        // Its territory may cover one area only; else the person has said which.
        let lies = match &*shop.areas {
            [only] => only.clone(),
            several => area.with_untracked(|area| if several.contains(area) { area.clone() } else { String::new() }),
        };
        form.terms.update(|terms| {
            let list = side.list_mut(&mut terms.ground);
            match list.iter().position(|one| one.outlet == shop.id) {
                Some(at) => drop(list.remove(at)),
                None => list.push(GroundOutlet { outlet: shop.id, name: shop.name.clone(), area: lies }),
            }
        });
    };
    view! {
        <label class="pick">
            <input type="checkbox" prop:checked=on on:change=toggle/>
            <i></i>
            <span>{name}<small class="meta">{address}</small></span>
        </label>
    }
    .into_any()
}
