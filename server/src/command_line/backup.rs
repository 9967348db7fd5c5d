//! `backup` and `restore` (F108): a folder with everything in it, taken while the server runs, and the way back. What was
//! made after the backup comes again from the phones, which keep what they have sent for fourteen days (P24).

use super::Data;
use crate::clock::random;
use crate::evidence::{Seal, audit};
use anyhow::{Context, bail};
use clap::Args;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use store::{Records, SqliteStore};

/// The database in a backup.
const DATABASE: &str = "lianying.db";
/// The folder of photos in a backup.
const PHOTOS: &str = "photos";
/// What SQLite keeps beside a database.
const BESIDE: [&str; 2] = ["-wal", "-shm"];

/// Where to.
#[derive(Debug, Args)]
pub struct Backup {
    #[command(flatten)]
    data: Data,
    /// The folder to write to; made if there is none. Photos that it has already are not copied again
    #[arg(value_name = "FOLDER")]
    to: PathBuf,
}

/// Where from.
#[derive(Debug, Args)]
pub struct Restore {
    #[command(flatten)]
    data: Data,
    /// The folder that `backup` wrote
    #[arg(value_name = "FOLDER")]
    from: PathBuf,
}

/// Writes a backup. The database goes first: by the time the photos are copied, every photo that it names lies there.
pub async fn back_up(Backup { data, to }: Backup) -> anyhow::Result<()> {
    if !data.database.is_file() {
        bail!("there is no database {}", data.database.display());
    }
    fs::create_dir_all(&to).with_context(|| format!("cannot make {}", to.display()))?;
    let draft = to.join(format!("{DATABASE}.draft"));
    remove_database(&draft)?;
    let store = data.open_store().await?;
    let copied = store.copy_to(&draft).await;
    store.close().await;
    copied.context("cannot copy the database")?;
    let photos = copy_photos(&data.photos, &to.join(PHOTOS))?;
    put_in_place(&draft, &to.join(DATABASE))?;
    println!("{} has the database and {} photos, {} of them new", to.display(), photos.all, photos.new);
    Ok(())
}

/// Puts a backup where a server will find it, as another epoch, so that phones send what the backup does not have.
/// Nothing is overwritten.
pub async fn restore(Restore { data, from }: Restore) -> anyhow::Result<()> {
    let source = from.join(DATABASE);
    if !source.is_file() {
        bail!("{} is no backup: there is no {DATABASE} in it", from.display());
    }
    for there in with_what_is_beside(&data.database) {
        if there.exists() {
            bail!("{} is there: stop the server and move it away first; nothing is overwritten", there.display());
        }
    }
    let draft = data.database.with_extension("draft");
    if let Some(folder) = data.database.parent().filter(|folder| *folder != Path::new("")) {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    let photos = copy_photos(&from.join(PHOTOS), &data.photos)?;
    remove_database(&draft)?;
    fs::copy(&source, &draft).with_context(|| format!("cannot copy {}", source.display()))?;
    // Before it has its name: a database that is served in its old epoch would tell phones that all is as it was.
    let found = begin_anew(&draft, &data).await?;
    put_in_place(&draft, &data.database)?;
    println!("{} has the database and {} photos, {} of them new", data.database.display(), photos.all, photos.new);
    found.iter().for_each(|fault| println!("{fault}"));
    match found.len() {
        0 => Ok(()),
        faults => bail!("restored, but {faults} things are not as they were written"),
    }
}

async fn begin_anew(database: &Path, data: &Data) -> anyhow::Result<Vec<String>> {
    let store = SqliteStore::open(database).await.context("the backup cannot be opened")?;
    let found = async {
        let epoch: String = random::<8>()?.iter().map(|byte| format!("{byte:02x}")).collect();
        store.renew_epoch(&epoch).await?;
        let seal = Seal::load(&store).await?;
        let found = audit(&store, &data.open_photos()?, &seal).await?;
        let devices = found.devices.iter().flat_map(|device| &device.faults);
        anyhow::Ok(devices.chain(&found.photo_faults).map(ToString::to_string).collect())
    };
    let found = found.await;
    store.close().await;
    found
}

/// How many photos there are, and how many were copied.
#[derive(Default)]
struct Copied {
    all: u64,
    new: u64,
}

/// Copies every photo that is not there yet: under a hash lie the same bytes everywhere.
fn copy_photos(from: &Path, to: &Path) -> anyhow::Result<Copied> {
    let mut copied = Copied::default();
    for first in folders(from)? {
        for second in folders(&first)? {
            let target = to.join(second.strip_prefix(from)?);
            fs::create_dir_all(&target).with_context(|| format!("cannot make {}", target.display()))?;
            for entry in fs::read_dir(&second).with_context(|| format!("cannot read {}", second.display()))? {
                let photo = entry?.path();
                if photo.extension().is_none_or(|extension| extension != "jpg") {
                    continue;
                }
                let target = target.join(photo.file_name().unwrap_or_default());
                copied.all += 1;
                if !target.exists() {
                    let draft = target.with_extension("draft");
                    fs::copy(&photo, &draft).with_context(|| format!("cannot copy {}", photo.display()))?;
                    put_in_place(&draft, &target)?;
                    copied.new += 1;
                }
            }
        }
    }
    Ok(copied)
}

/// The folders in a folder of photos that belong to the beginning of a hash; none where there is no such folder.
fn folders(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let paths: Vec<PathBuf> = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    let of_a_hash = |path: &PathBuf| path.is_dir() && path.file_name().is_some_and(|name| name.len() == 2);
    Ok(paths.into_iter().filter(of_a_hash).collect())
}

/// Gives a finished file its name, durably.
fn put_in_place(draft: &Path, target: &Path) -> anyhow::Result<()> {
    let placed = || {
        File::open(draft)?.sync_all()?;
        fs::rename(draft, target)?;
        let folder = target.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()
    };
    placed().with_context(|| format!("cannot write {}", target.display()))
}

fn with_what_is_beside(database: &Path) -> Vec<PathBuf> {
    let beside = BESIDE.map(|ending| {
        let mut name = database.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    });
    std::iter::once(database.to_owned()).chain(beside).collect()
}

/// Removes what an earlier attempt left behind.
fn remove_database(draft: &Path) -> anyhow::Result<()> {
    for left in with_what_is_beside(draft) {
        if left.exists() {
            fs::remove_file(&left).with_context(|| format!("cannot remove {}", left.display()))?;
        }
    }
    Ok(())
}
