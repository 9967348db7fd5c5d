//! A sighting while it is being written, and the brands that are offered for it.

use super::super::answers::{fen, fen_text};
use super::super::desk::Desk;
use crate::state::{Phone, spawn};
use crate::ui::Busy;
use domain::commands::NoteSighting;
use domain::id::{PhotoId, SightingId};
use domain::limits::MONEY_MOST;
use domain::measure::Money;
use domain::order::InOrder;
use domain::records::Sighting;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// So many brands are offered for a tap.
const BRANDS: usize = 8;

/// A sighting as it is being written; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    pub(super) open: RwSignal<bool>,
    // Made when the sheet opens, so that a double tap notes one.
    pub(super) id: RwSignal<Option<SightingId>>,
    pub(super) known: RwSignal<Option<Sighting>>,
    pub(super) brand: RwSignal<String>,
    pub(super) product: RwSignal<String>,
    pub(super) price: RwSignal<String>,
    pub(super) promotion: RwSignal<String>,
    pub(super) spend: RwSignal<String>,
    pub(super) photo: RwSignal<Option<PhotoId>>,
    pub(super) brands: RwSignal<Vec<String>>,
    pub(super) busy: Busy,
}

impl Draft {
    pub(super) fn new() -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            open: RwSignal::new(false),
            id: RwSignal::new(None),
            known: RwSignal::new(None),
            brand: text(),
            product: text(),
            price: text(),
            promotion: text(),
            spend: text(),
            photo: RwSignal::new(None),
            brands: RwSignal::new(Vec::new()),
            busy: Busy::new(),
        }
    }

    /// A new one.
    pub(super) fn begin(self) {
        self.known.set(None);
        self.id.set(Some(Phone.new_id()));
        for text in [self.brand, self.product, self.price, self.promotion, self.spend] {
            text.set(String::new());
        }
        self.photo.set(None);
        self.show();
    }

    /// One that was noted before.
    pub(super) fn change(self, sighting: Sighting) {
        let amount = |money: Option<Money>| money.map(fen_text).unwrap_or_default();
        self.id.set(Some(sighting.id));
        self.brand.set(sighting.brand.clone());
        self.product.set(sighting.product.clone());
        self.price.set(amount(sighting.price));
        self.promotion.set(sighting.promotion.clone());
        self.spend.set(amount(sighting.spend));
        self.photo.set(sighting.photo);
        self.known.set(Some(sighting));
        self.show();
    }

    /// Brands are read once: they are a help, not a list that has to be right to the second.
    fn show(self) {
        self.open.set(true);
        if self.brands.with_untracked(Vec::is_empty) {
            spawn(async move { self.brands.set(brands(Phone.all::<Sighting>().await)) });
        }
    }

    /// Whether something is missing or cannot be read.
    pub(super) fn is_incomplete(self) -> bool {
        let amount = |text: RwSignal<String>| {
            text.with(|text| fen(text).is_err() || fen(text).is_ok_and(|m| m.is_some_and(|m| m.0 > MONEY_MOST)))
        };
        self.busy.get() || self.brand.with(|brand| brand.trim().is_empty()) || amount(self.price) || amount(self.spend)
    }

    /// What it comes to.
    pub(super) fn command(self, desk: Desk) -> Option<NoteSighting> {
        let amount = |text: RwSignal<String>| text.with_untracked(|text| fen(text)).ok();
        Some(NoteSighting {
            sighting: self.id.get_untracked()?,
            visit: desk.id,
            brand: self.brand.get_untracked(),
            product: self.product.get_untracked(),
            price: amount(self.price)?,
            promotion: self.promotion.get_untracked(),
            spend: amount(self.spend)?,
            photo: self.photo.get_untracked(),
        })
    }
}

/// The brands seen in the rep's territories, the most frequent first.
fn brands(seen: Vec<Sighting>) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for sighting in seen {
        *counts.entry(sighting.brand).or_default() += 1;
    }
    let mut brands: Vec<(String, usize)> = counts.into_iter().collect();
    brands.order_by_key(|(_, count)| std::cmp::Reverse(*count));
    brands.into_iter().take(BRANDS).map(|(brand, _)| brand).collect()
}
