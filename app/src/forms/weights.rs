//! How candidates are weighed, and what another weighing would make of those of today: a trial that changes nothing.

use crate::partner::{Book, read_book};
use crate::routes;
use crate::state::{Me, Phone, State, guarded, live, spawn, use_state};
use crate::text::Texts;
use crate::ui::{self, Busy, Tab, Toast, skeleton_rows, stepper};
use domain::Kind;
use domain::commands::PublishQualification;
use domain::measure::Share;
use domain::records::{Candidate, Purpose, QualificationRule};
use domain::rules::qualification::qualification;
use leptos::prelude::*;

/// `/settings/weights`.
#[component]
pub fn WeightsPage() -> impl IntoView {
    guarded(screen)
}

/// A number of the rule that is turned.
#[derive(Clone, Copy)]
struct Dial {
    words: &'static str,
    range: (i64, i64),
    read: fn(&QualificationRule) -> i64,
    write: fn(&mut QualificationRule, i64),
}

fn dials(t: Texts) -> [Dial; 7] {
    [
        Dial {
            words: t.forms.site_weight,
            range: (0, 100),
            read: |rule| i64::from(rule.site_weight),
            write: |rule, value| rule.site_weight = small(value),
        },
        Dial {
            words: t.forms.mindset_weight,
            range: (0, 100),
            read: |rule| i64::from(rule.mindset_weight),
            write: |rule, value| rule.mindset_weight = small(value),
        },
        Dial {
            words: t.forms.floor,
            range: (0, 100),
            read: |rule| i64::from(rule.mindset_floor.percent()),
            write: |rule, value| rule.mindset_floor = Share(small(value) * 100),
        },
        Dial {
            words: t.forms.pass,
            range: (0, 100),
            read: |rule| i64::from(rule.pass.percent()),
            write: |rule, value| rule.pass = Share(small(value) * 100),
        },
        Dial {
            words: t.forms.interviewers,
            range: (1, 5),
            read: |rule| i64::from(rule.interviewers),
            write: |rule, value| rule.interviewers = small(value),
        },
        Dial {
            words: t.forms.sources,
            range: (0, 10),
            read: |rule| i64::from(rule.sources),
            write: |rule, value| rule.sources = small(value),
        },
        Dial {
            words: t.forms.months,
            range: (1, 13),
            read: |rule| i64::from(rule.months),
            write: |rule, value| rule.months = u16::try_from(value).unwrap_or(12),
        },
    ]
}

fn small(value: i64) -> u32 {
    u32::try_from(value).unwrap_or_default()
}

fn screen(t: Texts, me: Me) -> AnyView {
    let offset = me.offset;
    let state = use_state();
    let rule: RwSignal<Option<QualificationRule>> = RwSignal::new(None);
    let before: RwSignal<Option<QualificationRule>> = RwSignal::new(None);
    let read = live(&[Kind::QualificationRule], |phone| async move {
        let now = phone.now();
        let rules = phone.all::<QualificationRule>().await.into_iter().filter(move |rule| rule.from <= now);
        rules.max_by_key(|rule| (rule.from, rule.version))
    });
    Effect::new(move |_| {
        if let Some(Some(known)) = read.get().filter(|_| untrack(|| rule.with(Option::is_none))) {
            before.set(Some(known.clone()));
            rule.set(Some(known));
        }
    });
    let books = live(&[Kind::Candidate, Kind::Visit, Kind::Claim], move |phone| async move {
        let mut books = Vec::new();
        for candidate in phone.all::<Candidate>().await.into_iter().filter(|candidate| !candidate.stage.is_over()) {
            let book = read_book(phone, candidate.id, offset).await;
            books.extend(book.filter(|book| book.weighed.as_ref().is_some_and(|weighed| weighed.site.is_some())));
        }
        books
    });
    let head = ui::back_and_say(t, routes::FORMS, t.forms.title, t.forms.weights.to_owned(), "");
    let dial = move |dial: Dial| {
        let value = move || rule.with(|rule| rule.as_ref().map(dial.read));
        let set = move |value: i64| {
            rule.update(|rule| {
                if let Some(rule) = rule {
                    (dial.write)(rule, value);
                }
            });
        };
        view! {
            <div class="line">
                <span class="grow t">{dial.words}</span>
                {stepper(t, dial.words.to_owned(), true, dial.range, value, set)}
            </div>
        }
    };
    let trial = move || {
        let Some(rule) = rule.get() else { return skeleton_rows(3) };
        books.with(|books| books.as_ref().map_or_else(|| skeleton_rows(3), |books| table(t, &rule, books)))
    };
    let body = view! {
        <div class="spread">
            <div class="group">{dials(t).map(dial).collect_view()}</div>
            <section class="group">
                {ui::section(t.forms.would, "")}
                {trial}
            </section>
        </div>
    };
    let foot = ui::dock(t.forms.weights, publish(t, state, rule, before));
    ui::frame(t, &me, Tab::Settings, head, body.into_any(), foot)
}

fn table(t: Texts, rule: &QualificationRule, books: &[Book]) -> AnyView {
    let word = t.partner.weighed.verdict;
    let rows = books.iter().map(|book| {
        let inspection = book.done(Purpose::Inspection).into_iter().next();
        let after = qualification(rule, inspection, &book.done(Purpose::Interview), &book.claims, book.today);
        let now = book.weighed.as_ref();
        let verdict = now.map(|now| now.verdict);
        let class = if verdict == Some(after.verdict) { "val" } else { "val owed b" };
        let whole = |share: Option<Share>| share.map_or_else(|| "–".to_owned(), |share| share.percent().to_string());
        let points = format!("{} → {}", whole(now.and_then(|now| now.whole)), whole(after.whole));
        let words = match verdict {
            Some(verdict) if verdict != after.verdict => format!("{} → {}", word(verdict), word(after.verdict)),
            _ => word(after.verdict).to_owned(),
        };
        view! {
            <div class="line">
                <span class="grow">
                    <span class="t">{book.candidate.facts.name.clone()}</span>
                    <span class="w">{points}</span>
                </span>
                <span class=class>{words}</span>
            </div>
        }
    });
    rows.collect_view().into_any()
}

fn publish(
    t: Texts,
    state: State,
    rule: RwSignal<Option<QualificationRule>>,
    before: RwSignal<Option<QualificationRule>>,
) -> AnyView {
    let busy = Busy::new();
    let changed = Memo::new(move |_| rule.with(|rule| before.with(|before| rule != before)));
    let act = move |_| {
        let Some(known) = rule.get_untracked() else { return };
        if !busy.take() {
            return;
        }
        let next = QualificationRule {
            id: Phone.new_id(),
            version: known.version + 1,
            from: Phone.now().plus(1_000),
            ..known
        };
        spawn(async move {
            match Phone.record(PublishQualification { rule: next.clone() }.into()).await {
                Ok(()) => {
                    before.set(Some(next.clone()));
                    rule.set(Some(next));
                    Toast::saved(t.forms.published).show(state);
                }
                Err(why) => Toast::not_recorded(t, &why).show(state),
            }
            busy.done();
        });
    };
    view! {
        <div class="acts">
            <button type="button" class="btn main" disabled=move || busy.get() || !changed.get() on:click=act>
                {move || if changed.get() { t.forms.publish } else { t.forms.unchanged }}
            </button>
        </div>
    }
    .into_any()
}
