//! The document of an agreement.

use crate::scene::{agreement, draft, not_begun, on_paper, run_out, set, stranger};
use crate::support::ground::{MANAGER, OTHER_REP, REP};
use crate::support::wire::Reply;
use crate::support::{Fixture, Phone};
use domain::id::AgreementId;
use lopdf::Document;
use reqwest::Method;
use sync::wire::ProblemCode;
use uuid::Uuid;

fn path(id: AgreementId) -> String {
    format!("/api/v1/agreements/{id}/pdf")
}

async fn printed(phone: &Phone, id: AgreementId) -> Reply {
    let reply = phone.get(&path(id)).await;
    assert_eq!((reply.status(), reply.header("content-type")), (200, "application/pdf"));
    reply
}

/// What somebody would find who searches in it: the words of all pages, without the breaks of lines.
fn words(reply: &Reply) -> String {
    let document = Document::load_mem(&reply.body).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).unwrap().chars().filter(|character| !character.is_whitespace()).collect()
}

async fn with_all() -> Fixture {
    let fixture = set().await;
    fixture.plant(vec![agreement().into(), draft().into(), on_paper().into()]).await;
    fixture
}

#[tokio::test]
async fn everything_that_was_agreed_stands_in_the_document_and_can_be_searched() {
    let fixture = with_all().await;
    let phone = fixture.log_in(REP).await;
    let reply = printed(&phone, agreement().id).await;
    let words = words(&reply);
    let hash = agreement().hash.unwrap();
    for wanted in [
        "三方联营协议",
        "公司",
        "永顺商贸",
        "丛台永盛配送部",
        "丛台区（130403）",
        "便利店",
        "惠民超市（130403）",
        "鑫源购物广场",
        "A类网点",
        "鲜橙汁500ml",
        "¥42.30",
        "2026年2月1日",
        "2027年1月31日",
        "每7天",
        "年底返利按季结。",
        "标准化展示",
        "孟永顺",
        "已收到一份",
        "韩经理",
        &agreement().number(),
        &hash,
        "第1页，共",
    ] {
        assert!(words.contains(wanted), "{wanted} in {words}");
    }
    assert!(words.contains(&format!("{}/compare/{hash}", fixture.url)), "anybody can scan it");
    assert!(reply.header("content-disposition").contains(&agreement().number()));
}

#[tokio::test]
async fn what_does_not_bind_says_so_across_every_page_and_what_is_in_force_does_not() {
    let fixture = with_all().await;
    let phone = fixture.log_in(MANAGER).await;
    let of = async |id| words(&printed(&phone, id).await);
    let written = of(draft().id).await;
    assert!(written.contains("草稿无效") && written.contains("未签字") && !written.contains("SHA-256"));
    let paper = of(on_paper().id).await;
    assert!(paper.contains("待批准") && paper.contains("纸质签字盖章") && paper.contains("附页"));
    let active = of(agreement().id).await;
    assert!(!active.contains("草稿") && !active.contains("待批准") && !active.contains("未签"));
}

/// Nobody does anything on the day on which an agreement runs out, and nothing is written then.
#[tokio::test]
async fn what_has_run_out_says_so_and_what_has_not_begun_does_not_claim_to_be_in_force() {
    let fixture = set().await;
    fixture.plant(vec![run_out().into(), not_begun().into(), agreement().into()]).await;
    let phone = fixture.log_in(MANAGER).await;
    let of = async |id| words(&printed(&phone, id).await);
    let over = of(run_out().id).await;
    assert!(over.contains("已结束") && !over.contains("生效"), "{over}");
    let ahead = of(not_begun().id).await;
    assert!(ahead.contains("已批准，还没到开始日") && !ahead.contains("生效"), "{ahead}");
    assert!(of(agreement().id).await.contains("生效"));
}

#[tokio::test]
async fn two_renderings_of_one_agreement_are_the_same_bytes_whoever_asks() {
    let fixture = with_all().await;
    let (rep, manager) = (fixture.log_in(REP).await, fixture.log_in(MANAGER).await);
    let first = printed(&rep, agreement().id).await;
    assert_eq!(first.body, printed(&rep, agreement().id).await.body);
    assert_eq!(first.body, printed(&manager, agreement().id).await.body);
    assert!(first.body.len() < 200_000, "{} bytes", first.body.len());
}

#[tokio::test]
async fn another_region_is_told_that_there_is_no_such_agreement_and_its_own_region_is_not() {
    let fixture = with_all().await;
    let reply = stranger(&fixture).await.get(&path(agreement().id)).await;
    assert_eq!((reply.status(), reply.code()), (404, ProblemCode::NotFound));
    let beside = fixture.log_in(OTHER_REP).await;
    printed(&beside, agreement().id).await;
    for unknown in ["x", &Uuid::from_u128(5).to_string()] {
        let reply = beside.get(&format!("/api/v1/agreements/{unknown}/pdf")).await;
        assert_eq!((reply.status(), reply.code()), (404, ProblemCode::NotFound));
    }
    let nobody = Phone::new(&fixture.url);
    let reply = Reply::of(nobody.request(Method::GET, &path(agreement().id))).await;
    assert_eq!((reply.status(), reply.code()), (401, ProblemCode::LoggedOut));
}

#[tokio::test]
async fn a_long_agreement_goes_on_over_pages_and_a_rare_character_spoils_nothing() {
    let fixture = set().await;
    let mut long = agreement();
    long.terms.more = "双方按月对账。".repeat(280);
    long.candidate_name = "喆堃😀商贸".to_owned();
    fixture.plant(vec![long.clone().into()]).await;
    let reply = printed(&fixture.log_in(REP).await, long.id).await;
    let document = Document::load_mem(&reply.body).unwrap();
    assert_eq!(document.get_pages().len(), 3, "one more than without them");
    assert!(words(&reply).contains("喆堃〓商贸"));
}
