//! Every word on every screen, once per language, as typed structs: a text that is missing in one
//! language does not compile. Texts with a number or a name in them are functions.
//! Chinese is written first and says things the way people say them (design language, section 8).

mod account;
mod agreement;
mod away;
mod beside;
mod board;
mod brief;
mod camera;
mod checkout;
mod devices;
mod evidence;
mod export;
mod forms;
mod frame;
mod import;
mod lock;
mod manage;
mod measure;
mod now;
mod outbox;
mod outlets;
mod parcel;
mod partner;
mod password;
mod people;
mod planning;
mod products;
mod quarantine;
mod report;
mod setup;
mod standards;
mod tasks;
mod team;
mod time;
mod today;
mod tokens;
mod trends;
mod trust;
mod visit;
mod wall;
mod webhooks;

pub use account::Account;
pub use agreement::{AgreementText, long_day};
#[cfg(feature = "ssr")]
pub use agreement::{CompareText, compare};
pub use away::Away;
pub use beside::Beside;
pub use board::BoardText;
pub use brief::Brief;
pub use camera::CameraText;
pub use checkout::Checkout;
pub use devices::DevicesText;
pub use evidence::EvidenceText;
pub use export::ExportText;
pub use forms::FormsText;
pub use frame::Frame;
pub use import::ImportText;
pub use lock::LockText;
pub use manage::Manage;
pub use measure::Measure;
pub use now::NowText;
pub use outbox::OutboxText;
pub use outlets::Outlets;
pub use parcel::ParcelText;
pub use partner::PartnerText;
pub use password::PasswordText;
pub use people::PeopleText;
pub use planning::PlanningText;
pub use products::ProductsText;
pub use quarantine::QuarantineText;
pub use report::ReportText;
pub use setup::SetupText;
pub use standards::StandardsText;
pub use tasks::Tasks;
pub use team::TeamText;
pub use time::{Time, clock};
pub use today::Today;
pub use tokens::TokensText;
pub use trends::TrendsText;
pub use trust::TrustText;
pub use visit::VisitText;
pub use wall::WallText;
pub use webhooks::WebhooksText;

use domain::{Language, Words};

/// All texts of one language.
pub struct Text {
    /// Which language this is.
    pub language: Language,
    /// What many screens share: tabs, sync states, faults.
    pub frame: Frame,
    /// Days, clocks, durations.
    pub time: Time,
    /// Distances, sizes, money.
    pub measure: Measure,
    /// Login and the rep's own page.
    pub account: Account,
    /// Taking a password of one's own.
    pub password: PasswordText,
    /// The PIN.
    pub lock: LockText,
    /// The day.
    pub today: Today,
    /// The list of shops.
    pub outlets: Outlets,
    /// What to know before entering a shop.
    pub brief: Brief,
    /// The questions of a visit.
    pub visit: VisitText,
    /// What happens beside them.
    pub beside: Beside,
    /// The camera.
    pub camera: CameraText,
    /// Leaving a shop.
    pub checkout: Checkout,
    /// What has been sent and what has not.
    pub outbox: OutboxText,
    /// The outbox as a file.
    pub parcel: ParcelText,
    /// What is owed.
    pub tasks: Tasks,
    /// Being away, and handing over.
    pub away: Away,
    /// Checking the proof of a photo.
    pub evidence: EvidenceText,
    /// The manager's screens.
    pub manage: Manage,
    /// What a manager has to know now.
    pub now: NowText,
    /// The review wall.
    pub wall: WallText,
    /// What is kept for a manager.
    pub quarantine: QuarantineText,
    /// The phones of a region.
    pub devices: DevicesText,
    /// What was done, week by week.
    pub trends: TrendsText,
    /// How far a position can be believed.
    pub trust: TrustText,
    /// Candidates and members.
    pub partner: PartnerText,
    /// Agreements.
    pub agreement: AgreementText,
    /// The manager's pipeline.
    pub board: BoardText,
    /// Forms and weights.
    pub forms: FormsText,
    /// The shops of the region.
    pub setup: SetupText,
    /// The reps of the region.
    pub people: PeopleText,
    /// Their routes.
    pub planning: PlanningText,
    /// What is sold.
    pub products: ProductsText,
    /// What shelves are held against.
    pub standards: StandardsText,
    /// Goals and help in a team.
    pub team: TeamText,
    /// Exporting lists and photos.
    pub export: ExportText,
    /// Importing tables.
    pub import: ImportText,
    /// Tokens with which other programs read.
    pub tokens: TokensText,
    /// Other programs that are told.
    pub webhooks: WebhooksText,
    /// A visit on paper.
    pub report: ReportText,
}

/// The texts of a language; cheap to copy.
pub type Texts = &'static Text;

static ZH: Text = Text {
    language: Language::Zh,
    frame: frame::ZH,
    time: time::ZH,
    measure: measure::ZH,
    account: account::ZH,
    password: password::ZH,
    lock: lock::ZH,
    today: today::ZH,
    outlets: outlets::ZH,
    brief: brief::ZH,
    visit: visit::ZH,
    beside: beside::ZH,
    camera: camera::ZH,
    checkout: checkout::ZH,
    outbox: outbox::ZH,
    parcel: parcel::ZH,
    tasks: tasks::ZH,
    away: away::ZH,
    evidence: evidence::ZH,
    manage: manage::ZH,
    now: now::ZH,
    wall: wall::ZH,
    quarantine: quarantine::ZH,
    devices: devices::ZH,
    trends: trends::ZH,
    trust: trust::ZH,
    partner: partner::ZH,
    agreement: agreement::ZH,
    board: board::ZH,
    forms: forms::ZH,
    setup: setup::ZH,
    people: people::ZH,
    planning: planning::ZH,
    products: products::ZH,
    standards: standards::ZH,
    team: team::ZH,
    export: export::ZH,
    import: import::ZH,
    tokens: tokens::ZH,
    webhooks: webhooks::ZH,
    report: report::ZH,
};

static EN: Text = Text {
    language: Language::En,
    frame: frame::EN,
    time: time::EN,
    measure: measure::EN,
    account: account::EN,
    password: password::EN,
    lock: lock::EN,
    today: today::EN,
    outlets: outlets::EN,
    brief: brief::EN,
    visit: visit::EN,
    beside: beside::EN,
    camera: camera::EN,
    checkout: checkout::EN,
    outbox: outbox::EN,
    parcel: parcel::EN,
    tasks: tasks::EN,
    away: away::EN,
    evidence: evidence::EN,
    manage: manage::EN,
    now: now::EN,
    wall: wall::EN,
    quarantine: quarantine::EN,
    devices: devices::EN,
    trends: trends::EN,
    trust: trust::EN,
    partner: partner::EN,
    agreement: agreement::EN,
    board: board::EN,
    forms: forms::EN,
    setup: setup::EN,
    people: people::EN,
    planning: planning::EN,
    products: products::EN,
    standards: standards::EN,
    team: team::EN,
    export: export::EN,
    import: import::EN,
    tokens: tokens::EN,
    webhooks: webhooks::EN,
    report: report::EN,
};

/// The texts of a language.
#[must_use]
pub fn texts(language: Language) -> Texts {
    language.choose(&ZH, &EN)
}

/// Words in both languages, each as its own texts say it.
#[must_use]
pub fn both(say: impl Fn(Texts) -> String) -> Words {
    Words::new(say(&ZH), say(&EN))
}

/// A question as a name, in a list or before a colon: without the mark at its end.
#[must_use]
pub fn as_name(question: &str) -> &str {
    question.trim_end_matches(['？', '?'])
}

/// The ending of an English plural.
pub(crate) const fn s(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}
