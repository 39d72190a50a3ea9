-- One row per column of a table, in the order of the table. A partition has its parent's and is left out.
-- The expression of a default has no column in it, and is written out faster without its table. That of a generated column
-- needs the table, and is left out where somebody keeps it locked: it would wait.
-- A type of the schema public, or of an extension wherever it lives, stands without its schema: so scripts name it.
SELECT n.nspname     AS schema,
       c.relname     AS "table",
       a.attname     AS name,
       CASE WHEN y.nspname = 'public' OR o.objid IS NOT NULL AND y.nspname <> 'pg_catalog'
            THEN pg_catalog.substr(f.type, pg_catalog.length(pg_catalog.quote_ident(y.nspname)) + 2)
            ELSE f.type
        END          AS type,
       a.attnotnull  AS not_null,
       CASE WHEN a.attgenerated <> '' THEN 'generated'
            WHEN a.attidentity = 'a' THEN 'identity always'
            WHEN a.attidentity = 'd' THEN 'identity'
            WHEN a.atthasdef THEN 'default'
        END          AS preset,
       CASE WHEN a.attgenerated = ''
            THEN pg_catalog.pg_get_expr(e.adbin, 0)
            WHEN a.attrelid <> ALL (ARRAY(SELECT l.relation
                                            FROM pg_catalog.pg_locks l
                                           WHERE l.relation IS NOT NULL
                                             AND l.mode = 'AccessExclusiveLock'
                                             AND l.pid <> pg_catalog.pg_backend_pid()))
            THEN pg_catalog.pg_get_expr(e.adbin, e.adrelid)
        END          AS expression,
       pg_catalog.row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum) AS position
  FROM pg_catalog.pg_attribute a
  JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
  JOIN pg_catalog.pg_namespace y ON y.oid = t.typnamespace
  LEFT JOIN pg_catalog.pg_attrdef e ON e.adrelid = a.attrelid AND e.adnum = a.attnum
  LEFT JOIN pg_catalog.pg_depend o ON o.classid = 'pg_catalog.pg_type'::regclass
                                  AND o.objid = CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE t.oid END
                                  AND o.deptype = 'e'
 CROSS JOIN LATERAL (VALUES (pg_catalog.format_type(a.atttypid, a.atttypmod))) AS f (type)
 WHERE c.relkind IN ('r', 'p', 'f')
   AND NOT c.relispartition
   AND a.attnum > 0
   AND NOT a.attisdropped
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                    WHERE d.classid = 'pg_catalog.pg_class'::regclass
                      AND d.objid = c.oid
                      AND d.deptype = 'e')
 ORDER BY n.nspname, c.relname, a.attnum
