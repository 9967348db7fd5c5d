//! Forms and weights as a manager edits them (F27, S80): a list of what is in use, an editor beside a phone that fills the
//! form in for trial, and the weights of candidates with what they would change. A new version is a new record.

mod editor;
mod fresh;
mod history;
mod trial;
mod weights;

pub use editor::FormPage;
pub use weights::WeightsPage;

use crate::manage::places::Places;
use crate::manage::reach::{self, region_of};
use crate::routes;
use crate::state::{Me, guarded, live};
use crate::text::{Texts, long_day};
use crate::ui::{self, Icon, Tab, icon, line_link, skeleton_rows};
use domain::id::ChecklistId;
use domain::order::InOrder;
use domain::records::Checklist;
use domain::rules::versions::newest_for;
use domain::time::Moment;
use domain::{Kind, Scope};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// `/settings/forms`.
#[component]
pub fn FormsPage() -> impl IntoView {
    guarded(screen)
}

/// The way here from the settings.
pub fn row(t: Texts) -> AnyView {
    line_link(routes::FORMS.to_owned(), icon(Icon::Task), t.forms.title.to_owned(), t.forms.row_more.into_any())
}

/// The version in use of each form, and the one that comes, if there is one; what some have of their own for themselves.
fn current<'a>(lists: &'a [Checklist], places: &Places, now: Moment) -> Vec<(&'a Checklist, Option<&'a Checklist>)> {
    let begun = lists.iter().filter(|list| list.from <= now);
    // Of what is for all only what is used somewhere that is seen here: a region may have its own of everything.
    let grounds = places.territories.iter().map(|one| Scope::Territory(one.id));
    let in_use = |ground| newest_for(begun.clone(), ground, &region_of(places)).into_iter().map(|list| list.id);
    let used: BTreeSet<ChecklistId> = grounds.flat_map(in_use).collect();
    let coming: Vec<&Checklist> = lists.iter().filter(|list| list.from > now).collect();
    let alike = |one: &Checklist, other: &Checklist| one.lineage == other.lineage && one.scope == other.scope;
    let later = |list: &Checklist| {
        let of_it = coming.iter().copied().filter(|other| alike(list, other));
        of_it.max_by_key(|list| (list.from, list.version))
    };
    let mut rows: Vec<_> =
        lists.iter().filter(|list| used.contains(&list.id)).map(|list| (list, later(list))).collect();
    for list in &coming {
        if !rows.iter().any(|(known, _)| alike(known, list)) {
            rows.push((later(list).unwrap_or(list), None));
        }
    }
    rows.order_by_key(|(list, _)| (list.purpose as u8, list.lineage.clone(), list.scope));
    rows
}

fn screen(t: Texts, me: Me) -> AnyView {
    let offset = me.offset;
    let lists = live(&[Kind::Checklist, Kind::Territory], |phone| async move {
        (phone.now(), phone.all::<Checklist>().await, Places::read().await)
    });
    let head = ui::back_and_say(t, routes::SETTINGS, t.manage.settings, t.forms.title.to_owned(), "");
    let body = move || {
        lists.with(|read| {
            let Some((now, lists, places)) = read else { return skeleton_rows(4) };
            let rows = current(lists, places, *now).into_iter().map(|(list, later)| {
                let since = long_day(t, list.from.date(offset));
                let later = later
                    .map(|later| format!("{}{}", t.frame.dot, (t.forms.later)(&long_day(t, later.from.date(offset)))));
                let classes: Vec<&str> = list.classes.iter().map(|class| class.letter()).collect();
                let classes = (t.forms.editor.for_classes)(&classes.join("/"));
                let classes = if classes.is_empty() { classes } else { format!("{}{classes}", t.frame.dot) };
                let whose = (!list.scope.is_company())
                    .then(|| format!("{}{}", t.frame.dot, reach::words(t, places, list.scope)));
                let second = (t.forms.version)(list.version, &since, list.items.len())
                    + &classes
                    + &whose.unwrap_or_default()
                    + &later.unwrap_or_default();
                // What it is for is said where its name does not say so already.
                let title = match ((t.forms.purpose)(list.purpose), list.title.get(t.language)) {
                    (purpose, name) if purpose == name => name.to_owned(),
                    (purpose, name) => format!("{purpose}{}{name}", t.frame.dot),
                };
                line_link(routes::form_in(&list.lineage, list.scope), icon(Icon::Task), title, second.into_any())
            });
            let weights = line_link(
                routes::WEIGHTS.to_owned(),
                icon(Icon::Gear),
                t.forms.weights.to_owned(),
                t.partner.weighed.title.into_any(),
            );
            view! {
                <div class="group">{rows.collect_view()}{weights}</div>
                {fresh::fresh(t)}
            }
            .into_any()
        })
    };
    ui::frame(t, &me, Tab::Settings, head, body.into_any(), ui::toasts())
}
