-- One row where there are large objects at all: a dump of single schemas or tables leaves them out.
SELECT pg_catalog.format('%s', pg_catalog.count(*)) AS object,
       'are here; a dump of single schemas or tables leaves them out' AS evidence,
       ARRAY[]::text[] AS fix
  FROM pg_catalog.pg_largeobject_metadata
HAVING pg_catalog.count(*) > 0
