-- As Rails 8 makes them: ActiveRecord::SchemaMigration and InternalMetadata. Versions are numbers that are kept as text.
-- recognised: rails
-- latest: 20261120100000
CREATE TABLE schema_migrations (version CHARACTER VARYING NOT NULL PRIMARY KEY);
CREATE TABLE ar_internal_metadata (
    key CHARACTER VARYING NOT NULL PRIMARY KEY, value CHARACTER VARYING, created_at TIMESTAMP(6) NOT NULL,
    updated_at TIMESTAMP(6) NOT NULL);
INSERT INTO schema_migrations VALUES ('20261120100000'), ('9'), ('20261101100000');
INSERT INTO ar_internal_metadata VALUES ('environment', 'production', now(), now());
