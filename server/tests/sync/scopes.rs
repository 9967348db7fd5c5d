//! Who sees what, and whose a command is: law 4, and what a change of postings does.

use crate::ground::{EAST, MANAGER, OTHER_REP, POSTING, REP, WEST, east, east_shop, posting, west, west_shop};
use crate::phone::Phone;
use crate::served::Served;
use domain::Scope;
use domain::commands::{Assign, EndAssignment, Hands, MoveOutlet};
use domain::time::{DAY, DateWindow, Offset};
use reqwest::StatusCode;
use sync::wire::{Cursor, Outcome, PullRequest, PullResponse, QuarantineReason};

#[tokio::test]
async fn a_pull_holds_nothing_outside_the_scopes_of_its_user() {
    let served = Served::new().await;
    let mut rep = Phone::new(&served, REP, 1).await;
    let pages = rep.pull().await;
    let mine = [Scope::Company, Scope::Region(crate::ground::REGION), east(), Scope::User(REP)];
    assert_eq!(pages[0].enter, mine);
    assert!(rep.base.values().all(|(scope, ..)| mine.contains(scope)));
    assert_eq!((rep.count("outlet"), rep.count("user"), rep.count("assignment")), (20, 0, 0));

    // Asking for more gives no more: a cursor is no right.
    let mut cursor = Cursor::default();
    for scope in [west(), Scope::Office(crate::ground::REGION), Scope::User(OTHER_REP)] {
        cursor.scopes.insert(scope, 0);
    }
    let answer = rep.post("sync/pull", &PullRequest { device: rep.device, cursor: cursor.clone(), check: None }).await;
    let page: PullResponse = answer.json().await.unwrap();
    assert!(page.records.iter().all(|record| mine.contains(&record.scope)));
    assert_eq!(page.leave, cursor.scopes.into_keys().collect::<Vec<_>>());

    let mut manager = Phone::new(&served, MANAGER, 2).await;
    manager.pull().await;
    assert_eq!((manager.count("outlet"), manager.count("user"), manager.count("assignment")), (40, 3, 2));
}

#[tokio::test]
async fn a_command_outside_the_scopes_of_its_author_is_refused_and_changes_nothing() {
    let served = Served::new().await;
    let mut rep = Phone::new(&served, REP, 1).await;
    rep.leave_task(west_shop(1), "补货");
    let answer = rep.push().await;
    assert!(matches!(&answer.answers[0].outcome, Outcome::Refused { reason: domain::Refusal::OutsideYourArea { .. } }));
    let mut manager = Phone::new(&served, MANAGER, 2).await;
    manager.pull().await;
    assert_eq!(manager.count("task"), 0);
}

#[tokio::test]
async fn a_device_id_has_one_owner() {
    let served = Served::new().await;
    let mut rep = Phone::new(&served, REP, 1).await;
    rep.leave_task(east_shop(1), "补货");
    rep.push().await;
    let mut thief = Phone::new(&served, OTHER_REP, 2).await;
    thief.device = rep.device;
    let answer = thief.post("sync/push", &thief.request()).await;
    assert_eq!(answer.status(), StatusCode::FORBIDDEN);
    assert_eq!(thief.pull_page().await.acknowledged, 0, "and nothing is said of it");
    assert_eq!(rep.pull_page().await.acknowledged, 1);
}

#[tokio::test]
async fn a_posting_that_begins_and_ends_is_entered_and_left_in_one_page_each() {
    let served = Served::new().await;
    let mut rep = Phone::new(&served, REP, 1).await;
    let mut manager = Phone::new(&served, MANAGER, 2).await;
    rep.leave_task(east_shop(1), "补货");
    rep.push().await;
    rep.pull().await;

    let today = served.clock.now().date(Offset::CHINA);
    let assignment = manager.new_id();
    manager.make(Assign { assignment, user: REP, territory: WEST, window: DateWindow { from: today, until: None } });
    manager.make(EndAssignment { assignment: POSTING, until: today.yesterday().unwrap() });
    // The right to do it, and what follows from it, hold for the next command of the same push already.
    manager.push().await;
    assert!(manager.rows.iter().all(|row| matches!(row.state, sync::client::RowState::Applied { .. })));

    let pages = rep.pull().await;
    assert_eq!((pages[0].enter.as_slice(), pages[0].leave.as_slice()), ([west()].as_slice(), [east()].as_slice()));
    assert!(pages.iter().skip(1).all(|page| page.enter.is_empty() && page.leave.is_empty()));
    assert!(rep.base.values().all(|(scope, ..)| *scope != east()));
    assert_eq!((rep.count("outlet"), rep.count("task")), (20, 0));
    rep.leave_task(west_shop(1), "新的地方");
    let answer = rep.push().await;
    assert!(matches!(answer.answers[0].outcome, Outcome::Applied { .. }));
}

