//! Records drawn from a number.

use super::Draw;
use crate::sample::*;
use domain::id::UserId;
use domain::limits::FORGOTTEN_AFTER_MILLIS;
use domain::measure::{Money, Share};
use domain::records::*;
use domain::time::Offset;
use domain::{Kind, Scope};

impl Draw {
    fn visit(&mut self) -> Visit {
        Visit {
            id: self.id(50, 2),
            outlet: self.id(30, 2),
            territory: self.id(10, 3),
            rep: self.id(20, 2),
            rep_name: self.text(),
            device: self.id(100, 1),
            checklist: self.id(4, 1),
            reason: match self.below(3) {
                0 => VisitReason::Planned,
                1 => VisitReason::Unplanned(self.text()),
                _ => VisitReason::Redo,
            },
            day: self.day(),
            check_in: self.attendance(),
            check_out: self.maybe(Self::attendance),
            answers: self
                .several(|draw| {
                    (draw.item_key(), Answer { value: draw.answer_value(), at: draw.moment(), confirmed: draw.coin() })
                })
                .into_iter()
                .collect(),
            odd: self.several(Self::text),
            forgotten: self.maybe(Self::moment),
            score: self.maybe(Self::score),
            confirmed: self.maybe(Self::confirmation),
            companions: self.several(Self::companion),
            note: self.text(),
            photos: self.small(),
        }
    }

    fn photo(&mut self) -> Photo {
        Photo {
            id: self.id(60, 4),
            visit: self.id(50, 2),
            outlet: self.id(30, 2),
            territory: self.id(10, 3),
            rep: self.id(20, 2),
            rep_name: self.text(),
            item: self.item_key(),
            slot: self.slot_key(),
            standard: self.maybe(|draw| draw.id(5, 1)),
            picture: self.picture(),
            taken_at: self.moment(),
            fix: self.maybe(Self::fix),
            capture: self.of(&[Capture::Camera, Capture::File]),
            look: self.look(),
            before: self.maybe(|draw| draw.id(60, 4)),
            kept_because: self.text(),
            twins: self.several(|draw| Twin { photo: draw.id(60, 4), distance: draw.small() }),
            annotations: self.several(|draw| Annotation {
                by: draw.id(20, 3),
                by_name: draw.text(),
                marks: draw.marks(),
            }),
            received_at: self.maybe(Self::moment),
            redo_of: self.maybe(|draw| draw.id(80, 3)),
            proves: self.several(|draw| draw.id(80, 3)),
            shows: self.several(|draw| draw.id(130, 3)),
            verdict: self.maybe(|draw| draw.id(70, 3)),
            ruling: self.maybe(Self::ruling),
            appeal: self.maybe(|draw| Appeal {
                against: draw.id(70, 3),
                because: draw.text(),
                at: draw.moment(),
                answered: draw.maybe(|draw| draw.id(70, 3)),
            }),
            audit: self.maybe(|draw| Audit { first: draw.id(70, 3), second: draw.id(70, 3), agrees: draw.coin() }),
        }
    }

    fn verdict(&mut self) -> Verdict {
        Verdict {
            id: self.id(70, 3),
            photo: self.id(60, 4),
            visit: self.id(50, 2),
            territory: self.id(10, 3),
            judge: self.id(20, 3),
            judge_name: self.text(),
            ruling: self.ruling(),
            reasons: self.reasons(),
            points: self.several(|draw| draw.below(256) as u8),
            note: self.text(),
            at: self.moment(),
            task: self.maybe(|draw| draw.id(80, 3)),
            taken_back: self.coin(),
            replaces: self.maybe(|draw| draw.id(70, 3)),
        }
    }

