//! The company, the region, its territories, partners, products, people and shops.

use super::accounts::{DemoAccount, accounts};
use super::chance::Chance;
use super::names::{self, Class, KNOWN, Names, Sign};
use super::partners::{DEALERS, SUBS, serving};
use super::places::{Ground, PLACES, Street, street};
use super::products::{PRODUCTS, barcode};
use super::{SeedOptions, before, id};
use domain::geo::Position;
use domain::id::{DealerId, RegionId, SubDistributorId, TerritoryId, UserId};
use domain::language::Words;
use domain::measure::Money;
use domain::records::{
    AnyRecord, Assignment, Company, Dealer, Outlet, OutletClass, Product, Region, Responsible, SubDistributor,
    Territory, TerritoryType,
};
use domain::rules::pinyin::initials;
use domain::time::{DateWindow, Moment, Offset};
use jiff::civil::Date;

/// Which territory each rep walks, by index of `places::PLACES`.
const POSTINGS: [usize; 4] = [0, 0, 1, 2];
/// How long before the first visit everything began, in days.
const LEAD: i64 = 90;

/// The region, as far as routes and visits need to know it.
#[derive(Debug)]
pub struct Handan {
    /// Everything as records.
    pub records: Vec<AnyRecord>,
    /// Who can log in.
    pub accounts: Vec<DemoAccount>,
    /// The region.
    pub region: RegionId,
    /// Reps with their territory.
    pub reps: Vec<(UserId, TerritoryId)>,
    /// The territories, in the order of the map.
    pub territories: Vec<Territory>,
    /// The dealers, in the order of `partners::DEALERS`.
    pub dealers: Vec<DealerId>,
    /// The sub-distributors, in the order of `partners::SUBS`.
    pub subs: Vec<SubDistributorId>,
    /// The shops.
    pub outlets: Vec<Outlet>,
    /// The products, in the order of the price list.
    pub products: Vec<Product>,
    /// When all this began.
    pub since: Date,
}

/// Plans it.
#[must_use]
pub fn region(options: &SeedOptions, chance: &Chance) -> Handan {
    let since = before(options.today, i64::from(options.days) + LEAD);
    let region_id: RegionId = id(since, &mut chance.stream("region"));
    let accounts = accounts(region_id, since, chance);
    let territories = territories(region_id, since, chance);
    let dealers: Vec<DealerId> =
        (0..DEALERS.len()).map(|at| id(since, &mut chance.numbered("dealer", at as u64))).collect();
    let subs: Vec<SubDistributorId> =
        (0..SUBS.len()).map(|at| id(since, &mut chance.numbered("sub", at as u64))).collect();
    let products = products(since, chance);
    let outlets = outlets(options.outlets, &territories, &subs, since, chance);
    let reps: Vec<(UserId, TerritoryId)> =
        accounts.iter().zip(POSTINGS).map(|(account, place)| (account.user.id, territories[place].id)).collect();

    let company = Company {
        id: id(since, &mut chance.stream("company")),
        name: Words::new("滏泉饮品", "Fuquan Beverages"),
        offset: Offset::CHINA,
    };
    let mut records: Vec<AnyRecord> =
        vec![company.into(), Region { id: region_id, name: Words::new("邯郸", "Handan") }.into()];
    records.extend(DEALERS.iter().zip(&dealers).map(|(plan, id)| {
        let (name, owner, phone) = (plan.name.into(), plan.owner.into(), plan.phone.into());
        AnyRecord::from(Dealer { id: *id, region: region_id, name, owner, phone })
    }));
    records.extend(SUBS.iter().zip(&subs).map(|(plan, id)| {
        let (name, owner, phone) = (plan.name.into(), plan.owner.into(), plan.phone.into());
        let (dealer, territory) = (dealers[plan.dealer], territories[plan.place].id);
        AnyRecord::from(SubDistributor { id: *id, dealer, territory, name, owner, phone })
    }));
    records.extend(accounts.iter().map(|account| AnyRecord::from(account.user.clone())));
    records.extend(reps.iter().zip(0..).map(|((user, territory), number)| {
        AnyRecord::from(Assignment {
            id: id(since, &mut chance.numbered("assignment", number)),
            user: *user,
            territory: *territory,
            region: region_id,
            window: DateWindow { from: since, until: None },
            changed_at: Moment::start_of(since, Offset::CHINA),
        })
    }));
    records.extend(territories.iter().cloned().map(AnyRecord::from));
    records.extend(products.iter().cloned().map(AnyRecord::from));
    records.extend(outlets.iter().cloned().map(AnyRecord::from));
    Handan { records, accounts, region: region_id, reps, territories, dealers, subs, outlets, products, since }
}

