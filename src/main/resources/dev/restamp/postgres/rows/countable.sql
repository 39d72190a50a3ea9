-- One row per relation that has rows, of these or of all where none is named, and part of it that is read for itself, with what is known of its size without touching
-- it: a partitioned table has its leaves as parts if the role may read them all as it may read the table.
-- Kind is "table" for what is counted without being named; else it says why it is not: a partition, whose rows are its
-- parent's; a foreign table, whose rows are another server's; a view.
WITH RECURSIVE leaf (root, oid, kind) AS (
    SELECT c.oid, c.oid, c.relkind FROM pg_catalog.pg_class c WHERE c.relkind = 'p'
    UNION ALL
    SELECT l.root, i.inhrelid, c.relkind
      FROM leaf l
      JOIN pg_catalog.pg_inherits i ON i.inhparent = l.oid
      JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
     WHERE l.kind = 'p'
), split AS (
    SELECT l.root
      FROM leaf l
     GROUP BY l.root
    HAVING count(*) FILTER (WHERE l.kind = 'r') > 0
       AND bool_and(l.kind IN ('p', 'r')
                    AND pg_catalog.has_table_privilege(l.oid, 'SELECT')
                    AND NOT pg_catalog.row_security_active(l.oid))
), part (root, oid) AS (
    SELECT l.root, l.oid FROM leaf l JOIN split s ON s.root = l.root WHERE l.kind = 'r'
    UNION ALL
    SELECT c.oid, c.oid FROM pg_catalog.pg_class c WHERE c.oid NOT IN (SELECT root FROM split)
)
SELECT n.nspname                                                AS schema,
       c.relname                                                AS name,
       CASE WHEN pc.relkind = 'r' THEN 'ONLY ' ELSE '' END
         || pg_catalog.format('%I.%I', pn.nspname, pc.relname)  AS sql,
       CASE WHEN c.relispartition THEN 'partition'
            WHEN c.relkind = 'f' THEN 'foreign'
            WHEN c.relkind IN ('v', 'm') THEN 'view'
            ELSE 'table' END                                    AS kind,
       CASE WHEN pc.reltuples >= 0 THEN pc.reltuples::bigint END AS estimate,
       greatest(pc.relpages, pg_catalog.pg_stat_get_live_tuples(pc.oid) / 200) AS pages,
       pc.relkind IN ('r', 'm')                                 AS sliceable,
       pc.relkind IN ('p', 'f', 'v')                            AS size_unknown,
       pg_catalog.has_schema_privilege(n.oid, 'USAGE')
         AND pg_catalog.has_any_column_privilege(c.oid, 'SELECT') AS readable,
       pg_catalog.row_security_active(c.oid)                    AS row_security
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN part p ON p.root = c.oid
  JOIN pg_catalog.pg_class pc ON pc.oid = p.oid
  JOIN pg_catalog.pg_namespace pn ON pn.oid = pc.relnamespace
 WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm')
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                    WHERE d.classid = 'pg_catalog.pg_class'::regclass
                      AND d.objid = c.oid
                      AND d.deptype = 'e')
   AND (cardinality(?::text[]) = 0 OR n.nspname || '.' || c.relname = ANY (?::text[]))
 ORDER BY n.nspname, c.relname, pn.nspname, pc.relname
