-- One row per object whose owner is gone, and one for all large objects of such an owner.
WITH owned AS (
SELECT c.oid, c.relnamespace AS schema, c.relowner AS owner, c.relkind AS kind
  FROM pg_catalog.pg_class c
 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
 UNION ALL
SELECT p.oid, p.pronamespace, p.proowner, 'F' FROM pg_catalog.pg_proc p
 UNION ALL
SELECT t.oid, t.typnamespace, t.typowner, 'T' FROM pg_catalog.pg_type t WHERE t.typtype IN ('d', 'e', 'r')
 UNION ALL
SELECT n.oid, n.oid, n.nspowner, 'N' FROM pg_catalog.pg_namespace n
), lost AS (
SELECT pg_catalog.pg_get_userbyid(owner) AS owner,
       CASE kind WHEN 'F' THEN owned.oid::regprocedure::text WHEN 'T' THEN owned.oid::regtype::text
                 WHEN 'N' THEN owned.oid::regnamespace::text ELSE owned.oid::regclass::text END AS object,
       CASE kind WHEN 'F' THEN 'ROUTINE' WHEN 'T' THEN 'TYPE' WHEN 'N' THEN 'SCHEMA' WHEN 'v' THEN 'VIEW'
                 WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' WHEN 'f' THEN 'FOREIGN TABLE'
                 ELSE 'TABLE' END AS kind
  FROM owned
  JOIN pg_catalog.pg_namespace n ON n.oid = owned.schema
 WHERE owner NOT IN (SELECT r.oid FROM pg_catalog.pg_roles r)
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
), heir AS (
SELECT pg_catalog.pg_get_userbyid(d.datdba) AS name
  FROM pg_catalog.pg_database d
 WHERE d.datname = pg_catalog.current_database()
)
SELECT object,
       'belongs to ' || owner AS evidence,
       ARRAY[pg_catalog.format('ALTER %s %s OWNER TO %I;', kind, object, heir.name)] AS fix
  FROM lost
 CROSS JOIN heir
 UNION ALL
SELECT pg_catalog.format('%s large objects', pg_catalog.count(*)),
       'belong to ' || pg_catalog.pg_get_userbyid(l.lomowner),
       ARRAY[pg_catalog.format('DO $$ DECLARE lo oid; BEGIN'
                               ' FOR lo IN SELECT oid FROM pg_catalog.pg_largeobject_metadata WHERE lomowner = %s LOOP'
                               ' EXECUTE pg_catalog.format(''ALTER LARGE OBJECT %%s OWNER TO %%I'', lo, %L);'
                               ' END LOOP; END $$;', l.lomowner, heir.name)]
  FROM pg_catalog.pg_largeobject_metadata l
 CROSS JOIN heir
 WHERE l.lomowner NOT IN (SELECT r.oid FROM pg_catalog.pg_roles r)
 GROUP BY l.lomowner, heir.name
