//! The checklist gone through with the answers of the moment, once for the whole screen. Questions are named by their
//! place in the checklist: a tap on a cheap phone has no time for copies of them.

use super::Desk;
use domain::records::{AnswerValue, Checklist, ItemKey};
use domain::rules::score::{Answers, open_items, walk};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// See the module.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Gone {
    /// Places of the questions that are asked.
    asked: Vec<usize>,
    /// Required ones that are open.
    open: Vec<ItemKey>,
    /// What was computed.
    pub(super) computed: BTreeMap<ItemKey, AnswerValue>,
    /// Places of the checks that do not hold.
    broken: Vec<usize>,
}

pub(super) fn through(list: &Checklist, answers: &Answers) -> Gone {
    let walk = walk(list, answers);
    let is_asked = |item| walk.items.iter().any(|asked| std::ptr::eq(*asked, item));
    let is_broken = |check| walk.broken.iter().any(|broken| std::ptr::eq(*broken, check));
    Gone {
        asked: list.items.iter().enumerate().filter(|(_, item)| is_asked(*item)).map(|(at, _)| at).collect(),
        open: open_items(list, answers),
        broken: list.checks.iter().enumerate().filter(|(_, check)| is_broken(*check)).map(|(at, _)| at).collect(),
        computed: walk.computed,
    }
}

impl Desk {
    /// Places in the checklist of the questions that are asked, in order.
    pub fn asked(self) -> Vec<usize> {
        self.gone.with(|gone| gone.asked.clone())
    }

    /// Required questions that are open, in order.
    pub fn open_items(self) -> Vec<ItemKey> {
        self.gone.with(|gone| gone.open.clone())
    }

    /// Whether a required question is open.
    pub fn is_open(self, key: &ItemKey) -> bool {
        self.gone.with(|gone| gone.open.contains(key))
    }

    /// What does not fit together, with the question it is shown under (F21).
    pub fn broken(self) -> Vec<(ItemKey, String)> {
        let language = self.t.language;
        self.gone.with(|gone| {
            self.with_list(|list| {
                let checks = gone.broken.iter().filter_map(|at| list.checks.get(*at));
                checks.map(|check| (check.at.clone(), check.words.get(language).to_owned())).collect()
            })
        })
    }
}
