-- Other programs that are told of what happens, how far each has been told, and every message with what became of it.

CREATE TABLE webhook (
    id TEXT PRIMARY KEY,
    url TEXT NOT NULL,
    events TEXT NOT NULL,           -- JSON, what it is told of
    scopes TEXT NOT NULL,           -- JSON, where
    secret TEXT NOT NULL,           -- signs each message: it has to be readable, and opens nothing here
    by TEXT NOT NULL,               -- who made it: it is never told more than they may see
    created_at INTEGER NOT NULL,
    place TEXT NOT NULL,            -- JSON, the version of each scope up to which it has been looked through
    failing_since INTEGER,          -- since when nothing has got through
    disabled_at INTEGER,            -- by failures, until somebody enables it again
    removed_at INTEGER
) WITHOUT ROWID, STRICT;

CREATE TABLE webhook_message (
    n INTEGER PRIMARY KEY,
    webhook TEXT NOT NULL REFERENCES webhook (id),
    event TEXT NOT NULL,
    subject TEXT NOT NULL,          -- the record: of each it is told once
    body TEXT NOT NULL,             -- as it is signed and sent
    at INTEGER NOT NULL,            -- when it was put here
    tries INTEGER NOT NULL,
    next_at INTEGER,                -- when it is tried next; null once it has got through
    status INTEGER,                 -- what was last answered; null if nothing was
    delivered_at INTEGER,
    UNIQUE (webhook, event, subject)
) STRICT;
CREATE INDEX webhook_message_due ON webhook_message (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX webhook_message_of ON webhook_message (webhook, n);
