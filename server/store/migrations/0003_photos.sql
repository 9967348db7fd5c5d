-- Photos, known by the SHA-256 of their bytes, which lie in the blob store.

-- Stored in full, the hash checked.
CREATE TABLE blob (
    hash TEXT PRIMARY KEY,
    bytes INTEGER NOT NULL,
    received_at INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

-- A small picture: from the command at first, made from the bytes later.
CREATE TABLE thumbnail (
    hash TEXT PRIMARY KEY,
    jpeg BLOB NOT NULL
) STRICT;

-- Which device said that it has the bytes.
CREATE TABLE photo_claim (
    hash TEXT NOT NULL,
    device INTEGER NOT NULL REFERENCES device (number),
    PRIMARY KEY (hash, device)
) WITHOUT ROWID, STRICT;

-- What a device may free: told in every pull, counted per device.
CREATE TABLE receipt (
    device INTEGER NOT NULL REFERENCES device (number),
    n INTEGER NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (device, n)
) WITHOUT ROWID, STRICT;
CREATE UNIQUE INDEX receipt_hash ON receipt (device, hash);

-- Uploads under way; how far each has come is the length of its file.
CREATE TABLE upload (
    id TEXT PRIMARY KEY,
    hash TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    user TEXT NOT NULL,
    device TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) WITHOUT ROWID, STRICT;
CREATE INDEX upload_end ON upload (expires_at);
