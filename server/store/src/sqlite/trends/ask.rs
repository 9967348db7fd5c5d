//! Asking for the trends: sums out of the sums by week, and the visits of a rep behind them.

use super::super::load::parsed;
use super::super::{SqliteStore, list};
use crate::{StoreError, TrendRow, TrendVisit, TrendWanted};
use domain::id::{OutletId, TerritoryId, VisitId};
use domain::records::OutletClass;
use domain::rules::trends::{By, Tally, Week};
use jiff::civil::Date;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, Row};

impl SqliteStore {
    pub(super) async fn sums(&self, wanted: &TrendWanted, by: By) -> Result<Vec<TrendRow>, StoreError> {
        let key = match by {
            By::Region | By::Territory => "territory",
            By::Rep => "rep",
            By::Class => "class",
            By::Standard => "standard",
        };
        let standard = if wanted.kept_under(by).is_some() { "= ?1" } else { "IN named" };
        // A week comes as one row: each that crosses from SQLite's thread costs more than what is added up in it.
        // Every standard is looked for by the one before, so that of each only the weeks that are wanted are read. The
        // whole has the empty name, and comes before all of them.
        let sql = format!(
            "WITH RECURSIVE named (standard) AS (
                 SELECT min(standard) FROM trend_week WHERE standard > ''
                 UNION ALL
                 SELECT (SELECT min(standard) FROM trend_week WHERE standard > named.standard) FROM named
                 WHERE named.standard IS NOT NULL
             )
             SELECT week, json_group_array(json_array({key}, json_array(visits, shops, timed, seconds, scored, passed,
                 judged, sent_back)))
             FROM (
                 SELECT week, {key}, sum(visits) AS visits, sum(shops) AS shops, sum(timed) AS timed,
                     sum(seconds) AS seconds, sum(scored) AS scored, sum(passed) AS passed, sum(judged) AS judged,
                     sum(sent_back) AS sent_back
                 FROM trend_week
                 WHERE standard {standard} AND week BETWEEN ?2 AND ?3 AND territory IN (SELECT value FROM json_each(?4))
                     AND (?5 IS NULL OR rep = ?5) AND (?6 IS NULL OR class = ?6)
                 GROUP BY week, {key} ORDER BY week, {key}
             )
             GROUP BY week ORDER BY week"
        );
        // Made of constants.
        let rows = sqlx::query(AssertSqlSafe(sql))
            .bind(wanted.kept_under(by))
            .bind(wanted.from.monday().to_string())
            .bind(wanted.to.monday().to_string())
            .bind(list(&wanted.territories))
            .bind(wanted.rep.map(|rep| rep.to_string()))
            .bind(wanted.class.map(OutletClass::letter))
            .fetch_all(&self.read)
            .await?;
        let mut told = Vec::new();
        for row in &rows {
            let week = Week::of(day(row, 0)?);
            let keys: Vec<(String, [i64; 8])> = serde_json::from_str(row.try_get(1)?)
                .map_err(|error| StoreError::damaged("sums", error.to_string()))?;
            for (key, [visits, shops, timed, seconds, scored, passed, judged, sent_back]) in keys {
                let tally = Tally { visits, shops, timed, seconds, scored, passed, judged, sent_back };
                told.push(TrendRow { week, key, tally });
            }
        }
        Ok(told)
    }

    pub(super) async fn shops_now(
        &self,
        territories: &[TerritoryId],
    ) -> Result<Vec<(TerritoryId, OutletClass, i64)>, StoreError> {
        let rows = sqlx::query(
            "SELECT territory, class, count(*) FROM json_each(?1) AS wanted CROSS JOIN trend_shop
             ON territory = wanted.value WHERE open AND NOT partner GROUP BY territory, class",
        )
        .bind(list(territories))
        .fetch_all(&self.read)
        .await?;
        let row = |row: &SqliteRow| {
            let letter: &str = row.try_get(1)?;
            let class = [OutletClass::A, OutletClass::B, OutletClass::C, OutletClass::D]
                .into_iter()
                .find(|class| class.letter() == letter)
                .ok_or_else(|| StoreError::damaged("class", "no such letter"))?;
            Ok((TerritoryId(parsed(row, 0, "territory")?), class, row.try_get(2)?))
        };
        rows.iter().map(row).collect()
    }

    pub(super) async fn visits_behind(&self, wanted: &TrendWanted, limit: u32) -> Result<Vec<TrendVisit>, StoreError> {
        let Some(rep) = wanted.rep else { return Ok(Vec::new()) };
        let rows = sqlx::query(
            "SELECT shelf.visit, shelf.outlet, coalesce(record.body ->> '$.name', ''), shelf.day, shelf.share, 1, 0,
                 shelf.timed, shelf.seconds, shelf.scored, shelf.passed, shelf.judged, shelf.sent_back
             FROM trend_visit AS whole
             JOIN trend_visit AS shelf ON shelf.outlet = whole.outlet AND shelf.week = whole.week
                 AND shelf.visit = whole.visit AND shelf.standard = ?1
             LEFT JOIN record ON record.kind = 'outlet' AND record.id = whole.outlet
             WHERE whole.standard = '' AND whole.rep = ?2 AND whole.week BETWEEN ?3 AND ?4
                 AND whole.territory IN (SELECT value FROM json_each(?5)) AND (?6 IS NULL OR whole.class = ?6)
             ORDER BY shelf.check_in DESC, shelf.visit LIMIT ?7",
        )
        .bind(wanted.standard.as_deref().unwrap_or_default())
        .bind(rep.to_string())
        .bind(wanted.from.monday().to_string())
        .bind(wanted.to.monday().to_string())
        .bind(list(&wanted.territories))
        .bind(wanted.class.map(OutletClass::letter))
        .bind(limit)
        .fetch_all(&self.read)
        .await?;
        let row = |row: &SqliteRow| {
            Ok(TrendVisit {
                visit: VisitId(parsed(row, 0, "visit")?),
                outlet: OutletId(parsed(row, 1, "outlet")?),
                outlet_name: row.try_get(2)?,
                day: day(row, 3)?,
                share: row.try_get(4)?,
                tally: tally(row, 5)?,
            })
        };
        rows.iter().map(row).collect()
    }
}

fn day(row: &SqliteRow, column: usize) -> Result<Date, StoreError> {
    let text: &str = row.try_get(column)?;
    text.parse().map_err(|error: jiff::Error| StoreError::damaged("day", error.to_string()))
}

fn tally(row: &SqliteRow, from: usize) -> Result<Tally, StoreError> {
    Ok(Tally {
        visits: row.try_get(from)?,
        shops: row.try_get(from + 1)?,
        timed: row.try_get(from + 2)?,
        seconds: row.try_get(from + 3)?,
        scored: row.try_get(from + 4)?,
        passed: row.try_get(from + 5)?,
        judged: row.try_get(from + 6)?,
        sent_back: row.try_get(from + 7)?,
    })
}
