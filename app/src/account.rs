//! Login, what a person sets for themselves, and what is stored about them.

mod data;
mod devices;
mod held;
mod install;
mod leave;
mod login;
mod me;
mod password;
mod preferences;
mod secret;
mod storage;
mod update;

pub use data::MyData;
#[cfg(target_arch = "wasm32")]
pub use install::detect;
pub use install::{Browser, InstallPage, at_risk};
pub use login::Login;
pub use me::MyPage;
pub use password::{password_due, password_page};
pub use storage::short_of_room;
pub use update::update_row;
