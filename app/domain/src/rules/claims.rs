//! What is said of a candidate, and how many independent sources agree (F46, S26).

use crate::order::InOrder;
use crate::records::{Claim, Said, Topic, Witness};

/// Two numbers that are no further apart than this part of the larger one agree, in percent.
const TOLERANCE: i128 = 20;

/// What is said about one topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Heard<'a> {
    /// Which.
    pub topic: Topic,
    /// All that was said, the latest first.
    pub claims: Vec<&'a Claim>,
    /// What most independent sources agree on, if there is any.
    pub agreed: Option<&'a Said>,
    /// How many of them agree on it.
    pub agree: usize,
    /// How many independent sources there are.
    pub sources: usize,
}

/// What is said, by topic, in the order of the topics.
#[must_use]
pub fn heard<'a>(claims: &'a [Claim]) -> Vec<Heard<'a>> {
    Topic::ALL.into_iter().filter_map(|topic| about(topic, claims)).collect()
}

fn about(topic: Topic, claims: &[Claim]) -> Option<Heard<'_>> {
    let mut claims: Vec<&Claim> = claims.iter().filter(|claim| claim.topic == topic).collect();
    if claims.is_empty() {
        return None;
    }
    claims.order_by_key(|claim| (std::cmp::Reverse(claim.at), claim.id));
    // The last word of each source; what a candidate says of themselves is heard and not counted.
    let mut sources: Vec<&Claim> = Vec::new();
    for claim in claims.iter().copied().filter(|claim| claim.witness != Witness::Themselves) {
        if !sources.iter().any(|known| same_source(known, claim)) {
            sources.push(claim);
        }
    }
    let backing = |said: &Said| sources.iter().filter(|claim| agree(said, &claim.said)).count();
    let best = sources.iter().map(|claim| (backing(&claim.said), &claim.said));
    let best = best.fold(None, |best: Option<(usize, &Said)>, next| match best {
        Some(best) if best.0 >= next.0 => Some(best),
        _ => Some(next),
    });
    let (agree, agreed) = best.map_or((0, None), |(count, said)| (count, Some(said)));
    Some(Heard { topic, agreed, agree, sources: sources.len(), claims })
}

fn same_source(left: &Claim, right: &Claim) -> bool {
    let name = |claim: &Claim| claim.witness_name.trim().to_lowercase();
    // Our own eyes are one source, whoever of us looked; and a source without a name is one of its kind.
    left.witness == right.witness && (left.witness == Witness::Seen || name(left) == name(right))
}

fn agree(left: &Said, right: &Said) -> bool {
    match (left, right) {
        (Said::Amount(left), Said::Amount(right)) => near(left.0, right.0),
        (Said::Number(left), Said::Number(right)) => near(*left, *right),
        (Said::Words(left), Said::Words(right)) => left.trim().to_lowercase() == right.trim().to_lowercase(),
        _ => false,
    }
}

fn near(left: i64, right: i64) -> bool {
    let (left, right) = (i128::from(left), i128::from(right));
    (left - right).abs() * 100 <= left.abs().max(right.abs()) * TOLERANCE
}
