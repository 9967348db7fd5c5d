//! Six agreements: three in force, two of which end soon, one with one signature, one that waits for the manager with its
//! sealed pages, and a draft that meets the ground of another.

use super::looks::{Album, photo};
use super::{Cast, MINUTE, Person};
use crate::chance::Chance;
use crate::{before, id};
use domain::id::VisitId;
use domain::measure::Money;
use domain::records::{
    Agreement, AgreementState as State, AllianceType, Area, Ground, GroundOutlet, Outlet, Party, PartyCopy,
    PartySignature, Photo, PriceLine, Product, SignOff, Terms, TerritoryType,
};
use domain::rules::agreement::{content_hash, preset};
use jiff::ToSpan;
use std::fmt::Write;

/// One of them.
struct Plan {
    /// Its partner, by the place in `people::PLANS`.
    partner: usize,
    dealer: usize,
    state: State,
    alliance_type: AllianceType,
    ground_type: TerritoryType,
    areas: &'static [(&'static str, &'static str)],
    channels: &'static [&'static str],
    /// In how many days it ends.
    ends_in: i64,
    /// Prices: how many products from the top of the list, and how much less than listed, in percent.
    prices: (usize, i64),
    /// Who has signed.
    signed: &'static [Party],
    /// Sealed pages on paper.
    pages: usize,
    more: &'static str,
}

const CONGTAI: (&str, &str) = ("130403", "丛台区");
const FUXING: (&str, &str) = ("130404", "复兴区");
const HANSHAN: (&str, &str) = ("130402", "邯山区");
const FEIXIANG: (&str, &str) = ("130407", "肥乡区");

const IN_FORCE: Plan = Plan {
    partner: 0,
    dealer: 0,
    state: State::Active,
    alliance_type: AllianceType::TerminalFill,
    ground_type: TerritoryType::Urban,
    areas: &[CONGTAI],
    channels: &[],
    ends_in: 200,
    prices: (4, 6),
    signed: &Party::ALL,
    pages: 0,
    more: "",
};

const PLANS: [Plan; 6] = [
    Plan {
        channels: &["便利店", "超市"], ends_in: 25, more: "年底返利按季结，逾期一天让一个点。", ..IN_FORCE
    },
    Plan { partner: 1, channels: &["副食", "烟酒"], ends_in: 80, prices: (3, 5), ..IN_FORCE },
    Plan {
        partner: 2,
        alliance_type: AllianceType::Comprehensive,
        ground_type: TerritoryType::Suburb,
        areas: &[HANSHAN],
        prices: (6, 8),
        ..IN_FORCE
    },
    Plan {
        partner: 3,
        state: State::Offered,
        areas: &[FUXING],
        ends_in: 365,
        signed: &[Party::SubDistributor],
        ..IN_FORCE
    },
    Plan {
        partner: 4,
        dealer: 1,
        state: State::Signed,
        alliance_type: AllianceType::Comprehensive,
        ground_type: TerritoryType::Suburb,
        areas: &[FEIXIANG],
        ends_in: 370,
        prices: (5, 7),
        pages: 2,
        ..IN_FORCE
    },
    Plan {
        partner: 5,
        state: State::Draft,
        channels: &["烟酒", "餐饮"],
        ends_in: 380,
        prices: (2, 4),
        signed: &[],
        ..IN_FORCE
    },
];

/// The agreements, and the photos of their pages.
pub fn agreements(cast: &Cast<'_>, people: &[Person], album: &Album, chance: &Chance) -> (Vec<Agreement>, Vec<Photo>) {
    let mut photos = Vec::new();
    let made = PLANS.iter().zip(0..).map(|(plan, number)| {
        let mut draw = chance.numbered("agreement", number);
        let (agreement, pages) = agreement(cast, plan, &people[plan.partner], album, &mut draw);
        photos.extend(pages);
        agreement
    });
    (made.collect(), photos)
}

