//! Where each screen lives. Links are made here only, so that an address is written once.

use crate::account::{InstallPage, Login, MyData, MyPage};
use crate::evidence::Verify;
use crate::field::{Brief, Outbox, Outlets, Today, VisitOrReview};
use crate::parts::{Far, far, partners_or_board};
use crate::state::{Entry, use_state};
use crate::text::Texts;
use crate::ui;
use domain::Scope;
use domain::id::{AgreementId, CandidateId, CommandId, EventId, OutletId, ProductId, QuarantineId, UserId, VisitId};
use domain::records::{Candidate, ItemKey, Outlet, Purpose};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use leptos_router::components::{FlatRoutes, Route};
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::{NavigateOptions, path};

/// The first address, which goes on by role.
pub const HOME: &str = "/";
/// Checking a proof, for anybody.
pub const VERIFY: &str = "/verify";
/// The day.
pub const TODAY: &str = "/today";
/// The shops.
pub const OUTLETS: &str = "/outlets";
/// The shops that are overdue.
pub const OVERDUE: &str = "/outlets?only=overdue";
/// What is owed.
pub const TASKS: &str = "/tasks";
/// What has been sent and what has not.
pub const OUTBOX: &str = "/outbox";
/// The outbox as a file, and what is carried for others.
pub const PARCELS: &str = "/outbox/parcels";
/// The rep's own page.
pub const ME: &str = "/me";
/// The rep's leaves.
pub const MY_AWAY: &str = "/me/away";
/// What is stored about the one who looks.
pub const MY_DATA: &str = "/me/data";
/// Taking another password.
pub const MY_PASSWORD: &str = "/me/password";
/// How the app gets onto the home screen.
pub const INSTALL: &str = "/me/install";
/// The team: of a manager the reps, of a rep their own page.
pub const TEAM: &str = "/team";
/// What a manager has to know now.
pub const NOW: &str = "/now";
/// The manager's visits.
pub const VISITS: &str = "/visits";
/// The review wall.
pub const WALL: &str = "/review/wall";
/// What was done, week by week.
pub const TRENDS: &str = "/trends";
/// The manager's settings.
pub const SETTINGS: &str = "/settings";
/// Who is away, and who steps in: the manager's.
pub const AWAY: &str = "/away";
/// The phones of a region.
pub const DEVICES: &str = "/devices";
/// A manager hands in what a rep has saved as a file.
pub const OFFICE_PARCELS: &str = "/devices/parcels";
/// What is kept for a manager to decide.
pub const QUARANTINE: &str = "/quarantine";

/// Candidates and members: a list on a phone, a board for a manager.
pub const PARTNERS: &str = "/partners";
/// Forms and weights.
pub const FORMS: &str = "/settings/forms";
/// Importing tables.
pub const EXPORT: &str = "/settings/export";
pub const IMPORT: &str = "/settings/import";
/// The shops of the region as a manager looks after them.
pub const SHOPS: &str = "/settings/shops";
/// The reps of the region as a manager posts them.
pub const PEOPLE: &str = "/settings/people";
/// The routes of the reps.
pub const PLANNING: &str = "/settings/routes";
/// What is sold.
pub const PRODUCTS: &str = "/settings/products";
/// What shelves are held against.
pub const STANDARDS: &str = "/settings/standards";
/// In an address: one that is not there yet.
pub const NEW: &str = "new";
/// In an address: the command that came back and is made again.
pub const FROM: &str = "from";
/// Tokens for other programs.
pub const TOKENS: &str = "/settings/tokens";
/// Other programs that are told of what happens.
pub const WEBHOOKS: &str = "/settings/webhooks";
/// How candidates are weighed.
pub const WEIGHTS: &str = "/settings/weights";
/// The alliances of the region.
pub const ALLIANCE: &str = "/alliance";
/// The events for candidates.
pub const EVENTS: &str = "/events";
/// Adding one.
pub const ADD_PARTNER: &str = "/partners/new";

/// The file of a candidate or member.
#[must_use]
pub fn partner(id: CandidateId) -> String {
    format!("{PARTNERS}/{id}")
}

/// An event for candidates.
#[must_use]
pub fn event(id: EventId) -> String {
    format!("{EVENTS}/{id}")
}

