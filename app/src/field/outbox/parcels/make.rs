//! Making a parcel: one button, then the code as large as the hand that writes it down needs it, then two ways out.

use crate::state::{Packed, Phone, spawn, use_state};
use crate::text::Texts;
use crate::ui::{Busy, Icon, Toast, icon, section};
use domain::time::{Moment, Offset};
use leptos::prelude::*;

/// Where the last parcel is remembered: its code, not its file.
const KEPT: &str = "parcel";

/// A parcel that was made here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// When.
    pub at: Moment,
    commands: usize,
    photos: usize,
    code: String,
}

impl Made {
    /// The last one.
    pub async fn kept(phone: Phone) -> Option<Self> {
        Self::read(&phone.draft(KEPT.to_owned()).await?)
    }

    async fn keep(&self, phone: Phone) {
        let text = format!("{} {} {} {}", self.at.0, self.commands, self.photos, self.code);
        phone.keep_draft(KEPT.to_owned(), Some(text)).await;
    }

    fn read(kept: &str) -> Option<Self> {
        let mut words = kept.split(' ');
        let at = Moment(words.next()?.parse().ok()?);
        let (commands, photos) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
        Some(Self { at, commands, photos, code: words.next()?.to_owned() })
    }

    fn of(packed: &Packed) -> Self {
        let cover = &packed.cover;
        let (commands, photos) = (cover.commands as usize, cover.photos.len());
        Self { at: cover.made_at, commands, photos, code: packed.code.clone() }
    }
}

/// See the module.
pub fn make(t: Texts, offset: Offset) -> AnyView {
    let state = use_state();
    let made = RwSignal::new(None::<Made>);
    // The file itself is there as long as this screen is. After that another one is made: nothing is lost by it.
    let file: StoredValue<Option<Packed>, LocalStorage> = StoredValue::new_local(None);
    let fresh = RwSignal::new(false);
    Effect::new(move |_| {
        spawn(async move {
            let kept = Made::kept(Phone).await;
            if let Some(kept) = kept.filter(|_| made.try_with_untracked(Option::is_none) == Some(true)) {
                made.try_set(Some(kept));
            }
        });
    });
    let waiting = Memo::new(move |_| state.sync.with(|sync| (sync.waiting, sync.photos_waiting)));
    let some = move || waiting.get() != (0, 0);
    let contents = move || {
        let (commands, photos) = waiting.get();
        if some() { (t.parcel.contents)(commands, photos) } else { t.parcel.nothing.to_owned() }
    };
    let busy = Busy::new();
    let pack = move |_| {
        if !busy.take() {
            return;
        }
        spawn(async move {
            match Phone.pack().await {
                Ok(packed) => {
                    let new = Made::of(&packed);
                    new.keep(Phone).await;
                    // The screen may have gone meanwhile.
                    file.try_set_value(Some(packed));
                    made.try_set(Some(new));
                    fresh.try_set(true);
                }
                Err(_) => Toast::failed(t.parcel.not_made).show(state),
            }
            busy.done();
        });
    };
    let words = move || match (busy.get(), made.with(Option::is_some)) {
        (true, _) => t.parcel.making,
        (false, true) => t.parcel.make_again,
        (false, false) => t.parcel.make,
    };
    let label = move || made.get().map(|made| label(t, &made, offset, some()));
    let out = move || fresh.get().then(|| ways_out(t, offset, file));
    view! {
        {section(t.parcel.make, "")}
        <div class="pad parcel">
            <p class="w">{contents}</p>
            <div aria-live="polite">{label}</div>
            {out}
            <button
                type="button"
                class="btn wide"
                class:main=move || !fresh.get()
                aria-busy=move || busy.get().then_some("true")
                disabled=move || busy.get() || !some()
                on:click=pack
            >
                {words}
            </button>
        </div>
    }
    .into_any()
}

/// What a parcel is opened with and what is in it.
fn label(t: Texts, made: &Made, offset: Offset, waits: bool) -> AnyView {
    let state = use_state();
    let (at, contents) = (made.at, (t.parcel.contents)(made.commands, made.photos));
    let when = move || (t.parcel.made)(&t.time.when(at, state.clock.get(), offset), &contents);
    let stays = if waits { t.parcel.stays } else { t.parcel.arrived };
    view! {
        <dl class="code">
            <dt>{t.parcel.code}</dt>
            <dd>{made.code.clone()}</dd>
        </dl>
        <p class="w">{t.parcel.code_more}</p>
        <p class="w">{when}</p>
        <p><b>{stays}</b></p>
    }
    .into_any()
}

fn ways_out(t: Texts, offset: Offset, file: StoredValue<Option<Packed>, LocalStorage>) -> AnyView {
    let state = use_state();
    let name = move |packed: &Packed| {
        let (who, day) = (&packed.cover.author_name, packed.cover.made_at.date(offset));
        format!("lianying-{}-{who}-{day}.parcel", t.parcel.file_name)
    };
    let with = move |act: fn(&str, &Packed) -> bool| {
        file.with_value(|packed| packed.as_ref().is_some_and(|packed| act(&name(packed), packed)))
    };
    let save = move |_| {
        if !with(|name, packed| Phone.save_blob(name, &packed.file)) {
            Toast::failed(t.parcel.not_saved).show(state);
        }
    };
    let share = move |_| {
        let Some((name, blob)) = file.with_value(|packed| packed.as_ref().map(|it| (name(it), it.file.clone()))) else {
            return;
        };
        spawn(async move {
            if !Phone.share(&name, &blob).await {
                Toast::failed(t.parcel.not_saved).show(state);
            }
        });
    };
    let may_share = with(|name, packed| Phone.may_share(name, &packed.file));
    view! {
        <div class="acts">
            <button type="button" class="btn main" on:click=save>{icon(Icon::Download)}{t.parcel.save}</button>
            {may_share.then(|| view! { <button type="button" class="btn" on:click=share>{t.parcel.share}</button> })}
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::{Made, Moment};

    #[test]
    fn what_is_remembered_of_a_parcel_is_read_again() {
        let made = Made { at: Moment(5), commands: 3, photos: 2, code: "7K3M-9QXA-2FDT".to_owned() };
        assert_eq!(Made::read("5 3 2 7K3M-9QXA-2FDT"), Some(made));
        assert_eq!(Made::read(""), None);
    }
}
