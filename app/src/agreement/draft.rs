//! Writing an agreement (F50-F53): one page of short steps for one thumb. Whatever stands there is on the phone; where
//! its ground meets another's it says so at once, without a network.

mod boundary;
mod coverage;
mod dock;
mod form;
mod goods;
mod ground;
mod kind;
mod met;
mod shops;
mod source;
mod term;

use super::parameter;
use crate::routes;
use crate::state::{Me, guarded, live};
use crate::text::Texts;
use crate::ui::{self, Icon, icon_small};
use domain::Kind;
use domain::id::AgreementId;
use domain::rules::agreement::in_county;
use form::Form;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map, use_query_map};
use source::{Asked, Source};

/// `/agreements/:id/draft?with=…`.
#[component]
pub fn DraftPage() -> impl IntoView {
    let (params, query) = (use_params_map(), use_query_map());
    guarded(move |t, me| {
        let Some(agreement) = parameter::<AgreementId>(params, "id") else { return super::unknown(t) };
        let asked = Asked { agreement, with: parameter(query, "with"), renews: parameter(query, "renews") };
        let offset = me.offset;
        let found = live(&[Kind::Candidate], move |phone| source::read(phone, asked, offset));
        // Once it is there it stays: from then on what is written is the truth.
        let source = Memo::new(move |before: Option<&Option<Option<Source>>>| match before {
            Some(known @ Some(Some(_))) => known.clone(),
            _ => found.get(),
        });
        let page = move || match source.get() {
            None => ui::skeleton_page(t),
            Some(None) => no_partner(t),
            Some(Some(source)) => writing(t, &me, asked, source),
        };
        page.into_any()
    })
}

fn no_partner(t: Texts) -> AnyView {
    let back = view! { <a class="btn" href=routes::PARTNERS>{t.frame.back}</a> }.into_any();
    let body = ui::empty(Icon::Person, t.agreement.draft.no_partner, t.agreement.draft.no_partner_more, Some(back));
    ui::frame_bare(
        view! {
            {ui::back_bar(t, routes::PARTNERS, t.agreement.title, ().into_any())}
            <main class="page" id="main" tabindex="-1">{body}</main>
        }
        .into_any(),
    )
}

fn writing(t: Texts, me: &Me, asked: Asked, source: Source) -> AnyView {
    let form = Form::new(t, asked, source);
    provide_context(boundary::Opener::new(form));
    only_read(form, me);
    let back = form.source.with_value(|source| routes::partner(source.candidate.id));
    let end = view! { <span class="meta">{move || form.saved.with(|saved| saved.as_ref().map(|saved| saved.number()))}</span> };
    ui::frame_bare(
        view! {
            {ui::back_bar(t, back, (t.agreement.draft.with)(&form.partner()), end.into_any())}
            <main class="page writing" id="main" tabindex="-1">
                {notes(form)}
                {kind::dealer(form)}
                {kind::kind(form)}
                {ground::ground(form)}
                {met::met(form)}
                {exception(form)}
                {coverage::coverage(form)}
                {goods::goods(form)}
                {term::term(form)}
                {more(form)}
                {dock::throw_away(form)}
            </main>
            {dock::dock(form)}
            {boundary::boundary_sheet(form)}
        }
        .into_any(),
    )
}

/// A frozen text is read, and not written; so is somebody else's.
fn only_read(form: Form, me: &Me) {
    let navigate = use_navigate();
    let (me, manages) = (me.id, me.role.manages());
    let theirs = form.source.with_value(|source| {
        let author = source.agreement.as_ref().map(|agreement| agreement.author);
        !manages && author.is_some_and(|author| author != me)
    });
    Effect::new(move |_| {
        if theirs || form.is_frozen() {
            let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
            navigate(&routes::agreement(form.id), replace);
        }
    });
}

/// Why it is written again, or after which one.
fn notes(form: Form) -> AnyView {
    let t = &form.t.agreement.draft;
    let renews = form.source.with_value(|source| source.renewed.as_ref().map(|old| (t.renews)(&old.number())));
    let renews = renews.map(|words| view! { <p class="pad meta">{words}</p> });
    let sent_back = move || {
        let words = form.saved.with(|saved| saved.as_ref().map(|saved| saved.sent_back.clone())).unwrap_or_default();
        (!words.is_empty())
            .then(|| view! { <p class="misfit">{icon_small(Icon::Refused)}<span>{(t.sent_back)(&words)}</span></p> })
    };
    view! {
        {renews}
        {sent_back}
    }
    .into_any()
}

/// Only for a county: a direct appointment there is an exception (S6).
fn exception(form: Form) -> AnyView {
    let t = &form.t.agreement.draft;
    let county = Memo::new(move |_| form.terms.with(|terms| in_county(&terms.ground)));
    (move || {
        county.get().then(|| {
            let value = move || form.terms.with(|terms| terms.exception.clone());
            let set = move |typed| form.terms.update(|terms| terms.exception = typed);
            view! { <div class="pad">{area("agreement-exception", t.exception, t.exception_more, value, set)}</div> }
        })
    })
    .into_any()
}

fn more(form: Form) -> AnyView {
    let t = &form.t.agreement.draft;
    let value = move || form.terms.with(|terms| terms.more.clone());
    let set = move |typed| form.terms.update(|terms| terms.more = typed);
    view! {
        {ui::section(t.more, "")}
        <div class="pad tight">{area("agreement-more", t.more_words, "", value, set)}</div>
    }
    .into_any()
}

/// Words over several lines.
fn area(
    id: &'static str,
    label: &'static str,
    note: &'static str,
    value: impl Fn() -> String + Send + Sync + 'static,
    set: impl Fn(String) + Send + 'static,
) -> AnyView {
    let described = format!("{id}-note");
    view! {
        <div class="field">
            <textarea
                id=id
                placeholder=" "
                maxlength=domain::limits::TEXT_CHARS.to_string()
                aria-describedby=described.clone()
                prop:value=value
                on:input=move |event| set(event_target_value(&event))
            ></textarea>
            <label for=id>{label}</label>
            <p class="note" id=described>{note}</p>
        </div>
    }
    .into_any()
}
