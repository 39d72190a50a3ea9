-- One row per sequence. That of an identity column is the column's.
SELECT n.nspname AS schema,
       c.relname AS name,
       pg_catalog.format_type(s.seqtypid, NULL) AS type,
       s.seqstart AS start,
       s.seqincrement AS increment,
       s.seqmin AS minimum,
       s.seqmax AS maximum,
       s.seqcache AS cache,
       CASE WHEN s.seqcycle THEN 'cycle' END AS cycle,
       CASE WHEN c.relpersistence = 'u' THEN 'unlogged' END AS persistence,
       o.refobjid::regclass::text || '.' || pg_catalog.quote_ident(a.attname) AS owned_by,
       pg_catalog.pg_get_userbyid(c.relowner) AS owner,
       c.relacl::text AS grants,
       d.description AS comment
  FROM pg_catalog.pg_sequence s
  JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_depend o ON o.classid = 'pg_catalog.pg_class'::regclass AND o.objid = c.oid
                                  AND o.refclassid = 'pg_catalog.pg_class'::regclass AND o.refobjsubid > 0
                                  AND o.deptype IN ('a', 'i')
  LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = o.refobjid AND a.attnum = o.refobjsubid
  LEFT JOIN pg_catalog.pg_description d ON d.objoid = c.oid AND d.classoid = 'pg_catalog.pg_class'::regclass
                                       AND d.objsubid = 0
 WHERE o.deptype IS DISTINCT FROM 'i'
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                    WHERE e.classid = 'pg_catalog.pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
