//! How far a position can be believed. Facts of the phone, never a word about the person.

use domain::rules::trust::{Hint, Level};

/// See [`super::Text::trust`].
pub struct TrustText {
    /// The level.
    pub level: fn(Level) -> &'static str,
    /// Whose position is spoken of: the photo, by what it shows.
    pub of_photo: fn(&str) -> String,
    /// One reason.
    pub hint: fn(Hint) -> String,
}

pub(super) const ZH: TrustText = TrustText {
    level: |level| match level {
        Level::Good => "定位可信度高",
        Level::Fair => "定位可信度中",
        Level::Low => "定位可信度低",
    },
    of_photo: |what| format!("{what}，拍照时的定位"),
    hint: |hint| match hint {
        Hint::NoFix => "手机没有定位".to_owned(),
        Hint::Away(metres) => format!("定位在离店 {metres} 米的地方"),
        Hint::Coarse(metres) => format!("误差有 {metres} 米"),
        Hint::Old(minutes) => format!("定位是 {minutes} 分钟前的"),
        Hint::Still => "几次定位一厘米都没动".to_owned(),
        Hint::TooGood => "误差报成 0 米，手机一般做不到".to_owned(),
        Hint::Round => "经纬度是整数".to_owned(),
        Hint::Leap(speed) => format!("从上一处过来，时速要 {speed} 公里"),
    },
};

pub(super) const EN: TrustText = TrustText {
    level: |level| match level {
        Level::Good => "Position: high trust",
        Level::Fair => "Position: fair trust",
        Level::Low => "Position: low trust",
    },
    of_photo: |what| format!("{what}, position at the photo"),
    hint: |hint| match hint {
        Hint::NoFix => "the phone had no position".to_owned(),
        Hint::Away(metres) => format!("it lies {metres} m from the shop"),
        Hint::Coarse(metres) => format!("give or take {metres} m"),
        Hint::Old(minutes) => format!("measured {minutes} min before"),
        Hint::Still => "several readings, not a centimetre between them".to_owned(),
        Hint::TooGood => "an error of 0 m, which phones rarely reach".to_owned(),
        Hint::Round => "both numbers are round".to_owned(),
        Hint::Leap(speed) => format!("from the place before it took {speed} km/h"),
    },
};