fn agreement(
    cast: &Cast<'_>,
    plan: &Plan,
    person: &Person,
    album: &Album,
    draw: &mut Chance,
) -> (Agreement, Vec<Photo>) {
    let until = before(cast.today, -plan.ends_in);
    // A year to the day.
    let from = until.saturating_sub(1.year()).saturating_add(1.day());
    let begun = i64::from(from.until(cast.today).map_or(0, |span| span.get_days())).max(0);
    let written = cast.moment(if plan.state == State::Active { begun + 9 } else { 6 }, 9);
    let signed_at = written.plus(2 * domain::time::DAY);
    let author = cast.rep(person.plan.owner);
    let dealer = &crate::partners::DEALERS[plan.dealer];
    let pages: Vec<Photo> = (0..plan.pages)
        .map(|number| {
            // The pages are there before anybody signs by them.
            let at = signed_at.plus((number as i64 - 8) * 3 * MINUTE);
            let slot = (number + 1).to_string();
            // What it belongs to is known once the agreement has its id.
            photo(person, author, VisitId(person.candidate.0), ("page", &slot), album.page(number), at, draw)
        })
        .collect();
    let mut agreement = Agreement {
        id: id(written.date(domain::time::Offset::CHINA), draw),
        region: cast.region.region,
        territory: person.place.territory,
        dealer: cast.region.dealers[plan.dealer],
        dealer_name: dealer.name.to_owned(),
        candidate: person.candidate,
        candidate_name: person.plan.name.to_owned(),
        terms: terms(cast, plan, person, (from, until)),
        state: plan.state,
        ground_signed: Some(SignOff { name: person.plan.contact.to_owned(), at: written.plus(60 * MINUTE) }),
        hash: None,
        signatures: Vec::new(),
        pages: pages.iter().map(|page| page.id).collect(),
        copies: Vec::new(),
        approved: None,
        sent_back: String::new(),
        ended: None,
        renews: None,
        author: author.id,
        author_name: author.name.clone(),
        touched_at: signed_at,
    };
    if plan.state == State::Draft {
        agreement.ground_signed = None;
        return (agreement, pages);
    }
    agreement.hash = Some(content_hash(&agreement));
    let names = [
        (Party::Manufacturer, cast.manager.name.as_str()),
        (Party::Dealer, dealer.owner),
        (Party::SubDistributor, person.plan.contact),
    ];
    for (party, name) in names.into_iter().filter(|(party, _)| plan.signed.contains(party)) {
        let signature = if plan.pages > 0 { String::new() } else { written_by_hand(name, draw) };
        let (name, witness) = (name.to_owned(), author.id);
        agreement.signatures.push(PartySignature { party, name, signature, at: signed_at, witness });
    }
    if matches!(plan.state, State::Signed | State::Active) {
        let at = signed_at.plus(20 * MINUTE);
        agreement.copies = Party::ALL.map(|party| PartyCopy { party, at }).to_vec();
    }
    if plan.state == State::Active {
        let at = signed_at.plus(domain::time::DAY);
        agreement.approved = Some(SignOff { name: cast.manager.name.clone(), at });
        agreement.touched_at = at;
    }
    let pages = pages.into_iter().map(|page| Photo { visit: VisitId(agreement.id.0), ..page });
    let pages = pages.collect();
    (agreement, pages)
}

fn terms(
    cast: &Cast<'_>,
    plan: &Plan,
    person: &Person,
    (from, until): (jiff::civil::Date, jiff::civil::Date),
) -> Terms {
    let area = |(code, name): &(&str, &str)| Area { code: (*code).to_owned(), name: (*name).to_owned() };
    let (count, less) = plan.prices;
    let goods: Vec<_> = cast.region.products.iter().take(count).collect();
    Terms {
        alliance_type: plan.alliance_type,
        ground: Ground {
            ground_type: plan.ground_type,
            areas: plan.areas.iter().map(area).collect(),
            outlets: Vec::new(),
            without: left_out(cast, plan, person),
            channels: plan.channels.iter().map(|channel| (*channel).to_owned()).collect(),
        },
        coverage: preset(plan.alliance_type),
        products: Vec::new(),
        prices: goods
            .into_iter()
            .map(|product| PriceLine {
                product: product.id,
                // Whole jiao.
                price: Money(product.case_price.0 * (100 - less) / 1_000 * 10),
                ex_works: Some(Money(product.case_price.0 * (94 - less) / 1_000 * 10)),
                shop: Some(shop_price(product)),
            })
            .collect(),
        from,
        until,
        cycle_days: 7,
        exception: String::new(),
        more: plan.more.to_owned(),
    }
}

/// What a shop pays for a case: it keeps an eighth of what the consumer pays. Whole jiao.
fn shop_price(product: &Product) -> Money {
    Money(product.retail_price.0 * i64::from(product.pieces_per_case) * 7 / 80 * 10)
}

/// Two large shops that the dealer keeps for itself, where the outlets of the area are the dealer's anyway.
fn left_out(cast: &Cast<'_>, plan: &Plan, person: &Person) -> Vec<GroundOutlet> {
    let Some((code, district)) = plan.areas.first().filter(|_| plan.state != State::Draft) else { return Vec::new() };
    let fits = |outlet: &&Outlet| {
        outlet.territory == person.place.territory
            && outlet.address.starts_with(district)
            && (plan.channels.is_empty() || plan.channels.contains(&outlet.channel.as_str()))
    };
    let mut shops: Vec<&Outlet> = cast.region.outlets.iter().filter(fits).collect();
    shops.sort_by_key(|outlet| (outlet.class, outlet.id));
    let shop =
        |outlet: &Outlet| GroundOutlet { outlet: outlet.id, name: outlet.name.clone(), area: (*code).to_owned() };
    shops.into_iter().take(2).map(shop).collect()
}

/// A signature as a finger leaves it: for each character a few strokes that lean to the right.
fn written_by_hand(name: &str, draw: &mut Chance) -> String {
    let mut path = String::new();
    let count = name.chars().count().max(1) as i64;
    let width = 220 / count;
    for at in 0..count {
        let left = 36 + at * width;
        for stroke in 0..draw.range(3..=5) {
            let (x, y) = (left + draw.range(0..=width / 3), 22 + stroke * 12 + draw.range(-5..=5));
            let (over, down) = (x + draw.range(width / 3..=width), y + draw.range(-8..=14));
            let (on, end) = (over - draw.range(4..=width / 2), down + draw.range(10..=26));
            // Writing to a string cannot fail.
            let _ = write!(path, "M{x} {y} Q{} {} {over} {down} L{on} {end} ", (x + over) / 2, y - draw.range(2..=9));
        }
    }
    path.trim_end().to_owned()
}
