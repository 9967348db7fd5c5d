//! A shop that is not known yet: where it lies and stands, what it is called, and who runs it. What is typed is kept on this
//! device until it is saved.

mod left;

use super::taken::{self, Back};
use super::{Desk, unsaved};
use crate::routes;
use crate::state::{NoFix, Phone, State, spawn, use_state};
use crate::text::Texts;
use crate::ui::{self, Busy, Field, Icon, Toast, icon, icon_small, select};
use domain::Command;
use domain::commands::{AddOutlet, ChangeOutlet};
use domain::geo::Position;
use domain::id::{CommandId, OutletId, TerritoryId};
use domain::records::{Outlet, OutletClass, Responsible};
use left::Typed;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::collections::BTreeSet;

const CLASSES: [OutletClass; 4] = [OutletClass::A, OutletClass::B, OutletClass::C, OutletClass::D];

/// What is typed; cheap to copy.
#[derive(Clone, Copy)]
struct Form {
    t: Texts,
    state: State,
    desk: Desk,
    /// Made once: a double tap is one shop.
    id: OutletId,
    territory: RwSignal<Option<TerritoryId>>,
    class: RwSignal<OutletClass>,
    code: RwSignal<String>,
    name: RwSignal<String>,
    channel: RwSignal<String>,
    address: RwSignal<String>,
    owner: RwSignal<String>,
    phone: RwSignal<String>,
    /// Latitude and longitude in degrees.
    place: RwSignal<String>,
    /// Whether it goes on with what was left.
    resumed: RwSignal<bool>,
    /// Whether it is saved: then nothing of it is left to do.
    saved: RwSignal<bool>,
    /// Codes that are taken, as far as this device knows.
    codes: Memo<BTreeSet<String>>,
    /// The command that came back, if it is made again.
    from: Option<CommandId>,
    busy: Busy,
}

/// See the module.
pub fn add(desk: Desk) -> AnyView {
    let (state, id) = (use_state(), Phone.new_id());
    let from = taken::named();
    let (left, back) = (unsaved::left::<Typed>(left::name(from)), taken::back(from));
    (move || match (left.get(), back.get()) {
        (Some(left), Some(back)) => page(desk, state, id, left, from.zip(back)),
        _ => ui::skeleton_rows(4),
    })
    .into_any()
}

fn page(desk: Desk, state: State, id: OutletId, left: Option<Typed>, back: Option<(CommandId, Back)>) -> AnyView {
    let (from, refused) = (back.as_ref().map(|(from, _)| *from), back.as_ref().map(|(_, back)| back.code.clone()));
    let left = left.or_else(|| match back?.1.command {
        Command::AddOutlet(add) => Some(Typed::of(id, &add.outlet)),
        _ => None,
    });
    let id = left.as_ref().map_or(id, |left| left.id);
    let codes = Memo::new(move |_| {
        let known = desk.shops.with(|shops| {
            let shops = shops.iter().flat_map(|shops| shops.iter());
            let others = shops.filter(|shop| shop.id != id);
            others.map(|shop| shop.code.trim().to_owned()).collect::<BTreeSet<String>>()
        });
        known.into_iter().chain(refused.clone()).collect()
    });
    let text = || RwSignal::new(String::new());
    let form = Form {
        t: desk.t,
        state,
        desk,
        id,
        territory: RwSignal::new(None),
        class: RwSignal::new(OutletClass::C),
        code: text(),
        name: text(),
        channel: text(),
        address: text(),
        owner: text(),
        phone: text(),
        place: text(),
        resumed: RwSignal::new(false),
        saved: RwSignal::new(false),
        codes,
        from,
        busy: Busy::new(),
    };
    if let Some(left) = left {
        form.go_on(left);
    }
    form.keep();
    let navigate = StoredValue::new(use_navigate());
    let done = move || {
        let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
        navigate.with_value(|go| go(&routes::shop(form.id), replace));
    };
    let t = form.t;
    let more = move || if form.resumed.get() { t.setup.resumed } else { "" };
    view! {
        <div class="body">
            <div class="th">
                <a class="ib only-narrow" href=routes::SHOPS aria-label=t.frame.back>{icon(Icon::Back)}</a>
                <h1 class="grow">{t.setup.new}</h1>
            </div>
            {fields(form)}
        </div>
        {unsaved::notice(t, move || form.is_begun(), more, move || form.discard())}
        <section class="actbar" aria-label=t.setup.acts>
            <button
                type="button"
                class="btn main"
                disabled=move || form.busy.get() || form.outlet().is_none()
                on:click=move |_| form.save(done)
            >
                {t.setup.save_new}
            </button>
        </section>
    }
    .into_any()
}

impl Form {
    /// The shop as it is typed; none while something is missing.
    fn outlet(self) -> Option<Outlet> {
        let text = |signal: RwSignal<String>| signal.with(|text| text.trim().to_owned());
        let (code, name) = (text(self.code), text(self.name));
        if code.is_empty() || name.is_empty() || self.code_is_taken() {
            return None;
        }
        Some(Outlet {
            id: self.id,
            territory: self.territory.get()?,
            code,
            name,
            initials: String::new(),
            class: self.class.get(),
            channel: text(self.channel),
            address: text(self.address),
            owner: text(self.owner),
            phone: text(self.phone),
            position: self.place.with(|text| place_in(text))?,
            responsible: Responsible::Open,
            open: true,
            partner: false,
            moved: None,
        })
    }

