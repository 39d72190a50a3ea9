-- A copy from before the last release: schema and row at 6f708192a3b4, so one revision is still to run.
DROP INDEX ix_orders_user_id;
UPDATE alembic_version SET version_num = '6f708192a3b4';
