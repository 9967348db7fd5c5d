//! What a manager changes about shops: what is known of one, whether it is open, and whose it is. A change names only
//! the fields it is about, so that two people who change different ones both have their way.

use super::{Changes, Context, Decide};
use crate::code::{Code, is_code_taken, territories};
use crate::id::{OutletId, PlanId, TerritoryId, UserId};
use crate::limits::SHORT_TEXT_CHARS;
use crate::records::{
    AnyRecord, JourneyPlan, LastVisit, Moved, Outlet, OutletClass, Record, Role, Task, Territory, User,
};
use crate::refusal::Refusal;
use crate::rules::pinyin::initials;
use crate::rules::text::within;
use crate::world::{Index, Need, World};
use serde::{Deserialize, Serialize};

/// See [`super::Command::ChangeOutlet`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeOutlet {
    /// Which.
    pub outlet: OutletId,
    /// The name on the sign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its class.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<OutletClass>,
    /// Its trade.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// Street and number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Who runs it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// How to reach them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Whether it still exists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<bool>,
}

impl ChangeOutlet {
    /// What makes the one of the other: of its fields those that differ.
    #[must_use]
    pub fn between(before: &Outlet, after: &Outlet) -> Self {
        let text = |old: &str, new: &str| (old != new.trim()).then(|| new.trim().to_owned());
        Self {
            outlet: before.id,
            name: text(&before.name, &after.name),
            class: (before.class != after.class).then_some(after.class),
            channel: text(&before.channel, &after.channel),
            address: text(&before.address, &after.address),
            owner: text(&before.owner, &after.owner),
            phone: text(&before.phone, &after.phone),
            open: (before.open != after.open).then_some(after.open),
        }
    }

    /// Whether nothing is changed.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.texts().iter().all(Option::is_none) && self.class.is_none() && self.open.is_none()
    }

    const fn texts(&self) -> [Option<&String>; 5] {
        [self.name.as_ref(), self.channel.as_ref(), self.address.as_ref(), self.owner.as_ref(), self.phone.as_ref()]
    }

    /// Writes what is changed into a shop.
    pub fn write(&self, outlet: &mut Outlet) {
        let texts = [
            (&self.name, &mut outlet.name),
            (&self.channel, &mut outlet.channel),
            (&self.address, &mut outlet.address),
            (&self.owner, &mut outlet.owner),
            (&self.phone, &mut outlet.phone),
        ];
        for (new, field) in texts {
            if let Some(new) = new {
                new.trim().clone_into(field);
            }
        }
        if self.name.is_some() {
            outlet.initials = initials(&outlet.name);
        }
        outlet.class = self.class.unwrap_or(outlet.class);
        outlet.open = self.open.unwrap_or(outlet.open);
    }
}

impl Decide for ChangeOutlet {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Outlet>(self.outlet)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let mut outlet = looked_after(world, self.outlet, context)?.clone();
        if self.name.as_ref().is_some_and(|name| name.trim().is_empty()) {
            return Err(Refusal::WordsNeeded);
        }
        for text in self.texts().into_iter().flatten() {
            within(text, SHORT_TEXT_CHARS)?;
        }
        self.write(&mut outlet);
        Ok(Changes::put(outlet))
    }
}

/// See [`super::Command::AddOutlet`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AddOutlet {
    /// The shop, under a number of its own.
    pub outlet: Outlet,
}

impl Decide for AddOutlet {
    fn needs(&self, world: &World) -> Vec<Need> {
        let mut needs = vec![Need::record::<Outlet>(self.outlet.id), Need::record::<Territory>(self.outlet.territory)];
        if let Ok(code) = Code::read(&self.outlet.code) {
            needs.push(Need::Index(Index::OutletsCoded(code)));
            let coded = |record: &&AnyRecord| Outlet::from_any(record).is_some_and(|outlet| outlet.code == code.text());
            needs.extend(territories(world.records().filter(coded)));
        }
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        if !context.role.manages() {
            return Err(Refusal::NotYourRole);
        }
        let outlet = &self.outlet;
        if world.get::<Territory>(outlet.territory).is_none() {
            return Err(Refusal::PostingUnfit);
        }
        let code = Code::read(&outlet.code)?;
        if outlet.name.trim().is_empty() {
            return Err(Refusal::WordsNeeded);
        }
        let texts = [&outlet.name, &outlet.channel, &outlet.address, &outlet.owner, &outlet.phone];
        for text in texts {
            within(text, SHORT_TEXT_CHARS)?;
        }
        let is_new = world.get::<Outlet>(outlet.id).is_none() && !outlet.partner && outlet.moved.is_none();
        if !is_new || !outlet.position.is_valid() {
            return Err(Refusal::OutletUnfit);
        }
        let (code, initials) = (code.text().to_owned(), initials(&outlet.name));
        // What is computed from the name, and that it is open, is nobody's to say.
        let made = AnyRecord::Outlet(Outlet { code: code.clone(), initials, open: true, ..outlet.clone() });
        if is_code_taken(&made, world) { Err(Refusal::CodeTaken { code }) } else { Ok(Changes::put(made)) }
    }
}

