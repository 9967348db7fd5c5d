//! The laws, as far as they can be looked at from outside.

use super::ledger::Ledger;
use crate::phone::Phone;
use crate::server::Server;
use crate::server::pull::held;
use crate::server::tables::{Line, Tables};
use crate::storage::{BaseRow, PhotoState};
use domain::Scope;
use domain::id::{CommandId, PhotoId};
use domain::records::{Agreement, Photo, Record, RecordKey, Sighting, Task};
use domain::rules::ground::overlaps;
use domain::time::{DAY, Moment};
use std::collections::{BTreeMap, BTreeSet};
use sync::body::Head;
use sync::client::{RowState, is_settled};
use sync::limits::RECEIPT_DAYS;
use sync::wire::Outcome;

/// Law 1: what was shown as saved is on the disk.
pub fn after_a_crash(ledger: &Ledger, at: usize, phone: &Phone) -> Result<(), String> {
    let there: BTreeSet<_> = phone.shelf().rows.iter().map(|row| row.sealed.id).collect();
    let mine = ledger.saved.iter().filter(|(id, maker)| *maker == at && !ledger.excused.contains(id));
    match mine.into_iter().find(|(id, _)| !there.contains(id)) {
        Some((id, _)) => Err(format!("law 1: {id} was saved on phone {at}, and is gone after a crash")),
        None => Ok(()),
    }
}

/// P24: what a restored server may ask for again stays, whatever the phone's clock says.
pub fn nothing_is_forgotten_early(
    server: &Server,
    phone: &Phone,
    forgotten: &[CommandId],
    now: Moment,
) -> Result<(), String> {
    if phone.shelf().epoch != server.epoch() {
        return Ok(());
    }
    let confirmed = |id: &&CommandId| {
        let at = server.tables.by_id.get(*id)?;
        Some(server.tables.log[*at].logged.received_at)
    };
    match forgotten.iter().find(|id| confirmed(id).is_some_and(|at| now.since(at) <= RECEIPT_DAYS * DAY)) {
        Some(id) => Err(format!("P24: {id} is forgotten, and it was confirmed {:?}", confirmed(&id))),
        None => Ok(()),
    }
}

/// What holds at any moment, faults or none.
pub fn at_any_time(server: &Server, phone: &Phone, ledger: &Ledger) -> Result<(), String> {
    let (shelf, tables) = (phone.shelf(), &server.tables);
    let freed = shelf.photos.iter().filter(|(_, photo)| !photo.bytes);
    for (hash, _) in freed {
        if !server.stored.contains(hash) && !ledger.lost_photos.contains(hash) {
            return Err(format!("I10: the bytes of {hash} are freed, and the server has not got them"));
        }
    }
    // Before a phone has heard that the server was restored it cannot know.
    if shelf.epoch != server.epoch() {
        return Ok(());
    }
    all_sent_is_true(server, phone)?;
    // A disk that has spoilt records says so to nobody, until they are compared.
    if shelf.rotten { Ok(()) } else { the_cursor_has_passed_nothing(tables, phone) }
}

/// I9: what the phone takes for received, the server has.
fn all_sent_is_true(server: &Server, phone: &Phone) -> Result<(), String> {
    let received = phone.shelf().rows.iter().filter(|row| row.sealed.state.has_arrived());
    for row in received {
        // What nobody can read has no id: then its bytes are looked for, which travel as a text.
        let (id, raw) = (row.sealed.id, &row.sealed.raw);
        let is_it = |body: &str| body == raw || serde_json::to_string(raw).is_ok_and(|text| text == body);
        let known =
            server.tables.by_id.contains_key(&id) || server.tables.log.iter().any(|line| is_it(&line.logged.body));
        if !known {
            return Err(format!(
                "I9: {} is {:?} on the phone, and the server has not got it",
                row.sealed.id, row.sealed.state
            ));
        }
    }
    let received = phone.shelf().photos.iter().filter(|(_, photo)| photo.state == PhotoState::Received);
    for (hash, photo) in received {
        // What was freed and whose command was forgotten since, nobody asks about any more.
        let known = photo.bytes || phone.shelf().rows.iter().any(|row| row.photo.as_ref() == Some(hash));
        if known && !server.tables.blobs.contains(hash) {
            return Err(format!("I9: the photo {hash} is received on the phone, and the server has not got it"));
        }
    }
    let applied = phone.shelf().rows.iter().filter(|row| matches!(row.sealed.state, RowState::Applied { .. }));
    let lacking = applied.filter_map(|row| row.photo.as_ref()).find(|hash| !server.tables.blobs.contains(*hash));
    match lacking.filter(|_| phone.says_all_sent()) {
        Some(hash) => Err(format!("I9: the phone says that all is sent, and the server has no {hash}")),
        None => Ok(()),
    }
}

