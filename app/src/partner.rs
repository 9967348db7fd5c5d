//! Candidates and members: finding, adding, qualifying them, and everything that is known of one on one screen. The rep's
//! list and the file are here; the manager's board is in `board`, agreements are in `agreement`.

mod add;
mod alliance;
mod book;
mod brands;
mod businesses;
mod event;
mod file;
mod pipeline;
mod snap;

pub use add::AddPage;
pub use alliance::AlliancePage;
pub use book::{Book, read as read_book};
pub use event::{EventPage, EventsPage};
pub use file::{PartnerFile, knocked_words, missing_words};
pub use pipeline::{days_late, is_meant, pipeline, places, stage_tag};
pub use snap::snap;
