//! The rep's screens, in the order of a working day.

mod away;
mod brief;
mod camera;
mod checkout;
pub(crate) mod day_book;
mod names;
mod outbox;
pub(crate) mod outlets;
mod overdue;
mod shop;
mod tasks;
pub(crate) mod today;
mod visit;

pub use away::{Away, window_words};
pub use brief::Brief;
pub use camera::light_button;
pub use checkout::{CompanionDraft, beside, companion_sheet, misfits, odd_words};
pub use outbox::{Deed, Outbox, Parcels, carried_parcel, load_parcel, visit_of};
pub use outlets::Outlets;
pub use tasks::Tasks;
pub use today::Today;
pub use visit::{
    Desk, VisitOrReview, answer_words, fen, fen_text, plain_words, signature_pad, signed, step_names, step_questions,
    was_left,
};
