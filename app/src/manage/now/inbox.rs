//! What has to be seen to, by kind. Each row leads to where it is dealt with; none can be ticked off here.

use super::Desk;
use super::book::Book;
use crate::routes;
use crate::text::Texts;
use crate::ui::{self, Icon, icon, icon_small};
use domain::rules::now::{Exception, Matter};
use leptos::prelude::*;

/// How many of a kind are shown before somebody asks for the rest.
const SHOWN: usize = 5;

/// See the module.
pub fn inbox(desk: Desk) -> AnyView {
    let t = desk.t;
    let exceptions = desk.exceptions();
    let head = move || {
        exceptions.with(|all| match all.as_ref().map(Vec::len) {
            None => view! { <h2 class="vh">{t.frame.loading}</h2> }.into_any(),
            Some(0) => ().into_any(),
            Some(n) => view! { <h2>{(t.now.head)(n)}</h2><span>{t.now.ranked}</span> }.into_any(),
        })
    };
    let whole = StoredValue::new([false; Matter::RANKS as usize].map(RwSignal::new));
    let body = move || {
        exceptions.with(|all| match all {
            None => ui::skeleton_rows(6),
            Some(all) if all.is_empty() => ui::empty(Icon::Task, t.now.none, t.now.none_more, None),
            Some(all) => {
                let groups = all.chunk_by(|a, b| a.matter.rank() == b.matter.rank());
                let mut first = true;
                groups
                    .filter_map(|group| {
                        let rank = usize::from(group.first()?.matter.rank());
                        let whole = whole.with_value(|whole| whole.get(rank).copied())?;
                        Some(kind(desk, group, t.now.kinds[rank], whole, std::mem::take(&mut first)))
                    })
                    .collect_view()
                    .into_any()
            }
        })
    };
    view! {
        <div class="list inbox">
            <div class="sec">{head}</div>
            <div class="scroll">{body}</div>
        </div>
    }
    .into_any()
}

/// The rows of one kind. Only the first row of the whole list may have the bright act.
fn kind(desk: Desk, group: &[Exception], words: &'static str, whole: RwSignal<bool>, first: bool) -> AnyView {
    let t = desk.t;
    let count = group.len();
    let group = StoredValue::new(group.to_vec());
    let rows = move || {
        let shown = if whole.get() { count } else { SHOWN };
        let book = desk.book;
        group.with_value(|group| {
            let rows = group.iter().take(shown).enumerate();
            book.with_untracked(|book| {
                rows.map(|(i, one)| row(desk, book.as_ref(), one, first && i == 0)).collect_view()
            })
        })
    };
    let rest = move || {
        (!whole.get() && count > SHOWN).then(|| {
            view! {
                <button type="button" class="btn text rest" on:click=move |_| whole.set(true)>
                    {(t.now.rest)(count - SHOWN)}
                </button>
            }
        })
    };
    view! {
        <section>
            <div class="sec kind"><h3>{words}</h3><span>{count}</span></div>
            <ol>{rows}</ol>
            {rest}
        </section>
    }
    .into_any()
}

fn row(desk: Desk, book: Option<&Book>, one: &Exception, bright: bool) -> AnyView {
    let (t, since) = (desk.t, one.since);
    let when = move || t.time.when(since, desk.now.get(), desk.offset);
    let (class, glyph) = glyph(&one.matter);
    let shop = one.matter.outlet().and_then(|outlet| book?.shops.get(&outlet)).map(|shop| shop.name.clone());
    let shop = shop.unwrap_or_else(|| t.now.some_shop.to_owned());
    let title = match &one.matter {
        Matter::Silent(_) => (t.now.silent)(&one.rep_name, &t.time.when(since, desk.now.get_untracked(), desk.offset)),
        Matter::Unsent { .. } => (t.now.unsent)(&one.rep_name),
        Matter::Refused { commands } => (t.now.refused)(&one.rep_name, *commands),
        Matter::Held { parts, .. } => (t.now.held)(&one.rep_name, *parts),
        Matter::Appealed { photos, .. } => (t.now.appealed)(&one.rep_name, *photos),
        Matter::Missed { .. } => (t.now.missed)(&shop),
        Matter::Failed { percent, .. } => (t.now.failed)(&shop, *percent),
        Matter::Doubtful { .. } => (t.now.doubtful)(&shop),
    };
    let acts = matches!(one.matter, Matter::Silent(_) | Matter::Unsent { .. } | Matter::Refused { .. })
        .then(|| call(desk, one, bright));
    view! {
        <li class:on=bright>
            <a class="ex" href=leads_to(&one.matter)>
                <span class=class>{icon(glyph)}</span>
                <span class="t">{title}</span>
                <time>{when}</time>
                <span class="w">{reason(desk, one, &shop)}</span>
            </a>
            {acts}
        </li>
    }
    .into_any()
}

