-- One row per operator that somebody made.
SELECT n.nspname AS schema,
       o.oprname AS name,
       pg_catalog.concat_ws(', ', CASE WHEN o.oprleft <> 0 THEN o.oprleft::regtype::text ELSE 'none' END,
                            o.oprright::regtype::text) AS arguments,
       o.oprresult::regtype::text AS result,
       o.oprcode::regprocedure::text AS function,
       CASE WHEN o.oprcom <> 0 THEN o.oprcom::regoperator::text END AS commutator,
       CASE WHEN o.oprnegate <> 0 THEN o.oprnegate::regoperator::text END AS negator,
       CASE WHEN o.oprrest <> 0 THEN o.oprrest::regproc::text END AS restriction,
       CASE WHEN o.oprjoin <> 0 THEN o.oprjoin::regproc::text END AS "join",
       CASE WHEN o.oprcanmerge THEN 'merges' END AS merges,
       CASE WHEN o.oprcanhash THEN 'hashes' END AS hashes,
       pg_catalog.pg_get_userbyid(o.oprowner) AS owner
  FROM pg_catalog.pg_operator o
  JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
 WHERE n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                    WHERE e.classid = 'pg_catalog.pg_operator'::regclass AND e.objid = o.oid AND e.deptype = 'e')
