//! Events for candidates (S33): planning one, writing down who is invited and who came, and who of them has become a
//! candidate.

use super::{Changes, Context, Decide};
use crate::id::{DealerId, EventId, RegionId};
use crate::limits::{GUESTS, SHORT_TEXT_CHARS};
use crate::records::{Candidate, Dealer, EventPremise, Guest, RecruitEvent};
use crate::refusal::Refusal;
use crate::rules::text::within;
use crate::world::{Need, World};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

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
    /// Who is invited, and who came. Empty for an event that is known: then its guests stay as they are.
    pub guests: Vec<Guest>,
    /// The dealer for whom partners are sought; none leaves it as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dealer: Option<DealerId>,
    /// What holds of the dealer; none leaves it as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub premises: Option<BTreeSet<EventPremise>>,
}

impl Decide for HoldEvent {
    fn needs(&self, _: &World) -> Vec<Need> {
        let mut needs = vec![Need::record::<RecruitEvent>(self.event)];
        needs.extend(self.dealer.map(Need::record::<Dealer>));
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let known = world.get::<RecruitEvent>(self.event);
        if known.is_some_and(|known| known.region != self.region) {
            return Err(Refusal::EventUnknown);
        }
        if let Some(dealer) = self.dealer {
            let dealer = world.get::<Dealer>(dealer).filter(|dealer| dealer.region == self.region);
            dealer.ok_or(Refusal::DealerUnknown)?;
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
        // Whoever only moves the day has not read the list, and others write guests down at the same time.
        let guests = known.filter(|_| self.guests.is_empty()).map_or(&self.guests, |known| &known.guests);
        Ok(Changes::put(RecruitEvent {
            id: self.event,
            region: self.region,
            name: self.name.trim().to_owned(),
            place: self.place.trim().to_owned(),
            day: self.day,
            guests: guests.clone(),
            dealer: self.dealer.or_else(|| known.and_then(|known| known.dealer)),
            premises: self.premises.as_ref().or(known.map(|known| &known.premises)).cloned().unwrap_or_default(),
            host,
            host_name,
            touched_at: context.captured_at,
        }))
    }
}

/// See [`super::Command::NoteGuest`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteGuest {
    /// Of which event.
    pub event: EventId,
    /// The name of their business, by which they are known on the list.
    pub name: String,
    /// How to reach them; empty if nothing new is known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// Whether they came.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub came: bool,
    /// Whether this only puts them on the list, and whether they came is not for it to say: a phone that does not have
    /// the list yet takes back nobody's tick.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub invited: bool,
    /// Whether they are struck off the list.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gone: bool,
}

impl Decide for NoteGuest {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<RecruitEvent>(self.event)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let mut event = world.get::<RecruitEvent>(self.event).ok_or(Refusal::EventUnknown)?.clone();
        let (name, phone) = (self.name.trim(), self.phone.trim());
        within(name, SHORT_TEXT_CHARS)?;
        within(phone, SHORT_TEXT_CHARS)?;
        if name.is_empty() {
            return Err(Refusal::WordsNeeded);
        }
        match event.guests.iter().position(|guest| guest.name == name) {
            // Whoever has become a candidate was there, whatever another phone that does not know it yet says.
            Some(at) if event.guests[at].candidate.is_some() => {}
            // Whoever was ticked meanwhile was there as well.
            Some(at) if self.gone && event.guests[at].came => {}
            Some(at) if self.gone => drop(event.guests.remove(at)),
            Some(at) => {
                let guest = &mut event.guests[at];
                guest.came = if self.invited { guest.came } else { self.came };
                if !phone.is_empty() {
                    phone.clone_into(&mut guest.phone);
                }
            }
            None if self.gone => {}
            None if event.guests.len() >= GUESTS => return Err(Refusal::TooMany { limit: GUESTS as u32 }),
            None => {
                let (name, phone) = (name.to_owned(), phone.to_owned());
                event.guests.push(Guest { name, phone, came: self.came, candidate: None });
            }
        }
        event.touched_at = context.captured_at;
        Ok(Changes::put(event))
    }
}

/// The event, with the guest who has become a candidate; one that nobody had invited is written down too.
pub(super) fn came_of(event: EventId, candidate: &Candidate, world: &World) -> Result<RecruitEvent, Refusal> {
    let known = world.get::<RecruitEvent>(event).filter(|known| known.region == candidate.region);
    let mut event = known.ok_or(Refusal::EventUnknown)?.clone();
    let facts = &candidate.facts;
    // A name is written anew when the papers are seen; a phone number is not.
    let same = |guest: &Guest| guest.name == facts.name || (!guest.phone.is_empty() && guest.phone == facts.phone);
    let fits = |guest: &&mut Guest| guest.candidate.is_none() && same(guest);
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
