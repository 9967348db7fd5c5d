//! Writing down what somebody says.

use super::Desk;
use crate::state::{Phone, spawn};
use crate::ui::{self, Busy, Field, Toast};
use domain::commands::NoteClaim;
use domain::id::ClaimId;
use domain::measure::Money;
use domain::records::{Said, Topic, Witness};
use leptos::prelude::*;

/// See the module.
pub fn sheet(desk: Desk) -> AnyView {
    let t = desk.t;
    let id: ClaimId = Phone.new_id();
    let asks = desk.asks_delivery.get_untracked();
    let topic = RwSignal::new(if asks { Topic::Delivery } else { Topic::Turnover });
    let witness = RwSignal::new(if asks { Witness::Themselves } else { Witness::Peer });
    let (said, name) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let busy = Busy::new();
    let topics =
        Topic::ALL.iter().enumerate().map(|(at, topic)| (at.to_string(), (t.partner.claim.topics)(*topic).to_owned()));
    let witnesses =
        Witness::ALL.iter().enumerate().map(|(at, who)| (at.to_string(), (t.partner.claim.witnesses)(*who).to_owned()));
    let at = |value: String| value.parse::<usize>().unwrap_or_default();
    let chosen_topic = move || place_of(&Topic::ALL, topic.get());
    let chosen_witness = move || place_of(&Witness::ALL, witness.get());
    let choose_topic = move |value: String| topic.set(Topic::ALL[at(value).min(Topic::ALL.len() - 1)]);
    let choose_witness = move |value: String| witness.set(Witness::ALL[at(value).min(Witness::ALL.len() - 1)]);
    let ready = move || value(topic.get(), &said.get()).is_some();
    let save = move |_| {
        let Some(candidate) = untrack(|| desk.with(|book| book.candidate.id)) else { return };
        let Some(said) = value(topic.get_untracked(), &said.get_untracked()) else { return };
        if !busy.take() {
            return;
        }
        let command = NoteClaim {
            claim: id,
            candidate,
            topic: topic.get_untracked(),
            said,
            witness: witness.get_untracked(),
            witness_name: name.get_untracked(),
        };
        spawn(async move {
            match Phone.record(command.into()).await {
                Ok(()) => desk.open.set(false),
                Err(why) => Toast::not_recorded(t, &why).show(desk.state),
            }
            busy.done();
        });
    };
    let who =
        Field { id: "claim-name", kind: "text", mode: "text", complete: "off", label: t.partner.claim.witness_name };
    let asked = view! {
        {ui::select("claim-topic", t.partner.claim.topic, topics.collect(), chosen_topic, choose_topic)}
        {move || {
            let topic = topic.get();
            let mode = if topic.is_words() { "text" } else { "numeric" };
            let wrong = move || {
                let unfit = said.with(|said| !said.trim().is_empty() && value(topic, said).is_none());
                if unfit { t.partner.claim.number_needed } else { "" }
            };
            let what = Field { id: "claim-said", kind: "text", mode, complete: "off", label: t.partner.claim.said };
            view! {
                <div class="with-unit">
                    {ui::field(what, move || said.get(), move |text| said.set(text), wrong)}
                    <span class="unit">{(t.partner.claim.unit)(topic)}</span>
                </div>
            }
        }}
        {ui::select("claim-witness", t.partner.claim.witness, witnesses.collect(), chosen_witness, choose_witness)}
        {ui::field(who, move || name.get(), move |text| name.set(text), || "")}
    };
    let act = view! {
        <button type="button" class="btn main" disabled=move || busy.get() || !ready() on:click=save>
            {t.partner.save}
        </button>
    };
    ui::sheet_form(asked.into_any(), act.into_any())
}

fn place_of<T: PartialEq>(all: &[T], one: T) -> String {
    all.iter().position(|known| *known == one).unwrap_or_default().to_string()
}

/// What was typed as what the topic asks for.
fn value(topic: Topic, text: &str) -> Option<Said> {
    let text = text.trim();
    match topic {
        _ if text.is_empty() => None,
        topic if topic.is_words() => Some(Said::Words(text.to_owned())),
        Topic::Turnover => {
            text.parse::<u32>().ok().map(|ten_thousands| Said::Amount(Money(i64::from(ten_thousands) * 1_000_000)))
        }
        _ => text.parse::<u32>().ok().map(|number| Said::Number(i64::from(number))),
    }
}
