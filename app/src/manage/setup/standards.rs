//! 陈列标准: the standards that shelves are held against, as a list beside one of them, whose picture is chosen and
//! whose points are drawn on it (S45). What is published is a new version; the forms that name it follow.

mod board;
mod draft;
mod left;
mod page;
mod picture;
mod points;

use super::super::split::split_in;
use crate::manage::places::Places;
use crate::routes;
use crate::state::{Me, live, managed};
use crate::text::Texts;
use crate::ui::{self, Icon, Tab, icon, line_link, skeleton_rows};
use domain::Kind;
use domain::records::{Checklist, DisplayStandard, OutletClass, Role};
use domain::rules::standard::newest;
use domain::time::Offset;
use futures_util::future::join;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// All versions, and the forms that may name them.
#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    versions: Vec<DisplayStandard>,
    forms: Vec<Checklist>,
    places: Places,
    role: Role,
}

/// `/settings/standards`, one of them by `?standard=`, a new one by `?standard=new`.
#[component]
pub fn StandardsPage() -> impl IntoView {
    let query = use_query_map();
    let picked = Memo::new(move |_| query.with(|query| query.get("standard")));
    managed(move |t, me| screen(t, &me, picked))
}

/// The way here from the settings.
pub fn row(t: Texts) -> AnyView {
    let (words, more) = (t.standards.title.to_owned(), t.standards.row_more.into_any());
    line_link(routes::STANDARDS.to_owned(), icon(Icon::Image), words, more)
}

/// The letters of classes.
fn letters(classes: &[OutletClass]) -> String {
    classes.iter().map(|class| class.letter()).collect::<Vec<_>>().join("/")
}

fn screen(t: Texts, me: &Me, picked: Memo<Option<String>>) -> AnyView {
    let (offset, role): (Offset, Role) = (me.offset, me.role);
    let book = live(&[Kind::DisplayStandard, Kind::Checklist, Kind::Territory], move |phone| async move {
        let (versions, forms) = join(phone.all::<DisplayStandard>(), phone.all::<Checklist>()).await;
        Book { versions, forms, places: Places::read().await, role }
    });
    let any = move || picked.with(Option::is_some);
    let detail = move || match picked.get() {
        Some(lineage) => page::standard(t, offset, book, lineage),
        None => ui::empty(Icon::Image, t.standards.pick, t.standards.pick_more, None),
    };
    split_in(t, me, Tab::Settings, any, t.standards.pick, list(t, book, picked), detail.into_any())
}

fn list(t: Texts, book: ReadSignal<Option<Book>>, picked: Memo<Option<String>>) -> AnyView {
    let all = Memo::new(move |_| book.with(|book| book.as_ref().map(|book| newest(&book.versions))));
    let sentence = move || {
        all.with(|all| all.as_ref().map_or_else(|| t.standards.title.to_owned(), |all| (t.standards.head)(all.len())))
    };
    let rows = move || {
        all.with(|all| match all {
            None => skeleton_rows(3),
            Some(all) if all.is_empty() => ui::empty(Icon::Image, t.standards.nothing, "", None),
            Some(all) => {
                let rows = all.iter().map(|one| row_of(t, one, picked)).collect_view();
                view! { <ol>{rows}</ol> }.into_any()
            }
        })
    };
    view! {
        <div
            class="list vlist"
            role=move || if picked.with(Option::is_some) { "complementary" } else { "main" }
            aria-label=t.standards.title
            id=move || picked.with(Option::is_none).then_some("main")
            tabindex="-1"
        >
            <div class="bar">
                <a class="ib" href=routes::SETTINGS aria-label=t.frame.back>{icon(Icon::Back)}</a>
                <p class="meta grow cut">{t.manage.settings}</p>
            </div>
            <div class="say"><h1>{sentence}</h1></div>
            <div class="scroll">{rows}</div>
            <section class="actbar" aria-label=t.standards.title>
                <a class="btn" href=routes::standard(routes::NEW)>{icon(Icon::Plus)}{t.standards.add}</a>
            </section>
        </div>
    }
    .into_any()
}

fn row_of(t: Texts, one: &DisplayStandard, picked: Memo<Option<String>>) -> AnyView {
    let lineage = one.lineage.clone();
    let current = move || picked.with(|picked| picked.as_deref() == Some(&lineage)).then_some("true");
    view! {
        <li>
            <a class="vrow" href=routes::standard(&one.lineage) aria-current=current>
                <span class="t cut">{one.name.get(t.language).to_owned()}</span>
                <span class="w">{(t.standards.line)(one.version, &letters(&one.classes), one.points.len())}</span>
            </a>
        </li>
    }
    .into_any()
}
