//! Photos as one ZIP: streamed while they are read, one in memory at a time, with a list of what is in it at its end.

use super::csv;
use super::known::Known;
use super::pages::Pages;
use super::table::{Window, attached};
use crate::account::Signed;
use crate::api::{ApiError, AppState};
use axum::body::{Body, Bytes};
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::Response;
use domain::Scope;
use domain::id::{TerritoryId, UserId};
use domain::records::{Photo, Ruling};
use futures::stream;
use std::io::{self, Write};
use sync::wire::Problem;
use tokio::sync::mpsc;
use zip::write::{SimpleFileOptions, StreamWriter, ZipWriter};

/// How much is handed on at once.
const PART: usize = 64 * 1024;
const HEAD: [&str; 9] = ["文件", "时间", "业务代表", "门店编号", "门店", "区域", "位置", "审核", "校验码"];
const LIST: &str = "照片清单.csv";

/// Which photos.
#[derive(Clone, Copy, Debug, serde::Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// Of this territory only.
    #[param(value_type = Option<String>)]
    territory: Option<TerritoryId>,
    /// Of this rep only.
    #[param(value_type = Option<String>)]
    rep: Option<UserId>,
    /// So judged; `open` for those that nobody has judged yet.
    verdict: Option<Judged>,
}

/// How a photo is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Judged {
    Pass,
    Redo,
    Open,
}

impl Judged {
    const fn of(photo: &Photo) -> Self {
        match photo.ruling {
            Some(Ruling::Pass) => Self::Pass,
            Some(Ruling::Redo) => Self::Redo,
            None => Self::Open,
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Pass => "合格",
            Self::Redo => "重拍",
            Self::Open => "待审",
        }
    }
}

impl Wanted {
    fn fits(self, photo: &Photo) -> bool {
        self.territory.is_none_or(|territory| territory == photo.territory)
            && self.rep.is_none_or(|rep| rep == photo.rep)
            && self.verdict.is_none_or(|verdict| verdict == Judged::of(photo))
    }
}

