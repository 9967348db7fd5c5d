//! A phone that asks is told the digest of all it should hold, and only on the last page.

use crate::ground::{MANAGER, REP, east, east_shop};
use crate::phone::Phone;
use crate::served::Served;
use domain::Scope;
use std::collections::BTreeMap;
use sync::digest::Digest;
use sync::wire::{Differing, PullRequest, PullResponse};

async fn asked(phone: &Phone, differing: Vec<Scope>) -> PullResponse {
    let check = Some(Differing { scopes: differing });
    let request = PullRequest { device: phone.device, cursor: phone.cursor.clone(), check };
    phone.post("sync/pull", &request).await.json().await.unwrap()
}

fn folded(phone: &Phone) -> BTreeMap<Scope, Digest> {
    let mut digests: BTreeMap<Scope, Digest> = BTreeMap::new();
    for ((kind, id), (scope, version, _)) in &phone.base {
        digests.entry(*scope).or_default().fold(kind, &id.to_string(), *version);
    }
    digests
}

#[tokio::test]
async fn what_a_phone_has_pulled_folds_to_the_digests_that_the_server_says() {
    let served = Served::new().await;
    let mut rep = Phone::new(&served, REP, 1).await;
    let mut reader = Phone::new(&served, MANAGER, 2).await;
    reader.pull().await;
    for n in 0..400 {
        rep.leave_task(east_shop(n), &"长".repeat(600));
    }
    rep.push().await;
    let first = asked(&reader, Vec::new()).await;
    assert!(first.more && first.digests.is_none(), "what is not all here cannot be compared");
    reader.pull().await;
    let idle = asked(&reader, Vec::new()).await;
    let mut theirs = idle.digests.unwrap();
    theirs.retain(|_, digest| *digest != Digest::default());
    assert_eq!(theirs, folded(&reader));
    assert!(theirs.contains_key(&east()));
    assert!(reader.pull_page().await.digests.is_none(), "nobody asked");
}

#[tokio::test]
async fn whoever_runs_the_server_can_see_that_phones_had_to_repair() {
    let served = Served::new().await;
    let reader = Phone::new(&served, MANAGER, 2).await;
    asked(&reader, Vec::new()).await;
    let metrics =
        async || reader.client.get(format!("{}/metrics", reader.url)).send().await.unwrap().text().await.unwrap();
    assert!(!metrics().await.contains("repairs_total"));
    asked(&reader, vec![east()]).await;
    assert!(metrics().await.contains("repairs_total 1"), "{}", metrics().await);
}
