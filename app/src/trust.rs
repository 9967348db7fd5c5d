//! How far a position can be believed, in words (F110). The manager reads the same as the rep: a level, and facts of the
//! phone as its reasons, never an accusation.

use crate::state::Phone;
use crate::text::Texts;
use domain::Index;
use domain::geo::Fix;
use domain::records::{Outlet, Visit};
use domain::rules::trust::{Level, Trust, assess};

/// What can be said of the position of a check-in.
pub fn of_check_in(visit: &Visit, outlet: Option<&Outlet>, before: Option<&Fix>) -> Trust {
    let position = outlet.map(|outlet| outlet.position);
    assess(visit.check_in.fix.as_ref(), visit.check_in.at, position, before)
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
    let before = attended.filter(|attended| attended.at < visit.check_in.at);
    before.filter(|attended| attended.fix.is_some()).max_by_key(|attended| attended.at)?.fix
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
