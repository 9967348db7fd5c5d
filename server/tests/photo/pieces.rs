//! Checksums of pieces, giving an upload up, and asking about one that is over.

use crate::support::ground::{OTHER_REP, REP};
use crate::support::picture::picture;
use crate::support::wire::Reply;
use crate::support::{Fixture, Phone};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::Method;
use sha1::Sha1;
use sha2::{Digest, Sha256};
use sync::wire::ProblemCode;

impl Phone {
    async fn send_with(&self, place: &str, offset: usize, bytes: &[u8], checksum: &str) -> Reply {
        let request = self.request(Method::PATCH, place).header("tus-resumable", "1.0.0");
        let request = request.header("content-type", "application/offset+octet-stream");
        let request = request.header("upload-offset", offset).header("upload-checksum", checksum);
        Reply::of(request.body(bytes.to_vec())).await
    }

    async fn give_up(&self, place: &str) -> Reply {
        Reply::of(self.request(Method::DELETE, place).header("tus-resumable", "1.0.0")).await
    }
}

fn sums(bytes: &[u8]) -> [String; 2] {
    let [sha1, sha256] = [STANDARD.encode(Sha1::digest(bytes)), STANDARD.encode(Sha256::digest(bytes))];
    [format!("sha1 {sha1}"), format!("sha256 {sha256}")]
}

#[tokio::test]
async fn a_piece_that_does_not_add_up_does_not_count_and_the_same_piece_right_does() {
    let fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    for which in 0..2 {
        let photo = picture();
        let place = phone.create(&photo).await.header("location").to_owned();
        let (first, rest) = photo.bytes.split_at(10_000);
        assert_eq!(phone.send_with(&place, 0, first, &sums(first)[which]).await.status(), 204);
        let answer = phone.send_with(&place, 10_000, rest, &sums(first)[which]).await;
        assert_eq!((answer.status(), answer.code()), (460, ProblemCode::Conflict));
        assert_eq!(phone.how_far(&place).await.header("upload-offset"), "10000");
        assert_eq!(phone.send_with(&place, 10_000, rest, &sums(rest)[which]).await.status(), 204);
    }
}

#[tokio::test]
async fn a_checksum_that_cannot_be_read_is_said_to_be_so_before_anything_is_written() {
    let fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    let photo = picture();
    let place = phone.create(&photo).await.header("location").to_owned();
    for checksum in ["", "sha1", "md5 AAAA", "sha256 !", "crc32 AAAA=="] {
        let answer = phone.send_with(&place, 0, &photo.bytes, checksum).await;
        assert_eq!((answer.status(), answer.code()), (400, ProblemCode::Malformed), "{checksum:?}");
    }
    assert_eq!(phone.how_far(&place).await.header("upload-offset"), "0");
}

#[tokio::test]
async fn an_upload_that_is_given_up_is_gone_for_everybody_and_only_its_own_phone_gives_it_up() {
    let fixture = Fixture::start().await;
    let (phone, other) = (fixture.log_in(REP).await, fixture.log_in(OTHER_REP).await);
    let photo = picture();
    let place = phone.create(&photo).await.header("location").to_owned();
    assert_eq!(phone.send(&place, 0, &photo.bytes[..5_000]).await.status(), 204);
    assert_eq!(other.give_up(&place).await.status(), 404);
    assert_eq!(phone.how_far(&place).await.header("upload-offset"), "5000");

    assert_eq!(phone.give_up(&place).await.status(), 204);
    assert_eq!(std::fs::read_dir(fixture.photos().join("partial")).unwrap().count(), 0);
    assert_eq!(phone.give_up(&place).await.status(), 404);
    assert_eq!(phone.send(&place, 5_000, &photo.bytes[5_000..]).await.status(), 404);
    assert_eq!(phone.create(&photo).await.header("upload-offset"), "0");
}

#[tokio::test]
async fn whoever_missed_the_last_answer_can_ask_again_and_a_received_photo_is_not_given_up() {
    let fixture = Fixture::start().await;
    let phone = fixture.log_in(REP).await;
    let photo = picture();
    let place = phone.create(&photo).await.header("location").to_owned();
    let whole = photo.bytes.len();
    assert_eq!(phone.send(&place, 0, &photo.bytes).await.status(), 204);
    let asked = phone.how_far(&place).await;
    assert_eq!((asked.status(), asked.header("upload-offset")), (200, whole.to_string().as_str()));
    assert_eq!(phone.send(&place, 0, &photo.bytes).await.status(), 409, "it has come further than that");
    assert_eq!(phone.send(&place, whole, b"").await.status(), 204);

    assert_eq!(phone.give_up(&place).await.status(), 204);
    assert_eq!(phone.create(&photo).await.header("upload-offset"), whole.to_string());
}
