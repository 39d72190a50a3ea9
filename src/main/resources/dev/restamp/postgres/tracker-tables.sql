-- One row per table of a user schema that has one of these names, or a column of these names, with all its columns.
SELECT n.nspname                                              AS schema,
       c.relname                                              AS name,
       pg_catalog.format('%I.%I', n.nspname, c.relname)       AS sql,
       a.names                                                AS columns,
       a.types                                                AS types,
       pg_catalog.has_schema_privilege(n.oid, 'USAGE')        AS usage,
       pg_catalog.has_table_privilege(c.oid, 'SELECT')        AS may_select,
       pg_catalog.row_security_active(c.oid)                  AS row_security
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 CROSS JOIN LATERAL (
       SELECT pg_catalog.array_agg(t.attname::text ORDER BY t.attnum)                                    AS names,
              pg_catalog.array_agg(pg_catalog.format_type(t.atttypid, t.atttypmod) ORDER BY t.attnum) AS types
         FROM pg_catalog.pg_attribute t
        WHERE t.attrelid = c.oid
          AND t.attnum > 0
          AND NOT t.attisdropped) a
 WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm')
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
   AND (c.relname = ANY (?)
     OR c.oid IN (SELECT t.attrelid
                    FROM pg_catalog.pg_attribute t
                   WHERE t.attname = ANY (?)
                     AND t.attnum > 0
                     AND NOT t.attisdropped))
 ORDER BY n.nspname, c.relname
