//! What the screens need to know about the sync: a plain copy of what the device says.

use domain::time::Moment;

/// How the sync is doing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyncView {
    /// Whether the server was reached at the last try; none before the first.
    pub online: Option<bool>,
    /// Whether something is under way.
    pub running: bool,
    /// Whether the login has expired: recording goes on, sending waits.
    pub logged_out: bool,
    /// Whether this version is too old to fetch.
    pub outdated: bool,
    /// Whether the server is busy or broken.
    pub troubled: bool,
    /// Whether what follows has been counted since the start; before that nothing is said of it.
    pub counted: bool,
    /// Commands made on this phone that the server has not answered.
    pub waiting: usize,
    /// Commands that it has carried out.
    pub received: usize,
    /// Commands that came back and were not put away.
    pub sent_back: usize,
    /// When the oldest waiting one was made.
    pub oldest_waiting: Option<Moment>,
    /// Photos whose bytes the server does not have.
    pub photos_waiting: usize,
    /// Bytes of those photos still to go.
    pub bytes_waiting: u64,
    /// Whether the records on this phone have been complete once.
    pub complete: bool,
    /// Records still to come, while they come.
    pub to_fetch: u64,
    /// When the server last answered.
    pub last_contact: Option<Moment>,
    /// When it is tried again by itself, after a try that failed.
    pub retry_at: Option<Moment>,
    /// How wrong the phone's clock is: server time minus phone time, in milliseconds.
    pub skew: i64,
    /// Whether somebody holds the photos back.
    pub photos_paused: bool,
    /// Whether photos are held back until there is Wi-Fi.
    pub photos_wait_for_wifi: bool,
    /// Commands that should be here and are not: said loudly.
    pub lost: usize,
    /// Photos whose bytes the phone has spoilt.
    pub damaged: usize,
    /// Photos that a restored server has lost and that this phone had freed by then.
    pub gone: usize,
}

impl SyncView {
    /// Whether the phone knows that there is no way to the server.
    #[must_use]
    pub fn is_offline(&self) -> bool {
        self.online == Some(false)
    }

    /// How many minutes the phone's clock is off, fast above zero; none where it is near enough.
    #[must_use]
    pub fn minutes_off(&self) -> Option<i64> {
        (self.skew.abs() > domain::limits::CLOCK_OFF_MILLIS).then(|| -(self.skew / 60_000))
    }

    /// Whether nothing waits to be sent any more, photos neither. Only what the server said counts.
    #[must_use]
    pub const fn all_sent(&self) -> bool {
        self.counted && self.waiting == 0 && self.photos_waiting == 0
    }

    /// Whether there are photos that will never be at the server: then not everything has arrived.
    #[must_use]
    pub const fn lacks_photos(&self) -> bool {
        self.damaged + self.gone > 0
    }
}
