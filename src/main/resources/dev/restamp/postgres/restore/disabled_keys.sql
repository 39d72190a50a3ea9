-- One row per table that does not check its foreign keys: the triggers that do so are off. A restore with --disable-triggers
-- that broke off leaves every trigger of a table like that.
SELECT t.tgrelid::regclass::text AS object,
       pg_catalog.format('%s of its triggers off: ', pg_catalog.count(*))
         || pg_catalog.string_agg(DISTINCT con.conname, ', ') AS evidence,
       CASE WHEN pg_catalog.count(*) = (SELECT pg_catalog.count(*) FROM pg_catalog.pg_trigger a
                                         WHERE a.tgrelid = t.tgrelid AND a.tgisinternal)
            THEN ARRAY[pg_catalog.format('ALTER TABLE %s ENABLE TRIGGER ALL;', t.tgrelid::regclass)]
            ELSE pg_catalog.array_agg(pg_catalog.format('ALTER TABLE %s ENABLE TRIGGER %I;', t.tgrelid::regclass, t.tgname)
                                      ORDER BY t.tgname) END AS fix
  FROM pg_catalog.pg_trigger t
  JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_constraint con ON con.oid = t.tgconstraint
 WHERE t.tgenabled = 'D'
   AND t.tgisinternal
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
 GROUP BY t.tgrelid
 ORDER BY 1
