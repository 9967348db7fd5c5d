//! What has been entered, and saving it.

use super::same::Like;
use super::{Ground, kept, many, same};
use crate::partner::brands;
use crate::routes;
use crate::state::{Lens, Me, Phone, Shot, State, spawn, use_state};
use crate::text::Texts;
use crate::ui::{self, Busy, Toast};
use domain::Command;
use domain::commands::{AddCandidate, HoldEvent, Snapshot};
use domain::geo::Fix;
use domain::id::{CandidateId, DealerId, EventId, TerritoryId, UserId};
use domain::records::{CandidateFacts, CandidateSource, Capture};
use domain::time::Offset;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::collections::BTreeMap;

/// A customer as typed: name and phone number.
pub type Line = (String, String);

/// The four ways, in the order of the buttons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// 走访.
    Street,
    /// 整合.
    Existing,
    /// 定向.
    Targeted,
    /// 招商会.
    Event,
}

impl Way {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Street, Self::Existing, Self::Targeted, Self::Event];
}

/// See the module; cheap to copy.
#[derive(Clone, Copy)]
pub struct Form {
    pub t: Texts,
    pub state: State,
    pub(super) ground: ReadSignal<Option<Ground>>,
    pub offset: Offset,
    pub(super) who: UserId,
    rep: StoredValue<String>,
    /// Made when the screen is opened: a double tap is one candidate.
    pub(super) id: RwSignal<CandidateId>,
    pub way: RwSignal<Way>,
    pub facts: RwSignal<CandidateFacts>,
    /// As typed, with commas.
    pub brands: RwSignal<String>,
    pub criterion: RwSignal<String>,
    pub dealer: RwSignal<Option<DealerId>>,
    /// The event; none for a new one.
    pub event: RwSignal<Option<EventId>>,
    /// Whether that was chosen, and not only proposed.
    pub event_chosen: RwSignal<bool>,
    pub event_name: RwSignal<String>,
    /// A dealer's customers, a line each, and which of them were kept or dropped by hand.
    pub customers: RwSignal<String>,
    pub chosen: RwSignal<BTreeMap<Line, bool>>,
    /// Who each line may be: comparing a long list with everybody at every letter would be felt.
    pub(super) alike: StoredValue<BTreeMap<Line, Like>>,
    pub territory: RwSignal<Option<TerritoryId>>,
    pub shot: RwSignal<Option<Shot>>,
    pub shooting: RwSignal<bool>,
    pub fix: RwSignal<Place>,
    pub tried: RwSignal<bool>,
    /// Those who may be the same, and why; shown when it is saved.
    pub(super) same: RwSignal<Like>,
    pub asking: RwSignal<bool>,
    pub busy: Busy,
    go: Callback<String>,
}

/// What is known of where the phone is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    Measuring,
    Found(Fix),
    Missing,
}

impl Form {
    pub(super) fn new(t: Texts, me: &Me, ground: ReadSignal<Option<Ground>>) -> Self {
        let navigate = use_navigate();
        let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
        let form = Self {
            t,
            state: use_state(),
            ground,
            offset: me.offset,
            who: me.id,
            rep: StoredValue::new(me.name.clone()),
            id: RwSignal::new(Phone.new_id()),
            way: RwSignal::new(Way::Street),
            facts: RwSignal::default(),
            brands: RwSignal::default(),
            criterion: RwSignal::default(),
            dealer: RwSignal::new(None),
            event: RwSignal::new(None),
            event_chosen: RwSignal::new(false),
            event_name: RwSignal::default(),
            customers: RwSignal::default(),
            chosen: RwSignal::default(),
            alike: StoredValue::default(),
            territory: RwSignal::new(None),
            shot: RwSignal::new(None),
            shooting: RwSignal::new(false),
            fix: RwSignal::new(Place::Measuring),
            tried: RwSignal::new(false),
            same: RwSignal::default(),
            asking: RwSignal::new(false),
            busy: Busy::new(),
            go: Callback::new(move |to: String| navigate(&to, options.clone())),
        };
        // Where somebody came back to is not where they stood.
        if !kept::take_up(form) || !matches!(form.fix.get_untracked(), Place::Found(_)) {
            form.measure();
        }
        form
    }

    fn measure(self) {
        spawn(async move {
            let found = Phone.position(move |first| self.fix.set(Place::Found(first))).await;
            match found {
                Ok(fix) => {
                    self.state.fix.set(Some(fix));
                    self.fix.set(Place::Found(fix));
                }
                Err(_) if matches!(self.fix.get_untracked(), Place::Measuring) => self.fix.set(Place::Missing),
                Err(_) => {}
            }
        });
    }

    /// What is written into the foot of the picture.
    pub fn foot(self) -> Vec<String> {
        let now = Phone.now();
        let when = format!("{} {}", now.date(self.offset), crate::text::clock(now, self.offset));
        vec![format!("{when}{}{}", self.t.frame.dot, self.rep.get_value())]
    }

    /// The position at the place; only on the street one stands there.
    pub(super) fn here(self) -> Option<Fix> {
        match (self.way.get_untracked(), self.fix.get_untracked()) {
            (Way::Street, Place::Found(fix)) => Lens::fresh(Some(fix), Phone.now()),
            _ => None,
        }
    }

