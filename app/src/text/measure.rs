//! Distances and sizes in words. Rounded the way a person would say them.

/// See [`super::Text::measure`].
pub struct Measure {
    /// 320 米, 1.1 公里.
    pub distance: fn(u32) -> String,
    /// How long a walk is; only for distances one walks.
    pub walk: fn(u32) -> String,
    /// 1.6 MB.
    pub bytes: fn(u64) -> String,
}

/// One decimal without floats: 1149 of 1000 is "1.1".
fn tenths(value: u64, unit: u64) -> String {
    let tenths = (value * 10 + unit / 2) / unit;
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn bytes(n: u64) -> String {
    match n {
        ..1_000 => format!("{n} B"),
        1_000..1_000_000 => format!("{} kB", (n + 500) / 1_000),
        1_000_000..1_000_000_000 => format!("{} MB", tenths(n, 1_000_000)),
        _ => format!("{} GB", tenths(n, 1_000_000_000)),
    }
}

/// Four kilometres in an hour, streets being longer than the crow flies.
const fn minutes_walking(metres: u32) -> u32 {
    let minutes = metres / 70;
    if minutes == 0 { 1 } else { minutes }
}

pub(super) const ZH: Measure = Measure {
    distance: |metres| match metres {
        ..1_000 => format!("{metres} 米"),
        _ => format!("{} 公里", tenths(u64::from(metres), 1_000)),
    },
    walk: |metres| format!("走路 {} 分钟", minutes_walking(metres)),
    bytes,
};

pub(super) const EN: Measure = Measure {
    distance: |metres| match metres {
        ..1_000 => format!("{metres} m"),
        _ => format!("{} km", tenths(u64::from(metres), 1_000)),
    },
    walk: |metres| format!("{} min on foot", minutes_walking(metres)),
    bytes,
};
