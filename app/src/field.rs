//! The rep's screens, in the order of a working day.

// U1: the lead is writing field/tasks.rs (mod tasks, pub Tasks) and field/outbox.rs + field/outbox/ (mod outbox, pub Outbox) right now:
// skip them, do today, outlets, brief, visit, camera, check-out. manage.rs is done: call `crate::manage::review(t, me, crate::manage::named_visit(use_params_map()))`
// in VisitOrReview for managers; it needs `pub use … answer_words(t: Texts, item: &Item, value: &AnswerValue) -> String` from field.
use leptos::prelude::*;

#[component]
pub fn Today() -> impl IntoView {}
#[component]
pub fn Outlets() -> impl IntoView {}
#[component]
pub fn Brief() -> impl IntoView {}
#[component]
pub fn VisitOrReview() -> impl IntoView {}
#[component]
pub fn Outbox() -> impl IntoView {}
#[component]
pub fn Tasks() -> impl IntoView {}