    pub(super) fn territory_now(self) -> Option<TerritoryId> {
        let first = self.ground.with_untracked(|ground| ground.as_ref()?.territories.first().map(|(id, _)| *id));
        self.territory.get_untracked().or(first)
    }

    /// The facts as they are saved.
    pub(super) fn facts_now(self) -> CandidateFacts {
        let brands = self.brands.with_untracked(|line| brands::typed(line));
        CandidateFacts { brands, ..self.facts.get_untracked() }
    }

    /// The bright act.
    pub fn act(self) -> AnyView {
        let words = move || match (self.way.get(), many::kept(self).len()) {
            (Way::Existing, count) if count > 0 => (self.t.partner.add.add_many)(count),
            _ => self.t.partner.save.to_owned(),
        };
        view! {
            <div class="acts">
                <button
                    type="button"
                    class="btn main"
                    aria-busy=move || self.busy.get().then_some("true")
                    disabled=move || self.busy.get()
                    on:click=move |_| self.save()
                >
                    {words}
                </button>
            </div>
        }
        .into_any()
    }

    /// Saves, unless somebody may be the same: then that is asked first.
    fn save(self) {
        if self.way.get_untracked() == Way::Existing && !untrack(|| many::kept(self)).is_empty() {
            return many::save(self);
        }
        self.tried.set(true);
        if self.facts.with_untracked(|facts| facts.name.trim().is_empty()) {
            return;
        }
        let alike = same::among(self);
        if alike.is_empty() {
            return self.add();
        }
        self.same.set(alike);
        self.asking.set(true);
    }

    /// Adds it, whoever may be the same.
    pub fn add(self) {
        let Some(territory) = self.territory_now() else { return };
        if !self.busy.take() {
            return;
        }
        spawn(async move {
            match self.source().await {
                Ok(source) => {
                    let shopfront = self.shot.get_untracked().map(|shot| Snapshot {
                        photo: Phone.new_id(),
                        picture: shot.picture,
                        thumbnail: shot.thumbnail,
                        capture: Capture::Camera,
                        look: shot.look,
                    });
                    let candidate = self.id.get_untracked();
                    let facts = self.facts_now();
                    let name = facts.name.clone();
                    let command = AddCandidate { candidate, territory, facts, source, fix: self.here(), shopfront };
                    self.record(command.into(), &name, routes::partner(candidate)).await;
                }
                Err(toast) => toast.show(self.state),
            }
            self.busy.done();
        });
    }

    async fn record(self, command: Command, name: &str, to: String) {
        match Phone.record(command).await {
            Ok(()) => {
                Phone.buzz();
                self.asking.set(false);
                Toast::saved((self.t.partner.add.saved)(name)).show(self.state);
                self.go.run(to);
            }
            Err(why) => Toast::not_recorded(self.t, &why).show(self.state),
        }
    }

    /// Goes back to the list.
    pub(super) fn leave(self) {
        self.go.run(routes::PARTNERS.to_owned());
    }

    /// Where it comes from; an event that is new is written down first.
    async fn source(self) -> Result<CandidateSource, Toast> {
        Ok(match self.way.get_untracked() {
            Way::Street => CandidateSource::Street,
            Way::Targeted => CandidateSource::Targeted { criterion: self.criterion.get_untracked().trim().to_owned() },
            Way::Existing => match self.dealer_now() {
                Some(dealer) => CandidateSource::Existing(dealer),
                None => CandidateSource::Street,
            },
            Way::Event => CandidateSource::Event(match self.event.get_untracked() {
                Some(event) => event,
                None => self.new_event().await?,
            }),
        })
    }

    pub(super) fn dealer_now(self) -> Option<DealerId> {
        let first = self.ground.with_untracked(|ground| ground.as_ref()?.dealers.first().map(|dealer| dealer.id));
        self.dealer.get_untracked().or(first)
    }

    async fn new_event(self) -> Result<EventId, Toast> {
        let missing = || Toast::failed(self.t.partner.add.name_needed);
        let region = self.ground.with_untracked(|ground| ground.as_ref()?.region).ok_or_else(missing)?;
        let event: EventId = Phone.new_id();
        let command = HoldEvent {
            event,
            region,
            name: self.event_name.get_untracked(),
            place: String::new(),
            day: Phone.now().date(self.offset),
            guests: Vec::new(),
            dealer: None,
            premises: None,
        };
        Phone.record(command.into()).await.map_err(|why| Toast::not_recorded(self.t, &why))?;
        self.event.set(Some(event));
        Ok(event)
    }
}

/// A field of the facts.
pub fn fact(
    form: Form,
    entry: ui::Field,
    read: fn(&CandidateFacts) -> &String,
    write: fn(&mut CandidateFacts) -> &mut String,
    wrong: impl Fn() -> &'static str + Send + Sync + Copy + 'static,
) -> AnyView {
    let value = move || form.facts.with(|facts| read(facts).clone());
    ui::field(entry, value, move |text| form.facts.update(|facts| *write(facts) = text), wrong)
}
