-- How people prove who they are. Only hashes of what is secret.

CREATE TABLE credential (
    user TEXT PRIMARY KEY,
    phone TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL     -- argon2id, PHC format
) WITHOUT ROWID, STRICT;

CREATE TABLE session (
    token_hash TEXT PRIMARY KEY,
    user TEXT NOT NULL,
    device TEXT NOT NULL,
    name TEXT NOT NULL,             -- what the device calls itself
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    last_seen INTEGER NOT NULL,
    revoked_at INTEGER
) WITHOUT ROWID, STRICT;
CREATE INDEX session_user ON session (user);
CREATE INDEX session_device ON session (device);

-- Failed logins, for throttling; they outlive a restart, and are forgotten after a while.
CREATE TABLE failed_login (
    key TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX failed_login_key ON failed_login (key, at);
