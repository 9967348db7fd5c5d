//! Three signatures, sealed pages, a copy for each, and the manager's word (F51, S40).

use super::{on, too_long, with};
use crate::sample::*;
use domain::Refusal;
use domain::commands::*;
use domain::limits::{PAGES, SHORT_TEXT_CHARS, SIGNATURE_BYTES, TEXT_CHARS};
use domain::records::*;

fn table(agreement: Agreement) -> Stage {
    let signing = Candidate { stage: CandidateStage::Signing, ..qualified() };
    with(Stage::rep(), signing).having(agreement)
}

fn office(agreement: Agreement) -> Stage {
    let signing = Candidate { stage: CandidateStage::Signing, ..qualified() };
    with(Stage::manager(), signing).having(agreement)
}

fn page(number: u128) -> TakePage {
    TakePage { agreement: agreement_id(), snapshot: a_snapshot(number) }
}

fn frozen(agreement: &Agreement) -> Refusal {
    Refusal::AgreementFrozen { number: agreement.number() }
}

/// As the rep finds it after the last signature.
fn unsigned() -> Agreement {
    offered(an_agreement())
}

#[test]
fn the_third_signature_makes_it_signed_whatever_the_order() {
    let orders = [[0, 1, 2], [2, 1, 0], [1, 2, 0]];
    for order in orders {
        let [first, second, third] = order.map(|at| Party::ALL[at]);
        let stage = table(unsigned()).after(sign(first)).after(sign(second));
        let agreement = stage.get::<Agreement>(agreement_id());
        assert_eq!((agreement.state, agreement.is_signed_by(third)), (AgreementState::Offered, false));
        let stage = stage.after(sign(third));
        let agreement = stage.get::<Agreement>(agreement_id());
        assert_eq!(agreement.state, AgreementState::Signed);
        assert_eq!(agreement.signatures, [first, second, third].map(signature));
    }
}

#[test]
fn nobody_signs_what_they_have_not_been_shown() {
    let other = SignAgreement { hash: "ab".repeat(32), ..sign(Party::Dealer) };
    assert_eq!(table(unsigned()).refusal(other), Refusal::TermsDiffer);
}

#[test]
fn a_signature_has_a_name_and_is_a_drawing_and_each_party_signs_once() {
    let stage = table(unsigned());
    assert_eq!(stage.refusal(SignAgreement { name: " ".into(), ..sign(Party::Dealer) }), Refusal::WordsNeeded);
    let long = SignAgreement { name: too_long(SHORT_TEXT_CHARS), ..sign(Party::Dealer) };
    assert_eq!(stage.refusal(long), Refusal::TooLong { limit: SHORT_TEXT_CHARS as u32 });
    let script = SignAgreement { signature: "<script>".into(), ..sign(Party::Dealer) };
    assert_eq!(stage.refusal(script), Refusal::TooLong { limit: SIGNATURE_BYTES as u32 });
    let stage = stage.after(sign(Party::Dealer));
    assert_eq!(stage.refusal(sign(Party::Dealer)), Refusal::SignedBefore);
}

#[test]
fn without_a_drawing_there_is_a_photo_of_the_sealed_page() {
    let sealed = SignAgreement { signature: String::new(), ..sign(Party::Dealer) };
    assert_eq!(table(unsigned()).refusal(sealed.clone()), Refusal::SignatureNeeded);
    let stage = table(unsigned()).after(page(61)).after(page(62)).after(sealed);
    let agreement = stage.get::<Agreement>(agreement_id());
    assert_eq!(agreement.pages, [id(61), id(62)]);
    assert!(agreement.is_signed_by(Party::Dealer));
    let photo = stage.get::<Photo>(id(62));
    assert_eq!((photo.visit, photo.slot.as_str(), photo.item.0.as_str()), (id(200), "2", "page"));
    assert_eq!((photo.outlet, photo.territory), (a_candidate().place(), territory()));
}

