//! The next act of a draft: draw the ground, move it out of the way, have it agreed to, freeze the terms.

use super::boundary::Opener;
use super::form::Form;
use super::met::ANCHOR;
use crate::routes;
use crate::state::{Phone, spawn};
use crate::ui::{self, Icon, Toast, icon, icon_small};
use domain::Command;
use domain::commands::{DraftAgreement, DropAgreement, OfferAgreement};
use domain::records::AgreementState;
use domain::rules::ground::unplaced;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// What stands in the way, in the order in which it is put out of it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Next {
    Ground,
    Place(String),
    Meets(usize),
    SignOff,
    Offer(String),
}

/// See the module.
pub fn dock(form: Form) -> AnyView {
    let t = &form.t.agreement.draft;
    let opener = expect_context::<Opener>();
    let next = Memo::new(move |_| {
        let empty = form.terms.with(|terms| terms.ground.areas.is_empty() && terms.ground.outlets.is_empty());
        let nowhere = form.terms.with(|terms| unplaced(&terms.ground).map(|shop| shop.name.clone()));
        match (empty, form.met.with(Vec::len), form.signed_off()) {
            (true, ..) => Next::Ground,
            // Where it lies decides whom it meets.
            (false, 0, _) if nowhere.is_some() => Next::Place(nowhere.unwrap_or_default()),
            (false, 0, None) => Next::SignOff,
            (false, 0, Some(signed)) => Next::Offer(signed.name),
            (false, count, _) => Next::Meets(count),
        }
    });
    let offer = offer(form);
    let act = move || match next.get() {
        Next::Ground | Next::Place(_) => ui::main_button(t.sign_off, || true, || ()),
        Next::Meets(_) => ui::main_button(t.to_meets, || false, to_the_place),
        Next::SignOff => ui::main_button(t.sign_off, move || form.busy.get(), move || opener.open()),
        Next::Offer(_) => ui::main_button(t.offer, move || form.busy.get(), move || offer.run(())),
    };
    let fact = move || match next.get() {
        Next::Ground => t.no_ground.to_owned(),
        Next::Place(shop) => (t.shop_unplaced)(&shop),
        Next::Meets(count) => (t.meets)(count),
        Next::SignOff => t.offer_more.to_owned(),
        Next::Offer(name) => (t.list_signed)(&name),
    };
    let kept = move || {
        if form.is_kept() {
            view! { <span class="saved">{icon_small(Icon::Saved)}{t.kept}</span> }.into_any()
        } else {
            view! { <span>{t.untouched}</span> }.into_any()
        }
    };
    let wrong = move || {
        let words = form.wrong.get();
        (!words.is_empty()).then(|| view! { <p class="dock-wrong" role="alert">{icon_small(Icon::Warning)}{words}</p> })
    };
    let content = view! {
        {wrong}
        <div class="facts">
            <span class="lead">{fact}</span>
            <span class="meta row">{kept}</span>
        </div>
        <div class="acts">{act}</div>
    };
    ui::dock_edge(t.offer, content.into_any())
}

/// Scrolls to where it meets and takes the focus along.
fn to_the_place() {
    let place = document().get_element_by_id(ANCHOR).and_then(|place| place.dyn_into::<HtmlElement>().ok());
    if let Some(place) = place {
        place.scroll_into_view();
        // It has a tabindex, so this cannot fail; without it the focus stays where it was.
        drop(place.focus());
    }
}

fn offer(form: Form) -> Callback<()> {
    Callback::new(move |()| {
        if !form.busy.take() {
            return;
        }
        spawn(async move {
            if form.keep_now().await {
                match Phone.record(Command::from(OfferAgreement { agreement: form.id })).await {
                    Ok(()) => {
                        // The page goes to what is frozen by itself.
                        Phone.buzz();
                    }
                    Err(why) => form.wrong.set(form.words(&why)),
                }
            }
            form.busy.done();
        });
    })
}

/// Takes the draft off the phone; a tap brings it back as it was.
pub fn throw_away(form: Form) -> AnyView {
    let t = &form.t.agreement.draft;
    let navigate = use_navigate();
    let is_draft =
        move || form.saved.with(|saved| saved.as_ref().is_some_and(|saved| saved.state == AgreementState::Draft));
    let drop_it = Callback::new(move |()| {
        let Some(saved) = form.saved.get_untracked() else { return };
        if !form.busy.take() {
            return;
        }
        let navigate = navigate.clone();
        spawn(async move {
            form.stop();
            let (texts, state) = (form.t, form.state);
            match Phone.record(Command::from(DropAgreement { agreement: saved.id })).await {
                Ok(()) => {
                    navigate(&routes::partner(saved.candidate), NavigateOptions::default());
                    let undo = move || {
                        let again = DraftAgreement {
                            agreement: saved.id,
                            candidate: saved.candidate,
                            dealer: saved.dealer,
                            terms: saved.terms.clone(),
                            renews: saved.renews,
                        };
                        spawn(async move {
                            match Phone.record(Command::from(again)).await {
                                Ok(()) => Toast::saved(texts.agreement.draft.kept).show(state),
                                Err(why) => Toast::not_recorded(texts, &why).show(state),
                            }
                        });
                    };
                    Toast::saved(t.thrown_away).with_undo(undo).show(state);
                }
                Err(why) => {
                    form.wrong.set(form.words(&why));
                    form.busy.done();
                }
            }
        });
    });
    (move || {
        is_draft().then(|| {
            view! {
                <div class="pad">
                    <button type="button" class="btn text" on:click=move |_| drop_it.run(())>
                        {icon(Icon::Trash)}
                        {t.throw_away}
                    </button>
                </div>
            }
        })
    })
    .into_any()
}
