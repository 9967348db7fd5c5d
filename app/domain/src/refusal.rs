//! Why a command was not carried out, with what a person needs to act on it, in both languages.
//! A refusal is data: the phone shows it, the server stores it, a later version can read it.

use crate::id::{OutletId, PhotoId, SightingId, SkipId, TaskId, VisitId};
use crate::language::Language;
use crate::measure::Money;
use crate::records::{Evidence, ItemKey};
use serde::{Deserialize, Serialize};

/// The reasons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum Refusal {
    /// The shop is not known here.
    OutletUnknown {
        /// Which.
        outlet: OutletId,
    },
    /// The shop has been closed.
    OutletClosed {
        /// Its name.
        name: String,
    },
    /// The visit is not known here.
    VisitUnknown {
        /// Which.
        visit: VisitId,
    },
    /// The visit exists already with another content.
    VisitExists {
        /// Which.
        visit: VisitId,
    },
    /// Somebody else's visit.
    NotYourVisit {
        /// Whose.
        rep_name: String,
    },
    /// The visit has ended.
    VisitEnded,
    /// Something was done in the visit not long ago: nobody has forgotten it.
    VisitGoesOn,
    /// Arriving from afar or without a position needs a reason.
    ReasonNeeded,
    /// The checklist is not known here.
    ChecklistUnknown,
    /// The question is not on this checklist.
    ItemUnknown {
        /// Which.
        item: ItemKey,
    },
    /// The answer is not of the kind that was asked for.
    AnswerOfOtherKind {
        /// To which question.
        item: ItemKey,
    },
    /// The answer is out of its range.
    AnswerOutOfRange {
        /// To which question.
        item: ItemKey,
        /// Smallest allowed.
        min: i64,
        /// Largest allowed.
        max: i64,
    },
    /// The answer names something that is not on the list.
    AnswerNotOnList {
        /// To which question.
        item: ItemKey,
    },
    /// A text is too long.
    TooLong {
        /// Longest allowed.
        limit: u32,
    },
    /// Required questions are open.
    ItemsOpen {
        /// Which.
        items: Vec<ItemKey>,
    },
    /// The photo is not known here.
    PhotoUnknown {
        /// Which.
        photo: PhotoId,
    },
    /// The photo exists already with another content.
    PhotoExists {
        /// Which.
        photo: PhotoId,
    },
    /// The photo is too large, or its hash is not one.
    PhotoUnfit,
    /// Too many photos.
    TooManyPhotos {
        /// Most allowed.
        limit: u32,
    },
    /// The photo that shows it before has to be taken first.
    BeforeFirst,
    /// The photo that shows it afterwards is there, so that the one before stays.
    AfterTaken,
    /// Too many things drawn on a photo.
    TooManyMarks {
        /// Most allowed.
        limit: u32,
    },
    /// Something drawn is not on the photo, or is nothing.
    MarkUnfit,
    /// The visit with this photo has not ended yet.
    VisitStillOpen,
    /// The photo has been judged, and this judge had not seen it.
    JudgedByOther {
        /// By whom.
        judge_name: String,
    },
    /// A redo needs a reason.
    RedoNeedsReason,
    /// Nobody speaks twice against the verdicts on one photo.
    AppealedBefore,
    /// The task is not known here.
    TaskUnknown {
        /// Which.
        task: TaskId,
    },
    /// The task has been closed.
    TaskClosed,
    /// The task has not been closed.
    TaskOpen,
    /// The task was closed on another day, by a photo or by a verdict: it is not opened again.
    TaskStaysClosed,
    /// The task was left on another day, or by a verdict: it is not taken back.
    TaskStays,
    /// The redo is for another slot.
    TaskForOther,
    /// The task asks for more than saying that it was done.
    EvidenceNeeded {
        /// For what.
        evidence: Evidence,
    },
    /// The photo shows another shop, or is older than the task.
    EvidenceOlder,
    /// A few words are needed here.
    WordsNeeded,
    /// An amount below nothing, or beyond all measure.
    AmountUnfit {
        /// Largest allowed.
        most: Money,
    },
    /// The stop has been left out already.
    SkipExists {
        /// Which.
        skip: SkipId,
    },
    /// The stop is not left out.
    SkipUnknown {
        /// Which.
        skip: SkipId,
    },
    /// The sighting is not known here.
    SightingUnknown {
        /// Which.
        sighting: SightingId,
    },
    /// Too many people came along.
    TooManyCompanions {
        /// Most allowed.
        limit: u32,
    },
    /// The dates or the territory of a leave do not fit.
    LeaveUnfit,
    /// Somebody steps in already, or the leave was taken back.
    LeaveSettled,
    /// Nobody steps in, or somebody else by now, or the leave is over.
    HandOverGone,
    /// The role may not do this.
    NotYourRole,
    /// The shop or the thing is not in one of the author's areas.
    OutsideYourArea {
        /// Its name, where it is known.
        name: String,
    },
    /// A person, territory or posting that does not exist, or does not fit the others.
    PostingUnfit,
    /// A command that is kept for a manager is not known here.
    QuarantineUnknown,
    /// Somebody has decided about it already.
    ReviewedBefore {
        /// Who.
        judge_name: String,
    },
    /// Nobody can read what it says, so that it cannot be carried out.
    NotAcceptable,
    /// A manager has sent it back.
    ReturnedBy {
        /// Who.
        judge_name: String,
        /// Why.
        because: String,
    },
}

