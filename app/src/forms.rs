//! Forms and weights as a manager edits them (F27, S80): a list of what is in use, an editor beside a phone that fills the
//! form in for trial, and the weights of candidates with what they would change. A new version is a new record.

mod editor;
mod fresh;
mod history;
mod trial;
mod weights;

pub use editor::FormPage;
pub use weights::WeightsPage;

use crate::routes;
use crate::state::{Me, guarded, live};
use crate::text::Texts;
use crate::ui::{self, Icon, Tab, icon, line_link, skeleton_rows};
use domain::Kind;
use domain::order::InOrder;
use domain::records::{Checklist, Purpose};
use domain::time::Moment;
use leptos::prelude::*;

/// `/settings/forms`.
#[component]
pub fn FormsPage() -> impl IntoView {
    guarded(screen)
}

/// The way here from the settings.
pub fn row(t: Texts) -> AnyView {
    line_link(routes::FORMS.to_owned(), icon(Icon::Task), t.forms.title.to_owned(), t.forms.row_more.into_any())
}

/// The version in use of each form, and the one that comes, if there is one.
pub(crate) fn current(lists: &[Checklist], now: Moment) -> Vec<(&Checklist, Option<&Checklist>)> {
    let mut lineages: Vec<(Purpose, &str)> = lists.iter().map(|list| (list.purpose, list.lineage.as_str())).collect();
    lineages.order_by_key(|(purpose, lineage)| (*purpose as u8, *lineage));
    lineages.dedup();
    let newest = |lineage: &str, later: bool| {
        let of_it = lists.iter().filter(|list| list.lineage == lineage && (list.from > now) == later);
        of_it.max_by_key(|list| (list.from, list.version))
    };
    lineages
        .into_iter()
        .filter_map(|(_, lineage)| {
            let later = newest(lineage, true);
            newest(lineage, false).map(|list| (list, later)).or_else(|| later.map(|list| (list, None)))
        })
        .collect()
}

fn screen(t: Texts, me: Me) -> AnyView {
    let offset = me.offset;
    let lists = live(&[Kind::Checklist], |phone| async move { (phone.now(), phone.all::<Checklist>().await) });
    let head = ui::back_and_say(t, routes::SETTINGS, t.manage.settings, t.forms.title.to_owned(), "");
    let body = move || {
        lists.with(|read| {
            let Some((now, lists)) = read else { return skeleton_rows(4) };
            let rows = current(lists, *now).into_iter().map(|(list, later)| {
                let since = list.from.date(offset).to_string();
                let later = later
                    .map(|later| format!("{}{}", t.frame.dot, (t.forms.later)(&later.from.date(offset).to_string())));
                let classes: Vec<&str> = list.classes.iter().map(|class| class.letter()).collect();
                let classes = (t.forms.editor.for_classes)(&classes.join("/"));
                let classes = if classes.is_empty() { classes } else { format!("{}{classes}", t.frame.dot) };
                let second =
                    (t.forms.version)(list.version, &since, list.items.len()) + &classes + &later.unwrap_or_default();
                let title = format!("{}{}{}", (t.forms.purpose)(list.purpose), t.frame.dot, list.title.get(t.language));
                line_link(routes::form(&list.lineage), icon(Icon::Task), title, second.into_any())
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
