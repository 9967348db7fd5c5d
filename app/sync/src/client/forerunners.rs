//! What a command builds on. If the command that brought it into being comes back, this one cannot hold either,
//! and is blocked instead of being refused for a reason that nobody understands.

use domain::Command;
use domain::records::{Assignment, Photo, RecordKey, Task, Verdict, Visit};

/// The records that must have come into being before the command makes sense.
#[must_use]
pub fn builds_on(command: &Command) -> Vec<RecordKey> {
    match command {
        Command::CheckIn(_) | Command::LeaveTask(_) | Command::Assign(_) => Vec::new(),
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
        Command::TakeBackVerdict(command) => vec![RecordKey::of::<Verdict>(command.verdict)],
        Command::CloseTask(command) => vec![RecordKey::of::<Task>(command.task)],
        Command::EndAssignment(command) => vec![RecordKey::of::<Assignment>(command.assignment)],
    }
}
