//! Adding a candidate, and changing what is known of it (F41).

use super::{too_long, with};
use crate::sample::*;
use domain::commands::*;
use domain::geo::Position;
use domain::limits::{BRANDS, SHORT_TEXT_CHARS, TEXT_CHARS};
use domain::records::*;
use domain::{Refusal, Scope};

fn street() -> Stage {
    Stage::rep().having(a_territory(territory(), region()))
}

fn adding(facts: CandidateFacts) -> AddCandidate {
    AddCandidate { facts, ..add() }
}

fn edit(facts: CandidateFacts) -> EditCandidate {
    EditCandidate { candidate: candidate_id(), facts, fix: None }
}

#[test]
fn a_name_from_the_street_is_a_candidate_with_a_place_that_is_visited_as_a_shop_is() {
    let stage = street().after(AddCandidate { fix: Some(fix_at(HOME, 10)), ..add() });
    assert_eq!(stage.get::<Candidate>(candidate_id()), &a_candidate());
    assert_eq!(stage.get::<Outlet>(a_candidate().place()), &a_place());
    assert_eq!(Candidate::of_place(a_candidate().place()), candidate_id());
}

#[test]
fn everybody_in_the_region_sees_who_is_being_talked_to_and_only_the_territory_visits() {
    let stage = street().after(add());
    assert_eq!(stage.get::<Candidate>(candidate_id()).scope(), Scope::Region(region()));
    assert_eq!(stage.get::<Outlet>(a_candidate().place()).scope(), Scope::Territory(territory()));
}

#[test]
fn the_photo_of_the_front_is_kept_with_the_candidate_in_the_place_of_a_visit() {
    let fix = Some(fix_at(HOME, 10));
    let stage = street().after(AddCandidate { fix, shopfront: Some(a_snapshot(61)), ..add() });
    assert_eq!(stage.get::<Candidate>(candidate_id()).shopfront, Some(id(61)));
    let photo = stage.get::<Photo>(id(61));
    assert_eq!((photo.visit, photo.outlet, photo.fix), (id(180), a_candidate().place(), fix));
    assert_eq!((photo.item.0.as_str(), photo.slot.as_str(), photo.rep), ("front", "front", rep()));
}

#[test]
fn a_place_without_a_position_or_with_an_impossible_one_lies_where_nobody_is_near_it() {
    let impossible = Position { lat: i32::MAX, lon: 0 };
    for fix in [None, Some(fix_at(impossible, 10))] {
        let stage = street().after(AddCandidate { fix, ..add() });
        assert_eq!(stage.get::<Outlet>(a_candidate().place()).position, Position { lat: 0, lon: 0 });
    }
    let stage = with(Stage::rep(), a_candidate());
    let stage = stage.after(EditCandidate { fix: Some(fix_at(impossible, 10)), ..edit(facts()) });
    assert_eq!(stage.get::<Outlet>(a_candidate().place()).position, HOME, "what was measured before stays");
}

#[test]
fn what_is_typed_is_kept_without_blanks_around_it_and_a_licence_in_capitals() {
    let typed = CandidateFacts {
        name: " 鑫源商贸 ".into(),
        licence: " 91130402ma0001".into(),
        brands: vec![" 红牛 ".into(), "  ".into()],
        phone: " 13931000001".into(),
        ..facts()
    };
    assert_eq!(street().after(adding(typed)).get::<Candidate>(candidate_id()).facts, facts());
}

#[test]
fn nobody_is_added_twice_nor_in_the_place_of_a_shop() {
    let exists = Refusal::CandidateExists { candidate: candidate_id() };
    assert_eq!(street().after(add()).refusal(add()), exists);
    assert_eq!(street().having(a_place()).refusal(add()), exists);
}

#[test]
fn a_candidate_in_a_territory_that_is_not_known_or_not_ones_own_is_refused() {
    let outside = |name: &str| Refusal::OutsideYourArea { name: name.into() };
    assert_eq!(Stage::rep().refusal(add()), outside("鑫源商贸"));
    let stage = Stage::rep().having(a_territory(other_territory(), region()));
    assert_eq!(stage.refusal(AddCandidate { territory: other_territory(), ..add() }), outside(""));
}

