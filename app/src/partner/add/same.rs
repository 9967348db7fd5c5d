//! Who may be the same (F42): said before anything is saved, with the way to them and back, and no wall.

use super::form::Form;
use super::kept;
use crate::partner::pipeline::stage_tag;
use crate::routes;
use crate::text::Texts;
use crate::ui::{self, Icon, icon_small};
use domain::geo::Position;
use domain::id::CandidateId;
use domain::records::{Candidate, CandidateFacts};
use domain::rules::alike::{Alike, Known, alike};
use leptos::prelude::*;

/// Those who may be the same, each with why.
pub type Like = Vec<(CandidateId, Vec<Alike>)>;

/// Those who may be the same as what has been entered.
pub fn among(form: Form) -> Like {
    like(form, &form.facts_now(), form.here().map(|fix| fix.position))
}

/// Those among the known who may be the same as these facts.
pub fn like(form: Form, facts: &CandidateFacts, here: Option<Position>) -> Like {
    form.ground.with_untracked(|ground| {
        let Some(ground) = ground else { return Vec::new() };
        let position = |candidate: &Candidate| {
            let place = ground.places.iter().find(|place| place.id == candidate.place())?;
            // One that was added without a position lies nowhere.
            (place.position.lat != 0 || place.position.lon != 0).then_some(place.position)
        };
        let known = ground.candidates.iter().map(|candidate| Known {
            who: candidate.id,
            facts: &candidate.facts,
            position: position(candidate),
        });
        alike(facts, here, known)
    })
}

/// The sheet.
pub fn sheet(form: Form) -> AnyView {
    let t = form.t;
    let title = move || (t.partner.add.alike)(form.same.with(Vec::len));
    ui::sheet(t, form.asking, title, move || {
        let rows = form.same.get().into_iter().filter_map(|(id, reasons)| row(form, id, &reasons)).collect_view();
        view! {
            <div class="sheet-in">
                <div class="sheet-body">
                    <p class="pad meta">{t.partner.add.alike_more}</p>
                    <div class="group">{rows}</div>
                </div>
                <div class="dock edge">
                    <div class="acts">
                        <button
                            type="button"
                            class="btn main"
                            disabled=move || form.busy.get()
                            on:click=move |_| form.add()
                        >
                            {t.partner.add.add_anyway}
                        </button>
                    </div>
                </div>
            </div>
        }
        .into_any()
    })
}

/// One of them.
pub fn known(form: Form, id: CandidateId) -> Option<Candidate> {
    form.ground
        .with_untracked(|ground| ground.as_ref()?.candidates.iter().find(|candidate| candidate.id == id).cloned())
}

/// Why they may be the same, in words.
pub fn reasons(t: Texts, reasons: &[Alike]) -> String {
    let words = reasons.iter().map(|reason| match reason {
        Alike::Licence => t.partner.add.same_licence.to_owned(),
        Alike::Phone => t.partner.add.same_phone.to_owned(),
        Alike::Name => t.partner.add.like_name.to_owned(),
        Alike::Near(metres) => (t.partner.add.near)(&(t.measure.distance)(*metres)),
    });
    words.collect::<Vec<_>>().join(t.frame.list)
}

fn row(form: Form, id: CandidateId, reasons: &[Alike]) -> Option<AnyView> {
    let t = form.t;
    let known = known(form, id)?;
    let words = self::reasons(t, reasons);
    Some(
        view! {
            <a class="line" href=routes::partner(id) on:click=move |_| kept::keep(form)>
                <span class="grow">
                    <span class="t">{known.facts.name.clone()}</span>
                    <span class="w">{words}{t.frame.dot}{(t.partner.with)(&known.owner_name)}</span>
                </span>
                {stage_tag(t, known.stage)}
                <span class="quiet">{icon_small(Icon::ChevronRight)}</span>
            </a>
        }
        .into_any(),
    )
}
