//! Parts of the app with a file of their own: the manager's screens, and those of partners, agreements, the team and
//! passwords. A
//! rep's day begins without them, so a phone starts without reading them; the service worker keeps their files like all
//! others, so that they open without a network too. `routes` asks for such a screen with [`far`].

use crate::state::{guarded, spawn};
use crate::text::Texts;
use crate::ui::{self, Icon};
use crate::{account, agreement, board, forms, manage, partner, routes, team};
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
use leptos_router::hooks::use_params_map;
use std::sync::OnceLock;

/// A screen in another part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Far {
    /// What a manager has to know now.
    Now,
    /// The list of visits.
    Visits,
    /// One of them beside the list.
    Review,
    /// The review wall.
    Wall,
    /// Who is away.
    Away,
    /// The phones of a region.
    Devices,
    /// Handing in what a rep has saved as a file.
    OfficeParcels,
    /// What is kept for a decision.
    Quarantine,
    /// What was done, week by week.
    Trends,
    /// The settings.
    Settings,
    /// The forms.
    Forms,
    /// One form.
    Form,
    /// Lists and photos as files.
    Export,
    /// Importing tables.
    Import,
    /// The weights of candidates.
    Weights,
    /// The shops of the region.
    Shops,
    /// Who is posted where.
    People,
    /// Goals and help.
    Team,
    /// The routes of the reps.
    Routes,
    /// What is sold.
    Products,
    /// What shelves are held against.
    Standards,
    /// Tokens for other programs.
    Tokens,
    /// Other programs that are told of what happens.
    Webhooks,
    /// A visit on paper.
    Report,
    /// Partners as a manager sees them.
    Board,
    /// Partners as a rep sees them.
    Pipeline,
    /// Adding a partner.
    AddPartner,
    /// The file of a partner.
    Partner,
    /// The events for candidates.
    Events,
    /// One of them.
    Event,
    /// The alliances.
    Alliance,
    /// An agreement.
    Agreement,
    /// Writing one.
    Draft,
    /// The one that a scanned code stands for.
    Scanned,
    /// Taking another password.
    Password,
    /// The same before anything else is served.
    PasswordDue,
}

type Draw = fn(Far) -> AnyView;

/// What comes in a file of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Office,
    Partners,
}

/// What was fetched stays for as long as the page does.
static OFFICE: OnceLock<Draw> = OnceLock::new();
static PARTNERS: OnceLock<Draw> = OnceLock::new();

impl Part {
    const fn shelf(self) -> &'static OnceLock<Draw> {
        match self {
            Self::Office => &OFFICE,
            Self::Partners => &PARTNERS,
        }
    }

    async fn fetch(self) -> Result<Draw, SplitLoaderError> {
        let draw = match self {
            Self::Office => split::office().await?,
            Self::Partners => split::partners().await?,
        };
        Ok(*self.shelf().get_or_init(|| draw))
    }
}

impl Far {
    const fn part(self) -> Part {
        match self {
            Self::Team
            | Self::Pipeline
            | Self::AddPartner
            | Self::Partner
            | Self::Events
            | Self::Event
            | Self::Alliance
            | Self::Agreement
            | Self::Draft
            | Self::Scanned
            | Self::Password
            | Self::PasswordDue => Part::Partners,
            _ => Part::Office,
        }
    }
}

/// The screen, for somebody who is in; a skeleton until its part is there.
pub fn far(screen: Far) -> AnyView {
    guarded(move |t, _| part_of(screen, t))
}

/// The same where it is known that somebody is in.
pub fn part_of(screen: Far, t: Texts) -> AnyView {
    let part = screen.part();
    let here: RwSignal<Option<Result<Draw, ()>>> = RwSignal::new(part.shelf().get().map(|draw| Ok(*draw)));
    let fetch = Callback::new(move |()| {
        here.set(None);
        spawn(async move {
            let fetched = part.fetch().await.map_err(drop);
            // Whoever has gone elsewhere meanwhile needs no answer.
            here.try_set(Some(fetched));
        });
    });
    // An effect, because the server fetches nothing.
    Effect::new(move |_| {
        if here.get_untracked().is_none() {
            fetch.run(());
        }
    });
    (move || match here.get() {
        Some(Ok(draw)) => draw(screen),
        Some(Err(())) => missing(t, fetch),
        None => ui::skeleton_page(t),
    })
    .into_any()
}

