//! Writing an agreement: the draft, the boundary list, the offer (F50, F53, S34).

use super::{too_long, with};
use crate::sample::*;
use domain::commands::*;
use domain::limits::SHORT_TEXT_CHARS;
use domain::records::*;
use domain::rules::agreement::content_hash;
use domain::{Refusal, Scope};

fn desk() -> Stage {
    with(Stage::rep(), qualified())
}

/// With a draft whose boundary list is agreed to.
fn ready() -> Stage {
    desk().having(agreed(an_agreement()))
}

fn drafting(terms: Terms) -> DraftAgreement {
    DraftAgreement { terms, ..draft() }
}

fn ground(ground: Ground) -> Terms {
    Terms { ground, ..terms() }
}

fn drop_draft() -> DropAgreement {
    DropAgreement { agreement: agreement_id() }
}

fn state(stage: &Stage) -> AgreementState {
    stage.get::<Agreement>(agreement_id()).state
}

#[test]
fn a_draft_names_the_three_parties_and_binds_nobody() {
    let stage = desk().after(draft());
    assert_eq!(stage.get::<Agreement>(agreement_id()), &an_agreement());
    assert_eq!(stage.get::<Agreement>(agreement_id()).scope(), Scope::Region(region()));
    let other = Agreement { state: AgreementState::Draft, ..active(others(201)) };
    assert!(ready().having(other).decide(offer()).is_ok(), "a draft keeps nobody out");
}

#[test]
fn a_draft_is_written_again_and_keeps_its_author_and_the_agreed_boundary() {
    let stage = with(Stage::manager(), qualified()).having(agreed(an_agreement()));
    let stage = stage.after(drafting(Terms { cycle_days: 10, ..terms() }));
    let agreement = stage.get::<Agreement>(agreement_id());
    assert_eq!((agreement.author, agreement.author_name.as_str()), (rep(), "李娜"));
    assert_eq!((agreement.terms.cycle_days, agreement.ground_signed.is_some()), (10, true));
}

#[test]
fn another_boundary_is_agreed_to_anew() {
    let stage = ready().after(drafting(ground(ground_of(&["130403"]))));
    assert_eq!(stage.get::<Agreement>(agreement_id()).ground_signed, None);
    assert_eq!(stage.refusal(offer()), Refusal::GroundNotSigned);
    assert!(stage.after(sign_off()).decide(offer()).is_ok());
}

#[test]
fn nothing_is_drafted_with_nobody_with_whom_it_is_over_or_under_no_dealer() {
    let unknown = Refusal::CandidateUnknown { candidate: candidate_id() };
    assert_eq!(Stage::rep().refusal(draft()), unknown);
    for stage in [CandidateStage::Suspended, CandidateStage::Eliminated, CandidateStage::Left] {
        assert_eq!(with(Stage::rep(), at(stage)).refusal(draft()), Refusal::StageUnfit { stage });
    }
    assert!(with(Stage::rep(), at(CandidateStage::Contacted)).decide(draft()).is_ok(), "to write is free");
    assert_eq!(desk().without::<Dealer>(dealer_id()).refusal(draft()), Refusal::DealerUnknown);
    let elsewhere = Dealer { region: id(2), ..a_dealer() };
    assert_eq!(desk().having(elsewhere).refusal(draft()), Refusal::DealerUnknown);
}

#[test]
fn a_draft_is_no_nonsense() {
    assert_eq!(desk().refusal(drafting(ground(ground_of(&["1304"])))), Refusal::AreaUnfit);
    let backwards = Terms { until: DAY.yesterday().unwrap(), ..terms() };
    assert_eq!(desk().refusal(drafting(backwards)), Refusal::TermTooShort { until: YEAR_END });
}

#[test]
fn a_draft_is_its_authors_and_a_managers() {
    let not_yours = Refusal::NotYourAgreement { author_name: "李娜".into() };
    let stage = ready().acting_as(other_rep());
    assert_eq!(stage.refusal(draft()), not_yours);
    assert_eq!(stage.refusal(sign_off()), not_yours);
    assert_eq!(stage.refusal(offer()), not_yours);
    assert_eq!(stage.refusal(drop_draft()), not_yours);
    let manager = with(Stage::manager(), qualified()).having(agreed(an_agreement()));
    assert!(manager.decide(sign_off()).is_ok() && manager.decide(offer()).is_ok());
    assert!(manager.decide(drop_draft()).is_ok());
}

#[test]
fn what_is_frozen_is_not_written_again() {
    let frozen = |agreement: &Agreement| Refusal::AgreementFrozen { number: agreement.number() };
    for agreement in [offered(an_agreement()), signed(an_agreement()), active(an_agreement())] {
        let (refusal, stage) = (frozen(&agreement), desk().having(agreement));
        assert_eq!(stage.refusal(draft()), refusal);
        assert_eq!(stage.refusal(sign_off()), refusal);
        assert_eq!(stage.refusal(offer()), refusal);
        assert_eq!(stage.refusal(drop_draft()), refusal);
    }
}

