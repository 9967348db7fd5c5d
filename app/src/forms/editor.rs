//! Editing a form beside the phone that shows it.

use super::{current, trial};
use crate::routes;
use crate::state::{Me, Phone, State, guarded, live, spawn, use_state};
use crate::text::Texts;
use crate::ui::{self, Busy, Icon, Tab, Toast, icon_button, skeleton_rows, stepper};
use domain::Kind;
use domain::commands::PublishChecklist;
use domain::language::Words;
use domain::measure::Share;
use domain::records::{Checklist, Item, ItemKey, ItemKind, KnockOut};
use domain::time::Moment;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// `/settings/forms/:lineage`.
#[component]
pub fn FormPage() -> impl IntoView {
    let params = use_params_map();
    guarded(move |t, me| {
        let lineage = params.with(|params| params.get("lineage")).unwrap_or_default();
        screen(t, me, lineage)
    })
}

/// What is being edited; cheap to copy.
#[derive(Clone, Copy)]
struct Desk {
    t: Texts,
    state: State,
    list: RwSignal<Option<Checklist>>,
    /// As it was read, to tell whether anything has changed.
    before: RwSignal<Option<Checklist>>,
    from: RwSignal<String>,
    /// Goes up when the phone has to be drawn anew.
    drawn: RwSignal<u32>,
    busy: Busy,
}

impl Desk {
    fn change(self, change: impl FnOnce(&mut Checklist)) {
        self.list.update(|list| {
            if let Some(list) = list {
                change(list);
            }
        });
    }

    fn item(self, key: &ItemKey, change: impl FnOnce(&mut Item)) {
        self.change(|list| {
            if let Some(item) = list.items.iter_mut().find(|item| &item.key == key) {
                change(item);
            }
        });
    }

    /// The order or the number of questions is another one.
    fn reshape(self, change: impl FnOnce(&mut Checklist)) {
        self.change(change);
        self.drawn.update(|drawn| *drawn += 1);
    }
}

fn screen(t: Texts, me: Me, lineage: String) -> AnyView {
    let offset = me.offset;
    let read = live(&[Kind::Checklist], move |phone| {
        let lineage = lineage.clone();
        async move {
            let lists = phone.all::<Checklist>().await;
            let found = current(&lists, phone.now()).into_iter().find(|(list, _)| list.lineage == lineage);
            found.map(|(list, later)| later.unwrap_or(list).clone())
        }
    });
    let desk = Desk {
        t,
        state: use_state(),
        list: RwSignal::new(None),
        before: RwSignal::new(None),
        from: RwSignal::new(String::new()),
        drawn: RwSignal::new(0),
        busy: Busy::new(),
    };
    // What is being edited is not taken away by a version that arrives meanwhile.
    Effect::new(move |_| {
        if let Some(Some(list)) = read.get().filter(|_| untrack(|| desk.list.with(Option::is_none))) {
            desk.before.set(Some(list.clone()));
            desk.list.set(Some(list));
            desk.from.set(Phone.now().date(offset).to_string());
            desk.drawn.update(|drawn| *drawn += 1);
        }
    });
    let head = move || {
        let title = desk.list.with(|list| list.as_ref().map(|list| list.title.get(t.language).to_owned()));
        ui::back_and_say(t, routes::FORMS, t.forms.title, title.unwrap_or_default(), "")
    };
    let whose = StoredValue::new(me.clone());
    let keys = Memo::new(move |_| {
        desk.drawn.track();
        untrack(|| {
            desk.list
                .with(|list| list.iter().flat_map(|list| &list.items).map(|item| item.key.clone()).collect::<Vec<_>>())
        })
    });
    let body = move || match read.with(Clone::clone) {
        None => skeleton_rows(6),
        Some(None) => ui::empty(Icon::Task, t.forms.unknown, "", None),
        Some(Some(_)) => view! {
            <div class="formdesk">
                <div class="questions">
                    <For each=move || keys.get() key=Clone::clone children=move |key| question(desk, key)/>
                    {add(desk)}
                </div>
                <section class="onphone" aria-label=t.forms.preview>
                    <h2>{t.forms.preview}</h2>
                    {move || desk.list.get().map(|list| trial::phone(t, whose.get_value(), &list))}
                </section>
            </div>
        }
        .into_any(),
    };
    let foot = ui::dock(t.forms.title, publish(desk, offset));
    view! {
        <div class="app">
            <a class="skip" href="#main" rel="external">{t.frame.to_content}</a>
            {ui::tabs(t, &me, Tab::Settings)}
            <div class="screen">
                {head}
                <main class="page surf" id="main" tabindex="-1">{body}</main>
                {foot}
            </div>
        </div>
    }
    .into_any()
}

