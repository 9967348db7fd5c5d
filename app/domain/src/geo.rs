//! Positions and distances. Coordinates are integers of a millionth of a degree (about 11 cm),
//! so that both sides hold the same number; distances are whole metres.

use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// A point on the map in micro-degrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Position {
    /// Latitude, millionths of a degree north.
    pub lat: i32,
    /// Longitude, millionths of a degree east.
    pub lon: i32,
}

const EARTH_RADIUS_METRES: f64 = 6_371_008.8;

impl Position {
    /// From degrees; `None` outside the globe or for anything that is not a number.
    #[must_use]
    pub fn from_degrees(lat: f64, lon: f64) -> Option<Self> {
        if !(-90.0..=90.0).contains(&lat) || !(-180.0..=180.0).contains(&lon) {
            return None;
        }
        // The ranges above fit an i32 after scaling.
        Some(Self { lat: (lat * 1e6).round() as i32, lon: (lon * 1e6).round() as i32 })
    }

    /// Whether the point is on the globe at all.
    #[must_use]
    pub const fn is_valid(self) -> bool {
        self.lat.unsigned_abs() <= 90_000_000 && self.lon.unsigned_abs() <= 180_000_000
    }

    /// Distance in centimetres; for places near each other.
    #[must_use]
    pub fn centimetres_to(self, other: Self) -> u32 {
        // A u32 of centimetres holds the circumference of the globe.
        (self.arc(other) * EARTH_RADIUS_METRES * 100.0).round() as u32
    }

    /// Great-circle distance in whole metres (haversine, good to half a percent).
    #[must_use]
    pub fn metres_to(self, other: Self) -> u32 {
        // Never above half the circumference, which fits a u32.
        (self.arc(other) * EARTH_RADIUS_METRES).round() as u32
    }

    fn arc(self, other: Self) -> f64 {
        let radians = |micro: i32| (f64::from(micro) / 1e6).to_radians();
        let (lat_a, lat_b) = (radians(self.lat), radians(other.lat));
        let half_lat = (lat_b - lat_a) / 2.0;
        let half_lon = (radians(other.lon) - radians(self.lon)) / 2.0;
        let h = half_lat.sin().powi(2) + lat_a.cos() * lat_b.cos() * half_lon.sin().powi(2);
        2.0 * h.sqrt().min(1.0).asin()
    }
}

/// What the phone said about where it was. Taken only at check-in and at capture (F114).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// Where.
    pub position: Position,
    /// Radius of the error in metres, as the phone claims it.
    pub accuracy: u32,
    /// When it was measured, by the phone's clock corrected by its known error.
    pub measured_at: Moment,
    /// How far several readings lay apart, if there were several (F110).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jitter: Option<Jitter>,
}

/// Several readings of one place. A receiver's readings wander; most invented ones stand perfectly still.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Jitter {
    /// How many readings.
    pub readings: u8,
    /// The largest distance from the last of them, in centimetres.
    pub centimetres: u32,
}

/// What a fix says about being at a shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nearness {
    /// Near enough, and measured well enough to say so.
    Near,
    /// Measured too coarsely to tell.
    Unsure,
    /// Clearly elsewhere.
    Far,
}

impl Fix {
    /// Compares a fix with a shop, given what counts as near in metres (F10).
    /// The claimed error is given to the rep: nobody is called far because a phone is bad.
    #[must_use]
    pub fn nearness(&self, outlet: Position, near: u32) -> Nearness {
        let distance = self.position.metres_to(outlet);
        if distance <= near && self.accuracy <= near {
            Nearness::Near
        } else if distance.saturating_sub(self.accuracy) <= near {
            Nearness::Unsure
        } else {
            Nearness::Far
        }
    }
}
