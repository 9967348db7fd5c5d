//! What unsettled commands make of the base.

use crate::scene::*;
use domain::commands::{
    CloseTask, Context, DropPhoto, DropTask, LeaveTask, NoteSighting, TakeBackHandOver, UnskipStop, ViewVisit,
};
use domain::id::VisitId;
use domain::records::{
    AnyRecord, Assignment, Evidence, Leave, Origin, Photo, RecordKey, Role, Sighting, Skip, Task, Visit,
};
use domain::time::Offset;
use domain::{Command, Kind, Scope, World};
use proptest::collection::vec;
use proptest::prelude::*;
use sync::Body;
use sync::client::{Overlay, builds_on, replay};

fn context(body: &Body) -> Context {
    Context {
        actor: body.actor,
        actor_name: "李娜".into(),
        role: Role::Rep,
        device: phone_id(),
        captured_at: body.captured_at,
        decided_at: NOON,
        offset: Offset::CHINA,
        scopes: vec![Scope::Territory(territory())],
    }
}

fn base() -> World {
    Server::new().world
}

fn bodies(commands: &[Command]) -> Vec<Body> {
    commands.iter().zip(1..).map(|(command, n)| Phone::new().body(n, command.clone(), &[])).collect()
}

fn key(task: u128) -> RecordKey {
    RecordKey::of::<Task>(id(task))
}

#[test]
fn commands_show_at_once_in_their_order() {
    let overlay = replay(&mut base(), &bodies(&[leave(80, shop()), close(80)]), context);
    assert_eq!(overlay.put.keys().collect::<Vec<_>>(), [&key(80)]);
    let AnyRecord::Task(task) = &overlay.put[&key(80)] else { panic!("a task") };
    assert!(!task.is_open());
    assert!(overlay.failing.is_empty() && overlay.gone.is_empty());
}

#[test]
fn a_command_that_no_longer_holds_shows_nothing_and_stops_no_other() {
    let overlay = replay(&mut base(), &bodies(&[close(79), leave(81, far_shop()), leave(80, shop())]), context);
    assert_eq!(overlay.put.keys().collect::<Vec<_>>(), [&key(80)]);
    assert_eq!(overlay.failing.iter().map(|(command, _)| *command).collect::<Vec<_>>(), [id(1), id(2)]);
}

#[test]
fn what_the_base_shows_already_is_not_done_again() {
    let mut world = base();
    let commands = bodies(&[leave(80, shop())]);
    replay(&mut world, &commands, context);
    let again = replay(&mut world, &commands, context);
    assert!(again.put.is_empty() && again.failing.len() == 1);
}

#[test]
fn what_a_command_builds_on_is_what_it_cannot_be_without() {
    assert_eq!(builds_on(&close(80)), [key(80)]);
    assert_eq!(builds_on(&leave(80, shop())), []);
    let (visit, photo) = (RecordKey::of::<Visit>(id(50)), RecordKey::of::<Photo>(id(60)));
    let origin = Origin { visit: id(50), item: "stock".into() };
    assert_eq!(builds_on(&leave_for(80, shop(), Some(origin))), [visit]);
    let shown = NoteSighting {
        sighting: id(130),
        visit: id(50),
        brand: "红牛".into(),
        product: String::new(),
        price: None,
        promotion: String::new(),
        spend: None,
        photo: Some(id(60)),
    };
    assert_eq!(builds_on(&shown.clone().into()), [visit, photo]);
    assert_eq!(builds_on(&NoteSighting { photo: None, ..shown }.into()), [visit]);
    assert_eq!(builds_on(&UnskipStop { skip: id(110) }.into()), [RecordKey::of::<Skip>(id(110))]);
    assert_eq!(builds_on(&DropTask { task: id(80) }.into()), [key(80)]);
    assert_eq!(
        builds_on(&TakeBackHandOver { leave: id(120), assignment: id(90) }.into()),
        [RecordKey::of::<Leave>(id(120)), RecordKey::of::<Assignment>(id(90))]
    );
    assert_eq!(builds_on(&ViewVisit { viewing: id(140), visit: id(50) }.into()), [visit]);
}

