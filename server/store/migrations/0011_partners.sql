-- What is found of candidates and agreements by what it is about (F41-F53).
CREATE INDEX claim_candidate ON record (json_extract(body, '$.candidate')) WHERE kind = 'claim';
CREATE INDEX agreement_region ON record (json_extract(body, '$.region')) WHERE kind = 'agreement';
CREATE INDEX agreement_candidate ON record (json_extract(body, '$.candidate')) WHERE kind = 'agreement';
CREATE INDEX duty_month_alliance ON record (json_extract(body, '$.alliance')) WHERE kind = 'duty_month';
