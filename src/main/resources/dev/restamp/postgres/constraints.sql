-- One row per constraint of a table, its columns in key order; an expression in the key has no column.
-- The condition is left out where somebody keeps the table locked: it would wait.
-- NOT NULL has a row of its own since PostgreSQL 18: it is a property of the column, as before. What a partition has from
-- its parent is left out.
SELECT n.nspname AS schema,
       c.relname AS "table",
       k.conname AS name,
       k.contype AS kind,
       ARRAY(SELECT a.attname::text
               FROM pg_catalog.unnest(k.conkey) WITH ORDINALITY AS key (attnum, position)
               JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = key.attnum
              ORDER BY key.position) AS columns,
       fn.nspname AS referenced_schema,
       fc.relname AS referenced_table,
       ARRAY(SELECT a.attname::text
               FROM pg_catalog.unnest(k.confkey) WITH ORDINALITY AS key (attnum, position)
               JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = key.attnum
              ORDER BY key.position) AS referenced_columns,
       k.confdeltype AS on_delete,
       k.confupdtype AS on_update,
       k.condeferrable AS is_deferrable,
       k.condeferred AS is_deferred,
       k.contype = 'c' OR x.indpred IS NOT NULL AS is_conditional,
       CASE WHEN k.contype IN ('c', 'x')
             AND k.conrelid <> ALL (ARRAY(SELECT l.relation
                                            FROM pg_catalog.pg_locks l
                                           WHERE l.relation IS NOT NULL
                                             AND l.mode = 'AccessExclusiveLock'
                                             AND l.pid <> pg_catalog.pg_backend_pid()))
            THEN pg_catalog.pg_get_expr(coalesce(k.conbin, x.indpred), k.conrelid)
        END AS condition
  FROM pg_catalog.pg_constraint k
  JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_index x ON x.indexrelid = k.conindid AND k.contype = 'x'
  LEFT JOIN pg_catalog.pg_class fc ON fc.oid = k.confrelid
  LEFT JOIN pg_catalog.pg_namespace fn ON fn.oid = fc.relnamespace
 WHERE k.contype IN ('p', 'u', 'f', 'c', 'x')
   AND k.conparentid = 0
   AND NOT (c.relispartition AND k.coninhcount > 0)
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                    WHERE d.classid = 'pg_catalog.pg_class'::regclass
                      AND d.objid = c.oid
                      AND d.deptype = 'e')
 ORDER BY n.nspname, c.relname, k.conname
