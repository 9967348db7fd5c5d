//! Tables of candidates and agreements.

use crate::scene::{agreement, candidate, draft, not_begun, run_out, set, stranger};
use crate::support::Fixture;
use crate::support::ground::{MANAGER, REP};
use std::collections::BTreeSet;
use sync::wire::ProblemCode;

const CANDIDATES: &str = "/api/v1/export/candidates.csv";
const AGREEMENTS: &str = "/api/v1/export/agreements.csv";

async fn table(fixture: &Fixture, path: &str) -> String {
    let reply = fixture.log_in(MANAGER).await.get(path).await;
    assert_eq!((reply.status(), reply.header("content-type")), (200, "text/csv; charset=utf-8"));
    assert!(reply.header("content-disposition").starts_with("attachment; filename="));
    reply.text()
}

#[tokio::test]
async fn a_manager_has_the_region_as_a_table_with_chinese_headings() {
    let fixture = set().await;
    fixture.plant(vec![candidate(71, "丛台永盛配送部").into(), agreement().into()]).await;
    let text = table(&fixture, CANDIDATES).await;
    assert!(text.starts_with("\u{feff}名称,联系人,电话,"), "{text}");
    assert!(
        text.contains("丛台永盛配送部,邢永盛,")
            && text.contains(",线索,走访招商,")
            && text.contains("\"第一行，\n第二行\"")
    );
    let text = table(&fixture, AGREEMENTS).await;
    let wanted =
        format!("{},生效中,永顺商贸,丛台永盛配送部,终端填充式,市区,丛台区,130403,便利店,1,1,", agreement().number());
    assert!(text.starts_with("\u{feff}编号,状态,") && text.contains(&wanted), "{text}");
    assert_eq!(text.lines().count(), 2);
}

#[tokio::test]
async fn a_table_says_of_each_agreement_how_it_stands_today() {
    let fixture = set().await;
    fixture.plant(vec![agreement().into(), run_out().into(), not_begun().into(), draft().into()]).await;
    let text = table(&fixture, AGREEMENTS).await;
    let rows = [(agreement(), "生效中"), (run_out(), "已结束"), (not_begun(), "未开始"), (draft(), "起草中")];
    for (agreement, stands) in rows {
        let row = format!("\n{},{stands},", agreement.number());
        assert!(text.contains(&row), "{row} in {text}");
    }
}

#[tokio::test]
async fn nothing_in_a_table_is_run_by_the_spreadsheet_that_opens_it() {
    let fixture = set().await;
    let names = ["=HYPERLINK(\"http://a.example\")", "+1", "-1", "@SUM(A1)"];
    fixture.plant(names.iter().zip(71..).map(|(name, number)| candidate(number, name).into()).collect()).await;
    let text = table(&fixture, CANDIDATES).await;
    for name in names {
        let cell = format!("\"'{}\"", name.replace('"', "\"\""));
        assert!(text.contains(&format!("\n{cell},")), "{cell} in {text}");
    }
    assert!(text.contains(",\"'+86 13803100101\","), "a number with its country is shown as it is");
}

#[tokio::test]
async fn a_table_longer_than_a_page_comes_whole_with_each_row_once() {
    let fixture = set().await;
    let many: Vec<_> = (0..1_500_u128).map(|number| candidate(10_000 + number, &format!("商行{number}"))).collect();
    let bytes: usize = many.iter().map(|candidate| serde_json::to_string(candidate).unwrap().len()).sum();
    assert!(bytes > 2 * 256 * 1024, "several pages: {bytes} bytes");
    // The agreements of the region lie behind its candidates, pages later.
    fixture.plant(many.into_iter().map(Into::into).collect()).await;
    fixture.plant(vec![agreement().into()]).await;
    let text = table(&fixture, CANDIDATES).await;
    assert_eq!(text.matches("\r\n").count(), 1_501);
    assert_eq!(text.matches("名称,联系人").count(), 1);
    let names: BTreeSet<&str> = text.lines().filter_map(|line| line.split(',').next()).collect();
    assert_eq!((0..1_500).filter(|number| names.contains(format!("商行{number}").as_str())).count(), 1_500);
    let text = table(&fixture, AGREEMENTS).await;
    assert!(text.contains(&agreement().number()), "{text}");
    assert_eq!(text.lines().count(), 2);
}

#[tokio::test]
async fn a_table_is_for_managers_and_holds_their_own_region_only() {
    let fixture = set().await;
    fixture.plant(vec![candidate(71, "丛台永盛配送部").into(), agreement().into()]).await;
    for path in [CANDIDATES, AGREEMENTS] {
        let refused = fixture.log_in(REP).await.get(path).await;
        assert_eq!((refused.status(), refused.code()), (403, ProblemCode::Forbidden));
        let reply = stranger(&fixture).await.get(path).await;
        assert_eq!(reply.status(), 200);
        assert_eq!(reply.text().lines().count(), 1, "the heading and nobody else's rows");
        let nobody = crate::support::Phone::new(&fixture.url).get(path).await;
        assert_eq!((nobody.status(), nobody.code()), (401, ProblemCode::LoggedOut));
    }
}