#[test]
fn a_page_is_a_new_photo_of_an_offer_and_there_are_not_too_many() {
    let stage = table(unsigned());
    assert_eq!(stage.after(page(61)).refusal(page(61)), Refusal::PhotoExists { photo: id(61) });
    let nothing = Snapshot { picture: PhotoRef { bytes: 0, ..picture('c') }, ..a_snapshot(61) };
    let nothing = TakePage { snapshot: nothing, ..page(61) };
    assert_eq!(table(unsigned()).refusal(nothing), Refusal::PhotoUnfit);
    let full = Agreement { pages: vec![id(61); PAGES], ..unsigned() };
    assert_eq!(table(full).refusal(page(62)), Refusal::TooManyPhotos { limit: PAGES as u32 });
    let nowhere = table(unsigned()).without::<Outlet>(a_candidate().place());
    assert_eq!(nowhere.refusal(page(61)), Refusal::CandidateUnknown { candidate: candidate_id() });
}

#[test]
fn only_an_offer_is_signed_and_photographed_and_by_whoever_may_write_it() {
    let unknown = Refusal::AgreementUnknown { agreement: agreement_id() };
    let empty = with(Stage::rep(), qualified());
    let draft = table(an_agreement());
    let others = table(unsigned()).acting_as(other_rep());
    let not_yours = Refusal::NotYourAgreement { author_name: "李娜".into() };
    for (stage, wanted) in [(&empty, unknown), (&draft, Refusal::NotOffered), (&others, not_yours)] {
        assert_eq!(stage.refusal(sign(Party::Dealer)), wanted);
        assert_eq!(stage.refusal(page(61)), wanted);
        assert_eq!(stage.refusal(hand_copy(Party::Dealer)), wanted);
    }
    let done = table(active(an_agreement()));
    assert_eq!(done.refusal(sign(Party::Dealer)), frozen(&an_agreement()));
    assert_eq!(done.refusal(page(61)), frozen(&an_agreement()));
    assert!(done.decide(hand_copy(Party::Dealer)).is_ok(), "a copy may come later");
}

#[test]
fn whoever_signs_second_over_one_ground_learns_it_at_the_signature() {
    // Both were offered without a network: each phone knew of its own only.
    let stage = table(unsigned()).having(signed(others(201)));
    assert!(matches!(stage.refusal(sign(Party::Dealer)), Refusal::GroundTaken { .. }));
    assert_eq!(stage.get::<Agreement>(agreement_id()), &unsigned(), "nothing of it is lost");
}

#[test]
fn a_second_tap_hands_over_no_second_copy() {
    let stage = table(unsigned()).after(hand_copy(Party::Dealer));
    let before = stage.get::<Agreement>(agreement_id()).clone();
    assert!(before.has_copy(Party::Dealer) && !before.has_copy(Party::Manufacturer));
    let later = on(stage, YEAR_END).after(hand_copy(Party::Dealer));
    assert_eq!(later.get::<Agreement>(agreement_id()), &before);
}

#[test]
fn with_the_managers_word_it_is_in_force_and_the_partner_a_member_and_a_sub_distributor() {
    let stage = office(signed(an_agreement())).after(approve());
    assert_eq!(stage.get::<Agreement>(agreement_id()), &active(an_agreement()));
    assert_eq!(stage.get::<Candidate>(candidate_id()).stage, CandidateStage::Member);
    assert_eq!(stage.get::<Alliance>(alliance_id()), &an_alliance());
    let wanted = SubDistributor {
        id: id(180),
        dealer: dealer_id(),
        territory: territory(),
        name: "鑫源商贸".into(),
        owner: "刘鑫".into(),
        phone: "13931000001".into(),
    };
    assert_eq!(stage.get::<SubDistributor>(id(180)), &wanted);
}

#[test]
fn an_alliance_grows_and_keeps_when_it_was_founded() {
    let first = Member { candidate: id(181), name: "广源副食".into(), agreement: id(201), since: DAY };
    let founded = Alliance { members: vec![first.clone()], ..an_alliance() };
    let stage = on(office(signed(an_agreement())).having(founded), DAY.tomorrow().unwrap()).after(approve());
    let alliance = stage.get::<Alliance>(alliance_id());
    assert_eq!(alliance.founded_at, morning());
    assert_eq!(alliance.members, [first, an_alliance().members[0].clone()]);
}

