//! With what editing begins: what was left unpublished, the newest version, or an empty form of a purpose. What was left
//! on a version that somebody has replaced meanwhile is begun with too, and the desk offers what can be done with it.

use crate::manage::places::Places;
use crate::manage::reach::region_of;
use crate::state::Phone;
use domain::Scope;
use domain::id::ChecklistId;
use domain::language::Words;
use domain::measure::Share;
use domain::order::InOrder;
use domain::records::{Bands, Checklist, DisplayStandard, Product, Purpose};
use domain::rules::versions::newest_for;
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
    /// What regions and territories are called.
    pub places: Places,
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

/// Under which name unpublished work on a form is kept: what some have of their own is worked on apart.
pub fn draft_key(lineage: &str, scope: Scope) -> String {
    if scope.is_company() { format!("form:{lineage}") } else { format!("form:{lineage}@{scope}") }
}

/// Reads it.
pub async fn read(phone: Phone, lineage: String, scope: Scope) -> Held {
    let mut versions = phone.all::<Checklist>().await;
    versions.retain(|list| list.lineage == lineage);
    versions.order_by_key(|list| (list.version, list.from));
    let mut products = phone.all::<Product>().await;
    products.order_by_key(|product| product.code.clone());
    let mut standards = phone.all::<DisplayStandard>().await;
    standards.order_by_key(|standard| (standard.lineage.clone(), std::cmp::Reverse(standard.version)));
    standards.dedup_by(|later, newest| later.lineage == newest.lineage);
    let unpublished = phone.draft(draft_key(&lineage, scope)).await;
    let unpublished = unpublished.and_then(|text| serde_json::from_str(&text).ok());
    Held { versions, products, standards, places: Places::read().await, unpublished }
}

impl Held {
    /// None if there is no such form, and none is to be made.
    pub fn begin(&self, lineage: &str, purpose: Option<Purpose>, scope: Scope) -> Option<Begun> {
        let newest = self.newest(scope).cloned();
        let newest = newest.or_else(|| purpose.map(|purpose| empty(lineage, purpose)))?;
        let Some(left) = self.unpublished.clone() else {
            return Some(Begun { list: newest.clone(), before: newest });
        };
        // Work on an older version goes on from that one: what somebody has published since is offered, not undone.
        let Some(before) = self.versions.iter().find(|list| list.id == left.id).cloned() else {
            let Checklist { id, version, from, scope, .. } = newest;
            return Some(Begun { list: Checklist { id, version, from, scope, ..left }, before: newest });
        };
        Some(Begun { list: left, before })
    }

    /// The newest version for everybody in a scope.
    pub fn newest(&self, scope: Scope) -> Option<&Checklist> {
        newest_for(&self.versions, scope, &region_of(&self.places)).into_iter().next()
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
        scope: Scope::Company,
    }
}