/// The second line: how much, whose, why.
fn reason(desk: Desk, one: &Exception, shop: &str) -> String {
    let t = desk.t;
    let by = |words: &str| format!("{}{}{words}", one.rep_name, t.frame.colon);
    match &one.matter {
        Matter::Silent(heard) if !heard.owes() => t.now.holds_nothing.to_owned(),
        Matter::Silent(heard) => {
            let holds = (t.now.holds)(heard.commands, heard.photos);
            match heard.oldest {
                Some(at) => format!("{holds}{}{}", t.frame.comma, oldest(desk, at)),
                None => holds,
            }
        }
        Matter::Unsent { commands, photos } => {
            format!("{}{}{}", (t.now.holds)(*commands, *photos), t.frame.comma, oldest(desk, one.since))
        }
        Matter::Refused { .. } => t.now.refused_more.to_owned(),
        Matter::Held { shop, .. } => shop.clone(),
        Matter::Appealed { because, .. } => format!("{shop}{}{because}", t.frame.colon),
        Matter::Missed { day, why, .. } => {
            let why = match why {
                None => t.now.missed_unsaid.to_owned(),
                Some((reason, note)) if note.is_empty() => (t.today.skip_reason)(*reason).to_owned(),
                Some((reason, note)) => format!("{}{}{note}", (t.today.skip_reason)(*reason), t.frame.dot),
            };
            // The day stands in the first line already, unless it was said later why.
            let day = (one.since.date(desk.offset) != *day).then(|| format!("{}{}", (t.time.day)(*day), t.frame.dot));
            format!("{}{}", day.unwrap_or_default(), by(&why))
        }
        Matter::Failed { .. } => one.rep_name.clone(),
        Matter::Doubtful { hints, .. } => {
            let hints: Vec<String> = hints.iter().map(|hint| (t.trust.hint)(*hint)).collect();
            by(&hints.join(t.frame.list))
        }
    }
}

fn oldest(desk: Desk, at: domain::time::Moment) -> String {
    (desk.t.now.oldest)(&desk.t.time.when(at, desk.now.get_untracked(), desk.offset))
}

/// What to do about a phone that does not send: its owner is asked to open the app where there is a network.
fn call(desk: Desk, one: &Exception, bright: bool) -> AnyView {
    let t: Texts = desk.t;
    let number = desk.said.with_untracked(|said| said.as_ref().and_then(|said| said.numbers.get(&one.rep).cloned()));
    let ask = if matches!(one.matter, Matter::Refused { .. }) { t.now.refused_ask } else { t.now.ask_them };
    let class = if bright { "btn main" } else { "btn small" };
    let call = number.map(|number| {
        view! {
            <a class=class href=format!("tel:{number}") rel="external">
                {icon_small(Icon::Phone)}
                {(t.now.call)(&one.rep_name)}
            </a>
        }
    });
    view! {
        <div class="ex-acts">
            <p>{ask}</p>
            <div class="acts">{call}</div>
        </div>
    }
    .into_any()
}

const fn glyph(matter: &Matter) -> (&'static str, Icon) {
    match matter {
        Matter::Silent(_) | Matter::Unsent { .. } => ("owed", Icon::Saved),
        Matter::Refused { .. } | Matter::Held { .. } => ("refused", Icon::Refused),
        Matter::Appealed { .. } => ("", Icon::Flag),
        Matter::Missed { .. } => ("returned", Icon::Missed),
        Matter::Failed { .. } => ("", Icon::Store),
        Matter::Doubtful { .. } => ("", Icon::Shield),
    }
}

/// Where it is dealt with.
fn leads_to(matter: &Matter) -> String {
    match matter {
        Matter::Silent(_) | Matter::Unsent { .. } | Matter::Refused { .. } => routes::DEVICES.to_owned(),
        Matter::Held { id, .. } => routes::quarantine(*id),
        Matter::Appealed { visit, .. } | Matter::Failed { visit, .. } | Matter::Doubtful { visit, .. } => {
            routes::visit(*visit)
        }
        Matter::Missed { outlet, .. } => routes::outlet(*outlet),
    }
}
