//! What other programs are told of by themselves, and how long they are tried for. The server looks at each record that was
//! written and asks here whether it says that something has happened; a thing is told once, whatever is written later.

use crate::limits::WEBHOOK_URL_CHARS;
use crate::records::AnyRecord;
use crate::time::{DAY, Moment};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Waits after a try that failed, in milliseconds; the last one again and again.
const WAITS: [i64; 5] = [60_000, 5 * 60_000, 30 * 60_000, 2 * 60 * 60_000, 12 * 60 * 60_000];
/// For how long nothing may get through before nobody is told any more, in milliseconds.
const PATIENCE: i64 = 5 * DAY;

/// What somebody can be told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HookEvent {
    /// A rep has left a shop.
    VisitFinished,
    /// A manager has judged a photo.
    PhotoJudged,
    /// An agreement is in force.
    AgreementActive,
    /// Somebody owes something.
    TaskOpened,
}

impl HookEvent {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::VisitFinished, Self::PhotoJudged, Self::AgreementActive, Self::TaskOpened];

    /// The name on the wire and in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::VisitFinished => "visit_finished",
            Self::PhotoJudged => "photo_judged",
            Self::AgreementActive => "agreement_active",
            Self::TaskOpened => "task_opened",
        }
    }

    /// The event of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|event| event.name() == name)
    }
}

/// Something that has happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// What.
    pub event: HookEvent,
    /// To which record: with the event, what is told once.
    pub subject: Uuid,
    /// When.
    pub at: Moment,
}

/// What a record says that has happened; nothing for most.
#[must_use]
pub fn occurred(record: &AnyRecord) -> Option<Occurrence> {
    let (event, subject, at) = match record {
        AnyRecord::Visit(visit) => (HookEvent::VisitFinished, visit.id.0, visit.check_out.as_ref()?.at),
        AnyRecord::Verdict(verdict) => (HookEvent::PhotoJudged, verdict.id.0, verdict.at),
        AnyRecord::Agreement(agreement) => {
            (HookEvent::AgreementActive, agreement.id.0, agreement.approved.as_ref()?.at)
        }
        AnyRecord::Task(task) => (HookEvent::TaskOpened, task.id.0, task.asked_at),
        _ => return None,
    };
    Some(Occurrence { event, subject, at })
}

/// How long to wait after so many tries that failed, in milliseconds.
#[must_use]
pub fn wait_after(failures: u32) -> i64 {
    let at = usize::try_from(failures.saturating_sub(1)).unwrap_or(usize::MAX);
    WAITS[at.min(WAITS.len() - 1)]
}

/// Whether nothing has got through for too long.
#[must_use]
pub const fn is_given_up(failing_since: Moment, now: Moment) -> bool {
    now.since(failing_since) >= PATIENCE
}

/// Whether a text can be where somebody is told: an address of the web, without a user in it.
#[must_use]
pub fn is_target(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let readable = url.chars().count() <= WEBHOOK_URL_CHARS && url.chars().all(|letter| letter.is_ascii_graphic());
    readable && !host.is_empty() && !host.contains('@')
}

#[cfg(test)]
mod tests {
    use super::{HookEvent, is_given_up, is_target, wait_after};
    use crate::time::{DAY, Moment};

    #[test]
    fn the_waits_grow_from_a_minute_to_half_a_day_and_stay_there() {
        let minutes: Vec<i64> = [1, 2, 3, 4, 5, 6, 100].map(|failures| wait_after(failures) / 60_000).to_vec();
        assert_eq!(minutes, [1, 5, 30, 120, 720, 720, 720]);
    }

    #[test]
    fn nobody_is_told_any_more_after_five_days_in_which_nothing_got_through() {
        assert!(!is_given_up(Moment(0), Moment(5 * DAY - 1)));
        assert!(is_given_up(Moment(0), Moment(5 * DAY)));
    }

    #[test]
    fn only_addresses_of_the_web_are_told() {
        for right in ["https://a.example/hook?x=1", "http://a.example:8080"] {
            assert!(is_target(right), "{right}");
        }
        for wrong in
            ["", "a.example", "ftp://a.example", "https://", "https://u:p@a.example", "https://a b", "file:///x"]
        {
            assert!(!is_target(wrong), "{wrong}");
        }
    }

    #[test]
    fn every_event_is_found_by_its_name() {
        for event in HookEvent::ALL {
            assert_eq!(HookEvent::named(event.name()), Some(event));
        }
    }
}
