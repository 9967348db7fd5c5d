//! Draws what a rep photographs: a shelf, a fridge or a shop front that a manager can judge by looking at it.
//! A [`Scene`] says what is to be seen, [`Scene::truth`] what a fair judge would find, [`Studio`] makes the JPEG.
//! `history.rs` answers the checklist from the same truth, so that answers and photos tell one story.

mod bottle;
mod camera;
mod canvas;
pub mod depot;
mod fridge;
mod front;
mod glyphs;
mod rack;
pub mod scenes;

use crate::chance::Chance;
use crate::products::Look;
use image::RgbImage;
use image::codecs::jpeg::JpegEncoder;

/// What is photographed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// 主货架.
    MainShelf,
    /// 冰柜.
    Fridge,
    /// 店头.
    Storefront,
}

/// One place in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facing {
    /// A piece stands here.
    Piece {
        /// What it is.
        look: Look,
        /// What its price tag says, in fen.
        fen: i64,
        /// How many stand behind each other, 1 to 3.
        depth: u8,
    },
    /// Nothing stands here.
    Gap,
}

/// The price tags of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tags {
    /// One under each product, in line.
    Right,
    /// Some are missing.
    Missing,
    /// They hang crooked and under the wrong things.
    Crooked,
}

/// One board of a shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// From left to right.
    pub facings: Vec<Facing>,
    /// Its price tags.
    pub tags: Tags,
}

/// The season's poster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Poster {
    /// In full view.
    Shown,
    /// Half of it is covered.
    Covered,
    /// Not there.
    Absent,
}

/// What went wrong when the picture was taken; 0 is nothing, 1 is bad.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Defects {
    /// Too little light.
    pub dark: f32,
    /// A reflection over the goods.
    pub glare: f32,
    /// A shaken hand.
    pub blur: f32,
    /// A crooked phone, -1 to 1.
    pub tilt: f32,
}

/// What is to be seen on a picture.
#[derive(Clone, Debug)]
pub struct Scene {
    /// What is photographed.
    pub kind: Kind,
    /// The boards from top to bottom; the second is at eye level. A shop front has none.
    pub rows: Vec<Row>,
    /// The season's poster.
    pub poster: Poster,
    /// The words on the sign of a shop front.
    pub sign: &'static str,
    /// Whether cases are piled up at the door (堆头).
    pub pile: bool,
    /// What went wrong.
    pub defects: Defects,
    /// Taken from a tripod in good light, for a display standard.
    pub posed: bool,
    /// Everything that does not matter: where exactly things stand, how the light falls.
    pub chance: Chance,
}

/// What a fair judge would find on a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Truth {
    /// Our facings side by side at eye level, at most.
    pub facings: u32,
    /// Pieces of other makers on the board at eye level, or anywhere in a fridge.
    pub rivals: u32,
    /// Places that stand empty.
    pub gaps: u32,
    /// Whether all price tags are right.
    pub tags: bool,
    /// The season's poster.
    pub poster: Poster,
    /// Whether cases are piled up at the door.
    pub pile: bool,
    /// Whether the picture can be judged at all.
    pub clear: bool,
}

impl Facing {
    /// Whose it is: `Some(true)` ours, `Some(false)` another maker's.
    #[must_use]
    pub fn ours(&self) -> Option<bool> {
        match self {
            Self::Piece { look, .. } => Some(look.is_ours()),
            Self::Gap => None,
        }
    }
}

impl Scene {
    /// The row at eye level.
    #[must_use]
    pub fn eye_level(&self) -> Option<&Row> {
        self.rows.get(1)
    }

    /// What a fair judge would find.
    #[must_use]
    pub fn truth(&self) -> Truth {
        let eye = self.eye_level().map_or(&[][..], |row| &row.facings);
        let (mut run, mut longest) = (0, 0);
        for facing in eye {
            run = if facing.ours() == Some(true) { run + 1 } else { 0 };
            longest = longest.max(run);
        }
        let judged: Vec<&Facing> = match self.kind {
            Kind::Fridge => self.rows.iter().flat_map(|row| &row.facings).collect(),
            _ => eye.iter().collect(),
        };
        let count = |wanted: Option<bool>| judged.iter().filter(|facing| facing.ours() == wanted).count() as u32;
        let Defects { dark, glare, blur, tilt } = self.defects;
        Truth {
            facings: longest,
            rivals: count(Some(false)),
            gaps: count(None),
            tags: self.rows.iter().all(|row| row.tags == Tags::Right),
            poster: self.poster,
            pile: self.pile,
            clear: dark < 0.5 && glare < 0.5 && blur < 0.5 && tilt.abs() < 0.6,
        }
    }
}

