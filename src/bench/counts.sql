-- Fills an empty database with :tables tables: 3 of :large rows, 5 of a fifth of that, the others of :small.
--   psql -d shop -v tables=43 -v large=250000 -v small=2000 -f src/bench/counts.sql
SET client_min_messages = warning;
CREATE PROCEDURE pg_temp.fill(tables int, large int, small int) LANGUAGE plpgsql AS $$
BEGIN
  FOR i IN 1..tables LOOP
    EXECUTE format('CREATE TABLE t%s (id bigint PRIMARY KEY, name text NOT NULL, at timestamptz NOT NULL, amount numeric)', i);
    EXECUTE format(
      'INSERT INTO t%s SELECT i, md5(i::text), timestamptz ''2024-01-01 UTC'' + i * interval ''1 s'', i / 100.0
         FROM generate_series(1, %s) i',
      i,
      CASE WHEN i <= 3 THEN large WHEN i <= 8 THEN large / 5 ELSE small END);
    COMMIT;
  END LOOP;
END $$;
CALL pg_temp.fill(:tables, :large, :small);
-- Here and not by autovacuum in the middle of a run.
VACUUM ANALYZE;
