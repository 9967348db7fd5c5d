//! The boundary list (S34): everything that will be theirs alone, to be read and agreed to on the glass before anything
//! is offered.

use super::form::Form;
use crate::state::{Phone, spawn};
use crate::text::Texts;
use crate::ui::{self, Toast, section, sheet};
use domain::Command;
use domain::commands::SignOffGround;
use domain::limits::SHORT_TEXT_CHARS;
use domain::records::Ground;
use leptos::prelude::*;

/// Whether the sheet is open, and who agrees.
#[derive(Clone, Copy)]
struct Sign {
    open: RwSignal<bool>,
    name: RwSignal<String>,
}

/// See the module. The page's dock opens it through the context.
pub fn boundary_sheet(form: Form) -> AnyView {
    let t = &form.t.agreement.draft;
    let sign = expect_context::<Opener>().0;
    sheet(form.t, sign.open, move || t.list.to_owned(), move || content(form, sign))
}

/// What opens the sheet.
#[derive(Clone, Copy)]
pub struct Opener(Sign);

impl Opener {
    /// Closed, with the name of whoever runs the business.
    pub fn new(form: Form) -> Self {
        let contact = form.source.with_value(|source| source.candidate.facts.contact.clone());
        Self(Sign { open: RwSignal::new(false), name: RwSignal::new(contact) })
    }

    /// Opens it.
    pub fn open(self) {
        self.0.open.set(true);
    }
}

fn content(form: Form, sign: Sign) -> AnyView {
    let t = &form.t.agreement.draft;
    let ground = form.terms.with_untracked(|terms| terms.ground.clone());
    let field = ui::Field { id: "boundary-name", kind: "text", mode: "text", complete: "off", label: t.list_name };
    let named = move |typed: String| sign.name.set(typed.chars().take(SHORT_TEXT_CHARS).collect());
    let dead = move || form.busy.get() || sign.name.with(|name| name.trim().is_empty());
    let wrong = move || form.wrong.get();
    view! {
        <div class="sheet-body">
            <p class="pad small tight">{(t.list_more)(&form.partner())}</p>
            {list(form.t, &ground)}
            <div class="pad">
                {ui::field(field, move || sign.name.get(), named, || "")} <p class="sheet-wrong" role="alert">{wrong}</p>
            </div>
        </div>
        <div class="dock edge">
            <div class="acts">{ui::main_button(t.list_agree, dead, move || agree(form, sign))}</div>
        </div>
    }
    .into_any()
}

/// Every place by its name.
fn list(t: Texts, ground: &Ground) -> AnyView {
    let words = &t.agreement.draft;
    let channels = if ground.channels.is_empty() {
        t.agreement.all_channels.to_owned()
    } else {
        ground.channels.join(t.frame.list)
    };
    let names = |title: &'static str, names: Vec<(String, String)>| {
        (!names.is_empty()).then(|| {
            let rows = names.into_iter().map(|(name, code)| {
                view! {
                    <li>
                        <b>{name}</b>
                        <span class="meta">{code}</span>
                    </li>
                }
            });
            view! {
                {section(title, "")}
                <ul class="places">{rows.collect_view()}</ul>
            }
        })
    };
    let shops = |shops: &[domain::records::GroundOutlet]| {
        shops.iter().map(|shop| (shop.name.clone(), String::new())).collect::<Vec<_>>()
    };
    let areas = ground.areas.iter().map(|area| (area.name.clone(), area.code.clone())).collect();
    view! {
        {names(words.areas, areas)}
        {names(words.shops_in, shops(&ground.outlets))}
        {names(words.shops_out, shops(&ground.without))}
        {section(t.agreement.page.channels, "")}
        <p class="pad tight">{channels}</p>
    }
    .into_any()
}

fn agree(form: Form, sign: Sign) {
    if !form.busy.take() {
        return;
    }
    let t = &form.t.agreement.draft;
    spawn(async move {
        // What is agreed to is what is on the phone.
        if form.keep_now().await {
            let command = SignOffGround { agreement: form.id, name: sign.name.get_untracked() };
            match Phone.record(Command::from(command)).await {
                Ok(()) => {
                    sign.open.set(false);
                    Toast::saved(t.list_done).show(form.state);
                }
                Err(why) => form.wrong.set(form.words(&why)),
            }
        }
        form.busy.done();
    });
}
