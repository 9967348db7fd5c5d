//! The three-party agreement.

/// See [`super::Text::agreement`].
pub struct AgreementText {
    /// The name of the place.
    pub title: &'static str,
}

pub const ZH: AgreementText = AgreementText { title: "协议" };

pub const EN: AgreementText = AgreementText { title: "Agreement" };