impl Refusal {
    /// What happened and what to do, in one or two sentences.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let say = |zh: &str, en: &str| language.choose(zh, en).to_owned();
        match self {
            Self::OutletUnknown { .. } => say(
                "这家店不在你的名单里，可能已经改给别人。问一下你的经理。",
                "This shop is not on your list. It may have been given to somebody else; ask your manager.",
            ),
            Self::OutletClosed { name } => match language {
                Language::Zh => format!("{name}已经关店，不用再去。"),
                Language::En => format!("{name} has closed. No need to go there."),
            },
            Self::VisitUnknown { .. } => say(
                "找不到这次拜访，先把签到发上去。",
                "The visit is not known here. Its check-in has to arrive first.",
            ),
            Self::VisitExists { .. } => {
                say("这次拜访已经有了，内容不一样。", "This visit exists already, with other content.")
            }
            Self::NotYourVisit { rep_name } => match language {
                Language::Zh => format!("这是{rep_name}的拜访，只有本人能改。"),
                Language::En => format!("This is {rep_name}'s visit. Only they can change it."),
            },
            Self::VisitEnded => {
                say("已经签退，不能再改。要补的请再拜访一次。", "Already checked out. To add something, visit again.")
            }
            Self::VisitGoesOn => {
                say("这次拜访还没放下，离开时再签退。", "This visit still goes on. Check out when leaving.")
            }
            Self::ReasonNeeded => say(
                "离店远或没有定位，写一句原因就能签到。",
                "Far away or no position: a short reason is enough to check in.",
            ),
            Self::ChecklistUnknown => {
                say("这份检查表还没下载到，联网后再试。", "This checklist has not arrived yet. Try again when online.")
            }
            Self::ItemUnknown { .. } => say("检查表里没有这一项。", "This question is not on the checklist."),
            Self::AnswerOfOtherKind { .. } => say("答案的类型不对。", "The answer is of another kind than was asked."),
            Self::AnswerOutOfRange { min, max, .. } => match language {
                Language::Zh => format!("要在 {min} 到 {max} 之间。"),
                Language::En => format!("It has to be between {min} and {max}."),
            },
            Self::AnswerNotOnList { .. } => say("选项里没有这个答案。", "That answer is not one of the options."),
            Self::TooLong { limit } => match language {
                Language::Zh => format!("太长了，最多 {limit} 个字。"),
                Language::En => format!("Too long. At most {limit} characters."),
            },
            Self::ItemsOpen { items } => match language {
                Language::Zh => format!("还差 {} 项必答。", items.len()),
                Language::En => format!("{} required items are open.", items.len()),
            },
            Self::PhotoUnknown { .. } => say("找不到这张照片。", "This photo is not known here."),
            Self::PhotoExists { .. } => {
                say("这张照片已经有了，内容不一样。", "This photo exists already, with other content.")
            }
            Self::PhotoUnfit => {
                say("这张照片太大或者坏了，请重拍。", "This photo is too large or damaged. Take it again.")
            }
            Self::TooManyPhotos { limit } => match language {
                Language::Zh => format!("一次拜访最多 {limit} 张照片。"),
                Language::En => format!("At most {limit} photos in one visit."),
            },
            Self::BeforeFirst => say("先拍整改前，再拍整改后。", "Take the photo before first, then the one after."),
            Self::AfterTaken => say(
                "整改后已经拍了，整改前不能再动。要重来，先删整改后那张。",
                "The photo after is there, so the one before stays. To start over, drop the one after.",
            ),
            Self::TooManyMarks { limit } => match language {
                Language::Zh => format!("一张照片上最多标 {limit} 处。"),
                Language::En => format!("At most {limit} marks on one photo."),
            },
            Self::MarkUnfit => say("标注要画在照片里面。", "A mark has to lie on the photo."),
            Self::VisitStillOpen => {
                say("这次拜访还没签退，签退后再判。", "The visit is still open. Judge it after check-out.")
            }
            Self::JudgedByOther { judge_name } => match language {
                Language::Zh => format!("{judge_name}已经判过这张。看过他的结论再判。"),
                Language::En => format!("{judge_name} has judged this photo. Look at that verdict first."),
            },
            Self::RedoNeedsReason => say("退回要选一个原因。", "Pick a reason for the redo."),
            Self::AppealedBefore => say(
                "这张已经申诉过一次，等经理的答复，或者去重拍。",
                "You have appealed on this photo once. Wait for the answer, or take it again.",
            ),
            Self::TaskUnknown { .. } => say("找不到这个任务。", "This task is not known here."),
            Self::TaskClosed => say("这个任务已经结了。", "This task has been closed."),
            Self::TaskOpen => say("这个任务还没结。", "This task has not been closed."),
            Self::TaskStaysClosed => say(
                "只有当天结的事能撤回。要接着办，再记一件。",
                "Only what was closed today can be taken back. Note a new one.",
            ),
            Self::TaskStays => say(
                "只有当天留下的事能撤回。不用办了，就勾掉它。",
                "Only what was left today can be taken back. If it is not needed any more, tick it off.",
            ),
            Self::TaskForOther => say("这张照片不是这个任务要的。", "This photo is not the one the task asks for."),
            Self::EvidenceNeeded { evidence: Evidence::Photo } => {
                say("要一张之后拍的照片才能结。", "A photo taken since is needed to close this.")
            }
            Self::EvidenceNeeded { .. } => {
                say("写一句结果才能结。", "A sentence on what came of it is needed to close this.")
            }
            Self::EvidenceOlder => {
                say("这张照片不是这家店的，或者比任务还早。", "This photo is of another shop, or older than the task.")
            }
            Self::WordsNeeded => say("写几个字再存。", "A few words are needed here."),
            Self::AmountUnfit { most } => match language {
                Language::Zh => format!("金额要在 0 到 {} 之间。", most.yuan()),
                Language::En => format!("The amount has to be between 0 and {}.", most.yuan()),
            },
            Self::SkipExists { .. } => say("这一站已经跳过了。", "This stop has been left out already."),
            Self::SkipUnknown { .. } => say("这一站没有跳过。", "This stop is not left out."),
            Self::SightingUnknown { .. } => say("找不到这条竞品记录。", "This sighting is not known here."),
            Self::TooManyCompanions { limit } => match language {
                Language::Zh => format!("一次拜访最多记 {limit} 个同行的人。"),
                Language::En => format!("At most {limit} people can come along on one visit."),
            },
            Self::LeaveUnfit => say(
                "请假的日期不对，或者不是你的区域。最长三个月。",
                "The dates of the leave do not fit, or the territory is not yours. Three months at most.",
            ),
            Self::LeaveSettled => say(
                "已经有人接手，或者已经撤回。要改找经理。",
                "Somebody steps in already, or it was taken back. Ask your manager to change it.",
            ),
            Self::HandOverGone => say(
                "这次交接已经变了，或者假期已经过了。打开请假看现在是谁。",
                "This hand-over has changed, or the leave is over. Look under leave for who steps in now.",
            ),
            Self::NotYourRole => say("你的角色不能做这件事。", "Your role cannot do this."),
            Self::OutsideYourArea { name } if name.is_empty() => say("这不在你的区域里。", "This is not in your area."),
            Self::OutsideYourArea { name } => match language {
                Language::Zh => format!("{name}不在你的区域里。"),
                Language::En => format!("{name} is not in your area."),
            },
            Self::PostingUnfit => {
                say("人员、区域和日期对不上。", "The person, the territory and the dates do not fit together.")
            }
            Self::QuarantineUnknown => {
                say("找不到这一条，可能还没收到。", "This one is not known here. It may not have arrived yet.")
            }
            Self::ReviewedBefore { judge_name } => match language {
                Language::Zh => format!("{judge_name}已经处理过这一条。"),
                Language::En => format!("{judge_name} has decided about this one already."),
            },
            Self::NotAcceptable => say(
                "这一条读不懂，不能收下。写上原因退给本人。",
                "Nobody can read this one, so it cannot be accepted. Send it back with a reason.",
            ),
            Self::ReturnedBy { judge_name, because } => {
                let because = because.trim().trim_end_matches(['。', '.']);
                match language {
                    Language::Zh => format!("{judge_name}看过，没有收：{because}。"),
                    Language::En => format!("{judge_name} looked at it and did not take it: {because}."),
                }
            }
        }
    }
}
