-- One row per table or sequence without any grant in a schema where four fifths or more of them, four at least, have been
-- granted to somebody. What is proposed is what most of them have.
WITH relation AS MATERIALIZED (
SELECT c.oid, c.relnamespace AS schema, n.nspname, c.relkind = 'S' AS sequence, c.relacl, c.relowner,
       EXISTS (SELECT FROM pg_catalog.aclexplode(c.relacl) a WHERE a.grantee <> c.relowner) AS granted
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
   AND NOT c.relispartition
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
   AND c.oid NOT IN (SELECT d.objid FROM pg_catalog.pg_depend d
                      WHERE d.refclassid = 'pg_catalog.pg_extension'::regclass AND d.deptype = 'e'
                        AND d.classid = 'pg_catalog.pg_class'::regclass)
), usual AS (
SELECT schema, sequence,
       pg_catalog.count(*) AS total,
       pg_catalog.count(*) FILTER (WHERE granted) AS alike,
       pg_catalog.mode() WITHIN GROUP (ORDER BY relacl::text) FILTER (WHERE granted) AS acl
  FROM relation
 GROUP BY schema, sequence
HAVING pg_catalog.count(*) FILTER (WHERE granted) >= 4
   AND pg_catalog.count(*) FILTER (WHERE granted) * 5 >= pg_catalog.count(*) * 4
)
SELECT c.oid::regclass::text AS object,
       pg_catalog.format('no grants; %s of %s %s of schema %I have some', u.alike, u.total,
                         CASE WHEN c.sequence THEN 'sequences' ELSE 'tables' END, c.nspname) AS evidence,
       (SELECT pg_catalog.array_agg(g.statement ORDER BY g.statement)
          FROM (SELECT pg_catalog.format('GRANT %s ON %s%s TO %s%s;',
                                         pg_catalog.string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type),
                                         CASE WHEN c.sequence THEN 'SEQUENCE ' END,
                                         c.oid::regclass,
                                         CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(r.rolname) END,
                                         CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' END) AS statement
                  FROM (SELECT o.relacl, o.relowner FROM relation o
                         WHERE o.schema = u.schema AND o.sequence = u.sequence AND o.relacl::text = u.acl
                         ORDER BY o.oid LIMIT 1) model
                 CROSS JOIN pg_catalog.aclexplode(model.relacl) a
                  LEFT JOIN pg_catalog.pg_roles r ON r.oid = a.grantee
                 WHERE a.grantee <> model.relowner
                   AND (a.grantee = 0 OR r.oid IS NOT NULL)
                 GROUP BY a.grantee, r.rolname, a.is_grantable) g) AS fix
  FROM relation c
  JOIN usual u ON u.schema = c.schema AND u.sequence = c.sequence
 WHERE c.relacl IS NULL
 ORDER BY c.nspname, 1
