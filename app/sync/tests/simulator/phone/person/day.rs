//! What people do around the visits: stops are left out, shops sign, competitors are seen, reps are away,
//! and managers look, come along and name who steps in.

use super::{Ids, Phone};
use crate::chance::Chance;
use crate::region::{day, reps, territories};
use domain::World;
use domain::commands::*;
use domain::id::OutletId;
use domain::records::*;
use domain::time::DateWindow;

impl Phone {
    /// A stop is left out, or one that was is not after all.
    pub(super) fn leave_out(
        &self,
        world: &World,
        outlet: OutletId,
        chance: &mut Chance,
        ids: &mut Ids,
    ) -> Option<Command> {
        let skips: Vec<&Skip> = world.all::<Skip>().collect();
        if let Some(skip) = chance.of(&skips).filter(|_| chance.one_in(2)) {
            return Some(UnskipStop { skip: skip.id }.into());
        }
        let reason = chance.of(&SkipReason::ALL)?;
        Some(SkipStop { skip: ids.next(), outlet, reason, note: "封路".into() }.into())
    }

    /// Some days off, or those that were asked for otherwise or not at all.
    pub(super) fn be_away(&self, world: &World, chance: &mut Chance, ids: &mut Ids) -> Option<Command> {
        let leaves: Vec<&Leave> = world.all::<Leave>().collect();
        let known = chance.of(&leaves).filter(|_| chance.one_in(2)).map(|leave| (leave.id, leave.territory));
        if let Some((leave, _)) = known.filter(|_| chance.one_in(2)) {
            return Some(WithdrawLeave { leave }.into());
        }
        let first = chance.between(-3, 6);
        let window = DateWindow { from: day(first), until: Some(day(first + chance.between(0, 4))) };
        let somewhere = chance.of(&territories())?;
        let (leave, territory) = known.unwrap_or_else(|| (ids.next(), somewhere));
        Some(AskLeave { leave, territory, window, brief: String::new() }.into())
    }
}

/// The shop signs, or takes it back.
pub fn sign(visit: &Visit, chance: &mut Chance) -> Command {
    let signature = if chance.one_in(4) { "" } else { "M1 2L3 4" };
    ConfirmVisit { visit: visit.id, name: "王建".into(), signature: signature.into() }.into()
}

/// A competitor's doings are written down, written otherwise or thrown away.
pub fn look_around(world: &World, visit: &Visit, chance: &mut Chance, ids: &mut Ids) -> Option<Command> {
    let seen: Vec<&Sighting> = world.all::<Sighting>().filter(|sighting| sighting.visit == visit.id).collect();
    let known = chance.of(&seen).map(|sighting| sighting.id);
    if let Some(sighting) = known.filter(|_| chance.one_in(3)) {
        return Some(DropSighting { sighting, visit: visit.id }.into());
    }
    let photos: Vec<&Photo> = world.all::<Photo>().filter(|photo| photo.visit == visit.id).collect();
    let photo = chance.of(&photos).filter(|_| chance.one_in(2)).map(|photo| photo.id);
    let new = ids.next();
    Some(
        NoteSighting {
            sighting: known.filter(|_| chance.one_in(2)).unwrap_or(new),
            visit: visit.id,
            brand: "红牛".into(),
            product: String::new(),
            price: None,
            promotion: chance.of(&["", "买二送一"])?.into(),
            spend: None,
            photo,
        }
        .into(),
    )
}

/// A task is put elsewhere on the board, or back.
pub fn place(world: &World, chance: &mut Chance) -> Option<Command> {
    let tasks: Vec<&Task> = world.all::<Task>().filter(|task| task.is_open()).collect();
    let task = chance.of(&tasks)?.id;
    let quadrant = chance.of(&Quadrant::ALL).filter(|_| chance.below(4) > 0);
    Some(PlaceTask { task, quadrant, because: "客户催".into() }.into())
}

/// A manager looks at a visit.
pub fn view(world: &World, chance: &mut Chance, ids: &mut Ids) -> Option<Command> {
    let visits: Vec<&Visit> = world.all::<Visit>().collect();
    Some(ViewVisit { viewing: ids.next(), visit: chance.of(&visits)?.id }.into())
}

/// A manager came along: two people write into one visit.
pub fn come_along(world: &World, chance: &mut Chance) -> Option<Command> {
    let visits: Vec<&Visit> = world.all::<Visit>().collect();
    let visit = chance.of(&visits)?.id;
    let name = if chance.one_in(4) { "" } else { "赵强" };
    let role = chance.of(&JointRole::ALL)?;
    Some(NoteCompanion { visit, name: name.into(), role, feedback: String::new(), next: String::new() }.into())
}

/// A manager names who steps in, which posts them, or takes that back.
pub fn hand_over(world: &World, chance: &mut Chance, ids: &mut Ids) -> Option<Command> {
    let settled: Vec<&Leave> = world.all::<Leave>().filter(|leave| leave.substitute.is_some()).collect();
    if let Some(leave) = chance.of(&settled).filter(|_| chance.one_in(4)) {
        let made_for_it = |posting: &&Assignment| {
            (Some(posting.user), posting.territory, posting.window.until)
                == (leave.substitute, leave.territory, leave.window.until)
        };
        let posting = world.all::<Assignment>().find(made_for_it)?;
        return Some(TakeBackHandOver { leave: leave.id, assignment: posting.id }.into());
    }
    let leaves: Vec<&Leave> = world.all::<Leave>().filter(|leave| leave.substitute.is_none()).collect();
    let leave = chance.of(&leaves)?.id;
    Some(HandOver { leave, to: chance.of(&reps())?, assignment: ids.next() }.into())
}
