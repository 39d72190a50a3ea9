-- As sqlx 0.8 makes it: ensure_migrations_table of its Postgres migrator.
-- recognised: sqlx
-- latest: 20261101100000
-- marked: 20261102100000 failed
CREATE TABLE IF NOT EXISTS _sqlx_migrations (
    version BIGINT PRIMARY KEY, description TEXT NOT NULL, installed_on TIMESTAMPTZ NOT NULL DEFAULT now(),
    success BOOLEAN NOT NULL, checksum BYTEA NOT NULL, execution_time BIGINT NOT NULL);
INSERT INTO _sqlx_migrations
VALUES (20261101100000, 'users', '2026-11-01 10:00Z', TRUE, '\x00', 1), (20261102100000, 'orders', '2026-11-02 10:00Z', FALSE, '\x00', 1);