    /// Whether another shop has the number: people say it on the phone, and tables find shops by it.
    fn code_is_taken(self) -> bool {
        let code = self.code.with(|code| code.trim().to_owned());
        self.codes.with(|codes| codes.contains(&code))
    }

    fn save(self, done: impl Fn() + 'static) {
        let Some(outlet) = untrack(|| self.outlet()) else { return };
        if !self.busy.take() {
            return;
        }
        let (t, state) = (self.t, self.state);
        let words = (t.setup.added)(&outlet.name);
        // A shop is never taken away: what is taken back stays as a closed one.
        let closed = ChangeOutlet::between(&outlet, &Outlet { open: false, ..outlet.clone() });
        spawn(async move {
            match Phone.record(AddOutlet { outlet }.into()).await {
                Ok(()) => {
                    unsaved::forget(left::name(self.from)).await;
                    if let Some(from) = self.from {
                        Phone.dismiss(from).await;
                    }
                    self.saved.try_set(true);
                    let undo = move || ui::record_or_say(t, state, closed.clone());
                    Toast::saved(words).with_undo(undo).show(state);
                    done();
                }
                Err(why) => Toast::not_recorded(t, &why).show(state),
            }
            self.busy.done();
        });
    }

    /// Takes the place where the tablet is.
    fn here(self) {
        let (t, state) = (self.t, self.state);
        spawn(async move {
            match Phone.position(|_| ()).await {
                Ok(fix) => drop(self.place.try_set(place_text(fix.position))),
                Err(NoFix::Denied | NoFix::NotFound) => Toast::failed(t.setup.no_position).show(state),
            }
        });
    }
}

fn fields(form: Form) -> AnyView {
    let t = form.t;
    let line = |id, mode, label, signal: RwSignal<String>, wrong: fn(Form) -> &'static str| {
        let entry = Field { id, kind: "text", mode, complete: "off", label };
        ui::field(entry, move || signal.get(), move |text| signal.set(text), move || wrong(form))
    };
    let class = move || CLASSES.iter().position(|class| *class == form.class.get());
    let letters = CLASSES.map(|class| (t.frame.class)(class.letter())).to_vec();
    view! {
        <div class="twofields">
            {line("new-code", "text", t.setup.code, form.code, |form| {
                if form.code_is_taken() { form.t.setup.code_taken } else { "" }
            })}
            {line("new-name", "text", t.setup.name, form.name, |_| "")}
        </div>
        {taken::offer(t, form.code, form.codes)}
        {move || territory(form)}
        <div class="shopclass">
            {ui::choice_buttons(t.setup.class.to_owned(), letters, class, move |at| form.class.set(CLASSES[at]))}
        </div>
        <div class="twofields">
            {line("new-channel", "text", t.setup.channel, form.channel, |_| "")}
            {line("new-address", "text", t.setup.address, form.address, |_| "")}
            {line("new-owner", "text", t.setup.owner, form.owner, |_| "")}
            {line("new-phone", "tel", t.setup.phone, form.phone, |_| "")}
            {line("new-place", "text", t.setup.place, form.place, |form| {
                let wrong = form.place.with(|text| !text.trim().is_empty() && place_in(text).is_none());
                if wrong { form.t.setup.place_wrong } else { "" }
            })}
            <button type="button" class="btn mid" on:click=move |_| form.here()>
                {icon_small(Icon::MapPin)}
                {t.setup.here}
            </button>
        </div>
    }
    .into_any()
}

fn territory(form: Form) -> AnyView {
    let t = form.t;
    let options = form.desk.office.with(|office| {
        let known = office.iter().flat_map(|office| &office.territories);
        let named = known.map(|one| (one.id.to_string(), one.name.get(t.language).to_owned()));
        std::iter::once((String::new(), t.setup.which_territory.to_owned())).chain(named).collect()
    });
    let chosen = move || form.territory.get().map(|id| id.to_string()).unwrap_or_default();
    select("new-territory", t.setup.territory, options, chosen, move |id| form.territory.set(id.parse().ok()))
}

/// Degrees north and east, as maps give them: `36.6123, 114.4901`.
fn place_in(text: &str) -> Option<Position> {
    let (lat, lon) = text.trim().split_once([',', '，', ' '])?;
    Position::from_degrees(lat.trim().parse().ok()?, lon.trim().parse().ok()?)
}

fn place_text(position: Position) -> String {
    let degrees = |micro: i32| f64::from(micro) / 1e6;
    format!("{:.6}, {:.6}", degrees(position.lat), degrees(position.lon))
}

#[cfg(test)]
mod tests {
    use super::{place_in, place_text};
    use domain::geo::Position;

    #[test]
    fn a_place_is_read_as_maps_give_it_and_written_the_same_way() {
        let place = Position { lat: 36_612_300, lon: 114_490_100 };
        assert_eq!(place_in("36.6123, 114.4901"), Some(place));
        assert_eq!(place_in(" 36.6123，114.4901 "), Some(place));
        assert_eq!(place_in(&place_text(place)), Some(place));
        assert_eq!(place_in("114.4901, 36.6123"), None, "the wrong way round it is nowhere");
        assert_eq!((place_in(""), place_in("36.6")), (None, None));
    }
}