fn question(desk: Desk, key: ItemKey) -> AnyView {
    let t = desk.t;
    let Some(item) = untrack(|| desk.list.with(|list| list.as_ref()?.item(&key).cloned())) else {
        return ().into_any();
    };
    let key = StoredValue::new(key);
    let text = |label: &'static str, id: String, value: String, write: fn(&mut Words) -> &mut String| {
        let change = move |event| {
            let value = event_target_value(&event);
            desk.item(&key.get_value(), |item| *write(&mut item.title) = value);
        };
        view! {
            <div class="field">
                <input id=id.clone() type="text" autocomplete="off" placeholder=" " prop:value=value on:change=change/>
                <label for=id>{label}</label>
            </div>
        }
    };
    let points = move || desk.list.with(|list| Some(i64::from(list.as_ref()?.item(&key.get_value())?.weight)));
    let set_points = move |points: i64| {
        desk.item(&key.get_value(), |item| item.weight = u32::try_from(points).unwrap_or_default());
    };
    let check = |words: &'static str, on: bool, set: fn(&mut Item, bool)| {
        view! {
            <label class="line">
                <span class="grow">{words}</span>
                <input
                    type="checkbox"
                    role="switch"
                    class="switch"
                    prop:checked=on
                    on:change=move |event| {
                        let on = event_target_checked(&event);
                        desk.item(&key.get_value(), |item| set(item, on));
                    }
                />
            </label>
        }
    };
    let knock_out = |item: &mut Item, on: bool| {
        item.knock_out = on.then(|| KnockOut { at_least: Share(5_000), words: item.title.clone() });
    };
    view! {
        <article class="formitem">
            {text(t.forms.question, format!("zh-{}", item.key.0), item.title.zh.clone(), |words| &mut words.zh)}
            {text(t.forms.question_en, format!("en-{}", item.key.0), item.title.en.clone(), |words| &mut words.en)}
            <div class="formrow">
                {stepper(t, t.forms.points.to_owned(), true, (0, 100), points, set_points)}
                <span class="grow"></span>
                {icon_button(Icon::ChevronUp, t.forms.up, move || shift(desk, &key.get_value(), -1))}
                {icon_button(Icon::ChevronDown, t.forms.down, move || shift(desk, &key.get_value(), 1))}
                {icon_button(Icon::Trash, t.forms.remove, move || remove(desk, &key.get_value()))}
            </div>
            {check(t.forms.required, item.required, |item, on| item.required = on)}
            {check(t.forms.knock_out, item.knock_out.is_some(), knock_out)}
        </article>
    }
    .into_any()
}

fn shift(desk: Desk, key: &ItemKey, by: isize) {
    desk.reshape(|list| {
        let Some(at) = list.items.iter().position(|item| &item.key == key) else { return };
        if let Some(to) = at.checked_add_signed(by).filter(|to| *to < list.items.len()) {
            list.items.swap(at, to);
        }
    });
}

fn remove(desk: Desk, key: &ItemKey) {
    let before = desk.list.get_untracked();
    desk.reshape(|list| list.items.retain(|item| &item.key != key));
    let back = move || {
        desk.list.set(before.clone());
        desk.drawn.update(|drawn| *drawn += 1);
    };
    Toast::saved(desk.t.forms.removed).with_undo(back).show(desk.state);
}

/// A new question goes to the end, under the step of the last one.
fn add(desk: Desk) -> AnyView {
    let t = desk.t;
    let kinds = t.forms.kinds.into_iter().enumerate().map(|(at, words)| {
        let add = move |_| {
            let anchors = || t.forms.anchors.map(|anchor| Words::new(anchor, "")).to_vec();
            let kind = match at {
                0 => ItemKind::YesNo { good: true },
                1 => ItemKind::Number { unit: Words::default(), min: 0, max: 100_000, target: None },
                2 => ItemKind::Scale { anchors: anchors() },
                _ => ItemKind::Text,
            };
            desk.reshape(|list| {
                let step = list.items.last().map(|item| item.step.clone()).unwrap_or_default();
                let free = (1..).map(|n| ItemKey(format!("q{n}"))).find(|key| list.item(key).is_none());
                let Some(key) = free else { return };
                list.items.push(Item {
                    key,
                    step,
                    title: Words::new(t.forms.new_question, ""),
                    hint: Words::default(),
                    kind,
                    weight: 10,
                    required: false,
                    knock_out: None,
                    show_if: None,
                });
            });
        };
        view! { <button type="button" class="chip" on:click=add>{words}</button> }
    });
    view! {
        <div class="addrow">
            <h2>{t.forms.add}</h2>
            <div class="chips wrap">{kinds.collect_view()}</div>
        </div>
    }
    .into_any()
}

fn publish(desk: Desk, offset: domain::time::Offset) -> AnyView {
    let t = desk.t;
    let changed = Memo::new(move |_| desk.list.with(|list| desk.before.with(|before| list != before)));
    let act = move |_| {
        let Some(list) = desk.list.get_untracked() else { return };
        let now = Phone.now();
        let Ok(day) = desk.from.get_untracked().parse() else { return };
        // From today on means from now on: nothing is published into the past.
        let from = Moment::start_of(day, offset).max(now.plus(1_000));
        let next = Checklist { id: Phone.new_id(), version: list.version + 1, from, ..list };
        if !desk.busy.take() {
            return;
        }
        spawn(async move {
            match Phone.record(PublishChecklist { checklist: next.clone() }.into()).await {
                Ok(()) => {
                    desk.before.set(Some(next.clone()));
                    desk.list.set(Some(next));
                    Toast::saved(t.forms.published).show(desk.state);
                }
                Err(why) => Toast::not_recorded(t, &why).show(desk.state),
            }
            desk.busy.done();
        });
    };
    let words = move || if changed.get() { t.forms.publish } else { t.forms.unchanged };
    view! {
        <div class="acts">
            <div class="field">
                <input
                    id="form-from"
                    type="date"
                    placeholder=" "
                    prop:value=move || desk.from.get()
                    on:change=move |event| desk.from.set(event_target_value(&event))
                />
                <label for="form-from">{t.forms.from}</label>
            </div>
            <button
                type="button"
                class="btn main"
                disabled=move || desk.busy.get() || !changed.get()
                on:click=act
            >
                {words}
            </button>
        </div>
    }
    .into_any()
}
