//! The line between phones and server: letters that may be lost, doubled, late, and in any order.
//! What travels is the JSON that really travels.

use crate::chance::Chance;
use domain::id::DeviceId;

/// Which tab of which phone waits for the answer to which of its requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sender {
    pub phone: usize,
    pub tab: usize,
    pub request: u64,
}

#[derive(Clone, Debug)]
pub enum Request {
    Push(String),
    Pull(String),
    /// The bytes of a photo, by their name.
    Upload(String),
    /// Whether a photo is there whose bytes are not here any more; the device is told when it comes.
    Ask(String, DeviceId),
    /// Commands of another device.
    Deliver(String),
}

#[derive(Clone, Debug)]
pub enum Response {
    Push(String),
    Pull(String),
    /// Whether the server had it already.
    Uploaded(String, bool),
    Delivered(String),
    /// The server has never heard of the device that made what was carried to it.
    Unknown,
    /// The session is over, or the request could not be read: nothing was done.
    Declined,
}

#[derive(Clone, Debug)]
pub enum Letter {
    Up(Sender, Request),
    Down(Sender, Response),
}

impl Letter {
    /// Loses the end of its body. A photo's bytes are known by their hash, so half of one is none.
    fn cut(&mut self, chance: &mut Chance) {
        let text = match self {
            Self::Up(_, Request::Push(text) | Request::Pull(text) | Request::Deliver(text)) => text,
            Self::Down(_, Response::Push(text) | Response::Pull(text) | Response::Delivered(text)) => text,
            Self::Up(_, request) => {
                *request = Request::Pull(String::new());
                return;
            }
            Self::Down(_, response) => {
                *response = Response::Declined;
                return;
            }
        };
        let mut end = chance.place(text.len().max(1));
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.truncate(end);
    }
}

/// How bad the line is: one letter in so many; none at 0.
#[derive(Clone, Copy, Debug, Default)]
pub struct Weather {
    pub lose: u64,
    pub double: u64,
    /// The rest of its body never comes.
    pub cut: u64,
}

#[derive(Default)]
pub struct Network {
    under_way: Vec<Letter>,
}

impl Network {
    pub fn send(&mut self, letter: Letter) {
        self.under_way.push(letter);
    }

    pub const fn is_quiet(&self) -> bool {
        self.under_way.is_empty()
    }

    /// Any of the letters under way arrives, or is lost, or arrives and is still under way.
    pub fn deliver(&mut self, chance: &mut Chance, weather: Weather) -> Option<Letter> {
        if self.under_way.is_empty() {
            return None;
        }
        let at = chance.place(self.under_way.len());
        if weather.lose > 0 && chance.one_in(weather.lose) {
            self.under_way.swap_remove(at);
            return None;
        }
        if weather.cut > 0 && chance.one_in(weather.cut) {
            let mut letter = self.under_way.swap_remove(at);
            letter.cut(chance);
            return Some(letter);
        }
        if weather.double > 0 && chance.one_in(weather.double) {
            return Some(self.under_way[at].clone());
        }
        Some(self.under_way.swap_remove(at))
    }

    /// Everything that is under way from and to a phone is lost.
    pub fn cut(&mut self, phone: usize) {
        self.under_way.retain(|letter| match letter {
            Letter::Up(sender, _) | Letter::Down(sender, _) => sender.phone != phone,
        });
    }
}
