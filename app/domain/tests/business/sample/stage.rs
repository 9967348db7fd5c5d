//! A stage on which acts are tried.

use super::*;
use domain::commands::Context;
use domain::{Changes, Command, Refusal, Scope, World};

/// Where acts are tried: records, and who acts.
pub struct Stage {
    pub world: World,
    pub context: Context,
}

impl Stage {
    fn with(actor: UserId, role: Role, scopes: Vec<Scope>) -> Self {
        let mut world = World::new();
        world.put(an_outlet());
        world.put(checklist(items_of_every_kind()));
        let context = Context {
            actor,
            actor_name: if role == Role::Rep { "李娜".into() } else { "赵强".into() },
            role,
            device: DeviceId(Uuid::from_u128(100)),
            captured_at: morning(),
            decided_at: morning().plus(60_000),
            offset: Offset::CHINA,
            scopes,
        };
        Self { world, context }
    }

    /// The shop's rep acts; the world holds the shop and the checklist.
    pub fn rep() -> Self {
        Self::with(rep(), Role::Rep, vec![Scope::Company, Scope::Region(region()), Scope::Territory(territory())])
    }

    /// The region's manager acts.
    pub fn manager() -> Self {
        let scopes = [territory(), other_territory()].map(Scope::Territory);
        let mut scopes = scopes.to_vec();
        scopes.extend([Scope::Company, Scope::Region(region()), Scope::Office(region())]);
        Self::with(manager(), Role::RegionalManager, scopes)
    }

    /// Somebody of the marketing centre acts: the whole company is theirs.
    pub fn centre() -> Self {
        let manager = Self::manager();
        Self::with(super::manager(), Role::MarketingCentre, manager.context.scopes)
    }

    pub fn having(mut self, record: impl Into<AnyRecord>) -> Self {
        self.world.put(record);
        self
    }

    /// A thing that is not there.
    pub fn without<R: Record>(mut self, id: R::Id) -> Self {
        self.world.remove(RecordKey::of::<R>(id));
        self
    }

    pub fn holding(mut self, scopes: Vec<Scope>) -> Self {
        self.context.scopes = scopes;
        self
    }

    pub fn acting_as(mut self, actor: UserId) -> Self {
        self.context.actor = actor;
        self
    }

    pub fn decide(&self, command: impl Into<Command>) -> Result<Changes, Refusal> {
        command.into().decide(&self.world, &self.context)
    }

    pub fn refusal(&self, command: impl Into<Command>) -> Refusal {
        self.decide(command).expect_err("the act should be refused")
    }

    /// Carries the act out and gives the stage after it.
    pub fn after(mut self, command: impl Into<Command>) -> Self {
        command.into().carry_out(&mut self.world, &self.context).expect("the act should hold");
        self
    }

    pub fn get<R: Record>(&self, id: R::Id) -> &R {
        self.world.get::<R>(id).expect("the record should be there")
    }
}
