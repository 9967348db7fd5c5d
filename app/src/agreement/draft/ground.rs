//! Where the partner alone may sell (F52, S34): the type, whole areas, channels, single shops in and out.

use super::form::Form;
use super::shops::{Side, shops_row};
use crate::ui::{self, choice_buttons, section};
use domain::limits::SHORT_TEXT_CHARS;
use domain::records::{Area, TerritoryType};
use domain::rules::agreement::is_area_code;
use leptos::prelude::*;

const TYPES: [TerritoryType; 3] = [TerritoryType::Urban, TerritoryType::County, TerritoryType::Suburb];

/// See the module.
pub fn ground(form: Form) -> AnyView {
    let t = &form.t.agreement;
    let names = TYPES.map(|which| (t.ground_type)(which).to_owned()).to_vec();
    let chosen = move || form.terms.with(|terms| TYPES.iter().position(|which| *which == terms.ground.ground_type));
    let choose = move |at: usize| form.terms.update(|terms| terms.ground.ground_type = TYPES[at]);
    view! {
        {section(t.draft.ground, "")}
        <div class="pad tight">{choice_buttons(t.draft.ground_type.to_owned(), names, chosen, choose)}</div>
        {areas(form)}
        {channels(form)}
        <div class="group">{shops_row(form, Side::In)} {shops_row(form, Side::Out)}</div>
    }
    .into_any()
}

/// The areas that are known, and the way to another one.
fn areas(form: Form) -> AnyView {
    let t = &form.t.agreement.draft;
    let known = RwSignal::new(form.source.with_value(|source| source.areas.clone()));
    // An area of the draft that is not known any more is still there to be taken out.
    let chosen = form.terms.with_untracked(|terms| terms.ground.areas.clone());
    known.update(|known| {
        for area in chosen {
            if !known.iter().any(|other| other.code == area.code) {
                known.push(area);
            }
        }
    });
    let open = RwSignal::new(false);
    let chips = move || known.get().into_iter().map(|area| area_chip(form, area)).collect_view();
    view! {
        <p class="pad meta tight" id="agreement-areas">{t.areas}</p>
        <div class="chips wrap" role="group" aria-labelledby="agreement-areas">
            {chips}
            <button
                type="button"
                class="chip"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {ui::icon_small(ui::Icon::Plus)}
                {t.other_area}
            </button>
        </div>
        {move || open.get().then(|| other_area(form, known, open))}
    }
    .into_any()
}

fn area_chip(form: Form, area: Area) -> AnyView {
    let words = area.name.clone();
    let area = StoredValue::new(area);
    let on = move || {
        area.with_value(|area| form.terms.with(|terms| terms.ground.areas.iter().any(|one| one.code == area.code)))
    };
    let toggle = move || {
        let area = area.get_value();
        form.terms.update(|terms| {
            let before = terms.ground.areas.len();
            terms.ground.areas.retain(|one| one.code != area.code);
            if terms.ground.areas.len() == before {
                terms.ground.areas.push(area);
            }
        });
    };
    chip(words, on, toggle)
}

/// In if it was out, out if it was in.
pub fn toggled<T: PartialEq>(list: &mut Vec<T>, one: T) {
    match list.iter().position(|known| *known == one) {
        Some(at) => drop(list.remove(at)),
        None => list.push(one),
    }
}

/// A township, or an area of another prefecture.
fn other_area(form: Form, known: RwSignal<Vec<Area>>, open: RwSignal<bool>) -> AnyView {
    let t = &form.t.agreement.draft;
    let (code, name) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let is_code = move || code.with(|code| is_area_code(code));
    let wrong = move || if code.with(String::is_empty) || is_code() { "" } else { t.area_code_wrong };
    let codes = ui::Field { id: "area-code", kind: "text", mode: "numeric", complete: "off", label: t.area_code };
    let names = ui::Field { id: "area-name", kind: "text", mode: "text", complete: "off", label: t.area_name };
    let add = move |_| {
        let area = Area { code: code.get_untracked(), name: name.get_untracked().trim().to_owned() };
        known.update(|known| {
            known.retain(|other| other.code != area.code);
            known.push(area.clone());
        });
        form.terms.update(|terms| {
            terms.ground.areas.retain(|other| other.code != area.code);
            terms.ground.areas.push(area);
        });
        open.set(false);
    };
    let typed = move |text: String| name.set(text.chars().take(SHORT_TEXT_CHARS).collect());
    view! {
        <div class="pad tight">
            <div class="two">
                {ui::field(codes, move || code.get(), move |text| code.set(text.trim().to_owned()), wrong)}
                {ui::field(names, move || name.get(), typed, || "")}
            </div>
            <button
                type="button"
                class="btn wide"
                disabled=move || !is_code() || name.with(|name| name.trim().is_empty())
                on:click=add
            >
                {t.add_area}
            </button>
        </div>
    }
    .into_any()
}

fn channels(form: Form) -> AnyView {
    let t = &form.t.agreement.draft;
    let mut known = form.source.with_value(|source| source.channels.clone());
    let chosen = form.terms.with_untracked(|terms| terms.ground.channels.clone());
    known.extend(
        chosen.into_iter().filter(|channel| !form.source.with_value(|source| source.channels.contains(channel))),
    );
    let chips = known.into_iter().map(|channel| {
        let words = channel.clone();
        let channel = StoredValue::new(channel);
        let on = move || channel.with_value(|channel| form.terms.with(|terms| terms.ground.channels.contains(channel)));
        let toggle = move || {
            let channel = channel.get_value();
            form.terms.update(|terms| toggled(&mut terms.ground.channels, channel));
        };
        chip(words, on, toggle)
    });
    view! {
        <p class="pad meta tight" id="agreement-channels">{t.channels}</p>
        <div class="chips wrap" role="group" aria-labelledby="agreement-channels">{chips.collect_view()}</div>
    }
    .into_any()
}

/// One of several that go together.
pub fn chip(
    words: String,
    on: impl Fn() -> bool + Send + Sync + 'static,
    toggle: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    view! {
        <button type="button" class="chip" aria-pressed=move || on().to_string() on:click=move |_| toggle()>
            {words}
        </button>
    }
    .into_any()
}
