-- One row per schema, kind of object and privilege of which the role lacks some. The question mark is its name.
WITH role AS (
SELECT r.oid, r.rolname FROM pg_catalog.pg_roles r WHERE r.rolname = ?
), place AS (
SELECT n.oid, n.nspname
  FROM pg_catalog.pg_namespace n
 WHERE n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
   AND EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.relnamespace = n.oid
                UNION ALL SELECT FROM pg_catalog.pg_proc p WHERE p.pronamespace = n.oid)
), asked AS (
SELECT '' AS schema, 'DATABASE' AS kind, 'CONNECT' AS privilege,
       pg_catalog.quote_ident(pg_catalog.current_database()) AS object,
       pg_catalog.has_database_privilege(role.oid, pg_catalog.current_database(), 'CONNECT') AS granted
  FROM role
 UNION ALL
SELECT place.nspname, 'SCHEMA', 'USAGE', pg_catalog.quote_ident(place.nspname),
       pg_catalog.has_schema_privilege(role.oid, place.oid, 'USAGE')
  FROM role, place
 UNION ALL
SELECT place.nspname, 'TABLE', p.privilege, c.oid::regclass::text,
       CASE WHEN p.privilege = 'DELETE' THEN pg_catalog.has_table_privilege(role.oid, c.oid, p.privilege)
            ELSE pg_catalog.has_any_column_privilege(role.oid, c.oid, p.privilege) END
  FROM role, place
  JOIN pg_catalog.pg_class c ON c.relnamespace = place.oid
 CROSS JOIN (VALUES ('SELECT'), ('INSERT'), ('UPDATE'), ('DELETE')) AS p(privilege)
 WHERE (c.relkind IN ('r', 'p', 'f') OR (c.relkind IN ('v', 'm') AND p.privilege = 'SELECT'))
   AND NOT c.relispartition
   AND c.oid NOT IN (SELECT d.objid FROM pg_catalog.pg_depend d
                      WHERE d.refclassid = 'pg_catalog.pg_extension'::regclass AND d.deptype = 'e'
                        AND d.classid = 'pg_catalog.pg_class'::regclass)
 UNION ALL
SELECT place.nspname, 'SEQUENCE', 'USAGE', c.oid::regclass::text,
       pg_catalog.has_sequence_privilege(role.oid, c.oid, 'USAGE')
  FROM role, place
  JOIN pg_catalog.pg_class c ON c.relnamespace = place.oid
 WHERE c.relkind = 'S'
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d -- an identity's is used by its table's right to INSERT
                    WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('e', 'i'))
 UNION ALL
SELECT place.nspname, 'ROUTINE', 'EXECUTE', p.oid::regprocedure::text,
       pg_catalog.has_function_privilege(role.oid, p.oid, 'EXECUTE')
  FROM role, place
  JOIN pg_catalog.pg_proc p ON p.pronamespace = place.oid
 WHERE p.prorettype NOT IN ('pg_catalog.trigger'::regtype, 'pg_catalog.event_trigger'::regtype)
   AND p.oid NOT IN (SELECT d.objid FROM pg_catalog.pg_depend d
                      WHERE d.refclassid = 'pg_catalog.pg_extension'::regclass AND d.deptype = 'e'
                        AND d.classid = 'pg_catalog.pg_proc'::regclass)
)
SELECT pg_catalog.quote_ident(schema) AS schema,
       kind,
       privilege,
       (SELECT pg_catalog.quote_ident(rolname) FROM role) AS role,
       pg_catalog.count(*) AS total,
       pg_catalog.array_agg(object ORDER BY object) FILTER (WHERE NOT granted) AS objects
  FROM asked
 GROUP BY schema, kind, privilege
HAVING NOT pg_catalog.bool_and(granted)
 ORDER BY pg_catalog.array_position(ARRAY['DATABASE', 'SCHEMA', 'TABLE', 'SEQUENCE', 'ROUTINE'], kind), schema,
          pg_catalog.array_position(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE'], privilege)
