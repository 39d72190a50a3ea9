-- One row per access method that somebody made.
SELECT m.amname AS name,
       CASE m.amtype WHEN 't' THEN 'table' ELSE 'index' END AS type,
       m.amhandler::regproc::text AS handler
  FROM pg_catalog.pg_am m
 WHERE m.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                    WHERE e.classid = 'pg_catalog.pg_am'::regclass AND e.objid = m.oid AND e.deptype = 'e')
