//! How agreements end: early, or by the one that takes their place (F54, S17).

use super::{on, too_long, with};
use crate::draw::Draw;
use crate::sample::*;
use domain::commands::*;
use domain::limits::TEXT_CHARS;
use domain::records::*;
use domain::rules::agreement::{Standing, days_left, in_force, reminder, standing};
use domain::rules::ground::overlaps;
use domain::{Command, Refusal};
use jiff::civil::{Date, date};
use proptest::prelude::*;

/// The agreement is in force and the partner in the alliance.
fn running() -> Stage {
    let member = Candidate { stage: CandidateStage::Member, ..qualified() };
    with(Stage::manager(), member).having(active(an_agreement())).having(an_alliance())
}

fn end_on(day: Date) -> EndAgreement {
    EndAgreement { on: day, ..end() }
}

/// The next year, written while the first one runs.
fn renewal() -> Agreement {
    let terms = Terms { from: date(2027, 3, 9), until: date(2028, 3, 8), ..terms() };
    Agreement { id: id(201), renews: Some(agreement_id()), terms, ..an_agreement() }
}

#[test]
fn who_ends_early_says_why_and_writes_down_what_both_others_say() {
    let stage = running().after(end());
    let agreement = stage.get::<Agreement>(agreement_id());
    let wanted = Ending {
        on: date(2026, 4, 9),
        because: "长期断货".into(),
        dealer_note: "同意".into(),
        partner_note: "没意见".into(),
        by_name: "赵强".into(),
        at: morning(),
    };
    assert_eq!((agreement.ended.as_ref(), agreement.state), (Some(&wanted), AgreementState::Active));
    assert!(in_force(agreement, date(2026, 4, 9)) && !in_force(agreement, date(2026, 4, 10)));
    assert_eq!((days_left(agreement, DAY), reminder(agreement, DAY)), (31, None));
    assert_eq!(stage.get::<Alliance>(alliance_id()), &an_alliance(), "until then they are a member");
}

#[test]
fn what_ended_before_today_is_over_and_its_partner_out_of_the_alliance() {
    let stage = on(running(), date(2026, 5, 1)).after(end());
    assert_eq!(stage.get::<Agreement>(agreement_id()).state, AgreementState::Ended);
    assert_eq!(stage.get::<Alliance>(alliance_id()).members, []);
}

/// Nobody does anything on the day on which an agreement begins or runs out.
#[test]
fn how_an_agreement_stands_is_a_matter_of_its_record_and_of_the_day() {
    let eve = DAY.yesterday().unwrap();
    let after = YEAR_END.tomorrow().unwrap();
    for (agreement, wanted) in [
        (agreed(an_agreement()), [Standing::Draft; 4]),
        (offered(an_agreement()), [Standing::Offered, Standing::Offered, Standing::Offered, Standing::Over]),
        (signed(an_agreement()), [Standing::Signed, Standing::Signed, Standing::Signed, Standing::Over]),
        (active(an_agreement()), [Standing::Ahead, Standing::InForce, Standing::InForce, Standing::Over]),
        (Agreement { state: AgreementState::Ended, ..active(an_agreement()) }, [Standing::Over; 4]),
    ] {
        assert_eq!([eve, DAY, YEAR_END, after].map(|day| standing(&agreement, day)), wanted, "{:?}", agreement.state);
    }
    // The day before yesterday the end was for today: its record never says that it is over.
    let stage = running().after(end_on(DAY));
    let ended = stage.get::<Agreement>(agreement_id());
    assert_eq!(ended.state, AgreementState::Active);
    assert_eq!([DAY, DAY.tomorrow().unwrap()].map(|day| standing(ended, day)), [Standing::InForce, Standing::Over]);
}

#[test]
fn what_is_over_is_no_membership_and_holds_no_ground() {
    let all =
        [Standing::Draft, Standing::Offered, Standing::Signed, Standing::Ahead, Standing::InForce, Standing::Over];
    assert_eq!(all.map(Standing::runs), [false, false, false, true, true, false]);
    assert_eq!(all.map(Standing::holds_ground), [false, true, true, true, true, false]);
}

