//! The Lianying server as a library, so that tests run the very router that `main` serves.

pub mod clock;
