-- Records as they now are, the versions of their scopes, and what has left a scope.

-- What is true of the whole database.
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID, STRICT;
-- Names this state of the database: devices that see another one know that it was restored from a backup.
INSERT INTO meta (key, value) VALUES ('epoch', lower(hex(randomblob(8))));

-- Each scope counts its own version, one up for every row written in it. Rows name it by its number, which is short.
CREATE TABLE scope (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,      -- company, region:<id>, office:<id>, territory:<id>, user:<id>
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE record (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    scope INTEGER NOT NULL REFERENCES scope (number),
    version INTEGER NOT NULL,       -- of the scope, when the record was last written
    body TEXT NOT NULL              -- JSON, passed to devices as it stands
) STRICT;
CREATE UNIQUE INDEX record_key ON record (kind, id);
-- The order of every pull.
CREATE UNIQUE INDEX record_version ON record (scope, version);

-- A record that left a scope: devices that had it there must drop it.
CREATE TABLE gone (
    scope INTEGER NOT NULL REFERENCES scope (number),
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (scope, version)
) WITHOUT ROWID, STRICT;
CREATE UNIQUE INDEX gone_key ON gone (kind, id, scope);

-- One per entry of `domain::Index::FIELDS`; a test compares the two lists.
CREATE INDEX visit_outlet ON record (json_extract(body, '$.outlet')) WHERE kind = 'visit';
CREATE INDEX visit_day ON record (json_extract(body, '$.day')) WHERE kind = 'visit';
CREATE INDEX photo_visit ON record (json_extract(body, '$.visit')) WHERE kind = 'photo';
CREATE INDEX photo_redo_of ON record (json_extract(body, '$.redo_of')) WHERE kind = 'photo';
CREATE INDEX verdict_photo ON record (json_extract(body, '$.photo')) WHERE kind = 'verdict';
CREATE INDEX task_outlet ON record (json_extract(body, '$.outlet')) WHERE kind = 'task';
CREATE INDEX task_owner ON record (json_extract(body, '$.owner')) WHERE kind = 'task';
CREATE INDEX journey_plan_rep ON record (json_extract(body, '$.rep')) WHERE kind = 'journey_plan';
CREATE INDEX assignment_user ON record (json_extract(body, '$.user')) WHERE kind = 'assignment';
-- Who may look at the bytes of a photo follows from the records that name its hash.
CREATE INDEX photo_hash ON record (json_extract(body, '$.hash')) WHERE kind = 'photo';
CREATE INDEX display_standard_hash ON record (json_extract(body, '$.reference.hash')) WHERE kind = 'display_standard';
