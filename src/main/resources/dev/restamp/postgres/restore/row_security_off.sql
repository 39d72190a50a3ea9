-- One row per table whose policies bind nobody, as its row security is off.
SELECT c.oid::regclass::text AS object,
       pg_catalog.format('row security off, so that this binds nobody: %s',
                         pg_catalog.string_agg(p.polname, ', ' ORDER BY p.polname)) AS evidence,
       ARRAY[pg_catalog.format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY;', c.oid::regclass)] AS fix
  FROM pg_catalog.pg_policy p
  JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE NOT c.relrowsecurity
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
 GROUP BY c.oid
 ORDER BY 1
