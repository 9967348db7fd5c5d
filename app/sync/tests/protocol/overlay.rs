//! What unsettled commands make of the base.

use crate::scene::*;
use domain::commands::{Context, NoteSighting, UnskipStop, ViewVisit};
use domain::records::{Origin, Photo, RecordKey, Role, Skip, Task, Visit};
use domain::time::Offset;
use domain::{Command, Scope, World};
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
    let domain::AnyRecord::Task(task) = &overlay.put[&key(80)] else { panic!("a task") };
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
    assert_eq!(builds_on(&ViewVisit { viewing: id(140), visit: id(50) }.into()), [visit]);
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
