-- What phones compare their rows with (P25): kind, id and version of every record of a scope, folded by exclusive or, in
-- `sync::digest`. It changes in the transaction that writes records. Null: not folded yet, which the next start does.
ALTER TABLE scope ADD COLUMN digest INTEGER;
