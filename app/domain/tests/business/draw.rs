//! Records and commands drawn from a number. Drawn *wild* they fill every field with anything it can hold,
//! drawn *crowded* they use few ids, so that acts meet each other.

mod commands;
mod day;
mod partners;
mod records;
mod setup;
mod team;

use crate::sample::*;
use domain::geo::{Fix, Jitter, Position};
use domain::language::Words;
use domain::measure::{Money, Share};
use domain::records::*;
use domain::time::{DateWindow, Moment};
use jiff::civil::{Date, date};
use uuid::Uuid;

pub struct Draw {
    state: u64,
    crowded: bool,
}

/// What texts are made of: two scripts, what JSON escapes, and what is more than two bytes long.
const LETTERS: [char; 12] = ['a', 'Z', '0', '"', '\\', '\n', '\u{1}', '/', '<', '店', 'é', '😀'];

impl Draw {
    pub const fn wild(seed: u64) -> Self {
        Self { state: seed, crowded: false }
    }

    pub const fn crowded(seed: u64) -> Self {
        Self { state: seed, crowded: true }
    }

    /// SplitMix64.
    pub const fn number(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub const fn below(&mut self, limit: u64) -> u64 {
        self.number() % limit
    }

    pub const fn coin(&mut self) -> bool {
        self.below(2) == 0
    }

    pub fn of<T: Clone>(&mut self, choices: &[T]) -> T {
        let at = self.below(choices.len() as u64) as usize;
        choices[at].clone()
    }

    pub fn maybe<T>(&mut self, some: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.coin().then(|| some(self))
    }

    fn several<T>(&mut self, mut one: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(4)).map(|_| one(self)).collect()
    }

    pub fn text(&mut self) -> String {
        if self.crowded {
            return self.of(&["", "补", "价签"]).to_owned();
        }
        (0..self.below(6)).map(|_| self.of(&LETTERS)).collect()
    }

    /// An id: one of a few from a base when crowded, else any at all.
    pub fn id<T: From<Uuid>>(&mut self, base: u128, few: u64) -> T {
        if self.crowded {
            id(base + u128::from(self.below(few)))
        } else {
            T::from(Uuid::from_u64_pair(self.number(), self.number()))
        }
    }

    fn words(&mut self) -> Words {
        Words::new(self.text(), self.text())
    }

    fn whole(&mut self) -> i64 {
        if self.crowded { self.below(60) as i64 } else { self.number() as i64 }
    }

    fn small(&mut self) -> u32 {
        if self.crowded { self.below(3) as u32 } else { self.number() as u32 }
    }

    fn moment(&mut self) -> Moment {
        if self.crowded { morning() } else { Moment(self.whole()) }
    }

    fn day(&mut self) -> Date {
        if self.crowded {
            return self.of(&[DAY, date(2026, 1, 1), date(2026, 6, 1)]);
        }
        date(self.below(9_999) as i16, 1 + self.below(12) as i8, 1 + self.below(28) as i8)
    }

    fn window(&mut self) -> DateWindow {
        DateWindow { from: self.day(), until: self.maybe(Self::day) }
    }

    fn position(&mut self) -> Position {
        if self.crowded {
            return HOME;
        }
        Position { lat: self.small() as i32, lon: self.small() as i32 }
    }

    fn fix(&mut self) -> Fix {
        Fix {
            position: self.position(),
            accuracy: self.small(),
            measured_at: self.moment(),
            jitter: self.maybe(|draw| Jitter { readings: draw.small() as u8, centimetres: draw.small() }),
        }
    }

    fn item_key(&mut self) -> ItemKey {
        if self.crowded {
            self.of(&["photo", "photo", "yes_no", "number", "text"]).into()
        } else {
            ItemKey(self.text())
        }
    }

    fn slot_key(&mut self) -> String {
        if self.crowded { self.of(&["front", "side"]).to_owned() } else { self.text() }
    }

    fn picture(&mut self) -> PhotoRef {
        if self.crowded {
            return picture(self.of(&['a', 'b']));
        }
        PhotoRef { hash: self.text(), bytes: self.number(), width: self.small(), height: self.small() }
    }

    fn look(&mut self) -> Look {
        Look { print: self.maybe(|draw| Print(draw.number())), doubts: self.several(|draw| draw.of(&Doubt::ALL)) }
    }

    fn spot(&mut self) -> Spot {
        Spot { x: self.below(1_100) as u16, y: self.below(1_100) as u16 }
    }

    pub fn marks(&mut self) -> Vec<Mark> {
        self.several(|draw| match draw.below(3) {
            0 => Mark::Frame(draw.spot(), draw.spot()),
            1 => Mark::Arrow(draw.spot(), draw.spot()),
            _ => Mark::Words(draw.spot(), draw.text()),
        })
    }

    fn class(&mut self) -> OutletClass {
        self.of(&[OutletClass::A, OutletClass::B, OutletClass::C, OutletClass::D])
    }

