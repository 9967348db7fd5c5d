//! An event for candidates, and who came of it (S33).

use super::too_long;
use crate::sample::*;
use domain::Refusal;
use domain::commands::*;
use domain::limits::{GUESTS, SHORT_TEXT_CHARS};
use domain::records::*;

fn hold() -> HoldEvent {
    let RecruitEvent { id: event, region, name, place, day, guests, .. } = an_event();
    HoldEvent { event, region, name, place, day, guests }
}

fn from_event(number: u128, name: &str) -> AddCandidate {
    let facts = CandidateFacts { name: name.into(), ..facts() };
    AddCandidate { candidate: id(number), facts, source: CandidateSource::Event(event_id()), ..add() }
}

fn street() -> Stage {
    Stage::rep().having(a_territory(territory(), region()))
}

#[test]
fn an_event_is_planned_and_written_again_after_it_and_keeps_its_host() {
    let stage = Stage::rep().after(hold());
    assert_eq!(stage.get::<RecruitEvent>(event_id()), &an_event());
    let mut came = hold();
    came.guests[0].came = true;
    let mut stage = stage.acting_as(other_rep());
    stage.context.actor_name = "王磊".into();
    let stage = stage.after(came.clone());
    let event = stage.get::<RecruitEvent>(event_id());
    assert_eq!((event.host, event.host_name.as_str()), (rep(), "李娜"));
    assert_eq!(event.guests, came.guests);
}

#[test]
fn an_event_needs_a_name_and_so_does_each_guest_and_nothing_is_too_long() {
    assert_eq!(Stage::rep().refusal(HoldEvent { name: " ".into(), ..hold() }), Refusal::WordsNeeded);
    let mut nameless = hold();
    nameless.guests[1].name = String::new();
    assert_eq!(Stage::rep().refusal(nameless), Refusal::WordsNeeded);
    let crowd = vec![hold().guests[0].clone(); GUESTS + 1];
    assert_eq!(Stage::rep().refusal(HoldEvent { guests: crowd, ..hold() }), Refusal::TooMany { limit: GUESTS as u32 });
    let long = Refusal::TooLong { limit: SHORT_TEXT_CHARS as u32 };
    assert_eq!(Stage::rep().refusal(HoldEvent { name: too_long(SHORT_TEXT_CHARS), ..hold() }), long);
    assert_eq!(Stage::rep().refusal(HoldEvent { place: too_long(SHORT_TEXT_CHARS), ..hold() }), long);
    let mut phone = hold();
    phone.guests[0].phone = too_long(SHORT_TEXT_CHARS);
    assert_eq!(Stage::rep().refusal(phone), long);
}

#[test]
fn an_event_of_another_region_is_not_taken_over() {
    let elsewhere = RecruitEvent { region: id(2), ..an_event() };
    assert_eq!(Stage::rep().having(elsewhere).refusal(hold()), Refusal::EventUnknown);
}

#[test]
fn a_guest_who_becomes_a_candidate_is_said_to_have_come() {
    let stage = street().having(an_event()).after(from_event(180, "鑫源商贸"));
    let event = stage.get::<RecruitEvent>(event_id());
    assert_eq!((event.guests[0].came, event.guests[0].candidate), (true, Some(candidate_id())));
    assert_eq!(event.guests[1], an_event().guests[1]);
    // Another one of the same name is another guest.
    let stage = stage.after(from_event(181, "鑫源商贸"));
    let guests = &stage.get::<RecruitEvent>(event_id()).guests;
    assert_eq!(guests.iter().map(|guest| guest.candidate).collect::<Vec<_>>(), [Some(id(180)), None, Some(id(181))]);
}

#[test]
fn whoever_came_without_being_invited_is_written_down_too() {
    let stage = street().having(an_event()).after(from_event(180, "丰泽批发"));
    let guests = &stage.get::<RecruitEvent>(event_id()).guests;
    let phone = facts().phone;
    let wanted = Guest { name: "丰泽批发".into(), phone, came: true, candidate: Some(candidate_id()) };
    assert_eq!((guests.len(), &guests[2]), (3, &wanted));
}

#[test]
fn a_candidate_of_an_event_that_is_not_known_or_of_another_region_is_refused() {
    assert_eq!(street().refusal(from_event(180, "鑫源商贸")), Refusal::EventUnknown);
    let elsewhere = street().having(RecruitEvent { region: id(2), ..an_event() });
    assert_eq!(elsewhere.refusal(from_event(180, "鑫源商贸")), Refusal::EventUnknown);
}
