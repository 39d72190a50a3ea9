-- As Knex 3 makes them: ensureTable of its migrator.
-- recognised: knex
-- latest: 20261102100000_orders.js
CREATE TABLE knex_migrations (
    id SERIAL PRIMARY KEY, name VARCHAR(255), batch INTEGER, migration_time TIMESTAMPTZ);
CREATE TABLE knex_migrations_lock (index SERIAL PRIMARY KEY, is_locked INTEGER);
INSERT INTO knex_migrations (name, batch, migration_time)
VALUES ('20261101100000_users.js', 1, '2026-11-01 10:00Z'), ('20261102100000_orders.js', 2, '2026-11-02 10:00Z');
INSERT INTO knex_migrations_lock (is_locked) VALUES (0);
