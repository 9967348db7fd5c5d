//! Writing many rows with few statements. A statement that crosses to SQLite's thread costs ten times what
//! a row costs, so rows go in batches of fixed sizes, whose prepared statements are kept.

use sqlx::sqlite::SqliteArguments;
use sqlx::{AssertSqlSafe, Sqlite, SqliteConnection};

/// A query under construction.
pub(super) type Query<'q> = sqlx::query::Query<'q, Sqlite, SqliteArguments>;

/// Rows per statement, largest first.
const SIZES: [usize; 3] = [128, 16, 1];

/// An insert of any number of rows.
pub(super) struct Bulk {
    /// Up to `VALUES`.
    pub head: &'static str,
    /// Columns per row.
    pub columns: usize,
    /// What follows the rows.
    pub tail: &'static str,
}

impl Bulk {
    /// Writes the rows; `bind` binds the columns of one.
    pub(super) async fn insert<T, I>(
        &self,
        connection: &mut SqliteConnection,
        rows: I,
        bind: impl for<'q> Fn(Query<'q>, T) -> Query<'q>,
    ) -> Result<(), sqlx::Error>
    where
        I: IntoIterator<Item = T>,
        I::IntoIter: ExactSizeIterator,
    {
        let mut rows = rows.into_iter();
        while rows.len() > 0 {
            let size = SIZES.into_iter().find(|size| *size <= rows.len()).unwrap_or(1);
            // Made of constants and question marks only.
            let mut query = sqlx::query(AssertSqlSafe(self.sql(size)));
            for row in rows.by_ref().take(size) {
                query = bind(query, row);
            }
            query.execute(&mut *connection).await?;
        }
        Ok(())
    }

    fn sql(&self, rows: usize) -> String {
        let row = format!("({})", vec!["?"; self.columns].join(","));
        format!("{} VALUES {} {}", self.head, vec![row; rows].join(","), self.tail)
    }
}