#[test]
fn what_is_too_long_too_much_or_without_a_name_is_refused_when_added_and_when_changed() {
    let stage = with(Stage::rep(), a_candidate());
    let refusals = |facts: CandidateFacts| [street().refusal(adding(facts.clone())), stage.refusal(edit(facts))];
    let long = || too_long(SHORT_TEXT_CHARS);
    let short = Refusal::TooLong { limit: SHORT_TEXT_CHARS as u32 };
    for facts in [
        CandidateFacts { name: long(), ..facts() },
        CandidateFacts { contact: long(), ..facts() },
        CandidateFacts { phone: long(), ..facts() },
        CandidateFacts { licence: long(), ..facts() },
        CandidateFacts { address: long(), ..facts() },
        CandidateFacts { brands: vec![long()], ..facts() },
    ] {
        assert_eq!(refusals(facts), [short.clone(), short.clone()]);
    }
    let note = CandidateFacts { note: too_long(TEXT_CHARS), ..facts() };
    assert_eq!(refusals(note), [(); 2].map(|()| Refusal::TooLong { limit: TEXT_CHARS as u32 }));
    let brands = CandidateFacts { brands: vec!["红牛".into(); BRANDS + 1], ..facts() };
    assert_eq!(refusals(brands), [(); 2].map(|()| Refusal::TooMany { limit: BRANDS as u32 }));
    let nameless = CandidateFacts { name: " ".into(), ..facts() };
    assert_eq!(refusals(nameless), [Refusal::WordsNeeded, Refusal::WordsNeeded]);
    let source = CandidateSource::Targeted { criterion: long() };
    assert_eq!(street().refusal(AddCandidate { source, ..add() }), short);
}

#[test]
fn a_front_that_is_there_already_or_is_no_photo_is_refused() {
    let front = |snapshot| AddCandidate { shopfront: Some(snapshot), ..add() };
    let there = street().having(a_photo());
    assert_eq!(there.refusal(front(a_snapshot(60))), Refusal::PhotoExists { photo: photo_id() });
    let nothing = PhotoRef { hash: "no hash".into(), ..picture('c') };
    assert_eq!(street().refusal(front(Snapshot { picture: nothing, ..a_snapshot(61) })), Refusal::PhotoUnfit);
}

#[test]
fn the_place_follows_what_is_known_and_keeps_what_is_its_own() {
    let place = Outlet { class: OutletClass::C, channel: "批发".into(), open: false, ..a_place() };
    let stage = with(Stage::rep(), at(CandidateStage::Inspecting)).having(place.clone());
    let renamed = CandidateFacts { name: "广源副食".into(), address: "人民路2号".into(), ..facts() };
    let there = Position { lat: 36_600_000, lon: 114_480_000 };
    let stage = stage.after(EditCandidate { fix: Some(fix_at(there, 10)), ..edit(renamed.clone()) });
    let candidate = stage.get::<Candidate>(candidate_id());
    assert_eq!((&candidate.facts, candidate.initials.as_str()), (&renamed, "gyfs"));
    assert_eq!(candidate.stage, CandidateStage::Inspecting);
    let wanted = Outlet {
        name: "广源副食".into(),
        initials: "gyfs".into(),
        address: "人民路2号".into(),
        position: there,
        ..place
    };
    assert_eq!(stage.get::<Outlet>(candidate.place()), &wanted);
}

#[test]
fn whoever_looks_after_a_candidate_changes_it_and_so_does_a_manager_until_it_is_over() {
    assert_eq!(
        with(Stage::rep(), a_candidate()).acting_as(other_rep()).refusal(edit(facts())),
        Refusal::NotYourCandidate { owner_name: "李娜".into() }
    );
    assert!(with(Stage::manager(), a_candidate()).decide(edit(facts())).is_ok());
    for stage in [CandidateStage::Eliminated, CandidateStage::Left] {
        assert_eq!(with(Stage::manager(), at(stage)).refusal(edit(facts())), Refusal::StageUnfit { stage });
    }
    let unknown = Refusal::CandidateUnknown { candidate: candidate_id() };
    assert_eq!(Stage::rep().refusal(edit(facts())), unknown);
    assert_eq!(Stage::rep().having(a_candidate()).refusal(edit(facts())), unknown, "nor without its place");
}