/// From where one goes to a place, and back to: the day, or the file of the partner whose place it is.
#[must_use]
pub fn before(place: Option<&Outlet>) -> String {
    match place.filter(|place| place.partner) {
        Some(place) => partner(Candidate::of_place(place.id)),
        None => TODAY.to_owned(),
    }
}

/// The brief of a partner's place, for a visit of a purpose.
#[must_use]
pub fn partner_visit(place: OutletId, purpose: Purpose) -> String {
    let purpose = match purpose {
        Purpose::Shop => return outlet(place),
        Purpose::Inspection => "inspection",
        Purpose::Interview => "interview",
        Purpose::Service => "service",
    };
    format!("/outlets/{place}?for={purpose}")
}

/// The file of a member, with the question open whether goods come as promised.
#[must_use]
pub fn ask_delivery(id: CandidateId) -> String {
    format!("{}?ask=delivery", partner(id))
}

/// What a visit is for, as an address says it.
#[must_use]
pub fn purpose(word: &str) -> Option<Purpose> {
    match word {
        "inspection" => Some(Purpose::Inspection),
        "interview" => Some(Purpose::Interview),
        "service" => Some(Purpose::Service),
        _ => None,
    }
}

/// One shop as a manager looks after it.
#[must_use]
pub fn shop(id: OutletId) -> String {
    format!("{SHOPS}?shop={id}")
}

/// A shop that is not known yet.
#[must_use]
pub fn new_shop() -> String {
    format!("{SHOPS}?shop={NEW}")
}

/// A shop that came back, to be written down again.
#[must_use]
pub fn shop_again(from: CommandId) -> String {
    format!("{}&{FROM}={from}", new_shop())
}

/// One rep as a manager posts them.
#[must_use]
pub fn person(id: UserId) -> String {
    format!("{PEOPLE}?who={id}")
}

/// The routes of one rep.
#[must_use]
pub fn planning(id: UserId) -> String {
    format!("{PLANNING}?rep={id}")
}

/// One product.
#[must_use]
pub fn product(id: ProductId) -> String {
    format!("{PRODUCTS}?product={id}")
}

/// A product that is not there yet.
#[must_use]
pub fn new_product() -> String {
    format!("{PRODUCTS}?product={NEW}")
}

/// A product that came back, to be written down again.
#[must_use]
pub fn product_again(from: CommandId) -> String {
    format!("{}&{FROM}={from}", new_product())
}

/// One rep of the team.
#[must_use]
pub fn mate(id: UserId) -> String {
    format!("{TEAM}?who={id}")
}

/// One standard, by what its versions have in common.
#[must_use]
pub fn standard(lineage: &str) -> String {
    format!("{STANDARDS}?standard={lineage}")
}

/// One form, by what its versions have in common.
#[must_use]
pub fn form(lineage: &str) -> String {
    format!("{FORMS}/{lineage}")
}

/// What some have of one form.
#[must_use]
pub fn form_in(lineage: &str, scope: Scope) -> String {
    if scope.is_company() { form(lineage) } else { format!("{}?in={scope}", form(lineage)) }
}

/// A form that there is not yet, with what its versions will have in common.
#[must_use]
pub fn new_form(lineage: &str, purpose: Purpose) -> String {
    let purpose = match purpose {
        Purpose::Shop => "shop",
        Purpose::Inspection => "inspection",
        Purpose::Interview => "interview",
        Purpose::Service => "service",
    };
    format!("{}?for={purpose}", form(lineage))
}

/// An agreement.
#[must_use]
pub fn agreement(id: AgreementId) -> String {
    format!("/agreements/{id}")
}

/// Where anybody, logged in or not, compares a paper with what is on record.
#[must_use]
pub fn compare(hash: &str) -> String {
    format!("/compare/{hash}")
}

/// Writing an agreement; a new one with the id that it will have.
#[must_use]
pub fn draft_agreement(id: AgreementId, with: CandidateId) -> String {
    format!("/agreements/{id}/draft?with={with}")
}

/// Writing the agreement that takes the place of another one.
#[must_use]
pub fn renew_agreement(id: AgreementId, with: CandidateId, renews: AgreementId) -> String {
    format!("{}&renews={renews}", draft_agreement(id, with))
}

