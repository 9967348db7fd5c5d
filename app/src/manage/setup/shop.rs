//! One shop: what is known of it, to be changed field by field; whose it is; closing it and opening it again.

mod left;

use super::planning::called;
use super::{Desk, Office, unsaved};
use crate::routes;
use crate::state::{Phone, State, live, spawn, use_state};
use crate::text::Texts;
use crate::ui::{self, Busy, Field, Icon, Toast, class_letter, icon};
use domain::Kind;
use domain::commands::ChangeOutlet;
use domain::id::OutletId;
use domain::records::{Outlet, OutletClass};
use domain::time::Offset;
use leptos::prelude::*;

const CLASSES: [OutletClass; 4] = [OutletClass::A, OutletClass::B, OutletClass::C, OutletClass::D];

/// See the module.
pub fn shop(desk: Desk, offset: Offset, id: OutletId) -> AnyView {
    let t = desk.t;
    let known = live(&[Kind::Outlet], move |phone| async move { phone.get::<Outlet>(id).await });
    let left = unsaved::left::<ChangeOutlet>(left::name(id));
    let state = use_state();
    // What is typed stays when the record changes: the form is made once, and belongs to the screen. What an effect makes
    // goes when it runs again.
    let form: RwSignal<Option<Form>> = RwSignal::new(None);
    let screen = Owner::current().unwrap_or_default();
    Effect::new(move |_| {
        let first = known.with(|known| known.as_ref().and_then(Option::as_ref).cloned());
        let (Some(outlet), Some(left)) = (first, left.get()) else { return };
        if untrack(|| form.get().is_none()) {
            let made = screen.with(|| {
                let made = Form::of(t, state, outlet, left.as_ref());
                made.keep();
                made
            });
            form.set(Some(made));
        }
    });
    let unknown = Memo::new(move |_| known.with(|known| matches!(known, Some(None))));
    (move || match form.get() {
        Some(form) => page(desk, offset, known, form),
        None if unknown.get() => ui::empty(Icon::Help, t.setup.unknown, "", None),
        None => ui::skeleton_rows(4),
    })
    .into_any()
}

/// What is entered; cheap to copy.
#[derive(Clone, Copy)]
struct Form {
    t: Texts,
    state: State,
    /// The shop as it was when it was last read into the fields, which a change is told apart from.
    before: RwSignal<Outlet>,
    after: RwSignal<Outlet>,
    /// Whether what is typed was left here earlier.
    resumed: RwSignal<bool>,
    busy: Busy,
}

impl Form {
    fn of(t: Texts, state: State, outlet: Outlet, left: Option<&ChangeOutlet>) -> Self {
        let mut after = outlet.clone();
        if let Some(left) = left {
            left.write(&mut after);
        }
        let resumed = RwSignal::new(after != outlet);
        Self { t, state, before: RwSignal::new(outlet), after: RwSignal::new(after), resumed, busy: Busy::new() }
    }

    fn change(self) -> ChangeOutlet {
        self.before.with(|before| self.after.with(|after| ChangeOutlet::between(before, after)))
    }

    fn save(self) {
        let after = self.after.get_untracked();
        self.record(after, self.t.setup.saved);
    }

    fn open(self, open: bool) {
        let after = Outlet { open, ..self.before.get_untracked() };
        self.record(after, if open { self.t.setup.opened } else { self.t.setup.is_closed });
    }

    /// Records what is different, and offers to take it back.
    fn record(self, after: Outlet, said: fn(&str) -> String) {
        if !self.busy.take() {
            return;
        }
        let (t, state) = (self.t, self.state);
        let before = self.before.get_untracked();
        spawn(async move {
            match Phone.record(ChangeOutlet::between(&before, &after).into()).await {
                Ok(()) => {
                    self.take_in(&before, &after).await;
                    let words = said(&after.name);
                    let undo = move || {
                        let (before, after) = (before.clone(), after.clone());
                        spawn(async move {
                            match Phone.record(ChangeOutlet::between(&after, &before).into()).await {
                                Ok(()) => self.take_in(&after, &before).await,
                                Err(why) => Toast::not_recorded(t, &why).show(state),
                            }
                        });
                    };
                    Toast::saved(words).with_undo(undo).show(state);
                }
                Err(why) => Toast::not_recorded(t, &why).show(state),
            }
            self.busy.done();
        });
    }

    /// The fields as the shop is now; what was typed beside the change stays. The screen may have gone meanwhile.
    async fn take_in(self, old: &Outlet, new: &Outlet) {
        let change = ChangeOutlet::between(old, new);
        let stays = self.before.try_update(|shop| change.write(shop)).is_some();
        self.after.try_update(|shop| change.write(shop));
        // Closing a shop saves nothing of what was typed.
        if !stays && change.open.is_none() {
            unsaved::forget(left::name(new.id)).await;
        }
    }
}

