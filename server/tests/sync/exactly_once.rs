//! Each command takes effect once, however often and from wherever it comes.

use crate::ground::{REP, east_shop};
use crate::phone::{Phone, outcomes};
use crate::served::Served;
use futures::future::join_all;
use sync::Body;
use sync::client::renumber;
use sync::wire::{Outcome, PushResponse};

#[tokio::test(flavor = "multi_thread")]
async fn the_same_batch_twenty_times_at_once_takes_effect_once() {
    let served = Served::new().await;
    let mut phone = Phone::new(&served, REP, 1).await;
    for n in 0..50 {
        phone.leave_task(east_shop(n), "补货");
    }
    let request = phone.request();
    let sends = (0..20).map(|_| {
        let mut own = phone.clone();
        // A connection of its own each.
        own.client = reqwest::Client::new();
        let request = request.clone();
        async move { own.send(&request).await }
    });
    let answers: Vec<PushResponse> = join_all(sends).await;
    let first = outcomes(&answers[0]);
    assert_eq!(first.len(), 50);
    assert!(first.iter().all(|(_, outcome)| matches!(outcome, Outcome::Applied { .. })));
    assert!(answers.iter().all(|answer| outcomes(answer) == first), "everybody is told the same");
    let fresh = answers.iter().flat_map(|answer| &answer.answers).filter(|answer| !answer.duplicate).count();
    assert_eq!(fresh, 50, "each command was new exactly once");

    let mut reader = Phone::new(&served, REP, 2).await;
    reader.pull().await;
    assert_eq!(reader.count("task"), 50);
}

#[tokio::test]
async fn a_repeat_after_a_restart_gets_the_first_outcome_again() {
    let served = Served::new().await;
    let mut phone = Phone::new(&served, REP, 1).await;
    phone.leave_task(east_shop(1), "补货");
    phone.leave_task(east_shop(1), "");
    let request = phone.request();
    let first = phone.push().await;
    assert!(matches!(first.answers[1].outcome, Outcome::Refused { .. }));

    let served = served.restarted().await;
    let mut phone = Phone { url: served.url.clone(), ..phone };
    let again = phone.send(&request).await;
    assert_eq!(outcomes(&again), outcomes(&first));
    assert!(again.answers.iter().all(|answer| answer.duplicate));
    phone.pull().await;
    assert_eq!(phone.count("task"), 1);
}

#[tokio::test]
async fn the_same_id_with_other_content_is_said_to_be_a_conflict_and_changes_nothing() {
    let served = Served::new().await;
    let mut phone = Phone::new(&served, REP, 1).await;
    let id = phone.leave_task(east_shop(1), "补货");
    phone.push().await;
    let first = Body::thaw(&phone.rows[0].raw).unwrap();
    let mut other = Phone::new(&served, REP, 2).await;
    other.leave_task(east_shop(2), "别的");
    let second = Body::thaw(&other.rows[0].raw).unwrap();
    other.rows.clear();
    other.freeze(&Body { id, ..second });
    let answer = other.push().await;
    let content = sync::ContentHash::of(first.freeze().get().as_bytes());
    assert_eq!(answer.answers[0].outcome, Outcome::Conflict { first: content });
    other.pull().await;
    assert_eq!(other.count("task"), 1);
}

#[tokio::test]
async fn other_bytes_under_a_number_that_is_taken_are_a_fork_and_the_cloned_phone_goes_on_as_another() {
    let served = Served::new().await;
    let mut phone = Phone::new(&served, REP, 1).await;
    phone.leave_task(east_shop(1), "一");
    phone.push().await;
    let mut clone = phone.clone();
    phone.leave_task(east_shop(2), "二");
    phone.push().await;

    // The clone goes on from where it was copied. Its ids are its own.
    clone.made_elsewhere();
    let id = clone.leave_task(east_shop(3), "三");
    let answer = clone.push().await;
    assert!(answer.fork && answer.answers.is_empty());
    assert_eq!(answer.expected, 3);

    clone.device = clone.new_id();
    clone.rows = renumber(&clone.rows, clone.device);
    clone.rows.iter_mut().for_each(|row| row.state = sync::client::RowState::Waiting);
    let answer = clone.push().await;
    assert!(!answer.fork);
    assert_eq!(answer.answers.iter().map(|answer| answer.duplicate).collect::<Vec<_>>(), [true, false]);
    assert_eq!(answer.answers[1].id, Some(id));
    clone.pull().await;
    assert_eq!(clone.count("task"), 3, "nothing is lost and nothing is there twice");
}

#[tokio::test]
async fn a_hole_is_answered_with_the_number_that_is_waited_for() {
    let served = Served::new().await;
    let mut phone = Phone::new(&served, REP, 1).await;
    for n in 0..4 {
        phone.leave_task(east_shop(n), "补货");
    }
    let mut request = phone.request();
    request.commands.remove(1);
    let answer = phone.send(&request).await;
    assert_eq!((answer.answers.len(), answer.expected, answer.fork), (1, 2, false));
    let answer = phone.push().await;
    assert_eq!((answer.answers.len(), answer.expected), (4, 5));
    assert!(answer.answers[0].duplicate && !answer.answers[1].duplicate);
}

#[tokio::test]
async fn a_number_that_the_phone_lost_is_stepped_over_and_nothing_waits_for_it() {
    let served = Served::new().await;
    let mut phone = Phone::new(&served, REP, 1).await;
    for n in 0..4 {
        phone.leave_task(east_shop(n), "补货");
    }
    phone.rows.remove(1);
    let first = phone.push().await;
    assert_eq!((first.answers.len(), first.expected), (1, 2));
    let second = phone.push().await;
    assert_eq!(second.answers.iter().map(|answer| answer.seq).collect::<Vec<_>>(), [2, 3, 4]);
    assert_eq!(second.answers[0].outcome, Outcome::Lost);
    assert_eq!(second.expected, 5);
    phone.pull().await;
    assert_eq!(phone.count("task"), 3);
}

#[tokio::test]
async fn what_builds_on_a_refused_command_is_blocked_and_the_rest_goes_on() {
    let served = Served::new().await;
    let mut phone = Phone::new(&served, REP, 1).await;
    let refused = phone.leave_task(east_shop(1), "");
    phone.leave_task(east_shop(2), "补货");
    let follower = Body::thaw(&phone.rows.pop().unwrap().raw).unwrap().command;
    let blocked = phone.make_after(follower.clone(), vec![refused]);
    phone.make_after(follower, vec![blocked]);
    phone.leave_task(east_shop(3), "补货");
    let answer = phone.push().await;
    assert!(matches!(answer.answers[0].outcome, Outcome::Refused { .. }));
    assert_eq!(answer.answers[1].outcome, Outcome::Blocked { by: refused });
    assert_eq!(answer.answers[2].outcome, Outcome::Blocked { by: blocked });
    assert!(matches!(answer.answers[3].outcome, Outcome::Applied { .. }));
}