/// I6: up to the cursor the base is what the server has, and what it has not, has changed behind the cursor.
fn the_cursor_has_passed_nothing(tables: &Tables, phone: &Phone) -> Result<(), String> {
    let shelf = phone.shelf();
    let reached = |row: &&BaseRow| shelf.cursor.scopes.get(&row.scope).is_some_and(|at| row.version <= *at);
    for row in tables.records.values().filter(reached) {
        let mine = shelf.base.get(&row.record.key());
        if mine != Some(row) {
            let scope = row.scope;
            return Err(format!("I6: {} of {scope} was passed over at {}: {mine:?}", row.record.key(), row.version));
        }
    }
    for (key, row) in &shelf.base {
        let gone = tables.gone.get(&(row.scope, *key));
        let at = shelf.cursor.scopes.get(&row.scope).copied().unwrap_or_default();
        if gone.is_some_and(|version| row.version < *version && *version <= at) {
            return Err(format!("I6: {key} left {} and is still on the phone", row.scope));
        }
    }
    Ok(())
}

/// What holds at rest, when all faults have stopped and every queue has drained.
pub fn at_rest(server: &Server, phones: &[Phone], ledger: &Ledger, now: Moment) -> Result<(), String> {
    every_command_is_in_one_place(&server.tables, ledger)?;
    nobody_answers_for_what_they_carry(&server.tables)?;
    every_photo_is_where_its_record_says(server)?;
    no_photo_is_named_that_is_not_there(&server.tables)?;
    no_two_partners_hold_one_ground(&server.tables)?;
    orders_are_kept(&server.tables, ledger)?;
    for (at, phone) in phones.iter().enumerate() {
        at_any_time(server, phone, ledger).map_err(|broken| format!("phone {at}: {broken}"))?;
        what_is_gone_is_gone(server, phone).map_err(|broken| format!("phone {at}: {broken}"))?;
        is_equal(server, phone, now).map_err(|broken| format!("phone {at}: {broken}"))?;
        its_own_have_their_outcome(&server.tables, phone).map_err(|broken| format!("phone {at}: {broken}"))?;
    }
    Ok(())
}

/// Law 2 and I2: nothing is nowhere, and no id took effect twice.
fn every_command_is_in_one_place(tables: &Tables, ledger: &Ledger) -> Result<(), String> {
    let mut lines: BTreeMap<_, usize> = BTreeMap::new();
    for line in &tables.log {
        if let Some(id) = line.logged.id {
            *lines.entry(id).or_default() += 1;
        }
    }
    if let Some((id, count)) = lines.iter().find(|(_, count)| **count > 1) {
        return Err(format!("I2: {id} has {count} lines in the log"));
    }
    match ledger.saved.iter().find(|(id, _)| !lines.contains_key(id) && !ledger.excused.contains(id)) {
        Some((id, maker)) => Err(format!("law 2: {id} was saved on phone {maker}, and the server never got it")),
        None => Ok(()),
    }
}

/// F101: whoever hands a command in, it is decided as its author's.
fn nobody_answers_for_what_they_carry(tables: &Tables) -> Result<(), String> {
    let astray = |line: &&Line| {
        let head: Option<Head> = serde_json::from_str(&line.logged.body).ok();
        line.bearer.is_some() && head.is_some_and(|head| head.actor != line.author.user.id)
    };
    match tables.log.iter().find(astray) {
        Some(line) => Err(format!("F101: {:?} was decided as {}'s", line.logged.id, line.author.user.id)),
        None => Ok(()),
    }
}

/// P16: in whatever order a photo and its record came, the record says that the bytes are there exactly if they are.
fn every_photo_is_where_its_record_says(server: &Server) -> Result<(), String> {
    let tables = &server.tables;
    if let Some(hash) = tables.blobs.difference(&server.stored).next() {
        return Err(format!("I10: the tables say that {hash} is here, and its bytes are not"));
    }
    let wrong = |photo: &&Photo| photo.received_at.is_some() != tables.blobs.contains(&photo.picture.hash);
    match tables.all::<Photo>().find(wrong) {
        Some(photo) => Err(format!("I10: the bytes of {photo:?} are elsewhere")),
        None => Ok(()),
    }
}

