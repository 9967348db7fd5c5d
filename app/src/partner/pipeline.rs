//! The candidates and members of the region as a list: whose next step is overdue comes first. The rep's half of
//! `/partners`.

use crate::routes;
use crate::state::{Me, live};
use crate::text::{Texts, long_day};
use crate::ui::{self, Icon, Tab, skeleton_rows};
use domain::Kind;
use domain::order::InOrder;
use domain::records::{Candidate, CandidateFacts, CandidateStage};
use domain::rules::requalification::ends_in;
use jiff::civil::Date;
use leptos::prelude::*;
use std::sync::Arc;

/// Which of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Only {
    Mine,
    /// Those of one's own whose qualification ends soon or has ended (F48).
    ToRequalify,
    All,
    ToSign,
    Members,
    Over,
}

impl Only {
    const ALL: [Self; 6] = [Self::Mine, Self::ToRequalify, Self::All, Self::ToSign, Self::Members, Self::Over];

    fn words(self, t: Texts, to_requalify: usize) -> String {
        match self {
            Self::Mine => t.partner.mine.to_owned(),
            Self::ToRequalify => (t.partner.to_requalify)(to_requalify),
            Self::All => t.partner.all.to_owned(),
            Self::ToSign => t.partner.to_sign.to_owned(),
            Self::Members => t.partner.members.to_owned(),
            Self::Over => t.partner.over.to_owned(),
        }
    }

    fn fits(self, candidate: &Candidate, me: &Me, today: Date) -> bool {
        use CandidateStage as At;
        match self {
            Self::Mine => candidate.owner == me.id && !candidate.stage.is_over(),
            Self::ToRequalify => candidate.owner == me.id && ends_in(candidate, today).is_some(),
            Self::All => !candidate.stage.is_over(),
            Self::ToSign => matches!(candidate.stage, At::Qualified | At::Signing),
            Self::Members => matches!(candidate.stage, At::Member | At::Suspended),
            Self::Over => candidate.stage.is_over(),
        }
    }
}

/// Whether somebody is meant by what is typed: every word of it is in their name, its initials, the contact, the
/// numbers, the address, the brands (S31: whoever runs a competitor's goods) or the note.
pub fn is_meant(candidate: &Candidate, words: &str) -> bool {
    let CandidateFacts { name, contact, phone, licence, address, brands, note, .. } = &candidate.facts;
    let told = [name, &candidate.initials, contact, phone, licence, address, note].map(String::as_str);
    let told = told.into_iter().chain(brands.iter().map(String::as_str)).collect::<Vec<_>>().join("\n").to_lowercase();
    words.to_lowercase().split_whitespace().all(|word| told.contains(word))
}

/// Days by which the next step is overdue.
pub fn days_late(candidate: &Candidate, today: Date) -> i32 {
    let due = candidate.next.as_ref().filter(|_| !candidate.stage.is_over()).map(|next| next.due);
    due.map_or(0, |due| due.until(today).map_or(0, |span| span.get_days()).max(0))
}

