//! The loop of the task: take a group, decide it, commit it, tell everybody.

use super::group::{Group, Standing};
use super::twins::Prints;
use super::{ImportOutcome, Job, Shared, WriteError};
use crate::api::with_causes;
use crate::sync::Directory;
use ::sync::server::{RecordChange, Versions};
use ::sync::wire::PushResponse;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};
use store::{Batch, ImportNote, Store, StoreError};
use tokio::sync::mpsc;

/// Most commands in one group: a commit of more would make the first ones wait, and takes more room than it saves time.
const GROUP_COMMANDS: usize = 1_000;
/// Most jobs in one group.
const GROUP_JOBS: usize = 64;

/// Runs until it is stopped or nobody can send any more.
pub(super) async fn run(store: Arc<dyn Store>, shared: Arc<Shared>, mut waiting: mpsc::Receiver<Job>) {
    let mut standing = None;
    while let Some(first) = waiting.recv().await {
        let mut group = Vec::new();
        let mut stop = None;
        let mut commands = 0;
        let mut next = Some(first);
        while let Some(job) = next {
            match job {
                Job::Stop(done) => {
                    stop = Some(done);
                    break;
                }
                job => {
                    commands += weight(&job);
                    group.push(job);
                }
            }
            let full = commands >= GROUP_COMMANDS || group.len() >= GROUP_JOBS;
            next = if full { None } else { waiting.try_recv().ok() };
        }
        write(store.as_ref(), &shared, &mut standing, group).await;
        if let Some(done) = stop {
            waiting.close();
            // Whoever asked may have gone.
            let _: Result<(), ()> = done.send(());
            return;
        }
    }
}

fn weight(job: &Job) -> usize {
    match job {
        Job::Push(push, _) => push.commands.len(),
        Job::Photo(..) | Job::Stop(_) => 1,
        Job::Plant(planting, _) => planting.records.len(),
        Job::Import(note, _) => match note {
            ImportNote::Made(_, steps) => steps.len(),
            ImportNote::Undone(..) => 1,
        },
    }
}

/// What a job is told once the group is on the disk.
enum Answer {
    Push(Result<PushResponse, WriteError>),
    Import(ImportOutcome),
    Done,
}

/// Writes a group in one transaction. If that fails, each job alone: one that the store cannot take stops no other.
async fn write(store: &dyn Store, shared: &Shared, standing: &mut Option<Standing>, group: Vec<Job>) {
    match attempt(store, shared, standing, &group).await {
        Ok(answers) => {
            for (job, answer) in group.into_iter().zip(answers) {
                tell(job, Ok(answer));
            }
        }
        Err(error) if group.len() > 1 => {
            tracing::warn!(cause = %with_causes(&error), jobs = group.len(), "a group was not written; each alone now");
            for job in group {
                let answer = attempt(store, shared, standing, std::slice::from_ref(&job)).await;
                tell(job, answer.map(|mut answers| answers.pop().unwrap_or(Answer::Done)));
            }
        }
        Err(error) => {
            if let Some(job) = group.into_iter().next() {
                tell(job, Err(error));
            }
        }
    }
}

fn tell(job: Job, answer: Result<Answer, StoreError>) {
    // Nobody listens any more when the request was given up; what was written stays written.
    match (job, answer) {
        (Job::Push(_, reply), Ok(Answer::Push(answer))) => drop(reply.send(answer)),
        (Job::Push(_, reply), Ok(_)) => drop(reply.send(Err(WriteError::Busy))),
        (Job::Push(_, reply), Err(error)) => drop(reply.send(Err(error.into()))),
        (Job::Photo(_, reply) | Job::Plant(_, reply), answer) => {
            drop(reply.send(answer.map(|_| ()).map_err(WriteError::from)));
        }
        (Job::Import(_, reply), Ok(Answer::Import(outcome))) => drop(reply.send(Ok(outcome))),
        (Job::Import(_, reply), Ok(_)) => drop(reply.send(Err(WriteError::Busy))),
        (Job::Import(_, reply), Err(error)) => drop(reply.send(Err(error.into()))),
        (Job::Stop(reply), _) => drop(reply.send(())),
    }
}

/// Decides and commits. On an error nothing was written, and the standing is read anew the next time.
async fn attempt(
    store: &dyn Store,
    shared: &Shared,
    standing: &mut Option<Standing>,
    jobs: &[Job],
) -> Result<Vec<Answer>, StoreError> {
    let current = match standing.take() {
        Some(standing) => standing,
        None => {
            let mut versions = Versions::default();
            for (scope, version) in store.versions().await? {
                versions.load(scope, version);
            }
            let prints = Prints::new(store.photo_prints().await?);
            Standing { directory: Directory::load(store, shared.offset).await?, versions, prints }
        }
    };
    let mut group = Group::new(store, current, shared);
    group.prepare(jobs).await?;
    let mut answers = Vec::with_capacity(jobs.len());
    for job in jobs {
        answers.push(match job {
            Job::Push(push, _) => Answer::Push(group.push(push).await?),
            Job::Photo(blob, _) => {
                group.photo(blob).await?;
                Answer::Done
            }
            Job::Plant(planting, _) => {
                group.plant(planting).await?;
                Answer::Done
            }
            Job::Import(note, _) => Answer::Import(group.import(note).await?),
            Job::Stop(_) => Answer::Done,
        });
    }
    let (batch, next) = group.finish();
    commit(store, shared, batch).await?;
    *standing = Some(next);
    Ok(answers)
}

/// Commits, and lets readers see it. Whoever reads by the directory waits while it changes, so that
/// nobody reads new rows by old rights.
async fn commit(store: &dyn Store, shared: &Shared, batch: Batch) -> Result<(), StoreError> {
    if batch.is_empty() {
        return Ok(());
    }
    let mut heights = BTreeMap::new();
    let mut people = Vec::new();
    for change in &batch.changes {
        let (scope, version) = match change {
            RecordChange::Put { record, version } => {
                if Directory::KINDS.contains(&record.key().kind) {
                    people.push((**record).clone());
                }
                (record.scope(), *version)
            }
            RecordChange::Gone { scope, version, .. } => (*scope, *version),
        };
        let height = heights.entry(scope).or_insert(version);
        *height = version.max(*height);
    }
    if people.is_empty() {
        store.commit(batch).await?;
    } else {
        let mut directory = shared.directory.write().await;
        store.commit(batch).await?;
        for record in &people {
            directory.take_in(record);
        }
    }
    if !heights.is_empty() {
        shared.heights.write().unwrap_or_else(PoisonError::into_inner).extend(&heights);
        // An error says that nobody listens.
        drop(shared.news.send(Arc::new(heights)));
    }
    Ok(())
}
