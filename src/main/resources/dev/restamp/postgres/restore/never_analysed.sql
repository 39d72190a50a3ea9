-- One row per table or materialised view of a size that matters about which the planner knows nothing, the largest first.
-- Small ones do not matter: autovacuum leaves them alone too, and the planner takes an unknown table for ten pages. The size is
-- what the server has counted: to measure the file would wait for whoever has locked the table.
-- A restore that makes indexes counts rows all the same: what then is missing are the statistics of columns. They are looked for
-- last, as that takes longest.
WITH large AS MATERIALIZED (
SELECT c.oid, n.nspname, c.relname, c.reltuples,
       greatest(pg_catalog.pg_stat_get_live_tuples(c.oid), c.reltuples::bigint) AS rows
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'm')
   AND pg_catalog.pg_stat_get_last_analyze_time(c.oid) IS NULL
   AND pg_catalog.pg_stat_get_last_autoanalyze_time(c.oid) IS NULL
   AND (c.relpages > 10 OR pg_catalog.pg_stat_get_live_tuples(c.oid) >= 1000)
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
)
SELECT large.oid::regclass::text AS object,
       pg_catalog.format('%s rows', rows) AS evidence,
       ARRAY[pg_catalog.format('ANALYZE %s;', large.oid::regclass)] AS fix
  FROM large
 WHERE CASE WHEN reltuples < 0 THEN true
            WHEN NOT pg_catalog.has_table_privilege(large.oid, 'SELECT') THEN false
            WHEN pg_catalog.row_security_active(large.oid) THEN false
            ELSE NOT EXISTS (SELECT FROM pg_catalog.pg_stats s
                              WHERE s.schemaname = large.nspname AND s.tablename = large.relname) END
 ORDER BY rows DESC, 1
