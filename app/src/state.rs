//! What the whole app knows: who is in, in which language, how far the sync has come, what has changed.
//! It is a handful of signals in one cheap handle. On the server nothing ever fills them,
//! so that a page rendered there is a skeleton in Chinese and never depends on a clock or a device.

#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "only a browser opens a store"))]
mod entry;
mod live;
mod look;
mod looking;
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "only a browser has a phone to fill these with"))]
mod phone;
mod sync_view;

#[cfg(target_arch = "wasm32")]
mod begin;
#[cfg(target_arch = "wasm32")]
mod check;
#[cfg(target_arch = "wasm32")]
mod file;
#[cfg(target_arch = "wasm32")]
mod install;
#[cfg(target_arch = "wasm32")]
#[path = "state/phone_browser.rs"]
mod phone_half;
#[cfg(not(target_arch = "wasm32"))]
#[path = "state/phone_server.rs"]
mod phone_half;
#[cfg(target_arch = "wasm32")]
mod request;

pub use entry::{Entry, Me, guarded, managed};
pub use live::{live, live_outbox, spawn};
pub use look::Look;
pub use looking::{Looking, Only};
pub use phone::{
    CameraFailure, Carried, Checked, CodeReader, Depot, DeviceRow, EntryFailure, Lens, LensAbilities, NoFix, NotDone,
    NotLoaded, NotRecorded, OutboxLine, Packed, Phone, PhotoAt, PhotoSize, PhotoState, PinFailure, PinSet, Shot, Shut,
    Unchecked,
};
pub use phone_half::PictureUrl;
pub use sync_view::SyncView;

use crate::account::Browser;
use crate::text::{Texts, texts};
use crate::ui::Toast;
use domain::geo::Fix;
use domain::time::Moment;
use domain::{Kind, Language};
use leptos::prelude::*;

const KINDS: usize = Kind::ALL.len();

/// The signals; cheap to copy.
#[derive(Clone, Copy)]
pub struct State {
    /// The language of the screens.
    pub language: RwSignal<Language>,
    /// Light, dark, or as the phone says.
    pub look: RwSignal<Look>,
    /// Sunlight mode.
    pub sun: RwSignal<bool>,
    /// Who is in.
    pub entry: RwSignal<Entry>,
    /// How the sync is doing.
    pub sync: RwSignal<SyncView>,
    /// What is set about the PIN; none where the browser can lock nothing.
    pub pin: RwSignal<Option<PinSet>>,
    /// A new version of the app is waiting.
    pub update: RwSignal<bool>,
    /// The phone's clock, set every half minute: for "8 minutes in the shop".
    pub clock: RwSignal<Moment>,
    /// The last position that was measured, at a check-in or a capture; never in between (F114).
    pub fix: RwSignal<Option<Fix>>,
    /// What just happened, at the foot of the screen.
    pub toasts: RwSignal<Vec<Toast>>,
    /// What is looked for in the list of shops.
    pub looking: Looking,
    /// The browser offers to put the app on the home screen.
    pub installable: RwSignal<bool>,
    /// The app runs from the home screen.
    pub installed: RwSignal<bool>,
    /// Which browser this is, as far as installing goes.
    pub browser: RwSignal<Browser>,
    changed: [RwSignal<u32>; KINDS],
    outbox_changed: RwSignal<u32>,
}

impl State {
    fn new() -> Self {
        Self {
            language: RwSignal::new(Language::Zh),
            look: RwSignal::new(Look::Auto),
            sun: RwSignal::new(false),
            entry: RwSignal::new(Entry::Opening),
            sync: RwSignal::new(SyncView::default()),
            pin: RwSignal::new(None),
            update: RwSignal::new(false),
            clock: RwSignal::new(Moment::default()),
            fix: RwSignal::new(None),
            toasts: RwSignal::new(Vec::new()),
            looking: Looking::new(),
            installable: RwSignal::new(false),
            installed: RwSignal::new(false),
            browser: RwSignal::new(Browser::default()),
            changed: std::array::from_fn(|_| RwSignal::new(0)),
            outbox_changed: RwSignal::new(0),
        }
    }

    /// The texts of the chosen language. Reading this in a view redraws it when the language is switched.
    #[must_use]
    pub fn texts(self) -> Texts {
        texts(self.language.get())
    }

    /// Takes up the browser's offer to put the app on the home screen.
    pub fn install(self) {
        #[cfg(target_arch = "wasm32")]
        install::accept(self);
    }

    #[cfg(target_arch = "wasm32")]
    /// Makes whatever shows a kind of record look again.
    pub fn touch(self, kind: Kind) {
        self.changed[kind as usize].update(|n| *n = n.wrapping_add(1));
    }

    #[cfg(target_arch = "wasm32")]
    /// Makes whatever shows the outbox look again.
    pub fn touch_outbox(self) {
        self.outbox_changed.update(|n| *n = n.wrapping_add(1));
    }

    fn follow(self, kinds: &[Kind]) {
        for kind in kinds {
            self.changed[*kind as usize].track();
        }
    }
}

/// Makes the state, keeps it findable for every screen, and on a phone begins to fill it.
pub fn provide_state() -> State {
    let state = State::new();
    provide_context(state);
    look::follow(state);
    #[cfg(target_arch = "wasm32")]
    begin::begin(state);
    state
}

/// The state of the app.
#[must_use]
pub fn use_state() -> State {
    expect_context()
}
