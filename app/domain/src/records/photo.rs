//! A photo and its verdicts. A photo is known by the SHA-256 of its bytes; the bytes travel apart (F96).

use crate::geo::Fix;
use crate::id::{OutletId, PhotoId, SightingId, StandardId, TaskId, TerritoryId, UserId, VerdictId, VisitId};
use crate::records::{Annotation, ItemKey, Look, Twin};
use crate::scope::Scope;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// The bytes of a picture, named.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PhotoRef {
    /// SHA-256 of the bytes, 64 lower-case hex digits.
    pub hash: String,
    /// How many bytes.
    pub bytes: u64,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// How the picture was taken; decides how far it is believed (F28).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Capture {
    /// In our own camera view.
    Camera,
    /// Through the file picker: it may be an old picture.
    File,
}

/// A photo of a shelf, a fridge, a shop front.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Photo {
    /// Its id.
    pub id: PhotoId,
    /// The visit.
    pub visit: VisitId,
    /// The shop.
    pub outlet: OutletId,
    /// The shop's territory.
    pub territory: TerritoryId,
    /// Who took it.
    pub rep: UserId,
    /// Their name then.
    pub rep_name: String,
    /// The question it answers.
    pub item: ItemKey,
    /// The slot of that question.
    pub slot: String,
    /// What it is judged by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard: Option<StandardId>,
    /// Its bytes.
    #[serde(flatten)]
    pub picture: PhotoRef,
    /// When, by the phone's clock, corrected by the known skew.
    pub taken_at: Moment,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
    /// How.
    pub capture: Capture,
    /// What the phone saw in it.
    #[serde(default, skip_serializing_if = "Look::is_empty")]
    pub look: Look,
    /// The photo of the same shelf before it was put right, if this one shows it afterwards (F33).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<PhotoId>,
    /// Why the rep keeps it although it looks like another one (F38).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub kept_because: String,
    /// Photos that the server finds to be the same picture. Its flag, nobody else's; the closest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub twins: Vec<Twin>,
    /// What people drew on it, one entry for each of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub annotations: Vec<Annotation>,
    /// When the server had all its bytes and their hash was right, by the server's clock.
    /// Only this frees the phone from keeping them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_at: Option<Moment>,
    /// The task that asked for it, if it is a redo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redo_of: Option<TaskId>,
    /// Other tasks that were closed with it. One that was reopened may still be here: the task says what holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proves: Vec<TaskId>,
    /// Sightings that were noted with it. One that was written over may still be here: the sighting says what holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shows: Vec<SightingId>,
    /// The verdict that holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<VerdictId>,
    /// What that verdict says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ruling: Option<Ruling>,
    /// The one time that the rep has spoken against a verdict (F32).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appeal: Option<Appeal>,
    /// What a second pair of eyes said, if the lot fell on it (F34).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audit: Option<Audit>,
}

impl Photo {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Territory(self.territory)
    }

    /// The appeal that waits for an answer.
    #[must_use]
    pub fn open_appeal(&self) -> Option<&Appeal> {
        self.appeal.as_ref().filter(|appeal| appeal.answered.is_none())
    }
}

/// What the rep says against a verdict: once for a photo, so that a word is weighed and not bargained.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appeal {
    /// The verdict.
    pub against: VerdictId,
    /// Why.
    pub because: String,
    /// When.
    pub at: Moment,
    /// The verdict that answers it; none while it waits for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<VerdictId>,
}

/// A passed photo that somebody else has judged too. Both verdicts stay in the history; the second one holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audit {
    /// The verdict that was looked at again.
    pub first: VerdictId,
    /// The verdict of the second pair of eyes.
    pub second: VerdictId,
    /// Whether they say the same.
    pub agrees: bool,
}

/// What a manager decides about a photo (F32).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ruling {
    /// 合格.
    Pass,
    /// 退回重拍: comes back to the rep as a task.
    Redo,
}

/// Why a photo goes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RedoReason {
    /// 缺货: facings are missing.
    OutOfStock,
    /// 混放: somebody else's goods stand between ours.
    Mixed,
    /// 看不清: blurred, dark or glaring.
    Unclear,
    /// 价签: price tags are missing or wrong.
    PriceTags,
    /// 不是这里: another shelf or another shop.
    WrongPlace,
    /// 其他: the note says it.
    Other,
}

impl RedoReason {
    /// All of them, in the order of their number keys.
    pub const ALL: [Self; 6] =
        [Self::OutOfStock, Self::Mixed, Self::Unclear, Self::PriceTags, Self::WrongPlace, Self::Other];
}

/// One judgement. A later one replaces it on the photo but never in the history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// Its id.
    pub id: VerdictId,
    /// The photo.
    pub photo: PhotoId,
    /// The visit it belongs to.
    pub visit: VisitId,
    /// The shop's territory.
    pub territory: TerritoryId,
    /// Who judged.
    pub judge: UserId,
    /// Their name then.
    pub judge_name: String,
    /// What they decided.
    pub ruling: Ruling,
    /// Why; only a redo has reasons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<RedoReason>,
    /// Points of the standard that were missed, counted from 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<u8>,
    /// In their own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// When, by the judge's clock.
    pub at: Moment,
    /// The task that it gave the rep, if it is a redo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<TaskId>,
    /// Its judge has taken it back.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub taken_back: bool,
    /// The verdict it replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<VerdictId>,
}

impl Verdict {
    pub(super) fn belongs_to(&self) -> Scope {
        Scope::Territory(self.territory)
    }
}
