-- One row per unlogged table without a page. A crash empties such a table, a copy of the files and a standby never had its rows.
SELECT c.oid::regclass::text AS object,
       'unlogged and empty: if it had rows, they are lost' AS evidence,
       ARRAY[pg_catalog.format('ALTER TABLE %s SET LOGGED;', c.oid::regclass)] AS fix
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind = 'r'
   AND c.relpersistence = 'u'
   AND pg_catalog.pg_relation_size(c.oid) = 0
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
 ORDER BY 1