/// The login, and where to go after it.
#[must_use]
pub fn login(next: &str) -> String {
    match next {
        "/" | "" => "/login".to_owned(),
        // Only the separators of a query have to be hidden: our own addresses hold nothing worse.
        next => format!(
            "/login?next={}",
            next.replace('%', "%25").replace('&', "%26").replace('?', "%3F").replace('=', "%3D")
        ),
    }
}

/// The login of somebody who is in, to come back to their own page: it makes a forgotten PIN harmless.
#[must_use]
pub fn login_again() -> String {
    format!("{}&again=1", login(ME))
}

/// The brief of a shop.
#[must_use]
pub fn outlet(id: OutletId) -> String {
    format!("/outlets/{id}")
}

/// A visit.
#[must_use]
pub fn visit(id: VisitId) -> String {
    format!("/visits/{id}")
}

/// A visit on paper.
#[must_use]
pub fn report(id: VisitId) -> String {
    format!("/visits/{id}/report")
}

/// One matter that is kept for a manager.
#[must_use]
pub fn quarantine(id: QuarantineId) -> String {
    format!("{QUARANTINE}/{id}")
}

/// One step of a visit, counted from 0 in the order of the checklist.
#[must_use]
pub fn visit_step(id: VisitId, step: usize) -> String {
    format!("/visits/{id}?step={step}")
}

/// Leaving a visit.
#[must_use]
pub fn checkout(id: VisitId) -> String {
    format!("/visits/{id}?step=out")
}

/// The camera over a step of a visit: a phone killed while it is open comes back to it.
#[must_use]
pub fn camera(id: VisitId, step: usize, item: &ItemKey, slot: &str) -> String {
    format!("/visits/{id}?step={step}&camera={}.{slot}", item.0)
}

/// All screens.
#[component]
pub fn Screens() -> impl IntoView {
    arrive();
    view! {
        <FlatRoutes fallback=no_page>
            <Route path=path!("/") view=Home/>
            <Route path=path!("/login") view=Login/>
            <Route path=path!("/today") view=Today/>
            <Route path=path!("/outlets") view=Outlets/>
            <Route path=path!("/outlets/:id") view=Brief/>
            <Route path=path!("/now") view=|| far(Far::Now)/>
            <Route path=path!("/visits") view=|| far(Far::Visits)/>
            <Route path=path!("/visits/:id") view=VisitOrReview/>
            <Route path=path!("/visits/:id/report") view=|| far(Far::Report)/>
            <Route path=path!("/review/wall") view=|| far(Far::Wall)/>
            <Route path=path!("/tasks") view=crate::field::Tasks/>
            <Route path=path!("/outbox") view=Outbox/>
            <Route path=path!("/outbox/parcels") view=crate::field::Parcels/>
            <Route path=path!("/me") view=MyPage/>
            <Route path=path!("/me/away") view=crate::field::Away/>
            <Route path=path!("/away") view=|| far(Far::Away)/>
            <Route path=path!("/devices") view=|| far(Far::Devices)/>
            <Route path=path!("/devices/parcels") view=|| far(Far::OfficeParcels)/>
            <Route path=path!("/quarantine") view=|| far(Far::Quarantine)/>
            <Route path=path!("/quarantine/:id") view=|| far(Far::Quarantine)/>
            <Route path=path!("/me/data") view=MyData/>
            <Route path=path!("/me/password") view=|| far(Far::Password)/>
            <Route path=path!("/me/install") view=InstallPage/>
            <Route path=path!("/partners") view=partners_or_board/>
            <Route path=path!("/partners/new") view=|| far(Far::AddPartner)/>
            <Route path=path!("/partners/:id") view=|| far(Far::Partner)/>
            <Route path=path!("/events") view=|| far(Far::Events)/>
            <Route path=path!("/events/:id") view=|| far(Far::Event)/>
            <Route path=path!("/alliance") view=|| far(Far::Alliance)/>
            <Route path=path!("/agreements/:id") view=|| far(Far::Agreement)/>
            <Route path=path!("/agreements/:id/draft") view=|| far(Far::Draft)/>
            <Route path=path!("/compare/:hash") view=|| far(Far::Scanned)/>
            <Route path=path!("/team") view=|| far(Far::Team)/>
            <Route path=path!("/trends") view=|| far(Far::Trends)/>
            <Route path=path!("/settings") view=|| far(Far::Settings)/>
            <Route path=path!("/settings/forms") view=|| far(Far::Forms)/>
            <Route path=path!("/settings/forms/:lineage") view=|| far(Far::Form)/>
            <Route path=path!("/settings/export") view=|| far(Far::Export)/>
            <Route path=path!("/settings/import") view=|| far(Far::Import)/>
            <Route path=path!("/settings/weights") view=|| far(Far::Weights)/>
            <Route path=path!("/settings/shops") view=|| far(Far::Shops)/>
            <Route path=path!("/settings/people") view=|| far(Far::People)/>
            <Route path=path!("/settings/routes") view=|| far(Far::Routes)/>
            <Route path=path!("/settings/products") view=|| far(Far::Products)/>
            <Route path=path!("/settings/standards") view=|| far(Far::Standards)/>
            <Route path=path!("/settings/webhooks") view=|| far(Far::Webhooks)/>
            <Route path=path!("/settings/tokens") view=|| far(Far::Tokens)/>
            <Route path=path!("/verify") view=Verify/>
        </FlatRoutes>
    }
}

