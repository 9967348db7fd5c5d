-- Passwords that somebody else gave have to be changed by their owner before anything is served, and what happens is told
-- by when it came here, not by the date that a phone gave it.

ALTER TABLE credential ADD COLUMN given INTEGER NOT NULL DEFAULT 0;   -- 1: by a manager, and not yet changed by its owner

-- Codes are nobody else's (`domain::Index::FIELDS`).
CREATE INDEX outlet_code ON record (json_extract(body, '$.code')) WHERE kind = 'outlet';
CREATE INDEX product_code ON record (json_extract(body, '$.code')) WHERE kind = 'product';

-- What has happened for the first time, in the order in which it came, noted while there is some program to tell.
CREATE TABLE happening (
    n INTEGER PRIMARY KEY,
    event TEXT NOT NULL,
    subject TEXT NOT NULL,
    UNIQUE (event, subject)
) STRICT;
-- Up to where that had come when the program was made; null for one from before, which goes by dates as well.
ALTER TABLE webhook ADD COLUMN since INTEGER;
