//! A server that is killed keeps what it acknowledged (law 1, on its side of the line): commands and photos, each once.

use crate::ground::{self, CHECKLIST, REP, east_shop};
use crate::phone::Phone;
use crate::process::{Process, assert_whole};
use crate::served::{data, plant, session};
use crate::upload::Picture;
use domain::commands::{CheckIn, TakePhoto};
use domain::geo::{Fix, Position};
use domain::id::VisitId;
use domain::records::{Capture, Look, PhotoRef, VisitReason};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use sync::client::RowState;
use tokio::task::JoinHandle;

/// How often the server is killed in everyday tests; `LIANYING_KILLS` names another number.
const KILLS: u64 = 6;
/// Bytes of a photo: five pieces.
const PHOTO: usize = 150_000;

/// One phone that records tasks as fast as they are taken, and one that takes photos.
struct Work {
    tasks: Phone,
    photos: Phone,
    visit: VisitId,
    pictures: Vec<Picture>,
    /// Receipts as they were told.
    receipts: Vec<String>,
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_killed_again_and_again_keeps_what_it_acknowledged_and_has_nothing_twice() {
    let kills = std::env::var("LIANYING_KILLS").map_or(KILLS, |text| text.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    plant(&data(folder.path()), ground::records()).await;
    let mut work = Work::new(folder.path()).await;
    for round in 0..kills {
        let process = Process::start(folder.path());
        work.call(&process.url);
        work = work.until_killed(process, round).await;
        let process = Process::start(folder.path());
        work.call(&process.url);
        work.find_all_that_was_acknowledged(folder.path()).await;
        work.settle_the_rest(folder.path()).await;
    }
    work.end(folder.path()).await;
}

impl Work {
    async fn new(folder: &Path) -> Self {
        let tasks = session(&data(folder), REP, 1).await;
        let mut photos = session(&data(folder), REP, 2).await;
        let (visit, outlet, reason) = (photos.new_id(), east_shop(1), VisitReason::Planned);
        photos.make(CheckIn { visit, outlet, checklist: CHECKLIST, reason, fix: fix(&photos), exception: None });
        Self { tasks, photos, visit, pictures: Vec::new(), receipts: Vec::new() }
    }

    /// Where the server is now.
    fn call(&mut self, url: &str) {
        self.tasks.url = url.to_owned();
        self.photos.url = url.to_owned();
    }

    /// Both phones work; after some acknowledgements and some moments more the server is killed.
    async fn until_killed(self, process: Process, round: u64) -> Self {
        let said = Arc::new(AtomicU64::new(0));
        let Self { tasks, photos, visit, pictures, receipts } = self;
        let recording = record_tasks(tasks, Arc::clone(&said));
        let taking = take_photos(photos, visit, pictures, Arc::clone(&said));
        let enough = 1 + round * 7 % 23;
        let waiting = async {
            while said.load(Ordering::Relaxed) < enough {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(60), waiting).await.expect("the server takes something");
        // Into the middle of whatever it does by then, each time a little later.
        tokio::time::sleep(Duration::from_micros(round * 1_370 % 25_000)).await;
        drop(process);
        let tasks = recording.await.unwrap();
        let (photos, pictures) = taking.await.unwrap();
        Self { tasks, photos, visit, pictures, receipts }
    }

    async fn find_all_that_was_acknowledged(&mut self, folder: &Path) {
        let camera = self.photos.device;
        for phone in [&mut self.tasks, &mut self.photos] {
            let acknowledged = phone.rows.iter().filter(|row| row.state != RowState::Waiting).count() as u64;
            let pages = phone.pull().await;
            let page = pages.last().unwrap();
            assert!(page.acknowledged >= acknowledged, "{} < {acknowledged}", page.acknowledged);
            self.receipts.extend(pages.iter().flat_map(|page| page.receipts.clone()));
            if phone.device == camera {
                let shown = page.acknowledged.min(2);
                assert_eq!(phone.count("visit") + phone.count("photo"), usize::try_from(shown).unwrap());
            } else {
                assert_eq!(phone.count("task") as u64, page.acknowledged, "a task for each command, and none without");
            }
        }
        for picture in self.pictures.iter().filter(|picture| picture.is_received()) {
            let kept = std::fs::read(picture.place(&data(folder).photos)).unwrap_or_default();
            assert!(kept == picture.bytes, "a photo that was said to be received is there, byte for byte");
        }
    }

    /// What the line had swallowed goes once more; what the server had of it is not taken again.
    async fn settle_the_rest(&mut self, folder: &Path) {
        for phone in [&mut self.tasks, &mut self.photos] {
            phone.push().await;
            assert!(phone.rows.iter().all(|row| matches!(row.state, RowState::Applied { .. })), "all is settled");
        }
        for picture in self.pictures.iter_mut().filter(|picture| !picture.is_received()) {
            let answer = self.photos.try_upload(picture).await;
            assert!(matches!(answer, Some(Ok(()))), "{answer:?}");
        }
        self.receipts.extend(self.photos.pull().await.iter().flat_map(|page| page.receipts.clone()));
        let owed: BTreeSet<&str> = self.pictures.iter().map(|picture| picture.hash.as_str()).collect();
        let told: BTreeSet<&str> = self.receipts.iter().map(String::as_str).collect();
        assert_eq!(told, owed, "every photo has its receipt");
        assert_eq!(self.receipts.len(), owed.len(), "and has it once");
        assert_eq!(
            std::fs::read_dir(data(folder).photos.join("partial")).unwrap().count(),
            0,
            "no upload is left over"
        );
    }

    async fn end(&self, folder: &Path) {
        assert_whole(folder);
        let process = Process::start(folder);
        let mut fresh = Phone { cursor: Default::default(), base: Default::default(), ..self.tasks.clone() };
        fresh.url.clone_from(&process.url);
        fresh.pull().await;
        assert_eq!(fresh.count("task"), self.tasks.rows.len());
        assert_eq!((fresh.count("visit"), fresh.count("photo")), (1, 1));
        println!("{} commands, {} photos", self.tasks.rows.len() + self.photos.rows.len(), self.pictures.len());
    }
}

/// Records tasks in pushes of one to seven until the line breaks.
fn record_tasks(mut phone: Phone, said: Arc<AtomicU64>) -> JoinHandle<Phone> {
    tokio::spawn(async move {
        for n in 0.. {
            for task in 0..=n % 7 {
                phone.leave_task(east_shop(n + task), "补货");
            }
            if phone.try_push().await.is_none() {
                break;
            }
            said.fetch_add(1, Ordering::Relaxed);
        }
        phone
    })
}

/// Takes photos, each in the place of the one before, and sends them until the line breaks.
fn take_photos(
    mut phone: Phone,
    visit: VisitId,
    mut pictures: Vec<Picture>,
    said: Arc<AtomicU64>,
) -> JoinHandle<(Phone, Vec<Picture>)> {
    tokio::spawn(async move {
        loop {
            let mut picture = Picture::new(pictures.len() as u64, PHOTO);
            let photo = phone.new_id();
            let (hash, bytes) = (picture.hash.clone(), picture.bytes.len() as u64);
            phone.make(TakePhoto {
                photo,
                visit,
                item: "shelf".into(),
                slot: "front".to_owned(),
                picture: PhotoRef { hash, bytes, width: 16, height: 16 },
                thumbnail: "/9j/2Q==".to_owned(),
                fix: fix(&phone),
                capture: Capture::Camera,
                look: Look::default(),
                redo: None,
            });
            let pushed = phone.try_push().await;
            let sent = if pushed.is_some() { phone.try_upload(&mut picture).await } else { None };
            pictures.push(picture);
            if !matches!(sent, Some(Ok(()))) {
                return (phone, pictures);
            }
            said.fetch_add(1, Ordering::Relaxed);
        }
    })
}

fn fix(phone: &Phone) -> Option<Fix> {
    let position = Position { lat: 36_600_000, lon: 114_500_000 };
    Some(Fix { position, accuracy: 10, measured_at: phone.clock, jitter: None })
}
