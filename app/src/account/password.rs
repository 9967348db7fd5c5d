//! Somebody's own password: changed from their own page, or before anything else where a manager gave it. What is on the
//! phone is sealed by no password, so nothing of it is touched.

use super::secret::{Secret, secret_field};
use crate::routes;
use crate::state::{EntryFailure, Phone, State, guarded, spawn, use_state};
use crate::text::Texts;
use crate::ui::{self, Busy, Icon, Tab, Toast, icon_small};
use domain::rules::accounts::password_flaw;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use sync::wire::ProblemCode;

/// The ids of the fields.
const OLD: &str = "old-password";
const NEW: &str = "new-password";

/// From one's own page.
pub fn password_page() -> AnyView {
    guarded(|t, me| {
        let navigate = StoredValue::new(use_navigate());
        let form = Form::new();
        let back = move || navigate.with_value(|go| go(routes::ME, NavigateOptions::default()));
        let body = view! {
            <div class="pad prose narrow">
                <p>{t.password.more}</p>
                {fields(t, form, t.password.old, t.password.change, back)}
            </div>
        };
        let here = if me.role.manages() { Tab::Settings } else { Tab::Me };
        let head = ui::back_bar(t, routes::ME, t.password.title, ().into_any());
        ui::frame(t, &me, here, head, body.into_any(), ui::toasts())
    })
}

/// Before anything else, whatever the address: what was to be opened there is opened afterwards.
pub fn password_due() -> AnyView {
    let t = use_state().texts();
    let form = Form::new();
    let busy = Busy::new();
    let leave = move |_| {
        if busy.take() {
            spawn(async move {
                // The store stays for whoever it is of; a failure leaves them here, where they can try again.
                drop(Phone.log_out().await);
                busy.done();
            });
        }
    };
    view! {
        <div class="app bare">
            <main class="login due" id="main" tabindex="-1">
                <section class="gate">
                    <div>
                        <h1>{t.password.due}</h1>
                        <p>{t.password.due_more}</p>
                    </div>
                </section>
                <div class="enter">
                    {fields(t, form, t.password.given, t.password.begin, || ())}
                    <button type="button" class="btn text wide" on:click=leave>{t.account.log_out}</button>
                </div>
            </main>
        </div>
    }
    .into_any()
}

#[derive(Clone, Copy)]
struct Form {
    old: Secret,
    new: Secret,
    tried: RwSignal<bool>,
    failure: RwSignal<Option<EntryFailure>>,
    busy: Busy,
}

impl Form {
    fn new() -> Self {
        Self {
            old: Secret::new(String::new()),
            new: Secret::new(String::new()),
            tried: RwSignal::new(false),
            failure: RwSignal::new(None),
            busy: Busy::new(),
        }
    }

    fn submit(self, t: Texts, state: State, done: impl Fn() + 'static) {
        self.tried.set(true);
        let (old, new) = (self.old.text.get_untracked(), self.new.text.get_untracked());
        if old.is_empty() || password_flaw(&new, &old, "").is_some() || !self.busy.take() {
            return;
        }
        self.failure.set(None);
        spawn(async move {
            let changed = Phone.change_password(old, new).await;
            match changed {
                Ok(()) => {
                    Toast::saved(t.password.changed).show(state);
                    done();
                }
                // Whoever was logged out meanwhile has another screen by now.
                Err(failure) => drop(self.failure.try_set(Some(failure))),
            }
            if self.failure.try_get_untracked().is_some() {
                self.busy.done();
            }
        });
    }
}

fn fields(t: Texts, form: Form, old: &'static str, act: &'static str, done: impl Fn() + Clone + 'static) -> AnyView {
    let words = &t.password;
    let state = use_state();
    let old_wrong = move || {
        let missing = form.tried.get() && form.old.text.with(String::is_empty);
        if missing { t.account.password_missing } else { "" }
    };
    let new_wrong = move || {
        let flaw = form.new.text.with(|new| form.old.text.with(|old| password_flaw(new, old, "")));
        flaw.filter(|_| form.tried.get()).map(words.flaw).unwrap_or_default()
    };
    view! {
        <form novalidate on:submit=move |event: SubmitEvent| {
            event.prevent_default();
            form.submit(t, state, done.clone());
        }>
            {secret_field(t, (OLD, "current-password"), old, form.old, "", old_wrong)}
            {secret_field(t, (NEW, "new-password"), words.new, form.new, words.new_more, new_wrong)}
            <div role="alert">{move || form.failure.get().map(|failure| failed(t, &failure))}</div>
            <button
                class="btn main wide"
                type="submit"
                disabled=move || form.busy.get()
                aria-busy=move || form.busy.get().then_some("true")
            >
                {act}
            </button>
        </form>
    }
    .into_any()
}

fn failed(t: Texts, failure: &EntryFailure) -> AnyView {
    let words = match failure {
        EntryFailure::Said(ProblemCode::WrongCredentials, _) => t.password.old_wrong.to_owned(),
        EntryFailure::Said(ProblemCode::Malformed, _) => t.password.guessed.to_owned(),
        EntryFailure::Said(ProblemCode::LoggedOut, _) => t.password.expired.to_owned(),
        EntryFailure::Said(ProblemCode::Throttled, wait) => (t.account.throttled)(wait.unwrap_or(60)),
        EntryFailure::Said(..) => t.password.failed.to_owned(),
        EntryFailure::NoNetwork => t.password.no_network.to_owned(),
        EntryFailure::NoStorage => t.account.no_storage.to_owned(),
    };
    view! { <div class="field"><p class="err">{icon_small(Icon::Warning)}{words}</p></div> }.into_any()
}
