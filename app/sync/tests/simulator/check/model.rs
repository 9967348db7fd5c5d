//! The model: one command after the other over one whole world, without groups, pages, versions or numbers.
//! Whatever the server did by way of retries, crashes and restores must come out as if it had been done so.

use crate::region::OFFSET;
use crate::server::tables::{Event, Line, Tables};
use domain::commands::Context;
use domain::id::CommandId;
use domain::records::{AnyRecord, Photo, RecordKey};
use domain::rules::photo::received;
use domain::rules::reach::{Directory, Strictness, scopes_of};
use domain::time::Moment;
use domain::{Refusal, Scope, World};
use std::collections::BTreeMap;
use sync::Body;
use sync::body::Head;
use sync::wire::{Outcome, QuarantineReason};

#[derive(Default)]
struct Model {
    world: World,
    keys: BTreeMap<RecordKey, ()>,
    /// The first line of each id: its bytes and what became of it.
    first: BTreeMap<CommandId, (String, Outcome)>,
}

/// Compares the tables with what the model makes of the same events.
pub fn compare(tables: &Tables) -> Result<(), String> {
    let mut model = Model::default();
    for event in &tables.events {
        match event {
            Event::Planted(record) => model.put(AnyRecord::clone(record)),
            Event::Received(hash, at) => model.photo_received(hash, *at),
            Event::Command(at) => model.line(&tables.log[*at])?,
        }
    }
    let there: Vec<&AnyRecord> = model.keys.keys().filter_map(|key| model.world.any(*key)).collect();
    if there.len() != tables.records.len() {
        return Err(format!("law 2: {} records, and the model has {}", tables.records.len(), there.len()));
    }
    for record in there {
        let stored = tables.records.get(&record.key());
        if stored.is_none_or(|row| row.record != *record || row.scope != record.scope()) {
            return Err(format!("law 2: the model has {record:?}, the server {stored:?}"));
        }
    }
    Ok(())
}

impl Model {
    fn put(&mut self, record: AnyRecord) {
        self.keys.insert(record.key(), ());
        self.world.put(record);
    }

    fn photo_received(&mut self, hash: &str, at: Moment) {
        let photos = self.world.all::<Photo>().filter(|photo| photo.picture.hash == hash);
        let put: Vec<Photo> = photos.filter_map(|photo| received(photo, at)).collect();
        put.into_iter().for_each(|photo| self.put(photo.into()));
    }

    fn line(&mut self, line: &Line) -> Result<(), String> {
        let logged = &line.logged;
        if logged.outcome == Outcome::Lost {
            return Ok(());
        }
        let wanted = self.judge(line);
        if !alike(&wanted, &logged.outcome) {
            return Err(format!("laws 2, 4, 5: {} became {:?} and not {wanted:?}", logged.body, logged.outcome));
        }
        if let Ok(head) = serde_json::from_str::<Head>(&logged.body) {
            self.first.entry(head.id).or_insert_with(|| (logged.body.clone(), logged.outcome.clone()));
        }
        Ok(())
    }

    /// What must become of a command, and what it changes.
    fn judge(&mut self, line: &Line) -> Outcome {
        let kept = |why| Outcome::Quarantined { why };
        let (text, user) = (&line.logged.body, &line.author.user);
        let Ok(head) = serde_json::from_str::<Head>(text) else { return kept(QuarantineReason::NotUnderstood) };
        if let Some((bytes, outcome)) = self.first.get(&head.id) {
            let first = sync::ContentHash::of(bytes.as_bytes());
            return if bytes == text { outcome.clone() } else { Outcome::Conflict { first } };
        }
        if head.actor != user.id {
            return kept(QuarantineReason::NotTheSender);
        }
        if !user.active {
            return kept(QuarantineReason::AccountDisabled);
        }
        let body = Body::thaw(text).ok().filter(|body| line.build.reads(&body.command));
        let Some(body) = body else { return kept(QuarantineReason::NotUnderstood) };
        let failed = |id: &&CommandId| {
            self.first.get(id).is_some_and(|(_, outcome)| !matches!(outcome, Outcome::Applied { .. }))
        };
        if let Some(by) = body.after.iter().find(failed) {
            return Outcome::Blocked { by: *by };
        }
        let mut context = context(line, &body);
        match body.command.decide(&self.world, &context) {
            Ok(changes) => {
                for key in &changes.remove {
                    self.keys.remove(key);
                    self.world.remove(*key);
                }
                changes.put.into_iter().for_each(|record| self.put(record));
                Outcome::Applied { versions: BTreeMap::new() }
            }
            Err(Refusal::OutsideYourArea { name }) => {
                context.scopes = reach(line, context.captured_at, Strictness::Ever);
                match body.command.decide(&self.world, &context) {
                    Ok(_) => kept(QuarantineReason::NoLongerTheirs),
                    Err(_) => Outcome::Refused { reason: Refusal::OutsideYourArea { name } },
                }
            }
            Err(reason) => Outcome::Refused { reason },
        }
    }
}

fn reach(line: &Line, at: Moment, strictness: Strictness) -> Vec<Scope> {
    let author = &line.author;
    let directory = Directory { territories: &author.territories, assignments: &author.assignments, offset: OFFSET };
    scopes_of(&author.user, &directory, at, strictness)
}

/// A phone's clock is corrected by its error now and by its error as known then, and nothing is made after it arrives.
fn context(line: &Line, body: &Body) -> Context {
    let arrival = line.logged.received_at;
    let made = |error: i64| Moment((body.captured_at.0 + error).min(arrival.0));
    let captured_at = made(arrival.0 - line.clock.0);
    let mut scopes = reach(line, captured_at, Strictness::WithGrace);
    if body.skew != 0 {
        scopes.extend(reach(line, made(body.skew), Strictness::WithGrace));
    }
    scopes.extend(reach(line, arrival, Strictness::Exact));
    Context {
        actor: line.author.user.id,
        actor_name: line.author.user.name.clone(),
        role: line.author.user.role,
        device: line.logged.device,
        captured_at,
        decided_at: arrival,
        offset: OFFSET,
        scopes,
    }
}

/// The same, whatever the versions.
fn alike(a: &Outcome, b: &Outcome) -> bool {
    matches!((a, b), (Outcome::Applied { .. }, Outcome::Applied { .. })) || a == b
}
