-- What a device said that it still held (P3), and devices that were taken out of use (P26).

-- JSON, as it came: how many commands it had not sent, from when to when, and what they do. Null if it never said.
ALTER TABLE device ADD COLUMN unsent TEXT;

-- It is pulled to no more, and what it pushes is kept for a manager. What was revoked stays revoked. With its user,
-- because a device names itself: nobody takes another's out of use by calling their own the same.
CREATE TABLE revoked_device (
    id TEXT NOT NULL,
    user TEXT NOT NULL,
    by TEXT NOT NULL,               -- who took it out of use
    at INTEGER NOT NULL,
    PRIMARY KEY (id, user)
) WITHOUT ROWID, STRICT;
