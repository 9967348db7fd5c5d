-- What the rep's day is made of beside visits: stops left out, leaves, competitors, who looked at what.
-- One index per new entry of `domain::Index::FIELDS`.

CREATE INDEX skip_day ON record (json_extract(body, '$.day')) WHERE kind = 'skip';
CREATE INDEX leave_rep ON record (json_extract(body, '$.rep')) WHERE kind = 'leave';
CREATE INDEX leave_substitute ON record (json_extract(body, '$.substitute')) WHERE kind = 'leave';
CREATE INDEX sighting_outlet ON record (json_extract(body, '$.outlet')) WHERE kind = 'sighting';
CREATE INDEX sighting_visit ON record (json_extract(body, '$.visit')) WHERE kind = 'sighting';
CREATE INDEX viewing_visit ON record (json_extract(body, '$.visit')) WHERE kind = 'viewing';
CREATE INDEX viewing_rep ON record (json_extract(body, '$.rep')) WHERE kind = 'viewing';

CREATE VIEW report_skip AS
SELECT id, body ->> '$.outlet' AS outlet, body ->> '$.territory' AS territory, body ->> '$.rep' AS rep,
    body ->> '$.rep_name' AS rep_name, body ->> '$.day' AS day, body ->> '$.reason' AS reason, body ->> '$.at' AS at,
    version
FROM record WHERE kind = 'skip';

CREATE VIEW report_sighting AS
SELECT id, body ->> '$.visit' AS visit, body ->> '$.outlet' AS outlet, body ->> '$.territory' AS territory,
    body ->> '$.rep' AS rep, body ->> '$.brand' AS brand, body ->> '$.product' AS product, body ->> '$.price' AS price,
    body ->> '$.promotion' AS promotion, body ->> '$.spend' AS spend, body ->> '$.at' AS at, version
FROM record WHERE kind = 'sighting';
