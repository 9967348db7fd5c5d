//! Days, clocks and durations: relative under an hour, the clock today, the date before.

use super::s;
use domain::time::{Moment, Offset};
use jiff::civil::{Date, Weekday};

/// See [`super::Text::time`].
pub struct Time {
    /// 11月23日.
    pub day: fn(Date) -> String,
    /// 11月23日 周一.
    pub weekday: fn(Date) -> String,
    /// 21 分钟.
    pub minutes: fn(i64) -> String,
    /// How long ago, under an hour.
    pub ago: fn(i64) -> String,
    /// 今天, before a clock time.
    pub today: &'static str,
    /// So many hours.
    pub hours: fn(i64) -> String,
}

impl Time {
    /// When something was, as people say it: relative, then the clock, then the date.
    #[must_use]
    pub fn when(&self, at: Moment, now: Moment, offset: Offset) -> String {
        let minutes = now.since(at) / 60_000;
        if (0..60).contains(&minutes) {
            (self.ago)(minutes)
        } else if at.date(offset) == now.date(offset) {
            clock(at, offset)
        } else {
            (self.day)(at.date(offset))
        }
    }
}

/// 9:24.
#[must_use]
pub fn clock(at: Moment, offset: Offset) -> String {
    let (hours, minutes) = at.clock(offset);
    format!("{hours}:{minutes:02}")
}

pub(super) const ZH: Time = Time {
    day: |date| format!("{}月{}日", date.month(), date.day()),
    weekday: |date| {
        let name = match date.weekday() {
            Weekday::Monday => "一",
            Weekday::Tuesday => "二",
            Weekday::Wednesday => "三",
            Weekday::Thursday => "四",
            Weekday::Friday => "五",
            Weekday::Saturday => "六",
            Weekday::Sunday => "日",
        };
        format!("{}月{}日 周{name}", date.month(), date.day())
    },
    minutes: |millis| match millis / 60_000 {
        minutes @ ..60 => format!("{minutes} 分钟"),
        minutes => format!("{} 小时 {} 分", minutes / 60, minutes % 60),
    },
    ago: |minutes| match minutes {
        0 => "刚刚".to_owned(),
        n => format!("{n} 分钟前"),
    },
    today: "今天",
    hours: |n| format!("{n} 小时"),
};

pub(super) const EN: Time = Time {
    day: |date| format!("{} {}", date.day(), month(date.month())),
    weekday: |date| {
        let name = match date.weekday() {
            Weekday::Monday => "Mon",
            Weekday::Tuesday => "Tue",
            Weekday::Wednesday => "Wed",
            Weekday::Thursday => "Thu",
            Weekday::Friday => "Fri",
            Weekday::Saturday => "Sat",
            Weekday::Sunday => "Sun",
        };
        format!("{name} {} {}", date.day(), month(date.month()))
    },
    minutes: |millis| match millis / 60_000 {
        minutes @ ..60 => format!("{minutes} min"),
        minutes => format!("{} h {} min", minutes / 60, minutes % 60),
    },
    ago: |minutes| match minutes {
        0 => "just now".to_owned(),
        n => format!("{n} min ago"),
    },
    today: "today",
    hours: |n| format!("{n} hour{}", s(n.unsigned_abs() as usize)),
};

/// A month by its number, short.
pub(super) fn month(number: i8) -> &'static str {
    const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    usize::try_from(number - 1).ok().and_then(|index| NAMES.get(index)).copied().unwrap_or_default()
}
