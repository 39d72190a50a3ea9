-- One row per procedural language that belongs to no extension.
SELECT l.lanname AS name,
       CASE WHEN l.lanpltrusted THEN 'trusted' END AS trusted,
       CASE WHEN l.lanplcallfoid <> 0 THEN l.lanplcallfoid::regproc::text END AS handler,
       pg_catalog.pg_get_userbyid(l.lanowner) AS owner,
       l.lanacl::text AS grants
  FROM pg_catalog.pg_language l
 WHERE l.lanispl
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                    WHERE e.classid = 'pg_catalog.pg_language'::regclass AND e.objid = l.oid AND e.deptype = 'e')
