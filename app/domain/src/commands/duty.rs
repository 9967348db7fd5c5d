//! Ticking off what a side of the alliance owed in a month (S43, S44), and taking that back.

use super::{Changes, Context, Decide};
use crate::id::AllianceId;
use crate::limits::TEXT_CHARS;
use crate::records::{Alliance, Duty, DutyDone, DutyMonth};
use crate::refusal::Refusal;
use crate::rules::text::within;
use crate::world::{Need, World};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// See [`super::Command::MarkDuty`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkDuty {
    /// Of which alliance.
    pub alliance: AllianceId,
    /// The first day of the month.
    pub month: Date,
    /// Which duty.
    pub duty: Duty,
    /// Whether it was done; if not, the tick is taken back.
    pub done: bool,
    /// What there is to show for it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

impl Decide for MarkDuty {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![
            Need::record::<Alliance>(self.alliance),
            Need::record::<DutyMonth>(DutyMonth::of(self.alliance, self.month)),
        ]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let alliance = world.get::<Alliance>(self.alliance).ok_or(Refusal::AllianceUnknown)?;
        within(&self.words, TEXT_CHARS)?;
        let today = context.captured_at.date(context.offset);
        if self.month.day() != 1 || self.month > today {
            return Err(Refusal::DatesUnfit);
        }
        let id = DutyMonth::of(self.alliance, self.month);
        let mut month = world.get::<DutyMonth>(id).cloned().unwrap_or_else(|| DutyMonth {
            id,
            alliance: self.alliance,
            region: alliance.region,
            month: self.month,
            done: Vec::new(),
        });
        month.done.retain(|done| done.duty != self.duty);
        if self.done {
            month.done.push(DutyDone {
                duty: self.duty,
                words: self.words.trim().to_owned(),
                by_name: context.actor_name.clone(),
                at: context.captured_at,
            });
        }
        Ok(Changes::put(month))
    }
}
