//! Login, and what a person sets for themselves.

mod devices;
mod install;
mod leave;
mod login;
mod me;
mod preferences;
mod storage;
mod update;

pub use login::Login;
pub use me::MyPage;
pub use update::update_row;
