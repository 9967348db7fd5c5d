//! What each column is taken for, to be put right.

use super::desk::Desk;
use super::faults::letters;
use crate::text::Texts;
use domain::rules::import::Field;
use leptos::prelude::*;
use sync::wire::ImportCheck;

pub(super) fn columns(t: Texts, desk: Desk, check: &ImportCheck) -> AnyView {
    let fields: Vec<Option<Field>> = check.columns.iter().map(|column| column.field).collect();
    let fields = StoredValue::new(fields);
    let choices = check
        .columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let title = match column.title.is_empty() {
                true => (t.import.untitled)(&letters(at)),
                false => column.title.clone(),
            };
            let id = format!("import-column-{at}");
            let offered =
                desk.sort.get_untracked().fields().iter().map(|field| (Some(*field), (t.import.field)(*field)));
            let options = std::iter::once((None, t.import.left_out)).chain(offered).map(|(field, words)| {
                let value = field.map(Field::name).unwrap_or_default();
                view! { <option value=value selected=field == column.field>{words}</option> }
            });
            let choose = move |value: String| {
                let chosen = desk.sort.get_untracked().fields().iter().find(|field| field.name() == value).copied();
                let mut fields = fields.get_value();
                for (other, field) in fields.iter_mut().enumerate() {
                    // Each is said by one column: the one that was chosen last.
                    if other == at {
                        *field = chosen;
                    } else if chosen.is_some() && *field == chosen {
                        *field = None;
                    }
                }
                desk.name_columns(&fields);
            };
            view! {
                <li class="field">
                    <select id=id.clone() on:change=move |event| choose(event_target_value(&event))>
                        {options.collect_view()}
                    </select>
                    <label for=id>{(t.import.column_is)(&title)}</label>
                    <p class="note">{column.sample.clone()}</p>
                </li>
            }
        })
        .collect_view();
    let lacks = check.lacks.map(|field| {
        view! { <p class="pad import-lacks">{(t.import.lacks)((t.import.field)(field))}</p> }
    });
    view! {
        {lacks}
        <details class="import-columns" open=check.lacks.is_some()>
            <summary>{t.import.columns}</summary>
            <p class="w">{(t.import.columns_more)(check.titles_at)}</p>
            <ul>{choices}</ul>
        </details>
    }
    .into_any()
}
