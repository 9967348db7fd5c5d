//! The photo that shows that something has been done: one of that shop, taken since it was asked for.

use super::Desk;
use super::owed::Row;
use super::sheet::Form;
use crate::state::{Phone, PhotoSize, live};
use crate::ui::{self, Icon, icon};
use domain::id::OutletId;
use domain::order::InOrder;
use domain::records::{Photo, Visit};
use domain::time::Moment;
use domain::{Index, Kind};
use leptos::prelude::*;

/// The photos of the shop that would do, the latest first; none until the phone has answered.
pub fn found(row: &Row) -> ReadSignal<Option<Vec<Photo>>> {
    let (outlet, since) = (row.task.outlet, row.task.asked_at);
    live(&[Kind::Photo, Kind::Visit], move |phone| read(phone, outlet, since))
}

async fn read(phone: Phone, outlet: OutletId, since: Moment) -> Vec<Photo> {
    let visits = phone.find::<Visit>(Index::VisitsAt(outlet)).await;
    let mut photos = Vec::new();
    // A visit that began earlier may have been going on when the task came into being.
    for visit in visits.iter().filter(|visit| visit.photos > 0 && visit.last_touched() >= since) {
        photos.extend(phone.find::<Photo>(Index::PhotosOf(visit.id)).await);
    }
    photos.retain(|photo| photo.outlet == outlet && photo.taken_at >= since);
    photos.order_by_key(|photo| std::cmp::Reverse((photo.taken_at, photo.id)));
    photos
}

/// See the module.
pub fn proof(desk: Desk, form: Form, row: &Row) -> AnyView {
    let t = desk.t;
    let found = found(row);
    let tile = move |photo: &Photo| {
        let id = photo.id;
        let when = t.time.when(photo.taken_at, Phone.now(), desk.offset);
        let words = (t.tasks.taken)(&when);
        view! {
            <button
                type="button"
                class="tile"
                aria-label=words
                aria-pressed=move || (form.photo.get() == Some(id)).to_string()
                on:click=move |_| form.photo.set(Some(id))
            >
                {ui::picture(t, photo.picture.hash.clone(), PhotoSize::Thumbnail, String::new())}
                <span class="cap" aria-hidden="true">{when}</span>
            </button>
        }
    };
    (move || {
        found.with(|photos| match photos.as_deref() {
            None => ui::skeleton_rows(1),
            Some([]) => view! {
                <div class="proof-none">
                    {icon(Icon::Camera)}
                    <div class="grow">
                        <h3>{t.tasks.no_photo}</h3>
                        <p>{t.tasks.no_photo_more}</p>
                    </div>
                </div>
            }
            .into_any(),
            Some(photos) => view! {
                <div class="sec lined"><h3>{t.tasks.which_photo}</h3></div>
                <div class="strip many proof" role="group" aria-label=t.tasks.which_photo>
                    {photos.iter().map(tile).collect_view()}
                </div>
            }
            .into_any(),
        })
    })
    .into_any()
}
