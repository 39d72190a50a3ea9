-- One row per relation of the name given, in any user schema: what it is, and what this role may do with it.
SELECT n.nspname                                                 AS schema,
       c.relname                                                 AS name,
       pg_catalog.format('%I.%I', n.nspname, c.relname)          AS sql,
       pg_catalog.format_type(a.atttypid, a.atttypmod)           AS column_type,
       EXISTS (SELECT FROM pg_catalog.pg_constraint k
                WHERE k.conrelid = c.oid
                  AND k.contype = 'p'
                  AND k.conkey = ARRAY[a.attnum])                AS primary_key,
       pg_catalog.has_schema_privilege(n.oid, 'USAGE')           AS usage,
       pg_catalog.has_column_privilege(c.oid, a.attnum, 'SELECT') AS may_select,
       pg_catalog.has_column_privilege(c.oid, a.attnum, 'INSERT') AS may_insert,
       pg_catalog.has_column_privilege(c.oid, a.attnum, 'UPDATE') AS may_update,
       pg_catalog.has_table_privilege(c.oid, 'DELETE')           AS may_delete,
       pg_catalog.row_security_active(c.oid)                     AS row_security,
       ARRAY(SELECT b.attname::text
               FROM pg_catalog.pg_attribute b
              WHERE b.attrelid = c.oid
                AND b.attnum > 0
                AND NOT b.attisdropped)                          AS columns
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
                                     AND a.attname = ?
                                     AND NOT a.attisdropped
 WHERE c.relname = ?
   AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
 ORDER BY n.nspname
