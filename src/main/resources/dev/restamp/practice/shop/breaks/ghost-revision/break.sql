-- Somebody upgraded from a branch that was never merged, and the branch is gone.
UPDATE alembic_version SET version_num = 'deadbeef0001';
