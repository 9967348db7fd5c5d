//! The simulator proves itself: faults are planted, and each is caught within some seeds.

use crate::plant::Plant;
use crate::play;
use crate::run::Plan;

/// The first seed that catches a fault, and what it says. Panics if none does.
fn caught(plant: Plant, laws: &[&str]) {
    const SEEDS: u64 = 400;
    for seed in 0..SEEDS {
        let Err(broken) = play(Plan { plant: Some(plant), ..Plan::of(seed) }) else { continue };
        assert!(laws.iter().any(|law| broken.what.contains(law)), "caught, but for another reason: {}", broken.what);
        println!("{plant:?} is caught by seed {seed}: {}", broken.what);
        return;
    }
    panic!("{plant:?} was not caught by {SEEDS} seeds");
}

#[test]
fn a_server_that_answers_before_it_commits_is_caught() {
    caught(Plant::AnswersBeforeCommit, &["I9", "law 2"]);
}

#[test]
fn a_server_that_forgets_what_it_has_is_caught() {
    caught(Plant::ForgetsWhatItHas, &["I2", "I3", "law 2"]);
}

#[test]
fn a_server_that_moves_the_cursor_too_far_is_caught() {
    caught(Plant::CursorTooFar, &["I6", "law 3"]);
}

#[test]
fn a_server_without_tombstones_is_caught() {
    caught(Plant::NoTombstones, &["law 3"]);
}

#[test]
fn a_server_that_stops_at_a_bad_command_is_caught() {
    caught(Plant::OneBadStopsAll, &["I11"]);
}

#[test]
fn a_server_that_asks_nobodys_rights_is_caught() {
    caught(Plant::AsksNobodysRights, &["laws 2, 4, 5"]);
}

#[test]
fn a_server_that_believes_the_cursor_is_caught() {
    caught(Plant::BelievesTheCursor, &["law 4"]);
}

#[test]
fn a_phone_that_ticks_before_the_disk_has_it_is_caught() {
    caught(Plant::TicksTooEarly, &["law 1"]);
}

#[test]
fn a_phone_that_ignores_leave_is_caught() {
    caught(Plant::IgnoresLeave, &["I5"]);
}

#[test]
fn a_phone_that_takes_stale_pages_is_caught() {
    caught(Plant::TakesStalePages, &["I6", "law 3"]);
}

#[test]
fn a_phone_that_stores_the_cursor_before_the_page_is_caught() {
    caught(Plant::CursorBeforePage, &["I6", "law 3"]);
}

#[test]
fn a_phone_on_which_a_tombstone_takes_what_has_moved_is_caught() {
    caught(Plant::AnyTombstoneTakes, &["I6", "law 3"]);
}

#[test]
fn a_phone_that_takes_sent_for_received_is_caught() {
    caught(Plant::SentIsReceived, &["I9", "I11"]);
}

#[test]
fn a_phone_that_never_sends_again_is_caught() {
    // What it does not send again is missing, or laid over the base for ever, or somebody else hands it in anew, and the
    // phone does not hear of that.
    caught(Plant::NeverSendsAgain, &["I9", "law 2", "law 3", "I1"]);
}

#[test]
fn a_phone_that_leaves_rows_behind_in_a_fork_is_caught() {
    // What is left behind is missing, comes after what was made later, or keeps the verdict of another epoch.
    caught(Plant::LeavesRowsBehind, &["I1", "I9", "law 2", "I7"]);
}

#[test]
fn a_phone_that_gives_up_numbers_whose_commands_it_has_is_caught() {
    // A number that was given up is missing, or its command comes after a fork, behind what was made later.
    caught(Plant::GivesUpWhatItHas, &["I9", "law 2", "I7"]);
}

#[test]
fn a_phone_that_believes_what_became_of_its_commands_in_another_epoch_is_caught() {
    caught(Plant::BelievesOldVerdicts, &["I1", "I9", "law 3"]);
}

#[test]
fn a_phone_that_believes_the_receipts_of_another_epoch_is_caught() {
    caught(Plant::BelievesOldReceipts, &["I9", "I10"]);
}

#[test]
fn a_phone_that_ticks_on_a_full_disk_is_caught() {
    caught(Plant::TicksOnAFullDisk, &["law 1", "law 2"]);
}

#[test]
fn a_phone_that_never_compares_what_it_holds_is_caught() {
    caught(Plant::NeverCompares, &["law 3", "I6"]);
}

#[test]
fn a_phone_that_repairs_for_ever_is_caught() {
    caught(Plant::RepairsForEver, &["I11"]);
}

#[test]
fn a_phone_that_sends_again_what_was_answered_is_caught() {
    caught(Plant::TakesOneAnswer, &["I11"]);
}

#[test]
fn a_phone_that_forgets_by_its_own_clock_is_caught() {
    caught(Plant::ForgetsByItsOwnClock, &["P24"]);
}

#[test]
fn a_phone_that_takes_what_it_has_packed_for_received_is_caught() {
    caught(Plant::TakesPackedForReceived, &["I9", "I11", "law 2"]);
}

#[test]
fn a_server_that_takes_the_bearer_for_the_author_is_caught() {
    caught(Plant::TakesTheBearerForTheAuthor, &["F101"]);
}

#[test]
fn a_server_that_takes_again_what_was_carried_after_it_was_sent_is_caught() {
    caught(Plant::ForgetsWhatCameItself, &["I2", "I3", "law 2"]);
}

#[test]
fn wrong_digests_cost_some_repairs_and_break_no_law() {
    let mut repairs = 0;
    for seed in 0..60 {
        let plan = Plan { plant: Some(Plant::WrongDigests), ..Plan::of(seed) };
        let played = play(plan).unwrap_or_else(|broken| panic!("seed={seed}: {}", broken.what));
        repairs += played.repairs;
    }
    assert!(repairs > 60, "{repairs} repairs in all");
}

#[test]
fn a_server_that_believes_its_folder_is_caught() {
    caught(Plant::BelievesTheFolder, &["I9", "I10"]);
}
