-- One row per table or sequence without any grant in a schema where four fifths or more of them, four at least, have been
-- granted to somebody. What is proposed is what most of them have.
WITH relation AS (
SELECT c.oid, c.relnamespace AS schema, c.relkind = 'S' AS sequence, c.relacl, c.relowner,
       EXISTS (SELECT FROM pg_catalog.aclexplode(c.relacl) a WHERE a.grantee <> c.relowner) AS granted
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
   AND NOT c.relispartition
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                    WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
), counted AS (
SELECT relation.*,
       pg_catalog.count(*) OVER (PARTITION BY schema, sequence) AS total,
       pg_catalog.count(*) FILTER (WHERE granted) OVER (PARTITION BY schema, sequence) AS alike,
       pg_catalog.count(*) OVER (PARTITION BY schema, sequence, relacl::text) AS same
  FROM relation
), usual AS (
SELECT DISTINCT ON (schema, sequence) schema, sequence, relacl, relowner
  FROM counted
 WHERE granted
 ORDER BY schema, sequence, same DESC, relacl::text
)
SELECT c.oid::regclass::text AS object,
       pg_catalog.format('no grants; %s of %s %s of schema %I have some',
                         c.alike, c.total, CASE WHEN c.sequence THEN 'sequences' ELSE 'tables' END, n.nspname) AS evidence,
       (SELECT pg_catalog.array_agg(g.statement ORDER BY g.statement)
          FROM (SELECT pg_catalog.format('GRANT %s ON %s%s TO %s%s;',
                                         pg_catalog.string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type),
                                         CASE WHEN c.sequence THEN 'SEQUENCE ' END,
                                         c.oid::regclass,
                                         CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(r.rolname) END,
                                         CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' END) AS statement
                  FROM pg_catalog.aclexplode(u.relacl) a
                  LEFT JOIN pg_catalog.pg_roles r ON r.oid = a.grantee
                 WHERE a.grantee <> u.relowner
                   AND (a.grantee = 0 OR r.oid IS NOT NULL)
                 GROUP BY a.grantee, r.rolname, a.is_grantable) g) AS fix
  FROM counted c
  JOIN usual u ON u.schema = c.schema AND u.sequence = c.sequence
  JOIN pg_catalog.pg_namespace n ON n.oid = c.schema
 WHERE c.relacl IS NULL
   AND c.alike >= 4
   AND c.alike * 5 >= c.total * 4
 ORDER BY n.nspname, 1
