-- Which agreement has a hash: whoever holds the paper asks for it (F51).
CREATE INDEX agreement_hash ON record (json_extract(body, '$.hash')) WHERE kind = 'agreement';
