//! What is typed: texts, codes, amounts, dates. A text is saved at each pause, so that a phone that dies
//! takes a few letters with it and not the sentence.

use crate::field::visit::Desk;
use crate::field::visit::question::anchor;
use crate::ui::Field;
use domain::measure::Money;
use domain::records::{AnswerValue, Item, ItemKey};
use jiff::civil::Date;
use leptos::prelude::*;
use std::time::Duration;

/// A pause in typing.
const PAUSE: Duration = Duration::from_millis(600);

/// A field that shows an answer as text and reads it back. What cannot be read is said and not sent.
#[derive(Clone, Copy)]
pub struct Written {
    text: RwSignal<String>,
    bad: RwSignal<bool>,
    turn: StoredValue<u32>,
    send: Callback<String, bool>,
}

impl Written {
    /// Begins with a text. `send` gets each new one and says whether it could be read.
    pub fn new(text: String, send: impl Fn(String) -> bool + Send + Sync + 'static) -> Self {
        Self {
            text: RwSignal::new(text),
            bad: RwSignal::new(false),
            turn: StoredValue::new(0),
            send: Callback::new(send),
        }
    }

    /// Every keystroke: sent after a pause.
    pub fn typed(self, text: String) {
        self.text.set(text);
        let turn = self.turn.get_value().wrapping_add(1);
        self.turn.set_value(turn);
        set_timeout(
            move || {
                if self.turn.try_get_value() == Some(turn) {
                    self.flush();
                }
            },
            PAUSE,
        );
    }

    /// Another text in the place of what is typed, sent at once.
    pub fn put(self, text: String) {
        self.text.set(text);
        self.flush();
    }

    /// Sends it now, when the field is left.
    pub fn flush(self) {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        let read = self.send.run(self.text.get_untracked());
        self.bad.set(!read);
    }
}

/// A field on one line.
pub fn line(desk: Desk, id: String, field: Field, unit: Option<&'static str>, written: Written) -> AnyView {
    let bad = move || written.bad.get();
    let error = format!("{id}-error");
    view! {
        <div class="field">
            <input
                id=id.clone()
                type=field.kind
                inputmode=field.mode
                autocomplete=field.complete
                placeholder=" "
                prop:value=move || written.text.get()
                aria-invalid=move || bad().then_some("true")
                aria-describedby=error.clone()
                on:input=move |event| written.typed(event_target_value(&event))
                on:change=move |_| written.flush()
            />
            <label for=id>{field.label}</label>
            {unit.map(|unit| view! { <span class="unit">{unit}</span> })}
            <p class="err" id=error hidden=move || !bad()>{desk.t.visit.bad_number}</p>
        </div>
    }
    .into_any()
}

/// Gives an answer, or takes it back when nothing is left of it.
pub(super) fn give(desk: Desk, key: &ItemKey, value: Option<AnswerValue>) -> bool {
    desk.answer(key, value);
    true
}

pub(super) fn plain(label: &'static str) -> Field {
    Field { id: "", kind: "text", mode: "text", complete: "off", label }
}

/// Free text.
pub fn text(desk: Desk, item: &Item) -> AnyView {
    let key = item.key.clone();
    let begun = match untrack(|| desk.value(&key)) {
        Some(AnswerValue::Text(text)) => text,
        _ => String::new(),
    };
    let id = format!("{}-text", anchor(&key));
    let written =
        Written::new(begun, move |text| give(desk, &key, (!text.trim().is_empty()).then_some(AnswerValue::Text(text))));
    view! {
        <div class="field">
            <textarea
                id=id.clone()
                placeholder=" "
                maxlength=domain::limits::TEXT_CHARS.to_string()
                prop:value=move || written.text.get()
                on:input=move |event| written.typed(event_target_value(&event))
                on:change=move |_| written.flush()
            ></textarea>
            <label for=id>{desk.t.visit.write}</label>
        </div>
    }
    .into_any()
}

