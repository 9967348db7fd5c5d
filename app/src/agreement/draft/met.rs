//! Where the ground meets another's (F53, S15): said under it while it is drawn, without a network, with the way out.

use super::form::Form;
use crate::routes;
use crate::state::{Phone, State, spawn};
use crate::text::{Texts, long_day};
use crate::ui::{Icon, Toast, icon, icon_small};
use domain::Command;
use domain::commands::DraftAgreement;
use domain::id::AgreementId;
use domain::records::{Agreement, Area, Ground, GroundOutlet, Terms};
use domain::rules::ground::{Overlap, covers};
use leptos::prelude::*;

/// The place on the page.
pub const ANCHOR: &str = "overlap";

/// See the module.
pub fn met(form: Form) -> AnyView {
    let t = &form.t.agreement.draft;
    let drawn = move || form.terms.with(|terms| !terms.ground.areas.is_empty() || !terms.ground.outlets.is_empty());
    let said = move || {
        let met = form.met.get();
        let words = met.iter().map(|overlap| (t.overlap)(&overlap.partner, &overlap.number));
        words.collect::<Vec<_>>().join(form.t.frame.comma)
    };
    let cards = move || {
        let met = form.met.get();
        if met.is_empty() {
            return drawn()
                .then(|| view! { <p class="pad small ground-free">{icon_small(Icon::Check)}{t.free}</p> }.into_any());
        }
        Some(met.into_iter().map(|overlap| card(form, overlap)).collect_view().into_any())
    };
    view! {
        // Read out as it appears; the cards themselves are long.
        <p class="vh" role="status">{said}</p>
        <div id=ANCHOR class="meets" tabindex="-1">
            {cards}
        </div>
    }
    .into_any()
}

fn card(form: Form, overlap: Overlap) -> AnyView {
    let t = form.t;
    let words = &t.agreement.draft;
    let product = |id: &domain::id::ProductId| {
        form.source.with_value(|source| {
            let product = source.products.iter().find(|product| product.id == *id);
            product.map_or_else(String::new, |product| product.name.get(t.language).to_owned())
        })
    };
    let all =
        |names: Vec<String>, none: &str| if names.is_empty() { none.to_owned() } else { names.join(t.frame.list) };
    let channels = all(overlap.channels.clone(), t.agreement.all_channels);
    let products = all(overlap.products.iter().map(product).collect(), t.agreement.all_products);
    let days = (t.agreement.days)(&long_day(t, overlap.from), &long_day(t, overlap.until));
    let outs = form.terms.with_untracked(|terms| ways_out(&terms.ground, &overlap));
    let outs = outs.into_iter().map(|out| take_out(form, out)).collect_view();
    view! {
        <section class="fault">
            <h3>{icon(Icon::Warning)}{(words.overlap)(&overlap.partner, &overlap.number)}</h3>
            <dl class="facts-list">
                <dt>{words.overlap_where}</dt>
                <dd>{overlap.places.join(t.frame.list)}</dd>
                <dt>{words.overlap_channels}</dt>
                <dd>{channels}</dd>
                <dt>{words.overlap_products}</dt>
                <dd>{products}</dd>
                <dt>{words.overlap_days}</dt>
                <dd>{days}</dd>
            </dl>
            <p>{words.overlap_do}</p>
            <div class="acts">
                {outs} <a class="btn text" href=routes::agreement(overlap.with)>
                    {words.overlap_open}
                </a>
            </div>
        </section>
    }
    .into_any()
}

/// What can be done to the ground so that a place is not in both any more.
#[derive(Clone, Debug, PartialEq)]
enum Out {
    /// A whole area goes.
    Area(Area),
    /// A single shop goes.
    Shop(GroundOutlet),
    /// A shop of the other one inside an area of this one: the area stays, without it.
    Except(GroundOutlet),
}

impl Out {
    fn name(&self) -> &str {
        match self {
            Self::Area(area) => &area.name,
            Self::Shop(shop) | Self::Except(shop) => &shop.name,
        }
    }

    fn apply(&self, ground: &mut Ground) {
        match self {
            Self::Area(area) => ground.areas.retain(|one| one.code != area.code),
            Self::Shop(shop) => ground.outlets.retain(|one| one.outlet != shop.outlet),
            Self::Except(shop) => ground.without.push(shop.clone()),
        }
    }
}

