//! Asking the team for help, taking it on and settling it.

use crate::sample::*;
use domain::commands::{AskHelp, SettleHelp, TakeHelp};
use domain::limits::TEXT_CHARS;
use domain::records::*;
use domain::{Refusal, Scope};

fn ask() -> AskHelp {
    AskHelp {
        help: help_id(), territory: territory(), outlet: Some(outlet()), what: " 冰柜坏了 ".into(), urgent: true
    }
}

fn take(take: bool) -> TakeHelp {
    TakeHelp { help: help_id(), take }
}

fn settle() -> SettleHelp {
    SettleHelp { help: help_id() }
}

fn stage() -> Stage {
    Stage::rep().having(a_territory(territory(), region()))
}

/// A colleague of the region, who does not hold the territory.
fn colleague() -> Stage {
    let scopes = vec![Scope::Company, Scope::Region(region()), Scope::Territory(other_territory())];
    Stage::rep().acting_as(other_rep()).holding(scopes).having(a_help())
}

fn help(stage: &Stage) -> &Help {
    stage.get::<Help>(help_id())
}

#[test]
fn whoever_asks_names_the_shop_for_those_who_do_not_hold_it() {
    assert_eq!(help(&stage().after(ask())), &a_help());
    let bare = stage().after(AskHelp { outlet: None, urgent: false, ..ask() });
    assert_eq!((help(&bare).outlet, help(&bare).outlet_name.as_str()), (None, ""));
}

#[test]
fn one_asks_with_words_from_where_one_works_about_what_one_holds() {
    assert_eq!(stage().refusal(AskHelp { what: " ".into(), ..ask() }), Refusal::WordsNeeded);
    let long = AskHelp { what: "长".repeat(TEXT_CHARS + 1), ..ask() };
    assert_eq!(stage().refusal(long), Refusal::TooLong { limit: TEXT_CHARS as u32 });
    assert_eq!(Stage::rep().refusal(ask()), Refusal::PostingUnfit);
    let unknown = Refusal::OutletUnknown { outlet: outlet() };
    assert_eq!(stage().without::<Outlet>(outlet()).refusal(ask()), unknown);
    let others = Outlet { territory: other_territory(), ..an_outlet() };
    assert_eq!(stage().having(others).refusal(ask()), unknown, "its name is not told to the region");
    let away = stage().holding(vec![Scope::Company, Scope::Region(region())]);
    assert!(matches!(away.refusal(ask()), Refusal::OutsideYourArea { .. }));
    assert_eq!(stage().after(ask()).refusal(ask()), Refusal::HelpSettled, "asking twice is one act");
}

#[test]
fn a_colleague_takes_it_gives_it_back_or_settles_it() {
    let taken = colleague().after(take(true));
    assert_eq!(help(&taken).taken.as_ref().unwrap().by, other_rep());
    assert_eq!(help(&colleague().after(take(true)).after(take(false))).taken, None);
    let settled = taken.after(settle());
    assert_eq!(help(&settled).settled.as_ref().unwrap().name, "李娜");
    assert_eq!(settled.refusal(take(true)), Refusal::HelpSettled);
    assert_eq!(settled.refusal(settle()), Refusal::HelpSettled);
}

#[test]
fn what_somebody_has_taken_is_theirs_and_nobody_takes_their_own() {
    let by = HelpTaken { by: manager(), by_name: "赵强".into(), at: morning() };
    let taken = colleague().having(Help { taken: Some(by), ..a_help() });
    for taking in [true, false] {
        assert_eq!(taken.refusal(take(taking)), Refusal::HelpTaken { by_name: "赵强".into() });
    }
    assert_eq!(stage().having(a_help()).refusal(take(true)), Refusal::NotYourRole);
    assert_eq!(colleague().without::<Help>(help_id()).refusal(take(true)), Refusal::HelpUnknown);
}

#[test]
fn whoever_asked_and_a_manager_settle_it_and_a_bystander_does_not() {
    assert!(stage().having(a_help()).decide(settle()).is_ok());
    assert!(Stage::manager().having(a_help()).decide(settle()).is_ok());
    assert_eq!(colleague().refusal(settle()), Refusal::NotYourRole);
    let elsewhere = colleague().holding(vec![Scope::Company, Scope::Region(id(2))]);
    assert!(matches!(elsewhere.refusal(take(true)), Refusal::OutsideYourArea { .. }));
}
