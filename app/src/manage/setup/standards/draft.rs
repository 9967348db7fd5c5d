//! One standard while it is worked on: begun from its newest version, and published as the next one together with the
//! forms that hold photos against it. Until then it is kept on this device.

use super::Book;
use crate::manage::places::Places;
use crate::manage::reach::{region_of, usual};
use crate::manage::setup::unsaved;
use crate::state::{NotRecorded, Phone, State, spawn};
use crate::text::Texts;
use crate::ui::{Busy, Toast};
use domain::commands::{PictureFrom, PublishChecklist, PublishStandard, standard_fits};
use domain::id::StandardId;
use domain::language::Words;
use domain::limits::STANDARD_POINTS;
use domain::records::{Checklist, DisplayStandard, OutletClass, PhotoRef, Role, StandardPoint};
use domain::rules::standard::{following, held_against};
use domain::time::{Moment, Offset};
use domain::{Command, Scope};
use jiff::ToSpan;
use jiff::civil::Date;
use leptos::prelude::*;

/// All of them.
pub const CLASSES: [OutletClass; 4] = [OutletClass::A, OutletClass::B, OutletClass::C, OutletClass::D];

/// A point while it is drawn; the key stays when others go.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    pub key: u32,
    pub at: (u16, u16),
    pub words: Words,
}

/// What is worked on; cheap to copy.
#[derive(Clone, Copy)]
pub struct Draft {
    pub t: Texts,
    pub state: State,
    pub offset: Offset,
    pub book: ReadSignal<Option<Book>>,
    /// The version that it began with; none for a new one.
    pub before: RwSignal<Option<DisplayStandard>>,
    /// What its versions have in common.
    pub lineage: StoredValue<String>,
    /// Under which name it is kept until it is published, and whether it goes on with what was left there.
    pub kept: StoredValue<String>,
    pub resumed: RwSignal<bool>,
    pub name: RwSignal<String>,
    pub english: RwSignal<String>,
    pub classes: RwSignal<Vec<OutletClass>>,
    pub reference: RwSignal<Option<PhotoRef>>,
    pub picture: RwSignal<Option<PictureFrom>>,
    pub points: RwSignal<Vec<Point>>,
    /// The point that is picked, by its key.
    pub picked: RwSignal<Option<u32>>,
    pub from: RwSignal<String>,
    /// For whom it is to be published, if somebody has said.
    pub reach: RwSignal<Option<Scope>>,
    pub role: Role,
    busy: Busy,
}

impl Draft {
    /// Begun from a version; from nothing for a new standard.
    pub fn of(
        t: Texts,
        state: State,
        offset: Offset,
        book: ReadSignal<Option<Book>>,
        before: Option<DisplayStandard>,
        kept: String,
    ) -> Self {
        let lineage =
            before.as_ref().map_or_else(|| Phone.new_id::<StandardId>().to_string(), |one| one.lineage.clone());
        let name = before.as_ref().map(|one| one.name.clone()).unwrap_or_default();
        let classes = before.as_ref().map_or_else(|| CLASSES.to_vec(), |one| one.classes.clone());
        let points = before.iter().flat_map(|one| &one.points).zip(1..);
        let points = points.map(|(point, key)| Point { key, at: point.at, words: point.words.clone() }).collect();
        let tomorrow = Phone.now().date(offset).saturating_add(1.day());
        Self {
            t,
            state,
            offset,
            book,
            lineage: StoredValue::new(lineage),
            kept: StoredValue::new(kept),
            resumed: RwSignal::new(false),
            name: RwSignal::new(name.zh),
            english: RwSignal::new(name.en),
            classes: RwSignal::new(classes),
            reference: RwSignal::new(before.as_ref().and_then(|one| one.reference.clone())),
            picture: RwSignal::new(before.as_ref().map(|one| PictureFrom::Version(one.id))),
            points: RwSignal::new(points),
            picked: RwSignal::new(None),
            from: RwSignal::new(tomorrow.to_string()),
            reach: RwSignal::new(None),
            role: book.with_untracked(|book| book.as_ref().map_or(Role::Rep, |book| book.role)),
            before: RwSignal::new(before),
            busy: Busy::new(),
        }
    }

    /// What regions and territories are called.
    pub fn places(self) -> Places {
        self.book.with(|book| book.as_ref().map(|book| book.places.clone()).unwrap_or_default())
    }

    /// For whom it is published.
    pub fn scope(self) -> Scope {
        let before = self.before.with(|before| before.as_ref().map(|before| before.scope).unwrap_or_default());
        self.reach.get().unwrap_or_else(|| usual(&self.places(), self.role, before))
    }

    /// Whether there is room for another point.
    pub fn has_room(self) -> bool {
        self.points.with(Vec::len) < STANDARD_POINTS
    }

