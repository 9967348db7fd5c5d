//! The pages of what was signed on paper, photographed one after the other (F51).

use super::book::{Book, Desk};
use super::sign::Signing;
use crate::partner::snap;
use crate::state::{CameraFailure, Phone, Shot, spawn};
use crate::text::clock;
use crate::ui::{Icon, Mark, SyncMark, icon, photo_tile, section};
use domain::commands::{Snapshot, TakePage};
use domain::limits::PAGES;
use domain::records::{AgreementState, Capture};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{File, HtmlInputElement};

/// See the module.
pub fn pages(desk: Desk, signing: Signing) -> AnyView {
    let t = &desk.t.agreement.page;
    let open = RwSignal::new(false);
    let taken = Callback::new(move |shot: Shot| keep(desk, signing, shot, Capture::Camera));
    let foot = move || stamp(desk);
    let list = move || {
        desk.of(|book| {
            let count = book.agreement.pages.len();
            let may = desk.may_write() && book.agreement.state == AgreementState::Offered && count < PAGES;
            if !may && count == 0 {
                return ().into_any();
            }
            view! {
                {section(t.pages, "")}
                {(count == 0).then(|| view! { <p class="pad meta tight">{t.pages_more}</p> })}
                {tiles(desk, book)}
                {may
                    .then(|| {
                        view! {
                            <div class="pad acts">
                                <button type="button" class="btn grow" on:click=move |_| open.set(true)>
                                    {icon(Icon::Camera)}
                                    {t.take_page}
                                </button>
                                <label class="btn">
                                    {icon(Icon::Image)}
                                    {t.page_file}
                                    {file_input(desk, signing)}
                                </label>
                            </div>
                        }
                    })}
            }
            .into_any()
        })
    };
    view! {
        <div class="no-print">{list}</div>
        {snap(desk.t, open, t.page_hint, foot, taken)}
    }
    .into_any()
}

fn tiles(desk: Desk, book: &Book) -> Option<AnyView> {
    let t = desk.t;
    let tiles = book.pages.iter().enumerate().map(|(at, photo)| {
        let mark = match photo.received_at {
            Some(_) => Mark::Sync(SyncMark::Server),
            None => Mark::Sync(SyncMark::Saved),
        };
        photo_tile(t, photo.picture.hash.clone(), (t.agreement.page.page)(at + 1), mark, None)
    });
    (!book.pages.is_empty()).then(|| view! { <div class="strip many">{tiles.collect_view()}</div> }.into_any())
}

/// What is written into the foot of a page: when, who, and of which agreement.
fn stamp(desk: Desk) -> Vec<String> {
    let now = Phone.now();
    let dot = desk.t.frame.dot;
    let number = desk.of(|book| book.agreement.number()).unwrap_or_default();
    desk.me.with_value(|me| {
        vec![format!("{} {}{dot}{number}{dot}{}", now.date(me.offset), clock(now, me.offset), me.name)]
    })
}

/// The picture is on the disk already; the command names it.
fn keep(desk: Desk, signing: Signing, shot: Shot, capture: Capture) {
    let number = untrack(|| desk.of(|book| book.agreement.pages.len())).unwrap_or(0) + 1;
    let snapshot =
        Snapshot { photo: Phone.new_id(), picture: shot.picture, thumbnail: shot.thumbnail, capture, look: shot.look };
    let said = (desk.t.agreement.page.page_kept)(number);
    desk.keep(TakePage { agreement: desk.id, snapshot }, said, signing.wrong);
}

/// The marked fallback where there is no camera: a picture that was taken before, and is believed less.
fn file_input(desk: Desk, signing: Signing) -> AnyView {
    let choose = move |event: leptos::ev::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let file = input.as_ref().and_then(HtmlInputElement::files).and_then(|files| files.get(0));
        if let Some(file) = file {
            take_file(desk, signing, file);
        }
        // The same file may be chosen again after a failure.
        if let Some(input) = input {
            input.set_value("");
        }
    };
    view! { <input class="vh" type="file" accept="image/*" on:change=choose/> }.into_any()
}

fn take_file(desk: Desk, signing: Signing, file: File) {
    let t = desk.t;
    spawn(async move {
        let mut foot = untrack(|| stamp(desk));
        foot.push(t.camera.from_album.to_owned());
        match Phone.shot_from_file(file, foot).await {
            Ok(shot) => keep(desk, signing, shot, Capture::File),
            Err(CameraFailure::NotSaved(_)) => signing.wrong.set(t.camera.not_saved.to_owned()),
            Err(CameraFailure::Denied | CameraFailure::Broken(_)) => signing.wrong.set(t.camera.failed.to_owned()),
        }
    });
}
