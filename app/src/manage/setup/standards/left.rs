//! What is drawn of a standard and not published: kept on this device, and gone on with when the standard is opened again.

use super::draft::{CLASSES, Draft, Point};
use crate::manage::setup::unsaved;
use crate::state::{Phone, PhotoSize, spawn};
use crate::ui::Toast;
use domain::commands::PictureFrom;
use domain::language::Words;
use domain::records::{DisplayStandard, OutletClass, PhotoRef, StandardPoint};
use domain::rules::standard::newest;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// Under which name it is kept: by what its versions have in common, or as the new one.
pub fn name(lineage: &str) -> String {
    format!("standard:{lineage}")
}

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Left {
    lineage: String,
    before: Option<DisplayStandard>,
    drawn: Drawn,
    picture: Option<PictureFrom>,
    from: String,
}

/// What is different from one version to the next.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Drawn {
    name: Words,
    classes: Vec<OutletClass>,
    reference: Option<PhotoRef>,
    points: Vec<StandardPoint>,
}

impl Drawn {
    fn of(before: Option<&DisplayStandard>) -> Self {
        match before {
            Some(DisplayStandard { name, classes, reference, points, .. }) => Self {
                name: name.clone(),
                classes: classes.clone(),
                reference: reference.clone(),
                points: points.clone(),
            },
            None => Self { name: Words::default(), classes: CLASSES.to_vec(), reference: None, points: Vec::new() },
        }
    }
}

impl Draft {
    /// As it is on the screen, without stray blanks.
    fn drawn(self) -> Drawn {
        let text = |signal: RwSignal<String>| signal.with(|text| text.trim().to_owned());
        let point = |point: &Point| StandardPoint {
            words: Words::new(point.words.zh.trim(), point.words.en.trim()),
            at: point.at,
        };
        Drawn {
            name: Words::new(text(self.name), text(self.english)),
            classes: self.classes.get(),
            reference: self.reference.get(),
            points: self.points.with(|points| points.iter().map(point).collect()),
        }
    }

    fn draw(self, drawn: Drawn) {
        self.name.set(drawn.name.zh);
        self.english.set(drawn.name.en);
        self.classes.set(drawn.classes);
        self.reference.set(drawn.reference);
        let points = drawn.points.into_iter().zip(1..);
        self.points.set(points.map(|(point, key)| Point { key, at: point.at, words: point.words }).collect());
        self.picked.set(None);
    }

    /// Whether anything is drawn that is not published.
    pub fn is_changed(self) -> bool {
        self.before.with(|before| self.drawn() != Drawn::of(before.as_ref()))
    }

    /// The newest version that is known.
    fn newest(self) -> Option<DisplayStandard> {
        let lineage = self.lineage.get_value();
        self.book.with(|book| newest(&book.as_ref()?.versions).into_iter().find(|one| one.lineage == lineage))
    }

    /// Whether somebody has published another version since this was begun.
    pub fn is_overtaken(self) -> bool {
        let newest = self.newest().map(|one| one.id);
        self.before.with(|before| newest.is_some() && newest != before.as_ref().map(|one| one.id))
    }

    /// Goes on with what was left.
    pub fn go_on(self, left: Left) {
        self.resumed.set(true);
        self.lineage.set_value(left.lineage);
        self.before.set(left.before);
        self.picture.set(left.picture);
        self.from.set(left.from);
        self.draw(left.drawn);
        self.look_for_picture();
    }

    /// A picture of this tablet that was never published is cleared away after some days.
    fn look_for_picture(self) {
        let own = matches!(self.picture.get_untracked(), Some(PictureFrom::Here(_)));
        let Some(picture) = self.reference.get_untracked().filter(|_| own) else { return };
        let (words, state) = (self.t.standards.picture_gone, self.state);
        spawn(async move {
            // Bytes of this device have such an address, those of the server another one.
            if Phone.photo_url(picture.hash, PhotoSize::Original).await.text().starts_with("blob:") {
                return;
            }
            self.reference.try_set(None);
            self.picture.try_set(None);
            Toast::failed(words).show(state);
        });
    }

    /// Back to the newest version.
    pub fn discard(self) {
        let newest = untrack(|| self.newest());
        self.resumed.set(false);
        self.picture.set(newest.as_ref().map(|one| PictureFrom::Version(one.id)));
        self.draw(Drawn::of(newest.as_ref()));
        self.before.set(newest);
    }

    /// Keeps it at each change.
    pub fn keep(self) {
        let name = self.kept.get_value();
        let work = move || {
            let (lineage, before, drawn) = (self.lineage.get_value(), self.before.get(), self.drawn());
            let (picture, from) = (self.picture.get(), self.from.get());
            self.is_changed().then_some(Left { lineage, before, drawn, picture, from })
        };
        unsaved::keep(move || Some(name.clone()), work);
    }
}
