//! With what editing begins: what was left unpublished, the newest version, or an empty form of a purpose.

use crate::state::Phone;
use domain::id::ChecklistId;
use domain::language::Words;
use domain::measure::Share;
use domain::order::InOrder;
use domain::records::{Bands, Checklist, DisplayStandard, Product, Purpose};
use domain::time::Moment;
use leptos::serde_json;
use uuid::Uuid;

/// What the phone knows of a form, and of what its questions name.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// All versions, the oldest first.
    pub versions: Vec<Checklist>,
    /// What is sold.
    pub products: Vec<Product>,
    /// The newest version of each standard.
    pub standards: Vec<DisplayStandard>,
    /// What was edited and not published.
    unpublished: Option<Checklist>,
}

/// See the module.
#[derive(Clone, Debug, PartialEq)]
pub struct Begun {
    /// What is edited.
    pub list: Checklist,
    /// The version it began with; of a new form an empty one, which nobody has published.
    pub before: Checklist,
}

/// Under which name unpublished work on a form is kept.
pub fn draft_key(lineage: &str) -> String {
    format!("form:{lineage}")
}

/// Reads it.
pub async fn read(phone: Phone, lineage: String) -> Held {
    let mut versions = phone.all::<Checklist>().await;
    versions.retain(|list| list.lineage == lineage);
    versions.order_by_key(|list| (list.version, list.from));
    let mut products = phone.all::<Product>().await;
    products.order_by_key(|product| product.code.clone());
    let mut standards = phone.all::<DisplayStandard>().await;
    standards.order_by_key(|standard| (standard.lineage.clone(), std::cmp::Reverse(standard.version)));
    standards.dedup_by(|later, newest| later.lineage == newest.lineage);
    let unpublished = phone.draft(draft_key(&lineage)).await;
    let unpublished = unpublished.and_then(|text| serde_json::from_str(&text).ok());
    Held { versions, products, standards, unpublished }
}

impl Held {
    /// None if there is no such form, and none is to be made.
    pub fn begin(&self, lineage: &str, purpose: Option<Purpose>) -> Option<Begun> {
        let newest = self.versions.iter().max_by_key(|list| (list.from, list.version)).cloned();
        let before = newest.or_else(|| purpose.map(|purpose| empty(lineage, purpose)))?;
        // Work on an older version would undo what somebody has published since.
        let list = self.unpublished.clone().filter(|list| list.id == before.id).unwrap_or_else(|| before.clone());
        Some(Begun { list, before })
    }
}

fn empty(lineage: &str, purpose: Purpose) -> Checklist {
    Checklist {
        id: ChecklistId(Uuid::nil()),
        lineage: lineage.to_owned(),
        version: 0,
        title: Words::default(),
        classes: Vec::new(),
        purpose,
        items: Vec::new(),
        checks: Vec::new(),
        bands: Bands { pass: Share(8_000), conditional: Share(6_000) },
        from: Moment::default(),
    }
}
