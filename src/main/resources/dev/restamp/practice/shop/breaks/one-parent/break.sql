-- Stamped before the merge: the other branch, 5e6f708192a3, is in the schema but not in the table.
UPDATE alembic_version SET version_num = '4d5e6f708192';