#[test]
fn nobody_ends_without_the_role_the_reason_or_the_notes() {
    let rep = with(Stage::rep(), qualified()).having(active(an_agreement()));
    assert_eq!(rep.refusal(end()), Refusal::NotYourRole);
    for silent in [
        EndAgreement { because: " ".into(), ..end() },
        EndAgreement { dealer_note: String::new(), ..end() },
        EndAgreement { partner_note: "\n".into(), ..end() },
    ] {
        assert_eq!(running().refusal(silent), Refusal::WordsNeeded);
    }
    let wordy = EndAgreement { dealer_note: too_long(TEXT_CHARS), ..end() };
    assert_eq!(running().refusal(wordy), Refusal::TooLong { limit: TEXT_CHARS as u32 });
    let unknown = Refusal::AgreementUnknown { agreement: agreement_id() };
    assert_eq!(with(Stage::manager(), qualified()).refusal(end()), unknown);
}

#[test]
fn the_last_day_lies_in_the_term_and_only_what_runs_is_ended() {
    for day in [DAY.yesterday().unwrap(), YEAR_END.tomorrow().unwrap()] {
        assert_eq!(running().refusal(end_on(day)), Refusal::DatesUnfit);
    }
    assert!(running().decide(end_on(DAY)).is_ok() && running().decide(end_on(YEAR_END)).is_ok());
    let frozen = Refusal::AgreementFrozen { number: an_agreement().number() };
    for state in [AgreementState::Draft, AgreementState::Ended] {
        let over = running().having(Agreement { state, ..active(an_agreement()) });
        assert_eq!(over.refusal(end()), frozen);
    }
}

#[test]
fn whose_end_is_known_ends_earlier_and_never_later() {
    let stage = running().after(end_on(date(2026, 6, 30)));
    // Somebody else counts on it by now.
    let next = Terms { from: date(2026, 7, 1), until: date(2027, 6, 30), ..terms() };
    let next = agreed(Agreement { terms: next, ..others(201) });
    let stage = stage.having(Candidate { id: next.candidate, ..qualified() }).having(next);
    let stage = stage.after(OfferAgreement { agreement: id(201) });
    assert_eq!(stage.refusal(end_on(date(2026, 12, 31))), Refusal::DatesUnfit);
    assert!(stage.decide(end_on(date(2026, 5, 31))).is_ok());
}

#[test]
fn an_offer_that_is_ended_frees_its_ground() {
    let stage = with(Stage::manager(), qualified()).having(offered(an_agreement()));
    let stage = on(stage, date(2026, 5, 1)).after(end());
    let other = agreed(others(201));
    let stage = stage.having(Candidate { id: other.candidate, ..qualified() }).having(other);
    assert!(stage.decide(OfferAgreement { agreement: id(201) }).is_ok());
}

#[test]
fn a_renewal_takes_the_place_of_the_old_one_from_its_first_day_on() {
    let member = Candidate { qualified_until: Some(date(2028, 1, 1)), stage: CandidateStage::Member, ..a_candidate() };
    let approve = RuleAgreement { agreement: id(201), ..approve() };
    let stage = running().having(member.clone()).having(signed(renewal())).after(approve.clone());
    let old = stage.get::<Agreement>(agreement_id());
    let ending = old.ended.as_ref().unwrap();
    assert_eq!((ending.on, ending.because.as_str()), (YEAR_END, ""));
    let alliance = stage.get::<Alliance>(alliance_id());
    assert_eq!(alliance.members, [Member { agreement: id(201), ..an_alliance().members[0].clone() }], "since before");
    for day in [YEAR_END, date(2027, 3, 9)] {
        let running = stage.world.all::<Agreement>().filter(|agreement| in_force(agreement, day)).count();
        assert_eq!(running, 1, "{day}: one and not two");
    }
    // Before the old one has run out, too.
    let terms = Terms { from: date(2026, 9, 1), until: date(2027, 8, 31), ..terms() };
    let stage = running().having(member).having(signed(Agreement { terms, ..renewal() })).after(approve);
    let old = stage.get::<Agreement>(agreement_id());
    assert_eq!(old.ended.as_ref().map(|ending| ending.on), Some(date(2026, 8, 31)));
}

