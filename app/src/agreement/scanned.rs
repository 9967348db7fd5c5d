//! The code of a paper, scanned by somebody who has the app and no network: the agreement that it stands for, if it is on
//! this phone. With a network the server's page answers, which knows of every agreement.

use super::{parameter, unknown};
use crate::routes;
use crate::state::{guarded, live};
use crate::ui;
use domain::Kind;
use domain::records::Agreement;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};

/// `/compare/:hash`.
#[component]
pub fn ScannedPage() -> impl IntoView {
    let params = use_params_map();
    guarded(move |t, _| {
        let code = parameter::<String>(params, "hash").unwrap_or_default().to_lowercase();
        let sought = code.clone();
        let found = live(&[Kind::Agreement], move |phone| {
            let sought = sought.clone();
            async move {
                let all = phone.all::<Agreement>().await;
                all.into_iter().find(|agreement| agreement.hash.as_ref() == Some(&sought)).map(|agreement| agreement.id)
            }
        });
        let navigate = use_navigate();
        Effect::new(move |_| {
            if let Some(Some(id)) = found.get() {
                let to = format!("{}#{code}", routes::agreement(id));
                navigate(&to, NavigateOptions { replace: true, ..NavigateOptions::default() });
            }
        });
        let missing = Memo::new(move |_| found.with(|found| matches!(found, Some(None))));
        let page = move || if missing.get() { unknown(t) } else { ui::skeleton_page(t) };
        page.into_any()
    })
}
