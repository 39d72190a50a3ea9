-- One row per object whose owner is gone, and one for all large objects of such an owner.
WITH owned AS (
SELECT c.relnamespace AS schema, c.relowner AS owner, c.oid::regclass::text AS object,
       CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE'
                      WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END AS kind
  FROM pg_catalog.pg_class c
 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
 UNION ALL
SELECT p.pronamespace, p.proowner, p.oid::regprocedure::text, 'ROUTINE' FROM pg_catalog.pg_proc p
 UNION ALL
SELECT t.typnamespace, t.typowner, t.oid::regtype::text, 'TYPE' FROM pg_catalog.pg_type t
 WHERE t.typtype IN ('d', 'e', 'r')
 UNION ALL
SELECT n.oid, n.nspowner, pg_catalog.quote_ident(n.nspname), 'SCHEMA' FROM pg_catalog.pg_namespace n
), heir AS (
SELECT pg_catalog.pg_get_userbyid(d.datdba) AS name
  FROM pg_catalog.pg_database d
 WHERE d.datname = pg_catalog.current_database()
)
SELECT o.object,
       'belongs to ' || pg_catalog.pg_get_userbyid(o.owner) AS evidence,
       ARRAY[pg_catalog.format('ALTER %s %s OWNER TO %I;', o.kind, o.object, heir.name)] AS fix
  FROM owned o
  JOIN pg_catalog.pg_namespace n ON n.oid = o.schema
 CROSS JOIN heir
 WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles r WHERE r.oid = o.owner)
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
 UNION ALL
SELECT pg_catalog.format('%s large objects', pg_catalog.count(*)),
       'belong to ' || pg_catalog.pg_get_userbyid(l.lomowner),
       ARRAY[pg_catalog.format('DO $$ DECLARE lo oid; BEGIN'
                               ' FOR lo IN SELECT oid FROM pg_catalog.pg_largeobject_metadata WHERE lomowner = %s LOOP'
                               ' EXECUTE pg_catalog.format(''ALTER LARGE OBJECT %%s OWNER TO %%I'', lo, %L);'
                               ' END LOOP; END $$;', l.lomowner, heir.name)]
  FROM pg_catalog.pg_largeobject_metadata l
 CROSS JOIN heir
 WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles r WHERE r.oid = l.lomowner)
 GROUP BY l.lomowner, heir.name