    /// Adds a point and picks it.
    pub fn add(self, at: (u16, u16)) {
        if !untrack(|| self.has_room()) {
            return;
        }
        let key = self.points.with_untracked(|points| points.iter().map(|point| point.key).max().unwrap_or(0) + 1);
        self.points.update(|points| points.push(Point { key, at, words: Words::default() }));
        self.picked.set(Some(key));
    }

    /// Moves a point.
    pub fn place(self, key: u32, at: (u16, u16)) {
        self.points.update(|points| {
            if let Some(point) = points.iter_mut().find(|point| point.key == key) {
                point.at = at;
            }
        });
    }

    /// Its first day; none while none is typed, or one that has begun.
    pub fn first_day(self) -> Option<Date> {
        let day: Date = self.from.with(|text| text.parse().ok())?;
        (day > Phone.now().date(self.offset)).then_some(day)
    }

    /// The next version as it is drawn; none while something in it does not hold.
    fn standard(self, id: StandardId) -> Option<DisplayStandard> {
        let from = Moment::start_of(self.first_day()?, self.offset);
        let words = |signal: RwSignal<String>| signal.with(|text| text.trim().to_owned());
        let trimmed = |words: &Words| Words::new(words.zh.trim(), words.en.trim());
        let point = |point: &Point| StandardPoint { words: trimmed(&point.words), at: point.at };
        let next = DisplayStandard {
            id,
            lineage: self.lineage.get_value(),
            version: self.version(),
            name: Words::new(words(self.name), words(self.english)),
            classes: self.classes.get(),
            reference: self.reference.get(),
            points: self.points.with(|points| points.iter().map(point).collect()),
            from,
            scope: self.scope(),
        };
        standard_fits(&next).is_ok().then_some(next)
    }

    /// The number of the version that it becomes. Somebody may have published one since it was begun.
    pub fn version(self) -> u32 {
        let lineage = self.lineage.get_value();
        let known = self.book.with(|book| {
            let versions = book.iter().flat_map(|book| &book.versions).filter(|one| one.lineage == lineage);
            versions.map(|one| one.version).max().unwrap_or_default()
        });
        self.before.with(|before| before.as_ref().map_or(0, |before| before.version)).max(known) + 1
    }

    /// Whether it differs from the version before, and holds.
    pub fn can_publish(self) -> bool {
        let same = |next: &DisplayStandard| {
            self.before.with(|before| {
                before.as_ref().is_some_and(|before| {
                    let DisplayStandard { id, version, from, scope, .. } = next.clone();
                    // That it would be for fewer is nothing new by itself, unless somebody says so.
                    let scope = if self.reach.with(Option::is_some) { before.scope } else { scope };
                    DisplayStandard { id, version, from, scope, ..before.clone() } == *next
                })
            })
        };
        !self.busy.get() && self.standard(StandardId(uuid::Uuid::nil())).is_some_and(|next| !same(&next))
    }

    /// The forms that follow, as they are now.
    pub fn forms(self) -> (Vec<Checklist>, Vec<StandardId>) {
        let lineage = self.lineage.get_value();
        self.book.with(|book| {
            let Some(book) = book else { return Default::default() };
            let own = book.versions.iter().filter(|one| one.lineage == lineage).map(|one| one.id);
            let own: Vec<StandardId> = own.collect();
            (held_against(&book.forms, &own, self.scope(), &region_of(&book.places)), own)
        })
    }

    /// Publishes it, and the forms that follow; `done` with what its versions have in common.
    pub fn publish(self, done: impl Fn(String) + 'static) {
        let Some(next) = untrack(|| self.standard(Phone.new_id())) else { return };
        if !self.busy.take() {
            return;
        }
        let (forms, own) = untrack(|| self.forms());
        let picture = next.reference.as_ref().and(self.picture.get_untracked());
        let follow = forms.iter().map(|form| {
            let checklist = following(form, &own, next.id, next.from, Phone.new_id());
            Command::from(PublishChecklist { checklist })
        });
        let mut commands = vec![Command::from(PublishStandard { standard: next.clone(), picture })];
        commands.extend(follow);
        let (t, state) = (self.t, self.state);
        let day = (t.time.day)(next.from.date(self.offset));
        let words = (t.standards.published)(next.name.get(t.language), &day);
        spawn(async move {
            match record(commands).await {
                Ok(()) => {
                    let id = next.id;
                    if let Some(kept) = self.kept.try_get_value() {
                        unsaved::forget(kept).await;
                    }
                    done(next.lineage.clone());
                    self.before.try_set(Some(next));
                    self.picture.try_set(Some(PictureFrom::Version(id)));
                    Toast::saved(words).show(state);
                }
                Err(why) => Toast::not_recorded(t, &why).show(state),
            }
            self.busy.done();
        });
    }
}

/// One after the other: the forms name what was published before them.
async fn record(commands: Vec<Command>) -> Result<(), NotRecorded> {
    for command in commands {
        Phone.record(command).await?;
    }
    Ok(())
}