#[test]
fn nothing_comes_into_force_that_is_not_signed_by_all_and_in_everybodys_hands() {
    use Party::{Dealer, Manufacturer, SubDistributor};
    let half = table(unsigned()).after(sign(Dealer)).get::<Agreement>(agreement_id()).clone();
    let missing = Refusal::SignaturesMissing { parties: vec![Manufacturer, SubDistributor] };
    assert_eq!(office(half).refusal(approve()), missing);
    let copies = vec![PartyCopy { party: Dealer, at: morning() }];
    let unhanded = Agreement { copies, ..signed(an_agreement()) };
    let missing = Refusal::CopiesMissing { parties: vec![Manufacturer, SubDistributor] };
    assert_eq!(office(unhanded).refusal(approve()), missing);
}

#[test]
fn nobody_joins_who_is_not_qualified_on_the_day() {
    let unfit = Refusal::NotQualified { name: "鑫源商贸".into() };
    let signing = Candidate { stage: CandidateStage::Signing, ..qualified() };
    for candidate in [
        Candidate { qualified_until: None, ..signing.clone() },
        Candidate { qualified_until: DAY.yesterday().ok(), ..signing.clone() },
        Candidate { stage: CandidateStage::Suspended, ..signing.clone() },
        Candidate { stage: CandidateStage::Inspecting, ..signing.clone() },
    ] {
        assert_eq!(office(signed(an_agreement())).having(candidate).refusal(approve()), unfit);
    }
    let today = Candidate { qualified_until: Some(DAY), ..signing };
    assert!(office(signed(an_agreement())).having(today).decide(approve()).is_ok());
    let gone = office(signed(an_agreement())).without::<Candidate>(candidate_id());
    assert_eq!(gone.refusal(approve()), Refusal::CandidateUnknown { candidate: candidate_id() });
    let nowhere = office(signed(an_agreement())).without::<Outlet>(a_candidate().place());
    assert_eq!(nowhere.refusal(approve()), Refusal::CandidateUnknown { candidate: candidate_id() });
}

#[test]
fn of_two_signed_apart_one_comes_into_force_and_the_other_is_still_there() {
    let stage = office(signed(an_agreement())).having(signed(others(201)));
    assert!(matches!(stage.refusal(approve()), Refusal::GroundTaken { .. }));
    // The manager sends one of them back, which frees its ground.
    let back = RuleAgreement { agreement: id(201), ..send_back("让给鑫源") };
    let stage = stage.after(back).after(approve());
    assert_eq!(stage.get::<Agreement>(agreement_id()).state, AgreementState::Active);
    let other = stage.get::<Agreement>(id(201));
    assert_eq!((other.state, &other.terms), (AgreementState::Draft, &others(201).terms));
}

#[test]
fn what_is_sent_back_is_a_draft_again_with_the_reason_and_without_signatures() {
    let stage = office(signed(an_agreement())).after(send_back(" 改一下区域 "));
    let wanted = Agreement { sent_back: "改一下区域".into(), ..agreed(an_agreement()) };
    assert_eq!(stage.get::<Agreement>(agreement_id()), &wanted);
    let stage = stage.after(draft());
    assert_eq!(stage.get::<Agreement>(agreement_id()).sent_back, "改一下区域", "until it is offered again");
    assert_eq!(stage.after(offer()).get::<Agreement>(agreement_id()).sent_back, "");
}

#[test]
fn only_a_manager_decides_with_a_word_if_it_is_no_and_about_what_is_offered() {
    assert_eq!(table(signed(an_agreement())).refusal(approve()), Refusal::NotYourRole);
    assert_eq!(office(signed(an_agreement())).refusal(send_back(" ")), Refusal::WordsNeeded);
    let wordy = send_back(&too_long(TEXT_CHARS));
    assert_eq!(office(signed(an_agreement())).refusal(wordy), Refusal::TooLong { limit: TEXT_CHARS as u32 });
    for agreement in [an_agreement(), active(an_agreement())] {
        assert_eq!(office(agreement).refusal(approve()), frozen(&an_agreement()));
    }
    let unknown = Refusal::AgreementUnknown { agreement: agreement_id() };
    assert_eq!(with(Stage::manager(), qualified()).refusal(approve()), unknown);
}
