//! What is looked at: a measure, by what it is told apart, how many weeks, and what it is narrowed down to. All of it is
//! in the address, so that back goes back and a colleague sees the same.

use crate::routes;
use crate::text::Texts;
use crate::ui::{Icon, icon_small};
use domain::limits::TREND_WEEKS_AT_FIRST;
use domain::rules::trends::{By, Measure};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;
use std::fmt::Write;
use sync::wire::Within;

/// How many weeks are offered: a month and a half, a quarter, half a year.
const WEEKS: [u32; 3] = [6, TREND_WEEKS_AT_FIRST, 24];

/// See the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    pub measure: Measure,
    pub by: By,
    pub weeks: u32,
    /// What it is narrowed down to, in the order of [`By::ALL`].
    only: [Option<String>; By::ALL.len()],
}

impl Choice {
    /// Reads an address; where it says nothing, whoever sees every region begins with those.
    pub fn read(query: &ParamsMap, sees_all: bool) -> Self {
        let word = |name: &str| query.get_str(name).filter(|word| !word.is_empty());
        let measure = Measure::ALL.into_iter().find(|measure| word("measure") == Some(measure.word()));
        let by = By::ALL.into_iter().find(|by| word("by") == Some(by.word()));
        let weeks = word("weeks").and_then(|weeks| weeks.parse().ok()).filter(|weeks| WEEKS.contains(weeks));
        Self {
            measure: measure.unwrap_or_default(),
            by: by.unwrap_or(if sees_all { By::Region } else { By::Territory }),
            weeks: weeks.unwrap_or(TREND_WEEKS_AT_FIRST),
            only: By::ALL.map(|by| word(by.word()).map(str::to_owned)),
        }
    }

    /// What it is narrowed down to of a sort.
    pub fn only(&self, by: By) -> Option<&str> {
        self.only[by as usize].as_deref()
    }

    /// As the server is asked, and as the address says it.
    pub fn query(&self) -> String {
        let mut query = format!("measure={}&by={}&weeks={}", self.measure.word(), self.by.word(), self.weeks);
        for by in By::ALL {
            if let Some(key) = self.only(by) {
                // Writing to a string cannot fail.
                let _ = write!(query, "&{}={}", by.word(), escaped(key));
            }
        }
        query
    }

    fn address(&self) -> String {
        format!("{}?{}", routes::TRENDS, self.query())
    }

    /// One step down into a row: from a region to its territories, from there to the reps, from a rep to the visits.
    pub fn down_to(&self, key: &str) -> String {
        let mut down = self.clone();
        down.only[self.by as usize] = Some(key.to_owned());
        down.by = match self.by {
            By::Region | By::Class | By::Standard => By::Territory,
            By::Territory | By::Rep => By::Rep,
        };
        down.address()
    }

    /// Whether the rows would be the one that it is narrowed down to.
    pub fn is_at_the_bottom(&self) -> bool {
        self.only(self.by).is_some()
    }

    fn without(&self, by: By) -> String {
        let mut up = self.clone();
        up.only[by as usize] = None;
        // What was gone through to get there is shown again.
        if up.by as usize > by as usize && by as usize <= By::Rep as usize {
            up.by = by;
        }
        up.address()
    }
}

/// A word for a query; what versions of a standard have in common may be written in any way.
fn escaped(word: &str) -> String {
    let mut escaped = String::new();
    for byte in word.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') {
            escaped.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(escaped, "%{byte:02X}");
        }
    }
    escaped
}

/// The measures, above everything.
pub(super) fn measures(t: Texts, choice: Memo<Choice>) -> AnyView {
    let entry = move |measure: Measure| {
        link(
            (t.trends.measure)(measure).to_owned(),
            choice,
            move |now| now.measure == measure,
            move |now| Choice { measure, ..now.clone() },
        )
    };
    view! { <nav class="chips" aria-label=t.trends.title>{Measure::ALL.map(entry).collect_view()}</nav> }.into_any()
}

/// By what it is told apart, and how many weeks.
pub(super) fn chips(t: Texts, choice: Memo<Choice>, sees_all: bool) -> AnyView {
    let by = By::ALL.into_iter().filter(|by| sees_all || *by != By::Region).map(|by| {
        link((t.trends.by)(by).to_owned(), choice, move |now| now.by == by, move |now| Choice { by, ..now.clone() })
    });
    let weeks = WEEKS.into_iter().map(|weeks| {
        link((t.trends.weeks)(weeks), choice, move |now| now.weeks == weeks, move |now| Choice { weeks, ..now.clone() })
    });
    view! {
        <nav class="chips" aria-label=t.trends.by_label>{by.collect_view()}</nav>
        <nav class="chips" aria-label=t.trends.weeks_label>{weeks.collect_view()}</nav>
    }
    .into_any()
}

fn link(
    words: String,
    choice: Memo<Choice>,
    is: impl Fn(&Choice) -> bool + Send + Sync + 'static,
    to: impl Fn(&Choice) -> Choice + Send + Sync + 'static,
) -> AnyView {
    view! {
        <a
            class="chip"
            href=move || choice.with(|now| to(now).address())
            aria-current=move || choice.with(|now| is(now)).then_some("true")
        >
            {words}
        </a>
    }
    .into_any()
}

/// What it is narrowed down to; a tap takes one away.
pub(super) fn within(t: Texts, choice: &Choice, within: &[Within]) -> AnyView {
    let entry = |one: &Within| {
        let name = one.name.get(t.language).to_owned();
        let name = if one.by == By::Class { format!("{} {name}", (t.trends.by)(By::Class)) } else { name };
        let without = (t.trends.without)(&name);
        view! {
            <a class="chip on" href=choice.without(one.by) aria-label=without>
                {name}
                {icon_small(Icon::Close)}
            </a>
        }
    };
    let entries = within.iter().map(entry).collect_view();
    let any = !within.is_empty();
    any.then(|| view! { <nav class="chips" aria-label=t.trends.within>{entries}</nav> }).into_any()
}

#[cfg(test)]
mod tests {
    use super::{By, Choice, Measure};
    use leptos_router::params::ParamsMap;

    fn at(words: &[(&str, &str)]) -> Choice {
        let mut query = ParamsMap::new();
        words.iter().for_each(|(name, value)| query.insert((*name).to_owned(), (*value).to_owned()));
        Choice::read(&query, false)
    }

    #[test]
    fn an_address_says_what_is_looked_at_and_nonsense_in_it_says_nothing() {
        let choice = at(&[("measure", "redo"), ("by", "rep"), ("weeks", "24"), ("standard", "主 架&")]);
        assert_eq!((choice.measure, choice.by, choice.weeks), (Measure::Redo, By::Rep, 24));
        assert_eq!(choice.query(), "measure=redo&by=rep&weeks=24&standard=%E4%B8%BB%20%E6%9E%B6%26");
        let nonsense = at(&[("measure", "x"), ("by", ""), ("weeks", "9999")]);
        assert_eq!(nonsense, at(&[]));
    }

    #[test]
    fn a_row_leads_down_to_the_reps_and_taking_a_filter_away_leads_up_again() {
        let down = at(&[("by", "territory")]).down_to("t1");
        assert_eq!(down, "/trends?measure=compliance&by=rep&weeks=12&territory=t1");
        let rep = at(&[("by", "rep"), ("territory", "t1")]);
        assert!(!rep.is_at_the_bottom());
        assert!(at(&[("by", "rep"), ("rep", "r1")]).is_at_the_bottom());
        assert_eq!(rep.without(By::Territory), "/trends?measure=compliance&by=territory&weeks=12");
    }
}
