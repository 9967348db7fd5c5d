//! Faults that are planted to prove that the simulator would see them. None of them is in the code that ships:
//! each is a wrong turn in the simulator's own server or phone, at a place where a real one could be taken.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plant {
    /// The server answers, and then writes.
    AnswersBeforeCommit,
    /// The server takes a repeat for something new.
    ForgetsWhatItHas,
    /// The server moves the cursor to the end of a scope, though the page was full.
    CursorTooFar,
    /// The server keeps no tombstones.
    NoTombstones,
    /// The server stops at the first command that it does not carry out.
    OneBadStopsAll,
    /// The server gives every author every scope.
    AsksNobodysRights,
    /// The server answers pulls by the scopes that the phone names, not by those that its user holds.
    BelievesTheCursor,
    /// The phone shows the tick before the disk has it.
    TicksTooEarly,
    /// The phone keeps the records of scopes that its user no longer holds.
    IgnoresLeave,
    /// The phone takes a page that was asked for from another cursor.
    TakesStalePages,
    /// The phone stores the cursor, and then the page.
    CursorBeforePage,
    /// The phone drops whatever a tombstone names, wherever it is by now.
    AnyTombstoneTakes,
    /// The phone takes its commands for received when they were sent.
    SentIsReceived,
    /// The phone does not send again what a restored server has lost.
    NeverSendsAgain,
    /// The phone asks a restored server only about what it has not got, and about the last thing it has.
    BelievesOldVerdicts,
    /// The phone keeps the receipts that a restored server has no photos for.
    BelievesOldReceipts,
    /// The phone shows the tick though the disk was full.
    TicksOnAFullDisk,
    /// The server takes a photo whose bytes lie there for one that its records know of.
    BelievesTheFolder,
    /// The phone gives up numbers that are not among those that wait, though it still has their commands.
    GivesUpWhatItHas,
    /// After a fork the phone numbers only what waits, and leaves the rest behind under the old id.
    LeavesRowsBehind,
    /// The phone never compares what it holds with the server's digests.
    NeverCompares,
    /// The server's digests are wrong. It costs some repairs and breaks no law.
    WrongDigests,
    /// The server's digests are wrong, and the phone forgets what it has tried.
    RepairsForEver,
    /// The phone takes in the first answer of a push, and sends the others again.
    TakesOneAnswer,
    /// The phone forgets by its own clock what the server has confirmed.
    ForgetsByItsOwnClock,
    /// The phone takes for received what it has packed.
    TakesPackedForReceived,
    /// The server decides what is carried to it by the rights of whoever carries it.
    TakesTheBearerForTheAuthor,
    /// The server takes what is carried to it for new, though the device has sent it itself.
    ForgetsWhatCameItself,
}

impl Plant {
    const ALL: [Self; 28] = [
        Self::AnswersBeforeCommit,
        Self::ForgetsWhatItHas,
        Self::CursorTooFar,
        Self::NoTombstones,
        Self::OneBadStopsAll,
        Self::AsksNobodysRights,
        Self::BelievesTheCursor,
        Self::TicksTooEarly,
        Self::IgnoresLeave,
        Self::TakesStalePages,
        Self::CursorBeforePage,
        Self::AnyTombstoneTakes,
        Self::SentIsReceived,
        Self::NeverSendsAgain,
        Self::BelievesOldVerdicts,
        Self::BelievesOldReceipts,
        Self::TicksOnAFullDisk,
        Self::BelievesTheFolder,
        Self::GivesUpWhatItHas,
        Self::LeavesRowsBehind,
        Self::NeverCompares,
        Self::WrongDigests,
        Self::RepairsForEver,
        Self::TakesOneAnswer,
        Self::ForgetsByItsOwnClock,
        Self::TakesPackedForReceived,
        Self::TakesTheBearerForTheAuthor,
        Self::ForgetsWhatCameItself,
    ];

    /// Whether phones compare: what they repair by it would hide most of the other faults.
    pub const fn lets_compare(this: Option<Self>) -> bool {
        matches!(this, None | Some(Self::WrongDigests | Self::RepairsForEver))
    }

    /// Whether disks spoil records: where nobody compares, or not rightly, nothing would ever put them right.
    pub const fn lets_rot(this: Option<Self>) -> bool {
        matches!(this, None | Some(Self::NeverCompares))
    }

    /// The one of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|plant| format!("{plant:?}") == name)
    }
}