fn page(desk: Desk, offset: Offset, known: ReadSignal<Option<Option<Outlet>>>, form: Form) -> AnyView {
    let t = desk.t;
    let name = move || form.before.with(|shop| shop.name.clone());
    let facts = move || {
        let shop = known.with(|known| known.as_ref().and_then(Option::as_ref).cloned())?;
        desk.office.with(|office| office.as_ref().map(|office| standing(t, offset, office, &shop)))
    };
    let open = move || form.before.with(|shop| shop.open);
    let more = move || if form.resumed.get() { t.setup.resumed } else { "" };
    let nothing = move || form.change().is_nothing() || form.after.with(|shop| shop.name.trim().is_empty());
    let close = move || {
        let (words, open) = if open() { (t.setup.close, true) } else { (t.setup.reopen, false) };
        view! {
            <button
                type="button"
                class="btn"
                disabled=move || form.busy.get()
                on:click=move |_| form.open(!open)
            >
                {words}
            </button>
        }
    };
    view! {
        <div class="body">
            <div class="th">
                <a class="ib only-narrow" href=routes::SHOPS aria-label=t.frame.back>{icon(Icon::Back)}</a>
                <div class="grow">
                    <h1>{name} {move || class_letter(form.before.with(|shop| shop.class))}</h1>
                    <p class="meta">{move || form.before.with(|shop| shop.code.clone())}</p>
                </div>
            </div>
            {facts}
            <h2>{t.setup.known}</h2>
            {fields(form)}
        </div>
        {unsaved::notice(t, move || !form.change().is_nothing(), more, move || form.discard())}
        <section class="actbar" aria-label=t.setup.acts>
            <button
                type="button"
                class="btn main"
                disabled=move || form.busy.get() || nothing()
                on:click=move |_| form.save()
            >
                {t.setup.save}
            </button>
            <button
                type="button"
                class="btn"
                on:click=move |_| desk.ask_where(vec![form.before.with_untracked(|shop| shop.id)])
            >
                {t.setup.relocate}
            </button>
            <span class="grow"></span>
            {close}
        </section>
    }
    .into_any()
}

/// Whose it is, on which routes, and what holds beside.
fn standing(t: Texts, offset: Offset, office: &Office, shop: &Outlet) -> AnyView {
    let routes = office.ground().routes_of(shop);
    let mut routes: Vec<String> = routes.iter().map(|plan| called(t, plan, office.today)).collect();
    if routes.is_empty() {
        routes.push(t.setup.no_route.to_owned());
    }
    let routes = routes.into_iter().map(|route| view! { <span class="one">{route}</span> }).collect_view();
    let came = shop.moved.map(|moved| {
        let day = moved.at.date(offset);
        (t.setup.came)(&office.place(t, moved.from), &(t.time.day)(day))
    });
    let closed = (!shop.open).then(|| view! { <p class="words"><b class="owed">{t.setup.closed_more}</b></p> });
    view! {
        {closed}
        <dl class="facts-list shopfacts">
            <dt>{t.setup.territory}</dt>
            <dd>{office.place(t, shop.territory)}{came.map(|came| format!("{}{came}", t.frame.dot))}</dd>
            <dt>{t.setup.reps}</dt>
            <dd>{office.reps(t, shop.territory)}</dd>
            <dt>{t.setup.routes}</dt>
            <dd>{routes}</dd>
        </dl>
    }
    .into_any()
}

fn fields(form: Form) -> AnyView {
    let t = form.t;
    let text = |id, label, mode, read: fn(&Outlet) -> &String, write: fn(&mut Outlet, String)| {
        let entry = Field { id, kind: "text", mode, complete: "off", label };
        let value = move || form.after.with(|shop| read(shop).clone());
        ui::field(entry, value, move |text| form.after.update(|shop| write(shop, text)), || "")
    };
    let class = move || form.after.with(|shop| CLASSES.iter().position(|class| *class == shop.class));
    let letters = CLASSES.map(|class| (t.frame.class)(class.letter())).to_vec();
    let choose = move |at: usize| form.after.update(|shop| shop.class = CLASSES[at]);
    view! {
        {text("shop-name", t.setup.name, "text", |shop| &shop.name, |shop, text| shop.name = text)}
        <div class="shopclass">{ui::choice_buttons(t.setup.class.to_owned(), letters, class, choose)}</div>
        <div class="twofields">
            {text("shop-channel", t.setup.channel, "text", |shop| &shop.channel, |shop, text| shop.channel = text)}
            {text("shop-address", t.setup.address, "text", |shop| &shop.address, |shop, text| shop.address = text)}
            {text("shop-owner", t.setup.owner, "text", |shop| &shop.owner, |shop, text| shop.owner = text)}
            {text("shop-phone", t.setup.phone, "tel", |shop| &shop.phone, |shop, text| shop.phone = text)}
        </div>
    }
    .into_any()
}
