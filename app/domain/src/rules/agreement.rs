//! What an agreement must keep to (S17, S34, S41, S42, S76), what is signed, and how it stands on a day.

mod standing;

pub use standing::{REMINDERS, Standing, days_left, in_force, last_day, reminder, standing};

use crate::commands::Context;
use crate::id::{AgreementId, CandidateId, DealerId, UserId};
use crate::limits::{AREAS, DELIVERY_CYCLE_DAYS, GROUND_OUTLETS, SHORT_TEXT_CHARS, TERMS_YEARS, TEXT_CHARS};
use crate::measure::Money;
use crate::records::{
    Agreement, AgreementState, AllianceType, Candidate, CandidateStage, Coverage, EventPremise, Ground, OutletClass,
    Party, PriceLine, ProposalKind, RecruitEvent, Terms, TerritoryType,
};
use crate::refusal::Refusal;
use crate::rules::ground::unplaced;
use crate::rules::text::within;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// More areas than this are a wide ground (S41).
const WIDE: usize = 2;
/// The third pair of a code (GB/T 2260): below it are the districts of a city, from it on counties and their cities.
const FIRST_COUNTY: &str = "21";

/// The classes whose outlets the sub-distributor develops in each type of alliance; a preset, and changed by hand.
#[must_use]
pub fn preset(alliance_type: AllianceType) -> Vec<Coverage> {
    let by = |class| match (alliance_type, class) {
        // The source names county hypermarkets as what the dealer does not take; it does not say who does.
        (AllianceType::Comprehensive, _) | (AllianceType::TerminalFill, OutletClass::A) => Party::SubDistributor,
        (AllianceType::TerminalFill, _) => Party::Dealer,
    };
    [OutletClass::A, OutletClass::B, OutletClass::C, OutletClass::D]
        .map(|class| Coverage { class, by: by(class) })
        .to_vec()
}

/// What speaks against the type that was chosen (S41, S42). A warning, and no wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Premise {
    /// 综合式 wants a wide ground.
    TooNarrow,
    /// 综合式 wants a strong sub-distributor.
    TooWeak,
    /// 终端填充式 wants a narrow ground.
    TooWide,
    /// 终端填充式 wants a weak sub-distributor: a strong one could do more.
    TooStrong,
    /// 终端填充式 wants a strong dealer.
    DealerWeak,
    /// The same, and nobody has looked at the dealer.
    DealerUnseen,
}

/// Who was found strong, as far as somebody has looked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Strength {
    /// The partner, by the qualification.
    pub partner: Option<bool>,
    /// The dealer, by the last event that was planned for them.
    pub dealer: Option<bool>,
}

/// The premises that do not hold.
#[must_use]
pub fn premises(terms: &Terms, strong: Strength) -> Vec<Premise> {
    let wide = terms.ground.areas.len() > WIDE || terms.ground.ground_type == TerritoryType::Suburb;
    let all = match terms.alliance_type {
        AllianceType::Comprehensive => {
            [(!wide).then_some(Premise::TooNarrow), (strong.partner == Some(false)).then_some(Premise::TooWeak), None]
        }
        AllianceType::TerminalFill => [
            wide.then_some(Premise::TooWide),
            (strong.partner == Some(true)).then_some(Premise::TooStrong),
            match strong.dealer {
                Some(true) => None,
                Some(false) => Some(Premise::DealerWeak),
                None => Some(Premise::DealerUnseen),
            },
        ],
    };
    all.into_iter().flatten().collect()
}

/// Whether a dealer was found strong (S33): what the last event for them at which anything was ticked says. None if nobody
/// has looked.
#[must_use]
pub fn dealer_strong(events: &[RecruitEvent], dealer: DealerId) -> Option<bool> {
    let theirs = events.iter().filter(|event| event.dealer == Some(dealer) && !event.premises.is_empty());
    theirs.max_by_key(|event| (event.day, event.id)).map(|event| event.premises.contains(&EventPremise::Strong))
}

/// Whether terms can be written down at all: a draft may lack much, and may not be nonsense.
///
/// # Errors
/// What does not fit.
pub fn writable(terms: &Terms) -> Result<(), Refusal> {
    within(&terms.more, TEXT_CHARS)?;
    within(&terms.exception, TEXT_CHARS)?;
    let ground = &terms.ground;
    let shops = ground.outlets.len() + ground.without.len();
    if ground.areas.len() > AREAS || ground.channels.len() > AREAS || shops > GROUND_OUTLETS {
        return Err(Refusal::GroundTooLarge { areas: AREAS as u32, outlets: GROUND_OUTLETS as u32 });
    }
    let texts = ground.areas.iter().flat_map(|area| [&area.code, &area.name]).chain(&ground.channels);
    let shops = ground.outlets.iter().chain(&ground.without).flat_map(|shop| [&shop.name, &shop.area]);
    for text in texts.chain(shops) {
        within(text, SHORT_TEXT_CHARS)?;
    }
    if ground.areas.iter().any(|area| !is_area_code(&area.code)) {
        return Err(Refusal::AreaUnfit);
    }
    let most = crate::limits::MONEY_MOST;
    let prices = |line: &PriceLine| [Some(line.price), line.ex_works, line.shop].into_iter().flatten();
    if terms.prices.iter().flat_map(prices).any(|price| !(0..=most).contains(&price.0)) {
        return Err(Refusal::AmountUnfit { most: Money(most) });
    }
    if terms.until < terms.from {
        return Err(Refusal::TermTooShort { until: a_year_from(terms.from) });
    }
    Ok(())
}

