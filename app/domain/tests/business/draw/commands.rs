//! Commands drawn from a number.

use super::Draw;
use domain::commands::*;
use domain::records::{Capture, Evidence, Origin, Quadrant, VisitReason};

impl Draw {
    pub const COMMANDS: [&'static str; 67] = [
        "check_in",
        "answer_item",
        "take_photo",
        "drop_photo",
        "keep_photo",
        "annotate_photo",
        "check_out",
        "judge_photo",
        "take_back_verdict",
        "leave_task",
        "close_task",
        "assign",
        "end_assignment",
        "end_forgotten",
        "place_task",
        "skip_stop",
        "unskip_stop",
        "note_sighting",
        "drop_sighting",
        "confirm_visit",
        "note_companion",
        "ask_leave",
        "withdraw_leave",
        "hand_over",
        "view_visit",
        "reopen_task",
        "appeal_verdict",
        "drop_task",
        "take_back_hand_over",
        "review_quarantine",
        "add_candidate",
        "edit_candidate",
        "move_candidate",
        "claim_candidate",
        "propose_candidate",
        "rule_candidate",
        "note_claim",
        "drop_claim",
        "hold_event",
        "draft_agreement",
        "drop_agreement",
        "sign_off_ground",
        "offer_agreement",
        "sign_agreement",
        "take_page",
        "hand_copy",
        "rule_agreement",
        "end_agreement",
        "mark_duty",
        "publish_checklist",
        "publish_qualification",
        "note_guest",
        "change_outlet",
        "move_outlet",
        "plan_routes",
        "add_product",
        "change_product",
        "publish_standard",
        "add_outlet",
        "set_goal",
        "plan_step",
        "finish_step",
        "report_goal",
        "ask_help",
        "take_help",
        "settle_help",
        "read_note",
    ];

