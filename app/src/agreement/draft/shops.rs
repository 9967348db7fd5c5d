//! Single shops beside the areas, and shops inside them that are somebody else's: found by a few letters, in or out with
//! a tap.

use super::form::Form;
use super::source::Shop;
use crate::ui::{self, Icon, choice_buttons, icon_small, picks, sheet};
use domain::records::{Ground, GroundOutlet};
use domain::rules::areas::name_of;
use leptos::prelude::*;

/// So many are shown: whoever wants others types more.
const SHOWN: usize = 30;

/// So many areas stand side by side, and more as a list.
const FEW: usize = 4;

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
    let found = Memo::new(move |_| text.with(|text| find(form, side, text)));
    let rows = move || {
        let (shops, more) = found.get();
        let rows = shops.into_iter().map(|shop| row(form, side, shop)).collect_view();
        view! {
            {rows}
            {(more > 0).then(|| view! { <p class="pad meta">{(t.agreement.draft.more_shops)(more)}</p> })}
        }
    };
    view! {
        <div class="sheet-body pad">
            {ui::find(t, t.agreement.draft.find_shop, text)}
            <div class="picks">{rows}</div>
        </div>
        <div class="dock edge">
            <div class="acts">{ui::main_button(t.agreement.draft.shops_done, || false, move || open.set(false))}</div>
        </div>
    }
    .into_any()
}

/// Its territory covers several areas: the phone cannot know in which of them the shop lies, and the person can.
fn where_it_lies(form: Form, shop: StoredValue<Shop>) -> AnyView {
    let (id, label, mut codes) = shop.with_value(|shop| {
        let label = (form.t.agreement.draft.shop_area)(&shop.name);
        (shop.id, label, shop.areas.clone())
    });
    let areas = form.source.with_value(|source| source.areas.clone());
    if codes.is_empty() {
        codes = areas.iter().map(|area| area.code.clone()).collect();
    }
    let named = |code: &String| {
        let written = || areas.iter().find(|area| area.code == *code).map(|area| area.name.clone());
        name_of(code).map(str::to_owned).or_else(written).unwrap_or_else(|| code.clone())
    };
    let names: Vec<String> = codes.iter().map(named).collect();
    let codes = StoredValue::new(codes);
    let chosen = move || {
        let area = form
            .terms
            .with(|terms| terms.ground.outlets.iter().find(|one| one.outlet == id).map(|known| known.area.clone()))?;
        codes.with_value(|codes| codes.iter().position(|code| *code == area))
    };
    let choose = move |at: usize| {
        let Some(code) = codes.with_value(|codes| codes.get(at).cloned()) else { return };
        form.terms.update(|terms| {
            if let Some(known) = terms.ground.outlets.iter_mut().find(|one| one.outlet == id) {
                known.area = code;
            }
        });
    };
    let choices = match names.len() {
        ..=FEW => choice_buttons(label.clone(), names, chosen, choose),
        _ => picks(label.clone(), false, names, move |at| chosen() == Some(at), move |at, _| choose(at)),
    };
    view! {
        <div class="apart">
            <p class="meta">{label}</p>
            {choices}
        </div>
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

fn row(form: Form, side: Side, shop: Shop) -> AnyView {
    let (name, address) = (shop.name.clone(), shop.address.clone());
    let is_asked = side == Side::In && shop.areas.len() != 1;
    let shop = StoredValue::new(shop);
    // Drawn anew only when it changes: whoever chooses an area keeps their place.
    let on = Memo::new(move |_| {
        shop.with_value(|shop| {
            form.terms.with(|terms| side.list(&terms.ground).iter().any(|one| one.outlet == shop.id))
        })
    });
    let toggle = move |_| {
        let shop = shop.get_value();
        // Its territory may cover one area only; else the person says which.
        let lies = match &*shop.areas {
            [only] => only.clone(),
            _ => String::new(),
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
            <input type="checkbox" prop:checked=move || on.get() on:change=toggle/>
            <i></i>
            <span>{name}<small class="meta">{address}</small></span>
        </label>
        {move || (is_asked && on.get()).then(|| where_it_lies(form, shop))}
    }
    .into_any()
}
