//! An upload goes on where it was cut, in whatever way it was cut.

use crate::support::ground::{OTHER_REP, REP};
use crate::support::picture::{Picture, picture};
use crate::support::wire::connect;
use crate::support::{Fixture, Phone};
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

/// What lies in the content-addressed store.
fn stored(fixture: &Fixture, picture: &Picture) -> Option<Vec<u8>> {
    let hash = &picture.hash;
    std::fs::read(fixture.photos().join(&hash[..2]).join(&hash[2..4]).join(format!("{hash}.jpg"))).ok()
}

/// Begins a piece on a connection of its own and sends only so many bytes of it.
async fn begin(fixture: &Fixture, cookie: &str, place: &str, offset: usize, whole: usize, sent: &[u8]) -> TcpStream {
    let mut connection = connect(&fixture.url).await;
    let head = format!(
        "PATCH {place} HTTP/1.1\r\nHost: a\r\nCookie: {cookie}\r\nTus-Resumable: 1.0.0\r\n\
         Content-Type: application/offset+octet-stream\r\nUpload-Offset: {offset}\r\nContent-Length: {whole}\r\n\r\n"
    );
    connection.write_all(head.as_bytes()).await.unwrap();
    connection.write_all(sent).await.unwrap();
    connection.flush().await.unwrap();
    connection
}

/// A phone, and its cookie for requests written by hand.
async fn rep(fixture: &Fixture) -> (Phone, String) {
    let phone = Phone::new(&fixture.url);
    let answer = phone.log_in(crate::support::number_of(REP), crate::support::PASSWORD).await;
    let cookie = answer.header("set-cookie").split(';').next().unwrap().to_owned();
    (phone, cookie)
}

#[tokio::test]
async fn a_photo_in_one_piece_is_stored_under_its_hash_byte_for_byte() {
    let fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    let photo = picture();
    let done = phone.upload(&photo).await;
    assert_eq!((done.status(), done.header("upload-offset")), (204, photo.bytes.len().to_string().as_str()));
    assert_eq!(done.header("tus-resumable"), "1.0.0");
    assert_eq!(stored(&fixture, &photo).unwrap(), photo.bytes);
    assert_eq!(std::fs::read_dir(fixture.photos().join("partial")).unwrap().count(), 0, "nothing is left behind");
}

#[tokio::test]
async fn an_upload_that_is_cut_again_and_again_ends_with_the_same_bytes() {
    let fixture = Fixture::start().await;
    let (phone, cookie) = rep(&fixture).await;
    let photo = picture();
    let place = phone.create(&photo).await.header("location").to_owned();
    let mut offset = 0;
    for cut in [1, 7, 64 * 1024, 64 * 1024 + 1, photo.bytes.len() - 1] {
        let sent = &photo.bytes[offset..cut];
        drop(begin(&fixture, &cookie, &place, offset, photo.bytes.len() - offset, sent).await);
        taken_in(&fixture, &place, cut).await;
        offset = phone.how_far(&place).await.header("upload-offset").parse().unwrap();
        assert_eq!(offset, cut);
    }
    assert_eq!(phone.send(&place, offset, &photo.bytes[offset..]).await.status(), 204);
    assert_eq!(stored(&fixture, &photo).unwrap(), photo.bytes);
}

