//! Databases of phones, kept as text: every store with its keys, its indexes and its rows. Bytes are base64; a key is
//! kept only because the phone that was recorded had one that could be taken out of its browser.

use super::browser::{forget_everything, js};
use js_sys::Reflect;
use wasm_bindgen::JsValue;

const ASK: &str = "
    const ask = (request) => new Promise((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
    });
";

/// From here on the browser makes keys that can be written down.
pub async fn make_keys_that_can_be_kept() {
    js("
        const make = SubtleCrypto.prototype.generateKey;
        SubtleCrypto.prototype.generateKey = function (curve, _extractable, uses) {
            return make.call(this, curve, true, uses);
        };
    ")
    .await;
}

/// Everything that the browser has of this origin.
pub async fn write_down() -> String {
    let code = "
        const pack = async (value) => {
            const text = (bytes) => btoa([...bytes].map((byte) => String.fromCharCode(byte)).join(''));
            if (value instanceof ArrayBuffer) return { $bytes: text(new Uint8Array(value)) };
            if (value instanceof Uint8Array) return { $array: text(value) };
            if (value instanceof CryptoKey) return { $key: await crypto.subtle.exportKey('jwk', value) };
            if (Array.isArray(value)) return Promise.all(value.map(pack));
            if (value === null || typeof value !== 'object') return value;
            const fields = Object.entries(value).map(async ([name, field]) => [name, await pack(field)]);
            return Object.fromEntries(await Promise.all(fields));
        };
        const kept = [];
        for (const { name } of await indexedDB.databases()) {
            const database = await ask(indexedDB.open(name));
            const stores = [];
            for (const store of database.objectStoreNames) {
                const shelf = database.transaction([store]).objectStore(store);
                const indexes = [...shelf.indexNames].map((index) => shelf.index(index));
                const { keyPath, autoIncrement } = shelf;
                const laid = indexes.map(({ name, keyPath, multiEntry }) => ({ name, keyPath, multiEntry }));
                const [keys, values] = await Promise.all([ask(shelf.getAllKeys()), ask(shelf.getAll())]);
                const rows = [];
                for (const [n, value] of values.entries())
                    // The reserve of commands is padding, and says nothing of a layout.
                    if (keys[n] !== 'reserve') rows.push(keyPath === null ? { key: keys[n], value: await pack(value) } : { value: await pack(value) });
                stores.push({ name: store, keyPath, autoIncrement, indexes: laid, rows });
            }
            kept.push({ name, version: database.version, stores });
            database.close();
        }
        return JSON.stringify(kept);
    ";
    js(&[ASK, code].concat()).await.as_string().expect("a text")
}

/// Puts databases where they were, and nothing beside them. `without` is a store that they do not have.
pub async fn lay_down(saved: &str, without: &str) {
    forget_everything().await;
    Reflect::set(&js_sys::global(), &"saved".into(), &JsValue::from_str(saved)).expect("it can be handed over");
    let code = "
        const unpack = async (value) => {
            if (Array.isArray(value)) return Promise.all(value.map(unpack));
            if (value === null || typeof value !== 'object') return value;
            const bytes = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
            if (value.$bytes !== undefined) return bytes(value.$bytes).buffer;
            if (value.$array !== undefined) return bytes(value.$array);
            if (value.$key?.kty === 'oct')
                return crypto.subtle.importKey('jwk', { ...value.$key, ext: false }, 'AES-GCM', false, value.$key.key_ops);
            if (value.$key) {
                const curve = { name: 'ECDSA', namedCurve: 'P-256' };
                return crypto.subtle.importKey('jwk', { ...value.$key, ext: false }, curve, false, ['sign']);
            }
            const fields = Object.entries(value).map(async ([name, field]) => [name, await unpack(field)]);
            return Object.fromEntries(await Promise.all(fields));
        };
        for (const { name, version, stores } of JSON.parse(self.saved)) {
            const kept = stores.filter((store) => store.name !== 'WITHOUT');
            // A transaction does not wait for the browser's cryptography.
            for (const store of kept)
                for (const row of store.rows) row.value = await unpack(row.value);
            const opening = indexedDB.open(name, version);
            opening.onupgradeneeded = () => {
                for (const { name, keyPath, autoIncrement, indexes, rows } of kept) {
                    const shelf = opening.result.createObjectStore(name, { keyPath, autoIncrement });
                    for (const { name, keyPath, multiEntry } of indexes) shelf.createIndex(name, keyPath, { multiEntry });
                    for (const { key, value } of rows) key === undefined ? shelf.add(value) : shelf.add(value, key);
                }
            };
            (await ask(opening)).close();
        }
    "
    .replace("WITHOUT", without);
    js(&[ASK, &code].concat()).await;
}
