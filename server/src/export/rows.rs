//! What stands in each list: a file for each kind of record.

mod agreements;
mod candidates;
mod outlets;
mod partners;
mod products;
mod tasks;
mod visits;

use super::cell::Cell;
use super::known::Known;
use domain::measure::Money;
use domain::time::Moment;

fn text(words: &str) -> Cell {
    if words.is_empty() { Cell::Nothing } else { Cell::Text(words.to_owned()) }
}

/// An amount, in yuan.
fn money(amount: Money) -> Cell {
    Cell::Hundredths(amount.0)
}

/// A moment by the clock of the company, to the minute.
fn moment(at: Moment, known: &Known) -> Cell {
    let (hour, minute) = at.clock(known.offset);
    Cell::Text(format!("{} {hour:02}:{minute:02}", at.date(known.offset)))
}