    pub fn answer_value(&mut self) -> AnswerValue {
        match self.below(12) {
            0 => AnswerValue::YesNo(self.coin()),
            1 => AnswerValue::Number(self.whole()),
            2 => AnswerValue::Money(Money(self.whole())),
            3 => AnswerValue::Choice(self.several(Self::text)),
            4 => AnswerValue::Scale(self.small()),
            5 => AnswerValue::Photos(self.several(|draw| (draw.slot_key(), draw.id(60, 4))).into_iter().collect()),
            6 => AnswerValue::Date(self.day()),
            7 => AnswerValue::Barcode(self.text()),
            8 => AnswerValue::Signature(self.text()),
            9 => AnswerValue::Document {
                number: self.text(),
                expires: self.maybe(Self::day),
                original_seen: self.coin(),
            },
            10 => AnswerValue::Table(self.several(|draw| TableRow {
                product: draw.id(40, 3),
                stock: draw.maybe(Self::whole),
                price: draw.maybe(Self::whole).map(Money),
            })),
            _ => AnswerValue::Text(self.text()),
        }
    }

    fn condition(&mut self, depth: u32) -> Condition {
        match self.below(if depth == 0 { 3 } else { 6 }) {
            0 => Condition::Is(self.item_key(), self.coin()),
            1 => Condition::AtLeast(self.item_key(), self.whole()),
            2 => Condition::Picked(self.item_key(), self.text()),
            3 => Condition::All(self.several(|draw| draw.condition(depth - 1))),
            4 => Condition::Any(self.several(|draw| draw.condition(depth - 1))),
            _ => Condition::Not(Box::new(self.condition(depth - 1))),
        }
    }

    fn item_kind(&mut self) -> ItemKind {
        match self.below(13) {
            0 => ItemKind::YesNo { good: self.coin() },
            1 => ItemKind::Number {
                unit: self.words(),
                min: self.whole(),
                max: self.whole(),
                target: self.maybe(Self::whole),
            },
            2 => ItemKind::Money { min: self.whole(), max: self.whole() },
            3 => ItemKind::Choice {
                options: self.several(|draw| Pick { key: draw.text(), words: draw.words(), rate: Share(draw.small()) }),
                many: self.coin(),
            },
            4 => ItemKind::Scale { anchors: self.several(Self::words) },
            5 => ItemKind::Photo {
                standard: self.maybe(|draw| draw.id(5, 1)),
                slots: self.several(|draw| Slot {
                    key: draw.slot_key(),
                    words: draw.words(),
                    after: draw.maybe(Self::slot_key),
                }),
            },
            6 => ItemKind::Date,
            7 => ItemKind::Barcode,
            8 => ItemKind::Signature,
            9 => ItemKind::Document,
            10 => ItemKind::Table {
                products: self.several(|draw| draw.id(40, 3)),
                columns: self.several(|draw| draw.of(&[TableColumn::Stock, TableColumn::Price])),
            },
            11 => ItemKind::Computed { unit: self.words(), formula: self.formula(2), target: self.maybe(Self::whole) },
            _ => ItemKind::Text,
        }
    }

    fn formula(&mut self, depth: u32) -> Formula {
        let part = |draw: &mut Self| Box::new(draw.formula(depth - 1));
        match self.below(if depth == 0 { 3 } else { 7 }) {
            0 => Formula::Is(self.whole()),
            1 => Formula::Of(self.item_key()),
            2 => Formula::StockOf(self.item_key()),
            3 => Formula::Sum(self.several(|draw| draw.formula(depth - 1))),
            4 => Formula::Less(part(self), part(self)),
            5 => Formula::Times(part(self), part(self)),
            _ => Formula::Percent(part(self), part(self)),
        }
    }

    fn check(&mut self) -> Check {
        Check {
            key: self.text(),
            at: self.item_key(),
            left: self.formula(1),
            must_be: self.of(&[Comparison::AtMost, Comparison::AtLeast, Comparison::Equal]),
            right: self.formula(1),
            words: self.words(),
        }
    }

    fn item(&mut self) -> Item {
        Item {
            key: self.item_key(),
            step: self.words(),
            title: self.words(),
            hint: self.words(),
            kind: self.item_kind(),
            weight: self.small(),
            required: self.coin(),
            knock_out: self.maybe(|draw| KnockOut { at_least: Share(draw.small()), words: draw.words() }),
            show_if: self.maybe(|draw| draw.condition(2)),
        }
    }

    fn attendance(&mut self) -> Attendance {
        Attendance {
            at: self.moment(),
            fix: self.maybe(Self::fix),
            distance: self.maybe(Self::small),
            exception: self.maybe(Self::text),
        }
    }

    fn score(&mut self) -> Score {
        Score {
            share: Share(self.small()),
            points: self.small(),
            out_of: self.small(),
            band: self.of(&[Band::Pass, Band::Conditional, Band::Fail]),
            knocked_out: self.several(Self::item_key),
            items: self.several(|draw| ItemScore { item: draw.item_key(), points: draw.small(), out_of: draw.small() }),
        }
    }

    fn reasons(&mut self) -> Vec<RedoReason> {
        self.several(|draw| draw.of(&RedoReason::ALL))
    }

    fn ruling(&mut self) -> Ruling {
        self.of(&[Ruling::Pass, Ruling::Redo])
    }

    fn task_kind(&mut self) -> TaskKind {
        if self.coin() {
            return TaskKind::FollowUp { what: self.text() };
        }
        TaskKind::Redo {
            photo: self.id(60, 4),
            verdict: self.id(70, 3),
            item: self.item_key(),
            slot: self.slot_key(),
            reasons: self.reasons(),
            missed: self.several(|draw| MissedPoint { number: draw.below(256) as u8, words: draw.words() }),
        }
    }
}
