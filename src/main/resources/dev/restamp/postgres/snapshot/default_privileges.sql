-- One row per default privilege: what new objects are granted.
SELECT pg_catalog.pg_get_userbyid(a.defaclrole) AS name,
       coalesce(n.nspname, '') || ' '
         || CASE a.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions'
                                 WHEN 'T' THEN 'types' WHEN 'n' THEN 'schemas' ELSE a.defaclobjtype::text END AS arguments,
       a.defaclacl::text AS grants
  FROM pg_catalog.pg_default_acl a
  LEFT JOIN pg_catalog.pg_namespace n ON n.oid = a.defaclnamespace
