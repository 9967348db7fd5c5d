//! What has to be known to write an agreement, read once: with whom, under which dealers, of which areas, channels,
//! products and shops, and what is written so far.

use crate::state::Phone;
use domain::Index;
use domain::id::{AgreementId, CandidateId, DealerId, OutletId, TerritoryId};
use domain::limits::DELIVERY_CYCLE_DAYS;
use domain::order::InOrder;
use domain::records::{
    Agreement, AllianceType, Area, Candidate, CandidateSource, Checklist, Dealer, Ground, Outlet, Product, Purpose,
    QualificationRule, RecruitEvent, SubDistributor, Terms, Territory, TerritoryType, Visit,
};
use domain::rules::agreement::{a_year_from, preset};
use domain::rules::areas::around;
use domain::time::Offset;
use jiff::ToSpan;
use jiff::civil::Date;

/// See the module.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    pub candidate: Candidate,
    /// As it is on the phone, if it is.
    pub agreement: Option<Agreement>,
    /// The one that it takes the place of, and that one if it is on this phone.
    pub renews: Option<AgreementId>,
    pub renewed: Option<Agreement>,
    pub dealers: Vec<Dealer>,
    /// Whoever is most likely the dealer.
    pub likely: Option<DealerId>,
    pub products: Vec<Product>,
    pub areas: Vec<Area>,
    pub channels: Vec<String>,
    pub shops: Vec<Shop>,
    /// The type of the ground that the partner's place lies in.
    pub ground_type: TerritoryType,
    /// Whether the inspection found the partner strong, if there was one.
    pub strong: Option<bool>,
    /// What events have found of the dealers.
    pub events: Vec<RecruitEvent>,
    pub today: Date,
}

/// A shop as it is searched.
#[derive(Clone, Debug, PartialEq)]
pub struct Shop {
    pub id: OutletId,
    pub name: String,
    pub address: String,
    /// The areas that its territory covers: it lies in one of them.
    pub areas: Vec<String>,
    /// Everything that is searched, in lower case.
    pub words: String,
}

/// Which agreement, with whom, and instead of which.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    pub agreement: AgreementId,
    pub with: Option<CandidateId>,
    pub renews: Option<AgreementId>,
}

/// Nothing if the partner is not on this phone.
pub async fn read(phone: Phone, asked: Asked, offset: Offset) -> Option<Source> {
    let agreement = phone.get::<Agreement>(asked.agreement).await;
    let with = agreement.as_ref().map(|agreement| agreement.candidate).or(asked.with)?;
    let candidate = phone.get::<Candidate>(with).await?;
    let renews = agreement.as_ref().map_or(asked.renews, |agreement| agreement.renews);
    let renewed = match renews {
        Some(id) => phone.get::<Agreement>(id).await,
        None => None,
    };
    let mut dealers: Vec<Dealer> = phone.all().await;
    dealers.retain(|dealer| dealer.region == candidate.region);
    let territories: Vec<Territory> = phone.all().await;
    let mut shops: Vec<Outlet> = phone.all().await;
    shops.retain(|shop| shop.open && !shop.partner);
    let others = phone.find::<Agreement>(Index::AgreementsIn(candidate.region)).await;
    let mut products: Vec<Product> = phone.all().await;
    products.retain(|product| product.listed);
    Some(Source {
        likely: likely(phone, &candidate, &dealers).await,
        areas: areas(&territories, &others),
        channels: channels(&shops),
        ground_type: own_ground(&territories, candidate.territory),
        shops: shops.into_iter().map(|shop| searched(shop, &territories)).collect(),
        strong: strong(phone, &candidate).await,
        events: phone.all().await,
        today: phone.now().date(offset),
        candidate,
        agreement,
        renews,
        renewed,
        dealers,
        products,
    })
}

impl Source {
    /// What stands on the page before anybody has written: the draft, or the old terms, or what is usual.
    pub fn terms(&self) -> Terms {
        if let Some(agreement) = &self.agreement {
            return agreement.terms.clone();
        }
        if let Some(old) = &self.renewed {
            return shifted(&old.terms);
        }
        Terms {
            alliance_type: AllianceType::Comprehensive,
            ground: Ground {
                ground_type: self.ground_type,
                areas: Vec::new(),
                outlets: Vec::new(),
                without: Vec::new(),
                channels: Vec::new(),
            },
            coverage: preset(AllianceType::Comprehensive),
            products: Vec::new(),
            prices: Vec::new(),
            from: self.today,
            until: a_year_from(self.today),
            // Once a week fits most routes.
            cycle_days: DELIVERY_CYCLE_DAYS / 2,
            exception: String::new(),
            more: String::new(),
        }
    }

