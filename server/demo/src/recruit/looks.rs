//! What was found at a candidate's place, and in two conversations about the mind: finished visits with their photos,
//! answered as the plan says and scored by the real rules. Members are called on for service too (S18).

use super::file::licence;
use super::people::Site;
use super::{Cast, Lists, MINUTE, Person};
use crate::chance::Chance;
use crate::partners::DEALERS;
use crate::shelf::depot::{Depot, photograph};
use crate::shelf::scenes::{Fault, compose};
use crate::shelf::{Angle, Kind, Picture, Studio};
use crate::{DemoPicture, before, id};
use domain::geo::{Fix, Position};
use domain::id::{DeviceId, PhotoId, VisitId};
use domain::records::{
    Answer, AnswerValue, AnyRecord, Attendance, Capture, Checklist, Companion, ItemKey, ItemKind, JointRole, Look,
    Photo, PhotoRef, Ruling, User, Verdict, Visit, VisitReason,
};
use domain::rules::score::score;
use domain::time::{Moment, Offset};
use std::collections::BTreeMap;
use sync::ContentHash;

/// Pixels of a picture.
const SIZE: (u32, u32) = (480, 640);
/// Pictures of each kind.
const EACH: usize = 3;
/// How many days ago a member was last called on: one lately, one a while ago, one too long ago.
const SERVED: [i64; 3] = [12, 41, 75];

/// The pictures of places and papers, a few of each kind.
pub struct Album {
    papers: Vec<PhotoRef>,
    stacks: Vec<PhotoRef>,
    vans: Vec<PhotoRef>,
    fronts: Vec<PhotoRef>,
    /// Their bytes.
    pub pictures: Vec<DemoPicture>,
}

impl Album {
    /// Draws them.
    pub fn draw(chance: &Chance) -> Self {
        let mut pictures = Vec::new();
        let mut keep = |picture: Picture| {
            let hash = ContentHash::of(&picture.bytes).0;
            let (width, height) = picture.size;
            let named = PhotoRef { hash: hash.clone(), bytes: picture.bytes.len() as u64, width, height };
            pictures.push(DemoPicture { hash, bytes: picture.bytes, thumbnail: picture.thumbnail });
            named
        };
        let mut of = |what: Depot, name: &str| -> Vec<PhotoRef> {
            (0..EACH).map(|at| keep(photograph(what, SIZE, &mut chance.numbered(name, at as u64)))).collect()
        };
        let (papers, stacks, vans) = (of(Depot::Paper, "paper"), of(Depot::Stacks, "stacks"), of(Depot::Van, "van"));
        let mut studio = Studio::default();
        let fronts = (0..EACH)
            .map(|at| {
                let scene = compose(Kind::Storefront, Fault::Nothing, &chance.numbered("front", at as u64));
                keep(studio.photograph(&scene, &[Angle::Front], SIZE).swap_remove(0))
            })
            .collect();
        Self { papers, stacks, vans, fronts, pictures }
    }

    /// A picture that fits a question.
    fn of(&self, item: &str, draw: &mut Chance) -> PhotoRef {
        let pictures = match item {
            "warehouse_photo" => &self.stacks,
            "vehicle_photo" => &self.vans,
            "front_photo" | "front" => &self.fronts,
            _ => &self.papers,
        };
        draw.pick(pictures).clone()
    }

    /// A sealed page on paper.
    pub fn page(&self, number: usize) -> PhotoRef {
        self.papers[number % self.papers.len()].clone()
    }

    /// The photo with which a candidate was written down, if somebody has stood before it.
    pub fn front_of(&self, cast: &Cast<'_>, person: &Person, draw: &mut Chance) -> Option<Photo> {
        let at = cast.moment(person.plan.added, 11);
        let user = cast.rep(person.plan.owner);
        let stood_there = person.plan.site != Site::Unseen || person.plan.from == super::people::From::Street;
        let of = VisitId(person.candidate.0);
        stood_there.then(|| photo(person, user, of, ("front", "front"), self.of("front", draw), at, draw))
    }
}