/// A place on a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The route.
    pub plan: PlanId,
    /// Before how many of its stops it comes in; a large number is the end.
    pub at: u32,
}

/// What is owed goes from one to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hands {
    /// Whoever owes it.
    pub from: UserId,
    /// Whoever owes it from now on.
    pub to: UserId,
}

/// See [`super::Command::MoveOutlet`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveOutlet {
    /// Which.
    pub outlet: OutletId,
    /// Where it was on the screen on which it was decided.
    pub from: TerritoryId,
    /// Where it belongs from now on.
    pub to: TerritoryId,
    /// The routes that it leaves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leaves: Vec<PlanId>,
    /// The routes that it comes into.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub joins: Vec<Place>,
    /// Who owes from now on what is open there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hands: Option<Hands>,
}

impl Decide for MoveOutlet {
    fn needs(&self, _: &World) -> Vec<Need> {
        let mut needs = vec![
            Need::record::<Outlet>(self.outlet),
            Need::record::<Territory>(self.to),
            Need::record::<LastVisit>(LastVisit::of(self.outlet)),
            Need::Index(Index::TasksAt(self.outlet)),
        ];
        let joined = self.joins.iter().map(|place| place.plan);
        needs.extend(self.leaves.iter().copied().chain(joined).map(Need::record::<JourneyPlan>));
        needs.extend(self.hands.map(|hands| Need::record::<User>(hands.to)));
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let outlet = looked_after(world, self.outlet, context)?;
        let unfit = || Refusal::MoveUnfit { name: outlet.name.clone() };
        if outlet.territory != self.from || self.to == self.from {
            return Err(unfit());
        }
        let to = world.get::<Territory>(self.to).ok_or_else(unfit)?;
        if let Some(hands) = self.hands {
            let takes = |user: &&User| user.active && user.role == Role::Rep && user.region == to.region;
            world.get::<User>(hands.to).filter(takes).ok_or(Refusal::PostingUnfit)?;
        }
        // The server's clock: a phone that has not heard of it goes on working there, and its work counts until then.
        let moved = Some(Moved { from: self.from, at: context.decided_at });
        let mut changes = Changes::put(Outlet { territory: self.to, moved, ..outlet.clone() });
        changes.put.extend(self.routes(world).map(Into::into));
        // What is still owed there, and when somebody was last there, goes along; whatever was done there stays where
        // it was done.
        changes.put.extend(self.owed(world).map(Into::into));
        if let Some(last) =
            world.get::<LastVisit>(LastVisit::of(self.outlet)).filter(|last| last.territory == self.from)
        {
            changes = changes.and(LastVisit { territory: self.to, ..last.clone() });
        }
        Ok(changes)
    }
}

impl MoveOutlet {
    /// The routes as they are without the shop, or with it. One that has been changed meanwhile keeps what it has gained.
    fn routes<'a>(&'a self, world: &'a World) -> impl Iterator<Item = JourneyPlan> + 'a {
        let left = self.leaves.iter().filter_map(|plan| {
            let plan = world.get::<JourneyPlan>(*plan).filter(|plan| plan.territory == self.from)?;
            let stops: Vec<OutletId> = plan.stops.iter().copied().filter(|stop| *stop != self.outlet).collect();
            (stops.len() < plan.stops.len()).then(|| JourneyPlan { stops, ..plan.clone() })
        });
        let joined = self.joins.iter().filter_map(|place| {
            let plan = world.get::<JourneyPlan>(place.plan).filter(|plan| plan.territory == self.to)?;
            let mut plan = Some(plan.clone()).filter(|plan| !plan.stops.contains(&self.outlet))?;
            plan.stops.insert((place.at as usize).min(plan.stops.len()), self.outlet);
            Some(plan)
        });
        left.chain(joined)
    }

    fn owed<'a>(&'a self, world: &'a World) -> impl Iterator<Item = Task> + 'a {
        let open = |task: &&Task| task.outlet == self.outlet && task.territory == self.from && task.is_open();
        world.all::<Task>().filter(open).map(|task| {
            let handed = self.hands.filter(|hands| hands.from == task.owner);
            let owner = handed.map_or(task.owner, |hands| hands.to);
            Task { territory: self.to, owner, ..task.clone() }
        })
    }
}

/// A shop that the actor looks after. The place of a partner goes by the partner's file.
fn looked_after<'a>(world: &'a World, id: OutletId, context: &Context) -> Result<&'a Outlet, Refusal> {
    if !context.role.manages() {
        return Err(Refusal::NotYourRole);
    }
    let outlet = world.get::<Outlet>(id).ok_or(Refusal::OutletUnknown { outlet: id })?;
    if outlet.partner { Err(Refusal::PlaceOfPartner { name: outlet.name.clone() }) } else { Ok(outlet) }
}
