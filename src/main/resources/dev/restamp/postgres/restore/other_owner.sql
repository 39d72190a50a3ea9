-- One row per object that is not owned by the role which owns four fifths or more of its schema's objects, four at least.
WITH owned AS (
SELECT 'pg_catalog.pg_class'::regclass AS catalog, c.oid, c.relnamespace AS schema, c.relowner AS owner,
       CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE'
                      WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END AS kind,
       c.oid::regclass::text AS object
  FROM pg_catalog.pg_class c
 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
    OR (c.relkind = 'S' AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d -- else it is its table's
                                         WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid
                                           AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjsubid > 0
                                           AND d.deptype IN ('a', 'i')))
 UNION ALL
SELECT 'pg_catalog.pg_proc'::regclass, p.oid, p.pronamespace, p.proowner, 'ROUTINE', p.oid::regprocedure::text
  FROM pg_catalog.pg_proc p
 UNION ALL
SELECT 'pg_catalog.pg_type'::regclass, t.oid, t.typnamespace, t.typowner, 'TYPE', t.oid::regtype::text
  FROM pg_catalog.pg_type t
  LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
 WHERE t.typtype IN ('d', 'e', 'r') OR c.relkind = 'c'
), counted AS (
SELECT owned.*, n.nspname,
       pg_catalog.count(*) OVER (PARTITION BY schema, owner) AS alike,
       pg_catalog.count(*) OVER (PARTITION BY schema) AS total
  FROM owned
  JOIN pg_catalog.pg_namespace n ON n.oid = owned.schema
 WHERE n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                    WHERE d.classid = owned.catalog AND d.objid = owned.oid AND d.deptype = 'e')
), usual AS (
SELECT DISTINCT schema, owner, alike
  FROM counted
 WHERE alike >= 4 AND alike * 5 >= total * 4
)
SELECT c.object,
       pg_catalog.format('belongs to %I; %s of %s objects of schema %I belong to %I',
                         mine.rolname, u.alike, c.total, c.nspname, theirs.rolname) AS evidence,
       ARRAY[pg_catalog.format('ALTER %s %s OWNER TO %I;', c.kind, c.object, theirs.rolname)] AS fix
  FROM counted c
  JOIN usual u ON u.schema = c.schema AND u.owner <> c.owner
  JOIN pg_catalog.pg_roles mine ON mine.oid = c.owner
  JOIN pg_catalog.pg_roles theirs ON theirs.oid = u.owner
 ORDER BY c.nspname, c.object
