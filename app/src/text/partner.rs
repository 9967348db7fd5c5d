//! Candidates and members of the alliance.

/// See [`super::Text::partner`].
pub struct PartnerText {
    /// The name of the place.
    pub title: &'static str,
}

pub const ZH: PartnerText = PartnerText { title: "伙伴" };

pub const EN: PartnerText = PartnerText { title: "Partners" };
