//! What a command did, in the words of the outbox, and which column of the day's sums it counts in.

use crate::text::Texts;
use domain::Command;

/// What a command did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// Arrived, or said why not.
    CheckIn,
    /// Answered.
    Answer,
    /// Took a photo, or threw one away.
    Photo,
    /// Said why a photo is kept.
    PhotoKept,
    /// Drew on a photo.
    PhotoMarked,
    /// Wrote down what a competitor does.
    Sighting,
    /// Let the shop sign.
    Confirmed,
    /// Wrote down who came along.
    Companion,
    /// Read what somebody wrote who came along.
    NoteRead,
    /// Left.
    CheckOut,
    /// Left something to be done, or took that back.
    TaskLeft,
    /// Did it, or took that back.
    TaskClosed,
    /// Moved it on the board.
    TaskPlaced,
    /// Left out a stop.
    Skip,
    /// Asked for leave.
    Leave,
    /// Named who steps in, or took that back.
    HandOver,
    /// Judged.
    Verdict,
    /// A word against a verdict.
    Appeal,
    /// Looked at somebody's visit.
    Viewing,
    /// Posted somebody.
    Posting,
    /// Decided about what was kept for a manager.
    Review,
    /// Added or changed a candidate, or moved it along.
    Candidate,
    /// Asked the manager about one, or decided.
    Proposal,
    /// Wrote down what somebody says of one.
    Claim,
    /// Planned an event.
    Event,
    /// Wrote, offered or ended an agreement.
    Agreement,
    /// Had it signed, photographed or handed over.
    Signature,
    /// Ticked off a duty.
    Duty,
    /// Published a form.
    Form,
    /// Changed what is known of a shop, or moved it.
    Outlet,
    /// Planned routes.
    Route,
    /// Added a product or changed one.
    Product,
    /// Published a display standard.
    Standard,
    /// Set a goal, planned for it, ticked off or reported.
    Goal,
    /// Asked for help, took it or settled it.
    Help,
    /// Made by a later version.
    Unreadable,
}

/// A column of the sums.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// Arrivals and departures.
    Visits,
    /// Answers.
    Answers,
    /// Photos.
    Photos,
    /// Tasks.
    Tasks,
    /// All else.
    Others,
}

impl Sort {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 5] = [Self::Visits, Self::Answers, Self::Photos, Self::Tasks, Self::Others];

    /// Its name.
    pub fn words(self, t: Texts) -> &'static str {
        match self {
            Self::Visits => t.outbox.sort_visits,
            Self::Answers => t.outbox.sort_answers,
            Self::Photos => t.outbox.sort_photos,
            Self::Tasks => t.outbox.sort_tasks,
            Self::Others => t.outbox.sort_others,
        }
    }
}

impl Deed {
    /// What a command did; none that this version can read is one of a later version.
    pub const fn of(command: Option<&Command>) -> Self {
        let Some(command) = command else { return Self::Unreadable };
        match command {
            Command::CheckIn(_) => Self::CheckIn,
            Command::CheckOut(_) | Command::EndForgotten(_) => Self::CheckOut,
            Command::AnswerItem(_) => Self::Answer,
            Command::TakePhoto(_) | Command::DropPhoto(_) => Self::Photo,
            Command::KeepPhoto(_) => Self::PhotoKept,
            Command::AnnotatePhoto(_) => Self::PhotoMarked,
            Command::NoteSighting(_) | Command::DropSighting(_) => Self::Sighting,
            Command::ConfirmVisit(_) => Self::Confirmed,
            Command::NoteCompanion(_) => Self::Companion,
            Command::ReadNote(_) => Self::NoteRead,
            Command::LeaveTask(_) | Command::DropTask(_) => Self::TaskLeft,
            Command::CloseTask(_) | Command::ReopenTask(_) => Self::TaskClosed,
            Command::PlaceTask(_) => Self::TaskPlaced,
            Command::SkipStop(_) | Command::UnskipStop(_) => Self::Skip,
            Command::AskLeave(_) | Command::WithdrawLeave(_) => Self::Leave,
            Command::HandOver(_) | Command::TakeBackHandOver(_) => Self::HandOver,
            Command::JudgePhoto(_) | Command::TakeBackVerdict(_) => Self::Verdict,
            Command::AppealVerdict(_) => Self::Appeal,
            Command::ViewVisit(_) => Self::Viewing,
            Command::Assign(_) | Command::EndAssignment(_) => Self::Posting,
            Command::ReviewQuarantine(_) => Self::Review,
            Command::AddCandidate(_)
            | Command::EditCandidate(_)
            | Command::MoveCandidate(_)
            | Command::ClaimCandidate(_) => Self::Candidate,
            Command::ProposeCandidate(_) | Command::RuleCandidate(_) => Self::Proposal,
            Command::NoteClaim(_) | Command::DropClaim(_) => Self::Claim,
            Command::HoldEvent(_) | Command::NoteGuest(_) => Self::Event,
            Command::DraftAgreement(_)
            | Command::DropAgreement(_)
            | Command::SignOffGround(_)
            | Command::OfferAgreement(_)
            | Command::RuleAgreement(_)
            | Command::EndAgreement(_) => Self::Agreement,
            Command::SignAgreement(_) | Command::TakePage(_) | Command::HandCopy(_) => Self::Signature,
            Command::MarkDuty(_) => Self::Duty,
            Command::PublishChecklist(_) | Command::PublishQualification(_) => Self::Form,
            Command::ChangeOutlet(_) | Command::MoveOutlet(_) | Command::AddOutlet(_) => Self::Outlet,
            Command::SetGoal(_) | Command::PlanStep(_) | Command::FinishStep(_) | Command::ReportGoal(_) => Self::Goal,
            Command::AskHelp(_) | Command::TakeHelp(_) | Command::SettleHelp(_) => Self::Help,
            Command::PlanRoutes(_) => Self::Route,
            Command::AddProduct(_) | Command::ChangeProduct(_) => Self::Product,
            Command::PublishStandard(_) => Self::Standard,
        }
    }

