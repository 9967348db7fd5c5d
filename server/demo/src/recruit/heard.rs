//! What is said of a candidate, by whom (F46): sources that agree, and sources that do not.

use super::{Cast, Person};
use crate::chance::Chance;
use crate::id;
use domain::measure::Money;
use domain::records::{Claim, Said, Topic, Witness};

/// Something that somebody says.
#[derive(Clone, Copy, Debug)]
pub enum Rumour {
    /// An amount in yuan.
    Amount(Topic, i64, Witness, &'static str),
    /// A number.
    Number(Topic, i64, Witness, &'static str),
    /// Words.
    Words(Topic, &'static str, Witness, &'static str),
}

/// All of it as records, an hour after the one before.
pub fn claims(cast: &Cast<'_>, person: &Person, draw: &mut Chance) -> Vec<Claim> {
    let rep = cast.rep(person.plan.owner);
    let first = cast.moment(person.plan.added.min(45) - 3, 10);
    person
        .plan
        .heard
        .iter()
        .zip(0..)
        .map(|(rumour, hours)| {
            let (topic, said, witness, witness_name) = match *rumour {
                Rumour::Amount(topic, yuan, witness, name) => (topic, Said::Amount(Money(yuan * 100)), witness, name),
                Rumour::Number(topic, number, witness, name) => (topic, Said::Number(number), witness, name),
                Rumour::Words(topic, words, witness, name) => (topic, Said::Words(words.to_owned()), witness, name),
            };
            Claim {
                id: id(cast.day(person.plan.added.min(45) - 3), draw),
                candidate: person.candidate,
                region: cast.region.region,
                topic,
                said,
                witness,
                witness_name: witness_name.to_owned(),
                by: rep.id,
                by_name: rep.name.clone(),
                at: first.plus(hours * 60 * super::MINUTE),
            }
        })
        .collect()
}
