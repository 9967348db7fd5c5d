//! The camera view, with the browser's own test picture in front of it.

use device::{Camera, camera};
use domain::limits::{PHOTO_EDGE, THUMBNAIL_BYTES};
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
    let shot = camera.shot().await.expect("a frame is there");
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
    let shot = camera::from_file(&file).await.expect("it is a picture");
    assert_eq!((shot.width, shot.height), (PHOTO_EDGE, PHOTO_EDGE * 3 / 4));
    assert!(shot.jpeg.byte_length() <= 600_000);
    let none = File::new_with_str_sequence(&Array::of1(&"not a picture".into()), "note.jpg").expect("a file");
    assert!(camera::from_file(&none).await.is_err());
}