#[test]
fn the_draft_of_one_partner_does_not_become_anothers() {
    let stage = ready().having(Candidate { id: id(181), ..qualified() });
    let other = DraftAgreement { candidate: id(181), ..draft() };
    assert_eq!(stage.refusal(other), Refusal::AgreementUnknown { agreement: agreement_id() });
}

#[test]
fn only_what_came_into_force_with_the_same_partner_is_renewed() {
    let renewing = |old| DraftAgreement { renews: Some(old), ..draft() };
    let unknown = |agreement| Refusal::AgreementUnknown { agreement };
    assert_eq!(desk().refusal(renewing(id(201))), unknown(id(201)));
    assert_eq!(desk().having(active(others(201))).refusal(renewing(id(201))), unknown(id(201)), "another partner's");
    let old = |agreement: Agreement| Agreement { id: id(201), ..agreement };
    let draft = old(an_agreement());
    assert_eq!(desk().having(draft).refusal(renewing(id(201))), unknown(id(201)), "a draft");
    assert_eq!(ready().refusal(renewing(agreement_id())), unknown(agreement_id()), "itself");
    assert!(desk().having(old(active(an_agreement()))).decide(renewing(id(201))).is_ok());
}

#[test]
fn the_boundary_list_is_agreed_to_by_somebody_and_is_not_empty() {
    let stage = desk().after(draft());
    assert_eq!(stage.refusal(SignOffGround { name: " ".into(), ..sign_off() }), Refusal::WordsNeeded);
    let long = SignOffGround { name: too_long(SHORT_TEXT_CHARS), ..sign_off() };
    assert_eq!(stage.refusal(long), Refusal::TooLong { limit: SHORT_TEXT_CHARS as u32 });
    let empty = desk().after(drafting(ground(ground_of(&[]))));
    assert_eq!(empty.refusal(sign_off()), Refusal::GroundEmpty);
    let nowhere = Ground { outlets: vec![ground_shop(31, "")], ..ground_of(&["130402"]) };
    let nowhere = desk().after(drafting(ground(nowhere)));
    assert_eq!(nowhere.refusal(sign_off()), Refusal::ShopUnplaced { shop: "店31".into() });
    let signed = stage.after(SignOffGround { name: " 刘鑫 ".into(), ..sign_off() });
    assert_eq!(signed.get::<Agreement>(agreement_id()), &agreed(an_agreement()));
}

#[test]
fn an_unknown_agreement_is_neither_agreed_to_nor_offered_nor_dropped() {
    let unknown = Refusal::AgreementUnknown { agreement: agreement_id() };
    assert_eq!(desk().refusal(sign_off()), unknown);
    assert_eq!(desk().refusal(offer()), unknown);
    assert_eq!(desk().refusal(drop_draft()), unknown);
    assert_eq!(ready().after(drop_draft()).world.get::<Agreement>(agreement_id()), None);
}

#[test]
fn an_offer_freezes_what_is_written_under_one_hash_and_the_partner_is_signing() {
    let stage = ready().after(offer());
    let agreement = stage.get::<Agreement>(agreement_id());
    assert_eq!(agreement, &offered(an_agreement()));
    assert_eq!(agreement.hash.as_deref(), Some(content_hash(&an_agreement()).as_str()));
    assert_eq!(stage.get::<Candidate>(candidate_id()).stage, CandidateStage::Signing);
    let member = with(Stage::rep(), Candidate { stage: CandidateStage::Member, ..qualified() });
    let stage = member.having(agreed(an_agreement())).after(offer());
    assert_eq!(stage.get::<Candidate>(candidate_id()).stage, CandidateStage::Member, "who is a member stays one");
}

#[test]
fn an_offer_is_complete_and_with_somebody_who_may_sign() {
    let nothing = Agreement { terms: Terms { cycle_days: 16, ..terms() }, ..agreed(an_agreement()) };
    assert_eq!(desk().having(nothing).refusal(offer()), Refusal::CycleTooLong { most: 15 });
    assert_eq!(desk().after(draft()).refusal(offer()), Refusal::GroundNotSigned);
    let gone = ready().without::<Candidate>(candidate_id());
    assert_eq!(gone.refusal(offer()), Refusal::CandidateUnknown { candidate: candidate_id() });
    for stage in
        [CandidateStage::Lead, CandidateStage::Contacted, CandidateStage::Suspended, CandidateStage::Eliminated]
    {
        let cut = with(Stage::rep(), at(stage)).having(agreed(an_agreement()));
        assert_eq!(cut.refusal(offer()), Refusal::StageUnfit { stage }, "neither a name nor who was cut takes ground");
    }
}

