-- What became of commands that were kept for a manager. The log keeps the first outcome; this is the recorded review,
-- and whoever asks about the command again is told this one. That a manager decided is a command in the log itself.

CREATE TABLE review (
    device INTEGER NOT NULL REFERENCES device (number),
    seq INTEGER NOT NULL,
    outcome TEXT NOT NULL,          -- JSON, in the place of the log's
    at INTEGER NOT NULL,
    PRIMARY KEY (device, seq)
) WITHOUT ROWID, STRICT;

CREATE VIEW report_quarantine AS
SELECT id, body ->> '$.rep' AS rep, body ->> '$.rep_name' AS rep_name, body ->> '$.territory' AS territory,
    body ->> '$.why' AS why, body ->> '$.command.do' AS act, body ->> '$.captured_at' AS captured_at,
    body ->> '$.received_at' AS received_at, body ->> '$.reviewed.decision.how' AS decision,
    body ->> '$.reviewed.by_name' AS reviewed_by_name, body ->> '$.reviewed.at' AS reviewed_at, version
FROM record WHERE kind = 'quarantine';