    /// Under which dealer, before anybody has chosen.
    pub fn dealer(&self) -> Option<DealerId> {
        let known = self.agreement.as_ref().or(self.renewed.as_ref()).map(|agreement| agreement.dealer);
        known.or(self.likely)
    }
}

/// The same terms, from the day after their last one, for as many years.
fn shifted(old: &Terms) -> Terms {
    let from = old.until.saturating_add(1.day());
    let years = (from.year() - old.from.year()).max(1);
    let until = from.saturating_add(i32::from(years).years()).saturating_sub(1.day());
    Terms { from, until, ..old.clone() }
}

/// The dealer whose customer it was, else the one that most sub-distributors of its territory buy from.
async fn likely(phone: Phone, candidate: &Candidate, dealers: &[Dealer]) -> Option<DealerId> {
    if let CandidateSource::Existing(dealer) = candidate.source {
        return Some(dealer);
    }
    let subs: Vec<SubDistributor> = phone.all().await;
    let count = |dealer: &&Dealer| {
        subs.iter().filter(|sub| sub.dealer == dealer.id && sub.territory == candidate.territory).count()
    };
    dealers.iter().max_by_key(count).map(|dealer| dealer.id)
}

/// The areas of the territories and all around them, and whatever somebody has written down by hand before.
fn areas(territories: &[Territory], others: &[Agreement]) -> Vec<Area> {
    let codes = territories.iter().flat_map(|territory| &territory.area_codes);
    let mut areas = around(codes.map(String::as_str));
    let written = others.iter().flat_map(|agreement| &agreement.terms.ground.areas);
    for area in written {
        if !areas.iter().any(|known| known.code == area.code) {
            areas.push(area.clone());
        }
    }
    areas.in_order();
    areas
}

fn channels(shops: &[Outlet]) -> Vec<String> {
    let mut channels: Vec<String> = Vec::new();
    for shop in shops {
        if !shop.channel.is_empty() && !channels.contains(&shop.channel) {
            channels.push(shop.channel.clone());
        }
    }
    channels.in_order();
    channels
}

fn own_ground(territories: &[Territory], own: TerritoryId) -> TerritoryType {
    let own = territories.iter().find(|territory| territory.id == own);
    own.map_or(TerritoryType::Urban, |territory| territory.territory_type)
}

fn searched(shop: Outlet, territories: &[Territory]) -> Shop {
    let territory = territories.iter().find(|territory| territory.id == shop.territory);
    let searched = [&*shop.name, &shop.initials, &shop.code, &shop.phone, &shop.address];
    Shop {
        words: searched.join("\n").to_lowercase(),
        id: shop.id,
        areas: territory.map(|territory| territory.area_codes.clone()).unwrap_or_default(),
        name: shop.name,
        address: shop.address,
    }
}

/// By the last inspection that has ended, and the rule of the day.
async fn strong(phone: Phone, candidate: &Candidate) -> Option<bool> {
    let rules: Vec<QualificationRule> = phone.all().await;
    let rule =
        rules.into_iter().filter(|rule| rule.from <= phone.now()).max_by_key(|rule| (rule.from, rule.version))?;
    let lists: Vec<Checklist> = phone.all().await;
    let visits = phone.find::<Visit>(Index::VisitsAt(candidate.place())).await;
    let inspects = |visit: &&Visit| {
        let list = lists.iter().find(|list| list.id == visit.checklist);
        visit.check_out.is_some() && list.is_some_and(|list| list.purpose == Purpose::Inspection)
    };
    let last = visits.iter().filter(inspects).max_by_key(|visit| visit.check_in.at)?;
    last.score.as_ref().map(|score| score.share >= rule.pass)
}

#[cfg(test)]
mod tests {
    use super::shifted;
    use domain::records::{AllianceType, Ground, Terms, TerritoryType};
    use jiff::civil::{Date, date};

    fn terms(from: Date, until: Date) -> Terms {
        let ground = Ground {
            ground_type: TerritoryType::Urban,
            areas: vec![],
            outlets: vec![],
            without: vec![],
            channels: vec![],
        };
        Terms {
            alliance_type: AllianceType::Comprehensive,
            ground,
            coverage: vec![],
            products: vec![],
            prices: vec![],
            from,
            until,
            cycle_days: 7,
            exception: String::new(),
            more: String::new(),
        }
    }

    #[test]
    fn a_renewal_begins_the_day_after_and_lasts_as_long() {
        let one = shifted(&terms(date(2026, 1, 1), date(2026, 12, 31)));
        assert_eq!((one.from, one.until), (date(2027, 1, 1), date(2027, 12, 31)));
        let two = shifted(&terms(date(2025, 3, 10), date(2027, 3, 9)));
        assert_eq!((two.from, two.until), (date(2027, 3, 10), date(2029, 3, 9)));
    }
}
