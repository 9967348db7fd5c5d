//! The app as the browser gets it: the built files, the service worker with the list of exactly these files in it,
//! the neutral shell, and pages with the app rendered into them.

mod file;
mod folder;
mod packed;
mod pages;
mod routes;
mod worker;

pub use folder::{SiteError, SiteFolder, is_watched};
pub use packed::pack_folder;
pub use routes::router;
