//! What can happen. A command is a sentence about the work; `decide` is the one place that says whether
//! it holds and what it changes, on the phone at once and on the server later, with the same code.

mod answer_item;
mod appeal;
mod assign;
mod candidate;
mod check_in;
mod check_out;
mod claim;
mod draft_agreement;
mod duty;
mod end_agreement;
mod end_forgotten;
mod event;
mod goal;
mod help;
mod judge_photo;
mod leave;
mod mark_photo;
mod outlet;
mod photo;
mod plan_routes;
mod product;
mod publish;
mod publish_standard;
mod review_quarantine;
mod rule_agreement;
mod rule_candidate;
mod sighting;
mod sign_agreement;
mod skip;
mod snapshot;
mod task;
mod together;
mod view_visit;

pub use answer_item::AnswerItem;
pub use appeal::AppealVerdict;
pub use assign::{Assign, EndAssignment};
pub use candidate::{AddCandidate, ClaimCandidate, EditCandidate, MoveCandidate, ProposeCandidate};
pub use check_in::CheckIn;
pub use check_out::CheckOut;
pub use claim::{DropClaim, NoteClaim};
pub use draft_agreement::{DraftAgreement, DropAgreement, OfferAgreement, SignOffGround};
pub use duty::MarkDuty;
pub use end_agreement::EndAgreement;
pub use end_forgotten::EndForgotten;
pub use event::{HoldEvent, NoteGuest};
pub use goal::{FinishStep, PlanStep, ReportGoal, SetGoal};
pub use help::{AskHelp, SettleHelp, TakeHelp};
pub use judge_photo::{JudgePhoto, TakeBackVerdict};
pub use leave::{AskLeave, HandOver, TakeBackHandOver, WithdrawLeave};
pub use mark_photo::{AnnotatePhoto, KeepPhoto};
pub use outlet::{AddOutlet, ChangeOutlet, Hands, MoveOutlet, Place};
pub use photo::{DropPhoto, TakePhoto};
pub use plan_routes::{PlanRoutes, RouteChange};
pub use product::{AddProduct, ChangeProduct, product_fits};
pub use publish::{PublishChecklist, PublishQualification, form_fits};
pub use publish_standard::{PictureFrom, PublishStandard, standard_fits};
pub use review_quarantine::{Decision, ReviewQuarantine};
pub use rule_agreement::RuleAgreement;
pub use rule_candidate::RuleCandidate;
pub use sighting::{DropSighting, NoteSighting};
pub use sign_agreement::{HandCopy, SignAgreement, TakePage};
pub use skip::{SkipStop, UnskipStop};
pub use snapshot::Snapshot;
pub use task::{CloseTask, DropTask, LeaveTask, PlaceTask, ReopenTask};
pub use together::{ConfirmVisit, NoteCompanion, ReadNote};
pub use view_visit::ViewVisit;

use crate::id::{DeviceId, UserId};
use crate::records::{AnyRecord, RecordKey, Role};
use crate::refusal::Refusal;
use crate::scope::Scope;
use crate::time::{Moment, Offset};
use crate::world::{Need, World};
use serde::{Deserialize, Serialize};

/// Who acts, as what, where and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Context {
    /// Who.
    pub actor: UserId,
    /// Their name, kept in what they write: it is read where their account is not.
    pub actor_name: String,
    /// As what.
    pub role: Role,
    /// On which device.
    pub device: DeviceId,
    /// When it happened: the device's clock, corrected by the known skew.
    pub captured_at: Moment,
    /// When it is decided here.
    pub decided_at: Moment,
    /// Where civil days begin and end.
    pub offset: Offset,
    /// The scopes the actor held when it happened.
    pub scopes: Vec<Scope>,
}

impl Context {
    pub(crate) fn holds(&self, scope: Scope) -> bool {
        self.scopes.contains(&scope)
    }
}

/// What a command changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// Records that are new or take the place of the one with the same key.
    pub put: Vec<AnyRecord>,
    /// Records that go away.
    pub remove: Vec<RecordKey>,
}

