//! How far a position can be believed, in words (F110). The manager reads the same as the rep: a level, and facts of the
//! phone as its reasons, never an accusation.

use crate::state::Phone;
use crate::text::Texts;
use domain::Index;
use domain::geo::{Fix, Position};
use domain::records::{Outlet, Photo, Visit};
use domain::rules::trust::{Level, Trust, assess, latest_before};

/// What can be said of the position of a check-in.
pub fn of_check_in(visit: &Visit, outlet: Option<&Outlet>, before: Option<&Fix>) -> Trust {
    of_place(visit, outlet.map(|outlet| outlet.position), before)
}

/// The same where no more than the place of the shop is known.
pub fn of_place(visit: &Visit, position: Option<Position>, before: Option<&Fix>) -> Trust {
    assess(visit.check_in.fix.as_ref(), visit.check_in.at, position, before)
}

/// What can be said of the position of a photo, beside where the phone was before: at an earlier photo of the visit, at its
/// check-in, or `earlier`.
pub fn of_photo(
    photo: &Photo,
    visit: &Visit,
    photos: &[Photo],
    outlet: Option<&Outlet>,
    earlier: Option<&Fix>,
) -> Trust {
    let of_visit = photos.iter().filter(|other| other.visit == visit.id).map(|other| (other.taken_at, other.fix));
    let asked = of_visit.chain([(visit.check_in.at, visit.check_in.fix)]);
    let before = latest_before(photo.taken_at, asked).or(earlier.copied());
    assess(photo.fix.as_ref(), photo.taken_at, outlet.map(|outlet| outlet.position), before.as_ref())
}

/// Where the rep's phone was last, on the day of a visit and before it.
pub async fn fix_before(phone: Phone, visit: &Visit) -> Option<Fix> {
    let day = phone.find::<Visit>(Index::VisitsOn(visit.day)).await;
    last_fix(&day, visit)
}

/// See [`fix_before`].
pub fn last_fix(day: &[Visit], visit: &Visit) -> Option<Fix> {
    let earlier = day.iter().filter(|other| other.rep == visit.rep && other.day == visit.day && other.id != visit.id);
    let attended = earlier.flat_map(|other| [Some(&other.check_in), other.check_out.as_ref()]).flatten();
    latest_before(visit.check_in.at, attended.map(|attended| (attended.at, attended.fix)))
}

/// The level and its reasons in one line.
pub fn words(t: Texts, trust: &Trust) -> String {
    let level = (t.trust.level)(trust.level);
    let reasons: Vec<String> = trust.hints.iter().map(|hint| (t.trust.hint)(*hint)).collect();
    if reasons.is_empty() {
        level.to_owned()
    } else {
        format!("{level}{}{}", t.frame.colon, reasons.join(t.frame.comma))
    }
}

/// The class of its dot in a line of facts.
pub const fn class(level: Level) -> &'static str {
    match level {
        Level::Good => "",
        Level::Fair => "wait",
        Level::Low => "owed",
    }
}
