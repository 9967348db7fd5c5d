//! Days of the week, rhythms in weeks and dates, as people write them into a table of routes.

use super::cell::bare;
use crate::limits::ROUTE_WEEKS;
use crate::records::Weeks;
use jiff::civil::Date;

/// Each day of the week as it is written, Monday first.
const DAYS: [[&str; 4]; 7] = [
    ["一", "1", "mon", "monday"],
    ["二", "2", "tue", "tuesday"],
    ["三", "3", "wed", "wednesday"],
    ["四", "4", "thu", "thursday"],
    ["五", "5", "fri", "friday"],
    ["六", "6", "sat", "saturday"],
    ["日", "7", "sun", "sunday"],
];
const EVERY_DAY: [&str; 4] = ["每天", "天天", "daily", "everyday"];
const WORKING_DAYS: [&str; 3] = ["工作日", "weekdays", "workdays"];
/// Between days that are listed, and between the first and the last of a row of days.
const LISTED: [char; 11] = [',', '，', '、', ';', '；', '/', '+', '&', ' ', '和', '及'];
const UNTIL: [char; 7] = ['-', '－', '–', '—', '~', '至', '到'];

/// In which weeks, before it is known which week is the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rhythm {
    /// Every week.
    Every,
    /// The one of so many weeks, counted from the first day.
    Turn { of: u32, which: u32 },
    /// Weeks with an odd number in the year, or an even one.
    Odd(bool),
}

/// Days of the week, 1 for Monday: 周一、周三, 星期一至五, 135, Mon-Fri.
pub(super) fn weekdays(text: &str) -> Option<Vec<u8>> {
    let text = text.to_lowercase();
    let whole = bare(&text);
    if EVERY_DAY.contains(&whole.as_str()) {
        return Some((1..=7).collect());
    }
    if WORKING_DAYS.contains(&whole.as_str()) {
        return Some((1..=5).collect());
    }
    let mut days = Vec::new();
    for part in text.split(LISTED).filter(|part| !part.is_empty()) {
        match part.split_once(UNTIL) {
            Some((first, last)) => {
                let (first, last) = (one_day(first)?, one_day(last)?);
                (first <= last).then_some(())?;
                days.extend(first..=last);
            }
            None => days.extend(days_in(part)?),
        }
    }
    days.sort_unstable();
    days.dedup();
    (!days.is_empty()).then_some(days)
}

fn one_day(text: &str) -> Option<u8> {
    match days_in(text)?[..] {
        [day] => Some(day),
        _ => None,
    }
}

fn days_in(text: &str) -> Option<Vec<u8>> {
    let named = |name: &str| DAYS.iter().zip(1..).find(|(names, _)| names.contains(&name)).map(|(_, day)| day);
    let text = bare(text).replace("星期", "").replace("礼拜", "").replace('周', "").replace('天', "日");
    let text = text.trim_end_matches('s');
    if let Some(day) = named(text) {
        return Some(vec![day]);
    }
    let days = text.chars().map(|letter| named(letter.encode_utf8(&mut [0; 4])));
    days.collect::<Option<Vec<u8>>>().filter(|days| !days.is_empty())
}

/// A rhythm: 每周, 隔周, 每4周, 单周, 2/4 for the second of four weeks.
pub(super) fn weeks(text: &str) -> Option<Rhythm> {
    if let Some((which, of)) = text.split_once(['/', '／']) {
        let (which, of): (u32, u32) = (bare(which).parse().ok()?, bare(of).parse().ok()?);
        return turn(of, which.checked_sub(1)?);
    }
    let text = bare(text);
    match text.as_str() {
        "每周" | "每周一次" | "每星期" | "weekly" | "everyweek" => return Some(Rhythm::Every),
        "单周" | "奇数周" | "odd" | "oddweeks" => return Some(Rhythm::Odd(true)),
        "双周" | "偶数周" | "even" | "evenweeks" => return Some(Rhythm::Odd(false)),
        "隔周" | "biweekly" | "fortnightly" | "everyotherweek" => return turn(2, 0),
        _ => {}
    }
    let number = text.trim_start_matches("every").trim_end_matches("weeks").trim_start_matches('每');
    let number = number.trim_end_matches("一次").trim_end_matches('周').trim_end_matches("个星期");
    let of = match number {
        "一" => 1,
        "二" | "两" => 2,
        "三" => 3,
        "四" => 4,
        number => number.parse().ok()?,
    };
    turn(of, 0)
}

fn turn(of: u32, which: u32) -> Option<Rhythm> {
    match of {
        1 if which == 0 => Some(Rhythm::Every),
        2..=ROUTE_WEEKS if which < of => Some(Rhythm::Turn { of, which }),
        _ => None,
    }
}

