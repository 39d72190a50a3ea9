-- One row per operator family that somebody made, with its operators and functions, those of its classes too.
SELECT n.nspname AS schema,
       f.opfname AS name,
       m.amname AS arguments,
       (SELECT pg_catalog.string_agg(o.amopstrategy || ' ' || o.amopopr::regoperator, ', ' ORDER BY o.amopstrategy,
                                     o.amopopr::regoperator::text)
          FROM pg_catalog.pg_amop o
         WHERE o.amopfamily = f.oid) AS operators,
       (SELECT pg_catalog.string_agg(p.amprocnum || ' ' || p.amproc::regprocedure, ', ' ORDER BY p.amprocnum,
                                     p.amproc::regprocedure::text)
          FROM pg_catalog.pg_amproc p
         WHERE p.amprocfamily = f.oid) AS functions,
       pg_catalog.pg_get_userbyid(f.opfowner) AS owner
  FROM pg_catalog.pg_opfamily f
  JOIN pg_catalog.pg_namespace n ON n.oid = f.opfnamespace
  JOIN pg_catalog.pg_am m ON m.oid = f.opfmethod
 WHERE n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                    WHERE e.classid = 'pg_catalog.pg_opfamily'::regclass AND e.objid = f.oid AND e.deptype = 'e')