    /// The name of a command. A new command does not compile until it is drawn too.
    pub fn name(command: &Command) -> &'static str {
        Self::COMMANDS[match command {
            Command::CheckIn(_) => 0,
            Command::AnswerItem(_) => 1,
            Command::TakePhoto(_) => 2,
            Command::DropPhoto(_) => 3,
            Command::KeepPhoto(_) => 4,
            Command::AnnotatePhoto(_) => 5,
            Command::CheckOut(_) => 6,
            Command::JudgePhoto(_) => 7,
            Command::TakeBackVerdict(_) => 8,
            Command::LeaveTask(_) => 9,
            Command::CloseTask(_) => 10,
            Command::Assign(_) => 11,
            Command::EndAssignment(_) => 12,
            Command::EndForgotten(_) => 13,
            Command::PlaceTask(_) => 14,
            Command::SkipStop(_) => 15,
            Command::UnskipStop(_) => 16,
            Command::NoteSighting(_) => 17,
            Command::DropSighting(_) => 18,
            Command::ConfirmVisit(_) => 19,
            Command::NoteCompanion(_) => 20,
            Command::AskLeave(_) => 21,
            Command::WithdrawLeave(_) => 22,
            Command::HandOver(_) => 23,
            Command::ViewVisit(_) => 24,
            Command::ReopenTask(_) => 25,
            Command::AppealVerdict(_) => 26,
            Command::DropTask(_) => 27,
            Command::TakeBackHandOver(_) => 28,
            Command::ReviewQuarantine(_) => 29,
            Command::AddCandidate(_) => 30,
            Command::EditCandidate(_) => 31,
            Command::MoveCandidate(_) => 32,
            Command::ClaimCandidate(_) => 33,
            Command::ProposeCandidate(_) => 34,
            Command::RuleCandidate(_) => 35,
            Command::NoteClaim(_) => 36,
            Command::DropClaim(_) => 37,
            Command::HoldEvent(_) => 38,
            Command::DraftAgreement(_) => 39,
            Command::DropAgreement(_) => 40,
            Command::SignOffGround(_) => 41,
            Command::OfferAgreement(_) => 42,
            Command::SignAgreement(_) => 43,
            Command::TakePage(_) => 44,
            Command::HandCopy(_) => 45,
            Command::RuleAgreement(_) => 46,
            Command::EndAgreement(_) => 47,
            Command::MarkDuty(_) => 48,
            Command::PublishChecklist(_) => 49,
            Command::PublishQualification(_) => 50,
            Command::NoteGuest(_) => 51,
            Command::ChangeOutlet(_) => 52,
            Command::MoveOutlet(_) => 53,
            Command::PlanRoutes(_) => 54,
            Command::AddProduct(_) => 55,
            Command::ChangeProduct(_) => 56,
            Command::PublishStandard(_) => 57,
            Command::AddOutlet(_) => 58,
            Command::SetGoal(_) => 59,
            Command::PlanStep(_) => 60,
            Command::FinishStep(_) => 61,
            Command::ReportGoal(_) => 62,
            Command::AskHelp(_) => 63,
            Command::TakeHelp(_) => 64,
            Command::SettleHelp(_) => 65,
            Command::ReadNote(_) => 66,
        }]
    }

    pub fn any_command(&mut self) -> Command {
        let name = self.of(&Self::COMMANDS);
        self.command(name)
    }

    pub fn command(&mut self, name: &str) -> Command {
        match name {
            "check_in" => CheckIn {
                visit: self.id(50, 4),
                outlet: self.id(30, 2),
                checklist: self.id(4, 1),
                reason: if self.coin() { VisitReason::Planned } else { VisitReason::Unplanned(self.text()) },
                fix: self.maybe(Self::fix),
                exception: self.maybe(Self::text),
            }
            .into(),
            "answer_item" => AnswerItem {
                visit: self.id(50, 2),
                item: self.item_key(),
                value: self.maybe(Self::answer_value),
                confirmed: self.coin(),
            }
            .into(),
            "take_photo" => TakePhoto {
                photo: self.id(60, 8),
                visit: self.id(50, 2),
                item: self.item_key(),
                slot: self.slot_key(),
                picture: self.picture(),
                thumbnail: self.text(),
                fix: self.maybe(Self::fix),
                capture: self.of(&[Capture::Camera, Capture::File]),
                look: self.look(),
                redo: self.maybe(|draw| draw.id(80, 3)),
            }
            .into(),
            "drop_photo" => DropPhoto { photo: self.id(60, 4), visit: self.id(50, 2) }.into(),
            "keep_photo" => KeepPhoto { photo: self.id(60, 4), visit: self.id(50, 2), because: self.text() }.into(),
            "annotate_photo" => {
                AnnotatePhoto { photo: self.id(60, 4), visit: self.id(50, 2), marks: self.marks() }.into()
            }
            "check_out" => CheckOut { visit: self.id(50, 2), fix: self.maybe(Self::fix), note: self.text() }.into(),
            "judge_photo" => JudgePhoto {
                verdict: self.id(70, 6),
                photo: self.id(60, 4),
                ruling: self.ruling(),
                reasons: self.reasons(),
                points: self.several(|draw| draw.below(256) as u8),
                note: self.text(),
                seen: self.maybe(|draw| draw.id(70, 3)),
                task: self.id(80, 6),
                due: self.day(),
            }
            .into(),
            "take_back_verdict" => TakeBackVerdict { photo: self.id(60, 4), verdict: self.id(70, 3) }.into(),
            "leave_task" => LeaveTask {
                task: self.id(80, 6),
                outlet: self.id(30, 2),
                owner: self.id(20, 2),
                what: self.text(),
                due: self.day(),
                origin: self.maybe(|draw| Origin { visit: draw.id(50, 2), item: draw.item_key() }),
                evidence: self.of(&[Evidence::Word, Evidence::Sentence, Evidence::Photo]),
                with: self.maybe(Self::responsible),
                at_risk: self.maybe(Self::money),
            }
            .into(),
            "close_task" => {
                CloseTask { task: self.id(80, 3), photo: self.maybe(|draw| draw.id(60, 4)), words: self.text() }.into()
            }
            "place_task" => PlaceTask {
                task: self.id(80, 3),
                quadrant: self.maybe(|draw| draw.of(&Quadrant::ALL)),
                because: self.text(),
            }
            .into(),
            "appeal_verdict" => {
                AppealVerdict { photo: self.id(60, 4), verdict: self.id(70, 3), because: self.text() }.into()
            }
            "drop_task" => DropTask { task: self.id(80, 6) }.into(),
            "reopen_task" => ReopenTask { task: self.id(80, 3), because: self.text() }.into(),
            "assign" => Assign {
                assignment: self.id(90, 4),
                user: self.id(20, 2),
                territory: self.id(10, 3),
                window: self.window(),
            }
            .into(),
            "end_assignment" => EndAssignment { assignment: self.id(90, 2), until: self.day() }.into(),
            "end_forgotten" => EndForgotten { visit: self.id(50, 2), note: self.text() }.into(),
            "change_outlet" => ChangeOutlet {
                outlet: self.id(30, 3),
                name: self.maybe(Self::text),
                class: self.maybe(Self::class),
                channel: self.maybe(Self::text),
                address: self.maybe(Self::text),
                owner: self.maybe(Self::text),
                phone: self.maybe(Self::text),
                open: self.maybe(Self::coin),
            }
            .into(),
            "move_outlet" => MoveOutlet {
                outlet: self.id(30, 3),
                from: self.id(10, 3),
                to: self.id(10, 3),
                leaves: self.several(|draw| draw.id(45, 2)),
                joins: self.several(|draw| Place { plan: draw.id(45, 2), at: draw.below(4) as u32 }),
                hands: self.maybe(|draw| Hands { from: draw.id(20, 2), to: draw.id(20, 3) }),
            }
            .into(),
            "plan_routes" | "add_product" | "change_product" | "publish_standard" | "add_outlet" => {
                self.act_of_setup(name)
            }
            other => self.act_of_the_day(other),
        }
    }
}