fn ways_out(ground: &Ground, overlap: &Overlap) -> Vec<Out> {
    let mut outs: Vec<Out> = Vec::new();
    for area in &ground.areas {
        if overlap.areas.iter().any(|code| covers(&area.code, code) || covers(code, &area.code)) {
            outs.push(Out::Area(area.clone()));
        }
    }
    // The names stand in the order of the areas and then the shops.
    let names = overlap.places.iter().skip(overlap.areas.len());
    for (outlet, name) in overlap.outlets.iter().zip(names) {
        outs.push(match ground.outlets.iter().find(|shop| shop.outlet == *outlet) {
            Some(shop) => Out::Shop(shop.clone()),
            None => Out::Except(GroundOutlet { outlet: *outlet, name: name.clone(), area: String::new() }),
        });
    }
    outs
}

fn take_out(form: Form, out: Out) -> AnyView {
    let t = &form.t.agreement.draft;
    let words = (t.take_out)(out.name());
    let act = move |_| {
        let before = form.terms.with_untracked(|terms| terms.ground.clone());
        let name = out.name().to_owned();
        form.terms.update(|terms| out.apply(&mut terms.ground));
        let said = (t.taken_out)(&name);
        let (put, state, id) = ((t.put_back)(&name), form.state, form.id);
        let undo = move || {
            let is_here = form.terms.try_update(|terms| terms.ground = before.clone()).is_some();
            if is_here {
                Toast::saved(put.clone()).show(state);
            } else {
                put_back(form.t, state, id, before.clone(), put.clone());
            }
        };
        Toast::saved(said).with_undo(undo).show(form.state);
    };
    view! { <button type="button" class="btn" on:click=act>{words}</button> }.into_any()
}

/// The same once the page was left: what was kept of it gets its ground back.
fn put_back(t: Texts, state: State, id: AgreementId, ground: Ground, said: String) {
    spawn(async move {
        let Some(kept) = Phone.get::<Agreement>(id).await else { return };
        let again = DraftAgreement {
            agreement: id,
            candidate: kept.candidate,
            dealer: kept.dealer,
            terms: Terms { ground, ..kept.terms },
            renews: kept.renews,
        };
        match Phone.record(Command::from(again)).await {
            Ok(()) => Toast::saved(said).show(state),
            Err(why) => Toast::not_recorded(t, &why).show(state),
        }
    });
}

#[cfg(test)]
mod tests {
    use super::{Out, ways_out};
    use domain::id::{AgreementId, OutletId};
    use domain::records::{Area, Ground, GroundOutlet, TerritoryType};
    use domain::rules::ground::Overlap;
    use jiff::civil::date;
    use uuid::Uuid;

    fn area(code: &str) -> Area {
        Area { code: code.into(), name: code.into() }
    }

    fn shop(number: u128) -> GroundOutlet {
        GroundOutlet { outlet: OutletId(Uuid::from_u128(number)), name: format!("店{number}"), area: "130403".into() }
    }

    fn ground(areas: &[&str], outlets: Vec<GroundOutlet>) -> Ground {
        let areas = areas.iter().map(|code| area(code)).collect();
        Ground { ground_type: TerritoryType::Urban, areas, outlets, without: vec![], channels: vec![] }
    }

    fn overlap(areas: &[&str], outlets: &[u128]) -> Overlap {
        let names = outlets.iter().map(|number| format!("店{number}"));
        Overlap {
            with: AgreementId(Uuid::from_u128(9)),
            number: String::new(),
            partner: String::new(),
            areas: areas.iter().map(|code| (*code).to_owned()).collect(),
            outlets: outlets.iter().map(|number| OutletId(Uuid::from_u128(*number))).collect(),
            places: areas.iter().map(|code| (*code).to_owned()).chain(names).collect(),
            channels: vec![],
            products: vec![],
            from: date(2026, 1, 1),
            until: date(2026, 12, 31),
        }
    }

    #[test]
    fn the_area_that_holds_the_narrower_one_is_what_goes() {
        let mine = ground(&["130403", "130404"], vec![]);
        assert_eq!(ways_out(&mine, &overlap(&["130403001"], &[])), [Out::Area(area("130403"))]);
    }

    #[test]
    fn a_shop_of_theirs_inside_an_area_is_left_out_and_one_of_mine_goes() {
        let mine = ground(&["130403"], vec![shop(1)]);
        let outs = ways_out(&mine, &overlap(&[], &[1, 2]));
        let theirs = GroundOutlet { area: String::new(), ..shop(2) };
        assert_eq!(outs, [Out::Shop(shop(1)), Out::Except(theirs)]);
    }
}