/// `/partners`: the rep's list, the manager's board.
pub fn partners_or_board() -> AnyView {
    guarded(|t, me| part_of(if me.role.manages() { Far::Board } else { Far::Pipeline }, t))
}

/// The part is neither kept on this phone yet nor to be had.
fn missing(t: Texts, again: Callback<()>) -> AnyView {
    let again = view! {
        <button type="button" class="btn main" on:click=move |_| again.run(())>{t.frame.again}</button>
    };
    ui::frame_bare(
        view! {
            {ui::back_bar(t, routes::HOME, t.frame.name, ().into_any())}
            <main class="page" id="main" tabindex="-1">
                {ui::empty(Icon::Download, t.frame.no_part, t.frame.no_part_more, Some(again.into_any()))}
            </main>
        }
        .into_any(),
    )
}

fn office(screen: Far) -> AnyView {
    match screen {
        Far::Now => manage::Now().into_any(),
        Far::Visits => manage::Visits().into_any(),
        Far::Review => {
            let picked = manage::named_visit(use_params_map());
            guarded(move |t, me| manage::review(t, me, picked))
        }
        Far::Wall => manage::ReviewWall().into_any(),
        Far::Away => manage::Away().into_any(),
        Far::Devices => manage::Devices().into_any(),
        Far::OfficeParcels => manage::Parcels().into_any(),
        Far::Quarantine => manage::Quarantine().into_any(),
        Far::Trends => manage::Trends().into_any(),
        Far::Settings => manage::Settings().into_any(),
        Far::Forms => forms::FormsPage().into_any(),
        Far::Form => forms::FormPage().into_any(),
        Far::Export => manage::Export().into_any(),
        Far::Import => manage::Import().into_any(),
        Far::Weights => forms::WeightsPage().into_any(),
        Far::Shops => manage::ShopsPage().into_any(),
        Far::People => manage::PeoplePage().into_any(),
        Far::Routes => manage::RoutesPage().into_any(),
        Far::Products => manage::ProductsPage().into_any(),
        Far::Standards => manage::StandardsPage().into_any(),
        Far::Tokens => manage::Tokens().into_any(),
        Far::Webhooks => manage::Webhooks().into_any(),
        Far::Report => manage::Report().into_any(),
        _ => guarded(|t, me| board::board(t, &me)),
    }
}

fn partners(screen: Far) -> AnyView {
    match screen {
        Far::Team => team::TeamPage().into_any(),
        Far::AddPartner => partner::AddPage().into_any(),
        Far::Partner => partner::PartnerFile().into_any(),
        Far::Events => partner::EventsPage().into_any(),
        Far::Event => partner::EventPage().into_any(),
        Far::Alliance => partner::AlliancePage().into_any(),
        Far::Agreement => agreement::AgreementPage().into_any(),
        Far::Draft => agreement::DraftPage().into_any(),
        Far::Scanned => agreement::ScannedPage().into_any(),
        Far::Password => account::password_page(),
        Far::PasswordDue => account::password_due(),
        _ => guarded(partner::pipeline),
    }
}

#[allow(unsafe_code, reason = "the border between two files of wasm is a foreign function; the macro writes it")]
mod split {
    use super::Draw;
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    #[wasm_split(office, wasm_split_path = ::leptos::wasm_split, fallible)]
    pub fn office() -> Result<Draw, SplitLoaderError> {
        Ok(super::office)
    }

    #[wasm_split(partners, wasm_split_path = ::leptos::wasm_split, fallible)]
    pub fn partners() -> Result<Draw, SplitLoaderError> {
        Ok(super::partners)
    }
}
