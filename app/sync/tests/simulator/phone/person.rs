//! What somebody with the phone in their hand does next, from what it shows them.

mod day;
mod partner;

use super::Phone;
use crate::chance::Chance;
use crate::region::{day, here, outlets, reps, territories};
use domain::World;
use domain::commands::*;
use domain::records::*;
use domain::time::DateWindow;
use sync::ContentHash;
use uuid::Uuid;

/// Makes the ids of a run.
pub struct Ids(pub Chance);

impl Ids {
    pub fn next<T: From<Uuid>>(&mut self) -> T {
        T::from(Uuid::from_u64_pair(self.0.number(), self.0.number()))
    }

    /// The name of a picture's bytes.
    fn picture(&mut self) -> PhotoRef {
        let hash = ContentHash::of(&self.0.number().to_be_bytes()).0;
        PhotoRef { hash, bytes: 1_000, width: 640, height: 480 }
    }
}

impl Phone {
    /// Something that makes sense on this screen, or nearly; nothing if nothing does.
    pub fn idea(&self, world: &World, chance: &mut Chance, ids: &mut Ids) -> Option<Command> {
        if chance.one_in(6) {
            return self.recruit(world, chance, ids);
        }
        if self.role == Role::Rep && chance.below(8) > 0 {
            return self.walk(world, chance, ids);
        }
        match chance.below(if self.role == Role::Rep { 4 } else { 14 }) {
            0 => self.leave(world, chance, ids),
            1 => close(world, chance),
            2 => day::place(world, chance),
            3 if self.role == Role::Rep => self.be_away(world, chance, ids),
            3 => take_back(world, chance),
            4 | 5 => post(world, chance, ids),
            6 | 7 => day::view(world, chance, ids),
            8 => day::come_along(world, chance),
            9 => day::hand_over(world, chance, ids),
            _ => judge(world, chance, ids),
        }
    }

    fn walk(&self, world: &World, chance: &mut Chance, ids: &mut Ids) -> Option<Command> {
        let mine: Vec<&Visit> =
            world.all::<Visit>().filter(|visit| visit.rep == self.user && visit.is_open()).collect();
        let Some(visit) = chance.of(&mine).filter(|_| chance.below(6) > 0) else {
            let shop = self.some_outlet(world, chance)?;
            if chance.one_in(4) {
                return self.leave_out(world, shop, chance, ids);
            }
            return Some(
                CheckIn {
                    visit: ids.next(),
                    outlet: shop,
                    checklist: crate::region::id(4),
                    reason: VisitReason::Planned,
                    fix: Some(here()),
                    exception: None,
                }
                .into(),
            );
        };
        match chance.below(15) {
            0..3 => {
                let value = (chance.below(6) > 0).then(|| AnswerValue::Number(chance.between(0, 50)));
                Some(AnswerItem { visit: visit.id, item: "facings".into(), value, confirmed: false }.into())
            }
            3 | 4 => {
                let value = Some(AnswerValue::YesNo(chance.one_in(2)));
                Some(AnswerItem { visit: visit.id, item: "open".into(), value, confirmed: false }.into())
            }
            5..8 => Some(self.shoot(world, visit, chance, ids)),
            8 => {
                let photos: Vec<&Photo> = world.all::<Photo>().filter(|photo| photo.visit == visit.id).collect();
                Some(DropPhoto { photo: chance.of(&photos)?.id, visit: visit.id }.into())
            }
            9 => Some(day::sign(visit, chance)),
            10 | 11 => day::look_around(world, visit, chance, ids),
            _ => Some(CheckOut { visit: visit.id, fix: None, note: String::new() }.into()),
        }
    }

    fn shoot(&self, world: &World, visit: &Visit, chance: &mut Chance, ids: &mut Ids) -> Command {
        let wanted = |task: &&Task| task.outlet == visit.outlet && matches!(task.kind, TaskKind::Redo { .. });
        let owed: Vec<&Task> = world.all::<Task>().filter(|task| task.is_open()).filter(wanted).collect();
        let redo = chance.of(&owed);
        let slot = match redo.map(|task| &task.kind) {
            Some(TaskKind::Redo { slot, .. }) => slot.clone(),
            _ => chance.of(&["left", "right"]).unwrap_or("left").to_owned(),
        };
        TakePhoto {
            photo: ids.next(),
            visit: visit.id,
            item: "shelf".into(),
            slot,
            picture: ids.picture(),
            thumbnail: String::new(),
            fix: None,
            capture: Capture::Camera,
            look: Look::default(),
            redo: redo.map(|task| task.id),
        }
        .into()
    }

