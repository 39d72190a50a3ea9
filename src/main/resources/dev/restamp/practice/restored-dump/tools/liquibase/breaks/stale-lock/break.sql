-- A deploy was killed in the middle of its update.
UPDATE databasechangeloglock SET locked = true, lockgranted = '2025-11-20 03:02:11', lockedby = 'deploy-7 (10.0.3.7)' WHERE id = 1;
