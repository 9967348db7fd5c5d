//! What the server makes of a push.

mod clocks;
mod forks;
mod holes;
mod once;
mod outcomes;
