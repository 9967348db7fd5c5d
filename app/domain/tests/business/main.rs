//! The business rules, tested as sentences: what each act does and refuses, what each rule computes,
//! and what each record and command looks like on the wire.

#![allow(clippy::unwrap_used, reason = "a test may panic: that is how it fails")]

mod acts;
mod barcode;
mod board;
mod changes;
mod computing;
mod draw;
mod explaining;
mod forms;
mod frequency;
mod geo;
mod handing_over;
mod holding;
mod importing;
mod measure;
mod now;
mod partners;
mod pictures;
mod plan;
mod planning;
mod reach;
mod refusal_texts;
mod relocating;
mod review;
mod sample;
mod scoring;
mod shapes;
mod skipping;
mod standards;
mod team;
mod time;
mod today;
mod tour;
mod trends;
mod trust;
mod wire;