#[tokio::test]
async fn what_was_made_before_a_posting_ended_is_taken_within_the_grace_and_kept_for_a_manager_after_it() {
    let served = Served::new().await;
    let mut rep = Phone::new(&served, REP, 1).await;
    let ended = posting(POSTING, REP, EAST, "2026-01-01", Some("2026-02-01"));
    served.plant(vec![ended.into()]).await;
    // The tests begin on 2026-02-02 in China: one day after the end.
    rep.leave_task(east_shop(1), "当时还是我的");
    rep.push().await;
    assert!(matches!(rep.state(1), sync::client::RowState::Applied { .. }), "{:?}", rep.state(1));

    served.clock.advance(5 * DAY);
    let mut later = Phone::new(&served, REP, 7).await;
    later.leave_task(east_shop(1), "早就不是我的了");
    let answer = later.push().await;
    let why = QuarantineReason::NoLongerTheirs;
    assert_eq!(answer.answers[0].outcome, Outcome::Quarantined { why });
}

#[tokio::test]
async fn a_record_that_moves_leaves_a_tombstone_where_it_was() {
    let served = Served::new().await;
    let mut here = Phone::new(&served, REP, 1).await;
    let mut there = Phone::new(&served, OTHER_REP, 2).await;
    let mut manager = Phone::new(&served, MANAGER, 3).await;
    for phone in [&mut here, &mut there, &mut manager] {
        phone.pull().await;
    }
    let shop = crate::ground::records().into_iter().find_map(|record| match record {
        domain::AnyRecord::Outlet(outlet) if outlet.id == east_shop(3) => Some(outlet),
        _ => None,
    });
    let moved = domain::records::Outlet { territory: WEST, ..shop.unwrap() };
    served.plant(vec![moved.into()]).await;
    let pages = here.pull().await;
    assert_eq!((pages[0].records.len(), pages[0].removed.len()), (0, 1));
    there.pull().await;
    manager.pull().await;
    assert_eq!((here.count("outlet"), there.count("outlet"), manager.count("outlet")), (19, 21, 40));
}

#[tokio::test]
async fn a_shop_that_is_moved_changes_phones_with_what_is_owed_there_and_what_was_done_unheard_counts() {
    let served = Served::new().await;
    let mut here = Phone::new(&served, REP, 1).await;
    let mut there = Phone::new(&served, OTHER_REP, 2).await;
    let mut manager = Phone::new(&served, MANAGER, 3).await;
    here.leave_task(east_shop(3), "补货");
    here.push().await;
    for phone in [&mut here, &mut there, &mut manager] {
        phone.pull().await;
    }
    assert_eq!((here.count("task"), there.count("task")), (1, 0));
    manager.make(MoveOutlet {
        outlet: east_shop(3),
        from: EAST,
        to: WEST,
        leaves: vec![],
        joins: vec![],
        hands: Some(Hands { from: REP, to: OTHER_REP }),
    });
    let answer = manager.push().await;
    assert!(matches!(answer.answers[0].outcome, Outcome::Applied { .. }), "{:?}", answer.answers[0].outcome);

    // The phone has not heard of it yet.
    here.leave_task(east_shop(3), "换价签");
    let answer = here.push().await;
    assert!(matches!(answer.answers[0].outcome, Outcome::Applied { .. }), "{:?}", answer.answers[0].outcome);
    here.pull().await;
    there.pull().await;
    assert_eq!((here.count("outlet"), there.count("outlet")), (19, 21));
    assert_eq!((here.count("task"), there.count("task")), (1, 1), "what was owed went along, what came later stays");
}
