//! The versions of a form, and what changed between any two of them. What is edited now is the last one.

use super::editor::Desk;
use crate::ui::{self, Icon, icon, icon_small, select};
use domain::records::{Checklist, ItemKey};
use domain::rules::form::{FormChanges, ItemPart, form_changes};
use leptos::prelude::*;

/// The way to it.
pub fn row(desk: Desk, open: RwSignal<bool>) -> AnyView {
    let t = desk.t;
    let count = move || desk.held.with(|held| held.as_ref().map_or(0, |held| held.versions.len()));
    view! {
        <button type="button" class="line" on:click=move |_| open.set(true)>
            {icon(Icon::History)}
            <span class="grow">
                <span class="t">{t.forms.past.title}</span>
                <span class="w">{move || (t.forms.past.count)(count())}</span>
            </span>
            <span class="quiet">{icon_small(Icon::ChevronRight)}</span>
        </button>
    }
    .into_any()
}

/// The sheet.
pub fn sheet(desk: Desk, open: RwSignal<bool>) -> AnyView {
    let t = desk.t;
    ui::sheet(
        t,
        open,
        move || t.forms.past.title.to_owned(),
        move || {
            let versions = untrack(|| versions(desk));
            if versions.len() < 2 {
                return view! { <div class="sheet-body pad"><p>{t.forms.past.first}</p></div> }.into_any();
            }
            compared(desk, versions)
        },
    )
}

/// Each with its name; what is not published yet comes last.
fn versions(desk: Desk) -> Vec<(String, Checklist)> {
    let t = desk.t;
    let offset = desk.me.with_value(|me| me.offset);
    let named = |list: &Checklist| {
        let from = (t.time.day)(list.from.date(offset));
        ((t.forms.version)(list.version, &from, list.items.len()), list.clone())
    };
    let mut versions: Vec<_> = desk.held.with(|held| held.iter().flat_map(|held| &held.versions).map(named).collect());
    if desk.changed.get() {
        versions.push((t.forms.past.unpublished.to_owned(), desk.list.get()));
    }
    versions
}

fn compared(desk: Desk, versions: Vec<(String, Checklist)>) -> AnyView {
    let t = desk.t;
    let last = versions.len() - 1;
    let (earlier, later) = (RwSignal::new(last - 1), RwSignal::new(last));
    let options: Vec<_> = versions.iter().enumerate().map(|(at, (name, _))| (at.to_string(), name.clone())).collect();
    let choice = |id: &'static str, label: &'static str, which: RwSignal<usize>| {
        let choose = move |chosen: String| which.set(chosen.parse().unwrap_or_default());
        select(id, label, options.clone(), move || which.get().to_string(), choose)
    };
    let (from, to) = (choice("past-from", t.forms.past.from, earlier), choice("past-to", t.forms.past.to, later));
    let versions = StoredValue::new(versions);
    let changes = move || {
        versions.with_value(|versions| match (versions.get(earlier.get()), versions.get(later.get())) {
            (Some((_, before)), Some((_, after))) => said(desk, before, after),
            _ => ().into_any(),
        })
    };
    view! {
        <div class="sheet-body pad">
            {from}
            {to}
            <div role="status">{changes}</div>
        </div>
    }
    .into_any()
}

fn said(desk: Desk, before: &Checklist, after: &Checklist) -> AnyView {
    let t = desk.t;
    let changes = form_changes(before, after);
    if changes.is_empty() {
        return view! { <p>{t.forms.past.same}</p> }.into_any();
    }
    let FormChanges { added, removed, changed, form } = changes;
    let titles = |list: &Checklist, keys: &[ItemKey]| -> Vec<String> {
        keys.iter().filter_map(|key| list.item(key)).map(|item| desk.title_of(item)).collect()
    };
    let parts = |parts: &[ItemPart]| {
        let words: Vec<String> = parts.iter().map(|part| (t.forms.past.part)(*part)).collect();
        words.join(t.frame.list)
    };
    let changed: Vec<String> = changed
        .iter()
        .filter_map(|(key, what)| Some(format!("{}{}{}", desk.title_of(after.item(key)?), t.frame.colon, parts(what))))
        .collect();
    let form: Vec<String> = form.into_iter().map(|part| (t.forms.past.form_part)(part).to_owned()).collect();
    view! {
        {listed(t.forms.past.added, titles(after, &added))}
        {listed(t.forms.past.removed, titles(before, &removed))}
        {listed(t.forms.past.changed, changed)}
        {listed(t.forms.past.form, form)}
    }
    .into_any()
}

fn listed(heading: &'static str, lines: Vec<String>) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    Some(view! { <h3 class="formpart">{heading}</h3><ul class="formchanges">{lines}</ul> }.into_any())
}
