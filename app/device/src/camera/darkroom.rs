//! From a frame or a file to a JPEG that is small enough, and a thumbnail. One picture is on the canvas at a time:
//! a cheap phone has no memory for two.

use super::stamp::stamp;
use super::{CameraError, Shot};
use domain::limits::{PHOTO_EDGE, PHOTO_LEAN_BYTES, PHOTO_LEAN_EDGE, THUMBNAIL_BYTES};
use domain::records::Look;
use domain::rules::picture::{GREY_EDGE, Grey, look};
use js_sys::{Array, ArrayBuffer, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, CanvasRenderingContext2d, File, HtmlCanvasElement, ImageBitmap};

/// What a photo should weigh at most, in bytes: enough to read a price tag, and to get out of a village.
const PHOTO_WEIGHT: u32 = 600_000;
/// Qualities that are tried, best first.
const QUALITIES: [f64; 5] = [0.86, 0.78, 0.68, 0.56, 0.42];
/// Longest edge of a thumbnail, in pixels.
const THUMBNAIL_EDGE: u32 = 320;

/// The marked fallback: a picture from the file input, turned upright, made as small as one of ours, with `foot` written
/// into its foot.
///
/// # Errors
/// When the file is not a picture.
pub async fn from_file(file: &File, foot: &[String]) -> Result<Shot, CameraError> {
    let not_a_picture = |_| CameraError::NotAPicture;
    let window = web_sys::window().ok_or(CameraError::NotAPicture)?;
    // Browsers turn the picture as its EXIF says unless told otherwise.
    let made = window.create_image_bitmap_with_blob(file).map_err(not_a_picture)?;
    let bitmap: ImageBitmap = JsFuture::from(made).await.map_err(not_a_picture)?.unchecked_into();
    let shot = develop(bitmap.width(), bitmap.height(), foot, |paper, width, height| {
        let drawn = paper.draw_image_with_image_bitmap_and_dw_and_dh(&bitmap, 0.0, 0.0, width, height);
        // Its memory is many times that of the file, and goes now rather than when somebody collects it.
        bitmap.close();
        drawn
    });
    shot.await
}

/// The same picture as light as it may be where room is short; none if that cannot be made. The stamp in its foot and
/// what was seen in it stay.
pub(crate) async fn lighter(shot: &Shot) -> Option<Shot> {
    let options = BlobPropertyBag::new();
    options.set_type("image/jpeg");
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(&shot.jpeg), &options).ok()?;
    let made = web_sys::window()?.create_image_bitmap_with_blob(&blob).ok()?;
    let bitmap: ImageBitmap = JsFuture::from(made).await.ok()?.unchecked_into();
    let (width, height) = fitted(bitmap.width(), bitmap.height(), PHOTO_LEAN_EDGE);
    let (canvas, paper) = sheet(width, height).ok()?;
    let drawn =
        paper.draw_image_with_image_bitmap_and_dw_and_dh(&bitmap, 0.0, 0.0, f64::from(width), f64::from(height));
    bitmap.close();
    let jpeg = match drawn {
        Ok(()) => jpeg(&canvas, PHOTO_LEAN_BYTES).await.ok(),
        Err(_) => None,
    };
    free(&canvas);
    Some(Shot { jpeg: jpeg?, width, height, ..shot.clone() })
}

type Drawn = Result<(), JsValue>;

/// Draws a picture of a size onto paper that is no larger than it may be, and makes both JPEGs of it.
pub(super) async fn develop(
    width: u32,
    height: u32,
    foot: &[String],
    draw: impl FnOnce(&CanvasRenderingContext2d, f64, f64) -> Drawn,
) -> Result<Shot, CameraError> {
    let (width, height) = fitted(width, height, PHOTO_EDGE);
    let (canvas, paper) = sheet(width, height)?;
    draw(&paper, width.into(), height.into()).map_err(|_| CameraError::NoFrame)?;
    // Before anything is written into it, so that two pictures are compared and not two stamps.
    let look = seen(&canvas, width, height)?;
    stamp(&paper, (width.into(), height.into()), foot)?;
    let thumbnail_base64 = thumbnail(&canvas, width, height)?;
    let jpeg = jpeg(&canvas, PHOTO_WEIGHT).await;
    free(&canvas);
    Ok(Shot { jpeg: jpeg?, width, height, thumbnail_base64, look })
}