/// From where the picture is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Angle {
    /// 正面.
    Front,
    /// 侧面.
    Side,
}

/// Draws pictures, and remembers the pieces that it has drawn. One per thread.
#[derive(Default)]
pub struct Studio {
    stock: rack::Stock,
}

impl Studio {
    /// Photographs a scene from each of some angles, as JPEG.
    #[must_use]
    pub fn photograph(&mut self, scene: &Scene, angles: &[Angle], (width, height): (u32, u32)) -> Vec<Picture> {
        let size = camera::canvas_size(width, height);
        let canvas = match scene.kind {
            Kind::MainShelf => rack::paint(scene, size, &mut self.stock),
            Kind::Fridge => fridge::paint(scene, size, &mut self.stock),
            Kind::Storefront => front::paint(scene, size, &mut self.stock),
        };
        angles.iter().map(|angle| Picture::of(&camera::photograph(&canvas, scene, *angle, width, height))).collect()
    }

    /// The picture of how it should be, for a display standard.
    #[must_use]
    pub fn reference(&mut self, kind: Kind, size: (u32, u32)) -> Picture {
        let scene = scenes::standard(kind, &Chance::new(0).stream("reference"));
        self.photograph(&scene, &[Angle::Front], size).swap_remove(0)
    }
}

/// A finished picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// JPEG.
    pub bytes: Vec<u8>,
    /// A small JPEG of the same, to be shown before the bytes are there.
    pub thumbnail: Vec<u8>,
    /// Pixels across and down.
    pub size: (u32, u32),
}

impl Picture {
    fn of(image: &RgbImage) -> Self {
        let small = camera::shrink(image, THUMBNAIL_WIDTH);
        Self { bytes: jpeg(image, 72), thumbnail: jpeg(&small, 56), size: image.dimensions() }
    }
}

/// Pixels across a small picture.
const THUMBNAIL_WIDTH: u32 = 216;

fn jpeg(image: &RgbImage, quality: u8) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(image.len() / 12);
    JpegEncoder::new_with_quality(&mut bytes, quality)
        .encode_image(image)
        .expect("an RGB picture of this size always fits JPEG, and writing to memory cannot fail");
    bytes
}

#[cfg(test)]
mod tests {
    use super::scenes::{Fault, compose};
    use super::*;

    fn shot(number: u64) -> Picture {
        let scene = compose(Kind::MainShelf, Fault::Nothing, &Chance::new(4).numbered("scene", number));
        Studio::default().photograph(&scene, &[Angle::Front], (240, 320)).swap_remove(0)
    }

    #[test]
    fn the_same_scene_makes_the_same_bytes_and_another_scene_makes_others() {
        assert_eq!(shot(1), shot(1));
        assert_ne!(shot(1).bytes, shot(2).bytes);
    }

    #[test]
    fn a_studio_that_has_drawn_before_draws_the_same_picture() {
        let scene = compose(Kind::Fridge, Fault::Mixed, &Chance::new(4));
        let mut studio = Studio::default();
        let first = studio.photograph(&scene, &[Angle::Front], (240, 320));
        assert_eq!(first, studio.photograph(&scene, &[Angle::Front], (240, 320)));
    }

    #[test]
    fn front_and_side_are_two_pictures_of_one_shelf() {
        let scene = compose(Kind::MainShelf, Fault::Nothing, &Chance::new(4));
        let both = Studio::default().photograph(&scene, &[Angle::Front, Angle::Side], (240, 320));
        assert_eq!(both.len(), 2);
        assert_ne!(both[0].bytes, both[1].bytes);
    }

    #[test]
    fn a_picture_keeps_to_the_limits_of_a_photo_and_its_thumbnail() {
        for kind in [Kind::MainShelf, Kind::Fridge, Kind::Storefront] {
            let picture = Studio::default().reference(kind, (720, 960));
            assert_eq!(picture.size, (720, 960));
            assert!(picture.bytes.len() < 200_000, "{kind:?}: {}", picture.bytes.len());
            assert!(picture.thumbnail.len() < 20_000, "{kind:?}: {}", picture.thumbnail.len());
        }
    }

    #[test]
    fn a_dark_picture_is_darker_than_one_without_fault() {
        let mean = |fault| {
            let scene = compose(Kind::MainShelf, fault, &Chance::new(4));
            let picture = Studio::default().photograph(&scene, &[Angle::Front], (240, 320)).swap_remove(0);
            let image = image::load_from_memory(&picture.bytes).expect("it was just written").to_rgb8();
            image.iter().map(|value| u64::from(*value)).sum::<u64>() / image.len() as u64
        };
        assert!(mean(Fault::Dark) * 2 < mean(Fault::Nothing));
    }
}