fn territories(region: RegionId, since: Date, chance: &Chance) -> Vec<Territory> {
    PLACES
        .iter()
        .zip(0..)
        .map(|(place, number)| Territory {
            id: id(since, &mut chance.numbered("territory", number)),
            region,
            name: Words::new(place.zh, place.en),
            territory_type: match place.ground {
                Ground::Urban => TerritoryType::Urban,
                Ground::County => TerritoryType::County,
                Ground::Suburb => TerritoryType::Suburb,
            },
            area_codes: place.codes.iter().map(|code| (*code).to_owned()).collect(),
        })
        .collect()
}

fn products(since: Date, chance: &Chance) -> Vec<Product> {
    PRODUCTS
        .iter()
        .enumerate()
        .map(|(at, good)| Product {
            id: id(since, &mut chance.numbered("product", at as u64)),
            code: good.code.to_owned(),
            name: Words::new(good.zh, good.en),
            barcode: barcode(at),
            millilitres: good.millilitres,
            pieces_per_case: good.pack,
            case_price: Money(good.case_fen),
            retail_price: Money(good.piece_fen),
            listed: true,
        })
        .collect()
}

/// The shops that are known by name first, then as many as are wanted, spread over the territories by their share.
fn outlets(
    count: usize,
    territories: &[Territory],
    subs: &[SubDistributorId],
    since: Date,
    chance: &Chance,
) -> Vec<Outlet> {
    let mut given = Names::default();
    let classes = names::classes(count, &mut chance.stream("classes"));
    let known: Vec<Sign> = KNOWN.iter().enumerate().map(|(at, known)| known.sign(at)).collect();
    known.iter().for_each(|sign| given.reserve(&sign.name));
    let shares: Vec<(usize, u32)> = PLACES.iter().enumerate().map(|(at, place)| (at, place.share)).collect();
    (0..count)
        .map(|number| {
            let mut draw = chance.numbered("outlet", number as u64);
            let (place, street, sign) = match KNOWN.get(number).and_then(|known| Some((street(known.street)?, number)))
            {
                Some(((place, street), at)) => (place, street, known[at].clone()),
                None => {
                    let place = draw.weighted(&shares);
                    let street = draw.pick(PLACES[place].streets);
                    (place, street, given.sign(number, street.name, classes[number], &mut draw))
                }
            };
            outlet(number, street, territories[place].id, sign, subs, since, &mut draw)
        })
        .collect()
}

fn outlet(
    number: usize,
    street: &Street,
    territory: TerritoryId,
    sign: Sign,
    subs: &[SubDistributorId],
    since: Date,
    draw: &mut Chance,
) -> Outlet {
    let spot = street.place(draw);
    Outlet {
        id: id(since, draw),
        territory,
        code: format!("HD{:04}", number + 1),
        initials: initials(&sign.name),
        name: sign.name,
        class: class(sign.class),
        channel: sign.channel.to_owned(),
        address: format!("{}{}{}号", street.district, street.name, spot.house),
        owner: sign.owner,
        phone: sign.phone,
        position: Position { lat: spot.lat, lon: spot.lon },
        responsible: serving(street.name).map_or(Responsible::Open, |sub| Responsible::SubDistributor(subs[sub])),
        open: true,
        partner: false,
        moved: None,
    }
}

const fn class(class: Class) -> OutletClass {
    match class {
        Class::A => OutletClass::A,
        Class::B => OutletClass::B,
        Class::C => OutletClass::C,
        Class::D => OutletClass::D,
    }
}
