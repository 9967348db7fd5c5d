//! An import is noted in the transaction that writes it, and so is taking it back.

use crate::scene::{self, Scene};
use domain::id::ImportId;
use domain::records::AnyRecord;
use domain::time::Moment;
use store::{Batch, ImportNote, ImportRow, ImportStep, Imports, Records, SqliteStore};

#[tokio::test]
async fn an_import_is_found_again_with_what_was_there_before_it() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(&folder.path().join("imports.db")).await.unwrap();
    let scene = Scene::new();
    let row = |number| ImportRow {
        id: ImportId(scene::id(number)),
        sort: "outlets".to_owned(),
        file: "台账.xlsx".to_owned(),
        hash: "h".to_owned(),
        by: scene.user,
        at: Moment(i64::try_from(number).unwrap()),
        new: 1,
        changed: 1,
        left_out: 3,
        scopes: vec![scene.ground()],
        undone: None,
    };
    let task = AnyRecord::from(scene.task.clone());
    let steps = vec![
        ImportStep { before: None, after: scene.photo.clone().into() },
        ImportStep { before: Some(task.clone()), after: task },
    ];
    for number in [901, 902] {
        let note = ImportNote::Made(Box::new(row(number)), steps.clone());
        store.commit(Batch { imports: vec![note], ..Batch::default() }).await.unwrap();
    }
    assert_eq!(store.imports(9).await.unwrap(), [row(902), row(901)]);
    assert_eq!(store.imports(1).await.unwrap(), [row(902)]);
    let mut found = store.import_steps(row(901).id).await.unwrap();
    found.sort_by_key(|step| step.before.is_some());
    assert_eq!(found, steps);

    let note = ImportNote::Undone(row(901).id, scene.user, Moment(950));
    store.commit(Batch { imports: vec![note], ..Batch::default() }).await.unwrap();
    let undone = ImportRow { undone: Some((scene.user, Moment(950))), ..row(901) };
    assert_eq!(store.import(undone.id).await.unwrap(), Some(undone));
    assert_eq!(store.import(ImportId(scene::id(903))).await.unwrap(), None);
}
