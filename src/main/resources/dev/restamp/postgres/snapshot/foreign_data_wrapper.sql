-- One row per foreign data wrapper. Options may hold secrets: their names only.
SELECT w.fdwname AS name,
       CASE WHEN w.fdwhandler <> 0 THEN w.fdwhandler::regproc::text END AS handler,
       CASE WHEN w.fdwvalidator <> 0 THEN w.fdwvalidator::regproc::text END AS validator,
       (SELECT pg_catalog.string_agg(pg_catalog.split_part(o, '=', 1), ', ' ORDER BY o)
          FROM pg_catalog.unnest(w.fdwoptions) AS o) AS options,
       pg_catalog.pg_get_userbyid(w.fdwowner) AS owner,
       w.fdwacl::text AS grants
  FROM pg_catalog.pg_foreign_data_wrapper w
 WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                    WHERE e.classid = 'pg_catalog.pg_foreign_data_wrapper'::regclass AND e.objid = w.oid
                      AND e.deptype = 'e')
