-- That a phone found a scope other than the server has it, and fetched it again (P25): which, and when. Old ones go.
CREATE TABLE repair (
    user TEXT NOT NULL,
    device TEXT NOT NULL,
    scope TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (user, device, scope, at)
) WITHOUT ROWID, STRICT;
