//! Which shops are overdue by the frequency of their class (F4): by when each was last visited, without reading a visit.

use crate::state::Phone;
use domain::id::{LastVisitId, OutletId};
use domain::order::InOrder;
use domain::records::{Frequency, LastVisit, OutletClass};
use domain::rules::frequency::{current, overdue};
use jiff::civil::Date;
use std::collections::HashMap;

/// What is known of all shops of this phone.
#[derive(Debug, PartialEq)]
pub struct Lateness {
    rule: Option<Frequency>,
    last: HashMap<LastVisitId, LastVisit>,
    today: Date,
}

/// A shop that may be overdue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suspect {
    /// The shop.
    pub outlet: OutletId,
    /// The most days over that it can be, whatever its class.
    pub most: u32,
}

impl Lateness {
    /// Reads it: one row a shop.
    pub async fn read(phone: Phone, today: Date) -> Self {
        let rules = phone.all::<Frequency>().await;
        let rule = current(&rules, phone.now()).cloned();
        let last = match rule {
            Some(_) => phone.all::<LastVisit>().await,
            None => Vec::new(),
        };
        Self { rule, last: last.into_iter().map(|last| (last.id, last)).collect(), today }
    }

    /// Days over; 0 for a shop that is not overdue.
    pub fn days(&self, outlet: OutletId, class: OutletClass) -> u32 {
        self.rule.as_ref().map_or(0, |rule| overdue(class, self.last(outlet), rule, self.today))
    }

    /// When a shop was last visited.
    pub fn last(&self, outlet: OutletId) -> Option<&LastVisit> {
        self.last.get(&LastVisit::of(outlet))
    }

    /// The shops that may be overdue, the most suspect first, so that only few shops have to be read to find the worst.
    pub fn suspects(&self) -> Vec<Suspect> {
        let Some(rule) = &self.rule else { return Vec::new() };
        let most = |last: &LastVisit| {
            let classes = rule.every.iter().map(|every| overdue(every.class, Some(last), rule, self.today));
            classes.max().unwrap_or(0)
        };
        let mut suspects: Vec<Suspect> = self
            .last
            .values()
            .map(|last| Suspect { outlet: OutletId(last.id.0), most: most(last) })
            .filter(|suspect| suspect.most > 0)
            .collect();
        suspects.order_by_key(|suspect| (std::cmp::Reverse(suspect.most), suspect.outlet));
        suspects
    }
}