    fn task(&mut self) -> Task {
        Task {
            id: self.id(80, 3),
            outlet: self.id(30, 2),
            territory: self.id(10, 3),
            owner: self.id(20, 2),
            kind: self.task_kind(),
            note: self.text(),
            asked_by: self.id(20, 3),
            asked_by_name: self.text(),
            asked_at: self.moment(),
            due: self.day(),
            origin: self.maybe(|draw| Origin { visit: draw.id(50, 2), item: draw.item_key() }),
            evidence: self.of(&[Evidence::Word, Evidence::Sentence, Evidence::Photo]),
            with: self.maybe(Self::responsible),
            at_risk: self.maybe(Self::money),
            placed: self.maybe(|draw| Placed {
                quadrant: draw.of(&Quadrant::ALL),
                because: draw.text(),
                at: draw.moment(),
            }),
            closed: self.maybe(|draw| TaskClosing {
                at: draw.moment(),
                by: draw.id(20, 3),
                photo: draw.maybe(|draw| draw.id(60, 4)),
                words: draw.text(),
                withdrawn: draw.coin(),
            }),
            reopened: self.several(|draw| Reopening {
                at: draw.moment(),
                by: draw.id(20, 3),
                by_name: draw.text(),
                because: draw.text(),
            }),
        }
    }

    fn plan(&mut self) -> JourneyPlan {
        JourneyPlan {
            id: self.id(45, 2),
            territory: self.id(10, 3),
            region: self.id(1, 2),
            rep: self.id(20, 2),
            name: self.text(),
            weekdays: self.several(|draw| draw.below(9) as u8),
            weeks: if self.coin() { Weeks::Every } else { Weeks::EveryNth { n: self.small(), phase: self.small() } },
            window: self.window(),
            skip: self.several(Self::day),
            stops: self.several(|draw| draw.id(30, 2)),
        }
    }

    /// A route of a rep.
    pub fn crowded_plan_of(rep: UserId) -> AnyRecord {
        JourneyPlan { rep, ..Self::crowded(0).plan() }.into()
    }

    fn outlet(&mut self) -> Outlet {
        Outlet {
            id: self.id(30, 2),
            territory: self.id(10, 3),
            code: self.text(),
            name: self.text(),
            initials: self.text(),
            class: self.class(),
            channel: self.text(),
            address: self.text(),
            owner: self.text(),
            phone: self.text(),
            position: self.position(),
            responsible: self.responsible(),
            open: self.below(4) > 0,
            partner: self.below(4) == 0,
            moved: self.maybe(|draw| Moved { from: draw.id(10, 3), at: draw.moment() }),
        }
    }

    /// For whom something is published.
    fn published_for(&mut self) -> Scope {
        match self.below(4) {
            0 => Scope::Region(self.id(1, 2)),
            1 => Scope::Territory(self.id(10, 3)),
            _ => Scope::Company,
        }
    }

    fn checklist(&mut self) -> Checklist {
        if self.crowded {
            return checklist(items_of_every_kind());
        }
        Checklist {
            id: self.id(4, 1),
            lineage: self.text(),
            version: self.small(),
            title: self.words(),
            classes: self.several(Self::class),
            items: self.several(Self::item),
            checks: self.several(Self::check),
            bands: Bands { pass: Share(self.small()), conditional: Share(self.small()) },
            from: self.moment(),
            scope: self.published_for(),
            purpose: self.of(&[Purpose::Shop, Purpose::Inspection, Purpose::Interview]),
        }
    }

    fn territory(&mut self) -> Territory {
        if self.crowded {
            return a_territory(self.id(10, 3), region());
        }
        Territory {
            id: self.id(10, 3),
            region: self.id(1, 2),
            name: self.words(),
            territory_type: self.of(&[TerritoryType::Urban, TerritoryType::County, TerritoryType::Suburb]),
            area_codes: self.several(Self::text),
        }
    }

