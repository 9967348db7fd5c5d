//! 服务保障 (S18): whether the goods come as often as promised, whether somebody comes, and what is overdue. What counts is
//! what the sub-distributor says, and never the dealer: whoever delivers does not confirm that they did.

use super::{Light, Place, Proof, Seen, Shown};
use crate::limits::SERVICE_DAYS;
use crate::records::{Agreement, Claim, Said, Task, Topic, Visit, Witness};
use crate::rules::agreement::{Standing, standing};
use crate::time::Offset;
use jiff::ToSpan;
use jiff::civil::Date;

pub(super) fn proofs(agreement: &Agreement, seen: &Seen<'_>, (today, offset): (Date, Offset)) -> Vec<Proof> {
    // Before the first day nothing is delivered, and nobody is late.
    if standing(agreement, today) == Standing::Ahead {
        return vec![Proof::new(Light::Green, Shown::Ahead).again(agreement.terms.from)];
    }
    let mut proofs = vec![delivery(agreement, seen.claims, (today, offset))];
    match seen.place {
        None => proofs.push(Proof::new(Light::Amber, Shown::Elsewhere)),
        Some(Place { serviced, owed }) => {
            proofs.extend(overdue(owed, today));
            proofs.push(visited(serviced, (today, offset)));
        }
    }
    proofs
}

/// The partner's last word on how often goods come, since the agreement began: what they said before was of something
/// else.
fn delivery(agreement: &Agreement, claims: &[Claim], (today, offset): (Date, Offset)) -> Proof {
    let promised = agreement.terms.cycle_days;
    let told = claims.iter().filter(|claim| {
        claim.candidate == agreement.candidate
            && claim.topic == Topic::Delivery
            && matches!(claim.witness, Witness::Themselves | Witness::Employee)
            && claim.at.date(offset) >= agreement.terms.from
    });
    let last = told.max_by_key(|claim| (claim.at, claim.id));
    let Some((claim, days)) = last.and_then(|claim| match claim.said {
        Said::Number(days) => Some((claim, days)),
        Said::Amount(_) | Said::Words(_) => None,
    }) else {
        return Proof::new(Light::Amber, Shown::Unconfirmed(promised));
    };
    let on = claim.at.date(offset);
    let light = match days > i64::from(promised) {
        true => Light::Red,
        // A word of long ago says little of today; it is no broken promise.
        false => age(on, today).min(Light::Amber),
    };
    let who = claim.witness_name.clone();
    Proof::new(light, Shown::Delivered { days, promised, who }).on(on).again(due(on))
}

fn visited(serviced: Option<&Visit>, (today, offset): (Date, Offset)) -> Proof {
    let Some(visit) = serviced else { return Proof::new(Light::Amber, Shown::NeverVisited) };
    let on = visit.check_in.at.date(offset);
    let (light, ago) = (age(on, today), days(on, today));
    let lacking = visit.score.iter().flat_map(|score| &score.items).filter(|item| item.points < item.out_of).count();
    let (light, shown) = match light {
        Light::Green if lacking > 0 => (Light::Amber, Shown::Visited(lacking)),
        Light::Green => (Light::Green, Shown::Visited(0)),
        late => (late, Shown::Unvisited(ago)),
    };
    Proof::new(light, shown).on(on).again(due(on))
}

fn overdue(owed: &[Task], today: Date) -> Option<Proof> {
    let late = owed.iter().filter(|task| task.is_open() && task.due < today);
    let since = late.clone().map(|task| task.due).min()?;
    Some(Proof::new(Light::Red, Shown::Overdue(late.count())).on(since))
}

fn days(on: Date, today: Date) -> i64 {
    on.until(today).map_or(0, |span| i64::from(span.get_days()))
}

fn age(on: Date, today: Date) -> Light {
    match days(on, today) {
        days if days > SERVICE_DAYS.1 => Light::Red,
        days if days > SERVICE_DAYS.0 => Light::Amber,
        _ => Light::Green,
    }
}

fn due(on: Date) -> Date {
    on.saturating_add(SERVICE_DAYS.0.days())
}
