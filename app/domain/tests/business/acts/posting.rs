//! Posting people to territories.

use crate::sample::*;
use domain::Refusal;
use domain::commands::{Assign, EndAssignment};
use domain::records::{Assignment, Role, Territory, User};
use domain::time::DateWindow;
use jiff::civil::date;

fn assign() -> Assign {
    let window = DateWindow { from: date(2026, 3, 1), until: Some(date(2026, 6, 30)) };
    Assign { assignment: posting_id(), user: rep(), territory: territory(), window }
}

fn stage() -> Stage {
    Stage::manager().having(user(rep(), Role::Rep)).having(a_territory(territory(), region()))
}

#[test]
fn a_posting_is_kept_with_the_servers_moment_of_change() {
    let stage = stage().after(assign());
    let posting = stage.get::<Assignment>(posting_id());
    assert_eq!((posting.user, posting.territory, posting.region), (rep(), territory(), region()));
    assert_eq!((posting.window, posting.changed_at), (assign().window, stage.context.decided_at));
}

#[test]
fn a_posting_is_ended_and_never_deleted() {
    let stage = Stage::manager().having(a_posting());
    let end = EndAssignment { assignment: posting_id(), until: date(2026, 3, 31) };
    let changes = stage.decide(end.clone()).unwrap();
    assert!(changes.remove.is_empty());
    let stage = stage.after(end);
    let posting = stage.get::<Assignment>(posting_id());
    assert_eq!(posting.window, DateWindow { from: a_posting().window.from, until: Some(date(2026, 3, 31)) });
    assert_eq!(posting.changed_at, stage.context.decided_at);
}

#[test]
fn a_rep_posts_nobody() {
    let rep = Stage::rep().having(a_posting());
    assert_eq!(rep.refusal(assign()), Refusal::NotYourRole);
    let end = EndAssignment { assignment: posting_id(), until: DAY };
    assert_eq!(rep.refusal(end), Refusal::NotYourRole);
}

#[test]
fn a_posting_that_does_not_fit_together_is_refused() {
    let unfit = [
        ("nobody", stage().without::<User>(rep()), assign()),
        ("nowhere", stage().without::<Territory>(territory()), assign()),
        ("another region", stage().having(a_territory(territory(), id(2))), assign()),
        ("an id that is taken", stage().having(a_posting()), assign()),
        (
            "an end before its beginning",
            stage(),
            Assign { window: DateWindow { from: DAY, until: Some(DAY.yesterday().unwrap()) }, ..assign() },
        ),
    ];
    for (why, stage, command) in unfit {
        assert_eq!(stage.refusal(command), Refusal::PostingUnfit, "{why}");
    }
    let one_day = Assign { window: DateWindow { from: DAY, until: Some(DAY) }, ..assign() };
    assert!(stage().decide(one_day).is_ok());
}

#[test]
fn a_posting_that_is_not_there_is_not_ended() {
    let end = EndAssignment { assignment: posting_id(), until: DAY };
    assert_eq!(Stage::manager().refusal(end), Refusal::PostingUnfit);
}
