-- What a photo's proof is made of: the keys of devices, the signatures of commands, and with which command a photo came.
-- The secrets that the server seals and signs with are in `meta`, made when they are first needed.

-- The key that the device named last. All that it ever named are in device_key.
ALTER TABLE device ADD COLUMN key TEXT;

-- A device has one key. That it names another one is noted with its time, and nothing is replaced.
CREATE TABLE device_key (
    device INTEGER NOT NULL REFERENCES device (number),
    key TEXT NOT NULL,              -- P-256, uncompressed, base64url
    since INTEGER NOT NULL,         -- when the server first heard of it
    PRIMARY KEY (device, key)
) WITHOUT ROWID, STRICT;
CREATE TRIGGER device_key_is_never_rewritten BEFORE UPDATE ON device_key
BEGIN
    SELECT raise(ABORT, 'keys of devices are append-only');
END;
CREATE TRIGGER device_key_is_never_forgotten BEFORE DELETE ON device_key
BEGIN
    SELECT raise(ABORT, 'keys of devices are append-only');
END;

-- Of the link, by the device's key; null from a phone without one. It is verified when somebody asks, not when it arrives.
ALTER TABLE command_log ADD COLUMN signature TEXT;
-- The link before, where it is not that of the line before: after a lost number only the device knows it.
ALTER TABLE command_log ADD COLUMN prev TEXT;

-- In which lines of the log a photo is named.
CREATE TABLE photo_line (
    hash TEXT NOT NULL,
    device INTEGER NOT NULL REFERENCES device (number),
    seq INTEGER NOT NULL,
    PRIMARY KEY (hash, device, seq)
) WITHOUT ROWID, STRICT;
INSERT INTO photo_line (hash, device, seq)
SELECT hash, device, seq FROM (
    SELECT CASE WHEN json_valid(body) THEN body ->> '$.command.picture.hash' END AS hash, device, seq FROM command_log
) WHERE hash IS NOT NULL;
