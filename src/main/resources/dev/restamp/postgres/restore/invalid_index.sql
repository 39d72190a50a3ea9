-- One row per index that a query cannot use: not valid, or not kept up.
-- A partitioned index is not valid until each partition has one attached; made anew without ONLY it attaches them itself.
SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) AS object,
       CASE WHEN c.relkind = 'I' THEN 'some partition has no index of it'
            WHEN NOT i.indisready THEN 'never finished, not kept up'
            ELSE 'not valid: no query uses it' END AS evidence,
       CASE WHEN c.relkind = 'I' AND con.oid IS NULL
            THEN ARRAY[pg_catalog.format('DROP INDEX %I.%I;', n.nspname, c.relname),
                       pg_catalog.replace(pg_catalog.pg_get_indexdef(c.oid), ' ON ONLY ', ' ON ') || ';']
            WHEN c.relkind = 'I' THEN ARRAY[]::text[]
            WHEN c.relname ~ '_cc(new|old)[0-9]*$'
            THEN ARRAY[pg_catalog.format('DROP INDEX CONCURRENTLY %I.%I;', n.nspname, c.relname)]
            ELSE ARRAY[pg_catalog.format('REINDEX INDEX %s%I.%I;',
                                         CASE WHEN NOT i.indisexclusion THEN 'CONCURRENTLY ' END,
                                         n.nspname, c.relname)] END AS fix
  FROM pg_catalog.pg_index i
  JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_constraint con ON con.conindid = c.oid AND con.contype IN ('p', 'u', 'x')
 WHERE NOT (i.indisvalid AND i.indisready)
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
 ORDER BY n.nspname, c.relname
