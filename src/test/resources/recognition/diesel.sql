-- As Diesel 2 makes it: setup_migration_table.sql.
-- recognised: diesel
-- latest: 20261102100000
CREATE TABLE IF NOT EXISTS __diesel_schema_migrations (
    version VARCHAR(50) PRIMARY KEY NOT NULL, run_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP);
INSERT INTO __diesel_schema_migrations (version) VALUES ('20261102100000'), ('20261101100000'), ('00000000000000');
