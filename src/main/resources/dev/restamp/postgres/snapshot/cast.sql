-- One row per cast that somebody made. Those that come with the server have a smaller number, that of a range comes with it.
SELECT c.castsource::regtype || ' AS ' || c.casttarget::regtype AS name,
       CASE WHEN c.castfunc <> 0 THEN c.castfunc::regprocedure::text END AS function,
       CASE c.castcontext WHEN 'a' THEN 'assignment' WHEN 'i' THEN 'implicit' ELSE 'explicit' END AS context,
       CASE c.castmethod WHEN 'b' THEN 'binary' WHEN 'i' THEN 'by text' ELSE 'function' END AS method
  FROM pg_catalog.pg_cast c
 WHERE c.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                    WHERE e.classid = 'pg_catalog.pg_cast'::regclass AND e.objid = c.oid AND e.deptype IN ('e', 'i'))
