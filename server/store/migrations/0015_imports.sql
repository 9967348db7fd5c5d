-- Imports of tables (F105): who handed in which file and what it did, and what to put back when it is taken back.

CREATE TABLE import (
    id TEXT PRIMARY KEY,
    sort TEXT NOT NULL,             -- what its rows were
    file TEXT NOT NULL,             -- the name of the file
    hash TEXT NOT NULL,             -- the SHA-256 of its bytes
    by TEXT NOT NULL,               -- whose session it was
    at INTEGER NOT NULL,
    new INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    left_out INTEGER NOT NULL,
    scopes TEXT NOT NULL,           -- JSON, the scopes that it wrote to
    undone_by TEXT,
    undone_at INTEGER
) WITHOUT ROWID, STRICT;
CREATE INDEX import_at ON import (at);

-- Each record that it wrote, as it was (null: it was new) and as it became.
CREATE TABLE import_record (
    import TEXT NOT NULL REFERENCES import (id),
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    before TEXT,
    after TEXT NOT NULL,
    PRIMARY KEY (import, kind, id)
) WITHOUT ROWID, STRICT;

-- Taking an import back is the first that makes a shop vanish: the trends no longer count it then. What has been visited
-- stays, so there are no sums to correct.
CREATE TRIGGER trend_shop_gone AFTER DELETE ON record WHEN old.kind = 'outlet'
BEGIN
    DELETE FROM trend_shop WHERE outlet = old.id;
END;
