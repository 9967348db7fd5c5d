//! Counting what was written. The rows of a visit are made anew from its record and its photos, whatever was written of
//! them, and the sums lose what stood there before: a repeat changes nothing.

use super::super::bulk::Bulk;
use super::super::load::parsed;
use super::super::{SqliteStore, list};
use crate::StoreError;
use domain::id::{OutletId, StandardId, VisitId};
use domain::records::{AnyRecord, Outlet, OutletClass, Photo, Visit};
use domain::rules::trends::{Tally, Week, counts, of_visit};
use serde::de::DeserializeOwned;
use sqlx::{Row, SqliteConnection};
use std::collections::{BTreeMap, BTreeSet};

const SHOPS: Bulk = Bulk {
    head: "INSERT INTO trend_shop (outlet, territory, class, partner, open)",
    columns: 5,
    tail: "ON CONFLICT (outlet) DO UPDATE SET territory = excluded.territory, class = excluded.class,
           partner = excluded.partner, open = excluded.open",
};
const VISITS: Bulk = Bulk {
    head: "INSERT INTO trend_visit (outlet, week, visit, standard, day, territory, class, rep, check_in, share, timed,
           seconds, scored, passed, judged, sent_back)",
    columns: 16,
    tail: "",
};
/// Records that are counted in one transaction when a database is filled.
const AT_ONCE: i64 = 500;

/// A shop as it was put down: territory, class, whether it is a partner's place, whether it is open.
type Shop = (String, OutletClass, bool, bool);

/// What a transaction has written that the trends count.
#[derive(Default)]
pub(in super::super) struct Touched {
    shops: BTreeMap<OutletId, Shop>,
    visits: BTreeSet<VisitId>,
}

impl Touched {
    /// What these records touch.
    pub(in super::super) fn by<'a>(records: impl Iterator<Item = &'a AnyRecord>) -> Self {
        let mut touched = Self::default();
        for record in records {
            match record {
                AnyRecord::Outlet(outlet) => touched.put_down(outlet),
                // Most of what is written belongs to visits that go on, and counts for nothing yet.
                AnyRecord::Visit(visit) if !visit.is_open() => {
                    touched.visits.insert(visit.id);
                }
                AnyRecord::Photo(photo) => {
                    touched.visits.insert(photo.visit);
                }
                _ => {}
            }
        }
        touched
    }

    fn put_down(&mut self, outlet: &Outlet) {
        let shop = (outlet.territory.to_string(), outlet.class, outlet.partner, outlet.open);
        self.shops.insert(outlet.id, shop);
    }

    /// Counts it, after the records were written.
    pub(in super::super) async fn count(self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        SHOPS
            .insert(connection, self.shops, |query, (id, (territory, class, partner, open))| {
                query.bind(id.to_string()).bind(territory).bind(class.letter()).bind(partner).bind(open)
            })
            .await?;
        if self.visits.is_empty() {
            return Ok(());
        }
        let rows = rows_of(connection, &self.visits).await?;
        if rows.is_empty() {
            return Ok(());
        }
        let keys: BTreeSet<(String, String)> =
            rows.iter().map(|row| (row.visit.outlet.to_string(), week(&row.visit))).collect();
        // By their whole keys: two lists beside each other would be tried each against each.
        let whole: BTreeSet<(String, String, String)> =
            rows.iter().map(|row| (row.visit.outlet.to_string(), week(&row.visit), row.visit.id.to_string())).collect();
        let (keys, whole) = (list(keys), list(whole));
        sum(connection, &keys, -1).await?;
        sqlx::query(
            "DELETE FROM trend_visit WHERE (outlet, week, visit) IN
             (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?1))",
        )
        .bind(whole)
        .execute(&mut *connection)
        .await?;
        VISITS
            .insert(connection, rows, |query, Line { visit, class, standard, tally }| {
                query
                    .bind(visit.outlet.to_string())
                    .bind(week(&visit))
                    .bind(visit.id.to_string())
                    .bind(standard)
                    .bind(visit.day.to_string())
                    .bind(visit.territory.to_string())
                    .bind(class)
                    .bind(visit.rep.to_string())
                    .bind(visit.check_in.at.0)
                    .bind(visit.score.as_ref().map(|score| score.share.0))
                    .bind(tally.timed)
                    .bind(tally.seconds)
                    .bind(tally.scored)
                    .bind(tally.passed)
                    .bind(tally.judged)
                    .bind(tally.sent_back)
            })
            .await?;
        sum(connection, &keys, 1).await
    }
}