/// Some phones keep the memory of a canvas until it has no size.
fn free(canvas: &HtmlCanvasElement) {
    canvas.set_width(0);
    canvas.set_height(0);
}

/// What a phone sees in the picture, which it looks at small.
fn seen(photo: &HtmlCanvasElement, width: u32, height: u32) -> Result<Look, CameraError> {
    let (width, height) = fitted(width, height, GREY_EDGE);
    let (canvas, paper) = sheet(width, height)?;
    // At a lower quality every other pixel is left out, which makes noise look sharp.
    drop(Reflect::set(&paper, &"imageSmoothingQuality".into(), &"medium".into()));
    paper
        .draw_image_with_html_canvas_element_and_dw_and_dh(photo, 0.0, 0.0, width.into(), height.into())
        .map_err(failed)?;
    let pixels = paper.get_image_data(0.0, 0.0, width.into(), height.into()).map_err(failed)?;
    free(&canvas);
    Ok(Grey::of_rgba(&pixels.data(), width as usize).map(|grey| look(&grey)).unwrap_or_default())
}

async fn jpeg(canvas: &HtmlCanvasElement, weight: u32) -> Result<ArrayBuffer, CameraError> {
    let mut blob = None;
    for quality in QUALITIES {
        let made = encoded(canvas, quality).await?;
        let fits = made.size() <= f64::from(weight);
        blob = Some(made);
        if fits {
            break;
        }
    }
    let blob = blob.ok_or(CameraError::NoFrame)?;
    let bytes = JsFuture::from(blob.array_buffer()).await.map_err(failed)?;
    Ok(bytes.unchecked_into())
}

async fn encoded(canvas: &HtmlCanvasElement, quality: f64) -> Result<Blob, CameraError> {
    let made = Promise::new(&mut |resolve, reject| {
        let asked = canvas.to_blob_with_type_and_encoder_options(&resolve, "image/jpeg", &quality.into());
        if let Err(error) = asked {
            drop(reject.call1(&JsValue::NULL, &error));
        }
    });
    JsFuture::from(made).await.map_err(failed)?.dyn_into().map_err(|_| CameraError::Failed("no JPEG".to_owned()))
}

/// A small JPEG as base64, light enough for a command.
fn thumbnail(photo: &HtmlCanvasElement, width: u32, height: u32) -> Result<String, CameraError> {
    let mut edge = THUMBNAIL_EDGE;
    loop {
        let (width, height) = fitted(width, height, edge);
        let (canvas, paper) = sheet(width, height)?;
        paper
            .draw_image_with_html_canvas_element_and_dw_and_dh(photo, 0.0, 0.0, width.into(), height.into())
            .map_err(failed)?;
        let mut light = None;
        for quality in QUALITIES {
            let url =
                canvas.to_data_url_with_type_and_encoder_options("image/jpeg", &quality.into()).map_err(failed)?;
            let base64 = url.strip_prefix("data:image/jpeg;base64,").unwrap_or_default();
            // Base64 writes three bytes as four characters.
            if !base64.is_empty() && base64.len() / 4 * 3 <= THUMBNAIL_BYTES {
                light = Some(base64.to_owned());
                break;
            }
        }
        free(&canvas);
        if let Some(base64) = light {
            return Ok(base64);
        }
        // A picture of pure noise; a smaller one always fits.
        edge /= 2;
        if edge < 16 {
            return Ok(String::new());
        }
    }
}

fn sheet(width: u32, height: u32) -> Result<(HtmlCanvasElement, CanvasRenderingContext2d), CameraError> {
    let missing = || CameraError::Failed("no canvas".to_owned());
    let document = web_sys::window().and_then(|window| window.document()).ok_or_else(missing)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").map_err(failed)?.unchecked_into();
    canvas.set_width(width);
    canvas.set_height(height);
    let paper = canvas.get_context("2d").map_err(failed)?.ok_or_else(missing)?.unchecked_into();
    Ok((canvas, paper))
}

/// A size scaled down so that its longer edge is no longer than allowed.
fn fitted(width: u32, height: u32, edge: u32) -> (u32, u32) {
    let longest = width.max(height).max(1);
    if longest <= edge {
        return (width.max(1), height.max(1));
    }
    let scale = |side: u32| (u64::from(side) * u64::from(edge) / u64::from(longest)).max(1) as u32;
    (scale(width), scale(height))
}

pub(super) fn failed(error: JsValue) -> CameraError {
    let name = error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name);
    CameraError::Failed(name.unwrap_or_default())
}
