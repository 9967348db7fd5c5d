//! The page on which anybody who holds a paper compares it with what is on record.

use crate::scene::{agreement, draft, not_begun, on_paper, run_out, set};
use crate::support::wire::Reply;
use crate::support::{Fixture, Phone};
use domain::records::{Agreement, Ending};
use domain::rules::agreement::content_hash;
use reqwest::Method;

async fn with(agreements: Vec<Agreement>) -> (Fixture, Phone) {
    let fixture = set().await;
    fixture.plant(agreements.into_iter().map(Into::into).collect()).await;
    // Nobody has logged in on it.
    let phone = Phone::new(&fixture.url);
    (fixture, phone)
}

async fn compared(phone: &Phone, code: &str) -> Reply {
    compared_in(phone, code, "zh-CN").await
}

async fn compared_in(phone: &Phone, code: &str, language: &str) -> Reply {
    let request = phone.request(Method::GET, &format!("/compare/{code}"));
    Reply::of(request.header("accept", "text/html").header("accept-language", language)).await
}

fn code(agreement: &Agreement) -> String {
    agreement.hash.clone().unwrap()
}

#[tokio::test]
async fn whoever_holds_a_paper_learns_without_a_login_whose_it_is_and_how_it_stands() {
    let (_fixture, phone) = with(vec![agreement()]).await;
    let reply = compared(&phone, &code(&agreement())).await;
    assert_eq!((reply.status(), reply.header("content-type")), (200, "text/html; charset=utf-8"));
    let text = reply.text();
    for wanted in [
        "<html lang=\"zh-CN\">",
        "有这份协议，正在生效",
        &agreement().number(),
        "公司",
        "永顺商贸",
        "丛台永盛配送部",
        "2026年2月1日",
        "2027年1月31日",
        "孟永顺",
        "邢永盛",
        "韩经理",
        &code(&agreement()),
    ] {
        assert!(text.contains(wanted), "{wanted} in {text}");
    }
    let again = compared(&phone, &code(&agreement()).to_uppercase()).await;
    assert_eq!(again.status(), 200, "a code that was typed in capitals is the same");
}

#[tokio::test]
async fn what_the_parties_have_agreed_on_stays_between_them() {
    let (_fixture, phone) = with(vec![agreement()]).await;
    let text = compared(&phone, &code(&agreement())).await.text();
    for kept in ["42.30", "鲜橙汁", "丛台区", "130403", "便利店", "惠民超市", "年底返利", "M40 20", "13800000"]
    {
        assert!(!text.contains(kept), "{kept} in {text}");
    }
}

#[tokio::test]
async fn it_is_said_of_each_how_it_stands_today() {
    let ended = Agreement {
        ended: Some(Ending {
            on: "2026-12-31".parse().unwrap(),
            because: "换人经营".to_owned(),
            dealer_note: String::new(),
            partner_note: String::new(),
            by_name: "韩经理".to_owned(),
            at: agreement().touched_at,
        }),
        ..agreement()
    };
    for (agreement, wanted) in [
        (on_paper(), "三方签齐了，等厂家批准"),
        (run_out(), "已经结束"),
        (not_begun(), "还没到开始的日子"),
        (ended, "到2026年12月31日为止"),
    ] {
        let (_fixture, phone) = with(vec![agreement.clone()]).await;
        let text = compared(&phone, &code(&agreement)).await.text();
        assert!(text.contains(wanted), "{wanted} in {text}");
        assert!(!text.contains("换人经营"), "why it ends is between the parties");
    }
}

#[tokio::test]
async fn nothing_is_given_away_to_whoever_has_no_paper() {
    let (fixture, phone) = with(vec![agreement(), draft()]).await;
    let mut other = code(&agreement());
    other.replace_range(63.., if other.ends_with('0') { "1" } else { "0" });
    let unknown = compared(&phone, &other).await;
    assert_eq!(unknown.status(), 404);
    assert!(unknown.text().contains("没有这个核对码的协议"));
    // A draft has no code, and its parties are not to be found by the one that it would have.
    assert_eq!(compared(&phone, &content_hash(&draft())).await.status(), 404);
    for malformed in [&other[..16], &format!("{other}0"), "%ff%fe", "zzz", "%3Cscript%3E"] {
        let reply = compared(&phone, malformed).await;
        assert_eq!(reply.status(), 400, "{malformed}");
        assert!(reply.text().contains("这不是核对码") && !reply.text().contains("<script"), "{malformed}");
    }
    for reply in [unknown, compared(&fixture.log_in(crate::support::ground::REP).await, &other).await] {
        for kept in ["永顺商贸", "丛台永盛配送部", &agreement().number()] {
            assert!(!reply.text().contains(kept), "{kept}");
        }
    }
}

#[tokio::test]
async fn whoever_guesses_has_to_wait_and_whoever_holds_a_paper_comes_in_again_afterwards() {
    let (fixture, phone) = with(vec![agreement()]).await;
    for guess in 0..20 {
        assert_eq!(compared(&phone, &format!("{guess:064x}")).await.status(), 404);
    }
    let refused = compared(&phone, &format!("{:064x}", 99)).await;
    assert_eq!((refused.status(), refused.header("retry-after")), (429, "15"));
    assert!(refused.text().contains("15 秒后再来"));
    assert_eq!(
        phone.log_in("13800000001", crate::support::PASSWORD).await.status(),
        200,
        "logging in is another matter"
    );
    fixture.clock.advance(16_000);
    assert_eq!(compared(&phone, &code(&agreement())).await.status(), 200);
}

#[tokio::test]
async fn the_page_is_the_servers_own_in_both_languages_with_the_headers_of_all_pages_and_no_script() {
    let (_fixture, phone) = with(vec![agreement()]).await;
    let english = compared_in(&phone, &code(&agreement()), "en-GB,en;q=0.9").await;
    assert!(english.text().contains("This agreement is on record and in force"));
    assert!(english.text().contains("<html lang=\"en\">"));
    let by_hand = compared_in(&phone, &format!("{}?lang=zh", code(&agreement())), "en").await;
    assert!(by_hand.text().contains("正在生效"));
    for reply in [english, by_hand, compared(&phone, "x").await] {
        let policy = reply.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe-inline"), "{policy}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        assert_eq!(reply.header("referrer-policy"), "same-origin");
        assert_eq!(reply.header("cross-origin-opener-policy"), "same-origin");
        assert_eq!(reply.header("cache-control"), "no-store");
        let text = reply.text();
        assert!(text.starts_with("<!DOCTYPE html>") && text.contains("name=\"robots\" content=\"noindex\""));
        assert!(!text.contains("<script") && !text.contains("<style") && !text.contains(" style="), "{text}");
        assert!(text.contains("rel=\"stylesheet\""));
    }
}
