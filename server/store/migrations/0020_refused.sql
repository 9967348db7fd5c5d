-- How many refused commands the owner of a device has neither mended nor put away, as it says with every push: a manager
-- sees whom to help (F89).
ALTER TABLE device ADD COLUMN refused INTEGER NOT NULL DEFAULT 0;