/// After a step to another screen the keyboard and the screen reader begin at its content, and the window says where
/// one is. The first screen is left alone: nobody has gone anywhere yet.
fn arrive() {
    let state = use_state();
    let path = use_location().pathname;
    Effect::new(move |before: Option<String>| {
        let here = path.get();
        let t = state.texts();
        document().set_title(&title(t, &here));
        if before.is_some_and(|before| before != here) {
            request_animation_frame(|| {
                let main = document().get_element_by_id("main").and_then(|main| main.dyn_into::<HtmlElement>().ok());
                // It has a tabindex, so this cannot fail; without it the focus stays where it was.
                drop(main.map(|main| main.focus()));
            });
        }
        here
    });
}

fn title(t: Texts, path: &str) -> String {
    let place = match path.split('/').nth(1).unwrap_or_default() {
        "today" => t.frame.today,
        "outlets" => t.frame.outlets,
        "tasks" => t.frame.tasks,
        "outbox" => t.frame.outbox,
        "now" => t.now.title,
        "visits" => t.manage.visits,
        "review" => t.wall.title,
        "team" => t.team.title,
        "trends" => t.trends.title,
        "settings" => t.manage.settings,
        "me" => t.frame.me,
        "verify" => t.evidence.title,
        "away" => t.away.title,
        "quarantine" => t.quarantine.title,
        "devices" => t.devices.title,
        "partners" => t.partner.title,
        "events" => t.partner.event.title,
        "alliance" => t.partner.alliance.title,
        "agreements" | "compare" => t.agreement.title,
        "login" => t.account.log_in,
        _ => return t.frame.name.to_owned(),
    };
    format!("{place}{}{}", t.frame.dot, t.frame.name)
}

/// The first address goes by role.
#[component]
fn Home() -> impl IntoView {
    let state = use_state();
    let navigate = use_navigate();
    Effect::new(move |_| {
        let to = match state.entry.get() {
            Entry::In(me) if me.role.manages() => NOW.to_owned(),
            Entry::In(_) => TODAY.to_owned(),
            Entry::Out => login("/"),
            Entry::Opening | Entry::Locked | Entry::PasswordDue | Entry::Broken(_) => return,
        };
        navigate(&to, NavigateOptions { replace: true, ..NavigateOptions::default() });
    });
    crate::state::guarded(|t, _| ui::skeleton_page(t))
}

fn no_page() -> AnyView {
    let state = use_state();
    (move || {
        let t = state.texts();
        let act = view! { <a class="btn" href=TODAY>{t.frame.to_today}</a> }.into_any();
        let body = ui::empty(ui::Icon::Help, t.frame.no_page, "", Some(act));
        ui::frame_bare(
            view! {
                <header class="say"><h1>{t.frame.name}</h1></header>
                <main class="page" id="main" tabindex="-1">{body}</main>
            }
            .into_any(),
        )
    })
    .into_any()
}
