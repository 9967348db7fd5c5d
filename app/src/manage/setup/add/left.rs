//! What is typed of a new shop and not saved: kept on this device, and gone on with when the form is opened again.

use super::{Form, place_text};
use crate::manage::setup::unsaved;
use domain::id::{CommandId, OutletId, TerritoryId};
use domain::records::{Outlet, OutletClass};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// Under which name it is kept: what came back and is made again has its own.
pub fn name(from: Option<CommandId>) -> String {
    from.map_or_else(|| "shop:new".to_owned(), |from| format!("shop:{from}"))
}

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Typed {
    /// The number that it will have.
    pub id: OutletId,
    territory: Option<TerritoryId>,
    class: OutletClass,
    fields: [String; 7],
}

impl Typed {
    /// A shop that came back, under another number.
    pub fn of(id: OutletId, outlet: &Outlet) -> Self {
        let Outlet { code, name, channel, address, owner, phone, .. } = outlet.clone();
        let fields = [code, name, channel, address, owner, phone, place_text(outlet.position)];
        Self { id, territory: Some(outlet.territory), class: outlet.class, fields }
    }
}

impl Form {
    fn signals(self) -> [RwSignal<String>; 7] {
        [self.code, self.name, self.channel, self.address, self.owner, self.phone, self.place]
    }

    /// Whether anything is typed. A choice alone is soon made again.
    pub fn is_begun(self) -> bool {
        !self.saved.get() && self.signals().iter().any(|signal| signal.with(|text| !text.trim().is_empty()))
    }

    /// Goes on with what was left.
    pub fn go_on(self, left: Typed) {
        self.resumed.set(true);
        self.territory.set(left.territory);
        self.class.set(left.class);
        self.write(left.fields);
    }

    fn write(self, fields: [String; 7]) {
        for (signal, text) in self.signals().into_iter().zip(fields) {
            signal.set(text);
        }
    }

    /// Empties the form.
    pub fn discard(self) {
        self.resumed.set(false);
        self.territory.set(None);
        self.class.set(OutletClass::C);
        self.write(Default::default());
    }

    /// Keeps what is typed at each change.
    pub fn keep(self) {
        let work = move || {
            let fields = self.signals().map(|signal| signal.get());
            let (id, territory, class) = (self.id, self.territory.get(), self.class.get());
            self.is_begun().then_some(Typed { id, territory, class, fields })
        };
        unsaved::keep(move || Some(name(self.from)), work);
    }
}