/// Everything that was looked at.
pub fn visits(cast: &Cast<'_>, lists: &Lists, person: &Person, album: &Album, draw: &mut Chance) -> Vec<AnyRecord> {
    let plan = person.plan;
    let rep = cast.rep(plan.owner);
    let mut records = Vec::new();
    if plan.site != Site::Unseen {
        let back = plan.added.min(34) - 5;
        let at = cast.moment(back, 10);
        let (mut visit, photos) = inspection(&lists.inspection, cast, person, rep, album, at, draw);
        visit.score = Some(score(&lists.inspection, &visit.answers));
        // The dealer takes the way to the large ones, and hears of the others (S35).
        if plan.site == Site::Large {
            let name = DEALERS[0].owner.to_owned();
            let role = JointRole::Evaluator;
            visit.companions.push(Companion {
                by: rep.id,
                name,
                role,
                feedback: String::new(),
                next: String::new(),
                at,
                read: None,
            });
        }
        records.push(visit.into());
        // They are proof for a file and nothing to judge a shelf by: seen and passed.
        for mut photo in photos {
            let verdict = passed(cast, &photo, draw);
            (photo.verdict, photo.ruling) = (Some(verdict.id), Some(verdict.ruling));
            records.extend([AnyRecord::from(photo), verdict.into()]);
        }
    }
    for ((steps, interviewer), hour) in plan.minds.iter().zip([rep, cast.manager]).zip([14, 16]) {
        let at = cast.moment(plan.added.min(34) - 6, hour);
        let items = lists.interview.items.iter().zip(steps);
        let answers = items.map(|(item, step)| (item.key.clone(), AnswerValue::Scale(*step))).collect();
        records.push(finished(&lists.interview, cast, person, interviewer, answers, at, draw).into());
    }
    if let Some(back) = plan.sub.and_then(|_| SERVED.get(member_number(person))).copied() {
        let answers = vec![
            ("on_time".into(), AnswerValue::YesNo(back < 60)),
            ("after_sales".into(), AnswerValue::Choice(vec![if back < 60 { "none" } else { "damaged" }.to_owned()])),
            ("wishes".into(), AnswerValue::Text("月底前再来一个导购，帮着摆堆头。".to_owned())),
        ];
        let at = cast.moment(back, 15);
        records.push(finished(&lists.service, cast, person, rep, answers, at, draw).into());
    }
    records
}

/// Which of the members it is.
fn member_number(person: &Person) -> usize {
    let members = super::PLANS.iter().filter(|plan| plan.sub.is_some());
    members.take_while(|plan| plan.name != person.plan.name).count()
}

type Given = Vec<(ItemKey, AnswerValue)>;

fn inspection(
    list: &Checklist,
    cast: &Cast<'_>,
    person: &Person,
    user: &User,
    album: &Album,
    at: Moment,
    draw: &mut Chance,
) -> (Visit, Vec<Photo>) {
    let mut visit = finished(list, cast, person, user, found(cast, person), at, draw);
    let mut photos = Vec::new();
    for item in &list.items {
        let ItemKind::Photo { slots, .. } = &item.kind else { continue };
        let mut taken = BTreeMap::new();
        for slot in slots {
            let taken_at = at.plus((photos.len() as i64 + 2) * 2 * MINUTE);
            let picture = album.of(&item.key.0, draw);
            let made = photo(person, user, visit.id, (&item.key.0, &slot.key), picture, taken_at, draw);
            taken.insert(slot.key.clone(), made.id);
            photos.push(made);
        }
        let value = AnswerValue::Photos(taken);
        visit.answers.insert(item.key.clone(), Answer { value, at, confirmed: false });
    }
    visit.photos = photos.len() as u32;
    (visit, photos)
}

/// What papers and site say.
fn found(cast: &Cast<'_>, person: &Person) -> Given {
    let plan = person.plan;
    let large = plan.site == Site::Large;
    let name = format!("邯郸市{}", plan.name);
    let account = if let Site::OtherName(other) = plan.site { other.to_owned() } else { name.clone() };
    let permit_until = if plan.site == Site::Expired { cast.day(18) } else { cast.day(-600) };
    let paper = |number: String, expires| AnswerValue::Document { number, expires, original_seen: true };
    let given = [
        ("licence", paper(licence(plan), None)),
        ("licence_name", AnswerValue::Text(name.clone())),
        ("food_permit", paper(format!("JY1130403{:07}", plan.phone * 811), Some(permit_until))),
        ("account", paper(format!("J1270{:08}", plan.phone * 7_919), None)),
        ("account_name", AnswerValue::Text(account)),
        ("signboard_name", AnswerValue::Text(name)),
        ("warehouse", AnswerValue::Number(if large { 900 } else { 110 })),
        ("vehicles", AnswerValue::Number(if large { 6 } else { 2 })),
        ("staff", AnswerValue::Number(if large { 11 } else { 4 })),
        ("routes", AnswerValue::Choice(vec!["written".to_owned()])),
        ("cycle", AnswerValue::Choice(vec!["week".to_owned()])),
    ];
    given.map(|(key, value)| (ItemKey::from(key), value)).into()
}

