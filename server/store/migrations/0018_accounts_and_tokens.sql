-- What was done to accounts and by whom, and the tokens with which other programs read.

CREATE TABLE account_change (
    n INTEGER PRIMARY KEY,
    user TEXT NOT NULL,             -- whose account
    by TEXT NOT NULL,               -- who did it
    at INTEGER NOT NULL,
    act TEXT NOT NULL               -- added, renamed, number, disabled, enabled, password
) STRICT;
CREATE INDEX account_change_user ON account_change (user, n);

CREATE TRIGGER account_change_is_never_rewritten BEFORE UPDATE ON account_change
BEGIN
    SELECT raise(ABORT, 'the history of accounts is append-only');
END;
CREATE TRIGGER account_change_is_never_shortened BEFORE DELETE ON account_change
BEGIN
    SELECT raise(ABORT, 'the history of accounts is append-only');
END;

CREATE TABLE api_token (
    id TEXT PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,  -- a stolen database reads nothing
    name TEXT NOT NULL,
    by TEXT NOT NULL,                 -- who made it: it never reads more than they may
    scopes TEXT NOT NULL,             -- JSON, what it was made for
    created_at INTEGER NOT NULL,
    last_used INTEGER,                -- to some minutes
    revoked_at INTEGER
) WITHOUT ROWID, STRICT;
CREATE INDEX api_token_by ON api_token (by);
