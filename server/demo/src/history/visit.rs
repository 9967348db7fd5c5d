//! One visit of the past: answers that fit the pictures, photos in their slots, redos that are done on the way.

use super::pool::Shot;
use super::{MINUTE, Walk};
use crate::chance::Chance;
use crate::id;
use crate::shelf::{Kind, Poster};
use domain::geo::{Fix, Position};
use domain::id::{PhotoId, VisitId};
use domain::measure::Money;
use domain::records::{
    Answer, AnswerValue, Attendance, Capture, ItemKey, ItemKind, Look, Outlet, OutletClass, Photo, TableRow, Task,
    TaskClosing, TaskKind, Visit, VisitReason,
};
use domain::rules::score::score;
use domain::time::Moment;
use std::collections::BTreeMap;

/// What the rest of the demo needs of a visit.
pub struct Made<'a> {
    /// The visit.
    pub visit: Visit,
    /// Its photos, each with the scene it shows.
    pub photos: Vec<(Photo, &'a Shot)>,
}

impl<'p> Walk<'p> {
    /// Makes the visit, moves the clock to its end, and settles what was owed at the shop.
    pub fn visit(&self, outlet: &Outlet, clock: &mut Moment, owed: &mut [Task], draw: &mut Chance) -> Made<'p> {
        let id: VisitId = id(self.day, draw);
        let arrived = *clock;
        let fix = fix(outlet.position, arrived, draw);
        // Who comes back for a redo takes a picture that passes.
        let redo = owed.iter().any(Task::is_open);
        let shelf = self.pool.any(Kind::MainShelf, redo, draw);
        let front = self.pool.any(Kind::Storefront, redo, draw);
        let fridge = self.pool.any(Kind::Fridge, redo, draw);
        let has_fridge = outlet.class < OutletClass::C || outlet.id.0.as_bytes()[15].is_multiple_of(3);
        let mut taken: Vec<(&str, &str, &Shot, usize)> =
            vec![("front", "door", front, 0), ("shelf", "front", shelf, 0), ("shelf", "side", shelf, 1)];
        taken.extend(has_fridge.then_some(("fridge", "fridge", fridge, 0)));
        let photos: Vec<(Photo, &Shot)> = taken
            .into_iter()
            .map(|(item, slot, shot, picture)| {
                *clock = clock.plus(draw.range(1..=3) * MINUTE);
                (self.photo(id, outlet, (item, slot), shot, picture, *clock, owed, draw), shot)
            })
            .collect();
        let mut answers = self.answers(outlet, has_fridge, (shelf, front, fridge), *clock, draw);
        for (photo, _) in &photos {
            let entry = answers.entry(photo.item.clone()).or_insert_with(|| Answer {
                value: AnswerValue::Photos(BTreeMap::new()),
                at: photo.taken_at,
                confirmed: false,
            });
            if let AnswerValue::Photos(slots) = &mut entry.value {
                slots.insert(photo.slot.clone(), photo.id);
            }
        }
        *clock = clock.plus(draw.range(4..=11) * MINUTE);
        let left = *clock;
        let checklist = self.past.checklist;
        let visit = Visit {
            id,
            outlet: outlet.id,
            territory: self.territory,
            rep: self.rep(),
            rep_name: self.user.name.clone(),
            device: domain::id::DeviceId(self.rep().0),
            checklist: checklist.id,
            reason: VisitReason::Planned,
            day: self.day,
            check_in: attendance(arrived, fix, outlet),
            check_out: Some(attendance(left, self::fix(outlet.position, left, draw), outlet)),
            score: Some(score(checklist, &answers)),
            odd: Vec::new(),
            forgotten: None,
            confirmed: None,
            companions: Vec::new(),
            answers,
            note: if draw.percent(12) { (*draw.pick(&NOTES)).to_owned() } else { String::new() },
            photos: photos.len() as u32,
        };
        Made { visit, photos }
    }

    #[allow(clippy::too_many_arguments, reason = "a photo is all of this, and nobody else makes one here")]
    fn photo(
        &self,
        visit: VisitId,
        outlet: &Outlet,
        (item, slot): (&str, &str),
        shot: &Shot,
        picture: usize,
        at: Moment,
        owed: &mut [Task],
        draw: &mut Chance,
    ) -> Photo {
        let photo: PhotoId = id(self.day, draw);
        let item = ItemKey::from(item);
        let asked = owed.iter_mut().find(|task| {
            task.is_open() && matches!(&task.kind, TaskKind::Redo { item: wanted, slot: place, .. } if *wanted == item && place == slot)
        });
        let redo_of = asked.map(|task| {
            task.closed =
                Some(TaskClosing { at, by: self.rep(), photo: Some(photo), words: String::new(), withdrawn: false });
            task.id
        });
        let standard = self.past.checklist.item(&item).and_then(|item| match &item.kind {
            ItemKind::Photo { standard, .. } => *standard,
            _ => None,
        });
        Photo {
            id: photo,
            visit,
            outlet: outlet.id,
            territory: self.territory,
            rep: self.rep(),
            rep_name: self.user.name.clone(),
            item,
            slot: slot.to_owned(),
            standard,
            picture: shot.pictures[picture].clone(),
            taken_at: at,
            fix: Some(fix(outlet.position, at, draw)),
            capture: if draw.percent(3) { Capture::File } else { Capture::Camera },
            look: Look::default(),
            before: None,
            kept_because: String::new(),
            twins: Vec::new(),
            annotations: Vec::new(),
            received_at: Some(at.plus(draw.range(20..=240) * MINUTE)),
            redo_of,
            proves: Vec::new(),
            shows: Vec::new(),
            verdict: None,
            ruling: None,
            appeal: None,
            audit: None,
        }
    }

    fn answers(
        &self,
        outlet: &Outlet,
        has_fridge: bool,
        (shelf, front, fridge): (&Shot, &Shot, &Shot),
        at: Moment,
        draw: &mut Chance,
    ) -> BTreeMap<ItemKey, Answer> {
        let mut given = vec![
            ("poster", AnswerValue::YesNo(front.truth.poster == Poster::Shown)),
            ("facings", AnswerValue::Number(i64::from(shelf.truth.facings))),
            ("price_tags", AnswerValue::Choice(vec![if shelf.truth.tags { "right" } else { "wrong" }.to_owned()])),
            ("has_fridge", AnswerValue::YesNo(has_fridge)),
            ("stock", AnswerValue::Table(self.stock(draw))),
            ("willing", AnswerValue::Scale(draw.weighted(&[(1, 1), (2, 3), (3, 5), (4, 3)]))),
        ];
        if has_fridge {
            given.push(("fridge_own", AnswerValue::YesNo(fridge.truth.rivals == 0)));
        }
        if draw.percent(30) {
            given.push(("rivals", AnswerValue::Choice(vec![(*draw.pick(&["price", "gift", "display"])).to_owned()])));
        }
        if outlet.class == OutletClass::A {
            given.push(("rent", AnswerValue::Money(Money(draw.range(5..=40) * 1_000))));
        }
        given.into_iter().map(|(key, value)| (ItemKey::from(key), Answer { value, at, confirmed: false })).collect()
    }

    fn stock(&self, draw: &mut Chance) -> Vec<TableRow> {
        let wanted = self.past.checklist.items.iter().find_map(|item| match &item.kind {
            ItemKind::Table { products, .. } => Some(products.as_slice()),
            _ => None,
        });
        let price = |id| {
            self.past.region.products.iter().find(|product| product.id == id).map(|product| product.retail_price.0)
        };
        wanted
            .unwrap_or_default()
            .iter()
            .map(|product| TableRow {
                product: *product,
                stock: Some(draw.range(0..=48)),
                price: price(*product).map(|fen| Money(fen + draw.weighted(&[(0, 8), (50, 1), (-20, 1)]))),
            })
            .collect()
    }
}

const NOTES: [&str; 6] = [
    "店主想要第二台冰柜，放门口，等你回话。",
    "隔壁新开了一家岭上的专柜。",
    "月底前要补两箱冰红茶。",
    "店主换了，电话没变。",
    "冰柜灯坏了，已经报修。",
    "下周一盘点，改周二来。",
];

fn attendance(at: Moment, fix: Fix, outlet: &Outlet) -> Attendance {
    Attendance { at, fix: Some(fix), distance: Some(fix.position.metres_to(outlet.position)), exception: None }
}

/// Somewhere near the shop, as a phone would say it.
fn fix(shop: Position, at: Moment, draw: &mut Chance) -> Fix {
    let position =
        Position { lat: shop.lat + draw.range(-180..=180) as i32, lon: shop.lon + draw.range(-200..=200) as i32 };
    Fix { position, accuracy: draw.range(5..=24) as u32, measured_at: at, jitter: None }
}
