//! Everything about a candidate or member on one screen, without a network (F49): what comes next, how it is weighed and
//! why, what others say, where it has been visited, what was agreed, how that is kept, and what was decided. The dock
//! does the next thing.

mod about;
mod act;
mod claim_sheet;
mod claims;
mod cut;
mod decide;
mod kept;
mod minutes;
mod next;
mod visits;
mod weighed;

pub use weighed::{knocked_words, missing_words};

use super::book::{self, Book};
use crate::routes;
use crate::state::{Me, State, guarded, live, use_state};
use crate::text::Texts;
use crate::ui::{self, Icon, Tab, skeleton_rows};
use domain::id::CandidateId;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// See the module.
#[component]
pub fn PartnerFile() -> impl IntoView {
    let params = use_params_map();
    guarded(move |t, me| {
        let named = params.with(|params| params.get("id")).unwrap_or_default();
        match named.parse() {
            Ok(id) => screen(t, me, id),
            Err(_) => unknown(t, &me),
        }
    })
}

/// What the parts of the screen share; cheap to copy.
#[derive(Clone, Copy)]
struct Desk {
    t: Texts,
    state: State,
    me: StoredValue<Me>,
    book: ReadSignal<Option<Option<Book>>>,
    sheet: RwSignal<Option<Sheet>>,
    /// Whether a sheet is open: `sheet` says which.
    open: RwSignal<bool>,
    /// Whether the address asks how often goods come, in the partner's own words.
    asks_delivery: Memo<bool>,
}

/// What is being entered below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sheet {
    Next,
    Claim,
    Cut,
    Decide,
    Edit,
}

impl Desk {
    fn show(self, sheet: Sheet) {
        self.sheet.set(Some(sheet));
        self.open.set(true);
    }

    /// Reads what is on the screen now; nothing before it is there.
    fn with<T>(self, read: impl FnOnce(&Book) -> T) -> Option<T> {
        self.book.with(|book| book.as_ref().and_then(Option::as_ref).map(read))
    }
}

fn screen(t: Texts, me: Me, id: CandidateId) -> AnyView {
    let offset = me.offset;
    let query = use_query_map();
    let book = live(book::KINDS, move |phone| book::read(phone, id, offset));
    let desk = Desk {
        t,
        state: use_state(),
        me: StoredValue::new(me.clone()),
        book,
        sheet: RwSignal::new(None),
        open: RwSignal::new(false),
        asks_delivery: Memo::new(move |_| query.with(|query| query.get("ask").as_deref() == Some("delivery"))),
    };
    // In a browser only, and when there is somebody to ask.
    let here = Memo::new(move |_| desk.with(|book| !book.candidate.stage.is_over()).unwrap_or(false));
    Effect::new(move |_| {
        if here.get() && desk.asks_delivery.get() {
            desk.show(Sheet::Claim);
        }
    });
    let tab = if me.role.manages() { Tab::Partners } else { Tab::Outlets };
    let head = move || {
        let (name, stage) = desk
            .with(|book| (book.candidate.facts.name.clone(), (t.partner.stage)(book.candidate.stage)))
            .unwrap_or_default();
        ui::back_and_say(t, routes::PARTNERS, t.partner.title, name, stage)
    };
    let agreements = StoredValue::new(me.clone());
    let body = move || {
        book.with(|book| match book {
            None => skeleton_rows(6),
            Some(None) => ui::empty(Icon::Store, t.partner.unknown, "", None),
            Some(Some(book)) => view! {
                {next::next(desk, book)}
                {weighed::weighed(desk, book)}
                {claims::claims(desk, book)}
                {kept::kept(desk, book)}
                {agreements.with_value(|me| crate::agreement::agreements_of(t, me, id))}
                {visits::visits(desk, book)}
                {minutes::minutes(desk, book)}
                {about::about(desk, book)}
            }
            .into_any(),
        })
    };
    let body = view! {
        <div class="spread">{body}</div>
        {sheets(desk)}
    };
    let foot = move || act::dock(desk);
    ui::frame(t, &me, tab, head.into_any(), body.into_any(), foot.into_any())
}

fn sheets(desk: Desk) -> AnyView {
    let t = desk.t;
    let title = move || {
        let words = match desk.sheet.get() {
            Some(Sheet::Next) => t.partner.next,
            Some(Sheet::Claim) => t.partner.claim.add,
            Some(Sheet::Cut) => t.partner.cut,
            Some(Sheet::Decide) => t.partner.decide,
            Some(Sheet::Edit) => t.partner.edit,
            None => "",
        };
        words.to_owned()
    };
    ui::sheet(t, desk.open, title, move || match desk.sheet.get_untracked() {
        Some(Sheet::Next) => next::sheet(desk),
        Some(Sheet::Claim) => claim_sheet::sheet(desk),
        Some(Sheet::Cut) => cut::sheet(desk),
        Some(Sheet::Decide) => decide::sheet(desk),
        Some(Sheet::Edit) => about::sheet(desk),
        None => ().into_any(),
    })
}

fn unknown(t: Texts, me: &Me) -> AnyView {
    let empty = ui::empty(Icon::Store, t.partner.unknown, "", None);
    ui::frame(t, me, Tab::Outlets, ui::say(t.partner.title, ""), empty, ().into_any())
}
