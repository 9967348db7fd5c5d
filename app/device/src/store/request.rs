//! A request that has been made, and can be waited for.

use crate::error::StorageError;
use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbRequest};

/// A request under way. It was made when this was created: make several, then wait for each.
pub(crate) struct Ask {
    request: IdbRequest,
    answered: Promise,
}

impl Ask {
    pub(crate) fn new(request: IdbRequest) -> Self {
        // Both ends resolve, so that an answer nobody waits for is never an unhandled rejection.
        let answered = Promise::new(&mut |resolve, _| {
            request.set_onsuccess(Some(&resolve));
            request.set_onerror(Some(&resolve));
        });
        Self { request, answered }
    }

    /// What was asked for; `undefined` if there is none.
    pub(crate) async fn value(self) -> Result<JsValue, StorageError> {
        JsFuture::from(self.answered).await.map_err(|error| fault(&error))?;
        match self.request.error() {
            Ok(Some(error)) => Err(fault(&error)),
            _ => self.request.result().map_err(|error| fault(&error)),
        }
    }

    /// A text; none if there is none.
    pub(crate) async fn text(self) -> Result<Option<String>, StorageError> {
        Ok(self.value().await?.as_string())
    }

    /// A count.
    pub(crate) async fn number(self) -> Result<u32, StorageError> {
        // Counts of rows are whole and far below the range of a u32.
        Ok(self.value().await?.as_f64().unwrap_or_default() as u32)
    }

    /// A row; none if there is none.
    pub(crate) async fn row<R: JsCast>(self) -> Result<Option<R>, StorageError> {
        let value = self.value().await?;
        Ok((!value.is_undefined() && !value.is_null()).then(|| value.unchecked_into()))
    }

    /// Rows.
    pub(crate) async fn rows<R: JsCast>(self) -> Result<Vec<R>, StorageError> {
        let values: Array = self.value().await?.unchecked_into();
        Ok(values.iter().map(JsCast::unchecked_into).collect())
    }

    /// Texts, such as keys.
    pub(crate) async fn texts(self) -> Result<Vec<String>, StorageError> {
        let values: Array = self.value().await?.unchecked_into();
        Ok(values.iter().filter_map(|value| value.as_string()).collect())
    }
}

/// Names what the browser threw. All but a full disk is worth another try on a new connection.
pub(crate) fn fault(error: &JsValue) -> StorageError {
    match error.dyn_ref::<DomException>() {
        Some(error) if error.name() == "QuotaExceededError" => StorageError::Full,
        Some(error) => StorageError::Unavailable([&error.name(), ": ", &error.message()].concat()),
        None => StorageError::Unavailable(error.as_string().unwrap_or_else(|| "unknown".to_owned())),
    }
}
