-- As Prisma Migrate 6 makes it: the PostgreSQL flavour of the schema engine. The second try of "orders" went well.
-- recognised: prisma
-- latest: 20261102100000_orders
-- marked: 20261103100000_invoices not finished
-- marked: 20261102100000_orders rolled back, not finished, overruled by a newer row
CREATE TABLE _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0);
INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, rolled_back_at)
VALUES ('a', 'x', '20261101100000_users', '2026-11-01 10:00Z', '2026-11-01 10:01Z', NULL),
       ('b', 'x', '20261102100000_orders', '2026-11-02 10:00Z', NULL, '2026-11-02 11:00Z'),
       ('c', 'x', '20261102100000_orders', '2026-11-02 12:00Z', '2026-11-02 12:01Z', NULL),
       ('d', 'x', '20261103100000_invoices', '2026-11-03 10:00Z', NULL, NULL);