/// A row of `trend_visit`.
struct Line {
    visit: std::sync::Arc<Visit>,
    class: String,
    standard: String,
    tally: Tally,
}

fn week(visit: &Visit) -> String {
    Week::of(visit.day).monday().to_string()
}

/// What of these visits counts.
async fn rows_of(connection: &mut SqliteConnection, visits: &BTreeSet<VisitId>) -> Result<Vec<Line>, StoreError> {
    let wanted = list(visits);
    let ended: Vec<Visit> = read(
        connection,
        "SELECT record.body FROM json_each(?1) AS wanted CROSS JOIN record
         ON record.kind = 'visit' AND record.id = wanted.value WHERE record.body ->> '$.check_out' IS NOT NULL",
        &wanted,
    )
    .await?;
    if ended.is_empty() {
        return Ok(Vec::new());
    }
    let photos: Vec<Photo> = read(
        connection,
        "SELECT record.body FROM json_each(?1) AS wanted CROSS JOIN record
         ON record.kind = 'photo' AND json_extract(record.body, '$.visit') = wanted.value",
        &list(ended.iter().map(|visit| visit.id)),
    )
    .await?;
    let standards: BTreeSet<StandardId> = photos.iter().filter_map(|photo| photo.standard).collect();
    let lineages = lineages(connection, standards).await?;
    let mut of: BTreeMap<VisitId, Vec<Photo>> = BTreeMap::new();
    for photo in photos {
        of.entry(photo.visit).or_default().push(photo);
    }
    let shops = classes(connection, ended.iter().map(|visit| visit.outlet).collect()).await?;
    let mut rows = Vec::new();
    for visit in ended.into_iter().map(std::sync::Arc::new) {
        // Of a shop that is not there nobody knows whether it is one.
        let Some((class, partner)) = shops.get(&visit.outlet) else { continue };
        if !counts(&visit, *partner) {
            continue;
        }
        let photos = of.get(&visit.id).map_or(&[][..], Vec::as_slice);
        for (standard, tally) in of_visit(&visit, photos, &lineages) {
            rows.push(Line { visit: std::sync::Arc::clone(&visit), class: class.clone(), standard, tally });
        }
    }
    Ok(rows)
}

/// Records that this build can read; one that it cannot is not counted, and said.
async fn read<T: DeserializeOwned>(
    connection: &mut SqliteConnection,
    sql: &'static str,
    wanted: &str,
) -> Result<Vec<T>, StoreError> {
    let rows = sqlx::query(sql).bind(wanted).fetch_all(connection).await?;
    let mut read = Vec::with_capacity(rows.len());
    for row in rows {
        match serde_json::from_str(row.try_get(0)?) {
            Ok(record) => read.push(record),
            Err(error) => tracing::error!(%error, "a stored record cannot be read, and is not counted"),
        }
    }
    Ok(read)
}

async fn lineages(
    connection: &mut SqliteConnection,
    standards: BTreeSet<StandardId>,
) -> Result<BTreeMap<StandardId, String>, StoreError> {
    if standards.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = sqlx::query(
        "SELECT record.id, record.body ->> '$.lineage' FROM json_each(?1) AS wanted CROSS JOIN record
         ON record.kind = 'display_standard' AND record.id = wanted.value",
    )
    .bind(list(standards))
    .fetch_all(connection)
    .await?;
    rows.iter().map(|row| Ok((StandardId(parsed(row, 0, "standard")?), row.try_get(1)?))).collect()
}

