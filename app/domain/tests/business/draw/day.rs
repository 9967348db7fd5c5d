//! What a rep's day is made of beside visits and photos, drawn from a number: its records and its acts.

use super::Draw;
use crate::sample::{region, territory};
use domain::commands::*;
use domain::measure::Money;
use domain::records::*;
use domain::{Kind, Scope};

impl Draw {
    pub(super) fn money(&mut self) -> Money {
        Money(self.whole())
    }

    pub(super) fn responsible(&mut self) -> Responsible {
        match self.below(3) {
            0 => Responsible::Dealer(self.id(35, 2)),
            1 => Responsible::SubDistributor(self.id(36, 2)),
            _ => Responsible::Open,
        }
    }

    pub(super) fn confirmation(&mut self) -> Confirmation {
        Confirmation { name: self.text(), signature: self.text(), at: self.moment() }
    }

    pub(super) fn companion(&mut self) -> Companion {
        Companion {
            by: self.id(20, 3),
            name: self.text(),
            role: self.of(&JointRole::ALL),
            feedback: self.text(),
            next: self.text(),
            at: self.moment(),
            read: self.maybe(Self::moment),
        }
    }

    fn skip_reason(&mut self) -> SkipReason {
        self.of(&SkipReason::ALL)
    }

    fn leave(&mut self) -> Leave {
        Leave {
            id: self.id(120, 3),
            rep: self.id(20, 2),
            rep_name: self.text(),
            territory: self.id(10, 3),
            window: self.window(),
            brief: self.text(),
            asked_at: self.moment(),
            substitute: self.maybe(|draw| draw.id(20, 3)),
            substitute_name: self.text(),
            settled_by_name: self.text(),
            withdrawn: self.coin(),
        }
    }

    fn decision(&mut self) -> Decision {
        match self.below(3) {
            0 => Decision::Accept,
            1 => Decision::Rehome { to: self.id(20, 2) },
            _ => Decision::Return { because: self.text() },
        }
    }

    fn quarantine(&mut self) -> Quarantine {
        let reasons = [
            QuarantineReason::NotUnderstood,
            QuarantineReason::NoLongerTheirs,
            QuarantineReason::AccountDisabled,
            QuarantineReason::NotTheSender,
            QuarantineReason::DeviceRevoked,
        ];
        Quarantine {
            id: self.id(170, 3),
            region: self.id(1, 1),
            territory: self.maybe(|draw| draw.id(10, 3)),
            rep: self.id(20, 2),
            rep_name: self.text(),
            role: self.of(&[Role::Rep, Role::RegionalManager]),
            sender: self.id(20, 2),
            device: self.id(100, 1),
            seq: self.below(99),
            scopes: self
                .several(|draw| draw.of(&[Scope::Company, Scope::Territory(territory()), Scope::Office(region())])),
            captured_at: self.moment(),
            received_at: self.moment(),
            why: self.of(&reasons),
            behind: self.maybe(|draw| draw.id(170, 3)),
            command: self.maybe(|draw| Box::new(draw.any_command())),
            reviewed: self.maybe(|draw| Reviewed {
                decision: draw.decision(),
                by: draw.id(20, 3),
                by_name: draw.text(),
                at: draw.moment(),
            }),
        }
    }

    fn sighting(&mut self) -> Sighting {
        Sighting {
            id: self.id(130, 3),
            visit: self.id(50, 2),
            outlet: self.id(30, 2),
            territory: self.id(10, 3),
            rep: self.id(20, 2),
            rep_name: self.text(),
            brand: self.text(),
            product: self.text(),
            price: self.maybe(Self::money),
            promotion: self.text(),
            spend: self.maybe(Self::money),
            photo: self.maybe(|draw| draw.id(60, 4)),
            at: self.moment(),
        }
    }

    fn viewing(&mut self) -> Viewing {
        Viewing {
            id: self.id(140, 3),
            visit: self.id(50, 2),
            outlet: self.id(30, 2),
            territory: self.id(10, 3),
            rep: self.id(20, 2),
            viewer: self.id(20, 3),
            viewer_name: self.text(),
            role: self.of(&[Role::Rep, Role::RegionalManager, Role::MarketingCentre, Role::Admin]),
            day: self.day(),
            at: self.moment(),
        }
    }

