//! Throwing a photo away, and taking that back: with the picture comes what it was evidence of.

use crate::state::{NotRecorded, Phone, State, spawn};
use crate::text::Texts;
use crate::ui::{Busy, Toast};
use domain::Command;
use domain::commands::{CloseTask, DropPhoto, NoteSighting, TakePhoto};
use domain::id::PhotoId;
use domain::records::{Photo, Sighting, Task};

/// Throws it away, says what is owed again because of that, and offers the way back.
pub fn throw_away(t: Texts, state: State, photo: Photo, busy: Busy) {
    if !busy.take() {
        return;
    }
    spawn(async move {
        let named = Named::by(&photo).await;
        match Phone.record(Command::from(DropPhoto { photo: photo.id, visit: photo.visit })).await {
            Ok(()) => {
                let words = match named.owed_again().await {
                    0 => t.visit.dropped.to_owned(),
                    n => (t.visit.dropped_owed)(n),
                };
                Toast::saved(words).with_undo(move || take_back(t, state, photo.clone(), named.clone())).show(state);
            }
            Err(NotRecorded::Refused(refusal)) => Toast::failed(refusal.text(t.language)).show(state),
            Err(NotRecorded::NotSaved(_)) => Toast::failed(t.visit.not_saved).show(state),
        }
        busy.done();
    });
}

/// What names a photo: tasks that were closed with it, sightings that it shows.
#[derive(Clone)]
struct Named {
    tasks: Vec<Task>,
    sightings: Vec<Sighting>,
}

impl Named {
    async fn by(photo: &Photo) -> Self {
        let mut named = Self { tasks: Vec::new(), sightings: Vec::new() };
        for task in photo.redo_of.iter().chain(&photo.proves) {
            let task = Phone.get::<Task>(*task).await;
            let shown = |task: &Task| task.closed.as_ref().is_some_and(|closed| closed.photo == Some(photo.id));
            named.tasks.extend(task.filter(shown));
        }
        for sighting in &photo.shows {
            let sighting = Phone.get::<Sighting>(*sighting).await;
            named.sightings.extend(sighting.filter(|sighting| sighting.photo == Some(photo.id)));
        }
        named
    }

    async fn owed_again(&self) -> usize {
        let mut owed = 0;
        for task in &self.tasks {
            owed += usize::from(Phone.get::<Task>(task.id).await.is_some_and(|task| task.is_open()));
        }
        owed
    }

    /// The acts that name another photo in its place.
    async fn named_again(self, photo: PhotoId) -> Vec<Command> {
        let mut acts = Vec::new();
        for task in self.tasks {
            // A redo is closed by the photo itself.
            let open = Phone.get::<Task>(task.id).await.is_some_and(|task| task.is_open());
            if let Some(closed) = task.closed.filter(|_| open) {
                acts.push(CloseTask { task: task.id, photo: Some(photo), words: closed.words }.into());
            }
        }
        for seen in self.sightings {
            let Sighting { id: sighting, visit, brand, product, price, promotion, spend, .. } = seen;
            let photo = Some(photo);
            acts.push(NoteSighting { sighting, visit, brand, product, price, promotion, spend, photo }.into());
        }
        acts
    }
}

/// The same bytes, which are still on the phone, under a new id: a record that is gone stays gone.
fn take_back(t: Texts, state: State, photo: Photo, named: Named) {
    spawn(async move {
        let lines = Phone.outbox(500).await;
        let taken = lines.into_iter().filter_map(|line| line.body).find_map(|body| match body.command {
            Command::TakePhoto(command) if command.photo == photo.id => Some(command),
            _ => None,
        });
        let Some(taken) = taken else { return };
        let again = Phone.new_id();
        // If it cannot be saved the slot stays empty, which the screen shows.
        if Phone.record(Command::from(TakePhoto { photo: again, ..taken })).await.is_err() {
            return;
        }
        let mut notice = Toast::saved(t.visit.photo_back);
        for act in named.named_again(again).await {
            if let Err(why) = Phone.record(act).await {
                notice = Toast::not_recorded(t, &why);
            }
        }
        notice.show(state);
    });
}
