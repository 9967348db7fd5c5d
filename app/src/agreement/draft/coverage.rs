//! Who develops which shops (S41, S42): a preset of the type, and each class changed with a tap.

use super::form::Form;
use crate::ui::{choice_buttons, class_letter};
use domain::records::{Coverage, OutletClass, Party};
use domain::rules::agreement::preset;
use leptos::prelude::*;

const CLASSES: [OutletClass; 4] = [OutletClass::A, OutletClass::B, OutletClass::C, OutletClass::D];
const SIDES: [Party; 2] = [Party::Dealer, Party::SubDistributor];

/// See the module.
pub fn coverage(form: Form) -> AnyView {
    let t = &form.t.agreement.draft;
    let changed = move || form.terms.with(|terms| terms.coverage != preset(terms.alliance_type));
    let again = move |_| form.terms.update(|terms| terms.coverage = preset(terms.alliance_type));
    let rows = CLASSES.map(|class| row(form, class)).collect_view();
    view! {
        <div class="sec">
            <h2>{t.coverage}</h2>
            <button type="button" hidden=move || !changed() on:click=again>
                {t.as_type}
            </button>
        </div>
        <div class="covers">{rows}</div>
    }
    .into_any()
}

fn row(form: Form, class: OutletClass) -> AnyView {
    let t = form.t;
    let label = (t.frame.class)(class.letter());
    let names = SIDES.map(|party| (t.agreement.draft.by)(party).to_owned()).to_vec();
    let chosen = move || {
        form.terms.with(|terms| {
            let line = terms.coverage.iter().find(|line| line.class == class)?;
            SIDES.iter().position(|party| *party == line.by)
        })
    };
    let choose = move |at: usize| {
        form.terms.update(|terms| {
            let by = SIDES[at];
            match terms.coverage.iter_mut().find(|line| line.class == class) {
                Some(line) => line.by = by,
                None => terms.coverage.push(Coverage { class, by }),
            }
        });
    };
    // The label names the group, so that four rows with the same two words are four groups.
    view! { <div class="cover">{class_letter(class)}{choice_buttons(label, names, chosen, choose)}</div> }.into_any()
}
