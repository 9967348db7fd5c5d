//! How a candidate is weighed (F43-F46, F24): three bars with their marks, what knocks it out, what is missing, where two
//! interviewers disagree, and what would help most.

use super::{Book, Desk};
use crate::text::{Texts, as_name, long_day};
use crate::ui::{self, Icon, bars, icon};
use domain::measure::Share;
use domain::records::{CandidateStage, ItemKey, QualificationRule};
use domain::rules::qualification::{KnockedOut, Missing, Qualification};
use leptos::prelude::*;

/// See the module; nothing for a name that nobody has looked at yet, and a word where the visits are on another phone.
pub fn weighed(desk: Desk, book: &Book) -> Option<AnyView> {
    let t = desk.t;
    if book.place.is_none() {
        return Some(view! { <p class="meta pad">{t.partner.elsewhere}</p> }.into_any());
    }
    let (rule, weighed) = (book.rule.as_ref()?, book.weighed.as_ref()?);
    let early = matches!(book.candidate.stage, CandidateStage::Lead | CandidateStage::Contacted);
    if early && weighed.site.is_none() && weighed.mindset.is_none() {
        return None;
    }
    let agreeing = weighed.agreeing.map(|count| line("received", Icon::Check, (t.partner.weighed.names_agree)(count)));
    let inspectors = weighed.inspectors.as_ref().map(|who| match who.along.is_empty() {
        true => line("owed", Icon::Info, (t.partner.weighed.alone)(&who.rep)),
        false => line("received", Icon::Check, (t.partner.weighed.together)(&who.rep, &who.along.join(t.frame.list))),
    });
    let lines = knocked_words(t, book, weighed)
        .into_iter()
        .map(|words| line("refused", Icon::Refused, words))
        .chain(missing_words(t, book, weighed).into_iter().map(|words| line("owed", Icon::Clock, words)))
        .chain(apart(desk, book, weighed))
        .chain(agreeing)
        .chain(inspectors);
    Some(
        view! {
            <section class="group weighed">
                {ui::section(t.partner.weighed.title, (t.partner.weighed.verdict)(weighed.verdict))}
                {scale(desk, rule, weighed)}
                <ul class="reasons">{lines.collect_view()}</ul>
                {help(desk, book)}
            </section>
        }
        .into_any(),
    )
}

fn scale(desk: Desk, rule: &QualificationRule, weighed: &Qualification) -> AnyView {
    let t = desk.t;
    let row = |name: &'static str, share: Option<Share>, mark: Option<(Share, String)>| {
        let (points, note) = (share.map_or(0, Share::percent), mark.as_ref().map(|(_, words)| words.clone()));
        let at = mark.map_or(0, |(share, _)| share.percent());
        let label = match share {
            Some(_) => format!("{name}{}", note.map(|note| format!("{}{note}", t.frame.dot)).unwrap_or_default()),
            None => format!("{name}{}{}", t.frame.dot, t.partner.weighed.not_yet),
        };
        bars(vec![(label, points, 100)], at, "")
    };
    let floor = (rule.mindset_floor, (t.partner.weighed.floor)(rule.mindset_floor.percent()));
    let pass = (rule.pass, (t.partner.weighed.pass)(rule.pass.percent()));
    view! {
        <div class="scales">
            {row(t.partner.weighed.site, weighed.site, None)}
            {row(t.partner.weighed.mindset, weighed.mindset, Some(floor))}
            {row(t.partner.weighed.whole, weighed.whole, Some(pass))}
        </div>
    }
    .into_any()
}

fn title(t: Texts, book: &Book, key: &ItemKey) -> String {
    book.title(key).map_or_else(|| key.0.clone(), |words| as_name(words.get(t.language)).to_owned())
}

fn line(class: &'static str, which: Icon, words: String) -> AnyView {
    view! { <li class=class>{icon(which)}<span>{words}</span></li> }.into_any()
}

/// What knocks somebody out, in words.
pub fn knocked_words(t: Texts, book: &Book, weighed: &Qualification) -> Vec<String> {
    let words = |out: &KnockedOut| match out {
        KnockedOut::Item(item) => (t.partner.weighed.out_item)(&title(t, book, item)),
        KnockedOut::Mindset => t.partner.weighed.out_mindset.to_owned(),
        KnockedOut::Expired(item, day) => (t.partner.weighed.out_expired)(&title(t, book, item), &long_day(t, *day)),
        KnockedOut::Names { one, other } => (t.partner.weighed.out_names)(&one.1, &other.1),
    };
    weighed.knocked_out.iter().map(words).collect()
}

/// What is missing, in words.
pub fn missing_words(t: Texts, book: &Book, weighed: &Qualification) -> Vec<String> {
    let words = |missing: &Missing| match missing {
        Missing::Inspection => t.partner.weighed.miss_inspection.to_owned(),
        Missing::Interviewers(count) => (t.partner.weighed.miss_interviewers)(*count),
        Missing::Sources(count) => (t.partner.weighed.miss_sources)(*count),
        Missing::Original(item) => (t.partner.weighed.miss_original)(&title(t, book, item)),
    };
    weighed.missing.iter().map(words).collect()
}

fn apart(desk: Desk, book: &Book, weighed: &Qualification) -> Vec<AnyView> {
    let t = desk.t;
    let words = |item: &ItemKey, steps: &[(String, u32)]| {
        // Steps are counted from nought, people from one.
        let steps = steps.iter().map(|(name, step)| format!("{name} {}", step + 1)).collect::<Vec<_>>();
        let what = (t.partner.weighed.disagree)(&title(t, book, item));
        format!("{what}{}{}", t.frame.colon, steps.join(t.frame.list))
    };
    let apart = weighed.disagreements.iter();
    apart.map(|apart| line("", Icon::Info, words(&apart.item, &apart.steps))).collect()
}

fn help(desk: Desk, book: &Book) -> Option<AnyView> {
    if book.help.is_empty() {
        return None;
    }
    let t = desk.t;
    let rows = book
        .help
        .iter()
        .map(|(item, share)| {
            let points = share.0.div_ceil(100);
            view! {
                <dt>{title(t, book, item)}</dt>
                <dd>{format!("+{points}")}</dd>
            }
        })
        .collect_view();
    Some(
        view! {
            <details class="fold">
                <summary>{desk.t.partner.weighed.would_help}</summary>
                <dl class="helps">{rows}</dl>
            </details>
        }
        .into_any(),
    )
}
