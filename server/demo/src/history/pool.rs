//! The pictures of the past: some scenes of each kind, drawn once and met again in many shops.
//! Real photos repeat too little for that, but a shelf that is judged by looking at it does not know.

use crate::DemoPicture;
use crate::chance::Chance;
use crate::shelf::scenes::{Fault, compose};
use crate::shelf::{Angle, Kind, Picture, Scene, Studio, Truth};
use domain::records::PhotoRef;
use std::thread;
use sync::ContentHash;

/// Pixels of a picture.
const SIZE: (u32, u32) = (540, 720);

/// One scene with its pictures.
pub struct Shot {
    /// What a fair judge would find.
    pub truth: Truth,
    /// The pictures, front first.
    pub pictures: Vec<PhotoRef>,
}

/// All of them.
pub struct Pool {
    shelves: Vec<Shot>,
    fridges: Vec<Shot>,
    fronts: Vec<Shot>,
    /// The pictures' bytes.
    pub pictures: Vec<DemoPicture>,
}

const SHELVES: [(Fault, usize); 10] = [
    (Fault::Nothing, 22),
    (Fault::Short, 6),
    (Fault::OutOfStock, 4),
    (Fault::Mixed, 5),
    (Fault::TagsMissing, 3),
    (Fault::TagsCrooked, 2),
    (Fault::Dark, 2),
    (Fault::Glare, 1),
    (Fault::Blur, 2),
    (Fault::Tilt, 1),
];
const FRIDGES: [(Fault, usize); 4] =
    [(Fault::Nothing, 12), (Fault::Mixed, 4), (Fault::OutOfStock, 2), (Fault::Glare, 2)];
const FRONTS: [(Fault, usize); 4] =
    [(Fault::Nothing, 10), (Fault::PosterCovered, 2), (Fault::PosterAbsent, 2), (Fault::NoPile, 2)];

impl Pool {
    /// Draws them, each kind on a thread of its own.
    #[must_use]
    pub fn draw(chance: &Chance) -> Self {
        let both = [Angle::Front, Angle::Side];
        let (shelves, fridges, fronts) = thread::scope(|scope| {
            let fridges = scope.spawn(|| shots(Kind::Fridge, &FRIDGES, &both[..1], chance));
            let fronts = scope.spawn(|| shots(Kind::Storefront, &FRONTS, &both[..1], chance));
            let shelves = shots(Kind::MainShelf, &SHELVES, &both, chance);
            // A thread only panics if drawing does, and then this one may too.
            let join =
                |handle: thread::ScopedJoinHandle<'_, Vec<(Shot, Vec<Picture>)>>| handle.join().unwrap_or_default();
            (shelves, join(fridges), join(fronts))
        });
        let mut pictures = Vec::new();
        let mut keep = |drawn: Vec<(Shot, Vec<Picture>)>| -> Vec<Shot> {
            drawn
                .into_iter()
                .map(|(shot, made)| {
                    let named = shot.pictures.iter().zip(made).map(|(name, picture)| DemoPicture {
                        hash: name.hash.clone(),
                        bytes: picture.bytes,
                        thumbnail: picture.thumbnail,
                    });
                    pictures.extend(named);
                    shot
                })
                .collect()
        };
        let (shelves, fridges, fronts) = (keep(shelves), keep(fridges), keep(fronts));
        Self { shelves, fridges, fronts, pictures }
    }

    /// One of the scenes of a kind; of the faultless ones, if that is wanted. They come first in each list.
    pub fn any(&self, kind: Kind, faultless: bool, draw: &mut Chance) -> &Shot {
        let (shots, good) = match kind {
            Kind::MainShelf => (&self.shelves, SHELVES[0].1),
            Kind::Fridge => (&self.fridges, FRIDGES[0].1),
            Kind::Storefront => (&self.fronts, FRONTS[0].1),
        };
        draw.pick(if faultless { &shots[..good] } else { shots })
    }
}

fn shots(kind: Kind, faults: &[(Fault, usize)], angles: &[Angle], chance: &Chance) -> Vec<(Shot, Vec<Picture>)> {
    let mut studio = Studio::default();
    let stream = chance.stream(match kind {
        Kind::MainShelf => "shelves",
        Kind::Fridge => "fridges",
        Kind::Storefront => "fronts",
    });
    let wanted = faults.iter().flat_map(|(fault, count)| std::iter::repeat_n(*fault, *count));
    wanted
        .zip(0..)
        .map(|(fault, number)| {
            let scene: Scene = compose(kind, fault, &stream.numbered("scene", number));
            let pictures = studio.photograph(&scene, angles, SIZE);
            let names = pictures.iter().map(|picture| PhotoRef {
                hash: ContentHash::of(&picture.bytes).0,
                bytes: picture.bytes.len() as u64,
                width: picture.size.0,
                height: picture.size.1,
            });
            (Shot { truth: scene.truth(), pictures: names.collect() }, pictures)
        })
        .collect()
}