impl Changes {
    /// Starts with one record.
    #[must_use]
    pub fn put(record: impl Into<AnyRecord>) -> Self {
        Self { put: vec![record.into()], remove: Vec::new() }
    }

    /// Adds a record.
    #[must_use]
    pub fn and(mut self, record: impl Into<AnyRecord>) -> Self {
        self.put.push(record.into());
        self
    }

    /// Adds a removal.
    #[must_use]
    pub fn without(mut self, key: RecordKey) -> Self {
        self.remove.push(key);
        self
    }

    /// Carries the changes out on a loaded world.
    pub fn apply(&self, world: &mut World) {
        for key in &self.remove {
            world.remove(*key);
        }
        for record in &self.put {
            world.put(record.clone());
        }
    }
}

/// A kind of command: what it must see and what it decides. Both are pure.
pub trait Decide {
    /// What has to be in the world. Called again with a fuller world until nothing is missing,
    /// so that a need may depend on what an earlier one brought.
    fn needs(&self, world: &World) -> Vec<Need>;

    /// Whether the command holds, and what it changes.
    ///
    /// # Errors
    /// A refusal that a person can read and act on.
    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal>;
}

macro_rules! commands {
    ($($(#[$doc:meta])* $variant:ident),+ $(,)?) => {
        /// Every act of the product. Written as `{"do": "check_in", ...}`.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case", tag = "do")]
        pub enum Command {
            $($(#[$doc])* $variant($variant)),+
        }

        impl Command {
            /// What has to be in the world; see [`Decide::needs`].
            #[must_use]
            pub fn needs(&self, world: &World) -> Vec<Need> {
                match self { $(Self::$variant(command) => command.needs(world)),+ }
            }

            fn decide_alone(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
                match self { $(Self::$variant(command) => command.decide(world, context)),+ }
            }
        }

        $(impl From<$variant> for Command {
            fn from(command: $variant) -> Self { Self::$variant(command) }
        })+
    };
}

commands! {
    /// Arrive at a shop.
    CheckIn,
    /// Answer one question, or take the answer back.
    AnswerItem,
    /// Take a photo into a slot.
    TakePhoto,
    /// Throw a photo away before check-out.
    DropPhoto,
    /// Say why a photo is kept although it looks like another one.
    KeepPhoto,
    /// Draw on a photo.
    AnnotatePhoto,
    /// Leave the shop.
    CheckOut,
    /// End a visit that nobody checked out of.
    EndForgotten,
    /// Judge a photo.
    JudgePhoto,
    /// Take one's own verdict back.
    TakeBackVerdict,
    /// Speak against a verdict, once.
    AppealVerdict,
    /// Leave something to be done.
    LeaveTask,
    /// Take that back on the same day.
    DropTask,
    /// Say that it has been done.
    CloseTask,
    /// Take that back on the same day.
    ReopenTask,
    /// Put a task where it belongs on the board.
    PlaceTask,
    /// Leave out a stop of the day.
    SkipStop,
    /// Take that back.
    UnskipStop,
    /// Write down what a competitor does in a shop.
    NoteSighting,
    /// Throw that away before check-out.
    DropSighting,
    /// Let the shop sign what was found.
    ConfirmVisit,
    /// Write down who came along.
    NoteCompanion,
    /// Say that one has read what they wrote.
    ReadNote,
    /// Say that one will be away, and hand over.
    AskLeave,
    /// Take that back.
    WithdrawLeave,
    /// Name who steps in.
    HandOver,
    /// Take that back.
    TakeBackHandOver,
    /// Look at somebody's visit.
    ViewVisit,
    /// Post a user to a territory.
    Assign,
    /// End a posting.
    EndAssignment,
    /// Decide about a command that the server keeps.
    ReviewQuarantine,
    /// Add somebody who may become a partner.
    AddCandidate,
    /// Change what is known of them.
    EditCandidate,
    /// Move them along, and say what comes next.
    MoveCandidate,
    /// Look after them from now on.
    ClaimCandidate,
    /// Ask the manager to qualify or to cut them.
    ProposeCandidate,
    /// Decide about them.
    RuleCandidate,
    /// Write down what somebody says of them.
    NoteClaim,
    /// Throw that away.
    DropClaim,
    /// Plan an event for candidates, or change when and where it is.
    HoldEvent,
    /// Write an agreement.
    DraftAgreement,
    /// Throw a draft away.
    DropAgreement,
    /// Agree to the boundary list.
    SignOffGround,
    /// Freeze an agreement and show it to all three.
    OfferAgreement,
    /// Sign it.
    SignAgreement,
    /// Photograph a sealed page.
    TakePage,
    /// Hand a party its copy.
    HandCopy,
    /// Let it come into force, or send it back.
    RuleAgreement,
    /// End it before its time.
    EndAgreement,
    /// Tick off a duty of a month.
    MarkDuty,
    /// Publish a new version of a checklist.
    PublishChecklist,
    /// Publish a new version of how candidates are weighed.
    PublishQualification,
    /// Write down who is invited to an event, or that they came.
    NoteGuest,
    /// Change what is known of a shop, close it or open it again.
    ChangeOutlet,
    /// Move a shop to another territory.
    MoveOutlet,
    /// Set a goal for a month, change it, or call it off.
    SetGoal,
    /// Plan a step that leads to a goal, or take it away.
    PlanStep,
    /// Tick a step off, or take that back.
    FinishStep,
    /// Say how far it has come.
    ReportGoal,
    /// Ask the team for help.
    AskHelp,
    /// Take that on, or give it back.
    TakeHelp,
    /// Say that it is settled.
    SettleHelp,
    /// Plan the routes of a rep anew from a day on.
    PlanRoutes,
    /// Add a product.
    AddProduct,
    /// Change what is known of a product, or end it.
    ChangeProduct,
    /// Publish a new version of a display standard.
    PublishStandard,
    /// Add a shop.
    AddOutlet,
}

impl Command {
    /// Whether the command holds, and what it changes. Whatever the command is, no change may leave the scopes that
    /// its author held, neither where a record goes nor where it was (law 4).
    ///
    /// # Errors
    /// A refusal that a person can read and act on.
    pub fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let changes = self.decide_alone(world, context)?;
        let keys = changes.put.iter().map(AnyRecord::key).chain(changes.remove.iter().copied());
        let mut before = keys.filter_map(|key| world.any(key));
        if changes.put.iter().all(|record| context.holds(record.scope()))
            && before.all(|record| context.holds(record.scope()))
        {
            Ok(changes)
        } else {
            Err(Refusal::OutsideYourArea { name: self.subject(world) })
        }
    }

    /// Changes the world by the command, if it holds.
    ///
    /// # Errors
    /// As [`Command::decide`]; the world is then as it was.
    pub fn carry_out(&self, world: &mut World, context: &Context) -> Result<Changes, Refusal> {
        let changes = self.decide(world, context)?;
        changes.apply(world);
        Ok(changes)
    }

    /// The name of the shop it is about, if it is loaded.
    fn subject(&self, world: &World) -> String {
        match self {
            Self::CheckIn(command) => {
                world.get::<crate::records::Outlet>(command.outlet).map(|outlet| outlet.name.clone())
            }
            Self::SkipStop(command) => {
                world.get::<crate::records::Outlet>(command.outlet).map(|outlet| outlet.name.clone())
            }
            Self::LeaveTask(command) => {
                world.get::<crate::records::Outlet>(command.outlet).map(|outlet| outlet.name.clone())
            }
            _ => None,
        }
        .unwrap_or_default()
    }

    /// The photo whose bytes travel after this command, and its thumbnail as base64 JPEG.
    #[must_use]
    pub fn photo(&self) -> Option<(&crate::records::PhotoRef, &str)> {
        match self {
            Self::TakePhoto(command) => Some((&command.picture, &command.thumbnail)),
            Self::AddCandidate(AddCandidate { shopfront: Some(taken), .. })
            | Self::TakePage(TakePage { snapshot: taken, .. }) => Some((&taken.picture, &taken.thumbnail)),
            Self::PublishStandard(command) => command.travels(),
            _ => None,
        }
    }
}
