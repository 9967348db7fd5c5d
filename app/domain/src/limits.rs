//! Every limit that both sides keep. A phone refuses at capture what the server would refuse later,
//! so that nobody learns at sending time that a thing was too large.

use crate::measure::Share;

/// Longest free text, in characters.
pub const TEXT_CHARS: usize = 2_000;
/// Longest short text (a barcode, a document number), in characters.
pub const SHORT_TEXT_CHARS: usize = 120;
/// Largest signature drawing, in bytes of path text.
pub const SIGNATURE_BYTES: usize = 16 * 1024;
/// Largest stored photo, in bytes.
pub const PHOTO_BYTES: u64 = 4 * 1024 * 1024;
/// Longest edge of a stored photo, in pixels.
pub const PHOTO_EDGE: u32 = 1_920;
/// Largest thumbnail inside a command, in bytes.
pub const THUMBNAIL_BYTES: usize = 20 * 1024;
/// Most photos in one visit.
pub const PHOTOS_PER_VISIT: usize = 40;
/// Most points of a display standard: a verdict names them by number.
pub const STANDARD_POINTS: usize = 20;
/// Most things one person draws on a photo.
pub const MARKS_PER_PHOTO: usize = 20;
/// Longest word on a photo, in characters: it has to fit across it.
pub const MARK_CHARS: usize = 24;
/// Most other photos that one is said to look like.
pub const TWINS_PER_PHOTO: usize = 3;
/// Of a hundred photos that are passed, so many go to a second pair of eyes (F34).
pub const AUDIT_PERCENT: u64 = 10;
/// Most competing brands that a candidate is noted with.
pub const BRANDS: usize = 20;
/// Most guests of an event.
pub const GUESTS: usize = 300;
/// Longest time that somebody is qualified for, in months.
pub const QUALIFIED_MONTHS: u16 = 13;
/// So many days before a qualification ends it is said that it is to be looked at again (F48).
pub const REQUALIFY_DAYS: i32 = 30;
/// Most areas, and most channels, of a ground.
pub const AREAS: usize = 60;
/// Most single shops of a ground, in it and out of it.
pub const GROUND_OUTLETS: usize = 500;
/// Longest pause between two deliveries, in days: half a month (S76).
pub const DELIVERY_CYCLE_DAYS: u16 = 15;
/// Days without a service visit, or without the partner's word on deliveries, after which the service is doubtful, and
/// after which it is broken (S18): members are asked once a month.
pub const SERVICE_DAYS: (i64, i64) = (30, 60);
/// What a shop lives on at least, of what the consumer pays (S16): a tenth. Where its price is not agreed it is reckoned
/// with.
pub const SHOP_MARGIN: Share = Share(1_000);
/// What has to be left to a sub-distributor at least, of what the consumer pays: bringing goods costs about a twentieth.
/// With less they earn by undercutting.
pub const MARGIN_FLOOR: Share = Share(500);
/// Longest term of an agreement, in years.
pub const TERMS_YEARS: u16 = 5;
/// Most stops of a route.
pub const PLAN_STOPS: usize = 60;
/// A route comes round after so many weeks at the latest.
pub const ROUTE_WEEKS: u32 = 4;
/// Most routes that are planned anew in one go.
pub const ROUTES_AT_ONCE: usize = 40;
/// What a day on the road holds, in minutes: more is too much for one.
pub const DAY_MINUTES: u32 = 480;
/// What a visit takes where a rep has made too few to tell, in minutes.
pub const VISIT_MINUTES: u32 = 25;
/// So many visits tell how long one takes.
pub const VISITS_THAT_TELL: usize = 10;
/// How far a rep comes in a minute between two shops, in metres as the crow flies: twelve kilometres in an hour.
pub const METRES_A_MINUTE: u64 = 200;
/// Over so many days a plan is looked at for shops that it leads to too seldom.
pub const PLAN_DAYS: i64 = 84;
/// Most questions of a form.
pub const FORM_ITEMS: usize = 120;
/// Most options, anchors or slots of a question.
pub const FORM_OPTIONS: usize = 12;
/// Most points that one question is worth.
pub const WEIGHT_MOST: u32 = 1_000;
/// Most pages of an agreement on paper.
pub const PAGES: usize = 20;
/// Most steps of a goal.
pub const GOAL_STEPS: usize = 20;
/// So many reports of a goal are kept: one for each day.
pub const GOAL_REPORTS: usize = 31;
/// Most partners that a goal asks for.
pub const CUSTOMERS_MOST: u32 = 1_000;
/// Over so many days, today the last, it is counted what a rep's work came to (S70).
pub const TEAM_DAYS: i32 = 28;
/// Most people who come along on one visit.
pub const COMPANIONS: usize = 6;
/// Longest leave, in days.
pub const LEAVE_DAYS: u16 = 92;
/// Largest amount that somebody types, in minor units: a hundred million yuan.
pub const MONEY_MOST: i64 = 10_000_000_000;
/// Most rows in a table answer.
pub const TABLE_ROWS: usize = 200;
/// Nearer than this counts as "at the shop", in metres, if the fix is as good as that too.
pub const AT_OUTLET_METRES: u32 = 200;
/// With less room than this left on the phone, in bytes, a photo may soon not be kept: about a day's photos.
pub const STORAGE_RESERVE_BYTES: u64 = 60 * 1024 * 1024;
/// Room that commands have for themselves on a full phone, in bytes: thousands of answers.
pub const COMMAND_RESERVE_BYTES: u64 = 5 * 1024 * 1024;
/// With room for fewer photos than this, room is made before the next one is kept.
pub const ROOM_PER_PHOTO: u64 = 3;
/// What a photo should weigh at most where room is short, in bytes: a price tag near by can still be read.
pub const PHOTO_LEAN_BYTES: u32 = 200_000;
/// Longest edge of such a photo, in pixels.
pub const PHOTO_LEAN_EDGE: u32 = 1_280;
/// A phone's clock that is off by more than this is spoken of (F111), in milliseconds.
pub const CLOCK_OFF_MILLIS: i64 = 2 * 60 * 1000;
/// An open visit in which nothing was done for this long was forgotten (F15), in milliseconds.
pub const FORGOTTEN_AFTER_MILLIS: i64 = 12 * 60 * 60 * 1000;
/// How long after the end of an assignment its commands are still taken, in milliseconds:
/// phones' clocks are doubtful and the day's last visit may be sent late.
pub const ASSIGNMENT_GRACE_MILLIS: i64 = 72 * 60 * 60 * 1000;
/// Digits of a PIN: as many as are typed with one thumb before the door is open.
pub const PIN_DIGITS: usize = 6;
/// Wrong PINs in a row after which the next one has to wait.
pub const PIN_TRIES: u32 = 5;
/// The first such wait, in milliseconds; each further wrong PIN doubles it.
pub const PIN_PAUSE_MILLIS: i64 = 30 * 1000;
/// The longest one.
pub const PIN_LONGEST_PAUSE_MILLIS: i64 = 60 * 60 * 1000;
/// After how many minutes in the background a phone may be told to lock itself.
pub const LOCK_AFTER_MINUTES: [u32; 4] = [1, 5, 15, 60];
/// Most weeks over which a trend is told: a year.
pub const TREND_WEEKS: u32 = 53;
/// So many are told where nobody says how many.
pub const TREND_WEEKS_AT_FIRST: u32 = 12;
/// Most visits that are listed behind a figure.
pub const TREND_VISITS: u32 = 200;
/// A phone from which nothing was heard for this long while there is work is asked after (F88), in milliseconds.
pub const SILENT_AFTER_MILLIS: i64 = 2 * 60 * 60 * 1000;
/// Work of which a phone spoke and that has not come for this long is asked after, in milliseconds.
pub const UNSENT_AFTER_MILLIS: i64 = 4 * 60 * 60 * 1000;
/// When the first shops open: before that nobody is missed. Milliseconds after midnight.
pub const WORK_BEGINS_MILLIS: i64 = 8 * 60 * 60 * 1000;
/// On so many days, today among them, a manager still sees what is to be dealt with.
pub const NOW_DAYS: i32 = 3;
/// Longest name of a person, in characters.
pub const PERSON_NAME_CHARS: usize = 40;
/// Digits of a number to log in with: a mobile's.
pub const NUMBER_DIGITS: usize = 11;
/// So many days after it was closed a manager may open a task again.
pub const REOPEN_DAYS: i32 = 14;
/// So often a task may be opened again.
pub const REOPENINGS: usize = 20;
/// Longest code of a shop or a product, in characters.
pub const CODE_CHARS: usize = 24;
/// The same in bytes: as many Chinese characters.
pub const CODE_BYTES: usize = 3 * CODE_CHARS;
/// Shortest password that somebody may take, in characters.
pub const PASSWORD_CHARS: usize = 8;
/// Longest password, in bytes: hashing takes time by length too.
pub const PASSWORD_BYTES: usize = 256;
/// So many different characters a password has at least.
pub const PASSWORD_VARIETY: usize = 4;
/// Longest name of a token, in characters.
pub const TOKEN_NAME_CHARS: usize = 60;
/// Most tokens that one person has at a time.
pub const TOKENS: usize = 20;
/// Longest address of a program that is told, in characters.
pub const WEBHOOK_URL_CHARS: usize = 500;
/// Most programs that one person has told.
pub const WEBHOOKS: usize = 10;
