//! The form as a whole: its title, where it is used, where passing begins, and what must hold between answers.

use super::checks::checks;
use super::desk::{Desk, Opened};
use super::fields::{Spot, words};
use super::flawed;
use crate::ui::{Icon, icon, icon_small, picks, stepper};
use domain::measure::Share;
use domain::records::{Bands, OutletClass, Purpose};
use leptos::prelude::*;

const CLASSES: [OutletClass; 4] = [OutletClass::A, OutletClass::B, OutletClass::C, OutletClass::D];

/// See the module.
pub fn about(desk: Desk) -> AnyView {
    let t = desk.t;
    let is_open = Memo::new(move |_| desk.open.with(|open| *open == Some(Opened::About)));
    let second = move || {
        desk.list.with(|list| {
            let classes = (t.forms.editor.for_classes)(&letters(&list.classes));
            let (pass, conditional) = (list.bands.pass.percent(), list.bands.conditional.percent());
            [(t.forms.purpose)(list.purpose).to_owned(), classes, (t.forms.editor.bands)(pass, conditional)]
                .into_iter()
                .filter(|words| !words.is_empty())
                .collect::<Vec<_>>()
                .join(t.frame.dot)
        })
    };
    let toggle = move |_| desk.open.set((!is_open.get_untracked()).then_some(Opened::About));
    view! {
        <div class="formitem" class:open=move || is_open.get()>
            <button type="button" class="line" aria-expanded=move || is_open.get().to_string() on:click=toggle>
                {icon(Icon::Task)}
                <span class="grow">
                    <span class="t">{t.forms.editor.about}</span>
                    <span class="w">{second}</span>
                    {flawed::of(desk, None)}
                </span>
                <span class="quiet">{move || icon_small(if is_open.get() { Icon::ChevronUp } else { Icon::ChevronDown })}</span>
            </button>
            {move || is_open.get().then(|| details(desk))}
        </div>
    }
    .into_any()
}

fn letters(classes: &[OutletClass]) -> String {
    classes.iter().map(|class| class.letter()).collect::<Vec<_>>().join("/")
}

fn details(desk: Desk) -> AnyView {
    let t = desk.t;
    // The place of a partner is visited whatever its class.
    let shops = desk.list.with_untracked(|list| list.purpose == Purpose::Shop).then(|| {
        let names = CLASSES.map(|class| (t.frame.class)(class.letter())).to_vec();
        let picked = move |at: usize| desk.list.with(|list| list.classes.contains(&CLASSES[at]));
        let pick = move |at: usize, on: bool| {
            desk.list.update(|list| {
                let wanted =
                    |class: &OutletClass| if *class == CLASSES[at] { on } else { list.classes.contains(class) };
                list.classes = CLASSES.into_iter().filter(wanted).collect();
            });
        };
        view! {
            <h3 class="formpart">{t.forms.editor.classes}</h3>
            {picks(t.forms.editor.classes.to_owned(), true, names, picked, pick)}
            <p class="meta">{t.forms.editor.classes_none}</p>
        }
    });
    let band = move |label: &'static str, read: fn(&Bands) -> Share, write: fn(&mut Bands, Share)| {
        let value = move || Some(i64::from(desk.list.with(|list| read(&list.bands).percent())));
        let set = move |percent: i64| {
            let share = Share(u32::try_from(percent.clamp(0, 100)).unwrap_or_default() * 100);
            desk.list.update(|list| write(&mut list.bands, share));
        };
        view! {
            <div class="line">
                <span class="grow t">{label}</span>
                {stepper(t, label.to_owned(), true, (0, 100), value, set)}
            </div>
        }
    };
    view! {
        <div class="formdetails">
            {words(desk, Spot::Title, t.forms.editor.title.to_owned())}
            {shops}
            {band(t.forms.editor.pass, |bands| bands.pass, |bands, share| bands.pass = share)}
            {band(t.forms.editor.conditional, |bands| bands.conditional, |bands, share| bands.conditional = share)}
            {checks(desk)}
        </div>
    }
    .into_any()
}
