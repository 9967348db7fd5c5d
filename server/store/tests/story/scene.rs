//! The people and things of the story.

use domain::Scope;
use domain::id::{DeviceId, OutletId, TerritoryId, UserId};
use domain::records::{AnyRecord, Capture, Evidence, ItemKey, Look, Photo, PhotoRef, Task, TaskKind};
use domain::time::Moment;
use std::collections::BTreeMap;
use store::PageRequest;
use sync::server::{Logged, RecordChange};
use sync::wire::Outcome;
use sync::{ContentHash, Link};
use uuid::Uuid;

/// A shop, a task and a photo in it, some more tasks elsewhere, and a phone.
pub struct Scene {
    pub user: UserId,
    pub device: DeviceId,
    pub outlet: OutletId,
    pub territory: TerritoryId,
    pub other_territory: TerritoryId,
    pub task: Task,
    pub photo: Photo,
}

impl Scene {
    pub fn new() -> Self {
        let (user, outlet, territory) = (id(1).into(), id(20).into(), id(40).into());
        let photo = Photo {
            id: id(50).into(),
            visit: id(51).into(),
            outlet,
            territory,
            rep: user,
            rep_name: "周建国".to_owned(),
            item: ItemKey("shelf".to_owned()),
            slot: "1".to_owned(),
            standard: None,
            picture: PhotoRef { hash: "ab".repeat(32), bytes: 9, width: 3, height: 3 },
            taken_at: Moment(3),
            fix: None,
            capture: Capture::Camera,
            look: Look::default(),
            before: None,
            kept_because: String::new(),
            twins: Vec::new(),
            annotations: Vec::new(),
            received_at: None,
            redo_of: None,
            proves: Vec::new(),
            shows: Vec::new(),
            verdict: None,
            ruling: None,
            appeal: None,
            audit: None,
        };
        let other_territory = id(41).into();
        let task = task(60, user, outlet, territory, "\"引号\"\n");
        Self { user, device: DeviceId(id(30)), outlet, territory, other_territory, task, photo }
    }

    /// Where it plays.
    pub fn ground(&self) -> Scope {
        Scope::Territory(self.territory)
    }

    /// What is planted: nine records of one scope.
    pub fn records(&self) -> Vec<AnyRecord> {
        let others = (70..77).map(|n| {
            let photo = Photo { id: id(n).into(), visit: id(n + 500).into(), ..self.photo.clone() };
            let picture = PhotoRef { hash: format!("{n:064}"), ..photo.picture.clone() };
            AnyRecord::from(Photo { picture, ..photo })
        });
        [self.task.clone().into(), self.photo.clone().into()].into_iter().chain(others).collect()
    }
}

pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn task(number: u128, owner: UserId, outlet: OutletId, territory: TerritoryId, what: &str) -> Task {
    Task {
        id: id(number).into(),
        outlet,
        territory,
        owner,
        kind: TaskKind::FollowUp { what: what.to_owned() },
        note: String::new(),
        asked_by: owner,
        asked_by_name: String::new(),
        asked_at: Moment(1),
        due: "2026-03-01".parse().unwrap(),
        origin: None,
        evidence: Evidence::Word,
        with: None,
        at_risk: None,
        placed: None,
        closed: None,
        reopened: Vec::new(),
    }
}

pub fn put(record: impl Into<AnyRecord>, version: u64) -> RecordChange {
    RecordChange::Put { record: Box::new(record.into()), version }
}

/// A line of the log. Every tenth has no id, as a lost number has none.
pub fn logged(device: DeviceId, seq: u64) -> Logged {
    let content = ContentHash(format!("{seq:064}"));
    Logged {
        device,
        seq,
        id: (!seq.is_multiple_of(10)).then(|| id(u128::from(seq) + 5_000).into()),
        prev: None,
        link: Link::default().next(seq, &content),
        content,
        body: format!("{{\"seq\":{seq}}}"),
        signature: None,
        captured_at: Some(Moment(4)),
        received_at: Moment(5),
        outcome: if seq.is_multiple_of(10) { Outcome::Lost } else { Outcome::Applied { versions: BTreeMap::new() } },
    }
}

/// A pull of the ground from a version on.
pub fn page_request(scene: &Scene, from: u64) -> PageRequest {
    PageRequest {
        device: scene.device,
        user: scene.user,
        scopes: BTreeMap::from([(scene.ground(), from)]),
        receipts: 0,
        bytes: 256 * 1024,
        digests: false,
    }
}
