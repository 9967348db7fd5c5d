//! Writing down what a competitor does in a shop, and throwing that away again (F17).

use super::{Changes, Context, Decide};
use crate::id::{PhotoId, SightingId, VisitId};
use crate::limits::{MONEY_MOST, SHORT_TEXT_CHARS};
use crate::measure::Money;
use crate::records::{Photo, RecordKey, Sighting, Visit};
use crate::refusal::Refusal;
use crate::rules::text::within;
use crate::rules::visit::open_for;
use crate::world::{Need, World};
use serde::{Deserialize, Serialize};

/// See [`super::Command::NoteSighting`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NoteSighting {
    /// What comes into being, or is changed while the visit is open.
    pub sighting: SightingId,
    /// The visit.
    pub visit: VisitId,
    /// Whose it is.
    pub brand: String,
    /// What.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub product: String,
    /// Its shelf price.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
    /// What they do for it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub promotion: String,
    /// What that costs them, as estimated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spend: Option<Money>,
    /// The photo of this visit that shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<PhotoId>,
}

impl Decide for NoteSighting {
    fn needs(&self, _: &World) -> Vec<Need> {
        let mut needs = vec![Need::record::<Visit>(self.visit), Need::record::<Sighting>(self.sighting)];
        needs.extend(self.photo.map(Need::record::<Photo>));
        needs
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        let visit = open_for(world, self.visit, context)?;
        if world.get::<Sighting>(self.sighting).is_some_and(|known| known.visit != self.visit) {
            return Err(Refusal::SightingUnknown { sighting: self.sighting });
        }
        let shown_by = match self.photo {
            Some(photo) => {
                let known = world.get::<Photo>(photo).filter(|known| known.visit == self.visit);
                Some(known.ok_or(Refusal::PhotoUnknown { photo })?)
            }
            None => None,
        };
        if self.brand.trim().is_empty() {
            return Err(Refusal::WordsNeeded);
        }
        for text in [&self.brand, &self.product, &self.promotion] {
            within(text, SHORT_TEXT_CHARS)?;
        }
        if [self.price, self.spend].into_iter().flatten().any(|money| !(0..=MONEY_MOST).contains(&money.0)) {
            return Err(Refusal::AmountUnfit { most: Money(MONEY_MOST) });
        }
        let mut changes = Changes::put(Sighting {
            id: self.sighting,
            visit: self.visit,
            outlet: visit.outlet,
            territory: visit.territory,
            rep: context.actor,
            rep_name: context.actor_name.clone(),
            brand: self.brand.trim().to_owned(),
            product: self.product.trim().to_owned(),
            price: self.price,
            promotion: self.promotion.trim().to_owned(),
            spend: self.spend,
            photo: self.photo,
            at: context.captured_at,
        });
        if let Some(photo) = shown_by.filter(|photo| !photo.shows.contains(&self.sighting)) {
            let mut photo = photo.clone();
            photo.shows.push(self.sighting);
            changes = changes.and(photo);
        }
        Ok(changes)
    }
}

/// See [`super::Command::DropSighting`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DropSighting {
    /// Which.
    pub sighting: SightingId,
    /// Its visit, which is still open.
    pub visit: VisitId,
}

impl Decide for DropSighting {
    fn needs(&self, _: &World) -> Vec<Need> {
        vec![Need::record::<Visit>(self.visit), Need::record::<Sighting>(self.sighting)]
    }

    fn decide(&self, world: &World, context: &Context) -> Result<Changes, Refusal> {
        open_for(world, self.visit, context)?;
        world
            .get::<Sighting>(self.sighting)
            .filter(|known| known.visit == self.visit)
            .ok_or(Refusal::SightingUnknown { sighting: self.sighting })?;
        Ok(Changes::default().without(RecordKey::of::<Sighting>(self.sighting)))
    }
}
