-- One row per trigger that somebody made and that is off. The copy of it that a partition has is its table's.
SELECT t.tgrelid::regclass::text || ' ' || pg_catalog.quote_ident(t.tgname) AS object,
       'does not fire' AS evidence,
       ARRAY[pg_catalog.format('ALTER TABLE %s ENABLE TRIGGER %I;', t.tgrelid::regclass, t.tgname)] AS fix
  FROM pg_catalog.pg_trigger t
  JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_trigger parent ON parent.oid = t.tgparentid
 WHERE t.tgenabled = 'D'
   AND NOT t.tgisinternal
   AND parent.tgenabled IS DISTINCT FROM 'D'
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
 ORDER BY 1
