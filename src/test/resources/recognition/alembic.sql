-- As Alembic 1.16 makes it: MigrationContext's Table with version_num String(32) and the constraint <table>_pkc.
-- recognised: alembic
-- latest: 3c4d5e6f7081, 91ab22cd33ef
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));
INSERT INTO alembic_version VALUES ('3c4d5e6f7081'), ('91ab22cd33ef');