/// The photos that have arrived, as a ZIP with a folder for each day and shop. One that breaks off has no list at its end.
#[utoipa::path(get, path = "/api/v1/export/photos.zip", tag = "export",
    params(Window, Wanted),
    responses(
        (status = 200, content_type = "application/zip", body = Vec<u8>),
        (status = 400, body = Problem, description = "Not a day, a territory, a rep or a verdict."),
        (status = 401, body = Problem, description = "No open session."),
        (status = 403, body = Problem, description = "Photos in one file are for managers."),
))]
pub async fn photos(
    State(state): State<AppState>,
    signed: Signed,
    window: Result<Query<Window>, QueryRejection>,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<Response, ApiError> {
    signed.managers_only("lists are for managers")?;
    let malformed = |why: QueryRejection| ApiError::Malformed(why.body_text());
    let (Query(window), Query(wanted)) = (window.map_err(malformed)?, wanted.map_err(malformed)?);
    let known = Known::read(&state, &signed, true).await?;
    let name = format!("photos-{}.zip", signed.now.date(state.offset));
    let pages = Pages::of(&state, &signed, |scope| matches!(scope, Scope::Territory(_)));
    let (parts, going) = mpsc::channel(4);
    let (entries, arriving) = mpsc::channel(1);
    let failed = parts.clone();
    tokio::task::spawn_blocking(move || {
        if let Err(error) = pack(arriving, Parts { parts, held: Vec::with_capacity(PART) }) {
            tracing::warn!(%error, "photos were not sent to their end");
            // Whoever reads sees that it broke off.
            drop(failed.blocking_send(Err(error)));
        }
    });
    tokio::spawn(async move {
        if let Err(error) =
            gather(&state, pages, &known, |photo, day| window.holds(day) && wanted.fits(photo), &entries).await
        {
            tracing::error!(%error, "photos could not be read");
            drop(entries.send(Entry::Failed(error.to_string())).await);
        }
    });
    Ok(attached(
        "application/zip",
        &name,
        Body::from_stream(stream::unfold(going, async |mut going| going.recv().await.map(|part| (part, going)))),
    ))
}

/// What is packed.
enum Entry {
    /// A file, its bytes, and its line in the list.
    Photo { name: String, jpeg: Bytes, line: Vec<String> },
    /// There is no use in going on.
    Failed(String),
}

async fn gather(
    state: &AppState,
    mut pages: Pages,
    known: &Known,
    fits: impl Fn(&Photo, jiff::civil::Date) -> bool,
    entries: &mpsc::Sender<Entry>,
) -> Result<(), ApiError> {
    while pages.more {
        for photo in pages.next::<Photo>().await? {
            let day = photo.taken_at.date(known.offset);
            if photo.received_at.is_none() || !fits(&photo, day) {
                continue;
            }
            let Some(found) = state.photos.blobs.get(&photo.picture.hash).await.map_err(ApiError::internal)? else {
                continue;
            };
            let jpeg = found.bytes().await.map_err(ApiError::internal)?;
            if entries.send(entry(&photo, day, jpeg, known)).await.is_err() {
                // Nobody reads any more.
                return Ok(());
            }
        }
    }
    Ok(())
}

fn entry(photo: &Photo, day: jiff::civil::Date, jpeg: Bytes, known: &Known) -> Entry {
    let (code, shop) = known.outlet(photo.outlet);
    let (hour, minute) = photo.taken_at.clock(known.offset);
    let folder = named(&format!("{code} {shop}"));
    let file = named(&format!("{hour:02}{minute:02} {} {}", photo.slot, &photo.picture.hash[..8]));
    let name = format!("{day}/{folder}/{file}.jpg");
    let line = vec![
        name.clone(),
        format!("{day} {hour:02}:{minute:02}"),
        photo.rep_name.clone(),
        code.to_owned(),
        shop.to_owned(),
        known.territory(photo.territory).to_owned(),
        format!("{} {}", photo.item.0, photo.slot),
        Judged::of(photo).words().to_owned(),
        photo.picture.hash.clone(),
    ];
    Entry::Photo { name, jpeg, line }
}

/// A name that every file system takes, and that leads nowhere else.
fn named(words: &str) -> String {
    let fit = |letter: char| if letter.is_control() || r#"<>:"/\|?*"#.contains(letter) { '_' } else { letter };
    let words: String = words.trim().chars().map(fit).take(80).collect();
    let words = words.trim_matches(['.', ' ']);
    if words.is_empty() { "_".to_owned() } else { words.to_owned() }
}

fn pack(mut arriving: mpsc::Receiver<Entry>, parts: Parts) -> io::Result<()> {
    let mut zip: ZipWriter<StreamWriter<Parts>> = ZipWriter::new_stream(parts);
    // A JPEG is packed already.
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut list = csv::BEGINNING.to_owned();
    csv::line(&mut list, HEAD.into_iter());
    while let Some(entry) = arriving.blocking_recv() {
        match entry {
            Entry::Photo { name, jpeg, line } => {
                zip.start_file(name, stored)?;
                zip.write_all(&jpeg)?;
                csv::line(&mut list, line.iter().map(String::as_str));
            }
            Entry::Failed(why) => return Err(io::Error::other(why)),
        }
    }
    zip.start_file(LIST, stored)?;
    zip.write_all(list.as_bytes())?;
    zip.finish()?.into_inner().flush()
}

/// Where the ZIP is written to: on to whoever reads it.
struct Parts {
    parts: mpsc::Sender<io::Result<Bytes>>,
    held: Vec<u8>,
}

impl Write for Parts {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.held.extend_from_slice(bytes);
        if self.held.len() >= PART {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.held.is_empty() {
            return Ok(());
        }
        let part = std::mem::replace(&mut self.held, Vec::with_capacity(PART));
        self.parts.blocking_send(Ok(part.into())).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_name_leads_nowhere_else() {
        assert_eq!(named("H001 永盛/../..\\x:y"), "H001 永盛_.._.._x_y");
        assert_eq!((named(".."), named(" \u{7} ")), ("_".to_owned(), "_".to_owned()));
    }
}
