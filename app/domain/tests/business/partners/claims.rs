//! What people say of a candidate, and how many independent sources agree (F46, S26).

use super::{too_long, with};
use crate::sample::*;
use domain::Refusal;
use domain::commands::{DropClaim, NoteClaim};
use domain::limits::{MONEY_MOST, SHORT_TEXT_CHARS};
use domain::measure::Money;
use domain::records::*;
use domain::rules::claims::heard;
use proptest::prelude::*;

fn note() -> NoteClaim {
    let Claim { id: claim, candidate, topic, said, witness, witness_name, .. } = a_claim();
    NoteClaim { claim, candidate, topic, said, witness, witness_name }
}

fn saying(said: Said) -> NoteClaim {
    NoteClaim { said, ..note() }
}

fn drop_claim() -> DropClaim {
    DropClaim { claim: claim_id() }
}

fn known() -> Stage {
    with(Stage::rep(), a_candidate())
}

fn yuan(yuan: i64) -> Said {
    Said::Amount(Money(yuan * 100))
}

/// Said one minute after the other.
fn said(all: &[(Witness, &str, i64)]) -> Vec<Claim> {
    let one = |(at, (witness, name, amount)): (usize, &(Witness, &str, i64))| Claim {
        id: id(190 + at as u128),
        at: morning().plus(at as i64 * 60_000),
        ..claim(*witness, name, yuan(*amount))
    };
    all.iter().enumerate().map(one).collect()
}

/// How many agree, on what, among how many sources.
fn agreement(all: &[(Witness, &str, i64)]) -> (usize, Option<Said>, usize) {
    let claims = said(all);
    let heard = heard(&claims);
    (heard[0].agree, heard[0].agreed.cloned(), heard[0].sources)
}

#[test]
fn a_claim_says_who_said_it_and_who_wrote_it_down_and_is_changed_by_them() {
    let stage = known().after(NoteClaim { witness_name: " 老赵 ".into(), ..note() });
    assert_eq!(stage.get::<Claim>(claim_id()), &a_claim());
    let stage = stage.after(saying(yuan(3)));
    assert_eq!(stage.get::<Claim>(claim_id()).said, yuan(3));
}

#[test]
fn what_is_said_is_of_the_kind_that_its_topic_asks_for() {
    for topic in Topic::ALL {
        let fits = match topic {
            Topic::Turnover => yuan(800),
            Topic::Credit | Topic::Willingness => Said::Words("三百平".into()),
            _ => Said::Number(3),
        };
        for said in [yuan(800), Said::Number(3), Said::Words("三百平".into())] {
            let note = NoteClaim { topic, said: said.clone(), ..note() };
            if said == fits {
                assert_eq!(known().after(note).get::<Claim>(claim_id()).said, said);
            } else {
                assert_eq!(known().refusal(note), Refusal::SaidUnfit { topic });
            }
        }
    }
}

#[test]
fn what_was_said_in_words_before_numbers_were_asked_for_is_still_heard() {
    let claim =
        |number, said| Claim { topic: Topic::Warehouse, ..Claim { id: id(number), ..claim(Witness::Peer, "", said) } };
    let claims = [claim(190, Said::Words("三百平".into()))];
    let heard = heard(&claims);
    assert_eq!(heard[0].agreed, Some(&Said::Words("三百平".into())));
}

#[test]
fn a_claim_is_thrown_away_by_whoever_wrote_it_and_by_nobody_else() {
    let stage = known().after(note());
    assert_eq!(
        stage.refusal(NoteClaim { candidate: id(181), ..note() }),
        Refusal::CandidateUnknown { candidate: id(181) }
    );
    let moved = stage.having(Candidate { id: id(181), ..a_candidate() });
    assert_eq!(moved.refusal(NoteClaim { candidate: id(181), ..note() }), Refusal::ClaimUnknown);
    let other = moved.acting_as(other_rep());
    assert_eq!(other.refusal(note()), Refusal::ClaimUnknown);
    assert_eq!(other.refusal(drop_claim()), Refusal::ClaimUnknown);
    let stage = other.acting_as(rep()).after(drop_claim());
    assert_eq!(stage.world.get::<Claim>(claim_id()), None);
    assert_eq!(stage.refusal(drop_claim()), Refusal::ClaimUnknown);
}

