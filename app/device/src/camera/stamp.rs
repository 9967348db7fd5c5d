//! What is written into the foot of a picture: when, where, who (F35). A convenience for whoever is shown the picture
//! elsewhere, and never a proof: the bytes are proved by their hash and chain.

use super::CameraError;
use super::darkroom::failed;
use web_sys::CanvasRenderingContext2d;

/// Lines of text fit so often into the longer edge of a picture.
const LINES: f64 = 46.0;

/// Writes lines into the foot of a picture, white on a dark band, so that they can be read on any shelf.
pub(super) fn stamp(
    paper: &CanvasRenderingContext2d,
    (width, height): (f64, f64),
    lines: &[String],
) -> Result<(), CameraError> {
    if lines.is_empty() {
        return Ok(());
    }
    let size = (width.max(height) / LINES).max(8.0);
    let line = size * 1.4;
    let band = line * lines.len() as f64 + size * 0.6;
    paper.set_fill_style_str("rgba(3, 8, 9, 0.55)");
    paper.fill_rect(0.0, height - band, width, band);
    paper.set_fill_style_str("#fff");
    paper.set_text_baseline("middle");
    paper.set_font(&format!("600 {size}px system-ui, sans-serif"));
    for (at, words) in lines.iter().enumerate() {
        let middle = height - band + size * 0.3 + line * (at as f64 + 0.5);
        // Narrowed rather than cut off: a long name of a shop is still its name.
        paper.fill_text_with_max_width(words, size * 0.6, middle, width - size * 1.2).map_err(failed)?;
    }
    Ok(())
}
