//! What travels, one file per conversation. Plain JSON over HTTP; the OpenAPI file of the server describes it.

mod deliver;
mod import;
mod people;
mod problem;
mod pull;
mod push;
mod session;
mod tokens;
mod trends;
mod webhooks;

pub use deliver::{Became, Delivered, Delivery, Taken};
pub use import::{
    Hindrance, ImportAnswer, ImportChange, ImportCheck, ImportColumn, ImportEntry, ImportTwin, ImportUndone, Unreadable,
};
pub use people::{AccountLine, FirstPassword, NewPerson, OfficePerson, PersonChange};
pub use problem::{Problem, ProblemCode};
pub use pull::{Cursor, Differing, Gone, PullRequest, PullResponse, WireRecord};
pub use push::{Answer, DeviceReport, Lost, Outcome, PushRequest, PushResponse, QuarantineReason, Sent, Unsent};
pub use session::{DeviceEntry, LoggedIn, Login, OfficeDevice, PasswordChange, Repaired, Session};
pub use tokens::{ListPage, MadeToken, NewToken, TokenEntry};
pub use trends::{Behind, TrendLine, Trends, TrendsVisit, TrendsVisits, Within};
pub use webhooks::{MadeWebhook, MessageEntry, NewWebhook, WebhookEntry};
