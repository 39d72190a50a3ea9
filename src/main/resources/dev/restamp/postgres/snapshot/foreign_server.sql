-- One row per foreign server. A password among its options is not read.
SELECT s.srvname AS name,
       w.fdwname AS wrapper,
       s.srvtype AS type,
       s.srvversion AS version,
       (SELECT pg_catalog.string_agg(CASE WHEN o ~* '^[^=]*(pass|secret|token|key)' THEN pg_catalog.split_part(o, '=', 1)
                                          ELSE o END, ', ' ORDER BY o)
          FROM pg_catalog.unnest(s.srvoptions) AS o) AS options,
       (SELECT pg_catalog.string_agg(m.usename || coalesce(' (' || (
                   SELECT pg_catalog.string_agg(pg_catalog.split_part(o, '=', 1), ', ' ORDER BY o)
                     FROM pg_catalog.unnest(m.umoptions) AS o) || ')', ''), ', ' ORDER BY m.usename)
          FROM pg_catalog.pg_user_mappings m
         WHERE m.srvid = s.oid) AS user_mappings,
       pg_catalog.pg_get_userbyid(s.srvowner) AS owner,
       s.srvacl::text AS grants,
       d.description AS comment
  FROM pg_catalog.pg_foreign_server s
  JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = s.srvfdw
  LEFT JOIN pg_catalog.pg_description d ON d.objoid = s.oid AND d.classoid = 'pg_catalog.pg_foreign_server'::regclass
 WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                    WHERE e.classid = 'pg_catalog.pg_foreign_server'::regclass AND e.objid = s.oid AND e.deptype = 'e')
