//! The login: a real form, so that browsers offer the password they keep. The only screen that needs a network.

use super::install::{at_risk, install_hint};
use super::secret::{Secret, secret_field};
use crate::routes;
use crate::state::{Entry, EntryFailure, Phone, spawn, use_state};
use crate::text::Texts;
use crate::ui::{Busy, Icon, field, icon, icon_small};
use domain::Language;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use sync::wire::ProblemCode;

/// See the module.
#[component]
pub fn Login() -> impl IntoView {
    let state = use_state();
    let query = use_query_map();
    let navigate = use_navigate();
    let form = Form {
        phone: RwSignal::new(Phone.typed_before(PHONE)),
        password: Secret::new(Phone.typed_before(PASSWORD)),
        ready: RwSignal::new(false),
        tried: RwSignal::new(false),
        done: RwSignal::new(false),
        failure: RwSignal::new(None),
        busy: Busy::new(),
    };
    Effect::new(move |_| {
        // Whose session has expired is still in, and comes here to log in again.
        let expired = state.sync.with(|sync| sync.logged_out);
        // And whoever wants to set a PIN shows their password first.
        let again = query.with(|query| query.get("again").is_some()) && !form.done.get();
        let entry = state.entry.get();
        // A password that is to be changed first is changed wherever they go.
        let due = entry == Entry::PasswordDue;
        if due || (matches!(entry, Entry::In(_)) && !expired && !again) {
            // Only an address of our own: `//elsewhere` would lead away.
            let next = query.with_untracked(|query| query.get("next"));
            let next =
                next.filter(|next| next.starts_with('/') && !next.starts_with("//")).unwrap_or_else(|| "/".to_owned());
            navigate(&next, NavigateOptions { replace: true, ..NavigateOptions::default() });
        }
    });
    // Runs in a browser only, once the form answers: sent before that, the browser itself would post it.
    Effect::new(move |_| form.ready.set(true));
    move || screen(state.texts(), form)
}

/// The ids of the fields.
const PHONE: &str = "phone";
const PASSWORD: &str = "password";

#[derive(Clone, Copy)]
struct Form {
    phone: RwSignal<String>,
    password: Secret,
    ready: RwSignal<bool>,
    tried: RwSignal<bool>,
    done: RwSignal<bool>,
    failure: RwSignal<Option<EntryFailure>>,
    busy: Busy,
}

impl Form {
    /// Whether the number has the eleven digits of a mobile, however they are spaced.
    fn phone_is_right(self) -> bool {
        self.phone.with(|phone| digits(phone).len() == 11)
    }

    fn submit(self) {
        self.tried.set(true);
        let (phone, password) = (digits(&self.phone.get_untracked()), self.password.text.get_untracked());
        if phone.len() != 11 || password.is_empty() || !self.busy.take() {
            return;
        }
        self.failure.set(None);
        spawn(async move {
            match Phone.log_in(phone, password).await {
                Ok(()) => self.done.set(true),
                Err(failure) => self.failure.set(Some(failure)),
            }
            self.busy.done();
        });
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn screen(t: Texts, form: Form) -> AnyView {
    let state = use_state();
    let other = move |_| {
        state.language.update(|language| *language = language.choose(Language::En, Language::Zh));
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.submit();
    };
    let phone = field(
        crate::ui::Field { id: PHONE, kind: "tel", mode: "numeric", complete: "username", label: t.account.phone },
        move || form.phone.get(),
        move |text| form.phone.set(text),
        move || if form.tried.get() && !form.phone_is_right() { t.account.phone_wrong } else { "" },
    );
    view! {
        <div class="app bare">
            <main class="login" id="main">
                <section class="gate">
                    <svg class="big" viewBox="0 0 420 420" aria-hidden="true">
                        <path d="M210 66a144 144 0 0 1 130 82"></path>
                        <path class="act" d="M350 244A144 144 0 0 1 186 352"></path>
                        <path d="M118 321A144 144 0 0 1 116 101"></path>
                        <circle cx="210" cy="210" r="46"></circle>
                    </svg>
                    <div>
                        <h1>{t.frame.name}</h1>
                        <p>{t.account.motto}</p>
                    </div>
                </section>
                {at_risk(t)}
                {erased(t)}
                {crate::lock::at_login(t)}
                <form class="enter" method="post" action="/login" novalidate on:submit=submit>
                    <div class="row between">
                        <h2>{t.account.log_in}</h2>
                        <button type="button" class="btn text" lang=t.language.choose("en", "zh-CN") on:click=other>
                            {t.account.other_language}
                        </button>
                    </div>
                    {phone}
                    {password(t, form)}
                    <div role="alert">{move || form.failure.get().map(|failure| failed(t, &failure))}</div>
                    <button
                        class="btn main wide"
                        type="submit"
                        disabled=move || !form.ready.get() || form.busy.get()
                        aria-busy=move || form.busy.get().then_some("true")
                    >
                        {t.account.log_in}
                    </button>
                    <p class="meta">{t.account.first_time}</p>
                    {install_hint(t)}
                </form>
            </main>
        </div>
    }
    .into_any()
}

/// The phone was taken out of use, and what it held of somebody is gone from it (P26).
fn erased(t: Texts) -> AnyView {
    let state = use_state();
    (move || {
        // Asked again whenever it becomes known who is in, or that nobody is.
        state.entry.track();
        Phone.erased().map(|name| {
            view! {
                <section class="fault owed" role="status">
                    <h2>{icon(Icon::Lock)}{(t.account.erased)(&name)}</h2>
                    <p>{t.account.erased_more}</p>
                </section>
            }
        })
    })
    .into_any()
}

fn password(t: Texts, form: Form) -> AnyView {
    let missing = move || form.tried.get() && form.password.text.with(String::is_empty);
    let wrong = move || if missing() { t.account.password_missing } else { "" };
    secret_field(t, (PASSWORD, "current-password"), t.account.password, form.password, "", wrong)
}

fn failed(t: Texts, failure: &EntryFailure) -> AnyView {
    let words = match failure {
        EntryFailure::Said(ProblemCode::WrongCredentials, _) => t.account.wrong_credentials.to_owned(),
        EntryFailure::Said(ProblemCode::Throttled, wait) => (t.account.throttled)(wait.unwrap_or(60)),
        EntryFailure::Said(..) => t.account.failed.to_owned(),
        EntryFailure::NoNetwork => t.account.no_network.to_owned(),
        EntryFailure::NoStorage => t.account.no_storage.to_owned(),
    };
    view! { <div class="field"><p class="err">{icon_small(Icon::Warning)}{words}</p></div> }.into_any()
}

/// The login's address, for links from screens that found the session expired.
pub(super) fn link(t: Texts) -> AnyView {
    view! { <a class="btn mid" href=routes::login(routes::ME)>{t.account.log_in}</a> }.into_any()
}
