//! An event for candidates, and who came of it (S33).

use super::too_long;
use crate::sample::*;
use domain::Refusal;
use domain::commands::*;
use domain::limits::{GUESTS, SHORT_TEXT_CHARS};
use domain::records::*;
use domain::rules::agreement::dealer_strong;
use jiff::civil::date;
use std::collections::BTreeSet;

fn hold() -> HoldEvent {
    let RecruitEvent { id: event, region, name, place, day, guests, .. } = an_event();
    HoldEvent { event, region, name, place, day, guests, dealer: None, premises: None }
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
fn what_an_event_asks_of_the_dealer_is_written_down_and_stays_when_only_the_day_is_moved() {
    let found = BTreeSet::from([EventPremise::Strong, EventPremise::Wide]);
    let stage = Stage::rep().after(HoldEvent { premises: Some(found.clone()), ..hold() }).after(hold());
    assert_eq!(stage.get::<RecruitEvent>(event_id()).premises, found);
    let stage = stage.after(HoldEvent { premises: Some(BTreeSet::new()), ..hold() });
    assert_eq!(stage.get::<RecruitEvent>(event_id()).premises, BTreeSet::new());
}

#[test]
fn an_event_is_held_for_a_dealer_of_its_region_who_stays_when_only_the_day_is_moved() {
    let named = HoldEvent { dealer: Some(dealer_id()), ..hold() };
    assert_eq!(Stage::rep().refusal(named.clone()), Refusal::DealerUnknown);
    let elsewhere = Dealer { region: id(2), ..a_dealer() };
    assert_eq!(Stage::rep().having(elsewhere).refusal(named.clone()), Refusal::DealerUnknown);
    let stage = Stage::rep().having(a_dealer()).after(named).after(hold());
    assert_eq!(stage.get::<RecruitEvent>(event_id()).dealer, Some(dealer_id()));
}

#[test]
fn a_dealer_is_as_strong_as_the_last_event_for_them_found_and_an_event_that_looked_at_nothing_says_nothing() {
    let on = |day, dealer, premises| RecruitEvent { day: date(2026, 3, day), dealer, premises, ..an_event() };
    let (ours, strong) = (Some(dealer_id()), BTreeSet::from([EventPremise::Strong]));
    let wide = BTreeSet::from([EventPremise::Wide]);
    let of = |events: &[RecruitEvent]| dealer_strong(events, dealer_id());
    assert_eq!(of(&[]), None);
    assert_eq!(of(&[on(1, None, strong.clone()), on(2, ours, BTreeSet::new())]), None);
    assert_eq!(of(&[on(2, ours, wide.clone()), on(1, ours, strong.clone())]), Some(false));
    assert_eq!(of(&[on(2, ours, wide), on(3, ours, strong), on(4, ours, BTreeSet::new())]), Some(true));
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
fn a_guest_whose_name_is_written_anew_is_known_by_the_phone() {
    let mut event = an_event();
    event.guests[1].phone = facts().phone;
    let stage = street().having(event.clone()).after(from_event(180, "另一个写法"));
    let guests = &stage.get::<RecruitEvent>(event_id()).guests;
    assert_eq!(guests.len(), event.guests.len());
    assert_eq!((guests[1].name.as_str(), guests[1].candidate), (event.guests[1].name.as_str(), Some(candidate_id())));
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

fn note(name: &str) -> NoteGuest {
    NoteGuest { event: event_id(), name: name.into(), phone: String::new(), came: false, invited: false, gone: false }
}

fn guests(stage: &Stage) -> Vec<(&str, &str, bool)> {
    let guests = &stage.get::<RecruitEvent>(event_id()).guests;
    guests.iter().map(|guest| (guest.name.as_str(), guest.phone.as_str(), guest.came)).collect()
}

#[test]
fn whoever_moves_the_day_of_an_event_leaves_its_guests_alone() {
    let stage = Stage::rep().having(an_event()).after(HoldEvent { name: "改期".into(), guests: vec![], ..hold() });
    let event = stage.get::<RecruitEvent>(event_id());
    assert_eq!((event.name.as_str(), &event.guests), ("改期", &an_event().guests));
}

#[test]
fn guests_are_written_down_one_by_one_and_two_phones_do_not_overwrite_each_other() {
    let mut bare = an_event();
    bare.guests.clear();
    let stage = Stage::rep().having(bare).after(NoteGuest { phone: " 139 ".into(), ..note(" 甲 ") });
    let stage = stage.acting_as(other_rep()).after(note("乙")).after(NoteGuest { came: true, ..note("甲") });
    assert_eq!(guests(&stage), [("甲", "139", true), ("乙", "", false)]);
    let stage = stage.after(note("甲")).after(NoteGuest { gone: true, ..note("乙") });
    assert_eq!(guests(&stage), [("甲", "139", false)]);
    let stage = stage.after(NoteGuest { gone: true, ..note("丙") });
    assert_eq!(guests(&stage).len(), 1, "nobody comes onto the list by being struck off it");
}

#[test]
fn an_invitation_from_a_phone_that_does_not_know_the_tick_leaves_it_and_so_does_a_strike() {
    let mut bare = an_event();
    bare.guests.clear();
    let stage = Stage::rep().having(bare).after(NoteGuest { came: true, ..note("甲") });
    let invited = NoteGuest { phone: "139".into(), invited: true, ..note("甲") };
    let stage = stage.acting_as(other_rep()).after(invited.clone());
    assert_eq!(guests(&stage), [("甲", "139", true)], "what is new about them is kept");
    let stage = stage.after(NoteGuest { gone: true, ..note("甲") });
    assert_eq!(guests(&stage), [("甲", "139", true)]);
    // The other way round as well: an invitation, then the tick.
    let stage = stage.after(NoteGuest { invited: true, ..note("乙") }).after(NoteGuest { came: true, ..note("乙") });
    assert_eq!(guests(&stage)[1], ("乙", "", true));
    let stage = stage.after(note("乙")).after(NoteGuest { gone: true, ..note("乙") });
    assert_eq!(guests(&stage), [("甲", "139", true)], "an untick is one, and then they are struck off");
}

#[test]
fn a_guest_who_has_become_a_candidate_came_and_stays_on_the_list() {
    let stage = street().having(an_event()).after(from_event(180, "鑫源商贸"));
    let before = stage.get::<RecruitEvent>(event_id()).guests.clone();
    let stage = stage.after(note("鑫源商贸")).after(NoteGuest { gone: true, ..note("鑫源商贸") });
    assert_eq!(stage.get::<RecruitEvent>(event_id()).guests, before);
}

#[test]
fn a_guest_needs_a_name_and_a_known_event_that_is_not_full() {
    let stage = Stage::rep().having(an_event());
    assert_eq!(stage.refusal(note(" ")), Refusal::WordsNeeded);
    assert_eq!(Stage::rep().refusal(note("甲")), Refusal::EventUnknown);
    let long = Refusal::TooLong { limit: SHORT_TEXT_CHARS as u32 };
    assert_eq!(stage.refusal(note(&too_long(SHORT_TEXT_CHARS))), long);
    assert_eq!(stage.refusal(NoteGuest { phone: too_long(SHORT_TEXT_CHARS), ..note("甲") }), long);
    let crowd = vec![an_event().guests[0].clone(); GUESTS];
    let full = Stage::rep().having(RecruitEvent { guests: crowd, ..an_event() });
    assert_eq!(full.refusal(note("甲")), Refusal::TooMany { limit: GUESTS as u32 });
}
