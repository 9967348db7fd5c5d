//! What is computed. Commands use these to decide, screens use them to show: the same number in both places.

pub mod answer;
pub mod barcode;
pub mod board;
pub mod carry;
pub mod changes;
pub mod evidence;
pub mod explain;
pub mod formula;
pub mod frequency;
pub mod handover;
pub mod pace;
pub mod photo;
pub mod picture;
pub mod pin;
pub mod plan;
pub mod reach;
pub mod review;
pub mod score;
pub mod text;
pub mod today;
pub mod tour;
pub mod trust;
pub mod visit;
