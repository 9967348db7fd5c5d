//! The Lianying server.

fn main() {}
