//! Files that are no tables, and tables in every coding.

use super::book::{bomb, book, text};
use super::{HEAD, checked, post, set};
use crate::support::ground::MANAGER;
use domain::rules::import::{Field, Why};
use sync::limits::IMPORT_BYTES;
use sync::wire::{ImportAnswer, ProblemCode, Unreadable};

#[tokio::test]
async fn a_file_that_cannot_be_read_says_why() {
    let fixture = set().await;
    let manager = fixture.log_in(MANAGER).await;
    let cut = book(&[(1, vec![text("编号")])]);
    let many = format!("编号\n{}", "a\n".repeat(20_001));
    let cases: [(Vec<u8>, Unreadable); 7] = [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest".to_vec(), Unreadable::OldWorkbook),
        (cut[..cut.len() / 2].to_vec(), Unreadable::Broken),
        (bomb(), Unreadable::TooLarge),
        (many.into_bytes(), Unreadable::TooMany),
        (vec![0x81, 0x20, 0xff, 0xff], Unreadable::Coding),
        (b"\n\n , \n".to_vec(), Unreadable::Empty),
        ("甲,乙\n1,2\n".as_bytes().to_vec(), Unreadable::NoTitles),
    ];
    for (bytes, wanted) in cases {
        assert!(bytes.len() < 512 * 1024);
        let answer: ImportAnswer = post(&manager, "outlets", bytes).await.json();
        assert_eq!(answer, ImportAnswer::Unreadable { why: wanted });
    }
    let refused = post(&manager, "outlets", vec![b'a'; IMPORT_BYTES + 1]).await;
    assert_eq!((refused.status(), refused.code()), (413, ProblemCode::TooLarge));
}

#[tokio::test]
async fn a_table_in_gbk_says_the_same_as_one_in_utf_8() {
    let fixture = set().await;
    let manager = fixture.log_in(MANAGER).await;
    let file = format!("{HEAD}N1,鑫源便利店,丛台,A,36.6,114.5,1.38E+10\n");
    let (gbk, ..) = encoding_rs::GBK.encode(&file);
    let (plain, coded) = (checked(&manager, file.as_bytes()).await, checked(&manager, &gbk).await);
    assert_eq!(plain, coded);
    assert_eq!((coded.faults[0].field, &coded.faults[0].why), (Field::Phone, &Why::Rounded));
}

#[tokio::test]
async fn somebody_says_what_a_column_is_and_it_is_taken_for_that() {
    let fixture = set().await;
    let manager = fixture.log_in(MANAGER).await;
    let file = format!("{}N1,新店,丛台,A,36.6,114.5,13800000001\n", HEAD.replace("编号", "我们的号"));
    let check = checked(&manager, file.as_bytes()).await;
    assert_eq!((check.lacks, check.rows), (Some(Field::Code), 0));
    let path = "outlets?columns=code,name,territory,class,latitude,longitude,";
    let ImportAnswer::Checked(check) = post(&manager, path, file.into_bytes()).await.json() else { panic!() };
    assert_eq!((check.lacks, check.new, check.columns[6].field), (None, 1, None));
    assert!(check.changes[0].fields.iter().all(|change| change.field != Field::Phone));
}
