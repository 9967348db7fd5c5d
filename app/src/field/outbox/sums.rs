//! Made = received + sending + saved + sent back, by what was made: each row adds up, and so does each column.
//! A photo counts as received once its picture is at the server, not when only its name is.

use super::deed::Sort;
use super::groups::Contents;
use crate::state::use_state;
use crate::text::Texts;
use crate::ui::{SyncMark, choice_buttons, icon, tally_bar};
use leptos::prelude::*;

/// Which days are counted. What has not arrived, or has come back, counts in each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Period {
    /// Today.
    #[default]
    Today,
    /// Seven days, today among them.
    Week,
}

impl Period {
    const ALL: [Self; 2] = [Self::Today, Self::Week];

    /// How many days.
    pub const fn days(self) -> i64 {
        match self {
            Self::Today => 1,
            Self::Week => 7,
        }
    }

    /// How many received commands are read at most: a long day has some six hundred.
    pub const fn most(self) -> u32 {
        match self {
            Self::Today => 1_000,
            Self::Week => 6_000,
        }
    }
}

/// What was made, by where it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// At the server.
    pub received: usize,
    /// On this phone only.
    pub waiting: usize,
    /// Sent back.
    pub back: usize,
}

impl Counts {
    /// All of it.
    pub const fn made(self) -> usize {
        self.received + self.waiting + self.back
    }

    fn and(self, other: Self) -> Self {
        Self {
            received: self.received + other.received,
            waiting: self.waiting + other.waiting,
            back: self.back + other.back,
        }
    }

    /// Received, sending, saved, sent back. While the sync runs, what waits is what is being sent.
    fn states(self, running: bool) -> [usize; 4] {
        let (sending, saved) = if running { (self.waiting, 0) } else { (0, self.waiting) };
        [self.received, sending, saved, self.back]
    }
}

/// The counts of each sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums([Counts; Sort::ALL.len()]);

impl Sums {
    /// The counts of a sort, to be added to.
    pub fn of(&mut self, sort: Sort) -> &mut Counts {
        &mut self.0[sort as usize]
    }

    /// All sorts together.
    pub fn total(&self) -> Counts {
        self.0.iter().copied().fold(Counts::default(), Counts::and)
    }
}

/// The bar, the choice of days, and the rows that explain it. Only the figures are drawn anew when something arrives:
/// what a person has unfolded stays so.
pub fn sums(t: Texts, contents: ReadSignal<Option<Contents>>, period: RwSignal<Period>) -> AnyView {
    let state = use_state();
    let running = Memo::new(move |_| state.sync.with(|sync| sync.running && !sync.is_offline()));
    let sums = Memo::new(move |_| {
        contents.with(|contents| {
            let contents = contents.as_ref().filter(|contents| !contents.is_empty());
            contents.map(|contents| (contents.sums, contents.earlier))
        })
    });
    let bar = move || sums.get().map(|(sums, _)| tally_bar(t, sums.total().states(running.get())));
    let figures = move || sums.get().map(|(sums, _)| table(t, &sums, running.get()));
    let earlier =
        move || sums.get().filter(|(_, earlier)| *earlier > 0).map(|(_, earlier)| (t.outbox.earlier)(earlier));
    let days = choice_buttons(
        t.outbox.period.to_owned(),
        vec![t.outbox.period_today.to_owned(), t.outbox.period_week.to_owned()],
        move || Period::ALL.iter().position(|which| *which == period.get()),
        move |index| period.set(Period::ALL[index]),
    );
    view! {
        {bar}
        <details class="sums" hidden=move || sums.get().is_none()>
            <summary>{t.outbox.by_sort}</summary>
            {days}
            {figures}
            <p class="meta">{earlier}</p>
        </details>
    }
    .into_any()
}

fn table(t: Texts, sums: &Sums, running: bool) -> AnyView {
    let head = [SyncMark::Server, SyncMark::Sending, SyncMark::Saved, SyncMark::Refused]
        .map(|state| {
            view! {
                <th scope="col" class=state.class()>
                    {icon(state.icon())}
                    <span class="vh">{state.word(t)}</span>
                </th>
            }
        })
        .into_iter()
        .collect_view();
    let row = move |name: &'static str, counts: Counts| {
        let states = counts.states(running).map(|count| view! { <td>{count}</td> }).into_iter().collect_view();
        view! { <tr><th scope="row">{name}</th><td><b>{counts.made()}</b></td>{states}</tr> }
    };
    let rows = Sort::ALL
        .into_iter()
        .zip(sums.0)
        .filter(|(_, counts)| counts.made() > 0)
        .map(|(sort, counts)| row(sort.words(t), counts))
        .collect_view();
    view! {
        <table>
            <caption class="vh">{t.outbox.by_sort}</caption>
            <thead>
                <tr>
                    <td></td>
                    <th scope="col">{t.outbox.made}</th>
                    {head}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>{row(t.outbox.total, sums.total())}</tfoot>
        </table>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::{Counts, Sort, Sums};

    #[test]
    fn made_is_what_was_received_is_sent_waits_and_came_back() {
        let mut sums = Sums::default();
        *sums.of(Sort::Answers) = Counts { received: 3, waiting: 2, back: 1 };
        *sums.of(Sort::Photos) = Counts { received: 1, waiting: 0, back: 0 };
        let total = sums.total();
        assert_eq!(total.made(), 7);
        for running in [true, false] {
            assert_eq!(total.states(running).iter().sum::<usize>(), total.made());
        }
        assert_eq!((total.states(true), total.states(false)), ([4, 2, 0, 1], [4, 0, 2, 1]));
    }
}
