-- One row per constraint that old rows were not checked for. Those that a table has from its parent are the parent's.
SELECT CASE WHEN con.conrelid = 0 THEN con.contypid::regtype::text
            ELSE con.conrelid::regclass::text END || ' ' || pg_catalog.quote_ident(con.conname) AS object,
       pg_catalog.pg_get_constraintdef(con.oid) AS evidence,
       ARRAY[pg_catalog.format('ALTER %s %s VALIDATE CONSTRAINT %I;',
                               CASE WHEN con.conrelid = 0 THEN 'DOMAIN' ELSE 'TABLE' END,
                               CASE WHEN con.conrelid = 0 THEN con.contypid::regtype::text
                                    ELSE con.conrelid::regclass::text END,
                               con.conname)] AS fix
  FROM pg_catalog.pg_constraint con
  JOIN pg_catalog.pg_namespace n ON n.oid = con.connamespace
 WHERE NOT con.convalidated
   AND con.conenforced -- 18..
   AND con.conparentid = 0
   AND (con.conislocal OR con.conrelid = 0)
   AND n.nspname !~ '^pg_'
   AND n.nspname <> 'information_schema'
 ORDER BY n.nspname, 1
