//! The service worker's list. Only the server knows which files there are, with the hashes in their names.

use std::collections::BTreeMap;

/// What is served in its place while somebody works on the app: a worker that kept the files would show yesterday's.
/// It also takes the place of one that an earlier `make run` left in the browser.
pub const STANDS_DOWN: &str = r#"
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.registration.unregister()));
"#;

const LIST: &str = "/*PRECACHE*/{}";
const BUILD: &str = "/*BUILD*/\"dev\"";

/// Writes the list, each address with the digest that a browser checks its bytes by, and the build's id into the worker.
pub fn finish<'a>(written: &str, files: impl Iterator<Item = (&'a String, String)>, build: &str) -> String {
    let list: BTreeMap<&String, String> = files.collect();
    let list = serde_json::to_string(&list).unwrap_or_else(|_| "{}".to_owned());
    for placeholder in [LIST, BUILD] {
        if !written.contains(placeholder) {
            tracing::error!(placeholder, "the service worker lacks its placeholder and will not keep the app offline");
        }
    }
    written.replacen(LIST, &list, 1).replacen(BUILD, &format!("\"{build}\""), 1)
}

#[cfg(test)]
mod tests {
    use super::finish;

    #[test]
    fn the_worker_keeps_what_the_server_names() {
        let written = "const PRECACHE = /*PRECACHE*/{};\nconst BUILD = /*BUILD*/\"dev\";\n";
        let files = ["/boot.js".to_owned(), "/shell".to_owned()];
        let finished = finish(written, files.iter().map(|file| (file, "sha256-x=".to_owned())), "0123");
        let list = r#"{"/boot.js":"sha256-x=","/shell":"sha256-x="}"#;
        assert_eq!(finished, format!("const PRECACHE = {list};\nconst BUILD = \"0123\";\n"));
    }
}
