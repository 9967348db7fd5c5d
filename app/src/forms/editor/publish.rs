//! The one bright act: publishing, or going to what keeps the form from being filled in.

use super::begin::draft_key;
use super::desk::{Desk, Opened, focus};
use super::replaced::replaced;
use crate::manage::reach;
use crate::state::{Phone, spawn};
use crate::ui::{Icon, Toast, icon};
use domain::commands::PublishChecklist;
use domain::records::Checklist;
use domain::time::Moment;
use leptos::prelude::*;

/// See the module.
pub fn publish(desk: Desk, past: RwSignal<bool>) -> AnyView {
    let newer = Memo::new(move |_| desk.replaced.get().filter(|_| desk.changed.get()));
    (move || match newer.get() {
        Some(newer) => replaced(desk, newer, past),
        None => acts(desk),
    })
    .into_any()
}

fn acts(desk: Desk) -> AnyView {
    let t = desk.t;
    let role = desk.me.with_value(|me| me.role);
    let left = Memo::new(move |_| if desk.changed.get() { desk.flaws.with(Vec::len) } else { 0 });
    let facts = move || {
        (left.get() > 0).then(|| view! { <p class="facts" role="status">{(t.forms.editor.flaws_left)(left.get())}</p> })
    };
    let act = move || {
        if left.get() > 0 {
            view! {
                <button type="button" class="btn main" on:click=move |_| show_first_flaw(desk)>
                    {t.forms.editor.to_flaw}
                </button>
            }
            .into_any()
        } else {
            view! {
                <button
                    type="button"
                    class="btn main"
                    disabled=move || desk.busy.get() || !desk.is_new()
                    on:click=move |_| send(desk)
                >
                    {move || if desk.is_new() { t.forms.publish } else { t.forms.unchanged }}
                </button>
            }
            .into_any()
        }
    };
    let discard = move || {
        desk.changed.get().then(|| {
            view! {
                <button
                    type="button"
                    class="btn sq"
                    aria-label=t.forms.editor.discard
                    title=t.forms.editor.discard
                    on:click=move |_| discard(desk)
                >
                    {icon(Icon::Undo)}
                </button>
            }
        })
    };
    view! {
        {facts}
        <div class="acts formacts">
            {discard}
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
            {reach::field(t, "form-for", desk.places, role, move || desk.scope(), desk.picked)}
            {act}
        </div>
    }
    .into_any()
}

/// Opens where the first flaw is. A flaw of the form as a whole is in its title or bands, or that nothing is asked.
fn show_first_flaw(desk: Desk) {
    let first = desk.flaws.with_untracked(|flaws| flaws.first().cloned());
    match first.and_then(|flaw| flaw.item) {
        Some(key) => desk.go_to(Opened::Item(key)),
        None => desk.go_to(Opened::About),
    }
}

/// Back to what was published last.
fn discard(desk: Desk) {
    let edited = desk.list.get_untracked();
    desk.list.set(desk.before.get_untracked());
    let back = move || desk.list.set(edited.clone());
    Toast::saved(desk.t.forms.editor.discarded).with_undo(back).show(desk.state);
}

fn send(desk: Desk) {
    let t = desk.t;
    let (now, offset) = (Phone.now(), desk.me.with_value(|me| me.offset));
    let Ok(day) = desk.from.get_untracked().parse() else {
        focus("form-from".to_owned());
        return;
    };
    if !desk.busy.take() {
        return;
    }
    let (list, scope) = (desk.list.get_untracked(), untrack(|| desk.scope()));
    let kept = draft_key(&list.lineage, list.scope);
    let versions = desk.held.with_untracked(|held| {
        held.iter().flat_map(|held| &held.versions).map(|version| version.version).max().unwrap_or_default()
    });
    // From today on means from now on: nothing is published into the past.
    let from = Moment::start_of(day, offset).max(now.plus(1_000));
    let next = Checklist { id: Phone.new_id(), version: versions.max(list.version) + 1, from, scope, ..list };
    spawn(async move {
        match Phone.record(PublishChecklist { checklist: next.clone() }.into()).await {
            Ok(()) => {
                // What is published for others than before is kept no more under the name that it was begun by.
                Phone.keep_draft(kept, None).await;
                desk.before.set(next.clone());
                desk.list.set(next);
                desk.picked.set(None);
                Toast::saved(t.forms.published).show(desk.state);
            }
            Err(why) => Toast::not_recorded(t, &why).show(desk.state),
        }
        desk.busy.done();
    });
}