    pub(super) fn record_of_the_day(&mut self, kind: Kind) -> AnyRecord {
        match kind {
            Kind::Frequency => Frequency {
                id: self.id(150, 2),
                version: self.small(),
                every: self.several(|draw| Every { class: draw.class(), days: draw.small() as u16 }),
                from: self.moment(),
            }
            .into(),
            Kind::Calendar => Calendar {
                id: self.id(160, 2),
                year: self.below(9_999) as i16,
                free: self.several(|draw| FreeDay { day: draw.day(), name: draw.words() }),
            }
            .into(),
            // It has the number of its shop.
            Kind::LastVisit => LastVisit {
                id: self.id(30, 2),
                territory: self.id(10, 3),
                visit: self.id(50, 2),
                day: self.day(),
                rep: self.id(20, 2),
                points: self.maybe(Self::small),
            }
            .into(),
            Kind::Skip => Skip {
                id: self.id(110, 3),
                outlet: self.id(30, 2),
                territory: self.id(10, 3),
                rep: self.id(20, 2),
                rep_name: self.text(),
                day: self.day(),
                reason: self.skip_reason(),
                note: self.text(),
                at: self.moment(),
            }
            .into(),
            Kind::Leave => self.leave().into(),
            Kind::Sighting => self.sighting().into(),
            Kind::Viewing => self.viewing().into(),
            Kind::Quarantine => self.quarantine().into(),
            Kind::Review => Review {
                id: self.id(170, 3),
                sender: self.id(20, 2),
                accepted: self.coin(),
                by_name: self.text(),
                at: self.moment(),
            }
            .into(),
            other => self.record_of_partners(other),
        }
    }

    pub(super) fn act_of_the_day(&mut self, name: &str) -> Command {
        match name {
            "skip_stop" => SkipStop {
                skip: self.id(110, 6),
                outlet: self.id(30, 2),
                reason: self.skip_reason(),
                note: self.text(),
            }
            .into(),
            "unskip_stop" => UnskipStop { skip: self.id(110, 3) }.into(),
            "note_sighting" => NoteSighting {
                sighting: self.id(130, 6),
                visit: self.id(50, 2),
                brand: self.text(),
                product: self.text(),
                price: self.maybe(Self::money),
                promotion: self.text(),
                spend: self.maybe(Self::money),
                photo: self.maybe(|draw| draw.id(60, 4)),
            }
            .into(),
            "drop_sighting" => DropSighting { sighting: self.id(130, 3), visit: self.id(50, 2) }.into(),
            "confirm_visit" => ConfirmVisit {
                visit: self.id(50, 2),
                name: self.text(),
                signature: if self.coin() { "M1 2L3 4".to_owned() } else { self.text() },
            }
            .into(),
            "note_companion" => NoteCompanion {
                visit: self.id(50, 2),
                name: self.text(),
                role: self.of(&JointRole::ALL),
                feedback: self.text(),
                next: self.text(),
            }
            .into(),
            "read_note" => ReadNote { visit: self.id(50, 2), by: self.id(20, 3), written: self.moment() }.into(),
            "ask_leave" => AskLeave {
                leave: self.id(120, 6),
                territory: self.id(10, 3),
                window: self.window(),
                brief: self.text(),
            }
            .into(),
            "withdraw_leave" => WithdrawLeave { leave: self.id(120, 3) }.into(),
            "hand_over" => HandOver { leave: self.id(120, 3), to: self.id(20, 3), assignment: self.id(90, 6) }.into(),
            "take_back_hand_over" => TakeBackHandOver { leave: self.id(120, 3), assignment: self.id(90, 6) }.into(),
            "review_quarantine" => ReviewQuarantine { quarantine: self.id(170, 3), decision: self.decision() }.into(),
            "view_visit" => ViewVisit { viewing: self.id(140, 6), visit: self.id(50, 2) }.into(),
            other => self.act_of_a_team(other),
        }
    }
}
