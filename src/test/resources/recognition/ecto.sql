-- As Ecto SQL 3 makes it: Ecto.Migration.SchemaMigration.
-- recognised: ecto
-- latest: 20261102100000
CREATE TABLE schema_migrations (version BIGINT NOT NULL PRIMARY KEY, inserted_at TIMESTAMP(0) WITHOUT TIME ZONE);
INSERT INTO schema_migrations VALUES (20261101100000, '2026-11-01 10:00'), (20261102100000, '2026-11-02 10:00');
