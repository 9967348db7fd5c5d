//! Looking at the bytes themselves: their hash, whether they are a JPEG of a size that we keep, and a small picture.
//! Everything here blocks and belongs on a thread that may.

use domain::limits::{PHOTO_EDGE, THUMBNAIL_BYTES};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, ImageReader, Limits};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

/// The longer edge of a small picture, in pixels.
const THUMBNAIL_EDGE: u32 = 320;
/// Decoding may not take more memory than a picture of the allowed size needs.
const DECODED_BYTES: u64 = 4 * PHOTO_EDGE as u64 * PHOTO_EDGE as u64;

/// The SHA-256 of a file in lower-case hex.
pub fn hash_of(file: &Path) -> Result<String, io::Error> {
    let mut file = File::open(file)?;
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        match file.read(&mut buffer)? {
            0 => break,
            count => hasher.update(&buffer[..count]),
        }
    }
    Ok(hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Whether a file begins like a JPEG of a size that we keep. Only its head is read: a picture that would unfold
/// to gigabytes is turned away before it is unfolded.
pub fn is_jpeg(file: &Path) -> Result<bool, io::Error> {
    let edges = 1..=PHOTO_EDGE;
    let size = reader(BufReader::new(File::open(file)?)).into_dimensions();
    Ok(size.is_ok_and(|(width, height)| edges.contains(&width) && edges.contains(&height)))
}

/// A small picture of a photo, as JPEG.
pub fn thumbnail(bytes: &[u8]) -> Result<Vec<u8>, image::ImageError> {
    let picture = reader(io::Cursor::new(bytes)).decode()?;
    let small = picture.thumbnail(THUMBNAIL_EDGE, THUMBNAIL_EDGE);
    // A busy shelf at a fine quality is larger than what a phone may send; then a coarser one does.
    let mut jpeg = encode(&small, 78)?;
    if jpeg.len() > THUMBNAIL_BYTES {
        jpeg = encode(&small, 55)?;
    }
    Ok(jpeg)
}

fn encode(picture: &DynamicImage, quality: u8) -> Result<Vec<u8>, image::ImageError> {
    let mut jpeg = Vec::with_capacity(THUMBNAIL_BYTES);
    JpegEncoder::new_with_quality(&mut jpeg, quality).encode_image(&picture.to_rgb8())?;
    Ok(jpeg)
}

fn reader<R: io::BufRead + io::Seek>(bytes: R) -> ImageReader<R> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(PHOTO_EDGE);
    limits.max_image_height = Some(PHOTO_EDGE);
    limits.max_alloc = Some(DECODED_BYTES);
    let mut reader = ImageReader::with_format(bytes, ImageFormat::Jpeg);
    reader.limits(limits);
    reader
}

#[cfg(test)]
mod tests {
    use super::{THUMBNAIL_EDGE, encode, thumbnail};
    use image::{DynamicImage, GenericImageView, RgbImage};

    #[test]
    fn a_small_picture_keeps_the_proportions() {
        let photo = encode(&DynamicImage::ImageRgb8(RgbImage::new(1600, 1200)), 80).unwrap();
        let small = image::load_from_memory(&thumbnail(&photo).unwrap()).unwrap();
        assert_eq!(small.dimensions(), (THUMBNAIL_EDGE, 240));
    }

    #[test]
    fn a_picture_that_would_unfold_to_gigabytes_is_not_unfolded() {
        let mut bomb = encode(&DynamicImage::ImageRgb8(RgbImage::new(8, 8)), 80).unwrap();
        // The size in the frame header: FF C0, length, precision, then height and width.
        let frame = bomb.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
        bomb[frame + 5..frame + 9].copy_from_slice(&[0xff; 4]);
        assert!(thumbnail(&bomb).is_err());
    }
}
