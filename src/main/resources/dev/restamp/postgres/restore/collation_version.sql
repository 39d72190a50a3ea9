-- One row per collation of an index, that of the database among them, by which the library now sorts otherwise than when it
-- was made. The library is asked for those in use only: there are a thousand of them.
WITH used AS MATERIALIZED (
SELECT DISTINCT pg_catalog.unnest(i.indcollation) AS oid
  FROM pg_catalog.pg_index i
)
SELECT pg_catalog.format('%I.%I', n.nspname, c.collname) AS object,
       pg_catalog.format('made with version %s, the library is %s', c.collversion,
                         pg_catalog.pg_collation_actual_version(c.oid)) AS evidence,
       pg_catalog.array_append(
         ARRAY(SELECT pg_catalog.format('REINDEX INDEX %s;', i.indexrelid::regclass)
                 FROM pg_catalog.pg_index i
                WHERE c.oid = ANY (i.indcollation)
                ORDER BY i.indexrelid::regclass::text),
         pg_catalog.format('ALTER COLLATION %I.%I REFRESH VERSION;', n.nspname, c.collname)) AS fix
  FROM used
  JOIN pg_catalog.pg_collation c ON c.oid = used.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.collnamespace
 WHERE c.collversion IS NOT NULL
   AND c.collversion <> pg_catalog.pg_collation_actual_version(c.oid)
 UNION ALL -- 15..
SELECT 'database ' || pg_catalog.quote_ident(d.datname), -- 15..
       pg_catalog.format('made with version %s, the library is %s', d.datcollversion, -- 15..
                         pg_catalog.pg_database_collation_actual_version(d.oid)), -- 15..
       ARRAY[pg_catalog.format('REINDEX DATABASE %I;', d.datname), -- 15..
             pg_catalog.format('ALTER DATABASE %I REFRESH COLLATION VERSION;', d.datname)] -- 15..
  FROM pg_catalog.pg_database d -- 15..
 WHERE d.datname = pg_catalog.current_database() -- 15..
   AND d.datcollversion <> pg_catalog.pg_database_collation_actual_version(d.oid) -- 15..
