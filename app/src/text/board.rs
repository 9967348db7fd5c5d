//! The manager's board of partners, their approvals, the calendar of agreements.

/// See [`super::Text::board`].
pub struct BoardText {
    /// The name of the place.
    pub title: &'static str,
}

pub const ZH: BoardText = BoardText { title: "伙伴" };

pub const EN: BoardText = BoardText { title: "Partners" };
