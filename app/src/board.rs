//! Partners as a manager sees them: the pipeline as a board, what waits for an approval, when agreements run out.

use crate::state::Me;
use crate::text::Texts;
use crate::ui::{self, Tab};
use leptos::prelude::*;

/// The manager's screen at `/partners`.
pub fn board(t: Texts, me: &Me) -> AnyView {
    ui::frame(t, me, Tab::Partners, ui::say(t.board.title, ""), ui::skeleton_rows(6), ().into_any())
}
