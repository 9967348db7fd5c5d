//! How long requests took, by what they were for.

use crate::figures::Figures;
use anyhow::Result;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// Collected from all phones.
#[derive(Default)]
pub struct Latencies(Mutex<BTreeMap<&'static str, Vec<f64>>>);

impl Latencies {
    pub fn took(&self, what: &'static str, time: Duration) {
        // A list that was being added to when a thread panicked is still a list.
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.entry(what).or_default().push(time.as_secs_f64() * 1e3);
    }

    /// Says the middle, the slowest twentieth and the slowest hundredth of each.
    pub fn say(&self, figures: &mut Figures, how: &str) -> Result<()> {
        let all = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        for (what, mut times) in all {
            times.sort_by(f64::total_cmp);
            let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize];
            for (name, share) in [("p50", 0.5), ("p95", 0.95), ("p99", 0.99)] {
                figures.say(
                    &format!("fleet, {what}, {name}"),
                    at(share),
                    "ms",
                    &format!("{} of them; {how}", times.len()),
                )?;
            }
        }
        Ok(())
    }
}
