//! Events for candidates (S33): planning one, writing down who came, and who of them has become a candidate.

use super::{Changes, Context, Decide};
use crate::id::{EventId, RegionId};
use crate::limits::{GUESTS, SHORT_TEXT_CHARS};
use crate::records::{Candidate, Guest, RecruitEvent};
use crate::refusal::Refusal;
use crate::rules::text::within;
use crate::world::{Need, World};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// See [`super::Command::HoldEvent`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HoldEvent {
    /// What comes into being, or is changed.
    pub event: EventId,
    /// In which region.
    pub region: RegionId,
    /// What it is called.
    pub name: String,
    /// Where.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// On which day.
    pub day: Date,
    /// Who is invited, and who came.
    pub guests: Vec<Guest>,
}

impl Decide for HoldEvent {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<RecruitEvent>(self.event)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let known = world.get::<RecruitEvent>(self.event);
        if known.is_some_and(|known| known.region != self.region) {
            return Err(Refusal::EventUnknown);
        }
        if self.guests.len() > GUESTS {
            return Err(Refusal::TooMany { limit: GUESTS as u32 });
        }
        let texts = self.guests.iter().flat_map(|guest| [&guest.name, &guest.phone]);
        for text in texts.chain([&self.name, &self.place]) {
            within(text, SHORT_TEXT_CHARS)?;
        }
        if self.name.trim().is_empty() || self.guests.iter().any(|guest| guest.name.trim().is_empty()) {
            return Err(Refusal::WordsNeeded);
        }
        let (host, host_name) =
            known.map_or((context.actor, context.actor_name.clone()), |known| (known.host, known.host_name.clone()));
        Ok(Changes::put(RecruitEvent {
            id: self.event,
            region: self.region,
            name: self.name.trim().to_owned(),
            place: self.place.trim().to_owned(),
            day: self.day,
            guests: self.guests.clone(),
            host,
            host_name,
            touched_at: context.captured_at,
        }))
    }
}

/// The event, with the guest who has become a candidate; one that nobody had invited is written down too.
pub(super) fn came_of(event: EventId, candidate: &Candidate, world: &World) -> Result<RecruitEvent, Refusal> {
    let known = world.get::<RecruitEvent>(event).filter(|known| known.region == candidate.region);
    let mut event = known.ok_or(Refusal::EventUnknown)?.clone();
    let fits = |guest: &&mut Guest| guest.candidate.is_none() && guest.name == candidate.facts.name;
    if let Some(guest) = event.guests.iter_mut().find(fits) {
        (guest.candidate, guest.came) = (Some(candidate.id), true);
    } else {
        event.guests.push(Guest {
            name: candidate.facts.name.clone(),
            phone: candidate.facts.phone.clone(),
            came: true,
            candidate: Some(candidate.id),
        });
    }
    Ok(event)
}