    /// A record of a kind. A new kind does not compile until it is drawn too.
    pub fn record(&mut self, kind: Kind) -> AnyRecord {
        match kind {
            Kind::Company => {
                Company { id: self.id(0, 1), name: self.words(), offset: Offset(self.small() as i16) }.into()
            }
            Kind::Region => Region { id: self.id(1, 2), name: self.words() }.into(),
            Kind::Territory => self.territory().into(),
            Kind::User => User {
                id: self.id(20, 3),
                region: self.id(1, 1),
                name: self.text(),
                role: self.of(&[Role::Rep, Role::RegionalManager, Role::MarketingCentre, Role::Admin]),
                active: self.coin(),
            }
            .into(),
            Kind::Assignment => Assignment {
                id: self.id(90, 2),
                user: self.id(20, 2),
                territory: self.id(10, 3),
                region: self.id(1, 2),
                window: self.window(),
                changed_at: self.moment(),
            }
            .into(),
            Kind::Dealer => Dealer {
                id: self.id(35, 2),
                region: self.id(1, 2),
                name: self.text(),
                owner: self.text(),
                phone: self.text(),
            }
            .into(),
            Kind::SubDistributor => SubDistributor {
                id: self.id(36, 2),
                dealer: self.id(35, 2),
                territory: self.id(10, 3),
                name: self.text(),
                owner: self.text(),
                phone: self.text(),
            }
            .into(),
            Kind::Outlet => self.outlet().into(),
            Kind::Product => Product {
                id: self.id(40, 3),
                code: self.text(),
                name: self.words(),
                barcode: self.text(),
                millilitres: self.small(),
                pieces_per_case: self.small(),
                case_price: Money(self.whole()),
                retail_price: Money(self.whole()),
                listed: self.coin(),
            }
            .into(),
            Kind::JourneyPlan => self.plan().into(),
            Kind::Checklist => self.checklist().into(),
            Kind::DisplayStandard => DisplayStandard {
                id: self.id(5, 1),
                lineage: self.text(),
                version: self.small(),
                name: self.words(),
                classes: self.several(Self::class),
                reference: self.maybe(Self::picture),
                points: self.several(|draw| StandardPoint {
                    words: draw.words(),
                    at: (draw.small() as u16, draw.small() as u16),
                }),
                from: self.moment(),
                scope: self.published_for(),
            }
            .into(),
            Kind::Visit => self.visit().into(),
            Kind::Photo => self.photo().into(),
            Kind::Verdict => self.verdict().into(),
            Kind::Task => self.task().into(),
            Kind::Frequency
            | Kind::Calendar
            | Kind::LastVisit
            | Kind::Skip
            | Kind::Leave
            | Kind::Sighting
            | Kind::Viewing
            | Kind::Quarantine
            | Kind::Review => self.record_of_the_day(kind),
            Kind::Candidate
            | Kind::Claim
            | Kind::QualificationRule
            | Kind::Agreement
            | Kind::Alliance
            | Kind::DutyMonth
            | Kind::RecruitEvent => self.record_of_partners(kind),
            Kind::Goal => self.goal().into(),
            Kind::Help => self.help().into(),
        }
    }

    /// Mostly what acts are about; sometimes a visit as it really begins, with nothing in it.
    pub fn any_record(&mut self) -> AnyRecord {
        if self.below(6) == 0 {
            // Begun just now, or so long ago that it was forgotten.
            let ago = if self.coin() { 0 } else { FORGOTTEN_AFTER_MILLIS };
            let check_in = Attendance { at: morning().plus(-ago), ..a_visit().check_in };
            return Visit { id: self.id(50, 2), rep: self.id(20, 2), check_in, ..a_visit() }.into();
        }
        match self.below(16) {
            12..16 => return self.any_record_of_partners(),
            0 => return a_posting().into(),
            1 => return a_redo_verdict().into(),
            2 => return Photo { verdict: Some(verdict_id()), ruling: Some(Ruling::Redo), ..a_photo() }.into(),
            _ => {}
        }
        let kinds = [
            Kind::Visit,
            Kind::Photo,
            Kind::Verdict,
            Kind::Task,
            Kind::Outlet,
            Kind::Territory,
            Kind::User,
            Kind::LastVisit,
            Kind::Skip,
            Kind::Leave,
            Kind::Sighting,
            Kind::Viewing,
            Kind::Quarantine,
            Kind::Goal,
            Kind::Help,
        ];
        let kind = self.of(&kinds);
        self.record(kind)
    }
}
