-- One row per table or materialised view of a size that matters about which the planner knows nothing, the largest first.
-- Up to ten pages do not matter: autovacuum leaves small tables alone too, and the planner takes an unknown table for that large.
-- A restore that makes indexes counts rows all the same: what then is missing are the statistics of columns.
SELECT c.oid::regclass::text AS object,
       pg_catalog.pg_size_pretty(s.size) AS evidence,
       ARRAY[pg_catalog.format('ANALYZE %s;', c.oid::regclass)] AS fix
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 CROSS JOIN LATERAL (SELECT pg_catalog.pg_relation_size(c.oid) AS size OFFSET 0) s
 WHERE c.relkind IN ('r', 'm')
   AND pg_catalog.pg_stat_get_last_analyze_time(c.oid) IS NULL
   AND pg_catalog.pg_stat_get_last_autoanalyze_time(c.oid) IS NULL
   AND s.size > 10 * pg_catalog.current_setting('block_size')::int
   AND (c.reltuples < 0
        OR (pg_catalog.has_table_privilege(c.oid, 'SELECT')
            AND NOT pg_catalog.row_security_active(c.oid)
            AND NOT EXISTS (SELECT FROM pg_catalog.pg_stats
                             WHERE schemaname = n.nspname AND tablename = c.relname)))
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
 ORDER BY s.size DESC, 1
