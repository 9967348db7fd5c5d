-- The trends: what each ended visit counts for, and the sums of that by week. Both are kept in the transaction that
-- writes the visit or one of its photos; the rules are in `domain::rules::trends`.

-- The shops as they are now.
CREATE TABLE trend_shop (
    outlet TEXT PRIMARY KEY,
    territory TEXT NOT NULL,
    class TEXT NOT NULL,
    partner INTEGER NOT NULL,       -- the place of a partner, and no shop
    open INTEGER NOT NULL
) WITHOUT ROWID, STRICT;
CREATE INDEX trend_shop_ground ON trend_shop (territory, class) WHERE open AND NOT partner;

-- An ended visit: one row as a whole, with the empty standard, and one for each standard that its photos are judged by.
CREATE TABLE trend_visit (
    outlet TEXT NOT NULL,
    week TEXT NOT NULL,             -- its Monday
    visit TEXT NOT NULL,
    standard TEXT NOT NULL,         -- what the versions of a standard have in common
    day TEXT NOT NULL,
    territory TEXT NOT NULL,        -- at the check-in
    class TEXT NOT NULL,            -- when the row was written
    rep TEXT NOT NULL,
    check_in INTEGER NOT NULL,
    share INTEGER,                  -- what it came to, in ten thousandths; null if it was not scored
    timed INTEGER NOT NULL,
    seconds INTEGER NOT NULL,
    scored INTEGER NOT NULL,
    passed INTEGER NOT NULL,
    judged INTEGER NOT NULL,
    sent_back INTEGER NOT NULL,
    PRIMARY KEY (outlet, week, visit, standard)
) WITHOUT ROWID, STRICT;
CREATE INDEX trend_visit_rep ON trend_visit (rep, week) WHERE standard = '';

-- The sums. In a week a shop counts once, for whoever was there first.
CREATE TABLE trend_week (
    standard TEXT NOT NULL,
    week TEXT NOT NULL,
    territory TEXT NOT NULL,
    class TEXT NOT NULL,
    rep TEXT NOT NULL,
    visits INTEGER NOT NULL,
    shops INTEGER NOT NULL,
    timed INTEGER NOT NULL,
    seconds INTEGER NOT NULL,
    scored INTEGER NOT NULL,
    passed INTEGER NOT NULL,
    judged INTEGER NOT NULL,
    sent_back INTEGER NOT NULL,
    PRIMARY KEY (standard, week, territory, class, rep)
) WITHOUT ROWID, STRICT;

-- For BI tools, over a read-only connection; README says what the columns are.
CREATE VIEW bi_visits AS
SELECT whole.visit, whole.day, whole.week, land.body ->> '$.region' AS region, whole.territory,
    land.body ->> '$.name.zh' AS territory_name, whole.rep, person.body ->> '$.name' AS rep_name, whole.outlet,
    shop.body ->> '$.name' AS outlet_name, whole.class, whole.timed, whole.seconds, whole.scored, whole.passed,
    whole.share / 100.0 AS score, whole.judged, whole.sent_back
FROM trend_visit AS whole
LEFT JOIN record AS land ON land.kind = 'territory' AND land.id = whole.territory
LEFT JOIN record AS person ON person.kind = 'user' AND person.id = whole.rep
LEFT JOIN record AS shop ON shop.kind = 'outlet' AND shop.id = whole.outlet
WHERE whole.standard = '';

CREATE VIEW bi_weeks AS
SELECT sums.week, land.body ->> '$.region' AS region, sums.territory, land.body ->> '$.name.zh' AS territory_name,
    sums.class, sums.rep, person.body ->> '$.name' AS rep_name, sums.visits, sums.shops, sums.timed, sums.seconds,
    sums.scored, sums.passed, sums.judged, sums.sent_back
FROM trend_week AS sums
LEFT JOIN record AS land ON land.kind = 'territory' AND land.id = sums.territory
LEFT JOIN record AS person ON person.kind = 'user' AND person.id = sums.rep
WHERE sums.standard = '';

CREATE VIEW bi_standards AS
SELECT sums.standard, sums.week, land.body ->> '$.region' AS region, sums.territory,
    land.body ->> '$.name.zh' AS territory_name, sums.class, sums.rep, person.body ->> '$.name' AS rep_name,
    sums.visits, sums.shops, sums.timed, sums.seconds, sums.scored, sums.passed, sums.judged, sums.sent_back
FROM trend_week AS sums
LEFT JOIN record AS land ON land.kind = 'territory' AND land.id = sums.territory
LEFT JOIN record AS person ON person.kind = 'user' AND person.id = sums.rep
WHERE sums.standard <> '';

CREATE VIEW bi_shops AS
SELECT territory, class, count(*) AS shops FROM trend_shop WHERE open AND NOT partner GROUP BY territory, class;
