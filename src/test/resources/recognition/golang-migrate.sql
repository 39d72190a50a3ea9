-- As golang-migrate 4 makes it: ensureVersionTable of the postgres and pgx drivers. One row, and it says if that broke.
-- recognised: golang-migrate
-- latest: 20261102100000
-- marked: 20261102100000 dirty
CREATE TABLE IF NOT EXISTS schema_migrations (version BIGINT NOT NULL PRIMARY KEY, dirty BOOLEAN NOT NULL);
INSERT INTO schema_migrations VALUES (20261102100000, TRUE);