/// Waits until the server has taken in what was sent. A phone does not: what it asks too early for is sent twice.
async fn taken_in(fixture: &Fixture, place: &str, sent: usize) {
    let file = fixture.photos().join("partial").join(place.rsplit('/').next().unwrap());
    for _ in 0..250 {
        if std::fs::metadata(&file).is_ok_and(|meta| meta.len() == sent as u64) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("what had arrived when the line was cut was not kept");
}

#[tokio::test]
async fn a_line_that_is_cut_in_the_headers_harms_nothing() {
    let fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    let photo = picture();
    let place = phone.create(&photo).await.header("location").to_owned();
    let mut connection = connect(&fixture.url).await;
    connection.write_all(format!("PATCH {place} HTTP/1.1\r\nHost: a\r\nUpload-Off").as_bytes()).await.unwrap();
    drop(connection);
    assert_eq!(phone.how_far(&place).await.header("upload-offset"), "0");
    assert_eq!(phone.send(&place, 0, &photo.bytes).await.status(), 204);
}

#[tokio::test]
async fn a_new_connection_takes_over_from_one_that_hangs() {
    let fixture = Fixture::start().await;
    let (phone, cookie) = rep(&fixture).await;
    let photo = picture();
    let place = phone.create(&photo).await.header("location").to_owned();
    let half = photo.bytes.len() / 2;
    // Never closed, never sending another byte: a phone that went round the corner.
    let hanging = begin(&fixture, &cookie, &place, 0, photo.bytes.len(), &photo.bytes[..half]).await;
    tokio::time::sleep(Duration::from_millis(100)).await;
    let asked = tokio::time::timeout(Duration::from_secs(5), phone.how_far(&place)).await.unwrap();
    let offset: usize = asked.header("upload-offset").parse().unwrap();
    assert!(offset <= half);
    let rest = phone.send(&place, offset, &photo.bytes[offset..]);
    assert_eq!(tokio::time::timeout(Duration::from_secs(5), rest).await.unwrap().status(), 204);
    assert_eq!(stored(&fixture, &photo).unwrap(), photo.bytes);
    drop(hanging);
}

#[tokio::test]
async fn two_connections_that_send_the_same_piece_do_not_mix_their_bytes() {
    let fixture = Fixture::start().await;
    let (phone, cookie) = rep(&fixture).await;
    let photo = picture();
    let place = phone.create(&photo).await.header("location").to_owned();
    let first = begin(&fixture, &cookie, &place, 0, photo.bytes.len(), &photo.bytes[..100]).await;
    let second = phone.send(&place, 0, &photo.bytes).await;
    if second.status() != 204 {
        assert_eq!(second.status(), 409, "the first had come further by then");
        let offset: usize = phone.how_far(&place).await.header("upload-offset").parse().unwrap();
        assert_eq!(phone.send(&place, offset, &photo.bytes[offset..]).await.status(), 204);
    }
    assert_eq!(stored(&fixture, &photo).unwrap(), photo.bytes);
    drop(first);
}

#[tokio::test]
async fn a_phone_that_was_restarted_finds_its_upload_and_so_does_a_server() {
    let mut fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    let photo = picture();
    let place = phone.create(&photo).await.header("location").to_owned();
    assert_eq!(phone.send(&place, 0, &photo.bytes[..5_000]).await.header("upload-offset"), "5000");

    fixture.restart().await;
    let phone = Phone { url: fixture.url.clone(), ..phone };
    let again = phone.create(&photo).await;
    assert_eq!((again.status(), again.header("location"), again.header("upload-offset")), (201, &*place, "5000"));
    assert_eq!(phone.send(&place, 5_000, &photo.bytes[5_000..]).await.status(), 204);
    assert_eq!(stored(&fixture, &photo).unwrap(), photo.bytes);
}

#[tokio::test]
async fn a_photo_that_is_here_already_is_not_sent_again_by_anybody() {
    let fixture = Fixture::start().await;
    let photo = picture();
    assert_eq!(fixture.log_in(REP).await.upload(&photo).await.status(), 204);
    for user in [REP, OTHER_REP] {
        let created = fixture.log_in(user).await.create(&photo).await;
        let all = photo.bytes.len().to_string();
        assert_eq!((created.status(), created.header("upload-offset")), (201, all.as_str()));
    }
}

#[tokio::test]
async fn the_first_piece_may_travel_with_the_creation() {
    let fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    let photo = picture();
    let request = phone.request(reqwest::Method::POST, "/api/v1/photos").header("tus-resumable", "1.0.0");
    let request = request.header("upload-length", photo.bytes.len());
    let request = request.header("upload-metadata", phone.metadata(&photo.hash));
    let request = request.header("content-type", "application/offset+octet-stream");
    let created = request.body(photo.bytes.clone()).send().await.unwrap();
    assert_eq!(created.status(), 201);
    assert_eq!(created.headers()["upload-offset"], photo.bytes.len().to_string().as_str());
    assert_eq!(stored(&fixture, &photo).unwrap(), photo.bytes);
}

#[tokio::test]
async fn an_upload_that_nobody_came_back_to_is_given_up() {
    let mut fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    let photo = picture();
    let place = phone.create(&photo).await.header("location").to_owned();
    phone.send(&place, 0, &photo.bytes[..5_000]).await;
    fixture.clock.advance(15 * domain::time::DAY);
    fixture.restart().await;
    let partial = fixture.photos().join("partial");
    for _ in 0..50 {
        if std::fs::read_dir(&partial).unwrap().count() == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(std::fs::read_dir(&partial).unwrap().count(), 0);
    let phone = Phone { url: fixture.url.clone(), ..phone };
    assert_eq!(phone.how_far(&place).await.status(), 404);
    assert_eq!(phone.create(&photo).await.header("upload-offset"), "0");
}

#[tokio::test]
async fn a_photo_whose_bytes_the_disk_has_lost_is_taken_again() {
    let fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    let photo = picture();
    phone.upload(&photo).await;
    let hash = &photo.hash;
    std::fs::remove_file(fixture.photos().join(&hash[..2]).join(&hash[2..4]).join(format!("{hash}.jpg"))).unwrap();
    assert_eq!(phone.create(&photo).await.header("upload-offset"), "0", "it is not said to be there");
    let done = phone.upload(&photo).await;
    assert_eq!(done.status(), 204);
    assert_eq!(stored(&fixture, &photo).unwrap(), photo.bytes);
}
