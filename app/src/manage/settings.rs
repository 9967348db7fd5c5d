//! The manager's settings: the same page about oneself and this device that a rep has.

use crate::account::MyPage;
use leptos::prelude::*;

/// `/settings`.
#[component]
pub fn Settings() -> impl IntoView {
    view! { <MyPage/> }
}