/// A visit to a partner's place that has ended.
fn finished(
    list: &Checklist,
    cast: &Cast<'_>,
    person: &Person,
    user: &User,
    given: Given,
    at: Moment,
    draw: &mut Chance,
) -> Visit {
    let day = at.date(Offset::CHINA);
    let answers: BTreeMap<ItemKey, Answer> = given
        .into_iter()
        .zip(1..)
        .map(|((key, value), minutes)| (key, Answer { value, at: at.plus(minutes * 3 * MINUTE), confirmed: false }))
        .collect();
    let there = |at: Moment, draw: &mut Chance| {
        let fix = fix(person.place.position, at, draw);
        let distance = Some(fix.position.metres_to(person.place.position));
        Attendance { at, fix: Some(fix), distance, exception: None }
    };
    debug_assert!(day <= cast.today, "nobody has been anywhere tomorrow");
    Visit {
        id: id(day, draw),
        outlet: person.place.id,
        territory: person.place.territory,
        rep: user.id,
        rep_name: user.name.clone(),
        device: DeviceId(user.id.0),
        checklist: list.id,
        reason: VisitReason::Unplanned(list.title.zh.clone()),
        day,
        check_in: there(at, draw),
        check_out: Some(there(at.plus(55 * MINUTE), draw)),
        score: Some(score(list, &answers)),
        answers,
        odd: Vec::new(),
        forgotten: None,
        confirmed: None,
        companions: Vec::new(),
        note: String::new(),
        photos: 0,
    }
}

fn fix(place: Position, at: Moment, draw: &mut Chance) -> Fix {
    let mut near = |middle: i32| middle + draw.range(-150..=150) as i32;
    let position = Position { lat: near(place.lat), lon: near(place.lon) };
    Fix { position, accuracy: draw.range(6..=20) as u32, measured_at: at, jitter: None }
}

/// A photo that belongs to a visit, a candidate or an agreement.
pub fn photo(
    person: &Person,
    user: &User,
    of: VisitId,
    (item, slot): (&str, &str),
    picture: PhotoRef,
    at: Moment,
    draw: &mut Chance,
) -> Photo {
    let photo: PhotoId = id(at.date(Offset::CHINA), draw);
    Photo {
        id: photo,
        visit: of,
        outlet: person.place.id,
        territory: person.place.territory,
        rep: user.id,
        rep_name: user.name.clone(),
        item: ItemKey::from(item),
        slot: slot.to_owned(),
        standard: None,
        picture,
        taken_at: at,
        fix: Some(fix(person.place.position, at, draw)),
        capture: Capture::Camera,
        look: Look::default(),
        before: None,
        kept_because: String::new(),
        twins: Vec::new(),
        annotations: Vec::new(),
        received_at: Some(at.plus(90 * MINUTE)),
        redo_of: None,
        proves: Vec::new(),
        shows: Vec::new(),
        verdict: None,
        ruling: None,
        appeal: None,
        audit: None,
    }
}

fn passed(cast: &Cast<'_>, photo: &Photo, draw: &mut Chance) -> Verdict {
    let at = photo.taken_at.plus(20 * 60 * MINUTE);
    Verdict {
        id: id(before(cast.today, 1).min(at.date(Offset::CHINA)), draw),
        photo: photo.id,
        visit: photo.visit,
        territory: photo.territory,
        judge: cast.manager.id,
        judge_name: cast.manager.name.clone(),
        ruling: Ruling::Pass,
        note: String::new(),
        points: Vec::new(),
        reasons: Vec::new(),
        at,
        task: None,
        taken_back: false,
        replaces: None,
    }
}
