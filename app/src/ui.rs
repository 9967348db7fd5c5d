//! The component kit, one component a file: what is drawn the same way everywhere is drawn here.
//! Small ones are plain functions that give a view; the class names come from `style/kit`.

mod answer;
mod bar;
mod busy;
mod button;
mod dock;
mod drawing;
mod empty;
mod fault;
mod field;
mod find;
mod frame;
mod icon;
mod line;
mod long_grid;
mod long_list;
mod photo;
mod progress;
mod select;
mod sheet;
mod skeleton;
mod state;
mod stepper;
mod tabs;
mod tag;
mod tally;
mod toast;

pub use answer::{choice_buttons, picks};
pub use bar::{back_and_say, back_bar, say, say_soon};
pub use busy::Busy;
pub use button::{icon_button, main_button, main_link};
pub use dock::{dock, dock_calm, dock_edge};
pub use drawing::{drawing_pad, drawn};
pub use empty::empty;
pub use fault::fault;
pub use field::{Field, field};
pub use find::find;
pub use frame::{frame, frame_bare, page_fault};
#[cfg(feature = "ssr")]
pub use icon::sprite;
pub use icon::{Icon, SPRITE, icon, icon_small, logo, logo_class};
pub use line::{line_link, section};
pub use long_grid::long_grid;
pub use long_list::long_list;
pub use photo::{Mark, overlay, photo_tile, picture};
pub use progress::{bars, progress, ring, spark};
pub use select::select;
pub use sheet::{sheet, sheet_form};
pub use skeleton::{skeleton_page, skeleton_rows};
pub use state::{SyncMark, chip, mark};
pub use stepper::stepper;
pub use tabs::{Tab, tabs};
pub use tag::class_letter;
pub use tally::tally_bar;
pub use toast::{Toast, record_or_say, toasts};
