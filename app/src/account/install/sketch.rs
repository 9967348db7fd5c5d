//! Small line drawings of what to look for on the screen. They only repeat what the words beside them say.

use leptos::prelude::*;

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sketch {
    /// Three dots in the upper right corner.
    Dots,
    /// A square with an arrow out of it.
    Share,
    /// A compass: the system's browser.
    Compass,
    /// A row with a plus.
    Add,
    /// The mark among the apps.
    Home,
    /// The bar with the address.
    Bar,
}

/// See the module.
pub fn sketch(which: Sketch) -> AnyView {
    let (frame, accent) = match which {
        Sketch::Dots => ("M14 4h20a4 4 0 0 1 4 4v36H10V8a4 4 0 0 1 4-4zM10 14h28", "M27 9h.1M31 9h.1M35 9h.1"),
        Sketch::Share => ("M17 20h-5v22h24V20h-5", "M24 30V7M17 13l7-7 7 7"),
        Sketch::Compass => ("M24 5a19 19 0 1 1 0 38 19 19 0 0 1 0-38z", "M31 17l-4 10-10 4 4-10z"),
        Sketch::Add => ("M6 8h36v10H6zM6 30h36v10H6z", "M30 24h10M35 19v10M12 24h10"),
        Sketch::Home => ("M14 4h20a4 4 0 0 1 4 4v32a4 4 0 0 1-4 4H14a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4z", "M17 15h6v6h-6z"),
        Sketch::Bar => ("M4 10h40v28H4zM4 18h40", "M32 14h6M35 23v9M31 28l4 4 4-4"),
    };
    view! {
        <svg class="sketch" viewBox="0 0 48 48" aria-hidden="true">
            <path d=frame></path>
            <path class="act" d=accent></path>
        </svg>
    }
    .into_any()
}