#[test]
fn nothing_is_said_of_nobody_nor_without_words_nor_beyond_all_measure() {
    assert_eq!(Stage::rep().refusal(note()), Refusal::CandidateUnknown { candidate: candidate_id() });
    let unfit = Refusal::AmountUnfit { most: Money(MONEY_MOST) };
    for number in [-1, MONEY_MOST + 1] {
        assert_eq!(known().refusal(saying(Said::Amount(Money(number)))), unfit);
        let staff = NoteClaim { topic: Topic::Staff, ..saying(Said::Number(number)) };
        assert_eq!(known().refusal(staff), unfit);
    }
    let words = |words: String| NoteClaim { topic: Topic::Credit, ..saying(Said::Words(words)) };
    assert_eq!(known().refusal(words(" ".into())), Refusal::WordsNeeded);
    let long = Refusal::TooLong { limit: SHORT_TEXT_CHARS as u32 };
    assert_eq!(known().refusal(words(too_long(SHORT_TEXT_CHARS))), long);
    assert_eq!(known().refusal(NoteClaim { witness_name: too_long(SHORT_TEXT_CHARS), ..note() }), long);
}

#[test]
fn what_a_candidate_says_of_themselves_is_heard_and_not_counted() {
    assert_eq!(agreement(&[(Witness::Themselves, "", 900_000)]), (0, None, 0));
    let claims = said(&[(Witness::Themselves, "", 900_000), (Witness::Peer, "老赵", 500_000)]);
    let all = heard(&claims);
    assert_eq!((all[0].claims.len(), all[0].sources, all[0].agreed), (2, 1, Some(&yuan(500_000))));
    assert_eq!(all[0].claims[0], &claims[1], "the latest first");
}

#[test]
fn two_sources_agree_within_a_fifth_of_the_larger_number() {
    let with_dealer = |amount| agreement(&[(Witness::Peer, "老赵", 500_000), (Witness::Dealer, "", amount)]).0;
    assert_eq!([399_999, 400_000, 500_000, 625_000, 625_001].map(with_dealer), [1, 2, 2, 2, 1]);
}

#[test]
fn one_source_counts_once_by_its_last_word() {
    let twice = [(Witness::Peer, "老赵", 900_000), (Witness::Peer, " 老赵", 500_000), (Witness::Dealer, "", 500_000)];
    assert_eq!(agreement(&twice), (2, Some(yuan(500_000)), 2));
    let two_peers = [(Witness::Peer, "老赵", 500_000), (Witness::Peer, "老钱", 500_000)];
    assert_eq!(agreement(&two_peers).2, 2);
    let nameless = [(Witness::Peer, "", 500_000), (Witness::Peer, "", 500_000)];
    assert_eq!(agreement(&nameless).2, 1);
    let own_eyes = [(Witness::Seen, "李娜", 500_000), (Witness::Seen, "王磊", 500_000)];
    assert_eq!(agreement(&own_eyes).2, 1, "our own eyes are one source, whoever of us looked");
}

#[test]
fn most_sources_are_believed() {
    let three = [(Witness::Peer, "", 900_000), (Witness::Dealer, "", 500_000), (Witness::Network, "", 520_000)];
    let (agree, agreed, sources) = agreement(&three);
    assert_eq!((agree, sources), (2, 3));
    assert!(agreed == Some(yuan(500_000)) || agreed == Some(yuan(520_000)), "{agreed:?}");
}

#[test]
fn words_agree_when_they_are_the_same_and_never_with_a_number() {
    let word = |witness, words: &str| Claim { topic: Topic::Credit, ..claim(witness, "", Said::Words(words.into())) };
    let claims = [word(Witness::Peer, "Punctual"), word(Witness::Dealer, " punctual "), word(Witness::Network, "late")];
    assert_eq!(heard(&claims)[0].agree, 2);
    let mixed = [claim(Witness::Peer, "", Said::Number(3)), claim(Witness::Dealer, "", yuan(3))];
    assert_eq!(heard(&mixed)[0].agree, 1);
}

#[test]
fn topics_come_in_their_order_and_those_without_a_word_not_at_all() {
    let topic = |topic| Claim { topic, ..a_claim() };
    let claims = [topic(Topic::Willingness), topic(Topic::Staff), topic(Topic::Turnover)];
    let topics: Vec<Topic> = heard(&claims).iter().map(|heard| heard.topic).collect();
    assert_eq!(topics, [Topic::Turnover, Topic::Staff, Topic::Willingness]);
    assert_eq!(heard(&[]), []);
}

proptest! {
    #[test]
    fn no_more_agree_than_there_are_and_somebody_does_if_anybody_spoke(
        all in prop::collection::vec((prop::sample::select(Witness::ALL.to_vec()), 0_u8..3, 0_i64..10), 1..12)
    ) {
        let names = ["", "老赵", "老钱"];
        let all: Vec<_> = all.into_iter().map(|(witness, name, n)| (witness, names[usize::from(name)], n)).collect();
        let (agree, agreed, sources) = agreement(&all);
        prop_assert!(agree <= sources && sources <= all.len());
        prop_assert_eq!(agree > 0, sources > 0);
        prop_assert_eq!(agreed.is_some(), sources > 0);
    }
}