/// Whether a text can be the code of an area.
#[must_use]
pub fn is_area_code(code: &str) -> bool {
    // No province has the number 00: such a code would stand for everything and cover nothing.
    matches!(code.len(), 6 | 9) && code.bytes().all(|byte| byte.is_ascii_digit()) && !code.starts_with("00")
}

/// Whether terms are complete enough to be offered.
///
/// # Errors
/// The first thing that is missing or may not be.
pub fn offerable(terms: &Terms) -> Result<(), Refusal> {
    writable(terms)?;
    if terms.until < a_year_from(terms.from) {
        return Err(Refusal::TermTooShort { until: a_year_from(terms.from) });
    }
    let last = terms.from.saturating_add(i32::from(TERMS_YEARS).years());
    if terms.until > last {
        return Err(Refusal::TermTooLong { until: last });
    }
    if !(1..=DELIVERY_CYCLE_DAYS).contains(&terms.cycle_days) {
        return Err(Refusal::CycleTooLong { most: DELIVERY_CYCLE_DAYS });
    }
    if terms.ground.areas.is_empty() && terms.ground.outlets.is_empty() {
        return Err(Refusal::GroundEmpty);
    }
    placed(&terms.ground)?;
    if terms.coverage.is_empty() || terms.coverage.iter().any(|line| line.by == Party::Manufacturer) {
        return Err(Refusal::CoverageUnfit);
    }
    if in_county(&terms.ground) && terms.exception.trim().is_empty() {
        // S6: a county is the dealer's; whoever is appointed there directly is an exception that somebody explains.
        return Err(Refusal::ExceptionNeeded);
    }
    Ok(())
}

/// Whether a ground lies in a county or a county-level city, by what it is called or by a code in it (S6).
#[must_use]
pub fn in_county(ground: &Ground) -> bool {
    let codes = ground.areas.iter().map(|area| &area.code).chain(ground.outlets.iter().map(|shop| &shop.area));
    let in_code = codes.filter_map(|code| code.get(4..6)).any(|pair| pair >= FIRST_COUNTY);
    in_code || ground.ground_type == TerritoryType::County
}

/// Whether an agreement may be offered to a candidate: somebody has gone to inspect them, and nobody asks to cut them.
/// A rep without a network goes on to sign, and the manager decides about the partner and the agreement in one sitting:
/// who is not qualified is in no agreement that is in force.
#[must_use]
pub fn is_ripe(candidate: &Candidate) -> bool {
    match candidate.stage {
        CandidateStage::Inspecting => true,
        CandidateStage::Proposed => {
            candidate.proposal.as_ref().is_some_and(|proposal| proposal.kind == ProposalKind::Qualify)
        }
        stage => stage.is_qualified(),
    }
}

/// Whether the actor may take an offer back: it is theirs, and nobody has signed it.
#[must_use]
pub fn may_take_back(agreement: &Agreement, actor: UserId) -> bool {
    agreement.author == actor && agreement.state == AgreementState::Offered && agreement.signatures.is_empty()
}

/// Whether it is known of every single shop where it lies (S15).
///
/// # Errors
/// The first of which it is not.
pub fn placed(ground: &Ground) -> Result<(), Refusal> {
    unplaced(ground).map_or(Ok(()), |shop| Err(Refusal::ShopUnplaced { shop: shop.name.clone() }))
}

/// The last day of a term of a year.
#[must_use]
pub fn a_year_from(from: Date) -> Date {
    from.saturating_add(1.year()).saturating_sub(1.day())
}

/// What is frozen and signed: the parties and the terms, as one text that every phone writes the same way.
#[derive(Serialize)]
struct Frozen<'a> {
    agreement: AgreementId,
    dealer: DealerId,
    dealer_name: &'a str,
    partner: CandidateId,
    partner_name: &'a str,
    terms: &'a Terms,
}

/// The hash of what is signed.
#[must_use]
pub fn content_hash(agreement: &Agreement) -> String {
    let frozen = Frozen {
        agreement: agreement.id,
        dealer: agreement.dealer,
        dealer_name: &agreement.dealer_name,
        partner: agreement.candidate,
        partner_name: &agreement.candidate_name,
        terms: &agreement.terms,
    };
    let text =
        serde_json::to_string(&frozen).expect("terms have string keys only, so writing them as JSON cannot fail");
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whose draft it is to change: its author's, or a manager's.
///
/// # Errors
/// When it is somebody else's.
pub fn may_write(agreement: &Agreement, context: &Context) -> Result<(), Refusal> {
    if agreement.author == context.actor || context.role.manages() {
        Ok(())
    } else {
        Err(Refusal::NotYourAgreement { author_name: agreement.author_name.clone() })
    }
}