    /// What a command of this name on the wire does, if it is one of those that are counted there.
    pub fn named(act: &str) -> Option<Self> {
        Some(match act {
            "check_in" => Self::CheckIn,
            "check_out" | "end_forgotten" => Self::CheckOut,
            "answer_item" => Self::Answer,
            "take_photo" => Self::Photo,
            "note_sighting" => Self::Sighting,
            "confirm_visit" => Self::Confirmed,
            "leave_task" => Self::TaskLeft,
            "close_task" => Self::TaskClosed,
            "skip_stop" => Self::Skip,
            "ask_leave" => Self::Leave,
            "judge_photo" => Self::Verdict,
            "add_candidate" => Self::Candidate,
            "propose_candidate" => Self::Proposal,
            "note_claim" => Self::Claim,
            "draft_agreement" => Self::Agreement,
            "sign_agreement" => Self::Signature,
            _ => return None,
        })
    }

    /// Which column it counts in.
    pub const fn sort(self) -> Sort {
        match self {
            Self::CheckIn | Self::CheckOut => Sort::Visits,
            Self::Answer => Sort::Answers,
            Self::Photo | Self::PhotoKept | Self::PhotoMarked => Sort::Photos,
            Self::TaskLeft | Self::TaskClosed | Self::TaskPlaced => Sort::Tasks,
            _ => Sort::Others,
        }
    }

    /// So many of it in words.
    pub fn words(self, t: Texts, count: usize) -> String {
        let words = match self {
            Self::Answer => return (t.outbox.answers)(count),
            Self::Photo => return (t.outbox.photos)(count),
            Self::Viewing => return (t.outbox.viewed)(count),
            Self::CheckIn => t.outbox.check_in,
            Self::CheckOut => t.outbox.check_out,
            Self::PhotoKept => t.outbox.photo_kept,
            Self::PhotoMarked => t.outbox.photo_marked,
            Self::Sighting => t.outbox.sighting,
            Self::Confirmed => t.outbox.confirmation,
            Self::Companion => t.outbox.companion,
            Self::NoteRead => t.outbox.note_read,
            Self::TaskLeft => t.outbox.task_left,
            Self::TaskClosed => t.outbox.task_closed,
            Self::TaskPlaced => t.outbox.task_placed,
            Self::Skip => t.outbox.skip,
            Self::Leave => t.outbox.leave,
            Self::HandOver => t.outbox.hand_over,
            Self::Verdict => t.outbox.verdict,
            Self::Appeal => t.outbox.appeal,
            Self::Posting => t.outbox.posting,
            Self::Review => t.outbox.review,
            Self::Candidate => t.outbox.candidate,
            Self::Proposal => t.outbox.proposal,
            Self::Claim => t.outbox.claim,
            Self::Event => t.outbox.event,
            Self::Agreement => t.outbox.agreement,
            Self::Signature => t.outbox.signature,
            Self::Duty => t.outbox.duty,
            Self::Form => t.outbox.form,
            Self::Outlet => t.outbox.outlet,
            Self::Route => t.outbox.route,
            Self::Product => t.outbox.product,
            Self::Standard => t.outbox.standard,
            Self::Goal => t.outbox.goal,
            Self::Help => t.outbox.help,
            Self::Unreadable => t.outbox.unreadable,
        };
        words.to_owned()
    }
}
