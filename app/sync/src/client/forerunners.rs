//! What a command builds on. If the command that brought it into being comes back, this one cannot hold either,
//! and is blocked instead of being refused for a reason that nobody understands.

use domain::Command;
use domain::commands::{PictureFrom, PlanRoutes, RouteChange};
use domain::records::{
    Agreement, Alliance, Assignment, Candidate, CandidateSource, Claim, DisplayStandard, Goal, Help, JourneyPlan,
    Leave, Outlet, Photo, Product, RecordKey, RecruitEvent, Sighting, Skip, Task, Verdict, Visit,
};

/// The records that must have come into being before the command makes sense.
#[must_use]
pub fn builds_on(command: &Command) -> Vec<RecordKey> {
    match command {
        // What is kept for a manager is brought into being by the server.
        Command::SkipStop(_)
        | Command::SetGoal(_)
        | Command::AskLeave(_)
        | Command::Assign(_)
        | Command::HoldEvent(_)
        | Command::PublishQualification(_)
        | Command::AddProduct(_)
        | Command::AddOutlet(_)
        | Command::ReviewQuarantine(_) => Vec::new(),
        // The place of a candidate has the candidate's number; a shop is nothing that a rep brings into being.
        Command::CheckIn(command) => vec![RecordKey::of::<Outlet>(command.outlet)],
        Command::ChangeOutlet(command) => vec![RecordKey::of::<Outlet>(command.outlet)],
        Command::MoveOutlet(command) => vec![RecordKey::of::<Outlet>(command.outlet)],
        Command::PlanRoutes(command) => planned(command),
        Command::ChangeProduct(command) => vec![RecordKey::of::<Product>(command.product)],
        Command::PublishChecklist(command) => {
            command.checklist.standards().map(RecordKey::of::<DisplayStandard>).collect()
        }
        Command::PublishStandard(command) => match command.picture {
            Some(PictureFrom::Version(id)) => vec![RecordKey::of::<DisplayStandard>(id)],
            Some(PictureFrom::Photo(id)) => vec![RecordKey::of::<Photo>(id)],
            Some(PictureFrom::Here(_)) | None => Vec::new(),
        },
        Command::PlanStep(command) => vec![RecordKey::of::<Goal>(command.goal)],
        Command::FinishStep(command) => vec![RecordKey::of::<Goal>(command.goal)],
        Command::ReportGoal(command) => vec![RecordKey::of::<Goal>(command.goal)],
        Command::AskHelp(command) => command.outlet.map(RecordKey::of::<Outlet>).into_iter().collect(),
        Command::TakeHelp(command) => vec![RecordKey::of::<Help>(command.help)],
        Command::SettleHelp(command) => vec![RecordKey::of::<Help>(command.help)],
        Command::LeaveTask(command) => {
            command.origin.iter().map(|origin| RecordKey::of::<Visit>(origin.visit)).collect()
        }
        Command::PlaceTask(command) => vec![RecordKey::of::<Task>(command.task)],
        Command::DropTask(command) => vec![RecordKey::of::<Task>(command.task)],
        Command::UnskipStop(command) => vec![RecordKey::of::<Skip>(command.skip)],
        Command::NoteSighting(command) => {
            let photo = command.photo.map(RecordKey::of::<Photo>);
            [Some(RecordKey::of::<Visit>(command.visit)), photo].into_iter().flatten().collect()
        }
        Command::DropSighting(command) => vec![RecordKey::of::<Sighting>(command.sighting)],
        Command::ConfirmVisit(command) => vec![RecordKey::of::<Visit>(command.visit)],
        Command::NoteCompanion(command) => vec![RecordKey::of::<Visit>(command.visit)],
        Command::ReadNote(command) => vec![RecordKey::of::<Visit>(command.visit)],
        Command::WithdrawLeave(command) => vec![RecordKey::of::<Leave>(command.leave)],
        Command::HandOver(command) => vec![RecordKey::of::<Leave>(command.leave)],
        Command::TakeBackHandOver(command) => {
            vec![RecordKey::of::<Leave>(command.leave), RecordKey::of::<Assignment>(command.assignment)]
        }
        Command::ViewVisit(command) => vec![RecordKey::of::<Visit>(command.visit)],
        Command::AnswerItem(command) => vec![RecordKey::of::<Visit>(command.visit)],
        Command::TakePhoto(command) => vec![RecordKey::of::<Visit>(command.visit)],
        Command::DropPhoto(command) => {
            vec![RecordKey::of::<Visit>(command.visit), RecordKey::of::<Photo>(command.photo)]
        }
        Command::KeepPhoto(command) => {
            vec![RecordKey::of::<Visit>(command.visit), RecordKey::of::<Photo>(command.photo)]
        }
        Command::AnnotatePhoto(command) => vec![RecordKey::of::<Photo>(command.photo)],
        Command::CheckOut(command) => vec![RecordKey::of::<Visit>(command.visit)],
        Command::EndForgotten(command) => vec![RecordKey::of::<Visit>(command.visit)],
        Command::JudgePhoto(command) => vec![RecordKey::of::<Photo>(command.photo)],
        Command::AppealVerdict(command) => vec![RecordKey::of::<Verdict>(command.verdict)],
        Command::TakeBackVerdict(command) => vec![RecordKey::of::<Verdict>(command.verdict)],
        Command::CloseTask(command) => {
            let photo = command.photo.map(RecordKey::of::<Photo>);
            [Some(RecordKey::of::<Task>(command.task)), photo].into_iter().flatten().collect()
        }
        Command::ReopenTask(command) => vec![RecordKey::of::<Task>(command.task)],
        Command::AddCandidate(command) => match command.source {
            CandidateSource::Event(event) => vec![RecordKey::of::<RecruitEvent>(event)],
            _ => Vec::new(),
        },
        Command::EditCandidate(command) => vec![RecordKey::of::<Candidate>(command.candidate)],
        Command::MoveCandidate(command) => vec![RecordKey::of::<Candidate>(command.candidate)],
        Command::ClaimCandidate(command) => vec![RecordKey::of::<Candidate>(command.candidate)],
        Command::ProposeCandidate(command) => vec![RecordKey::of::<Candidate>(command.candidate)],
        Command::RuleCandidate(command) => vec![RecordKey::of::<Candidate>(command.candidate)],
        Command::NoteClaim(command) => vec![RecordKey::of::<Candidate>(command.candidate)],
        Command::DropClaim(command) => vec![RecordKey::of::<Claim>(command.claim)],
        Command::NoteGuest(command) => vec![RecordKey::of::<RecruitEvent>(command.event)],
        Command::DraftAgreement(command) => vec![RecordKey::of::<Candidate>(command.candidate)],
        Command::DropAgreement(command) => vec![RecordKey::of::<Agreement>(command.agreement)],
        Command::SignOffGround(command) => vec![RecordKey::of::<Agreement>(command.agreement)],
        Command::OfferAgreement(command) => vec![RecordKey::of::<Agreement>(command.agreement)],
        Command::SignAgreement(command) => vec![RecordKey::of::<Agreement>(command.agreement)],
        Command::TakePage(command) => vec![RecordKey::of::<Agreement>(command.agreement)],
        Command::HandCopy(command) => vec![RecordKey::of::<Agreement>(command.agreement)],
        Command::RuleAgreement(command) => vec![RecordKey::of::<Agreement>(command.agreement)],
        Command::EndAgreement(command) => vec![RecordKey::of::<Agreement>(command.agreement)],
        Command::MarkDuty(command) => vec![RecordKey::of::<Alliance>(command.alliance)],
        Command::EndAssignment(command) => vec![RecordKey::of::<Assignment>(command.assignment)],
    }
}

/// The routes that change, and the shops that they gain: a shop may have been added a moment before.
fn planned(command: &PlanRoutes) -> Vec<RecordKey> {
    let mut keys = Vec::new();
    for route in &command.routes {
        if let RouteChange::Stops { plan, .. } = route {
            keys.push(RecordKey::of::<JourneyPlan>(*plan));
        }
        keys.extend(route.gains().map(RecordKey::of::<Outlet>));
    }
    keys
}
