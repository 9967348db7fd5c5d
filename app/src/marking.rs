//! Drawing on a photo (F36): the sheet that a rep opens over a photo of the visit and a manager over one that is judged.
//! What is drawn is a command of its own; the bytes of the photo stay what they were.

use crate::state::{NotRecorded, Phone, PhotoSize, spawn, use_state};
use crate::text::Texts;
use crate::ui::{self, Busy, Toast, drawing_pad, sheet};
use domain::Command;
use domain::commands::AnnotatePhoto;
use domain::id::UserId;
use domain::records::{Mark, Photo};
use leptos::prelude::*;

/// See the module. `me` is whose marks are changed.
pub fn marking_sheet(t: Texts, me: UserId, photo: RwSignal<Option<Photo>>, open: RwSignal<bool>) -> AnyView {
    let state = use_state();
    let marks = RwSignal::new(Vec::<Mark>::new());
    let busy = Busy::new();
    Effect::new(move |_| {
        if open.get() {
            let mine = photo.with_untracked(|photo| {
                let mut all = photo.iter().flat_map(|photo| &photo.annotations);
                all.find(|annotation| annotation.by == me).map(|annotation| annotation.marks.clone())
            });
            marks.set(mine.unwrap_or_default());
        }
    });
    let save = move |_| {
        let Some(photo) = photo.get_untracked() else { return };
        if !busy.take() {
            return;
        }
        let command = AnnotatePhoto { photo: photo.id, visit: photo.visit, marks: marks.get_untracked() };
        spawn(async move {
            match Phone.record(Command::from(command)).await {
                Ok(()) => {
                    open.set(false);
                    Toast::saved(t.visit.drawn).show(state);
                }
                Err(NotRecorded::Refused(refusal)) => Toast::failed(refusal.text(t.language)).show(state),
                Err(NotRecorded::NotSaved(_)) => Toast::failed(t.visit.not_saved).show(state),
            }
            busy.done();
        });
    };
    let undo = move |_| marks.update(|marks| drop(marks.pop()));
    sheet(
        t,
        open,
        move || t.visit.draw.to_owned(),
        move || {
            let pad = photo.get_untracked().map(|photo| {
                let size = if photo.received_at.is_some() || photo.rep == me {
                    PhotoSize::Original
                } else {
                    PhotoSize::Thumbnail
                };
                let shown = ui::picture(t, photo.picture.hash.clone(), size, t.visit.draw_on.to_owned());
                drawing_pad(t, &photo.picture, shown, marks)
            });
            view! {
                <div class="sheet-body pad">{pad}</div>
                <div class="dock edge">
                    <div class="acts">
                        <button
                            type="button"
                            class="btn"
                            disabled=move || marks.with(Vec::is_empty)
                            on:click=undo
                        >
                            {t.visit.draw_back}
                        </button>
                        <button type="button" class="btn main" disabled=move || busy.get() on:click=save>
                            {t.visit.draw_save}
                        </button>
                    </div>
                </div>
            }
            .into_any()
        },
    )
}