#[test]
fn whoever_is_asked_for_may_sign_before_the_manager_has_answered_and_who_is_to_be_cut_may_not() {
    let asked = |kind| Candidate {
        proposal: Some(Proposal { kind, words: String::new(), by: rep(), by_name: "李娜".into(), at: morning() }),
        ..at(CandidateStage::Proposed)
    };
    let desk = |candidate| with(Stage::rep(), candidate).having(agreed(an_agreement()));
    let stage = desk(asked(ProposalKind::Qualify)).after(offer());
    assert_eq!(stage.get::<Candidate>(candidate_id()).stage, CandidateStage::Proposed, "the question stays open");
    let unfit = Refusal::StageUnfit { stage: CandidateStage::Proposed };
    assert_eq!(desk(asked(ProposalKind::Eliminate { item: "仓库".into() })).refusal(offer()), unfit);
    assert_eq!(desk(at(CandidateStage::Proposed)).refusal(offer()), unfit);
    assert!(desk(at(CandidateStage::Inspecting)).decide(offer()).is_ok(), "the manager decides about both at once");
}

#[test]
fn nobody_takes_ground_for_a_colleagues_candidate() {
    let theirs = Candidate { owner: other_rep(), owner_name: "王磊".into(), ..qualified() };
    let stage = with(Stage::rep(), theirs.clone()).having(agreed(an_agreement()));
    assert_eq!(stage.refusal(offer()), Refusal::NotYourCandidate { owner_name: "王磊".into() });
    assert!(with(Stage::manager(), theirs).having(agreed(an_agreement())).decide(offer()).is_ok());
}

#[test]
fn an_offer_that_nobody_has_signed_is_taken_back_by_whoever_made_it() {
    let take_back = RuleAgreement { approve: false, ..approve() };
    let stage = ready().after(offer());
    assert_eq!(stage.refusal(approve()), Refusal::NotYourRole);
    let back = stage.after(take_back.clone());
    assert_eq!(back.get::<Agreement>(agreement_id()), &agreed(an_agreement()), "with the boundary that was agreed to");
    assert!(back.decide(offer()).is_ok());
    let other = ready().after(offer()).acting_as(other_rep());
    assert_eq!(other.refusal(take_back.clone()), Refusal::NotYourRole);
    let begun = ready().after(offer()).after(sign(Party::Dealer));
    assert_eq!(begun.refusal(take_back), Refusal::NotYourRole, "a name is under it");
}

#[test]
fn two_drafts_of_one_ground_made_apart_end_with_one_offer_and_the_other_draft_still_there() {
    let other = agreed(Agreement { author: other_rep(), ..others(201) });
    let stage = ready().having(other.clone()).after(offer());
    let second = OfferAgreement { agreement: id(201) };
    let theirs = Candidate { id: other.candidate, owner: other_rep(), ..qualified() };
    let stage = stage.acting_as(other_rep()).having(theirs);
    let taken = Refusal::GroundTaken {
        number: an_agreement().number(),
        partner: "鑫源商贸".into(),
        places: vec!["区130402".into()],
    };
    assert_eq!(stage.refusal(second.clone()), taken);
    assert_eq!(stage.get::<Agreement>(id(201)), &other, "nothing of it is lost");
    // The boundary is moved, agreed to and offered.
    let moved = DraftAgreement {
        agreement: id(201),
        candidate: other.candidate,
        terms: ground(ground_of(&["130403"])),
        ..draft()
    };
    let stage = stage.after(moved).after(SignOffGround { agreement: id(201), ..sign_off() }).after(second);
    assert_eq!(stage.get::<Agreement>(id(201)).state, AgreementState::Offered);
    assert_eq!(state(&stage), AgreementState::Offered);
}

#[test]
fn a_ground_in_another_region_is_no_matter() {
    let elsewhere = Agreement { region: id(2), ..active(others(201)) };
    assert!(ready().having(elsewhere).decide(offer()).is_ok());
}

#[test]
fn a_refusal_names_three_places_and_no_more() {
    let codes = ["130402", "130403", "130404", "130405"];
    let wide = Agreement { terms: ground(ground_of(&codes)), ..an_agreement() };
    let holder = active(Agreement { terms: ground(ground_of(&codes)), ..others(201) });
    let stage = desk().having(agreed(wide)).having(holder.clone());
    let places = codes[..3].iter().map(|code| format!("区{code}")).collect();
    let taken = Refusal::GroundTaken { number: holder.number(), partner: "广源副食".into(), places };
    assert_eq!(stage.refusal(offer()), taken);
}
