//! What is wrong with the rows: where, what stands there, why, and all that the server names as a file to mend the table by.

use crate::state::{Phone, use_state};
use crate::text::Texts;
use crate::ui::{Icon, Toast, icon, section};
use domain::rules::import::Fault;
use leptos::prelude::*;
use sync::limits::IMPORT_SHOWN;
use sync::wire::ImportCheck;

/// A column as spreadsheets name it: A to Z, then AA.
pub(super) fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => last.to_string(),
        before => letters(before - 1) + &last.to_string(),
    }
}

pub(super) fn faults(t: Texts, check: &ImportCheck) -> AnyView {
    if check.faults.is_empty() {
        return ().into_any();
    }
    let state = use_state();
    let all = StoredValue::new(check.faults.clone());
    let save = move |_| {
        if !Phone.save_file(t.import.faults_file, all.with_value(|faults| table(t, faults))) {
            Toast::failed(t.import.not_saved).show(state);
        }
    };
    let save_words = (t.import.save_faults)(check.faults.len(), check.fault_count);
    let rows = check.faults.iter().take(IMPORT_SHOWN).map(|fault| row(t, fault)).collect_view();
    let more =
        (check.faults.len() > IMPORT_SHOWN).then(|| view! { <p class="pad hint">{(t.import.first)(IMPORT_SHOWN)}</p> });
    view! {
        <section class="import-faults">
            {section((t.import.faults)(check.fault_count), "")}
            <p class="pad hint">{t.import.faults_more}</p>
            <ul class="group">{rows}</ul>
            {more}
            <p class="pad">
                <button type="button" class="btn" on:click=save>{icon(Icon::Download)}{save_words}</button>
            </p>
        </section>
    }
    .into_any()
}

fn row(t: Texts, fault: &Fault) -> AnyView {
    let column = fault.column.map(|column| letters(usize::from(column)));
    let place = (t.import.place)(fault.row, column.as_deref());
    let read = (!fault.read.is_empty()).then(|| format!("{}{}", (t.import.read)(&fault.read), t.frame.dot));
    view! {
        <li class="line">
            <span class="grow">
                <span class="t">{place}{t.frame.dot}{(t.import.field)(fault.field)}</span>
                <span class="w">{read}{(t.import.why)(&fault.why)}</span>
            </span>
        </li>
    }
    .into_any()
}

/// What was named, for a spreadsheet.
fn table(t: Texts, faults: &[Fault]) -> String {
    // Without this mark Excel takes Chinese for another coding.
    let mut text = "\u{feff}".to_owned();
    line(&mut text, t.import.faults_head.map(str::to_owned));
    for fault in faults {
        let column = fault.column.map(|column| letters(usize::from(column))).unwrap_or_default();
        let field = (t.import.field)(fault.field).to_owned();
        line(&mut text, [fault.row.to_string(), column, field, fault.read.clone(), (t.import.why)(&fault.why)]);
    }
    text
}

fn line<const N: usize>(text: &mut String, cells: [String; N]) {
    let quoted = cells.map(|cell| {
        // Whatever begins like a formula would be run; behind an apostrophe it is only shown.
        let runs = cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
        format!("\"{}{}\"", if runs { "'" } else { "" }, cell.replace('"', "\"\""))
    });
    text.push_str(&quoted.join(","));
    text.push_str("\r\n");
}
