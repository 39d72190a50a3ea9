-- One row per operator class that somebody made. Its operators and functions are its family's.
SELECT n.nspname AS schema,
       c.opcname AS name,
       m.amname AS arguments,
       c.opcintype::regtype::text AS type,
       f.opfname AS family,
       CASE WHEN c.opcdefault THEN 'default' END AS "default",
       CASE WHEN c.opckeytype <> 0 THEN c.opckeytype::regtype::text END AS storage,
       pg_catalog.pg_get_userbyid(c.opcowner) AS owner
  FROM pg_catalog.pg_opclass c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.opcnamespace
  JOIN pg_catalog.pg_am m ON m.oid = c.opcmethod
  JOIN pg_catalog.pg_opfamily f ON f.oid = c.opcfamily
 WHERE n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                    WHERE e.classid = 'pg_catalog.pg_opclass'::regclass AND e.objid = c.oid AND e.deptype = 'e')