/// An amount in yuan.
pub fn money(desk: Desk, item: &Item, range: (i64, i64)) -> AnyView {
    let t = desk.t;
    let key = item.key.clone();
    let begun = match untrack(|| desk.value(&key)) {
        Some(AnswerValue::Money(money)) => fen_text(money),
        _ => String::new(),
    };
    let id = format!("{}-money", anchor(&key));
    let written = Written::new(begun, move |text| match fen(&text) {
        Ok(money) => give(desk, &key, money.map(AnswerValue::Money)),
        Err(NotAnAmount) => false,
    });
    let (min, max) = (fen_text(Money(range.0)), fen_text(Money(range.1)));
    let field = line(desk, id, Field { mode: "decimal", ..plain(t.visit.price) }, Some(t.visit.yuan), written);
    view! {
        {field}
        <p class="sofar">{(t.visit.between)(&min, &max)}" "{t.visit.yuan}</p>
    }
    .into_any()
}

/// A day.
pub fn date(desk: Desk, item: &Item) -> AnyView {
    let key = item.key.clone();
    let begun = match untrack(|| desk.value(&key)) {
        Some(AnswerValue::Date(date)) => date.to_string(),
        _ => String::new(),
    };
    let id = format!("{}-date", anchor(&key));
    let written = Written::new(begun, move |text| match (text.is_empty(), text.parse::<Date>()) {
        (true, _) => give(desk, &key, None),
        (false, Ok(date)) => give(desk, &key, Some(AnswerValue::Date(date))),
        (false, Err(_)) => false,
    });
    line(desk, id, Field { kind: "date", ..plain(desk.t.visit.date) }, None, written)
}

/// A text that is no amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnAmount;

/// `3.5` as fen. Empty is no amount yet; more than two decimals is a slip, not something to round.
pub fn fen(text: &str) -> Result<Option<Money>, NotAnAmount> {
    let text = text.trim().trim_start_matches(['¥', '￥']).trim();
    if text.is_empty() {
        return Ok(None);
    }
    let (yuan, decimals) = text.split_once(['.', '。']).unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if (yuan.is_empty() && decimals.is_empty()) || !digits(yuan) || !digits(decimals) || decimals.len() > 2 {
        return Err(NotAnAmount);
    }
    let yuan: i64 = if yuan.is_empty() { 0 } else { yuan.parse().map_err(|_| NotAnAmount)? };
    let tenths: i64 = format!("{decimals:0<2}").parse().map_err(|_| NotAnAmount)?;
    yuan.checked_mul(100).and_then(|fen| fen.checked_add(tenths)).map(|fen| Some(Money(fen))).ok_or(NotAnAmount)
}

/// An amount as it is typed: without a zero that nobody would type.
pub fn fen_text(money: Money) -> String {
    let (yuan, rest) = (money.0 / 100, money.0.unsigned_abs() % 100);
    match rest {
        0 => yuan.to_string(),
        rest if rest % 10 == 0 => format!("{yuan}.{}", rest / 10),
        rest => format!("{yuan}.{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{NotAnAmount, fen, fen_text};
    use domain::measure::Money;

    #[test]
    fn an_amount_is_read_as_people_type_it() {
        for (text, fen_wanted) in [("3", 300), ("3.5", 350), ("3.05", 305), (" ¥0.5 ", 50), (".5", 50), ("12。8", 1280)]
        {
            assert_eq!(fen(text), Ok(Some(Money(fen_wanted))), "{text}");
        }
        assert_eq!(fen(" "), Ok(None));
    }

    #[test]
    fn what_is_no_amount_is_not_guessed() {
        for text in ["a", "3.555", "-1", "1 2", ".", "99999999999999999999"] {
            assert_eq!(fen(text), Err(NotAnAmount), "{text}");
        }
    }

    #[test]
    fn an_amount_is_shown_as_it_was_typed() {
        for (money, text) in [(300, "3"), (350, "3.5"), (305, "3.05"), (0, "0")] {
            assert_eq!(fen_text(Money(money)), text);
        }
    }
}
