-- Views for reports and BI tools: the fields that are asked for most, one view per kind of the daily work.
-- Read them over a read-only connection; times are milliseconds since 1970.

CREATE VIEW report_outlet AS
SELECT id, body ->> '$.name' AS name, body ->> '$.class' AS class, body ->> '$.territory' AS territory,
    body ->> '$.open' AS open, version
FROM record WHERE kind = 'outlet';

CREATE VIEW report_visit AS
SELECT id, body ->> '$.outlet' AS outlet, body ->> '$.territory' AS territory, body ->> '$.rep' AS rep,
    body ->> '$.rep_name' AS rep_name, body ->> '$.day' AS day, body ->> '$.check_in.at' AS check_in,
    body ->> '$.check_in.distance' AS metres, body ->> '$.check_out.at' AS check_out,
    body ->> '$.score.share' AS score, body ->> '$.score.band' AS band, body ->> '$.photos' AS photos, version
FROM record WHERE kind = 'visit';

CREATE VIEW report_photo AS
SELECT id, body ->> '$.visit' AS visit, body ->> '$.outlet' AS outlet, body ->> '$.territory' AS territory,
    body ->> '$.rep' AS rep, body ->> '$.item' AS item, body ->> '$.slot' AS slot, body ->> '$.hash' AS hash,
    body ->> '$.taken_at' AS taken_at, body ->> '$.received_at' AS received_at, body ->> '$.ruling' AS ruling, version
FROM record WHERE kind = 'photo';

CREATE VIEW report_verdict AS
SELECT id, body ->> '$.photo' AS photo, body ->> '$.visit' AS visit, body ->> '$.territory' AS territory,
    body ->> '$.judge' AS judge, body ->> '$.judge_name' AS judge_name, body ->> '$.ruling' AS ruling,
    body ->> '$.at' AS at, version
FROM record WHERE kind = 'verdict';

CREATE VIEW report_task AS
SELECT id, body ->> '$.outlet' AS outlet, body ->> '$.territory' AS territory, body ->> '$.owner' AS owner,
    body ->> '$.asked_by_name' AS asked_by_name, body ->> '$.asked_at' AS asked_at, body ->> '$.due' AS due,
    body ->> '$.closed.at' AS closed_at, version
FROM record WHERE kind = 'task';

CREATE VIEW report_command AS
SELECT device.id AS device, seq, command_log.id AS id, actor, body ->> '$.command.do' AS act, captured_at, received_at,
    outcome ->> '$.outcome' AS outcome, body, outcome AS outcome_json
FROM command_log JOIN device ON device.number = command_log.device
-- Bytes that are not JSON are kept too; they are not for a report.
WHERE json_valid(body);