#[test]
fn what_was_ended_early_keeps_its_reason_when_it_is_renewed() {
    let ended = running().after(end());
    let kept = ended.get::<Agreement>(agreement_id()).clone();
    let member = Candidate { qualified_until: Some(date(2028, 1, 1)), stage: CandidateStage::Member, ..a_candidate() };
    let stage = ended.having(member).having(signed(renewal()));
    let stage = stage.after(RuleAgreement { agreement: id(201), ..approve() });
    assert_eq!(stage.get::<Agreement>(agreement_id()), &kept);
}

/// What has happened in a story of random acts: how often ground was taken, and how often that was refused.
#[derive(Default)]
struct Story {
    offered: u32,
    taken: u32,
}

/// A random act of a manager on one of six agreements with three candidates over four grounds.
fn act(draw: &mut Draw, stage: &Stage) -> Command {
    let (agreement, party) = (id(200 + u128::from(draw.below(6))), draw.of(&Party::ALL));
    let day = draw.of(&[DAY, date(2026, 6, 1), date(2026, 9, 1)]);
    match draw.below(12) {
        0 | 1 => {
            let code = draw.of(&["130400", "130402", "130403", "130402001"]);
            let terms = Terms { from: day, until: date(2027, 12, 31), ground: ground_of(&[code]), ..terms() };
            let candidate = id(180 + u128::from(draw.below(3)));
            let renews = draw.maybe(|draw| id(200 + u128::from(draw.below(6))));
            DraftAgreement { agreement, candidate, dealer: dealer_id(), terms, renews }.into()
        }
        2 => SignOffGround { agreement, ..sign_off() }.into(),
        3 | 4 => OfferAgreement { agreement }.into(),
        5 | 6 => {
            let hash = stage.world.get::<Agreement>(agreement).and_then(|known| known.hash.clone());
            SignAgreement { agreement, hash: hash.unwrap_or_default(), ..sign(party) }.into()
        }
        7 => HandCopy { agreement, party }.into(),
        8 => RuleAgreement { agreement, ..approve() }.into(),
        9 => RuleAgreement { agreement, ..send_back("改") }.into(),
        10 => EndAgreement { agreement, ..end_on(day) }.into(),
        _ => RuleCandidate {
            candidate: id(180),
            ruling: draw.of(&[CandidateRuling::Suspend, CandidateRuling::Resume]),
            item: String::new(),
            words: "看过了".into(),
            until: None,
            weighed: None,
        }
        .into(),
    }
}

/// Plays a story and looks after each act whether two partners hold one ground.
fn play(seed: u64) -> Result<Story, String> {
    let (mut draw, mut story) = (Draw::crowded(seed), Story::default());
    let mut stage = Stage::manager().having(a_territory(territory(), region())).having(a_dealer());
    for number in 180..183 {
        let place = Outlet { id: id(number), ..a_place() };
        stage = stage.having(Candidate { id: id(number), ..qualified() }).having(place);
    }
    for _ in 0..160 {
        let command = act(&mut draw, &stage);
        // A refusal is fine: the world is then as it was.
        match command.carry_out(&mut stage.world, &stage.context) {
            Err(Refusal::GroundTaken { .. }) => story.taken += 1,
            Ok(_) if matches!(command, Command::OfferAgreement(_)) => story.offered += 1,
            _ => {}
        }
        let holders = || stage.world.all::<Agreement>().filter(|agreement| agreement.state.holds_ground());
        if let Some(holder) = holders().find(|holder| !overlaps(holder, holders()).is_empty()) {
            return Err(format!("{command:?} gave away the ground of {holder:?}"));
        }
    }
    Ok(story)
}

#[test]
fn random_stories_are_about_ground_that_is_taken() {
    let stories: Vec<Story> = (0..40).map(|seed| play(seed).unwrap()).collect();
    let sum = |of: fn(&Story) -> u32| stories.iter().map(of).sum::<u32>();
    assert!(sum(|story| story.offered) > 40 && sum(|story| story.taken) > 20);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// S15, whatever is drafted, offered, signed, approved, sent back, ended and renewed in whatever order.
    #[test]
    fn no_two_partners_ever_hold_one_ground(seed: u64) {
        play(seed).map_err(TestCaseError::fail)?;
    }
}
