//! The camera view, with the browser's own test picture in front of it.

use device::{Camera, camera};
use domain::limits::{PHOTO_EDGE, THUMBNAIL_BYTES};
use domain::records::Doubt;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{File, HtmlVideoElement};

use crate::support::browser::js;

fn video() -> HtmlVideoElement {
    let document = web_sys::window().and_then(|window| window.document()).expect("a page");
    let video: HtmlVideoElement = document.create_element("video").expect("an element").unchecked_into();
    video.set_muted(true);
    video
}

#[wasm_bindgen_test]
async fn a_shot_is_a_small_jpeg_with_a_thumbnail_that_fits_a_command() {
    let video = video();
    let camera = Camera::open(&video).await.expect("the browser has a test camera");
    assert!(camera.is_live());
    assert!(camera.abilities().zoom >= 1.0);
    let shot = camera.shot(&["2026-11-24 09:26".to_owned()]).await.expect("a frame is there");
    assert!(shot.width.max(shot.height) <= PHOTO_EDGE && shot.width > 0);
    assert!(shot.jpeg.byte_length() > 1_000 && shot.jpeg.byte_length() <= 600_000);
    assert_eq!(Uint8Array::new(&shot.jpeg).subarray(0, 3).to_vec(), [0xff, 0xd8, 0xff]);
    assert!(!shot.thumbnail_base64.is_empty() && shot.thumbnail_base64.len() <= THUMBNAIL_BYTES.div_ceil(3) * 4);
    drop(camera);
    assert!(video.src_object().is_none(), "the camera is off");
}

#[wasm_bindgen_test]
async fn a_large_picture_from_a_file_is_made_as_small_as_ours() {
    let blob = js("
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [4000, 3000];
        const paper = canvas.getContext('2d');
        for (let n = 0; n < 3000; n++) {
            paper.fillStyle = `hsl(${n * 37 % 360} 80% 50%)`;
            paper.fillRect(n * 97 % 4000, n * 61 % 3000, 90, 70);
        }
        return new Promise((done) => canvas.toBlob(done, 'image/png'));
    ")
    .await;
    let file = File::new_with_blob_sequence(&Array::of1(&blob), "IMG_0001.png").expect("a file");
    let shot = camera::from_file(&file, &[]).await.expect("it is a picture");
    assert_eq!((shot.width, shot.height), (PHOTO_EDGE, PHOTO_EDGE * 3 / 4));
    assert!(shot.jpeg.byte_length() <= 600_000);
    let none = File::new_with_str_sequence(&Array::of1(&"not a picture".into()), "note.jpg").expect("a file");
    assert!(camera::from_file(&none, &[]).await.is_err());
}

/// A shelf of many small packs with letters on them, as a camera in focus sees it, or one that shook.
async fn shelf(filter: &str) -> File {
    let code = "
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [1600, 1200];
        const paper = canvas.getContext('2d');
        paper.filter = 'FILTER';
        for (let n = 0; n < 240; n++) {
            const [x, y] = [n % 20 * 80, Math.floor(n / 20) * 100];
            paper.fillStyle = `hsl(${n * 37 % 360} 60% ${30 + n * 7 % 40}%)`;
            paper.fillRect(x + 4, y + 4, 72, 92);
            paper.fillStyle = '#fff';
            paper.font = '20px sans-serif';
            paper.fillText(`No ${n}`, x + 12, y + 50);
        }
        return new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.9));
    ";
    let blob = js(&code.replace("FILTER", filter)).await;
    File::new_with_blob_sequence(&Array::of1(&blob), "IMG_0002.jpg").expect("a file")
}

#[wasm_bindgen_test]
async fn a_sharp_picture_raises_no_doubt_and_a_shaken_or_dark_one_does() {
    for (filter, doubts) in
        [("none", &[][..]), ("blur(7px)", &[Doubt::Blurred][..]), ("brightness(0.2)", &[Doubt::Dark][..])]
    {
        let shot = camera::from_file(&shelf(filter).await, &[]).await.expect("it is a picture");
        assert_eq!(shot.look.doubts, doubts, "{filter}");
    }
}

#[wasm_bindgen_test]
async fn what_is_written_into_a_picture_is_not_what_it_is_compared_by() {
    let plain = camera::from_file(&shelf("none").await, &[]).await.expect("it is a picture");
    let foot = ["2026-11-24 09:26 · 鑫源便利店".to_owned(), "离店 6 米".to_owned()];
    let stamped = camera::from_file(&shelf("none").await, &foot).await.expect("it is a picture");
    assert!(plain.look.print.is_some());
    assert_eq!(plain.look, stamped.look);
    assert_ne!(Uint8Array::new(&plain.jpeg).to_vec(), Uint8Array::new(&stamped.jpeg).to_vec());
}
