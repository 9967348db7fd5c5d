//! Icons come from one sprite. The enum names each of them, so that a missing one does not compile.
//! The page carries the sprite in itself: drawn from a file beside it, every icon that changes makes the browser build
//! a document of its own, which on a cheap phone is longer than the whole rest of a tap.

use leptos::prelude::*;

/// The id of the element that holds the drawings. It stays when the app takes the page over.
pub const SPRITE: &str = "sprite";

macro_rules! icons {
    ($($variant:ident = $name:literal),+ $(,)?) => {
        /// A drawing of the sprite.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Icon {
            $(#[doc = concat!("`i-", $name, "`.")] $variant),+
        }

        impl Icon {
            /// Where it is.
            #[must_use]
            pub const fn href(self) -> &'static str {
                match self { $(Self::$variant => concat!("#i-", $name)),+ }
            }

            #[cfg(test)]
            const ALL: &'static [Self] = &[$(Self::$variant),+];
        }
    };
}

icons! {
    Back = "back", Camera = "camera", Check = "check", ChevronDown = "chevron-down",
    ChevronRight = "chevron-right", ChevronUp = "chevron-up", Clock = "clock", Close = "close",
    Download = "download", Copy = "copy", Erase = "erase", Eye = "eye", EyeOff = "eye-off", Flag = "flag", Flash = "flash", Gear = "gear", Ghost = "ghost",
    Help = "help", History = "history", Image = "image", Info = "info", Install = "install", Lock = "lock",
    Logout = "logout", MapPin = "map-pin", Mark = "mark", Minus = "minus", Missed = "missed", More = "more", Navigate = "navigate",
    Note = "note", Outbox = "outbox", Pause = "pause", Pen = "pen", Person = "person", Phone = "phone", Plus = "plus",
    Refresh = "refresh", Refused = "refused", Saved = "saved", Search = "search", Sending = "sending",
    Server = "server", Shield = "shield", Store = "store", Sun = "sun", Task = "task", Today = "today",
    Trash = "trash", Trend = "trend", Undo = "undo", Warning = "warning", WifiOff = "wifi-off",
}

/// The drawings themselves, for the page that the server sends.
#[cfg(feature = "ssr")]
pub fn sprite() -> AnyView {
    let file = include_str!("sprite.svg");
    let symbols = file.split_once('>').and_then(|(_, rest)| rest.rsplit_once("</svg>")).map_or("", |(inner, _)| inner);
    view! { <svg id=SPRITE width="0" height="0" aria-hidden="true" inner_html=symbols></svg> }.into_any()
}

fn drawn(which: Icon, class: &'static str) -> AnyView {
    view! {
        <svg class=class aria-hidden="true">
            <use href=which.href()></use>
        </svg>
    }
    .into_any()
}

/// 24 px: in lists, tabs and buttons.
pub fn icon(which: Icon) -> AnyView {
    drawn(which, "i")
}

/// 18 px: beside text.
pub fn icon_small(which: Icon) -> AnyView {
    drawn(which, "i s")
}

/// The mark of the product: three strokes around a dot.
pub fn logo() -> AnyView {
    drawn(Icon::Mark, "logo")
}

/// The mark in another size.
pub fn logo_class(class: &'static str) -> AnyView {
    drawn(Icon::Mark, class)
}

#[cfg(test)]
mod tests {
    use super::Icon;

    #[test]
    fn every_icon_is_in_the_sprite() {
        let sprite = include_str!("sprite.svg");
        for icon in Icon::ALL {
            let name = icon.href().trim_start_matches('#');
            assert!(sprite.contains(&format!("id=\"{name}\"")), "{name} is not in the sprite");
        }
        assert_eq!(
            sprite.matches("<symbol").count(),
            Icon::ALL.len(),
            "a drawing that nothing shows is sent to every phone"
        );
    }
}