/// Whoever threw it away when, and whoever closed what with it meanwhile: phones hold the same, which is looked at apart.
/// What lay in another territory by then was out of reach for whoever threw the photo away, and stays.
fn no_photo_is_named_that_is_not_there(tables: &Tables) -> Result<(), String> {
    let shown = tables.all::<Sighting>().filter_map(|sighting| Some((sighting.scope(), sighting.photo?)));
    let closed = tables.all::<Task>().filter_map(|task| Some((task.scope(), task.closed.as_ref()?.photo?)));
    let gone = |(scope, photo): &(Scope, PhotoId)| {
        let key = RecordKey::of::<Photo>(*photo);
        !tables.records.contains_key(&key) && tables.gone.contains_key(&(*scope, key))
    };
    match shown.chain(closed).find(gone) {
        Some((_, photo)) => Err(format!("{photo} is named as evidence and is gone")),
        None => Ok(()),
    }
}

/// S15: whoever drafted, offered and signed where and in whatever order it arrived.
fn no_two_partners_hold_one_ground(tables: &Tables) -> Result<(), String> {
    let holders = || tables.all::<Agreement>().filter(|agreement| agreement.state.holds_ground());
    match holders().find_map(|holder| overlaps(holder, holders()).pop()) {
        Some(met) => Err(format!("S15: two partners hold {met:?}")),
        None => Ok(()),
    }
}

/// A phone says that a photo is gone only if it is, everywhere: it has asked, and is told when somebody brings it after
/// all.
fn what_is_gone_is_gone(server: &Server, phone: &Phone) -> Result<(), String> {
    let mut gone = phone.shelf().photos.iter().filter(|(_, photo)| photo.state == PhotoState::Gone);
    match gone.find(|(hash, _)| server.stored.contains(*hash)) {
        Some((hash, _)) => Err(format!("I1: the phone says that the photo {hash} is gone, and the server has it")),
        None => Ok(()),
    }
}

/// I7: what one phone made one after the other was decided one after the other.
fn orders_are_kept(tables: &Tables, ledger: &Ledger) -> Result<(), String> {
    let mut last: BTreeMap<usize, usize> = BTreeMap::new();
    for (id, maker) in ledger.saved.iter().filter(|(id, _)| !ledger.excused.contains(id)) {
        let Some(at) = tables.by_id.get(id) else { continue };
        if last.insert(*maker, *at).is_some_and(|before| before > *at) {
            return Err(format!("I7: {id} of phone {maker} was decided before one that was made earlier"));
        }
    }
    Ok(())
}

/// Laws 3 and 4, I4 and I5: the phone holds what the server has in the scopes of its user, and nothing else.
fn is_equal(server: &Server, phone: &Phone, now: Moment) -> Result<(), String> {
    let held = held(&server.tables, phone.user, now);
    let theirs: BTreeMap<RecordKey, &BaseRow> = server
        .tables
        .records
        .iter()
        .filter(|(_, row)| held.contains(&row.scope))
        .map(|(key, row)| (*key, row))
        .collect();
    let shelf = phone.shelf();
    for (key, row) in &theirs {
        let mine = shelf.base.get(key);
        if mine != Some(*row) {
            return Err(format!("law 3: {key} is {mine:?} and not {row:?}"));
        }
    }
    if let Some((key, row)) = shelf.base.iter().find(|(key, _)| !theirs.contains_key(key)) {
        let law = if held.contains(&row.scope) { "law 3" } else { "laws 3 and 4, I5" };
        return Err(format!("{law}: {key} of {} should not be there", row.scope));
    }
    Ok(())
}

/// I1 and law 3: the author sees what became of each command, and nothing is laid over the base any more.
fn its_own_have_their_outcome(tables: &Tables, phone: &Phone) -> Result<(), String> {
    let cursor = &phone.shelf().cursor;
    if let Some(row) = phone.shelf().rows.iter().find(|row| !is_settled(&row.sealed.state, cursor)) {
        return Err(format!("law 3: {} is still laid over the base as {:?}", row.sealed.id, row.sealed.state));
    }
    for row in &phone.shelf().rows {
        let Some(at) = tables.by_id.get(&row.sealed.id) else { continue };
        let (seen, outcome) = (&row.sealed.state, &tables.log[*at].logged.outcome);
        let same = match (seen, outcome) {
            (RowState::Applied { versions: mine }, Outcome::Applied { versions: theirs }) => mine == theirs,
            (RowState::Refused { reason: mine }, Outcome::Refused { reason: theirs }) => mine == theirs,
            (RowState::Blocked { by: mine }, Outcome::Blocked { by: theirs }) => mine == theirs,
            (RowState::Quarantined { why: mine }, Outcome::Quarantined { why: theirs }) => mine == theirs,
            _ => false,
        };
        // Damaged after it had arrived: the server has the whole one, and says that this is another.
        let damaged = sync::Body::thaw(&row.sealed.raw).is_err();
        if !same && !damaged {
            return Err(format!("I1: {} is {seen:?} here and {outcome:?} there", row.sealed.id));
        }
    }
    Ok(())
}
