-- The version row comes from an older copy than the tables.
UPDATE alembic_version SET version_num = '3c4d5e6f7081';
