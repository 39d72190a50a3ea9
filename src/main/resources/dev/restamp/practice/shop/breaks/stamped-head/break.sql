-- The wrong fix: nothing was run, and the index will never be created.
UPDATE alembic_version SET version_num = '708192a3b4c5';
