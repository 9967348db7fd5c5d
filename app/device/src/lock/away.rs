//! Locking: by hand, in every tab, and by itself after a while out of sight, in the tab that was.

use crate::change::Change;
use crate::clock;
use crate::device::Inner;
use crate::page;
use gloo_timers::callback::Timeout;
use std::rc::Rc;

const MINUTE: i64 = 60 * 1000;

impl Inner {
    /// Locks, if there is a PIN.
    pub(crate) fn lock(&self) {
        let has_pin = self.lock.keyring.borrow().as_ref().is_some_and(|keyring| keyring.has_pin());
        let Some(account) = self.account().filter(|_| has_pin) else { return };
        self.leave();
        self.lock.close(account.user());
        self.watchers.tell(&Change { session: true, ..Change::default() });
    }

    /// The page came into sight or went out of it, or something else was heard of it.
    pub(crate) fn watch_sight(self: &Rc<Self>) {
        if page::is_visible() {
            self.lock.timer.take();
            if let Some((at, mono)) = self.lock.left.take()
                && clock::phone().since(at).max(clock::mono() - mono) >= self.minutes_away()
            {
                self.lock();
            }
        } else if self.lock.left.get().is_none() {
            self.lock.left.set(Some((clock::phone(), clock::mono())));
            let weak = Rc::downgrade(self);
            // A page out of sight may be put to sleep, and this with it; it is then looked at on its return.
            let timer = Timeout::new(u32::try_from(self.minutes_away()).unwrap_or(u32::MAX), move || {
                if let Some(inner) = weak.upgrade() {
                    inner.lock();
                }
            });
            self.lock.timer.replace(Some(timer));
        }
    }

    fn minutes_away(&self) -> i64 {
        let minutes = self.lock.keyring.borrow().as_ref().map_or(0, |keyring| keyring.after());
        i64::from(minutes) * MINUTE
    }
}
