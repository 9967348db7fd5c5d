//! One row of the list: a visit, where it was, how far it has come.

use crate::state::Phone;
use domain::Index;
use domain::order::InOrder;
use domain::records::{Outlet, Photo, Visit};
use domain::rules::review::{ReviewState, review_state};
use jiff::civil::Date;

/// See the module.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The visit.
    pub visit: Visit,
    /// The name of the shop.
    pub outlet: String,
    /// What is known of its photos.
    pub state: ReviewState,
}

/// The visits of a number of days up to one, the latest first.
pub async fn lines(phone: Phone, last: Date, days: i32) -> Vec<Line> {
    let mut lines = Vec::new();
    for back in 0..days {
        let day = last.saturating_sub(jiff::Span::new().days(back));
        let mut visits = phone.find::<Visit>(Index::VisitsOn(day)).await;
        visits.order_by_key(|visit| std::cmp::Reverse(visit.check_in.at));
        for visit in visits {
            let outlet = phone.get::<Outlet>(visit.outlet).await.map(|outlet| outlet.name).unwrap_or_default();
            let photos = match visit.photos {
                0 => Vec::new(),
                _ => phone.find::<Photo>(Index::PhotosOf(visit.id)).await,
            };
            let state = review_state(&visit, &photos);
            lines.push(Line { visit, outlet, state });
        }
    }
    lines
}
