-- One row per index that is not the index of a constraint, its key columns in order, an expression as the empty string.
-- The parameter says whether the valid ones are wanted, or those that a failed CREATE INDEX CONCURRENTLY left behind.
-- Predicate and expressions are left out where somebody keeps the table locked: they would wait.
-- What a partition has from its parent is left out.
SELECT n.nspname                AS schema,
       c.relname                AS name,
       t.relname                AS "table",
       i.indisunique            AS is_unique,
       i.indpred IS NOT NULL    AS partial,
       i.indexprs IS NOT NULL   AS computed,
       CASE WHEN f.readable THEN pg_catalog.pg_get_expr(i.indpred, i.indrelid) END AS predicate,
       CASE WHEN f.readable THEN pg_catalog.pg_get_expr(i.indexprs, i.indrelid) END AS expressions,
       m.amname                 AS method,
       ARRAY(SELECT (option & 1)::text
               FROM pg_catalog.unnest(i.indoption::int2[]) WITH ORDINALITY AS key (option, position)
              ORDER BY key.position) AS descending,
       ARRAY(SELECT coalesce(a.attname::text, '')
               FROM pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY AS key (attnum, position)
               LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = key.attnum AND key.attnum > 0
              WHERE key.position <= i.indnkeyatts
              ORDER BY key.position) AS columns,
       ARRAY(SELECT a.attname::text
               FROM pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY AS key (attnum, position)
               JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = key.attnum
              WHERE key.position > i.indnkeyatts
              ORDER BY key.position) AS included
  FROM pg_catalog.pg_index i
  JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
  JOIN pg_catalog.pg_am m ON m.oid = c.relam
  JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 CROSS JOIN LATERAL (VALUES (t.oid <> ALL (ARRAY(SELECT l.relation
                                                   FROM pg_catalog.pg_locks l
                                                  WHERE l.relation IS NOT NULL
                                                    AND l.mode = 'AccessExclusiveLock'
                                                    AND l.pid <> pg_catalog.pg_backend_pid())))) AS f (readable)
 WHERE i.indisvalid = ?
   AND NOT c.relispartition
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                    WHERE k.conindid = i.indexrelid
                      AND k.contype IN ('p', 'u', 'x'))
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                    WHERE d.classid = 'pg_catalog.pg_class'::regclass
                      AND d.objid = t.oid
                      AND d.deptype = 'e')
 ORDER BY n.nspname, c.relname
