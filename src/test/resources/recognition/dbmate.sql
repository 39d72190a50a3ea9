-- As dbmate makes it on PostgreSQL: CreateMigrationsTable, version varchar(128).
-- recognised: dbmate
-- latest: 20261120100000
CREATE TABLE IF NOT EXISTS schema_migrations (version VARCHAR(128) PRIMARY KEY);
INSERT INTO schema_migrations VALUES ('20261101100000'), ('20261120100000');
