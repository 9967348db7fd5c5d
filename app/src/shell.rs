//! The page around the app, written by the server. There are two: one with the app rendered into it, to be seen
//! until the app itself is there, and a neutral one that the service worker keeps for any address. The app is mounted
//! in the place of either. `<html data-ssr>` tells the two apart; neither has an inline script.

use crate::App;
use leptos::config::LeptosOptions;
use leptos::hydration::AutoReload;
use leptos::prelude::*;
use std::path::Path;

/// The addresses of the built files, with the hashes of their contents in their names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assets {
    /// The module that loads the wasm.
    pub js: String,
    /// The wasm.
    pub wasm: String,
    /// The stylesheet.
    pub css: String,
}

impl Assets {
    /// Reads what the build wrote beside the server's executable. Without that file the names have no hashes.
    #[must_use]
    pub fn of(options: &LeptosOptions) -> Self {
        let list = std::env::current_exe()
            .ok()
            .and_then(|exe| exe.parent().map(|folder| folder.join(Path::new(options.hash_file.as_ref()))))
            .filter(|_| options.hash_files)
            .and_then(|path| std::fs::read_to_string(path).ok())
            .unwrap_or_default();
        Self::named(options, &list)
    }

    fn named(options: &LeptosOptions, list: &str) -> Self {
        let hash = |sort: &str| {
            list.lines()
                .filter_map(|line| line.split_once(':'))
                .find(|(name, _)| name.trim() == sort)
                .map(|(_, hash)| format!(".{}", hash.trim()))
                .unwrap_or_default()
        };
        let name = |sort: &str| format!("/{}/{}{}.{sort}", options.site_pkg_dir, options.output_name, hash(sort));
        Self { js: name("js"), wasm: name("wasm"), css: name("css") }
    }
}

/// A page with the app rendered into it: a skeleton, since only the phone knows more.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    page(&options, view! { <App/> }.into_any(), true)
}

/// The page that the service worker keeps and answers every address with.
pub fn neutral_shell(options: LeptosOptions) -> impl IntoView {
    let opening = view! {
        <div id="opening" class="app bare" aria-busy="true">
            <div class="screen narrow">
                <header class="say">
                    <span class="sk w1"></span>
                    <span class="sk w3"></span>
                </header>
                <main class="page surf">{crate::ui::skeleton_rows(6)}</main>
            </div>
        </div>
    };
    page(&options, opening.into_any(), false)
}

fn page(options: &LeptosOptions, body: AnyView, rendered: bool) -> AnyView {
    let Assets { js, wasm, css } = Assets::of(options);
    // Only under `make dev`, and only where a nonce allows its script: it loads the page anew when a file has changed.
    let reload = rendered.then(|| view! { <AutoReload options=options.clone()/> });
    view! {
        <!DOCTYPE html>
        <html lang="zh-CN" data-ssr=rendered.then_some("")>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"/>
                <title>"联营"</title>
                <meta name="description" content="厂家、经销商、分销商，一张网"/>
                <meta name="theme-color" content="#f3f6f4" media="(prefers-color-scheme: light)"/>
                <meta name="theme-color" content="#0c1112" media="(prefers-color-scheme: dark)"/>
                <meta name="format-detection" content="telephone=no"/>
                <meta name="mobile-web-app-capable" content="yes"/>
                <meta name="apple-mobile-web-app-title" content="联营"/>
                <link rel="manifest" href="/manifest.webmanifest"/>
                <link rel="icon" href="/icons/favicon.svg" type="image/svg+xml"/>
                <link rel="apple-touch-icon" href="/icons/apple-touch-180.png"/>
                // Before the style: a script behind it would wait for it, and the wasm for the script.
                <script src="/boot.js" data-js=js.clone() data-wasm=wasm></script>
                <link rel="stylesheet" href=css/>
                <link rel="modulepreload" href=js/>
                {reload}
            </head>
            <body>{body}{crate::ui::sprite()}</body>
        </html>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::Assets;
    use leptos::config::LeptosOptions;

    #[test]
    fn the_page_links_to_the_names_that_the_build_wrote() {
        let options = LeptosOptions::builder().output_name("lianying").build();
        let assets = Assets::named(&options, "js: a1\nwasm: b2\ncss: c3\n");
        assert_eq!(assets.js, "/pkg/lianying.a1.js");
        assert_eq!(assets.wasm, "/pkg/lianying.b2.wasm");
        assert_eq!(assets.css, "/pkg/lianying.c3.css");
        assert_eq!(Assets::named(&options, "").js, "/pkg/lianying.js");
    }
}
