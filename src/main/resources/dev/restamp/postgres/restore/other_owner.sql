-- One row per object that is not owned by the role which owns four fifths or more of its schema's objects, four at least.
WITH place AS (
SELECT n.oid, n.nspname
  FROM pg_catalog.pg_namespace n
 WHERE n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
), owned AS (
SELECT 'pg_catalog.pg_class'::regclass AS catalog, c.oid, c.relnamespace AS schema, c.relowner AS owner, c.relkind AS kind
  FROM pg_catalog.pg_class c
 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
 UNION ALL
SELECT 'pg_catalog.pg_proc'::regclass, p.oid, p.pronamespace, p.proowner, 'F'
  FROM pg_catalog.pg_proc p
 UNION ALL
SELECT 'pg_catalog.pg_type'::regclass, t.oid, t.typnamespace, t.typowner, 'T'
  FROM pg_catalog.pg_type t
  LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
 WHERE t.typtype IN ('d', 'e', 'r') OR c.oid IS NOT NULL
), own AS MATERIALIZED (
SELECT owned.*, place.nspname
  FROM owned
  JOIN place ON place.oid = owned.schema
 WHERE (owned.catalog, owned.oid) NOT IN (SELECT d.classid, d.objid FROM pg_catalog.pg_depend d
                                           WHERE d.refclassid = 'pg_catalog.pg_extension'::regclass AND d.deptype = 'e')
), counted AS (
SELECT schema, owner, pg_catalog.count(*) AS alike,
       pg_catalog.sum(pg_catalog.count(*)) OVER (PARTITION BY schema) AS total
  FROM own
 GROUP BY schema, owner
), stray AS MATERIALIZED (
SELECT o.nspname, o.kind, o.catalog, o.oid, u.total, mine.rolname AS mine, u.alike, theirs.rolname AS theirs
  FROM own o
  JOIN counted u ON u.schema = o.schema AND u.owner <> o.owner
  JOIN pg_catalog.pg_roles mine ON mine.oid = o.owner
  JOIN pg_catalog.pg_roles theirs ON theirs.oid = u.owner
 WHERE u.alike >= 4
   AND u.alike * 5 >= u.total * 4
), named AS (
SELECT stray.*,
       CASE kind WHEN 'F' THEN oid::regprocedure::text WHEN 'T' THEN oid::regtype::text ELSE oid::regclass::text END
         AS object,
       CASE kind WHEN 'F' THEN 'ROUTINE' WHEN 'T' THEN 'TYPE' WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
                 WHEN 'S' THEN 'SEQUENCE' WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END AS word
  FROM stray
 WHERE kind <> 'S' -- the sequence of a column goes with its table
    OR (SELECT d.refobjid FROM pg_catalog.pg_depend d
         WHERE d.classid = stray.catalog AND d.objid = stray.oid AND d.refclassid = stray.catalog AND d.refobjsubid > 0
           AND d.deptype IN ('a', 'i') LIMIT 1) IS NULL
)
SELECT object,
       pg_catalog.format('belongs to %I; %s of %s objects of schema %I belong to %I', mine, alike, total, nspname, theirs)
         AS evidence,
       ARRAY[pg_catalog.format('ALTER %s %s OWNER TO %I;', word, object, theirs)] AS fix
  FROM named
 ORDER BY nspname, object
