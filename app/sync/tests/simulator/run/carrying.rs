//! People help each other: one packs what their phone cannot send, another hands it in, or the office does (F101).

use super::Run;
use crate::phone::carry::Parcel;
use std::rc::Rc;

impl Run {
    /// Somebody packs what they hold, or loads a file that somebody has made some time: also one that was handed in
    /// before, that another phone carries too, or whose phone has sent itself meanwhile.
    pub(super) fn carry(&mut self, at: usize) {
        if self.chance.one_in(3) {
            let Some(parcel) = self.phones[at].pack(self.ids.next(), self.now) else { return };
            self.say(|| format!("phone {at} packs {} commands", parcel.cover.commands));
            self.tally.packed += 1;
            self.files.push(Rc::new(parcel));
            return;
        }
        let theirs = |file: &&Rc<Parcel>| file.cover.device != self.phones[at].shelf().device;
        let files: Vec<_> = self.files.iter().filter(theirs).cloned().collect();
        let Some(file) = self.chance.of(&files) else { return };
        self.say(|| format!("phone {at} loads a parcel of {}", file.cover.device));
        if self.phones[at].load(&file).is_ok() {
            self.tally.loaded += 1;
        }
    }
}
