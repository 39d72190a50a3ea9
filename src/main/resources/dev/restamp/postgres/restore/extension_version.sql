-- One row per extension whose installed version is not the one that the server would install today.
SELECT pg_catalog.quote_ident(e.extname) AS object,
       pg_catalog.format('installed is %s, the server has %s', e.extversion, a.default_version) AS evidence,
       ARRAY[pg_catalog.format('ALTER EXTENSION %I UPDATE;', e.extname)] AS fix
  FROM pg_catalog.pg_extension e
  JOIN pg_catalog.pg_available_extensions() a ON a.name = e.extname
 WHERE a.default_version <> e.extversion
 ORDER BY 1
