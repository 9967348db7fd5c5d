-- Devices, and every command that was ever received with what became of it: the audit trail.

CREATE TABLE device (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    user TEXT NOT NULL,             -- a device id never changes hands
    last_seq INTEGER NOT NULL,      -- the last number taken
    link TEXT NOT NULL,             -- the hash chain up to there
    next_seq INTEGER NOT NULL,      -- announced: what never arrives was lost
    photos_waiting INTEGER NOT NULL,
    persisted INTEGER,              -- whether the browser promised to keep its storage; null if it never said
    clock_offset INTEGER NOT NULL,  -- server time minus its clock, milliseconds
    last_seen INTEGER NOT NULL
) STRICT;
CREATE INDEX device_user ON device (user);

CREATE TABLE command_log (
    device INTEGER NOT NULL REFERENCES device (number),
    seq INTEGER NOT NULL,           -- dense per device, from 1
    id TEXT,                        -- null if unreadable, lost, or first logged under another number
    content TEXT NOT NULL,          -- SHA-256 of the body
    link TEXT NOT NULL,             -- hash of the link before, the number and the content
    body TEXT NOT NULL,             -- the bytes as the phone froze them
    actor TEXT NOT NULL,            -- whose session sent it; the body says who made it
    captured_at INTEGER,            -- by the phone's clock as it stood
    received_at INTEGER NOT NULL,
    outcome TEXT NOT NULL           -- JSON; the first and only one
) STRICT;
CREATE UNIQUE INDEX command_log_seq ON command_log (device, seq);
CREATE UNIQUE INDEX command_log_id ON command_log (id) WHERE id IS NOT NULL;

CREATE TRIGGER command_log_is_never_rewritten BEFORE UPDATE ON command_log
BEGIN
    SELECT raise(ABORT, 'the command log is append-only');
END;
CREATE TRIGGER command_log_is_never_shortened BEFORE DELETE ON command_log
BEGIN
    SELECT raise(ABORT, 'the command log is append-only');
END;
