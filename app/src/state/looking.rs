//! What is looked for in the list of shops, and how far it is scrolled. It outlives the screen: whoever comes back from
//! a shop finds the list as it was left.

use domain::geo::Position;
use domain::id::UserId;
use domain::records::OutletClass;
use leptos::prelude::*;

/// See the module.
#[derive(Clone, Copy)]
pub struct Looking {
    /// What is typed.
    pub text: RwSignal<String>,
    /// Of which class.
    pub class: RwSignal<Option<OutletClass>>,
    /// Which of them.
    pub only: RwSignal<Only>,
    /// How far it is scrolled, in pixels.
    pub place: RwSignal<i32>,
    /// From where it is sorted: the rows of a list that somebody looks at do not change places because they moved on.
    pub from: RwSignal<Option<Position>>,
    whose: StoredValue<Option<UserId>>,
}

/// Which shops are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Only {
    /// All of them.
    #[default]
    All,
    /// Those that are overdue.
    Overdue,
    /// Those a short walk away.
    Near,
}

impl Looking {
    pub(super) fn new() -> Self {
        Self {
            text: RwSignal::new(String::new()),
            class: RwSignal::new(None),
            only: RwSignal::new(Only::All),
            place: RwSignal::new(0),
            from: RwSignal::new(None),
            whose: StoredValue::new(None),
        }
    }

    /// Somebody looks; what another person looked for before is none of their business.
    pub fn begin(self, who: UserId) {
        if self.whose.get_value() != Some(who) {
            self.whose.set_value(Some(who));
            self.anew(Only::All);
        }
    }

    /// Looks at some of the shops, and at all of those.
    pub fn anew(self, only: Only) {
        self.text.set(String::new());
        self.class.set(None);
        self.only.set(only);
        self.place.set(0);
    }
}