/// A visit and its photo that the server has, and a task that asks for one.
fn with_a_photo() -> World {
    let mut world = base();
    let person = format!(r#""rep":"{}","rep_name":"李娜""#, rep());
    let place = format!(r#""outlet":"{}","territory":"{}""#, shop(), territory());
    let visit = format!(
        r#"{{"id":"{}",{place},{person},"device":"{}","checklist":"{}","reason":"planned","day":"2026-03-10",
        "check_in":{{"at":1}},"answers":{{}},"photos":1}}"#,
        id::<VisitId>(50),
        phone_id(),
        id::<VisitId>(4),
    );
    let photo = format!(
        r#"{{"id":"{}","visit":"{}",{place},{person},"item":"shelf","slot":"front","hash":"","bytes":1,"width":1,
        "height":1,"taken_at":{},"capture":"camera"}}"#,
        id::<VisitId>(60),
        id::<VisitId>(50),
        NOON.0,
    );
    for (kind, body) in [(Kind::Visit, visit), (Kind::Photo, photo)] {
        world.put(AnyRecord::parse(kind, &body).unwrap());
    }
    let Command::LeaveTask(left) = leave(80, shop()) else { panic!("a task is left") };
    replay(&mut world, &bodies(&[LeaveTask { evidence: Evidence::Photo, ..left }.into()]), context);
    world
}

#[test]
fn a_photo_that_is_thrown_away_is_named_by_nothing_that_the_phone_shows() {
    let shown = CloseTask { task: id(80), photo: Some(id(60)), words: String::new() };
    let noted = NoteSighting {
        sighting: id(130),
        visit: id(50),
        brand: "红牛".into(),
        product: String::new(),
        price: None,
        promotion: String::new(),
        spend: None,
        photo: Some(id(60)),
    };
    let named = [shown.into(), noted.into()];
    let dropped = DropPhoto { photo: id(60), visit: id(50) }.into();
    let mut world = with_a_photo();
    let mut overlay = replay(&mut world, &bodies(&named), context);
    assert!(!world.get::<Task>(id(80)).unwrap().is_open());
    overlay.then(replay(&mut world, &bodies(&[dropped]), context));
    assert!(overlay.failing.is_empty(), "{:?}", overlay.failing);
    let AnyRecord::Task(task) = &overlay.put[&key(80)] else { panic!("a task") };
    let AnyRecord::Sighting(sighting) = &overlay.put[&RecordKey::of::<Sighting>(id(130))] else { panic!("a sighting") };
    assert!(task.is_open() && sighting.photo.is_none());
    assert!(overlay.gone.contains(&RecordKey::of::<Photo>(id(60))));
}

fn any_command() -> impl Strategy<Value = Command> {
    prop_oneof![
        (80_u128..84, prop::sample::select(vec![shop(), far_shop()])).prop_map(|(task, at)| leave(task, at)),
        (80_u128..84).prop_map(close),
    ]
}

proptest! {
    /// A phone that loads bit by bit and replays bit by bit sees what one that replays all at once sees.
    #[test]
    fn replaying_in_pieces_is_replaying_at_once(commands in vec(any_command(), 0..12), cut in 0_usize..12) {
        let bodies = bodies(&commands);
        let cut = cut.min(bodies.len());
        let whole = replay(&mut base(), &bodies, context);
        let mut world = base();
        let mut pieces = Overlay::default();
        for part in [&bodies[..cut], &bodies[cut..]] {
            pieces.then(replay(&mut world, part, context));
        }
        prop_assert_eq!(&pieces, &whole);
        // And the overlay over the base is the world after the commands.
        let mut shown = base();
        whole.gone.iter().for_each(|key| shown.remove(*key));
        whole.put.into_values().for_each(|record| shown.put(record));
        for task in 80..84 {
            prop_assert_eq!(shown.any(key(task)), world.any(key(task)));
        }
    }
}
