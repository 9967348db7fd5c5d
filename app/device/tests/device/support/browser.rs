//! A hand on the browser's store: looking into it past the device, and breaking it.

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Runs JavaScript; the last expression may be a promise.
pub async fn js(code: &str) -> JsValue {
    let promise: Promise = js_sys::eval(&["(async () => {", code, "})()"].concat()).expect("the code is right").into();
    JsFuture::from(promise).await.expect("the code runs")
}

/// Stops every phone, lets the exchange that is running end, deletes every database and puts everything back that a test has changed.
pub async fn forget_everything() {
    super::stop_all();
    js("
        self.kept ??= {
            transaction: IDBDatabase.prototype.transaction,
            open: IDBFactory.prototype.open,
            put: IDBObjectStore.prototype.put,
            remove: IDBObjectStore.prototype.delete,
        };
        IDBDatabase.prototype.transaction = self.kept.transaction;
        IDBFactory.prototype.open = self.kept.open;
        IDBObjectStore.prototype.put = self.kept.put;
        IDBObjectStore.prototype.delete = self.kept.remove;
        delete crypto.subtle;
        // What the phone of the test before was sending would still arrive, at the server of this one.
        await navigator.locks.request('lianying-exchange', () => {});
        for (const { name } of await indexedDB.databases()) {
            await new Promise((done) => {
                const request = indexedDB.deleteDatabase(name);
                request.onsuccess = request.onerror = done;
            });
        }
    ")
    .await;
}

/// The names, modes and durabilities of the transactions begun from now on, as `outbox+photos readwrite strict`.
pub async fn spy_on_transactions() {
    js("
        self.transactions = [];
        const begin = self.kept.transaction;
        IDBDatabase.prototype.transaction = function (names, mode, options) {
            self.transactions.push(`${[...names].join('+')} ${mode} ${options?.durability ?? 'default'}`);
            return begin.apply(this, arguments);
        };
    ")
    .await;
}

/// What the spy saw.
pub fn seen_transactions() -> Vec<String> {
    let seen: Array = Reflect::get(&js_sys::global(), &"transactions".into()).expect("the spy is there").into();
    seen.iter().filter_map(|line| line.as_string()).collect()
}

/// Lets the next transactions fail as WebKit's do when it has lost its storage process.
pub async fn break_transactions(times: u32) {
    let code = "
        let left = TIMES;
        const begin = self.kept.transaction;
        IDBDatabase.prototype.transaction = function () {
            if (left-- > 0) throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
            return begin.apply(this, arguments);
        };
    ";
    js(&code.replace("TIMES", &times.to_string())).await;
}

/// Runs `f(store)` on an object store of the only user's database, and returns what its request or value says.
pub async fn in_store(store: &str, mode: &str, code: &str) -> JsValue {
    let code = "
        const { name } = (await indexedDB.databases()).find(({ name }) => name.startsWith('lianying-'));
        const open = indexedDB.open(name);
        await new Promise((done) => (open.onsuccess = done));
        const transaction = open.result.transaction(['STORE'], 'MODE');
        const ended = new Promise((done) => (transaction.oncomplete = done));
        const store = transaction.objectStore('STORE');
        const ask = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)));
        const answer = await (async () => { CODE })();
        await ended;
        open.result.close();
        return answer;
    "
    .replace("STORE", store)
    .replace("MODE", mode)
    .replace("CODE", code);
    js(&code).await
}

/// How many rows an object store has.
pub async fn rows_in(store: &str) -> u32 {
    in_store(store, "readonly", "return ask(store.count());").await.as_f64().expect("a count") as u32
}
