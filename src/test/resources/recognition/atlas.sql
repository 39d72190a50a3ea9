-- As Atlas makes it: the ent schema of its revisions, in a schema of its own, with its note to itself.
-- recognised: atlas
-- latest: 20261102100000
-- marked: 20261102100000 failed half-way
-- marked: .atlas_cloud_identifier no migration
CREATE SCHEMA atlas_schema_revisions;
CREATE TABLE atlas_schema_revisions.atlas_schema_revisions (
    version CHARACTER VARYING NOT NULL, description CHARACTER VARYING NOT NULL, type BIGINT NOT NULL DEFAULT 2,
    applied BIGINT NOT NULL DEFAULT 0, total BIGINT NOT NULL DEFAULT 0, executed_at TIMESTAMPTZ NOT NULL,
    execution_time BIGINT NOT NULL, error TEXT, error_stmt TEXT, hash CHARACTER VARYING NOT NULL, partial_hashes JSONB,
    operator_version CHARACTER VARYING NOT NULL, PRIMARY KEY (version));
INSERT INTO atlas_schema_revisions.atlas_schema_revisions
VALUES ('.atlas_cloud_identifier', 'b2a1', 2, 0, 0, '2026-11-01 10:00Z', 0, NULL, NULL, '', NULL, 'Atlas CLI v0.36'),
       ('20261101100000', 'users', 2, 1, 1, '2026-11-01 10:00Z', 5, NULL, NULL, 'h1:', NULL, 'Atlas CLI v0.36'),
       ('20261102100000', 'orders', 2, 1, 2, '2026-11-02 10:00Z', 5, 'relation "orders" already exists', 'CREATE TABLE orders', 'h1:', NULL, 'Atlas CLI v0.36');