/// The class of each shop, and whether it is a partner's place.
async fn classes(
    connection: &mut SqliteConnection,
    outlets: BTreeSet<OutletId>,
) -> Result<BTreeMap<OutletId, (String, bool)>, StoreError> {
    let rows = sqlx::query(
        "SELECT outlet, class, partner FROM json_each(?1) AS wanted CROSS JOIN trend_shop ON outlet = wanted.value",
    )
    .bind(list(outlets))
    .fetch_all(connection)
    .await?;
    rows.iter().map(|row| Ok((OutletId(parsed(row, 0, "outlet")?), (row.try_get(1)?, row.try_get(2)?)))).collect()
}

/// Adds the rows of these shops and weeks to the sums, or with a sign of -1 takes them out.
async fn sum(connection: &mut SqliteConnection, keys: &str, sign: i64) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO trend_week
             (standard, week, territory, class, rep, visits, shops, timed, seconds, scored, passed, judged, sent_back)
         SELECT standard, week, territory, class, rep, ?2 * count(*), ?2 * sum(turn = 1), ?2 * sum(timed),
             ?2 * sum(seconds), ?2 * sum(scored), ?2 * sum(passed), ?2 * sum(judged), ?2 * sum(sent_back)
         FROM (
             SELECT trend_visit.*, row_number() OVER (
                 PARTITION BY outlet, week, territory, standard ORDER BY check_in, visit
             ) AS turn
             FROM json_each(?1) AS wanted CROSS JOIN trend_visit
             ON outlet = wanted.value ->> 0 AND week = wanted.value ->> 1
         )
         GROUP BY standard, week, territory, class, rep
         ON CONFLICT (standard, week, territory, class, rep) DO UPDATE SET
             visits = visits + excluded.visits, shops = shops + excluded.shops, timed = timed + excluded.timed,
             seconds = seconds + excluded.seconds, scored = scored + excluded.scored, passed = passed + excluded.passed,
             judged = judged + excluded.judged, sent_back = sent_back + excluded.sent_back",
    )
    .bind(keys)
    .bind(sign)
    .execute(connection)
    .await?;
    Ok(())
}

impl SqliteStore {
    /// Counts the visits of a database that was written by a build which kept no trends. If it is cut off, the next
    /// start begins again: what was counted stays the same.
    pub(in super::super) async fn count_what_is_there(&self) -> Result<(), StoreError> {
        let done = sqlx::query("SELECT 1 FROM meta WHERE key = 'trends'").fetch_optional(&self.write).await?;
        if done.is_some() {
            return Ok(());
        }
        for kind in ["outlet", "visit"] {
            let mut last = String::new();
            loop {
                let mut transaction = self.write.begin().await?;
                let rows = sqlx::query("SELECT id, body FROM record WHERE kind = ?1 AND id > ?2 ORDER BY id LIMIT ?3")
                    .bind(kind)
                    .bind(&last)
                    .bind(AT_ONCE)
                    .fetch_all(&mut *transaction)
                    .await?;
                let Some(row) = rows.last() else { break };
                last = row.try_get(0)?;
                let mut touched = Touched::default();
                for row in &rows {
                    if kind == "visit" {
                        touched.visits.insert(VisitId(parsed(row, 0, "visit")?));
                    } else {
                        match serde_json::from_str::<Outlet>(row.try_get(1)?) {
                            Ok(outlet) => touched.put_down(&outlet),
                            Err(error) => tracing::error!(%error, "a stored shop cannot be read, and is not counted"),
                        }
                    }
                }
                touched.count(&mut transaction).await?;
                transaction.commit().await?;
            }
        }
        sqlx::query("INSERT INTO meta (key, value) VALUES ('trends', '1') ON CONFLICT DO NOTHING")
            .execute(&self.write)
            .await?;
        Ok(())
    }
}
