//! What is not taken, and that it leaves nothing behind.

use crate::support::ground::{OTHER_REP, REP};
use crate::support::picture::{of_bytes, picture};
use crate::support::wire::Reply;
use crate::support::{Fixture, Phone};
use domain::limits::PHOTO_BYTES;
use reqwest::Method;
use std::path::Path;
use sync::wire::ProblemCode;

fn files_below(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { files_below(&path) } else { 1 }).sum()
}

#[tokio::test]
async fn bytes_with_another_hash_are_thrown_away_and_may_be_sent_again() {
    let fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    let photo = picture();
    let place = phone.create(&photo).await.header("location").to_owned();
    let mut damaged = photo.bytes.clone();
    *damaged.last_mut().unwrap() ^= 1;
    let answer = phone.send(&place, 0, &damaged).await;
    assert_eq!((answer.status(), answer.code()), (460, ProblemCode::Conflict));
    assert_eq!(files_below(fixture.photos()), 0);
    assert_eq!(phone.how_far(&place).await.status(), 404);

    assert_eq!(phone.create(&photo).await.header("upload-offset"), "0");
    assert_eq!(phone.send(&place, 0, &photo.bytes).await.status(), 204);
}

#[tokio::test]
async fn what_is_no_jpeg_is_not_kept_even_if_its_hash_is_right() {
    let fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    let mut bomb = picture().bytes;
    let frame = bomb.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    bomb[frame + 5..frame + 9].copy_from_slice(&[0xff; 4]);
    for bytes in [b"<html><script>alert(1)</script>".to_vec(), vec![0; 100_000], b"\xff\xd8\xff".to_vec(), bomb] {
        let answer = phone.upload(&of_bytes(bytes)).await;
        assert_eq!((answer.status(), answer.code()), (415, ProblemCode::Malformed));
    }
    assert_eq!(files_below(fixture.photos()), 0);
}

#[tokio::test]
async fn too_much_is_refused_before_it_is_sent_and_while_it_is() {
    let fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    let photo = picture();
    let answer = phone.announce(&(PHOTO_BYTES + 1).to_string(), &phone.metadata(&photo.hash)).await;
    assert_eq!((answer.status(), answer.code()), (413, ProblemCode::TooLarge));

    let place = phone.create(&photo).await.header("location").to_owned();
    let more = [photo.bytes.as_slice(), b"more"].concat();
    assert_eq!(phone.send(&place, 0, &more).await.status(), 413);
    // Without a length the server has to notice while it reads.
    let stream = futures::stream::iter(
        more.chunks(10_000).map(|part| Ok::<_, std::io::Error>(part.to_vec())).collect::<Vec<_>>(),
    );
    let request = phone.request(Method::PATCH, &place).header("tus-resumable", "1.0.0").header("upload-offset", 0);
    let request = request.header("content-type", "application/offset+octet-stream");
    let answer = Reply::of(request.body(reqwest::Body::wrap_stream(stream))).await;
    assert_eq!(answer.status(), 413);
    assert_eq!(phone.how_far(&place).await.header("upload-offset"), "0", "none of it counts");
    assert_eq!(phone.send(&place, 0, &photo.bytes).await.status(), 204);
}

#[tokio::test]
async fn headers_that_cannot_be_read_are_never_the_servers_fault() {
    let fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    let photo = picture();
    let right = phone.metadata(&photo.hash);
    for (length, metadata) in [
        ("", right.as_str()),
        ("0", &right),
        ("-1", &right),
        ("ten", &right),
        ("184467440737095516160", &right),
        ("10", ""),
        ("10", "sha256"),
        ("10", "sha256 !,device !"),
        ("10", "device MDE=,sha256 Li4vLi4vZXRjL3Bhc3N3ZA=="),
    ] {
        let answer = phone.announce(length, metadata).await;
        assert_eq!((answer.status(), answer.code()), (400, ProblemCode::Malformed), "{length:?} {metadata:?}");
    }
    let place = phone.create(&photo).await.header("location").to_owned();
    let patch = || phone.request(Method::PATCH, &place).header("tus-resumable", "1.0.0");
    let piece = || patch().header("content-type", "application/offset+octet-stream");
    for (request, status) in [
        (piece(), 400),
        (piece().header("upload-offset", "-5"), 400),
        (piece().header("upload-offset", "18446744073709551615").body("x"), 413),
        (piece().header("upload-offset", "7").body("x"), 409),
        (patch().header("upload-offset", "0"), 415),
        (phone.request(Method::PATCH, &place).header("tus-resumable", "0.2.2"), 412),
        (phone.request(Method::PATCH, &place), 412),
    ] {
        assert_eq!(Reply::of(request).await.status(), status);
    }
    for id in ["nothing", "..%2f..%2ftest.db", &"0".repeat(64)] {
        let place = format!("/api/v1/photos/uploads/{id}");
        assert_eq!(phone.how_far(&place).await.status(), 404);
        assert_eq!(phone.send(&place, 0, b"x").await.status(), 404);
    }
}

#[tokio::test]
async fn nobody_sends_into_the_upload_of_another() {
    let fixture = Fixture::start().await;
    let (phone, other) = (fixture.log_in(REP).await, fixture.log_in(OTHER_REP).await);
    let photo = picture();
    let place = phone.create(&photo).await.header("location").to_owned();
    assert_eq!(other.how_far(&place).await.status(), 404);
    assert_eq!(other.send(&place, 0, b"spoilt").await.status(), 404);
    assert_ne!(other.create(&photo).await.header("location"), place, "the same photo by another is another upload");
    let nobody = Phone::new(&fixture.url);
    assert_eq!(nobody.create(&photo).await.code(), ProblemCode::LoggedOut);
    assert_eq!(nobody.send(&place, 0, b"x").await.status(), 401);
    assert_eq!(phone.send(&place, 0, &photo.bytes).await.status(), 204);
}

#[tokio::test]
async fn the_server_says_what_of_tus_it_can_do() {
    let fixture = Fixture::start().await;
    let answer = Reply::of(Phone::new(&fixture.url).request(Method::OPTIONS, "/api/v1/photos")).await;
    assert_eq!((answer.status(), answer.header("tus-version")), (204, "1.0.0"));
    assert_eq!(answer.header("tus-max-size"), PHOTO_BYTES.to_string());
    assert_eq!(answer.header("tus-extension"), "creation,creation-with-upload,checksum,expiration,termination");
}
