//! What several screens say of a shop: how to get there, whom to call, how far it is.

use crate::state::{Lens, State};
use crate::text::Texts;
use crate::ui::{Icon, icon};
use domain::geo::Position;
use domain::records::Outlet;
use leptos::prelude::*;

/// A link that opens the way to the shop in the phone's map. Ours are WGS 84 positions, which the map is told.
fn directions(outlet: &Outlet) -> String {
    let Position { lat, lon } = outlet.position;
    let name: String = outlet.name.chars().filter(|c| c.is_alphanumeric()).collect();
    format!(
        "https://uri.amap.com/marker?position={},{}&name={name}&coordinate=wgs84&callnative=1",
        degrees(lon),
        degrees(lat)
    )
}

/// Micro-degrees as degrees.
fn degrees(micro: i32) -> String {
    let sign = if micro < 0 { "-" } else { "" };
    let micro = micro.unsigned_abs();
    format!("{sign}{}.{:06}", micro / 1_000_000, micro % 1_000_000)
}

/// The two quiet squares of a dock: the way there, and a call.
pub fn reach_buttons(t: Texts, outlet: &Outlet, with_directions: bool) -> AnyView {
    let way = with_directions.then(|| {
        view! {
            <a
                class="btn sq"
                href=directions(outlet)
                target="_blank"
                rel="noopener external"
                aria-label=t.frame.navigate
            >
                {icon(Icon::Navigate)}
            </a>
        }
    });
    let call = (!outlet.phone.is_empty()).then(|| {
        view! {
            <a class="btn sq" href=format!("tel:{}", outlet.phone) rel="external" aria-label=t.frame.call>
                {icon(Icon::Phone)}
            </a>
        }
    });
    view! {
        {way}
        {call}
    }
    .into_any()
}

/// Metres to a shop, if the phone measured where it is a short while ago.
pub fn metres_to(state: State, shop: Position) -> Option<u32> {
    let now = state.clock.get();
    Lens::fresh(state.fix.get(), now).map(|fix| fix.position.metres_to(shop))
}

#[cfg(test)]
mod tests {
    use super::degrees;

    #[test]
    fn a_position_is_written_in_degrees_without_losing_a_digit() {
        assert_eq!(degrees(114_500_001), "114.500001");
        assert_eq!(degrees(-1), "-0.000001");
    }
}