    fn leave(&self, world: &World, chance: &mut Chance, ids: &mut Ids) -> Option<Command> {
        let outlet = self.some_outlet(world, chance)?;
        let owner = if self.role == Role::Rep { self.user } else { chance.of(&reps())? };
        let visits: Vec<&Visit> = world.all::<Visit>().filter(|visit| visit.outlet == outlet).collect();
        let origin = chance.of(&visits).map(|visit| Origin { visit: visit.id, item: "open".into() });
        Some(
            LeaveTask {
                task: ids.next(),
                outlet,
                owner,
                what: "补价签".into(),
                due: day(9),
                origin: origin.filter(|_| chance.one_in(2)),
                evidence: chance.of(&[Evidence::Word, Evidence::Word, Evidence::Sentence, Evidence::Photo])?,
                with: None,
                at_risk: None,
            }
            .into(),
        )
    }

    fn some_outlet(&self, world: &World, chance: &mut Chance) -> Option<domain::id::OutletId> {
        let known: Vec<_> = outlets().into_iter().filter(|outlet| world.get::<Outlet>(*outlet).is_some()).collect();
        chance.of(&known)
    }
}

fn close(world: &World, chance: &mut Chance) -> Option<Command> {
    let tasks: Vec<&Task> = world.all::<Task>().filter(|task| task.is_open()).collect();
    let words = if chance.one_in(2) { "换好了".to_owned() } else { String::new() };
    let task = chance.of(&tasks)?;
    if task.asked_by == task.owner && chance.one_in(6) {
        return Some(DropTask { task: task.id }.into());
    }
    let photos: Vec<&Photo> = world.all::<Photo>().filter(|photo| photo.outlet == task.outlet).collect();
    let photo = chance.of(&photos).filter(|_| chance.one_in(2)).map(|photo| photo.id);
    Some(CloseTask { task: task.id, photo, words }.into())
}

fn judge(world: &World, chance: &mut Chance, ids: &mut Ids) -> Option<Command> {
    // Mostly of a visit that is over: the others are refused at once.
    let any = chance.one_in(4);
    let over = |photo: &&Photo| world.get::<Visit>(photo.visit).is_some_and(|visit| any || !visit.is_open());
    let photos: Vec<&Photo> = world.all::<Photo>().filter(over).collect();
    let photo = chance.of(&photos)?;
    let redo = chance.one_in(2);
    Some(
        JudgePhoto {
            verdict: ids.next(),
            photo: photo.id,
            ruling: if redo { Ruling::Redo } else { Ruling::Pass },
            reasons: if redo { vec![RedoReason::Unclear] } else { vec![] },
            points: vec![],
            note: String::new(),
            seen: photo.verdict,
            task: ids.next(),
            due: day(9),
        }
        .into(),
    )
}

fn take_back(world: &World, chance: &mut Chance) -> Option<Command> {
    let judged: Vec<&Photo> = world.all::<Photo>().filter(|photo| photo.verdict.is_some()).collect();
    let photo = chance.of(&judged)?;
    Some(TakeBackVerdict { photo: photo.id, verdict: photo.verdict? }.into())
}

fn post(world: &World, chance: &mut Chance, ids: &mut Ids) -> Option<Command> {
    if chance.one_in(2) {
        let postings: Vec<&Assignment> = world.all::<Assignment>().collect();
        let until = day(chance.between(-5, 6));
        return Some(EndAssignment { assignment: chance.of(&postings)?.id, until }.into());
    }
    let (from, length) = (chance.between(-5, 3), chance.between(0, 9));
    Some(
        Assign {
            assignment: ids.next(),
            user: chance.of(&reps())?,
            territory: chance.of(&territories())?,
            window: DateWindow { from: day(from), until: chance.one_in(2).then(|| day(from + length)) },
        }
        .into(),
    )
}
