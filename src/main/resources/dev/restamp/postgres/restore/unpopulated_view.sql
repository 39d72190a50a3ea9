-- One row per materialised view without data: reading it is an error.
SELECT c.oid::regclass::text AS object,
       'never filled: to read it is an error' AS evidence,
       ARRAY[pg_catalog.format('REFRESH MATERIALIZED VIEW %s;', c.oid::regclass)] AS fix
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind = 'm'
   AND NOT c.relispopulated
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
 ORDER BY 1