impl Rhythm {
    /// In which weeks, counted from that of the first day.
    pub fn from(self, first: Date) -> Weeks {
        match self {
            Self::Every => Weeks::Every,
            Self::Turn { of, which } => Weeks::EveryNth { n: of, phase: which },
            Self::Odd(odd) => {
                let is_odd = first.iso_week_date().week() % 2 == 1;
                Weeks::EveryNth { n: 2, phase: u32::from(is_odd != odd) }
            }
        }
    }
}

/// A day: 2026-12-01, 2026/12/1, 2026年12月1日.
pub(super) fn date(text: &str) -> Option<Date> {
    let mut parts = text.split(['-', '/', '.', '年', '月', '日']).filter(|part| !part.is_empty());
    let (year, month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    parts.next().is_none().then(|| Date::new(year, month, day).ok()).flatten()
}

/// As a table says it.
pub(super) fn weekdays_text(days: &[u8]) -> String {
    days.iter().map(u8::to_string).collect::<Vec<_>>().join(",")
}

/// As a table says it.
pub(super) fn weeks_text(weeks: Weeks) -> String {
    match weeks {
        Weeks::EveryNth { n, phase } if n > 1 => format!("{}/{n}", phase % n + 1),
        _ => "1".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Rhythm, date, weekdays, weekdays_text, weeks, weeks_text};
    use crate::records::Weeks;
    use crate::rules::plan::monday_of;
    use jiff::civil::date as day;

    #[test]
    fn days_of_the_week_are_read_as_people_write_them() {
        for typed in ["周一、周三、周五", "星期一三五", "1,3,5", "135", "一 三 五", "Mon/Wed/Fri", "礼拜五,周三,1"]
        {
            assert_eq!(weekdays(typed), Some(vec![1, 3, 5]), "{typed}");
        }
        for typed in ["周一至周五", "1-5", "Mon-Fri", "工作日", "星期一到星期五"] {
            assert_eq!(weekdays(typed), Some(vec![1, 2, 3, 4, 5]), "{typed}");
        }
        assert_eq!((weekdays("星期天"), weekdays("sundays")), (Some(vec![7]), Some(vec![7])));
        for wrong in ["周八", "0", "8", "周五至周一", "明天", "周", "1-3-5", "每月"] {
            assert_eq!(weekdays(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_rhythm_is_read_as_people_write_it_and_no_longer_than_a_route_may_be() {
        for typed in ["每周", "1", "每周一次", "weekly", "1/1"] {
            assert_eq!(weeks(typed), Some(Rhythm::Every), "{typed}");
        }
        for typed in ["隔周", "2", "每两周", "每2周一次", "两周一次", "every 2 weeks", "1/2"] {
            assert_eq!(weeks(typed), Some(Rhythm::Turn { of: 2, which: 0 }), "{typed}");
        }
        assert_eq!(weeks("3/4"), Some(Rhythm::Turn { of: 4, which: 2 }));
        for wrong in ["5", "0", "5/4", "0/2", "每月", "有空"] {
            assert_eq!(weeks(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn odd_and_even_weeks_are_those_of_the_year_whatever_the_first_day_is() {
        for first in [day(2026, 11, 23), day(2026, 12, 1), day(2026, 12, 13)] {
            let (odd, even) = (Rhythm::Odd(true).from(first), Rhythm::Odd(false).from(first));
            let phase = |weeks| if let Weeks::EveryNth { n: 2, phase } = weeks { phase } else { 9 };
            assert_eq!(phase(odd) + phase(even), 1, "one of two each");
            let walked = monday_of(first).saturating_add(jiff::Span::new().weeks(i64::from(phase(odd))));
            assert_eq!(walked.iso_week_date().week() % 2, 1);
        }
    }

    #[test]
    fn dates_are_read_in_the_forms_that_spreadsheets_write() {
        for typed in ["2026-12-01", "2026/12/1", "2026.12.1", "2026年12月1日"] {
            assert_eq!(date(typed), Some(day(2026, 12, 1)), "{typed}");
        }
        assert_eq!((date("12月1日"), date("2026-13-01"), date("明天")), (None, None, None));
    }

    #[test]
    fn what_is_shown_is_read_as_the_same_again() {
        assert_eq!(weekdays(&weekdays_text(&[2, 4])), Some(vec![2, 4]));
        for written in [Weeks::Every, Weeks::EveryNth { n: 4, phase: 2 }] {
            assert_eq!(weeks(&weeks_text(written)).map(|rhythm| rhythm.from(day(2026, 12, 1))), Some(written));
        }
    }
}
