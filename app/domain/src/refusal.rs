//! Why a command was not carried out, with what a person needs to act on it, in both languages.
//! A refusal is data: the phone shows it, the server stores it, a later version can read it.

mod words;

use crate::id::{AgreementId, CandidateId, OutletId, PhotoId, SightingId, SkipId, TaskId, VisitId};
use crate::measure::Money;
use crate::records::{CandidateStage, Evidence, ItemKey, Party, Topic};
use serde::{Deserialize, Serialize};

/// The reasons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum Refusal {
    /// The shop is not known here.
    OutletUnknown {
        /// Which.
        outlet: OutletId,
    },
    /// The shop has been closed.
    OutletClosed {
        /// Its name.
        name: String,
    },
    /// The shop has been moved meanwhile, or cannot be moved like this.
    MoveUnfit {
        /// Its name.
        name: String,
    },
    /// The route has been changed meanwhile, or cannot be walked like this.
    RouteUnfit {
        /// Its name, where it is known.
        name: String,
    },
    /// Whoever is to take a route over does not work there on the first day.
    NotPosted {
        /// Who.
        rep_name: String,
        /// The route.
        name: String,
    },
    /// It is the place of a partner, which goes by the partner's file.
    PlaceOfPartner {
        /// Its name.
        name: String,
    },
    /// The visit is not known here.
    VisitUnknown {
        /// Which.
        visit: VisitId,
    },
    /// The visit exists already with another content.
    VisitExists {
        /// Which.
        visit: VisitId,
    },
    /// Somebody else's visit.
    NotYourVisit {
        /// Whose.
        rep_name: String,
    },
    /// The visit has ended.
    VisitEnded,
    /// Something was done in the visit not long ago: nobody has forgotten it.
    VisitGoesOn,
    /// Arriving from afar or without a position needs a reason.
    ReasonNeeded,
    /// The checklist is not known here.
    ChecklistUnknown,
    /// The question is not on this checklist.
    ItemUnknown {
        /// Which.
        item: ItemKey,
    },
    /// The answer is not of the kind that was asked for.
    AnswerOfOtherKind {
        /// To which question.
        item: ItemKey,
    },
    /// The answer is out of its range.
    AnswerOutOfRange {
        /// To which question.
        item: ItemKey,
        /// Smallest allowed.
        min: i64,
        /// Largest allowed.
        max: i64,
    },
    /// The answer names something that is not on the list.
    AnswerNotOnList {
        /// To which question.
        item: ItemKey,
    },
    /// A text is too long.
    TooLong {
        /// Longest allowed.
        limit: u32,
    },
    /// Required questions are open.
    ItemsOpen {
        /// Which.
        items: Vec<ItemKey>,
    },
    /// The photo is not known here.
    PhotoUnknown {
        /// Which.
        photo: PhotoId,
    },
    /// The photo exists already with another content.
    PhotoExists {
        /// Which.
        photo: PhotoId,
    },
    /// The photo is too large, or its hash is not one.
    PhotoUnfit,
    /// Too many photos.
    TooManyPhotos {
        /// Most allowed.
        limit: u32,
    },
    /// The photo that shows it before has to be taken first.
    BeforeFirst,
    /// The photo that shows it afterwards is there, so that the one before stays.
    AfterTaken,
    /// Too many things drawn on a photo.
    TooManyMarks {
        /// Most allowed.
        limit: u32,
    },
    /// Something drawn is not on the photo, or is nothing.
    MarkUnfit,
    /// The visit with this photo has not ended yet.
    VisitStillOpen,
    /// The photo has been judged, and this judge had not seen it.
    JudgedByOther {
        /// By whom.
        judge_name: String,
    },
    /// A redo needs a reason.
    RedoNeedsReason,
    /// Nobody speaks twice against the verdicts on one photo.
    AppealedBefore,
    /// The task is not known here.
    TaskUnknown {
        /// Which.
        task: TaskId,
    },
    /// The task has been closed.
    TaskClosed,
    /// The task has not been closed.
    TaskOpen,
    /// The task was closed on another day, by a photo or by a verdict: it is not opened again.
    TaskStaysClosed,
    /// The task was left on another day, or by a verdict: it is not taken back.
    TaskStays,
    /// The redo is for another slot.
    TaskForOther,
    /// The task asks for more than saying that it was done.
    EvidenceNeeded {
        /// For what.
        evidence: Evidence,
    },
    /// The photo shows another shop, or is older than the task.
    EvidenceOlder,
    /// A few words are needed here.
    WordsNeeded,
    /// An amount below nothing, or beyond all measure.
    AmountUnfit {
        /// Largest allowed.
        most: Money,
    },
    /// The stop has been left out already.
    SkipExists {
        /// Which.
        skip: SkipId,
    },
    /// The stop is not left out.
    SkipUnknown {
        /// Which.
        skip: SkipId,
    },
    /// The sighting is not known here.
    SightingUnknown {
        /// Which.
        sighting: SightingId,
    },
    /// Too many people came along.
    TooManyCompanions {
        /// Most allowed.
        limit: u32,
    },
    /// The dates or the territory of a leave do not fit.
    LeaveUnfit,
    /// Somebody steps in already, or the leave was taken back.
    LeaveSettled,
    /// Nobody steps in, or somebody else by now, or the leave is over.
    HandOverGone,
    /// The role may not do this.
    NotYourRole,
    /// The shop or the thing is not in one of the author's areas.
    OutsideYourArea {
        /// Its name, where it is known.
        name: String,
    },
    /// A person, territory or posting that does not exist, or does not fit the others.
    PostingUnfit,
    /// A command that is kept for a manager is not known here.
    QuarantineUnknown,
    /// Somebody has decided about it already.
    ReviewedBefore {
        /// Who.
        judge_name: String,
    },
    /// Nobody can read what it says, so that it cannot be carried out.
    NotAcceptable,
    /// A manager has sent it back.
    ReturnedBy {
        /// Who.
        judge_name: String,
        /// Why.
        because: String,
    },
    /// The candidate is not known here.
    CandidateUnknown {
        /// Which.
        candidate: CandidateId,
    },
    /// The candidate exists already.
    CandidateExists {
        /// Which.
        candidate: CandidateId,
    },
    /// Somebody else looks after the candidate.
    NotYourCandidate {
        /// Who.
        owner_name: String,
    },
    /// That cannot be done with a candidate who has come this far.
    StageUnfit {
        /// How far.
        stage: CandidateStage,
    },
    /// The claim is not known here, or somebody else's.
    ClaimUnknown,
    /// What is said is words where a number is asked for, or the other way round.
    SaidUnfit {
        /// About what.
        topic: Topic,
    },
    /// The event is not known here.
    EventUnknown,
    /// More of something than is kept.
    TooMany {
        /// Most allowed.
        limit: u32,
    },
    /// A day is missing, or does not fit.
    DatesUnfit,
    /// The goal is not known here, or was called off.
    GoalUnknown,
    /// A goal stays what it is about; partners are counted and not reported.
    GoalUnfit,
    /// The step is not known here.
    StepUnknown,
    /// Nobody asks for this help.
    HelpUnknown,
    /// It is settled.
    HelpSettled,
    /// Somebody else has taken it.
    HelpTaken {
        /// Who.
        by_name: String,
    },
    /// The dealer is not known here.
    DealerUnknown,
    /// The alliance is not known here.
    AllianceUnknown,
    /// The agreement is not known here.
    AgreementUnknown {
        /// Which.
        agreement: AgreementId,
    },
    /// Somebody else writes the agreement.
    NotYourAgreement {
        /// Who.
        author_name: String,
    },
    /// The agreement is offered, signed, in force or over, and does not change like this.
    AgreementFrozen {
        /// Its number.
        number: String,
    },
    /// An agreement with the partner goes on.
    AgreementRuns {
        /// Its number.
        number: String,
    },
    /// The agreement has not been offered yet.
    NotOffered,
    /// The term is shorter than a year (S17).
    TermTooShort {
        /// The first last day that would do.
        until: jiff::civil::Date,
    },
    /// The term is too long.
    TermTooLong {
        /// The last day that would do.
        until: jiff::civil::Date,
    },
    /// The deliveries are too far apart (S76).
    CycleTooLong {
        /// Most days allowed.
        most: u16,
    },
    /// The ground is empty.
    GroundEmpty,
    /// The ground has too many parts.
    GroundTooLarge {
        /// Most areas.
        areas: u32,
        /// Most single shops.
        outlets: u32,
    },
    /// A code is no administrative area.
    AreaUnfit,
    /// Nobody has said in which area a single shop lies (S15).
    ShopUnplaced {
        /// Its name.
        shop: String,
    },
    /// It is not said who develops which outlets.
    CoverageUnfit,
    /// A county is the dealer's; an appointment there has to be explained (S6).
    ExceptionNeeded,
    /// Nobody has agreed to the boundary list yet (S34).
    GroundNotSigned,
    /// Somebody else holds some of the ground (S15).
    GroundTaken {
        /// The number of their agreement.
        number: String,
        /// Who.
        partner: String,
        /// Where, three at most.
        places: Vec<String>,
    },
    /// What was signed is not what is there now.
    TermsDiffer,
    /// Neither a signature nor a photo of the sealed page.
    SignatureNeeded,
    /// That party has signed.
    SignedBefore,
    /// Some have not signed.
    SignaturesMissing {
        /// Who.
        parties: Vec<Party>,
    },
    /// Some have no copy.
    CopiesMissing {
        /// Who.
        parties: Vec<Party>,
    },
    /// The partner is not qualified, or not any more.
    NotQualified {
        /// Who.
        name: String,
    },
    /// A product that cannot be counted or sold, that is there already, or is not known.
    ProductUnfit,
    /// A standard that nothing can be held against, or that is there already.
    StandardUnfit,
    /// A shop with this number is there already, or it stands nowhere.
    OutletUnfit,
    /// Another shop of the region, or another product, has the code.
    CodeTaken {
        /// Which.
        code: String,
    },
    /// A form that nobody could fill in, or weights that cannot be added up.
    FormUnfit,
}
