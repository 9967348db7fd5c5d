//! The facts, and changing them.

use super::{Book, Desk, Sheet};
use crate::partner::brands;
use crate::routes;
use crate::state::{Phone, PhotoSize, spawn};
use crate::text::long_day;
use crate::ui::{self, Busy, Field, Icon, Toast, icon_small, picture};
use domain::commands::EditCandidate;
use domain::records::{CandidateFacts, CandidateSource};
use leptos::prelude::*;

/// See the module.
pub fn about(desk: Desk, book: &Book) -> AnyView {
    let t = desk.t;
    let candidate = &book.candidate;
    let facts = &candidate.facts;
    let way = match &candidate.source {
        CandidateSource::Street => 0,
        CandidateSource::Existing(_) => 1,
        CandidateSource::Targeted { .. } => 2,
        CandidateSource::Event(_) => 3,
    };
    let from = [Some(t.partner.add.sources[way].to_owned()), book.by.clone()];
    let from = from.into_iter().flatten().collect::<Vec<_>>().join(t.frame.dot);
    let from = match &candidate.source {
        CandidateSource::Event(id) => view! { <a class="link" href=routes::event(*id)>{from}</a> }.into_any(),
        _ => from.into_any(),
    };
    let fact = |term: &'static str, value: String| {
        (!value.is_empty()).then(|| {
            view! {
                <dt>{term}</dt>
                <dd>{value}</dd>
            }
        })
    };
    let call = (!facts.phone.is_empty()).then(|| {
        view! {
            <a class="btn" href=format!("tel:{}", facts.phone) rel="external">
                {icon_small(Icon::Phone)}
                {facts.phone.clone()}
            </a>
        }
    });
    let front = book.front.as_ref().map(|photo| {
        view! {
            <div class="frontshot">
                {picture(t, photo.picture.hash.clone(), PhotoSize::Thumbnail, t.partner.front.to_owned())}
            </div>
        }
    });
    let edit = (!candidate.stage.is_over()).then(|| {
        view! {
            <button type="button" class="btn" on:click=move |_| desk.show(Sheet::Edit)>
                {icon_small(Icon::Pen)}
                {t.partner.edit}
            </button>
        }
    });
    view! {
        <section class="group">
            {ui::section(t.partner.about, (t.partner.with)(&candidate.owner_name))}
            {front}
            <dl class="facts-list">
                {fact(t.partner.contact, facts.contact.clone())}
                {fact(t.partner.licence, facts.licence.clone())}
                {fact(t.partner.address, facts.address.clone())}
                {fact(t.partner.brands, facts.brands.join(t.frame.list))}
                {fact(t.partner.note, facts.note.clone())}
                <dt>{t.partner.from}</dt>
                <dd class="to-event">{from}</dd>
                {fact(t.partner.until, candidate.qualified_until.map(|day| long_day(t, day)).unwrap_or_default())}
            </dl>
            <div class="acts pad">{call}{edit}</div>
        </section>
    }
    .into_any()
}

/// The sheet.
pub fn sheet(desk: Desk) -> AnyView {
    let t = desk.t;
    let Some((id, known)) = untrack(|| desk.with(|book| (book.candidate.id, book.candidate.facts.clone()))) else {
        return ().into_any();
    };
    let line = RwSignal::new(known.brands.join(t.frame.list));
    let facts = RwSignal::new(known);
    let busy = Busy::new();
    let save = move |_| {
        if !busy.take() {
            return;
        }
        let brands = line.with_untracked(|line| brands::typed(line));
        let facts = CandidateFacts { brands, ..facts.get_untracked() };
        spawn(async move {
            match Phone.record(EditCandidate { candidate: id, facts, fix: None }.into()).await {
                Ok(()) => desk.open.set(false),
                Err(why) => Toast::not_recorded(t, &why).show(desk.state),
            }
            busy.done();
        });
    };
    let one = move |id,
                    kind,
                    mode,
                    label,
                    read: fn(&CandidateFacts) -> &String,
                    write: fn(&mut CandidateFacts) -> &mut String| {
        let entry = Field { id, kind, mode, complete: "off", label };
        let value = move || facts.with(|facts| read(facts).clone());
        ui::field(entry, value, move |text| facts.update(|facts| *write(facts) = text), || "")
    };
    let brand = Field { id: "edit-brands", kind: "text", mode: "text", complete: "off", label: t.partner.brands };
    let asked = view! {
        {one("edit-name", "text", "text", t.partner.name, |f| &f.name, |f| &mut f.name)}
        {one("edit-contact", "text", "text", t.partner.contact, |f| &f.contact, |f| &mut f.contact)}
        {one("edit-phone", "tel", "tel", t.partner.phone, |f| &f.phone, |f| &mut f.phone)}
        {one("edit-licence", "text", "text", t.partner.licence, |f| &f.licence, |f| &mut f.licence)}
        {one("edit-address", "text", "text", t.partner.address, |f| &f.address, |f| &mut f.address)}
        {ui::field(brand, move || line.get(), move |text| line.set(text), || "")}
        {one("edit-note", "text", "text", t.partner.note, |f| &f.note, |f| &mut f.note)}
    };
    let act = view! {
        <button type="button" class="btn main" disabled=move || busy.get() on:click=save>{t.partner.save}</button>
    };
    ui::sheet_form(asked.into_any(), act.into_any())
}
