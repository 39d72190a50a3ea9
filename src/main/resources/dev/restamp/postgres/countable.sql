-- One row per relation that has rows, with what is known of its size without touching it.
-- Listed are those that are counted without being named: not a partition, whose rows are its parent's; not a foreign table,
-- whose rows are another server's; not a view.
SELECT n.nspname                                                AS schema,
       c.relname                                                AS name,
       CASE WHEN c.relkind = 'r' THEN 'ONLY ' ELSE '' END
         || pg_catalog.format('%I.%I', n.nspname, c.relname)    AS sql,
       c.relkind IN ('r', 'p') AND NOT c.relispartition         AS listed,
       CASE WHEN c.reltuples >= 0 THEN c.reltuples::bigint END  AS estimate,
       c.relpages                                               AS pages,
       c.relkind IN ('p', 'f', 'v')                             AS size_unknown,
       pg_catalog.has_schema_privilege(n.oid, 'USAGE')
         AND pg_catalog.has_any_column_privilege(c.oid, 'SELECT') AS readable,
       pg_catalog.row_security_active(c.oid)                    AS row_security
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm')
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                    WHERE d.classid = 'pg_catalog.pg_class'::regclass
                      AND d.objid = c.oid
                      AND d.deptype = 'e')
 ORDER BY n.nspname, c.relname
