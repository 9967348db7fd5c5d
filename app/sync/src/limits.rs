//! Limits of the protocol. Both sides keep them, so that nothing is sent that would be turned away.

use domain::time::DAY;

/// The protocol that this build speaks.
pub const PROTOCOL: u32 = 1;
/// The oldest protocol whose outbox is still taken.
pub const MIN_PROTOCOL: u32 = 1;
/// Header that every answer of the API carries: a captive portal's page lacks it, and is "offline".
pub const HEADER: &str = "x-lianying";
/// Header of a request that names the protocol.
pub const PROTOCOL_HEADER: &str = "x-lianying-protocol";
/// Most commands in one push.
pub const PUSH_COMMANDS: usize = 500;
/// Largest push body in bytes.
pub const PUSH_BYTES: usize = 4 * 1024 * 1024;
/// Largest single command in bytes, thumbnail included.
pub const COMMAND_BYTES: usize = 64 * 1024;
/// Largest pull request in bytes: a cursor of a few thousand scopes.
pub const PULL_BYTES: usize = 512 * 1024;
/// Where a page of a pull is cut, in bytes of record bodies.
pub const PAGE_BYTES: usize = 256 * 1024;
/// Header of a pull that asks for smaller pages, in bytes: on a line that breaks all the time only a small one arrives.
pub const PAGE_HEADER: &str = "x-lianying-page";
/// The smallest page that may be asked for, in bytes of record bodies: below it the frame weighs more than the records.
pub const MIN_PAGE_BYTES: usize = 16 * 1024;
/// Most commands that one command may name as its forerunners.
pub const AFTER: usize = 16;
/// How long a phone keeps what the server has confirmed, so that a restored server can be refilled, if the server has no
/// other rule.
pub const RECEIPT_DAYS: i64 = 14;
/// The least that a server's rule may make of it, in days: a long weekend.
pub const KEEP_LEAST_DAYS: i64 = 3;
/// The most.
pub const KEEP_MOST_DAYS: i64 = 365;
/// How often a phone compares what it holds with the server's digests, in milliseconds.
pub const CHECK_EVERY: i64 = DAY;
/// After how long a scope that could not be repaired is tried again, in milliseconds.
pub const REPAIR_AGAIN: i64 = 7 * DAY;
/// How long after a repair the same one is still spoken of, in milliseconds: every page that a phone asks for says it.
pub const REPAIR_APART: i64 = 60 * 60 * 1000;
/// For how long managers see what was repaired, in days.
pub const REPAIRS_DAYS: i64 = 30;
/// Largest piece of a photo in one request, in bytes.
pub const CHUNK_BYTES: u64 = 1024 * 1024;
/// How often the code of a parcel is hashed to make its key: what each guess costs.
pub const PARCEL_ROUNDS: u32 = 600_000;
/// Most rounds that a parcel of a later build may ask for.
pub const PARCEL_ROUNDS_MOST: u32 = 10_000_000;
/// Most parts of a parcel.
pub const PARCEL_PARTS: u32 = 20_000;
/// Largest sealed part of a parcel, in bytes: a photo.
pub const PARCEL_PART_BYTES: usize = 5 * 1024 * 1024;
/// Where a batch of commands in a parcel is cut, in bytes: carried over a poor line, too.
pub const PARCEL_BATCH_BYTES: usize = 128 * 1024;
/// Most sorts of command that a device names in what it has not sent.
pub const UNSENT_ACTS: usize = 48;
/// Longest name of such a sort, in bytes.
pub const UNSENT_ACT_BYTES: usize = 40;
/// Largest file that is imported, in bytes.
pub const IMPORT_BYTES: usize = 8 * 1024 * 1024;
/// What it may unpack to, in bytes: a few kilobytes can be made to hold gigabytes.
pub const IMPORT_UNPACKED: usize = 64 * 1024 * 1024;
/// Most rows of a file that is imported.
pub const IMPORT_ROWS: usize = 20_000;
/// Most columns.
pub const IMPORT_COLUMNS: usize = 100;
/// Most faults that an answer names: with more the file is better mended first.
pub const IMPORT_FAULTS: usize = 5_000;
/// Most faults, changes and hindrances that a screen shows.
pub const IMPORT_SHOWN: usize = 200;