/// See the module.
pub fn pipeline(t: Texts, me: Me) -> AnyView {
    let offset = me.offset;
    let read = live(&[Kind::Candidate], move |phone| async move {
        let mut all = phone.all::<Candidate>().await;
        let today = phone.now().date(offset);
        all.order_by_key(|candidate| {
            let due = candidate.next.as_ref().map(|next| next.due);
            (
                std::cmp::Reverse(days_late(candidate, today)),
                due.is_none(),
                due,
                std::cmp::Reverse(candidate.touched_at),
            )
        });
        (today, Arc::new(all))
    });
    let only = RwSignal::new(Only::Mine);
    let text = RwSignal::new(String::new());
    let whose = StoredValue::new(me.clone());
    let looking = move || text.with(|text| !text.trim().is_empty());
    let sentence = move || {
        read.with(|read| {
            let Some((today, all)) = read else { return String::new() };
            if looking() {
                let found = all.iter().filter(|candidate| text.with(|text| is_meant(candidate, text)));
                return (t.outlets.found)(found.count());
            }
            let mine = all.iter().filter(|candidate| whose.with_value(|me| Only::Mine.fits(candidate, me, *today)));
            let (count, late) = mine.fold((0, 0), |(count, late), candidate| {
                (count + 1, late + usize::from(days_late(candidate, *today) > 0))
            });
            if count == 0 { t.partner.head_none.to_owned() } else { (t.partner.head)(count, late) }
        })
    };
    let to_requalify = Memo::new(move |_| {
        read.with(|read| {
            let Some((today, all)) = read else { return 0 };
            whose.with_value(|me| all.iter().filter(|one| Only::ToRequalify.fits(one, me, *today)).count())
        })
    });
    let chip = move |which: Only| {
        view! {
            <button
                type="button"
                class="chip"
                // Nothing is said where nothing is to be looked at; the one that is looked at stays where it is.
                hidden=move || which == Only::ToRequalify && to_requalify.get() == 0 && only.get() != which
                aria-pressed=move || (only.get() == which).to_string()
                on:click=move |_| only.set(which)
            >
                {move || which.words(t, to_requalify.get())}
            </button>
        }
    };
    let head = view! {
        {places(t, false)}
        <header class="say"><h1>{sentence}</h1></header>
        <div class="seek" role="search">{ui::find(t, t.partner.search, text)}</div>
        <nav class="chips" aria-label=t.partner.title>
            {Only::ALL.map(chip).collect_view()}
            <a class="chip" href=routes::ALLIANCE>{t.partner.alliance.title}</a>
            <a class="chip" href=routes::EVENTS>{t.partner.event.title}</a>
        </nav>
    };
    let body = move || {
        read.with(|read| {
            let Some((today, all)) = read else { return skeleton_rows(6) };
            // Whoever looks for somebody means all of them, those it is over with too.
            let looking = looking();
            let fits = |candidate: &&Candidate| match looking {
                true => text.with(|text| is_meant(candidate, text)),
                false => whose.with_value(|me| only.get().fits(candidate, me, *today)),
            };
            let shown: Vec<&Candidate> = all.iter().filter(fits).collect();
            if shown.is_empty() && looking {
                return ui::empty(Icon::Search, t.partner.not_found, t.partner.not_found_more, None);
            }
            if shown.is_empty() {
                return ui::empty(Icon::Store, t.partner.empty, t.partner.empty_more, None);
            }
            let rows = shown.into_iter().map(|candidate| whose.with_value(|me| row(t, me, candidate, *today)));
            view! { <div class="group">{rows.collect_view()}</div> }.into_any()
        })
    };
    let foot = ui::dock(
        t.partner.title,
        view! {
            <div class="acts">{ui::main_link(routes::ADD_PARTNER.to_owned(), t.partner.add_one)}</div>
        }
        .into_any(),
    );
    ui::frame(t, &me, Tab::Outlets, head.into_any(), body.into_any(), foot)
}

/// Shops or partners: two lists of places under one tab.
pub fn places(t: Texts, shops: bool) -> AnyView {
    let entry = |to: &'static str, words: &'static str, here: bool| {
        view! { <a class="chip" href=to aria-current=here.then_some("page")>{words}</a> }
    };
    view! {
        <nav class="chips places" aria-label=t.frame.outlets>
            {entry(routes::OUTLETS, t.frame.outlets, shops)}
            {entry(routes::PARTNERS, t.partner.title, !shops)}
        </nav>
    }
    .into_any()
}

fn row(t: Texts, me: &Me, candidate: &Candidate, today: Date) -> AnyView {
    let late = days_late(candidate, today);
    let next = candidate.next.as_ref().filter(|_| !candidate.stage.is_over());
    let words = match next {
        Some(next) if late > 0 => view! {
            <b class="owed">{(t.partner.overdue)(late)}</b>
            {t.frame.dot}
            {next.words.clone()}
        }
        .into_any(),
        Some(next) => format!("{}{}{}", (t.time.day)(next.due), t.frame.dot, next.words).into_any(),
        None => t.partner.no_next.into_any(),
    };
    let whose =
        (candidate.owner != me.id).then(|| format!("{}{}", (t.partner.with)(&candidate.owner_name), t.frame.dot));
    // It is the owner's to do; others see it at the manager's.
    let again = ends_in(candidate, today).filter(|_| candidate.owner == me.id).zip(candidate.qualified_until);
    let again = again.map(|(days, until)| {
        view! { <span class="w owed b">{(t.partner.requalify)(&long_day(t, until), days)}</span> }
    });
    view! {
        <a class="line" href=routes::partner(candidate.id)>
            <span class="grow">
                <span class="t cut">{candidate.facts.name.clone()}</span>
                {again}
                <span class="w cut">{whose}{words}</span>
            </span>
            {stage_tag(t, candidate.stage)}
        </a>
    }
    .into_any()
}

/// How far somebody has come, as a tag.
pub fn stage_tag(t: Texts, stage: CandidateStage) -> AnyView {
    use CandidateStage as At;
    let class = match stage {
        At::Proposed | At::Suspended => "tag owed",
        At::Member => "tag received",
        At::Qualified | At::Signing => "tag act",
        At::Eliminated | At::Left => "tag returned",
        At::Lead | At::Contacted | At::Inspecting => "tag",
    };
    view! { <span class=class>{(t.partner.stage)(stage)}</span> }.into_any()
}
